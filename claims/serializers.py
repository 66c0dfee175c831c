"""Claims, speakers and vocabulary as the API shows them. The order of fields is the contract's."""

from django.db.models import F, Func, Q, Subquery, TextField, Value
from django.db.models.functions import Cast, Coalesce, NullIf
from django.urls import reverse
from drf_spectacular.utils import extend_schema_field, inline_serializer
from rest_framework import serializers

from claims import models
from factbase.api.serializers import DAY_OR_NULL, DateRangeField, NamedSerializer, NumberField, days_in_sql
from factbase.sqljson import JsonObject, Parts, Rows, json_object, related
from sources.models import Snapshot
from sources.serializers import CitedSourceSerializer


class NamedSpeakerSerializer(serializers.ModelSerializer):
    url = serializers.HyperlinkedIdentityField(view_name="speaker-detail", lookup_field="slug")

    class Meta:
        model = models.Speaker
        fields = ["slug", "name", "kind", "url"]


class HeldRoleSerializer(serializers.ModelSerializer):
    organization = NamedSerializer(allow_null=True)

    class Meta:
        model = models.Role
        fields = ["title", "organization"]


class ClaimantSerializer(serializers.ModelSerializer):
    cell = Coalesce("speaker__name", NullIf("label", Value("")), "basis")
    speaker = NamedSpeakerSerializer(allow_null=True)
    role = HeldRoleSerializer(allow_null=True)

    class Meta:
        model = models.Claimant
        fields = ["basis", "label", "speaker", "role"]


class PropositionLinkSerializer(serializers.ModelSerializer):
    class Meta:
        model = models.Proposition
        fields = ["slug", "text"]


@extend_schema_field(
    {
        "type": ["object", "null"],
        "properties": {"from": DAY_OR_NULL, "to": DAY_OR_NULL, "label": {"type": "string"}},
        "required": ["from", "to", "label"],
    }
)
class PeriodField(DateRangeField):
    """The time that a number is about, with the words for it."""

    def get_attribute(self, quantity):
        return quantity if quantity.period or quantity.period_label else None

    def to_representation(self, quantity):
        days = super().to_representation(quantity.period) if quantity.period else {"from": None, "to": None}
        return {**days, "label": quantity.period_label}

    def to_sql(self, rows):
        given = Q(period__isnull=False) | ~Q(period_label="")
        return Parts({**days_in_sql("period"), "label": F("period_label")}, given)


@extend_schema_field(
    {
        "type": ["object", "null"],
        "properties": {
            "from": DAY_OR_NULL,
            "to": DAY_OR_NULL,
            "as_written": {"type": "string"},
            "basis": {"type": "string", "enum": ["", *models.Claim.Basis.values]},
        },
        "required": ["from", "to", "as_written", "basis"],
    }
)
class StatedField(DateRangeField):
    """When it was said, as far as is known, with the words for it."""

    def get_attribute(self, claim):
        return claim if claim.stated or claim.stated_as_written else None

    def to_representation(self, claim):
        days = super().to_representation(claim.stated) if claim.stated else {"from": None, "to": None}
        return {**days, "as_written": claim.stated_as_written, "basis": claim.stated_basis}

    def to_sql(self, rows):
        words = {"as_written": F("stated_as_written"), "basis": F("stated_basis")}
        given = Q(stated__isnull=False) | ~Q(stated_as_written="")
        return Parts({**days_in_sql("stated"), **words}, given)


@extend_schema_field(
    inline_serializer(
        "IndicatorMatch",
        {
            "slug": serializers.CharField(),
            "name": serializers.CharField(),
            "match": serializers.ChoiceField(models.Quantity.IndicatorMatch.choices),
        },
        allow_null=True,
    )
)
class IndicatorField(serializers.ReadOnlyField):
    """The indicator that a number is of, and how well it fits."""

    def get_attribute(self, quantity):
        return quantity if quantity.indicator else None

    def to_representation(self, quantity):
        indicator = quantity.indicator
        return {"slug": indicator.slug, "name": indicator.name, "match": quantity.indicator_match}

    def to_sql(self, rows):
        fields = {"slug": F("indicator__slug"), "name": F("indicator__name"), "match": F("indicator_match")}
        return Parts(fields, Q(indicator__isnull=False))


