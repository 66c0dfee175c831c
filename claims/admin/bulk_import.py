"""“Import a file…” on the list of claims: what `manage.py import_claims` loads, tried out first, then confirmed."""

from pathlib import Path
from tempfile import TemporaryDirectory

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, transaction
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from unfold.decorators import action
from unfold.widgets import UnfoldAdminFileFieldWidget, UnfoldAdminSelectWidget

from claims.bulk.loading import Busy, Report, load
from claims.bulk.readers import READERS
from claims.bulk.readers.reader import Unreadable
from claims.bulk.references import MOST_NAMED
from factbase.constraints import explain
from factbase.timeouts import take_time
from factbase.upload_limit import MAX_BYTES, MEGABYTE
from factbase.uploads import Gone, keep, take

PURPOSE = "bulk import"
FORMATS = {
    "ndjson": gettext_lazy("Factbase's own: one record a line (.ndjson)"),
    "factcheck": gettext_lazy("Fact-checks in the columns of Google's Fact Check Tools (.csv)"),
    "claimreview": gettext_lazy("schema.org ClaimReview (.json)"),
}
OUTCOMES = {
    "created": gettext_lazy("new"),
    "changed": gettext_lazy("changed"),
    "unchanged": gettext_lazy("unchanged"),
    "left alone": gettext_lazy("left alone"),
}
REFUSED = (Unreadable, Busy, DatabaseError, PermissionDenied)


class FileForm(forms.Form):
    file = forms.FileField(label=gettext_lazy("File"), widget=UnfoldAdminFileFieldWidget())
    format = forms.ChoiceField(
        label=gettext_lazy("Format"),
        choices=[("", gettext_lazy("Choose")), *FORMATS.items()],
        widget=UnfoldAdminSelectWidget(),
    )


class BulkImportAdmin:
    """Claims come in as drafts: who loads them publishes them as any others."""

    actions_list = ["import_file"]

    def has_import_file_permission(self, request):
        # It writes all that claims rest on, and the drafts of others: what editors may.
        return request.user.has_perms(["claims.add_claim", "claims.change_any_claim"])

    def get_urls(self):
        view = self.admin_site.admin_view(self.load_file)
        return [path("import-file/load/", view, name="claims_claim_load_file"), *super().get_urls()]

    @action(
        description=gettext_lazy("Import a file…"),
        icon="upload_file",
        permissions=["import_file"],
        url_path="import-file",
    )
    def import_file(self, request):
        """Try a file out, and show what would come of it. Nothing is written."""
        form = FileForm(request.POST, request.FILES) if request.method == "POST" else FileForm()
        if too_big := getattr(request, "too_big", ""):
            form.fields["file"].error_messages["required"] = too_big  # It was left unread.
        if form.is_valid():
            upload, format = form.cleaned_data["file"], form.cleaned_data["format"]
            data = upload.read()
            try:
                report = load_bytes(data, format, by=request.user, dry_run=True)
            except REFUSED as error:
                form.add_error("file", told(error))
            else:
                token = keep(data, request.user, PURPOSE, name=upload.name, format=format)
                persons = ", ".join(report.persons) + (" …" if len(report.persons) == MOST_NAMED else "")
                found = counted(report)
                return self.file_page(
                    request, report=report, found=found, persons=persons, name=upload.name, kept=token
                )
        return self.file_page(request, form=form, max_megabytes=MAX_BYTES // MEGABYTE)

    @method_decorator(require_POST)
    def load_file(self, request):
        """Write what was tried out."""
        if not self.has_import_file_permission(request):
            raise PermissionDenied
        try:
            kept = take(request.POST.get("kept", ""), request.user, PURPOSE)
            report = load_bytes(kept.data, kept.facts["format"], by=request.user)
        except (Gone, *REFUSED) as error:
            messages.error(request, told(error))
            return redirect("admin:claims_claim_import_file")
        found = ", ".join(f"{label} {count}" for label, count in counted(report))
        messages.success(request, _("Claims of %(name)s: %(found)s.") % {"name": kept.facts["name"], "found": found})
        if report.rejected:
            messages.warning(request, _("Rows left out, as they are wrong: %(rows)d.") % {"rows": report.rejected})
        return redirect("admin:claims_claim_changelist")

    def file_page(self, request, **context):
        context = {
            **self.admin_site.each_context(request),
            "title": _("Import a file"),
            "opts": self.opts,
            "again": reverse("admin:claims_claim_import_file"),
            "confirm": reverse("admin:claims_claim_load_file"),
            **context,
        }
        return TemplateResponse(request, "admin/claims/import_file.html", context)


def load_bytes(data: bytes, format: str, **how) -> Report:
    """Readers go through a file on disk, which may be larger than memory; here it is small."""
    with TemporaryDirectory() as folder, transaction.atomic():
        take_time()
        file = Path(folder) / "upload"
        file.write_bytes(data)
        return load(READERS[format](file), **how)


def counted(report: Report) -> list[tuple[str, int]]:
    return [(label, report.counts["claim", outcome]) for outcome, label in OUTCOMES.items()]


def told(error: Exception) -> str:
    if isinstance(error, DatabaseError) and getattr(error.__cause__, "sqlstate", None):
        return explain(error)
    return _("The file %(problem)s") % {"problem": error} if isinstance(error, Unreadable) else str(error)
