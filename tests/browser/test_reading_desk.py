"""From a document to a published claim at the reading desk, by mouse and by keyboard; then the document changes."""

import pytest
from playwright.sync_api import expect

from claims.models import Citation, Claim, Dismissal, Quantity
from factbase.dates import format_range, parse_range
from tests import factories
from tests.claims.test_anchors import on

from .desk import CLAIMS, act, box, fill, said

DIRECT = "We counted more than 3.2 million detentions last year"
SELECTED = "The shelters of Tijuana are full"
# An emoji is two units to a browser, a letter with a combining accent two code points to Factbase.
BEFORE = "🚀🚀 Cafe\u0301 de la Mañana 👩‍👩‍👧"
TEXT = f"""{BEFORE}

“{DIRECT},” said Ana Ruiz, the minister. Pedro Gil said that around 300 people had left the city.

{SELECTED}, and e\u0301l 🚀 knows it. Some 40 volunteers work there."""


@pytest.fixture
def source(accounts):
    made = factories.SourceFactory(title="The Daily", language="en", published=parse_range("2023-10-05"))
    factories.SnapshotFactory(source=made, text=TEXT, retrieved_at=on(1))
    factories.SpeakerFactory(name="Ana Ruíz")
    return made


def sit_down(page, source):
    """From the source's own page to the desk."""
    page.goto(f"/admin/sources/source/{source.pk}/change/")
    page.get_by_role("link", name="Read").click()
    expect(page.get_by_role("article", name="Text of the source")).to_be_visible()


def quote(page):
    return page.locator("#desk-panel .desk-quote mark")


def drag_over(page, words):
    """Select words by mouse: press before the first letter, let go after the last."""
    ends = page.evaluate(
        """(words) => {
            const walker = document.createTreeWalker(document.getElementById("desk-text"), NodeFilter.SHOW_TEXT);
            const range = document.createRange();
            while (walker.nextNode()) {
                const at = walker.currentNode.data.indexOf(words);
                if (at === -1) continue;
                walker.currentNode.parentElement.scrollIntoView({ block: "center" });
                range.setStart(walker.currentNode, at);
                range.setEnd(walker.currentNode, at + words.length);
                const boxes = [...range.getClientRects()];
                const [first, last] = [boxes[0], boxes[boxes.length - 1]];
                return [first.left + 1, first.top + first.height / 2, last.right - 1, last.top + last.height / 2];
            }
        }""",
        words,
    )
    page.mouse.move(*ends[:2])
    page.mouse.down()
    page.mouse.move(*ends[2:], steps=10)
    page.mouse.up()


def test_from_a_document_to_a_claim_and_on_when_the_document_changes(sign_in, accounts, source):
    contributor = sign_in("connie")
    sit_down(contributor, source)
    claim = a_proposal_is_accepted(contributor, accounts["connie"], source)
    another_is_corrected(contributor)
    words_are_selected(contributor)
    it_is_published(contributor, sign_in("edna"), claim)
    the_document_changes(sign_in("eddie"), claim, source)


def a_proposal_is_accepted(page, account, source):
    page.get_by_title("Quotation: Ana Ruiz").first.click()
    expect(quote(page)).to_have_text(DIRECT)
    expect(box(page, "stated")).to_have_value("../2023-10-05")
    expect(page.locator('[name="claimant-speaker"] + .select2')).to_contain_text("Ana Ruíz")
    expect(box(page, "quantities-0-value")).to_have_value("3200000")
    page.get_by_role("button", name="Save as a draft").click()
    said(page, "Saved as a draft")
    # It is highlighted at once, and the keyboard is at the next one.
    expect(page.locator("a.mark.citation").filter(has_text="We counted")).to_be_visible()
    expect(page.locator("a.mark:focus")).to_have_text("that ")

    claim = Claim.objects.get()
    citation = claim.citations.get()
    assert (claim.status, claim.created_by, claim.text) == ("draft", account, DIRECT)
    assert (citation.quote, citation.anchor, citation.snapshot.text[citation.start : citation.end]) == (
        DIRECT,
        "exact",
        DIRECT,
    )
    assert claim.claimants.get().speaker.name == "Ana Ruíz"
    assert (claim.quantities.get().value, format_range(claim.stated)) == (3200000, "../2023-10-05")
    return claim


def another_is_corrected(page):
    """A speaker nobody knows is a label; the text is made whole; all by keyboard but the typing."""
    page.keyboard.press("Enter")
    expect(quote(page)).to_have_text("around 300 people had left the city")
    expect(box(page, "claimant-label")).to_have_value("Pedro Gil")
    fill(page, text="Around 300 people had left Tijuana.", wording="edited", quantities__0__as_written="Around 300")
    box(page, "claimant-label").fill("Pedro Gil, a driver")
    box(page, "text").focus()
    page.keyboard.press("Control+Enter")
    said(page, "Saved as a draft")
    claim = Claim.objects.get(text="Around 300 people had left Tijuana.")
    quantity = claim.quantities.get()
    assert (quantity.start, quantity.end, quantity.value, quantity.comparator) == (0, 10, 300, "about")
    assert (claim.claimants.get().basis, claim.claimants.get().label) == ("unnamed", "Pedro Gil, a driver")
    assert claim.citations.get().quote == "around 300 people had left the city"


