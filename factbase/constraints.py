"""From a breach of a rule in the database to words for people."""

from django.apps import apps
from django.db import DataError, IntegrityError

UNIQUE_VIOLATION, FOREIGN_KEY_VIOLATION, NOT_NULL_VIOLATION = "23505", "23503", "23502"


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
        return f"There is such a record already ({diagnosis.message_detail or name})."
    if diagnosis.sqlstate == FOREIGN_KEY_VIOLATION:
        return f"A record that this one needs is missing, or others need this one ({diagnosis.message_detail or name})."
    if diagnosis.sqlstate == NOT_NULL_VIOLATION:
        return f"{column} of {table} is missing: fill it in."
    # A trigger of ours (see factbase.triggers.refuse) brings its own message.
    return diagnosis.message_primary


def is_conflict(error: IntegrityError | DataError) -> bool:
    """True where another record stands in the way (409), rather than the value itself being wrong (400)."""
    diagnosis = getattr(error.__cause__, "diag", None)
    return diagnosis is not None and diagnosis.sqlstate == UNIQUE_VIOLATION
