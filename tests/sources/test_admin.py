"""Publishers, sources, snapshots and notices in the admin."""

from hashlib import sha256

from django.urls import reverse

from sources.models import Snapshot, Source
from tests import factories
from tests.factbase.test_admin import desk, errors, form_data, url

__all__ = ["desk"]


def test_a_snapshot_is_added_with_its_words_as_they_are(desk):
    source = factories.SourceFactory()
    page = f"{url(Snapshot, 'add')}?source={source.pk}"
    data = form_data(desk.get(page))  # The time of retrieval is filled in.
    response = desk.post(page, data | {"text": "  First line.\r\nSecond line. "})
    assert response.status_code == 302, errors(response)
    snapshot = Snapshot.objects.get()
    assert snapshot.text == "  First line.\nSecond line. "
    assert snapshot.sha256 == sha256(snapshot.text.encode()).hexdigest()


def test_a_snapshot_is_never_changed(desk):
    snapshot = factories.SnapshotFactory(text="A <b>bold</b> word.")
    page = desk.get(url(Snapshot, "change", snapshot.pk))
    assert "A &lt;b&gt;bold&lt;/b&gt; word." in page.content.decode()
    assert desk.post(url(Snapshot, "change", snapshot.pk), {"text": "Other."}).status_code == 403


def test_a_nul_in_a_snapshot_is_refused(desk):
    page = url(Snapshot, "add")
    data = form_data(desk.get(page)) | {"source": factories.SourceFactory().pk, "text": "a\0b"}
    assert errors(desk.post(page, data)) == ["Null characters are not allowed."]


def test_a_source_leads_to_its_snapshots_and_to_a_new_one(desk):
    snapshot = factories.SnapshotFactory()
    page = desk.get(url(Source, "change", snapshot.source.pk)).content.decode()
    assert url(Snapshot, "change", snapshot.pk) in page
    response = desk.get(reverse("admin:sources_source_add_snapshot", args=[snapshot.source.pk]))
    assert response.url == f"{url(Snapshot, 'add')}?source={snapshot.source.pk}"


def test_a_source_already_here_is_named_and_the_doi_is_bared(desk):
    factories.SourceFactory(url="https://www.example.org/a?utm_source=x", doi="10.1111/lamp.12329")
    page = url(Source, "add")
    data = form_data(desk.get(page)) | {"title": "Again", "kind": "report"}
    response = desk.post(page, data | {"url": "http://example.org/a"})
    assert errors(response) == ["A source with this web address is here already: use that one."]
    response = desk.post(page, data | {"doi": "https://doi.org/10.1111/LAMP.12329"})
    assert errors(response) == ["A source with this DOI is here already: use that one."]


def test_a_wrong_date_is_named_with_the_remedy(desk):
    page = url(Source, "add")
    data = form_data(desk.get(page)) | {"title": "A", "kind": "report", "published": "last week"}
    response = desk.post(page, data)
    assert "'last week' is no date: write 2017-02-23 for a day" in errors(response)[0]
    assert response.context["adminform"].form["published"].value() == "last week"


def test_a_mangled_link_to_a_new_snapshot_opens(desk):
    assert desk.get(f"{url(Snapshot, 'add')}?source=x").status_code == 200
