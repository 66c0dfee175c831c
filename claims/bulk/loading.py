"""Loading a file of claims, in one transaction: all that is right in it, or nothing."""

import os
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from django.core.exceptions import PermissionDenied
from django.db import connection, transaction

from claims.bulk import checks, present, references, staging, writing
from claims.bulk.readers.reader import Reader
from claims.bulk.records import Records
from claims.bulk.shapes import Wrong
from claims.bulk.staging import execute, rows
from factbase.models import User

# What is done: the step, how much more of it, and how much it is in all.
Progress = Callable[[str, int, int], None]
NEEDED_TO_PUBLISH = ("claims.submit_claim", "claims.publish_claim", "claims.publish_review")
LONGEST_SHOWN = 500


class Busy(Exception):
    """Another import is at work."""


@dataclass
class Report:
    """What became of a file: `counts[kind, outcome]`, outcome being created, changed, unchanged or left alone."""

    counts: Counter = field(default_factory=Counter)
    rejected: int = 0  # Rows of the file.
    reasons: list[tuple] = field(default_factory=list)  # The first few: (row, column, value, reason).
    left: list[tuple] = field(default_factory=list)  # (why, how many) of claims left alone.
    persons: list[str] = field(default_factory=list)  # New speakers of whom nothing says that they are persons.
    waiting: int = 0  # Sensitive claims, in review.
    written: bool = True


class Nothing(Exception):
    """Ends the transaction without a trace."""


def load(
    reader: Reader,
    *,
    by: User | None = None,
    publish: bool = False,
    update: bool = False,
    strict: bool = False,
    dry_run: bool = False,
    rejects: Path | None = None,
    progress: Progress = lambda step, done, total: None,
) -> Report:
    """Raises PermissionDenied where `by` may not publish, and Busy where another import runs."""
    refuse_to_publish(by, publish)
    report = Report()
    try:
        with transaction.atomic():
            lock()
            staging.say_who(by)
            staging.drop_tables()
            staging.create_tables()
            checks.create_tables()
            stage(reader, progress)
            prepare(by, publish, update, report)
            tell_rejected(report, rejects)
            report.written = not (dry_run or (strict and report.rejected))
            if report.rejected and strict:
                raise Nothing
            write(by, publish, update, report, progress)
            if dry_run:
                raise Nothing
    except Nothing:
        pass
    return report


def refuse_to_publish(by: User | None, publish: bool) -> None:
    if publish and by is None:
        raise PermissionDenied("Say who publishes: --by ACCOUNT.")
    for right in NEEDED_TO_PUBLISH if publish else ():
        if not by.has_perm(right):
            raise PermissionDenied(f"{by} may not publish ({right}): name an editor, or leave --publish out.")


def lock() -> None:
    connection.ensure_connection()
    if not rows("SELECT pg_try_advisory_xact_lock(hashtext('factbase import'))")[0][0]:
        raise Busy("Another import is running: wait until it is over.")


def stage(reader: Reader, progress: Progress) -> None:
    """Python's part: each row becomes rows of the staging tables."""
    records, wrong, read = Records(), [], 0
    for count, (n, record) in enumerate(reader, start=1):
        problems = [record] if isinstance(record, Wrong) else records.take(n, record)
        wrong += [(n, *(shown(said) for said in problem)) for problem in problems]
        if count % staging.LINES == 0:
            hand_on(records, wrong)
            progress("reading", reader.done - read, reader.total)
            read = reader.done
    hand_on(records, wrong)
    staging.finish_staging()


def hand_on(records: Records, wrong: list) -> None:
    staging.copy_rows(records.rows)
    staging.reject(wrong)
    wrong.clear()


def shown(value: object) -> str:
    text = "" if value is None else value if isinstance(value, str) else str(value)
    text = text.replace("\0", "\\0").encode("utf-8", "backslashreplace").decode()
    return text if len(text) <= LONGEST_SHOWN else f"{text[: LONGEST_SHOWN - 1]}…"


def prepare(by: User | None, publish: bool, update: bool, report: Report) -> None:
    """All that is found out before anything is written."""
    settle_states(publish, by)
    references.find_all()
    staging.analyze()
    report.persons = references.taken_for_persons()
    fill_listed()
    present.recognise()
    checks.check_all()
    may_change_public = bool(publish and by and by.has_perm("claims.change_any_claim"))
    present.compare(update=update, may_change_public=may_change_public)


def settle_states(publish: bool, by: User | None) -> None:
    """In which state each claim of the file comes in; one that is here keeps its own."""
    may_withdraw = publish and by.has_perm("claims.withdraw_claim")
    if not may_withdraw:
        staging.reject_where(
            "SELECT n, 'status', status, 'is not taken as a draft: load it with --publish and an account that may"
            " withdraw, or take the row out.' FROM stage_claim WHERE status = 'withdrawn'"
            " AND NOT EXISTS (SELECT FROM claims_claim d WHERE d.id = stage_claim.id)"
        )
    public = "CASE WHEN sensitive AND status = 'published' THEN 'in_review' ELSE status END" if publish else "'draft'"
    execute(f"UPDATE stage_claim SET status = {public} WHERE status <> {public} AND status <> 'withdrawn'")
    execute(
        "UPDATE stage_claim s SET status = d.status, withdrawn_kind = d.withdrawn_kind,"
        " withdrawn_reason = d.withdrawn_reason FROM claims_claim d WHERE d.id = s.id"
    )


def fill_listed() -> None:
    for shape in references.NAMED.values():
        present.fill_silent(shape)
    present.fill_silent(references.SOURCE)


def tell_rejected(report: Report, rejects: Path | None) -> None:
    report.rejected = rows("SELECT count(*) FROM stage_bad")[0][0]
    report.reasons = rows('SELECT DISTINCT n, "column", value, reason FROM stage_reject ORDER BY n, "column" LIMIT 20')
    if rejects is None:
        return
    if not report.rejected:
        rejects.unlink(missing_ok=True)  # Of an earlier try.
        return
    new = rejects.with_name(f"{rejects.name}.new")
    with new.open("wb") as file, staging.statements() as cursor:
        chosen = 'SELECT DISTINCT n AS row, "column", value, reason FROM stage_reject ORDER BY 1, 2'
        with cursor.copy(f"COPY ({chosen}) TO STDOUT WITH (FORMAT csv, HEADER)") as copy:
            for block in copy:
                file.write(block)
    os.replace(new, rejects)


def write(by: User | None, publish: bool, update: bool, report: Report, progress: Progress) -> None:
    report.counts = writing.write_referents(update=update)
    writing.count_claims(report.counts)
    report.left = rows("SELECT why, count(*) FROM stage_state WHERE state = 'left' GROUP BY why ORDER BY why")
    if publish:
        report.waiting = rows(
            "SELECT count(*) FROM stage_state x JOIN stage_claim c USING (id, n)"
            " WHERE x.state = 'new' AND c.sensitive AND c.status = 'in_review'"
        )[0][0]
    writing.write_changed()
    writing.write_new(by=by, publish=publish, progress=lambda done, total: progress("writing", done, total))
    progress("checking", 0, 0)
    execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")
