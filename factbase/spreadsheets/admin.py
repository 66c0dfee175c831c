"""The admin's pages for a sheet: template, upload, preview, confirmation, export."""

import pghistory
from django import forms
from django.contrib import messages
from django.contrib.admin.models import ADDITION, CHANGE, LogEntry
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from import_export.admin import ImportExportMixin
from unfold.contrib.import_export.forms import ExportForm
from unfold.widgets import UnfoldAdminFileFieldWidget

from factbase.models import Via
from factbase.uploads import Gone, keep, take

from .files import CSV, MAX_BYTES, MAX_ROWS, MEGABYTE, XLSX, Sheet, Unreadable, read_sheet, refuse_size
from .resource import SheetResource
from .results import SheetResult

SHOWN = 200  # Rows of each kind on the preview.


class UploadForm(forms.Form):
    file = forms.FileField(
        label=gettext_lazy("Spreadsheet"), widget=UnfoldAdminFileFieldWidget(attrs={"accept": ".csv,.xlsx"})
    )

    def clean_file(self):
        upload = self.cleaned_data["file"]
        try:
            refuse_size(upload.name, upload.size)
            self.data_read = upload.read()
            self.sheet = read_sheet(upload.name, self.data_read)
            if not self.sheet.rows:
                empty = _("'%(name)s' has headings and no rows: write a row below them.")
                raise Unreadable(empty % {"name": upload.name})
        except Unreadable as error:
            raise forms.ValidationError(str(error)) from None
        return upload


