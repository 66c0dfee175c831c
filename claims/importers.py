"""The sheet of claims: one row a citation; what its rows make of claims, their numbers and their citations."""

import re
from collections.abc import Iterable
from contextlib import suppress

from django.db.models import Model, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from claims.columns import CITATION, CLAIM, QUANTITY, quantity_columns
from claims.models import Citation, Claim, Quantity
from factbase.dates import format_range, parse_range
from factbase.spreadsheets.cells import parts_of
from factbase.spreadsheets.columns import Column, column
from factbase.spreadsheets.files import Row, Sheet
from factbase.spreadsheets.resource import Filled, SheetResource
from factbase.spreadsheets.results import RowReport

NUMBERED = re.compile(r"quantity_(?:(\d+)_)?(?:id|" + "|".join(QUANTITY) + ")")
MOST_QUANTITIES = 50
SPAN = [column(Quantity, "start"), column(Quantity, "end")]  # Not in the sheet: they are found in the text.
CLAIMANTS = next(column for column in CLAIM if column.name == "claimants")
IN_SNAPSHOT = gettext_lazy("is anchored in a snapshot of its source: change it on the citation's own page.")


class ClaimResource(SheetResource):
    """Rows of one claim stand or fall together; its own columns say the same in each, or nothing after the first."""

    columns = [*CLAIM, *quantity_columns(1), *CITATION]
    insert_batch = True
    explained = gettext_lazy(
        "One row is one citation: a claim with two citations has two rows, with the claim's own columns alike in both. "
        "A second number of a claim goes into columns quantity_2_value, quantity_2_unit and so on. "
        "Rows without a claim_id are one claim where text, language, claimants and date are the same, and that claim "
        "is changed if it is here already. A citation without an id is known by its source and quote, or locator. "
        "Translations, reviews and links are not in this sheet."
    )

    class Meta:
        model = Claim

    def all_columns(self, names: list[str]) -> list[Column]:
        numbers = {int(match[1] or 1) for name in names if (match := NUMBERED.fullmatch(name))}
        self.numbers = sorted(number for number in numbers if 1 <= number <= MOST_QUANTITIES) or [1]
        return [*CLAIM, *(column for number in self.numbers for column in quantity_columns(number)), *CITATION]

    def notes(self) -> list[tuple[str, str, str]]:
        needed_in = {column.name: _("needed in a number") for column in quantity_columns(1) if column.needed}
        needed_in |= {column.name: _("needed in a citation") for column in CITATION if column.needed}
        return [(name, needed_in.get(name, use), meaning) for name, use, meaning in super().notes()]

    # Which claim, number and citation a row is about

    def with_parts(self, claims: QuerySet) -> QuerySet:
        return claims.prefetch_related(
            "proposition",
            "claimants__speaker",
            "claimants__role__speaker__roles",
            "claimtopic_set__topic",
            "claimsubject_set__speaker",
            "quantities__indicator",
            "citations",
        )

    def ids_in(self, groups: list[list[Row]]) -> set[str]:
        alike = (self.alike.get(key_of_row(rows[0]), []) for rows in groups)
        return super().ids_in(groups).union(*alike)

    def records_named_in(self, groups: list[list[Row]]) -> dict[str, Model]:
        queryset, self.queryset = self.queryset, self.with_parts(self.queryset)
        known = super().records_named_in(groups)
        self.queryset = queryset
        return known

    def before_import(self, dataset: Sheet, **kwargs) -> None:
        """Find the claims that rows without an id may mean, all in one query."""
        texts = {words(row, "text") for row in dataset.rows if not row.cells.get("claim_id", "").strip()}
        self.alike: dict[tuple, list[str]] = {}
        for claim in self.with_parts(self.queryset.filter(text__in=texts).order_by("pk")) if texts else ():
            self.alike.setdefault(key_of_claim(claim), []).append(str(claim.pk))

    def groups(self, rows: list[Row]) -> Iterable[list[Row]]:
        claims: dict[object, list[Row]] = {}
        for (row,) in super().groups(rows):
            claims.setdefault(row.cells.get("claim_id", "").strip() or key_of_row(row), []).append(row)
        return claims.values()

    def existing(self, cells: dict[str, str]) -> Claim | None:
        if cells.get("claim_id", "").strip():
            return self.by_id(cells["claim_id"])
        alike = self.alike.get(key_of_row(Row(0, cells)), [])
        if len(alike) > 1:
            raise ValueError(_("is empty, and two claims fit this row: give the id of the one that is meant."))
        return self.known[alike[0]] if alike else None

    # What the rows make of it

    def save_group(self, reports: list[RowReport]) -> None:
        first = reports[0]
        try:
            claim = self.existing(first.cells)
            self.refuse_twice(claim, first)
        except ValueError as error:
            first.refuse("claim_id", str(error))
            return
        own = [column for column in CLAIM if column in self.columns_here]
        self.refuse_differing(reports, own)
        old_text = claim.text if claim else ""
        filled = self.fill(claim, own, first)
        claim = filled.record
        parts = [*self.fill_quantities(filled, first, old_text), *self.fill_citations(filled, reports)]
        changed = bool(filled.changed) or any(part.new or part.changed for part in parts)
        self.refuse_where_not_allowed(claim, first, filled.new, changed)
        if not claim_is_right(reports):
            return
        if filled.new or filled.changed:
            filled.save(self.create)
        if not filled.new and claim.text != old_text:
            respan(claim)
        for part in parts:
            if part.new or part.changed:
                part.record.claim = claim
                part.save(self.create)
        if filled.new or changed:
            first.instance = claim
        for report in reports:
            if filled.new:
                report.import_type = report.IMPORT_TYPE_NEW
            elif report.changes:
                report.import_type = report.IMPORT_TYPE_UPDATE

    def refuse_differing(self, reports: list[RowReport], own: list[Column]) -> None:
        """The claim's own columns say the same in each of its rows, or nothing after the first."""
        names = [column.name for column in own if not column.fixed]
        names += [column.name for number in self.numbers for column in quantity_columns(number)]
        first, *others = reports
        for other in others:
            for name in names:
                cell, expected = other.cells.get(name, ""), first.cells.get(name, "")
                if cell and cell != expected:
                    differs = _("differs from row %(row)d, which is the same claim: make them alike.")
                    other.refuse(name, differs % {"row": first.number})

    def fill_quantities(self, claim: Filled, report: RowReport, old_text: str) -> list[Filled]:
        left = [] if claim.new else list(claim.record.quantities.all())
        filled = []
        for number in self.numbers:
            key, *columns = [c for c in quantity_columns(number) if c in self.columns_here or c.field.primary_key]
            cells = {column.field.name: report.cells.get(column.name, "") for column in [key, *columns]}
            if not any(cells.values()):
                continue
            record = None
            if cells["id"].strip():
                record = next((one for one in left if str(one.pk) == cells["id"].strip().lower()), None)
                if record is None:
                    report.refuse(key.name, _("is the id of no number of this claim: leave it empty for a new one."))
                    continue
            else:
                alike = [one for one in left if one.as_written == cells.get("as_written", "").strip()]
                record = next((one for one in alike if same_value(one, columns, cells)), alike[0] if alike else None)
            if record:
                left.remove(record)
            part = self.fill(record, columns, report, Quantity)
            if part.new or any(column.field.name == "as_written" for column in part.changed):
                span(part.record, claim.record.text)
                part.changed += SPAN
            filled.append(part)
        return filled

    def fill_citations(self, claim: Filled, reports: list[RowReport]) -> list[Filled]:
        left = [] if claim.new else list(claim.record.citations.all())
        last = max((citation.position for citation in left), default=-1)
        columns = [column for column in CITATION if column in self.columns_here]
        filled, taken = [], {}
        for report in reports:
            if not any(report.cells.get(column.name, "").strip() for column in columns if column.name != "anchor"):
                if report is not reports[0]:
                    empty = _("is empty: row %(row)d is the same claim; take this row out.")
                    report.refuse("source", empty % {"row": reports[0].number})
                continue
            try:
                record = self.citation(report, left, taken)
            except ValueError as error:
                report.refuse("citation_id" if report.cells.get("citation_id", "").strip() else "source", str(error))
                continue
            anchored = record is not None and record.start is not None
            part = self.fill(record, columns, report, Citation)
            if anchored:
                for change in [c for c in report.changes if c.column in ("quote", "source")]:
                    report.refuse(change.column, IN_SNAPSHOT)
            if part.new and not report.cells.get("position", "").strip():
                part.record.position = last + 1
            last = max(last, part.record.position)
            if record is not None:
                left.remove(record)
            taken[part.record.source_id, part.record.quote, part.record.locator] = report.number
            filled.append(part)
        return filled

    def citation(self, report: RowReport, left: list[Citation], taken: dict[tuple, int]) -> Citation | None:
        """The claim's citation that a row is about; None for a new one."""
        cells = report.cells
        if key := cells.get("citation_id", "").strip().lower():
            found = [one for one in left if str(one.pk) == key]
            if not found:
                raise ValueError(_("is the id of no citation of this claim, or that of a row above: clear it."))
            return found[0]
        if not cells.get("source", "").strip():
            return None
        source = self.find(Citation._meta.get_field("source").related_model, cells["source"].strip())
        quote, locator = cells.get("quote", "").replace("\r\n", "\n"), cells.get("locator", "").strip()
        if (source.pk, quote, locator) in taken:
            row = taken[source.pk, quote, locator]
            raise ValueError(_("quote and locator are those of row %(row)d: take one of the two out.") % {"row": row})
        alike = [one for one in left if one.source_id == source.pk and one.quote == quote]
        same = [one for one in alike if one.locator == locator]
        return same[0] if same else alike[0] if quote and len(alike) == 1 else None

    # Out

    def export(self, queryset=None, **kwargs):
        claims = self.queryset if queryset is None else queryset
        return super().export(self.with_parts(claims.prefetch_related(None)), **kwargs)

    def lines_of(self, claim: Claim) -> list[dict]:
        line = {column.name: column.cell(claim) for column in CLAIM}
        for number, quantity in enumerate(claim.quantities.all(), 1):
            line |= {column.name: column.cell(quantity) for column in quantity_columns(number)}
        citations = list(claim.citations.all())
        return [line | {column.name: column.cell(one) for column in CITATION} for one in citations] or [line]


