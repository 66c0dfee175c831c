"""Addresses and DOIs as they are compared: one document, one source."""

import pytest

from sources.models import Source, bare_doi
from tests.factories import SourceFactory
from tests.sources.test_constraints import refused

pytestmark = pytest.mark.django_db

KEYS = [
    pytest.param("https://a.example/x", "a.example/x", id="https"),
    pytest.param("http://a.example/x", "a.example/x", id="http"),
    pytest.param("HTTPS://a.example/x", "a.example/x", id="scheme in capitals"),
    pytest.param("https://www.a.example/x", "a.example/x", id="www"),
    pytest.param("https://WWW.A.Example/x", "a.example/x", id="host in capitals"),
    pytest.param("https://www2.a.example/x", "www2.a.example/x", id="www2 is another host"),
    pytest.param("https://a.example:443/x", "a.example/x", id="default port of https"),
    pytest.param("http://a.example:80/x", "a.example/x", id="default port of http"),
    pytest.param("https://a.example:8443/x", "a.example:8443/x", id="another port kept"),
    pytest.param("https://a.example", "a.example", id="host alone"),
    pytest.param("https://a.example/", "a.example", id="host and slash"),
    pytest.param("https://a.example/x/", "a.example/x", id="trailing slash"),
    pytest.param("https://a.example/x//", "a.example/x", id="two trailing slashes"),
    pytest.param("https://a.example/x/?id=1", "a.example/x?id=1", id="slash before the query"),
    pytest.param("https://a.example/x#part", "a.example/x", id="fragment"),
    pytest.param("https://a.example/x?id=1#part", "a.example/x?id=1", id="fragment after the query"),
    pytest.param("https://a.example/News/X", "a.example/News/X", id="case of the path kept"),
    pytest.param("https://a.example/x?b=2&a=1", "a.example/x?b=2&a=1", id="order of parameters kept"),
    pytest.param("https://a.example/x?ID=Ab", "a.example/x?ID=Ab", id="case of parameters kept"),
    pytest.param("https://a.example/x?utm_source=t&id=1&utm_medium=m", "a.example/x?id=1", id="utm_ around"),
    pytest.param("https://a.example/x?UTM_Source=t", "a.example/x", id="utm_ in capitals, alone"),
    pytest.param("https://a.example/x?fbclid=1&gclid=2&mc_cid=3&mc_eid=4&igshid=5", "a.example/x", id="click ids"),
    pytest.param("https://a.example/x?fbclid", "a.example/x", id="click id without a value"),
    pytest.param("https://a.example/x?fbclids=1", "a.example/x?fbclids=1", id="a name that only begins so"),
    pytest.param("https://a.example/x?&id=1&", "a.example/x?id=1", id="empty parameters"),
    pytest.param("https://a.example/x?", "a.example/x", id="empty query"),
    pytest.param("https://a.example?id=1", "a.example?id=1", id="query at the host"),
    pytest.param("https://a.example/año?q=ñ", "a.example/año?q=ñ", id="letters beyond ASCII"),
    pytest.param("https://a.example/x%20y", "a.example/x%20y", id="percent signs kept"),
]


@pytest.mark.parametrize(("url", "key"), KEYS)
def test_an_address_is_compared_as(url, key):
    source = SourceFactory(url=url)
    assert (source.url, source.url_key) == (url, key)


@pytest.mark.parametrize(("url", "key"), KEYS)
def test_a_source_is_found_however_its_address_is_written(url, key):
    source = SourceFactory(url=f"http://{key}")
    assert Source.objects.at_url(url).get() == source


def test_many_sources_may_have_no_address():
    sources = SourceFactory.create_batch(2, url="")
    assert [source.url_key for source in sources] == [None, None]
    assert not Source.objects.at_url("").exists()


def test_the_key_follows_its_address():
    source = SourceFactory(url="https://a.example/1")
    Source.objects.update(url="https://a.example/2/")
    source.refresh_from_db()
    assert source.url_key == "a.example/2"


@pytest.mark.parametrize(
    "other", ["http://a.example/x", "https://www.a.example/x/", "https://a.example:443/x?utm_campaign=y#z"]
)
def test_one_address_is_one_source(other):
    SourceFactory(url="https://a.example/x")
    with refused("source_url_unique"):
        SourceFactory(url=other)


@pytest.mark.parametrize(
    "other", ["https://a.example/X", "https://b.example/x", "https://a.example/x?id=1", "https://a.example:8080/x"]
)
def test_another_address_is_another_source(other):
    SourceFactory(url="https://a.example/x")
    SourceFactory(url=other)
    assert Source.objects.count() == 2


@pytest.mark.parametrize(
    ("written", "bare"),
    [
        pytest.param("10.1111/lamp.12329", "10.1111/lamp.12329", id="bare"),
        pytest.param("https://doi.org/10.1111/lamp.12329", "10.1111/lamp.12329", id="resolver"),
        pytest.param("http://dx.doi.org/10.1111/lamp.12329", "10.1111/lamp.12329", id="old resolver"),
        pytest.param("HTTPS://DOI.ORG/10.1111/lamp.12329", "10.1111/lamp.12329", id="resolver in capitals"),
        pytest.param("doi:10.1111/lamp.12329", "10.1111/lamp.12329", id="doi:"),
        pytest.param(" DOI: 10.1111/lamp.12329 ", "10.1111/lamp.12329", id="blanks"),
        pytest.param("10.1002/(SICI)1097<1::AID>3.0.CO;2-#", "10.1002/(SICI)1097<1::AID>3.0.CO;2-#", id="odd letters"),
        pytest.param("", "", id="none"),
    ],
)
def test_a_doi_is_kept_bare(written, bare):
    assert bare_doi(written) == bare
    source = SourceFactory.build(doi=written)
    source.full_clean(exclude=["id"])
    source.save()
    assert source.doi == bare


def test_many_sources_may_have_no_doi():
    SourceFactory.create_batch(2, doi="")


def test_one_doi_is_one_source_in_small_letters_or_capitals():
    SourceFactory(doi="10.1111/lamp.12329")
    with refused("source_doi_unique"):
        SourceFactory(doi="10.1111/LAMP.12329")
    SourceFactory(doi="10.1111/lamp.12330")
