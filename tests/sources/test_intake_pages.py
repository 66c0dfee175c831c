"""Adding a source in the admin: given, looked at, confirmed; nothing is stored before that."""

import re

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from claims.roles import make_groups
from factbase import uploads
from factbase.dates import format_range
from factbase.models import User
from sources.intake import limits
from sources.models import Publisher, Snapshot, Source
from tests import factories
from tests.factbase.test_admin import said
from tests.sources import documents
from tests.sources.documents import CROSSREF, CSL, RIS, SENTENCES, TEXT
from tests.sources.servers import serving

pytestmark = pytest.mark.django_db
GIVE, CONFIRM = "/admin/sources/source/add-from/", "/admin/sources/source/confirm/"


def account(role):
    make_groups()
    user = factories.UserFactory(is_staff=True)
    user.groups.add(Group.objects.get(name=role))
    return User.objects.get(pk=user.pk)


@pytest.fixture
def desk(client, originals):
    client.force_login(account("Editor"))
    return client


def given(client, **data):
    return client.post(GIVE, data)


def upload(client, name, data):
    return given(client, file=SimpleUploadedFile(name, data))


def proposal(response):
    """What the confirmation page would send if nothing were typed on it."""
    form = response.context["form"]
    boxes = {box.html_name: box.value() for box in form}
    return {"kept": response.context["kept"]} | {name: value for name, value in boxes.items() if value is not None}


def confirm(client, response, **typed):
    return client.post(CONFIRM, proposal(response) | typed)


def wrong(response):
    form = response.context["form"]
    return [str(message) for messages in form.errors.values() for message in messages]


def test_a_file_is_shown_and_stored_when_confirmed(desk, originals):
    page = upload(desk, "nota.txt", TEXT.encode())
    proposed = proposal(page)
    assert proposed["title"] == "Becas para todos, promete el gobierno"
    assert proposed["authors"] == "Ana Ruiz\nLuis Paz"
    assert (proposed["published"], proposed["language"]) == ("2017-03-05", "es")
    assert SENTENCES[0] in proposed["text"]
    assert not Source.objects.exists()
    assert not originals.exists()

    response = confirm(desk, page, kind="article-newspaper", publisher_name="El Correo", published="2017-03")
    source = Source.objects.get()
    assert response.url == reverse("admin:sources_source_change", args=[source.pk])
    assert said(response)[:1] == ["The source is added, with its first snapshot."]
    assert source.authors == ["Ana Ruiz", "Luis Paz"]
    assert (format_range(source.published), source.publisher.name) == ("2017-03", "El Correo")
    snapshot = source.snapshots.get()
    assert SENTENCES[2] in snapshot.text
    assert "\r" not in snapshot.text
    with snapshot.original.open() as original:
        assert original.read() == TEXT.encode()
    assert (source.created_via, source.created_by, snapshot.created_by) == ("admin", *[User.objects.get()] * 2)


def test_that_it_was_added_is_stored_in_english(desk):
    User.objects.update(language="es")
    confirm(desk, upload(desk, "nota.txt", TEXT.encode()), kind="article-newspaper", publisher_name="El Correo")
    assert LogEntry.objects.filter(change_message="Added from nota.txt.").count() == 2


def test_a_name_with_a_comma_stays_one(desk):
    page = given(desk, words=CSL.replace("World Bank", "Smith, Jones & Co."))
    confirm(desk, page, authors=proposal(page)["authors"].replace("\n", "\r\n") + "\r\n\r\n")
    assert Source.objects.get().authors == ["Laura Gómez-Mera", "Smith, Jones & Co."]


def test_what_was_not_found_is_said(desk):
    page = given(desk, words="Becas\n\nHay becas.").content.decode()
    assert "Not found: authors, publisher, date of publication, language." in re.sub(r"\s+", " ", page)


def test_a_web_page(desk, loopback):
    with serving({"/a?utm_source=x": (200, {}, documents.page())}) as web:
        page = given(desk, address=web.url("/a?utm_source=x"))
        confirm(desk, page)
        source = Source.objects.get()
        assert source.url == web.url("/a?utm_source=x")
        assert source.publisher.name == "El Correo"
        assert source.snapshots.get().media_type == "text/html"


