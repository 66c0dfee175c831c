"""Is it here already? What is likely the same, and what a curator says of it."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse

from claims.actions.duplicates import call_distinct, likely_duplicates, put_under_one_proposition
from claims.models import Claim, Proposition
from factbase.models import Distinct
from tests.claims.test_desk import form_of, page
from tests.factories import (
    CitationFactory,
    ClaimantFactory,
    ClaimFactory,
    PropositionFactory,
    QuantityFactory,
    SourceFactory,
    SpeakerFactory,
    UserFactory,
    published,
)

pytestmark = pytest.mark.django_db
WALL = "Mexico will not pay for the wall at the border."


def said(speaker, text, **fields):
    claim = ClaimFactory(text=text, **fields)
    ClaimantFactory(claim=claim, speaker=speaker)
    return claim


@pytest.fixture
def pair():
    speaker = SpeakerFactory()
    return said(speaker, WALL), said(speaker, "Mexico will never pay for the wall at its border.")


def test_much_the_same_words_by_the_same_speaker(pair, editor):
    claim, other = pair
    said(claim.claimants.get().speaker, "Families are being torn apart.")
    said(SpeakerFactory(), WALL)
    assert likely_duplicates(claim, editor) == [other]
    assert likely_duplicates(other, editor) == [claim]


def test_the_same_number_by_the_same_speaker(editor):
    speaker = SpeakerFactory()
    one, two = said(speaker, "They counted more than 3.2 million."), said(speaker, "Detenciones: más de 3,2 millones.")
    other = said(speaker, "Workers")
    for claim in (one, two):
        QuantityFactory(claim=claim)
    QuantityFactory(claim=other, unit="workers")
    assert likely_duplicates(one, editor) == [two]


def test_the_same_words_in_the_same_source(editor):
    source = SourceFactory()
    one, two, elsewhere = ClaimFactory(text="a"), ClaimFactory(text="b"), ClaimFactory(text="c")
    for claim, cited in ((one, source), (two, source), (elsewhere, SourceFactory())):
        CitationFactory(claim=claim, source=cited, quote="It is so.")
    assert likely_duplicates(one, editor) == [two]


def test_not_the_same_is_remembered_both_ways(pair, editor):
    claim, other = pair
    call_distinct(claim=other, other=claim, by=editor)
    call_distinct(claim=claim, other=other, by=editor)
    assert likely_duplicates(claim, editor) == likely_duplicates(other, editor) == []
    assert Distinct.objects.count() == 1


def test_under_one_proposition_they_are_no_question_any_more(pair, editor):
    claim, other = pair
    proposition = put_under_one_proposition(claim=claim, other=other, by=editor)
    assert proposition.text == WALL
    claim.refresh_from_db()
    other.refresh_from_db()
    assert claim.proposition == other.proposition == proposition
    assert likely_duplicates(claim, editor) == []


def test_the_proposition_that_one_has_serves_both(pair, editor):
    claim, other = pair
    other.proposition = PropositionFactory()
    other.save()
    assert put_under_one_proposition(claim=claim, other=other, by=editor) == other.proposition
    assert Proposition.objects.count() == 1


def test_two_propositions_are_for_a_person_to_choose(pair, editor):
    for claim in pair:
        claim.proposition = PropositionFactory()
        claim.save()
    with pytest.raises(ValidationError, match="choose one by hand"):
        put_under_one_proposition(claim=pair[0], other=pair[1], by=editor)


def test_withdrawn_and_invisible_claims_are_no_duplicates(pair, editor):
    claim, other = pair
    assert likely_duplicates(claim, UserFactory()) == []
    gone = {"status": "withdrawn", "withdrawn_kind": "error", "withdrawn_reason": "x", **published()}
    Claim.objects.filter(pk=other.pk).update(**gone)
    assert likely_duplicates(claim, editor) == []


def test_only_who_may_change_a_claim_decides(pair):
    with pytest.raises(PermissionDenied):
        call_distinct(claim=pair[0], other=pair[1], by=UserFactory())
    with pytest.raises(PermissionDenied):
        put_under_one_proposition(claim=pair[0], other=pair[1], by=UserFactory())


def test_a_save_says_so_and_the_page_decides(pair, editor, client):
    claim, other = pair
    client.force_login(editor)
    answer = client.post(page(claim), form_of(client.get(page(claim))), follow=True)
    assert "may be here already" in answer.content.decode()
    address = reverse("admin:claims_claim_duplicates", args=[claim.pk])
    assert other.text in client.get(address).content.decode()
    assert "Choose a claim" in client.post(address, {"other": "x", "decision": "y"}, follow=True).content.decode()
    shown = client.post(address, {"other": other.pk, "decision": "distinct"}, follow=True).content.decode()
    assert "No other claim is likely to be the same." in shown
    answer = client.post(page(claim), form_of(client.get(page(claim))), follow=True)
    assert "may be here already" not in answer.content.decode()
