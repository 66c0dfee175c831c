"""A withdrawn claim is final, and what one may not see is told by no link and no history."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from claims.actions.duplicates import call_distinct
from claims.models import Claim, Review
from tests.claims.test_desk import as_role, groups, page
from tests.factbase.test_admin import desk, said, url
from tests.factories import (
    CitationFactory,
    ClaimFactory,
    ClaimLinkFactory,
    ReviewFactory,
    TopicFactory,
    UserFactory,
    published,
    published_claim,
)

__all__ = ["as_role", "desk", "groups"]
pytestmark = pytest.mark.django_db
EMPTY_EVIDENCE = {"reviewevidence_set-TOTAL_FORMS": 0, "reviewevidence_set-INITIAL_FORMS": 0}


@pytest.fixture
def withdrawn():
    claim = ClaimFactory(
        text="Taken back.", status="withdrawn", withdrawn_kind="error", withdrawn_reason="x", **published()
    )
    CitationFactory(claim=claim)
    return claim


class TestWithdrawn:
    def test_its_page_is_read_only_and_redacts(self, desk, withdrawn):
        shown = desk.get(page(withdrawn)).content.decode()
        assert "Taken back." in shown
        assert 'name="_save"' not in shown
        assert 'name="text"' not in shown
        assert 'name="citations-0-quote"' not in shown
        assert reverse("admin:claims_claim_redact", args=[withdrawn.pk]) in shown

    def test_no_door_of_the_admin_changes_it(self, desk, withdrawn, editor):
        assert desk.post(page(withdrawn), {"text": "Changed."}).status_code == 403
        citation = withdrawn.citations.get()
        assert desk.post(url(type(citation), "change", citation.pk), {"quote": "Changed."}).status_code == 403
        bulk = {"action": "add_topic", "_selected_action": [withdrawn.pk], "confirmed": "yes"}
        answer = desk.post(url(Claim, "changelist"), bulk | {"topic": TopicFactory().pk})
        assert "It is withdrawn, and final." in " ".join(said(answer))
        with pytest.raises(ValidationError, match="is withdrawn"):
            call_distinct(claim=withdrawn, other=ClaimFactory(), by=editor)
        withdrawn.refresh_from_db()
        assert (withdrawn.text, withdrawn.topics.count()) == ("Taken back.", 0)
        assert not withdrawn.can_be_changed_by(editor)

    def test_nor_what_was_found_on_it(self, desk, withdrawn, editor):
        review = ReviewFactory(claim=withdrawn, label="Half right", created_by=UserFactory())
        shown = desk.get(url(Review, "change", review.pk)).content.decode()
        assert "Half right" in shown
        assert 'name="_save"' not in shown
        assert desk.post(url(Review, "change", review.pk), {"label": "Changed."}).status_code == 403
        assert desk.post(url(Review, "delete", review.pk), {"post": "yes"}).status_code == 403
        with pytest.raises(ValidationError, match="is withdrawn"):
            review.publish(by=editor)
        new = {"claim": withdrawn.pk, "rating": "false", **EMPTY_EVIDENCE}
        assert "is withdrawn: it stays as it is" in desk.post(url(Review, "add"), new).content.decode()
        assert [found.label for found in Review.objects.all()] == ["Half right"]


class TestHidden:
    def test_a_link_does_not_tell_the_words_of_a_draft(self, as_role, desk):
        public = published_claim()
        hidden = ClaimFactory(text="Unpublished secret.")
        ClaimLinkFactory(from_claim=public, to_claim=hidden)
        ClaimLinkFactory(from_claim=public, to_claim=published_claim(text="For all to see."))
        assert "Unpublished secret." in desk.get(page(public)).content.decode()
        _, client = as_role("Contributor")
        shown = client.get(page(public)).content.decode()
        assert "Unpublished secret." not in shown
        assert "For all to see." in shown
        listed = client.get(reverse("admin:claims_claimlink_changelist")).content.decode()
        assert "Unpublished secret." not in listed

    def test_nor_does_the_history(self, as_role, desk):
        user, client = as_role("Contributor")
        own = ClaimFactory(created_by=user, text="My own.")
        ClaimLinkFactory(from_claim=own, to_claim=ClaimFactory(text="Unpublished secret."))
        ReviewFactory(claim=own, label="Pants on fire")
        history = reverse("admin:claims_claim_history", args=[own.pk])
        shown = client.get(history).content.decode()
        assert "My own." in shown
        assert "a claim that you may not see" in shown
        assert "secret" not in shown
        assert "Pants on fire" not in shown
        client.force_login(as_role("Editor")[0])
        shown = client.get(history).content.decode()
        assert "Unpublished secret." in shown
        assert "Pants on fire" in shown
