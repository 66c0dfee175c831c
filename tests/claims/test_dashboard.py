"""The admin's front page."""

import re
from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from claims.actions.duplicates import (
    call_distinct,
    likely_duplicates,
    newest_with_likely_duplicates,
    put_under_one_proposition,
)
from claims.models import Claim, ClaimTopic
from factbase.models import User
from factbase.paginator import CappedPaginator
from tests import factories
from tests.claims.test_lists import UNBOUNDED
from tests.factbase.test_admin import desk, form_data, url

__all__ = ["desk"]
Status = Claim.Status
FRONT = "/admin/"


@pytest.fixture
def account(client, db):
    def sign_in(*rights):
        user = factories.UserFactory(is_staff=True)
        user.user_permissions.set(Permission.objects.filter(codename__in=rights))
        client.force_login(user)
        return client, user

    return sign_in


def queues(client):
    shown = client.get(FRONT).context["desk"]
    return {queue.label: queue for queue in [*shown["waiting"], *shown["care"]]}


def chart(client, heading):
    return {bar.label: bar for bar in dict(client.get(FRONT).context["desk"]["charts"])[heading]}


def a_bit_of_everything(editor):
    """Claims in every queue."""
    someone = factories.UserFactory()
    factories.ClaimFactory(created_by=editor)
    factories.ClaimFactory(created_by=editor, returned_note="Name the speaker.")
    factories.ClaimFactory(status=Status.IN_REVIEW, submitted_by=editor)
    factories.ClaimFactory(status=Status.IN_REVIEW, submitted_by=someone)
    factories.ReviewFactory(claim=factories.published_claim(by=someone))
    broken = factories.published_claim(by=someone).citations.get()
    factories.SnapshotFactory(source=broken.source, text="Nothing of the sort.")
    factories.NoticeFactory(source=factories.published_claim(by=someone).citations.get().source)
    factories.published_claim(by=someone, embargo_until=timezone.now() + timedelta(days=2))
    ClaimTopic.objects.create(claim=broken.claim, topic=factories.TopicFactory())
    speaker = factories.SpeakerFactory()
    for _ in range(2):
        claim = factories.ClaimFactory(text="Mexico will not pay for the wall.", created_by=someone)
        factories.ClaimantFactory(claim=claim, speaker=speaker)


LIKELY = "Likely duplicates among the newest 100 drafts and in review"
ALL = {
    "To review": 1,
    "Returned to me": 1,
    "My drafts": 2,
    "Submitted by me": 1,
    "Reviews not public yet": 1,
    "Broken anchors": 1,
    "Source corrected or retracted": 1,
    "Embargo ends within 7 days": 1,
    LIKELY: 2,
}


class TestQueues:
    def test_each_number_is_that_of_the_list_it_links_to(self, desk, editor):
        a_bit_of_everything(editor)
        found = queues(desk)
        assert {label: queue.count for label, queue in found.items()} == ALL
        for label, queue in found.items():
            assert desk.get(queue.link).context["cl"].result_count == queue.count, label
        page = desk.get(FRONT).content.decode()
        assert all(queue.link.replace("&", "&amp;") in page for queue in found.values())
        assert "Name the speaker." in page

    def test_nothing_is_said_in_words(self, desk):
        page = desk.get(FRONT).content.decode()
        for words in (
            "No claim waits for review.",
            "You have no drafts.",
            "Every checked quote stands where it stood.",
            "No embargo ends this week.",
            "None of the newest 100 drafts and claims in review is like another of the newest 300 claims.",
            "Nobody else changed a claim lately.",
            "No claim has a topic yet.",
        ):
            assert words in page

    def test_only_published_claims_need_care(self, desk):
        citation = factories.CitationFactory()
        factories.SnapshotFactory(source=citation.source, text="Nothing of the sort.")
        factories.NoticeFactory(source=citation.source)
        factories.ClaimFactory(embargo_until=timezone.now() + timedelta(days=2))
        factories.published_claim(embargo_until=timezone.now() + timedelta(days=8))
        factories.published_claim(embargo_until=timezone.now() - timedelta(days=1))
        update = factories.published_claim().citations.get()
        factories.NoticeFactory(source=update.source, kind="update")
        found = queues(desk)
        care = ["Broken anchors", "Source corrected or retracted", "Embargo ends within 7 days"]
        assert [found[label].count for label in care] == [0, 0, 0]

    def test_a_notice_counts_where_a_claim_rests_on_that_source_alone(self, desk):
        label = "Source corrected or retracted"
        citation = factories.published_claim().citations.get()
        assert queues(desk)[label].count == 0
        factories.NoticeFactory(source=citation.source, kind="retraction")
        assert queues(desk)[label].count == 1
        # A source that only mentions it is no ground; another that states it is, until it is corrected too.
        other = factories.CitationFactory(claim=citation.claim, position=1, stance="mentions")
        assert queues(desk)[label].count == 1
        other.stance = "states"
        other.save()
        assert queues(desk)[label].count == 0
        factories.NoticeFactory(source=other.source, kind="correction")
        queue = queues(desk)[label]
        assert queue.count == 1
        assert [claim.pk for claim in desk.get(queue.link).context["cl"].result_list] == [citation.claim_id]

    def test_a_notice_on_what_only_mentions_a_claim_is_no_matter(self, desk):
        citation = factories.published_claim().citations.get()
        other = factories.CitationFactory(claim=citation.claim, position=1, stance="mentions")
        factories.NoticeFactory(source=other.source, kind="retraction")
        assert queues(desk)["Source corrected or retracted"].count == 0

    def test_an_account_sees_what_it_may_go_on_with(self, account):
        client, user = account("change_claim", "submit_claim")
        factories.ClaimFactory(created_by=user)
        factories.ClaimFactory(text="Somebody else's draft.", created_by=factories.UserFactory())
        found = queues(client)
        assert {label: queue.count for label, queue in found.items()} == {
            "Returned to me": 0,
            "My drafts": 1,
            "Submitted by me": 0,
        }
        assert chart(client, "By status")["Draft"].count == 1
        page = client.get(FRONT).content.decode()
        assert "Somebody else" not in page
        assert "By topic" not in page
        assert "Somebody else" not in client.get("/admin/claims/claim/").content.decode()

    def test_an_account_that_may_only_look(self, account):
        client, _ = account("view_claim")
        care = {"Broken anchors", "Source corrected or retracted", "Embargo ends within 7 days", LIKELY}
        assert set(queues(client)) == care
        page = client.get(FRONT).content.decode()
        assert "Your account has nothing to submit or to publish." in page
        assert "Add a claim" not in page

    def test_an_account_without_any_right(self, account):
        client, _ = account()
        page = client.get(FRONT)
        assert "desk" not in page.context
        assert "Ask an administrator" in page.content.decode()


