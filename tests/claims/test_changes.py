"""The feed of changes: what happened to public claims, in an order in which nothing is missed."""

import threading
from datetime import timedelta

import pytest
from django.core import signing
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from claims.actions.merge import merge_claims
from claims.actions.redact import redact
from claims.feed import FeedPagination
from claims.models import Change, Claim
from tests import factories as make

pytestmark = pytest.mark.django_db(transaction=True)
URL = "/api/v1/changes/"


@pytest.fixture
def editor():
    return make.UserFactory(is_staff=True, is_superuser=True)


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@transaction.atomic
def a_claim(**fields):
    """Committed as a whole, as every door does."""
    return make.published_claim(**fields)


def kinds(api, **query):
    return [change["kind"] for change in api.get(URL, query).json()["results"]]


def read_all(api, url=URL):
    """Every change, and where the next ones will be."""
    found = []
    while True:
        page = api.get(url).json()
        if not page["results"]:
            return found, page["next"]
        found += page["results"]
        url = page["next"]


def test_each_step_is_told_in_order(api, editor):
    claim = a_claim(text="One wall.")
    claim.text = "Two walls."
    claim.save()
    claim.withdraw(by=editor, kind="error", reason="It was another wall.")
    changes, _ = read_all(api)
    assert [change["kind"] for change in changes] == ["published", "corrected", "withdrawn"]
    assert [change["version"] for change in changes] == [1, 2, 3]
    for change in changes:
        assert change["claim"]["id"] == str(claim.pk)
        # Nothing is told any more of what is no longer public, but why.
        assert change["claim"]["text"] is None
        assert change["tombstone"] == {"kind": "error", "reason": "It was another wall."}


def test_a_public_claim_is_told_with_its_text(api):
    claim = a_claim(text="One wall.")
    [change] = api.get(URL).json()["results"]
    assert change["claim"] == {
        "id": str(claim.pk),
        "url": f"http://testserver/api/v1/claims/{claim.pk}/",
        "text": "One wall.",
    }
    assert change["into"] is None
    assert change["tombstone"] is None


@pytest.mark.parametrize(
    "add",
    [
        pytest.param(make.QuantityFactory, id="quantity"),
        pytest.param(make.CitationFactory, id="citation"),
        pytest.param(make.TranslationFactory, id="translation"),
    ],
)
def test_a_part_that_is_added_corrects(api, add):
    claim = a_claim()
    fields = {"position": 1} if add is make.CitationFactory else {}
    fields |= {"as_written": claim.text[:5]} if add is make.QuantityFactory else {}
    add(claim=claim, **fields)
    assert kinds(api) == ["published", "corrected"]


def test_one_transaction_corrects_once(api):
    claim = a_claim()
    with transaction.atomic():
        claim.notes = "Private first."
        claim.save()
        make.TranslationFactory(claim=claim)
        claim.text = "Another text."
        claim.save()
    assert kinds(api) == ["published", "corrected"]


def test_what_readers_do_not_see_is_not_told(api, editor):
    claim = a_claim()
    claim.notes, claim.sensitive = "Ask her.", True
    claim.save()
    make.NoteFactory(claim=claim)
    review = make.ReviewFactory(claim=claim)
    draft = make.ClaimFactory()
    make.ClaimLinkFactory(from_claim=draft, to_claim=claim)
    draft.text = "A draft changes."
    draft.save()
    assert kinds(api) == ["published"]
    review.publish(by=editor)
    assert kinds(api) == ["published", "corrected"]


def test_a_link_between_public_claims_corrects_both(api):
    one, two = a_claim(), a_claim()
    make.ClaimLinkFactory(from_claim=one, to_claim=two)
    changes, _ = read_all(api)
    assert {change["claim"]["id"] for change in changes if change["kind"] == "corrected"} == {str(one.pk), str(two.pk)}


