"""Rules that many models have, and from a breach of any rule to words for people."""

from django.apps import apps
from django.db import DataError, IntegrityError, models
from django.db.models import Q
from django.utils.functional import lazy
from django.utils.translation import gettext

from factbase.history import OWN
from factbase.triggers import translated

UNIQUE_VIOLATION, FOREIGN_KEY_VIOLATION, NOT_NULL_VIOLATION = "23505", "23503", "23502"


def known_choices(model: type[models.Model]) -> type[models.Model]:
    """Class decorator: the database too accepts none but the choices of each field, or nothing where it may be blank.

    The constraint of `kind` of Claim is `claim_kind_known`.
    """
    for field in model._meta.local_concrete_fields:
        if field.choices and field.name not in OWN:
            words = [value for value, _ in field.flatchoices if value]
            model._meta.constraints.append(
                models.CheckConstraint(
                    condition=Q(**{f"{field.name}__in": [*words, *([""] if field.blank else [])]}),
                    name=f"{model._meta.model_name}_{field.name}_known",
                    violation_error_message=one_of(field, words),
                )
            )
    model._meta.original_attrs["constraints"] = model._meta.constraints  # what migrations look at
    return model


def _one_of(field: models.Field, words: list[str]) -> str:
    return gettext("The %(field)s is one of %(words)s.") % {"field": field.verbose_name, "words": ", ".join(words)}


one_of = lazy(_one_of, str)  # Said in the language of who reads it.


def some_days(model: str, field: str, message: str):
    """A constraint: the range, where there is one, has a day in it, and an end on at least one side."""
    known = Q(**{f"{field}__isempty": False}) & ~Q(**{f"{field}__lower_inf": True, f"{field}__upper_inf": True})
    return models.CheckConstraint(
        condition=Q(**{field: None}) | known, name=f"{model}_{field}_not_empty", violation_error_message=message
    )


def explain(error: IntegrityError | DataError) -> str:
    """The message of the named constraint that was breached, whichever door the write came through."""
    diagnosis = getattr(error.__cause__, "diag", None)
    if diagnosis is None:
        return str(error)
    name = diagnosis.constraint_name
    for model in apps.get_models():
        for constraint in model._meta.constraints:
            if constraint.name == name:
                return str(constraint.violation_error_message)
    table, column = diagnosis.table_name, diagnosis.column_name
    if diagnosis.sqlstate == UNIQUE_VIOLATION:
        said = gettext("There is such a record already (%(detail)s).")
        return said % {"detail": diagnosis.message_detail or name}
    if diagnosis.sqlstate == FOREIGN_KEY_VIOLATION:
        said = gettext("A record that this one needs is missing, or others need this one (%(detail)s).")
        return said % {"detail": diagnosis.message_detail or name}
    if diagnosis.sqlstate == NOT_NULL_VIOLATION:
        return gettext("%(column)s of %(table)s is missing: fill it in.") % {"column": column, "table": table}
    # A trigger of ours (see factbase.triggers.refuse) brings its own message.
    return translated(diagnosis.message_primary)


def is_conflict(error: IntegrityError | DataError) -> bool:
    """True where another record stands in the way (409), rather than the value itself being wrong (400)."""
    diagnosis = getattr(error.__cause__, "diag", None)
    return diagnosis is not None and diagnosis.sqlstate == UNIQUE_VIOLATION
