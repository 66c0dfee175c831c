"""What models say to people, in the reader's language: names, help, choices, and the messages of rules.

Models are written in plain English, with nothing to mark. Once all are loaded, each of these texts is replaced by a
lazy translation of itself. Migrations look at the words as written, so that nothing of this is seen there, and in
English all reads as written.
"""

from collections.abc import Iterator
from typing import NamedTuple

from django.apps import apps
from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext, pgettext_lazy

from factbase.models import Via

APPS = ("factbase", "sources", "claims")


class Said(NamedTuple):
    """A text of a model. The context tells a name or a choice from the same word elsewhere ("published")."""

    context: str | None  # "model", "field", "choice", "permission"; none for sentences.
    text: str
    where: str  # For translators: claims.Claim.kind.


found: list[Said] = []  # What makemessages writes into the catalogues.


def translate_models() -> None:
    """Called once, when all models are loaded (FactbaseConfig.ready)."""
    for member in Via:
        translate(member, "_label_", "choice", "factbase.Via")
    for model in our_models():
        where = model._meta.label
        if not isinstance(model._meta.verbose_name, Promise):
            # Django's plural is a lazy one already: the name in English, and an s.
            model._meta.verbose_name_plural = str(model._meta.verbose_name_plural)
            translate(model._meta, "verbose_name_plural", "model", where)
            translate(model._meta, "verbose_name", "model", where)
        for _codename, text in model._meta.permissions:
            found.append(Said("permission", text, where))  # As the database has it; see in_words.
        for enum in choices_of(model):
            for member in enum:
                translate(member, "_label_", "choice", f"{where}.{enum.__name__}")
        for field in (*model._meta.local_fields, *model._meta.local_many_to_many):
            translate(field, "verbose_name", "field", f"{where}.{field.name}")
            translate(field, "help_text", None, f"{where}.{field.name}")
            if field.choices:
                field.choices = [(value, translated(label, "choice", where)) for value, label in field.choices]
        for constraint in model._meta.constraints:
            translate(constraint, "violation_error_message", None, f"{where}.{constraint.name}")


def our_models() -> Iterator[type[models.Model]]:
    """Records; the tables of their history are shown to nobody."""
    for app in APPS:
        yield from (model for model in apps.get_app_config(app).get_models() if not hasattr(model, "pgh_obj"))


def choices_of(model: type[models.Model]) -> list[type[models.Choices]]:
    return [value for value in vars(model).values() if isinstance(value, type) and issubclass(value, models.Choices)]


def translate(owner: object, attribute: str, context: str | None, where: str) -> None:
    setattr(owner, attribute, translated(getattr(owner, attribute), context, where))


def translated(text: str | Promise, context: str | None, where: str) -> str | Promise:
    """The lazy translation of a text; as it is where it is one already (Django's own), or empty."""
    if isinstance(text, Promise) or not text:
        return text
    found.append(Said(context, text, where))
    return pgettext_lazy(context, text) if context else gettext_lazy(text)


def in_words(permission: models.Model) -> str:
    """A permission as it is chosen; the database keeps its name in English."""
    model = permission.content_type.model_class()
    action = permission.codename.removesuffix(f"_{permission.content_type.model}")
    usual = {"add": _("Can add %(name)s"), "change": _("Can change %(name)s")}
    usual |= {"delete": _("Can delete %(name)s"), "view": _("Can view %(name)s")}
    if action in usual and model:
        said = usual[action] % {"name": model._meta.verbose_name}
    else:
        said = pgettext("permission", permission.name)
    return f"{permission.content_type} | {said}"
