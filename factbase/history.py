"""History by trigger: the old row of every change is kept, with who made it, why and through which door.

`@recorded` on a model is all it takes. An event row holds the row as it was *before* the change
(`pgh_label` is "update" or "delete"); the present row is the table's own.
"""

import pghistory
from django.db import models

# Changing these alone is no change: the database sets them itself (see triggers.Stamp).
OWN = ("created_at", "created_by", "created_via", "updated_at", "version")
# A sign-in is no change either.
NO_CHANGE = ("last_login",)


def recorded(model: type[models.Model]) -> type[models.Model]:
    """Class decorator: keep the old row at each update that changed something, and at each delete.

    The context (`user`, `via`, `url`) is copied into the event, so that no other table has to be read, and
    none outlives a redaction. Secrets and sign-in times are no part of history.
    """
    left_out = [f.name for f in model._meta.local_concrete_fields if f.generated]
    left_out += [name for name in ("password", *NO_CHANGE) if hasattr(model, name)]
    return pghistory.track(
        pghistory.UpdateEvent(row=pghistory.Old, condition=pghistory.AnyChange(exclude=[*OWN, *left_out])),
        pghistory.DeleteEvent(),
        exclude=left_out,
        context_field=pghistory.ContextJSONField(),
        context_id_field=pghistory.ContextUUIDField(),
        append_only=True,
        model_name=f"{model.__name__}Event",
    )(model)
