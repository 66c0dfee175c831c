"""Each kind of document through the command: its fields, its text as the first snapshot, its original as it came."""

import pytest

from factbase.dates import format_range
from sources.models import Publisher, Snapshot, Source
from tests.sources import documents
from tests.sources.documents import BIBTEX, CROSSREF, CSL, RIS, SCHOLAR, SENTENCES, TEXT
from tests.sources.servers import serving

pytestmark = pytest.mark.django_db
TITLE = "Becas para todos, promete el gobierno"


@pytest.fixture
def taken(add_source, tmp_path):
    """Take a file in. Gives its source and its snapshot."""

    def take(name, data, **options):
        path = tmp_path / name
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        said = add_source(path, **options)
        assert "1 added" in said, said
        source = Source.objects.get()
        return source, source.snapshots.first(), said

    return take


def facts(source):
    return source.title, source.authors, format_range(source.published), source.language


ARTICLE = (TITLE, ["Ana Ruiz", "Luis Paz"], "2017-03-05", "es")


@pytest.mark.parametrize(
    ("name", "data", "media_type"),
    [
        pytest.param("nota.txt", TEXT, "text/plain", id="text"),
        pytest.param("nota", TEXT, "text/plain", id="text-without-extension"),
        pytest.param("nota.txt", b"\xef\xbb\xbf" + TEXT.encode(), "text/plain", id="text-with-mark"),
        pytest.param("nota.txt", TEXT.encode("utf-16"), "text/plain", id="utf-16"),
        pytest.param("nota.pdf", documents.pdf(TEXT.splitlines()), "application/pdf", id="pdf"),
        pytest.param("nota.txt", documents.pdf(TEXT.splitlines()), "application/pdf", id="pdf-called-text"),
        pytest.param(
            "nota.docx",
            documents.word(*TEXT.splitlines()[1:], title=TITLE),
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            id="docx",
        ),
    ],
)
def test_an_article(taken, name, data, media_type):
    source, snapshot, _ = taken(name, data)
    assert facts(source) == ARTICLE
    assert all(sentence in " ".join(snapshot.text.split()) for sentence in SENTENCES)
    assert snapshot.media_type == media_type
    with snapshot.original.open() as original:
        assert original.read() == (data if isinstance(data, bytes) else data.encode())
    assert (source.created_via, snapshot.created_via, source.created_by) == ("import", "import", None)


def test_a_web_page(taken):
    source, snapshot, _ = taken("page.html", documents.page())
    assert facts(source) == (*ARTICLE[:3], "es-MX")
    assert (source.kind, source.publisher.name) == ("webpage", "El Correo")
    assert source.published_as_written == "2017-03-05T22:10:00-06:00"
    assert "La nota <script>alert(2)</script> se cita así" in snapshot.text
    assert 'alert("run")' not in snapshot.text
    assert "Inicio" not in snapshot.text
    assert "Aviso legal" not in snapshot.text


def test_what_a_page_says_of_itself_in_json_ld_and_citation_tags(taken):
    head = """<meta name="citation_title" content="A global protection gap">
    <meta name="citation_author" content="Gómez-Mera, Laura"><meta name="citation_author" content="World Bank">
    <meta name="citation_journal_title" content="Latin American Policy"><meta name="citation_volume" content="15">
    <meta name="citation_issue" content="1"><meta name="citation_firstpage" content="129">
    <meta name="citation_lastpage" content="155"><meta name="citation_publication_date" content="2024/02">
    <meta name="citation_doi" content="10.1111/lamp.12329">"""
    page = documents.page().decode().replace('<meta property="og:site_name"', head + '<meta property="og:site_name"')
    source, *_ = taken("page.html", page)
    assert (source.title, source.authors) == ("A global protection gap", ["Laura Gómez-Mera", "World Bank"])
    assert (source.kind, source.container_title) == ("article-journal", "Latin American Policy")
    assert (source.volume, source.issue, source.pages, source.doi) == ("15", "1", "129-155", "10.1111/lamp.12329")
    assert format_range(source.published) == "2024-02"


def test_json_ld(taken):
    block = """<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "WebPage"},
    {"@type": "NewsArticle", "author": [{"@type": "Person", "name": "Eva Gil"}, {"name": "Luis Paz"}],
    "datePublished": "2016-01", "publisher": {"@type": "Organization", "name": "La Voz"},
    "isAccessibleForFree": false}]}</script><script type="application/ld+json">{broken</script></head>"""
    source, _, said = taken("page.html", documents.page().decode().replace("</head>", block))
    assert (source.kind, source.authors, source.publisher.name) == (
        "article-newspaper",
        ["Eva Gil", "Luis Paz"],
        "La Voz",
    )
    assert format_range(source.published) == "2016-01"
    assert "must be paid for: its text may be cut short" in said


def test_a_page_whose_language_is_wrong_says_so(taken):
    source, _, said = taken("page.html", documents.page().replace(b'lang="es-MX"', b'lang="en"'))
    assert source.language == "es"
    assert "says it is in “en”, but its words are “es”" in said


@pytest.mark.parametrize(
    ("meta", "encoding"),
    [
        ('<meta charset="iso-8859-1">', "cp1252"),
        ('<meta charset="windows-1252">', "cp1252"),
        ("", "utf-16"),
        ("", "utf-8"),
    ],
)
def test_the_charset_of_a_page(taken, meta, encoding):
    page = documents.page().decode().replace("<head>", f"<head>{meta}").replace("así", "así – “sí”")
    _, snapshot, _ = taken("page.html", page.encode(encoding))
    assert "se cita así – “sí”" in snapshot.text


