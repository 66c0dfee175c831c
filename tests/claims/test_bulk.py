"""What is done to many claims at once."""

import pytest
from django.contrib.auth.models import Permission
from django.core.exceptions import ValidationError

from claims.admin import actions
from claims.models import Claim, ClaimTopic, Quantity
from tests import factories
from tests.claims.test_lists import LIST
from tests.factbase.test_admin import desk, said

__all__ = ["desk"]
Status = Claim.Status


@pytest.fixture
def account(client, db):
    """Sign in as an account with these rights alone."""

    def sign_in(*rights):
        user = factories.UserFactory(is_staff=True)
        user.user_permissions.set(Permission.objects.filter(codename__in=rights))
        client.force_login(user)
        return client

    return sign_in


def bulk(client, action, *claims, confirm=True, **data):
    sent = {"action": action, "_selected_action": [getattr(claim, "pk", claim) for claim in claims], **data}
    return client.post(LIST, sent | ({"confirmed": "yes"} if confirm else {"index": 0}))


def states(*claims):
    return [Claim.objects.get(pk=claim.pk).status for claim in claims]


def ready(status=Status.IN_REVIEW, **fields):
    if status == Status.PUBLISHED:
        return factories.published_claim(**fields)
    claim = factories.ClaimFactory(status=status, **fields)
    factories.ClaimantFactory(claim=claim)
    factories.CitationFactory(claim=claim)
    return claim


REASON = {"kind": "error", "reason": "Misheard."}
VERBS = {
    "submit_selected": (Status.DRAFT, Status.IN_REVIEW, "submit_claim", {}),
    "publish_selected": (Status.IN_REVIEW, Status.PUBLISHED, "publish_claim", {}),
    "withdraw_selected": (Status.PUBLISHED, Status.WITHDRAWN, "withdraw_claim", REASON),
}
FILING = ("add_topic", "remove_topic", "set_indicator")


