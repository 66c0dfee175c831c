"""What every admin page shares, and the pages of accounts and of merging's memories."""

from functools import partial
from uuid import UUID

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.contrib.admin.widgets import AutocompleteSelect
from django.contrib.auth.admin import GroupAdmin as BaseGroupAdmin
from django.contrib.auth.admin import UserAdmin as BaseUserAdmin
from django.contrib.auth.models import Group, Permission
from django.contrib.postgres.fields import ArrayField
from django.db import DataError, IntegrityError, connection, models, transaction
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from unfold.admin import ModelAdmin, StackedInline, TabularInline
from unfold.forms import AdminPasswordChangeForm, PaginationInlineFormSet, UserChangeForm, UserCreationForm
from unfold.widgets import UnfoldAdminExpandableTextareaWidget, UnfoldAdminTextInputWidget

from factbase import token_admin  # noqa: F401 - registers its page
from factbase.constraints import explain
from factbase.fields import DateRange, DateRangeText, Number
from factbase.models import Distinct, Redirect, User
from factbase.names import in_words
from factbase.paginator import CappedPaginator
from factbase.stale import StaleSaveAdmin

RECORD = ("created_at", "created_by", "created_via", "updated_at", "version")


class Words(UnfoldAdminExpandableTextareaWidget):
    """Several lines. Browsers send their ends as CRLF, which would move every offset counted in the text."""

    def value_from_datadict(self, data, files, name):
        value = super().value_from_datadict(data, files, name)
        return value.replace("\r\n", "\n") if value else value


class DateRangeBox(DateRangeText):
    widget = UnfoldAdminTextInputWidget

    def __init__(self, *, help_text="", **kwargs):
        super().__init__(**({"help_text": help_text} if help_text else {}), **kwargs)  # Else how to write a date.


class RecordSelect(AutocompleteSelect):
    """A record to choose. Django's own fails on what is no id, from a mangled link for instance."""

    def optgroups(self, name, value, attr=None):
        return super().optgroups(name, [key for key in value if not key or is_uuid(key)], attr)


class Boxes:
    """How our fields are shown in forms, on pages of their own and inside others."""

    formfield_overrides = {
        models.TextField: {"widget": Words},
        models.URLField: {"form_class": partial(forms.URLField, assume_scheme="https")},
        ArrayField: {"widget": UnfoldAdminTextInputWidget},
        DateRange: {"form_class": DateRangeBox},
        # No spinner: it turns digits with the mouse wheel, and empties the box at "3,200,000".
        Number: {"widget": UnfoldAdminTextInputWidget(attrs={"inputmode": "decimal"})},
    }
    verbatim = ()  # Fields in which blanks and line ends count.

    def formfield_for_choice_field(self, db_field, request, **kwargs):
        # Nothing is chosen for the curator, unless the model has a default.
        blank = db_field.blank or not db_field.has_default()
        kwargs.setdefault("choices", db_field.get_choices(include_blank=blank, blank_choice=[("", _("Select value"))]))
        return super().formfield_for_choice_field(db_field, request, **kwargs)

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs.setdefault("widget", RecordSelect(db_field, self.admin_site))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if db_field.name in self.verbatim:
            kwargs.setdefault("widget", Words)
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name in self.verbatim:
            field.strip = False
        for box in getattr(field.widget, "widgets", ()):  # A date and its time, under one label.
            box.attrs["aria-label"] = f"{field.label}: {box.attrs['placeholder']}"
        return field


class RecordAdmin(Boxes, StaleSaveAdmin, ModelAdmin):
    """A page for a Record. What the database refuses is said on the form, with everything typed kept."""

    list_per_page = 50
    paginator = CappedPaginator
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER  # They count the whole table.
    list_filter_submit = True
    list_fullwidth = True
    warn_unsaved_form = True
    compressed_fields = False  # Labels above their boxes, so that three fit in a row.

    class Media:
        js = ["factbase/save_key.js"]

    def get_queryset(self, request):
        # Not the list alone: autocomplete writes each record as words too.
        queryset = super().get_queryset(request)
        return queryset.select_related(*self.list_select_related) if self.list_select_related else queryset

    def get_readonly_fields(self, request, obj=None):
        return [*super().get_readonly_fields(request, obj), *RECORD]

    def get_fieldsets(self, request, obj=None):
        fieldsets = list(super().get_fieldsets(request, obj))
        record = (_("Record"), {"fields": [RECORD], "classes": ["collapse", "after-parts"]})
        return [*fieldsets, record] if obj else fieldsets

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        breach = getattr(request, "breach", None) or getattr(request, "too_big", None)
        return refusing(form, breach) if breach else form

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except (IntegrityError, DataError) as error:
            # What was saved is rolled back: show the form again, which now refuses.
            request.breach = explain(error)
            return super().changeform_view(request, object_id, form_url, extra_context)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        check_deferred_rules()

    def _get_obj_does_not_exist_redirect(self, request, opts, object_id):
        """A merged record's old page leads to the one that answers for it now, for good."""
        merged = Redirect.objects.filter(kind=opts.model_name, key=unquote(object_id)).first()
        if merged is None:
            return super()._get_obj_does_not_exist_redirect(request, opts, object_id)
        if request.method == "POST":
            lost = _("This %(name)s was merged into another one meanwhile: what you sent was not saved.")
            self.message_user(request, lost % {"name": opts.verbose_name}, messages.WARNING)
        return redirect(change_url(self.model, merged.target), permanent=True)

    def delete_view(self, request, object_id, extra_context=None):
        try:
            return super().delete_view(request, object_id, extra_context)
        except (IntegrityError, DataError) as error:
            self.message_user(request, explain(error), messages.ERROR)
            return redirect(change_url(self.model, object_id))

    def delete_model(self, request, obj):
        super().delete_model(request, obj)
        check_deferred_rules()

    def delete_queryset(self, request, queryset):
        super().delete_queryset(request, queryset)
        check_deferred_rules()

    def response_action(self, request, queryset):
        try:
            with transaction.atomic():
                return super().response_action(request, queryset)
        except (IntegrityError, DataError) as error:
            self.message_user(request, explain(error), messages.ERROR)
            return redirect(request.get_full_path())