def test_nothing_of_a_page_is_run_or_shown_unescaped(desk):
    page = upload(desk, "a.html", documents.page()).content.decode()
    assert "&lt;script&gt;alert(2)&lt;/script&gt;" in page
    assert "<script>alert(" not in page
    assert "alert(1)" not in page
    confirm(desk, upload(desk, "a.html", documents.page()))
    snapshot = Snapshot.objects.get()
    shown = desk.get(reverse("admin:sources_snapshot_change", args=[snapshot.pk])).content.decode()
    assert "&lt;script&gt;alert(2)&lt;/script&gt;" in shown
    assert "<script>alert(" not in shown


def test_a_doi_alone(desk, loopback, settings):
    record = (200, {"Content-Type": "application/vnd.citationstyles.csl+json"}, CSL.encode())
    with serving({"/10.1111/lamp.12329": record}) as web:
        settings.FACTBASE_DOI_RESOLVER = web.url("/")
        for address in ("10.1111/lamp.12329", "https://doi.org/10.1111/lamp.12329", "doi:10.1111/lamp.12329"):
            page = given(desk, address=address)
            assert proposal(page)["title"] == "A global protection gap"
        assert {headers["Accept"] for _, headers in web.asked} == {"application/vnd.citationstyles.csl+json"}
    response = confirm(desk, page)
    assert said(response) == ["The source is added. There was no text, so it has no snapshot."]
    assert Source.objects.get().doi.lower() == "10.1111/lamp.12329"


def test_a_doi_that_leads_to_a_page_is_said(desk, loopback, settings):
    with serving({"/10.1111/x": (200, {}, documents.page())}) as web:
        settings.FACTBASE_DOI_RESOLVER = web.url("/")
        assert wrong(given(desk, address="10.1111/x")) == [
            "No record is kept for the DOI 10.1111/x: give the document's web address instead."
        ]


@pytest.mark.parametrize("record", [CSL, CROSSREF, RIS])
def test_a_pasted_record(desk, record):
    page = given(desk, words=record)
    confirm(desk, page)
    assert Source.objects.get().container_title == "Latin American Policy"


def test_a_file_of_several_records_is_for_the_command_line(desk):
    assert "has 2 records: take one" in wrong(given(desk, words=RIS + RIS))[0]


@pytest.mark.parametrize("data", [{}, {"words": "  "}, {"address": "https://example.org/", "words": "x"}])
def test_one_of_the_three_is_given(desk, data):
    assert wrong(given(desk, **data)) == ["Give one of them: an address, a file, or words."]


def test_a_bad_document_is_named_on_the_form(desk):
    assert "has no text layer" in wrong(upload(desk, "x.pdf", documents.pdf(None)))[0]
    assert "leads to 169.254.169.254" in wrong(given(desk, address="http://169.254.169.254/latest/"))[0]
    assert wrong(upload(desk, "x.txt", b"")) == ["'x.txt' is empty: there is nothing in it."]


def test_a_file_that_is_too_big_is_left_unread(desk, monkeypatch):
    monkeypatch.setattr("sources.admin_intake.from_file", None)
    assert wrong(upload(desk, "x.pdf", bytes(60_000_000))) == ["'x.pdf' has 60 MB or more: 25 MB at most."]
    assert wrong(upload(desk, "x.pdf", bytes(25_500_000))) == ["'x.pdf' has 25 MB or more: 25 MB at most."]


def test_no_other_form_takes_such_a_file(desk):
    source = factories.SourceFactory()
    page = reverse("admin:sources_snapshot_add")
    data = {"source": source.pk, "text": "x", "retrieved_at_0": "2026-01-01", "retrieved_at_1": "00:00"}
    response = desk.post(page, data | {"original": SimpleUploadedFile("x.pdf", bytes(26_000_001))})
    assert "'x.pdf' has 26 MB or more: 25 MB at most." in response.content.decode().replace("&#x27;", "'")
    assert not Snapshot.objects.exists()
    response = desk.post(
        reverse("admin:sources_source_import"), {"file": SimpleUploadedFile("x.csv", bytes(26_000_001))}
    )
    assert "25 MB at most" in response.content.decode()


# What is wrong on the confirmation page


