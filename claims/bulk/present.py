"""What the file says of records that are here already: the same, something else, or not the file's to say.

`stage_state` has each claim of the file with its state: new, same, changed or left. A record is changed only where it
came by an import and nobody else has worked on it since; `update` changes it all the same. A claim that was withdrawn,
merged or deleted is always left alone.
"""

from claims.bulk.naming import LISTED, NEW_ID
from claims.bulk.references import GOOD
from claims.bulk.shapes import (
    ATTRIBUTION,
    CITATION,
    CLAIM,
    CLAIM_TOPIC,
    CLAIMANT,
    EVIDENCE,
    LINK,
    PARTS,
    QUANTITY,
    REVIEW,
    SUBJECT,
    TRANSLATION,
    Shape,
)
from claims.bulk.staging import execute, rows
from factbase.models import Via

# Where a quote stands in a snapshot is found here, by machine, long after it was loaded.
ANCHORING = ("snapshot_id", "start", "end", "anchor", "prefix", "suffix")
# By these an item without an id is known again: the first that has them all the same.
KEYS = {
    CLAIMANT: "basis speaker_id label",
    SUBJECT: "speaker_id",
    CLAIM_TOPIC: "topic_id",
    QUANTITY: "as_written value unit",
    CITATION: "source_id quote locator",
    TRANSLATION: "language",
    LINK: "to_claim_id kind",
    REVIEW: "source_id label",
    ATTRIBUTION: "speaker_id label",
    EVIDENCE: "citation_id",
}
# Parts before what they are part of: an attribution is known by its citation's id.
IN_ORDER = (CITATION, REVIEW, CLAIMANT, SUBJECT, CLAIM_TOPIC, QUANTITY, TRANSLATION, LINK, ATTRIBUTION, EVIDENCE)
LIST_OF = {shape: name for name, shape in PARTS.items()} | {ATTRIBUTION: "citations", EVIDENCE: "reviews"}


def owner_of(shape: Shape) -> str:
    return next(f"{name}_id" for name in ("claim", "from_claim", "citation", "review") if name in shape.references)


def claim_of(shape: Shape, row: str, table: str = "table") -> str:
    """SQL: the claim that a row is a part of."""
    if shape in (ATTRIBUTION, EVIDENCE):
        owner = {ATTRIBUTION: CITATION, EVIDENCE: REVIEW}[shape]
        own = getattr(owner, table)
        return f"(SELECT o.claim_id FROM {own} o WHERE o.id = {row}.{owner_of(shape)})"
    return f"{row}.{owner_of(shape)}"


def compared(shape: Shape) -> list[str]:
    left = {"id", "status", "withdrawn_kind", "withdrawn_reason", *(ANCHORING if shape is CITATION else ())}
    return [f.column for f in shape.fields if f.column not in left]


def columns(shape: Shape, row: str) -> str:
    return ", ".join(f'{row}."{column}"' for column in compared(shape))


def recognise() -> bool:
    """Gives items without an id that of the row that they stand for, and fills in what the file does not say.

    False where the file has no claim that is here."""
    execute(
        "CREATE TEMP TABLE stage_here ON COMMIT DROP AS"
        " SELECT c.id, c.n FROM stage_claim c JOIN claims_claim d USING (id)"
    )
    execute("CREATE UNIQUE INDEX ON stage_here (id, n); ANALYZE stage_here")
    for shape in (CLAIM, *IN_ORDER):
        if shape is CLAIM:
            any_here = fill_silent(shape) > 0 or rows("SELECT EXISTS (SELECT FROM stage_here)")[0][0]
            if not any_here:
                return False
        else:
            recognise_parts(shape)
            fill_silent(shape)
    return True


