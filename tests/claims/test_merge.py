"""Merging speakers, topics and claims."""

import threading
import time

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection, transaction

from claims.actions.merge import TOPICS, merge_claims, merge_speakers, merge_topics
from claims.models import (
    Claim,
    ClaimSubject,
    ClaimTopic,
    Role,
    Speaker,
)
from factbase.dates import parse_range
from factbase.merging import pointers
from factbase.models import Distinct, Redirect
from tests import factories as make
from tests.claims.test_concurrency import at_once

pytestmark = pytest.mark.django_db


def refused(merging, survivor, merged, by, words):
    """The merge is refused in these words, and nothing has changed."""
    with pytest.raises(ValidationError, match=words):
        merging(survivor=survivor, merged=merged, by=by)
    assert type(merged).objects.filter(pk__in=[survivor.pk, merged.pk]).count() == len({survivor.pk, merged.pk})
    assert not Redirect.objects.exists()


@pytest.mark.parametrize(
    ("merging", "factory"),
    [
        pytest.param(merge_speakers, make.SpeakerFactory, id="speakers"),
        pytest.param(merge_topics, make.TopicFactory, id="topics"),
        pytest.param(merge_claims, make.ClaimFactory, id="claims"),
    ],
)
class TestAnyKind:
    def test_needs_the_right(self, merging, factory):
        survivor, merged = factory(), factory()
        with pytest.raises(PermissionDenied, match="ask an administrator"):
            merging(survivor=survivor, merged=merged, by=make.UserFactory())
        assert type(merged).objects.count() == 2

    def test_not_with_itself(self, merging, factory, editor):
        record = factory()
        refused(merging, record, record, editor, "not merged with itself")

    def test_what_is_gone_meanwhile(self, merging, factory, editor):
        survivor, merged = factory(), factory()
        type(merged).objects.filter(pk=merged.pk).delete()
        with pytest.raises(ValidationError, match="merged or deleted meanwhile"):
            merging(survivor=survivor, merged=merged, by=editor)

    def test_history_keeps_the_merged_one(self, merging, factory, editor):
        survivor, merged = factory(), factory()
        pk = merged.pk
        merging(survivor=survivor, merged=merged, by=editor)
        assert not type(merged).objects.filter(pk=pk).exists()
        assert merged.events.model.objects.filter(pgh_obj_id=pk, pgh_label="delete").exists()

    def test_chain_of_merges_leads_to_the_last(self, merging, factory, editor):
        a, b, c = factory(), factory(), factory()
        old = [str(key) for record in (a, b) for key in (record.pk, getattr(record, "slug", None)) if key]
        merging(survivor=b, merged=a, by=editor)
        merging(survivor=c, merged=b, by=editor)
        assert dict(Redirect.objects.values_list("key", "target")) == dict.fromkeys(old, c.pk)

    def test_what_is_distinct_stays_so(self, merging, factory, editor):
        survivor, merged, third, fourth = (factory() for _ in range(4))
        kind = type(survivor)._meta.model_name
        for pair in ((survivor, merged), (merged, third), (third, survivor), (fourth, merged)):
            a, b = sorted(record.pk for record in pair)
            Distinct.objects.create(kind=kind, a=a, b=b)
        merging(survivor=survivor, merged=merged, by=editor)
        pairs = {frozenset(pair) for pair in Distinct.objects.values_list("a", "b")}
        assert pairs == {frozenset({survivor.pk, third.pk}), frozenset({survivor.pk, fourth.pk})}


def test_nothing_that_points_here_is_forgotten():
    """A new model that points to one of these moves too: this list is what people should know of."""
    found = {str(pointer) for model in (Speaker, Claim, TOPICS.model) for pointer in pointers(model)}
    assert found >= {
        "claims.Speaker.parent",
        "claims.Role.speaker",
        "claims.Role.organization",
        "claims.Claimant.speaker",
        "claims.ClaimSubject.speaker",
        "claims.Attribution.speaker",
        "claims.Topic.parent",
        "claims.ClaimTopic.topic",
        "claims.Citation.claim",
        "claims.ClaimLink.from_claim",
        "claims.ClaimLink.to_claim",
        "claims.Note.claim",
    }
    assert not any("Event" in name or "Search" in name for name in found)


