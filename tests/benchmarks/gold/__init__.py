"""The gold texts: news written for Factbase, with every quotation and quantity marked. README.md gives the rules.

for text in load("dev", "es"):
    text.text, text.quotations, text.quantities
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

FOLDER = Path(__file__).parent
SPLITS = ("dev", "held_out")
KINDS = ("direct", "indirect", "mixed")
COMPARATORS = ["equal", "about", "nearly", "more_than", "at_least", "less_than", "at_most", "between", "order"]


class GoldError(ValueError):
    """An annotation that does not fit its text."""


@dataclass(frozen=True)
class Quotation:
    """Words reported. Offsets are code points of the text, `end` exclusive, quotation marks included."""

    start: int
    end: int
    words: str
    kind: str  # one of KINDS
    speaker: str  # the fullest name that the text gives, or the words for one unnamed; "" when nobody is said
    speaker_start: int | None  # of `said_by`, the words beside this very quotation; None when there are none
    speaker_end: int | None
    cue: str  # "said", "according to"; "" when there is none
    optional: bool  # found or not found, both are right

    @property
    def is_direct(self) -> bool:
        return self.kind == "direct"


@dataclass(frozen=True)
class Quantity:
    """A number alone, without its comparator, unit and currency sign. Offsets as in Quotation."""

    start: int
    end: int
    words: str
    value: Fraction
    upper: Fraction | None
    comparator: str  # one of COMPARATORS
    unit: str
    per: str
    optional: bool


@dataclass(frozen=True)
class Text:
    """One news text with all its quotations and quantities, in the order of their beginnings."""

    name: str
    split: str
    language: str
    style: str
    shows: list[str]
    text: str
    quotations: list[Quotation]
    quantities: list[Quantity]


def load(split: str | None = None, language: str | None = None) -> list[Text]:
    """The texts of one split and language, or all. Raises GoldError where an annotation does not fit its text."""
    splits = SPLITS if split is None else (split,)
    paths = [path for name in splits for path in sorted((FOLDER / name).glob(f"{language or '*'}-*.json"))]
    return [read(path) for path in paths]


def read(path: Path) -> Text:
    """One text: `path` is its .json, beside which stands the .txt."""
    text = path.with_suffix(".txt").read_text(encoding="utf-8")
    marks = json.loads(path.read_text(encoding="utf-8"))
    name = f"{path.parent.name}/{path.stem}"
    return Text(
        name=path.stem,
        split=path.parent.name,
        language=marks["language"],
        style=marks["style"],
        shows=marks["shows"],
        text=text,
        quotations=sorted((quotation(name, text, mark) for mark in marks["quotations"]), key=lambda q: q.start),
        quantities=sorted((quantity(name, text, mark) for mark in marks["quantities"]), key=lambda q: q.start),
    )


def quotation(name: str, text: str, mark: dict) -> Quotation:
    start, end = place(name, text, mark)
    said_by, kind = mark["said_by"], known(name, mark, "kind", KINDS)
    spoken = beside(name, text, said_by, start, end) if said_by else (None, None)
    if mark["cue"]:
        beside(name, text, mark["cue"], start, end)
    optional = mark.get("optional", False)
    return Quotation(start, end, mark["words"], kind, mark["speaker"], *spoken, mark["cue"], optional)


def quantity(name: str, text: str, mark: dict) -> Quantity:
    start, end = place(name, text, mark)
    upper = mark.get("upper")
    return Quantity(
        start=start,
        end=end,
        words=mark["words"],
        value=number(name, mark["value"]),
        upper=None if upper is None else number(name, upper),
        comparator=known(name, mark, "comparator", COMPARATORS),
        unit=mark["unit"],
        per=mark.get("per", ""),
        optional=mark.get("optional", False),
    )


def place(name: str, text: str, mark: dict) -> tuple[int, int]:
    """Where the words of an annotation stand: at their only place, or at the `nth`, counted from 1."""
    words = mark["words"]
    found = list(occurrences(text, words))
    if not found:
        raise GoldError(f"{name}: {words!r} is not in the text: copy the words from the .txt.")
    nth = mark.get("nth")
    if nth is None and len(found) > 1:
        raise GoldError(f"{name}: {words!r} stands {len(found)} times in the text: add nth, from 1.")
    if nth is not None and not 1 <= nth <= len(found):
        raise GoldError(f"{name}: {words!r} has nth {nth}, but stands {len(found)} times: write 1 to {len(found)}.")
    start = found[(nth or 1) - 1]
    return start, start + len(words)


def beside(name: str, text: str, words: str, start: int, end: int) -> tuple[int, int]:
    """Where the speaker's words or the cue stand: the place nearest to the quotation, as a whole word, outside it."""
    whole_words = re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)
    places = [match.span() for match in whole_words if match.end() <= start or match.start() >= end]
    if not places:
        raise GoldError(
            f"{name}: {words!r} is not beside {text[start:end]!r}: copy it from the .txt, or leave it empty."
        )
    return min(places, key=lambda span: max(start - span[1], span[0] - end))


def occurrences(text: str, words: str) -> Iterator[int]:
    start = text.find(words)
    while start != -1:
        yield start
        start = text.find(words, start + 1)


def number(name: str, value: str) -> Fraction:
    """'3200000', '12.5' or '2/3'."""
    try:
        return Fraction(value) if "/" in value else Fraction(Decimal(value))
    except (ArithmeticError, ValueError):
        raise GoldError(f"{name}: {value!r} is no number: write 3200000, 12.5 or 2/3.") from None


def known(name: str, mark: dict, field: str, choices) -> str:
    if mark[field] not in choices:
        raise GoldError(f"{name}: {field} {mark[field]!r} is unknown: write one of {', '.join(choices)}.")
    return mark[field]
