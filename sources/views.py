"""Sources and publishers over REST."""

from django.db.models import F, Prefetch

from factbase.api.pagination import Ordering
from factbase.api.views import IdViewSet, SluggedViewSet
from sources.filters import PublisherFilter, SourceFilter
from sources.models import Publisher, Source
from sources.serializers import PublisherSerializer, SourceSerializer


class SourceViewSet(IdViewSet):
    """What was published, with its bibliography: articles, reports, datasets, speeches."""

    queryset = Source.objects.all()
    serializer_class = SourceSerializer
    filterset_class = SourceFilter
    example = "01a2017d-c831-75c7-aaad-3af954a689f3"
    orderings = {"-created_at": Ordering(F("created_at"), descending=True)}
    default_ordering = "-created_at"

    @classmethod
    def shown_to(cls, user):
        originals = Source.objects.visible_to(user)
        return Source.objects.prefetch_related("publisher", "notices", Prefetch("translation_of", originals))


class PublisherViewSet(SluggedViewSet):
    """Who puts sources out."""

    queryset = Publisher.objects.all()
    serializer_class = PublisherSerializer
    filterset_class = PublisherFilter
    example = "us-customs-and-border-protection"
