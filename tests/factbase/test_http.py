"""What every answer of the API keeps to: ETags, compression, other sites, ids, limits, time."""

import gzip
import threading
from datetime import timedelta

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.db import connection, connections, transaction
from django.utils import timezone

from claims.models import Claim, ClaimTopic, Topic
from factbase.api import pagination, throttling
from factbase.statements import Sql, fetch, settled
from factbase.timeouts import limit_statements
from factbase.urls import router
from tests import factories as make

URL = "/api/v1/claims/"
# As outside of tests: a reader sees its own transaction's writes before they are over.
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def claim():
    with transaction.atomic():
        return make.published_claim()


def asked_again(api, url, answer):
    return api.get(url, headers={"if-none-match": answer["ETag"]})


@pytest.mark.parametrize("path", ["", "{pk}/", "?q=detentions", "?page_size=1&count=exact"])
def test_what_did_not_change_is_304_and_costs_one_query(api, claim, django_assert_num_queries, path, monkeypatch):
    monkeypatch.setattr(throttling, "AT_ONCE", 10)
    monkeypatch.setattr(throttling, "numbers", throttling.Numbers())  # None is left of what other tests counted.
    monkeypatch.setattr(throttling.time, "time", lambda: 600.0)
    url = URL + path.format(pk=claim.pk)
    answer = api.get(url)
    with django_assert_num_queries(1):
        again = asked_again(api, url, answer)
    assert again.status_code == 304
    assert again.content == b""
    assert again["ETag"] == answer["ETag"]


@pytest.mark.parametrize("given", ["W/{etag}", '"other", {etag}', "*"])
def test_every_form_of_the_condition_is_understood(api, claim, given):
    etag = api.get(URL)["ETag"]
    assert api.get(URL, headers={"if-none-match": given.format(etag=etag)}).status_code == 304
    assert api.get(URL, headers={"if-none-match": '"other"'}).status_code == 200


@pytest.mark.parametrize(
    "write",
    [
        pytest.param(lambda claim: Claim.objects.filter(pk=claim.pk).update(text="Mended."), id="claim"),
        pytest.param(lambda claim: make.TranslationFactory(claim=claim), id="part"),
        pytest.param(lambda claim: claim.refresh_from_db(), id="nothing"),
        pytest.param(lambda claim: make.NoticeFactory(source=claim.citations.get().source), id="notice"),
        pytest.param(lambda claim: claim.claimants.get().speaker.__class__.objects.update(name="Ana"), id="name"),
    ],
)
def test_whatever_is_written_makes_another_answer(api, write, request):
    with transaction.atomic():
        claim = make.published_claim()
    answer = api.get(URL)
    write(claim)
    expected = 304 if "nothing" in request.node.callspec.id else 200
    assert asked_again(api, URL, answer).status_code == expected


def test_what_commits_late_makes_another_answer(api):
    """A write that began before the answer was made, and another that was seen in it."""
    speaker = make.SpeakerFactory()
    started, go_on = threading.Event(), threading.Event()

    def slow():
        with transaction.atomic():
            make.published_claim(speaker=speaker, text="Slow.")
            started.set()
            go_on.wait(60)
        connection.close()

    thread = threading.Thread(target=slow)
    thread.start()
    started.wait(60)
    with transaction.atomic():
        make.published_claim(speaker=speaker, text="Quick.")
    answer = api.get(URL)
    assert len(answer.json()["results"]) == 1
    assert asked_again(api, URL, answer).status_code == 304
    go_on.set()
    thread.join()
    again = asked_again(api, URL, answer)
    assert again.status_code == 200
    assert len(again.json()["results"]) == 2


def test_the_end_of_an_embargo_makes_another_answer(api, monkeypatch):
    with transaction.atomic():
        make.published_claim(embargo_until=timezone.now() + timedelta(seconds=2))
    answer = api.get(URL)
    assert answer.json()["results"] == []
    assert asked_again(api, URL, answer).status_code == 304
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_sleep(2.1)")
    assert len(asked_again(api, URL, answer).json()["results"]) == 1


def test_no_account_is_answered_with_what_another_may_see(api, claim):
    answer = api.get(URL)
    assert answer["Cache-Control"] == "no-cache"
    assert {"Accept", "Authorization", "Cookie"} <= set(answer["Vary"].replace(" ", "").split(","))
    api.force_authenticate(make.UserFactory(is_superuser=True))
    again = asked_again(api, URL, answer)
    assert again.status_code == 200
    assert again["Cache-Control"] == "private, no-cache"
    other = make.UserFactory()
    api.force_authenticate(other)
    assert asked_again(api, URL, again).status_code == 200


