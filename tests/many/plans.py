"""How the database carries out what the API asks of it: each statement of an answer, with its plan and what it took."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from django.db import connection

LARGE = 2_000  # rows of a table that is not read as a whole; one of fewer lies on a few pages
SORTED = 1_000  # rows that are sorted at most; PostgreSQL's "top-N heapsort" sorts all that it is given too
READ = ("SELECT", "WITH")


class Asked(NamedTuple):
    sql: str
    plan: dict


@contextmanager
def asking() -> Iterator[list[Asked]]:
    """Collects the statements that read, each with its plan, with the settings under which it is carried out."""
    found: list[Asked] = []

    def note(execute, sql, params, many, context):
        if sql.lstrip(" (").upper().startswith(READ):
            found.append(Asked(sql, plan_of(sql, params)))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        yield found


def plan_of(sql: str, params) -> dict:
    """The plan with what each step took, as EXPLAIN (ANALYZE, FORMAT JSON) gives it."""
    with connection.connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) {sql}", params)
        return cursor.fetchone()[0][0]["Plan"]


def steps(plan: dict) -> Iterator[dict]:
    yield plan
    for inner in plan.get("Plans", []):
        yield from steps(inner)


def rows_out(step: dict) -> float:
    return step["Actual Rows"] * step["Actual Loops"]


def read(step: dict) -> float:
    """Rows that a scan looked at; it may stop at the first that it wants."""
    return (step["Actual Rows"] + step.get("Rows Removed by Filter", 0)) * step["Actual Loops"]


def sorted_rows(step: dict) -> float:
    """What a sort was given."""
    return rows_out(step["Plans"][0]) / max(step["Actual Loops"], 1)


def sizes() -> dict[str, float]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT relname, reltuples FROM pg_class WHERE relkind = 'r'")
        return dict(cursor.fetchall())


def faults(plan: dict, large: dict[str, float], *, sorts: int = SORTED) -> list[str]:
    """What is done in it that is not to be done, however much there is."""
    found = []
    for step in steps(plan):
        if step["Node Type"] == "Seq Scan" and large.get(step["Relation Name"], 0) > LARGE and read(step) > LARGE:
            found.append(f"reads {read(step):,.0f} rows of {step['Relation Name']} one after the other")
        if step["Node Type"] in ("Sort", "Incremental Sort") and sorted_rows(step) > sorts:
            found.append(f"sorts {sorted_rows(step):,.0f} rows by {', '.join(step['Sort Key'])[:100]}")
    return found