class TestEmbargo:
    def test_nothing_is_told_before_it_ends(self, api, editor):
        claim = a_claim(embargo_until=timezone.now() + timedelta(hours=1))
        claim.text = "Mended under embargo."
        claim.save()
        assert kinds(api) == []
        claim.withdraw(by=editor, kind="error", reason="Never public.")
        assert kinds(api) == []

    @pytest.mark.parametrize("state", ["published", "withdrawn"])
    def test_none_is_laid_on_what_was_public(self, api, editor, state):
        claim = a_claim(embargo_until=timezone.now() - timedelta(hours=1))
        if state == "withdrawn":
            claim.withdraw(by=editor, kind="error", reason="Misread.")
        with pytest.raises(IntegrityError, match="public already") as refused, transaction.atomic():
            Claim.objects.filter(pk=claim.pk).update(embargo_until=timezone.now() + timedelta(hours=1))
        assert refused.value.__cause__.diag.constraint_name == "claim_stays_public"
        # One that is over may be cleared, or moved to another time that is over.
        Claim.objects.filter(pk=claim.pk).update(embargo_until=timezone.now() - timedelta(hours=2))
        Claim.objects.filter(pk=claim.pk).update(embargo_until=None)

    def test_one_that_holds_is_moved(self):
        claim = a_claim(embargo_until=timezone.now() + timedelta(hours=1))
        assert Claim.objects.filter(pk=claim.pk).update(embargo_until=timezone.now() + timedelta(hours=2)) == 1

    def test_the_api_says_what_to_do_instead(self, api, editor):
        claim = a_claim()
        api.force_authenticate(editor)
        answer = api.patch(
            f"/api/v1/claims/{claim.pk}/",
            {"embargo_until": timezone.now() + timedelta(hours=1)},
            format="json",
            headers={"if-match": "*"},
        )
        assert answer.status_code == 400
        assert "withdraw the claim" in answer.json()["errors"][0]["detail"]
        assert kinds(api) == ["published"]

    def test_its_end_lets_it_in_after_what_was_read_before(self, api):
        waiting = a_claim(embargo_until=timezone.now() + timedelta(hours=1))
        a_claim()
        _, following = read_all(api)
        # The hour passes.
        Claim.objects.filter(pk=waiting.pk).update(embargo_until=timezone.now() - timedelta(seconds=1))
        changes, _ = read_all(api, following)
        assert [(c["kind"], c["claim"]["id"]) for c in changes] == [("published", str(waiting.pk))]

    def test_the_first_reader_after_its_end_sees_it(self, api):
        waiting = a_claim(embargo_until=timezone.now() + timedelta(hours=1))
        Change.objects.filter(claim=waiting.pk).update(due=timezone.now() - timedelta(seconds=1))
        assert kinds(api) == ["published"]


def test_a_merged_claim_leads_to_its_survivor(api, editor):
    speaker = make.SpeakerFactory()
    survivor, merged = (a_claim(speaker=speaker, quote=quote) for quote in ("One wall.", "A wall."))
    merge_claims(survivor=survivor, merged=merged, by=editor)
    changes, _ = read_all(api)
    [told] = [change for change in changes if change["kind"] == "merged"]
    assert told["claim"]["id"] == str(merged.pk)
    assert told["into"] == f"http://testserver/api/v1/claims/{survivor.pk}/"


def test_a_draft_that_is_merged_away_is_not_told(api, editor):
    survivor, merged = make.ClaimFactory(), make.ClaimFactory()
    merge_claims(survivor=survivor, merged=merged, by=editor)
    assert kinds(api) == []


def test_a_redaction_is_told_without_a_word_of_it(api, editor):
    claim = a_claim(text="Xyzzyword did it.")
    redact(claim=claim, by=editor, kind="privacy", reason="A person's safety.", legal_basis="Art. 17 GDPR")
    answer = api.get(URL)
    assert [change["kind"] for change in answer.json()["results"]][-2:] == ["withdrawn", "redacted"]
    assert "Xyzzyword" not in answer.content.decode()


