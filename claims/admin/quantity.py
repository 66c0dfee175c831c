"""Numbers in claims."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _
from unfold.decorators import display

from claims.models import Quantity
from factbase.admin import RecordStackedInline, RowForm

from .parts import PartAdmin
from .reading import ReadAsWritten


class QuantityForm(RowForm):
    def clean(self):
        """Where the number's words stand in the text just once, start and end need not be counted by hand.

        Nor counted again when the text before them was changed.
        """
        cleaned = super().clean()
        words, claim = cleaned.get("as_written"), cleaned.get("claim")
        start, end = cleaned.get("start"), cleaned.get("end")
        given = {"start", "end"}.intersection(self.changed_data) and (start, end) != (None, None)
        if (
            words
            and claim
            and not given
            and not stand_at(words, claim.text, start, end)
            and claim.text.count(words) == 1
        ):
            cleaned["start"] = claim.text.index(words)
            cleaned["end"] = cleaned["start"] + len(words)
            self.changed_data += ["start", "end"]  # A row that nobody touched would not be saved.
        return cleaned


def stand_at(words, text, start, end):
    return start is not None and text[start:end] == words


class QuantityFields:
    model = Quantity
    form = QuantityForm
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "as_written",
                    ("comparator", "value", "upper", "significant_figures"),
                    ("bounds_in_signs", "entails_in_signs"),
                ]
            },
        ),
        (_("What it counts"), {"fields": [("unit", "per", "measure"), "population", ("indicator", "indicator_match")]}),
        (_("Where and when"), {"fields": [("place", "place_as_written"), ("period", "period_label")]}),
        (_("Its words in the claim's text: leave both empty to have them found"), {"fields": [("start", "end")]}),
    ]
    autocomplete_fields = ["indicator"]
    readonly_fields = ["bounds_in_signs", "entails_in_signs"]

    @display(description=_("bounds: where readers take it to lie"))
    def bounds_in_signs(self, quantity):
        return interval(quantity.bounds)

    @display(description=_("entails: what the words commit to"))
    def entails_in_signs(self, quantity):
        return interval(quantity.entails)


def interval(numbers):
    """A range as mathematics writes it: [2,650,000, 2,750,000) holds its first number and not its last."""
    if not hasattr(numbers, "lower"):  # Not computed before it is saved.
        return _("computed when saved")
    lower = "−∞" if numbers.lower is None else f"{numbers.lower:,f}"
    upper = "∞" if numbers.upper is None else f"{numbers.upper:,f}"
    return f"{'[' if numbers.lower_inc else '('}{lower}, {upper}{']' if numbers.upper_inc else ')'}"


class QuantityInline(ReadAsWritten, QuantityFields, RecordStackedInline):
    pass


@admin.register(Quantity)
class QuantityAdmin(ReadAsWritten, QuantityFields, PartAdmin):
    list_select_related = ["claim"]
    search_fields = ["as_written", "unit", "population"]
