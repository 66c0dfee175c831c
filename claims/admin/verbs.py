"""Changes of state: a button, a page that says what will happen, and the model's verb. By POST alone."""

from collections.abc import Callable
from dataclasses import dataclass

from django import forms
from django.conf import settings
from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Model
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import override

from factbase.admin import change_url


@dataclass(frozen=True)
class Verb:
    name: str  # The model's method.
    label: str
    fits: Callable[[Model], bool]
    needs: str
    effect: str
    done: str
    right: str = ""  # Of its permission, where that is not called like the method.
    form: type[forms.Form] = forms.Form
    danger: bool = False

    def act(self, record, by, words):
        getattr(record, self.name)(by=by, **words)

    def about(self, record):
        """What will happen, in words."""
        return self.effect

    def open_to(self, user, record):
        """True where the record is in the right state and the account may."""
        model = record._meta
        return self.fits(record) and user.has_perm(f"{model.app_label}.{self.right or self.name}_{model.model_name}")


class VerbAdmin:
    """A page with `verbs` as buttons: those that fit the record and the account."""

    verbs = {}

    def get_actions_detail(self, request, object_id):
        actions = super().get_actions_detail(request, object_id)
        record = self.get_object(request, unquote(str(object_id)))
        if record is None:
            return []
        prefix = f"{self.opts.app_label}_{self.opts.model_name}_"
        return [a for a in actions if self.offers(a.action_name.removeprefix(prefix), request, record)]

    def offers(self, name, request, record):
        """Whether the button of that name has a place on the record's page; `may_…` says it of one that is no verb."""
        verb = self.verbs.get(name)
        return verb.open_to(request.user, record) if verb else getattr(self, f"may_{name}")(request, record)


def verb_page(model_admin, request, object_id, verb):
    """Ask, then do. What stands in the way is said on the record's own page."""
    record = model_admin.get_object(request, unquote(object_id))
    if record is None:
        return model_admin._get_obj_does_not_exist_redirect(request, model_admin.opts, object_id)
    if not model_admin.has_view_or_change_permission(request, record):
        raise PermissionDenied
    form = verb.form(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            verb.act(record, request.user, form.cleaned_data)
        except ValidationError as error:
            for message in error.messages:
                model_admin.message_user(request, message, messages.ERROR)
        except PermissionDenied as error:
            model_admin.message_user(request, str(error), messages.ERROR)
        else:
            with override(settings.LANGUAGE_CODE):  # What is stored is in one language.
                model_admin.log_change(request, record, str(verb.done))
            model_admin.message_user(request, verb.done, messages.SUCCESS)
        return redirect(change_url(record, record.pk))
    if not verb.open_to(request.user, record):
        needs = _("“%(verb)s” needs %(needs)s, and an account with the right to.")
        model_admin.message_user(request, needs % {"verb": verb.label, "needs": verb.needs}, messages.ERROR)
        return redirect(change_url(record, record.pk))
    context = {
        **model_admin.admin_site.each_context(request),
        "title": verb.label,
        "opts": model_admin.opts,
        "record": record,
        "verb": verb,
        "effect": verb.about(record),
        "form": form,
        "media": model_admin.media,
        "back": change_url(record, record.pk),
    }
    return TemplateResponse(request, "admin/claims/verb.html", context)
