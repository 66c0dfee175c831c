"""What the desk proposes in a page of text: its quotations and its quantities. Computed when looked at, not stored."""

from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from hashlib import sha256
from threading import Lock

from django.conf import settings

from claims.folding import plain
from claims.quantities import LANGUAGES, Reading, find_quantities
from claims.quotations import Quotation, find_quotations
from claims.quotations.lexicon import language as words_of
from claims.quotations.marks import find_marked
from claims.quotations.names_by_spacy import names_by_spacy
from claims.quotations.reading import paragraphs, sentences, tokens

KEPT = 64  # Pages whose proposals each process remembers.
OFFSETS = ("start", "end", "speaker_start", "speaker_end", "number_start", "number_end")


@dataclass(frozen=True)
class Proposal:
    """A quotation, or a quantity. `words` tells it again in another snapshot of the source: a hash of what it says."""

    kind: str  # "quotation" or "quantity", as in claims.models.Dismissal
    start: int
    end: int
    found: Quotation | Reading
    words: str

    @property
    def id(self) -> str:
        return f"{self.kind}-{self.start}-{self.end}"


@dataclass(frozen=True)
class Read:
    """A page of text as it was read: its paragraphs, its sentences and what is proposed in it, each in order."""

    paragraphs: list[tuple[int, int]]
    sentences: list[tuple[int, int]]
    proposals: list[Proposal]

    @property
    def quotations(self) -> list[Quotation]:
        return [proposal.found for proposal in self.proposals if proposal.kind == "quotation"]

    @property
    def quantities(self) -> list[Reading]:
        return [proposal.found for proposal in self.proposals if proposal.kind == "quantity"]

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """The sentence, or sentences, in which this place stands."""
        around = [each for each in self.sentences if each[0] < end and start < each[1]]
        return (min(start, around[0][0]), max(end, around[-1][1])) if around else (start, end)


def is_read(language: str) -> bool:
    """Whether anything can be proposed in this language, a BCP 47 tag."""
    return language.partition("-")[0].lower() in LANGUAGES


def read(text: str, language: str, start: int = 0, end: int | None = None) -> Read:
    """The page of the text from `start` to `end`, with what is proposed in it; no proposals in a language not read."""
    page = text[start:end]
    parts = paragraphs(page)
    lexicon = words_of(language)
    row = tokens(page, parts, find_marked(page, parts, lexicon))
    spans = (row[first : last + 1] for first, last in ((a, b - 1) for a, b in sentences(row, lexicon, set())))
    bare = ([token for token in span if token.text != "\n"] for span in spans)
    in_page = [(words[0].start, words[-1].end) for words in bare if words]
    known = Read([moved(part, start) for part in parts], [moved(span, start) for span in in_page], [])
    if not is_read(language):
        return known
    names = names_by_spacy(settings.FACTBASE_SPACY_PIPELINE)
    quotations = [at(found, start) for found in find_quotations(page, language, names)]
    quantities = [at(found, start) for found in find_quantities(page, language)]
    proposals = [proposed("quotation", q, text[q.start : q.end]) for q in quotations]
    for quantity in quantities:
        # "300" stands in a text many times: it is told by its sentence, and its place there.
        first, last = known.sentence(quantity.start, quantity.end)
        place = len(plain(text[first : quantity.start]))
        proposals.append(proposed("quantity", quantity, f"{place} {text[first:last]}"))
    return replace(known, proposals=sorted(proposals, key=lambda p: (p.start, -p.end)))


def proposed(kind: str, found: Quotation | Reading, words: str) -> Proposal:
    return Proposal(kind, found.start, found.end, found, sha256(plain(words).encode()).hexdigest())


def moved(span: tuple[int, int], by: int) -> tuple[int, int]:
    return span[0] + by, span[1] + by


def at(found: Quotation | Reading, by: int) -> Quotation | Reading:
    """The same, with its offsets counted from another beginning."""
    offsets = {name: getattr(found, name, None) for name in OFFSETS}
    return replace(found, **{name: value + by for name, value in offsets.items() if value is not None})


def within(span: Quotation | Reading | Proposal, others: Iterable) -> bool:
    return any(other.start <= span.start and span.end <= other.end for other in others)


class Memory:
    """What was read last, in this process: a page is looked at again with every claim that is made of it."""

    def __init__(self, size: int = KEPT):
        self.size, self.lock, self.kept = size, Lock(), OrderedDict()

    def read(self, text: str, digest: str, language: str, start: int, end: int) -> Read:
        """As `read`; `digest` is the text's sha256, which stands for it."""
        key = (digest, language, start, end)
        with self.lock:
            if key in self.kept:
                self.kept.move_to_end(key)
                return self.kept[key]
        found = read(text, language, start, end)
        with self.lock:
            self.kept[key] = found
            while len(self.kept) > self.size:
                self.kept.popitem(last=False)
        return found


memory = Memory()
