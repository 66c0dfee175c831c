"""Whole lists as CSV and NDJSON: the same records as the pages, streamed, safe in a spreadsheet."""

import csv
import io
import json
import tracemalloc

import pytest
from django.db import OperationalError, connection
from rest_framework.test import APIClient

from claims.models import Citation, Claim, Claimant, ClaimTopic
from factbase.api import exports
from tests.claims.test_api import full_claim
from tests.factories import (
    CitationFactory,
    ClaimantFactory,
    ClaimFactory,
    QuantityFactory,
    SourceFactory,
    SpeakerFactory,
    TopicFactory,
    UserFactory,
    published,
    published_claim,
)

pytestmark = pytest.mark.django_db
API = "/api/v1/"
LISTS = ["claims", "speakers", "topics", "indicators", "propositions", "sources", "publishers"]


def text_of(answer) -> str:
    assert answer.status_code == 200, answer.content
    return b"".join(answer.streaming_content).decode()


def table(api, query) -> list[dict]:
    return list(csv.DictReader(io.StringIO(text_of(api.get(API + query)))))


def lines(api, query) -> list[dict]:
    return [json.loads(line) for line in text_of(api.get(API + query)).splitlines()]


def paged(api, query) -> list[dict]:
    url, found = API + query, []
    while url:
        body = api.get(url).json()
        found, url = found + body["results"], body["next"]
    return found


@pytest.fixture
def several(db):
    for day in ("2017-02-23", "2018-12", None, "2016"):
        full_claim(sensitive=False)
        published_claim(stated=day, stated_basis="printed" if day else "", kind="fact")
    ClaimFactory(text="A draft.")


@pytest.mark.parametrize("name", LISTS)
def test_ndjson_is_the_pages_one_after_another(api, several, name):
    assert lines(api, f"{name}.ndjson") == paged(api, f"{name}/?page_size=2") != []


@pytest.mark.parametrize("name", LISTS)
def test_csv_has_the_same_records_in_the_same_order(api, several, name):
    rows = table(api, f"{name}.csv")
    assert [row["id"] for row in rows] == [record["id"] for record in paged(api, f"{name}/")] != []


@pytest.mark.parametrize(
    "query", ["kind=fact&ordering=stated", "ordering=created_at", "q=detentions&ordering=relevance"]
)
def test_filters_and_order_are_the_lists(api, several, query):
    expected = [record["id"] for record in paged(api, f"claims/?{query}&page_size=3")]
    assert [row["id"] for row in table(api, f"claims.csv?{query}")] == expected
    assert [row["id"] for row in lines(api, f"claims.ndjson?{query}")] == expected


def test_accept_does_what_the_suffix_does(api, several):
    for accept, suffix in (("text/csv", "csv"), ("application/x-ndjson", "ndjson")):
        answer = api.get(f"{API}claims/", headers={"accept": accept})
        assert answer.headers["Content-Type"] == f"{accept}; charset=utf-8"
        assert text_of(answer) == text_of(api.get(f"{API}claims.{suffix}"))


def test_a_claims_row(api):
    claim = full_claim()
    [row] = [row for row in table(api, "claims.csv") if row["id"] == str(claim.pk)]
    assert row["url"] == f"http://testserver/api/v1/claims/{claim.pk}/"
    assert row["claimants"] == "Luis Videgaray; experts"
    assert (row["stated_from"], row["stated_to"], row["stated_basis"]) == ("2017-02-23", "2017-02-23", "printed")
    assert row["reviews"] == "mixed"
    assert row["proposition_slug"] == claim.proposition.slug


