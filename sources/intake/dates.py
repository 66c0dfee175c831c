"""Dates of publication as documents write them, in English and Spanish, only as exact as they are written.

A date comes out as `2017-03-19`, `2017-03` or `2017`, or `…/…` for two days (see factbase.dates).
"""

import re
from calendar import monthrange
from dataclasses import dataclass

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan enero ene",
            "february feb febrero",
            "march mar marzo",
            "april apr abril abr",
            "may mayo",
            "june jun junio",
            "july jul julio",
            "august aug agosto ago",
            "september sept sep septiembre setiembre set",
            "october oct octubre",
            "november nov noviembre",
            "december dec diciembre dic",
        ),
        1,
    )
    for name in names.split()
}
_MONTH = rf"(?P<month>{'|'.join(sorted(MONTHS, key=len, reverse=True))})\b\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|º|°|er|o)?"
_YEAR = r"(?P<year>(?:1[5-9]|20)\d{2})"
_WEEKDAY = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|lunes|martes|mi[ée]rcoles|jueves|viernes|s[áa]bado|domingo),?\s+"
)
FORMS = [
    re.compile(rf"\b(?:{form})(?![\w/-])", re.IGNORECASE)
    for form in (
        rf"(?:{_WEEKDAY})?{_MONTH}\s+{_DAY}(?:,|\s+de|\s+del)?\s+{_YEAR}",  # March 19, 2017
        rf"(?:{_WEEKDAY})?{_DAY}(?:\s+de)?\s+{_MONTH}(?:,|\s+de|\s+del|\s+of)?\s+{_YEAR}",  # 5 de marzo de 2017
        rf"{_YEAR}-(?P<number>\d{{2}})-(?P<day>\d{{2}})",  # 2017-03-19
        rf"{_YEAR}/(?P<number>\d{{1,2}})/(?P<day>\d{{1,2}})",  # 2017/03/19
        rf"{_MONTH}(?:,|\s+de|\s+del)?\s+{_YEAR}",  # March 2017
        r"(?P<first>\d{1,2})[/.](?P<second>\d{1,2})[/.](?P<year>(?:1[5-9]|20)\d{2})",  # 19/03/2017
    )
]
ISO = re.compile(r"(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?(?:[-/]?$|T|\s+\d\d:)")


@dataclass(frozen=True)
class Written:
    """A date in a text: where it stands, its words, and what they say; "" where they can be read in two ways."""

    start: int
    end: int
    words: str
    value: str


def find_dates(text: str, language: str = "") -> list[Written]:
    """Every full date, and month of a year, in the order of the text. A day without a year is none."""
    found: list[Written] = []
    for form in FORMS:
        for match in form.finditer(text):
            if any(match.start() < other.end and other.start < match.end() for other in found):
                continue
            value = value_of(match.groupdict(), language)
            if value is not None:
                found.append(Written(match.start(), match.end(), match.group(), value))
    return sorted(found, key=lambda date: date.start)


def value_of(parts: dict[str, str], language: str) -> str | None:
    year = int(parts["year"])
    if parts.get("first"):
        return numeric(year, int(parts["first"]), int(parts["second"]), language)
    month = int(parts["number"]) if parts.get("number") else MONTHS[parts["month"].lower()]
    return partial(year, month, int(parts["day"]) if parts.get("day") else None)


def numeric(year: int, first: int, second: int, language: str) -> str | None:
    """19/03/2017 is the same everywhere. 03/04/2017 is a day in April in Spanish, and two different ones in English."""
    day_first, month_first = partial(year, second, first), partial(year, first, second)
    if language.startswith("es") or day_first == month_first:
        return day_first
    if day_first and month_first:
        return ""
    return day_first or month_first


def partial(year: int | None, month: int | None = None, day: int | None = None) -> str | None:
    """The parts of a date put together as far as they go; None for no date."""
    if not year or not 1000 <= year <= 9998:
        return None
    if month is None:
        return f"{year:04d}"
    if not 1 <= month <= 12:
        return None
    if day is None:
        return f"{year:04d}-{month:02d}"
    return f"{year:04d}-{month:02d}-{day:02d}" if 1 <= day <= monthrange(year, month)[1] else None


def from_metadata(text: str) -> str:
    """A date out of metadata (ISO 8601 or 2017/03/19, with or without a time) or in words; "" where it is neither.

    The day is the one that is written, in the document's own time zone.
    """
    text = text.strip()
    match = ISO.match(text)
    if match:
        return partial(*(int(part) if part else None for part in match.groups())) or ""
    dates = find_dates(text)
    return dates[0].value if dates else ""
