"""Fields that both apps' serializers use."""

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from factbase.dates import inclusive

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


@extend_schema_field(
    {"type": ["string", "null"], "pattern": r"^-?\d+(\.\d+)?$", "description": "An exact decimal, as a string."}
)
class NumberField(serializers.ReadOnlyField):
    def to_representation(self, number):
        text = format(number, "f")
        return text.rstrip("0").rstrip(".") if "." in text else text


class NamedSerializer(serializers.Serializer):
    """A record by its address and name."""

    slug = serializers.CharField()
    name = serializers.CharField()