def test_a_row_for_each_quantity_or_citation(api):
    claim = full_claim()
    CitationFactory(claim=claim, position=1, quote="And more.", source=SourceFactory(title="Another"))
    [quantity] = table(api, "claims.csv?rows=quantities")  # the other claim has none
    assert quantity["text"] == claim.text
    assert (quantity["quantity_value"], quantity["quantity_upper_bound"]) == ("3200000", "3300000")
    assert (quantity["quantity_period_to"], quantity["quantity_indicator_match"]) == ("2023-09-30", "comparable")
    citations = [row for row in table(api, "claims.csv?rows=citations") if row["id"] == str(claim.pk)]
    assert [row["citation_quote"] for row in citations] == ["They counted", "And more."]
    assert [row["citation_source_title"] for row in citations][1] == "Another"
    assert citations[0]["citation_source_publisher_name"] == "Proceso"


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        pytest.param("=HYPERLINK(1)", "'=HYPERLINK(1)", id="equals"),
        pytest.param("+1 more", "'+1 more", id="plus"),
        pytest.param("-cmd", "'-cmd", id="minus"),
        pytest.param("@SUM(1)", "'@SUM(1)", id="at"),
        pytest.param("\t=1", "'\t=1", id="tab"),
        pytest.param("  =1", "'  =1", id="blanks"),
        pytest.param("'=1", "''=1", id="apostrophe"),
        pytest.param("-12.5", "-12.5", id="negative-number"),
        pytest.param("1 = 1", "1 = 1", id="harmless"),
        pytest.param('line\nbreak, "quoted" \\ ñ', 'line\nbreak, "quoted" \\ ñ', id="as-they-are"),
    ],
)
def test_no_cell_runs_as_a_formula(api, text, cell):
    claim = published_claim(text=text, speaker=SpeakerFactory(name=text), quote=text)
    ClaimTopic.objects.create(claim=claim, topic=TopicFactory(name=text))
    [row] = table(api, "claims.csv?rows=citations")
    assert row["text"] == row["claimants"] == row["topics"] == row["citation_quote"] == cell


def test_negative_values_stay_numbers(api):
    QuantityFactory(claim=published_claim(), value="-5.50", comparator="equal")
    assert table(api, "claims.csv?rows=quantities")[0]["quantity_value"] == "-5.5"


def test_nothing_hidden_is_in_them(api):
    ClaimFactory(text="secret draft", notes="secret")
    claim = published_claim(notes="secret note", by=UserFactory(username="secret-name"))
    for query in ("claims.csv", "claims.csv?rows=citations", "claims.ndjson", "speakers.csv", "sources.ndjson"):
        assert "secret" not in text_of(api.get(API + query))
    assert [row["id"] for row in table(api, "claims.csv")] == [str(claim.pk)]


def test_an_editor_takes_drafts_away_too(api, editor):
    draft = ClaimFactory()
    api.force_authenticate(editor)
    assert [row["id"] for row in table(api, "claims.csv?status=draft")] == [str(draft.pk)]


def test_nothing_found_is_a_header_alone(api):
    assert text_of(api.get(f"{API}claims.csv")).startswith("id,url,kind,text,")
    assert text_of(api.get(f"{API}claims.ndjson")) == ""


@pytest.mark.parametrize(
    ("query", "status", "attr"),
    [
        pytest.param("claims.csv?page_size=10", 400, "page_size", id="page-size"),
        pytest.param("claims.csv?cursor=first", 400, "cursor", id="cursor"),
        pytest.param("claims.ndjson?count=exact", 400, "count", id="count"),
        pytest.param("claims.csv?rows=reviews", 400, "rows", id="unknown-rows"),
        pytest.param("claims.csv?rows=citations&rows=quantities", 400, "rows", id="rows-twice"),
        pytest.param("claims.ndjson?rows=citations", 400, "rows", id="rows-of-ndjson"),
        pytest.param("claims/?rows=citations", 400, "rows", id="rows-of-pages"),
        pytest.param("speakers.csv?rows=roles", 400, "rows", id="rows-of-speakers"),
        pytest.param("claims.csv?kind=nonsense", 400, "kind", id="filter"),
        pytest.param("claims.csv?foo=1", 400, "foo", id="parameter"),
        pytest.param("claims.xlsx", 404, None, id="format"),
    ],
)
def test_what_cannot_be_is_an_error_in_json(api, query, status, attr):
    answer = api.get(API + query)
    assert (answer.status_code, answer.headers["Content-Type"]) == (status, "application/json")
    assert [error["attr"] for error in answer.json()["errors"]] == [attr]


