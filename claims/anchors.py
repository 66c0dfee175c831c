"""Where a quote stands in a snapshot of its source: at the same place, elsewhere, in other words, or not at all.

Words are compared with their white space, quotation marks and dashes made alike, in NFC. Offsets are always
code points of the snapshot's own text, `end` exclusive (W3C Web Annotation 4.2.5). Nothing here writes, and
nothing is guessed: where several places fit equally well, all of them are in the answer.
"""

import re
import unicodedata
from bisect import bisect_left
from collections import Counter, defaultdict
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from .folding import fold, plain
from .guarded import says_the_same_numbers

SIMILAR = 75  # Of 100, by characters: a passage less like the quote than this is another passage.
AS_GOOD = 3  # Two passages nearer than this to one another in likeness are told apart by what stands around them.
RAREST = 12  # Words of a quote that its candidates are looked up by.
CANDIDATES = 4
LONGEST_CONTEXT = 300
EDGE = re.compile(r"[.!?:;\"\n]")  # Of a sentence.


class Outcome(StrEnum):
    EXACT = "exact"  # The same words at the same place.
    MOVED = "moved"  # The same words at another place.
    SEVERAL = "several"  # The words, or some like them, at several places: which one cannot be decided.
    CHANGED = "changed"  # Similar words.
    REFUSED = "refused"  # Similar words with another number, currency or unit: no match.
    MISSING = "missing"


@dataclass(frozen=True)
class Place:
    """A passage of the snapshot. Offsets are code points of its own text."""

    start: int
    end: int
    likeness: float = 100.0  # To the quote, of 100.


@dataclass(frozen=True)
class Finding:
    outcome: Outcome
    places: tuple[Place, ...] = ()

    @property
    def place(self) -> Place | None:
        return self.places[0] if len(self.places) == 1 else None


class Page:
    """A snapshot's text, made ready for looking up many quotes. Costs nothing until a quote is not where it was."""

    def __init__(self, text: str):
        self.text = text

    @cached_property
    def folded(self) -> tuple[str, list[int] | None]:
        return fold(self.text)

    @cached_property
    def words(self) -> list[re.Match]:
        return list(re.finditer(r"\w+", self.folded[0]))

    @cached_property
    def places_of_words(self) -> dict[str, list[int]]:
        places = defaultdict(list)
        for number, word in enumerate(self.words):
            places[word[0].lower()].append(number)
        return places

    def own(self, start: int, end: int) -> tuple[int, int]:
        """Offsets of the folded text as offsets of the snapshot's own."""
        offsets = self.folded[1]
        return (start, end) if offsets is None else (offsets[start], offsets[end])


def find(
    quote: str,
    page: Page,
    *,
    start: int | None = None,
    end: int | None = None,
    prefix: str = "",
    suffix: str = "",
    anchored_here: bool = False,
) -> Finding:
    """Where the quote stands in the page.

    `start` and `end` are where it stood, `prefix` and `suffix` the words around it. `anchored_here` says that a
    curator put it at that place of this very snapshot: then it may begin or end within a word.
    """
    text = page.text
    if start is not None and text[start:end] == quote and (anchored_here or is_whole(text, start, end)):
        return Finding(Outcome.EXACT, (Place(start, end),))
    if places := verbatim(quote, page) or alike(quote, page):
        places = decide(places, page, prefix, suffix)
        return Finding(Outcome.MOVED if len(places) == 1 else Outcome.SEVERAL, tuple(places))
    places = similar(quote, page)
    if not places:
        return Finding(Outcome.MISSING)
    matching = [place for place in places if says_the_same_numbers(quote, text[place.start : place.end])]
    if not matching:
        return Finding(Outcome.REFUSED, tuple(decide(nearest(places), page, prefix, suffix)[:1]))
    matching = decide(nearest(matching), page, prefix, suffix)
    return Finding(Outcome.CHANGED if len(matching) == 1 else Outcome.SEVERAL, tuple(matching))


# The same words


def verbatim(quote: str, page: Page) -> list[Place]:
    text, places = page.text, []
    start = text.find(quote)
    while start != -1:
        end = start + len(quote)
        if is_whole(text, start, end):
            places.append(Place(start, end))
        start = text.find(quote, start + 1)
    return places


def alike(quote: str, page: Page) -> list[Place]:
    """Where the same words stand, printed with other white space, quotation marks or dashes."""
    words = plain(quote).split(" ")
    if words == [""]:
        return []
    text = page.folded[0]
    found = (match.span() for match in re.finditer(" +".join(map(re.escape, words)), text))
    return [Place(*page.own(start, end)) for start, end in found if is_whole(text, start, end)]