def test_what_is_typed_wrong_is_said_and_nothing_is_lost(desk):
    page = upload(desk, "nota.txt", TEXT.encode())
    response = confirm(desk, page, kind="report", published="last week", title="Mended")
    assert "'last week' is no date" in wrong(response)[0]
    assert response.context["form"]["title"].value() == "Mended"
    assert not Source.objects.exists()
    confirm(desk, response, published="2017")
    source = Source.objects.get()
    assert (source.title, format_range(source.published)) == ("Mended", "2017")
    assert source.snapshots.get().original


def test_an_address_already_here_is_said(desk):
    factories.SourceFactory(url="https://example.org/a")
    page = upload(desk, "nota.txt", TEXT.encode())
    response = confirm(desk, page, kind="report", url="http://www.example.org/a?utm_source=x")
    assert "This source is here already" in response.content.decode()
    assert not Snapshot.objects.exists()
    done = said(confirm(desk, response))
    assert done[:1] == ["The source was here already: its text differs, so a snapshot is added."]
    assert Source.objects.count() == 1


def test_a_proposal_is_used_once_and_by_its_account_alone(desk, client):
    page = upload(desk, "nota.txt", TEXT.encode())
    stranger = account("Editor")
    editor = desk.session["_auth_user_id"]
    client.force_login(stranger)
    assert "used already" in said(confirm(client, page, kind="report"))[0]
    client.force_login(User.objects.get(pk=editor))
    confirm(client, page, kind="report")
    assert "used already" in said(confirm(client, page, kind="report"))[0]
    assert Source.objects.count() == 1


def test_what_is_never_confirmed_is_cleaned_away(desk, monkeypatch):
    upload(desk, "nota.txt", TEXT.encode())
    monkeypatch.setattr(uploads, "LIFETIME", -1)
    upload(desk, "nota.txt", TEXT.encode())
    assert len(list(uploads.folder().iterdir())) == 1
    monkeypatch.undo()


def test_all_of_it_together_has_a_limit(desk, monkeypatch):
    monkeypatch.setattr(uploads, "MOST", 3 * len(TEXT.encode()))
    for _ in range(5):
        last = upload(desk, "nota.txt", TEXT.encode())
    assert len(list(uploads.folder().iterdir())) == 3
    assert confirm(desk, last, kind="report").url != GIVE
    assert all(path.stat().st_mode & 0o077 == 0 for path in uploads.folder().iterdir())


# What is here already


def test_the_same_again_adds_a_snapshot_only_if_the_text_differs(desk, loopback):
    pages = {"/a": (200, {}, documents.page())}
    with serving(pages) as web:
        confirm(desk, given(desk, address=web.url("/a")))
        page = given(desk, address=web.url("/a/?utm_source=mail#top").replace("/a/", "/a"))
        pages["/a?utm_source=mail"] = pages["/a"]
        page = given(desk, address=web.url("/a?utm_source=mail"))
        assert page.context["same"]
        assert "has the same text: there is nothing to add" in page.content.decode()
        pages["/a"] = (200, {}, documents.page(extra="<p>Corrección: las becas son 3,1 millones, no 3,2.</p>"))
        page = given(desk, address=web.url("/a"))
        assert not page.context["same"]
        assert Snapshot.objects.count() == 1
        response = confirm(desk, page)
    assert said(response)[:1] == ["The source was here already: its text differs, so a snapshot is added."]
    source = Source.objects.get()
    assert "Corrección" in source.snapshots.first().text
    assert source.snapshots.count() == 2


def test_sending_the_same_text_again_adds_nothing(desk):
    source = factories.SourceFactory(doi="10.1111/lamp.12329")
    record = CSL.replace('"volume"', '"abstract": "Words of it.", "volume"')
    confirm(desk, given(desk, words=record))
    assert source.snapshots.count() == 1
    page = given(desk, words=record)
    response = desk.post(CONFIRM, {"kept": page.context["kept"], "text": "Words of it."})
    assert said(response) == ["The source was here already, with the same text: nothing is added."]
    assert source.snapshots.count() == 1


def test_an_address_and_a_doi_of_two_sources_are_told_apart(desk):
    factories.SourceFactory(url="https://onlinelibrary.wiley.com/doi/10.1111/lamp.12329")
    factories.SourceFactory(doi="10.1111/lamp.12329")
    assert "merge the two, or mend one" in wrong(given(desk, words=CROSSREF))[0]


