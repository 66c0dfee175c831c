"""The query parameters of quantities/: a number's own, and those of the claim that it stands in."""

from copy import copy

from django.db.models import Exists, OuterRef

from claims.filters import ClaimFilter, Sorting
from claims.filters_parts import CitationFilter, QuantityFilter
from claims.models import Claim, Quantity
from factbase.api.filters import FilterSet

# Of claims/, and without a meaning here: the order and what is marked are a list's own, and each of these is a number.
NOT_HERE = {"ordering", "highlight", "has_quantity"}
# Where the example of claims/ finds no number in the demo.
EXAMPLES = {
    "directness": "author",
    "organization": "us-customs-and-border-protection",
    "source_url": "https://www.cbp.gov/newsroom/stats/cbp-enforcement-statistics",
    "speaker": "us-customs-and-border-protection",
    "stated_before": "2024-12-31",
}


def with_example(name, found):
    other = copy(found)
    other.example = EXAMPLES.get(name, found.example)
    return other


class NumberFilter(FilterSet):
    ordering = Sorting(
        choices=["-created_at", "created_at", "value", "-value", "period", "-period"],
        help_text="Newest entered first (-created_at) where it is not given. `period` is by the first day of what the"
        " number is about; without a period last.",
        example="-value",
    )
    in_order = (*QuantityFilter.in_order, *CitationFilter.in_order, *ClaimFilter.in_order)

    class Meta:
        model = Quantity
        fields = []

    @classmethod
    def get_filters(cls):
        of_claims = {
            name: with_example(name, found) for name, found in ClaimFilter.get_filters().items() if name not in NOT_HERE
        }
        return {**of_claims, **super().get_filters()}

    def filter_queryset(self, queryset):
        names = self.asked.keys() - {"ordering"}
        queryset = self.narrowed(queryset, names & QuantityFilter.base_filters.keys())
        names -= QuantityFilter.base_filters.keys()
        # Beside each other, not one within the other: so the database may begin with either.
        if cited := names & CitationFilter.base_filters.keys():
            queryset = queryset.filter(Exists(self.rows_of(CitationFilter).filter(claim=OuterRef("claim"))))
        if said := names - cited:
            queryset = queryset.filter(Exists(self.narrowed(Claim.objects.filter(pk=OuterRef("claim")), said)))
        return queryset

    def problems(self):
        found = super().problems()
        if "value_match" in self.asked and "value" not in self.asked:
            found["value_match"] = "It says how to match `value`: give that too."
        return found
