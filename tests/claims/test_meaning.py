"""What a number means, in words: of a saved one on its page, of a typed one by a question to the database."""

from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import translation

from claims.admin.meaning import in_words, written
from claims.models import Claim
from tests.factbase.test_admin import desk, url
from tests.factories import QuantityFactory, UserFactory

__all__ = ["desk"]
pytestmark = pytest.mark.django_db
ADDRESS = "admin:claims_quantity_meaning"


def ask(client, **typed):
    return client.get(reverse(ADDRESS), {"comparator": "equal", "upper": "", "significant_figures": "2"} | typed)


@pytest.mark.parametrize(
    ("comparator", "value", "upper", "figures", "words"),
    [
        ("more_than", "3200000", "", "2", "above 3,200,000 and below 3,300,000; … more than 3,200,000."),
        ("at_least", "3200000", "", "2", "from 3,200,000 up to, not including, 3,300,000; … 3,200,000 or more."),
        ("less_than", "200", "", "1", "above 100 and below 200; … less than 200."),
        ("at_most", "200", "", "1", "above 100, up to 200; … 200 or less."),
        ("about", "6000000", "", "1", "from 5,500,000 up to, not including, 6,500,000; … just that."),
        ("nearly", "2.5", "", "2", "from 2.45 up to, not including, 2.5; … just that."),
        ("between", "2000000", "3000000", "1", "from 2,000,000 up to 3,000,000; … just that."),
        ("between", "5", "5", "1", "exactly 5; … just that."),
        ("order", "1000", "", "1", "from 1,000 up to, not including, 10,000; … 1,000 or more."),
        ("equal", "859501", "", "6", "from 859,500.5 up to, not including, 859,501.5; … just that."),
    ],
)
def test_typed_and_saved_are_said_alike(desk, comparator, value, upper, figures, words):
    expected = f"Read as {words}".replace("…", "commits the speaker to")
    answer = ask(desk, comparator=comparator, value=value, upper=upper, significant_figures=figures)
    assert answer.json() == {"words": expected}
    given = {"comparator": comparator, "value": value, "upper": upper or None, "significant_figures": figures}
    quantity = QuantityFactory(**given)
    quantity.refresh_from_db()
    assert in_words(quantity.bounds, quantity.entails) == expected
    assert expected in desk.get(url(Claim, "change", quantity.claim.pk)).content.decode(), "without JavaScript"


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        pytest.param({"value": "3,2"}, "Enter a number.", id="comma"),
        pytest.param({"value": "NaN"}, "Enter a number.", id="NaN"),
        pytest.param({"value": "1e400"}, "digits", id="huge"),
        pytest.param({"value": "1" * 25}, "24 digits", id="25 digits"),
        pytest.param({"value": "1", "significant_figures": "0"}, "greater than or equal to 1", id="no figures"),
        pytest.param({"value": "1", "significant_figures": "99"}, "Significant figures are 1 to 24", id="99 figures"),
        pytest.param({"value": "1", "comparator": "between"}, "between needs the upper number", id="no upper"),
        pytest.param({"value": "2", "upper": "1", "comparator": "between"}, "below the value", id="swapped"),
        pytest.param({"value": "0", "comparator": "order"}, "above 0", id="order of nothing"),
        pytest.param({"value": "1", "comparator": "perhaps"}, "perhaps is not one of", id="comparator"),
    ],
)
def test_what_is_wrong_is_said_as_at_the_save(desk, typed, says):
    answer = ask(desk, **typed)
    assert answer.status_code == 200
    assert says in " ".join(answer.json()["errors"])


@pytest.mark.parametrize("typed", [{"value": ""}, {}, {"value": "3", "significant_figures": " "}])
def test_nothing_is_said_of_empty_boxes(desk, typed):
    assert ask(desk, **typed).json() == {}


def test_the_page_has_a_place_that_is_read_aloud_in_new_rows_too(desk):
    page = desk.get(url(Claim, "add")).content.decode()
    assert f'data-number-meaning="{reverse(ADDRESS)}"' in page
    assert 'aria-live="polite"' in page
    assert "Said here in words once" in page
    assert "claims/meaning.js" in page


def test_numbers_are_written_as_the_language_does():
    with translation.override("es"):
        assert written(Decimal("3200000.50")).endswith(",5")
    assert written(Decimal("3200000.50")) == "3,200,000.5"


def test_it_answers_accounts_alone(client):
    assert ask(client, value="1").status_code == 302
    client.force_login(UserFactory(is_staff=True))
    assert ask(client, value="1").status_code == 403
