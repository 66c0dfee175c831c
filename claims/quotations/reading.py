"""Takes a text apart: into paragraphs, and around the words in quotation marks into tokens and sentences."""

import re
from dataclasses import dataclass

from claims.quotations.lexicon import Language
from claims.quotations.marks import Marked

LETTER = r"[^\W\d_][\u0300-\u036f]*"
TOKEN = re.compile(
    rf"""(?:{LETTER}\.){{2,}}                                  # U.N., EE. UU. without space, J.R.
      | (?:{LETTER})+(?:['’‑-](?:{LETTER}|\d)+)*                # words, with apostrophes and hyphens
      | \d+(?:[.,:]\d+)*(?:[-‑]?(?:{LETTER})+)*                 # 3,000  4:30  30-year
      | \n
      | [^\w\s]|_""",
    re.VERBOSE,
)
ENDS = {".", "!", "?", "…"}
DASHES = {"—", "–", "―"}
LONGEST = 300  # tokens of a sentence; what goes on longer is no prose


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a mark, words in quotation marks as one (`quote` set), or a paragraph's end (text "\\n")."""

    text: str
    lower: str
    start: int
    end: int
    quote: Marked | None = None

    @property
    def is_word(self) -> bool:
        return self.quote is None and (self.text[0].isalnum())

    @property
    def is_capital(self) -> bool:
        return self.quote is None and self.text[0].isupper()


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Where each paragraph starts and ends. A line is a paragraph, unless the text is wrapped at a width: there many
    lines
    go on in lower case, and only an empty line ends a paragraph."""
    lines = []
    start = 0
    for line in text.splitlines(keepends=True):
        lines.append((start, start + len(line.rstrip()), line.strip()))
        start += len(line)
    singles = [(before[2], after[2]) for before, after in zip(lines, lines[1:], strict=False) if before[2] and after[2]]
    has_empty = any(not line for _, _, line in lines)
    wrapped = has_empty and len(singles) > 2 and sum(after[0].islower() for _, after in singles) > len(singles) / 3
    found: list[tuple[int, int]] = []
    go_on = False
    for first, last, line in lines:
        if not line:
            go_on = False
            continue
        if go_on and wrapped:
            found[-1] = (found[-1][0], last)
        else:
            found.append((first, last))
        go_on = True
    return found


def tokens(text: str, parts: list[tuple[int, int]], quotes: list[Marked]) -> list[Token]:
    """The text outside of the quotes as tokens, each quote as one token, and a "\\n" after each paragraph."""
    found: list[Token] = []
    waiting = iter(quotes)
    quote = next(waiting, None)

    def read(start: int, end: int) -> None:
        for match in TOKEN.finditer(text, start, end):
            if match[0] != "\n":
                found.append(Token(match[0], match[0].casefold(), match.start(), match.end()))

    for start, end in parts:
        place = start
        while quote and quote.start < end:
            read(place, quote.start)
            found.append(Token("“”", "“”", quote.start, quote.end, quote))
            place = quote.end
            quote = next(waiting, None)
        read(place, end)
        found.append(Token("\n", "\n", end, end))
    return found


def is_end(row: list[Token], i: int, language: Language) -> bool:
    """Whether the token is a stop that ends its sentence, rather than an abbreviation's."""
    token = row[i]
    if token.text == "\n":
        return True
    if token.text in DASHES or token.text == "-":
        return is_dateline(row, i, language)
    after = row[i + 1] if i + 1 < len(row) else None
    if token.quote or after is None or after.text == "\n":
        return False
    if token.text not in ENDS:
        before = token.text.casefold()
        # "in the U.S. The plan": the stop belongs to the abbreviation and ends the sentence too.
        return before.endswith(".") and len(before) > 3 and after.lower in language.not_names and after.is_capital
    if after.text in ENDS or after.text in ")]":
        return False
    if after.start == token.end and after.quote is None and token.text == ".":
        return False  # factbase.org, 3.a
    starts = after.quote is not None or after.is_capital or after.text[0].isdigit() or after.text in "¿¡([—–-"
    if not starts:
        return False
    if token.text == "." and i:
        before = row[i - 1]
        if before.end == token.start and (
            before.lower in language.abbreviations or (len(before.text) == 1 and before.is_capital)
        ):
            return False
    return True


def is_dateline(row: list[Token], i: int, language: Language) -> bool:
    """Whether the dash ends the place and agency that news begin with: "LIMA, 14 mar (Austral) -", "LAKE SARAN -"."""
    before = row[i - 1] if i else None
    if before is None or not (
        before.text in ")." or before.text.isupper() or before.lower in ("reuters", "ap", "afp", "efe")
    ):
        return False
    if i + 1 >= len(row) or row[i + 1].text == "\n" or row[i + 1].is_word and row[i + 1].text[0].islower():
        return False
    first = i
    while first > 0 and row[first - 1].text != "\n" and i - first < 16:
        first -= 1
    if i - first >= 16 or i == first or row[first].quote:
        return False
    place = row[first]
    return place.is_capital and (place.text.isupper() or ")" in (before.text, row[i - 2].text) or before.text == ".")


def sentences(row: list[Token], language: Language, goes_on: set[int]) -> list[tuple[int, int]]:
    """The sentences as (first, last + 1) of tokens. Words in marks that end in a stop end the sentence, too, unless
    their
    token is in `goes_on`: the cue ("said X") follows."""
    found = []
    first = 0
    for i, token in enumerate(row):
        ends = is_end(row, i, language)
        if not ends and token.quote and token.quote.ends_sentence and i not in goes_on and i + 1 < len(row):
            after = row[i + 1]
            ends = after.is_capital or after.quote is not None or after.text == "\n" or after.text in "¿¡—"
        if ends or i - first >= LONGEST:
            if i + 1 > first:
                found.append((first, i + 1))
            first = i + 1
    if first < len(row):
        found.append((first, len(row)))
    return found
