"""The timeline of a claim over all its parts, and its old versions brought back.

PostgreSQL's now() stands still in a transaction, so these tests run in transactions that end.
"""

import pghistory
import pytest
from django.apps import apps
from django.contrib.auth.models import Permission
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from claims import models as claims
from claims.history import PARTS, Action, deleted_claim, timeline
from claims.models import Claim
from factbase.models import User
from tests import factories as make

pytestmark = pytest.mark.django_db(transaction=True)


def told(claim, entry=0):
    """What an entry of the timeline tells: (action, what, name)."""
    return [(part.action.value, part.what, part.name) for part in timeline(claim)[entry].parts]


def fields(claim, entry=0, part=0):
    return {f.label: (f.old, f.new) for f in timeline(claim)[entry].parts[part].fields}


def update(row, **values):
    for name, value in values.items():
        setattr(row, name, value)
    row.save()


def old_versions(claim):
    """Events of the claim's own row, oldest first."""
    return list(Claim.pgh_event_model.objects.filter(pgh_obj_id=claim.pk).order_by("pgh_id"))


def account(*rights):
    user = make.UserFactory(is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=rights))
    return User.objects.get(pk=user.pk)


def evidence(claim):
    citation = make.CitationFactory(claim=claim)
    return claims.ReviewEvidence.objects.create(review=make.ReviewFactory(claim=claim), citation=citation)


# Each part: (how it is made for a claim, a change to it)
MADE = {
    claims.Claimant: (lambda claim: make.ClaimantFactory(claim=claim), {"label": "a guest"}),
    claims.Quantity: (lambda claim: make.QuantityFactory(claim=claim), {"unit": "arrests"}),
    claims.Citation: (lambda claim: make.CitationFactory(claim=claim), {"locator": "p. 3"}),
    claims.Attribution: (lambda claim: make.AttributionFactory(citation__claim=claim), {"verb": "told"}),
    claims.Review: (lambda claim: make.ReviewFactory(claim=claim), {"rating": "false"}),
    claims.ReviewEvidence: (evidence, lambda: {"citation": make.CitationFactory()}),
    claims.Translation: (lambda claim: make.TranslationFactory(claim=claim), {"text": "Otra."}),
    claims.ClaimTopic: (
        lambda claim: claims.ClaimTopic.objects.create(claim=claim, topic=make.TopicFactory()),
        lambda: {"topic": make.TopicFactory()},
    ),
    claims.ClaimSubject: (
        lambda claim: claims.ClaimSubject.objects.create(claim=claim, speaker=make.SpeakerFactory()),
        lambda: {"speaker": make.SpeakerFactory()},
    ),
    claims.ClaimLink: (lambda claim: make.ClaimLinkFactory(to_claim=claim), {"note": "Newer."}),
    claims.Note: (lambda claim: make.NoteFactory(claim=claim), {"text": "Ask her."}),
}


def test_no_part_is_forgotten():
    parts, grown = {Claim}, set()
    while parts != grown:
        grown = set(parts)
        for model in apps.get_app_config("claims").get_models():
            points = {f.related_model for f in model._meta.concrete_fields if f.is_relation}
            if hasattr(model, "pgh_event_model") and points & parts:
                parts.add(model)
    assert {part.model for part in PARTS} == parts - {Claim} == set(MADE)


@pytest.mark.parametrize("model", MADE, ids=lambda model: model.__name__)
def test_a_part_is_told_made_changed_and_deleted(model):
    claim, other = make.ClaimFactory(), make.ClaimFactory(text="Another.")
    create, change = MADE[model]
    what = next(str(part.what).capitalize() for part in PARTS if part.model is model)
    row = create(claim)
    update(row, **(change() if callable(change) else change))
    row.delete()
    for entry, action in enumerate(["removed", "changed", "added"]):
        ((did, of, name),) = told(claim, entry)
        assert (did, of) == (action, what)
        assert name
    assert model is claims.ClaimLink or [part.what for entry in timeline(other) for part in entry.parts] == ["Claim"]


def test_who_when_and_through_which_door(editor):
    claim = make.ClaimFactory(text="Old words.")
    with pghistory.context(user=str(editor.pk), via="api"):
        update(claim, text="New words.")
    changed, made = timeline(claim)
    event = old_versions(claim)[0]
    assert (changed.who, changed.by, changed.door, changed.when) == (editor, "editor", "API", event.pgh_created_at)
    assert (made.who, made.by, made.door, made.when) == (None, "", "Shell", event.created_at)
    assert fields(claim) == {"Text": ("Old words.", "New words.")}


