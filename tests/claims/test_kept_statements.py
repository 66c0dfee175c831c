"""Statements of lists are kept; what they find is not."""

import pytest
from django.db import connection

from claims.models import Claim, ClaimTopic
from factbase.api import pagination
from factbase.api.views import public_lists
from factbase.statements import Kept, Sql
from tests.factories import TopicFactory, published_claim

pytestmark = pytest.mark.django_db
CLAIMS, TABLE = "/api/v1/claims/", "claims_claimsearch"


def topical(topic, text):
    claim = published_claim(text=text)
    ClaimTopic.objects.create(claim=claim, topic=topic)
    return claim


def texts(api, query):
    return [claim["text"] for claim in api.get(f"{CLAIMS}?{query}").json()["results"]]


def test_a_list_that_is_asked_again_is_put_together_once_and_has_what_came_since(api, monkeypatch):
    topic = TopicFactory(slug="walls")
    topical(topic, "The first.")
    assert texts(api, "topic=walls") == ["The first."]
    monkeypatch.setattr("factbase.api.views.keys_of", None)  # It cannot be put together again.
    topical(topic, "The second.")
    assert texts(api, "topic=walls") == ["The second.", "The first."]


def test_a_name_that_is_another_record_now_is_asked_anew(api):
    before, after = TopicFactory(slug="walls"), TopicFactory(slug="fences")
    topical(before, "Of walls.")
    topical(after, "Of fences.")
    assert texts(api, "topic=walls") == ["Of walls."]
    before.slug, after.slug = "gates", "walls"
    before.save()
    after.save()
    assert texts(api, "topic=walls") == ["Of fences."]


def test_what_goes_while_a_page_is_made_is_not_shown(api, monkeypatch):
    topic = TopicFactory(slug="walls")
    topical(topic, "It stays.")
    gone = topical(topic, "It goes.")
    fetch = pagination.fetch

    def fetch_and_go(sql, **kwargs):
        found = fetch(sql, **kwargs)
        withdrawn = {"status": "withdrawn", "withdrawn_kind": "error", "withdrawn_reason": "It was never said."}
        Claim.objects.filter(pk=gone.pk).update(**withdrawn)
        return found

    monkeypatch.setattr(pagination, "fetch", fetch_and_go)
    assert texts(api, "topic=walls") == ["It stays."]


def test_the_longest_unused_goes_first():
    kept = Kept(2)
    made = []

    def make(text):
        return kept.get(text, lambda: made.append(text) or Sql(text))

    assert [make(text).text for text in "abacab"] == list("abacab")
    assert made == ["a", "b", "c", "b"]  # b was unused the longest when c came
    assert public_lists.most >= 100


def test_words_that_few_claims_have_are_known_to_be_rare():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT attstattarget FROM pg_attribute WHERE attrelid = %s::regclass AND attname = 'vector'", [TABLE]
        )
        assert cursor.fetchone() == (1000,)
