"""Merging sources."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from factbase.dates import parse_range
from factbase.models import Redirect
from sources.actions import merge_sources
from sources.models import Notice, Snapshot, Source
from tests import factories as make

pytestmark = pytest.mark.django_db

TEXT = "They accounted for more than 3.2 million detentions."


def anchored(source, snapshot, **fields):
    """A citation whose words stand in the snapshot."""
    return make.CitationFactory(
        source=source, snapshot=snapshot, quote=TEXT, start=0, end=len(TEXT), anchor="exact", **fields
    )


def test_needs_the_right():
    with pytest.raises(PermissionDenied, match="may not merge sources"):
        merge_sources(survivor=make.SourceFactory(), merged=make.SourceFactory(), by=make.UserFactory())


def test_all_that_points_to_it_moves(editor):
    survivor, merged = make.SourceFactory(), make.SourceFactory()
    citation, review = make.CitationFactory(source=merged), make.ReviewFactory(source=merged)
    notice, translation = make.NoticeFactory(source=merged), make.SourceFactory(translation_of=merged)
    result = merge_sources(survivor=survivor, merged=merged, by=editor)
    assert result.moved == {"citation": 1, "review": 1, "notice": 1, "source": 1}
    for row in (citation, review, notice, translation):
        row.refresh_from_db()
    assert citation.source == review.source == notice.source == translation.translation_of == survivor


def test_snapshots_are_written_anew_and_citations_stay_anchored(editor, at_commit):
    survivor, merged = make.SourceFactory(), make.SourceFactory()
    old = make.SnapshotFactory(source=merged, archive_url="https://web.archive.org/x", media_type="text/html")
    citation = anchored(merged, old)
    pk = old.pk
    result = merge_sources(survivor=survivor, merged=merged, by=editor)
    at_commit()
    assert result.moved["snapshot"] == 1
    new = survivor.snapshots.get()
    for field in ("text", "sha256", "retrieved_at", "archive_url", "media_type", "original"):
        assert getattr(new, field) == getattr(old, field), field
    citation.refresh_from_db()
    assert (citation.snapshot, citation.source, citation.anchor) == (new, survivor, "exact")
    assert not Snapshot.objects.filter(pk=pk).exists()
    assert Redirect.objects.get(kind="snapshot", key=str(pk)).target == new.pk


def test_the_same_snapshot_becomes_one(editor, at_commit):
    survivor, merged = make.SourceFactory(), make.SourceFactory()
    ours = make.SnapshotFactory(source=survivor)
    theirs = make.SnapshotFactory(source=merged, retrieved_at=ours.retrieved_at)
    citation = anchored(merged, theirs)
    pk = theirs.pk
    assert merge_sources(survivor=survivor, merged=merged, by=editor).dropped == {"snapshot": 1}
    at_commit()
    citation.refresh_from_db()
    assert citation.snapshot == survivor.snapshots.get() == ours
    assert Redirect.objects.get(kind="snapshot", key=str(pk)).target == ours.pk


def test_a_snapshot_that_says_more_is_not_lost(editor):
    """One that lacks the archive's address cannot take it over, as it is never changed."""
    survivor, merged = make.SourceFactory(), make.SourceFactory()
    ours = make.SnapshotFactory(source=survivor)
    make.SnapshotFactory(source=merged, retrieved_at=ours.retrieved_at, archive_url="https://web.archive.org/x")
    merge_sources(survivor=survivor, merged=merged, by=editor)
    assert survivor.snapshots.count() == 2


def test_a_claim_that_cited_both_cites_it_once(editor, at_commit):
    survivor, merged = make.SourceFactory(), make.SourceFactory()
    ours = make.CitationFactory(source=survivor, quote=TEXT)
    anchored(merged, make.SnapshotFactory(source=merged), claim=ours.claim, position=1, is_lead=True)
    result = merge_sources(survivor=survivor, merged=merged, by=editor)
    at_commit()
    assert result.dropped == {"citation": 1}
    citation = ours.claim.citations.get()
    assert (citation.snapshot, citation.start, citation.anchor) == (survivor.snapshots.get(), 0, "exact")
    assert citation.is_lead


def test_the_same_notice_becomes_one(editor):
    survivor, merged = make.SourceFactory(), make.SourceFactory()
    for source in (survivor, merged):
        make.NoticeFactory(source=source, summary="A date was wrong.")
    make.NoticeFactory(source=merged, summary="Another.")
    assert merge_sources(survivor=survivor, merged=merged, by=editor).dropped == {"notice": 1}
    assert Notice.objects.filter(source=survivor).count() == 2


def test_empty_fields_are_filled_also_unique_ones(editor):
    survivor = make.SourceFactory(volume="12")
    merged = make.SourceFactory(
        doi="10.1111/lamp.12329", url="https://example.org/a", volume="13", pages="1-2", published=parse_range("2023")
    )
    result = merge_sources(survivor=survivor, merged=merged, by=editor)
    assert (survivor.doi, survivor.url, survivor.published) == (merged.doi, merged.url, merged.published)
    assert (survivor.volume, survivor.pages) == ("12", ""), "pages of another volume"
    assert set(result.filled) == {"doi", "url", "published"}


@pytest.mark.parametrize(
    ("ours", "theirs", "words"),
    [
        pytest.param({"doi": "10.1111/a"}, {"doi": "10.1111/b"}, "different DOIs", id="DOIs"),
        pytest.param({"language": "es"}, {"language": "en"}, "different languages", id="languages"),
    ],
)
def test_two_documents_are_not_one(editor, ours, theirs, words):
    pair = {"survivor": make.SourceFactory(**ours), "merged": make.SourceFactory(**theirs)}
    with pytest.raises(ValidationError, match=words):
        merge_sources(**pair, by=editor)
    assert Source.objects.count() == 2


@pytest.mark.parametrize("swap", [False, True])
def test_a_translation_is_not_its_original(editor, swap):
    original = make.SourceFactory()
    pair = [original, make.SourceFactory(translation_of=original)]
    survivor, merged = reversed(pair) if swap else pair
    with pytest.raises(ValidationError, match="a translation of the other"):
        merge_sources(survivor=survivor, merged=merged, by=editor)


def test_kinds_of_one_language_are_one(editor):
    survivor, merged = make.SourceFactory(language="en"), make.SourceFactory(language="en-US")
    merge_sources(survivor=survivor, merged=merged, by=editor)
    assert survivor.language == "en"


def test_old_id_answers_in_the_api_and_its_filters(api, editor):
    a, b, c = (make.SourceFactory() for _ in range(3))
    claim = make.published_claim(source=a)
    pks = a.pk, b.pk
    merge_sources(survivor=b, merged=a, by=editor)
    merge_sources(survivor=c, merged=b, by=editor)
    for pk in pks:
        response = api.get(f"/api/v1/sources/{pk}/")
        assert response.status_code == 301
        assert response["Location"].endswith(f"/api/v1/sources/{c.pk}/")
        found = api.get("/api/v1/claims/", {"source": pk}).json()["results"]
        assert [row["id"] for row in found] == [str(claim.pk)]
