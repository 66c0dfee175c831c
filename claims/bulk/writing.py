"""From the staged rows into the tables, by set, constraints and triggers on."""

from collections import Counter
from collections.abc import Callable

from claims.bulk.naming import LISTED, UNPUBLISHED
from claims.bulk.present import IN_ORDER, claim_of, columns, compared, gone, listed_states
from claims.bulk.references import GOOD
from claims.bulk.shapes import (
    CITATION,
    CLAIM,
    NAMED,
    NOTICE,
    PARTS,
    REFERENTS,
    REVIEW,
    ROLE,
    SHAPES,
    SNAPSHOT,
    SOURCE,
    Shape,
)
from claims.bulk.staging import execute, quoted, rows

BATCH = 20_000  # Claims that one statement inserts: the triggers hold as many rows in memory.
FIRST_BATCH = 1_000  # Of an empty database nothing is known: after these it is.
STATES = {"new": "created", "same": "unchanged", "changed": "changed", "left": "left alone"}


def insert(shape: Shape, where: str, extra: dict[str, str] | None = None, distinct: str = "") -> int:
    """INSERT … SELECT of staged rows `s`; `extra` gives columns that are not staged."""
    names = [f.column for f in shape.fields]
    values = [f's."{name}"' for name in names]
    for name, value in (extra or {}).items():
        names.append(name)
        values.append(value)
    chosen = f"SELECT {distinct} {', '.join(values)} FROM {shape.stage} s {where}"
    return execute(f"INSERT INTO {shape.table} ({quoted(names)}) {chosen}")


def write_referents(*, update: bool) -> Counter:
    """Records that claims rest on: those of the file's own rows, and those named in a claim that is taken."""
    counts = Counter()
    # Each after those that name it: what only a rejected claim names is not made.
    for shape in (SOURCE, ROLE, *NAMED.values()):
        named = " UNION ALL ".join(
            f"SELECT u.{name}_id FROM {other.stage} u WHERE u.{name}_id IS NOT NULL AND {taken(other, shape)}"
            for other in SHAPES
            for name, model in other.references.items()
            if model is shape.model
        )
        execute(
            f"""
            CREATE TEMP TABLE new_{shape.name} ON COMMIT DROP AS
            SELECT DISTINCT ON (s.id) s.id, s.ctid AS row FROM {shape.stage} s
            WHERE s.id IS NOT NULL AND NOT EXISTS (SELECT FROM {shape.table} d WHERE d.id = s.id)
              AND (s.rank <> {LISTED} OR {GOOD.format("s")})
              AND ((s.rank = {LISTED} AND {GOOD.format("s")}) OR s.id IN ({named}))
            ORDER BY s.id, s.rank, s.n
            """
        )
        if shape is not ROLE:
            listed_states(shape, update=update)
            update_listed(shape, counts)
    # References are checked when the transaction ends, so their order does not matter.
    for shape in (*REFERENTS.values(), ROLE):
        count = insert(shape, f"JOIN new_{shape.name} new ON new.row = s.ctid ORDER BY s.id")
        counts[shape.name, "created"] += count
    write_notices(counts)
    write_snapshots(counts)
    mend_roles(counts)
    return counts


def taken(other: Shape, shape: Shape) -> str:
    """Whether a staged row `u` of `other`, which names a record of `shape`, is written itself."""
    good = GOOD.format("u")
    if other not in (*REFERENTS.values(), ROLE):
        return good
    if other is shape:
        return f"(u.rank <> {LISTED} OR {good})"
    return f"(u.rank = {LISTED} AND {good} OR u.ctid IN (SELECT row FROM new_{other.name}))"


def update_listed(shape: Shape, counts: Counter) -> None:
    sets = ", ".join(f'"{name}" = s."{name}"' for name in compared(shape))
    execute(
        f"UPDATE {shape.table} d SET {sets} FROM {shape.stage} s JOIN listed_{shape.name} l USING (id, n)"
        f" WHERE d.id = s.id AND s.rank = {LISTED} AND l.state = 'changed'"
    )
    for state, count in rows(f"SELECT state, count(*) FROM listed_{shape.name} GROUP BY state"):
        counts[shape.name, STATES[state]] += count


def write_notices(counts: Counter) -> None:
    counts["notice", "created"] += insert(
        NOTICE,
        f"""
        WHERE s.source_id IS NOT NULL AND {GOOD.format("s")}
          AND EXISTS (SELECT FROM sources_source d WHERE d.id = s.source_id)
          AND NOT EXISTS (
            SELECT FROM sources_notice d WHERE d.source_id = s.source_id AND d.kind = s.kind
            AND d.dated_on IS NOT DISTINCT FROM s.dated_on AND d.summary = s.summary
          )
        ORDER BY s.source_id, s.kind, s.dated_on, s.summary, s.n
        """,
        distinct="DISTINCT ON (s.source_id, s.kind, s.dated_on, s.summary)",
    )


def write_snapshots(counts: Counter) -> None:
    """A text that the source has already is not kept again."""
    counts["snapshot", "created"] += insert(
        SNAPSHOT,
        f"""
        WHERE s.source_id IS NOT NULL AND {GOOD.format("s")}
          AND EXISTS (SELECT FROM sources_source d WHERE d.id = s.source_id)
          AND NOT EXISTS (SELECT FROM sources_snapshot d WHERE d.source_id = s.source_id AND d.sha256 = s.sha256)
        ORDER BY s.source_id, s.sha256, s.n
        """,
        {"original": "''"},
        distinct="DISTINCT ON (s.source_id, s.sha256)",
    )


