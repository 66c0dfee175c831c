"""Hands that have no mouse, and hands that click twice."""

from django.contrib.admin.models import LogEntry
from playwright.sync_api import Page, expect

from claims.models import Claim
from tests import factories

from .conftest import PASSWORD
from .desk import CLAIMS, adder, box, claim_of, said, verb

MANY = 150  # presses of Tab: more than a page has places to stop at


def tab_to(page: Page, wanted) -> None:
    """Press Tab until the keyboard is there."""
    expect(wanted).to_be_visible()
    for _ in range(MANY):
        if wanted.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab does not lead to {wanted}.")


def press(page: Page, wanted) -> None:
    tab_to(page, wanted)
    page.keyboard.press("Enter")


def test_a_claim_is_written_and_submitted_without_a_mouse(open_page, accounts):
    speaker = factories.SpeakerFactory(name="Ana Ruiz")
    page = open_page()
    page.goto("/admin/")
    for label, words in (("Username", "connie"), ("Password", PASSWORD)):
        tab_to(page, page.get_by_label(label))
        page.keyboard.type(words)
    page.keyboard.press("Enter")

    press(page, page.get_by_role("link", name="Add a claim"))
    tab_to(page, box(page, "text"))
    page.keyboard.type("We will build a wall.")
    for name, words in (("kind", "Promise"), ("wording", "Verbatim"), ("language", "en")):
        tab_to(page, box(page, name))
        page.keyboard.type(words)
    press(page, adder(page, "claimants"))
    tab_to(page, box(page, "claimants-0-basis"))
    page.keyboard.type("Named")
    press(page, page.locator('[name="claimants-0-speaker"] + .select2 [role="combobox"]'))
    page.keyboard.type("Ana")
    expect(page.get_by_role("option", name="Ana Ruiz")).to_be_visible()
    page.keyboard.press("Enter")
    press(page, page.get_by_role("button", name="Save and continue editing"))
    claim = claim_of(page)

    press(page, verb(page, "Submit for review"))
    press(page, page.get_by_role("button", name="Submit for review"))
    said(page, "The claim is in review now.")
    written = Claim.objects.get(pk=claim)
    assert (written.text, written.kind, written.wording) == ("We will build a wall.", "promise", "verbatim")
    assert (written.status, written.claimants.get().speaker) == (Claim.Status.IN_REVIEW, speaker)


def test_a_double_click_on_publish_publishes_once(sign_in, accounts):
    claim = factories.ClaimFactory(status=Claim.Status.IN_REVIEW, submitted_by=accounts["connie"])
    factories.ClaimantFactory(claim=claim)
    factories.CitationFactory(claim=claim)
    page = sign_in("edna")
    page.goto(f"{CLAIMS}{claim.pk}/publish/")
    page.get_by_role("button", name="Publish").dblclick()
    expect(page).to_have_url(f"{page.url.split('/admin')[0]}{CLAIMS}{claim.pk}/change/")
    said(page, "Published by edna")
    assert LogEntry.objects.filter(object_id=claim.pk).count() == 1
    claim.refresh_from_db()
    assert (claim.status, claim.published_by) == (Claim.Status.PUBLISHED, accounts["edna"])
    assert claim.events.count() == 1
