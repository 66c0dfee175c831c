"""Temporary tables like the real ones, filled by COPY. They are gone with the transaction, however it ends."""

import json
from collections.abc import Iterable
from contextlib import contextmanager
from uuid import uuid4

from django.db import connection

from claims.bulk.shapes import SHAPES, Shape
from factbase.models import User, Via

LINES = 2_000  # Records that Python holds before it hands them on.


@contextmanager
def statements():
    """psycopg's own cursor: what Django and pghistory put around statements, a parameter here and there and a first
    statement more, is in the way of a % and of a count of rows."""
    with connection.wrap_database_errors, connection.connection.cursor() as cursor:
        yield cursor


def execute(sql: str, params: tuple | None = None) -> int:
    """Runs one statement, and says how many rows it met. A % in it stands doubled where there are `params`."""
    with statements() as cursor:
        return cursor.execute(sql, params).rowcount


def rows(sql: str, params: tuple | None = None) -> list[tuple]:
    with statements() as cursor:
        return cursor.execute(sql, params).fetchall()


def say_who(by: User | None) -> None:
    """Whose work this transaction is, as `created_by`, `created_via` and history read it (factbase.models.Context)."""
    metadata = {"via": Via.IMPORT.value, **({"user": str(by.pk)} if by else {})}
    execute(
        "SELECT set_config('pghistory.context_id', %s, true), set_config('pghistory.context_metadata', %s, true)",
        (str(uuid4()), json.dumps(metadata)),
    )
    # Each trigger asks pgtrigger whether it is to be left out. While nothing is set, the question fails within a
    # subtransaction, whose end goes through all that waits for the commit: for a million rows, hours.
    execute("SELECT set_config('pgtrigger.ignore', '{}', true)")


def quoted(names: Iterable[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def drop_tables() -> None:
    """What an import before this one left in the same transaction."""
    left = rows("SELECT relname FROM pg_class WHERE relnamespace = pg_my_temp_schema() AND relkind = 'r'")
    for (name,) in left:
        if name.startswith(("stage_", "ref_", "new_", "listed_")):
            execute(f'DROP TABLE pg_temp."{name}"')


def create_tables() -> None:
    """One for each shape: the real table's columns, generated ones too, and

    n        the row of the file               rank    see records.py
    key      by which others name it           item    its place in the list that it is from
    silent   the columns that nothing is said about
    x_key    for each reference x_id: how the file names it
    """
    # As large as work needs to be held in memory while sets are compared, given back at the end.
    execute("SET LOCAL work_mem = '64MB'")
    for shape in SHAPES:
        execute(f"CREATE TEMP TABLE {shape.stage} (LIKE {shape.table} INCLUDING GENERATED) ON COMMIT DROP")
        left = [f.column for f in shape.model._meta.local_concrete_fields if not f.generated]
        changes = [f'ALTER "{column}" DROP NOT NULL' for column in left]
        changes += ["ADD n bigint", "ADD key text", "ADD rank smallint", "ADD item smallint", "ADD silent text[]"]
        changes += [f"ADD {column} text" for column in shape.copied if column.endswith("_key")]
        execute(f"ALTER TABLE {shape.stage} {', '.join(changes)}")
        # While it is empty: an index over rows that were updated before in the same transaction is not used in it.
        execute(f"CREATE INDEX ON {shape.stage} (n)")
    execute(
        'CREATE TEMP TABLE stage_reject (n bigint, "column" text, value text, reason text) ON COMMIT DROP;'
        "CREATE TEMP TABLE stage_bad (n bigint PRIMARY KEY) ON COMMIT DROP"
    )


def copy_rows(staged: dict[Shape, list[list]]) -> None:
    """Empties `staged` into the tables."""
    with statements() as cursor:
        for shape, found in staged.items():
            columns = quoted(["n", "key", "rank", "item", "silent", *shape.copied])
            with cursor.copy(f"COPY {shape.stage} ({columns}) FROM STDIN") as copy:
                for row in found:
                    copy.write_row(row)
    staged.clear()


def reject(found: list[tuple[int, str, str, str]]) -> None:
    """Each (row, column, value, reason)."""
    if found:
        with statements() as cursor:
            with cursor.copy('COPY stage_reject (n, "column", value, reason) FROM STDIN') as copy:
                for row in found:
                    copy.write_row(row)
            cursor.execute("INSERT INTO stage_bad SELECT n FROM stage_reject ON CONFLICT DO NOTHING")


def reject_where(sql: str, params: tuple | None = None) -> int:
    """Rejects what a SELECT of (n, column, value, reason) finds, and says how many rows of it there were."""
    count = execute(f"INSERT INTO stage_reject {sql}", params)
    if count:
        execute("INSERT INTO stage_bad SELECT n FROM stage_reject ON CONFLICT DO NOTHING")
    return count


def finish_staging() -> None:
    """Before the rows are worked on."""
    # It takes long to compute, at each update anew.
    execute("ALTER TABLE stage_source ALTER url_key DROP EXPRESSION")
    analyze()


def analyze() -> None:
    """What is staged is counted, so that the database knows how to join it."""
    for shape in SHAPES:
        execute(f"ANALYZE {shape.stage}")
