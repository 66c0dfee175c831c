"""The database's own rules, tried over the staged rows by set, so that a wrong row is named and not the whole refused.

CHECK constraints are read from the database and run as they are; their messages are the models'. Unique constraints
and references likewise. Rules that triggers hold are asked here in their words (claims/triggers.py).
"""

from django.db.models import UniqueConstraint

from claims.bulk.naming import LISTED, OWN_ID
from claims.bulk.references import GOOD, path
from claims.bulk.shapes import (
    CITATION,
    CLAIM,
    PARTS,
    QUANTITY,
    REFERENTS,
    REVIEW,
    ROLE,
    SHAPES,
    SPEAKER,
    TOPIC,
    Shape,
)
from claims.bulk.staging import execute, reject_where, rows
from factbase.history import OWN


def check_all() -> None:
    """Rejects what breaks a rule. References are filled in by now, and what is left out of a record that is here."""
    check_ids()
    for shape in SHAPES:
        check_constraints(shape)
        check_uniqueness(shape)
    for shape in (*REFERENTS.values(), ROLE):
        # Nobody rests on a row that is wrong in itself: who names it is found dangling.
        execute(
            f"DELETE FROM {shape.stage} s WHERE EXISTS"
            f" (SELECT FROM stage_wrong_row w WHERE w.row = s.ctid AND w.stage = '{shape.stage}')"
        )
    for shape in (SPEAKER, TOPIC):
        check_tree(shape)
    check_rules()
    check_references()


def check_constraints(shape: Shape) -> None:
    """All CHECK constraints of a table in one reading of it."""
    own = {f.column for f in shape.model._meta.local_concrete_fields if f.name in OWN}
    columns = [f.column for f in shape.model._meta.local_concrete_fields if f.column not in own]
    found = [
        (name, definition.removeprefix("CHECK "), [c for c in names if c in columns])
        for name, definition, names in constraints_of(shape)
        if not own.intersection(names) and not of_states(shape, names)
    ]
    said = {c.name: str(c.violation_error_message) for c in shape.model._meta.constraints}
    if not found:
        return
    tried = ", ".join(
        f"CASE WHEN ({definition}) IS FALSE THEN {number} END" for number, (_, definition, _) in enumerate(found)
    )
    count = execute(
        f"""
        INSERT INTO stage_breach
        SELECT s.n, '{shape.stage}', s.ctid, s.item, broken.number
        FROM (SELECT n, item, ctid, array_remove(ARRAY[{tried}], NULL) AS broken FROM {shape.stage}) s,
             unnest(s.broken) AS broken (number)
        """
    )
    if not count:
        return
    for number, (name, _, names) in enumerate(found):
        column = names[0] if names else "id"
        reject_where(
            f"""
            SELECT b.n, {path(shape).replace("item", "b.item")} || %s, left(s."{column}"::text, 200), %s
            FROM stage_breach b JOIN {shape.stage} s ON s.ctid = b.row
            WHERE b.stage = '{shape.stage}' AND b.number = {number}
            """,
            (column.removesuffix("_id"), said.get(name) or f"breaks the rule {name}."),
        )
    execute(f"INSERT INTO stage_wrong_row SELECT stage, row FROM stage_breach WHERE stage = '{shape.stage}'")


def of_states(shape: Shape, columns: list[str]) -> bool:
    """Whether a rule is about who published what: the writing sets these."""
    return shape in (CLAIM, REVIEW) and {"published_by_id", "published_at"} & set(columns) != set()


def constraints_of(shape: Shape) -> list[tuple[str, str, list[str]]]:
    """(name, definition, columns) of a table's CHECK constraints."""
    return rows(
        """
        SELECT c.conname, pg_get_constraintdef(c.oid), ARRAY(
            SELECT a.attname::text FROM unnest(c.conkey) WITH ORDINALITY k (number, place)
            JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.number ORDER BY k.place
        )
        FROM pg_constraint c WHERE c.conrelid = %s::regclass AND c.contype = 'c' ORDER BY c.conname
        """,
        (shape.table,),
    )


def check_uniqueness(shape: Shape) -> None:
    """Within the file; parts of a record that is here take the place of those that it has."""
    for constraint in shape.model._meta.constraints:
        if not isinstance(constraint, UniqueConstraint) or not constraint.fields or constraint.name in SETTLED:
            continue
        columns = [shape.model._meta.get_field(name).column for name in constraint.fields]
        given = " AND ".join(f'"{column}" IS NOT NULL' for column in columns)
        if constraint.name == "speaker_wikidata_id_unique":
            given += " AND wikidata_id <> ''"
        quoted = ", ".join(f'"{column}"' for column in columns)
        reject_where(
            f"""
            SELECT n, {path(shape)} || %s, left("{columns[-1]}"::text, 200), %s
            FROM (
                SELECT *, first_value(id) OVER (PARTITION BY {quoted} ORDER BY n, rank, item, id) AS first
                FROM {shape.stage} s WHERE {given} AND {GOOD.format("s")}
            ) s WHERE s.id <> s.first
            """,
            (constraint.fields[-1], str(constraint.violation_error_message)),
        )
    if shape is SPEAKER:
        reject_where(
            """
            SELECT s.n, 'wikidata_id', s.wikidata_id, %s FROM stage_speaker s
            JOIN claims_speaker d ON d.wikidata_id = s.wikidata_id AND d.id <> s.id WHERE s.wikidata_id <> ''
            """,
            ("Another speaker has this Wikidata id: use or merge that one.",),
        )


# Sources are told apart by these, so that two of them are one.
SETTLED = ("source_url_unique",)


