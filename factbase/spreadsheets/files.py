"""Spreadsheet files: CSV and XLSX, read within stated limits and written so that nothing in them runs."""

import csv
import io
import warnings
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass, field

import openpyxl
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from import_export.formats import base_formats
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font

from .cells import WrongCell, fits_a_number, neutralised, restored, words_of, xml_escaped

MEGABYTE = 1_000_000
MAX_BYTES = 10 * MEGABYTE
MAX_ROWS = 20_000
MAX_UNPACKED = 200 * MEGABYTE  # An XLSX file is a ZIP, and a small one can unpack without end.
MAX_CELL = 32_767  # What one cell of XLSX holds.
CSV_CELL = 1_000_000

SAVE_AS = gettext_lazy("save it as XLSX or CSV in the program that it came from")
OTHERS = {
    b"%PDF": gettext_lazy("a PDF file"),
    b"\xd0\xcf\x11\xe0": gettext_lazy("an old Excel file (.xls) or one with a password"),
    b"\x89PNG": gettext_lazy("a picture"),
    b"\xff\xd8\xff": gettext_lazy("a picture"),
    b"{\\rtf": gettext_lazy("a text document (RTF)"),
    b"<htm": gettext_lazy("a web page"),
    b"<!do": gettext_lazy("a web page"),
    b"<?xm": gettext_lazy("an XML file"),
}


Lines = Iterable[tuple[int, list[str]]]  # A row's number, and its cells.


class Unreadable(ValueError):
    """The file as a whole cannot be taken. Says why, and what to do."""


@dataclass
class Row:
    number: int  # As the spreadsheet counts: the headings are row 1.
    cells: dict[str, str]  # By column.


@dataclass
class Sheet:
    name: str
    columns: list[str]
    rows: list[Row]
    remarks: list[str] = field(default_factory=list)

    def __len__(self):
        return len(self.rows)


def read_sheet(name: str, data: bytes) -> Sheet:
    """The first sheet of a file. Raises Unreadable."""
    refuse_size(name, len(data))
    start = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    for magic, kind in OTHERS.items():
        if start[: len(magic)].lower() == magic.lower():
            refusal = _("'%(name)s' is %(kind)s, whatever its name says: %(remedy)s.")
            raise Unreadable(refusal % {"name": name, "kind": kind, "remedy": SAVE_AS})
    if data.startswith(b"PK"):
        return in_columns(name, read_xlsx(name, data), [])
    if name.lower().endswith((".xlsx", ".xlsm", ".ods", ".xls")):
        refusal = _("'%(name)s' is no XLSX file, whatever its name says: %(remedy)s.")
        raise Unreadable(refusal % {"name": name, "remedy": SAVE_AS})
    text, remarks = decoded(name, data)
    return in_columns(name, read_csv(name, text), remarks)


def refuse_size(name: str, size: int) -> None:
    if size > MAX_BYTES:
        refusal = _("'%(name)s' has %(size)s MB: %(most)d MB at most. Split it into smaller files.")
        raise Unreadable(refusal % {"name": name, "size": f"{size / MEGABYTE:.1f}", "most": MAX_BYTES // MEGABYTE})


def decoded(name: str, data: bytes) -> tuple[str, list[str]]:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode("utf-16"), [_("It was read as UTF-16.")]
        except UnicodeDecodeError:
            refusal = _("'%(name)s' is no text: %(remedy)s.")
            raise Unreadable(refusal % {"name": name, "remedy": SAVE_AS}) from None
    encoding, remarks = "utf-8-sig", []
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        try:
            text = data.decode("cp1252")
        except UnicodeDecodeError:
            refusal = _("'%(name)s' is no text in UTF-8 or Windows-1252: save it as “CSV UTF-8”.")
            raise Unreadable(refusal % {"name": name}) from None
        remarks = [
            _(
                "It is not in UTF-8 and was read as Windows-1252 (Latin-1). Look at the accents below before you go on;"
                " if they are wrong, save the file as “CSV UTF-8”."
            )
        ]
    if "\0" in text:
        refusal = _("'%(name)s' is no text, so no CSV: %(remedy)s.")
        raise Unreadable(refusal % {"name": name, "remedy": SAVE_AS})
    return text, remarks


def read_csv(name: str, text: str) -> Lines:
    """Excel writes semicolons in many countries: what parts the headings is the separator."""
    headings = text.lstrip("\r\n").partition("\n")[0]
    separator = max(",;\t", key=headings.count)
    csv.field_size_limit(CSV_CELL)
    try:
        for number, cells in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True), 1):
            yield number, [restored(cell) for cell in cells]
    except csv.Error as error:
        refusal = _("'%(name)s' is no CSV (%(error)s): %(remedy)s.")
        raise Unreadable(refusal % {"name": name, "error": error, "remedy": SAVE_AS}) from None


