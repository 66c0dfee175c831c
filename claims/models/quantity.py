"""Numbers as written, and what they mean."""

import pgtrigger
from django.contrib.postgres.fields import DecimalRangeField
from django.contrib.postgres.indexes import GistIndex
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Func, Q, Value
from django.db.models.functions import Length, Lower, Replace
from django.db.models.lookups import LessThanOrEqual

from claims.querysets import EARLIEST_PERIOD, LATEST_PERIOD, QuantityQuerySet, begin_of
from claims.triggers import part_of_claim
from factbase.codes import PLACE_PATTERN, validate_place
from factbase.constraints import known_choices, some_days
from factbase.fields import DateRange, Number
from factbase.history import recorded
from factbase.models import Record
from factbase.triggers import checked_at_commit

from .claim import Claim
from .vocabulary import Indicator


def digits(column: str) -> Func:
    """How many digits a number has, written in full without trailing zeros."""
    bare = Func(Func(F(column), function="abs"), function="trim_scale", output_field=models.DecimalField())
    text = Func(bare, template="(%(expressions)s)::text", output_field=models.TextField())
    return Length(Replace(text, Value("."), Value("")))


def infinity(sign: str) -> Func:
    return Func(template=f"'{sign}Infinity'::numeric", output_field=models.DecimalField())


def computed_range(function: str) -> models.GeneratedField:
    """A range that the database computes from what a number's words say."""
    return models.GeneratedField(
        expression=Func("value", "upper", "comparator", "significant_figures", function=function),
        output_field=DecimalRangeField(),
        db_persist=True,
    )


