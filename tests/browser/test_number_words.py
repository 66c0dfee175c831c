"""Typing a number's words fills the boxes of its row, and leaves alone what a curator typed."""

import pytest
from playwright.sync_api import expect

from tests.browser.desk import add_row, box, fill
from tests.factories import QuantityFactory

pytestmark = pytest.mark.django_db(transaction=True)


def test_words_fill_the_boxes_but_never_what_was_typed(sign_in):
    page = sign_in("edna")
    page.goto("/admin/claims/claim/add/")
    fill(page, text="For every arrest, at least three more migrants may come.", language="en")
    add_row(page, "quantities")
    box(page, "quantities-0-as_written").press_sequentially("at least three more")
    expect(box(page, "quantities-0-value")).to_have_value("3")
    for name, value in {
        "comparator": "at_least",
        "significant_figures": "1",
        "unit": "migrants",
        "per": "arrest",
    }.items():
        expect(box(page, f"quantities-0-{name}")).to_have_value(value)

    # A box changed by hand is the curator's; the others follow the words.
    fill(page, quantities__0__unit="people")
    fill(page, quantities__0__as_written="nearly 40 migrants")
    expect(box(page, "quantities-0-value")).to_have_value("40")
    expect(box(page, "quantities-0-comparator")).to_have_value("nearly")
    expect(box(page, "quantities-0-unit")).to_have_value("people")

    fill(page, quantities__0__comparator="about", quantities__0__as_written="over 50 migrants")
    expect(box(page, "quantities-0-value")).to_have_value("50")
    expect(box(page, "quantities-0-comparator")).to_have_value("about")

    fill(page, quantities__0__as_written="Title 42")
    expect(page.locator("[data-reading-error]")).to_contain_text("it is the number of an item")
    expect(box(page, "quantities-0-value")).to_have_value("50")


def test_a_saved_number_keeps_its_values(sign_in):
    quantity = QuantityFactory(comparator="about", unit="", value=7)
    page = sign_in("edna")
    page.goto(f"/admin/claims/claim/{quantity.claim_id}/change/")
    fill(page, quantities__0__as_written="more than 3.2 million detentions")
    expect(box(page, "quantities-0-unit")).to_have_value("detentions")
    expect(box(page, "quantities-0-value")).to_have_value("7")
    expect(box(page, "quantities-0-comparator")).to_have_value("about")
