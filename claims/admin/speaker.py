"""Who speaks, and their offices."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _
from unfold.contrib.filters.admin import FieldTextFilter
from unfold.decorators import display

from claims.actions.merge import SPEAKERS
from claims.models import Role, Speaker
from factbase.admin import RecordAdmin, RecordTabularInline
from factbase.dates import format_range
from factbase.merge_admin import MergeAdmin

from .spreadsheets import SpeakerSpreadsheets


class RoleInline(RecordTabularInline):
    model = Role
    fk_name = "speaker"
    fields = ["title", "organization", "held"]
    autocomplete_fields = ["organization"]
    verbose_name_plural = _("roles: offices held")


@admin.register(Speaker)
class SpeakerAdmin(SpeakerSpreadsheets, MergeAdmin, RecordAdmin):
    fields = ["name", "kind", "aliases", "description", ("country", "wikidata_id", "slug"), "parent"]
    autocomplete_fields = ["parent"]
    inlines = [RoleInline]
    list_display = ["name", "kind", "country", "parent", "wikidata_id", "updated_at"]
    list_filter = ["kind", ("country", FieldTextFilter)]
    list_select_related = ["parent"]
    search_fields = ["name", "aliases", "=wikidata_id"]
    merging = SPEAKERS


@admin.register(Role)
class RoleAdmin(RecordAdmin):
    fields = ["speaker", "title", "organization", "held"]
    autocomplete_fields = ["speaker", "organization"]
    list_display = ["title", "speaker", "organization", "held_during"]
    list_select_related = ["speaker", "organization"]
    search_fields = ["title", "speaker__name", "organization__name"]

    @display(description=_("held"), ordering="held")
    def held_during(self, role):
        return format_range(role.held)
