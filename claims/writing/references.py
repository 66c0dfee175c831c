"""Records that a body names: by slug or id, as answers name them."""

from collections.abc import Mapping
from uuid import UUID

from drf_spectacular.drainage import set_override
from rest_framework import serializers

from claims.models import Claim
from factbase.api.parameters import survivors
from sources.models import Snapshot


def known_to(model, user):
    """The records that the account may choose: those that the admin lets it see."""
    if model is Snapshot and user.has_perm("sources.view_snapshot"):
        return Snapshot.objects.defer("text")  # Which may be a book.
    if model is not Claim and user.has_perm(f"{model._meta.app_label}.view_{model._meta.model_name}"):
        return model._default_manager.all()
    visible_to = getattr(model._default_manager.all(), "visible_to", None)
    return visible_to(user) if visible_to else model._default_manager.none()


def find(model, key: str, user):
    """The record with that slug or id, or the one that answers for it since a merge; None where there is none."""
    rows = known_to(model, user)
    try:
        asked = {"pk": UUID(key)}
    except ValueError:
        asked = {"slug": key} if hasattr(model, "slug") else {"pk": None}
    if found := rows.filter(**asked).first():
        return found
    survivor = survivors(rows, [key]).get(key)
    return survivor and rows.get(pk=survivor)


class Reference(serializers.Field):
    """`"luis-videgaray"`, `{"slug": "luis-videgaray"}` or `{"id": "…"}`."""

    default_error_messages = {
        "invalid": "Write {example}.",
        "unknown": "There is no {kind} '{asked}' that you may see: look it up, or enter it first.",
    }

    def __init__(self, model, **kwargs):
        self.model = model
        super().__init__(**kwargs)
        set_override(self, "field", {"oneOf": self.written()})

    def written(self) -> list[dict]:
        """The ways to write it, for the documents."""
        ways = {"slug": {"type": "string", "minLength": 1}, "id": {"type": "string", "format": "uuid"}}
        if not hasattr(self.model, "slug"):
            del ways["slug"]
        alone = {"type": "string", "minLength": 1, "description": f"The {' or '.join(ways)}."}
        objects = [
            {"type": "object", "properties": {key: way}, "required": [key], "additionalProperties": False}
            for key, way in ways.items()
        ]
        return [alone if "slug" in ways else {**ways["id"], "description": alone["description"]}, *objects]

    def to_internal_value(self, data):
        keys = ["slug", "id"] if hasattr(self.model, "slug") else ["id"]
        if isinstance(data, Mapping) and len(data) == 1 and next(iter(data)) in keys:
            data = next(iter(data.values()))
        if not isinstance(data, str) or not data:
            self.fail("invalid", example=" or ".join([*(f'{{"{key}": "…"}}' for key in keys), '"…", one alone']))
        found = find(self.model, data, self.context["request"].user)
        if found is None:
            self.fail("unknown", kind=self.model._meta.verbose_name, asked=data)
        return found
