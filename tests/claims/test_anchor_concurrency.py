"""Quotes, snapshots and checks at the same time: none goes unchecked, and nobody waits for ever."""

import pytest

from claims.actions.anchors import check_anchors
from claims.models import Citation, Claim
from tests.claims.test_anchors import OLD, QUOTE, snapshot
from tests.claims.test_concurrency import at_once
from tests.factories import CitationFactory, ClaimFactory, SourceFactory

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_quote_saved_while_a_snapshot_is_added_is_looked_for_in_it():
    source, claim = SourceFactory(), ClaimFactory()
    errors = at_once(lambda: snapshot(source, OLD), lambda: CitationFactory(claim=claim, source=source, quote=QUOTE))
    assert errors == []
    assert Citation.objects.get().anchor == "exact"
    assert not Citation.objects.to_check().exists()


def test_a_snapshot_added_while_a_claim_is_edited():
    source = SourceFactory()
    snapshot(source, OLD)
    citation = CitationFactory(source=source, quote=QUOTE)

    def edit():
        Claim.objects.filter(pk=citation.claim_id).update(notes="x")
        Citation.objects.get(pk=citation.pk).save()

    errors = at_once(edit, lambda: snapshot(source, "Nothing of the sort.", day=2))
    assert errors == []
    assert Citation.objects.get().anchor == "missing"
    assert not Citation.objects.to_check().exists()


def test_two_checks_at_once():
    source = SourceFactory()
    CitationFactory(source=source, quote=QUOTE)
    snapshot(source, OLD)
    every = Citation.objects.all()
    errors = at_once(lambda: check_anchors(every, every=True), lambda: check_anchors(every, every=True))
    assert errors == []
    assert Citation.objects.get().anchor == "exact"
    assert not Citation.objects.to_check().exists()
