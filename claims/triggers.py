"""Triggers of the claim and its parts. The SQL functions they call are in migration 0001_functions."""

import pgtrigger

from factbase.triggers import after_each, checked_at_commit, refuse, said

# Of the SQL functions in migration 0001_functions.
said += [
    "A published claim needs a claimant: add one, or the source's own voice (author).",
    "A published claim needs a citation that states it: add one.",
    "The number '%' does not stand at % to % of the claim's text ('%' does): mend its start and end, or clear both.",
    "This snapshot is another source's: choose one of the cited source.",
    "The anchor is not exact: the snapshot has '%' at % to %.",
]


STAYS_PUBLIC = "This claim is public already, which no embargo takes back: leave it out, or withdraw the claim."


def part_of_claim(
    claim_ids: str = "SELECT claim_id FROM changed", *, searched: bool = False, public_ids: str | None = None
) -> list[pgtrigger.Trigger]:
    """A change to such a row raises the version of its claim, once a transaction, and corrects it if it is public.

    `claim_ids` is a query over the rows in `changed`; `searched` says that its words are search text too.
    `public_ids` is one over those of which readers see the change, where these are not all.
    """
    func = f"PERFORM claims_touch(ARRAY({claim_ids}));"
    if public_ids is not None:
        func = f"PERFORM claims_touch_unseen(ARRAY({claim_ids})); PERFORM claims_log_corrected(ARRAY({public_ids}));"
    triggers = after_each("touch_claim", func)
    if searched:
        triggers += refreshes_search(claim_ids)
    return triggers


def refreshes_search(claim_ids: str) -> list[pgtrigger.Trigger]:
    """The search text of these claims is written anew."""
    return after_each("refresh_search", f"PERFORM claims_refresh_search(ARRAY({claim_ids}));")


def renamed(claim_ids: str, columns: str) -> list[pgtrigger.Trigger]:
    """The search text of these claims is written anew when one of `columns` of the row `NEW` changes.

    A row trigger, as a renaming is one row; inserts and deletes are seen by the rows that point here.
    """
    old_columns, new_columns = (", ".join(f"{row}.{column}" for column in columns.split()) for row in ("OLD", "NEW"))
    return [
        pgtrigger.Trigger(
            name="renamed",
            when=pgtrigger.After,
            operation=pgtrigger.Update,
            func=f"""
                IF ({old_columns}) IS DISTINCT FROM ({new_columns}) THEN
                    PERFORM claims_refresh_search(ARRAY({claim_ids}));
                END IF;
                RETURN NULL;
            """,
        )
    ]


def keeps_published(operation) -> pgtrigger.Trigger:
    """A published claim keeps a claimant and a citation that states it."""
    return checked_at_commit("keeps_published", operation, "PERFORM claims_check_published(OLD.claim_id);")


def stays_public() -> pgtrigger.Trigger:
    """What was read is not taken back unsaid: no embargo is laid on a claim that is public, or was."""
    return pgtrigger.Trigger(
        name="stays_public",
        when=pgtrigger.Before,
        operation=pgtrigger.UpdateOf("embargo_until"),
        condition=pgtrigger.Condition(
            "OLD.status IN ('published', 'withdrawn') AND COALESCE(OLD.embargo_until <= now(), true)"
            " AND NEW.embargo_until > now()"
        ),
        func=refuse("claim_stays_public", STAYS_PUBLIC),
    )


def logs_changes() -> list[pgtrigger.Trigger]:
    """What happens to public claims stands in the feed of changes."""
    statement = {"level": pgtrigger.Statement, "when": pgtrigger.After}
    return [
        pgtrigger.Trigger(
            name="log_changes_insert",
            operation=pgtrigger.Insert,
            referencing=pgtrigger.Referencing(new="changed"),
            func="""
                INSERT INTO claims_change (kind, claim, version, due)
                SELECT 'published', id, version, CASE WHEN embargo_until > now() THEN embargo_until END
                FROM changed WHERE status = 'published';
                RETURN NULL;
            """,
            **statement,
        ),
        pgtrigger.Trigger(
            name="log_changes_update",
            operation=pgtrigger.Update,
            referencing=pgtrigger.Referencing(old="before_change", new="after_change"),
            func=LOG_UPDATE,
            **statement,
        ),
        pgtrigger.Trigger(
            name="log_changes_delete",
            operation=pgtrigger.Delete,
            referencing=pgtrigger.Referencing(old="changed"),
            # A merge writes the redirect before it deletes.
            func="""
                PERFORM claims_release_changes();
                INSERT INTO claims_change (kind, claim, version)
                SELECT 'merged', c.id, c.version FROM changed c
                JOIN factbase_redirect r ON r.kind = 'claim' AND r.key = c.id::text
                WHERE EXISTS (SELECT FROM claims_change f WHERE f.claim = c.id AND f.due IS NULL);
                DELETE FROM claims_change f USING changed c WHERE f.claim = c.id AND f.due IS NOT NULL;
                RETURN NULL;
            """,
            **statement,
        ),
    ]


# The fields of a claim's own row that readers see.
PUBLIC = ("kind", "text", "wording", "language", "proposition_id", "occasion")
PUBLIC += ("stated", "stated_as_written", "stated_basis")
LOG_UPDATE = f"""
    -- An embargo that ended, or was moved, before this.
    PERFORM claims_release_changes();
    UPDATE claims_change f SET due = COALESCE(n.embargo_until, now()) FROM after_change n
    WHERE f.claim = n.id AND f.due IS NOT NULL AND f.due IS DISTINCT FROM COALESCE(n.embargo_until, now());

    INSERT INTO claims_change (kind, claim, version, due)
    SELECT 'published', n.id, n.version, CASE WHEN n.embargo_until > now() THEN n.embargo_until END
    FROM after_change n JOIN before_change o USING (id) WHERE n.status = 'published' AND o.status <> 'published';

    PERFORM claims_log_corrected(ARRAY(
        SELECT n.id FROM after_change n JOIN before_change o USING (id)
        WHERE n.status = 'published' AND o.status = 'published'
          AND ({", ".join(f"n.{column}" for column in PUBLIC)})
              IS DISTINCT FROM ({", ".join(f"o.{column}" for column in PUBLIC)})
    ));

    -- What was never public leaves no trace.
    DELETE FROM claims_change f USING after_change n
    WHERE f.claim = n.id AND f.due IS NOT NULL AND n.status <> 'published';
    INSERT INTO claims_change (kind, claim, version)
    SELECT 'withdrawn', n.id, n.version FROM after_change n JOIN before_change o USING (id)
    WHERE n.status = 'withdrawn' AND o.status = 'published'
      AND EXISTS (SELECT FROM claims_change f WHERE f.claim = n.id);
    RETURN NULL;
"""