class QuantitySerializer(serializers.ModelSerializer):
    value = NumberField()
    upper = NumberField()
    lower_bound = NumberField(source="bounds.lower")
    upper_bound = NumberField(source="bounds.upper")
    indicator = IndicatorField()
    period = PeriodField()

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
            "lower_bound",
            "upper_bound",
            "unit",
            "per",
            "measure",
            "population",
            "indicator",
            "place",
            "period",
        ]


class AttributionSerializer(serializers.ModelSerializer):
    cell = Coalesce("speaker__name", "label")
    speaker = NamedSerializer(allow_null=True)

    class Meta:
        model = models.Attribution
        fields = ["speaker", "label", "verb"]


class SnapshotSerializer(serializers.ModelSerializer):
    """That a text was kept, and its fingerprint. The text itself is never public."""

    class Meta:
        model = Snapshot
        fields = ["retrieved_at", "archive_url", "sha256"]


class CitationSerializer(serializers.ModelSerializer):
    attribution = AttributionSerializer(source="attributions", many=True)
    snapshot = SnapshotSerializer(allow_null=True)
    source = CitedSourceSerializer()

    class Meta:
        model = models.Citation
        fields = [
            "id",
            "quote",
            "directness",
            "language",
            "locator",
            "attributed_to",
            "note",
            "stance",
            "is_lead",
            "anchor",
            "start",
            "end",
            "attribution",
            "snapshot",
            "source",
        ]


class TranslationSerializer(serializers.ModelSerializer):
    class Meta:
        model = models.Translation
        fields = ["language", "text", "translator"]


class LinkedClaimSerializer(serializers.ModelSerializer):
    url = serializers.HyperlinkedIdentityField(view_name="claim-detail")

    class Meta:
        model = models.Claim
        fields = ["id", "url", "text"]


class LinkSerializer(serializers.Serializer):
    kind = serializers.ChoiceField(models.ClaimLink.Kind.choices)
    direction = serializers.ChoiceField(["out", "in"])
    claim = LinkedClaimSerializer()


@extend_schema_field(LinkSerializer(many=True))
class LinksField(serializers.ReadOnlyField):
    """Links from the claim, then links to it."""

    in_cells = False

    def to_representation(self, claim):
        links = [{"kind": link.kind, "direction": "out", "claim": link.to_claim} for link in claim.links_out.all()]
        links += [{"kind": link.kind, "direction": "in", "claim": link.from_claim} for link in claim.links_in.all()]
        return LinkSerializer(links, many=True, context=self.context).data

    def to_sql(self, rows):
        both = self.links_in_sql(rows, "out", "to_claim"), self.links_in_sql(rows, "in", "from_claim")
        return Func(*both, template="to_json(%(expressions)s)", arg_joiner=" || ", output_field=TextField())

    def links_in_sql(self, rows, direction, end):
        links = related(rows, f"links_{direction}")
        claims = related(links, end)
        claim = claims.order_by().values(json=json_object(LinkedClaimSerializer(context=self.context), claims))
        fields = {"kind": F("kind"), "direction": Cast(Value(direction), TextField()), "claim": Subquery(claim)}
        return Rows(links.values(json=JsonObject(fields)))


class ReviewSerializer(serializers.ModelSerializer):
    cell = F("rating")
    publisher = NamedSerializer(source="source.publisher", allow_null=True, default=None)
    web = serializers.CharField(source="source.url", default="")

    class Meta:
        model = models.Review
        fields = ["id", "rating", "label", "summary", "reviewed_on", "publisher", "web"]