class SpreadsheetAdmin(ImportExportMixin):
    """Import and Export of a list. Subclasses name `resource_classes`: one, a SheetResource."""

    formats = [XLSX, CSV]
    to_encoding = "utf-8-sig"  # Excel reads UTF-8 where this mark begins the file, and its own code page otherwise.
    export_form_class = ExportForm

    def get_urls(self):
        template = path(
            "import/template.<str:extension>",
            self.admin_site.admin_view(self.import_template),
            name="{}_{}_import_template".format(*self.get_model_info()),
        )
        return [template, *super().get_urls()]

    # Rights

    def has_import_permission(self, request):
        return self.has_add_permission(request) or self.has_change_permission(request)

    def has_export_permission(self, request):
        return self.has_view_permission(request)

    def resource_for(self, request) -> SheetResource:
        return self.resource_classes[0](
            queryset=self.get_queryset(request),
            may_add=lambda: self.has_add_permission(request),
            may_change=lambda record: self.has_change_permission(request, record),
        )

    # In

    def import_action(self, request, **kwargs):
        """Upload, and see what would come of it. Nothing is written."""
        if not self.has_import_permission(request):
            raise PermissionDenied
        form = UploadForm(request.POST, request.FILES) if request.method == "POST" else UploadForm()
        if too_big := getattr(request, "too_big", ""):
            form.fields["file"].error_messages["required"] = too_big  # It was left unread.
        if not form.is_valid():
            return self.import_page(request, form)
        try:
            result = self.run_import(request, form.sheet)
        except Unreadable as error:
            form.add_error("file", str(error))
            return self.import_page(request, form)
        return self.preview(request, form.sheet, form.data_read, result)

    @method_decorator(require_POST)
    def process_import(self, request, **kwargs):
        """Do what the preview showed, exactly that or nothing."""
        if not self.has_import_permission(request):
            raise PermissionDenied
        try:
            upload = take(request.POST.get("upload", ""), request.user, self.import_purpose)
            sheet = read_sheet(upload.facts["name"], upload.data)
            with transaction.atomic(), pghistory.context(via=Via.IMPORT.value):
                result = self.run_import(request, sheet, leave_out="leave_out" in request.POST)
                as_shown = result.digest() == upload.facts["digest"]
                refused = result.has_validation_errors() and "leave_out" not in request.POST
                transaction.set_rollback(refused or not as_shown)
        except (Gone, Unreadable) as error:
            messages.error(request, str(error))
            return redirect(self.page("import"))
        if not as_shown:
            messages.warning(request, _("Records were changed since this preview was made. This is what holds now."))
        elif refused:
            messages.error(request, _("Nothing was imported: mend the wrong rows, or tick the box to leave them out."))
        else:
            return self.imported(request, sheet, result)
        return self.preview(request, sheet, upload.data, result)

    def run_import(self, request, sheet: Sheet, leave_out: bool | None = None) -> SheetResult:
        """The result: of a rehearsal, unless it is said whether wrong rows are left out."""
        resource = self.resource_for(request)
        rehearsal = leave_out is None
        return resource.import_data(sheet, dry_run=rehearsal, rollback_on_validation_errors=not leave_out)

    def import_page(self, request, form, **context):
        resource = self.resource_classes[0]()
        context = {
            **self.admin_site.each_context(request),
            "title": _("Import %(name)s") % {"name": self.opts.verbose_name_plural},
            "opts": self.opts,
            "form": form,
            "media": self.media,
            "columns": resource.notes()[1:],
            "explained": resource.explained,
            "max_megabytes": MAX_BYTES // MEGABYTE,
            "max_rows": f"{MAX_ROWS:,}",
            "template_url": self.page("import_template", extension="xlsx"),
            "csv_template_url": self.page("import_template", extension="csv"),
            **context,
        }
        return TemplateResponse(request, "admin/import_export/import.html", context)

    def preview(self, request, sheet: Sheet, data: bytes, result: SheetResult):
        kinds = [
            (_("Wrong"), "danger", result.of_type("invalid")),
            (_("Changed"), "info", result.of_type("update")),
            (_("New"), "success", result.of_type("new")),
            (_("Unchanged"), "", result.of_type("skip")),
        ]
        sections = [
            {"label": label, "variant": variant, "count": len(rows), "rows": rows[:SHOWN], "more": len(rows) - SHOWN}
            for label, variant, rows in kinds
        ]
        wrong, *right, unchanged = (section["count"] for section in sections)
        return self.import_page(
            request,
            UploadForm(),
            sheet=sheet,
            sections=sections,
            wrong=wrong,
            right=sum(right),
            upload=self.keep(request, data, sheet, result) if sum(right) else "",
            process_url=self.page("process_import"),
        )

    @property
    def import_purpose(self):
        return f"import {self.opts.label}"

    def keep(self, request, data: bytes, sheet: Sheet, result: SheetResult) -> str:
        return keep(data, request.user, self.import_purpose, name=sheet.name, digest=result.digest())

    def imported(self, request, sheet: Sheet, result: SheetResult):
        for kind, flag in (("new", ADDITION), ("update", CHANGE)):
            records = [report.instance for report in result.of_type(kind) if report.instance]
            LogEntry.objects.log_actions(request.user.pk, records, flag, f"Imported from {sheet.name}.")
        new, changed, unchanged, wrong = (len(result.of_type(kind)) for kind in ("new", "update", "skip", "invalid"))
        counts = {"name": sheet.name, "new": new, "changed": changed, "unchanged": unchanged, "wrong": wrong}
        done = _(
            "Imported %(name)s: rows new %(new)d, changed %(changed)d, unchanged %(unchanged)d, left out %(wrong)d."
        )
        messages.success(request, done % counts)
        return redirect(self.page("changelist"))

    def import_template(self, request, extension):
        if not self.has_import_permission(request):
            raise PermissionDenied
        resource = self.resource_classes[0]()
        if extension == "xlsx":
            data = XLSX().export_data(resource.template(), notes=resource.notes())
        elif extension == "csv":
            data = CSV().export_data(resource.template()).encode(self.to_encoding)
        else:
            raise Http404
        kind = {"xlsx": XLSX, "csv": CSV}[extension].CONTENT_TYPE
        name = f"{resource.file_name()}-template.{extension}"
        return HttpResponse(data, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})

    # Out

    def init_request_context_data(self, request, form):
        context = super().init_request_context_data(request, form)
        resource = self.resource_classes[0]()
        title = _("Export %(name)s") % {"name": self.opts.verbose_name_plural}
        return {
            **context,
            "title": title,
            "columns": resource.notes()[1:],
            "max_rows": f"{MAX_ROWS:,}",
            "fields_list": [],
        }

    def get_actions(self, request):
        actions = super().get_actions(request)
        if actions and self.has_export_permission(request):
            actions["export_selected"] = (export_selected, "export_selected", _("Export selected as XLSX"))
        return actions

    def page(self, name, **kwargs):
        return reverse("admin:{}_{}_{}".format(*self.get_model_info(), name), kwargs=kwargs)


def export_selected(model_admin, request, queryset):
    try:
        return model_admin._do_file_export(XLSX(), request, queryset)
    except ValueError as error:
        messages.error(request, str(error))
