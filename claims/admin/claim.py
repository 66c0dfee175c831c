"""The claim's page and list."""

from uuid import UUID

from django.contrib import admin, messages
from django.contrib.admin.actions import delete_selected
from django.template.defaultfilters import truncatechars
from django.utils.html import format_html
from django.utils.timezone import localtime
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from unfold.contrib.filters.admin import (
    AutocompleteSelectFilter,
    BooleanRadioFilter,
    ChoicesDropdownFilter,
    FieldTextFilter,
)
from unfold.decorators import action, display
from unfold.enums import ActionVariant

from claims.actions.merge import CLAIMS
from claims.models import Claim
from claims.querysets import NEWEST_FIRST
from factbase.admin import RecordAdmin
from factbase.dates import format_range
from factbase.merge_admin import MergeAdmin

from .actions import BulkActions, WithdrawForm
from .bulk_import import BulkImportAdmin
from .citation import CitationInline
from .desk import REDACT, DeskAdmin, NoteInline, ReturnForm
from .duplicates import DuplicatesAdmin
from .filters import Anchor, Duplicates, Embargo, InTopic, NoticeOn, Stated, Whose, search
from .history import HistoryAdmin
from .next import NextAdmin
from .parts import ClaimantInline, LinkInline, SubjectInline, TopicInline, TranslationInline
from .quantity import QuantityInline
from .review import ReviewInline
from .split import SplitAdmin
from .spreadsheets import ClaimSpreadsheets
from .verbs import Verb, VerbAdmin, verb_page

DRAFT, IN_REVIEW, PUBLISHED = Claim.Status.DRAFT, Claim.Status.IN_REVIEW, Claim.Status.PUBLISHED


SUBMIT = Verb(
    "submit",
    _("Submit for review"),
    fits=lambda claim: claim.status == DRAFT,
    needs=_("a claim that is a draft"),
    effect=_("The editors will see that this claim waits for them."),
    done=_("The claim is in review now."),
)
PUBLISH = Verb(
    "publish",
    _("Publish"),
    fits=lambda claim: claim.status == IN_REVIEW,
    needs=_("a claim that is in review"),
    effect=_(
        "Everyone will see this claim, with its claimants, numbers, citations and their sources; "
        "from the end of its embargo on, where it has one."
    ),
    done=_("The claim is published now."),
)
RETURN_TO_DRAFT = Verb(
    "return_to_draft",
    _("Return to draft"),
    right="return",
    fits=lambda claim: claim.status == IN_REVIEW,
    needs=_("a claim that is in review"),
    effect=_("The claim goes back to whoever submitted it."),
    done=_("The claim is a draft again."),
    form=ReturnForm,
)
WITHDRAW = Verb(
    "withdraw",
    _("Withdraw"),
    fits=lambda claim: claim.status == PUBLISHED,
    needs=_("a claim that is published"),
    effect=_("The claim is taken back for good. A tombstone with the kind and the reason stays at its address."),
    done=_("The claim is withdrawn now."),
    form=WithdrawForm,
    danger=True,
)


