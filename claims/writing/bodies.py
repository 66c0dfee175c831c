"""What a body that writes a claim may hold: the fields of its answers that are not Factbase's own, and a few more."""

import re
from datetime import timedelta
from decimal import Decimal

from django.db import models as fields
from drf_spectacular.utils import extend_schema_field
from psycopg.types.range import Range
from rest_framework import serializers

from claims import models
from claims.writing.references import Reference, known_to
from factbase.api.writing import NOT_BLANK, Strict, Whole, Words, YesNo
from factbase.fields import Verbatim
from sources.models import Snapshot, Source

DIGITS = re.compile(r"-?[0-9]{1,48}(\.[0-9]{1,48})?")


class Body(Strict, serializers.ModelSerializer):
    """A row by its model's fields. `renamed` is where a body has a field of the model by another name."""

    serializer_field_mapping = {
        **serializers.ModelSerializer.serializer_field_mapping,
        fields.CharField: Words,
        fields.TextField: Words,
        Verbatim: Words,
        fields.BooleanField: YesNo,
        fields.PositiveIntegerField: Whole,
        fields.PositiveSmallIntegerField: Whole,
    }
    verbatim: tuple[str, ...] = ()
    renamed: dict[str, str] = {}

    def build_standard_field(self, name, model_field):
        field, kwargs = super().build_standard_field(name, model_field)
        if name in self.verbatim:
            kwargs["trim_whitespace"] = False
        return field, kwargs


class Days(Strict, serializers.Serializer):
    """First and last day, both included; null is open."""

    to = serializers.DateField(allow_null=True, required=False)

    def get_fields(self):
        return {"from": serializers.DateField(allow_null=True, required=False), **super().get_fields()}

    def validate(self, given):
        first, last = given.pop("from", None), given.pop("to", None)
        if first and last and first > last:
            said = f"It is after to ({first} > {last}): swap them."
            raise serializers.ValidationError({"from": said}, code="goes_not_with")
        try:
            given["days"] = Range(first, last and last + timedelta(days=1), "[)") if first or last else None
        except OverflowError:
            said = f"'{last}' is too late: the last is 9999-12-30."
            raise serializers.ValidationError({"to": said}, code="no_such_day") from None
        return given


class StatedBody(Days):
    as_written = Words(max_length=200, allow_blank=True, required=False)
    basis = serializers.ChoiceField(models.Claim.Basis.choices, allow_blank=True, required=False)


class PeriodBody(Days):
    label = Words(max_length=200, allow_blank=True, required=False)


@extend_schema_field(
    {
        "type": ["string", "number"],
        "pattern": r"^-?[0-9]{1,24}(\.[0-9]{1,24})?$",
        "description": 'An exact decimal of 24 digits at most; best as a string: "3200000".',
    }
)
class Figure(serializers.Field):
    default_error_messages = {"invalid": 'This is no number: write its digits, such as "3200000" or "-2.5".'}
    default_error_messages["digits"] = default_error_messages["invalid"]

    def to_internal_value(self, data):
        if isinstance(data, bool) or not isinstance(data, str | int | Decimal):
            self.fail("invalid")
        # 1e400 too: what is no plain number is not written out to see how long it would be.
        if not DIGITS.fullmatch(data if isinstance(data, str) else str(data)):
            self.fail("invalid" if isinstance(data, str) else "digits")
        return Decimal(data)


class IndicatorBody(Strict, serializers.Serializer):
    slug = Reference(models.Indicator)
    match = serializers.ChoiceField(models.Quantity.IndicatorMatch.choices)


class RoleBody(Strict, serializers.Serializer):
    title = Words()
    organization = Reference(models.Speaker, allow_null=True, required=False)


class RoleField(Reference):
    """One of the speaker's roles: by its id, or by its title and organization as answers show them."""

    def written(self):
        organization = {"oneOf": [*Reference(models.Speaker).written(), {"type": "null"}]}
        by_title = {
            "type": "object",
            "properties": {"title": {"type": "string", "pattern": NOT_BLANK}, "organization": organization},
            "required": ["title"],
            "additionalProperties": False,
        }
        return [*super().written(), by_title]

    def to_internal_value(self, data):
        if isinstance(data, dict) and "title" in data:
            asked = RoleBody(data=data, context=self.context)
            asked.is_valid(raise_exception=True)
            return asked.validated_data
        return super().to_internal_value(data)


