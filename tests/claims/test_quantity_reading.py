"""Words of a number, typed on the claim's page, are read and fill in its boxes."""

import re
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

import claims.quantities
from claims.admin.reading import REASONS
from tests.factories import ClaimFactory, UserFactory

pytestmark = pytest.mark.django_db


def ask(client, **typed):
    return client.post(reverse("admin:claims_quantity_reading"), {"language": "en"} | typed)


@pytest.fixture
def desk(client, editor):
    client.force_login(editor)
    return client


def test_the_words_fill_the_boxes(desk):
    answer = ask(desk, as_written="between 2 and 3.5 million detentions")
    assert answer.json() == {
        "fields": {
            "comparator": "between",
            "value": "2000000",
            "upper": "3500000",
            "significant_figures": "2",
            "unit": "detentions",
            "per": "",
        }
    }


def test_the_claims_text_tells_unit_and_denominator(desk):
    text = "For every arrest, at least three more migrants may reach their destination."
    fields = ask(desk, as_written="at least three more", text=text).json()["fields"]
    assert (fields["value"], fields["unit"], fields["per"]) == ("3", "migrants", "arrest")
    # The words typed are read, not longer words around them.
    assert ask(desk, as_written="three", text=text).json()["fields"]["comparator"] == "equal"


def test_the_language_tells_the_decimal_sign(desk):
    assert ask(desk, as_written="3.200", language="es").json()["fields"]["value"] == "3200"
    assert ask(desk, as_written="3.200").json()["fields"]["value"] == "3.2"


@pytest.mark.parametrize(
    ("typed", "error"),
    [
        pytest.param(
            {"as_written": "Title 42"}, "“42” is not read as a number: it is the number of an item", id="label"
        ),
        pytest.param({"as_written": "a lot"}, "“a lot” holds no number that can be read", id="none"),
        pytest.param({"as_written": "3 dogs, 4 cats"}, "These are 2 numbers", id="several"),
        pytest.param({"as_written": "300", "language": "fr"}, "these languages: en, es", id="language"),
        pytest.param({"as_written": ""}, "required", id="empty"),
        pytest.param({"as_written": "5" * 301}, "at most 300", id="too long"),
        pytest.param({"as_written": "5", "text": "5 " * 20_000}, "at most 20000", id="text too long"),
        pytest.param({"as_written": "\x00 5"}, "Null characters", id="null"),
    ],
)
def test_what_cannot_be_read_is_said(desk, typed, error):
    answer = ask(desk, **typed)
    assert answer.status_code == 200
    assert error in answer.json()["error"]


def test_only_curators_ask_and_only_with_a_token(client, editor):
    assert ask(client, as_written="5").status_code == 302  # to the sign-in
    client.force_login(UserFactory(is_staff=True))
    assert ask(client, as_written="5").status_code == 403
    careful = Client(enforce_csrf_checks=True)
    careful.force_login(editor)
    assert ask(careful, as_written="5").status_code == 403
    client.force_login(editor)
    assert client.get(reverse("admin:claims_quantity_reading")).status_code == 405


def test_the_claims_page_has_the_script_and_where_to_ask(desk):
    for address in (
        reverse("admin:claims_claim_change", args=[ClaimFactory().pk]),
        reverse("admin:claims_claim_add"),
        reverse("admin:claims_quantity_add"),
    ):
        page = desk.get(address).content.decode()
        assert "claims/quantity_reading.js" in page
        assert f'data-reading-url="{reverse("admin:claims_quantity_reading")}"' in page


def test_every_reason_can_be_translated():
    said = set()
    for file in Path(claims.quantities.__file__).parent.glob("*.py"):
        said |= set(re.findall(r'"((?:it is|they are|its digits|it has) [^"]+)"', file.read_text(encoding="utf-8")))
    assert said == set(REASONS)
