"""Saving a claim with its parts: each list of rows that was given takes the place of the one that was there."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import NON_FIELD_ERRORS, PermissionDenied, ValidationError
from django.db import connection
from django.db.models import Model
from rest_framework import serializers
from rest_framework.exceptions import ErrorDetail

from claims import models
from claims.writing import bodies


@dataclass(frozen=True)
class Part:
    """A list of rows in a body.

    `key` tells which row that is there already an item without an id stands for; where it gives None, an item without
    an id is a new row. So what did not change keeps its row and its history.
    """

    name: str
    model: type[Model]
    body: type[bodies.Body] | None
    key: Callable[[Model], Hashable | None]
    owner: str = "claim"
    numbered: bool = False  # Has a position: its place in the list.
    parts: tuple["Part", ...] = ()


ATTRIBUTION = Part(
    "attribution",
    models.Attribution,
    bodies.AttributionBody,
    lambda row: (row.speaker_id, row.label),
    owner="citation",
    numbered=True,
)
PARTS = (
    Part(
        "claimants",
        models.Claimant,
        bodies.ClaimantBody,
        lambda row: (row.basis, row.speaker_id, row.label),
        numbered=True,
    ),
    Part("subjects", models.ClaimSubject, None, lambda row: row.speaker_id),
    Part("topics", models.ClaimTopic, None, lambda row: row.topic_id),
    Part("quantities", models.Quantity, bodies.QuantityBody, lambda row: None),
    Part("citations", models.Citation, bodies.CitationBody, lambda row: None, numbered=True, parts=(ATTRIBUTION,)),
    Part("translations", models.Translation, bodies.TranslationBody, lambda row: row.language.lower()),
    Part("links", models.ClaimLink, bodies.LinkBody, lambda row: (row.to_claim_id, row.kind), owner="from_claim"),
)
NAMED_BY = {"subjects": "speaker", "topics": "topic"}  # Lists whose items are records, not rows.


def save_claim(claim: models.Claim, given: dict, *, by: AbstractBaseUser) -> None:
    """Within a transaction, with the claim locked. Raises DRF's ValidationError with the path of each field that is
    wrong, PermissionDenied where the account may not write a part, IntegrityError for what spans rows."""
    lists = {part: given.pop(part.name) for part in PARTS if part.name in given}
    errors = save_row(claim, given, bodies.ClaimBody)
    if not errors:
        for part, items in lists.items():
            items = [{NAMED_BY[part.name]: item} if part.name in NAMED_BY else item for item in items]
            if found := save_rows(claim, part, items, by):
                errors[part.name] = found
    if errors:
        raise serializers.ValidationError(errors)
    with connection.cursor() as cursor:
        # Rules that wait for the commit speak now, while there is somebody to answer.
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")


def save_rows(owner: Model, part: Part, items: list[dict], by: AbstractBaseUser) -> dict[int, dict]:
    """Errors by the item's place in the list."""
    present = rows_of(owner, part, by)
    errors, rows, keys = {}, [], []
    for place, item in enumerate(items):
        row, error = row_for(owner, part, item, [row for row in present if row not in rows])
        key = None if part.numbered else part.key(row or part.model())
        if error is None and key is not None and key in keys:
            error = ("non_field_errors", "This stands in the list twice: leave one out.")
        if error:
            errors[place] = {error[0]: [ErrorDetail(error[1], code="unknown" if error[0] == "id" else "rule")]}
        rows.append(row)
        keys.append(key)
    if errors:
        return errors
    going = [row for row in present if row not in rows]
    for row in going:
        need(by, "delete", row)
        row.delete()
    for place, (row, item) in enumerate(zip(rows, items, strict=True)):
        lists = {inner: item.pop(inner.name) for inner in part.parts if inner.name in item}
        item = {name: value for name, value in item.items() if name != "id"}
        if part.numbered:
            item["position"] = place
        found = save_row(row, item, part.body, by=by, owner=part.owner)
        for inner, inner_items in lists.items():
            if not found and (wrong := save_rows(row, inner, inner_items, by)):
                found[inner.name] = wrong
        if found:
            errors[place] = found
    return errors


def rows_of(owner: Model, part: Part, by: AbstractBaseUser) -> list[Model]:
    """Those that are there now, as far as the account sees them: a link to a claim that it may not see stays."""
    rows = part.model._default_manager.filter(**{part.owner: owner})
    if part.model is models.ClaimLink:
        rows = rows.filter(to_claim__in=models.Claim.objects.visible_to(by))
    return list(rows)


def row_for(owner: Model, part: Part, item: dict, present: list[Model]) -> tuple[Model | None, tuple | None]:
    """The row that an item stands for, a new one where it is new; or the field that is wrong and why."""
    if "id" in item:
        found = next((row for row in present if row.pk == item["id"]), None)
        if found is None:
            name = part.model._meta.verbose_name
            said = f"This claim has no {name} '{item['id']}', or it stands here twice: leave the id out for a new one."
            return None, ("id", said)
        return found, None
    new = part.model(**{part.owner: owner})
    own = {name: value for name, value in item.items() if name not in {inner.name for inner in part.parts}}
    for name, value in own.items():
        setattr(new, name, value)
    key = part.key(new)
    found = next((row for row in present if key is not None and part.key(row) == key), None)
    return found or new, None


def save_row(row: Model, values: dict, body: type | None, *, by=None, owner: str = "") -> dict:
    """Save what differs; a row that stays as it was is not touched. Errors by field."""
    names = [field.attname for field in row._meta.concrete_fields if not field.generated]
    before = {name: getattr(row, name) for name in names}
    for name, value in values.items():
        setattr(row, name, value)
    new = row._state.adding
    if not new and before == {name: getattr(row, name) for name in names}:
        return {}
    if by is not None:
        need(by, "add" if new else "change", row)
    try:
        # Rows are compared with one another by the database, when all are saved: two may swap their places.
        row.full_clean(exclude={owner, "position", "lead_of"}, validate_unique=False)
    except ValidationError as error:
        return paths(error, getattr(body, "renamed", {}))
    row.save()
    return {}


def need(user: AbstractBaseUser, action: str, row: Model) -> None:
    model = row._meta
    if not user.has_perm(f"{model.app_label}.{action}_{model.model_name}"):
        raise PermissionDenied(
            f"{user} may not {action} a {model.verbose_name}: ask an administrator for the right to."
        )


def paths(error: ValidationError, renamed: dict[str, str]) -> dict[str, list]:
    """Django's errors as DRF has them, by the body's names."""
    return {
        "non_field_errors" if name == NON_FIELD_ERRORS else renamed.get(name, name): [
            ErrorDetail(message, code=one.code or "rule") for one in found for message in one.messages
        ]
        for name, found in error.error_dict.items()
    }
