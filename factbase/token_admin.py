"""The page of tokens: each account makes and revokes its own; who keeps accounts sees and revokes all."""

from django import forms
from django.contrib import admin
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from unfold.admin import ModelAdmin
from unfold.decorators import display
from unfold.widgets import UnfoldAdminIntegerFieldWidget

from factbase.api.tokens import make_token
from factbase.models import Token
from factbase.paginator import CappedPaginator


class TokenForm(forms.ModelForm):
    days = forms.IntegerField(
        label=gettext_lazy("Days"),
        min_value=1,
        max_value=Token.DAYS_AT_MOST,
        initial=Token.DAYS,
        widget=UnfoldAdminIntegerFieldWidget,
        help_text=gettext_lazy("After how many days it expires: 365 at most."),
    )


@admin.register(Token)
class TokenAdmin(ModelAdmin):
    """Made once, shown once, never changed. No digest is shown anywhere."""

    form = TokenForm
    fields = ["name", "days"]
    list_display = ["__str__", "user", "created", "expiry", "last_used", "holds"]
    list_select_related = ["user"]
    list_display_links = None
    search_fields = ["name", "user__username"]
    paginator = CappedPaginator
    show_full_result_count = False
    compressed_fields = False

    def get_queryset(self, request):
        tokens = super().get_queryset(request).select_related("user")
        return tokens if self.keeps_accounts(request) else tokens.filter(user=request.user)

    def keeps_accounts(self, request):
        return request.user.has_perm("factbase.change_user")

    # Whoever signs in here may have tokens: they can do nothing that the account cannot.
    def has_module_permission(self, request):
        return True

    def has_view_permission(self, request, obj=None):
        return True

    def has_add_permission(self, request):
        return True

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return obj is None or obj.user == request.user or self.keeps_accounts(request)

    def get_fields(self, request, obj=None):
        return ["name", "user", "created", "expiry", "last_used"] if obj else self.fields

    def get_form(self, request, obj=None, change=False, **kwargs):
        if obj:
            kwargs["form"] = forms.ModelForm
        return super().get_form(request, obj, change=change, **kwargs)

    def save_model(self, request, obj, form, change):
        made, form.instance.secret = make_token(request.user, name=obj.name, days=form.cleaned_data["days"])
        obj.pk, obj.user, obj.created, obj.expiry = made.pk, made.user, made.created, made.expiry

    def response_add(self, request, obj, post_url_continue=None):
        # On this page alone: a message would be kept in a cookie or the session until the next one.
        context = {
            **self.admin_site.each_context(request),
            "title": _("Your new token"),
            "opts": self.opts,
            "token": obj,
            "back": reverse("admin:factbase_token_changelist"),
        }
        return TemplateResponse(request, "admin/factbase/token.html", context)

    @display(description=gettext_lazy("holds"), boolean=True)
    def holds(self, token):
        return token.holds
