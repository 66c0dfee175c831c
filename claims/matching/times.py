"""The time that a sentence is about, as far as it says one: fiscal years, years, months."""

import re
from datetime import date

from psycopg.types.range import Range

MONTHS = {
    name: number
    for names in (
        "january february march april may june july august september october november december",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    )
    for number, name in enumerate(names.split(), 1)
}
YEAR = r"(1[6-9]\d\d|20\d\d|21\d\d)"
# Of the United States, whose years these are in news in English and Spanish.
FISCAL = re.compile(rf"\b(?:fiscal\s+(?:year\s+)?(?:de\s+)?|FY\s?){YEAR}\b", re.IGNORECASE)
MONTH = re.compile(rf"\b({'|'.join(MONTHS)})(?:\s+\d{{1,2}})?,?\s+(?:del?\s+)?{YEAR}\b", re.IGNORECASE)
ALONE = re.compile(rf"(?<![\d.,$€£-]){YEAR}(?![\d%]|[.,]\d)")
SAME = 0.5  # of the longer of two times, that they share


def read_time(text: str) -> Range | None:
    """From the first day to the last that the text names, half-open; None where it names none."""
    found = []

    def taken(match, days):
        found.append(days)
        return " " * len(match[0])

    rest = FISCAL.sub(lambda match: taken(match, fiscal_year(int(match[1]))), text)
    if found:  # "between October 2022 and September 2023, the fiscal year 2023" says it twice
        return span(found)
    rest = MONTH.sub(lambda match: taken(match, month(int(match[2]), MONTHS[match[1].lower()])), rest)
    ALONE.sub(lambda match: taken(match, (date(int(match[1]), 1, 1), date(int(match[1]) + 1, 1, 1))), rest)
    return span(found) if found else None


def span(found: list[tuple[date, date]]) -> Range:
    return Range(min(first for first, _ in found), max(after for _, after in found))


def fiscal_year(year: int) -> tuple[date, date]:
    """From October to September; through 1976 it ran July to June."""
    begins = 10 if year > 1976 else 7
    return date(year - 1, begins, 1), date(year, begins, 1)


def month(year: int, number: int) -> tuple[date, date]:
    return date(year, number, 1), date(year + number // 12, number % 12 + 1, 1)


def shared(one: Range, other: Range) -> float:
    """How much of the longer of two times they share, from 0 to 1; an open end is shared."""
    first = max(one.lower or date.min, other.lower or date.min)
    after = min(one.upper or date.max, other.upper or date.max)
    longest = max((days.upper or date.max) - (days.lower or date.min) for days in (one, other))
    return max((after - first) / longest, 0)
