"""manage.py add_source: what it says, counts, rights, and the same document again."""

import io

import pytest
from django.contrib.auth.models import Group

from claims.roles import make_groups
from factbase.dates import format_range
from sources import actions
from sources.models import Snapshot, Source
from tests import factories
from tests.sources import documents
from tests.sources.documents import CSL, RIS, TEXT
from tests.sources.servers import serving

pytestmark = pytest.mark.django_db


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "nota.txt"
    path.write_text(TEXT)
    return path


def account(role):
    make_groups()
    user = factories.UserFactory(username=role.lower())
    user.groups.add(Group.objects.get(name=role))
    return user


def test_what_was_found_and_done_is_said(add_source, article):
    said = add_source(article)
    for line in (
        "nota.txt (text/plain)",
        "  title: Becas para todos, promete el gobierno",
        "  authors: Ana Ruiz; Luis Paz",
        "  publisher: not found",
        "  published: 2017-03-05",
        "  language: es",
        f"  text: {len(TEXT)} characters",
        f"  Added. {Source.objects.get().pk}",
        "Sources: 1 added, 0 with a new snapshot, 0 unchanged, 0 refused.",
    ):
        assert line in said.splitlines()


def test_a_dry_run_stores_nothing(add_source, article):
    assert "Sources: 1 found, 0 refused." in add_source(article, dry_run=True)
    assert not Source.objects.exists()


def test_one_bad_document_among_good_ones(add_source, article, tmp_path):
    said = add_source(tmp_path / "nope.txt", article)
    assert "Sources: 1 added, 0 with a new snapshot, 0 unchanged, 1 refused." in said
    assert said.endswith("1 refused, for the reasons above.\n")


def test_the_same_text_again_adds_nothing_and_says_so(add_source, article):
    add_source(article)
    assert "Was here already, with the same text: nothing is added." in add_source(article)
    assert (Source.objects.count(), Snapshot.objects.count()) == (1, 1)


def test_the_same_address_with_another_text_adds_a_snapshot(add_source, loopback):
    pages = {"/a": (200, {}, documents.page())}
    with serving(pages) as web:
        add_source(web.url("/a"))
        assert "0 added, 0 with a new snapshot, 1 unchanged" in add_source(web.url("/a#x"))
        first = pages["/a"]
        pages["/a"] = (200, {}, documents.page(extra="<p>Corrección: las becas son 3,1 millones, no 3,2.</p>"))
        assert "Was here already; its text differs, so a snapshot is added." in add_source(web.url("/a"))
        pages["/a"] = first
        assert "1 with a new snapshot" in add_source(web.url("/a"))
    assert (Source.objects.count(), Snapshot.objects.count()) == (1, 3)


def test_an_address_that_redirects_is_the_one_that_it_led_to(add_source, loopback):
    with serving({"/short": (302, {"Location": "/long"}, b""), "/long": (200, {}, documents.page())}) as web:
        add_source(web.url("/short"))
        assert Source.objects.get().url == web.url("/long")
        assert "1 unchanged" in add_source(web.url("/short"))


def test_a_doi_already_here(add_source, tmp_path):
    source = factories.SourceFactory(doi="10.1111/LAMP.12329", title="As a person wrote it")
    (tmp_path / "a.json").write_text(CSL.replace('"volume"', '"abstract": "Words of it.", "volume"'))
    assert "1 with a new snapshot" in add_source(tmp_path / "a.json")
    source.refresh_from_db()
    assert (source.title, source.snapshots.get().text) == ("As a person wrote it", "Words of it.")
    (tmp_path / "a.ris").write_text(RIS)
    assert "1 unchanged" in add_source(tmp_path / "a.ris")


def test_another_one_with_the_same_title_is_said(add_source, article):
    other = factories.SourceFactory(title="BECAS PARA TODOS, PROMETE EL GOBIERNO")
    assert f"note: 1 with the same title: {other.pk}" in add_source(article)


def test_what_is_said_goes_before_what_is_found(add_source, article):
    add_source(
        article,
        title="Mended",
        author=["Eva Gil"],
        published="2017-03",
        kind="report",
        publisher="La Voz",
        language="es-MX",
    )
    source = Source.objects.get()
    assert (source.title, source.authors, source.kind, source.publisher.name) == (
        "Mended",
        ["Eva Gil"],
        "report",
        "La Voz",
    )
    assert (format_range(source.published), source.language) == ("2017-03", "es-MX")


def test_it_is_said_of_one_document_alone(add_source, article):
    assert "--title is of one document, and here are several" in add_source(article, article, title="x")
    assert not Source.objects.exists()


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ({"published": "last week"}, "'last week' is no date"),
        ({"kind": "song"}, "kind: Value 'song' is not a valid choice."),
        ({"language": "xx"}, "language: 'xx' is no language tag"),
        ({"url": "example"}, "url: Enter a valid URL."),
        ({"doi": "11.1/x"}, "A DOI starts with 10."),
        ({"by": "nobody"}, "There is no active account 'nobody'"),
    ],
)
def test_what_is_said_wrong_is_refused(add_source, article, said, reason):
    assert reason in add_source(article, **said)
    assert not Source.objects.exists()


def test_the_account_is_named_and_its_rights_hold(add_source, article, loopback):
    contributor = account("Contributor")
    add_source(article, by="contributor")
    source = Source.objects.get()
    assert (source.created_by, source.created_via) == (contributor, "import")
    with serving({"/": (200, {}, documents.page())}) as web:
        assert "may not fetch from the web: ask an editor" in add_source(web.url("/"), by="contributor")
        assert web.asked == []
        account("Editor")
        assert "1 added" in add_source(web.url("/"), by="editor")


@pytest.mark.parametrize("right", ["add_source", "add_snapshot", "add_publisher"])
def test_without_a_right_nothing_is_written(add_source, article, right, originals):
    user = account("Contributor")
    group = Group.objects.get(name="Contributor")
    group.permissions.remove(group.permissions.get(codename=right))
    assert "may not add a" in add_source(article, by=user.username, publisher="La Voz")
    assert not Source.objects.exists()
    assert not any(path.is_file() for path in originals.rglob("*"))


def test_words_from_standard_input(add_source, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO(TEXT))
    assert "1 added" in add_source("-")
    snapshot = Snapshot.objects.get()
    assert snapshot.text == TEXT
    assert not snapshot.original


def test_a_write_that_fails_leaves_nothing_behind(add_source, article, originals, monkeypatch):
    """The file is written before its row: where the row fails, both go, and the source with them."""
    from django.db import IntegrityError

    def fails(*args, **kwargs):
        raise IntegrityError("no room")

    monkeypatch.setattr(actions.Snapshot, "save", fails)
    assert "no room" in add_source(article)
    assert not Source.objects.exists()
    assert not any(path.is_file() for path in originals.rglob("*"))
