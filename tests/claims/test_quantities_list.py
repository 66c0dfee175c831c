"""quantities/: numbers as a flat table, and one by its address."""

import csv
import io
import json
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.models import F
from django.utils import timezone
from psycopg.types.range import Range

from claims.filters import ClaimFilter
from claims.filters_numbers import NOT_HERE, NumberFilter
from claims.models import ClaimTopic, Quantity
from claims.serializers_numbers import NumberSerializer
from claims.views_numbers import QuantityViewSet
from tests import factories as make

pytestmark = pytest.mark.django_db
URL = "/api/v1/quantities/"


@pytest.fixture
def number():
    claim = make.published_claim()
    return make.QuantityFactory(claim=claim, place="US", period=Range("2022-10-01", "2023-10-01"))


def found(api, **query):
    answer = api.get(URL, query)
    assert answer.status_code == 200, answer.json()
    return [row["id"] for row in answer.json()["results"]]


def test_a_number_has_its_claim_claimants_and_source(api, number):
    [row] = api.get(URL).json()["results"]
    claim = number.claim
    assert row["url"] == f"http://testserver/api/v1/quantities/{number.pk}/"
    assert (row["value"], row["lower_bound"], row["upper_bound"]) == ("3200000", "3200000", "3300000")
    assert (row["entails_lower"], row["entails_upper"]) == ("3200000", None)
    assert row["claim"]["id"] == str(claim.pk)
    assert row["claim"]["text"] == claim.text
    assert row["claim"]["claimants"][0]["speaker"]["slug"] == claim.claimants.get().speaker.slug
    assert row["claim"]["source"]["id"] == str(claim.citations.get().source_id)
    assert api.get(f"{URL}{number.pk}/").json() == row


def test_the_source_is_that_of_the_lead_citation(api, number):
    lead = make.CitationFactory(claim=number.claim, position=1, is_lead=True)
    assert api.get(f"{URL}{number.pk}/").json()["claim"]["source"]["id"] == str(lead.source_id)


def test_both_forms_of_the_json_are_equal(api, rf):
    call_command("load_fixtures", verbosity=0)
    rows = {row["id"]: row for row in api.get(URL, {"page_size": 100}).json()["results"]}
    assert len(rows) == 100
    request = rf.get("/")
    shown = QuantityViewSet.shown_to(None).filter(pk__in=rows)
    drf = NumberSerializer(shown, many=True, context={"request": request, "base": "http://testserver"}).data
    assert {row["id"]: row for row in json.loads(json.dumps(drf, default=str))} == rows


@pytest.mark.parametrize(
    ("query", "is_found"),
    [
        ({"value": "3201144"}, True),
        ({"value": "5"}, False),
        ({"place": "US", "unit": "detentions"}, True),
        ({"place": "MX"}, False),
        ({"kind": "statistic"}, True),
        ({"kind": "promise"}, False),
        ({"q": "detentions"}, True),
        ({"q": "unheard"}, False),
        ({"language": "es"}, False),
        ({"directness": "author"}, True),
        ({"directness": "direct"}, False),
        ({"period_after": "2023", "period_before": "2023"}, True),
        ({"has_review": "true"}, False),
    ],
)
def test_it_is_filtered_by_the_number_and_by_its_claim(api, number, query, is_found):
    assert found(api, **query) == ([str(number.pk)] if is_found else [])


def test_filters_of_records(api, number):
    topic, other = make.TopicFactory(), make.TopicFactory()
    ClaimTopic.objects.create(claim=number.claim, topic=topic)
    ClaimTopic.objects.create(claim=make.published_claim(), topic=other)
    speaker, source = number.claim.claimants.get().speaker, number.claim.citations.get().source
    for query in ({"topic": topic.slug}, {"speaker": speaker.slug}, {"source": source.pk}):
        assert found(api, **query) == [str(number.pk)]
    assert found(api, topic=other.slug) == []


def test_every_filter_of_claims_is_taken():
    assert set(NumberFilter.base_filters) == set(ClaimFilter.base_filters) - NOT_HERE | {"ordering"}


