"""Paging by key: every claim once, both ways, whatever its date."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.factories import published_claim

pytestmark = pytest.mark.django_db
CLAIMS = "/api/v1/claims/"


def walk(api, url, direction="next"):
    """Ids of all pages from `url` on, page by page."""
    pages = []
    while url:
        body = api.get(url).json()
        pages.append([claim["id"] for claim in body["results"]])
        url = body[direction]
    return pages


@pytest.fixture
def dated():
    """Seven claims: three of one day, two of a month, two undated."""
    stated = ["2017-02-23", "2017-02-23", "2017-02-23", "2018-12", "2018-12", None, None]
    return [
        published_claim(stated=day, stated_basis="printed" if day else "", text=f"Claim {number}")
        for number, day in enumerate(stated)
    ]


@pytest.mark.parametrize("ordering", ["-stated", "stated", "-created_at", "created_at"])
@pytest.mark.parametrize("size", [1, 2, 3, 100])
def test_every_claim_once(api, dated, ordering, size):
    pages = walk(api, f"{CLAIMS}?ordering={ordering}&page_size={size}")
    ids = [pk for page in pages for pk in page]
    assert sorted(ids) == sorted(str(claim.pk) for claim in dated)
    assert all(len(page) == size for page in pages[:-1])


def test_one_date_shared_by_many(api):
    claims = {str(published_claim(stated="2017-02-23", stated_basis="printed").pk) for _ in range(60)}
    pages = walk(api, f"{CLAIMS}?page_size=25")
    assert [len(page) for page in pages] == [25, 25, 10]
    assert {pk for page in pages for pk in page} == claims


@pytest.mark.parametrize("ordering", ["-stated", "stated"])
def test_undated_come_last(api, dated, ordering):
    ids = [pk for page in walk(api, f"{CLAIMS}?ordering={ordering}&page_size=2") for pk in page]
    assert set(ids[-2:]) == {str(claim.pk) for claim in dated[-2:]}


def test_back_is_where_one_came_from(api, dated):
    first = api.get(f"{CLAIMS}?page_size=3").json()
    second = api.get(first["next"]).json()
    assert first["previous"] is None
    assert api.get(second["previous"]).json()["results"] == first["results"]
    assert api.get(api.get(second["previous"]).json()["next"]).json()["results"] == second["results"]


def test_a_claim_that_comes_meanwhile_shifts_nothing(api, dated):
    first = api.get(f"{CLAIMS}?page_size=3&ordering=created_at").json()
    expected = api.get(first["next"]).json()["results"]
    dated[0].delete()
    assert api.get(first["next"]).json()["results"] == expected


def test_count_only_when_asked(api, dated):
    assert "count" not in api.get(CLAIMS).json()
    assert api.get(f"{CLAIMS}?count=exact&page_size=2").json()["count"] == 7


@pytest.mark.parametrize(
    ("query", "attr"),
    [
        pytest.param("page_size=abc", "page_size", id="size-word"),
        pytest.param("page_size=0", "page_size", id="size-zero"),
        pytest.param("page_size=101", "page_size", id="size-too-large"),
        pytest.param("page_size=-5", "page_size", id="size-negative"),
        pytest.param("page_size=", "page_size", id="size-empty"),
        pytest.param("page_size=²", "page_size", id="size-superscript"),
        pytest.param("cursor=nonsense", "cursor", id="cursor-nonsense"),
        pytest.param("cursor=", "cursor", id="cursor-empty"),
        pytest.param("count=maybe", "count", id="count-word"),
        pytest.param("ordering=random", "ordering", id="ordering-unknown"),
        pytest.param("ordering=relevance", "ordering", id="relevance-without-q"),
    ],
)
def test_bad_paging_is_a_400_that_names_it(api, query, attr):
    answer = api.get(f"{CLAIMS}?{query}")
    assert answer.status_code == 400
    assert [error["attr"] for error in answer.json()["errors"]] == [attr]


def test_cursor_is_bound_to_its_filters(api, dated):
    next_url = api.get(f"{CLAIMS}?page_size=2").json()["next"]
    answer = api.get(next_url + "&kind=fact")
    assert answer.status_code == 400
    assert "other filters" in answer.json()["errors"][0]["detail"]


def test_cursor_cannot_be_tampered_with(api, dated):
    next_url = api.get(f"{CLAIMS}?page_size=2").json()["next"]
    assert api.get(next_url[:-3] + "AAA").status_code == 400


@settings(max_examples=20, deadline=None)
@given(size=st.integers(min_value=1, max_value=100))
def test_page_sizes_within_the_limits_answer(size):
    from rest_framework.test import APIClient

    assert APIClient().get(f"{CLAIMS}?page_size={size}").status_code == 200


def test_relevance_ranks_the_text_above_a_quote(api):
    in_quote = published_claim(text="Something else.", quote="He spoke of caravans.")
    in_text = published_claim(text="Caravans grew.", quote="They grew.")
    ids = [claim["id"] for claim in api.get(f"{CLAIMS}?q=caravans&ordering=relevance").json()["results"]]
    assert ids == [str(in_text.pk), str(in_quote.pk)]
    pages = walk(api, f"{CLAIMS}?q=caravans&ordering=relevance&page_size=1")
    assert [pk for page in pages for pk in page] == ids
