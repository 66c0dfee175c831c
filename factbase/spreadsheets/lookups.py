"""From what a cell says to the record that it means, and from a breached rule to the column that breaches it."""

from uuid import UUID

from django.apps import apps
from django.contrib.postgres.search import TrigramSimilarity
from django.db import models
from django.db.models import Model, Q
from django.utils.translation import gettext as _

from factbase.admin import is_uuid
from factbase.api.parameters import survivors


def find(model: type[Model], text: str) -> Model:
    records = model._default_manager.all()
    name = model._meta.verbose_name
    where = Q(pk=UUID(text)) if is_uuid(text) else Q(slug=text) if hasattr(model, "slug") else None
    if where is None:
        return by_address(model, text)
    merged = records.filter(pk__in=survivors(records, [text]).values())
    if found := records.filter(where).first() or merged.first():
        return found
    if is_uuid(text):
        raise ValueError(_("is the id of no %(name)s here: export the list of them to see their ids.") % {"name": name})
    nearest = records.order_by(TrigramSimilarity("slug", text).desc()).values_list("slug", flat=True).first()
    if nearest is None:
        raise ValueError(_("is the slug of no %(name)s here.") % {"name": name})
    refusal = _("is the slug of no %(name)s here: the nearest is '%(nearest)s'.")
    raise ValueError(refusal % {"name": name, "nearest": nearest})


def by_address(model: type[Model], text: str) -> Model:
    """A record that has a web address or a DOI."""
    name = model._meta.verbose_name
    if text.startswith(("http://", "https://")) and hasattr(model.objects, "at_url"):
        found = model.objects.at_url(text).first()
    else:
        found = model.objects.filter(doi__iexact=text).first() if hasattr(model, "doi") else None
    if found is None:
        refusal = _("is the id, web address or DOI of no %(name)s here: add the %(name)s first.")
        raise ValueError(refusal % {"name": name})
    return found


def fields_of(constraint_name: str) -> set[tuple[str, str]]:
    """Model and field of all that a named constraint looks at."""
    for model in apps.get_models():
        for constraint in model._meta.constraints:
            if constraint.name == constraint_name:
                names = set(getattr(constraint, "fields", ()))
                condition = getattr(constraint, "condition", None)
                if isinstance(condition, models.Q):
                    names |= condition.referenced_base_fields
                for expression in getattr(constraint, "expressions", ()):
                    names |= {part.name for part in expression.flatten() if isinstance(part, models.F)}
                return {(model._meta.model_name, name) for name in names}
    return set()
