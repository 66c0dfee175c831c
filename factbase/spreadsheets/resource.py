"""What a sheet does to records: looked at first, then done, as a whole or not at all."""

from collections.abc import Callable, Iterable
from difflib import get_close_matches

import tablib
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import DataError, IntegrityError, connection, transaction
from django.db.models import Model, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override
from import_export.resources import Resource
from psycopg.types.range import Range

from factbase.admin import check_deferred_rules, is_uuid
from factbase.constraints import explain
from factbase.dates import parse_range

from .columns import Column
from .files import MAX_ROWS, Row, Sheet, Unreadable
from .lookups import fields_of, find
from .results import Change, Filled, RowReport, SheetResult

STALE = gettext_lazy("the record was changed since this sheet was exported (it is version {} now): export it again.")


class SheetResource(Resource):
    """A sheet of one model. Subclasses declare `columns` and say which record a row is (`existing`).

    A column that is not in the file stays as it is in the records, an empty cell empties it, and nothing is ever
    deleted. `may_add` and `may_change` ask for the importing account's rights.
    """

    columns: list[Column] = []
    explained = ""  # What the columns alone do not say.
    batch = 500  # Groups whose records are read at once.
    insert_batch = False  # Whether the new ones of a batch can be inserted at once; later rows do not find them.
    waiting: dict[type[Model], list[Model]] | None = None

    def __init__(
        self,
        *,
        queryset: QuerySet | None = None,
        may_add: Callable[[], bool] = lambda: True,
        may_change: Callable[[Model], bool] = lambda record: True,
        **kwargs,
    ):
        super().__init__(**kwargs)
        self.queryset = self._meta.model._default_manager.all() if queryset is None else queryset
        self.may_add, self.may_change = may_add, may_change
        self.found: dict[tuple[type[Model], str], Model] = {}
        self.grown: set[str] = set()

    @classmethod
    def get_result_class(cls):
        return SheetResult

    @classmethod
    def get_display_name(cls):
        return str(cls._meta.model._meta.verbose_name_plural)

    # In

    def import_data_inner(self, dataset: Sheet, dry_run, *args, **kwargs) -> SheetResult:
        result = self.get_result_class()()
        result.total_rows = len(dataset)
        with connection.cursor() as cursor:
            # One import at a time: two of the same file would each add what the other has not shown yet.
            cursor.execute("SELECT pg_advisory_xact_lock(hashtext('factbase import'))")
        self.columns_here = self.columns_of(dataset)
        self.lock, self.seen = not dry_run, {}
        self.before_import(dataset, dry_run=dry_run, **kwargs)
        groups = list(self.groups(dataset.rows))
        for turn, start in enumerate(range(0, len(groups), self.batch)):
            if turn & (turn - 1) == 0:  # After 1, 2, 4, 8 … batches.
                self.analyze()
            for reports in self.import_batch(groups[start : start + self.batch]):
                result.add(reports)
        return result

    def analyze(self) -> None:
        """Tell the planner how much is new: triggers that go by a small table's plan take minutes in a large one."""
        if self.grown:
            with connection.cursor() as cursor:
                cursor.execute(f"ANALYZE {', '.join(sorted(self.grown))}")

    def import_batch(self, groups: list[list[Row]]) -> list[list[RowReport]]:
        """Group by group; at first with all that is new inserted together, which takes a tenth of the time."""
        self.known = self.records_named_in(groups)
        if self.insert_batch:
            seen, self.waiting = dict(self.seen), {}
            try:
                with transaction.atomic():
                    done = [self.import_group(rows) for rows in groups]
                    for model in sorted(self.waiting, key=lambda model: model is not self._meta.model):
                        model.objects.bulk_create(self.waiting[model])
                        self.grown.add(model._meta.db_table)
                    check_deferred_rules()
                return done
            except (IntegrityError, DataError):
                # One of them is wrong: which, the groups one by one will tell.
                self.seen, self.known = seen, self.records_named_in(groups)
            finally:
                self.waiting = None
        return [self.import_group(rows) for rows in groups]

    def create(self, record: Model) -> None:
        if self.waiting is None:
            record.save(force_insert=True)
        else:
            self.waiting.setdefault(type(record), []).append(record)

    def ids_in(self, groups: list[list[Row]]) -> set[str]:
        return {rows[0].cells.get(self.columns[0].name, "").strip() for rows in groups}

    def records_named_in(self, groups: list[list[Row]]) -> dict[str, Model]:
        """The records whose ids stand in the first column, in one query; locked where they are going to be changed."""
        records = self.queryset.filter(pk__in=filter(is_uuid, self.ids_in(groups))).order_by("pk")
        return {str(one.pk): one for one in (records.select_for_update(of=["self"]) if self.lock else records)}

    def columns_of(self, sheet: Sheet) -> list[Column]:
        """The columns of this sheet. Raises Unreadable for one that is not known."""
        known = {column.name: column for column in self.all_columns(sheet.columns)}
        for name in sheet.columns:
            if name not in known:
                nearest = get_close_matches(name, known, n=1, cutoff=0)[0]
                refusal = _("There is no column '%(name)s': did you mean '%(nearest)s'? Else take it out.")
                raise Unreadable(refusal % {"name": name, "nearest": nearest})
        return [column for name, column in known.items() if name in sheet.columns]

    def all_columns(self, names: list[str]) -> list[Column]:
        return self.columns

    def groups(self, rows: list[Row]) -> Iterable[list[Row]]:
        """The rows that stand or fall together: here each alone."""
        example = self.example()
        return ([row] for row in rows if any(row.cells[name] != example.get(name, "") for name in row.cells))

    def import_group(self, rows: list[Row]) -> list[RowReport]:
        reports = [RowReport(row) for row in rows]
        try:
            with transaction.atomic():
                self.save_group(reports)
                if any(report.problems for report in reports):
                    transaction.set_rollback(True)
                elif self.waiting is None and any(report.changes for report in reports):
                    check_deferred_rules()
        except (IntegrityError, DataError) as error:
            if self.waiting is not None:
                raise
            reports[0].refuse(self.column_of(error, reports[0]), explain(error))
        return reports

    def save_group(self, reports: list[RowReport]) -> None:
        (report,) = reports
        try:
            record = self.existing(report.cells)
            self.refuse_twice(record, report)
        except ValueError as error:
            report.refuse(self.columns[0].name, str(error))
            return
        filled = self.fill(record, self.columns_here, report)
        self.refuse_where_not_allowed(record, report, filled.new, bool(filled.changed))
        if not report.problems and (filled.new or filled.changed):
            filled.save(self.create)
            report.instance = filled.record
            report.import_type = report.IMPORT_TYPE_NEW if filled.new else report.IMPORT_TYPE_UPDATE

    def existing(self, cells: dict[str, str]) -> Model | None:
        """The record that a row is about; None for a new one. Raises ValueError with the remedy."""
        raise NotImplementedError

    def refuse_twice(self, record: Model | None, report: RowReport) -> None:
        """Of two rows for one record, the second would undo the first."""
        if record is not None and self.seen.setdefault(record.pk, report.number) != report.number:
            what = self._meta.model._meta.verbose_name
            refusal = _("or what stands for it is the %(name)s of row %(row)d: write it once.")
            raise ValueError(refusal % {"name": what, "row": self.seen[record.pk]})

    def by_id(self, text: str) -> Model:
        """The record of an id that the account may see."""
        found = self.known.get(text.strip().lower())
        if found is None:
            refusal = _("is the id of no %(name)s here: leave it empty for a new one.")
            raise ValueError(refusal % {"name": self._meta.model._meta.verbose_name})
        return found

    def only(self, found: QuerySet) -> Model | None:
        """The one record that was found; None where there is none."""
        records = list(found[:2])
        if len(records) > 1:
            raise ValueError(_("is empty, and two records fit this row: give the id of the one that is meant."))
        return records[0] if records else None

    def days(self, text: str) -> Range | None:
        """A date to look a record up by; None where it is none, which its own column then says."""
        try:
            return parse_range(text) if text.strip() else None
        except ValueError:
            return None

    def fill(self, record: Model | None, columns: list[Column], report: RowReport, model=None) -> Filled:
        """Put the cells into the record; what cannot be is in `report.problems`, what changes in its `changes`."""
        new = record is None
        record = record or (model or self._meta.model)()
        columns = [column for column in columns if not column.fixed]
        before = {column.name: "" if new else column.text(record) for column in columns}
        for column in columns:
            text = report.cells.get(column.name, "")
            same = column.name not in report.cells or text == before[column.name]
            if (same and not (new and column.needed)) or (column.kept and not text):
                continue
            try:
                column.set(record, text, self)
            except ValueError as error:
                report.refuse(column.name, str(error))
        if not report.problems:
            self.clean(record, columns, report)
        filled = Filled(record, new, columns)
        if not report.problems:
            for column in columns:
                now = column.text(record)
                if column.name in report.cells and now != before[column.name]:
                    filled.changed.append(column)
                    report.changes.append(Change(column.name, before[column.name], now))
        return filled

    def clean(self, record: Model, columns: list[Column], report: RowReport) -> None:
        try:
            record.clean()
        except ValidationError as error:
            names = {column.field.name: column.name for column in columns}
            for name, messages in (
                error.message_dict.items() if hasattr(error, "error_dict") else [("", error.messages)]
            ):
                report.refuse(names.get(name, ""), " ".join(messages))

    def refuse_where_not_allowed(self, record: Model | None, report: RowReport, new: bool, changed: bool) -> None:
        """The account's rights; and a colleague's work since the export is not written over."""
        what = self._meta.model._meta.verbose_name
        if new and not self.may_add():
            refusal = _("your account may not add a %(name)s: ask an administrator for the right to.")
            report.refuse("", refusal % {"name": what})
        if not new and changed:
            version = report.cells.get("version", "")
            if not self.may_change(record):
                report.changes.clear()
                refusal = _("your account may not change this %(name)s: take the row out, or ask an editor.")
                report.refuse("", refusal % {"name": what})
            elif version and version != str(record.version):
                report.refuse("version", STALE.format(record.version))

    def find(self, model: type[Model], text: str) -> Model:
        """A record by its slug or id, survivors of merges included. Raises ValueError with the nearest."""
        key = (model, text)
        if key not in self.found:
            self.found[key] = find(model, text)
        return self.found[key]

    def column_of(self, error: IntegrityError | DataError, report: RowReport) -> str:
        """The column that a breached constraint is about; the first where there are several."""
        diagnosis = getattr(error.__cause__, "diag", None)
        if diagnosis is None or not diagnosis.constraint_name:
            return ""
        fields = fields_of(diagnosis.constraint_name)
        ours = [c.name for c in self.columns_here if (c.field.model._meta.model_name, c.field.name) in fields]
        return next((name for name in ours if report.cells.get(name)), ours[0] if ours else "")

    # Out

    def export(self, queryset=None, **kwargs) -> tablib.Dataset:
        lines = []
        for record in self.iter_queryset(self.queryset if queryset is None else queryset):
            lines += self.lines_of(record)
            if len(lines) > MAX_ROWS:
                refusal = _("This list has more than %(most)s rows: filter it, and export part by part.")
                raise ValueError(refusal % {"most": f"{MAX_ROWS:,}"})
        names = [column.name for column in self.all_columns([name for line in lines for name in line])]
        dataset = tablib.Dataset(headers=names, title=self.file_name())
        for line in lines:
            dataset.append([line.get(name, "") for name in names])
        return dataset

    @classmethod
    def file_name(cls) -> str:
        """What files and their sheets are called: in English, as their columns are."""
        with override(settings.LANGUAGE_CODE):
            return str(cls._meta.model._meta.verbose_name_plural)

    def lines_of(self, record: Model) -> list[dict]:
        return [{column.name: column.cell(record) for column in self.columns}]

    def example(self) -> dict[str, str]:
        return {column.name: column.example for column in self.columns if column.example}

    def template(self) -> tablib.Dataset:
        """Headings and one example, which an import passes over."""
        dataset = tablib.Dataset(headers=[column.name for column in self.columns], title="template")
        dataset.append([column.example for column in self.columns])
        return dataset

    def notes(self) -> list[tuple[str, str, str]]:
        """The columns explained, for the template's second sheet and the pages."""
        return [("column", "", "meaning"), *((c.name, c.use, c.meaning) for c in self.columns)]
