"""Documents that cannot be taken: each gets a reason by name, and nothing of it is stored, in any table or folder."""

import time

import pytest

from sources.intake import apart, child, limits
from sources.models import Publisher, Snapshot, Source
from tests.sources import documents
from tests.sources.documents import BIBTEX, CSL, PAGE, RIS, TEXT
from tests.sources.servers import serving

pytestmark = pytest.mark.django_db
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
BOMB = f'<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY l0 "lol">{LAUGHS}]><w:document>&l9;</w:document>'
LOGIN = '<html><body><h1>Sign in</h1><form><input name="u"><input type="PassWord"></form></body></html>'
SCRIPT = '<html><body><div id="root"></div><script>render()</script></body></html>'
WORD_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override'
    ' PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.'
    'document.main+xml"/></Types>'
)
WORD_RELATIONS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"'
    ' Target="word/document.xml"/></Relationships>'
)


def word_of(xml):
    parts = {"[Content_Types].xml": WORD_TYPES, "_rels/.rels": WORD_RELATIONS, "word/document.xml": xml}
    return documents.zipped(*((name, data.encode()) for name, data in parts.items()))


@pytest.fixture
def refused(add_source, originals, tmp_path):
    """Try to take a file in. Gives what was said; nothing may have been stored."""

    def take(name, data):
        path = tmp_path / name
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        said = add_source(path)
        assert "0 added, 0 with a new snapshot, 0 unchanged, 1 refused." in said, said
        assert not any(model.objects.exists() for model in (Source, Snapshot, Publisher))
        assert not originals.exists() or not any(path.is_file() for path in originals.rglob("*"))
        return said

    return take


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        pytest.param("x.txt", b"", "'x.txt' is empty: there is nothing in it.", id="empty-file"),
        pytest.param("x.txt", b" \n\t\n", "'x.txt' is empty", id="blank-file"),
        pytest.param("x.html", "<html><body></body></html>", "is an empty page: it has 0 words", id="empty-page"),
        pytest.param("x.html", "<!doctype html>", "is an empty page", id="nothing-but-a-doctype"),
        pytest.param("x.html", LOGIN, "is behind a login: it asks for a password", id="login"),
        pytest.param("x.html", SCRIPT, "a script may write it in the browser, and none is run here", id="script"),
        pytest.param("x.pdf", documents.pdf(None, None), "has no text layer: its 2 pages are pictures", id="scan"),
        pytest.param("x.pdf", documents.pdf(["a"], password="secret"), "is encrypted", id="encrypted"),
        pytest.param("x.pdf", documents.pdf(["a" * 90])[:300], "is a damaged PDF", id="broken-off"),
        pytest.param("x.pdf", b"%PDF-1.7\n" + b"\xff" * 1000, "is a damaged PDF", id="rubbish"),
        pytest.param("x.pdf", b"words", "is no PDF, whatever its name says", id="text-called-pdf"),
        pytest.param("x.docx", b"PK\x03\x04rubbish", "is no Word document, or a damaged one", id="broken-docx"),
        pytest.param("x.docx", documents.zipped(("a", b"b")), "is no Word document", id="zip"),
        pytest.param("x.docx", documents.word(), "is empty", id="empty-docx"),
        pytest.param("x.docx", word_of(BOMB), "is no Word document, or a damaged one", id="billion-laughs"),
        pytest.param(
            "x.docx",
            documents.zipped(*((f"{n}", b"\0" * 1_000_000) for n in range(200))),
            "is too big when unpacked (200 parts, 200 MB): 150 MB at most",
            id="zip-bomb",
        ),
        pytest.param(
            "x.docx",
            documents.zipped(*((f"{n}", b"") for n in range(5001))),
            "is too big when unpacked",
            id="many-parts",
        ),
        pytest.param("x.doc", b"\xd0\xcf\x11\xe0\xa1\xb1", "is an old Office file (.doc)", id="doc"),
        pytest.param("x.txt", b"\x89PNG\r\n\x1a\n", "is a picture, whatever its name says", id="picture"),
        pytest.param(
            "x.txt", b"\x7fELF\x02\x01\x01" + bytes(200), "is a program, whatever its name says", id="program"
        ),
        pytest.param("x.txt", bytes(range(256)) * 20, "is not valid UTF-8: the byte 0x80 at position 128", id="binary"),
        pytest.param("x.txt", b"words\x00and words", "is no text, whatever its name says: it has NUL", id="nul"),
        pytest.param("x.txt", b"\x01\x02\x03\x04 words", "is no text, whatever its name says", id="controls"),
        pytest.param(
            "x.txt", b"La detenci\xf3n", "the byte 0xf3 at position 10 is wrong. Save it as UTF-8", id="latin-1"
        ),
        pytest.param(
            "x.html",
            documents.page().replace(b"<head>", b"<head><meta charset=utf-8>").replace("ó".encode(), b"\xf3"),
            "is not valid UTF-8: the byte 0xf3 at position",
            id="page-in-another-charset-than-it-says",
        ),
        pytest.param(
            "x.html",
            documents.page().replace(b"<head>", b"<head><meta charset=zip>"),
            "“zip”, which is not known",
            id="zip",
        ),
        pytest.param("x.json", CSL.replace('"volume"', "volume"), "line 3, column 46 is no JSON", id="json"),
        pytest.param("x.json", '{"a": 1}', "is JSON, but no bibliographic record", id="other-json"),
        pytest.param("x.json", '{"a":' * 100_000, "a nesting has no end", id="deep-json"),
        pytest.param("x.ris", RIS.replace("IS  - ", "IS - "), "line 7 is no RIS: 'IS - 1'", id="ris-line"),
        pytest.param("x.ris", RIS.replace("ER  -", ""), "in the middle of a record: “ER  - ” is missing", id="ris-end"),
        pytest.param("x.ris", RIS.replace("ER  -", "TY  - JOUR"), "line 12: a record begins before", id="ris-two"),
        pytest.param("x.bib", BIBTEX + "@article{y, title = {Broken", "line 8 is no BibTeX", id="bibtex"),
        pytest.param("x.bib", "@article{y}", "title: This field cannot be blank", id="bibtex-empty"),
        pytest.param("x.eml", b"From: a@b.c\nSubject: x\n\n", "no text of its own", id="mail"),
        pytest.param("x.txt", "palabra " * 260_000, "characters: 2,000,000 at most", id="long-text"),
    ],
)
def test_a_bad_document_is_named(refused, name, data, reason):
    assert reason in refused(name, data)


