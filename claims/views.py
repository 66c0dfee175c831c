"""Claims, speakers and vocabulary over REST."""

from django.db.models import F, Prefetch
from rest_framework import mixins
from rest_framework.viewsets import GenericViewSet

from claims import filters, models, serializers
from claims.feed import FeedPagination, with_claims
from claims.querysets import NEWEST_FIRST, OLDEST_FIRST
from claims.views_past import PastViews
from claims.writing.views import WriteViews
from factbase.api.conditional import Conditional
from factbase.api.filters import FilterBackend, refuse_unknown
from factbase.api.pagination import Ordering
from factbase.api.views import IdViewSet, SluggedViewSet


class ClaimViewSet(WriteViews, PastViews, IdViewSet):
    """Who said what, where, and with what number."""

    queryset = models.Claim.objects.all()
    serializer_class = serializers.ClaimSerializer
    filterset_class = filters.ClaimFilter
    example = "01a2017d-c833-7053-9704-ecf2e37d3bfa"
    orderings = {
        "-stated": Ordering(NEWEST_FIRST, descending=True),
        "stated": Ordering(OLDEST_FIRST),
        "-created_at": Ordering(F("created_at"), descending=True),
        "created_at": Ordering(F("created_at")),
        "relevance": Ordering(F("relevance"), descending=True),
    }
    default_ordering = "-stated"
    parts_as_rows = ("citations", "quantities")

    @classmethod
    def shown_to(cls, user):
        return models.Claim.objects.with_parts(user)

    def applied(self):
        applied = super().applied()
        # What `visible_to` keeps back from the public (claims.querysets).
        public = {"status": ["published"], "embargo": "ended"} if applied["visible"] == "public" else {}
        return {"visible": applied.pop("visible"), **public, **applied}


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
    serializer_class = serializers.ChangeSerializer
    filterset_class = filters.ChangeFilter
    pagination_class = FeedPagination
    parts_as_rows = ()

    def initial(self, request, *args, **kwargs):
        super().initial(request, *args, **kwargs)
        refuse_unknown(
            list(request.query_params), [*self.filterset_class.base_filters, *self.pagination_class.parameters]
        )

    def list(self, request, *args, **kwargs):
        filterset = FilterBackend().get_valid_filterset(request, self.queryset.all(), self)
        page = self.paginator.paginate_queryset(filterset.qs, request)
        data = self.get_serializer(with_claims(page), many=True).data
        return self.paginator.get_paginated_response(data, filterset.applied())
