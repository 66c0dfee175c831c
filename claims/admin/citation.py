"""Where claims stand in sources."""

from django.contrib import admin
from django.db.models import Case, F, Q, QuerySet, When
from django.db.models.functions import Greatest, Least, Substr
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from unfold.decorators import display

from claims.models import Attribution, Citation
from factbase.admin import RecordStackedInline, RecordTabularInline, change_url
from sources.models import Snapshot

from .anchors import AnchorAdmin, Standing
from .move import MoveAdmin
from .next import StartedRows
from .parts import PartAdmin

AROUND = 200  # Characters of the snapshot on either side of the quote.


def with_context(citations: QuerySet) -> QuerySet:
    """With `before` and `after`: the words around the quote where its anchor is exact, else null. No text is loaded."""
    exact = Q(anchor=Citation.Anchor.EXACT)
    first = Greatest(F("start") + 1 - AROUND, 1)
    before = Substr("snapshot__text", first, Least(F("start"), AROUND))
    after = Substr("snapshot__text", F("end") + 1, AROUND)
    return citations.annotate(before=Case(When(exact, then=before)), after=Case(When(exact, then=after)))


class CitationFields(Standing):
    model = Citation
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "in_context",
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
    readonly_fields = ["in_context", "standing"]
    verbatim = ["quote", "prefix", "suffix"]

    def get_queryset(self, request):
        citations = super().get_queryset(request)
        return with_context(citations) if request.user.has_perm("sources.view_snapshot") else citations

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name == "snapshot":
            # Its name needs its source, and not its text, which may be a book.
            kwargs["queryset"] = Snapshot.objects.select_related("source").defer("text")
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    @display(description=_("in context"))
    def in_context(self, citation):
        if not citation.quote:
            return "–"
        before, after = getattr(citation, "before", None), getattr(citation, "after", None)
        if before is None:
            before, after = citation.prefix, citation.suffix
            where = "" if citation._state.adding else _("not from a snapshot")
        else:
            # Cut in the middle of the text, unless it begins or ends there.
            before = f"…{before}" if citation.start > AROUND else before
            after = f"{after}…" if len(after) == AROUND else after
            where = _("from the snapshot")
        return format_html(
            '<span class="block break-words" style="white-space: pre-line">{}<mark>{}</mark>{}</span>'
            '<span class="text-font-subtle-light dark:text-font-subtle-dark">{}</span>',
            before,
            citation.quote,
            after,
            where,
        )


class CitationInline(CitationFields, StartedRows, RecordStackedInline):
    fieldsets = [*CitationFields.fieldsets, (_("Who relayed it"), {"fields": [("relayed", "move")]})]
    readonly_fields = [*CitationFields.readonly_fields, "relayed", "move"]
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

    @display(description=_("another claim"))
    def move(self, citation):
        if citation._state.adding:
            return "–"
        page = reverse("admin:claims_citation_move", args=[citation.pk])
        return format_html('<a class="text-link" href="{}">{}</a>', page, _("Move it to another claim"))


class AttributionFields:
    model = Attribution
    fields = ["speaker", "label", "verb", "position"]
    autocomplete_fields = ["speaker"]


class AttributionInline(AttributionFields, RecordTabularInline):
    verbose_name_plural = _("attributions: who relayed the quote, in order")


@admin.register(Citation)
class CitationAdmin(AnchorAdmin, MoveAdmin, CitationFields, PartAdmin):
    inlines = [AttributionInline]
    list_select_related = ["claim", "source"]
    search_fields = ["quote", "locator", "source__title"]


@admin.register(Attribution)
class AttributionAdmin(AttributionFields, PartAdmin):
    whole = "citation"
    to_claim = "citation__claim"
    list_select_related = ["citation", "speaker"]
    search_fields = ["speaker__name", "label"]
