"""Where q finds nothing: spellings near to it that find something, and never a word that only drafts have."""

import pytest
from django.utils import timezone

from claims import search
from claims.models import ClaimTopic
from tests.factories import (
    CitationFactory,
    ClaimantFactory,
    ClaimFactory,
    SpeakerFactory,
    TopicFactory,
    TranslationFactory,
    UserFactory,
    published_claim,
)

pytestmark = pytest.mark.django_db
CLAIMS = "/api/v1/claims/"


@pytest.fixture
def suggested(api):
    def ask(q, **parameters):
        answer = api.get(CLAIMS, {"q": q, **parameters})
        assert answer.status_code == 200, answer.json()
        assert answer.json()["results"] == []
        for other in answer.json()["suggestions"]:
            assert api.get(CLAIMS, {"q": other, **parameters}).json()["results"], other
        return answer.json()["suggestions"]

    return ask


@pytest.mark.parametrize(
    ("make", "q", "first"),
    [
        pytest.param(lambda: published_claim(text="All detentions"), "detenshions", "detentions", id="text"),
        pytest.param(lambda: published_claim(text="x", quote="the caravans"), "carabans", "caravans", id="quote"),
        pytest.param(
            lambda: TranslationFactory(claim=published_claim(text="x"), text="Las remesas"), "remezas", "remesas",
            id="translation",
        ),
        pytest.param(
            lambda: published_claim(text="x", language="es", speaker=SpeakerFactory(name="Andrés López Obrador")),
            "lopez obrdaor", "lopez obrador", id="name",
        ),
        pytest.param(
            lambda: published_claim(text="x", speaker=SpeakerFactory(aliases=["Banxico"])), "banxicco", "banxico",
            id="alias",
        ),
        pytest.param(
            lambda: ClaimTopic.objects.create(claim=published_claim(text="x"), topic=TopicFactory(name="Remittances")),
            "remitances", "remittances", id="topic",
        ),
        pytest.param(lambda: published_claim(text="La deportación"), "deportasion", "deportación", id="accent"),
        pytest.param(
            lambda: published_claim(text="They never pay for walls"), 'wals "never pay" -x', 'walls "never pay" -x',
            id="the rest of the query stays",
        ),
        pytest.param(
            lambda: published_claim(text="Mexican detentions"), "mexiacn detenshions", "mexican detentions", id="both"
        ),
    ],
)  # fmt: skip
def test_near_spellings(suggested, make, q, first):
    make()
    published_claim(text="Something else entirely", quote="else")
    assert suggested(q)[0] == first


def test_none_where_something_is_found_or_no_words_are_asked_for(api):
    published_claim(text="The wall", kind="fact")
    for query in ("?q=wall", "?kind=promise", ""):
        assert "suggestions" not in api.get(CLAIMS + query).json()


@pytest.mark.parametrize("q", ["zzzzqqq", '"detenshions of"', "-detentions", "detentions -accounted", "12345"])
def test_nothing_near(api, q):
    published_claim(text="All detentions")
    answer = api.get(CLAIMS, {"q": q}).json()
    assert answer["results"] == []
    assert answer["suggestions"] == []


def test_under_the_other_parameters(suggested):
    published_claim(text="All detentions", kind="fact", quote="x")
    published_claim(text="A detension", kind="promise", quote="x")
    assert suggested("detenshions", kind="fact") == ["detentions"]
    assert suggested("detenshions", kind="promise") == ["detension"]
    assert suggested("detenshions", kind="promise", ordering="relevance", highlight="true") == ["detension"]
    # The word is known: it is not its spelling that finds nothing.
    assert suggested("detentions", kind="promise") == []


def test_words_of_drafts_are_suggested_to_those_who_see_them(api):
    author = UserFactory()
    hidden = [
        ClaimFactory(text="Secret detentions"),
        ClaimFactory(text="Secret detentions", status="in_review"),
        published_claim(text="Secret detentions", embargo_until=timezone.now() + timezone.timedelta(days=1)),
    ]
    for claim in hidden:
        CitationFactory(claim=claim, quote="detentions", position=5)
        TranslationFactory(claim=claim, text="detentions")
        ClaimantFactory(claim=claim, speaker=SpeakerFactory(name="Detentions"), position=5)
        ClaimTopic.objects.create(claim=claim, topic=TopicFactory(name="Detentions"))
    published_claim(text="Another thing", quote="thing")
    for user, expected in ((None, []), (author, []), (UserFactory(is_superuser=True), ["detentions"])):
        api.force_authenticate(user)
        assert api.get(f"{CLAIMS}?q=detenshions").json()["suggestions"] == expected


def test_work_is_bounded(api, monkeypatch):
    """Texts of the newest claims alone are looked through."""
    monkeypatch.setattr(search, "LOOKED_THROUGH", 1)
    published_claim(text="All detentions", quote="x", stated="2017-01-01", stated_basis="printed")
    published_claim(text="All fences", quote="x", stated="2018-01-01", stated_basis="printed")
    assert api.get(f"{CLAIMS}?q=fencess").json()["suggestions"] == ["fences"]
    assert api.get(f"{CLAIMS}?q=detenshions").json()["suggestions"] == []


def test_beside_the_other_answers(api):
    published_claim(text="All detentions")
    body = api.get(f"{CLAIMS}?q=detenshions&count=exact").json()
    assert (body["count"], body["suggestions"]) == (0, ["detentions"])
    assert b"".join(api.get("/api/v1/claims.ndjson?q=detenshions").streaming_content) == b""
