"""?figure=: a number as somebody wrote it finds those that lie where it may lie."""

import pytest

from tests.factories import ClaimFactory, QuantityFactory, published_claim

pytestmark = pytest.mark.django_db
CLAIMS = "/api/v1/claims/"


@pytest.fixture
def found(api):
    def ask(figure, **parameters):
        answer = api.get(CLAIMS, {"figure": figure, **parameters})
        assert answer.status_code == 200, answer.json()
        return {row["text"] for row in answer.json()["results"]}

    return ask


@pytest.fixture
def numbers(db):
    """Claims, each with one number."""
    for text, number in {
        "more than 3.2 million": {"value": "3200000", "comparator": "more_than", "significant_figures": 2},
        "3,201,144": {"value": "3201144", "comparator": "equal", "significant_figures": 7},
        "2.7 million": {"value": "2700000", "comparator": "equal", "significant_figures": 2},
        "between 2 and 3 million": {"value": "2000000", "upper": "3000000", "comparator": "between"},
        "thousands": {"value": "1000", "comparator": "order", "significant_figures": 1},
        "4,210": {"value": "4210", "comparator": "equal", "significant_figures": 4},
        "12 percent": {"value": "12", "comparator": "equal", "significant_figures": 2, "unit": "percent"},
    }.items():
        QuantityFactory(claim=published_claim(text=text), as_written=text, **number)


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        pytest.param("more than 3.2 million", {"more than 3.2 million", "3,201,144"}, id="English"),
        pytest.param("3,2 millones", {"more than 3.2 million", "3,201,144"}, id="Spanish"),
        pytest.param("más de 3.2 millones de detenciones", {"more than 3.2 million", "3,201,144"}, id="a unit"),
        pytest.param("mas de 3.2 millones", {"more than 3.2 million", "3,201,144"}, id="accent missing"),
        pytest.param("3,201,144", {"more than 3.2 million", "3,201,144"}, id="digits"),
        pytest.param("3.201.144", {"more than 3.2 million", "3,201,144"}, id="digits, points"),
        pytest.param("less than 3.2 million", set(), id="below"),
        pytest.param("fewer than 3 million", {"2.7 million", "between 2 and 3 million"}, id="one figure"),
        pytest.param("casi 3 millones", {"2.7 million", "between 2 and 3 million"}, id="nearly, in Spanish"),
        pytest.param("between 2.6 and 2.8 million", {"2.7 million", "between 2 and 3 million"}, id="range"),
        pytest.param("4,200", {"4,210"}, id="an order is too loose for a number"),
        pytest.param("thousands of people", {"thousands", "4,210"}, id="an order"),
        pytest.param("miles de personas", {"thousands", "4,210"}, id="an order, in Spanish"),
        pytest.param("12 per cent", {"12 percent"}, id="percent"),
        pytest.param("twelve", {"12 percent"}, id="word"),
        pytest.param("three million two hundred thousand", {"more than 3.2 million", "3,201,144"}, id="words"),
    ],
)  # fmt: skip
def test_bounds_overlap(found, numbers, figure, expected):
    assert found(figure) == expected


def test_for_the_same_number_as_the_other_parameters(found):
    claim = published_claim(text="it")
    QuantityFactory(claim=claim, unit="arrests")
    QuantityFactory(claim=claim, value="5", significant_figures=1, unit="percent")
    assert found("more than 3.2 million", unit="arrests") == {"it"}
    assert found("more than 3.2 million", unit="percent") == set()


@pytest.mark.parametrize(
    ("figure", "read"),
    [
        pytest.param(
            "More than 3.2 million detentions",
            {
                "as_written": "More than 3.2 million",
                "comparator": "more_than",
                "value": "3200000",
                "upper": None,
                "significant_figures": 2,
                "lower_bound": "3200000",
                "upper_bound": "3300000",
                "unit_not_asked": "detentions",
            },
            id="English",
        ),
        pytest.param(
            "3,2 millones",
            {
                "as_written": "3,2 millones",
                "comparator": "equal",
                "value": "3200000",
                "upper": None,
                "significant_figures": 2,
                "lower_bound": "3150000",
                "upper_bound": "3250000",
            },
            id="Spanish",
        ),
    ],
)
def test_the_answer_says_how_it_was_read(api, figure, read):
    assert api.get(CLAIMS, {"figure": figure}).json()["applied"]["figure"] == read


@pytest.mark.parametrize(
    ("figure", "reason"),
    [
        pytest.param("detentions", "'detentions' holds no number that can be read", id="no number"),
        pytest.param("2 million and 3 million", "holds 2 numbers ('2 million', '3 million')", id="two numbers"),
        pytest.param("Title 42", "'42' stands there, but", id="no quantity"),
        pytest.param("página 42", "'42' stands there, but", id="no quantity, in Spanish"),
        pytest.param("NaN", "'NaN' holds no number", id="NaN"),
        pytest.param("1e400", "'1e400' is no quantity", id="1e400"),
        pytest.param("9" * 40, "is no quantity", id="40 digits"),
        pytest.param("3.200", "'3.200' is 3.2 in English and 3200 in Spanish", id="either language"),
        pytest.param("10^400", "holds 2 numbers", id="10^400"),
        pytest.param("\0", "NUL", id="NUL"),
        pytest.param("  ", "It is empty", id="blank"),
        pytest.param("3" * 1001, "1000 at most", id="too long"),
    ],
)
def test_what_cannot_be_read(api, figure, reason):
    answer = api.get(CLAIMS, {"figure": figure})
    assert answer.status_code == 400
    [error] = answer.json()["errors"]
    assert error["attr"] == "figure"
    assert reason in error["detail"]


def test_a_draft_is_not_found(found):
    QuantityFactory(claim=ClaimFactory())
    assert found("more than 3.2 million") == set()