class TestSpeakers:
    def test_all_that_points_to_it_moves(self, editor):
        survivor, merged = make.SpeakerFactory(), make.SpeakerFactory()
        role = make.RoleFactory(speaker=merged)
        claimant = make.ClaimantFactory(speaker=merged, role=role)
        subject = ClaimSubject.objects.create(claim=make.ClaimFactory(), speaker=merged)
        relay = make.AttributionFactory(speaker=merged)
        result = merge_speakers(survivor=survivor, merged=merged, by=editor)
        assert result.moved == {"role": 1, "claimant": 1, "claimsubject": 1, "attribution": 1}
        assert result.dropped == {}
        for row in (role, claimant, subject, relay):
            row.refresh_from_db()
            assert row.speaker == survivor
        assert claimant.role == role

    def test_names_are_kept_as_aliases_once(self, editor):
        survivor = make.SpeakerFactory(name="Andrés Manuel López Obrador", aliases=["AMLO"])
        merged = make.SpeakerFactory(name="López Obrador", aliases=["AMLO", "Andrés Manuel López Obrador", "Peje"])
        make.ClaimantFactory(speaker=survivor)
        merge_speakers(survivor=survivor, merged=merged, by=editor)
        assert survivor.aliases == ["AMLO", "López Obrador", "Peje"]
        assert Claim.objects.matching("peje").exists()

    def test_empty_fields_are_filled_and_others_kept(self, editor):
        survivor = make.SpeakerFactory(description="Secretary", country="")
        merged = make.SpeakerFactory(description="Someone", country="MX", wikidata_id="Q1")
        result = merge_speakers(survivor=survivor, merged=merged, by=editor)
        assert (survivor.description, survivor.country, survivor.wikidata_id) == ("Secretary", "MX", "Q1")
        assert set(result.filled) == {"country", "wikidata_id", "aliases"}

    def test_the_same_role_becomes_one_and_claimants_follow(self, editor):
        survivor, merged = make.SpeakerFactory(), make.SpeakerFactory()
        kept = make.RoleFactory(speaker=survivor, title="President")
        same = make.RoleFactory(speaker=merged, title="President", held=parse_range("2018"))
        other = make.RoleFactory(speaker=merged, title="Mayor")
        claimant = make.ClaimantFactory(speaker=merged, role=same)
        result = merge_speakers(survivor=survivor, merged=merged, by=editor)
        assert result.dropped == {"role": 1}
        assert result.moved == {"role": 1, "claimant": 1}
        kept.refresh_from_db()
        assert kept.held == same.held
        assert set(Role.objects.filter(speaker=survivor)) == {kept, other}
        claimant.refresh_from_db()
        assert claimant.role == kept

    def test_roles_that_each_say_something_of_their_own_are_two(self, editor):
        survivor, merged = make.SpeakerFactory(), make.SpeakerFactory()
        make.RoleFactory(speaker=survivor, held=parse_range("2018"))
        make.RoleFactory(speaker=merged, organization=make.OrganizationFactory())
        merge_speakers(survivor=survivor, merged=merged, by=editor)
        assert survivor.roles.count() == 2

    def test_claimant_twice_becomes_one_with_its_role(self, editor):
        survivor, merged = make.SpeakerFactory(), make.SpeakerFactory()
        claim, role = make.ClaimFactory(), make.RoleFactory(speaker=merged)
        make.ClaimantFactory(claim=claim, speaker=survivor)
        make.ClaimantFactory(claim=claim, speaker=merged, role=role, position=1)
        ClaimSubject.objects.create(claim=claim, speaker=survivor)
        ClaimSubject.objects.create(claim=claim, speaker=merged)
        result = merge_speakers(survivor=survivor, merged=merged, by=editor)
        assert result.dropped == {"claimant": 1, "claimsubject": 1}
        claimant = claim.claimants.get()
        assert (claimant.speaker, claimant.role) == (survivor, role)

    def test_claimant_twice_in_the_same_role_becomes_one(self, editor):
        survivor, merged, claim = make.SpeakerFactory(), make.SpeakerFactory(), make.ClaimFactory()
        roles = [make.RoleFactory(speaker=speaker) for speaker in (survivor, merged)]
        for position, role in enumerate(roles):
            make.ClaimantFactory(claim=claim, speaker=role.speaker, role=role, position=position)
        result = merge_speakers(survivor=survivor, merged=merged, by=editor)
        assert result.dropped == {"role": 1, "claimant": 1}
        assert claim.claimants.get().role == roles[0]

    def test_claims_are_found_by_the_name(self, editor):
        survivor, merged = make.SpeakerFactory(name="Ana Gómez"), make.SpeakerFactory(name="A. G.")
        claim = make.ClaimantFactory(speaker=merged).claim
        merge_speakers(survivor=survivor, merged=merged, by=editor)
        assert list(Claim.objects.matching("gomez")) == [claim]

    def test_person_is_no_organization(self, editor):
        refused(merge_speakers, make.SpeakerFactory(), make.OrganizationFactory(), editor, "give the person a role")

    def test_two_wikidata_items_are_two(self, editor):
        pair = make.SpeakerFactory(wikidata_id="Q1"), make.SpeakerFactory(wikidata_id="Q2")
        refused(merge_speakers, *pair, editor, "Wikidata knows them as two")

    def test_not_into_one_below_it(self, editor):
        top = make.OrganizationFactory()
        middle = make.OrganizationFactory(parent=top)
        bottom = make.OrganizationFactory(parent=middle)
        refused(merge_speakers, bottom, top, editor, "the other way round")
        merge_speakers(survivor=top, merged=middle, by=editor)
        bottom.refresh_from_db()
        assert (bottom.parent, top.parent) == (top, None)

    def test_a_broken_rule_is_told_and_nothing_changes(self, editor):
        survivor, merged = make.OrganizationFactory(), make.OrganizationFactory()
        make.RoleFactory(speaker=survivor, organization=merged)
        refused(merge_speakers, survivor, merged, editor, "Nobody holds a role in themselves")

    def test_as_many_queries_for_ten_rows_as_for_one(self, editor, django_assert_max_num_queries):
        def pair(rows):
            survivor, merged = make.SpeakerFactory(), make.SpeakerFactory()
            for _ in range(rows):
                make.ClaimantFactory(speaker=merged)
                ClaimSubject.objects.create(claim=make.ClaimFactory(), speaker=merged)
            return {"survivor": survivor, "merged": merged, "by": editor}

        with django_assert_max_num_queries(50) as one:
            merge_speakers(**pair(1))
        few = len(one)
        many = pair(10)
        with django_assert_max_num_queries(few):
            merge_speakers(**many)