def test_errors_have_no_etag(api):
    for path in ("?foo=1", f"{timezone.now():%Y}/", "01a2017d-c833-7053-9704-ecf2e37d3bfa/"):
        answer = api.get(URL + path)
        assert answer.status_code in (400, 404)
        assert not answer.has_header("ETag")


class TestCompression:
    def test_its_etag_is_a_strong_one_and_understood(self, api, claim):
        plain = api.get(URL)
        answer = api.get(URL, headers={"accept-encoding": "gzip"})
        assert answer["Content-Encoding"] == "gzip"
        assert gzip.decompress(answer.content) == plain.content
        assert answer["ETag"] == plain["ETag"][:-1] + '-gzip"'
        assert asked_again(api, URL, answer).status_code == 304
        assert "Accept-Encoding" in answer["Vary"]

    def test_the_admin_is_not_compressed(self, client):
        answer = client.get("/admin/login/", headers={"accept-encoding": "gzip"})
        assert not answer.has_header("Content-Encoding")


class TestOtherSites:
    def test_they_may_read(self, api, claim):
        answer = api.get(URL, headers={"origin": "https://news.example.org"})
        assert answer["Access-Control-Allow-Origin"] == "*"
        assert "ETag" in answer["Access-Control-Expose-Headers"]
        assert not answer.has_header("Access-Control-Allow-Credentials")

    @pytest.mark.parametrize("headers", [{}, {"origin": "https://news.example.org"}, {"cookie": "a=b"}])
    @pytest.mark.parametrize("path", ["/api/v1/", URL, f"{URL}?foo=1", "/api/v1/nowhere/"])
    def test_no_cache_gives_them_what_was_told_to_others(self, api, path, headers):
        varies = api.get(path, headers=headers)["Vary"].lower().replace(" ", "").split(",")
        assert varies.count("origin") == 1

    def test_the_admin_is_not_for_them(self, client):
        answer = client.get("/admin/login/", headers={"origin": "https://news.example.org"})
        assert not answer.has_header("Access-Control-Allow-Origin")

    def test_they_may_not_write(self, api):
        headers = {"origin": "https://news.example.org", "access-control-request-method": "POST"}
        assert "POST" not in api.options(URL, headers=headers)["Access-Control-Allow-Methods"]


class TestRequestId:
    def test_each_answer_has_its_own(self, api):
        ids = {api.get(path)["X-Request-ID"] for path in (URL, f"{URL}?foo=1", "/api/v1/nowhere/")}
        assert len(ids) == 3

    def test_one_that_came_along_is_kept(self, api):
        given = "0a1b2c3d4e5f60718293a4b5c6d7e8f9"
        assert api.get(URL, headers={"x-request-id": given})["X-Request-ID"] == given

    def test_what_is_no_id_is_not_repeated(self, api):
        assert "evil" not in api.get(URL, headers={"x-request-id": "evil\tline"})["X-Request-ID"]


def test_what_is_kept_has_its_values_within_it():
    kept = settled(Sql("SELECT %s, %s, '100 %%', %s::int + 1", ("it's", "50 % \\ %s", 2)))
    assert kept.params == ()
    assert fetch(kept) == [(b"it's", b"50 % \\ %s", b"100 %", b"3")]


@pytest.mark.parametrize("path", ["/api/v1/", URL, "/api/v1/speakers/", "/api/v1/changes/", "/api/v1/schema/"])
def test_head_is_get_without_its_body(api, claim, path):
    head, get = api.head(path), api.get(path)
    assert head.status_code == get.status_code == 200
    assert head["Content-Type"] == get["Content-Type"]


@pytest.mark.parametrize("path", [URL, f"{URL}?q=rain", f"{URL}?foo=1", "/api/v1/nowhere/"])
@pytest.mark.parametrize("encoding", ["", "gzip"])
def test_how_long_an_answer_is_is_said(rf, claim, path, encoding):
    asked = rf.get(path, headers={"accept-encoding": encoding}).environ
    said = {}
    answer = WSGIHandler()(asked, lambda status, headers: said.update(headers))
    assert said["Content-Length"] == str(len(b"".join(answer)))
    answer.close()


