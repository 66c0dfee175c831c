"""Errors under /api/ have one shape, those outside any view too."""

import pytest
from django.db import connection, transaction
from django.test import Client

from factbase.api.exceptions import server_error
from factbase.constraints import explain, is_conflict
from sources.models import Publisher, Source
from tests.factories import ClaimFactory, PublisherFactory, SourceFactory

SHAPE = {"type", "errors"}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        pytest.param("/api/v1/nothing/", 404, "not_found", id="no-such-path"),
        pytest.param("/api/v2/", 404, "not_found", id="no-such-version"),
        pytest.param("/api/v1/claims/not-an-id/", 404, "not_found", id="no-id"),
        pytest.param("/api/v1/claims/01a20160-3c0e-7000-8000-000000000000/", 404, "not_found", id="no-claim"),
        pytest.param("/api/v1/speakers/nobody/", 404, "not_found", id="no-speaker"),
        pytest.param("/api/v1/claims/?foo=1", 400, "unknown_parameter", id="parameter"),
        pytest.param("/api/v1/claims/01a20160-3c0e-7000-8000-000000000000/?a=1", 400, "unknown_parameter", id="detail"),
    ],
)
def test_one_shape(api, path, status, code):
    answer = api.get(path)
    assert answer.status_code == status
    assert answer.headers["Content-Type"] == "application/json"
    body = answer.json()
    assert set(body) == SHAPE
    assert [error["code"] for error in body["errors"]] == [code]


@pytest.mark.django_db
def test_what_is_not_json_is_a_406(api):
    answer = api.get("/api/v1/claims/", headers={"accept": "text/html"})
    assert (answer.status_code, set(answer.json())) == (406, SHAPE)


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/api/v1/claims/", "/api/v1/claims/facets/?facet=topic", "/api/v1/claims.csv"])
def test_a_wrong_host_is_a_400(client, path):
    answer = client.get(path, headers={"host": "evil.example"})
    assert (answer.status_code, set(answer.json())) == (400, SHAPE)
    assert "FACTBASE_ALLOWED_HOSTS" in answer.json()["errors"][0]["detail"]


def test_outside_the_api_errors_are_pages(client):
    answer = client.get("/nothing/")
    assert answer.status_code == 404
    assert answer.headers["Content-Type"].startswith("text/html")


def test_a_500_says_nothing_of_the_inside(rf):
    answer = server_error(rf.get("/api/v1/claims/"))
    assert answer.status_code == 500
    assert b"not your request" in answer.content


@pytest.mark.django_db
def test_an_error_inside_a_view_is_a_500_of_that_shape(monkeypatch):
    def fail(*args):
        raise RuntimeError("the inside")

    monkeypatch.setattr("claims.views.ClaimViewSet.get_keys", fail)
    answer = Client(raise_request_exception=False).get("/api/v1/claims/")
    assert answer.status_code == 500
    assert set(answer.json()) == SHAPE
    assert b"inside" not in answer.content


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("breach", "words", "conflict"),
    [
        pytest.param(lambda: PublisherFactory(name=""), "A publisher needs a name.", False, id="check"),
        pytest.param(
            lambda: [SourceFactory(doi="10.1111/x"), SourceFactory(doi="10.1111/X")],
            "A source with this DOI is here already: use that one.",
            True,
            id="unique",
        ),
        pytest.param(
            lambda: [PublisherFactory(slug="a"), PublisherFactory(slug="a")],
            "There is such a record already (Key (slug)=(a) already exists.).",
            True,
            id="unique-unnamed",
        ),
        pytest.param(
            lambda: SourceFactory(title=None), "title of sources_source is missing: fill it in.", False, id="null"
        ),
        pytest.param(
            lambda: ClaimFactory(occasion="x" * 501), "value too long for type character varying(500)", False, id="long"
        ),
    ],
)
def test_a_breach_is_explained(breach, words, conflict):
    with pytest.raises(Exception) as caught, transaction.atomic():  # noqa: PT011
        breach()
    assert explain(caught.value) == words
    assert is_conflict(caught.value) is conflict


@pytest.mark.django_db
def test_a_breach_over_the_api_is_a_400_or_409(api, monkeypatch):
    def conflict(*args):
        PublisherFactory(slug="a")
        PublisherFactory(slug="a")

    def wrong(*args):
        PublisherFactory(name="")

    for breach, status in ((conflict, 409), (wrong, 400)):
        monkeypatch.setattr("sources.views.PublisherViewSet.get_keys", breach)
        with transaction.atomic():
            answer = api.get("/api/v1/publishers/")
            transaction.set_rollback(True)
        assert (answer.status_code, set(answer.json())) == (status, SHAPE)
    assert Publisher.objects.count() == Source.objects.count() == 0
    assert connection.is_usable()
