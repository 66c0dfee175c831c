"""A citation moves to another claim, with all that hangs on it."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse

from claims.actions.move import move_citation
from claims.models import Citation, ReviewEvidence
from tests.claims.test_desk import as_role, groups, page
from tests.factbase.test_admin import desk
from tests.factories import (
    AttributionFactory,
    CitationFactory,
    ClaimFactory,
    ReviewFactory,
    UserFactory,
    published,
    published_claim,
)

__all__ = ["as_role", "desk", "groups"]
pytestmark = pytest.mark.django_db


def address(citation):
    return reverse("admin:claims_citation_move", args=[citation.pk])


def test_it_goes_with_its_attributions_and_history(desk):
    citation, target = CitationFactory(), ClaimFactory(text="The other claim.")
    link = AttributionFactory(citation=citation)
    origin = citation.claim
    assert address(citation) in desk.get(page(origin)).content.decode()
    shown = desk.get(address(citation)).content.decode()
    assert "It leaves this claim" in shown
    assert origin.citations.count() == 1, "looking moves nothing"
    answer = desk.post(address(citation), {"to": target.pk})
    assert answer.url == page(target)
    moved = target.citations.get()
    assert moved == citation
    assert moved.attributions.get() == link
    assert not origin.citations.exists()
    assert Citation.pgh_event_model.objects.get(pgh_obj_id=citation.pk).claim_id == origin.pk


def test_a_place_that_is_taken_is_the_last_one_and_one_lead_is_enough(editor):
    target = ClaimFactory()
    CitationFactory(claim=target, is_lead=True)
    CitationFactory(claim=target, position=4)
    citation = CitationFactory(is_lead=True)
    rest = CitationFactory(claim=citation.claim, position=1, stance="mentions")
    states = CitationFactory(claim=citation.claim, position=2)
    move_citation(citation=citation, to=target, by=editor)
    citation.refresh_from_db()
    assert (citation.position, citation.is_lead) == (5, False)
    assert list(rest.claim.citations.values_list("pk", "is_lead")) == [(rest.pk, False), (states.pk, True)]


def test_a_free_place_and_the_lead_are_kept(editor):
    citation, target = CitationFactory(is_lead=True, position=3), ClaimFactory()
    CitationFactory(claim=target)
    move_citation(citation=citation, to=target, by=editor)
    citation.refresh_from_db()
    assert (citation.position, citation.is_lead) == (3, True)


def test_a_published_claim_keeps_one_that_states_it(desk):
    citation, target = published_claim().citations.get(), ClaimFactory()
    answer = desk.post(address(citation), {"to": target.pk})
    [error] = answer.context["form"].errors["to"]
    assert error.startswith("A published claim needs a citation that states it: add one.")
    citation.refresh_from_db()
    assert citation.claim.status == "published"
    CitationFactory(claim=citation.claim, position=1)
    assert desk.post(address(citation), {"to": target.pk}).status_code == 302


def test_evidence_is_not_taken_from_under_a_review(editor):
    citation = CitationFactory()
    review = ReviewFactory(claim=citation.claim, label="Half true")
    evidence = ReviewEvidence.objects.create(review=review, citation=citation)
    with pytest.raises(ValidationError, match="Half true.*take it out of that evidence first"):
        move_citation(citation=citation, to=ClaimFactory(), by=editor)
    evidence.delete()
    move_citation(citation=citation, to=ClaimFactory(), by=editor)


def test_it_moves_to_the_claim_whose_review_rests_on_it(editor):
    citation, review = CitationFactory(), ReviewFactory()
    ReviewEvidence.objects.create(review=review, citation=citation)
    move_citation(citation=citation, to=review.claim, by=editor)
    assert review.claim.citations.get() == citation


def test_withdrawn_claims_stay_as_they_are(editor):
    gone = ClaimFactory(status="withdrawn", withdrawn_kind="error", withdrawn_reason="x", **published())
    for citation, target in ((CitationFactory(), gone), (CitationFactory(claim=gone), ClaimFactory())):
        with pytest.raises(ValidationError, match="is withdrawn"):
            move_citation(citation=citation, to=target, by=editor)


@pytest.mark.parametrize("to", ["", "x", "018f0000-0000-7000-8000-000000000000", "itself"])
def test_a_claim_that_is_none_is_refused_beside_the_box(desk, to):
    citation = CitationFactory()
    answer = desk.post(address(citation), {"to": citation.claim.pk if to == "itself" else to})
    assert answer.context["form"].errors["to"]


def test_a_contributor_moves_between_own_drafts_alone(as_role):
    user, client = as_role("Contributor")
    own, second = ClaimFactory(created_by=user), ClaimFactory(created_by=user)
    public, others = published_claim(), CitationFactory()
    citation = CitationFactory(claim=own)
    assert client.post(address(others), {"to": own.pk}).status_code == 302, "as one that does not exist"
    assert client.post(address(public.citations.get()), {"to": own.pk}).status_code == 403
    assert "is not yours to change" in client.post(address(citation), {"to": public.pk}).content.decode()
    assert client.post(address(citation), {"to": others.claim.pk}).context["form"].errors["to"]
    assert client.post(address(citation), {"to": second.pk}).url == page(second)
    with pytest.raises(PermissionDenied):
        move_citation(citation=others, to=own, by=UserFactory())
