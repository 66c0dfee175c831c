"""Over 100,000 claims a page costs as many queries as any other, a 304 two at most, and an export little memory."""

import os

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from claims.urls import router as of_claims
from sources.urls import router as of_sources
from tests.many.rows import CLAIMS

API = "/api/v1/"
LISTS = [name for name, _, _ in (*of_claims.registry, *of_sources.registry)]
KEYED = ["claims", "quantities", "sources"]  # by id
PAGE = os.sysconf("SC_PAGE_SIZE")
MEGABYTE = 2**20


def queries(api, url, **how):
    with CaptureQueriesContext(connection) as captured:
        answer = api.get(url, **how)
    return len(captured), answer


@pytest.mark.parametrize("name", LISTS)
def test_a_page_costs_the_same_however_long_and_however_deep(api, name):
    api.get(f"{API}{name}/")  # What is put together once and kept.
    one, answer = queries(api, f"{API}{name}/?page_size=1")
    hundred, answer = queries(api, f"{API}{name}/?page_size=100")
    assert len(answer.json()["results"]) == min(100, 20 if name == "indicators" else 100)
    deep = answer
    for _ in range(5):
        deep = api.get(deep.json()["next"]) if deep.json()["next"] else deep
    last, _ = queries(api, deep.json()["next"] or f"{API}{name}/?page_size=100")
    assert one == hundred == last, name


def test_the_last_page_of_all_costs_what_the_first_does(api):
    """Got at from the other end: there every claim but some lies before it."""
    first, answer = queries(api, f"{API}claims/?page_size=100")
    oldest = api.get(f"{API}claims/?ordering=stated&page_size=100").json()["results"][-1]
    assert oldest["id"] != answer.json()["results"][0]["id"]
    url, pages = answer.json()["next"], 0
    while url and pages < 50:
        counted, answer = queries(api, url)
        assert counted == first
        url, pages = answer.json()["next"], pages + 1


ADDRESSES = [
    *(f"{API}{name}/" for name in LISTS),
    *(f"{API}claims/?{query}" for query in ("q=migrants", "topic=topic-0&ordering=stated", "count=exact")),
    *(f"{API}claims/?q=migrants&{query}" for query in ("ordering=relevance", "highlight=true")),
    f"{API}quantities/?unit=usd",
    *(f"{API}{address}" for address in ("claims/facets/", "indicators/indicator-0/series/", "changes/?kind=published")),
    *(f"{API}{name}.csv" for name in KEYED),
    f"{API}claims.ndjson",
    *(f"{API}{name}/{name.rstrip('s')}-0/" for name in LISTS if name not in (*KEYED, "changes")),
]


@pytest.mark.parametrize("url", ADDRESSES)
def test_what_did_not_change_costs_two_queries_at_most(api, url):
    etag = api.head(url)["ETag"]
    counted, answer = queries(api, url, headers={"if-none-match": etag})
    assert answer.status_code == 304
    assert counted <= 2


@pytest.mark.parametrize("name", KEYED)
def test_one_record_that_did_not_change_too(api, name):
    found = api.get(f"{API}{name}/").json()["results"][0]
    for url in [found["url"], *([f"{found['url']}history/"] if name == "claims" else [])]:
        answer = api.get(url)
        counted, again = queries(api, url, headers={"if-none-match": answer["ETag"]})
        assert (again.status_code, counted <= 2) == (304, True), url


def memory() -> int:
    """What this process holds in memory now, in bytes."""
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * PAGE


@pytest.mark.skipif(not os.path.exists("/proc/self/statm"), reason="memory is read as Linux tells it")
@pytest.mark.parametrize(
    ("address", "rows"),
    [
        pytest.param("claims.csv", 0.9 * CLAIMS, id="claims"),
        pytest.param("claims.csv?rows=citations", 1.1 * CLAIMS, id="citations"),
        pytest.param("claims.csv?rows=quantities", 0.5 * CLAIMS, id="numbers of claims"),
        pytest.param("claims.ndjson", 0.9 * CLAIMS, id="objects"),
        pytest.param("quantities.csv", 0.5 * CLAIMS, id="quantities"),
    ],
)
def test_taking_everything_away_takes_little_memory(api, address, rows):
    assert b"".join(api.get(f"{API}{address.partition('.')[0]}.csv?speaker=speaker-1900").streaming_content)
    begin = highest = memory()
    lines = size = 0
    answer = api.get(API + address)
    for block in answer.streaming_content:
        lines, size, highest = lines + block.count(b"\n"), size + len(block), max(highest, memory())
    assert lines > rows
    assert size > 10 * MEGABYTE
    assert highest - begin < 100 * MEGABYTE
