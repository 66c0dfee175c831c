"""The admin's pages for adding a source from elsewhere: give it, look at what was found, confirm. And its original."""

from datetime import datetime
from mimetypes import guess_extension

from django.conf import settings
from django.contrib import messages
from django.contrib.admin.models import ADDITION, LogEntry
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DataError, IntegrityError, transaction
from django.http import FileResponse, Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override
from unfold.decorators import action, display

from factbase.admin import change_url, is_uuid
from factbase.constraints import explain
from factbase.uploads import Gone, keep, take
from sources.actions import Taken, add_snapshot, add_source, differs, present_source
from sources.intake import limits
from sources.intake.found import Found, Refused
from sources.intake.gather import Gathered, from_file, from_web, from_words
from sources.intake_forms import FIELDS, ConfirmForm, GivenForm, TextForm
from sources.models import Publisher, Source

PURPOSE = "intake"
# What a curator is told when it was not found; the rest is often not there at all.
LOOKED_FOR = ("title", "authors", "publisher", "published", "language", "text")


class IntakeAdmin:
    """The button "Add source from…" on the list of sources, and the pages behind it."""

    actions_list = ["add_from"]

    def has_add_from_permission(self, request):
        return request.user.has_perms(["sources.add_source", "sources.add_snapshot"])

    def get_urls(self):
        view = self.admin_site.admin_view(self.confirm)
        return [path("confirm/", view, name="sources_source_confirm"), *super().get_urls()]

    @action(
        description=gettext_lazy("Add source from…"),
        icon="add_link",
        permissions=["add_from"],
        url_path="add-from",
    )
    def add_from(self, request):
        """Ask for a document, read it, and show what was found. Nothing is written."""
        form = GivenForm(
            request.POST if request.method == "POST" else None,
            request.FILES if request.method == "POST" else None,
            may_fetch=request.user.has_perm("sources.fetch_source"),
            too_big=getattr(request, "too_big", ""),
        )
        if form.is_valid():
            try:
                gathered = gather(form.cleaned_data, request.user)
                return self.propose(request, gathered, gathered.one)
            except (Refused, PermissionDenied) as error:
                form.add_error(None, str(error))
            except ValidationError as error:
                form.add_error(None, error)
        context = {"form": form, "max_megabytes": limits.MAX_BYTES // limits.MEGABYTE, "address": request.path}
        return self.intake_page(request, "give.html", **context)

    def propose(self, request, gathered: Gathered, found: Found):
        present = present_source(url=found.url, doi=found.doi, text=found.text)
        token = keep(
            gathered.original,
            request.user,
            PURPOSE,
            name=gathered.name,
            media_type=gathered.media_type,
            retrieved_at=gathered.retrieved_at.isoformat(),
            present=str(present.pk) if present else "",
        )
        publisher = Publisher.objects.at_domain_of(found.url).first()
        found.publisher = publisher.name if publisher else found.publisher
        form = TextForm(initial={"text": found.text}) if present else self.confirm_form(request)(initial=initial(found))
        missing = [labels()[name] for name in LOOKED_FOR if not getattr(found, name)]
        remarks = found.said()
        return self.confirm_page(request, form, token, gathered.name, present, missing=missing, remarks=remarks)

    def confirm(self, request):
        """Write what was confirmed: a source with its snapshot, or a snapshot."""
        if not self.has_add_from_permission(request):
            raise PermissionDenied
        try:
            kept = take(request.POST.get("kept", ""), request.user, PURPOSE)
        except Gone as error:
            messages.error(request, str(error))
            return redirect("admin:sources_source_add_from")
        facts = kept.facts
        chosen = request.POST.get("same", "")
        key = facts["present"] or (chosen if is_uuid(chosen) else "")
        present = Source.objects.filter(pk=key).first() if key else None
        form = TextForm(request.POST) if present else self.confirm_form(request)(request.POST)
        if form.is_valid():
            try:
                if not present and (present := self.present(form)):
                    # It was typed in here, or somebody else added it meanwhile: to be confirmed as what it is.
                    form, facts["present"] = TextForm(initial={"text": form.cleaned_data["text"]}), str(present.pk)
                else:
                    return self.write(request, form, present, kept)
            except (IntegrityError, DataError) as error:
                form.add_error(None, explain(error))
            except (ValidationError, PermissionDenied) as error:
                form.add_error(None, getattr(error, "messages", None) or str(error))
        token = keep(kept.data, request.user, PURPOSE, **facts)
        return self.confirm_page(request, form, token, facts["name"], present)

    def present(self, form):
        return present_source(url=form.instance.url, doi=form.instance.doi, text=form.cleaned_data["text"])

    @transaction.atomic
    def write(self, request, form, present, kept):
        taken = Taken(
            text=form.cleaned_data["text"],
            original=kept.data,
            media_type=kept.facts["media_type"],
            retrieved_at=datetime.fromisoformat(kept.facts["retrieved_at"]),
        )
        if present:
            source, is_new = present, False
            snapshot = add_snapshot(source=source, taken=taken, by=request.user)
        else:
            publisher = form.cleaned_data["publisher_name"]
            added = add_source(source=form.instance, taken=taken, publisher=publisher, by=request.user)
            source, is_new, snapshot = added.source, added.is_new, added.snapshot
        written = [source] * is_new + [snapshot] * bool(snapshot)
        with override(settings.LANGUAGE_CODE):  # What is stored is in one language.
            log = _("Added from %(name)s.") % {"name": kept.facts["name"]}
        LogEntry.objects.log_actions(request.user.pk, written, ADDITION, log)
        messages.success(request, done(is_new, snapshot)) if written else messages.info(request, done(False, None))
        return self.after_intake(request, source, snapshot)

    def after_intake(self, request, source, snapshot):
        """Where a curator goes on; `snapshot` is the one that was added, if any."""
        return redirect(change_url(Source, source.pk))

    def confirm_form(self, request):
        return self.get_form(request, None, form=ConfirmForm, fields=FIELDS)

    def confirm_page(self, request, form, token, name, present, **context):
        same = bool(present) and not form.is_bound and not differs(present, form.initial["text"])
        return self.intake_page(
            request,
            "confirm.html",
            form=form,
            kept=token,
            name=name,
            present=present,
            present_url=present and change_url(Source, present.pk),
            same=same,
            address=reverse("admin:sources_source_confirm"),
            back=reverse("admin:sources_source_add_from"),
            **context,
        )

    def intake_page(self, request, template, **context):
        context = {
            **self.admin_site.each_context(request),
            "title": _("Add source from…"),
            "opts": self.opts,
            "media": self.media + context["form"].media,
            **context,
        }
        return TemplateResponse(request, f"admin/sources/{template}", context)


def gather(given: dict, user) -> Gathered:
    if given.get("address"):
        return from_web(given["address"], by=user)
    if given.get("file"):
        return from_file(given["file"].name, given["file"].read())
    return from_words(given["words"])


def initial(found: Found) -> dict:
    return {
        **{name: getattr(found, name) for name in FIELDS},
        "kind": found.kind or "",
        "publisher_name": found.publisher,
        "text": found.text,
    }


def labels() -> dict[str, str]:
    return {
        "title": _("title"),
        "authors": _("authors"),
        "publisher": _("publisher"),
        "published": _("date of publication"),
        "language": _("language"),
        "text": _("text"),
    }


def done(is_new: bool, snapshot) -> str:
    if is_new and snapshot:
        return _("The source is added, with its first snapshot.")
    if is_new:
        return _("The source is added. There was no text, so it has no snapshot.")
    if snapshot:
        return _("The source was here already: its text differs, so a snapshot is added.")
    return _("The source was here already, with the same text: nothing is added.")


class OriginalAdmin:
    """The original file of a snapshot, handed out to those who may see the snapshot, never to be opened in place."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.download_original)
        return [path("<path:object_id>/original/", view, name="sources_snapshot_original"), *super().get_urls()]

    def download_original(self, request, object_id):
        snapshot = self.get_object(request, object_id)
        if not self.has_view_permission(request, snapshot):
            raise PermissionDenied
        if snapshot is None or not snapshot.original:
            raise Http404
        try:
            file = snapshot.original.open()
        except FileNotFoundError:
            raise Http404 from None
        name = slugify(f"{snapshot.source} {snapshot.retrieved_at:%Y-%m-%d}")[:100] or "original"
        return FileResponse(
            file,
            as_attachment=True,
            filename=f"{name}{guess_extension(snapshot.media_type) or ''}",
            content_type="application/octet-stream",
            headers={"X-Content-Type-Options": "nosniff", "Content-Security-Policy": "sandbox; default-src 'none'"},
        )

    @display(description=gettext_lazy("original"))
    def original_file(self, snapshot):
        if not snapshot.original:
            return "–"
        address = reverse("admin:sources_snapshot_original", args=[snapshot.pk])
        return format_html('<a href="{}" class="underline">{}</a>', address, _("Download"))
