"""Numbers by themselves, as a flat table."""

from django.db.models import F

from claims import models
from claims.filters_numbers import NumberFilter
from claims.querysets import EARLIEST_PERIOD, LATEST_PERIOD
from claims.serializers_numbers import NumberSerializer
from claims.views import as_readers_see
from factbase.api.pagination import Ordering
from factbase.api.views import IdViewSet


class QuantityViewSet(IdViewSet):
    """Numbers in claims, each taken apart, with the claim, who makes it and where it was found."""

    queryset = models.Quantity.objects.all()
    serializer_class = NumberSerializer
    filterset_class = NumberFilter
    example = "01a2017d-c867-73e2-8bd5-ccca109390af"
    orderings = {
        "-created_at": Ordering(F("created_at"), descending=True),
        "created_at": Ordering(F("created_at")),
        "value": Ordering(F("value")),
        "-value": Ordering(F("value"), descending=True),
        "period": Ordering(EARLIEST_PERIOD),
        "-period": Ordering(LATEST_PERIOD, descending=True),
    }
    default_ordering = "-created_at"

    @classmethod
    def shown_to(cls, user):
        return models.Quantity.objects.select_related("indicator").prefetch_related(
            "claim__claimants__speaker",
            "claim__claimants__role__organization",
            "claim__citations__source__publisher",
            "claim__citations__source__notices",
        )

    def applied(self):
        return as_readers_see(super().applied())
