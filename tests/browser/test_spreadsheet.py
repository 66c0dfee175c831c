"""A spreadsheet with three wrong rows: seen, mended, imported, exported, and imported again without a change."""

import csv
import io

import openpyxl
import pytest
from playwright.sync_api import expect

from claims.models import Claim
from tests import factories

from .desk import CLAIMS, said

SHEET = """\
kind,text,wording,language,stated,stated_basis,claimants,quantity_as_written,quantity_value,quantity_comparator,\
quantity_significant_figures,quantity_unit,source,quote,directness
statistic,There are roughly 6 million workers.,edited,en,2017-03-19,printed,named:ana-ruiz,roughly 6 million,6000000,\
about,1,workers,https://news.example.org/a,"There are roughly 6 million workers, she said.",indirect
statistic,There were 2.7 million arrests.,edited,en,2022-10,printed,author,2.7 million,2.7 million,equal,2,arrests,\
https://news.example.org/a,We counted 2.7 million arrests.,author
statement,We will build a wall.,verbatim,en,2017-01,printed,named:ana-ruiz,,,,,,https://news.example.org/a,\
We will build a wall.,direct
fact,=The fence is 1000 km long.,edited,en,last week,printed,author,1000 km,1000,equal,1,km,https://news.example.org/a,\
The fence is 1000 km long.,author
opinion,It was wrong.,verbatim,en,,,named:ana-ruiz,,,,,,https://news.example.org/a,It was wrong.,direct
"""
# Row, column, value, and a word of the remedy.
WRONG = [
    ("3", "quantity_value", "2.7 million", "digits"),
    ("4", "kind", "statement", "statistic"),
    ("5", "stated", "last week", "2017-02-23"),
]
MENDED = SHEET.replace("2.7 million,equal", "2700000,equal").replace("statement,", "promise,")
MENDED = MENDED.replace("last week", "2018-12")


def preview(page, name, data):
    page.goto(f"{CLAIMS}import/")
    page.get_by_label("Spreadsheet").set_input_files({"name": name, "mimeType": "", "buffer": data})
    page.get_by_role("button", name="Preview").click()
    expect(page.get_by_role("heading", name=f"What {name} would do")).to_be_visible()


def export(page, kind):
    """What the list's Export gives, as bytes."""
    page.goto(CLAIMS)
    page.get_by_role("link", name="Export").click()
    page.get_by_label("Format").select_option(label=kind)
    with page.expect_download() as download:
        page.get_by_role("button", name="Submit").click()
    return download.value.path().read_bytes()


def texts(kind, data):
    if kind == "csv":
        return {row["text"] for row in csv.DictReader(io.StringIO(data.decode("utf-8-sig")))}
    names, *rows = openpyxl.load_workbook(io.BytesIO(data)).active.iter_rows(values_only=True)
    return {row[names.index("text")] for row in rows}


def test_three_wrong_rows_are_mended_and_the_sheet_goes_in_and_out(sign_in):
    factories.SpeakerFactory(name="Ana Ruiz")
    factories.SourceFactory(url="https://news.example.org/a")
    page = sign_in("edna")

    preview(page, "claims.csv", SHEET.encode())
    said(page, "Nothing of this file is written while a row is wrong")
    wrong = page.locator("section", has=page.get_by_role("heading", name="Wrong: 3")).get_by_role("listitem")
    for row, (number, column, value, remedy) in zip(wrong.all(), WRONG, strict=True):
        for words in (f"Row {number}", column, f"“{value}”", remedy):
            expect(row).to_contain_text(words)
    assert not Claim.objects.exists()

    preview(page, "claims.csv", MENDED.encode())
    page.get_by_role("button", name="Import 5 rows").click()
    said(page, "Imported claims.csv: rows new 5, changed 0, unchanged 0, left out 0.")
    assert Claim.objects.filter(status=Claim.Status.DRAFT).count() == 5
    written = set(Claim.objects.values_list("id", "version"))

    for kind in ("csv", "xlsx"):
        data = export(page, kind)
        # What a spreadsheet would run as a formula stands behind an apostrophe, and comes back without it.
        assert "'=The fence is 1000 km long." in texts(kind, data)
        preview(page, f"again.{kind}", data)
        said(page, "Everything in this file is here already: there is nothing to import.")
        expect(page.get_by_role("heading", name="Unchanged: 5")).to_be_visible()
        expect(page.get_by_role("button", name="Import")).to_have_count(0)
    assert set(Claim.objects.values_list("id", "version")) == written


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        pytest.param("claims.xlsx", b"%PDF-1.7\n", "claims.xlsx", id="a PDF by another name"),
        pytest.param("claims.csv", b"kind,text\n", "has headings and no rows", id="no rows"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_beside_its_box(sign_in, name, data, words):
    page = sign_in("edna")
    page.goto(f"{CLAIMS}import/")
    page.get_by_label("Spreadsheet").set_input_files({"name": name, "mimeType": "", "buffer": data})
    page.get_by_role("button", name="Preview").click()
    said(page, words)
    expect(page.get_by_label("Spreadsheet")).to_be_attached()
