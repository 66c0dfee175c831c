"""Merging in the admin: choose the other record, see both sides and what will move, then merge by POST."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django import forms
from django.apps import apps
from django.conf import settings
from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.text import capfirst, get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override
from psycopg.types.range import Range
from unfold.decorators import action

from factbase.admin import RecordSelect, change_url
from factbase.dates import format_range
from factbase.history import OWN
from factbase.merging import Fold, Plan, Relation, pointers
from factbase.models import Distinct

SHOWN = 5  # Rows of each kind on each side; the rest is counted.


class MergeAdmin:
    """A page with the button “Merge…”. It stands before VerbAdmin, which knows its own verbs alone.

    `merging` says how such records are merged (factbase.merging.Merge).
    """

    merging = None

    def has_merge_permission(self, request, obj=None):
        return request.user.has_perm(self.merging.right)

    def get_urls(self):
        view = self.admin_site.admin_view(self.merge)
        return [path("<path:object_id>/merge/", view, name=self.merge_url_name), *super().get_urls()]

    @property
    def merge_url_name(self):
        return f"{self.opts.app_label}_{self.opts.model_name}_merge"

    def get_actions_detail(self, request, object_id):
        actions = super().get_actions_detail(request, object_id)
        may = self.has_merge_permission(request) and self.has_view_or_change_permission(request)
        return [*actions, self.get_unfold_action("merge")] if may else actions

    def _get_actions_navigation(self, provided_actions, allowed_actions, object_id=None):
        # unfold shows what it is told to, in this order.
        shown = [*provided_actions, "merge"] if object_id else provided_actions
        return super()._get_actions_navigation(shown, allowed_actions, object_id)

    @action(description=gettext_lazy("Merge…"), icon="merge")
    def merge(self, request, object_id):
        this = self.get_object(request, unquote(object_id))
        if this is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if not self.has_merge_permission(request) or not self.has_view_or_change_permission(request, this):
            raise PermissionDenied
        data = request.POST or request.GET
        form = merge_form(self)(data if "other" in data else None)
        sides = None
        if form.is_valid():
            other, keep = form.cleaned_data["other"], form.cleaned_data["keep"]
            sides = (other, this) if keep == "other" else (this, other)
        if sides and request.method == "POST":
            if form.cleaned_data["seen"] != seen(*sides):
                changed = _("One of the two was changed meanwhile. Nothing was merged: look again.")
                self.message_user(request, changed, messages.WARNING)
            elif self.do_merge(request, *sides):
                return redirect(change_url(self.model, sides[0].pk))
        return TemplateResponse(request, "admin/factbase/merge.html", self.merge_context(request, this, form, sides))

    def do_merge(self, request, survivor, merged):
        """True where they are one now; what stands in the way is said on the page."""
        name, pk = str(merged), merged.pk
        try:
            result = self.merging.merge(survivor=survivor, merged=merged, by=request.user)
        except ValidationError as error:
            for message in error.messages:
                self.message_user(request, message, messages.ERROR)
            return False
        with override(settings.LANGUAGE_CODE):  # What is stored is in one language.
            self.log_change(request, survivor, f"{done_in_words(name, result)} Its id was {pk}.")
        self.message_user(request, done_in_words(name, result), messages.SUCCESS)
        return True

    def merge_context(self, request, this, form, sides):
        context = {
            **self.admin_site.each_context(request),
            "title": _("Merge %(names)s") % {"names": self.opts.verbose_name_plural},
            "opts": self.opts,
            "record": this,
            "form": form,
            "media": self.media + form.media,
            "back": change_url(self.model, this.pk),
            "address": reverse(f"admin:{self.merge_url_name}", args=[this.pk]),
        }
        return context | (comparison(self.merging, this, *sides) if sides else {})


def done_in_words(name, result):
    """What a merge did, in the language of now."""
    options = result.survivor._meta
    done = _("“%(name)s” is merged into this %(kind)s, and its old addresses lead here.")
    words = [done % {"name": name, "kind": options.verbose_name}]
    if result.moved:
        words.append(_("Moved: %(counts)s.") % {"counts": counted(result.moved)})
    if result.dropped:
        words.append(_("Dropped, as the same was here: %(counts)s.") % {"counts": counted(result.dropped)})
    if result.filled:
        words.append(_("Filled or added to: %(fields)s.") % {"fields": field_names(options.model, result.filled)})
    return " ".join(words)


def merge_form(model_admin):
    """The form of one kind of record."""
    # Autocomplete is asked on behalf of a field that points to such a record: any does.
    pointer = next(field for field in pointers(model_admin.model) if field.model is not model_admin.model)
    select = RecordSelect(pointer, model_admin.admin_site, attrs={"data-placeholder": _("Search")})

    class MergeForm(forms.Form):
        other = forms.ModelChoiceField(
            model_admin.model._default_manager.all(),
            label=_("The other %(name)s") % {"name": model_admin.opts.verbose_name},
            widget=select,
            error_messages={"invalid_choice": _("It is gone, or never was: choose another one.")},
        )
        keep = forms.ChoiceField(choices=[("this", ""), ("other", "")], required=False, widget=forms.HiddenInput)
        seen = forms.CharField(required=False, widget=forms.HiddenInput)

    return MergeForm


def seen(survivor, merged):
    """What tells that either was changed since: a claim's version rises with its parts."""
    return f"{survivor.pk} {survivor.version} {merged.pk} {merged.version}"


