"""Who and what the file names: found here, by id, slug, web address or name; else in the file; else to be made.

For each kind, `ref_<kind>` has the id for each key that the file uses, and whether it is here already. A record that
was merged answers by its survivor.
"""

from claims.bulk.naming import IN_PASSING, LISTED
from claims.bulk.shapes import (
    ATTRIBUTION,
    CITATION,
    CLAIM_TOPIC,
    CLAIMANT,
    EVIDENCE,
    LINK,
    NAMED,
    NOTICE,
    QUANTITY,
    REVIEW,
    ROLE,
    SHAPES,
    SNAPSHOT,
    SOURCE,
    SPEAKER,
    SUBJECT,
    TRANSLATION,
    Shape,
)
from claims.bulk.staging import execute, reject_where, rows

GOOD = "NOT EXISTS (SELECT FROM stage_bad bad WHERE bad.n = {0}.n)"
# A UUIDv7 (RFC 9562), as Python makes them: new rows stay together in the index.
UUID7 = """encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
    PLACING substring(int8send((extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3) FROM 1 FOR 6
), 52, 1), 53, 1), 'hex')::uuid"""
# Where in a record the rows of a table come from.
PATHS = {
    CLAIMANT: "'claimants[' || item || '].'",
    SUBJECT: "'subjects[' || item || '].'",
    CLAIM_TOPIC: "'topics[' || item || '].'",
    QUANTITY: "'quantities[' || item || '].'",
    CITATION: "'citations[' || item || '].'",
    ATTRIBUTION: "'citations.attribution[' || item || '].'",
    TRANSLATION: "'translations[' || item || '].'",
    LINK: "'links[' || item || '].'",
    REVIEW: "'reviews[' || item || '].'",
    EVIDENCE: "'reviews.evidence[' || item || '].'",
    ROLE: "'roles.'",
    NOTICE: "'notices[' || item || '].'",
    SNAPSHOT: "'snapshots[' || item || '].'",
}

MOST_NAMED = 20


def path(shape: Shape) -> str:
    return PATHS.get(shape, "''")


def references_to(kind: str) -> list[tuple[Shape, str]]:
    """(table, field) of all that names a record of this kind by a key."""
    return [
        (shape, name)
        for shape in SHAPES
        for name, model in shape.references.items()
        if model._meta.model_name == kind and f"{name}_key" in shape.copied
    ]


def keys_used(kind: str) -> str:
    """SQL: the keys by which the file names records of a kind, once each."""
    each = " UNION ALL ".join(f"SELECT {name}_key AS key FROM {shape.stage}" for shape, name in references_to(kind))
    return f"SELECT DISTINCT key FROM ({each}) named WHERE key IS NOT NULL"


def find_all() -> None:
    """Fills in every reference of the staged rows."""
    reject_repeated_listings()
    for name, shape in NAMED.items():
        find_named(shape, "text" if name == "proposition" else "name")
        settle(name)
    find_sources()
    settle("source")
    find_roles()
    find_snapshots()
    reject_unknown()
    drop_known()
    settle_kinds()


def reject_repeated_listings() -> None:
    """Two records of their own under one key, or one id: the first is taken."""
    for shape in (*NAMED.values(), SOURCE):
        for column in ("key", "id"):
            reject_where(
                f"""
                SELECT s.n, '{"slug" if column == "key" and shape is not SOURCE else "id"}', s.{column}::text,
                       'stands in row ' || s.first || ' too: that one is taken.'
                FROM (
                    SELECT n, {column}, first_value(n) OVER (PARTITION BY {column} ORDER BY n) AS first
                    FROM {shape.stage} s WHERE rank = {LISTED} AND {column} IS NOT NULL AND {GOOD.format("s")}
                ) s WHERE s.n <> s.first
                """
            )


