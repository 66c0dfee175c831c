"""Redaction: afterwards the words are nowhere, and the tombstone stands."""

import pytest
from django.contrib.admin.models import CHANGE, LogEntry
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.base import ContentFile
from django.db import connection

from claims.actions.merge import merge_claims
from claims.actions.redact import redact, what_goes
from claims.models import Claim, ClaimSubject, ClaimTopic, Note, Proposition, Review, ReviewEvidence
from sources.models import Snapshot
from tests.factories import (
    AttributionFactory,
    CitationFactory,
    ClaimFactory,
    ClaimLinkFactory,
    NoteFactory,
    PropositionFactory,
    QuantityFactory,
    ReviewFactory,
    SnapshotFactory,
    SpeakerFactory,
    TopicFactory,
    TranslationFactory,
    UserFactory,
    published_claim,
)

pytestmark = pytest.mark.django_db
SECRET = "Xyzzyword"
BASIS = {"kind": "privacy", "reason": "A person's safety.", "legal_basis": "Art. 17 GDPR, request of 2026-11-01"}


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def claim(editor):
    """A published claim whose secret word stands wherever words can stand, in what is and in what was."""
    claim = published_claim(
        text=f"{SECRET} 3 text",
        quote=f"{SECRET} lead",
        occasion=f"{SECRET} occasion",
        notes=f"{SECRET} notes",
        stated_as_written=f"{SECRET} date",
        proposition=PropositionFactory(text=f"{SECRET} proposition"),
        speaker=SpeakerFactory(name="Ana"),
    )
    snapshot = SnapshotFactory(text=f"Before. {SECRET} quote. After.", original=ContentFile(SECRET, "page.html"))
    citation = CitationFactory(
        claim=claim, source=snapshot.source, snapshot=snapshot, quote=f"{SECRET} quote", start=8, end=23, position=1
    )
    SnapshotFactory(source=snapshot.source, text=f"An older page: {SECRET} quote")
    AttributionFactory(citation=citation, label=SECRET)
    QuantityFactory(claim=claim, as_written=f"{SECRET} 3", population=SECRET)
    TranslationFactory(claim=claim, text=f"{SECRET} es")
    review = ReviewFactory(claim=claim, summary=SECRET, label=SECRET)
    ReviewEvidence.objects.create(review=review, citation=citation)
    ClaimTopic.objects.create(claim=claim, topic=TopicFactory())
    ClaimSubject.objects.create(claim=claim, speaker=SpeakerFactory())
    ClaimLinkFactory(from_claim=claim, to_claim=ClaimFactory(text="Other"), note=SECRET)
    NoteFactory(claim=claim, text=f"{SECRET} note")
    # What was: an edit, a part that was deleted, and the admin's log.
    Claim.objects.filter(pk=claim.pk).update(text=f"{SECRET} 3 text, edited")
    gone = CitationFactory(claim=claim, quote=f"{SECRET} gone", position=2)
    AttributionFactory(citation=gone, label=f"{SECRET} relay")
    gone.delete()
    claim.refresh_from_db()
    LogEntry.objects.log_actions(editor.pk, [claim], CHANGE, change_message=SECRET)
    return claim


def tables_with(word: str) -> dict[str, int]:
    """In which tables of the whole database a word stands, and in how many rows, whatever the column."""
    found = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT count(*) FROM "{table}" t WHERE t::text ILIKE %s', [f"%{word}%"])
            if count := cursor.fetchone()[0]:
                found[table] = count
    return found


def test_the_words_are_nowhere(claim, editor, api, settings):
    assert len(tables_with(SECRET)) > 12, "else this proves nothing"
    redact(claim=claim, by=editor, **BASIS)
    assert tables_with(SECRET) == {}
    assert not [path for path in settings.MEDIA_ROOT.rglob("*") if path.is_file()]
    assert api.get(f"/api/v1/claims/?q={SECRET}").json()["results"] == []


def test_the_tombstone_stands(claim, editor):
    redact(claim=claim, by=editor, **BASIS)
    stone = Claim.objects.get(pk=claim.pk)
    assert (stone.text, stone.status, stone.withdrawn_kind) == ("[redacted]", "withdrawn", "privacy")
    assert stone.withdrawn_reason == "A person's safety."
    assert stone.published_at == claim.published_at
    [note] = Note.objects.all()
    assert note.text == "Redacted (privacy). Legal basis: Art. 17 GDPR, request of 2026-11-01"
    assert note.created_by == editor
    assert not Review.objects.exists()
    assert not Proposition.objects.exists()


def test_that_there_were_changes_stays(claim, editor):
    from django.apps import apps

    redact(claim=claim, by=editor, **BASIS)
    events = apps.get_model("claims", "ClaimEvent").objects.filter(pgh_obj=claim.pk)
    assert {event.text for event in events} == {"[redacted]"}
    assert events.count() >= 2


def test_other_claims_on_the_same_snapshot_keep_their_words(claim, editor, at_commit):
    snapshot = Snapshot.objects.exclude(original="").get()
    other = CitationFactory(
        claim=published_claim(),
        source=snapshot.source,
        snapshot=snapshot,
        quote="Before",
        start=0,
        end=6,
        anchor="exact",
        position=1,
    )
    redact(claim=claim, by=editor, **BASIS)
    at_commit()
    other.refresh_from_db()
    assert (other.quote, other.anchor, other.start) == ("Before", "unchecked", None)


def test_a_proposition_that_others_share_stays(claim, editor):
    other = published_claim(proposition=claim.proposition)
    redact(claim=claim, by=editor, **BASIS)
    assert Proposition.objects.get() == other.proposition


def test_a_draft_keeps_its_state(editor):
    draft = ClaimFactory(text=SECRET)
    redact(claim=draft, by=editor, **BASIS)
    assert Claim.objects.values_list("text", "status").get() == ("[redacted]", "draft")
    assert tables_with(SECRET) == {}


def test_what_will_go_is_told_first(claim):
    told = what_goes(claim)
    assert told["citations"] == 2
    assert told["snapshots"] == 2
    assert told["curators' note"] == 1
    assert told["old versions"] >= 3
    assert "search texts" not in told


@pytest.mark.parametrize(
    ("change", "words"),
    [
        pytest.param({"legal_basis": " "}, "The legal basis is needed", id="no-basis"),
        pytest.param({"reason": ""}, "The public reason is needed", id="no-reason"),
        pytest.param({"kind": "error"}, "'error' is no kind of redaction", id="kind"),
        pytest.param({"reason": "x" * 1001}, "1,000 characters", id="long"),
    ],
)
def test_a_word_that_is_missing_is_asked_for(claim, editor, change, words):
    with pytest.raises(ValidationError, match=words):
        redact(claim=claim, by=editor, **BASIS | change)
    assert Claim.objects.get(pk=claim.pk).text.startswith(SECRET)


def test_only_with_the_right(claim):
    with pytest.raises(PermissionDenied, match="ask an administrator"):
        redact(claim=claim, by=UserFactory(), **BASIS)
    assert Claim.objects.get(pk=claim.pk).text.startswith(SECRET)


def test_what_was_merged_into_it_goes_too(claim, editor):
    other = published_claim(text=f"{SECRET} again", speaker=claim.claimants.get().speaker)
    TranslationFactory(claim=other, language="fr", text=f"{SECRET} fr")
    other.translations.all().delete()
    merge_claims(survivor=claim, merged=other, by=editor)
    redact(claim=claim, by=editor, **BASIS)
    assert tables_with(SECRET) == {}
