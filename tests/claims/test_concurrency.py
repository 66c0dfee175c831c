"""Two people at once: nothing is lost, no rule is slipped past, nobody waits for ever."""

import threading

import pytest
from django.db import IntegrityError, connection, transaction

from claims.models import Claim, Speaker, Topic
from factbase.models import User
from tests import factories as make

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(first, second) -> list[Exception]:
    """Run both in transactions that overlap, the first begun earlier; return what they raised."""
    errors, begun = [], threading.Event()
    second_ran = threading.Event()

    def run(work, before, after):
        try:
            with transaction.atomic():
                before()
                work()
                after()
        except Exception as error:  # noqa: BLE001 - whatever it was, it is looked at below
            errors.append(error)
        finally:
            connection.close()

    def hold_on():
        begun.set()
        second_ran.wait(0.7)  # the second may have to wait for us: do not wait for it for ever

    threads = [
        threading.Thread(target=run, args=(first, lambda: None, hold_on)),
        threading.Thread(target=run, args=(second, lambda: begun.wait(5), second_ran.set)),
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return errors


def test_two_parts_of_one_claim_are_both_found():
    claim, source = make.ClaimFactory(), make.SourceFactory()
    errors = at_once(
        lambda: make.TranslationFactory(claim=claim, text="un muro"),
        lambda: make.CitationFactory(claim=claim, source=source, quote="The fence"),
    )
    assert errors == []
    assert Claim.objects.matching("muro").exists()
    assert Claim.objects.matching("fence").exists()


def test_a_new_name_is_found_though_a_claimant_comes_meanwhile():
    claim, speaker = make.ClaimFactory(), make.SpeakerFactory(name="Ana")
    errors = at_once(
        lambda: Speaker.objects.filter(pk=speaker.pk).update(name="Kate"),
        lambda: make.ClaimantFactory(claim=claim, speaker=speaker),
    )
    assert errors == []
    assert Claim.objects.matching("kate").exists()


def test_two_curators_of_one_claim_do_not_lock_each_other_out():
    claim, source = make.ClaimFactory(), make.SourceFactory()

    def edit_and_cite():
        Claim.objects.filter(pk=claim.pk).update(notes="x")
        make.CitationFactory(claim=claim, source=source, position=1)

    errors = at_once(edit_and_cite, lambda: make.CitationFactory(claim=claim, source=source, position=2))
    assert errors == []
    assert claim.citations.count() == 2


def test_a_circle_is_not_closed_from_both_sides():
    one, other = make.TopicFactory(), make.TopicFactory()
    errors = at_once(
        lambda: Topic.objects.filter(pk=one.pk).update(parent=other.pk),
        lambda: Topic.objects.filter(pk=other.pk).update(parent=one.pk),
    )
    assert [type(error) for error in errors] == [IntegrityError]


def test_the_last_two_citations_do_not_go_at_once():
    with transaction.atomic():
        claim = make.published_claim()
        make.CitationFactory(claim=claim, position=1)
    one, other = claim.citations.all()
    errors = at_once(one.delete, other.delete)
    assert len(errors) == 1
    assert claim.citations.count() == 1


def test_saving_a_part_as_it_is_raises_nothing():
    quantity = make.QuantityFactory()
    version = Claim.objects.get().version
    quantity.save()
    assert Claim.objects.get().version == version


def test_a_sign_in_raises_nothing(client):
    user = make.UserFactory()
    client.force_login(user)
    assert User.objects.get().version == 1
