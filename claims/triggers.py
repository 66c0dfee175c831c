"""Triggers of the claim and its parts. The SQL functions they call are in migration 0001_functions."""

import pgtrigger

from factbase.triggers import after_each, checked_at_commit, said

# Of the SQL functions in migration 0001_functions.
said += [
    "A published claim needs a claimant: add one, or the source's own voice (author).",
    "A published claim needs a citation that states it: add one.",
    "The number '%' does not stand at % to % of the claim's text ('%' does): mend its start and end, or clear both.",
    "This snapshot is another source's: choose one of the cited source.",
    "The anchor is not exact: the snapshot has '%' at % to %.",
]


def part_of_claim(
    claim_ids: str = "SELECT claim_id FROM changed", *, searched: bool = False
) -> list[pgtrigger.Trigger]:
    """A change to such a row raises the version of its claim, once a transaction.

    `claim_ids` is a query over the rows in `changed`; `searched` says that its words are search text too.
    """
    triggers = after_each("touch_claim", f"PERFORM claims_touch(ARRAY({claim_ids}));")
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
