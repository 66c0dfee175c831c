"""An answer says what its list was narrowed and sorted by, asked for or not."""

import pytest

from factbase.models import Redirect
from tests.factories import SpeakerFactory, TopicFactory, UserFactory, published_claim

pytestmark = pytest.mark.django_db
API = "/api/v1/"
PUBLIC = {"visible": "public", "status": ["published"], "embargo": "ended", "ordering": "-stated", "page_size": 25}


def applied(api, query="claims/"):
    return api.get(API + query).json()["applied"]


def test_what_nobody_asked_for_is_said_too(api):
    assert applied(api) == PUBLIC


@pytest.mark.parametrize(
    ("query", "said"),
    [
        pytest.param("kind=fact&kind=promise", {"kind": ["fact", "promise"]}, id="any-of"),
        pytest.param("q=detentions&ordering=relevance", {"q": "detentions", "ordering": "relevance"}, id="words"),
        pytest.param("value=3201144.50", {"value": "3201144.50"}, id="number"),
        pytest.param("stated_after=2017-02", {"stated_after": "2017-02-01"}, id="first-day"),
        pytest.param("stated_before=2017-02", {"stated_before": "2017-02-28"}, id="last-day"),
        pytest.param("has_review=false", {"has_review": False}, id="yes-no"),
        pytest.param("page_size=3", {"page_size": 3}, id="page-size"),
        pytest.param("status=published", {"status": ["published"]}, id="implied-and-asked"),
    ],
)
def test_each_filter_as_it_was_understood(api, query, said):
    assert applied(api, f"claims/?{query}") == PUBLIC | said


def test_records_by_the_slug_that_was_asked(api):
    speaker = published_claim(speaker=SpeakerFactory(name="Ana")).claimants.get().speaker
    Redirect.objects.create(kind="speaker", key="old-ana", target=speaker.pk)
    assert applied(api, "claims/?speaker=ana&speaker=old-ana")["speaker"] == ["ana", "old-ana"]


def test_what_an_account_sees(api, editor):
    for user, visible in ((UserFactory(), "public_and_own"), (editor, "all")):
        api.force_authenticate(user)
        assert applied(api) == {"visible": visible, "ordering": "-stated", "page_size": 25}
        assert applied(api, "claims/?status=draft")["status"] == ["draft"]


@pytest.mark.parametrize("name", ["speakers", "topics", "indicators", "propositions", "sources", "publishers"])
def test_every_list_says_it(api, name):
    said = applied(api, f"{name}/?page_size=7")
    assert said == {"visible": "public", "ordering": "-created_at" if name == "sources" else "slug", "page_size": 7}


def test_it_is_the_same_on_every_page(api):
    for _ in range(3):
        published_claim()
    first = api.get(f"{API}claims/?page_size=1&kind=statistic&ordering=created_at").json()
    second = api.get(first["next"]).json()
    assert (
        first["applied"]
        == second["applied"]
        == PUBLIC
        | {
            "kind": ["statistic"],
            "ordering": "created_at",
            "page_size": 1,
        }
    )
    assert api.get(second["previous"]).json()["applied"] == first["applied"]


def test_the_unknown_is_still_an_error(api):
    TopicFactory()
    assert api.get(f"{API}claims/?topc=migration").status_code == 400


def test_the_documents_tell_of_it(api):
    schema = api.get(f"{API}schema/").json()
    page = schema["components"]["schemas"]["PaginatedClaimList"]
    assert "applied" in page["required"]
    assert set(page["properties"]["applied"]["required"]) == {"visible", "ordering", "page_size"}
