"""Sources from a sheet and back."""

import pytest

from factbase.spreadsheets.files import CSV, XLSX, read_sheet
from sources.models import Source
from sources.spreadsheets import SourceResource
from tests import factories

pytestmark = pytest.mark.django_db


def done(text, *, leave_out=False):
    """Import this CSV; what each row came to, and what was wrong."""
    result = SourceResource().import_data(
        read_sheet("x.csv", text.encode()), rollback_on_validation_errors=not leave_out
    )
    return [row.import_type for row in result.rows], [
        (row.number, problem.column, problem.value, problem.message)
        for row in result.invalid_rows
        for problem in row.problems
    ]


@pytest.fixture
def sources():
    original = factories.SourceFactory(language="es", title="=Título; con punto y coma")
    factories.SourceFactory(
        authors=["Doe, Jane", "Pérez; Juan"],
        publisher=factories.PublisherFactory(name="El País"),
        translation_of=original,
        original_language="es",
        language="en",
        url="https://example.org/?a=1",
        doi="10.1111/lamp.12329",
        published="2018-12",
        published_as_written="December",
        abstract="'=1+1\r\nline",
    )


@pytest.mark.parametrize(("fmt", "name"), [(CSV, "x.csv"), (XLSX, "x.xlsx")])
@pytest.mark.usefixtures("sources")
def test_what_is_exported_is_unchanged_when_imported(fmt, name):
    data = fmt().export_data(SourceResource().export())
    sheet = read_sheet(name, data if isinstance(data, bytes) else data.encode())
    before = list(Source.objects.values())
    result = SourceResource().import_data(sheet)
    assert [row.import_type for row in result.rows] == ["skip", "skip"]
    assert list(Source.objects.values()) == before


def test_a_new_source_and_the_same_file_again():
    publisher = factories.PublisherFactory(name="El País")
    text = (
        "kind,title,authors,publisher,published,doi\nreport,A title,Doe; Pérez,el-pais,2017-03,https://doi.org/10.1/x"
    )
    text = text.replace("10.1/x", "10.1111/x")
    assert done(text) == (["new"], [])
    source = Source.objects.get()
    assert (source.kind, source.authors, source.publisher) == ("report", ["Doe", "Pérez"], publisher)
    assert source.doi == "10.1111/x"
    assert done(text) == (["skip"], [])


@pytest.mark.parametrize(
    "row",
    [
        pytest.param({"url": "http://www.example.org/a"}, id="web address, written otherwise"),
        pytest.param({"doi": "10.1111/LAMP.1"}, id="DOI"),
        pytest.param({"kind": "report", "published": "2018"}, id="title, kind and date"),
    ],
)
def test_a_source_is_known_without_its_id(row):
    source = factories.SourceFactory(
        title="T", kind="report", published="2018", url="https://example.org/a", doi="10.1111/lamp.1"
    )
    row = {"kind": "report", "title": "T", "pages": "12", **row}
    if "url" in row:
        row["title"] = "Another title"
    assert done(",".join(row) + "\n" + ",".join(row.values())) == (["update"], [])
    source.refresh_from_db()
    assert (source.pages, source.title) == ("12", row["title"])


@pytest.mark.parametrize(
    ("row", "column", "message"),
    [
        pytest.param({"kind": "newspaper"}, "kind", "write one of article-newspaper", id="kind"),
        pytest.param({"title": ""}, "title", "is empty, and must not be", id="no title"),
        pytest.param({"title": "x" * 1001}, "title", "has 1,001 characters, and 1,000 are the most", id="overlong"),
        pytest.param({"published": "31/02/2017"}, "published", "write 2017-02-23 for a day", id="date"),
        pytest.param({"url": "example"}, "url", "valid URL", id="web address"),
        pytest.param({"doi": "11.2/x"}, "doi", "A DOI starts with 10.", id="DOI"),
        pytest.param({"language": "xx"}, "language", "is no language tag", id="language"),
        pytest.param({"publisher": "el-paiz"}, "publisher", "the nearest is 'el-pais'", id="publisher"),
        pytest.param({"translation_of": "https://x.org/no"}, "translation_of", "add the source first", id="original"),
        pytest.param({"id": "01a2017d-c831-75c7-aaad-3af954a689f3"}, "id", "is the id of no source here", id="id"),
    ],
)
def test_a_wrong_row_is_named(row, column, message):
    factories.PublisherFactory(name="El País")
    row = {"kind": "report", "title": "T", **row}
    good = {name: {"kind": "report", "title": "Right"}.get(name, "") for name in row}
    types, ((number, named, value, said),) = done("\n".join(",".join(r) for r in (row, good.values(), row.values())))
    assert types == ["new", "invalid"]
    assert (number, named, value) == (3, column, row[column])
    assert message in said
    assert not Source.objects.exists()


def test_wrong_rows_can_be_left_out():
    types, _ = done("kind,title\nreport,Right\nwrong,Wrong", leave_out=True)
    assert types == ["new", "invalid"]
    assert Source.objects.get().title == "Right"


def test_a_column_that_is_not_there_is_left_alone_and_an_empty_cell_empties():
    source = factories.SourceFactory(pages="12", volume="3")
    assert done(f"id,pages\n{source.pk},") == (["update"], [])
    source.refresh_from_db()
    assert (source.pages, source.volume) == ("", "3")
