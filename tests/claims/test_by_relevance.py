"""?ordering=relevance: the newest matches are ranked, and the answer says how many."""

import pytest

from claims import filters
from claims.models import ClaimTopic
from factbase.api import views as api_views
from factbase.statements import Kept
from sources.models import Source
from tests.factories import (
    ClaimFactory,
    SourceFactory,
    SpeakerFactory,
    TopicFactory,
    TranslationFactory,
    published_claim,
)

pytestmark = pytest.mark.django_db
CLAIMS = "/api/v1/claims/"


def ranked(api, query="q=wall&ordering=relevance"):
    """Texts of all pages."""
    url, texts = f"{CLAIMS}?{query}", []
    while url:
        body = api.get(url).json()
        texts += [row["text"] for row in body["results"]]
        url = body["next"]
    return texts


def test_text_before_translations_and_quotes_before_names_and_topics_before_sources(api):
    bare = {"quote": "x"}
    published_claim(text="source", quote="x", source=SourceFactory(title="The wall"))
    ClaimTopic.objects.create(claim=published_claim(text="topic", **bare), topic=TopicFactory(name="Wall"))
    published_claim(text="name", speaker=SpeakerFactory(name="Ann Wall"), **bare)
    published_claim(text="alias", speaker=SpeakerFactory(aliases=["Wall"]), **bare)
    published_claim(text="quote", quote="wall")
    TranslationFactory(claim=published_claim(text="translation", **bare), language="en", text="A wall")
    published_claim(text="wall", **bare)
    texts = ranked(api)
    assert [texts[0], set(texts[1:3]), set(texts[3:6]), texts[6]] == [
        "wall",
        {"quote", "translation"},
        {"topic", "name", "alias"},
        "source",
    ]


@pytest.fixture
def five(db, monkeypatch):
    monkeypatch.setattr(filters, "RANKED", 3)
    monkeypatch.setattr(api_views, "public_lists", Kept(10))  # Not those of another test, with another RANKED.
    for year in (2010, 2011, 2012, 2013, 2014):
        # The older, the more it is about the wall.
        published_claim(
            text=f"{year} " + "wall " * (2015 - year), quote="x", stated=f"{year}-01-01", stated_basis="printed"
        )


def years(texts):
    return [int(text[:4]) for text in texts]


def test_the_newest_alone_are_ranked_and_the_answer_says_so(api, five):
    body = api.get(f"{CLAIMS}?q=wall&ordering=relevance&count=exact").json()
    assert years(row["text"] for row in body["results"]) == [2012, 2013, 2014]
    assert body["applied"]["ranked"] == "the newest 3 matches"
    assert body["count"] == 3
    by_date = api.get(f"{CLAIMS}?q=wall").json()
    assert "ranked" not in by_date["applied"]
    assert years(row["text"] for row in by_date["results"]) == [2014, 2013, 2012, 2011, 2010]


def test_of_those_under_the_other_parameters(api, five):
    assert years(ranked(api, "q=wall&ordering=relevance&stated_before=2012-12")) == [2010, 2011, 2012]


def test_pages_go_on_both_ways(api, five):
    assert years(ranked(api, "q=wall&ordering=relevance&page_size=1")) == [2012, 2013, 2014]
    first = api.get(f"{CLAIMS}?q=wall&ordering=relevance&page_size=2").json()
    second = api.get(first["next"]).json()
    assert years(row["text"] for row in second["results"]) == [2014]
    back = api.get(second["previous"]).json()
    assert [row["id"] for row in back["results"]] == [row["id"] for row in first["results"]]


def test_alike_ones_are_all_there_once(api):
    made = [published_claim(text="wall", quote="x") for _ in range(7)]
    url, ids = f"{CLAIMS}?q=wall&ordering=relevance&page_size=2", []
    while url:
        body = api.get(url).json()
        ids += [row["id"] for row in body["results"]]
        url = body["next"]
    assert sorted(ids) == sorted(str(claim.pk) for claim in made)


def test_an_export_ranks_them_all(api, five):
    lines = b"".join(api.get("/api/v1/claims.ndjson?q=wall&ordering=relevance").streaming_content).splitlines()
    assert len(lines) == 5
    assert b'"2010 ' in lines[0]


def test_drafts_take_no_place(api, five):
    for _ in range(3):
        ClaimFactory(text="wall", stated="2020-01-01", stated_basis="printed")
    assert years(ranked(api)) == [2012, 2013, 2014]


class TestSourceTitles:
    def test_in_its_own_language(self, api):
        published_claim(text="it", quote="x", source=SourceFactory(title="Las deportaciones", language="es"))
        assert ranked(api, "q=deportacion") == ["it"]

    def test_renamed(self, api):
        source = SourceFactory(title="The wall")
        published_claim(text="it", quote="x", source=source)
        published_claim(text="other", quote="x")
        source.title = "The fence"
        source.save()
        assert (ranked(api, "q=wall"), ranked(api, "q=fence")) == ([], ["it"])
        Source.objects.filter(pk=source.pk).update(title="Las vallas", language="es")
        assert (ranked(api, "q=fence"), ranked(api, "q=valla")) == ([], ["it"])

    def test_cited_elsewhere_instead(self, api):
        claim = published_claim(text="it", quote="x", source=SourceFactory(title="The wall"))
        claim.citations.update(source=SourceFactory(title="The fence"))
        assert (ranked(api, "q=wall"), ranked(api, "q=fence")) == ([], ["it"])

    def test_cited_twice_it_counts_once(self, api):
        from tests.factories import CitationFactory

        source = SourceFactory(title="The wall")
        claim = published_claim(text="it", quote="x", source=source)
        before = claim.search.vector
        CitationFactory(claim=claim, source=source, quote="x", position=1)
        claim.search.refresh_from_db()
        assert before.count("wall") == claim.search.vector.count("wall") == 1
        assert claim.search.vector.count("D") == before.count("D")
