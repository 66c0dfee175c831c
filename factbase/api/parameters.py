"""Query parameters: what each kind of them accepts, and what it says of anything else.

Every parameter carries its help text and an example, which land in the schema. A repeated one means "any of"
where `many` is true, and is an error elsewhere. Nothing that was asked is ever left out silently.
"""

import re
from datetime import UTC, date, datetime, time
from decimal import Decimal
from functools import lru_cache
from uuid import UUID

import django_filters
from django import forms
from django.contrib.postgres.search import TrigramSimilarity
from django.core.exceptions import ValidationError
from django.db.models import F, Model, Q, QuerySet
from psycopg.types.range import Range

from factbase.api.writing import NOT_BLANK
from factbase.dates import parse_day_or_span
from factbase.models import Redirect
from factbase.permissions import is_public
from factbase.statements import Sql, among, fetch, keys_of, settled

MAX_LENGTH = 1000


YEAR, MONTH, DAY = "[0-9]{4}", "(0[1-9]|1[0-2])", "(0[1-9]|[12][0-9]|3[01])"
TIME = r"([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\.[0-9]{1,6})?)?(Z|[+-]([01][0-9]|2[0-3]):?[0-5][0-9])"


def is_written(text: str, as_in: dict) -> bool:
    """Whether a text is as a schema's pattern has it."""
    return bool(re.fullmatch(as_in["pattern"].removeprefix("^").removesuffix("$"), text))


class Impossible(ValueError):
    """What is written as it should be, and cannot be asked all the same. `code` is a stable word for programs."""

    def __init__(self, message: str, code: str):
        super().__init__(message)
        self.code = code


class Parameter(django_filters.Filter):
    """A query parameter. Subclasses say how one value is read (`read`) and what it means (`filter`)."""

    many = False
    looks_up = False  # Whether `read` asks the database for records, which may be others a moment later.
    schema: dict = {"type": "string", "pattern": NOT_BLANK, "maxLength": MAX_LENGTH}

    def __init__(self, field_name=None, lookup_expr=None, *, help_text: str, example, **kwargs):
        self.example = example
        super().__init__(field_name, lookup_expr, help_text=help_text, **kwargs)

    @property
    def field(self):
        return ParameterField(self)

    def read(self, text: str):
        """The value that `text` stands for. Raises ValueError with the remedy."""
        return text

    def read_all(self, texts: list[str]):
        values = [self.read(text) for text in texts]
        return values if self.many else values[0]

    def shown(self, texts: list[str], value):
        """How an answer says that this parameter was applied: JSON."""
        return value


class ParameterField(forms.Field):
    """Lets a form hand all values of a parameter to its filter."""

    widget = forms.SelectMultiple  # for its reading of repeated parameters; nothing is shown

    def __init__(self, parameter: Parameter):
        super().__init__(required=False, help_text=parameter.extra["help_text"])
        self.parameter = parameter

    def clean(self, texts):
        if not texts:
            return None
        if len(texts) > 1 and not self.parameter.many:
            raise ValidationError(f"Given {len(texts)} times: give it once.", code="repeated")
        for text in texts:
            if not text.strip():
                raise ValidationError("It is empty: give a value, or leave the parameter out.", code="empty")
            if len(text) > MAX_LENGTH:
                raise ValidationError(f"{len(text)} characters: {MAX_LENGTH} at most.", code="too_long")
            if "\0" in text:
                raise ValidationError("It has a NUL character in it: leave that out.", code="not_text")
        try:
            return self.parameter.read_all(texts)
        except ValueError as error:
            raise ValidationError(str(error), code=getattr(error, "code", "invalid")) from None


class Text(Parameter):
    """Words, handed to `lookup_expr` as they are."""


class Words(Parameter):
    """Each of these words, or a part of one, in any order; capitals and accents ignored."""

    def filter(self, queryset, text):
        return queryset.filter(*(Q(**{f"{self.field_name}__unaccent__icontains": word}) for word in text.split()))


class AnyOf(Parameter):
    """Equals any of the values given: words, or codes of that `pattern` which `validator` knows."""

    many = True

    def __init__(self, *args, validator=None, pattern: str = "", **kwargs):
        self.validator = validator
        self.schema = {"type": "string", "pattern": pattern} if pattern else super().schema
        super().__init__(*args, **kwargs)

    def read(self, text):
        try:
            if self.validator:
                self.validator(text)
        except ValidationError as error:
            raise Impossible(error.messages[0], code="unknown") from None
        return text

    def filter(self, queryset, values):
        return queryset.filter(**{f"{self.field_name}__in": values})


class Choice(Parameter):
    """One of a few words."""

    def __init__(self, *args, choices: list[str], **kwargs):
        self.choices = choices
        super().__init__(*args, **kwargs)

    @property
    def schema(self):
        return {"type": "string", "enum": self.choices}

    def read(self, text):
        if text not in self.choices:
            raise ValueError(f"'{text}' is not known here: choose {', '.join(self.choices)}.")
        return text


class Choices(Choice):
    """Any of a few words."""

    many = True

    def filter(self, queryset, values):
        return queryset.filter(**{f"{self.field_name}__in": values})


class YesNo(Parameter):
    """true or false; `condition` is the Q of true."""

    schema = {"type": "boolean"}

    def __init__(self, *args, condition: Q, **kwargs):
        self.condition = condition
        super().__init__(*args, **kwargs)

    def read(self, text):
        if text not in ("true", "false"):
            raise ValueError(f"'{text}' is neither true nor false: write one of these.")
        return text == "true"

    def filter(self, queryset, value):
        return queryset if value is None else queryset.filter(self.condition if value else ~self.condition)


