"""Quotes, snapshots and checks at the same time: none goes unchecked, and nobody waits for ever."""

import threading

import pytest
from django.db import connection, transaction

from claims.actions.anchors import check_anchors
from claims.models import Citation, Claim
from tests.claims.test_anchors import OLD, QUOTE, snapshot
from tests.claims.test_concurrency import at_once
from tests.factories import CitationFactory, ClaimFactory, SourceFactory

pytestmark = pytest.mark.django_db(transaction=True)


def one_within_the_other(outer, inner) -> None:
    """Both in transactions: the inner one begins and ends while the outer one is open."""
    begun, ended = threading.Event(), threading.Event()

    def run(work, before, after):
        try:
            before()
            with transaction.atomic():
                work()
                if work is outer:
                    begun.set()
                    assert ended.wait(20), "the inner transaction waits for the outer one"
        finally:
            after()
            connection.close()

    threads = [
        threading.Thread(target=run, args=(outer, lambda: None, lambda: None)),
        threading.Thread(target=run, args=(inner, lambda: begun.wait(20), ended.set)),
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


@pytest.mark.parametrize("last", ["snapshot", "quote"])
def test_a_quote_and_a_snapshot_that_do_not_see_one_another(last):
    source, claim = SourceFactory(), ClaimFactory()
    works = {
        "snapshot": lambda: snapshot(source, OLD),
        "quote": lambda: CitationFactory(claim=claim, source=source, quote=QUOTE),
    }
    one_within_the_other(works.pop(last), *works.values())
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
