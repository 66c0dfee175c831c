"""Numbers as the API lists them by themselves: each with the claim it stands in and where that was found."""

from django.db.models import F, OuterRef, Subquery
from rest_framework import serializers

from claims import models
from claims.serializers import ClaimantSerializer, QuantitySerializer, StatedField
from factbase.api.serializers import NumberField
from sources.models import Source
from sources.serializers import CitedSourceSerializer


class LeadSourceSerializer(CitedSourceSerializer):
    """The source of a claim's lead citation, or of its first where none leads."""

    def get_attribute(self, claim):
        lead = min(claim.citations.all(), key=lambda citation: (not citation.is_lead, citation.position), default=None)
        return lead and lead.source

    def rows_in_sql(self):
        citations = models.Citation.objects.filter(claim=OuterRef(OuterRef("pk")))
        lead = citations.order_by(F("is_lead").desc(), "position", "id").values("source")[:1]
        return Source.objects.filter(pk=Subquery(lead)).prefetch_related("notices")


class ClaimOfNumberSerializer(serializers.ModelSerializer):
    url = serializers.HyperlinkedIdentityField(view_name="claim-detail")
    stated = StatedField()
    claimants = ClaimantSerializer(many=True)
    source = LeadSourceSerializer(allow_null=True)

    class Meta:
        model = models.Claim
        fields = ["id", "url", "kind", "text", "language", "status", "stated", "claimants", "source"]


class NumberSerializer(QuantitySerializer):
    """A number with the claim that it stands in. `entails_lower` to `entails_upper` is what its words commit the
    claimant to; null is open."""

    url = serializers.HyperlinkedIdentityField(view_name="quantity-detail")
    entails_lower = NumberField(source="entails.lower")
    entails_upper = NumberField(source="entails.upper")
    claim = ClaimOfNumberSerializer()

    class Meta:
        model = models.Quantity
        fields = [
            "id",
            "url",
            *QuantitySerializer.Meta.fields[1:],
            "place_as_written",
            "entails_lower",
            "entails_upper",
            "claim",
            "created_at",
            "updated_at",
            "version",
        ]