class TestDuplicates:
    """Among the newest drafts and claims in review; each leads to where a curator decides."""

    TEXT, ALIKE = "Mexico will not pay for the wall at the border.", "Mexico will never pay for the wall at its border."

    def said(self, text=TEXT, **fields):
        claim = factories.ClaimFactory(text=text, **fields)
        factories.ClaimantFactory(claim=claim, speaker=self.speaker)
        return claim

    @pytest.fixture(autouse=True)
    def somebody(self, db):
        self.speaker = factories.SpeakerFactory()

    def found(self):
        return set(newest_with_likely_duplicates())

    def test_much_the_same_words_by_the_same_speaker(self, desk):
        one, two = self.said(), self.said(self.ALIKE, status=Status.IN_REVIEW)
        self.said("Families are being torn apart.")
        factories.ClaimFactory(text=self.TEXT)
        queue = queues(desk)[LIKELY]
        assert queue.count == 2
        assert {address for address, _ in queue.first} == {
            reverse("admin:claims_claim_duplicates", args=[claim.pk]) for claim in (one, two)
        }
        listed = desk.get(queue.link).context["cl"].result_list
        assert set(listed) == {one, two}

    def test_it_agrees_with_what_each_save_says(self, editor):
        speaker_words = [self.TEXT, self.ALIKE, "They counted more than 3.2 million.", "Más de 3,2 millones.", "Else."]
        claims = [self.said(text) for text in speaker_words]
        for claim in claims[2:4]:
            factories.QuantityFactory(claim=claim)
        source = factories.SourceFactory()
        for text in ("x", "y"):
            claims.append(factories.CitationFactory(claim=factories.ClaimFactory(text=text), source=source).claim)
        expected = {claim.pk for claim in claims if likely_duplicates(claim, editor)}
        assert len(expected) == 6
        assert self.found() == expected

    def test_a_draft_like_a_published_claim_is_counted_and_the_published_one_is_not(self):
        draft = self.said()
        public = factories.published_claim(text=self.ALIKE, speaker=self.speaker)
        assert self.found() == {draft.pk}
        Claim.objects.filter(pk=public.pk).update(status="withdrawn", withdrawn_kind="error", withdrawn_reason="x")
        assert self.found() == set()

    def test_decided_pairs_are_left_out(self, editor):
        one, two = self.said(), self.said(self.ALIKE)
        call_distinct(claim=two, other=one, by=editor)
        assert self.found() == set()
        three = self.said(self.TEXT)
        assert self.found() == {one.pk, two.pk, three.pk}
        put_under_one_proposition(claim=one, other=three, by=editor)
        put_under_one_proposition(claim=one, other=two, by=editor)
        assert self.found() == set()

    def test_only_the_newest_are_looked_through(self, monkeypatch):
        monkeypatch.setattr("claims.actions.duplicates.NEWEST_OPEN", 2)
        monkeypatch.setattr("claims.actions.duplicates.NEWEST", 3)
        self.said()
        two, three = self.said(), factories.ClaimFactory()
        assert len(self.found()) == 1
        factories.ClaimFactory(status=Status.IN_REVIEW)
        assert self.found() == set()
        assert two != three

    def test_who_sees_no_drafts_is_told_of_none(self, account):
        client, _ = account("change_claim")
        self.said(), self.said()
        assert LIKELY not in queues(client)
        assert not client.get("/admin/claims/claim/?duplicates=likely").context["cl"].result_list