class Number(Parameter):
    """A number in digits, with a point for decimals: 3201144 or 12.5."""

    schema = {"type": "string", "pattern": r"^[+-]?[0-9]{1,24}(\.[0-9]{1,24})?$"}

    def read(self, text):
        if not is_written(text, as_in=self.schema):
            raise ValueError(
                f"'{text}' is no number of 24 digits before the point and after it at most: write digits, such as"
                " 3201144 or 12.5."
            )
        return Decimal(text)

    def shown(self, texts, value):
        return texts[0]


class Day(Parameter):
    """A day, or a month or year for its first day; with `last=True` its last. Both ends are inclusive."""

    schema = {"type": "string", "pattern": rf"^{YEAR}(-{MONTH}(-{DAY})?)?$"}

    def __init__(self, *args, last: bool = False, **kwargs):
        self.last = last
        kwargs["help_text"] += " As 2017-02-23, 2017-02 or 2017."
        super().__init__(*args, **kwargs)

    def read(self, text) -> date:
        try:
            return parse_day_or_span(text)[1 if self.last else 0]
        except ValueError as error:
            if is_written(text, as_in=self.schema):
                raise Impossible(str(error), code="no_such_day") from None
            raise

    def shown(self, texts, value):
        return value.isoformat()


class RangeReaches(Day):
    """A range of days reaches into the time from that day on, or up to it."""

    def filter(self, queryset, day):
        reached = Range(None, day, "(]") if self.last else Range(day, None, "[)")
        return queryset.filter(**{f"{self.field_name}__overlap": reached})


class TimeReaches(Day):
    """A time lies on that day or later, or on it or earlier (UTC)."""

    def filter(self, queryset, day):
        if self.last:
            return queryset.filter(**{f"{self.field_name}__lte": datetime.combine(day, time.max, UTC)})
        return queryset.filter(**{f"{self.field_name}__gte": datetime.combine(day, time.min, UTC)})


class Records(Parameter):
    """Any of some records, each by its slug, or by its id where the model has no slug.

    Only what the asker may see is known here. A merged record answers with its survivor.
    """

    many = True
    looks_up = True

    def __init__(self, *args, model: type[Model], **kwargs):
        self.records = model  # `model` itself is the filter set's
        self.key = "slug" if hasattr(model, "slug") else "pk"
        if self.key == "pk":
            self.schema = {"type": "string", "format": "uuid"}
        super().__init__(*args, **kwargs)

    def read_all(self, texts) -> list[UUID]:
        user = self.parent.request.user
        if self.key == "pk":
            texts = [str(self.read_id(text)) for text in texts]
        keys = public_keys(self.records, self.key) if is_public(user) else visible_keys(self.records, self.key, user)
        found = {key.decode(): UUID(pk.decode()) for key, pk in fetch(among(keys, texts))}
        if missing := [text for text in texts if text not in found]:
            visible = self.records._default_manager.visible_to(user)
            found |= survivors(visible, missing)
            for text in missing:
                if text not in found:
                    raise Impossible(self.unknown(text, visible), code="unknown")
        return list(found.values())

    def shown(self, texts, value):
        return texts

    def read_id(self, text: str) -> UUID:
        try:
            return UUID(text)
        except ValueError:
            raise ValueError(f"'{text}' is no id: write one such as 01a2015c-d9d4-7664-aa0e-d11ef93069ba.") from None

    def unknown(self, text: str, visible: QuerySet) -> str:
        name = self.records._meta.verbose_name
        if self.key == "pk":
            return f"No {name} has the id '{text}'."
        nearest = visible.order_by(TrigramSimilarity("slug", text).desc()).values_list("slug", flat=True).first()
        return f"No {name} is called '{text}'" + (f": the nearest is '{nearest}'." if nearest else ".")

    def filter(self, queryset, pks):
        return queryset.filter(**{f"{self.field_name}__in": pks})


def visible_keys(model: type[Model], key: str, user) -> Sql:
    return keys_of(model._default_manager.visible_to(user), F(key))


@lru_cache(maxsize=100)
def public_keys(model: type[Model], key: str) -> Sql:
    """Put together once and kept: it takes longer than to carry out."""
    return settled(visible_keys(model, key, None))


def survivors(visible: QuerySet, keys: list[str]) -> dict[str, UUID]:
    """For each of these old slugs or ids that was merged away, the id of the visible record that answers now."""
    redirects = Redirect.objects.filter(kind=visible.model._meta.model_name, key__in=keys)
    targets = dict(redirects.values_list("key", "target"))
    seen = set(visible.filter(pk__in=targets.values()).values_list("pk", flat=True)) if targets else set()
    return {key: pk for key, pk in targets.items() if pk in seen}


class Moment(Parameter):
    """A time with its offset from UTC, or a day for its beginning there."""

    schema = {"type": "string", "pattern": rf"^{YEAR}-{MONTH}-{DAY}(T{TIME})?$"}

    def __init__(self, *args, **kwargs):
        kwargs["help_text"] += " As 2026-01-31T12:00Z or 2026-01-31T12:00-06:00; a day begins at 00:00 UTC."
        super().__init__(*args, **kwargs)

    def read(self, text) -> datetime:
        # A plus sign that was not escaped arrives as a blank.
        written = re.sub(r" (\d\d:?\d\d)$", r"+\1", text)
        said = f"'{text}' is no time: write 2026-01-31T12:00Z, with Z or an offset, or 2026-01-31 for its beginning."
        if not is_written(written, as_in=self.schema):
            raise ValueError(said)
        try:
            moment = datetime.fromisoformat(written)
            return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
        except (ValueError, OverflowError):
            raise Impossible(said, code="no_such_day") from None