def mend_roles(counts: Counter) -> None:
    """A role of an import whose end is told now."""
    counts["role", "changed"] += execute(
        f"""
        UPDATE claims_role d SET held = s.held FROM stage_role s
        WHERE d.id = s.id AND s.rank = {LISTED} AND s.silent IS NULL AND d.held IS DISTINCT FROM s.held
          AND d.created_via = 'import' AND {GOOD.format("s")}
          AND NOT EXISTS (SELECT FROM new_role n WHERE n.id = d.id)
          AND NOT EXISTS (
            SELECT FROM claims_roleevent e
            WHERE e.pgh_obj_id = d.id AND (e.pgh_context ->> 'via') IS DISTINCT FROM 'import'
          )
        """
    )


def write_changed() -> None:
    """Claims that are here and differ: what the file no longer has goes, what differs is changed, what is new comes."""
    if not rows("SELECT EXISTS (SELECT FROM stage_state WHERE state = 'changed')")[0][0]:
        return
    for shape in PARTS.values():
        execute(
            f"""
            DELETE FROM {shape.table} d USING stage_state x JOIN stage_claim c ON c.id = x.id AND c.n = x.n
            WHERE x.state = 'changed' AND x.id = {claim_of(shape, "d")} AND {gone(shape)}
            """
        )
    for shape in (CLAIM, *IN_ORDER):
        claim = "s.id" if shape is CLAIM else claim_of(shape, "s", "stage")
        sets = [f'"{name}" = s."{name}"' for name in compared(shape)]
        if shape is CITATION:
            # Other words stand elsewhere.
            sets += [
                f'"{name}" = CASE WHEN s.quote = d.quote AND s.source_id = d.source_id THEN d."{name}" ELSE {value} END'
                for name, value in NOT_ANCHORED.items()
            ]
        execute(
            f"""
            UPDATE {shape.table} d SET {", ".join(sets)} FROM {shape.stage} s JOIN stage_state x ON x.id = {claim}
            WHERE d.id = s.id AND x.state = 'changed'
              AND ({columns(shape, "s")}) IS DISTINCT FROM ({columns(shape, "d")})
            """
        )
    for shape in IN_ORDER:
        claim = claim_of(shape, "s", "stage")
        insert(
            shape,
            f"JOIN stage_state x ON x.id = {claim} AND x.state = 'changed'"
            f" WHERE NOT EXISTS (SELECT FROM {shape.table} d WHERE d.id = s.id)",
        )


NOT_ANCHORED = {
    "snapshot_id": "s.snapshot_id",
    "start": "s.start",
    "end": 's."end"',
    "anchor": "s.anchor",
    "prefix": "s.prefix",
    "suffix": "s.suffix",
}


def write_new(*, by: object | None, publish: bool, progress: Callable[[int, int], None]) -> None:
    """New claims, so many at a time. Parts go before their claim: so its search text is written once, and its
    version stays 1."""
    account = f"'{by.pk}'::uuid" if by else "NULL::uuid"
    public = "s.status IN ('published', 'withdrawn')"
    states = {
        "published_at": f"CASE WHEN {public} THEN now() END",
        "published_by_id": f"CASE WHEN {public} THEN {account} END",
        "submitted_by_id": f"CASE WHEN s.status = 'in_review' THEN {account} END",
        "returned_note": "''",
    }
    of_review = {}
    if publish:
        # Of a claim that waits for a second pair of eyes, so do they.
        shown = (
            f"s.key IS DISTINCT FROM '{UNPUBLISHED}'"
            " AND s.claim_id IN (SELECT c.id FROM stage_claim c WHERE c.n = s.n AND NOT c.sensitive)"
        )
        of_review = {
            "published_at": f"CASE WHEN {shown} THEN now() END",
            "published_by_id": f"CASE WHEN {shown} THEN {account} END",
        }
    execute(
        "CREATE TEMP TABLE stage_new ON COMMIT DROP AS"
        " SELECT n, row_number() OVER (ORDER BY n) AS number FROM stage_state WHERE state = 'new'"
    )
    total = rows("SELECT count(*) FROM stage_new")[0][0]
    execute("CREATE INDEX ON stage_new (number); ANALYZE stage_new")
    first, counted = 1, 0
    while first <= total:
        last = min(first + (BATCH if counted else FIRST_BATCH) - 1, total)
        where = f"JOIN stage_new new ON new.n = s.n WHERE new.number BETWEEN {first} AND {last}"
        for shape in reversed(PARTS.values()):
            insert(shape, where, of_review if shape is REVIEW else None)
        insert(CLAIM, f"{where} ORDER BY s.id", states)
        if last >= 4 * counted and total >= FIRST_BATCH:
            # The tables have grown out of all that the database knows about them.
            counted = last
            analyze()
        progress(last - first + 1, total)
        first = last + 1


def analyze() -> None:
    for shape in (CLAIM, *PARTS.values()):
        execute(f"ANALYZE {shape.table}")
    execute("ANALYZE claims_claimsearch")


def count_claims(counts: Counter) -> None:
    for state, count in rows("SELECT state, count(*) FROM stage_state GROUP BY state"):
        counts["claim", STATES[state]] += count
