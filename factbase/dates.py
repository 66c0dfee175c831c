"""Dates that are known only so far, as ranges of days.

Written as in EDTF (ISO 8601-2): `2017-02-23` a day, `2018-12` a month, `2018` a year,
`2022-10-01/2023-09-30` both days included, `2012-12-01/..` and `../2017-03-19` open at one end.
In the database a range is half-open, `[from, to + 1 day)`.
"""

import re
from calendar import monthrange
from datetime import date, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from psycopg.types.range import Range

DAY = timedelta(days=1)
REMEDY = gettext_lazy("write 2017-02-23 for a day, 2022-10 for a month, 2018 for a year, or 2022-10-01/2023-09-30")
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
# A slash parts two dates where each could be one; "31/02" is one wrong date.
_INTERVAL = re.compile(r"(.*?)(?:(/)(\.\.|\d{4}.*))?", re.DOTALL)


class NoDate(ValueError):
    """Words that are no date at all."""

    def __init__(self, text: str):
        super().__init__(_("'%(text)s' is no date: %(remedy)s.") % {"text": text, "remedy": REMEDY})


def parse_day_or_span(text: str) -> tuple[date, date]:
    """First and last day of a written day, month or year. Raises ValueError with the remedy."""
    match = _DATE.fullmatch(text.strip())
    try:
        year, month, day = (int(part) if part else None for part in match.groups())
        if day is not None:
            return date(year, month, day), date(year, month, day)
        if month is not None:
            return date(year, month, 1), date(year, month, monthrange(year, month)[1])
        return date(year, 1, 1), date(year, 12, 31)
    except (AttributeError, ValueError, IndexError):
        raise NoDate(text) from None


def parse_range(text: str) -> Range:
    """A written date or interval as a half-open range. Raises ValueError with the remedy."""
    first, slash, last = _INTERVAL.fullmatch(text.strip()).groups()
    open_start, open_end = first == "..", last == ".."
    if open_start and (open_end or not slash):
        raise ValueError(_("'%(text)s' has no date in it: %(remedy)s.") % {"text": text, "remedy": REMEDY})
    try:
        start = None if open_start else parse_day_or_span(first)[0]
        end = None if open_end else parse_day_or_span(last if slash else first)[1]
    except ValueError:
        raise NoDate(text) from None
    if start and end and start > end:
        raise ValueError(_("'%(text)s' ends before it begins: write the earlier date first.") % {"text": text})
    return Range(start, _after(end), "[)")


def inclusive(days: Range) -> tuple[date | None, date | None]:
    """First and last day of a range; None where it is open."""
    start, end = days.lower, days.upper
    if start is not None and not days.lower_inc:
        start += DAY
    if end is not None and not days.upper_inc:
        end -= DAY
    return start, end


def format_range(days: Range | None) -> str:
    """A range as it would be written, the shortest way: `2018-12` rather than its first and last day."""
    if days is None or days.isempty:
        return ""
    start, end = inclusive(days)
    if start and end:
        for shorter in (str(start), str(start)[:7], str(start)[:4]):
            if parse_day_or_span(shorter) == (start, end):
                return shorter
    return f"{start or '..'}/{end or '..'}"


def _after(day: date | None) -> date | None:
    try:
        return day and day + DAY
    except OverflowError:
        raise ValueError(_("'%(day)s' is too late a date: the last is 9999-12-30.") % {"day": day}) from None
