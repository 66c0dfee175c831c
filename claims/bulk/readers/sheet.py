"""The columns of the admin's sheet of claims, as CSV (claims/columns.py has them, with their meaning).

A row is a citation; rows that follow one another and are of one claim (by claim_id, or alike in text, language,
claimants and date) are that claim. The admin's own import, for spreadsheets of some thousand rows, also takes rows of
one claim that stand apart.
"""

import re
from collections.abc import Iterator

from claims.bulk.readers.factcheck import csv_rows
from claims.bulk.readers.reader import Reader, Row
from claims.bulk.shapes import Wrong
from claims.columns import CITATION, CLAIM, QUANTITY
from factbase.dates import inclusive, parse_range
from factbase.spreadsheets.cells import parts_of, restored
from factbase.spreadsheets.columns import NO, YES

NUMBERED = re.compile(r"quantity_(?:(\d+)_)?(" + "|".join(["id", *QUANTITY]) + ")")
OF_CLAIM = [column.name for column in CLAIM]
OF_CITATION = {column.name: column.field.name for column in CITATION}
MOST_QUANTITIES = 50
WHOLE = ("significant_figures", "position")
YES_OR_NO = ("sensitive", "is_lead")
LISTS = ("topics", "subjects")
AS_THEY_ARE = ("kind", "text", "wording", "language", "occasion", "notes")
NEVER_READ = ("anchor", "position")


class Columns:
    """All that a sheet may have: there are columns for each of a claim's numbers."""

    def __contains__(self, name):
        match = NUMBERED.fullmatch(name)
        return name in OF_CLAIM or name in OF_CITATION or bool(match and 1 <= int(match[1] or 1) <= MOST_QUANTITIES)


class Sheet(Reader):
    """A claim has the number of its first row."""

    def __iter__(self) -> Iterator[Row]:
        first, group = 0, []
        for n, row in csv_rows(self, Columns(), ("text",)):
            if isinstance(row, Wrong):
                yield n, row
                continue
            cells = {name: restored(cell) for name, cell in row.items()}
            if group and key_of(cells) != key_of(group[0]):
                yield first, claim_of(group)
                group = []
            first = first if group else n
            group.append(cells)
        if group:
            yield first, claim_of(group)


def key_of(cells: dict) -> tuple:
    if cells.get("claim_id"):
        return (cells["claim_id"],)
    return tuple(cells.get(name, "") for name in ("text", "language", "claimants", "stated"))


def claim_of(group: list[dict]) -> dict | Wrong:
    try:
        return record(group)
    except Refused as error:
        return error.wrong


class Refused(Exception):
    def __init__(self, column: str, value: str, reason: str):
        self.wrong = Wrong(column, value, reason)


def record(group: list[dict]) -> dict:
    cells, found = group[0], {}
    for other in group[1:]:
        for name in OF_CLAIM:
            if other.get(name) and other[name] != cells.get(name):
                raise Refused(name, other[name], "differs from the claim's first row: make them alike.")
    for name in AS_THEY_ARE:
        if name in cells:
            found[name] = cells[name]
    if cells.get("claim_id"):
        found["id"] = cells["claim_id"]
    if cells.get("embargo_until"):
        found["embargo_until"] = cells["embargo_until"]
    if "sensitive" in cells:
        found["sensitive"] = yes_or_no("sensitive", cells["sensitive"])
    if cells.get("proposition"):
        found["proposition"] = cells["proposition"]
    for name in LISTS:
        if name in cells:
            found[name] = parts_of(cells[name])
    if "claimants" in cells:
        found["claimants"] = [claimant(item) for item in parts_of(cells["claimants"])]
    if cells.get("stated") or cells.get("stated_as_written"):
        words = {"as_written": cells.get("stated_as_written", ""), "basis": cells.get("stated_basis", "")}
        found["stated"] = days("stated", cells.get("stated", "")) | words
    quantities = list(quantities_in(cells, found.get("text", "")))
    if any(NUMBERED.fullmatch(name) for name in cells):
        found["quantities"] = quantities
    if any(name in cells for name in OF_CITATION):
        found["citations"] = [each for row in group if (each := citation(row))]
    return found


def yes_or_no(column: str, text: str) -> bool:
    if text.lower() in (*YES, *NO):
        return text.lower() in YES
    raise Refused(column, text, "is neither yes nor no: write one of them.")


def days(column: str, text: str) -> dict:
    """A date in one cell, as first and last day."""
    if not text:
        return {}
    try:
        begin, end = inclusive(parse_range(text))
    except ValueError as error:
        raise Refused(column, text, str(error)) from None
    return {"from": begin and begin.isoformat(), "to": end and end.isoformat()}


def whole(column: str, text: str) -> int:
    if not text.isdecimal():
        raise Refused(column, text, "is no whole number: write digits.")
    return int(text)


def claimant(item: str) -> dict:
    """As in the sheet: named:slug, unnamed:words, author; then | role=… | label=…"""
    first, *others = parts_of(item, "|")
    basis, _colon, who = (part.strip() for part in first.partition(":"))
    found = {"basis": basis.lower()}
    if basis.lower() in ("named", "author") and who:
        found["speaker"] = who
    elif who:
        found["label"] = who
    for other in others:
        name, _equals, value = (part.strip() for part in other.partition("="))
        if name not in ("role", "label"):
            raise Refused("claimants", item, "has what is neither role= nor label=: mend it.")
        found[name] = {"title": value} if name == "role" else value
    return found


def quantities_in(cells: dict, text: str) -> Iterator[dict]:
    numbers: dict[int, dict] = {}
    for name, cell in cells.items():
        if cell and (match := NUMBERED.fullmatch(name)):
            numbers.setdefault(int(match[1] or 1), {})[match[2]] = cell
    for number in sorted(numbers):
        found, column = numbers[number], "quantity_" if number == 1 else f"quantity_{number}_"
        for name in WHOLE:
            if name in found:
                found[name] = whole(column + name, found[name])
        match = found.pop("indicator_match", "")
        if indicator := found.pop("indicator", ""):
            found["indicator"] = {"slug": indicator, "match": match}
        if "period" in found or "period_label" in found:
            label = found.pop("period_label", "")
            found["period"] = days(f"{column}period", found.pop("period", "")) | {"label": label}
        words = found.get("as_written", "")
        if words and text.count(words) == 1:
            found |= {"start": text.index(words), "end": text.index(words) + len(words)}
        yield found


def citation(cells: dict) -> dict | None:
    found = {field: cells[name] for name, field in OF_CITATION.items() if cells.get(name) and field not in NEVER_READ}
    if not found:
        return None
    if "is_lead" in found:
        found["is_lead"] = yes_or_no("is_lead", found["is_lead"])
    return found