def is_whole(text: str, start: int, end: int) -> bool:
    """Whether these are whole words and whole numbers: "2 million" does not stand in "12 million" or "1.2 million"."""
    before, after = text[max(start - 2, 0) : start], text[end : end + 2]
    if is_letter(before[-1:]) and is_letter(text[start]):
        return False
    if is_letter(text[end - 1]) and (is_letter(after[:1]) or unicodedata.combining(after[:1] or " ")):
        return False
    if text[start].isdigit() and re.fullmatch(r"\d[.,]", before):
        return False
    return not (text[end - 1].isdigit() and re.match(r"[.,]\d", after))


def is_letter(character: str) -> bool:
    return character.isalnum() or character == "_" or bool(character and unicodedata.combining(character))


# Several places


def decide(places: list[Place], page: Page, prefix: str, suffix: str) -> list[Place]:
    """The one place that the words before and after single out; all of them where these do not.

    One place alone has all of both; or it has at least ten characters, and twice as many as any other.
    """
    if len(places) < 2:
        return places
    before, after = plain(prefix)[::-1], plain(suffix)
    if not before and not after:
        return places
    shared = []
    for place in places:
        ahead = plain(page.text[max(place.start - 2 * LONGEST_CONTEXT, 0) : place.start])[::-1]
        behind = plain(page.text[place.end : place.end + 2 * LONGEST_CONTEXT])
        shared.append((common(before, ahead), common(after, behind)))
    whole = [place for place, both in zip(places, shared, strict=True) if both == (len(before), len(after))]
    if len(whole) == 1:
        return whole
    if len(whole) > 1:
        return places
    ranked = sorted(zip(map(sum, shared), places, strict=True), key=lambda pair: -pair[0])
    (most, best), (second, _) = ranked[:2]
    return [best] if most >= 10 and most >= 2 * second else places