def read_xlsx(name: str, data: bytes) -> Lines:
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        if "xl/workbook.xml" not in archive.namelist():
            refusal = _("'%(name)s' is a ZIP file with no Excel workbook in it: %(remedy)s.")
            raise Unreadable(refusal % {"name": name, "remedy": SAVE_AS})
        if sum(part.file_size for part in archive.infolist()) > MAX_UNPACKED:
            refusal = _("'%(name)s' is too big when unpacked: %(most)d MB at most. Split it into smaller files.")
            raise Unreadable(refusal % {"name": name, "most": MAX_UNPACKED // MEGABYTE})
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Of styles and extensions that do not matter here.
            return first_sheet(data)
    except Unreadable:
        raise
    # openpyxl raises whatever a damaged file makes it raise.
    except Exception as error:  # noqa: BLE001
        refusal = _("'%(name)s' is a damaged XLSX file (%(error)s): %(remedy)s anew.")
        raise Unreadable(refusal % {"name": name, "error": type(error).__name__, "remedy": SAVE_AS}) from None


def first_sheet(data: bytes) -> Lines:
    # The formulas, not what they last came to, so that they are seen and refused.
    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=False)
    sheet = book.worksheets[0]
    sheet.reset_dimensions()
    lines = []
    for number, cells in enumerate(sheet.iter_rows(), 1):
        if any(cell.value is not None for cell in cells):  # Excel keeps empty rows that were coloured once.
            lines.append((number, [cell_of(cell) for cell in cells]))
        if len(lines) > MAX_ROWS + 1:
            break  # in_columns says so.
    return lines


def cell_of(cell) -> str:
    if cell.data_type == "f":
        formula = str(cell.value)
        return WrongCell(
            formula, _("is a formula, which is never run here: put its value in (“Paste special”, values).")
        )
    if cell.data_type == "e":
        return WrongCell(str(cell.value), _("is a spreadsheet's error: mend the cell."))
    return words_of(cell.value, cell.number_format if cell.is_date else "")


def in_columns(name: str, lines: Lines, remarks: list[str]) -> Sheet:
    lines = iter(lines)
    _number, headings = next(lines, (1, []))
    columns = [heading.strip().lower() for heading in headings]
    while columns and not columns[-1]:
        columns.pop()
    if not any(columns):
        refusal = _("'%(name)s' has no headings: its first row names the columns, as the template's does.")
        raise Unreadable(refusal % {"name": name})
    twice = {column for column in columns if column and columns.count(column) > 1}
    if twice:
        refusal = _("'%(name)s' has the column %(columns)s twice: take one out.")
        raise Unreadable(refusal % {"name": name, "columns": ", ".join(sorted(twice))})
    rows = []
    for number, cells in lines:
        if not any(cells):
            continue
        if any(cells[len(columns) :]) or any(cell for cell, column in zip(cells, columns, strict=False) if not column):
            refusal = _("Row %(number)d of '%(name)s' has a cell under no heading: name its column, or clear it.")
            raise Unreadable(refusal % {"number": number, "name": name})
        if len(rows) == MAX_ROWS:
            refusal = _("'%(name)s' has more than %(most)s rows: split it into smaller files.")
            raise Unreadable(refusal % {"name": name, "most": f"{MAX_ROWS:,}"})
        padded = [*cells, *[""] * (len(columns) - len(cells))]
        rows.append(Row(number, {column: cell for column, cell in zip(columns, padded, strict=False) if column}))
    return Sheet(name, [column for column in columns if column], rows, remarks)


class CSV(base_formats.CSV):
    def export_data(self, dataset, **kwargs):
        stream = io.StringIO(newline="")
        writer = csv.writer(stream)
        for cells in [dataset.headers, *dataset]:
            writer.writerow([neutralised(cell) if isinstance(cell, str) else cell for cell in cells])
        return stream.getvalue()


class XLSX(base_formats.XLSX):
    def export_data(self, dataset, *, notes: list[tuple] = (), **kwargs):
        """The rows, and `notes` on a second sheet. Raises ValueError where a cell cannot hold its words."""
        sheets = {dataset.title or "rows": [dataset.headers, *dataset], "columns": notes}
        sheets = {title: [[storable(value) for value in line] for line in lines] for title, lines in sheets.items()}
        book = openpyxl.Workbook(write_only=True)
        for title, lines in sheets.items():
            if lines:
                write_lines(book.create_sheet(title), lines)
        stream = io.BytesIO()
        book.save(stream)
        return stream.getvalue()


def storable(value):
    """A number, or words that XLSX holds."""
    if fits_a_number(value) or value in (None, ""):
        return value
    text = xml_escaped(neutralised(str(value)))
    if len(text) > MAX_CELL:
        refusal = _("“%(text)s…” is longer than a cell of XLSX may be: export as CSV.")
        raise ValueError(refusal % {"text": text[:40]})
    return text


def write_lines(sheet, lines: list[list]) -> None:
    sheet.freeze_panes = "A2"
    for number, line in enumerate(lines):
        cells = []
        for value in line:
            cell = WriteOnlyCell(sheet, None if isinstance(value, str) else value)
            if isinstance(value, str) and value:
                # Set past openpyxl, which makes a formula of what begins with "=".
                cell._value, cell.data_type, cell.number_format = value, "s", "@"
                cell.alignment = Alignment(wrap_text="\n" in value, vertical="top")
            cell.font = Font(bold=number == 0)
            cells.append(cell)
        sheet.append(cells)
