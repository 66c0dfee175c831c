"""Claims, speakers and vocabulary over REST."""

from django.db.models import F, Prefetch

from claims import filters, models, serializers
from claims.querysets import NEWEST_FIRST, OLDEST_FIRST
from factbase.api.pagination import Ordering
from factbase.api.views import IdViewSet, SluggedViewSet


class ClaimViewSet(IdViewSet):
    """Who said what, where, and with what number."""

    queryset = models.Claim.objects.select_related("proposition")
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

    def get_queryset(self):
        return super().get_queryset().with_parts(self.request.user)


class SpeakerViewSet(SluggedViewSet):
    """People and organizations that make claims or are the subject of them."""

    queryset = models.Speaker.objects.all()
    serializer_class = serializers.SpeakerSerializer
    filterset_class = filters.SpeakerFilter
    example = "luis-videgaray"

    def get_queryset(self):
        visible = models.Speaker.objects.visible_to(self.request.user)
        organizations = Prefetch("roles__organization", visible)
        return super().get_queryset().prefetch_related("roles", organizations, Prefetch("parent", visible))


class TopicViewSet(SluggedViewSet):
    """What claims are about."""

    queryset = models.Topic.objects.select_related("parent")
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
