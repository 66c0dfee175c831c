"""Columns of a sheet: how a field of a record is written in a cell, and read from one."""

from datetime import datetime
from decimal import Decimal, InvalidOperation

from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from factbase.dates import REMEDY, NoDate, format_range, parse_range
from factbase.fields import DateRange, Verbatim

from .cells import WrongCell, joined, parts_of

YES, NO = ("yes", "true", "1", "x", "sí", "si"), ("no", "false", "0", "")


class Column:
    """A field of a record, as words in a cell.

    `fixed`: shown when exporting, and passed over when importing. `kept`: an empty cell leaves it as it is.
    """

    rule = ""

    def __init__(self, name, field, *, help="", example="", fixed=False, kept=False):
        self.name, self.field, self.example, self.fixed, self.kept = name, field, example, fixed, kept
        self.help = help or field.help_text

    @property
    def needed(self) -> bool:
        """True where a new record cannot do without."""
        return not (self.fixed or self.kept or self.field.blank or self.field.has_default())

    @property
    def meaning(self) -> str:
        return " ".join(str(part) for part in (self.help, "" if self.fixed else self.rule) if part)

    @property
    def use(self) -> str:
        """The column in a word."""
        if self.fixed:
            return _("key") if self.field.primary_key else _("read only")
        return _("needed") if self.needed else ""

    def value(self, record):
        return getattr(record, self.field.name)

    def cell(self, record):
        """What an export writes: words, or a number."""
        return self.text(record)

    def text(self, record) -> str:
        """The same as words, which two cells are compared by."""
        value = self.value(record)
        return "" if value is None else str(value)

    def set(self, record, text: str, resource) -> None:
        """Put what the cell says into the record. Raises ValueError with the remedy."""
        if isinstance(text, WrongCell):
            raise ValueError(text.problem)
        if "\0" in text:
            raise ValueError(_("has a NUL character in it: take that out."))
        if not text.strip():
            value = self.empty()
        else:
            value = self.read(text, resource)
            self.validate(value)
        self.put(record, value)

    def put(self, record, value) -> None:
        setattr(record, self.field.name, value)

    def empty(self):
        if self.needed:
            raise ValueError(
                _("is empty, and must not be: %(meaning)s") % {"meaning": self.meaning or _("fill it in.")}
            )
        if self.field.null:
            return None
        return self.field.get_default() if self.field.has_default() else ""

    def read(self, text: str, resource):
        raise NotImplementedError

    def validate(self, value) -> None:
        try:
            self.field.run_validators(value)
        except ValidationError as error:
            raise ValueError(" ".join(error.messages)) from None


class Text(Column):
    def __init__(self, *args, verbatim=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.verbatim = verbatim or isinstance(self.field, Verbatim)

    @property
    def rule(self):
        most = self.field.max_length
        return _("At most %(most)s characters.") % {"most": f"{most:,}"} if most else ""

    def read(self, text, resource):
        # Words of a source keep the blanks at either side.
        text = text.replace("\r\n", "\n") if self.verbatim else text.replace("\r\n", "\n").strip()
        if self.field.max_length and len(text) > self.field.max_length:
            refusal = _("has %(length)s characters, and %(most)s are the most: shorten it.")
            raise ValueError(refusal % {"length": f"{len(text):,}", "most": f"{self.field.max_length:,}"})
        return text


class Choice(Column):
    @property
    def words(self):
        return [value for value, _label in self.field.flatchoices if value]

    @property
    def rule(self):
        return _("One of %(words)s.") % {"words": ", ".join(self.words)}

    def read(self, text, resource):
        word = text.strip().lower().replace(" ", "_")
        if word not in self.words:
            raise ValueError(_("is not known here: write one of %(words)s.") % {"words": ", ".join(self.words)})
        return word


class YesNo(Column):
    rule = gettext_lazy("yes or no; empty is no.")

    def text(self, record):
        return "yes" if self.value(record) else "no"

    def read(self, text, resource):
        word = text.strip().lower()
        if word not in (*YES, *NO):
            raise ValueError(_("is neither yes nor no: write one of them."))
        return word in YES


class Number(Column):
    rule = gettext_lazy("Digits alone, with a point before decimals: 3200000, 2.7.")

    def value(self, record):
        value = super().value(record)
        if isinstance(value, str):  # Set, and not yet saved.
            value = Decimal(value)
        return value.normalize() if isinstance(value, Decimal) else value

    def cell(self, record):
        return self.value(record)

    def text(self, record):
        value = self.value(record)
        return "" if value is None else f"{value:f}" if isinstance(value, Decimal) else str(value)

    def read(self, text, resource):
        try:
            value = Decimal(text.strip())
        except InvalidOperation:
            value = Decimal("NaN")
        whole = isinstance(self.field, models.IntegerField)
        if not value.is_finite() or (whole and value != int(value)):
            refusal = _("is no number: write digits alone, with no commas and no words, such as 3200000.")
            if whole:
                refusal = _("is no whole number: write digits alone, with no commas and no words, such as 3200000.")
            raise ValueError(refusal)
        return int(value) if whole else value


class Days(Column):
    rule = format_lazy(gettext_lazy("A date, known as far as it is: {remedy}."), remedy=REMEDY)

    def text(self, record):
        return format_range(self.value(record))

    def read(self, text, resource):
        try:
            return parse_range(text)
        except NoDate:
            raise ValueError(_("is no date: %(remedy)s.") % {"remedy": REMEDY}) from None


class Moment(Column):
    rule = gettext_lazy("A date and a time in UTC: 2026-11-22T18:00.")

    def text(self, record):
        value = self.value(record)
        return value.astimezone(timezone.get_default_timezone()).isoformat() if value else ""

    def read(self, text, resource):
        try:
            moment = datetime.fromisoformat(text.strip())
        except ValueError:
            raise ValueError(_("is no date with a time: write 2026-11-22T18:00.")) from None
        return moment if timezone.is_aware(moment) else timezone.make_aware(moment)


class Words(Column):
    """Several words or names."""

    rule = gettext_lazy("With semicolons between; a semicolon inside a name gets a backslash.")

    def text(self, record):
        return joined(self.value(record))

    def empty(self):
        return []

    def read(self, text, resource):
        return parts_of(text)


class Link(Column):
    """Another record, by its slug, or by its id or web address where it has none."""

    @property
    def rule(self):
        model = self.field.related_model
        rule = _("The id, web address or DOI of a %(name)s that is here.")
        if hasattr(model, "slug"):
            rule = _("The slug of a %(name)s that is here: the last part of its address in the API.")
        return rule % {"name": model._meta.verbose_name}

    def text(self, record):
        if not hasattr(self.field.related_model, "slug"):
            return str(getattr(record, self.field.attname) or "")
        linked = self.value(record)
        return "" if linked is None else linked.slug

    def value(self, record):
        return getattr(record, self.field.name) if getattr(record, self.field.attname) else None

    def read(self, text, resource):
        return resource.find(self.field.related_model, text.strip())

    def validate(self, value):
        pass  # It was found.


KINDS = {
    DateRange: Days,
    ArrayField: Words,
    models.ForeignKey: Link,
    models.BooleanField: YesNo,
    models.DecimalField: Number,
    models.IntegerField: Number,
    models.DateTimeField: Moment,
}


def column(model: type[models.Model], field_name: str, name: str = "", **options) -> Column:
    """The column of a field; its kind follows from the field's."""
    field = model._meta.get_field(field_name)
    kind = next((kind for of, kind in KINDS.items() if isinstance(field, of)), Choice if field.choices else Text)
    return kind(name or field_name, field, **options)