class RowForm(forms.ModelForm):
    """A row inside another page."""

    def _get_validation_exclusions(self):
        # Two rows may swap these in one go: the database compares them when all are saved.
        return super()._get_validation_exclusions() | {"position", "lead_of"}


class Rows(PaginationInlineFormSet):
    """The rows of an inline. Where they have a position, a new one left at 0 goes last if 0 is taken."""

    def clean(self):
        super().clean()
        rows = [form for form in self.forms if form not in self.deleted_forms and "position" in form.cleaned_data]
        taken = set()
        for form in sorted(rows, key=lambda form: form.instance._state.adding):
            position = form.cleaned_data["position"]
            if position == 0 and 0 in taken and form.instance._state.adding:
                position = form.cleaned_data["position"] = form.instance.position = max(taken) + 1
            elif position in taken:
                taken_by = _("Another one stands at %(position)d: number them 0, 1, 2.")
                form.add_error("position", taken_by % {"position": position})
            taken.add(position)


class RecordInline(Boxes):
    extra = 0
    form = RowForm
    formset = Rows
    show_change_link = True


class RecordTabularInline(RecordInline, TabularInline):
    hide_title = True

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        field.widget.attrs["aria-label"] = field.label  # The heading of a column labels no box.
        return field


class RecordStackedInline(RecordInline, StackedInline):
    pass


def is_uuid(text):
    try:
        UUID(str(text))
    except ValueError:
        return False
    return True


def refusing(form, message):
    """The form class, with one more error that belongs to no field."""

    class Refusing(form):
        def clean(self):
            self.add_error(None, message)
            return super().clean()

    return Refusing


def check_deferred_rules():
    """Rules that wait for the commit speak now, while the form can still be shown again."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")


def change_url(model, pk):
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_change", args=[pk])


class PermissionsAdmin:
    """A page on which permissions are chosen, in the language of who does."""

    def formfield_for_manytomany(self, db_field, request=None, **kwargs):
        field = super().formfield_for_manytomany(db_field, request=request, **kwargs)
        if field and field.queryset.model is Permission:
            field.label_from_instance = in_words
        return field


@admin.register(User)
class UserAdmin(PermissionsAdmin, BaseUserAdmin, RecordAdmin):
    form = UserChangeForm
    add_form = UserCreationForm
    change_password_form = AdminPasswordChangeForm
    fieldsets = [
        BaseUserAdmin.fieldsets[0],
        (gettext_lazy("Personal info"), {"fields": [("first_name", "last_name"), ("email", "language")]}),
        *BaseUserAdmin.fieldsets[2:],
    ]
    list_display = ["username", "first_name", "last_name", "email", "is_staff", "is_active", "last_login"]
    readonly_fields = ["last_login", "date_joined"]


admin.site.unregister(Group)


@admin.register(Group)
class GroupAdmin(PermissionsAdmin, BaseGroupAdmin, ModelAdmin):
    compressed_fields = False
    paginator = CappedPaginator
    show_full_result_count = False


class ReadMostlyAdmin(RecordAdmin):
    """What merging wrote down: to look at, and to take back."""

    list_filter = ["kind"]

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False


@admin.register(Redirect)
class RedirectAdmin(ReadMostlyAdmin):
    fields = ["kind", "key", "target"]
    list_display = ["key", "kind", "target", "created_by", "created_at"]
    list_select_related = ["created_by"]
    search_fields = ["key", "=target"]


@admin.register(Distinct)
class DistinctAdmin(ReadMostlyAdmin):
    fields = ["kind", "a", "b"]
    list_display = ["__str__", "created_by", "created_at"]
    list_select_related = ["created_by"]
    search_fields = ["=a", "=b"]
