"""The reading desk: a source's text with what is cited and proposed in it, and the form of a claim beside it."""

from django import forms
from django.conf import settings
from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponseBadRequest
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override
from django.views.decorators.http import require_POST
from unfold.decorators import action

from claims.actions.draft import may_draft
from claims.models import Claim, Dismissal
from claims.quantities import LANGUAGES
from claims.reading_desk.filling import NoWords, fill
from claims.reading_desk.proposals import Proposal, Read
from factbase.admin import change_url
from sources.admin import SourceAdmin
from sources.models import Snapshot, Source

from .reading_desk_forms import DraftForm
from .reading_desk_page import Desk


class PlaceForm(forms.Form):
    """A place in a snapshot; with a kind, the proposal there."""

    snapshot = forms.UUIDField()
    start = forms.IntegerField(min_value=0)
    end = forms.IntegerField(min_value=1)
    kind = forms.ChoiceField(choices=[("", ""), *Dismissal.Kind.choices], required=False)

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("start", 0) >= cleaned.get("end", 1):
            raise ValidationError(_("The start comes before the end."))
        return cleaned


class Gone(Exception):
    """The text on somebody's screen is not the source's newest any more."""


class ReadingDeskAdmin:
    """The button "Read" on a source, and the pages behind it."""

    def get_urls(self):
        wrap = self.admin_site.admin_view
        return [
            path("<path:object_id>/read/claim/", wrap(self.desk_claim_view), name="sources_source_read_claim"),
            path(
                "<path:object_id>/read/dismiss/",
                wrap(require_POST(self.desk_dismiss_view)),
                name="sources_source_read_dismiss",
            ),
            *super().get_urls(),
        ]

    def has_read_permission(self, request, object_id=None):
        return self.has_view_permission(request) and request.user.has_perm("sources.view_snapshot")

    def after_intake(self, request, source, snapshot):
        if snapshot and self.has_read_permission(request):
            link = format_html(
                '<a class="text-link" href="{}">{}</a>',
                reverse("admin:sources_source_read", args=[source.pk]),
                _("Read it, and make claims of it"),
            )
            messages.info(request, link)
        return super().after_intake(request, source, snapshot)

    @action(description=gettext_lazy("Read"), icon="menu_book", permissions=["read"])
    def read(self, request, object_id):
        source = self.source_to_read(request, object_id)
        if source is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        snapshot = newest(source)
        number = request.GET.get("page", "")
        desk = snapshot and Desk(
            source,
            snapshot,
            request.user,
            number=int(number) if number.isdecimal() and len(number) < 9 else 1,
            claim_url=self.desk_address("claim", source),
            show_dismissed="dismissed" in request.GET,
        )
        return self.desk_page(request, source, "desk.html", title=_("Read: %(source)s") % {"source": source}, desk=desk)

    def desk_claim_view(self, request, object_id):
        """The form of a claim made of a place in the text: to be shown beside it, or as a page of its own."""
        try:
            source, desk, place = self.desk_place(request, object_id, request.GET)
            filling = fill(desk.snapshot.text, desk.read, *span(desk, place))
        except Gone:
            return self.to_newer_text(request, object_id)
        except NoWords:
            return HttpResponseBadRequest(_("There are no words at that place of the text: select some."))
        data = request.POST if request.method == "POST" else None
        form = DraftForm(
            site=self.admin_site,
            request=request,
            source=source,
            snapshot=desk.snapshot,
            filling=filling,
            data=data,
        )
        if data is not None and form.is_valid():
            try:
                claim = form.save(by=request.user)
            except (ValidationError, PermissionDenied) as error:
                form.claim.add_error(None, getattr(error, "messages", None) or str(error))
            else:
                with override(settings.LANGUAGE_CODE):  # What is stored is in one language.
                    self.admin_site.get_model_admin(Claim).log_addition(request, claim, _("Added at the reading desk."))
                done = _('Saved as a draft: <a class="text-link" href="{}">{}</a>')
                messages.success(request, format_html(done, change_url(Claim, claim.pk), claim))
                return redirect(self.back_to_desk(request, desk, f"#citation-{claim.citations.get().pk}"))
        proposal = proposal_at(desk, place)
        context = {
            "title": _("A claim from this text"),
            "desk": desk,
            "place": place,
            "form": form,
            "proposal": proposal,
            "is_dismissed": proposal is not None and desk.is_dismissed(proposal),
            "back": self.back_to_desk(request, desk),
        }
        beside = request.headers.get("X-Requested-With") == "XMLHttpRequest"
        return self.desk_page(request, source, "panel.html" if beside else "claim.html", **context)

    def desk_dismiss_view(self, request, object_id):
        """Wave a proposal off, for everyone; or bring it back."""
        try:
            source, desk, place = self.desk_place(request, object_id, request.POST)
        except Gone:
            return self.to_newer_text(request, object_id)
        except NoWords:
            return HttpResponseBadRequest(_("Nothing is proposed at that place of the text."))
        proposal = proposal_at(desk, place)
        if proposal is None:
            return HttpResponseBadRequest(_("Nothing is proposed at that place of the text."))
        words = {"source": source, "kind": proposal.kind, "words": proposal.words}
        if "bring_back" in request.POST:
            Dismissal.objects.filter(**words).delete()
            messages.success(request, _("The proposal is back."))
        else:
            Dismissal.objects.get_or_create(**words, defaults={"dismissed_by": request.user})
            messages.success(request, _("Dismissed, for everyone. “Show dismissed” brings it back."))
        return redirect(self.back_to_desk(request, desk))

    def desk_place(self, request, object_id, sent):
        """Source, desk and place that an address or a form names. Raises Gone, Http404, PermissionDenied, NoWords."""
        source = self.source_to_read(request, object_id)
        form = PlaceForm(sent)
        if source is None:
            raise Http404
        if not may_draft(request.user):
            raise PermissionDenied
        if not form.is_valid():
            raise NoWords(form.errors.as_text())
        place, snapshot = form.cleaned_data, newest(source)
        if snapshot is None or snapshot.pk != place["snapshot"]:
            raise Gone
        if place["end"] > len(snapshot.text):
            raise NoWords(f"{place['end']} is past the end of the text.")
        desk = Desk(
            source,
            snapshot,
            request.user,
            at=place["start"],
            claim_url=self.desk_address("claim", source),
            show_dismissed="dismissed" in request.GET or "dismissed" in request.POST,
        )
        return source, desk, place

    def to_newer_text(self, request, object_id):
        messages.warning(request, _("The source has a newer text by now: this is it. Nothing was saved."))
        return redirect("admin:sources_source_read", object_id)

    def back_to_desk(self, request, desk, fragment=""):
        shown = "&dismissed=1" if desk.show_dismissed else ""
        return f"{self.desk_address('', desk.source)}?page={desk.number}{shown}{fragment}"

    def desk_address(self, page, source):
        return reverse(f"admin:sources_source_read{'_' if page else ''}{page}", args=[source.pk])

    def source_to_read(self, request, object_id):
        source = self.get_object(request, unquote(object_id))
        if source is not None and not self.has_read_permission(request):
            raise PermissionDenied
        return source

    def desk_page(self, request, source, template, **context):
        boxes = context["form"].media if "form" in context else empty_form(self.admin_site, request, source).media
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "source": source,
            "source_url": change_url(Source, source.pk),
            "snapshot_add_url": f"{reverse('admin:sources_snapshot_add')}?source={source.pk}",
            "may_draft": may_draft(request.user),
            "may_add_snapshot": request.user.has_perm("sources.add_snapshot"),
            "claim_url": self.desk_address("claim", source),
            "dismiss_url": self.desk_address("dismiss", source),
            "languages": ", ".join(LANGUAGES),
            "media": self.media + boxes,
            # Said within the desk, which may be put in place of an older one without loading the page anew.
            "said": list(messages.get_messages(request)),
            **context,
        }
        return TemplateResponse(request, f"admin/claims/reading_desk/{template}", context)


def newest(source: Source) -> Snapshot | None:
    return source.snapshots.order_by("-retrieved_at", "-pk").first()


def proposal_at(desk: Desk, place: dict) -> Proposal | None:
    wanted = place["kind"], place["start"], place["end"]
    return next((each for each in desk.read.proposals if (each.kind, each.start, each.end) == wanted), None)


def span(desk: Desk, place: dict) -> tuple[int, int]:
    """The words that a claim is made of: of a number its whole sentence."""
    start, end = place["start"], place["end"]
    return desk.read.sentence(start, end) if place["kind"] == Dismissal.Kind.QUANTITY else (start, end)


def empty_form(site, request, source):
    """For the scripts that its boxes need, before there is one."""
    words = fill("Words.", Read([], [], []), 0, 5)
    return DraftForm(site=site, request=request, source=source, snapshot=None, filling=words)


# The source's own admin knows nothing of claims: what it can do more is added from here.
admin.site.unregister(Source)


@admin.register(Source)
class ReadableSourceAdmin(ReadingDeskAdmin, SourceAdmin):
    actions_detail = ["read", *SourceAdmin.actions_detail]
