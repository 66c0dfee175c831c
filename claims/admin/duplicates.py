"""What may be the same claim, after each save and on a page of its own, with what a curator can say of it."""

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from claims.actions.duplicates import call_distinct, likely_duplicates, put_under_one_proposition
from claims.models import Claim
from factbase.admin import change_url

DECISIONS = {"distinct": call_distinct, "proposition": put_under_one_proposition}


class DuplicatesAdmin:
    """Saving a claim that may be here already says so; the curator goes on, or decides."""

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        if found := likely_duplicates(form.instance, request.user):
            page = reverse("admin:claims_claim_duplicates", args=[form.instance.pk])
            text = ngettext(
                "A claim like this one may be here already. {link}Compare them</a>, or go on.",
                "{count} claims like this one may be here already. {link}Compare them</a>, or go on.",
                len(found),
            )
            link = format_html("<a class='text-link' href='{}'>", page)
            self.message_user(request, format_html(text, count=len(found), link=link), messages.WARNING)

    def get_urls(self):
        view = self.admin_site.admin_view(self.duplicates)
        return [path("<path:object_id>/duplicates/", view, name="claims_claim_duplicates"), *super().get_urls()]

    def duplicates(self, request, object_id):
        claim = self.get_object(request, unquote(object_id))
        if claim is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if request.method == "POST":
            return self.decide(request, claim)
        context = {
            **self.admin_site.each_context(request),
            "title": _("Likely duplicates"),
            "opts": self.opts,
            "claim": claim,
            "found": likely_duplicates(claim, request.user),
            "may_merge": request.user.has_perm("claims.merge_claim"),
            "back": change_url(Claim, claim.pk),
        }
        return TemplateResponse(request, "admin/claims/duplicates.html", context)

    def decide(self, request, claim):
        other = self.get_object(request, request.POST.get("other", ""))
        decision = DECISIONS.get(request.POST.get("decision"))
        if other is None or decision is None:
            self.message_user(request, _("Choose a claim and what you say of it."), messages.ERROR)
        else:
            try:
                decision(claim=claim, other=other, by=request.user)
                self.message_user(request, _("Remembered."), messages.SUCCESS)
            except (ValidationError, PermissionDenied) as error:
                for text in getattr(error, "messages", [str(error)]):
                    self.message_user(request, text, messages.ERROR)
        return redirect("admin:claims_claim_duplicates", claim.pk)
