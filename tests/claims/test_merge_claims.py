"""Merging claims: what moves, what is the same, what is refused."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone

from claims.actions.merge import CLAIMS, SPEAKERS, merge_claims
from claims.models import Citation, Claim, Claimant, ClaimLink, ClaimTopic, Note, Quantity, ReviewEvidence
from factbase.dates import parse_range
from tests import factories as make
from tests.claims.test_merge import refused

pytestmark = pytest.mark.django_db


class TestClaims:
    def test_parts_move_and_what_is_the_same_goes(self, editor):
        survivor, merged = make.published_claim(), make.published_claim()
        speaker, topic, source = make.SpeakerFactory(), make.TopicFactory(), make.SourceFactory()
        for claim in (survivor, merged):
            claim.claimants.update(speaker=speaker)
            claim.citations.update(source=source)
            ClaimTopic.objects.create(claim=claim, topic=topic)
            make.QuantityFactory(claim=claim)
            make.TranslationFactory(claim=claim)
        make.QuantityFactory(claim=merged, as_written="6 million", value="6000000", significant_figures=1)
        make.CitationFactory(claim=merged, source=source, quote="Other words.", position=1)
        note = Note.objects.create(claim=merged, text="Look again.")
        result = merge_claims(survivor=survivor, merged=merged, by=editor)
        assert result.dropped == {"claimant": 1, "citation": 1, "claimtopic": 1, "quantity": 1, "translation": 1}
        assert result.moved == {"quantity": 1, "citation": 1, "note": 1}
        assert [c.position for c in survivor.citations.all()] == [0, 1]
        note.refresh_from_db()
        assert note.claim == survivor
        assert survivor.status == Claim.Status.PUBLISHED

    def test_the_fuller_of_two_rows_stays(self, editor):
        survivor, merged = make.ClaimFactory(), make.ClaimFactory()
        make.QuantityFactory(claim=survivor)
        make.QuantityFactory(claim=merged, place="US", period=parse_range("2023"))
        merge_claims(survivor=survivor, merged=merged, by=editor)
        assert (survivor.quantities.get().place, survivor.quantities.get().period) == ("US", parse_range("2023"))

    def test_rows_that_each_say_more_are_both_kept(self, editor):
        survivor, merged = make.ClaimFactory(), make.ClaimFactory()
        make.QuantityFactory(claim=survivor, place="US")
        make.QuantityFactory(claim=merged, period=parse_range("2023"))
        merge_claims(survivor=survivor, merged=merged, by=editor)
        assert survivor.quantities.count() == 2

    def test_said_twice_on_one_side_it_is_said_twice_after(self, editor):
        survivor, merged = make.ClaimFactory(), make.ClaimFactory()
        make.QuantityFactory(claim=survivor)
        make.QuantityFactory(claim=merged)
        make.QuantityFactory(claim=merged)
        merge_claims(survivor=survivor, merged=merged, by=editor)
        assert survivor.quantities.count() == 2

    @pytest.mark.parametrize(
        ("text", "span"),
        [
            pytest.param("There were more than 3.2 million.", (11, 32), id="found again"),
            pytest.param("More than that.", (None, None), id="not there"),
            pytest.param("more than 3.2 million is more than 3.2 million", (None, None), id="there twice"),
        ],
    )
    def test_numbers_are_found_in_the_survivors_text(self, editor, text, span):
        survivor, merged = make.ClaimFactory(text=text), make.ClaimFactory()
        start = merged.text.index("more than 3.2 million")
        make.QuantityFactory(claim=merged, start=start, end=start + 21)
        merge_claims(survivor=survivor, merged=merged, by=editor)
        quantity = survivor.quantities.get()
        assert (quantity.start, quantity.end) == span

    def test_the_same_number_elsewhere_in_the_text_is_the_same(self, editor):
        survivor = make.ClaimFactory(text="There were more than 3.2 million.")
        merged = make.ClaimFactory()
        for claim in (survivor, merged):
            start = claim.text.index("more than 3.2 million")
            make.QuantityFactory(claim=claim, start=start, end=start + 21)
        merge_claims(survivor=survivor, merged=merged, by=editor)
        assert survivor.quantities.get().start == 11

    def test_rules_that_wait_for_the_commit_speak_at_once(self, editor):
        survivor, merged = make.published_claim(), make.ClaimFactory()
        clumsy = replace(CLAIMS, prepare=lambda survivor, merged: survivor.claimants.all().delete())
        refused(clumsy.merge, survivor, merged, editor, "A published claim needs a claimant")

    @pytest.mark.parametrize("survivor_leads", [True, False])
    def test_one_lead_citation(self, editor, survivor_leads):
        survivor, merged = make.ClaimFactory(), make.ClaimFactory()
        ours = make.CitationFactory(claim=survivor, is_lead=survivor_leads, quote="Ours.")
        theirs = make.CitationFactory(claim=merged, is_lead=True, quote="Theirs.")
        merge_claims(survivor=survivor, merged=merged, by=editor)
        assert Citation.objects.get(is_lead=True) == (ours if survivor_leads else theirs)

    def test_the_lead_goes_to_the_citation_that_says_the_same(self, editor):
        survivor, merged = make.ClaimFactory(), make.ClaimFactory()
        ours = make.CitationFactory(claim=survivor)
        make.CitationFactory(claim=merged, source=ours.source, is_lead=True)
        merge_claims(survivor=survivor, merged=merged, by=editor)
        assert Citation.objects.get() == ours
        assert Citation.objects.get().is_lead

    def test_evidence_and_relays_follow_their_citation(self, editor):
        survivor, merged = make.ClaimFactory(), make.ClaimFactory()
        ours = make.CitationFactory(claim=survivor)
        theirs = make.CitationFactory(claim=merged, source=ours.source)
        relay = make.AttributionFactory(citation=theirs)
        review = make.ReviewFactory(claim=merged)
        ReviewEvidence.objects.create(review=review, citation=theirs)
        twice = make.ReviewFactory(claim=merged)
        for citation in (ours, theirs):
            ReviewEvidence.objects.create(review=twice, citation=citation)
        result = merge_claims(survivor=survivor, merged=merged, by=editor)
        assert list(review.evidence.all()) == list(twice.evidence.all()) == [ours]
        assert list(ours.attributions.all()) == [relay]
        assert result.dropped == {"citation": 1, "reviewevidence": 1}

    @pytest.mark.parametrize(("verb", "left"), [("told", 1), ("wrote", 2)])
    def test_two_chains_of_relays_are_two_citations(self, editor, verb, left):
        survivor, merged, speaker = make.ClaimFactory(), make.ClaimFactory(), make.SpeakerFactory()
        ours = make.CitationFactory(claim=survivor)
        theirs = make.CitationFactory(claim=merged, source=ours.source)
        make.AttributionFactory(citation=ours, speaker=speaker, verb="told")
        make.AttributionFactory(citation=theirs, speaker=speaker, verb=verb)
        merge_claims(survivor=survivor, merged=merged, by=editor)
        assert survivor.citations.count() == left
        assert ours.attributions.count() == 1

    def test_links_between_them_and_the_same_links_go(self, editor):
        survivor, merged, third = (make.ClaimFactory() for _ in range(3))
        make.ClaimLinkFactory(from_claim=survivor, to_claim=merged)
        make.ClaimLinkFactory(from_claim=merged, to_claim=survivor, kind="answers")
        make.ClaimLinkFactory(from_claim=survivor, to_claim=third)
        make.ClaimLinkFactory(from_claim=merged, to_claim=third, note="See page 3.")
        moved = make.ClaimLinkFactory(from_claim=third, to_claim=merged)
        result = merge_claims(survivor=survivor, merged=merged, by=editor)
        assert (result.moved, result.dropped) == ({"claimlink": 1}, {"claimlink": 3})
        assert set(ClaimLink.objects.values_list("from_claim", "to_claim", "note")) == {
            (survivor.pk, third.pk, "See page 3."),
            (third.pk, survivor.pk, ""),
        }
        assert ClaimLink.objects.filter(pk=moved.pk).exists()

    def test_no_translation_into_its_own_language(self, editor):
        survivor, merged = make.ClaimFactory(language="es"), make.ClaimFactory(language="en")
        make.TranslationFactory(claim=merged, language="es")
        make.TranslationFactory(claim=merged, language="fr")
        assert merge_claims(survivor=survivor, merged=merged, by=editor).dropped == {"translation": 1}
        assert [t.language for t in survivor.translations.all()] == ["fr"]

    def test_fields(self, editor):
        survivor = make.ClaimFactory(text="Kept.", notes="Ours.", stated_as_written="in December")
        merged = make.ClaimFactory(
            text="Gone.",
            notes="Theirs.",
            occasion="A press conference",
            sensitive=True,
            stated=parse_range("2018-12-05"),
            stated_basis="printed",
            embargo_until=timezone.now() + timedelta(days=1),
        )
        merge_claims(survivor=survivor, merged=merged, by=editor)
        assert (survivor.text, survivor.notes, survivor.occasion) == ("Kept.", "Ours.\n\nTheirs.", "A press conference")
        assert survivor.sensitive
        assert survivor.embargo_until == merged.embargo_until
        assert survivor.stated is None, "a date of one occasion and the words of another"

    def test_other_speakers_are_another_claim(self, editor):
        pair = make.ClaimantFactory().claim, make.ClaimantFactory().claim
        refused(merge_claims, *pair, editor, "same proposition instead")

    def test_joint_statement_gets_all_its_claimants(self, editor):
        one = make.ClaimantFactory()
        both = make.ClaimantFactory(speaker=one.speaker).claim
        make.ClaimantFactory(claim=both, position=1)
        merge_claims(survivor=one.claim, merged=both, by=editor)
        assert Claimant.objects.filter(claim=one.claim).count() == 2

    def test_another_time_is_another_claim(self, editor):
        pair = [make.ClaimFactory(stated=parse_range(year), stated_basis="printed") for year in ("2017", "2018")]
        refused(merge_claims, *pair, editor, "made at different times")

    def test_published_does_not_vanish_into_a_draft(self, editor):
        refused(merge_claims, make.ClaimFactory(), make.published_claim(), editor, "swap them")

    def test_tombstone_stays(self, editor):
        claim = make.published_claim()
        claim.withdraw(by=editor, kind="error", reason="It was another year.")
        refused(merge_claims, make.published_claim(), claim, editor, "its tombstone stays")
        refused(merge_claims, claim, make.published_claim(), editor, "its tombstone stays")

    def test_sensitive_draft_is_not_published_by_merging(self, editor):
        refused(merge_claims, make.published_claim(), make.ClaimFactory(sensitive=True), editor, "another editor")

    @pytest.mark.parametrize("under_embargo", ["survivor", "merged", "draft"])
    def test_embargo_is_kept(self, editor, under_embargo):
        end = timezone.now() + timedelta(days=1)
        speaker = make.SpeakerFactory()
        survivor = make.published_claim(speaker=speaker, embargo_until=end if under_embargo == "survivor" else None)
        merged = (
            make.ClaimFactory(embargo_until=end)
            if under_embargo == "draft"
            else make.published_claim(speaker=speaker, embargo_until=end if under_embargo == "merged" else None)
        )
        refused(merge_claims, survivor, merged, editor, "different embargoes")

    def test_search_finds_what_moved(self, editor):
        survivor, merged = make.ClaimFactory(), make.ClaimFactory()
        make.CitationFactory(claim=merged, quote="An unheard-of armadillo.")
        merge_claims(survivor=survivor, merged=merged, by=editor)
        assert list(Claim.objects.matching("armadillo")) == [survivor]


def test_a_plan_reads_alone():
    survivor, merged = make.ClaimFactory(), make.ClaimFactory()
    make.ClaimLinkFactory(from_claim=survivor, to_claim=merged)
    make.QuantityFactory(claim=merged)
    before = list(Quantity.objects.values()), list(ClaimLink.objects.values())
    plan = CLAIMS.plan(survivor, merged)
    assert (plan.moved, plan.dropped) == ({"quantity": 1}, {"claimlink": 1})
    assert (list(Quantity.objects.values()), list(ClaimLink.objects.values())) == before
    assert SPEAKERS.right == "claims.merge_speaker"
