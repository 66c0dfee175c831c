"""Model fields of our own: as few as can be."""

from django import forms
from django.contrib.postgres.fields import DateRangeField
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import capfirst, format_lazy

from factbase.dates import REMEDY, format_range, parse_range


class DateRangeText(forms.CharField):
    """One box for a date known only so far, in place of two whose second would be exclusive."""

    def __init__(self, **kwargs):
        kwargs.setdefault("help_text", format_lazy("{}.", capfirst(REMEDY)))
        kwargs.pop("widget", None)
        super().__init__(**kwargs)

    def prepare_value(self, value):
        return value if isinstance(value, str) else format_range(value)

    def to_python(self, value):
        text = super().to_python(value)
        try:
            return parse_range(text) if text else None
        except ValueError as error:
            raise ValidationError(str(error), code="invalid") from None

    def has_changed(self, initial, data):
        return super().has_changed(self.prepare_value(initial), data)


class DateRange(DateRangeField):
    """A range of days, written as in EDTF (see factbase.dates) in forms and fixtures."""

    def formfield(self, **kwargs):
        return super().formfield(**{"form_class": DateRangeText, **kwargs})

    def to_python(self, value):
        if isinstance(value, str):
            try:
                return parse_range(value)
            except ValueError as error:
                raise ValidationError(str(error), code="invalid") from None
        return super().to_python(value)

    def get_prep_value(self, value):
        return super().get_prep_value(parse_range(value) if isinstance(value, str) else value)

    def value_to_string(self, obj):
        value = self.to_python(self.value_from_object(obj))
        return None if value is None else format_range(value)


class Verbatim(models.CharField):
    """Words of a source, whose blanks and line ends at either side belong to them."""

    def formfield(self, **kwargs):
        return super().formfield(**{"strip": False, **kwargs})


class Number(models.DecimalField):
    """An exact decimal with the digits that it has, no more: `numeric` without a scale.

    Django 5.2 asks for a scale, and pads with zeros to it. The limit of 24 digits in all is a constraint.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **{**kwargs, "max_digits": 48, "decimal_places": 24})

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        del kwargs["max_digits"], kwargs["decimal_places"]
        return name, path, args, kwargs

    def db_type(self, connection):
        return "numeric"