class ClaimSerializer(serializers.ModelSerializer):
    """A claim with all that it rests on: the same in list and detail."""

    url = serializers.HyperlinkedIdentityField(view_name="claim-detail")
    claimants = ClaimantSerializer(many=True)
    subjects = NamedSerializer(many=True)
    topics = NamedSerializer(many=True)
    proposition = PropositionLinkSerializer(allow_null=True)
    stated = StatedField()
    quantities = QuantitySerializer(many=True)
    citations = CitationSerializer(many=True)
    translations = TranslationSerializer(many=True)
    links = LinksField(source="*")
    reviews = ReviewSerializer(many=True)

    class Meta:
        model = models.Claim
        fields = [
            "id",
            "url",
            "kind",
            "text",
            "wording",
            "language",
            "status",
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
            "reviews",
            "published_at",
            "created_at",
            "updated_at",
            "version",
        ]


class RoleSerializer(serializers.ModelSerializer):
    cell = F("title")
    organization = NamedSerializer(allow_null=True)
    held = DateRangeField()

    class Meta:
        model = models.Role
        fields = ["title", "organization", "held"]


class SpeakerSerializer(NamedSpeakerSerializer):
    parent = NamedSerializer(allow_null=True)
    roles = RoleSerializer(many=True)

    class Meta:
        model = models.Speaker
        fields = [
            "id",
            "url",
            "slug",
            "kind",
            "name",
            "aliases",
            "description",
            "country",
            "wikidata_id",
            "parent",
            "roles",
            "created_at",
            "updated_at",
            "version",
        ]


class TopicSerializer(serializers.ModelSerializer):
    url = serializers.HyperlinkedIdentityField(view_name="topic-detail", lookup_field="slug")
    parent = NamedSerializer(allow_null=True)

    class Meta:
        model = models.Topic
        fields = ["id", "url", "slug", "name", "parent", "created_at", "updated_at", "version"]


class IndicatorSerializer(serializers.ModelSerializer):
    url = serializers.HyperlinkedIdentityField(view_name="indicator-detail", lookup_field="slug")

    class Meta:
        model = models.Indicator
        fields = ["id", "url", "slug", "name", "definition", "unit", "created_at", "updated_at", "version"]


class PropositionSerializer(serializers.ModelSerializer):
    url = serializers.HyperlinkedIdentityField(view_name="proposition-detail", lookup_field="slug")

    class Meta:
        model = models.Proposition
        fields = ["id", "url", "slug", "text", "created_at", "updated_at", "version"]


class TombstoneSerializer(serializers.Serializer):
    """What is left of a withdrawn claim."""

    kind = serializers.ChoiceField(models.Claim.WithdrawnKind.choices, source="withdrawn_kind")
    reason = serializers.CharField(source="withdrawn_reason")


class ChangedClaimSerializer(serializers.Serializer):
    """The claim by its address, with its text as it is now, or null where it is no longer public."""

    id = serializers.UUIDField(source="claim")
    url = serializers.HyperlinkedIdentityField(view_name="claim-detail", lookup_field="claim", lookup_url_kwarg="pk")
    text = serializers.SerializerMethodField()

    @extend_schema_field({"type": ["string", "null"]})
    def get_text(self, change):
        return change.now.text if change.now and change.now.status == models.Claim.Status.PUBLISHED else None


class ChangeSerializer(serializers.ModelSerializer):
    claim = ChangedClaimSerializer(source="*")
    into = serializers.SerializerMethodField(help_text="The claim that answers for a merged one.")
    tombstone = serializers.SerializerMethodField(help_text="Why the claim was withdrawn, where it was.")

    class Meta:
        model = models.Change
        fields = ["kind", "at", "version", "claim", "into", "tombstone"]

    @extend_schema_field({"type": ["string", "null"], "format": "uri"})
    def get_into(self, change):
        if change.into is None:
            return None
        return self.context["request"].build_absolute_uri(reverse("claim-detail", args=[change.into]))

    @extend_schema_field(TombstoneSerializer(allow_null=True))
    def get_tombstone(self, change):
        if change.now is None or change.now.status != models.Claim.Status.WITHDRAWN:
            return None
        return TombstoneSerializer(change.now).data
