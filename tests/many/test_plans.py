"""Over 100,000 claims no list reads a large table from end to end, or sorts more than 1,000 rows.

Read in the plans by which PostgreSQL carried out what the API asked, at its usual page size and the largest. What is
asked for is rare, common and in between: where some 1,000 to 4,000 are found, sorting them all seems cheap. Not looked
at: what a count of everything reads (`count=exact` says that it costs), and rows that an index gives in the list's
order and a filter then leaves out, of which there may be many where what is asked for is rare or lies at the far end of
the order.
"""

import pytest

from claims.facets import COUNTED
from claims.filters import ClaimFilter
from claims.search import RANKED
from claims.views import ClaimViewSet
from claims.views_numbers import QuantityViewSet
from claims.views_series import MOST_VALUES
from tests.many.plans import SORTED, asking, faults, sizes

API = "/api/v1/"
# For each parameter of claims/ something common, and where it matters something rare; and sensible pairs.
CLAIMS = [
    *("q=migrants", "q=migrantes", "q=caravan", "q=migrants detentions", 'q="migrants detentions"', "q=zzzz"),
    *("q=migrantz", "highlight=true&q=migrants", "kind=statistic", "kind=demand", "status=published", "language=es"),
    *("language=de", "speaker=speaker-0", "speaker=speaker-1900", "organization=speaker-0", "organization=speaker-500"),
    *("about=speaker-0", "about=speaker-1900", "topic=topic-0", "topic=topic-399", "proposition=proposition-0"),
    *("rating=true", "rating=mixed", "has_review=false", "has_quantity=true", "has_quantity=false"),
    *("stated_after=2020-01-01", "stated_before=1995-01-01", "added_after=2025-01-01", "added_before=2025-01-01"),
    *("unit=detentions", "unit=people", "indicator=indicator-0", "indicator=indicator-19", "place=US", "place=US-TX"),
    *("value=3201144", "value=2766582&value_match=truncated", "value=4000&value_match=loose"),
    *("figure=more than 3.2 million", "value_min=1000000", "value_max=100", "value_min=1000&value_max=1100"),
    *("period_after=2020-01-01", "period_before=1991-01-01", "directness=direct", "directness=partial"),
    *("source=018bcfe5-6800-7008-8000-000000000000", "publisher=publisher-0", "publisher=publisher-299"),
    *("source_url=https://paper.example/articles/0", "source_url=https://paper.example/articles/9000"),
    *("source_published_after=2020-01-01", "source_published_before=1994-01-01"),
    *("topic=topic-0&kind=demand", "topic=topic-0&language=es", "speaker=speaker-0&topic=topic-0"),
    *("speaker=speaker-0&q=migrants", "q=migrants&topic=topic-100", "q=migrantes&language=es"),
    *(
        "topic=topic-0&unit=usd",
        "unit=detentions&place=US",
        "publisher=publisher-0&topic=topic-0",
        "about=speaker-0&speaker=speaker-0",
    ),
    *("topic=topic-0&stated_after=2024-01-01", "organization=speaker-0&stated_after=2020-01&stated_before=2020-12"),
]
OTHERS = {
    "speakers": [
        *("q=ton", "q=bermor 1900", "kind=organization", "country=GT", "parent=speaker-0", "kind=person&country=MX"),
    ],
    "sources": [
        *("q=migrants", "q=caravan", "q=zzzz", "kind=report", "language=es", "language=de", "publisher=publisher-0"),
        *("publisher=publisher-299", "url=https://paper.example/articles/77", "doi=10.5555/many.7"),
        *("published_after=2026-01-01", "published_before=1995-01-01", "published_after=2010&published_before=2010"),
    ],
    "topics": ["q=ton", "parent=topic-0"],
    "indicators": ["q=1", "unit=detentions"],
    "propositions": ["q=migrants"],
    "publishers": ["q=ton", "country=US"],
    "changes": ["kind=published", "kind=withdrawn", "since=2026-01-01", "since=2020-01-01&kind=corrected"],
}
# How many claims are found by each is skewed, and so some are found by 1,000 to 4,000, in claims/ or quantities/.
BETWEEN = [
    *(f"speaker=speaker-{n}" for n in (3, 4, 5, 7, 9, 11)),
    *(f"topic=topic-{n}" for n in (5, 9, 13, 16, 19, 21)),
    *(f"proposition=proposition-{n}" for n in (1, 2)),
    *(f"source_url=https://paper.example/articles/{n}" for n in (3, 5, 8, 10)),
    # Of some publishers a single source is cited so often.
    *(f"publisher=publisher-{n}" for n in (8, 157, 213, 270)),
    *("about=speaker-1", "about=speaker-2", "indicator=indicator-1", "has_review=true&topic=topic-0"),
    *("rating=false", "rating=unproven", "rating=not_ratable", "rating=true&language=es", "has_review=true"),
    *("stated_before=1994", "stated_after=2026-06-22", "stated_after=2026-06-25", "kind=demand&language=es"),
    *("period_after=2025-02-01", "value_min=3000000", "value_max=20", "topic=topic-1&unit=usd"),
    *("q=remittances", "q=remittances&kind=promise", "publisher=publisher-0&speaker=speaker-0"),
]
NOT_OF_QUANTITIES = ("highlight", "has_quantity")


