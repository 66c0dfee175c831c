"""The words that claims are filed under."""

from django.contrib import admin

from claims.actions.merge import TOPICS
from claims.models import Indicator, Proposition, Topic
from factbase.admin import RecordAdmin
from factbase.merge_admin import MergeAdmin

from .spreadsheets import IndicatorSpreadsheets


@admin.register(Topic)
class TopicAdmin(MergeAdmin, RecordAdmin):
    fields = ["name", "parent", "slug"]
    autocomplete_fields = ["parent"]
    list_display = ["name", "parent", "slug", "updated_at"]
    list_select_related = ["parent"]
    search_fields = ["name"]
    merging = TOPICS


@admin.register(Indicator)
class IndicatorAdmin(IndicatorSpreadsheets, RecordAdmin):
    fields = ["name", "definition", ("unit", "slug")]
    list_display = ["name", "unit", "slug", "updated_at"]
    search_fields = ["name", "definition"]


@admin.register(Proposition)
class PropositionAdmin(RecordAdmin):
    fields = ["text", "slug"]
    list_display = ["text", "slug", "updated_at"]
    search_fields = ["text"]
