"""?highlight=true: the words that were asked for, marked in what is otherwise escaped."""

import html
import re

import pytest
from django.db import connection
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.models import Citation, Claim
from tests.factories import CitationFactory, ClaimFactory, UserFactory, published_claim

pytestmark = pytest.mark.django_db
CLAIMS = "/api/v1/claims/"


@pytest.fixture
def marked(api):
    """The one claim found, with its words marked."""

    def ask(q, **parameters):
        answer = api.get(CLAIMS, {"q": q, "highlight": "true", **parameters})
        assert answer.status_code == 200, answer.json()
        [found] = answer.json()["results"]
        return found["highlight"]

    return ask


@pytest.mark.parametrize(
    ("language", "text", "q", "expected"),
    [
        pytest.param("en", "The detention centre", "detentions", "The <mark>detention</mark> centre", id="stem"),
        pytest.param("es", "Las detenciones", "detencion", "Las <mark>detenciones</mark>", id="Spanish stem"),
        pytest.param("es", "La deportación", "deportaciones", "La <mark>deportación</mark>", id="accent kept"),
        pytest.param("es", "El año de López", "lopez ano", "El <mark>año</mark> de <mark>López</mark>", id="ñ"),
        pytest.param("en", "López said", "lopez", "<mark>López</mark> said", id="accent in English"),
        pytest.param("en", "They never pay", '"never pay"', "They <mark>never</mark> <mark>pay</mark>", id="phrase"),
        pytest.param("en", "A wall, no fence", "wall -border", "A <mark>wall</mark>, no fence", id="not"),
        pytest.param("en", "A wall", "fence or wall", "A <mark>wall</mark>", id="or"),
        pytest.param("en", "US-Mexico talks", "mexico", "US-<mark>Mexico</mark> talks", id="within a hyphen"),
        pytest.param("en", "He said 3.2 million", "3.2", "He said <mark>3.2</mark> million", id="number"),
        pytest.param(
            "en", "See http://a.example/b?c=1&d=2 wall", "wall", "See http://a.example/b?c=1&amp;d=2 <mark>wall</mark>",
            id="address",
        ),
        pytest.param(
            "en", "<mark>wall</mark>", "wall", "&lt;mark&gt;<mark>wall</mark>&lt;/mark&gt;", id="a mark in the text"
        ),
        pytest.param(
            "en",
            "<script>alert('x')</script> & \"wall\"",
            "wall",
            "&lt;script&gt;alert(&#x27;x&#x27;)&lt;/script&gt; &amp; &quot;<mark>wall</mark>&quot;",
            id="a script in the text",
        ),
        pytest.param(
            "en", "wall <img alt=wall>", "wall", "<mark>wall</mark> &lt;img alt=wall&gt;", id="a tag"
        ),
    ],
)  # fmt: skip
def test_words_are_marked_and_all_else_is_escaped(marked, language, text, q, expected):
    published_claim(text=text, language=language, quote="-")
    assert marked(q) == {"text": expected, "quotes": ["-"]}


def test_quotes_in_their_order_and_own_language(marked):
    claim = published_claim(text="The wall", quote="A <b> wall")
    CitationFactory(claim=claim, quote="Los muros", language="es", position=1)
    CitationFactory(claim=claim, quote="", locator="row 3", position=2)
    assert marked("muro or wall") == {
        "text": "The <mark>wall</mark>",
        "quotes": ["A &lt;b&gt; <mark>wall</mark>", "Los <mark>muros</mark>", ""],
    }


def test_words_asked_for_are_never_repeated_bare(marked):
    published_claim(text="The wall", quote="x")
    assert marked('wall or "<script>alert(1)</script>"')["text"] == "The <mark>wall</mark>"


def test_found_by_a_name_nothing_is_marked(marked):
    from tests.factories import SpeakerFactory

    published_claim(text="The wall", quote="x", speaker=SpeakerFactory(name="Kate Doe"))
    assert marked("kate")["text"] == "The wall"


def test_only_where_it_is_asked_for(api):
    claim = published_claim(text="The wall")
    for query in ("?q=wall", "?q=wall&highlight=false", ""):
        [found] = api.get(CLAIMS + query).json()["results"]
        assert "highlight" not in found
    assert "highlight" not in api.get(f"{CLAIMS}{claim.pk}/").json()
    assert api.get(f"{CLAIMS}?q=wall&highlight=true").json()["applied"]["highlight"] is True


@pytest.mark.parametrize(
    ("query", "remedy"),
    [
        pytest.param("highlight=true", "It marks the words in `q`: give that too.", id="without q"),
        pytest.param("q=wall&highlight=yes", "'yes' is not known here: choose true, false.", id="another word"),
        pytest.param("q=wall&highlight=true&highlight=true", "Given 2 times: give it once.", id="twice"),
    ],
)
def test_what_cannot_be(api, query, remedy):
    answer = api.get(f"{CLAIMS}?{query}")
    assert answer.status_code == 400
    assert answer.json()["errors"] == [
        {"code": answer.json()["errors"][0]["code"], "detail": remedy, "attr": "highlight"}
    ]


def test_exports(api):
    published_claim(text="The wall", quote="x")
    refused = api.get("/api/v1/claims.csv?q=wall&highlight=true")
    assert refused.status_code == 400
    assert refused.json()["errors"][0]["attr"] == "highlight"
    lines = b"".join(api.get("/api/v1/claims.ndjson?q=wall&highlight=true").streaming_content)
    assert b"The <mark>wall</mark>" in lines


def test_each_asker_gets_the_words_asked_for(api):
    """The statement is kept, the words are not."""
    published_claim(text="The wall and the fence", quote="x")
    for user in (None, UserFactory(), UserFactory(is_superuser=True)):
        api.force_authenticate(user)
        for word in ("wall", "fence"):
            [found] = api.get(f"{CLAIMS}?q={word}&highlight=true").json()["results"]
            assert re.findall("<mark>(.*?)</mark>", found["highlight"]["text"]) == [word]


def test_nothing_of_a_draft(api):
    draft = ClaimFactory(text="The wall")
    CitationFactory(claim=draft, quote="wall")
    published_claim(text="A wall", quote="x")
    assert [each["highlight"] for each in api.get(f"{CLAIMS}?q=wall&highlight=true").json()["results"]] == [
        {"text": "A <mark>wall</mark>", "quotes": ["x"]}
    ]
    assert Claim.objects.count() == Citation.objects.count() == 2


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\0"), max_size=60) | st.sampled_from(
    ["http://a.b/c", "US-Mexico", "a@b.co", "/usr/lib", "x.y.z/?q=1&r=2", "F-16-b", "&amp; <a href='x'>", "1.2.3e-5"]
))  # fmt: skip
def test_nothing_is_lost_or_added(words):
    with connection.cursor() as cursor:
        cursor.execute("SELECT claims_highlight('en', %s, claims_any_word('wall mexico b'))", [words])
        [answer] = cursor.fetchone()
    bare = re.sub("</?mark>", "", answer)
    assert not re.search("[<>\"']", bare)
    assert html.unescape(bare) == html.unescape(html.escape(words))
