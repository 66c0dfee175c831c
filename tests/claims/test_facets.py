"""claims/facets/: how many of the claims found there are of each topic, speaker, year, …"""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from psycopg.types.range import Range

from claims import facets
from claims.models import ClaimTopic
from tests import factories as make

pytestmark = pytest.mark.django_db
URL = "/api/v1/claims/facets/"


def counted(api, field, **query):
    answer = api.get(URL, {"fields": field, **query})
    assert answer.status_code == 200, answer.json()
    return {each["value"]: each["count"] for each in answer.json()["facets"][field]["values"]}


def selected(api, field, **query):
    values = api.get(URL, {"fields": field, **query}).json()["facets"][field]["values"]
    return [each["value"] for each in values if each["selected"]]


@pytest.fixture
def claims():
    return [make.published_claim(kind=kind) for kind in ("fact", "fact", "promise")]


def test_values_have_a_label_and_a_count(api, claims):
    answer = api.get(URL, {"fields": "kind"}).json()
    values = [
        {"value": "fact", "label": "Fact", "count": 2, "selected": False},
        {"value": "promise", "label": "Promise", "count": 1, "selected": False},
    ]
    assert answer["facets"] == {"kind": {"count_is": "exact", "has_more": False, "values": values}}
    assert answer["applied"] == {"visible": "public", "status": ["published"], "embargo": "ended", "fields": ["kind"]}


def test_a_facets_own_parameter_does_not_narrow_it_and_others_do(api, claims):
    claims[0].language = "es"
    claims[0].save()
    assert counted(api, "kind", kind="promise") == {"fact": 2, "promise": 1}
    assert selected(api, "kind", kind="promise") == ["promise"]
    assert counted(api, "kind", language="es") == {"fact": 1}
    assert counted(api, "language", kind="promise") == {"en": 1}
    assert counted(api, "kind", kind="promise", language="es") == {"fact": 1, "promise": 0}


def test_every_count_is_what_a_click_finds(api):
    call_command("load_fixtures", verbosity=0)
    query = {"period_after": "2000", "fields": ",".join(facets.FACETS)}
    answer = api.get(URL, query).json()["facets"]
    assert all(facet["values"] for name, facet in answer.items() if name not in ("rating", "year"))
    asked = 0
    for name, facet in answer.items():
        for each in facet["values"][:4]:
            click = (
                {name: each["value"]} if name != "year" else {f"stated_{e}": each["value"] for e in ("after", "before")}
            )
            if each["value"] is not None:
                found = api.get("/api/v1/claims/", {"period_after": "2000", "count": "exact", "page_size": 1, **click})
                assert found.json()["count"] == each["count"], (name, each)
                asked += 1
    assert asked > 10


def test_topics_count_with_those_below_and_a_claim_once(api, claims):
    above = make.TopicFactory(slug="above")
    below = make.TopicFactory(slug="below", parent=above)
    for topic in (above, below):
        ClaimTopic.objects.create(claim=claims[0], topic=topic)
    ClaimTopic.objects.create(claim=claims[1], topic=below)
    assert counted(api, "topic") == {"above": 2, "below": 2}
    assert selected(api, "topic", topic="above") == ["above"]


def test_countries_count_with_their_parts_and_one_quantity_meets_all(api, claims):
    make.QuantityFactory(claim=claims[0], place="MX-CHP", unit="workers")
    make.QuantityFactory(claim=claims[0], place="US", unit="detentions")
    assert counted(api, "place") == {"MX": 1, "MX-CHP": 1, "US": 1}
    assert counted(api, "place", unit="workers") == {"MX": 1, "MX-CHP": 1}
    assert counted(api, "place", unit="workers", place="US") == {"MX": 1, "MX-CHP": 1, "US": 0}


def test_years_reach_and_undated_claims_are_told(api):
    make.published_claim(stated=Range("2017-12-31", "2018-01-02"), stated_basis="printed")
    make.published_claim(stated=Range(None, "2018-01-02"), stated_basis="printed")
    make.published_claim()
    assert counted(api, "year") == {"2018": 2, "2017": 1, None: 1}
    assert counted(api, "year", stated_after="2017", stated_before="2017") == {"2018": 2, "2017": 1, None: 1}
    assert selected(api, "year", stated_after="2017", stated_before="2017") == ["2017"]


