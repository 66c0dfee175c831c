"""Saving over a newer version: it is said, both versions are shown, and neither is lost."""

from django.contrib.admin.utils import unquote
from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils.html import format_html, format_html_join
from django.utils.text import capfirst
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from factbase.dates import format_range
from factbase.fields import DateRange

SEEN = "_version_seen"


class StaleError(Exception):
    """Somebody saved a newer version while this form was open."""


class StaleSaveAdmin:
    """The form carries the version that it was opened with; another one in the database is a conflict.

    The form is shown again with everything typed, and beside it what stands in the database now. Saved once more,
    it goes over the newer version, which history keeps.
    """

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        try:
            return super().changeform_view(
                request, object_id, form_url, self.with_version(request, object_id, extra_context)
            )
        except StaleError:
            present = self.get_object(request, unquote(object_id))
            request.breach = self.both_versions(request, present)
            context = self.with_version(request, object_id, extra_context)
            return super().changeform_view(request, object_id, form_url, context)

    def _changeform_view(self, request, object_id, form_url, extra_context):
        if request.method == "POST" and object_id and not hasattr(request, "breach"):
            # Locked until this request is done, so that nobody comes between the look and the save.
            rows = self.model._default_manager.select_for_update().filter(pk=to_key(self.model, object_id))
            seen = request.POST.get(SEEN, "")
            version = rows.values_list("version", flat=True).first()
            if seen.isdecimal() and version is not None and int(seen) != version:
                raise StaleError
        return super()._changeform_view(request, object_id, form_url, extra_context)

    def with_version(self, request, object_id, extra_context):
        key = to_key(self.model, object_id) if object_id else None
        version = self.model._default_manager.filter(pk=key).values_list("version", flat=True).first() if key else None
        return {**(extra_context or {}), "version_seen": version, "version_seen_name": SEEN}

    def both_versions(self, request: HttpRequest, present: models.Model) -> str:
        """What was saved meanwhile beside what was typed, field by field."""
        form = self.get_form(request, present, change=True)(request.POST, request.FILES, instance=self.model())
        form.is_valid()
        rows = []
        for name in form.fields:
            field = self.model._meta.get_field(name)
            theirs = as_written(field, field.value_from_object(present))
            typed = form.cleaned_data.get(name, form.data.get(name))
            yours = as_written(field, typed.pk if isinstance(typed, models.Model) else typed)
            if theirs != yours:
                rows.append((capfirst(field.verbose_name), theirs or _("(empty)"), yours or _("(empty)")))
        now_yours = _("now: {}"), _("yours: {}")
        lines = format_html_join("", "<li><b>{{}}</b><br>{}<br>{}</li>".format(*now_yours), rows)
        said = _(
            "Somebody saved version %(version)d at %(time)s while you had an older one open. Nothing of yours is lost,"
            " and nothing is saved yet: compare, mend what you see below, and save again. What you save over is kept in"
            " the history."
        ) % {"version": present.version, "time": f"{localtime(present.updated_at):%Y-%m-%d %H:%M}"}
        nothing = _("Your own fields are the same; its parts were changed.") if not rows else ""
        return format_html("{} {}<ul>{}</ul>", said, nothing, lines)


def to_key(model, object_id):
    """The primary key that an address names, or None where it names none."""
    try:
        return model._meta.pk.to_python(unquote(object_id))
    except ValidationError:
        return None


def as_written(field: models.Field, value) -> str:
    """A field's value as its box shows it."""
    if isinstance(field, DateRange) and not isinstance(value, str):
        return format_range(value)
    if field.is_relation and value:
        return str(field.related_model._default_manager.filter(pk=value).first() or value)
    if field.choices:
        return str(dict(field.flatchoices).get(value, value or ""))
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return "" if value is None else str(value)
