"""Cells and files of spreadsheets: what is written comes back exactly, nothing runs, and bad files are named."""

import io
import zipfile
from datetime import date, datetime
from decimal import Decimal

import openpyxl
import pytest
import tablib
from hypothesis import given
from hypothesis import strategies as st

from factbase.spreadsheets import files
from factbase.spreadsheets.cells import FORMULA, joined, neutralised, parts_of, restored, words_of
from factbase.spreadsheets.files import CSV, XLSX, Unreadable, read_sheet

WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40)
TRICKY = [
    "=1+1",
    "'=1+1",
    "''=1",
    "+1",
    "-1",
    "@x",
    "\t=1",
    "\r\n",
    " =1",
    "'quoted'",
    "＝1",
    "_x000D_",
    "_x005F_",
    "a\r\nb",
]


def xlsx_of(*lines):
    book = openpyxl.Workbook()
    for line in lines:
        book.active.append(line)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def written(fmt, *lines):
    data = fmt().export_data(tablib.Dataset(*lines, headers=["a", "b"]))
    return data if isinstance(data, bytes) else data.encode("utf-8-sig")


class TestCells:
    @given(WORDS | st.sampled_from(TRICKY))
    def test_nothing_runs_and_everything_comes_back(self, text):
        assert neutralised(text)[:1] not in tuple("=+-@\t\r")
        assert restored(neutralised(text)) == text

    @pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", " =1", "'=1"])
    def test_a_formula_gets_one_apostrophe(self, text):
        assert neutralised(text) == f"'{text}"

    @pytest.mark.parametrize("text", ["", "'quoted'", "a=b", "6 million", "¿=?"])
    def test_other_words_are_left_alone(self, text):
        assert neutralised(text) == restored(text) == text

    @given(st.lists(WORDS.map(str.strip).filter(bool), max_size=4))
    def test_lists_come_back(self, items):
        assert parts_of(joined(items)) == items

    @pytest.mark.parametrize(
        ("value", "number_format", "words"),
        [
            pytest.param(datetime(2018, 12, 1), "mmm-yy", "2018-12", id="month that Excel made a day"),
            pytest.param(datetime(2017, 2, 23), "dd/mm/yyyy", "2017-02-23", id="day"),
            pytest.param(date(2017, 2, 23), "", "2017-02-23", id="date"),
            pytest.param(2.7, "", "2.7", id="fraction"),
            pytest.param(1e21, "", "1000000000000000000000", id="large"),
            pytest.param(2018, "", "2018", id="year"),
            pytest.param(True, "", "yes", id="true"),
        ],
    )
    def test_what_excel_makes_of_typed_words_is_words_again(self, value, number_format, words):
        assert words_of(value, number_format) == words