def test_records_are_told_by_slug_and_name(api):
    claim = make.published_claim()
    source = claim.citations.get().source
    source.publisher = make.PublisherFactory(name="The Paper")
    source.save()
    indicator = make.IndicatorFactory(slug="encounters")
    make.QuantityFactory(claim=claim, indicator=indicator, indicator_match="exact")
    make.ReviewFactory(claim=claim, rating="mixed", **make.published())
    make.ReviewFactory(claim=claim, rating="false")  # not public
    assert counted(api, "publisher") == {"the-paper": 1}
    assert counted(api, "speaker") == {claim.claimants.get().speaker.slug: 1}
    assert counted(api, "indicator") == {"encounters": 1}
    assert counted(api, "rating") == {"mixed": 1}


def test_what_is_not_public_is_not_counted(api, editor):
    draft = make.ClaimFactory(kind="promise")
    ClaimTopic.objects.create(claim=draft, topic=make.TopicFactory(slug="secret"))
    make.published_claim(kind="opinion", embargo_until=timezone.now() + timedelta(days=1))
    for field in facets.FACETS:
        assert counted(api, field) == {}
    assert api.get(URL, {"topic": "secret"}).status_code == 400
    assert api.get(URL, {"status": "draft"}).status_code == 401
    api.force_authenticate(editor)
    assert counted(api, "kind") == {"promise": 1, "opinion": 1}
    assert counted(api, "kind", status="draft") == {"promise": 1}


def test_a_count_cut_short_says_so(api, claims, monkeypatch):
    monkeypatch.setattr(facets, "COUNTED", 2)
    assert api.get(URL, {"fields": "kind"}).json()["facets"]["kind"]["count_is"] == "at_least"
    assert api.get(URL, {"fields": "kind", "language": "es"}).json()["facets"]["kind"]["count_is"] == "exact"


def test_values_beyond_the_most_are_told_and_a_chosen_one_stays(api, claims, monkeypatch):
    monkeypatch.setattr(facets, "MOST_VALUES", 1)
    facet = api.get(URL, {"fields": "kind", "kind": "promise"}).json()["facets"]["kind"]
    assert facet["has_more"]
    assert [each["value"] for each in facet["values"]] == ["promise"]


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ({"fields": "topik"}, "There is no facet 'topik': did you mean 'topic'?"),
        ({"fields": "topic,"}, "There is no facet ''"),
        ({"fields": ""}, "It is empty"),
        ({"fields": "\0"}, "NUL"),
        ({"ordering": "stated"}, "There is no parameter 'ordering'"),
        ({"page_size": "5"}, "There is no parameter 'page_size'"),
        ({"kind": "rumour"}, "'rumour' is not known here"),
        ({"stated_after": "2018", "stated_before": "2017"}, "swap them"),
        ({"value": "NaN"}, "is no number"),
    ],
)
def test_what_cannot_be_is_400(api, query, message):
    answer = api.get(URL, query)
    assert answer.status_code == 400
    assert message in answer.json()["errors"][0]["detail"]


def test_no_match_is_an_empty_answer(api, claims):
    assert counted(api, "kind", value="5", value_match="truncated") == {}


def test_facets_share_a_statement(api, claims):
    """How it is planned shows over many rows alone: tests/many."""
    with CaptureQueriesContext(connection) as queries:
        api.get(URL, {"fields": "topic,speaker,publisher,indicator,rating"})
    assert len([query for query in queries if "matches" in (query["sql"] or "")]) == 1


def test_what_the_readme_asks_of_facets_numbers_and_series_has_answers(api):
    call_command("load_fixtures", verbosity=0)
    text = (Path(__file__).parents[2] / "README.md").read_text()
    addresses = re.findall(r"\| `((?:quantities/|indicators/\S+/series/|claims/facets/)[^`]*)` \|", text)
    assert len(addresses) == 3
    for address in addresses:
        answer = api.get(f"/api/v1/{address}").json()
        found = answer.get("results") or answer.get("periods") or answer["facets"]["speaker"]["values"]
        assert found, address