def test_an_account_that_is_gone_keeps_its_name():
    user, claim = make.UserFactory(username="ana"), make.ClaimFactory()
    with pghistory.context(user=str(user.pk), via="admin"):
        update(claim, text="New words.")
    user.delete()
    assert (timeline(claim)[0].who, timeline(claim)[0].by) == (None, "ana")


def test_one_save_is_one_entry_however_often_it_wrote():
    claim = make.ClaimFactory(text="One.")
    quantity = make.QuantityFactory(claim=claim)
    with transaction.atomic():
        update(claim, text="Two.")
        update(claim, text="Three.")
        update(quantity, unit="arrests")
        update(quantity, unit="detentions")
        make.ClaimantFactory(claim=claim, speaker__name="Ana").delete()
        make.TranslationFactory(claim=claim)
    assert told(claim) == [("changed", "Claim", ""), ("added", "Translation", "es")]
    assert fields(claim) == {"Text": ("One.", "Three.")}


def test_a_citation_moved_away_is_told_on_both_and_its_later_life_on_the_other():
    here, there = make.ClaimFactory(text="Here."), make.ClaimFactory(text="There.")
    citation = make.CitationFactory(claim=here, quote="Words.")
    update(citation, claim=there)
    update(citation, locator="p. 3")
    make.AttributionFactory(citation=citation)
    assert told(here) == [("moved_away", "Citation", "Words.")]
    assert fields(here) == {"Claim": ("Here.", "There.")}
    assert [told(there, n)[0][:2] for n in range(3)] == [
        ("added", "Attribution"),
        ("changed", "Citation"),
        ("moved_here", "Citation"),
    ]


def test_a_state_is_told_in_words(editor, settings):
    settings.FACTBASE_FOUR_EYES = False
    claim = make.ClaimFactory()
    make.ClaimantFactory(claim=claim)
    make.CitationFactory(claim=claim)
    with pghistory.context(user=str(editor.pk), via="admin"):
        claim.submit(by=editor)
        claim.return_to_draft(by=editor, note="Which year?")
        claim.submit(by=editor)
        claim.publish(by=editor)
    review = make.ReviewFactory(claim=claim, reviewer=account())
    review.publish(by=editor)
    with pghistory.context(user=str(editor.pk), via="admin"):
        claim.withdraw(by=editor, kind="error", reason="Misread.")
    states = [part.state for entry in timeline(claim) for part in entry.parts if part.state]
    assert states == [
        "withdrawn (error): Misread.",
        "published",
        "published",
        "submitted for review",
        "returned to draft: Which year?",
        "submitted for review",
    ]
    withdrawn, _, _, *others = timeline(claim)
    assert all(not part.fields for entry in (withdrawn, *others[:4]) for part in entry.parts if part.state)


def test_a_deleted_claim_has_its_history_still():
    claim = make.ClaimFactory(text="Gone.")
    make.AttributionFactory(citation=make.CitationFactory(claim=claim, quote="Words."), speaker__name="Ana")
    pk = claim.pk
    with transaction.atomic():
        claim.delete()
    was = deleted_claim(pk)
    assert told(was) == [("removed", "Claim", ""), ("removed", "Citation", "Words."), ("removed", "Attribution", "Ana")]
    assert fields(was)["Text"] == ("Gone.", "")
    assert timeline(was)[-1].parts[0].action == Action.ADDED
    make.ClaimFactory(pk=pk)  # As a fixture brings it back.
    assert deleted_claim(pk) is None
    assert [told(was, entry)[0][0] for entry in range(2)] == ["added", "removed"]


def test_the_number_of_queries_does_not_grow():
    with transaction.atomic():
        claim = make.published_claim()
    link, topic = make.ClaimLinkFactory(from_claim=claim), MADE[claims.ClaimTopic][0](claim)
    attribution = make.AttributionFactory(citation=claim.citations.get())
    review = make.ReviewFactory(claim=claim)
    claims.ReviewEvidence.objects.create(review=review, citation=claim.citations.get())

    def change(number):
        update(claim, text=f"Words {number}.", proposition=make.PropositionFactory())
        update(claim.claimants.get(), speaker=make.SpeakerFactory())
        update(attribution, speaker=make.SpeakerFactory())
        update(link, to_claim=make.ClaimFactory())
        update(topic, topic=make.TopicFactory())
        make.CitationFactory(claim=claim, position=number + 10)

    def read():
        return [(f.html, part.name) for entry in timeline(claim) for part in entry.parts for f in part.fields]

    change(0)
    with CaptureQueriesContext(
        connection,
    ) as few:
        read()
    for number in range(1, 10):
        change(number)
    with CaptureQueriesContext(connection) as many:
        assert len(read()) > 40
    # Two a model with history here; the names of accounts, citations, claims, propositions, sources, speakers, topics.
    assert len(many) == len(few) == 2 * (len(PARTS) + 1) + 7
