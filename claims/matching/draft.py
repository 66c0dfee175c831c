"""A draft cut into sentences, and what each of them says: its numbers, time, places and speaker."""

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cached_property

from psycopg.types.range import Range

from claims.matching.numbers import Number, number_of
from claims.matching.places import countries_in
from claims.matching.times import read_time
from claims.quantities import Reading, find_quantities
from claims.quotations import Quotation, find_quotations
from claims.quotations.lexicon import Language, plain
from claims.quotations.lexicon import language as words_of
from claims.quotations.reading import ENDS, LONGEST, Token, is_end, paragraphs, tokens

CLOSING = frozenset("”’»\"')]")
OPENING = frozenset("“‘«\"'([¿¡—–-")
MOST_SENTENCES = 600  # that are compared: more than 64,000 characters of prose have
MOST_NUMBERS = 10  # of a sentence
MOST_NEAR = 50  # quotations or numbers looked through for those of a sentence
MOST_PARTS = 4
FEWEST_WORDS = 3
NO_PROSE = 10_000  # characters of a paragraph, in which nobody looks for who speaks
NEGATIONS = {
    "en": re.compile(r"\b(?:not|no|never|neither|nor|without|cannot|none|nobody|nothing)\b|n[’']t\b", re.IGNORECASE),
    "es": re.compile(r"\b(?:no|nunca|jam[aá]s|ni|sin|tampoco|nadie|nada|ning[uú]n[ao]?)\b", re.IGNORECASE),
}


@dataclass
class Sentence:
    """`start` to `end` of the draft (code points). `parts`: its words, and those of it that somebody is reported to
    have said, each read by itself; `lexemes`: the stems of each part."""

    start: int
    end: int
    text: str
    parts: list[str]
    numbers: list[Number]
    time: Range | None
    speakers: frozenset[str]
    lexemes: list[frozenset[str]] = field(default_factory=list)

    @cached_property
    def places(self) -> frozenset[str]:
        return countries_in(self.text)

    @cached_property
    def plain(self) -> str:
        """Its words without case and accents, with a blank on either side."""
        return f" {plain(self.text)} "

    @cached_property
    def spoken(self) -> frozenset[str]:
        """The speakers' names without case and accents."""
        return frozenset(map(plain, self.speakers))


@dataclass(slots=True)
class Draft:
    sentences: list[Sentence]
    cut_short: bool  # whether there are more than were read


def read_draft(text: str, language: str) -> Draft:
    """`language` is a BCP 47 tag of English or Spanish."""
    parts = paragraphs(text)
    spans = [span for span in sentences(tokens(text, parts, []), words_of(language)) if is_said(text[slice(*span)])]
    if not spans:
        return Draft([], False)
    chosen = spans[:MOST_SENTENCES]
    looked_at = text[: chosen[-1][1]]
    longest = max(end - start for start, end in parts)
    quotations = find_quotations(looked_at, language) if longest <= NO_PROSE else []
    # Over the whole text, which tells by its habits whether 1.234 has decimals.
    quantities = find_quantities(looked_at, language)
    found = [read(text, span, within(quotations, *span), within(quantities, *span)[:MOST_NUMBERS]) for span in chosen]
    return Draft(found, len(spans) > MOST_SENTENCES)


def within(found: list, start: int, end: int) -> list:
    """Those of `found`, in order of their starts, that reach into start to end; none is longer than a paragraph."""
    after = bisect_left(found, end, key=lambda one: one.start)
    return [one for one in found[max(after - MOST_NEAR, 0) : after] if one.end > start]


def is_said(words: str) -> bool:
    return len(re.findall(r"\w+", words)) >= FEWEST_WORDS


def read(text: str, span: tuple[int, int], quotations: list[Quotation], quantities: list[Reading]) -> Sentence:
    start, end = span
    words = text[start:end]
    said = [text[max(quotation.start, start) : min(quotation.end, end)] for quotation in quotations]
    return Sentence(
        start=start,
        end=end,
        text=words,
        parts=list(dict.fromkeys([words, *filter(is_said, said)]))[:MOST_PARTS],
        numbers=[number_of(reading) for reading in quantities],
        time=read_time(words),
        speakers=frozenset(quotation.speaker for quotation in quotations if quotation.speaker),
    )


def is_negated(words: str, language: str) -> bool:
    return NEGATIONS[language.partition("-")[0]].search(words) is not None


def sentences(row: list[Token], lexicon: Language) -> list[tuple[int, int]]:
    """Where each sentence starts and ends, those within quotation marks too, each with its marks."""
    found = []
    first = 0
    i = 0
    while i < len(row):
        last = i
        if row[i].text in ENDS:
            while last + 1 < len(row) and row[last + 1].text in CLOSING and row[last + 1].start == row[last].end:
                last += 1
        # After closing marks, or before opening ones, which is_end expects to be one token with what they mark.
        marked = last > i or (row[i].text in ENDS and opens(row, i + 1))
        ends = is_end(row, i, lexicon) or (marked and begins(row, last + 1))
        if ends or last + 1 - first >= LONGEST or last + 1 == len(row):
            stops = last if row[last].text != "\n" else last - 1
            if stops >= first:
                found.append((row[first].start, row[stops].end))
            first = last + 1
        i = last + 1
    return found


def opens(row: list[Token], i: int) -> bool:
    """Whether a mark opens there, after a blank."""
    return i < len(row) and row[i].text in OPENING and row[i].start > row[i - 1].end


def begins(row: list[Token], i: int) -> bool:
    """Whether a sentence can begin there: “We will go.” She left."""
    if i >= len(row):
        return True
    token = row[i]
    return token.text == "\n" or token.is_capital or token.text[0].isdigit() or token.text in OPENING