def test_a_page_that_does_not_say_its_charset_is_read_as_browsers_do_and_said(taken):
    _, snapshot, said = taken("page.html", documents.page().decode().encode("cp1252"))
    assert "se cita así" in snapshot.text
    assert "read as Windows-1252: look at the accents" in said


def test_the_charset_that_the_server_says(add_source, loopback):
    headers = {"Content-Type": "text/html; charset=ISO-8859-15"}
    with serving({"/": (200, headers, documents.page().decode().encode("iso-8859-15"))}) as web:
        add_source(web.url("/"))
    assert "se cita así" in Snapshot.objects.get().text


def test_a_mail(taken):
    source, snapshot, said = taken("nota.eml", documents.mail(attachment=b"%PDF-1.4"))
    assert facts(source) == ("Becas para todos", ["Ana Ruiz"], "2017-03-05", "es")
    assert "ana@example.org" not in snapshot.text + str(vars(source))
    assert "Its attachments were left out: informe.pdf." in said
    assert snapshot.media_type == "message/rfc822"


def test_a_mail_in_html(taken):
    source, snapshot, _ = taken("nota.eml", documents.mail(documents.page().decode(), kind="html"))
    assert source.title == "Becas para todos"
    assert SENTENCES[0] in snapshot.text


def test_tables_of_a_word_document_are_in_its_text(taken):
    data = documents.word(*SENTENCES, table=[["año", "becas"], ["2016", "1,1 millones"]])
    assert "año\tbecas\n2016\t1,1 millones" in taken("nota.docx", data)[1].text


def test_titles_that_programs_put_in_by_themselves_are_none(taken):
    data = documents.pdf(TEXT.splitlines(), title="Microsoft Word - nota final.docx")
    assert taken("nota.pdf", data)[0].title == TITLE


def test_a_pdf_locked_without_a_password_is_read(taken):
    assert taken("nota.pdf", documents.pdf(TEXT.splitlines(), password=""))[0].title == TITLE


def test_a_page_of_a_pdf_without_text_is_said(taken):
    assert "1 of its 2 pages have no text layer" in taken("nota.pdf", documents.pdf(TEXT.splitlines(), None))[2]


@pytest.mark.parametrize(
    ("name", "record", "media_type"),
    [
        pytest.param("gap.json", CSL, "application/json", id="csl"),
        pytest.param("gap.json", f"[{CSL}]", "application/json", id="csl-list"),
        pytest.param("gap.json", CROSSREF, "application/json", id="crossref"),
        pytest.param("gap.txt", SCHOLAR, "application/json", id="scholar"),
        pytest.param("gap.ris", RIS, "application/x-research-info-systems", id="ris"),
        pytest.param("gap.bib", BIBTEX, "application/x-bibtex", id="bibtex"),
    ],
)
def test_a_record(taken, name, record, media_type):
    source, snapshot, said = taken(name, record)
    assert source.title.lower() == "a global protection gap"
    assert source.authors[0] == "Laura Gómez-Mera"
    assert source.authors[1:] in ([], ["World Bank"])
    assert (source.container_title, source.volume, source.issue) == ("Latin American Policy", "15", "1")
    assert (source.kind, source.pages, source.doi.lower()) == ("article-journal", "129-155", "10.1111/lamp.12329")
    assert format_range(source.published) == ("2024" if record == SCHOLAR else "2024-02")
    assert f"({media_type})" in said
    if record == CROSSREF:
        assert source.url == "https://onlinelibrary.wiley.com/doi/10.1111/lamp.12329"
        assert source.abstract == snapshot.text == "Abstract\nMexico & its pledges."
    else:
        assert source.url == ""
        assert snapshot is None
        assert "with no snapshot: there is no text" in said


@pytest.mark.parametrize(
    ("issued", "published"),
    [
        ('{"date-parts": [[2024]]}', "2024"),
        ('{"date-parts": [["2024", "2", "26"]]}', "2024-02-26"),
        ('{"date-parts": [[2022, 10, 1], [2023, 9, 30]]}', "2022-10-01/2023-09-30"),
        ('{"raw": "2024-02"}', "2024-02"),
        ('{"literal": "Spring 2024"}', ""),
        ('{"date-parts": [[]]}', ""),
        ('{"date-parts": [[2024, 13]]}', ""),
        ('{"date-parts": "x"}', ""),
    ],
)
def test_a_date_of_csl_is_as_exact_as_it_is_given(taken, issued, published):
    source, *_ = taken("gap.json", CSL.replace('{"date-parts": [[2024, 2]]}', issued))
    assert format_range(source.published) == published


def test_a_file_of_several_records(add_source, tmp_path):
    path = tmp_path / "two.ris"
    path.write_text(RIS + RIS.replace("12329", "12330").replace("gap", "chasm"))
    assert "Sources: 2 added, 0 with a new snapshot, 0 unchanged, 0 refused." in add_source(path)
    assert "Sources: 0 added, 0 with a new snapshot, 2 unchanged, 0 refused." in add_source(path)


def test_a_publisher_is_known_by_its_domain(add_source, loopback):
    known = Publisher.objects.create(name="El Correo de la Tarde", homepage="http://www.127.0.0.1/")
    with serving({"/": (200, {}, documents.page())}) as web:
        add_source(web.url("/"))
    assert Source.objects.get().publisher == known
