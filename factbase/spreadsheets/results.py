"""What comes of a sheet, row by row: the preview, and the record of what was done."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field

from django.db.models import Model
from import_export.results import Result, RowResult

from .columns import Column
from .files import Row


@dataclass
class Problem:
    column: str
    value: str
    message: str


@dataclass
class Change:
    column: str
    old: str
    new: str


@dataclass
class Filled:
    """A record as a row would have it, not saved yet."""

    record: Model
    new: bool
    columns: list[Column]
    changed: list[Column] = field(default_factory=list)

    def save(self, create: Callable[[Model], None]) -> None:
        own = [c.field.name for c in self.changed if not hasattr(c, "after_save")]
        if self.new:
            create(self.record)
        elif own:
            self.record.save(update_fields=own)
        for column in self.changed:
            if hasattr(column, "after_save"):
                column.after_save(self.record, self.new, create)


class RowReport(RowResult):
    """What comes of one row."""

    def __init__(self, row: Row):
        super().__init__()
        self.number, self.cells = row.number, row.cells
        self.problems: list[Problem] = []
        self.changes: list[Change] = []
        self.import_type = self.IMPORT_TYPE_SKIP

    def refuse(self, column: str, message: str) -> None:
        self.problems.append(Problem(column, self.cells.get(column, ""), str(message)))


class SheetResult(Result):
    """What comes of a sheet: a report a row."""

    def add(self, reports: list[RowReport]) -> None:
        wrong = any(report.problems for report in reports)
        for report in reports:
            if wrong:
                report.import_type = RowResult.IMPORT_TYPE_INVALID
                self.invalid_rows.append(report)
            self.increment_row_result_total(report)
            self.append_row_result(report)

    def of_type(self, *kinds: str) -> list[RowReport]:
        return [report for report in self.rows if report.import_type in kinds]

    def digest(self) -> str:
        """The same for the same outcome: what is confirmed is what was shown."""
        outcome = [
            (r.number, r.import_type, [(c.column, c.old, c.new) for c in r.changes], [p.message for p in r.problems])
            for r in self.rows
        ]
        return hashlib.sha256(repr(outcome).encode()).hexdigest()
