"""The page of a claim's history, and the one that brings an old version back."""

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from claims.history import bring_back, deleted_claim, differences, timeline
from claims.models import Claim
from factbase.admin import change_url, is_uuid


def brought_back(event):
    return _("Version %(version)d of the claim's own fields is back.") % {"version": event.version}


class HistoryAdmin:
    """A claim's History button leads to its timeline, parts included; it answers for a deleted claim too."""

    history_per_page = 50

    def get_urls(self):
        view = self.admin_site.admin_view(self.bring_back_view)
        old_version = path("<path:object_id>/history/<int:event_id>/", view, name="claims_claim_bring_back")
        return [old_version, *super().get_urls()]

    def history_view(self, request, object_id, extra_context=None):
        claim, deleted = self.claim_or_what_it_was(request, unquote(object_id))
        if claim is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        page = Paginator(timeline(claim, request.user), self.history_per_page).get_page(request.GET.get("p"))
        count = page.paginator.count
        context = {
            **self.history_context(request, claim, deleted=deleted, title=_("History")),
            "page": page,
            "count": ngettext("%(count)d entry", "%(count)d entries", count) % {"count": count},
            "may_bring_back": not deleted and self.may_bring_back(request, claim),
            **(extra_context or {}),
        }
        return TemplateResponse(request, "admin/claims/history.html", context)

    def bring_back_view(self, request, object_id, event_id):
        """Show what would change, then do it. What stands in the way is said on the page of the history."""
        claim = self.get_object(request, unquote(object_id))
        if claim is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if not self.may_bring_back(request, claim):
            raise PermissionDenied
        event = Claim.pgh_event_model.objects.filter(pgh_obj_id=claim.pk, pgh_id=event_id).first()
        if event is None:
            raise Http404(f"Claim {claim.pk} has no old version {event_id}.")
        history = reverse("admin:claims_claim_history", args=[claim.pk])
        fields = differences(claim, event)
        if request.method == "POST":
            seen = request.POST.get("version", "")
            try:
                bring_back(claim=claim, event=event, by=request.user, version=int(seen) if seen.isdecimal() else 0)
            except ValidationError as error:
                for message in error.messages:
                    self.message_user(request, message, messages.ERROR)
                # After another's change the differences are others: this page shows them anew.
                return redirect(request.path if error.code == "changed_meanwhile" else history)
            done = brought_back(event)
            with override(settings.LANGUAGE_CODE):  # What is stored is in one language.
                self.log_change(request, claim, brought_back(event))
            self.message_user(request, done, messages.SUCCESS)
            return redirect(change_url(claim, claim.pk))
        if not fields:
            self.message_user(request, _("Nothing differs: the claim is as it was in that version."), messages.INFO)
            return redirect(history)
        context = {
            **self.history_context(request, claim, title=_("Bring this back")),
            "event": event,
            "fields": fields,
            "back": history,
        }
        return TemplateResponse(request, "admin/claims/history_bring_back.html", context)

    def claim_or_what_it_was(self, request, object_id):
        """The claim, or what was deleted under this id, and whether it is deleted; only for those who may see it."""
        if claim := self.get_object(request, object_id):
            if not self.has_view_or_change_permission(request, claim):
                raise PermissionDenied
            return claim, False
        was = deleted_claim(UUID(object_id)) if is_uuid(object_id) else None
        if was and was.created_by_id != request.user.pk and not request.user.has_perm("claims.view_claim"):
            was = None
        return was, True

    def may_bring_back(self, request, claim):
        changeable = self.has_change_permission(request, claim) and claim.can_be_changed_by(request.user)
        return changeable and claim.status != Claim.Status.WITHDRAWN

    def history_context(self, request, claim, *, title, deleted=False):
        request.current_app = self.admin_site.name
        return {
            **self.admin_site.each_context(request),
            "title": title,
            "opts": self.opts,
            "record": claim,
            "original": None if deleted else claim,
            "deleted": deleted,
            "media": self.media,
        }
