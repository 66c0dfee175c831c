"""What was public of a claim before now: ?as_of=, history/, and the tombstone of a withdrawn one."""

from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from claims.actions.merge import merge_claims, merge_speakers
from claims.actions.redact import redact
from claims.models import Claim, ClaimSubject, ClaimTopic
from tests import factories as make

# Each change is a transaction of its own, as it is outside of tests.
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def editor():
    return make.UserFactory(is_staff=True, is_superuser=True)


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def url(claim):
    return f"/api/v1/claims/{claim.pk}/"


def as_of(api, claim, moment):
    return api.get(url(claim), {"as_of": moment.isoformat()})


@transaction.atomic
def a_claim(**fields):
    return make.published_claim(**fields)


def change_everything(claim, editor):
    """Steps of which each changes something that readers see."""
    text = claim.text
    yield lambda: Claim.objects.filter(pk=claim.pk).update(text=f"{text} They said so.", occasion="At noon")
    yield lambda: make.QuantityFactory(claim=claim)
    yield lambda: claim.quantities.update(value="3300000", comparator="about")
    yield lambda: make.CitationFactory(claim=claim, position=1, stance="supports", quote="Another quote.")
    relay = claim.citations.first
    yield lambda: make.AttributionFactory(citation=relay())
    yield lambda: ClaimTopic.objects.create(claim=claim, topic=make.TopicFactory(name="Zeal"))
    yield lambda: ClaimTopic.objects.create(claim=claim, topic=make.TopicFactory(name="Ardour"))
    yield lambda: ClaimSubject.objects.create(claim=claim, speaker=make.SpeakerFactory())
    yield lambda: make.TranslationFactory(claim=claim)
    yield lambda: make.ReviewFactory(claim=claim, source=make.SourceFactory()).publish(by=editor)
    yield lambda: make.ClaimLinkFactory(from_claim=claim, to_claim=a_claim(text="Another."))
    yield lambda: make.ClaimLinkFactory(to_claim=claim, from_claim=a_claim(text="A third."))
    yield lambda: claim.quantities.all().delete()
    yield lambda: claim.citations.filter(position=1).delete()
    yield lambda: claim.claimants.update(basis="unnamed", label="an official", speaker=None)
    yield lambda: ClaimTopic.objects.filter(claim=claim).first().delete()


def test_every_state_is_shown_as_it_was(api, editor, settings):
    settings.FACTBASE_FOUR_EYES = False
    claim = a_claim()
    seen = [(timezone.now(), api.get(url(claim)).json())]
    for step in change_everything(claim, editor):
        step()
        seen.append((timezone.now(), api.get(url(claim)).json()))
    for moment, shown in seen:
        assert as_of(api, claim, moment).json() == shown
    versions = api.get(f"{url(claim)}history/").json()["results"][::-1]
    assert [version["claim"] for version in versions] == [shown for _, shown in seen]
    assert [version["until"] for version in versions] == [*(v["since"] for v in versions[1:]), None]
    assert versions[0]["changed"] == []
    assert versions[1]["changed"] == ["text", "occasion"]
    assert versions[2]["changed"] == ["quantities"]


def test_drafts_and_what_curators_write_stay_among_them(api, editor, settings):
    settings.FACTBASE_FOUR_EYES = False
    with transaction.atomic():
        claim = make.ClaimFactory(text="A secret draft.", notes="Ask the lawyer.")
        make.ClaimantFactory(claim=claim)
        make.CitationFactory(claim=claim)
    drafted = timezone.now()
    Claim.objects.filter(pk=claim.pk).update(text="The published text.")
    claim.refresh_from_db()
    claim.submit(by=editor)
    claim.publish(by=editor)
    make.NoteFactory(claim=claim, text="Is it so?")
    make.ReviewFactory(claim=claim, summary="Unpublished finding.")
    Claim.objects.filter(pk=claim.pk).update(notes="Asked.", sensitive=True)
    answer = api.get(f"{url(claim)}history/")
    assert len(answer.json()["results"]) == 1
    for words in ("secret", "lawyer", "Is it so", "Unpublished", "Asked", "user"):
        assert words not in answer.content.decode()
    answer = as_of(api, claim, drafted)
    assert answer.status_code == 404
    assert "was not public at" in answer.json()["errors"][0]["detail"]