def common(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    length = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        length += 1
    return length


# Similar words


def similar(quote: str, page: Page) -> list[Place]:
    """Passages like the quote, the likest first, none overlapping another.

    Candidates are places where rare words of the quote stand at the distances they have in it; only these are
    compared by characters.
    """
    wanted = plain(quote)
    words = [word.lower() for word in re.findall(r"\w+", wanted)]
    found = []
    for first in candidates(words, page):
        start, end, likeness = best_span(wanted, words, page, first)
        if likeness >= SIMILAR:
            found.append(Place(*page.own(start, end), likeness))
    apart = []
    for place in sorted(found, key=lambda place: -place.likeness):
        if all(place.end <= other.start or place.start >= other.end for other in apart):
            apart.append(place)
    return apart


def nearest(places: list[Place]) -> list[Place]:
    """Those as like the quote as the likest."""
    return [place for place in places if place.likeness > places[0].likeness - AS_GOOD]


def candidates(words: list[str], page: Page) -> list[int]:
    """Numbers of the page's words at which a passage like these may begin, the most promising first."""
    known = [(number, page.places_of_words[word]) for number, word in enumerate(words) if word in page.places_of_words]
    # A passage without half of the words is not similar.
    if 2 * len(known) < len(words):
        return []
    votes = Counter()
    for number, places in sorted(known, key=lambda pair: len(pair[1]))[:RAREST]:
        votes.update(place - number for place in places)
    if not votes:
        return []
    # Words put in or left out move the rest: votes nearby count too.
    reach = max(3, len(words) // 8)
    near = Counter({first: sum(votes[first + shift] for shift in range(-reach, reach + 1)) for first in votes})
    chosen = []
    for first, _ in sorted(near.items(), key=lambda item: (-item[1], -votes[item[0]], item[0])):
        if all(abs(first - other) > reach for other in chosen):
            chosen.append(first)
        if len(chosen) == CANDIDATES:
            break
    return chosen


def best_span(wanted: str, words: list[str], page: Page, first: int) -> tuple[int, int, float]:
    """The passage near the word numbered `first` that is likest to the quote: start, end (folded), likeness."""
    reach = max(3, len(words) // 2)
    low, high = max(first - reach, 0), min(first + len(words) + reach, len(page.words))
    near = [word[0].lower() for word in page.words[low:high]]
    pairs = [
        (op.src_start + step, op.dest_start + step)
        for op in LCSseq.opcodes(words, near)
        if op.tag == "equal"
        for step in range(op.src_end - op.src_start)
    ]
    if not pairs:
        return 0, 0, 0.0
    begin = max(low + pairs[0][1] - pairs[0][0], 0)
    finish = min(low + pairs[-1][1] + len(words) - pairs[-1][0], len(page.words))
    best = (likeness(wanted, page, begin, finish), begin, finish)
    while True:  # Move either end by a word or more while that makes it liker.
        _, begin, finish = best
        moves = [(begin + a, finish + b) for a in range(-3, 4) for b in range(-3, 4)]
        better = max((likeness(wanted, page, a, b), a, b) for a, b in moves if 0 <= a < b <= len(page.words))
        if better[0] <= best[0]:
            break
        best = better
    score, begin, finish = best
    begin, finish = with_edges(words, page, begin, finish)
    start, end = with_marks(wanted, page, page.words[begin].start(), page.words[finish - 1].end())
    return start, end, score


def with_edges(words: list[str], page: Page, begin: int, finish: int) -> tuple[int, int]:
    """Where the quote's first or last words are others now, the passage takes these in, to a near sentence's edge."""
    present = [word[0].lower() for word in page.words[begin:finish]]
    equal = [op for op in LCSseq.opcodes(words, present) if op.tag == "equal"]
    if not equal:
        return begin, finish
    ahead = equal[0].src_start - equal[0].dest_start
    behind = (len(words) - equal[-1].src_end) - (len(present) - equal[-1].dest_end)
    text = page.folded[0]
    if ahead > 0:
        places = range(begin - 1, max(begin - ahead - 3, -1), -1)
        edges = (n for n in places if n == 0 or EDGE.search(text, page.words[n - 1].end(), page.words[n].start()))
        begin = next(edges, max(begin - ahead, 0))
    if behind > 0:
        last = len(page.words) - 1
        places = range(finish, min(finish + behind + 2, last + 1))
        edges = (n for n in places if n == last or EDGE.search(text, page.words[n].end(), page.words[n + 1].start()))
        finish = next(edges, min(finish + behind, last + 1) - 1) + 1
    return begin, finish


def likeness(wanted: str, page: Page, begin: int, finish: int) -> float:
    text = page.folded[0][page.words[begin].start() : page.words[finish - 1].end()]
    return fuzz.ratio(wanted.strip("\"' .,;:-"), text, score_cutoff=SIMILAR / 2)


def with_marks(wanted: str, page: Page, start: int, end: int) -> tuple[int, int]:
    """The marks at a quote's edges belong to the passage too, where it has them."""
    text = page.folded[0]
    opening, closing = re.match(r"[^\w\s]*", wanted)[0], re.search(r"[^\w\s]*$", wanted)[0]
    for mark in reversed(opening):
        if start and text[start - 1] == mark:
            start -= 1
    for mark in closing:
        if text[end : end + 1] == mark:
            end += 1
    return start, end


# What differs


@dataclass(frozen=True)
class Piece:
    """A run of words with the white space after it: in both, in the quote alone (del), or in the source alone (ins)."""

    kind: str  # "same", "del", "ins"
    text: str


def difference(quote: str, passage: str) -> list[Piece]:
    """The way from the quote to the passage, word by word."""
    ours, theirs = (re.findall(r"\S+\s*|^\s+", text) for text in (quote, passage))
    pieces, gone, come = [], "", ""
    for op in LCSseq.opcodes([word.rstrip() for word in ours], [word.rstrip() for word in theirs]):
        old, new = "".join(ours[op.src_start : op.src_end]), "".join(theirs[op.dest_start : op.dest_end])
        if op.tag != "equal":
            gone, come = gone + old, come + new
            continue
        pieces += [Piece("del", gone), Piece("ins", come), Piece("same", new)]
        gone, come = "", ""
    return [piece for piece in [*pieces, Piece("del", gone), Piece("ins", come)] if piece.text]


def around(text: str, start: int, end: int, length: int = 32) -> tuple[str, str]:
    """The words before and after a place: prefix and suffix, each `length` characters or to the word's end."""
    before, after = text[max(start - 2 * length, 0) : start], text[end : end + 2 * length]
    heads = [match.start() for match in re.finditer(r"(?<!\S)\S", before)]
    tails = [match.end() for match in re.finditer(r"\S(?!\S)", after)]
    cut = bisect_left(heads, len(before) - length)
    prefix = before[heads[max(cut - 1, 0)] :] if heads else before
    tail = bisect_left(tails, length)
    suffix = after[: tails[min(tail, len(tails) - 1)]] if tails else after
    return prefix, suffix
