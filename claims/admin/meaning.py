"""What a number will mean, in words, while it is typed: asked of the database, which alone knows the bounds."""

from decimal import Decimal

from django import forms
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.http import HttpRequest, JsonResponse
from django.urls import reverse
from django.utils.formats import number_format
from django.utils.html import format_html
from django.utils.translation import gettext as _
from psycopg.types.range import Range

from claims.models import Quantity


class NumberForm(forms.ModelForm):
    """The boxes that bounds come from, with the checks and the messages of the quantity itself."""

    class Meta:
        model = Quantity
        fields = ["comparator", "value", "upper", "significant_figures"]


def meaning_view(request: HttpRequest) -> JsonResponse:
    """{"words": "Read as …"} of the typed boxes, {"errors": ["…"]} where they are no number, or {} where empty."""
    if not request.user.has_perm("claims.view_quantity") and not request.user.has_perm("claims.view_claim"):
        raise PermissionDenied
    if not (request.GET.get("value", "").strip() and request.GET.get("significant_figures", "").strip()):
        return JsonResponse({})
    form = NumberForm(request.GET)
    if not form.is_valid():
        return JsonResponse({"errors": [message for messages in form.errors.values() for message in messages]})
    return JsonResponse({"words": in_words(*computed(**form.cleaned_data))})


def computed(*, comparator: str, value: Decimal, upper: Decimal | None, significant_figures: int) -> list[Range]:
    """Bounds and entails of a number that is in no table yet."""
    arguments = [value, upper, comparator, significant_figures]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT claims_bounds(v, hi, said, figures), claims_entails(v, hi, said, figures)"
            " FROM (VALUES (%s::numeric, %s::numeric, %s::text, %s::integer)) AS typed (v, hi, said, figures)",
            arguments,
        )
        return cursor.fetchone()


def meaning(quantity: Quantity) -> str:
    """What a saved number means, and a place where what is typed instead is told as soon as it is known."""
    words = "" if quantity._state.adding else in_words(quantity.bounds, quantity.entails)
    hint = _("Said here in words once value and significant figures are filled in.")
    return format_html(
        '<span data-number-meaning="{}" data-hint="{}" data-failed="{}" role="status" aria-live="polite">{}</span>',
        reverse("admin:claims_quantity_meaning"),
        hint,
        _("The server did not answer: it is said once you save."),
        words or hint,
    )


def in_words(bounds: Range, entails: Range) -> str:
    if bounds == entails:
        return _("Read as %(bounds)s; commits the speaker to just that.") % {"bounds": span(bounds)}
    words = {"bounds": span(bounds), "entails": span(entails)}
    return _("Read as %(bounds)s; commits the speaker to %(entails)s.") % words


def span(numbers: Range) -> str:
    """A range of numbers in words: which of its ends are in it is said, not drawn."""
    low, high = written(numbers.lower), written(numbers.upper)
    ends = {"low": low, "high": high}
    match low, high, numbers.lower_inc, numbers.upper_inc:
        case None, _any, _in, True:
            return _("%(high)s or less") % ends
        case None, _any, _in, False:
            return _("less than %(high)s") % ends
        case _any, None, True, _in:
            return _("%(low)s or more") % ends
        case _any, None, False, _in:
            return _("more than %(low)s") % ends
        case _any, _other, True, True:
            return _("exactly %(low)s") % ends if low == high else _("from %(low)s up to %(high)s") % ends
        case _any, _other, True, False:
            return _("from %(low)s up to, not including, %(high)s") % ends
        case _any, _other, False, True:
            return _("above %(low)s, up to %(high)s") % ends
    return _("above %(low)s and below %(high)s") % ends


def written(number: Decimal | None) -> str | None:
    """A number in full, its thousands marked as the account's language does, without the zeros of a computation."""
    if number is None:
        return None
    plain = f"{number:f}"
    if "." in plain:
        plain = plain.rstrip("0").rstrip(".")
    return number_format(plain, use_l10n=True, force_grouping=True)
