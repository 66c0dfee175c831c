"""The admin of publishers, sources, snapshots and notices."""

from django.contrib import admin
from django.http import QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from unfold.contrib.filters.admin import AutocompleteSelectFilter, FieldTextFilter
from unfold.decorators import action, display

from factbase.admin import RecordAdmin, RecordStackedInline, RecordTabularInline
from factbase.dates import format_range
from factbase.merge_admin import MergeAdmin
from sources.actions import SOURCES
from sources.admin_intake import IntakeAdmin, OriginalAdmin
from sources.admin_spreadsheets import SourceSpreadsheets
from sources.models import Notice, Publisher, Snapshot, Source


@admin.register(Publisher)
class PublisherAdmin(RecordAdmin):
    fields = ["name", "homepage", ("country", "slug")]
    list_display = ["name", "domain", "country", "updated_at"]
    search_fields = ["name", "domain"]


class NoticeInline(RecordStackedInline):
    model = Notice
    fields = [("kind", "dated_on"), "summary", "url"]


class SnapshotInline(RecordTabularInline):
    """A list alone: a snapshot is added on a page of its own, and never changed."""

    model = Snapshot
    fields = readonly_fields = ["retrieved_at", "media_type", "archive_url", "sha256"]
    can_delete = False
    max_num = 0
    hide_title = False  # It has the link to the text.

    def get_queryset(self, request):
        return super().get_queryset(request).defer("text").select_related("source")


@admin.register(Source)
class SourceAdmin(IntakeAdmin, SourceSpreadsheets, MergeAdmin, RecordAdmin):
    fieldsets = [
        (None, {"fields": ["title", ("kind", "publisher"), "authors", "url"]}),
        (
            _("Bibliography"),
            {"fields": ["container_title", ("volume", "issue", "pages"), ("doi", "rights"), "abstract"]},
        ),
        (_("Date of publication"), {"fields": [("published", "published_as_written")]}),
        (
            _("Language and translation"),
            {"fields": [("language", "original_language", "translator"), "translation_of"]},
        ),
    ]
    autocomplete_fields = ["publisher", "translation_of"]
    inlines = [NoticeInline, SnapshotInline]
    list_display = ["title", "kind", "publisher", "published_on", "language", "updated_at"]
    list_filter = ["kind", ("publisher", AutocompleteSelectFilter), ("language", FieldTextFilter)]
    list_select_related = ["publisher"]
    search_fields = ["title", "url", "doi"]
    actions_detail = ["add_snapshot"]
    merging = SOURCES

    @display(description=_("published"), ordering="published")
    def published_on(self, source):
        return format_range(source.published)

    def has_add_snapshot_permission(self, request, obj=None):
        return request.user.has_perm("sources.add_snapshot")

    @action(description=_("Add snapshot"), icon="add_photo_alternate", permissions=["add_snapshot"])
    def add_snapshot(self, request, object_id):
        query = QueryDict(mutable=True)
        query["source"] = object_id
        return redirect(f"{reverse('admin:sources_snapshot_add')}?{query.urlencode()}")


@admin.register(Snapshot)
class SnapshotAdmin(OriginalAdmin, RecordAdmin):
    """Add only: to mend a snapshot is to add another one."""

    autocomplete_fields = ["source"]
    list_display = ["source", "retrieved_at", "media_type", "sha256"]
    list_select_related = ["source"]
    search_fields = ["source__title", "=sha256"]
    verbatim = ["text"]

    def get_fields(self, request, obj=None):
        if obj:
            return ["source", ("retrieved_at", "media_type"), "archive_url", "sha256", "original_file", "whole_text"]
        return ["source", "text", "retrieved_at", ("media_type", "archive_url"), "original"]

    def get_queryset(self, request):
        queryset = super().get_queryset(request)
        return queryset if request.resolver_match.kwargs.get("object_id") else queryset.defer("text")

    def get_changeform_initial_data(self, request):
        return {"retrieved_at": timezone.now(), **super().get_changeform_initial_data(request)}

    def has_change_permission(self, request, obj=None):
        return False

    @display(description=_("text"))
    def whole_text(self, snapshot):
        return format_html('<div style="white-space: pre-wrap">{}</div>', snapshot.text)


@admin.register(Notice)
class NoticeAdmin(RecordAdmin):
    fields = ["source", *NoticeInline.fields]
    autocomplete_fields = ["source"]
    list_display = ["source", "kind", "dated_on", "summary"]
    list_filter = ["kind"]
    list_select_related = ["source"]
    search_fields = ["source__title", "summary"]
