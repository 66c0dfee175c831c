"""How many of the claims found there are of each topic, speaker, year, …"""

from django.core.exceptions import ValidationError as FormError
from drf_spectacular.utils import OpenApiParameter, extend_schema, inline_serializer
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.response import Response

from claims.facets import COUNTED, FACETS, MOST_VALUES, Counted, Facet, count
from factbase.api.filters import FilterBackend, nearest
from factbase.api.pagination import refuse
from factbase.api.parameters import Parameter

# Parameters of claims/ that say how a list is shown.
OF_LISTS = ("ordering", "highlight")


class Fields(Parameter):
    """Some of the facets, with commas between."""

    schema = {"type": "string", "pattern": r"^\s*({0})(\s*,\s*({0}))*\s*$".format("|".join(FACETS))}

    def read(self, text):
        names = [name.strip() for name in text.split(",")]
        for name in names:
            if name not in FACETS:
                raise ValueError(f"There is no facet '{name}': did you mean '{nearest(name, list(FACETS))}'?")
        return list(dict.fromkeys(names))


FIELDS = Fields(
    help_text=f"What to count by, with commas between: {', '.join(FACETS)}. Where it is not given: topic,speaker,kind.",
    example="topic,speaker,year",
)


class FacetValueSerializer(serializers.Serializer):
    value = serializers.CharField(
        allow_null=True, help_text="As the parameter of that name takes it; of `year` null for claims without a date."
    )
    label = serializers.CharField(help_text="For people.")
    count = serializers.IntegerField(help_text="How many claims have it.")
    selected = serializers.BooleanField(help_text="Whether it was asked for.")


class FacetSerializer(serializers.Serializer):
    count_is = serializers.ChoiceField(
        ["exact", "at_least"],
        help_text=f"`at_least` where more than {COUNTED:,} claims are found: the newest said of these were counted.",
    )
    has_more = serializers.BooleanField(help_text=f"Whether there are more values than these; {MOST_VALUES} are shown.")
    values = FacetValueSerializer(many=True)


class FacetViews:
    """For ClaimViewSet: `facets/`."""

    action_parameters = {"facets": {"fields": FIELDS}}

    def known_parameters(self):
        if self.action == "facets":
            return [*(name for name in self.filterset_class.base_filters if name not in OF_LISTS), "fields"]
        return super().known_parameters()

    @extend_schema(
        parameters=[OpenApiParameter(name, exclude=True) for name in OF_LISTS],
        filters=True,
        responses=inline_serializer(
            "Facets",
            {
                "applied": serializers.DictField(help_text="The filters in force."),
                "facets": inline_serializer("FacetsByName", {name: FacetSerializer(required=False) for name in FACETS}),
            },
        ),
    )
    @action(detail=False, pagination_class=None)
    def facets(self, request, *args, **kwargs):
        """The values of some fields, each with the number of claims that have it, under any filters of claims/.

        A facet is not narrowed by its own parameter (`year` not by stated_after and stated_before), so that the other
        choices stay in sight; one that was chosen is always shown. A topic counts with those below it, a country with
        its parts, and a claim in each year that its time of saying reaches into. All that is counted is what the asker
        may see.
        """
        names = self.get_fields()
        asked = FilterBackend().get_valid_filterset(request, self.get_queryset(), self)
        applied = {**self.applied(), **asked.applied(), "fields": names}
        applied.pop("ordering")
        counted = count([FACETS[name] for name in names], asked, self.get_queryset(), request.user)
        return Response(
            {"applied": applied, "facets": {name: shown(counted[name], FACETS[name], asked) for name in names}}
        )

    def get_fields(self) -> list[str]:
        try:
            return FIELDS.field.clean(self.request.query_params.getlist("fields")) or ["topic", "speaker", "kind"]
        except FormError as error:
            refuse("fields", error.messages[0], error.code)


def shown(counted: Counted, facet: Facet, asked) -> dict:
    """A facet as the answer has it."""
    written, chosen = facet.shown([value for value, _ in counted.values]), facet.chosen(asked)
    values = [
        {"value": written[value][0], "label": written[value][1], "count": n, "selected": value in chosen}
        for value, n in counted.values
    ]
    return {"count_is": "at_least" if counted.is_cut else "exact", "has_more": counted.has_more, "values": values}
