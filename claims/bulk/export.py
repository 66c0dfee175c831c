"""All of it, to take away: records as the API shows them, those that claims rest on first, by COPY.

What is public is what the API gives anybody. `everything` has more keys: what curators alone see. Not in it are texts
and originals of snapshots, history, accounts and curators' notes: a backup is made by pg_dump.
"""

from collections.abc import Iterator

from django.db.models import F, OuterRef, Q, QuerySet, TextField
from django.db.models.functions import Cast
from rest_framework import serializers

from claims import models, views
from claims import serializers as shown
from claims.bulk.staging import statements
from factbase.api.exports import BLOCK, Csv, Ndjson
from factbase.api.serializers import DateRangeField
from factbase.flat import table
from factbase.sqljson import JsonArray, Parts, Rows, written
from factbase.statements import Sql, all_of, keys_of
from sources import serializers as sources_shown
from sources import views as sources_views

# Those that others name go first.
KINDS = {
    "publisher": sources_views.PublisherViewSet,
    "speaker": views.SpeakerViewSet,
    "topic": views.TopicViewSet,
    "indicator": views.IndicatorViewSet,
    "proposition": views.PropositionViewSet,
    "source": sources_views.SourceViewSet,
    "claim": views.ClaimViewSet,
}
BASE = ""  # Addresses of the API are from its root on: which server it is, a file does not know.


class Withdrawn(serializers.ReadOnlyField):
    """Why a claim was withdrawn."""

    def to_sql(self, rows):
        return Parts({"kind": F("withdrawn_kind"), "reason": F("withdrawn_reason")}, Q(status="withdrawn"))


class Role(shown.HeldRoleSerializer):
    held = DateRangeField()

    class Meta(shown.HeldRoleSerializer.Meta):
        fields = [*shown.HeldRoleSerializer.Meta.fields, "held"]


class Claimant(shown.ClaimantSerializer):
    role = Role(allow_null=True)


class Quantity(shown.QuantitySerializer):
    class Meta(shown.QuantitySerializer.Meta):
        fields = [*shown.QuantitySerializer.Meta.fields, "place_as_written"]


class Citation(shown.CitationSerializer):
    class Meta(shown.CitationSerializer.Meta):
        fields = [*shown.CitationSerializer.Meta.fields, "prefix", "suffix"]


class Evidence(serializers.ReadOnlyField):
    """The ids of the citations that a review rests on."""

    def to_sql(self, rows):
        found = models.ReviewEvidence.objects.filter(review=OuterRef("pk"))
        return JsonArray(Rows(found.values(json=Cast("citation", TextField()))))


class Review(shown.ReviewSerializer):
    source = sources_shown.CitedSourceSerializer(allow_null=True)
    evidence = Evidence()

    class Meta(shown.ReviewSerializer.Meta):
        fields = [*shown.ReviewSerializer.Meta.fields, "published_at", "source", "evidence"]


class Notice(sources_shown.NoticeSerializer):
    web = serializers.CharField(source="url")

    class Meta(sources_shown.NoticeSerializer.Meta):
        fields = [*sources_shown.NoticeSerializer.Meta.fields, "web"]


class Source(sources_shown.SourceSerializer):
    notices = Notice(many=True)


class Claim(shown.ClaimSerializer):
    claimants = Claimant(many=True)
    quantities = Quantity(many=True)
    citations = Citation(many=True)
    reviews = Review(many=True)
    withdrawn = Withdrawn(source="*")

    class Meta(shown.ClaimSerializer.Meta):
        fields = [*shown.ClaimSerializer.Meta.fields, "embargo_until", "sensitive", "notes", "withdrawn"]


WITH_MORE = {"source": Source, "claim": Claim}


def serializer_of(kind: str, everything: bool) -> serializers.Serializer:
    public = KINDS[kind].serializer_class
    return (WITH_MORE.get(kind, public) if everything else public)(context={"base": BASE})


def records(kind: str, everything: bool) -> tuple[QuerySet, Sql]:
    """The records with what is shown of each, and which ones, by their ids."""
    view = KINDS[kind]
    rows = view.queryset.all()
    if everything:
        return rows, keys_of(rows, F("pk"))
    return view.shown_to(None), keys_of(rows.visible_to(None), F("pk"))


def ndjson(*, everything: bool) -> Iterator[bytes]:
    """One object a line, with its `type`."""
    for kind in KINDS:
        rows, keys = records(kind, everything)
        json = written(serializer_of(kind, everything), rows)
        typed = Sql(f"""'{{"type" : "{kind}", ' || substr(({json.text})::text, 2)""", json.params)
        yield from copied(all_of(keys, typed, way="ASC"), Ndjson.copied)


def csv(*, everything: bool) -> Iterator[bytes]:
    """The claims, one a row, in the columns of the API's CSV."""
    rows, keys = records("claim", everything)
    yield from copied(table(serializer_of("claim", False), rows, keys, way="ASC", parts=None), Csv.copied)


def copied(sql: Sql, how: str) -> Iterator[bytes]:
    with statements() as cursor, cursor.copy(f"COPY ({sql.text}) TO STDOUT WITH ({how})", sql.params) as copy:
        block = bytearray()
        for row in copy:
            block += row
            if len(block) >= BLOCK:
                yield bytes(block)
                block.clear()
        yield bytes(block)


FORMATS = {"ndjson": ndjson, "csv": csv}
