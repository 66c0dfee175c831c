"""What the list of claims is narrowed by, all of it in the link; and the reading of a number in its search box."""

import re
from datetime import timedelta
from decimal import Decimal
from uuid import UUID

from django import forms
from django.contrib import messages
from django.contrib.admin import ListFilter
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from psycopg.types.range import Range
from unfold.contrib.filters.admin import AutocompleteSelectFilter, DropdownFilter
from unfold.widgets import UnfoldAdminTextInputWidget

from claims.actions.duplicates import NEWEST_OPEN, newest_with_likely_duplicates
from claims.models import Citation, Claim, ClaimTopic, Quantity, Topic
from factbase.admin import is_uuid
from factbase.dates import parse_day_or_span
from factbase.permissions import sees_drafts
from factbase.trees import Descendants
from sources.models import Notice

SERIOUS = (Notice.Kind.CORRECTION, Notice.Kind.RETRACTION)
SOON = timedelta(days=7)

# Numbers in the search box

SCALES = {
    **dict.fromkeys(["mil", "thousand", "k"], 3),
    **dict.fromkeys(["million", "millions", "millón", "millon", "millones", "m"], 6),
    "mil millones": 9,
}
WRITTEN = re.compile(r"([0-9.,]+)\s*(\D*)")
# In English and in Spanish: digits in groups of three or not, and decimals.
FORMS = (
    (re.compile(r"(?:\d{1,24}|[1-9]\d{0,2}(?:,\d{3}){1,7})(?:\.\d{1,4})?"), ",", "."),
    (re.compile(r"(?:\d{1,24}|[1-9]\d{0,2}(?:\.\d{3}){1,7})(?:,\d{1,4})?"), ".", ","),
)


def readings(text: str) -> set[tuple[Decimal, Decimal | None]]:
    """The numbers that these words may be, each with one unit of its last figure, or None where it has all digits.

    "3.2 million" is (3200000, 100000). "3.201" may be English or Spanish, and is two. None in words, or in a phrase.
    """
    match = WRITTEN.fullmatch(text.strip().lower())
    if not match or (match[2] and match[2] not in SCALES):
        return set()
    scale = SCALES.get(match[2])
    numbers = [
        Decimal(match[1].replace(comma, "").replace(point, "."))
        for form, comma, point in FORMS
        if form.fullmatch(match[1])
    ]
    if scale is None:
        return {(number, None) for number in numbers}
    return {(number.scaleb(scale), Decimal(1).scaleb(scale + number.as_tuple().exponent)) for number in numbers}


def saying(text: str) -> QuerySet | None:
    """The quantities that a number in words fits; None where the words are no number.

    With all its digits it is looked for within bounds; rounded ("3.2 million"), it has bounds of its own, which
    are to overlap: it finds 3,201,144 and "more than 3.2 million".
    """
    found = None
    for value, unit in readings(text):
        if unit is None:
            fitting = Quantity.objects.consistent_with(value)
        else:
            around = Range(value - unit / 2, value + unit / 2, "[)")
            fitting = Quantity.objects.filter(bounds__overlap=around).exclude(comparator=Quantity.Comparator.ORDER)
        found = fitting if found is None else found | fitting
    return found


def search(claims: QuerySet, text: str) -> QuerySet:
    """Claims with these words, or where the words are a number, with such a number too."""
    quantities = saying(text)
    if quantities is None:
        return claims.matching(text)
    # A union, as each side has its index.
    return claims.filter(pk__in=quantities.values("claim").union(Claim.objects.matching(text).values("pk")))


# Filters


class Whose(DropdownFilter):
    title = _("account")
    parameter_name = "whose"

    def lookups(self, request, model_admin):
        return [
            ("mine", _("Written by me")),
            ("returned", _("Returned to me")),
            ("submitted", _("Submitted by me")),
            ("others", _("Submitted by others")),
        ]

    def queryset(self, request, queryset):
        match self.value():
            case "mine":
                return queryset.filter(created_by=request.user)
            case "returned":
                return queryset.filter(status=Claim.Status.DRAFT, created_by=request.user).exclude(returned_note="")
            case "submitted":
                return queryset.filter(submitted_by=request.user)
            case "others":
                return queryset.filter(submitted_by__isnull=False).exclude(submitted_by=request.user)


def in_topic(topic: UUID | str) -> Exists:
    """That a claim is about this topic or one below it."""
    # Asked for first: of topics that it knows, PostgreSQL knows too how many claims they have, and finds few at once.
    tree = list(Topic.objects.filter(pk__in=Descendants(Topic.objects.filter(pk=topic))).values_list("pk", flat=True))
    return Exists(ClaimTopic.objects.filter(claim=OuterRef("pk"), topic__in=tree))