class TestBulk:
    @pytest.mark.parametrize("action", VERBS)
    def test_asks_then_does_what_fits_and_says_why_the_rest_does_not(self, desk, action):
        before, after, _, data = VERBS[action]
        fitting = [ready(before), ready(before)]
        other = ready(Status.DRAFT if before != Status.DRAFT else Status.PUBLISHED, text="The other one.")
        page = bulk(desk, action, *fitting, other, confirm=False)
        assert b"The other one." in page.content
        assert states(*fitting) == [before, before]
        response = bulk(desk, action, *fitting, other, **data)
        assert states(*fitting, other) == [after, after, other.status]
        done, skipped = said(response)[-2:]
        assert done == f"2 claims {'submitted' if action == 'submit_selected' else after.label.lower()}."
        assert skipped.startswith("1 skipped: This claim is ")
        assert skipped.endswith("“The other one.”")

    @pytest.mark.parametrize("action", VERBS)
    def test_is_offered_and_done_with_its_right_alone(self, account, action):
        before, _, right, data = VERBS[action]
        claim = ready(before)
        without = account("view_claim", "change_claim")
        assert action not in offered(without)
        assert said(bulk(without, action, claim, **data))[-1] == "No action selected."
        assert states(claim) == [before]
        assert action in offered(account("view_claim", right))

    def test_reasons_are_grouped_and_the_first_few_named(self, desk):
        claims = [ready(Status.DRAFT, text=f"Draft {number}.") for number in range(5)]
        no_claimant = factories.ClaimFactory(status=Status.IN_REVIEW, text="Bare.")
        told = said(bulk(desk, "publish_selected", *claims, no_claimant))
        assert told[0] == "No claims published."
        assert any(line.startswith("5 skipped:") and line.endswith("and 2 more") for line in told)
        assert any("needs a claimant" in line and line.endswith("“Bare.”") for line in told)

    def test_one_that_fails_leaves_the_others_done(self, desk):
        bare, whole = factories.ClaimFactory(status=Status.IN_REVIEW), ready()
        bulk(desk, "publish_selected", bare, whole)
        assert states(bare, whole) == [Status.IN_REVIEW, Status.PUBLISHED]

    def test_a_claim_is_done_whole_or_not_at_all(self, desk, monkeypatch):
        indicator, first = factories.IndicatorFactory(), factories.QuantityFactory()
        second = factories.QuantityFactory(claim=first.claim)
        save = Quantity.save

        def fail_on_second(quantity, **kwargs):
            if quantity == second:
                raise ValidationError("No.")
            save(quantity, **kwargs)

        monkeypatch.setattr(Quantity, "save", fail_on_second)
        told = said(bulk(desk, "set_indicator", first.claim, indicator=indicator.pk, match="exact"))
        assert told[-1].startswith("1 skipped: No.")
        assert not Quantity.objects.filter(indicator=indicator).exists()

    def test_four_eyes_hold(self, desk, editor):
        mine, theirs = ready(submitted_by=editor), ready(submitted_by=factories.UserFactory())
        told = said(bulk(desk, "publish_selected", mine, theirs))
        assert states(mine, theirs) == [Status.IN_REVIEW, Status.PUBLISHED]
        assert "another editor publishes it" in told[-1]

    def test_one_that_the_filter_no_longer_shows_is_named(self, desk):
        claim = ready(Status.PUBLISHED)
        sent = {"action": "submit_selected", "_selected_action": [claim.pk], "confirmed": "yes"}
        told = said(desk.post(f"{LIST}?status__exact=draft", sent))
        assert told[-1].startswith("1 skipped: This claim is published")

    def test_one_that_is_gone_is_counted(self, desk):
        claim, gone = ready(Status.DRAFT), factories.ClaimFactory.build()
        told = said(bulk(desk, "submit_selected", claim, gone))
        assert told == ["1 claim submitted.", "1 skipped: deleted meanwhile."]

    @pytest.mark.parametrize(
        "bad", [{"reason": ""}, {"reason": "x" * 1001}, {"kind": "whim"}], ids=["none", "overlong", "kind"]
    )
    def test_withdrawing_asks_kind_and_reason_and_keeps_what_was_typed(self, desk, bad):
        claim = ready(Status.PUBLISHED)
        response = bulk(desk, "withdraw_selected", claim, **(REASON | bad))
        assert list(response.context["form"].errors) == list(bad)
        assert states(claim) == [Status.PUBLISHED]

    def test_topics_are_added_and_removed(self, desk):
        topic = factories.TopicFactory(name="Migration")
        first, second = factories.ClaimFactory(), factories.ClaimFactory(text="Has it.")
        ClaimTopic.objects.create(claim=second, topic=topic)
        told = said(bulk(desk, "add_topic", first, second, topic=topic.pk))
        assert told[0] == "1 claim filed under the topic."
        assert told[1] == "1 skipped: It has the topic Migration already. “Has it.”"
        assert topic.claims.count() == 2
        told = said(bulk(desk, "remove_topic", first, second, factories.ClaimFactory(text="None."), topic=topic.pk))
        assert told[-2:] == [
            "2 claims taken out of the topic.",
            "1 skipped: It has not got the topic Migration. “None.”",
        ]
        assert not topic.claims.exists()

    def test_the_indicator_of_numbers_is_set(self, desk):
        mine, other = factories.IndicatorFactory(), factories.IndicatorFactory()
        bare = factories.QuantityFactory()
        has = factories.QuantityFactory(indicator=other, indicator_match="exact")
        none = factories.ClaimFactory()
        data = {"indicator": mine.pk, "match": "comparable"}
        told = said(bulk(desk, "set_indicator", bare.claim, has.claim, none, **data))
        assert told[0] == "1 claim given the indicator."
        assert {line.split(": ")[1].split(" “")[0] for line in told[1:]} == {
            "Its numbers have another indicator.",
            "It has no number.",
        }
        measured = Quantity.objects.filter(indicator=mine, indicator_match="comparable")
        assert list(measured) == [bare]
        bulk(desk, "set_indicator", bare.claim, has.claim, replace="on", **data)
        assert set(measured.all()) == {bare, has}

    @pytest.mark.parametrize("action", FILING)
    def test_filing_needs_the_right_to_change_each_claim(self, account, action):
        topic, indicator = factories.TopicFactory(), factories.IndicatorFactory()
        claim = factories.QuantityFactory().claim
        ClaimTopic.objects.create(claim=claim, topic=topic)
        data = {"topic": (topic if action == "remove_topic" else factories.TopicFactory()).pk}
        data |= {"indicator": indicator.pk, "match": "exact"}
        assert action not in offered(account("view_claim"))
        client = account("view_claim", "change_claim")
        told = said(bulk(client, action, claim, **data))
        assert told[-1].startswith("1 skipped: You may not change it.")
        assert list(claim.topics.all()) == [topic]
        assert claim.quantities.get().indicator is None
        told = said(bulk(account("view_claim", "change_claim", "change_any_claim"), action, claim, **data))
        assert told[-1].startswith("1 claim ")

    @pytest.mark.parametrize("action", FILING)
    def test_filing_without_a_choice_asks_again(self, desk, action):
        claim = factories.QuantityFactory().claim
        for bad in ("", "x", factories.ClaimFactory.build().pk):
            response = bulk(desk, action, claim, topic=bad, indicator=bad, match="exact")
            assert response.status_code == 200
            assert response.context["form"].errors

    @pytest.mark.parametrize("action", [*VERBS, *FILING])
    def test_no_selection_is_an_error(self, desk, action):
        factories.ClaimFactory()
        assert bulk(desk, action, "x", **REASON).status_code == 302
        assert bulk(desk, action, **REASON).status_code in (200, 302)

    def test_all_across_pages_are_bounded(self, desk, monkeypatch):
        monkeypatch.setattr(actions, "MOST", 2)
        claims = [ready(Status.DRAFT) for _ in range(2)]
        sent = {"action": "submit_selected", "_selected_action": [claims[0].pk], "select_across": "1", "index": 0}
        asked = desk.post(LIST, sent)
        assert set(asked.context["claims"]) == set(claims)
        factories.ClaimFactory()
        told = said(desk.post(LIST, sent))
        assert told[-1].startswith("That is more than 2 claims")

    def test_each_is_one_change_in_its_history(self, desk, editor):
        claim = ready(Status.DRAFT)
        bulk(desk, "submit_selected", claim)
        [event] = claim.events.all()
        assert (event.status, event.pgh_context["user"]) == (Status.DRAFT, str(editor.pk))


def offered(client):
    form = client.get(LIST).context["action_form"]
    return dict(form.fields["action"].choices) if form else {}