def claim_is_right(reports: list[RowReport]) -> bool:
    return not any(report.problems for report in reports)


def words(row: Row, name: str) -> str:
    return row.cells.get(name, "").replace("\r\n", "\n").strip()


def key_of_row(row: Row) -> tuple:
    """What a claim without an id is known by: text, language, claimants (their roles aside) and date."""
    stated = words(row, "stated")
    with suppress(ValueError):  # Its own column says so.
        stated = format_range(parse_range(stated)) if stated else ""
    return words(row, "text"), words(row, "language"), claimants_in(row.cells.get("claimants", "")), stated


def key_of_claim(claim: Claim) -> tuple:
    return claim.text, claim.language, claimants_in(CLAIMANTS.text(claim)), format_range(claim.stated)


def claimants_in(text: str) -> tuple:
    found = []
    for item in parts_of(text):
        first, *others = parts_of(item, "|") or [""]
        basis, _colon, who = first.partition(":")
        labels = [other.partition("=")[2].strip() for other in others if other.startswith("label")]
        found.append((basis.strip().lower(), who.strip(), *labels))
    return tuple(found)


def span(quantity: Quantity, text: str) -> None:
    """Where the number's words stand in the claim's text; nowhere, where that is not certain."""
    words = quantity.as_written
    once = bool(words) and text.count(words) == 1
    quantity.start = text.index(words) if once else None
    quantity.end = quantity.start + len(words) if once else None


def respan(claim: Claim) -> None:
    """The claim has another text: its numbers' words stand elsewhere now."""
    for quantity in claim.quantities.all():
        if quantity.start is not None and claim.text[quantity.start : quantity.end] != quantity.as_written:
            span(quantity, claim.text)
            quantity.save(update_fields=["start", "end"])


def same_value(quantity: Quantity, columns: list[Column], cells: dict) -> bool:
    return all(c.text(quantity) == cells["value"].strip() for c in columns if c.field.name == "value")