class TestTopics:
    def test_claims_move_and_have_it_once(self, editor):
        survivor, merged = make.TopicFactory(), make.TopicFactory()
        both, one = make.ClaimFactory(), make.ClaimFactory()
        for claim, topic in ((both, survivor), (both, merged), (one, merged)):
            ClaimTopic.objects.create(claim=claim, topic=topic)
        child = make.TopicFactory(parent=merged)
        result = merge_topics(survivor=survivor, merged=merged, by=editor)
        assert (result.moved, result.dropped) == ({"claimtopic": 1, "topic": 1}, {"claimtopic": 1})
        assert set(survivor.claims.all()) == {both, one}
        child.refresh_from_db()
        assert child.parent == survivor

    def test_not_into_one_below_it(self, editor):
        top = make.TopicFactory()
        refused(merge_topics, make.TopicFactory(parent=top), top, editor, "would stand below itself")

    def test_parent_is_taken_over_unless_it_is_below(self, editor):
        survivor, above = make.TopicFactory(), make.TopicFactory()
        child = make.TopicFactory(parent=survivor)
        merge_topics(survivor=survivor, merged=make.TopicFactory(parent=child), by=editor)
        assert survivor.parent is None
        merge_topics(survivor=survivor, merged=make.TopicFactory(parent=above), by=editor)
        assert survivor.parent == above


