"""Statements of lists are kept; what they find is not."""

from datetime import date

import pytest
from django.db import connection
from psycopg.types.range import Range
from rest_framework.request import Request

from claims.models import Claim, ClaimTopic
from factbase.api import pagination
from factbase.api.views import public_lists
from factbase.statements import OFTEN, Kept, Sql
from factbase.urls import router
from tests.factories import PublisherFactory, SourceFactory, TopicFactory, UserFactory, published_claim

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


@pytest.mark.parametrize("query", ["source_url=https://paper.example/walls", "publisher=the-paper"])
def test_a_source_that_came_since_is_found(api, query):
    publisher = PublisherFactory(slug="the-paper", name="The Paper")
    published_claim(text="The first.", source=SourceFactory(publisher=publisher, url="https://paper.example/other"))
    before = texts(api, query)
    published_claim(text="The second.", source=SourceFactory(publisher=publisher, url="https://paper.example/walls"))
    assert texts(api, query) == ["The second.", *before]


PARAMETERS = [
    pytest.param(view, name, parameter, id=f"{listed} {name}")
    for listed, view, _ in router.registry
    for name, parameter in getattr(getattr(view, "filterset_class", None), "base_filters", {}).items()
]


@pytest.mark.parametrize(("view", "name", "parameter"), PARAMETERS)
def test_a_parameter_that_looks_records_up_says_so(view, name, parameter, rf):
    """Else what tells the state of an answer is read after them, and an old answer would be taken for the present."""
    request = Request(rf.get("/", {name: parameter.example}))
    asked = []
    with connection.execute_wrapper(lambda execute, sql, *rest: asked.append(sql) or execute(sql, *rest)):
        view.filterset_class(request.query_params, queryset=view.queryset, request=request).is_valid()
    assert any(" FROM " in sql for sql in asked) == parameter.looks_up


def test_a_long_page_has_what_short_ones_have(api):
    """It is found a few at a time."""
    topic = TopicFactory(slug="walls")
    for n in range(60):
        topical(topic, f"Number {n}.")
    Claim.objects.filter(text__endswith="3.").update(
        stated=Range(date(2020, 1, 1), date(2020, 1, 2)), stated_basis="printed"
    )
    for ordering in ("-stated", "stated", "-created_at", "created_at"):
        url, short = f"{CLAIMS}?topic=walls&ordering={ordering}&page_size=7", []
        while url:
            body = api.get(url).json()
            short += [claim["text"] for claim in body["results"]]
            url = body["next"]
        long = texts(api, f"topic=walls&ordering={ordering}&page_size=100")
        assert len(set(long)) == 60
        assert long == short


def test_what_goes_while_a_page_is_made_is_not_shown(api, monkeypatch):
    topic = TopicFactory(slug="walls")
    topical(topic, "It stays.")
    gone = topical(topic, "It goes.")
    find = pagination.find

    def find_and_go(keys, **kwargs):
        found = find(keys, **kwargs)
        withdrawn = {"status": "withdrawn", "withdrawn_kind": "error", "withdrawn_reason": "It was never said."}
        Claim.objects.filter(pk=gone.pk).update(**withdrawn)
        return found

    monkeypatch.setattr(pagination, "find", find_and_go)
    assert texts(api, "topic=walls") == ["It stays."]


def test_the_longest_unused_goes_first():
    kept = Kept(2)
    made = []

    def make(text):
        return kept.get(text, lambda: made.append(text) or Sql(text))

    assert [make(text).text for text in "abacab"] == list("abacab")
    assert made == ["a", "b", "c", "b"]  # b was unused the longest when c came
    assert public_lists.most >= 100


def plans_kept(word):
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_prepared_statements WHERE strpos(statement, %s) > 0", [word])
        return cursor.fetchone()[0]


def test_the_plan_of_what_is_asked_often_is_kept(api):
    published_claim(text="Umbrellas are the first.")
    for _ in range(OFTEN):
        assert texts(api, "q=umbrellas") == ["Umbrellas are the first."]
    assert plans_kept("umbrella") == 0
    texts(api, "q=umbrellas")
    assert plans_kept("umbrella") == 1
    published_claim(text="Umbrellas are the second.")
    assert texts(api, "q=umbrellas") == ["Umbrellas are the second.", "Umbrellas are the first."]


def test_what_an_account_asks_is_planned_each_time(client):
    """What it may see is not written into the statement, and one plan for whatever that may be would not do."""
    client.force_login(UserFactory())
    for _ in range(OFTEN + 2):
        assert texts(client, "q=umbrellas") == []
    assert plans_kept("umbrella") == 0


def test_words_that_few_claims_have_are_known_to_be_rare():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT attstattarget FROM pg_attribute WHERE attrelid = %s::regclass AND attname = 'vector'", [TABLE]
        )
        assert cursor.fetchone() == (1000,)