@recorded
@known_choices
class Quantity(Record):
    """One number in a claim, as written and taken apart.

    `bounds` is where a reader would take the number to lie; `entails` is what the words commit the speaker
    to. Both are the database's (migration 0001_functions gives the table).
    """

    class Comparator(models.TextChoices):
        EQUAL = "equal", "equal: a bare number"
        ABOUT = "about", "about, roughly, around, some"
        NEARLY = "nearly", "nearly, almost, just under"
        MORE_THAN = "more_than", "more than, over"
        AT_LEAST = "at_least", "at least, no fewer than"
        LESS_THAN = "less_than", "fewer than, under"
        AT_MOST = "at_most", "up to, at most"
        BETWEEN = "between", "between … and …"
        ORDER = "order", "dozens of, hundreds of, thousands of"

    class Measure(models.TextChoices):
        LEVEL = "level", "Level"
        CHANGE = "change", "Change"
        SHARE = "share", "Share"
        RATIO = "ratio", "Ratio"

    class IndicatorMatch(models.TextChoices):
        EXACT = "exact", "Exact: this very quantity"
        COMPARABLE = "comparable", "Comparable: near it, not the same"

    claim = models.ForeignKey(Claim, models.CASCADE, related_name="quantities")
    as_written = models.CharField(max_length=300, help_text="The number's words: more than 3.2 million.")
    start = models.PositiveIntegerField(
        null=True, blank=True, help_text="Where these words begin in the claim's text, in characters from 0."
    )
    end = models.PositiveIntegerField(null=True, blank=True, help_text="Where they end: the first character after.")
    value = Number(help_text="In full: 3200000.")
    upper = Number(null=True, blank=True, help_text="The second number of between … and …")
    comparator = models.CharField(max_length=10, choices=Comparator, default=Comparator.EQUAL)
    significant_figures = models.PositiveSmallIntegerField(
        validators=[MinValueValidator(1)],
        help_text="Digits that were said: 2 for 3.2 million; an official full count has all of its digits.",
    )
    unit = models.CharField(
        max_length=100,
        blank=True,
        help_text="Lower case as said after the number, percent, or an ISO 4217 code.",
    )
    per = models.CharField(max_length=100, blank=True, help_text="Unit of the denominator: arrest.")
    measure = models.CharField(max_length=10, choices=Measure, default=Measure.LEVEL)
    population = models.CharField(max_length=300, blank=True, help_text="Who or what is counted.")
    indicator = models.ForeignKey(Indicator, models.PROTECT, null=True, blank=True, related_name="quantities")
    indicator_match = models.CharField(max_length=10, choices=IndicatorMatch, blank=True)
    place = models.CharField(
        max_length=6, blank=True, validators=[validate_place], help_text="ISO 3166 code: MX, MX-CHP."
    )
    place_as_written = models.CharField(max_length=200, blank=True)
    period = DateRange(null=True, blank=True)
    period_label = models.CharField(max_length=200, blank=True, help_text="As said: US fiscal year 2023.")
    bounds = computed_range("claims_bounds")
    entails = computed_range("claims_entails")

    objects = QuantityQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name_plural = "quantities"
        ordering = [F("start").asc(nulls_last=True), "id"]
        triggers = [
            *Record.Meta.triggers,
            *part_of_claim(),
            checked_at_commit(
                "words_in_text",
                pgtrigger.Insert | pgtrigger.Update,
                "PERFORM claims_check_quantities(NEW.claim_id);",
                condition=pgtrigger.Q(new__start__isnull=False),
            ),
        ]
        indexes = [
            # ?value=, ?value_min=, ?value_max=
            GistIndex(name="quantity_bounds", fields=["bounds"]),
            # Which numbers conflict.
            GistIndex(name="quantity_entails", fields=["entails"]),
            # ?value_match=truncated looks for a handful of exact values.
            models.Index(name="quantity_value", fields=["value", "significant_figures"]),
            # ?unit=
            models.Index(name="quantity_unit", fields=["unit"]),
            # ?place=MX takes MX-CHP too.
            models.Index(name="quantity_place", fields=["place"], opclasses=["varchar_pattern_ops"]),
            # ?period_after=, ?period_before=
            GistIndex(name="quantity_period", fields=["period"]),
            # indicators/{slug}/series/: which numbers stand beside one another.
            models.Index(F("indicator"), begin_of(F("period")), F("place"), name="quantity_series"),
            # indicators/{slug}/series/ in its order.
            models.Index(F("indicator"), EARLIEST_PERIOD.asc(), F("id").asc(), name="quantity_of_indicator"),
            # quantities/ in each of its orders; the id makes each total.
            models.Index(fields=["value", "id"], name="quantity_by_value"),
            models.Index(LATEST_PERIOD.desc(), F("id").desc(), name="quantity_latest_period"),
            models.Index(EARLIEST_PERIOD.asc(), F("id").asc(), name="quantity_earliest_period"),
            models.Index(fields=["created_at", "id"], name="quantity_created"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(as_written=""),
                name="quantity_has_words",
                violation_error_message="A number needs its words: more than 3.2 million.",
            ),
            models.CheckConstraint(
                condition=Q(start=None, end=None) | Q(start__isnull=False, end__isnull=False, start__lt=F("end")),
                name="quantity_span_whole",
                violation_error_message="Give both start and end, the start first, or neither.",
            ),
            models.CheckConstraint(
                # NaN sorts above Infinity.
                condition=Q(value__gt=infinity("-"), value__lt=infinity(""))
                & (Q(upper=None) | Q(upper__lt=infinity(""))),
                name="quantity_value_is_number",
                violation_error_message="The value is no number: write digits, such as 3200000.",
            ),
            models.CheckConstraint(
                condition=LessThanOrEqual(digits("value"), Value(24))
                & (Q(upper=None) | LessThanOrEqual(digits("upper"), Value(24))),
                name="quantity_value_within_24_digits",
                violation_error_message="A value has 24 digits at most.",
            ),
            models.CheckConstraint(
                condition=Q(comparator="between", upper__isnull=False) | (~Q(comparator="between") & Q(upper=None)),
                name="quantity_upper_for_between",
                violation_error_message="The comparator between needs the upper number, and only it has one.",
            ),
            models.CheckConstraint(
                condition=Q(upper=None) | Q(upper__gte=F("value")),
                name="quantity_upper_not_below_value",
                violation_error_message="The upper number is below the value: swap them.",
            ),
            models.CheckConstraint(
                condition=Q(significant_figures__gte=1, significant_figures__lte=24),
                name="quantity_significant_figures",
                violation_error_message="Significant figures are 1 to 24: 2 for 3.2 million.",
            ),
            models.CheckConstraint(
                condition=~Q(comparator="order") | Q(value__gt=0),
                name="quantity_order_positive",
                violation_error_message="dozens or thousands of need a value above 0: write 1000 for thousands.",
            ),
            models.CheckConstraint(
                condition=Q(unit=Lower("unit")) | Q(unit__regex=r"^[A-Z]{3}$"),
                name="quantity_unit_lower_case",
                violation_error_message="A unit is lower case as said after the number, or an ISO 4217 code: USD.",
            ),
            models.CheckConstraint(
                condition=Q(indicator=None, indicator_match="") | (Q(indicator__isnull=False) & ~Q(indicator_match="")),
                name="quantity_indicator_match",
                violation_error_message="An indicator matches exactly or comparably, and only an indicator does.",
            ),
            models.CheckConstraint(
                condition=Q(place="") | Q(place__regex=PLACE_PATTERN),
                name="quantity_place_is_code",
                violation_error_message="A place is its ISO 3166 code: write MX or MX-CHP.",
            ),
            some_days("quantity", "period", "The period has no day in it: write it anew or leave it empty."),
        ]

    def __str__(self):
        return f"{self.as_written} {self.unit}".strip()
