"""Loading the demo's fixtures: any number of times, and never over somebody's work.

Plain `loaddata` overwrites what was edited and brings back what was deleted; this does neither.
"""

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pghistory
from django.apps import apps
from django.core.serializers.python import Deserializer
from django.db import connection, models, transaction

from factbase.history import OWN
from factbase.models import Redirect, Via


def load_fixtures(folder: Path) -> Counter:
    """Load every fixture in `folder` in one transaction.

    Returns how many rows were "created", "updated" (the fixture is newer, nobody else touched the row),
    "unchanged" and "left alone" (edited, deleted or merged since by somebody else, or resting on such a row).
    Raises IntegrityError where a rule of the database is broken.
    """
    # A row may stand in several fixtures, so that each can be loaded alone.
    rows = {
        (row["model"], row["pk"]): row
        for path in sorted(folder.glob("*.json"))
        for row in json.loads(path.read_text("utf-8"))
    }
    resolve_natural_keys(rows.values())
    by_model: dict[type[models.Model], list[models.Model]] = {}
    for item in Deserializer(rows.values()):
        by_model.setdefault(type(item.object), []).append(item.object)

    counts, gone = Counter(), set()
    with transaction.atomic(), pghistory.context(via=Via.FIXTURE.value):
        for model, objects in by_model.items():
            load_model(model, objects, counts, gone)
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    return counts


def load_model(model: type[models.Model], objects: list[models.Model], counts: Counter, gone: set) -> None:
    """Load the rows of one model; `gone` gathers the ids of rows that are not to come back."""
    present = model._default_manager.in_bulk([obj.pk for obj in objects])
    touched = touched_by_others(model, [obj.pk for obj in objects])
    fields = [f for f in model._meta.local_concrete_fields if not f.generated and f.name not in (*OWN, "last_login")]
    new = []
    for obj in objects:
        old = present.get(obj.pk)
        if obj.pk in touched or gone.intersection(getattr(obj, f.attname) for f in fields if f.is_relation):
            counts["left alone"] += 1
            if old is None:
                gone.add(obj.pk)
        elif old is None:
            new.append(obj)
        elif changed := [f.name for f in fields if getattr(old, f.attname) != getattr(obj, f.attname)]:
            obj.save_base(raw=True, force_update=True, update_fields=changed)
            counts["updated"] += 1
        else:
            counts["unchanged"] += 1
    counts["created"] += len(model._default_manager.bulk_create(new))


def touched_by_others(model: type[models.Model], pks: list) -> set:
    """Ids of rows that were edited, deleted or merged by anyone but the fixtures."""
    events = apps.get_model(model._meta.app_label, f"{model.__name__}Event").objects.filter(pgh_obj_id__in=pks)
    others = events.exclude(pgh_context__via=Via.FIXTURE.value) | events.filter(pgh_context=None)
    merged = Redirect.objects.filter(kind=model._meta.model_name, key__in=[str(pk) for pk in pks])
    by_text = {str(pk): pk for pk in pks}
    return set(others.values_list("pgh_obj_id", flat=True)) | {
        by_text[key] for key in merged.values_list("key", flat=True)
    }


def resolve_natural_keys(rows: Iterable[dict]) -> None:
    """Put ids where rows name each other by slug, so that a slug changed since does no harm."""
    named = {}
    for row in rows:
        key = row["fields"].get("slug") or row["fields"].get("username")
        if key:
            named[row["model"], key] = row["pk"]
    for row in rows:
        for field in apps.get_model(row["model"])._meta.local_concrete_fields:
            value = row["fields"].get(field.name)
            if field.is_relation and isinstance(value, list):
                row["fields"][field.name] = named.get((field.related_model._meta.label_lower, value[0]), value)
