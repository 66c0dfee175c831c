"""Fields that both apps' serializers use.

`to_sql(rows)` is what a field is in the database, for `rows` of its serializer's model: an expression, or `Parts`
where it is an object. It gives what `to_representation` gives (see factbase.sqljson). `cell` of a serializer is what
stands for one of a list of them within a cell of a CSV file (see factbase.flat).
"""

from django.db.models import DateField, F, Func, Q, TextField
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from factbase.dates import inclusive
from factbase.sqljson import Parts, path_of

DAY_OR_NULL = {"type": ["string", "null"], "format": "date"}


@extend_schema_field(
    {
        "type": ["object", "null"],
        "properties": {"from": DAY_OR_NULL, "to": DAY_OR_NULL},
        "required": ["from", "to"],
        "description": "First and last day, both included; null where that end is open.",
    }
)
class DateRangeField(serializers.ReadOnlyField):
    def to_representation(self, days):
        start, end = inclusive(days)
        return {"from": start and start.isoformat(), "to": end and end.isoformat()}

    def to_sql(self, rows):
        path = path_of(self.source)
        return Parts(days_in_sql(path), Q(**{f"{path}__isnull": False}))


def days_in_sql(path: str) -> dict:
    """First and last day of a range of days, which the database keeps half-open."""
    last = Func(F(path), template="(upper(%(expressions)s) - 1)", output_field=DateField())
    return {"from": F(f"{path}__startswith"), "to": last}


@extend_schema_field(
    {"type": ["string", "null"], "pattern": r"^-?\d+(\.\d+)?$", "description": "An exact decimal, as a string."}
)
class NumberField(serializers.ReadOnlyField):
    def to_representation(self, number):
        text = format(number, "f")
        return text.rstrip("0").rstrip(".") if "." in text else text

    def to_sql(self, rows):
        # Django's names of a range's two ends.
        path = path_of(self.source).replace("__lower", "__startswith").replace("__upper", "__endswith")
        return Func(F(path), template="trim_scale(%(expressions)s)::text", output_field=TextField())


class NamedSerializer(serializers.Serializer):
    """A record by its address and name."""

    cell = F("name")

    slug = serializers.CharField()
    name = serializers.CharField()