def comparison(merging, this, survivor, merged):
    """What the page shows of the two, and of what merging them would do. Reads alone."""
    refusals = merging.refuse(survivor, merged)
    other = merged if survivor is this else survivor
    context = {
        "survivor": survivor,
        "merged": merged,
        "other": other,
        "refusals": refusals,
        "seen": seen(survivor, merged),
        "keep": "this" if survivor is this else "other",
    }
    if survivor.pk == merged.pk:
        return context
    plan = merging.plan(survivor, merged)
    return context | {
        "swap_address": f"?{urlencode({'other': other.pk, 'keep': 'other' if survivor is this else 'this'})}",
        "warnings": [*said_distinct(survivor, merged), *merging.warnings(survivor, merged)],
        "fields": list(field_rows(survivor, merged, merging.changes(survivor, merged))),
        "parts": [Parts(plan, relation) for relation in plan.relations if relation.moved or relation.folds],
        "doomed": [(row._meta.verbose_name, words_of(row, None)) for row in plan.doomed],
        "moved": counted(plan.moved),
        "dropped": counted(plan.dropped),
    }


def said_distinct(survivor, merged):
    a, b = sorted([survivor.pk, merged.pk])
    for pair in Distinct.objects.filter(kind=survivor._meta.model_name, a=a, b=b).select_related("created_by"):
        by = _(" by %(account)s") % {"account": pair.created_by} if pair.created_by else ""
        said = _("They were marked as not the same%(by)s, on %(day)s. Merging takes that back.")
        yield said % {"by": by, "day": f"{pair.created_at:%Y-%m-%d}"}


@dataclass
class FieldRow:
    name: str
    ours: str
    theirs: str
    becomes: str | None  # Where merging changes the survivor's.

    @property
    def differs(self):
        return self.ours != self.theirs


def field_rows(survivor, merged, changes):
    """What people write, and the state of a claim; left out where both are empty."""
    after = type(survivor)()
    for f in survivor._meta.concrete_fields:
        if f.generated or f.name in ("id", *OWN) or not (f.editable or f.name == "status"):
            continue
        ours, theirs = in_words(f, survivor), in_words(f, merged)
        becomes = None
        if f.attname in changes or f.name in changes:
            setattr(after, f.attname, changes.get(f.attname, changes.get(f.name)))
            becomes = in_words(f, after)
        if ours or theirs or becomes:
            yield FieldRow(capfirst(f.verbose_name), ours, theirs, becomes)


def in_words(f, record):
    if f.flatchoices:
        return str(getattr(record, f"get_{f.name}_display")())
    value = getattr(record, f.name)
    if value in (None, "", []):
        return ""
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, Range):
        return format_range(value)
    return ", ".join(value) if isinstance(value, list) else str(value)


@dataclass
class Parts:
    """Rows of one kind on the page: what the survivor has, what moves to it, what is dropped and why."""

    plan: Plan
    relation: Relation

    @property
    def name(self):
        pointer = self.relation.field
        several = [r for r in self.plan.relations if r.field.model is pointer.model]
        name = capfirst(pointer.model._meta.verbose_name_plural)
        return f"{name} ({pointer.verbose_name})" if len(several) > 1 else name

    @property
    def moved(self):
        return self.relation.moved

    def rows(self):
        return shown(self.relation.rows, self.relation.field, self.relation.moved)

    def kept(self):
        rows = self.relation.field.model._base_manager.filter(**{self.relation.field.name: self.plan.survivor.pk})
        return shown(rows, self.relation.field, rows.count())

    def folds(self):
        return [self.fold_in_words(fold) for fold in self.relation.folds[:SHOWN]]

    def more_folds(self):
        return max(0, len(self.relation.folds) - SHOWN)

    def fold_in_words(self, fold: Fold):
        words = words_of(fold.dropped, self.relation.field)
        if taken := field_names(type(fold.kept), fold.changes):
            return _("%(words)s (the other takes over: %(taken)s)") % {"words": words, "taken": taken}
        return words


def shown(rows, pointer, count):
    """The first rows in words, with the number of the rest."""
    rows = rows.select_related(*references(pointer.model, depth=2)).order_by("pk")[:SHOWN] if count else []
    return {"words": [words_of(row, pointer) for row in rows], "more": max(0, count - SHOWN), "count": count}


def references(model, depth):
    """What a row's words may name, to be read along with it."""
    for f in model._meta.concrete_fields:
        if f.is_relation and f.name not in OWN and not issubclass(f.related_model, model):
            yield f.name
            if depth > 1:
                yield from (f"{f.name}__{name}" for name in references(f.related_model, depth - 1))


def words_of(row, pointer):
    """The row in words; where it is called like what it points to, by the whole that it is a part of."""
    if pointer and str(row) == str(getattr(row, pointer.name)):
        for f in row._meta.concrete_fields:
            if f.is_relation and f is not pointer and f.remote_field.on_delete is models.CASCADE:
                return str(getattr(row, f.name))
    return str(row)


def counted(counts):
    """'3 claimants and 1 role'."""
    names = {model._meta.model_name: model._meta for model in apps.get_models()}
    plural = (
        (names[name].verbose_name if n == 1 else names[name].verbose_name_plural, n) for name, n in counts.items()
    )
    return get_text_list([f"{n:,} {name}" for name, n in plural], _("and"))


def field_names(model, changed):
    columns = {f.attname: f for f in model._meta.concrete_fields} | {f.name: f for f in model._meta.concrete_fields}
    return get_text_list([str(columns[name].verbose_name) for name in changed], _("and"))
