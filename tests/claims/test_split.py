"""One claim that says two things becomes two."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from claims.actions.split import Goes, split_claim
from claims.models import Citation, Claim, ClaimLink, ClaimSubject, ClaimTopic, Note, Quantity, ReviewEvidence
from tests import factories as make
from tests.claims.test_desk import as_role, groups, page
from tests.factbase.test_admin import desk, said

__all__ = ["as_role", "desk", "groups"]
pytestmark = pytest.mark.django_db

WHOLE = "More than 3.2 million were held, and 2.7 million the year before."
FIRST, SECOND = "More than 3.2 million were held.", "In the year before, 2.7 million were held."


@pytest.fixture
def whole():
    """A draft with two numbers, two citations and one of everything else."""
    claim = make.ClaimFactory(
        text=WHOLE, stated="2023-10", stated_basis="printed", sensitive=True, proposition=make.PropositionFactory()
    )
    make.ClaimantFactory(claim=claim, label="as spokesman")
    make.QuantityFactory(claim=claim, as_written="More than 3.2 million", start=0, end=21)
    make.QuantityFactory(claim=claim, as_written="2.7 million", value="2700000", comparator="equal", start=37, end=48)
    make.CitationFactory(claim=claim, quote="more than 3.2 million", is_lead=True)
    make.AttributionFactory(citation=make.CitationFactory(claim=claim, quote="2.7 million", position=1))
    ClaimTopic.objects.create(claim=claim, topic=make.TopicFactory())
    ClaimSubject.objects.create(claim=claim, speaker=make.SpeakerFactory())
    make.TranslationFactory(claim=claim)
    return claim


def part(claim, of, words):
    return next(row for row in getattr(claim, of).all() if words in str(row))


def address(claim):
    return reverse("admin:claims_claim_split", args=[claim.pk])


def sent(client, claim, **data):
    """What the page sends with nothing chosen, and `data`."""
    form = client.get(address(claim)).context["form"]
    untouched = {name: form[name].value() or "" for name in form.fields}
    return untouched | {"text": FIRST, "other_text": SECOND} | data


def test_the_page_makes_two_of_one(desk, whole):
    number, quote = part(whole, "quantities", "2.7"), part(whole, "citations", "2.7")
    link = quote.attributions.get()
    assert address(whole) in desk.get(page(whole)).content.decode()
    data = sent(desk, whole, **{f"part_{number.pk}": "moves", f"part_{quote.pk}": "moves"})
    assert Claim.objects.count() == 1, "looking splits nothing"
    answer = desk.post(address(whole), data)
    second = Claim.objects.exclude(pk=whole.pk).get()
    assert answer.url == page(second)
    whole.refresh_from_db()
    assert (whole.text, second.text, second.status) == (FIRST, SECOND, "draft")
    for name in ("kind", "wording", "language", "stated", "stated_basis", "sensitive"):
        assert getattr(second, name) == getattr(whole, name), name
    for name in ("claimants", "claimtopic_set", "claimsubject_set"):
        [one], [two] = getattr(whole, name).all(), getattr(second, name).all()
        assert (str(one), one.pk != two.pk) == (str(two), True)
    assert second.claimants.get().label == "as spokesman"
    assert [str(q) for q in whole.quantities.all()] == ["More than 3.2 million detentions"]
    assert (second.quantities.get(), second.citations.get(), quote.attributions.get()) == (number, quote, link)
    assert second.quantities.get().start == SECOND.index("2.7")
    assert [c.is_lead for c in (*whole.citations.all(), *second.citations.all())] == [True, True]
    assert (whole.translations.count(), second.translations.count()) == (1, 0)
    assert (whole.proposition is None, second.proposition) == (False, None)
    assert not ClaimLink.objects.exists(), "nothing is asserted of the two"
    assert [str(second.pk) in note.text for note in Note.objects.filter(claim=whole)] == [True]
    assert [str(whole.pk) in note.text for note in Note.objects.filter(claim=second)] == [True]
    assert Citation.pgh_event_model.objects.filter(pgh_obj_id=quote.pk, claim=whole.pk).exists(), "history is kept"


def test_a_citation_in_both_is_copied_with_its_attributions(desk, whole):
    quote = part(whole, "citations", "2.7")
    desk.post(
        address(whole), sent(desk, whole, **{f"part_{quote.pk}": "both", "link": "supports", "proposition": "both"})
    )
    second = Claim.objects.exclude(pk=whole.pk).get()
    copied = second.citations.get()
    assert (copied.pk != quote.pk, copied.quote, copied.source) == (True, quote.quote, quote.source)
    assert copied.attributions.get().speaker == quote.attributions.get().speaker
    assert whole.citations.count() == 2
    assert ClaimLink.objects.get(kind="supports", from_claim=second, to_claim=whole)
    whole.refresh_from_db()
    assert whole.proposition == second.proposition is not None


def test_the_proposition_moves(desk, whole):
    desk.post(address(whole), sent(desk, whole, proposition="moves"))
    second = Claim.objects.exclude(pk=whole.pk).get()
    assert (Claim.objects.get(pk=whole.pk).proposition, second.proposition) == (None, whole.proposition)


def test_words_that_are_no_longer_there_have_no_place(desk, whole):
    desk.post(address(whole), sent(desk, whole, text="It rose.", other_text="It rose again."))
    assert list(Quantity.objects.values_list("start", "end")) == [(None, None)] * 2


def test_a_review_and_its_evidence_stay_together(whole, editor):
    quote = part(whole, "citations", "2.7")
    review = make.ReviewFactory(claim=whole, label="Half true")
    evidence = ReviewEvidence.objects.create(review=review, citation=quote)
    texts = {"text": FIRST, "other_text": SECOND, "by": editor}
    for goes in ({quote: Goes.MOVES}, {review: Goes.MOVES}):
        with pytest.raises(ValidationError, match="Half true.*or copy the citation"):
            split_claim(claim=whole, goes=goes, **texts)
    assert Claim.objects.count() == 1
    second = split_claim(claim=whole, goes={quote: Goes.BOTH, review: Goes.MOVES}, **texts)
    evidence.refresh_from_db()
    assert second.reviews.get() == review
    assert evidence.citation == second.citations.get() != quote


@pytest.mark.parametrize(
    ("data", "says"),
    [
        pytest.param({"text": ""}, "This field is required", id="no text"),
        pytest.param({"other_text": "x" * 5001}, "at most 5000", id="overlong"),
        pytest.param({"other_text": FIRST}, "they are different", id="twice the same"),
        pytest.param({"text": "  "}, "they are different", id="blanks"),
        pytest.param({"link": "married"}, "married is not one of", id="link"),
        pytest.param({"version": "1000"}, "changed meanwhile", id="stale"),
        pytest.param({"version": "x"}, "Enter a whole number", id="no version"),
    ],
)
def test_bad_input_is_named_and_what_was_typed_is_kept(desk, whole, data, says):
    answer = desk.post(address(whole), sent(desk, whole, **data))
    assert says in " ".join(error for errors in answer.context["form"].errors.values() for error in errors)
    assert answer.context["form"]["link"].value() == data.get("link", "")
    assert Claim.objects.get().text == WHOLE


def test_a_published_claim_is_not_split(desk, editor):
    claim = make.published_claim()
    assert address(claim) not in desk.get(page(claim)).content.decode()
    assert "use “Next from this source”" in said(desk.get(address(claim)))[-1]
    with pytest.raises(ValidationError, match="use “Next from this source”"):
        split_claim(claim=claim, by=editor, text=FIRST, other_text=SECOND, goes={})


def test_what_is_in_review_stays_there_and_the_second_is_a_draft(as_role, whole):
    _, client = as_role("Editor")
    Claim.objects.filter(pk=whole.pk).update(status="in_review", submitted_by=make.UserFactory())
    assert "submitted anew" in client.get(address(whole)).content.decode()
    client.post(address(whole), sent(client, whole))
    assert sorted(Claim.objects.values_list("text", "status")) == [(SECOND, "draft"), (FIRST, "in_review")]


def test_a_contributor_splits_own_drafts_alone(as_role, whole):
    user, client = as_role("Contributor")
    assert client.get(address(whole)).url == reverse("admin:index"), "as one that does not exist"
    public = make.published_claim()
    assert address(public) not in client.get(page(public)).content.decode()
    own = make.ClaimFactory(created_by=user, text=WHOLE)
    assert client.post(address(own), sent(client, own)).status_code == 302
    assert {claim.created_by for claim in Claim.objects.filter(text__in=(FIRST, SECOND))} == {user}