def test_one_record_is_no_table(api):
    claim = published_claim()
    assert api.get(f"{API}claims/{claim.pk}/", headers={"accept": "text/csv"}).status_code == 406


@pytest.mark.parametrize(
    ("query", "name"),
    [
        pytest.param("claims.csv", "claims.csv", id="plain"),
        pytest.param(
            "claims.csv?kind=fact&kind=promise&rows=citations",
            "claims_kind-fact_kind-promise_rows-citations.csv",
            id="query",
        ),
        pytest.param('claims.csv?q=a"%0d%0aSet-Cookie: x=1', "claims_q-a-Set-Cookie-x-1.csv", id="header-injection"),
        pytest.param("claims.csv?q=detenci%C3%B3n/../..", "claims_q-detenci-n.csv", id="path"),
        pytest.param("claims.ndjson?q=" + "word+" * 100, ("claims_q-" + "word-" * 100)[:120] + ".ndjson", id="long"),
    ],
)
def test_the_files_name_says_what_was_asked(api, query, name):
    answer = api.get(API + query)
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{name}"'
    text_of(answer)


def test_head_streams_nothing(api, several):
    answer = api.head(f"{API}claims.csv")
    assert (answer.status_code, answer.content) == (200, b"")
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"


def many_claims(number: int) -> None:
    user = UserFactory()
    text = "It is so. " * 100
    claims = [Claim(kind="fact", text=f"{n}. {text}", wording="edited", language="en") for n in range(number)]
    speaker = SpeakerFactory()
    fields = published(user)
    for claim in claims:
        claim.status, claim.published_by, claim.published_at = "published", user, fields["published_at"]
    Claim.objects.bulk_create(claims)
    source = SourceFactory()
    Claimant.objects.bulk_create(ClaimantFactory.build(claim=claim, speaker=speaker) for claim in claims)
    Citation.objects.bulk_create(CitationFactory.build(claim=claim, source=source) for claim in claims)


def test_memory_stays_small_whatever_the_length(api):
    many_claims(2000)
    text_of(api.get(f"{API}claims.ndjson?kind=demand"))  # what is put together once
    for name, least in (("claims.csv", 2_000_000), ("claims.ndjson", 3_000_000)):
        answer = api.get(API + name)
        tracemalloc.start()
        size = sum(len(block) for block in answer.streaming_content)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert size > least
        assert peak < 1_000_000


def test_one_who_goes_away_leaves_no_query_behind(api):
    many_claims(500)
    answer = api.get(f"{API}claims.ndjson")
    stream = answer._iterator  # as the server holds it
    assert next(stream)
    stream.close()
    assert Claim.objects.count() == 500
    assert not connection.needs_rollback


@pytest.mark.parametrize("name", ["claims.csv", "claims.ndjson"])
def test_one_that_breaks_off_cannot_be_taken_for_whole(api, monkeypatch, name):
    whole = exports.copied

    def breaking(*args):
        yield next(whole(*args)).splitlines(keepends=True)[0]
        raise OperationalError("the server went away")

    published_claim()
    monkeypatch.setattr(exports, "copied", breaking)
    blocks = iter(api.get(API + name).streaming_content)
    text = (next(blocks) + next(blocks)).decode()
    with pytest.raises(OperationalError):
        next(blocks)
    assert "broke off" in text
    lines = text.splitlines()
    read = {"claims.csv": lambda: list(csv.reader(lines, strict=True)), "claims.ndjson": lambda: json.loads(lines[-1])}
    with pytest.raises((csv.Error, json.JSONDecodeError)):
        read[name]()


def test_one_that_takes_too_long_is_a_503(settings, monkeypatch):
    api = APIClient(raise_request_exception=False)
    settings.FACTBASE_EXPORT_SECONDS = 1
    monkeypatch.setattr(exports.Csv, "statement", lambda *args: exports.Sql("SELECT pg_sleep(9)"))
    answer = api.get(f"{API}claims.csv")
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "10")
    assert answer.json()["errors"][0]["code"] == "busy"
