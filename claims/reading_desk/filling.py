"""From a place in a text to the claim that a curator would make of it, filled in as far as the text says."""

import re
from dataclasses import dataclass

from claims.anchors import around
from claims.quantities import Reading
from claims.quotations import Quotation

from .proposals import Read

OPENING, CLOSING = "“\"‘'«„‹—–―", "”\"’'»“›"
CONJUNCTION = re.compile(r"(?:that|que)\s+", re.IGNORECASE)


class NoWords(ValueError):
    """There is nothing at that place to make a claim of."""


@dataclass(frozen=True)
class Filling:
    """What is known of the words from `start` to `end`.

    `speaker` is the name as the text has it in full, or a description, or "" where nobody is named; `attributed_to`
    the words by which the text names the speaker there. `directness` is one of Citation.Directness.
    """

    start: int
    end: int
    quote: str
    prefix: str
    suffix: str
    text: str
    directness: str
    speaker: str
    attributed_to: str
    quantities: list[Reading]


def fill(text: str, page: Read, start: int, end: int) -> Filling:
    """The claim made of these words. White space, quotation marks around them and "that" before them are left off.

    Raises NoWords.
    """
    start, end = trimmed(text, page, start, end)
    if not any(character.isalnum() for character in text[start:end]):
        raise NoWords(f"There are no words from {start} to {end}.")
    quotation, directness = said_in(page.quotations, start, end)
    prefix, suffix = around(text, start, end)
    named = quotation is not None and quotation.speaker_start is not None
    return Filling(
        start=start,
        end=end,
        quote=text[start:end],
        prefix=prefix,
        suffix=suffix,
        text=one_line(text[start:end]),
        directness=directness,
        speaker=(quotation.speaker or "") if quotation else "",
        attributed_to=text[quotation.speaker_start : quotation.speaker_end] if named else "",
        quantities=[found for found in page.quantities if start <= found.start and found.end <= end],
    )


def trimmed(text: str, page: Read, start: int, end: int) -> tuple[int, int]:
    """Where the words themselves are: without what is around a quotation, be it marks or "that"."""
    is_marked = any(each.is_direct and (each.start, each.end) == (start, end) for each in page.quotations)
    start, end = bare(text, start, end, marked=is_marked)
    conjunction = CONJUNCTION.match(text, start, end)
    reported = any(not each.is_direct and each.start == start for each in page.quotations)
    return (conjunction.end(), end) if conjunction and reported else (start, end)


def bare(text: str, start: int, end: int, *, marked: bool = False) -> tuple[int, int]:
    """Without white space at the edges, and without quotation marks: “We will go,” → We will go.

    One at the end alone may be an apostrophe, and stays, unless the words are known to be `marked`.
    """
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start >= end or not (marked or text[start] in OPENING):
        return start, end
    while start < end and (text[start] in OPENING or text[start].isspace()):
        start += 1
    last = end
    while start < end and (text[end - 1] in CLOSING or text[end - 1].isspace()):
        end -= 1
    # A comma before the closing mark is the reporter's.
    return (start, end - 1) if end < last and text[end - 1] == "," else (start, end)


def said_in(quotations: list[Quotation], start: int, end: int) -> tuple[Quotation | None, str]:
    """The quotation that these words are of, the innermost, and how directly they are quoted."""
    over = [each for each in quotations if each.start <= start and end <= each.end]
    if over:
        inner = min(over, key=lambda each: (each.end - each.start, not each.is_direct))
        if inner.is_direct:
            return inner, "direct"
        quoted = any(each.is_direct and each.start < end and start < each.end for each in quotations)
        return inner, "partial" if quoted else "indirect"
    under = [each for each in quotations if each.start < end and start < each.end]
    if not under:
        return None, "author"
    speakers = {each.speaker for each in under}
    if len(speakers) > 1:
        return None, "author"  # Several people's words in one: whose they are is for the curator to say.
    return under[0], "partial" if any(each.is_direct for each in under) else "indirect"


def one_line(words: str) -> str:
    return " ".join(words.split())