class TestCharts:
    def test_by_status(self, desk):
        factories.published_claim()
        factories.published_claim()
        factories.ClaimFactory()
        found = chart(desk, "By status")
        assert {label: (bar.count, bar.share) for label, bar in found.items()} == {
            "Draft": (1, 50),
            "In review": (0, 0),
            "Published": (2, 100),
            "Withdrawn": (0, 0),
        }
        for bar in found.values():
            assert desk.get(bar.link).context["cl"].result_count == bar.count

    def test_by_topic(self, desk):
        rare, common = factories.TopicFactory(name="Rare"), factories.TopicFactory(name="Common")
        for topic in (rare, common, common):
            ClaimTopic.objects.create(claim=factories.ClaimFactory(), topic=topic)
        found = chart(desk, "By topic")
        assert [(label, bar.count, bar.share) for label, bar in found.items()] == [("Common", 2, 100), ("Rare", 1, 50)]
        for bar in found.values():
            assert desk.get(bar.link).context["cl"].result_count == bar.count

    def test_a_topic_counts_those_below_it(self, desk):
        above = factories.TopicFactory(name="Above")
        below = factories.TopicFactory(name="Below", parent=above)
        for topic in (above, below, below):
            ClaimTopic.objects.create(claim=factories.ClaimFactory(), topic=topic)
        both = factories.ClaimFactory()
        for topic in (above, below):
            ClaimTopic.objects.create(claim=both, topic=topic)
        found = chart(desk, "By topic")
        assert {label: bar.count for label, bar in found.items()} == {"Above": 4, "Below": 3}
        for bar in found.values():
            assert desk.get(bar.link).context["cl"].result_count == bar.count

    def test_counts_end_at_the_cap(self, desk, editor, monkeypatch):
        monkeypatch.setattr(CappedPaginator, "cap", 4)
        for _ in range(6):
            factories.ClaimFactory(created_by=editor)
        assert str(queues(desk)["My drafts"].count) == "4+"
        assert ">4+<" in re.sub(r"\s", "", desk.get(FRONT).content.decode())


class TestChanges:
    def changes(self, client):
        return [(change.who, change.what, change.claim) for change in client.get(FRONT).context["desk"]["changes"]]

    def test_others_changes_newest_first(self, desk, client, editor):
        ana, ben = (User.objects.create(username=name, is_staff=True, is_superuser=True) for name in ("ana", "ben"))
        claim, mine = factories.ClaimFactory(created_by=ben), factories.ClaimFactory(created_by=editor)
        citation = factories.CitationFactory(claim=mine)
        edit(client, ana, Claim, claim, text="Changed by Ana.")
        edit(client, editor, Claim, claim, text="Changed by me.")
        edit(client, ana, type(citation), citation, quote="Other words.")
        client.force_login(editor)
        found = self.changes(client)
        assert {("ana", "changed", claim), ("ben", "added", claim), ("ana", "citation changed", mine)} == set(found)
        times = [change.when for change in client.get(FRONT).context["desk"]["changes"]]
        assert times == sorted(times, reverse=True)

    def test_a_claim_that_is_gone_is_left_out(self, desk, client):
        ana = User.objects.create(username="ana", is_staff=True, is_superuser=True)
        claim = factories.ClaimFactory()
        edit(client, ana, Claim, claim, text="Changed by Ana.")
        Claim.objects.get(pk=claim.pk).delete()
        assert self.changes(desk) == []

    def test_ten_at_most(self, desk):
        for _ in range(12):
            factories.ClaimFactory(created_by=None)
        assert len(self.changes(desk)) == 10


def edit(client, user, model, record, **data):
    client.force_login(user)
    page = url(model, "change", record.pk)
    response = client.post(page, form_data(client.get(page)) | data)
    assert response.status_code == 302


class TestCost:
    def visit(self, client):
        with CaptureQueriesContext(connection) as captured:
            client.get(FRONT)
        return [query["sql"] for query in captured]

    def test_ten_of_each_cost_what_four_do(self, desk, editor):
        for _ in range(4):
            a_bit_of_everything(editor)
        before = len(self.visit(desk))
        for _ in range(2):
            a_bit_of_everything(editor)
        after = len(self.visit(desk))
        assert after <= before + 4  # A topic more is a bar more, of two queries, and there are six at most.
        for _ in range(4):
            a_bit_of_everything(editor)
        assert len(self.visit(desk)) == after
        assert after <= 49

    def test_no_table_is_counted_or_read_through(self, desk, editor):
        for _ in range(4):
            a_bit_of_everything(editor)
        queries = self.visit(desk)
        assert not [sql for sql in queries if UNBOUNDED.search(sql)]
        assert all("LIMIT 1001" in sql for sql in queries if "COUNT(" in sql)
        ours = [sql for sql in queries if 'FROM "claims_' in sql and "COUNT(" not in sql]
        assert ours
        assert all("LIMIT" in sql or " IN (" in sql for sql in ours)
        [history] = [sql for sql in ours if "UNION ALL" in sql]
        assert history.count("LIMIT 100)") == history.count("UNION ALL") + 1