def find_named(shape: Shape, words: str) -> None:
    """`ref_…` of a kind that has slugs."""
    used = keys_used(shape.name)
    aliases = ("UNION ALL SELECT id, unnest(aliases) FROM claims_speaker") if shape is SPEAKER else ""
    execute(
        f"""
        CREATE TEMP TABLE ref_{shape.name} ON COMMIT DROP AS
        WITH said AS (
            SELECT DISTINCT ON (key) key, id AS own, slug, {words} AS words
            FROM {shape.stage} s WHERE {GOOD.format("s")} ORDER BY key, rank, n
        ), asked AS (
            SELECT key, own, COALESCE(slug, key) AS slug, words
            FROM said FULL JOIN ({used}) used (key) USING (key)
        ), names AS MATERIALIZED (
            -- Those that one record alone has.
            SELECT lower(words) AS words, (array_agg(DISTINCT id))[1] AS id
            FROM (SELECT id, {words} FROM {shape.table} {aliases}) named (id, words)
            WHERE EXISTS (SELECT FROM asked WHERE key LIKE 'name:%')
            GROUP BY lower(words) HAVING count(DISTINCT id) = 1
        ), found AS (
            SELECT asked.*,
                   by_id.id AS by_id, by_slug.id AS by_slug,
                   COALESCE(by_id.id, moved.target,
                            CASE WHEN asked.key LIKE 'name:%' THEN names.id END,
                            by_slug.id, renamed.target) AS present
            FROM asked
            LEFT JOIN {shape.table} by_id ON by_id.id = own
            LEFT JOIN {shape.table} by_slug ON by_slug.slug = asked.slug
            LEFT JOIN factbase_redirect moved ON moved.kind = '{shape.name}' AND moved.key = own::text
            LEFT JOIN factbase_redirect renamed ON renamed.kind = '{shape.name}' AND renamed.key = asked.slug
            LEFT JOIN names ON names.words = lower(asked.words)
        ), made AS (
            -- One id a slug; a key that says nothing about its record makes none.
            SELECT slug, COALESCE((array_agg(own) FILTER (WHERE own IS NOT NULL))[1], {UUID7}) AS id
            FROM found WHERE present IS NULL AND words IS NOT NULL GROUP BY slug
        )
        SELECT found.key, found.own, found.by_id, found.by_slug, found.slug, COALESCE(present, made.id) AS id,
               present IS NOT NULL AS is_here
        FROM found LEFT JOIN made ON made.slug = found.slug
        """
    )
    reject_where(
        f"""
        SELECT s.n, 'slug', s.slug, 'is another record''s here: write another slug, or that one''s id.'
        FROM {shape.stage} s JOIN ref_{shape.name} r USING (key)
        WHERE s.rank = {LISTED} AND r.by_id IS NOT NULL AND r.by_slug IS NOT NULL AND r.by_id <> r.by_slug
        """
    )


def find_sources() -> None:
    used = keys_used("source")
    execute(
        f"""
        CREATE TEMP TABLE ref_source ON COMMIT DROP AS
        WITH said AS (
            SELECT DISTINCT ON (key) key, id AS own, url_key, NULLIF(lower(doi), '') AS doi
            FROM stage_source s WHERE {GOOD.format("s")} ORDER BY key, rank, n
        ), asked AS (
            SELECT key, said.key IS NOT NULL AS told,
                   COALESCE(own, CASE WHEN key ~ '^[0-9a-f]{{8}}(-[0-9a-f]{{4}}){{3}}-[0-9a-f]{{12}}$'
                                      THEN key::uuid END) AS own,
                   COALESCE(url_key, CASE WHEN key LIKE 'web:%' THEN sources_url_key(substr(key, 5)) END) AS url_key,
                   COALESCE(doi, CASE WHEN key LIKE 'doi:%' THEN lower(substr(key, 5)) END) AS doi
            FROM said FULL JOIN ({used}) used (key) USING (key)
        ), found AS (
            SELECT asked.*, COALESCE(by_id.id, moved.target, by_url.id, by_doi.id) AS present,
                   COALESCE('web:' || asked.url_key, 'doi:' || asked.doi, asked.key) AS one
            FROM asked
            LEFT JOIN sources_source by_id ON by_id.id = own
            LEFT JOIN factbase_redirect moved ON moved.kind = 'source' AND moved.key = own::text
            LEFT JOIN sources_source by_url ON by_url.url_key = asked.url_key
            LEFT JOIN sources_source by_doi ON lower(by_doi.doi) = asked.doi AND by_doi.doi <> ''
        ), made AS (
            SELECT one, COALESCE((array_agg(own ORDER BY key) FILTER (WHERE own IS NOT NULL))[1], {UUID7}) AS id
            FROM found WHERE present IS NULL GROUP BY one HAVING bool_or(told)
        )
        SELECT found.key, found.own, COALESCE(present, made.id) AS id, present IS NOT NULL AS is_here
        FROM found LEFT JOIN made USING (one)
        """
    )


def settle(kind: str) -> None:
    """Writes the ids that were found into all that refers to this kind, and into its own rows."""
    execute(f"ANALYZE ref_{kind}")
    shape = NAMED.get(kind, SOURCE)
    execute(f"UPDATE {shape.stage} s SET id = r.id FROM ref_{kind} r WHERE r.key = s.key")
    for other, name in references_to(kind):
        execute(f"UPDATE {other.stage} s SET {name}_id = r.id FROM ref_{kind} r WHERE r.key = s.{name}_key")


SAME_ROLE = """({0}.speaker_id = {1}.speaker_id AND {0}.title = {1}.title
    AND {0}.organization_id IS NOT DISTINCT FROM {1}.organization_id)"""