class ClaimantBody(Body):
    speaker = Reference(models.Speaker, allow_null=True, required=False)
    role = RoleField(models.Role, allow_null=True, required=False)

    class Meta:
        model = models.Claimant
        fields = ["basis", "label", "speaker", "role"]

    def validate(self, given):
        if isinstance(role := given.get("role"), dict):
            held = known_to(models.Role, self.context["request"].user).filter(
                speaker=given.get("speaker"), title=role["title"], organization=role.get("organization")
            )[:2]
            if len(held) != 1:
                said = "No such role of the speaker is on record" if not held else "The speaker held several such roles"
                raise serializers.ValidationError({"role": f"{said}: give the role's id."}, code="unknown")
            given["role"] = held[0]
        return given


class QuantityBody(Body):
    kept = ("lower_bound", "upper_bound")
    renamed = {"period_label": "period.label", "indicator_match": "indicator.match"}

    id = serializers.UUIDField(required=False)
    value = Figure()
    upper = Figure(allow_null=True, required=False)
    indicator = IndicatorBody(allow_null=True, required=False)
    period = PeriodBody(allow_null=True, required=False)

    class Meta:
        model = models.Quantity
        fields = [
            "id",
            "as_written",
            "start",
            "end",
            "comparator",
            "value",
            "upper",
            "significant_figures",
            "unit",
            "per",
            "measure",
            "population",
            "indicator",
            "place",
            "place_as_written",
            "period",
        ]

    def validate(self, given):
        if "indicator" in given:
            indicator = given["indicator"] or {}
            given |= {"indicator": indicator.get("slug"), "indicator_match": indicator.get("match", "")}
        if "period" in given:
            period = given["period"] or {}
            given |= {"period": period.get("days"), "period_label": period.get("label", "")}
        return given


class AttributionBody(Body):
    speaker = Reference(models.Speaker, allow_null=True, required=False)

    class Meta:
        model = models.Attribution
        fields = ["speaker", "label", "verb"]


class CitationBody(Body):
    verbatim = ("quote", "prefix", "suffix")

    id = serializers.UUIDField(required=False)
    source = Reference(Source)
    snapshot = Reference(Snapshot, allow_null=True, required=False)
    attribution = AttributionBody(many=True, required=False)

    class Meta:
        model = models.Citation
        fields = [
            "id",
            "source",
            "quote",
            "directness",
            "language",
            "locator",
            "attributed_to",
            "note",
            "stance",
            "is_lead",
            "snapshot",
            "prefix",
            "suffix",
            "start",
            "end",
            "anchor",
            "attribution",
        ]


class TranslationBody(Body):
    class Meta:
        model = models.Translation
        fields = ["language", "text", "translator"]


class LinkBody(Body):
    """A link from the claim; a link to it is written with the claim at the other end."""

    renamed = {"to_claim": "claim"}

    direction = serializers.ChoiceField(["out"], required=False)
    claim = Reference(models.Claim, source="to_claim")

    class Meta:
        model = models.ClaimLink
        fields = ["kind", "direction", "claim", "note"]

    def validate(self, given):
        given.pop("direction", None)
        return given


class ClaimBody(Body):
    """A claim with its parts. A list of parts that is given replaces the one that is there; one left out stays."""

    kept = ("id", "url", "status", "reviews", "published_at", "created_at", "updated_at", "version")
    renamed = {"stated_as_written": "stated.as_written", "stated_basis": "stated.basis"}

    claimants = ClaimantBody(many=True, required=False)
    subjects = serializers.ListField(child=Reference(models.Speaker), required=False)
    topics = serializers.ListField(child=Reference(models.Topic), required=False)
    proposition = Reference(models.Proposition, allow_null=True, required=False)
    stated = StatedBody(allow_null=True, required=False)
    quantities = QuantityBody(many=True, required=False)
    citations = CitationBody(many=True, required=False)
    translations = TranslationBody(many=True, required=False)
    links = LinkBody(many=True, required=False)

    class Meta:
        model = models.Claim
        fields = [
            "kind",
            "text",
            "wording",
            "language",
            "claimants",
            "subjects",
            "topics",
            "proposition",
            "stated",
            "occasion",
            "quantities",
            "citations",
            "translations",
            "links",
            "embargo_until",
            "sensitive",
            "notes",
        ]

    def validate(self, given):
        if "stated" in given:
            stated = given["stated"] or {}
            given |= {
                "stated": stated.get("days"),
                "stated_as_written": stated.get("as_written", ""),
                "stated_basis": stated.get("basis", ""),
            }
        return given


class NothingBody(Strict, serializers.Serializer):
    """No fields."""


class ReturnBody(Strict, serializers.Serializer):
    note = Words(max_length=1000, allow_blank=True, default="", help_text="For its contributor: what is to be mended.")


class WithdrawBody(Strict, serializers.Serializer):
    kind = serializers.ChoiceField(models.Claim.WithdrawnKind.choices)
    reason = Words(max_length=1000, help_text="Public: it stays where the claim was.")