class InTopic(AutocompleteSelectFilter):
    """A topic includes those below it, as `?topic=` of the API does."""

    def queryset(self, request, queryset):
        topic = self.value()
        return queryset.filter(in_topic(topic)) if is_uuid(topic) else super().queryset(request, queryset)


class Anchor(DropdownFilter):
    title = _("anchor")
    parameter_name = "anchor"

    def lookups(self, request, model_admin):
        return [("broken", _("Broken: moved, changed or missing")), *Citation.Anchor.choices]

    def queryset(self, request, queryset):
        if not self.value():
            return queryset
        citations = Citation.objects.all()
        citations = citations.broken() if self.value() == "broken" else citations.filter(anchor=self.value())
        if source := request.GET.get("citations__source__id__exact"):
            citations = citations.filter(source=source)  # One and the same citation.
        return queryset.filter(Exists(citations.filter(claim=OuterRef("pk"))))


class NoticeOn(DropdownFilter):
    title = _("notice on a source")
    parameter_name = "notice"

    def lookups(self, request, model_admin):
        return [
            ("alone", _("Correction or retraction of all that states it")),
            ("serious", _("Correction or retraction")),
            *Notice.Kind.choices,
        ]

    def queryset(self, request, queryset):
        if not self.value():
            return queryset
        if self.value() == "alone":
            return queryset.resting_on_corrected()
        notices = Notice.objects.filter(kind__in=SERIOUS if self.value() == "serious" else [self.value()])
        citations = Citation.objects.filter(source__in=notices.values("source"))
        return queryset.filter(Exists(citations.filter(claim=OuterRef("pk"))))


class Duplicates(DropdownFilter):
    title = _("duplicates")
    parameter_name = "duplicates"

    def lookups(self, request, model_admin):
        return [("likely", _("Likely, among the newest %(count)d drafts and in review") % {"count": NEWEST_OPEN})]

    def queryset(self, request, queryset):
        if self.value() == "likely" and sees_drafts(request.user):
            return queryset.filter(pk__in=newest_with_likely_duplicates())
        return queryset.none() if self.value() == "likely" else queryset


class Embargo(DropdownFilter):
    title = _("embargo")
    parameter_name = "embargo"

    def lookups(self, request, model_admin):
        return [("soon", _("Ends within 7 days")), ("on", _("Has not ended"))]

    def queryset(self, request, queryset):
        now = timezone.now()
        match self.value():
            case "soon":
                return queryset.filter(embargo_until__gt=now, embargo_until__lte=now + SOON)
            case "on":
                return queryset.filter(embargo_until__gt=now)


class DayBox(UnfoldAdminTextInputWidget):
    input_type = "date"


class StatedForm(forms.Form):
    stated_after = forms.CharField(label=_("Said on that day or later"), required=False, widget=DayBox)
    stated_before = forms.CharField(label=_("Said on that day or earlier"), required=False, widget=DayBox)

    def clean_stated_after(self):
        return self.day("stated_after", 0)

    def clean_stated_before(self):
        return self.day("stated_before", 1)

    def day(self, name, end):
        text = self.cleaned_data[name]
        try:
            return parse_day_or_span(text)[end] if text else None
        except ValueError as error:
            raise forms.ValidationError(str(error)) from error


class Stated(ListFilter):
    """Claims that may have been said from one day to another, both included; dates known only so far count too."""

    title = _("date")
    template = "unfold/filters/filters_field.html"

    def __init__(self, request, params, model, model_admin):
        super().__init__(request, params, model, model_admin)
        given = {name: params.pop(name)[-1] for name in StatedForm.base_fields if name in params}
        self.used_parameters = {name: text for name, text in given.items() if text}
        self.form = StatedForm(given)

    def has_output(self):
        return True

    def expected_parameters(self):
        return list(StatedForm.base_fields)

    def choices(self, changelist):
        yield {"form": self.form}

    def queryset(self, request, queryset):
        if not self.form.is_valid():
            for problems in self.form.errors.values():
                messages.error(request, " ".join(problems))
            return queryset.none()
        after, before = (self.form.cleaned_data[name] for name in StatedForm.base_fields)
        if after and before and after > before:
            wrong = _("%(after)s is after %(before)s: nothing was said between them.")
            messages.error(request, wrong % {"after": after, "before": before})
            return queryset.none()
        if after or before:
            return queryset.filter(stated__overlap=Range(after, before, "[]"))
        return queryset
