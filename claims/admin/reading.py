"""A number's words, typed on the claim's page, fill in its other boxes: value, comparator, figures, unit."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, JsonResponse
from django.urls import path, reverse_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_POST

from claims.models import Claim, Quantity
from claims.quantities import LANGUAGES, Reading, UnreadableQuantity, find_quantities, read_quantity

URL_NAME = "claims_quantity_reading"
# A claim is a sentence or two; a longer text than this is not looked through on every key.
LONGEST_TEXT = 20_000
# What the reader of numbers says, for the catalogue of translations.
REASONS = (
    gettext_noop("it is an address of the web"),
    gettext_noop("it is a telephone number"),
    gettext_noop("it is a date"),
    gettext_noop("it is a date or a code"),
    gettext_noop("it is a time of day"),
    gettext_noop("it is an ordinal"),
    gettext_noop("it is a year"),
    gettext_noop("they are years"),
    gettext_noop("it is a decade"),
    gettext_noop("it is a code"),
    gettext_noop("it is a score or a code"),
    gettext_noop("it is part of a name"),
    gettext_noop("it is part of a name or a code"),
    gettext_noop("it is part of a phrase"),
    gettext_noop("it is part of an address"),
    gettext_noop("it is an article or a pronoun"),
    gettext_noop("it is the number of an item"),
    gettext_noop("it is the age of somebody"),
    gettext_noop("it is the age of somebody named"),
    gettext_noop("it is the mark of a list"),
    gettext_noop("it is the mark of a note"),
    gettext_noop("its digits are not written as a number is"),
    gettext_noop("it has more than 24 digits"),
)


class ReadAsWritten:
    """For an admin or an inline of quantities: the script, and the view that it asks."""

    @property
    def media(self):
        return super().media + forms.Media(js=["claims/quantity_reading.js"])

    def get_urls(self):
        view = self.admin_site.admin_view(require_POST(reading_view))
        return [path("reading/", view, name=URL_NAME), *super().get_urls()]

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == "as_written":
            field.widget.attrs["data-reading-url"] = reverse_lazy(f"admin:{URL_NAME}")
        return field


class PhraseForm(forms.Form):
    as_written = forms.CharField(max_length=Quantity._meta.get_field("as_written").max_length)
    text = forms.CharField(max_length=LONGEST_TEXT, required=False, strip=False)
    language = forms.CharField(max_length=Claim._meta.get_field("language").max_length)


def reading_view(request: HttpRequest) -> JsonResponse:
    """{"fields": {name of a box: what to write in it}}, or {"error": why the words cannot be read}.

    `text` and `language` are the claim's: where the words stand in it once, the noun after them tells the unit.
    """
    if not (request.user.has_perm("claims.add_quantity") or request.user.has_perm("claims.change_quantity")):
        raise PermissionDenied
    form = PhraseForm(request.POST)
    if not form.is_valid():
        return JsonResponse({"error": " ".join(message for many in form.errors.values() for message in many)})
    try:
        return JsonResponse({"fields": boxes(reading_of(**form.cleaned_data))})
    except UnreadableQuantity as error:
        return JsonResponse({"error": explained(form.cleaned_data["as_written"], error)})
    except ValueError:
        known = ", ".join(LANGUAGES)
        return JsonResponse({"error": _("Numbers are read in these languages: %(known)s.") % {"known": known}})


def reading_of(as_written: str, text: str, language: str) -> Reading:
    """The number in its claim where it stands there just so, and by itself otherwise."""
    if text.count(as_written) == 1:
        start = text.index(as_written)
        for reading in find_quantities(text, language):
            if start <= reading.number_start and reading.number_end <= start + len(as_written):
                same = read_quantity(as_written, language)
                if (same.value, same.upper, same.comparator) == (reading.value, reading.upper, reading.comparator):
                    return reading
    return read_quantity(as_written, language)


def boxes(reading: Reading) -> dict[str, str]:
    return {
        "comparator": reading.comparator,
        "value": f"{reading.value:f}",
        "upper": "" if reading.upper is None else f"{reading.upper:f}",
        "significant_figures": str(reading.significant_figures),
        "unit": reading.unit,
        "per": reading.per,
    }


def explained(phrase: str, error: UnreadableQuantity) -> str:
    if error.found:
        return _("These are %(count)s numbers: write each in a row of its own.") % {"count": len(error.found)}
    if error.passed:
        passed = error.passed[0]
        words = {"words": passed.text, "reason": _(passed.reason)}
        return _("“%(words)s” is not read as a number: %(reason)s. Fill in the boxes by hand.") % words
    return _("“%(words)s” holds no number that can be read. Fill in the boxes by hand.") % {"words": phrase}
