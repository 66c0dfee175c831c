"""Numbers in claims."""

from django.contrib import admin
from django.urls import path
from django.utils.translation import gettext_lazy as _
from unfold.decorators import display

from claims.models import Quantity
from factbase.admin import RecordStackedInline, RowForm

from .meaning import meaning, meaning_view
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
                    "in_words",
                ]
            },
        ),
        (_("What it counts"), {"fields": [("unit", "per", "measure"), "population", ("indicator", "indicator_match")]}),
        (_("Where and when"), {"fields": [("place", "place_as_written"), ("period", "period_label")]}),
        (_("Its words in the claim's text: leave both empty to have them found"), {"fields": [("start", "end")]}),
    ]
    autocomplete_fields = ["indicator"]
    readonly_fields = ["in_words"]

    class Media:
        js = ["claims/meaning.js"]

    @display(description=_("what it means"))
    def in_words(self, quantity):
        return meaning(quantity)


class QuantityInline(ReadAsWritten, QuantityFields, RecordStackedInline):
    pass


@admin.register(Quantity)
class QuantityAdmin(ReadAsWritten, QuantityFields, PartAdmin):
    list_select_related = ["claim"]
    search_fields = ["as_written", "unit", "population"]

    def get_urls(self):
        view = self.admin_site.admin_view(meaning_view)
        return [path("meaning/", view, name="claims_quantity_meaning"), *super().get_urls()]
