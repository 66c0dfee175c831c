"""Filter sets: which query parameters a list takes."""

from difflib import get_close_matches

import django_filters
from django.db.models import Exists, OuterRef, QuerySet
from django.forms import Form
from django.utils.functional import cached_property
from django_filters.rest_framework import DjangoFilterBackend
from rest_framework.exceptions import ErrorDetail, ValidationError


class FilterSet(django_filters.FilterSet):
    """A list's parameters, and those of the parts of its records.

    All parameters of one part hold for one and the same part: `?unit=usd&place=MX` finds no claim with dollars
    somewhere and Mexico elsewhere. `parts` maps the filter set of a part to its path back to the record.
    """

    parts: dict[type["FilterSet"], str] = {}
    # Pairs that must not be inverted: (from, to).
    in_order: tuple[tuple[str, str], ...] = ()

    def __init__(self, data=None, *args, **kwargs):
        # Only what is asked for is built: copying all of a claim's filters takes half as long as its page.
        self.base_filters = {name: found for name, found in self.base_filters.items() if name in (data or ())}
        super().__init__(data, *args, **kwargs)

    @classmethod
    def get_filters(cls):
        filters = super().get_filters()
        for part in cls.parts:
            filters.update(part.get_filters())
        return filters

    @cached_property
    def form(self) -> Form:
        # Of no class of its own: to make one for each request takes half as long as to check what was asked.
        form = Form(self.data)
        form.fields = {name: each.field for name, each in self.filters.items()}
        return form

    @property
    def asked(self) -> dict:
        """The parameters given, each with its value as it was understood."""
        return {name: value for name, value in self.form.cleaned_data.items() if value is not None}

    def applied(self) -> dict:
        """The same as an answer shows them."""
        return {name: self.filters[name].shown(self.data.getlist(name), value) for name, value in self.asked.items()}

    def filter_queryset(self, queryset: QuerySet, without: tuple[str, ...] = ()) -> QuerySet:
        """What all parameters leave of `queryset`, or all but those named in `without`."""
        own = self.asked.keys() - set(without)
        for part, path in self.parts.items():
            names = own & part.base_filters.keys()
            if names:
                rows = self.rows_of(part, without).filter(**{path: OuterRef("pk")})
                queryset = queryset.filter(Exists(rows))
            own -= names
        return self.narrowed(queryset, own)

    def rows_of(self, part: type["FilterSet"], without: tuple[str, ...] = ()) -> QuerySet:
        """The rows of a part that meet its parameters."""
        return self.narrowed(part._meta.model._default_manager.all(), part.base_filters.keys() - set(without))

    def narrowed(self, rows: QuerySet, names) -> QuerySet:
        for name, value in self.asked.items():
            if name in names:
                rows = self.filters[name].filter(rows, value)
        return rows

    def problems(self) -> dict[str, str]:
        """What is wrong between parameters that are right each by itself: {parameter: message}."""
        found, asked = {}, self.asked
        for sets in (type(self), *self.parts):
            for first, last in sets.in_order:
                low, high = asked.get(first), asked.get(last)
                if low is not None and high is not None and low > high:
                    found[first] = f"It is after {last} ({low} > {high}): swap them."
        return found


class FilterBackend(DjangoFilterBackend):
    def get_valid_filterset(self, request, queryset, view) -> FilterSet:
        """The parameters asked for. Raises ValidationError for what cannot be."""
        filterset = view.filterset_class(request.query_params, queryset=queryset, request=request)
        if not filterset.is_valid():
            # The library's own translation formats a message once more, and fails at a % in what was asked.
            errors = filterset.errors.as_data().items()
            raise ValidationError(
                {name: [ErrorDetail(text, code=e.code) for e in found for text in e.messages] for name, found in errors}
            )
        if problems := filterset.problems():
            raise ValidationError({name: [ErrorDetail(text, code="goes_not_with")] for name, text in problems.items()})
        return filterset


def refuse_unknown(given: list[str], known: list[str]) -> None:
    """Raise ValidationError for each parameter that is not known here, with the nearest that is."""
    errors = {}
    for name in given:
        if name not in known:
            remedy = f": did you mean '{nearest(name, known)}'?" if known else ": this address takes none."
            errors[name] = [ErrorDetail(f"There is no parameter '{name}'{remedy}", code="unknown_parameter")]
    if errors:
        raise ValidationError(errors)


def nearest(name: str, known: list[str]) -> str:
    return get_close_matches(name, known, n=1, cutoff=0)[0]
