"""What every address that writes keeps to: bodies are read strictly, and nothing that was sent is left out silently."""

from collections.abc import Mapping
from decimal import Decimal
from difflib import get_close_matches

from rest_framework import serializers
from rest_framework.exceptions import ErrorDetail, ValidationError

MOST_DIGITS = 20  # Of a whole number with an exponent, 1e400 being one too.
# A character that is not blank. Those that Python strips and other languages do not take for blank are named.
NOT_BLANK = r"[^\s\u001C-\u001F\u0085]"


class Strict:
    """For serializers of bodies: a field that is not known, or not for writing, is an error that says so.

    `kept` names fields that answers show and that Factbase alone sets.
    """

    kept: tuple[str, ...] = ()

    def to_internal_value(self, data):
        if not isinstance(data, Mapping):
            said = "This is no object: write its fields in braces."
            raise ValidationError({"non_field_errors": [ErrorDetail(said, code="invalid")]})
        if errors := unknown(data, known=list(self.fields), kept=self.kept):
            raise ValidationError(errors)
        return super().to_internal_value(data)


def unknown(data: Mapping, *, known: list[str], kept: tuple[str, ...] = ()) -> dict:
    errors = {}
    for name in data:
        if name in known:
            continue
        if name in kept:
            errors[name] = [ErrorDetail(f"'{name}' is Factbase's own: leave it out.", code="read_only")]
            continue
        nearest = get_close_matches(name, known, n=1, cutoff=0)
        remedy = f"did you mean '{nearest[0]}'?" if nearest else "leave it out."
        errors[name] = [ErrorDetail(f"There is no field '{name}': {remedy}", code="unknown_field")]
    return errors


class Words(serializers.CharField):
    """Text; a number is no text."""

    default_error_messages = {"invalid": "This is no text: write it in quotation marks."}

    def to_internal_value(self, data):
        if not isinstance(data, str):
            self.fail("invalid")
        return super().to_internal_value(data)


class Whole(serializers.IntegerField):
    """A whole number, not written as text."""

    default_error_messages = {"invalid": "This is no whole number: write its digits, without quotation marks."}

    def to_internal_value(self, data):
        # To JSON, 27.0 is a whole number too, which the parser leaves a decimal.
        if isinstance(data, Decimal) and data.adjusted() < MOST_DIGITS and data == data.to_integral_value():
            data = int(data)
        if isinstance(data, bool) or not isinstance(data, int):
            self.fail("invalid")
        return super().to_internal_value(data)


class YesNo(serializers.BooleanField):
    default_error_messages = {"invalid": "Write true or false."}

    def to_internal_value(self, data):
        if not isinstance(data, bool):
            self.fail("invalid")
        return data