def recognise_parts(shape: Shape) -> None:
    owner, keys = owner_of(shape), KEYS[shape].split()
    key = " || chr(31) || ".join(f"COALESCE({{0}}.\"{name}\"::text, '')" for name in keys)
    place = "position, id" if "position" in shape.defaults else "id"
    here = "IN (SELECT id FROM stage_here)"
    if shape in (ATTRIBUTION, EVIDENCE):
        here = f"IN (SELECT id FROM {({ATTRIBUTION: CITATION, EVIDENCE: REVIEW}[shape]).table})"
    # Those that have the same key, in order; then those left over, in order.
    for number, by in enumerate((key, "''")):
        taken = f"SELECT id FROM {shape.stage}" if number else f"SELECT id FROM {shape.stage} WHERE rank <> {NEW_ID}"
        execute(
            f"""
            CREATE TEMP TABLE stage_known ON COMMIT DROP AS
            WITH staged AS (
                SELECT s.id, s.{owner} AS owner, {by.format("s")} AS key,
                       row_number() OVER (PARTITION BY s.{owner}, {by.format("s")} ORDER BY s.item) AS place
                FROM {shape.stage} s WHERE s.rank = {NEW_ID} AND s.{owner} {here}
            ), known AS (
                SELECT d.id, d.{owner} AS owner, {by.format("d")} AS key,
                       row_number() OVER (PARTITION BY d.{owner}, {by.format("d")} ORDER BY {place}) AS place
                FROM {shape.table} d
                WHERE d.{owner} IN (SELECT {owner} FROM {shape.stage}) AND d.id NOT IN ({taken})
            )
            SELECT staged.id AS minted, known.id FROM staged JOIN known USING (owner, key, place)
            """
        )
        execute(f"UPDATE {shape.stage} s SET id = k.id, rank = 2 FROM stage_known k WHERE k.minted = s.id")
        for part, column in ((ATTRIBUTION, "citation_id"), (EVIDENCE, "review_id")):
            if shape is {"citation_id": CITATION, "review_id": REVIEW}[column]:
                execute(f"UPDATE {part.stage} s SET {column} = k.id FROM stage_known k WHERE k.minted = s.{column}")
        execute("DROP TABLE stage_known")


def fill_silent(shape: Shape) -> int:
    """Columns that the file says nothing about stay as they are."""
    sets = ", ".join(
        f'"{f.column}" = CASE WHEN \'{f.column}\' = ANY (s.silent) THEN d."{f.column}" ELSE s."{f.column}" END'
        for f in shape.fields
        if not f.primary_key
    )
    return execute(f"UPDATE {shape.stage} s SET {sets} FROM {shape.table} d WHERE d.id = s.id AND s.silent IS NOT NULL")


def compare(*, update: bool, may_change_public: bool) -> None:
    """Fills `stage_state`."""
    execute(
        f"""
        CREATE TEMP TABLE stage_state ON COMMIT DROP AS
        SELECT c.n, c.id, CASE
            WHEN d.id IS NOT NULL THEN 'same'
            WHEN gone.key IS NOT NULL OR EXISTS (
                SELECT FROM claims_claimevent e WHERE e.pgh_obj_id = c.id AND e.pgh_label = 'delete'
            ) THEN 'left'
            ELSE 'new' END AS state,
            CASE WHEN d.id IS NULL THEN CASE WHEN gone.key IS NOT NULL THEN 'merged' ELSE 'deleted' END END AS why
        FROM stage_claim c LEFT JOIN claims_claim d USING (id)
        LEFT JOIN factbase_redirect gone ON gone.kind = 'claim' AND gone.key = c.id::text
        WHERE {GOOD.format("c")}
        """
    )
    execute("CREATE UNIQUE INDEX ON stage_state (id); ANALYZE stage_state")
    execute("UPDATE stage_state SET why = NULL WHERE state <> 'left'")
    for shape in (CLAIM, *IN_ORDER):
        mark_changed(shape)
    leave_alone(update=update, may_change_public=may_change_public)