def test_an_embargo_is_kept_in_the_past_too(api):
    claim = a_claim(embargo_until=timezone.now() + timedelta(hours=1), text="Early words.")
    early = timezone.now()
    assert api.get(f"{url(claim)}history/").status_code == 404
    Claim.objects.filter(pk=claim.pk).update(embargo_until=timezone.now(), text="Late words.")
    assert as_of(api, claim, early).status_code == 404
    assert "Early words" not in api.get(f"{url(claim)}history/").content.decode()


@pytest.mark.parametrize("path", ["", "history/", "?as_of=2026-01-01"])
class TestWithdrawn:
    def test_it_is_gone_with_its_tombstone(self, api, editor, path):
        claim = a_claim(text="Wrong words.")
        claim.withdraw(by=editor, kind="error", reason="It was another year.")
        answer = api.get(url(claim) + path)
        assert answer.status_code == 410
        assert answer.json() == {
            "type": "client_error",
            "errors": [
                {
                    "code": "withdrawn",
                    "detail": "This claim was withdrawn (error): It was another year.",
                    "attr": None,
                }
            ],
            "tombstone": {"kind": "error", "reason": "It was another year."},
        }

    def test_one_that_never_was_public_leaves_no_trace(self, api, editor, path):
        claim = a_claim(embargo_until=timezone.now() + timedelta(hours=1))
        claim.withdraw(by=editor, kind="error", reason="A secret reason.")
        assert api.get(url(claim) + path).status_code == 404

    def test_a_redacted_one_tells_no_word_of_it(self, api, editor, path):
        claim = a_claim(text="Xyzzyword did it.")
        redact(claim=claim, by=editor, kind="privacy", reason="A person's safety.", legal_basis="Art. 17")
        answer = api.get(url(claim) + path)
        assert answer.status_code == 410
        assert "Xyzzyword" not in answer.content.decode()
        assert "Art. 17" not in answer.content.decode()


def test_an_editor_still_reads_a_withdrawn_claim(api, editor):
    claim = a_claim()
    claim.withdraw(by=editor, kind="error", reason="Wrong.")
    api.force_authenticate(editor)
    assert api.get(url(claim)).json()["status"] == "withdrawn"


def test_a_merged_claim_leads_to_its_survivor(api, editor):
    speaker = make.SpeakerFactory()
    survivor, merged = (a_claim(speaker=speaker, quote=quote) for quote in ("One wall.", "A wall."))
    merge_claims(survivor=survivor, merged=merged, by=editor)
    for path in ("", "history/", f"?as_of={timezone.now():%Y-%m-%dT%H:%M:%SZ}"):
        answer = api.get(url(merged) + path)
        assert answer.status_code == 301
        assert answer["Location"] == f"http://testserver{url(survivor)}{path}"


def test_a_merged_speaker_is_shown_by_the_survivor(api, editor):
    one, two = make.SpeakerFactory(name="Ana Pérez"), make.SpeakerFactory(name="A. Pérez")
    claim = a_claim(speaker=two)
    before = timezone.now()
    merge_speakers(survivor=one, merged=two, by=editor)
    [claimant] = as_of(api, claim, before).json()["claimants"]
    assert claimant["speaker"]["name"] == "Ana Pérez"


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        pytest.param("yesterday", "'yesterday' is no time", id="words"),
        pytest.param("2026-01-31T12:00", "with Z or an offset", id="no_offset"),
        pytest.param("2999-01-01", "is still to come", id="future"),
        pytest.param("", "It is empty", id="empty"),
        pytest.param("0001-01-01T00:00+14:00", "is no time", id="before_time"),
    ],
)
def test_a_time_that_cannot_be_read_is_refused(api, moment, words):
    answer = api.get(url(a_claim()), {"as_of": moment})
    assert answer.status_code == 400
    assert words in answer.json()["errors"][0]["detail"]


def test_history_costs_the_same_however_much_happened(api, editor, settings):
    settings.FACTBASE_FOUR_EYES = False
    claim = a_claim()
    counts, path = [], f"{url(claim)}history/"
    for step in [lambda: None, *change_everything(claim, editor)]:
        step()
        with CaptureQueriesContext(connection) as queries:
            api.get(path)
        counts.append(len(queries))
    assert max(counts) <= 50
