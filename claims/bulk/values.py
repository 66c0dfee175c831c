"""Reading one value of a record as its model's field takes it.

`reader(field)` gives a function from a JSON value to what COPY takes (text, number, None); it raises ValueError with
the reason and the remedy. Rules of several fields are the database's, tried in checks.py.
"""

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from decimal import Decimal
from difflib import get_close_matches
from functools import lru_cache
from uuid import UUID

from django.contrib.postgres.fields import ArrayField, DateRangeField
from django.core.exceptions import ValidationError
from django.db import models

from factbase.dates import parse_range
from factbase.fields import Number

Reader = Callable[[object], object]

DIGITS = re.compile(r"-?\d{1,48}(\.\d{1,48})?")
UUID_AS_USUAL = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
LARGEST = {models.PositiveSmallIntegerField: 32767, models.PositiveIntegerField: 2147483647}
LONGEST_TEXT = 1_000_000  # Characters of a field without a limit of its own: an abstract, notes.


def reader(field: models.Field) -> Reader:
    if field.choices:
        return among([value for value, _ in field.flatchoices], field)
    if isinstance(field, ArrayField):
        return array(words(field.base_field))
    if isinstance(field, DateRangeField):
        return days
    for kind, read in KINDS.items():
        if isinstance(field, kind):
            return read
    if isinstance(field, models.PositiveIntegerField | models.PositiveSmallIntegerField):
        return whole(LARGEST[type(field)])
    if isinstance(field, models.CharField | models.TextField):
        return words(field)
    raise TypeError(f"{field} has no reader yet: add one here.")


def text_of(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError("is no text: write it in quotation marks.")
    if not value.isascii():
        try:
            value.encode()
        except UnicodeEncodeError:
            raise ValueError("has half a character in it (a lone surrogate): mend the program that wrote it.") from None
    if "\0" in value:
        raise ValueError("has a NUL character in it: take it out.")
    return value


def words(field: models.Field) -> Reader:
    most, blank, exact = field.max_length or LONGEST_TEXT, field.blank, validated_by(field)

    def read(value):
        if value is None and blank:
            return ""
        text = text_of(value)
        if len(text) > most:
            raise ValueError(f"has {len(text):,} characters, and {most:,} are the most: shorten it.")
        if not text.strip():
            if not blank:
                raise ValueError("is empty: fill it in.")
        elif exact:
            exact(text)
        return text

    return read


def validated_by(field: models.Field) -> Callable[[str], None] | None:
    """The field's validators that look a value up or match it; each value is looked at once."""
    own = [v for v in field.validators if v not in models.CharField().validators and not hasattr(v, "limit_value")]
    if isinstance(field, models.URLField):
        own = [web_address]
    if not own:
        return None

    @lru_cache(4096)
    def problem(text: str) -> str:
        for validate in own:
            try:
                validate(text)
            except ValidationError as error:
                return " ".join(error.messages)
        return ""

    def check(text: str) -> None:
        if said := problem(text):
            raise ValueError(said)

    return check


def web_address(text: str) -> None:
    if not re.match(r"https?://[^/\s]+\S*$", text, re.IGNORECASE):
        raise ValidationError("is no web address: it starts with http:// or https:// and has no blanks.")


def among(known: list[str], field: models.Field) -> Reader:
    allowed = {value: value for value in known} | ({"": "", None: ""} if field.blank else {})

    def read(value):
        try:
            return allowed[value]
        except (KeyError, TypeError):
            near = get_close_matches(str(value), known, 1)
            hint = f" Did you mean {near[0]}?" if near else ""
            raise ValueError(f"is not known: write one of {', '.join(known)}.{hint}") from None

    return read


def array(read_one: Reader) -> Reader:
    def read(value):
        if not isinstance(value, list):
            raise ValueError("is no list: write […].")
        return [read_one(item) for item in value]

    return read


def whole(most: int) -> Reader:
    def read(value):
        if value is None:
            return None
        if type(value) is not int or not 0 <= value <= most:
            raise ValueError(f"is no whole number from 0 to {most:,}: write digits, without quotation marks.")
        return value

    return read


def number(value):
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, str | int | Decimal):
        raise ValueError('is no number: write its digits, such as "3200000".')
    text = value if isinstance(value, str) else format(value, "f") if abs(value) < 10**24 else str(value)
    if not DIGITS.fullmatch(text):
        raise ValueError('is no number of 48 digits at most: write them all, such as "3200000" or "-2.5".')
    return text


def yes_or_no(value):
    if type(value) is not bool:
        raise ValueError("is neither true nor false: write one of them, without quotation marks.")
    return value


def identity(value):
    if value is None:
        return None
    if isinstance(value, str):
        if UUID_AS_USUAL.fullmatch(value):
            return value
        try:
            return str(UUID(value))
        except ValueError:
            pass
    raise ValueError("is no id: write a UUID, such as 0190a2b4-0000-7000-8000-000000000001, or leave it out.")


def day(value):
    if value is None:
        return None
    if isinstance(value, str) and DAY.fullmatch(value):
        try:
            return date.fromisoformat(value).isoformat()
        except ValueError:
            pass
    raise ValueError("is no day: write 2017-02-23.")


def time(value):
    if value is None:
        return None
    try:
        moment = datetime.fromisoformat(text_of(value))
    except ValueError:
        raise ValueError("is no time: write 2017-02-23T12:00:00Z.") from None
    if moment.tzinfo is None:
        raise ValueError("does not say in which zone: write Z or +01:00 behind it.")
    return value


def days(value):
    """{"from", "to"}, both included, null where open; or in one word, as in factbase.dates."""
    if value is None:
        return None
    if isinstance(value, str):
        try:
            found = parse_range(value)
        except ValueError as error:
            raise ValueError(str(error)) from None
        return f"[{found.lower or ''},{found.upper or ''})"
    if not isinstance(value, dict):
        raise ValueError('is no date: write {"from": "2017-02-23", "to": "2017-02-23"}, or "2017-02" for a month.')
    return between(value.get("from"), value.get("to"))


def between(first, last) -> str | None:
    for end in (first, last):
        if end is not None and not isinstance(end, str):
            raise ValueError("has an end that is no day: write 2017-02-23.")
    return _between(first, last)


@lru_cache(65536)
def _between(first, last):
    first, last = day(first), day(last)
    if first and last and first > last:
        raise ValueError("ends before it begins: write the earlier day first.")
    try:
        after = last and (date.fromisoformat(last) + timedelta(days=1)).isoformat()
    except OverflowError:
        raise ValueError("is too late: the last day is 9999-12-30.") from None
    return f"[{first or ''},{after or ''})" if first or last else None


KINDS = {
    models.UUIDField: identity,
    models.BooleanField: yes_or_no,
    Number: number,
    models.DateTimeField: time,
    models.DateField: day,
}