@pytest.fixture(scope="module")
def large():
    return sizes()


def check(api, large, address, *, sorts=SORTED, status=200, may_read=False):
    with asking() as asked:
        answer = api.get(API + address)
    assert answer.status_code == status, answer.content
    assert asked
    found = [(fault, one.sql[:300]) for one in asked for fault in faults(one.plan, large, sorts=sorts)]
    found = [one for one in found if not (may_read and one[0].startswith("reads"))]
    assert not found, (address, found)
    return answer.json()


def test_every_parameter_of_claims_is_looked_at():
    asked = {part.partition("=")[0] for query in CLAIMS for part in query.split("&")}
    assert set(ClaimFilter.base_filters) - asked == {"ordering"}


@pytest.mark.parametrize("ordering", [name for name in ClaimViewSet.orderings if name != "relevance"])
def test_claims(api, large, ordering):
    for query in ["", *CLAIMS]:
        check(api, large, f"claims/?ordering={ordering}&{query}".rstrip("&"))


@pytest.mark.parametrize("ordering", QuantityViewSet.orderings)
def test_quantities(api, large, ordering):
    for query in ["", *(query for query in CLAIMS if not query.startswith(NOT_OF_QUANTITIES))]:
        check(api, large, f"quantities/?ordering={ordering}&{query}".rstrip("&"))


@pytest.mark.parametrize("name", ["claims", "quantities"])
def test_the_largest_pages(api, large, name):
    left_out = NOT_OF_QUANTITIES if name == "quantities" else ()
    for query in ["", *(query for query in CLAIMS + BETWEEN if not query.startswith(left_out))]:
        check(api, large, f"{name}/?page_size=100&{query}".rstrip("&"))


@pytest.mark.parametrize("query", ["stated_before=1995-01-01", "proposition=proposition-0", "rating=mixed"])
@pytest.mark.parametrize("name", ["claims", "quantities"])
def test_a_page_deeper_down_is_found_as_the_first_is(api, large, name, query):
    address = f"{name}/?page_size=100&{query}"
    for _ in range(3):
        address = check(api, large, address)["next"].partition(API)[2]


@pytest.mark.parametrize("name", OTHERS)
def test_other_lists(api, large, name):
    for query in ["", *OTHERS[name]]:
        check(api, large, f"{name}/?{query}")


@pytest.mark.parametrize("query", ["q=migrants", "q=migrants&kind=statistic", "q=caravan"])
def test_by_relevance_the_newest_matches_are_sorted_and_no_more(api, large, query):
    check(api, large, f"claims/?ordering=relevance&{query}", sorts=RANKED)


@pytest.mark.parametrize("query", ["", "?place=US", "?period_after=2020-01-01"])
def test_a_series_sorts_no_more_than_it_shows(api, large, query):
    body = check(api, large, f"indicators/indicator-0/series/{query}", sorts=MOST_VALUES + 1)
    assert body["periods"]


@pytest.mark.parametrize("query", ["", "&topic=topic-0", "&q=migrants", "&speaker=speaker-0", "&unit=detentions"])
def test_facets_sort_what_they_count_and_no_more(api, large, query):
    """They count the newest 3,000 that are found, and say so; a claim has a few values of one facet.

    Where a tenth of all claims is found, these 5,000 are found soonest by reading them all.
    """
    names = "topic,speaker,kind,language,indicator,publisher,rating,place,year"
    body = check(api, large, f"claims/facets/?fields={names}{query}", sorts=5 * COUNTED, may_read=True)
    assert {facet["count_is"] for facet in body["facets"].values()} <= {"exact", "at_least"}


def test_what_is_unknown_and_what_is_near(api, large):
    assert check(api, large, "claims/?q=detentionz")["suggestions"]
    check(api, large, "claims/?topic=topic-zzz", status=400)


def test_one_record(api, large):
    claim = api.get(f"{API}claims/").json()["results"][0]
    of_claim = f"claims/{claim['id']}/"
    for address in (of_claim, f"{of_claim}history/", "speakers/speaker-0/", "topics/topic-0/"):
        check(api, large, address)