def words_are_selected(page):
    """Behind emoji and combining accents the place is still the right one."""
    drag_over(page, SELECTED)
    expect(quote(page)).to_have_text(SELECTED)
    fill(page, kind="fact")
    page.get_by_role("button", name="Save as a draft").click()
    said(page, "Saved as a draft")
    citation = Citation.objects.get(quote=SELECTED)
    assert citation.start == TEXT.index(SELECTED)
    assert (citation.anchor, citation.directness) == ("exact", "author")
    assert citation.claim.claimants.get().basis == "author"


def it_is_published(contributor, editor, claim):
    contributor.goto(f"{CLAIMS}{claim.pk}/change/")
    act(contributor, "Submit for review", "The claim is in review now.")
    editor.goto(f"{CLAIMS}{claim.pk}/change/")
    act(editor, "Publish", "The claim is published now.")
    claim.refresh_from_db()
    assert claim.status == "published"


def the_document_changes(page, claim, source):
    page.goto(f"/admin/sources/snapshot/add/?source={source.pk}")
    fill(page, text=TEXT.replace("detentions last year", "detentions over the last year"))
    page.get_by_role("button", name="Save", exact=True).click()
    said(page, "was added successfully")
    assert claim.citations.get().anchor == "changed"

    page.goto(f"{CLAIMS}{claim.pk}/change/")
    page.get_by_role("link", name="See and decide").click()
    said(page, "Changed: similar words")
    expect(page.get_by_role("insertion")).to_have_text(["over the "])
    sit_down(page, source)
    said(page, "3 citations of this source do not stand where they stood")
    # Each is shown where its words are now, and not proposed anew.
    expect(page.locator("a.mark.citation[id]")).to_have_count(3)
    expect(page.locator("a.mark[data-stop]")).to_have_text(["Some 40"])


def test_the_keyboard_steps_dismisses_and_closes(sign_in, source):
    page = sign_in("edna")
    sit_down(page, source)
    focused = page.locator("a.mark:focus")
    page.keyboard.press("j")
    expect(focused).to_contain_text("We counted")
    page.keyboard.press("n")
    expect(focused).to_have_text("that ")
    page.keyboard.press("k")
    expect(focused).to_contain_text("We counted")
    page.keyboard.press("Enter")
    expect(quote(page)).to_have_text(DIRECT)
    # Keys are letters while somebody types.
    box(page, "citation-note").focus()
    page.keyboard.type("jd")
    expect(box(page, "citation-note")).to_have_value("jd")
    page.once("dialog", lambda asked: asked.accept())
    page.keyboard.press("Escape")
    expect(page.locator("#desk-panel")).to_be_hidden()
    expect(focused).to_contain_text("We counted")

    page.keyboard.press("d")
    said(page, "Dismissed, for everyone.")
    expect(focused).to_have_text("that ")
    assert Dismissal.objects.get().kind == "quotation"
    page.get_by_role("link", name="Show dismissed (1)").click()
    page.locator("a.mark.dismissed").first.click()
    page.get_by_role("button", name="Bring back").click()
    said(page, "The proposal is back.")
    assert not Dismissal.objects.exists()
    assert not Claim.objects.exists()


def test_what_is_wrong_stays_beside_the_text(sign_in, source):
    page = sign_in("edna")
    sit_down(page, source)
    page.get_by_title("Quotation: Ana Ruiz").first.click()
    fill(page, text="", quantities__0__value="many")
    page.keyboard.press("Control+Enter")
    said(page, "This field is required.")
    said(page, "Enter a number.")
    expect(box(page, "quantities-0-value")).to_have_value("many")
    fill(page, text="Many.", quantities__0__value="3200000")
    page.keyboard.press("Control+Enter")
    said(page, "Saved as a draft")
    # "more than 3.2 million" is not in this text: it has no place there.
    assert Quantity.objects.get().start is None


def test_without_scripts_the_form_is_a_page(sign_in, source):
    page = sign_in("edna")
    sit_down(page, source)
    address = page.get_by_title("Quotation: Ana Ruiz").first.get_attribute("href")
    page.goto(address)
    page.get_by_role("button", name="Save as a draft").click()
    said(page, "Saved as a draft")
    expect(page.locator("a.mark.citation")).to_have_count(1)
    assert Claim.objects.get().text == DIRECT
