"""How a citation's quote stands in its source now, and the page where a curator accepts a place or keeps the quote."""

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override
from unfold.decorators import display

from claims.actions.anchors import accept, keep, proposals
from claims.anchors import Outcome
from claims.models import AnchorCheck, Citation, Claim
from factbase.admin import change_url, is_uuid

BROKEN = (Citation.Anchor.MOVED, Citation.Anchor.CHANGED, Citation.Anchor.MISSING)


class Standing:
    """For the citation's fields, on its own page and on the claim's: the machine's word, and where to answer it."""

    @display(description=gettext_lazy("anchor"))
    def standing(self, citation):
        if citation._state.adding:
            return _("Looked for in the source's newest snapshot, once saved.")
        words = citation.get_anchor_display()
        if citation.anchor not in BROKEN:
            return words
        check = getattr(citation, "anchor_check", None)
        if check:
            words = check.get_outcome_display()
        if check and check.kept:
            words = _("%(found)s. Seen, and kept as it is.") % {"found": words}
        page = reverse("admin:claims_citation_anchor", args=[citation.pk])
        return format_html('{} <a class="text-link" href="{}">{}</a>', words, page, _("See and decide"))


class AnchorAdmin(Standing):
    """The citation's page has another one behind it, which shows what its source says now."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.anchor_view)
        return [path("<path:object_id>/anchor/", view, name="claims_citation_anchor"), *super().get_urls()]

    def anchor_view(self, request, object_id):
        citation = self.get_object(request, unquote(object_id))
        if citation is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if not (
            self.has_view_or_change_permission(request, citation) and request.user.has_perm("sources.view_snapshot")
        ):
            raise PermissionDenied
        if request.method == "POST":
            return self.decide(request, citation)
        found = proposals(citation)
        check = AnchorCheck.objects.filter(citation=citation, kept=True).first()
        context = {
            **self.admin_site.each_context(request),
            "title": _("Where the quote stands"),
            "opts": self.opts,
            "original": citation,
            "citation": citation,
            "found": found,
            "outcome": AnchorCheck.Found(found.finding.outcome.value).label if found else "",
            "exact": found is not None and found.finding.outcome == Outcome.EXACT,
            "refused": found is not None and found.finding.outcome == Outcome.REFUSED,
            "changed": found is not None and found.finding.outcome == Outcome.CHANGED,
            "kept": check is not None,
            "may_decide": self.has_change_permission(request, citation),
            "back": change_url(Claim, citation.claim_id),
            "media": self.media,
        }
        return TemplateResponse(request, "admin/claims/anchor.html", context)

    def decide(self, request, citation):
        """Accept a place, or keep the quote: whichever button was pressed. What stands in the way is said."""
        sent = request.POST
        if not is_uuid(sent.get("snapshot")) or not sent.get("version", "").isdecimal():
            self.message_user(request, _("Nothing was chosen: use one of the buttons."), messages.ERROR)
            return redirect(request.path)
        seen = {"snapshot": UUID(sent["snapshot"]), "version": int(sent["version"])}
        try:
            if "keep" in sent:
                keep(citation=citation, by=request.user, **seen)
                done = gettext_lazy("The quote is kept as it is.")
            else:
                start, _dash, end = sent.get("place", "").partition("-")
                if not (start.isdecimal() and end.isdecimal()):
                    raise ValidationError(_("No place was chosen: use one of the buttons."))
                accept(citation=citation, by=request.user, start=int(start), end=int(end), **seen)
                done = gettext_lazy("The quote is anchored where it stands now.")
        except ValidationError as error:
            for message in error.messages:
                self.message_user(request, message, messages.ERROR)
            return redirect(request.path)
        with override(settings.LANGUAGE_CODE):  # What is stored is in one language.
            self.log_change(request, citation, str(done))
        self.message_user(request, done, messages.SUCCESS)
        return redirect(change_url(Claim, citation.claim_id))
