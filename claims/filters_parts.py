"""The query parameters of a claim's parts: its numbers, and where it was found."""

from claims import models
from claims.figures import FigureLike
from factbase.api.filters import FilterSet
from factbase.api.parameters import AnyOf, Choice, Choices, Number, RangeReaches, Records
from factbase.codes import PLACE_PATTERN, validate_place
from sources.filters import AtUrl
from sources.models import Publisher, Source

Quantity, Citation = models.Quantity, models.Citation


class Value(Number):
    """Numbers consistent with this one, as loosely as `value_match` allows."""

    def filter(self, queryset, number):
        match self.parent.asked.get("value_match"):
            case "truncated":
                return queryset.consistent_with(number) | queryset.cut_short_from(number)
            case "loose":
                return queryset.containing(number) | queryset.cut_short_from(number)
            case _:
                return queryset.consistent_with(number)


class ValueMatch(Choice):
    """Read by `Value`."""

    def filter(self, queryset, value):
        return queryset


class ValueFrom(Number):
    def filter(self, queryset, number):
        return queryset.overlapping(number, None)


class ValueTo(Number):
    def filter(self, queryset, number):
        return queryset.overlapping(None, number)


class Places(AnyOf):
    def filter(self, queryset, codes):
        return queryset.in_places(codes)


class QuantityFilter(FilterSet):
    unit = AnyOf("unit", help_text="Unit as said after the number, percent, or an ISO 4217 code.", example="detentions")
    indicator = Records(
        "indicator", model=models.Indicator, help_text="Indicator, by slug.", example="us-border-encounters-nationwide"
    )
    place = Places(
        validator=validate_place, pattern=PLACE_PATTERN, help_text="ISO 3166 code; MX includes MX-CHP.", example="US"
    )
    value = Value(
        help_text="Numbers that this one is consistent with: their bounds contain it. 3201144 finds"
        ' "more than 3.2 million".',
        example="3201144",
    )
    value_match = ValueMatch(
        choices=["truncated", "loose"],
        help_text='With `value`: `truncated` also takes a bare number cut short ("2.7 million" for 2,766,582),'
        ' `loose` that and orders ("thousands").',
        example="truncated",
    )
    figure = FigureLike(
        help_text="A number as it is written, in English or Spanish: numbers that lie where it may lie, as their bounds"
        ' overlap, save orders ("thousands") unless it is one itself. `applied` says how it was read. A unit in it is'
        " not asked for: give `unit`.",
        example="more than 3.2 million",
    )
    value_min = ValueFrom(help_text="Numbers whose bounds reach this one or more.", example="2500000")
    value_max = ValueTo(help_text="Numbers whose bounds reach this one or less.", example="3500000")
    period_after = RangeReaches("period", help_text="About a time that reaches that day.", example="2022-10-01")
    period_before = RangeReaches(
        "period",
        last=True,
        help_text="About a time that begins by that day.",
        example="2023-09-30",
    )
    in_order = (("value_min", "value_max"), ("period_after", "period_before"))

    class Meta:
        model = Quantity
        fields = []


class CitedAt(AtUrl):
    looks_up = True

    def read(self, url):
        # Looked up by itself, as a topic is below.
        return list(Source.objects.at_url(url).values_list("pk", flat=True))

    def shown(self, texts, pks):
        return texts[0]

    def filter(self, queryset, pks):
        return queryset.filter(source__in=pks)


class PublisherOf(Records):
    """A publisher's sources, where they are few, are looked up by themselves.

    PostgreSQL knows which sources are cited often, and takes those of any publisher for ordinary ones.
    """

    FEW = 300

    def read_all(self, texts):
        pks = super().read_all(texts)
        sources = list(Source.objects.filter(publisher__in=pks).values_list("pk", flat=True)[: self.FEW + 1])
        return pks, sources if len(sources) <= self.FEW else None

    def filter(self, queryset, found):
        pks, sources = found
        return queryset.filter(source__publisher__in=pks) if sources is None else queryset.filter(source__in=sources)


class CitationFilter(FilterSet):
    directness = Choices(
        "directness", choices=Citation.Directness.values, help_text="How the words are given.", example="direct"
    )
    source = Records("source", model=Source, help_text="Source, by id.", example="01a2017d-c831-75c7-aaad-3af954a689f3")
    publisher = PublisherOf(
        model=Publisher,
        help_text="Publisher of the source, by slug.",
        example="us-customs-and-border-protection",
    )
    source_url = CitedAt(
        help_text="Web address of the source; scheme, www. and tracking parameters do not matter.",
        example="https://onlinelibrary.wiley.com/doi/10.1111/lamp.12329",
    )
    source_published_after = RangeReaches(
        "source__published", help_text="Source published that day or later.", example="2017-01-01"
    )
    source_published_before = RangeReaches(
        "source__published",
        last=True,
        help_text="Source published that day or earlier.",
        example="2017-12-31",
    )
    in_order = (("source_published_after", "source_published_before"),)

    class Meta:
        model = Citation
        fields = []