def check_ids() -> None:
    """An id stands for one record: not twice in the file, and not for another claim's part here."""
    for shape in (CLAIM, *PARTS.values()):
        reject_where(
            f"""
            SELECT n, {path(shape)} || 'id', id::text, 'stands in row ' || first || ' too: that one is taken.'
            FROM (
                SELECT n, item, id, first_value(n) OVER same AS first, row_number() OVER same AS number
                FROM {shape.stage} s WHERE {GOOD.format("s")} WINDOW same AS (PARTITION BY id ORDER BY n, item)
            ) s WHERE number > 1
            """
        )
        if shape is CLAIM or shape.model._meta.get_field("id") is None:
            continue
        owner = next(name for name in ("claim", "from_claim", "citation", "review") if name in shape.references)
        reject_where(
            f"""
            SELECT s.n, {path(shape).replace("item", "s.item")} || 'id', s.id::text,
                   'is of another {owner.replace("from_", "")} here: leave it out, so that a new one is made.'
            FROM {shape.stage} s JOIN {shape.table} d ON d.id = s.id AND d.{owner}_id <> s.{owner}_id
            WHERE s.rank = {OWN_ID}
            """
        )


def check_tree(shape: Shape) -> None:
    """No record is its own ancestor."""
    reject_where(
        f"""
        WITH RECURSIVE said AS (
            SELECT id, parent_id FROM {shape.stage} WHERE parent_id IS NOT NULL AND rank = {LISTED}
        ), tree AS (
            SELECT id, parent_id FROM said
            UNION SELECT d.id, d.parent_id FROM {shape.table} d
            WHERE d.parent_id IS NOT NULL AND NOT EXISTS (SELECT FROM said WHERE said.id = d.id)
        ), up (id, above) AS (
            SELECT id, parent_id FROM said UNION SELECT up.id, tree.parent_id FROM up JOIN tree ON tree.id = up.above
        )
        SELECT s.n, 'parent', s.slug, 'stands below itself: choose another.'
        FROM {shape.stage} s WHERE s.rank = {LISTED} AND EXISTS (SELECT FROM up WHERE up.id = s.id AND up.above = s.id)
        """
    )


def check_rules() -> None:
    """What triggers hold when the transaction ends."""
    reject_where(
        f"""
        SELECT q.n, {path(QUANTITY).replace("item", "q.item")} || 'as_written', q.as_written,
               'does not stand at ' || q.start || ' to ' || q."end" || ' of the claim''s text ('''
               || substr(c.text, q.start + 1, q."end" - q.start) || ''' does): mend its start and end, or clear both.'
        FROM stage_quantity q JOIN stage_claim c ON c.id = q.claim_id
        WHERE q.start IS NOT NULL AND substr(c.text, q.start + 1, q."end" - q.start) <> q.as_written
        """
    )
    reject_where(
        f"""
        SELECT c.n, {path(CITATION).replace("item", "c.item")} || 'anchor', c.anchor,
               'is not exact: the snapshot has ''' || left(substr(k.text, c.start + 1, c."end" - c.start), 100)
               || ''' at ' || c.start || ' to ' || c."end" || '.'
        FROM stage_citation c JOIN sources_snapshot k ON k.id = c.snapshot_id
        WHERE c.anchor = 'exact' AND substr(k.text, c.start + 1, c."end" - c.start) <> c.quote
        """
    )
    for part, column, needed in PUBLISHED_HAVE:
        reject_where(
            f"""
            SELECT n, '{column}', '', %s FROM stage_claim c
            WHERE c.status = 'published' AND NOT EXISTS (SELECT FROM {part} p WHERE p.claim_id = c.id {needed})
              AND NOT ('{column}' = ANY (COALESCE(c.silent, '{{}}'))
                       AND EXISTS (SELECT FROM claims_claim d WHERE d.id = c.id))
            """,
            (SAID[column],),
        )


PUBLISHED_HAVE = (
    ("stage_claimant", "claimants", ""),
    ("stage_citation", "citations", "AND p.stance = 'states'"),
)
SAID = {
    "claimants": "A published claim needs a claimant: add one, or the source's own voice (author).",
    "citations": "A published claim needs a citation that states it: add one.",
}


def check_references() -> None:
    """Whatever is referred to is here, or in the file and not rejected: until no more is found."""
    left = True
    while left:
        left = 0
        for shape in (*REFERENTS.values(), ROLE):
            execute(f"DELETE FROM {shape.stage} s USING stage_bad b WHERE b.n = s.n AND s.rank = {LISTED}")
        for shape in SHAPES:
            for name, model in shape.references.items():
                to = next((other for other in SHAPES if other.model is model), None)
                if to is None:
                    continue
                alive = "true" if to in (*REFERENTS.values(), ROLE) else GOOD.format("f")
                left += reject_where(
                    f"""
                    SELECT s.n, {path(shape).replace("item", "s.item")} || '{name}', s.{name}_id::text,
                           'is no {model._meta.verbose_name} that is here, or its own row in the file is wrong.'
                    FROM {shape.stage} s
                    WHERE s.{name}_id IS NOT NULL AND {GOOD.format("s")}
                      AND NOT EXISTS (SELECT FROM {to.table} d WHERE d.id = s.{name}_id)
                      AND NOT EXISTS (SELECT FROM {to.stage} f WHERE f.id = s.{name}_id AND {alive})
                    """
                )


def create_tables() -> None:
    execute(
        "CREATE TEMP TABLE stage_breach (n bigint, stage text, row tid, item smallint, number integer) ON COMMIT DROP;"
        "CREATE TEMP TABLE stage_wrong_row (stage text, row tid) ON COMMIT DROP"
    )