def test_one_of_the_same_title_may_be_chosen(desk):
    source = factories.SourceFactory(title="becas para todos, promete el gobierno", kind="report")
    page = upload(desk, "nota.txt", TEXT.encode())
    assert [str(pk) for pk, _ in page.context["form"]["same"].field.choices if pk] == [str(source.pk)]
    confirm(desk, page, same=str(source.pk))
    assert Source.objects.get().snapshots.count() == 1


def test_a_chosen_one_is_not_needed(desk):
    factories.SourceFactory(title="Becas para todos, promete el gobierno")
    page = upload(desk, "nota.txt", TEXT.encode())
    confirm(desk, page, kind="report", same="")
    assert Source.objects.count() == 2


def test_a_publisher_is_used_again_whatever_its_letters(desk):
    known = factories.PublisherFactory(name="EL CORREO")
    confirm(desk, upload(desk, "a.html", documents.page()))
    assert Source.objects.get().publisher == known
    assert Publisher.objects.count() == 1


# Who may


def test_a_contributor_takes_files_and_does_not_fetch(client, originals):
    client.force_login(account("Contributor"))
    page = client.get(GIVE)
    assert "address" not in page.context["form"].fields
    assert "Fetching from the web needs an editor." in page.content.decode()
    assert wrong(given(client, address="https://example.org/")) == ["Give one of them: an address, a file, or words."]
    confirm(client, upload(client, "nota.txt", TEXT.encode()), kind="report")
    assert Source.objects.get().snapshots.count() == 1


def test_without_the_right_there_is_no_page_and_no_button(client):
    user = factories.UserFactory(is_staff=True)
    client.force_login(user)
    assert client.get(GIVE).status_code == 403
    assert client.post(CONFIRM).status_code == 403
    client.force_login(account("Administrator"))
    assert client.get(GIVE).status_code == 403


def test_without_an_account_there_is_a_login(client):
    for page in (GIVE, CONFIRM):
        assert client.get(page).url.startswith("/admin/login/")


def test_the_button_stands_on_the_list(desk):
    assert "Add source from…" in desk.get(reverse("admin:sources_source_changelist")).content.decode()


def test_the_address_is_no_get(desk):
    assert desk.get(CONFIRM).status_code in (302, 405)
    assert not Source.objects.exists()


# The original


@pytest.fixture
def kept(desk):
    confirm(desk, upload(desk, "../../<b>.html", documents.page()))
    return Snapshot.objects.get()


def test_an_original_is_handed_out_as_a_file_and_never_opened_in_place(desk, kept):
    address = reverse("admin:sources_snapshot_original", args=[kept.pk])
    assert address in desk.get(reverse("admin:sources_snapshot_change", args=[kept.pk])).content.decode()
    response = desk.get(address)
    assert b"".join(response.streaming_content) == documents.page()
    assert response["Content-Disposition"].startswith('attachment; filename="becas-para-todos-promete-el-gobierno-')
    assert (response["Content-Type"], response["X-Content-Type-Options"]) == ("application/octet-stream", "nosniff")
    assert "sandbox" in response["Content-Security-Policy"]


def test_its_name_in_the_folder_is_its_id(kept, originals):
    [path] = [path for path in originals.rglob("*") if path.is_file()]
    assert path.name == str(kept.pk)
    assert path.stat().st_mode & 0o077 == 0


def test_an_original_is_for_those_who_may_see_it(client, kept):
    address = reverse("admin:sources_snapshot_original", args=[kept.pk])
    client.force_login(factories.UserFactory(is_staff=True))
    assert client.get(address).status_code == 403
    client.logout()
    assert client.get(address).url.startswith("/admin/login/")
    for path in (f"/{kept.original.name}", f"/media/{kept.original.name}", f"/originals/{kept.original.name}"):
        assert client.get(path).status_code == 404


def test_an_original_that_is_missing_is_a_404(desk, kept):
    kept.original.storage.delete(kept.original.name)
    assert desk.get(reverse("admin:sources_snapshot_original", args=[kept.pk])).status_code == 404
    without = factories.SnapshotFactory()
    assert desk.get(reverse("admin:sources_snapshot_original", args=[without.pk])).status_code == 404
    assert desk.get("/admin/sources/snapshot/x/original/").status_code == 404


def test_the_limit_of_uploads_is_that_of_intake():
    from factbase.upload_limit import MAX_BYTES

    assert MAX_BYTES == limits.MAX_BYTES
