"""Claims, speakers and vocabulary over REST."""

from functools import lru_cache

from django.db.models import F, Prefetch
from rest_framework import mixins
from rest_framework.viewsets import GenericViewSet

from claims import filters, models, serializers
from claims.feed import FeedPagination, with_claims
from claims.highlight import WORDS, FoundClaimSerializer
from claims.querysets import NEWEST_FIRST, OLDEST_FIRST
from claims.search import suggestions
from claims.views_facets import FacetViews
from claims.views_past import PastViews
from claims.writing.views import WriteViews
from factbase.api.conditional import Conditional
from factbase.api.filters import FilterBackend, refuse_unknown
from factbase.api.pagination import KeysetPagination, Ordering
from factbase.api.schema import ErrorsSerializer
from factbase.api.views import NO_ENDING, IdViewSet, SluggedViewSet
from factbase.sqljson import written
from factbase.statements import Sql


class ClaimPagination(KeysetPagination):
    def get_paginated_response_schema(self, schema):
        described = super().get_paginated_response_schema(schema)
        described["properties"]["suggestions"] = {
            "type": "array",
            "items": {"type": "string"},
            "description": "Only where `q` finds nothing: its spellings that find something, the nearest first.",
        }
        return described


def as_readers_see(applied: dict) -> dict:
    """What was applied to a list, with what `visible_to` keeps back from the public (claims.querysets)."""
    public = {"status": ["published"], "embargo": "ended"} if applied["visible"] == "public" else {}
    return {"visible": applied["visible"], **public, **applied}


class ClaimViewSet(WriteViews, FacetViews, PastViews, IdViewSet):
    """Who said what, where, and with what number."""

    queryset = models.Claim.objects.all()
    serializer_class = serializers.ClaimSerializer
    filterset_class = filters.ClaimFilter
    example = "01a2017d-c833-7053-9704-ecf2e37d3bfa"
    examples_of_parts = {"review": "01a2017d-c86b-752b-97fa-bba1ef908474"}
    orderings = {
        "-stated": Ordering(NEWEST_FIRST, descending=True),
        "stated": Ordering(OLDEST_FIRST),
        "-created_at": Ordering(F("created_at"), descending=True),
        "created_at": Ordering(F("created_at")),
        "relevance": Ordering(F("relevance"), descending=True),
    }
    default_ordering = "-stated"
    pagination_class = ClaimPagination
    parts_as_rows = ("citations", "quantities")

    @classmethod
    def shown_to(cls, user):
        return models.Claim.objects.with_parts(user)

    def get_serializer_class(self):
        return FoundClaimSerializer if self.action == "list" else serializers.ClaimSerializer

    def make_keys(self):
        ranks_newest = self.filterset and self.filterset.ranks_newest
        return self.filterset.ranked_keys() if ranks_newest else super().make_keys()

    def get_json(self):
        asked = self.filterset.asked if self.action == "list" and self.filterset else {}
        if asked.get("highlight") != "true":
            return super().get_json()
        user, base = self.request.user, self.base
        json = public_highlighted(type(self), base) if self.is_public else self.highlighted_for(user, base)
        return Sql(json.text, tuple(asked["q"] if value == WORDS else value for value in json.params))

    @classmethod
    def highlighted_for(cls, user, base):
        return written(FoundClaimSerializer(context={"base": base}), cls.shown_to(user))

    def when_empty(self):
        asked = self.filterset.asked if self.filterset else {}
        if "q" not in asked:
            return {}
        return {"suggestions": suggestions(asked["q"], self.get_queryset(), self.is_found)}

    def is_found(self, text):
        """Whether these words, under the other parameters that were asked for, find anything."""
        asked = self.request.query_params.copy()
        asked["q"] = text
        asked.pop("ordering", None)
        filterset = self.filterset_class(asked, queryset=self.get_queryset(), request=self.request)
        return filterset.is_valid() and filterset.qs.exists()

    def applied(self):
        return as_readers_see(super().applied())


@lru_cache(maxsize=100)
def public_highlighted(view, base):
    """Put together once and kept, as factbase.api.views.public_json is."""
    return view.highlighted_for(None, base)


class SpeakerViewSet(SluggedViewSet):
    """People and organizations that make claims or are the subject of them."""

    queryset = models.Speaker.objects.all()
    serializer_class = serializers.SpeakerSerializer
    filterset_class = filters.SpeakerFilter
    example = "luis-videgaray"

    @classmethod
    def shown_to(cls, user):
        visible = models.Speaker.objects.visible_to(user)
        organizations = Prefetch("roles__organization", visible)
        return models.Speaker.objects.prefetch_related("roles", organizations, Prefetch("parent", visible))


class TopicViewSet(SluggedViewSet):
    """What claims are about."""

    queryset = models.Topic.objects.all()
    serializer_class = serializers.TopicSerializer
    filterset_class = filters.TopicFilter
    example = "migration"


class IndicatorViewSet(SluggedViewSet):
    """Quantities that the world measures over and over."""

    queryset = models.Indicator.objects.all()
    serializer_class = serializers.IndicatorSerializer
    filterset_class = filters.IndicatorFilter
    example = "us-border-encounters-nationwide"


class PropositionViewSet(SluggedViewSet):
    """What several claims all say."""

    queryset = models.Proposition.objects.all()
    serializer_class = serializers.PropositionSerializer
    filterset_class = filters.PropositionFilter
    example = "mexico-will-go-to-the-united-nations"


class ChangeViewSet(Conditional, mixins.ListModelMixin, GenericViewSet):
    """What happened to public claims: published, corrected, withdrawn, merged, redacted; oldest first."""

    queryset = models.Change.objects.all()
    gone_answers = {"list": ErrorsSerializer}  # A cursor from before the database was restored.
    serializer_class = serializers.ChangeSerializer
    filterset_class = filters.ChangeFilter
    pagination_class = FeedPagination
    parts_as_rows = ()

    def initial(self, request, *args, **kwargs):
        super().initial(request, *args, **kwargs)
        if self.action is None:
            self.http_method_not_allowed(request)
        refuse_unknown(
            list(request.query_params), [*self.filterset_class.base_filters, *self.pagination_class.parameters]
        )

    def get_serializer_context(self):
        return {**super().get_serializer_context(), **NO_ENDING}

    def list(self, request, *args, **kwargs):
        filterset = FilterBackend().get_valid_filterset(request, self.queryset.all(), self)
        page = self.paginator.paginate_queryset(filterset.qs, request)
        data = self.get_serializer(with_claims(page), many=True).data
        return self.paginator.get_paginated_response(data, filterset.applied())