@admin.register(Claim)
class ClaimAdmin(
    BulkImportAdmin,
    ClaimSpreadsheets,
    MergeAdmin,
    BulkActions,
    HistoryAdmin,
    DuplicatesAdmin,
    DeskAdmin,
    NextAdmin,
    SplitAdmin,
    VerbAdmin,
    RecordAdmin,
):
    fieldsets = [
        (None, {"fields": ["state", "text", ("kind", "wording", "language"), "proposition"]}),
        (_("When and where it was said"), {"fields": [("stated", "stated_as_written", "stated_basis"), "occasion"]}),
        (_("For curators"), {"fields": [("sensitive", "embargo_until"), "notes"], "classes": ["after-parts"]}),
    ]
    autocomplete_fields = ["proposition"]
    readonly_fields = ["state"]
    inlines = [
        ClaimantInline,
        QuantityInline,
        CitationInline,
        ReviewInline,
        LinkInline,
        TopicInline,
        SubjectInline,
        TranslationInline,
        NoteInline,
    ]
    list_display = ["short", "kind", "colored_status", "claimed_by", "stated_on", "version", "changed"]
    list_filter = [
        ("status", ChoicesDropdownFilter),
        ("kind", ChoicesDropdownFilter),
        ("topics", InTopic),
        ("claimants__speaker", AutocompleteSelectFilter),
        ("citations__source", AutocompleteSelectFilter),
        ("quantities__indicator", AutocompleteSelectFilter),
        ("reviews__rating", ChoicesDropdownFilter),
        Anchor,
        NoticeOn,
        Stated,
        Embargo,
        Duplicates,
        Whose,
        ("sensitive", BooleanRadioFilter),
        ("language", FieldTextFilter),
    ]
    list_select_related = ["submitted_by", "published_by"]
    sortable_by = ["colored_status", "stated_on"]  # Those with an index.
    search_fields = ["text"]  # Shows the box; get_search_results says what it finds.
    search_help_text = _('Words, "an exact phrase", -not, or; a number: 3.2 million; an id.')
    actions = [
        "submit_selected",
        "publish_selected",
        "withdraw_selected",
        "add_topic",
        "remove_topic",
        "set_indicator",
        "delete_selected",
    ]
    verbs = {
        "submit": SUBMIT,
        "publish": PUBLISH,
        "return_to_draft": RETURN_TO_DRAFT,
        "withdraw": WITHDRAW,
        "redact": REDACT,
    }
    actions_detail = [*verbs, "next_from_source", "split"]
    merging = CLAIMS

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("claimants__speaker")

    def get_search_results(self, request, queryset, search_term):
        try:
            return queryset.filter(pk=UUID(search_term.strip())), False
        except ValueError:
            return (search(queryset, search_term) if search_term.strip() else queryset), False

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and (obj is None or obj.status == DRAFT)

    def get_view_on_site_url(self, obj=None):
        # What is not published has no public address.
        return super().get_view_on_site_url(obj) if obj is None or obj.status == PUBLISHED else None

    @admin.action(description=_("Delete selected drafts"), permissions=["delete"])
    def delete_selected(self, request, queryset):
        if others := queryset.exclude(status=DRAFT).count():
            refusal = gettext(
                "Nothing was deleted: %(others)d of these claims are not drafts, and only drafts can be deleted."
                " A published claim is withdrawn instead."
            )
            self.message_user(request, refusal % {"others": others}, messages.ERROR)
            return None
        return delete_selected(self, request, queryset)

    @action(description=SUBMIT.label, icon="send", variant=ActionVariant.PRIMARY)
    def submit(self, request, object_id):
        return verb_page(self, request, object_id, SUBMIT)

    @action(description=PUBLISH.label, icon="public", variant=ActionVariant.PRIMARY)
    def publish(self, request, object_id):
        return verb_page(self, request, object_id, PUBLISH)

    @action(description=RETURN_TO_DRAFT.label, icon="undo")
    def return_to_draft(self, request, object_id):
        return verb_page(self, request, object_id, RETURN_TO_DRAFT)

    @action(description=WITHDRAW.label, icon="block", variant=ActionVariant.DANGER)
    def withdraw(self, request, object_id):
        return verb_page(self, request, object_id, WITHDRAW)

    @display(description=_("claim"))
    def short(self, claim):
        return truncatechars(claim.text, 100)

    @display(
        description=_("status"),
        ordering="status",
        label={"draft": "info", "in_review": "warning", "published": "success", "withdrawn": "danger"},
    )
    def colored_status(self, claim):
        return claim.status, claim.get_status_display()

    @display(description=_("claimants"))
    def claimed_by(self, claim):
        return ", ".join(str(claimant) for claimant in claim.claimants.all())

    @display(description=_("stated"), ordering=NEWEST_FIRST)
    def stated_on(self, claim):
        return unbroken(format_range(claim.stated))

    @display(description=_("changed"))
    def changed(self, claim):
        return unbroken(f"{localtime(claim.updated_at):%Y-%m-%d}")

    @display(description=_("state"))
    def state(self, claim):
        if claim._state.adding:
            return gettext("A draft, once saved.")
        match claim.status:
            case Claim.Status.IN_REVIEW:
                said = gettext("In review, submitted by %(account)s. To delete it, return it to draft first.")
                return said % {"account": claim.submitted_by}
            case Claim.Status.PUBLISHED:
                said = gettext(
                    "Published by %(account)s on %(day)s. Corrections show at once, and the old words are kept."
                    " It cannot be deleted: withdraw it."
                )
                return said % {"account": claim.published_by, "day": f"{claim.published_at:%Y-%m-%d}"}
            case Claim.Status.WITHDRAWN:
                kind = claim.get_withdrawn_kind_display().lower()
                said = gettext("Withdrawn (%(kind)s): %(reason)s It cannot be deleted.")
                return said % {"kind": kind, "reason": claim.withdrawn_reason}
        if claim.returned_note:
            said = gettext("Returned: %(note)s Mend it, save, and submit it again.")
            return said % {"note": claim.returned_note}
        return gettext("Draft. The buttons above the form act on what is saved.")


def unbroken(text):
    return format_html('<span class="whitespace-nowrap">{}</span>', text)