@pytest.mark.parametrize(
    ("ordering", "order"), [("value", "abc"), ("-value", "cba"), ("period", "bca"), ("-period", "cba")]
)
def test_orderings_and_pages(api, ordering, order):
    claim = make.published_claim()
    made = {
        "a": make.QuantityFactory(claim=claim, value=1, significant_figures=1),
        "b": make.QuantityFactory(
            claim=claim, value=2, significant_figures=1, period=Range("2001-01-01", "2002-01-01")
        ),
        "c": make.QuantityFactory(claim=claim, value=3, significant_figures=1, period=Range("2002-01-01", None)),
    }
    url, ids = f"{URL}?ordering={ordering}&page_size=1", []
    while url:
        page = api.get(url).json()
        ids += [row["id"] for row in page["results"]]
        url = page["next"]
    assert ids == [str(made[letter].pk) for letter in order]


@pytest.mark.parametrize(
    "query",
    [
        {"value": "NaN"},
        {"value_match": "loose"},
        {"ordering": "relevance"},
        {"kind": "rumour"},
        {"has_quantity": "true"},
    ]
    + [{"stated_after": "2018", "stated_before": "2017"}, {"value_min": "3", "value_max": "2"}, {"rows": "citations"}],
)
def test_what_cannot_be_is_400(api, query):
    answer = api.get(URL, query)
    assert answer.status_code == 400
    assert answer.json()["errors"][0]["attr"] in query


def test_what_is_not_public_is_not_there(api, editor):
    draft = make.QuantityFactory()
    embargoed = make.QuantityFactory(claim=make.published_claim(embargo_until=timezone.now() + timedelta(days=1)))
    assert found(api) == []
    assert api.get(f"{URL}?count=exact").json()["count"] == 0
    assert api.get(f"{URL}{draft.pk}/").status_code == 404
    assert b"detentions" not in b"".join(api.get(f"{URL[:-1]}.csv"))
    assert found(api, ordering="created_at") == []
    api.force_authenticate(editor)
    assert set(found(api)) == {str(draft.pk), str(embargoed.pk)}
    assert api.get(URL, {"status": "draft"}).json()["results"][0]["id"] == str(draft.pk)


def test_the_whole_list_as_csv_and_ndjson(api, number):
    text = b"".join(api.get(f"{URL[:-1]}.csv?unit=detentions")).decode()
    [row] = csv.DictReader(io.StringIO(text))
    assert row["id"] == str(number.pk)
    assert row["claim_text"] == number.claim.text
    assert row["claim_source_title"] == number.claim.citations.get().source.title
    assert row["claim_claimants"] == number.claim.claimants.get().speaker.name
    assert row["period_to"] == "2023-09-30"
    [line] = b"".join(api.get(f"{URL[:-1]}.ndjson")).splitlines()
    assert json.loads(line) == api.get(f"{URL}{number.pk}/").json()


@pytest.mark.parametrize("ordering", QuantityViewSet.orderings)
def test_each_order_has_an_index(ordering):
    """With the planner told to avoid sorting, a plan that still sorts has no index to go by."""
    order = QuantityViewSet.orderings[ordering]
    way = (lambda key: key.desc()) if order.descending else (lambda key: key.asc())
    rows = Quantity.objects.order_by(way(order.key), way(F("id")))[:25]
    with connection.cursor() as cursor:
        cursor.execute(
            "SET LOCAL enable_sort = off; SET LOCAL enable_incremental_sort = off; SET LOCAL enable_seqscan = off"
        )
    plan = rows.explain()
    assert "Sort" not in plan, plan


def test_one_number_costs_as_many_queries_as_ten(api, number, django_assert_num_queries, django_assert_max_num_queries):
    api.get(URL)
    with django_assert_max_num_queries(3) as asked:
        api.get(URL)
    for _ in range(9):
        make.QuantityFactory(claim=make.published_claim())
    with django_assert_num_queries(len(asked)):
        api.get(URL)
