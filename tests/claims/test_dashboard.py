"""The admin's front page."""

import re
from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

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


ALL = {
    "To review": 1,
    "Returned to me": 1,
    "My drafts": 2,
    "Submitted by me": 1,
    "Reviews not public yet": 1,
    "Broken anchors": 1,
    "Source corrected or retracted": 1,
    "Embargo ends within 7 days": 1,
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
        assert set(queues(client)) == {"Broken anchors", "Source corrected or retracted", "Embargo ends within 7 days"}
        page = client.get(FRONT).content.decode()
        assert "Your account has nothing to submit or to publish." in page
        assert "Add a claim" not in page

    def test_an_account_without_any_right(self, account):
        client, _ = account()
        page = client.get(FRONT)
        assert "desk" not in page.context
        assert "Ask an administrator" in page.content.decode()


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
        assert after <= before + 2  # A topic more is a bar more, and there are six at most.
        for _ in range(4):
            a_bit_of_everything(editor)
        assert len(self.visit(desk)) == after
        assert after <= 36

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