class TestFiles:
    @pytest.mark.parametrize(("fmt", "name"), [(CSV, "x.csv"), (XLSX, "x.xlsx")])
    @given(st.lists(st.tuples(WORDS, WORDS) | st.tuples(st.sampled_from(TRICKY), WORDS), max_size=3))
    def test_what_is_written_is_read(self, fmt, name, lines):
        rows = read_sheet(name, written(fmt, *lines)).rows
        assert [(row.cells["a"], row.cells["b"]) for row in rows] == [line for line in lines if any(line)]

    def test_numbers_stay_numbers_as_far_as_a_spreadsheet_holds_them(self):
        data = written(XLSX, [-3200000, Decimal("12345678901234567890")], [Decimal("2.7"), "=1+1"])
        cells = list(openpyxl.load_workbook(io.BytesIO(data)).active.iter_rows(min_row=2))
        assert [(cell.value, cell.data_type) for row in cells for cell in row] == [
            (-3200000, "n"),
            ("12345678901234567890", "s"),
            (2.7, "n"),
            ("'=1+1", "s"),
        ]

    def test_a_formula_is_seen_and_not_run(self):
        cell = read_sheet("x.xlsx", xlsx_of(["a"], ["=1+1"])).rows[0].cells["a"]
        assert cell == "=1+1"
        assert "is a formula" in cell.problem

    def test_rows_are_numbered_as_the_spreadsheet_does(self):
        assert [row.number for row in read_sheet("x.csv", b"a,b\n1,2\n,\n\n3,4").rows] == [2, 5]
        assert [row.number for row in read_sheet("x.xlsx", xlsx_of(["a"], ["1"], [None], ["3"])).rows] == [2, 4]

    @pytest.mark.parametrize("separator", [",", ";", "\t"])
    def test_separators_of_every_country(self, separator):
        assert read_sheet("x.csv", f"a{separator}b\n1,5{separator}2".encode() if separator != "," else b"a,b\n1,2")

    def test_latin_1_is_read_and_said(self):
        sheet = read_sheet("x.csv", "name\nDetención".encode("cp1252"))
        assert sheet.rows[0].cells == {"name": "Detención"}
        assert "Latin-1" in sheet.remarks[0]

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
    def test_unicode_is_read(self, encoding):
        assert read_sheet("x.csv", "name\nDetención".encode(encoding)).rows[0].cells == {"name": "Detención"}

    @pytest.mark.parametrize(
        ("name", "data", "message"),
        [
            pytest.param("x.xlsx", b"%PDF-1.7 ...", "'x.xlsx' is a PDF file", id="PDF called XLSX"),
            pytest.param("x.csv", b"%PDF-1.7 ...", "'x.csv' is a PDF file", id="PDF called CSV"),
            pytest.param("x.xls", b"\xd0\xcf\x11\xe0\xa1", "an old Excel file", id="XLS"),
            pytest.param("x.xlsx", b"a,b\n1,2", "is no XLSX file", id="CSV called XLSX"),
            pytest.param("x.xlsx", b"PK\x03\x04 and no more", "is a damaged XLSX file", id="broken ZIP"),
            pytest.param("x.csv", b"a,b\n\x00\x01\x02", "is no text", id="binary"),
            pytest.param("x.csv", b"a\n\x81", "is no text in UTF-8 or Windows-1252", id="neither encoding"),
            pytest.param("x.csv", b'a,b\n"1,2', "is no CSV", id="quote left open"),
            pytest.param("x.csv", b"", "has no headings", id="empty"),
            pytest.param("x.csv", b"a,a\n1,2", "has the column a twice", id="column twice"),
            pytest.param("x.csv", b"a\n1,2", "Row 2 of 'x.csv' has a cell under no heading", id="no heading"),
        ],
    )
    def test_a_bad_file_is_refused_by_name(self, name, data, message):
        with pytest.raises(Unreadable, match=message):
            read_sheet(name, data)

    def test_a_zip_that_is_no_workbook(self):
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w") as archive:
            archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        with pytest.raises(Unreadable, match="no Excel workbook in it"):
            read_sheet("x.xlsx", stream.getvalue())

    def test_a_file_that_unpacks_without_end(self, monkeypatch):
        monkeypatch.setattr(files, "MAX_UNPACKED", 1000)
        with pytest.raises(Unreadable, match="too big when unpacked"):
            read_sheet("x.xlsx", xlsx_of(["a"], ["1"]))

    def test_limits_of_size_and_rows(self):
        with pytest.raises(Unreadable, match="'x.csv' has 25.0 MB: 10 MB at most"):
            read_sheet("x.csv", b"a\n" + b"1" * 25_000_000)
        assert len(read_sheet("x.csv", b"a\n" + b"1\n" * 20_000)) == 20_000
        with pytest.raises(Unreadable, match="more than 20,000 rows"):
            read_sheet("x.csv", b"a\n" + b"1\n" * 20_001)
        with pytest.raises(Unreadable, match="more than 20,000 rows"):
            read_sheet("x.xlsx", xlsx_of(["a"], *[["1"]] * 20_001))

    def test_words_too_long_for_a_cell_of_xlsx_are_not_cut(self):
        with pytest.raises(ValueError, match="export as CSV"):
            written(XLSX, ["x" * 32_768, ""])


def test_the_pattern_needs_no_more_than_a_glance():
    assert FORMULA.match("'" * 100_000 + "x") is None
