"""Where claims stand in sources."""

from django.contrib import admin
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from unfold.decorators import display

from claims.models import Attribution, Citation
from factbase.admin import RecordStackedInline, RecordTabularInline, change_url

from .anchors import AnchorAdmin, Standing
from .parts import PartAdmin


class CitationFields(Standing):
    model = Citation
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "source",
                    "quote",
                    ("stance", "directness", "language"),
                    ("locator", "attributed_to"),
                    "note",
                    ("position", "is_lead"),
                ]
            },
        ),
        (
            _("Anchor in a snapshot"),
            {"fields": ["standing", "snapshot", ("prefix", "suffix"), ("start", "end")]},
        ),
    ]
    autocomplete_fields = ["source", "snapshot"]
    verbatim = ["quote", "prefix", "suffix"]


class CitationInline(CitationFields, RecordStackedInline):
    fieldsets = [*CitationFields.fieldsets, (_("Who relayed it"), {"fields": ["relayed"]})]
    readonly_fields = ["standing", "relayed"]
    verbose_name_plural = _("citations: where it stands in a source")

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("anchor_check").prefetch_related("attributions__speaker")

    @display(description=_("attributions"))
    def relayed(self, citation):
        if citation._state.adding:
            return gettext("Once saved, “A, quoted by B” is added on the citation's own page.")
        chain = ", ".join(str(link) for link in citation.attributions.all())
        page = change_url(Citation, citation.pk)
        link = format_html('<a class="text-link" href="{}">{}</a>', page, gettext("Edit them"))
        return format_html("{} {}", chain or gettext("None."), link)


class AttributionFields:
    model = Attribution
    fields = ["speaker", "label", "verb", "position"]
    autocomplete_fields = ["speaker"]


class AttributionInline(AttributionFields, RecordTabularInline):
    verbose_name_plural = _("attributions: who relayed the quote, in order")


@admin.register(Citation)
class CitationAdmin(AnchorAdmin, CitationFields, PartAdmin):
    readonly_fields = ["standing"]
    inlines = [AttributionInline]
    list_select_related = ["claim", "source"]
    search_fields = ["quote", "locator", "source__title"]


@admin.register(Attribution)
class AttributionAdmin(AttributionFields, PartAdmin):
    whole = "citation"
    to_claim = "citation__claim"
    list_select_related = ["citation", "speaker"]
    search_fields = ["speaker__name", "label"]
