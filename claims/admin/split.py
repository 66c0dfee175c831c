"""The page on which one claim becomes two."""

from django import forms
from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.html import format_html
from django.utils.text import Truncator, capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from unfold.decorators import action
from unfold.widgets import UnfoldAdminSelectWidget

from claims.actions.split import COPIED, OPEN, Goes, parts_to_divide, split_claim, why_not_open
from claims.models import Claim, ClaimLink, ClaimSubject
from factbase.admin import Words, change_url

WITHOUT_COPY = [choice for choice in Goes.choices if choice[0] != Goes.BOTH]


class SplitForm(forms.Form):
    """The two texts, one box for each part, and what is true of the two claims."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    text = forms.CharField(
        label=gettext_lazy("What the first says from now on"), max_length=5000, strip=False, widget=Words
    )
    other_text = forms.CharField(label=gettext_lazy("What the second says"), max_length=5000, strip=False, widget=Words)

    def __init__(self, claim, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.parts = {f"part_{part.pk}": part for part in parts_to_divide(claim)}
        for name, part in self.parts.items():
            several = isinstance(part, COPIED)
            kind = _("subject") if isinstance(part, ClaimSubject) else part._meta.verbose_name
            self.fields[name] = forms.ChoiceField(
                label=f"{capfirst(kind)}: {Truncator(str(part)).chars(100)}",
                choices=Goes.choices if several else WITHOUT_COPY,
                initial=Goes.BOTH if isinstance(part, ClaimSubject) else Goes.STAYS,
                widget=UnfoldAdminSelectWidget,
            )
        if claim.proposition_id:
            self.fields["proposition"] = forms.ChoiceField(
                label=_("Proposition: %(text)s") % {"text": Truncator(str(claim.proposition)).chars(100)},
                choices=[*WITHOUT_COPY, (Goes.BOTH, _("both claims say it"))],
                initial=Goes.STAYS,
                widget=UnfoldAdminSelectWidget,
            )
        self.fields["link"] = forms.ChoiceField(
            label=_("The second claim … the first one"),
            choices=[("", _("no link: none of these is true")), *ClaimLink.Kind.choices],
            required=False,
            widget=UnfoldAdminSelectWidget,
            help_text=_("Readers see a link. Choose one only where it is true."),
        )

    def do(self, claim, by):
        data = self.cleaned_data
        return split_claim(
            claim=claim,
            by=by,
            text=data["text"],
            other_text=data["other_text"],
            goes={part: data[name] for name, part in self.parts.items()},
            proposition=data.get("proposition", Goes.STAYS),
            link=data["link"],
            version=data["version"],
        )


class SplitAdmin:
    def may_split(self, request, claim):
        return claim.status in OPEN and self.has_add_permission(request) and self.has_change_permission(request, claim)

    @action(description=gettext_lazy("Split"), icon="call_split")
    def split(self, request, object_id):
        claim = self.get_object(request, unquote(object_id))
        if claim is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if not self.has_view_or_change_permission(request, claim):
            raise PermissionDenied
        start = {"version": claim.version, "text": claim.text, "other_text": claim.text}
        form = SplitForm(claim, request.POST if request.method == "POST" else None, initial=start)
        if form.is_valid():
            try:
                second = form.do(claim, request.user)
            except ValidationError as error:
                form.add_error(None, error)
            except PermissionDenied as error:
                self.message_user(request, str(error), messages.ERROR)
                return redirect(change_url(Claim, claim.pk))
            else:
                self.log_change(request, claim, f"Split: the rest is claim {second.pk}.")
                self.log_addition(request, second, f"Split from claim {claim.pk}.")
                done = _('Split. This is the second claim, a draft. <a class="text-link" href="{}">The first</a>.')
                self.message_user(request, format_html(done, change_url(Claim, claim.pk)), messages.SUCCESS)
                return redirect(change_url(Claim, second.pk))
        elif request.method != "POST" and claim.status not in OPEN:
            self.message_user(request, why_not_open(claim), messages.ERROR)
            return redirect(change_url(Claim, claim.pk))
        context = {
            **self.admin_site.each_context(request),
            "title": _("Split this claim"),
            "opts": self.opts,
            "record": claim,
            "form": form,
            "effects": effects(claim),
            "button": _("Split"),
            "media": self.media + form.media,
            "back": change_url(Claim, claim.pk),
        }
        return TemplateResponse(request, "admin/claims/rearrange.html", context)


def effects(claim):
    lines = [
        _("A second claim is made, a draft of yours. It has the same claimants, date, occasion, topics and kind."),
        _("Numbers, citations and the rest go where you say below. What moves takes its history with it."),
        _("Numbers' words are looked for again in both texts; where a lead citation went, the next one leads."),
        _("A curators' note on each claim names the other. Readers see no link unless you choose one."),
        _("Translations are of the old text: mend them afterwards."),
    ]
    if claim.status == Claim.Status.IN_REVIEW:
        lines.append(_("The first stays in review; the second is submitted anew."))
    return lines