class TestApi:
    def test_old_slug_answers_with_the_survivor_after_two_merges(self, api, editor):
        a, b, c = (make.SpeakerFactory(name=name) for name in ("Ana", "Ana Gómez", "Ana Gómez Ruiz"))
        claim = make.published_claim(speaker=a)
        merge_speakers(survivor=b, merged=a, by=editor)
        merge_speakers(survivor=c, merged=b, by=editor)
        for slug in ("ana", "ana-gomez"):
            response = api.get(f"/api/v1/speakers/{slug}/")
            assert response.status_code == 301
            assert response["Location"].endswith("/api/v1/speakers/ana-gomez-ruiz/")
            found = api.get("/api/v1/claims/", {"speaker": slug}).json()["results"]
            assert [row["id"] for row in found] == [str(claim.pk)]
        assert api.get("/api/v1/speakers/ana-gomez-ruiz/").json()["aliases"] == ["Ana Gómez", "Ana"]

    def test_old_topic_and_claim_answer_too(self, api, editor):
        topic, old = make.TopicFactory(name="Migration"), make.TopicFactory(name="Migrants")
        speaker = make.SpeakerFactory()
        claim, merged = make.published_claim(speaker=speaker), make.published_claim(speaker=speaker)
        ClaimTopic.objects.create(claim=merged, topic=old)
        pk = merged.pk
        merge_topics(survivor=topic, merged=old, by=editor)
        merge_claims(survivor=claim, merged=merged, by=editor)
        assert api.get("/api/v1/topics/migrants/")["Location"].endswith("/topics/migration/")
        response = api.get(f"/api/v1/claims/{pk}/")
        assert (response.status_code, response["Location"][-37:]) == (301, f"{claim.pk}/")
        found = api.get("/api/v1/claims/", {"topic": "migrants"}).json()["results"]
        assert [row["id"] for row in found] == [str(claim.pk)]


@pytest.mark.django_db(transaction=True)
class TestAtOnce:
    def test_both_ways_one_is_told(self):
        a, b, editor = make.TopicFactory(), make.TopicFactory(), make.UserFactory(is_superuser=True)
        other_a, other_b = (type(a).objects.get(pk=topic.pk) for topic in (a, b))
        errors = at_once(
            lambda: merge_topics(survivor=a, merged=b, by=editor),
            lambda: merge_topics(survivor=other_b, merged=other_a, by=editor),
        )
        assert [error.messages for error in errors] == [[f"“{b}” is gone: it was merged or deleted meanwhile."]]

    def test_a_claimant_who_comes_meanwhile_moves_too(self):
        survivor, merged, claim = make.SpeakerFactory(), make.SpeakerFactory(), make.ClaimFactory()
        editor = make.UserFactory(is_superuser=True)
        errors = at_once(
            lambda: make.ClaimantFactory(claim=claim, speaker=merged),
            lambda: merge_speakers(survivor=survivor, merged=merged, by=editor),
        )
        assert errors == []
        assert claim.claimants.get().speaker == survivor

    def test_who_waits_for_each_other_is_told_to_try_again(self):
        survivor, merged = make.SpeakerFactory(), make.SpeakerFactory()
        claim, editor = make.ClaimantFactory(speaker=merged).claim, make.UserFactory(is_superuser=True)
        held = threading.Event()

        def edit():
            with transaction.atomic():
                Claim.objects.filter(pk=claim.pk).update(notes="Ours.")
                held.set()
                time.sleep(
                    0.5
                )  # The merge holds the speakers by now, waits for the claim, and is the first to give up.
                Claim.objects.filter(pk=claim.pk).update(text="Its speakers' names are searched along with it.")
            connection.close()

        editing = threading.Thread(target=edit)
        editing.start()
        held.wait(5)
        with pytest.raises(ValidationError, match="try again"):
            merge_speakers(survivor=survivor, merged=merged, by=editor)
        editing.join()
        assert claim.claimants.get().speaker == merged


def test_an_old_slug_is_not_given_away(editor):
    survivor, old = make.SpeakerFactory(name="New Name"), make.SpeakerFactory(name="Old Name")
    merge_speakers(survivor=survivor, merged=old, by=editor)
    assert make.SpeakerFactory(name="Old Name").slug == "old-name-2"
    taken = make.SpeakerFactory.build(slug="old-name")
    with pytest.raises(ValidationError, match="'old-name' answers for another record since a merge"):
        taken.full_clean()
    survivor.full_clean()
