"""Sources and publishers over REST."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import (
    NoticeFactory,
    PublisherFactory,
    ReviewFactory,
    SnapshotFactory,
    SourceFactory,
    published,
    published_claim,
)

pytestmark = pytest.mark.django_db
API = "/api/v1/"


def cited(**fields):
    """A public source."""
    source = SourceFactory(**fields)
    published_claim(source=source)
    return source


def test_a_source_with_its_bibliography(api):
    original = cited(title="Original")
    source = cited(
        title="A global protection gap",
        kind="article-journal",
        authors=["Laura Gómez-Mera"],
        publisher=PublisherFactory(name="Wiley"),
        container_title="Latin American Policy",
        volume="15",
        issue="1",
        pages="129-155",
        doi="10.1111/lamp.12329",
        url="https://onlinelibrary.wiley.com/doi/10.1111/lamp.12329",
        language="en",
        published="2024-02",
        published_as_written="February 2024",
        translation_of=original,
        original_language="es",
    )
    NoticeFactory(source=source, kind="retraction", dated_on="2025-01-01", summary="Withdrawn.")
    body = api.get(f"{API}sources/{source.pk}/").json()
    assert {name: body[name] for name in ("authors", "doi", "volume", "issue", "pages", "language")} == {
        "authors": ["Laura Gómez-Mera"],
        "doi": "10.1111/lamp.12329",
        "volume": "15",
        "issue": "1",
        "pages": "129-155",
        "language": "en",
    }
    assert body["web"] == source.url
    assert body["url"] == f"http://testserver{API}sources/{source.pk}/"
    assert body["published"] == {"from": "2024-02-01", "to": "2024-02-29"}
    assert body["translation_of"]["title"] == "Original"
    assert body["notices"] == [{"kind": "retraction", "dated_on": "2025-01-01", "summary": "Withdrawn."}]


def test_only_sources_that_public_claims_rest_on(api):
    uncited = SourceFactory(publisher=PublisherFactory(slug="hidden"))
    reviewing = SourceFactory()
    ReviewFactory(claim=published_claim(), source=reviewing, **published())
    assert api.get(f"{API}sources/{uncited.pk}/").status_code == 404
    assert api.get(f"{API}publishers/hidden/").status_code == 404
    assert api.get(f"{API}sources/{reviewing.pk}/").status_code == 200
    assert len(api.get(f"{API}sources/").json()["results"]) == 2


def test_an_original_that_is_not_public_is_left_out(api):
    source = cited(translation_of=SourceFactory(title="Secret"))
    assert api.get(f"{API}sources/{source.pk}/").json()["translation_of"] is None


def test_the_text_of_a_source_is_never_public(api):
    source = cited()
    SnapshotFactory(source=source, text="the whole article")
    for path in ("sources/", f"sources/{source.pk}/", "claims/", "claims/?q=article"):
        assert "whole article" not in api.get(f"{API}{path}").content.decode()


def test_filters(api):
    publisher = PublisherFactory(name="Proceso", homepage="https://www.proceso.com.mx/x", country="MX")
    source = cited(
        title="La defensa",
        publisher=publisher,
        language="es",
        doi="10.1111/X.1",
        published="2017-03-19",
        url="http://a.mx/b",
    )
    cited(title="Other", kind="report")
    for query in (
        "q=DEFENSA",
        "publisher=proceso",
        "language=es",
        "doi=https://doi.org/10.1111/x.1",
        "url=https://www.a.mx/b/",
        "published_after=2017-03-19",
        "published_before=2017-03-19",
        "kind=article-newspaper",
    ):
        results = api.get(f"{API}sources/?{query}").json()["results"]
        assert [result["id"] for result in results] == [str(source.pk)], query
    [found] = api.get(f"{API}publishers/?q=proc&country=MX").json()["results"]
    assert (found["slug"], found["domain"]) == ("proceso", "proceso.com.mx")


def test_ten_sources_cost_as_many_queries_as_one(api):
    NoticeFactory(source=cited(publisher=PublisherFactory(), translation_of=cited()))
    with CaptureQueriesContext(connection) as few:
        api.get(f"{API}sources/")
    for _ in range(5):
        NoticeFactory(source=cited(publisher=PublisherFactory(), translation_of=cited()))
    with CaptureQueriesContext(connection) as many:
        assert len(api.get(f"{API}sources/").json()["results"]) == 12
    assert len(many) == len(few) == 2