def test_a_file_that_is_too_big_is_not_read(refused, monkeypatch):
    monkeypatch.setattr(apart, "read_apart", None)
    assert "'x.pdf' has 60.0 MB: 25 MB at most." in refused("x.pdf", bytes(60_000_000))


def test_a_missing_file_is_said(add_source, tmp_path):
    assert "No such file or directory" in add_source(tmp_path / "nope.pdf")


@pytest.mark.parametrize(
    ("page", "headers", "reason"),
    [
        pytest.param(LOGIN.encode(), {}, "is behind a login: it asks for a password", id="login"),
        pytest.param(b"", {}, "there is nothing in it", id="empty"),
        pytest.param(b"%PDF-1.4 x", {"Content-Type": "application/pdf"}, "is a damaged PDF", id="pdf"),
        pytest.param(b"GIF89a", {"Content-Type": "image/gif"}, "is a picture", id="picture"),
        pytest.param(
            documents.page(), {"Content-Type": "text/html; charset=x-own"}, "which is not known", id="charset"
        ),
    ],
)
def test_a_bad_page_is_named(add_source, loopback, page, headers, reason):
    with serving({"/": (200, headers, page)}) as web:
        assert reason in add_source(web.url("/"))
    assert not Source.objects.exists()


def test_a_login_page_with_an_article_around_it_is_an_article(add_source, tmp_path):
    words = "<p>" + "La secretaria dijo que las becas se entregarán antes de que termine el año. " * 20 + "</p>"
    (tmp_path / "x.html").write_text(PAGE.replace("{body}", words + '<input type="password">'))
    assert "1 added" in add_source(tmp_path / "x.html")


def test_a_document_that_takes_for_ever_is_left(refused, monkeypatch):
    """The time limit is that of the process: whatever a parser does, it ends."""
    monkeypatch.setattr(limits, "READ_SECONDS", 0.01)
    started = time.monotonic()
    assert "could not be read within 0.01 seconds" in refused("x.txt", TEXT)
    assert time.monotonic() - started < 5


def test_a_document_that_takes_all_memory_ends_alone(refused, monkeypatch, tmp_path):
    """The process has a limit of memory that a huge document runs into."""
    (tmp_path / "greedy.py").write_text(
        "from sources.intake import child, limits\nlimits.READ_MEMORY = child.READ_MEMORY = 300_000_000\n"
        "from sources.intake import reading\n"
        "def greedy(*args, **kwargs):\n    bytearray(2_000_000_000)\n"
        "reading.read = greedy\nchild.main()\n"
    )
    run = apart.subprocess.run
    monkeypatch.setattr(
        apart.subprocess, "run", lambda command, **options: run([command[0], str(tmp_path / "greedy.py")], **options)
    )
    assert "takes too much memory" in refused("x.txt", TEXT)


def test_the_process_has_no_secrets_in_its_environment(monkeypatch, tmp_path):
    environments = []
    run = apart.subprocess.run
    monkeypatch.setattr(
        apart.subprocess, "run", lambda *args, **options: environments.append(options["env"]) or run(*args, **options)
    )
    apart.read_apart(TEXT.encode(), name="x.txt")
    assert set(environments[0]) == {"PATH", "PYTHONPATH"}
    assert child.READ_SECONDS == limits.READ_SECONDS