def test_kind_and_since(api, editor):
    early = a_claim()
    noon = timezone.now()
    late = a_claim()
    late.withdraw(by=editor, kind="error", reason="Wrong.")
    assert kinds(api, kind="withdrawn") == ["withdrawn"]
    assert kinds(api, kind=["published", "withdrawn"]) == ["published", "published", "withdrawn"]
    assert kinds(api, since=noon.isoformat()) == ["published", "withdrawn"]
    assert kinds(api, since="2999-01-01") == []
    Change.objects.filter(claim=early.pk).delete()
    assert kinds(api, since="2000-01-01") == ["published", "withdrawn"]


@pytest.mark.parametrize(
    ("query", "words"),
    [
        pytest.param({"since": "31/02"}, "'31/02' is no time", id="no_date"),
        pytest.param({"since": "2026-01-31T12:00"}, "with Z or an offset", id="no_offset"),
        pytest.param({"kind": "deleted"}, "choose published", id="kind"),
        pytest.param({"cursor": "abc"}, "not one that this feed gave out", id="cursor"),
        pytest.param({"page_size": "0"}, "is no page size", id="page_size"),
        pytest.param({"sinse": "2026"}, "did you mean 'since'", id="unknown"),
    ],
)
def test_what_cannot_be_read_is_refused(api, query, words):
    answer = api.get(URL, query)
    assert answer.status_code == 400
    assert words in answer.json()["errors"][0]["detail"]


def test_an_offset_whose_plus_arrives_as_a_blank(api):
    a_claim()
    assert api.get(f"{URL}?since=2020-01-31T12:00+01:00").json()["results"]


def test_a_cursor_of_another_database_server_is_gone(api):
    answer = api.get(URL, {"cursor": signing.dumps((1, 1, 1), salt=FeedPagination.salt)})
    assert answer.status_code == 410
    assert answer.json()["errors"][0]["code"] == "cursor_gone"


def test_after_a_restore_the_old_changes_come_first(api):
    a_claim()
    Change.objects.update(xid=2**40)  # As a dump of a busy server brings them along.
    a_claim()
    assert kinds(api) == ["published", "published"]


def test_a_transaction_that_commits_late_is_not_missed(api):
    """It drew its numbers first; readers wait for it rather than pass it by."""
    started, go_on = threading.Event(), threading.Event()

    def slow():
        with transaction.atomic():
            make.published_claim(text="Slow.")
            started.set()
            go_on.wait(60)
        connection.close()

    thread = threading.Thread(target=slow)
    thread.start()
    started.wait(10)
    a_claim(text="Quick.")
    seen, following = read_all(api)
    assert thread.is_alive()
    go_on.set()
    thread.join()
    later, _ = read_all(api, following)
    assert sorted(change["claim"]["text"] for change in seen + later) == ["Quick.", "Slow."]


def test_nothing_is_lost_or_told_twice_with_four_writers(api):
    user = make.UserFactory()

    def write():
        for _ in range(15):
            a_claim(by=user)
        connection.close()

    writers = [threading.Thread(target=write) for _ in range(4)]
    for writer in writers:
        writer.start()
    seen, following = [], URL
    while any(writer.is_alive() for writer in writers):
        changes, following = read_all(api, following)
        seen += changes
    seen += read_all(api, following)[0]
    ids = [change["claim"]["id"] for change in seen if change["kind"] == "published"]
    assert len(ids) == len(set(ids)) == 60


def test_a_page_costs_the_same_however_long(api, django_assert_num_queries):
    for _ in range(3):
        a_claim()
    with django_assert_num_queries(8):  # One counts the request: outside of tests, of each tenth.
        api.get(URL)
    for _ in range(5):
        a_claim()
    with django_assert_num_queries(8):
        api.get(URL)


@pytest.mark.parametrize("form", ["csv", "ndjson"])
def test_it_is_read_by_cursor_and_not_taken_away(api, form):
    answer = api.get(f"/api/v1/changes.{form}")
    assert answer.status_code == 404
    assert "There is nothing at" in answer.json()["errors"][0]["detail"]
