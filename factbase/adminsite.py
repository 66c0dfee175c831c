"""The admin's sidebar and icon, from settings.UNFOLD."""

from django.apps import apps
from django.conf import settings
from django.contrib.admin import site
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext

QUOTES = (
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E"
    "%3Crect width='16' height='16' rx='3' fill='%239810fa'/%3E"
    "%3Cpath d='M3 10V7l2-3h1L5 7h2v3zm6 0V7l2-3h1l-1 3h2v3z' fill='white'/%3E%3C/svg%3E"
)


def icon(request):
    """Beside the page's title in the browser; it would ask for /favicon.ico otherwise."""
    return QUOTES


def sidebar(request):
    """Each group of models in settings, with those that the account may see."""
    groups = {
        title: [entry(model, icon) for model, icon in with_icons(entries) if may_see(request, model)]
        for title, entries in settings.UNFOLD["SIDEBAR"]["groups"].items()
    }
    return [{"title": gettext(title), "items": items} for title, items in groups.items() if items]


def with_icons(entries):
    return [(apps.get_model(label), icon) for label, icon in entries.items()]


def may_see(request, model):
    return site.get_model_admin(model).has_view_or_change_permission(request)


def entry(model, icon):
    options = model._meta
    link = reverse(f"admin:{options.app_label}_{options.model_name}_changelist")
    return {"title": capfirst(options.verbose_name_plural), "icon": icon, "link": link}
