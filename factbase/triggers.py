"""The triggers that more than one model needs (django-pgtrigger), declared in `Meta.triggers`."""

import re
from itertools import chain

import pgtrigger
from django.utils.translation import gettext

from factbase.history import NO_CHANGE, OWN


class Stamp(pgtrigger.Trigger):
    """The database owns `version` and the times.

    An update that changes nothing raises nothing. One that changes something raises the version once a
    transaction, and `version = version + 1` alone does too: so a changed part marks its whole.
    """

    name = "stamp"
    when = pgtrigger.Before
    operation = pgtrigger.Update

    def get_func(self, model):
        fields = model._meta.local_concrete_fields
        # A BEFORE trigger sees generated columns empty, so they cannot be compared.
        own = [f.column for f in fields if f.generated or f.name in (*OWN, *NO_CHANGE)]
        own_columns = ", ".join(f"'{column}'" for column in own)
        return f"""
            NEW.created_at := OLD.created_at;
            NEW.created_by_id := OLD.created_by_id;
            NEW.created_via := OLD.created_via;
            IF NEW.version = OLD.version + 1
               OR to_jsonb(NEW) - ARRAY[{own_columns}] <> to_jsonb(OLD) - ARRAY[{own_columns}]
            THEN
                NEW.version := OLD.version + (OLD.updated_at <> now())::int;
                NEW.updated_at := now();
            ELSE
                NEW.version := OLD.version;
                NEW.updated_at := OLD.updated_at;
            END IF;
            RETURN NEW;
        """


BELOW_ITSELF = "'%' cannot stand below itself: choose another."
said = [BELOW_ITSELF]  # All that triggers say to people, a % for each value: it is translated where it is read.


class Wrote(pgtrigger.Trigger):
    """Notes that this transaction wrote a record: by these notes answers are told apart (factbase.api.conditional)."""

    name = "wrote"
    when = pgtrigger.After
    level = pgtrigger.Statement
    operation = pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete
    func = "PERFORM factbase_note_write(); RETURN NULL;"


class NoCycle(pgtrigger.Trigger):
    """A tree stays a tree: no record is its own ancestor through `parent`.

    Only a record with a parent can close a circle; others wait for nobody's lock.
    """

    name = "no_cycle"
    when = pgtrigger.After
    operation = pgtrigger.Insert | pgtrigger.UpdateOf("parent_id")
    condition = pgtrigger.Q(new__parent__isnull=False)

    def get_func(self, model):
        table, name = model._meta.db_table, model._meta.model_name
        refusal = refuse(f"{name}_parent_no_cycle", BELOW_ITSELF, "NEW.name")
        return f"""
            PERFORM pg_advisory_xact_lock(TG_RELID::bigint);  -- two at once could close a circle unseen
            IF EXISTS (
                WITH RECURSIVE up(id) AS (
                    SELECT NEW.parent_id
                    UNION SELECT t.parent_id FROM {table} t JOIN up ON t.id = up.id
                ) SELECT FROM up WHERE id = NEW.id
            ) THEN
                {refusal}
            END IF;
            RETURN NULL;
        """


def translated(message: str) -> str:
    """What a trigger said, with its values, in the language of who reads it."""
    for known in said:
        pattern = "(.*)".join(map(re.escape, known.split("%")))
        if match := re.fullmatch(pattern, message, re.DOTALL):
            between = gettext(known).split("%")
            return "".join(chain.from_iterable(zip(between, (*match.groups(), ""), strict=True)))
    return message


def refuse(constraint: str, message: str, *values: str) -> str:
    """PL/pgSQL that fails like a named CHECK constraint, with `message` for people (a % for each value)."""
    if message not in said:
        said.append(message)
    arguments = "".join(f", {value}" for value in values)
    quoted = message.replace("'", "''")
    return f"RAISE '{quoted}'{arguments} USING ERRCODE = 'check_violation', CONSTRAINT = '{constraint}';"


def checked_at_commit(name: str, operation, func: str, **kwargs) -> pgtrigger.Trigger:
    """A rule that spans rows: a constraint trigger, checked when the transaction ends (or when told to be)."""
    return pgtrigger.Trigger(
        name=name,
        when=pgtrigger.After,
        operation=operation,
        timing=pgtrigger.Deferred,
        func=f"{func} RETURN NULL;",
        **kwargs,
    )


REALLY_CHANGED = """(
    (SELECT * FROM before_change EXCEPT ALL SELECT * FROM after_change)
    UNION ALL (SELECT * FROM after_change EXCEPT ALL SELECT * FROM before_change)
)"""


def after_each(name: str, func: str) -> list[pgtrigger.Trigger]:
    """Three statement triggers that run `func` over the changed rows, as the table `changed`.

    One run a statement, so that loading a million rows costs one run and not a million. An update's old
    rows are in it too, as a moved part changes both its wholes; rows that it left as they were are not.
    """
    body = f"{func} RETURN NULL;"
    common = {"level": pgtrigger.Statement, "when": pgtrigger.After}
    return [
        pgtrigger.Trigger(
            name=f"{name}_insert",
            operation=pgtrigger.Insert,
            referencing=pgtrigger.Referencing(new="changed"),
            func=body,
            **common,
        ),
        pgtrigger.Trigger(
            name=f"{name}_update",
            operation=pgtrigger.Update,
            referencing=pgtrigger.Referencing(old="before_change", new="after_change"),
            func=body.replace("FROM changed", f"FROM {REALLY_CHANGED} changed"),
            **common,
        ),
        pgtrigger.Trigger(
            name=f"{name}_delete",
            operation=pgtrigger.Delete,
            referencing=pgtrigger.Referencing(old="changed"),
            func=body,
            **common,
        ),
    ]