def find_roles() -> None:
    """A role is the same where speaker, title, organization and time are; one whose time is not said is the only one
    of that title. One that began on the same day is the same role, mended."""
    same = SAME_ROLE.format("s", "r")
    execute(
        f"""
        CREATE TEMP TABLE ref_role ON COMMIT DROP AS
        WITH timed AS (
            SELECT s.key, s.n, s.rank, s.speaker_id, s.title, s.organization_id, s.held, COALESCE(
                (SELECT r.id FROM claims_role r WHERE {same} AND r.held IS NOT DISTINCT FROM s.held
                 ORDER BY r.id LIMIT 1),
                (SELECT r.id FROM claims_role r WHERE {same} AND lower(r.held) = lower(s.held) ORDER BY r.id LIMIT 1)
            ) AS present, s.id AS own
            FROM stage_role s WHERE s.silent IS NULL AND s.speaker_id IS NOT NULL
        )
        SELECT key, COALESCE(present, first_value(own) OVER (
            PARTITION BY speaker_id, title, organization_id, held ORDER BY rank, n, own
        )) AS id, 1 AS fitting, speaker_id, title, organization_id FROM timed
        """
    )
    execute(
        f"""
        INSERT INTO ref_role
        SELECT s.key, COALESCE(fit.id, first_value(s.id) OVER (
            PARTITION BY s.speaker_id, s.title, s.organization_id ORDER BY s.n, s.id
        )), COALESCE(fit.fitting, 1), s.speaker_id, s.title, s.organization_id
        FROM stage_role s CROSS JOIN LATERAL (
            SELECT (array_agg(each.id))[1] AS id, count(*) AS fitting FROM (
                SELECT r.id FROM claims_role r WHERE {same} UNION SELECT r.id FROM ref_role r WHERE {same}
            ) each
        ) fit WHERE s.silent IS NOT NULL AND s.speaker_id IS NOT NULL
        """
    )
    execute("CREATE INDEX ON ref_role (key); ANALYZE ref_role")
    execute(f"UPDATE {ROLE.stage} s SET id = r.id FROM ref_role r WHERE r.key = s.key")
    execute("UPDATE stage_claimant s SET role_id = r.id FROM ref_role r WHERE r.key = s.role_key")
    reject_where(
        f"""
        SELECT s.n, {path(CLAIMANT)} || 'role', r.title,
               'was held ' || r.fitting || ' times by this speaker: say when, as "held": {{"from": …, "to": …}}.'
        FROM stage_claimant s JOIN ref_role r ON r.key = s.role_key WHERE r.fitting > 1
        """
    )


def find_snapshots() -> None:
    """A quote's place is taken over where the same text of the source is kept here; else it is looked for later."""
    execute(
        """
        UPDATE stage_citation s SET snapshot_id = kept.id FROM sources_snapshot kept
        WHERE kept.source_id = s.source_id AND kept.sha256 = s.snapshot_key
        """
    )
    execute(
        """
        UPDATE stage_citation SET start = NULL, "end" = NULL, anchor = 'unchecked'
        WHERE snapshot_id IS NULL AND (start IS NOT NULL OR "end" IS NOT NULL OR anchor <> 'unchecked')
        """
    )


def reject_unknown() -> None:
    for shape in SHAPES:
        for name, model in shape.references.items():
            if f"{name}_key" not in shape.copied or name == "snapshot":
                continue
            kind = model._meta.verbose_name
            reject_where(
                f"""
                SELECT n, {path(shape)} || '{name}', {name}_key,
                       'is no {kind} that is here or in the file: say its name too, or enter it first.'
                FROM {shape.stage} WHERE {name}_key IS NOT NULL AND {name}_id IS NULL
                """
            )


def drop_known() -> None:
    """What is named in passing and here already stays as it is here."""
    for shape in (*NAMED.values(), SOURCE, ROLE):
        execute(f"DELETE FROM {shape.stage} s USING {shape.table} d WHERE d.id = s.id AND s.rank <> {LISTED}")


def settle_kinds() -> None:
    """Where a speaker is only named, perhaps another row says whether it is a person."""
    execute(
        f"""
        UPDATE stage_speaker s SET kind = told.kind FROM (
            SELECT id, (array_agg(kind ORDER BY rank, n) FILTER (WHERE kind IS NOT NULL))[1] AS kind
            FROM stage_speaker GROUP BY id
        ) told WHERE told.id = s.id AND s.kind IS NULL AND told.kind IS NOT NULL AND s.rank = {IN_PASSING}
        """
    )


def taken_for_persons() -> list[str]:
    """Names of new speakers of whom the file nowhere says what they are; they are made persons."""
    execute(
        "CREATE TEMP TABLE stage_assumed ON COMMIT DROP AS SELECT DISTINCT s.id, s.name FROM stage_speaker s"
        " WHERE s.kind IS NULL AND NOT EXISTS (SELECT FROM claims_speaker d WHERE d.id = s.id)"
    )
    execute("UPDATE stage_speaker SET kind = 'person' WHERE kind IS NULL")
    return [name for (name,) in rows(f"SELECT name FROM stage_assumed ORDER BY name LIMIT {MOST_NAMED}")]
