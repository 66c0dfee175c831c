"""“Next from this source”: the form for another claim, with source, date and claimants of the last one filled in."""

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db.models import F
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from unfold.decorators import action

from claims.models import Citation, Claim, Claimant
from factbase.admin import change_url, is_uuid

GOES_ON = "next_from"  # In the address of the form: the citation.


class StartedRows:
    """An inline that may start with rows filled in. They are new, so all of them are sent and saved, or taken out."""

    def get_extra(self, request, obj=None, **kwargs):
        return len(started(request).get(self.model, ())) or super().get_extra(request, obj, **kwargs)


def started(request):
    return getattr(request, "started_rows", {})


class NextAdmin:
    """Nothing is saved before the curator saves: all is in the address of the form."""

    def may_next_from_source(self, request, claim):
        return self.has_add_permission(request) and claim.citations.exists()

    @action(description=gettext_lazy("Next from this source"), icon="playlist_add")
    def next_from_source(self, request, object_id):
        """To the form at once where there is one source; else the curator says which."""
        claim = self.get_object(request, unquote(object_id))
        if claim is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if not self.has_add_permission(request):
            raise PermissionDenied
        citations = claim.citations.select_related("source").order_by(F("is_lead").desc(), "position")
        by_source = {}
        for citation in citations:
            by_source.setdefault(citation.source_id, citation)
        choices = [(f"{reverse('admin:claims_claim_add')}?{GOES_ON}={c.pk}", c) for c in by_source.values()]
        if not choices:
            self.message_user(request, _("This claim has no citation yet: add one first."), messages.ERROR)
            return redirect(change_url(Claim, claim.pk))
        if len(choices) == 1:
            return redirect(choices[0][0])
        context = {
            **self.admin_site.each_context(request),
            "title": _("Next from which source?"),
            "opts": self.opts,
            "claim": claim,
            "choices": choices,
            "back": change_url(Claim, claim.pk),
        }
        return TemplateResponse(request, "admin/claims/next.html", context)

    def add_view(self, request, form_url="", extra_context=None):
        last = request.GET.get(GOES_ON, "")
        if request.method == "GET" and is_uuid(last):
            citation = (
                Citation.objects.visible_to(request.user).select_related("claim", "source").filter(pk=last).first()
            )
            if citation:
                request.goes_on_from = citation.claim
                request.started_rows = {Claimant: claimants_of(citation.claim), Citation: [source_of(citation)]}
                filled = _("Source, date, claimants and language are those of “%(claim)s”. Nothing is saved yet.")
                self.message_user(request, filled % {"claim": citation.claim}, messages.INFO)
        return super().add_view(request, form_url, extra_context)

    def get_changeform_initial_data(self, request):
        initial = super().get_changeform_initial_data(request)
        if claim := getattr(request, "goes_on_from", None):
            names = ("language", "stated", "stated_as_written", "stated_basis")
            initial |= {name: getattr(claim, name) for name in names}
        return initial

    def get_formset_kwargs(self, request, obj, inline, prefix):
        kwargs = super().get_formset_kwargs(request, obj, inline, prefix)
        if rows := started(request).get(inline.model):
            kwargs["initial"] = rows
        return kwargs


def claimants_of(claim):
    return list(claim.claimants.values("basis", "speaker", "role", "label", "position"))


def source_of(citation):
    newest = citation.source.snapshots.order_by("-retrieved_at", "-pk").values_list("pk", flat=True).first()
    return {"source": citation.source_id, "snapshot": newest, "language": citation.language}