def mark_changed(shape: Shape) -> None:
    claim = "s.id" if shape is CLAIM else claim_of(shape, "s", "stage")
    differs = f"({columns(shape, 's')}) IS DISTINCT FROM ({columns(shape, 'd')})"
    execute(
        f"""
        UPDATE stage_state x SET state = 'changed' FROM {shape.stage} s LEFT JOIN {shape.table} d ON d.id = s.id
        WHERE x.id = {claim} AND x.state = 'same' AND (d.id IS NULL OR {differs})
        """
    )
    if shape is not CLAIM:
        execute(
            f"""
            UPDATE stage_state x SET state = 'changed' FROM {shape.table} d, stage_claim c
            WHERE c.id = x.id AND x.id = {claim_of(shape, "d")} AND x.state = 'same' AND {gone(shape)}
            """
        )


def gone(shape: Shape) -> str:
    """Of a row `d` of a claim `c`: the file gives the list that it would stand in, and it is not in it."""
    return f"""NOT ('{LIST_OF[shape]}' = ANY (COALESCE(c.silent, '{{}}')))
        AND NOT EXISTS (SELECT FROM {shape.stage} f WHERE f.id = d.id)"""


def leave_alone(*, update: bool, may_change_public: bool) -> None:
    execute(
        "UPDATE stage_state x SET state = 'left', why = 'withdrawn' FROM claims_claim d"
        " WHERE d.id = x.id AND x.state = 'changed' AND d.status = 'withdrawn'"
    )
    if not may_change_public:
        execute(
            "UPDATE stage_state x SET state = 'left', why = 'beyond draft' FROM claims_claim d"
            " WHERE d.id = x.id AND x.state = 'changed' AND d.status <> 'draft'"
        )
    if update:
        return
    for shape in (CLAIM, *IN_ORDER):
        claim = "d.id" if shape is CLAIM else claim_of(shape, "d")
        event = f"{shape.table}event"
        execute(
            f"""
            UPDATE stage_state x SET state = 'left', why = 'edited here' FROM {shape.table} d
            WHERE x.id = {claim} AND x.state = 'changed' AND (d.created_via <> '{Via.IMPORT.value}' OR {edited(shape)})
            """
        )
        if shape is not CLAIM:
            claim = claim_of(shape, "e")
            execute(
                f"""
                UPDATE stage_state x SET state = 'left', why = 'edited here' FROM {event} e
                WHERE x.id = {claim} AND x.state = 'changed' AND e.pgh_label = 'delete' AND {by_others("e")}
                """
            )


def edited(shape: Shape) -> str:
    """Whether somebody else changed the row `d`; that a quote was looked for is no change."""
    event = f"{shape.table}event"
    real = f"AND ({columns(shape, 'e')}) IS DISTINCT FROM ({columns(shape, 'd')})" if shape is CITATION else ""
    return f"EXISTS (SELECT FROM {event} e WHERE e.pgh_obj_id = d.id AND {by_others('e')} {real})"


def by_others(event: str) -> str:
    return f"({event}.pgh_context ->> 'via') IS DISTINCT FROM '{Via.IMPORT.value}'"


def listed_states(shape: Shape, *, update: bool) -> None:
    """The same for records of their own (a speaker, a source): `listed_…` has each that is here."""
    touched = f"d.created_via <> '{Via.IMPORT.value}' OR {edited(shape)}" if not update else "false"
    execute(
        f"""
        CREATE TEMP TABLE listed_{shape.name} ON COMMIT DROP AS
        SELECT s.n, s.id, CASE
            WHEN ({columns(shape, "s")}) IS NOT DISTINCT FROM ({columns(shape, "d")}) THEN 'same'
            WHEN {touched} THEN 'left'
            ELSE 'changed' END AS state
        FROM {shape.stage} s JOIN {shape.table} d ON d.id = s.id WHERE s.rank = {LISTED} AND {GOOD.format("s")}
        """
    )
