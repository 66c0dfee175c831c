"""What a curator's hands do, for the stories. Boxes are found by the name that they are sent under."""

import re

from playwright.sync_api import Locator, Page, expect

CLAIMS = "/admin/claims/claim/"


def box(page: Page, name: str) -> Locator:
    # The account's menu has boxes of its own, on every page.
    return page.locator(f'#content [name="{name}"]')


def fill(page: Page, **values: str) -> None:
    """Type into boxes, or choose from lists; `claimants__0__basis` is the box claimants-0-basis."""
    for key, value in values.items():
        found = box(page, key.replace("__", "-"))
        if found.evaluate("box => box.tagName") == "SELECT":
            found.select_option(value)
        else:
            found.fill(value)


def choose(page: Page, name: str, words: str) -> None:
    """Look a record up in a box that completes, and take it."""
    page.locator(f'[name="{name}"] + .select2').click()
    page.locator(".select2-container--open .select2-search__field").fill(words)
    page.get_by_role("option", name=words, exact=True).click()
    expect(page.locator(f'[name="{name}"] + .select2')).to_contain_text(words)


def adder(page: Page, prefix: str) -> Locator:
    """“Add another …” below the rows of a claim's parts."""
    return page.locator(f"#{prefix}-group .add-row a, #{prefix}-group a.add-row")


def add_row(page: Page, prefix: str) -> None:
    """One more empty row of a claim's parts."""
    before = int(box(page, f"{prefix}-TOTAL_FORMS").input_value())
    adder(page, prefix).click()
    expect(box(page, f"{prefix}-TOTAL_FORMS")).to_have_value(str(before + 1))


def save(page: Page) -> None:
    page.get_by_role("button", name="Save and continue editing").click()


def said(page: Page, words: str) -> None:
    """The page tells it."""
    expect(page.get_by_text(words).first).to_be_visible()


def verb(page: Page, name: str) -> Locator:
    """The button of a record's next step, on its own page; its icon is a word too."""
    return page.get_by_role("link", name=re.compile(rf"(^|\s){name}$"))


def act(page: Page, name: str, done: str, **words: str) -> None:
    """Press the button of a step, read what will happen, and confirm."""
    verb(page, name).click()
    expect(page.get_by_role("heading", name=f"{name}?")).to_be_visible()
    fill(page, **words)
    page.get_by_role("button", name=name).click()
    said(page, done)


def claim_of(page: Page) -> str:
    """The id in the address of a claim's page."""
    expect(page).to_have_url(re.compile(r"/claim/[0-9a-f-]{36}/change/$"))
    return page.url.split("/")[-3]


def open_from_desk(page: Page, heading: str, words: str) -> None:
    """Go to the front page, and follow what stands there under a heading."""
    page.goto("/admin/")
    page.get_by_role("region", name=heading).get_by_role("link", name=words).first.click()
    claim_of(page)


def write_claim(page: Page, *, speaker: str, source: str) -> str:
    """Add a claim with a claimant, a quantity and a citation; the id of the draft."""
    page.goto("/admin/")
    page.get_by_role("link", name="Add a claim").click()
    fill(page, text="There were more than 3 million detentions.", kind="statistic", wording="edited", language="en")
    fill(page, stated="2023-10", stated_basis="printed", occasion="A talk")
    add_row(page, "claimants")
    fill(page, claimants__0__basis="named")
    choose(page, "claimants-0-speaker", speaker)
    add_row(page, "quantities")
    fill(page, quantities__0__as_written="more than 3 million", quantities__0__comparator="more_than")
    fill(page, quantities__0__value="3000000", quantities__0__significant_figures="1")
    add_row(page, "citations")
    choose(page, "citations-0-source", source)
    fill(page, citations__0__quote="She counted more than 3 million detentions.", citations__0__directness="indirect")
    save(page)
    return claim_of(page)
