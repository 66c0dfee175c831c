"""The desk's rules on a claim's pages: who changes it, what curators tell each other, and redaction."""

from django import forms
from django.contrib import admin
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from unfold.decorators import action
from unfold.enums import ActionVariant
from unfold.widgets import UnfoldAdminSelectWidget

from claims.actions.redact import redact, what_goes
from claims.models import Claim, Note
from factbase.admin import RecordStackedInline, Words

from .parts import PartAdmin
from .verbs import Verb, verb_page


class ReturnForm(forms.Form):
    note = forms.CharField(
        label=_("Note"),
        max_length=1000,
        required=False,
        widget=Words,
        help_text=_("For its contributor: what is to be mended."),
    )


class RedactForm(forms.Form):
    kind = forms.ChoiceField(
        label=_("Kind"),
        choices=[("", _("Choose")), *[c for c in Claim.WithdrawnKind.choices if c[0] in ("legal", "privacy")]],
        widget=UnfoldAdminSelectWidget,
    )
    reason = forms.CharField(
        label=_("Reason"), max_length=1000, widget=Words, help_text=_("Public: it stays where the claim was.")
    )
    legal_basis = forms.CharField(
        label=_("Legal basis"),
        max_length=4000,
        widget=Words,
        help_text=_("For curators: the law or order that this rests on."),
    )


class Redact(Verb):
    """A verb that is a function, as it writes many models; what goes is counted on its page."""

    def act(self, record, by, words):
        redact(claim=record, by=by, **words)
        record.refresh_from_db()  # so that nothing said afterwards repeats the words

    def about(self, record):
        counts = ", ".join(f"{count} {name}" for name, count in what_goes(record).items())
        with_it = gettext("Blanked with it: %(counts)s.") % {"counts": counts or gettext("nothing else")}
        return f"{self.effect} {with_it}"


REDACT = Redact(
    "redact",
    _("Redact"),
    fits=lambda claim: claim.text != "[redacted]",
    needs=_("a claim that is not redacted yet"),
    effect=_(
        "The words of this claim and of all its parts, of their history, and of snapshots that hold them are taken"
        " away for good, here and everywhere. A tombstone stays. This cannot be undone."
    ),
    done=_("The claim is redacted."),
    form=RedactForm,
    danger=True,
)


class NoteInline(RecordStackedInline):
    """Notes are added, signed and dated by who wrote them; nobody changes them afterwards."""

    model = Note
    fields = ["text", ("created_by", "created_at")]
    readonly_fields = ["created_by", "created_at"]
    verbose_name_plural = _("notes among curators: never public")

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("created_by")

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


@admin.register(Note)
class NoteAdmin(PartAdmin):
    fields = ["text"]
    list_select_related = ["claim"]
    search_fields = ["text"]

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


class DeskAdmin:
    """A contributor sees what is public and drafts of their own, and changes these; an editor all."""

    def get_queryset(self, request):
        return super().get_queryset(request).visible_to(request.user)

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and (obj is None or obj.can_be_changed_by(request.user))

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and (obj is None or obj.can_be_changed_by(request.user))

    def has_view_permission(self, request, obj=None):
        # What one may not change one may still read, if it is there for one at all (get_queryset).
        return super().has_view_permission(request, obj) or request.user.has_perm("claims.change_claim")

    @action(description=REDACT.label, icon="ink_eraser", variant=ActionVariant.DANGER)
    def redact(self, request, object_id):
        return verb_page(self, request, object_id, REDACT)