class TestTime:
    def test_a_process_that_serves_limits_its_statements(self, settings):
        settings.FACTBASE_STATEMENT_TIMEOUT = 7
        options = connections.settings["default"].setdefault("OPTIONS", {})
        before = options.get("options")
        try:
            limit_statements()
            fresh = connections["default"].copy()
            fresh.settings_dict["OPTIONS"] = {k: v for k, v in options.items() if k != "pool"}
            with fresh.cursor() as cursor:
                cursor.execute("SHOW statement_timeout")
                assert cursor.fetchone() == ("7s",)
                cursor.execute("SHOW max_parallel_workers_per_gather")
                assert cursor.fetchone() == ("0",)
            fresh.close()
        finally:
            options["options"] = before
            if before is None:
                del options["options"]

    def test_what_takes_too_long_is_503_with_retry_after(self, api):
        api.raise_request_exception = False
        locked, go_on = threading.Event(), threading.Event()

        def hold():
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute("LOCK TABLE claims_claim IN ACCESS EXCLUSIVE MODE")
                locked.set()
                go_on.wait(60)
            connection.close()

        thread = threading.Thread(target=hold)
        thread.start()
        locked.wait(60)
        with connection.cursor() as cursor:
            cursor.execute("SET statement_timeout = '200ms'")
        try:
            answer = api.get(f"{URL}?kind=fact")
        finally:
            with connection.cursor() as cursor:
                cursor.execute("RESET statement_timeout")
            go_on.set()
            thread.join()
        assert answer.status_code == 503
        assert answer["Retry-After"] == "10"
        assert answer.json()["errors"][0]["code"] == "busy"


def test_an_answer_costs_the_query_that_finds_it(api, claim, django_assert_num_queries, monkeypatch):
    """Requests are counted several at a time, and what the ETag stands for comes with the answer."""
    monkeypatch.setattr(throttling, "AT_ONCE", 10)
    monkeypatch.setattr(throttling.time, "time", lambda: 600.0)
    for url, queries in ((URL, 1), (f"{URL}{claim.pk}/", 1), (f"{URL}?kind=statistic", 2)):
        etag = api.get(url)["ETag"]
        with django_assert_num_queries(queries):
            assert api.get(url)["ETag"] == etag


@pytest.mark.parametrize("query", ["", "?q=umbrellas", "?kind=statistic&page_size=100"])
def test_an_empty_page_has_an_etag_too(api, query):
    empty = api.get(URL + query)
    assert empty.json()["results"] == []
    assert asked_again(api, URL + query, empty).status_code == 304
    with transaction.atomic():
        claim = make.published_claim(text="Of umbrellas.", kind="statistic")
    found = asked_again(api, URL + query, empty)
    assert found.status_code == 200
    assert [each["id"] for each in found.json()["results"]] == [str(claim.pk)]


def test_the_etag_is_older_than_what_a_name_was_found_to_mean(api, claim, monkeypatch):
    with transaction.atomic():
        topic = make.TopicFactory(slug="walls")
        ClaimTopic.objects.create(claim=claim, topic=topic)
    find = pagination.find

    def rename_and_find(keys, **how):
        with transaction.atomic():
            Topic.objects.filter(pk=topic.pk).update(slug="fences")
        return find(keys, **how)

    monkeypatch.setattr(pagination, "find", rename_and_find)
    url = f"{URL}?topic=walls"
    answer = api.get(url)
    assert len(answer.json()["results"]) == 1
    monkeypatch.setattr(pagination, "find", find)
    assert asked_again(api, url, answer).status_code == 400  # There is none of that name by now: not 304.


@pytest.mark.parametrize("name", [name for name, _, _ in router.registry])
def test_every_list_has_an_etag(api, name):
    assert api.get(f"/api/v1/{name}/")["ETag"]


def test_what_is_told_of_a_record_has_one_too(api, claim):
    with transaction.atomic():
        indicator = make.IndicatorFactory(slug="detentions")
        make.QuantityFactory(claim=claim, indicator=indicator, indicator_match="exact")
    for address in (f"indicators/{indicator.slug}/", "indicators/detentions/series/", "claims/facets/"):
        assert api.get(f"/api/v1/{address}")["ETag"], address
    assert api.get(f"{URL}{claim.pk}/history/")["ETag"]
