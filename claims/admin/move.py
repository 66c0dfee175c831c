"""The page from which a citation goes to another claim."""

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from claims.actions.move import move_citation
from claims.models import Claim, ClaimLink
from factbase.admin import RecordSelect, change_url


class MoveForm(forms.Form):
    to = forms.ModelChoiceField(
        Claim.objects.none(),
        label=gettext_lazy("To which claim"),
        widget=RecordSelect(ClaimLink._meta.get_field("to_claim"), admin.site, attrs={"data-placeholder": ""}),
        error_messages={"invalid_choice": gettext_lazy("It is gone, or never was: choose another one.")},
    )

    def __init__(self, user, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["to"].queryset = Claim.objects.visible_to(user)


class MoveAdmin:
    def get_urls(self):
        view = self.admin_site.admin_view(self.move)
        return [path("<path:object_id>/move/", view, name="claims_citation_move"), *super().get_urls()]

    def move(self, request, object_id):
        citation = self.get_object(request, unquote(object_id))
        if citation is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if not self.has_change_permission(request, citation):
            raise PermissionDenied
        origin = citation.claim
        form = MoveForm(request.user, request.POST if request.method == "POST" else None)
        if form.is_valid():
            target = form.cleaned_data["to"]
            try:
                moved = move_citation(citation=citation, to=target, by=request.user)
            except ValidationError as error:
                form.add_error("to", error)
            except PermissionDenied as error:
                form.add_error("to", str(error))
            else:
                self.log_change(request, moved, f"Moved from claim {origin.pk} to claim {target.pk}.")
                done = _('The citation stands under this claim now. <a class="text-link" href="{}">Where it was</a>.')
                self.message_user(request, format_html(done, change_url(Claim, origin.pk)), messages.SUCCESS)
                return redirect(change_url(Claim, target.pk))
        context = {
            **self.admin_site.each_context(request),
            "title": _("Move this citation to another claim"),
            "opts": self.opts,
            "record": citation,
            "form": form,
            "effects": [
                _("It leaves this claim: “%(claim)s”") % {"claim": origin},
                _("Its source, quote, place in the snapshot and attributions go with it, and its history."),
                _("It keeps its position where that is free, else it comes last; where it led, the next one leads."),
                _("Under a published claim everyone sees it at once; a published claim keeps one that states it."),
            ],
            "button": _("Move"),
            "media": self.media + form.media,
            "back": change_url(Claim, origin.pk),
        }
        return TemplateResponse(request, "admin/claims/rearrange.html", context)
