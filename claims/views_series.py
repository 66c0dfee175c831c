"""What was claimed of an indicator, period by period, and whether it goes together."""

import json

from django.utils.functional import cached_property
from drf_spectacular.utils import extend_schema, extend_schema_serializer, inline_serializer
from rest_framework import serializers
from rest_framework.response import Response

from claims.filters_parts import QuantityFilter
from claims.models import Indicator, Quantity
from claims.querysets import EARLIEST_PERIOD, MOST_CONFLICTS
from claims.serializers import IndicatorSerializer
from claims.serializers_numbers import NumberSerializer
from claims.views import IndicatorViewSet
from claims.views_numbers import QuantityViewSet
from factbase.api.exports import Export
from factbase.api.filters import FilterSet
from factbase.api.pagination import Ordering
from factbase.api.views import RecordViewSet
from factbase.statements import fetch, keys_of, page_of

MOST_VALUES = 1000


class SeriesFilter(FilterSet):
    """The parameters of a number that choose within one indicator."""

    in_order = QuantityFilter.in_order
    names = ("place", "unit", "period_after", "period_before")

    class Meta:
        model = Quantity
        fields = []

    @classmethod
    def get_filters(cls):
        return {name: QuantityFilter.get_filters()[name] for name in cls.names}


class SeriesValueSerializer(NumberSerializer):
    agreement = serializers.ChoiceField(
        ["agree", "conflict"],
        allow_null=True,
        help_text="Of an exact value, against each other exact one that is for the same period and place, in the"
        " same unit: `conflict` where the words of any cannot be true together with these (what they entail does not"
        " meet), `agree` where those of all can. Null where there is no other, for a value without a period, and for"
        " comparable ones.",
    )
    conflicts_with = serializers.ListField(
        child=serializers.UUIDField(),
        help_text=f"The values, by id, that this one is in conflict with; {MOST_CONFLICTS} at most.",
    )

    class Meta:
        model = Quantity
        fields = ["agreement", "conflicts_with", *NumberSerializer.Meta.fields]


class PeriodSerializer(serializers.Serializer):
    period = inline_serializer(
        "Days",
        {"from": serializers.DateField(allow_null=True), "to": serializers.DateField(allow_null=True)},
        allow_null=True,
        help_text="Both days are included. Null: numbers without a period.",
    )
    exact = SeriesValueSerializer(many=True, help_text="Of this very indicator.")
    comparable = SeriesValueSerializer(many=True, help_text="Near it, not the same: not compared with any other.")


SERIES = inline_serializer(
    "Series",
    {
        "indicator": IndicatorSerializer(),
        "applied": serializers.DictField(help_text="The filters in force."),
        "cut_short": serializers.CharField(
            allow_null=True, help_text=f"What to do where there are more than the first {MOST_VALUES:,} values."
        ),
        "periods": PeriodSerializer(many=True),
    },
)
extend_schema_serializer(many=False)(type(SERIES))


class SeriesViewSet(RecordViewSet):
    """Every value claimed of an indicator."""

    queryset = Quantity.objects.all()
    serializer_class = SeriesValueSerializer
    filterset_class = SeriesFilter
    pagination_class = None
    lookup_field = "slug"
    address_model = Indicator
    moved_actions = ("list",)
    example = "us-border-encounters-nationwide"
    orderings = {"period": Ordering(EARLIEST_PERIOD)}
    default_ordering = "period"

    @classmethod
    def shown_to(cls, user):
        return QuantityViewSet.shown_to(user).with_agreement(user)

    def known_parameters(self):
        return list(self.filterset_class.base_filters)

    @extend_schema(responses=SERIES, filters=True)
    def list(self, request, *args, **kwargs):
        """Period by period every value that was claimed of an indicator, by whom, and from which source.

        Each has its bounds (where a reader would take it to lie) and what it entails (what its words commit the
        claimant to). Values exactly of the indicator and comparable ones are apart. Exact ones for the same period and
        place are compared: see `agreement`. The earliest period comes first, values without one last.
        """
        if self.indicator is None:  # As RecordViewSet.retrieve does; there the record is what the view lists.
            return IndicatorViewSet(request=request).moved(self.kwargs["slug"])
        if isinstance(request.accepted_renderer, Export):
            return super().list(request, *args, **kwargs)
        sql = page_of(self.get_keys(), self.get_json(), way="ASC", edge=None, size=MOST_VALUES + 1)
        values = [json.loads(row[0]) for row in fetch(sql)]
        cut_short = f"There are more than {MOST_VALUES:,} values: give place, period_after or period_before, or ask for"
        cut_short += f" {request.path.rstrip('/')}.csv, which has all."
        applied = self.applied()
        return Response(
            {
                "indicator": IndicatorSerializer(self.indicator, context=self.get_serializer_context()).data,
                "applied": applied,
                "cut_short": cut_short if len(values) > MOST_VALUES else None,
                "periods": by_period(values[:MOST_VALUES]),
            }
        )

    @cached_property
    def indicator(self) -> Indicator | None:
        return Indicator.objects.visible_to(self.request.user).filter(slug=self.kwargs["slug"]).first()

    def get_queryset(self):
        return super().get_queryset().filter(indicator=self.indicator)

    def get_keys(self):
        return keys_of(self.get_records(), self.get_ordering().key)


def by_period(values: list[dict]) -> list[dict]:
    """The values of each period, in the order in which they come."""
    periods = {}
    for value in values:
        days = value["period"] and {"from": value["period"]["from"], "to": value["period"]["to"]}
        known = days if days and any(days.values()) else None
        found = periods.setdefault(known and tuple(known.values()), {"period": known, "exact": [], "comparable": []})
        found[value["indicator"]["match"]].append(value)
    return list(periods.values())
