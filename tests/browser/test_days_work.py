"""A day's work at the desk, as four people do it, each in a browser of their own."""

import pytest
from playwright.sync_api import expect

from claims.models import Claim, Quantity, Speaker
from tests import factories

from .desk import CLAIMS, act, box, choose, claim_of, fill, open_from_desk, said, save, verb, write_claim

TEXT = "There were more than 3 million detentions."
MENDED = "There were more than 3.2 million detentions."
NEVER_AGAIN = ("detentions", "She counted", "Tijuana", "Tecate")


@pytest.fixture
def ask(playwright, base_url):
    """The API, asked over HTTP by anyone; redirects are not followed."""
    anyone = playwright.request.new_context(base_url=f"{base_url}/api/v1/")
    yield lambda address: anyone.get(address, max_redirects=0)
    anyone.dispose()


def test_a_day_at_the_desk(sign_in, accounts, ask):
    stays = factories.SpeakerFactory(name="Ana Ruiz")
    goes = factories.SpeakerFactory(name="A. M. Ruiz")
    factories.SourceFactory(title="The Daily of that day")

    contributor, editor = sign_in("connie"), sign_in("edna")
    claim = write_claim(contributor, speaker="A. M. Ruiz", source="The Daily of that day")
    it_is_submitted_and_not_published(contributor, claim, ask)
    it_comes_back_with_a_note(editor, contributor)
    it_is_mended_and_published(contributor, editor, claim, ask)
    two_speakers_become_one(editor, stays, goes, claim, ask)
    a_stale_save_is_caught(editor, sign_in("eddie"), claim)
    history_tells_it_all(editor, claim)
    an_old_version_is_brought_back(editor, claim, ask)
    it_is_redacted(sign_in("adam"), editor, claim, ask)


def it_is_submitted_and_not_published(contributor, claim, ask):
    act(contributor, "Submit for review", "The claim is in review now.")
    expect(verb(contributor, "Publish")).to_have_count(0)
    contributor.goto(f"{CLAIMS}{claim}/publish/")
    said(contributor, "“Publish” needs a claim that is in review, and an account with the right to.")
    assert ask(f"claims/{claim}/").status == 404


def it_comes_back_with_a_note(editor, contributor):
    open_from_desk(editor, "Waits for me", TEXT)
    act(editor, "Return to draft", "The claim is a draft again.", note="It was 3.2 million, and of what?")
    contributor.goto("/admin/")
    waiting = contributor.get_by_role("region", name="Waits for me").get_by_role("listitem")
    expect(waiting.filter(has_text="Returned to me").first).to_contain_text("It was 3.2 million, and of what?")


def it_is_mended_and_published(contributor, editor, claim, ask):
    open_from_desk(contributor, "Waits for me", "and of what?")
    said(contributor, "Returned: It was 3.2 million, and of what?")
    fill(contributor, text=MENDED, quantities__0__as_written="more than 3.2 million")
    fill(contributor, quantities__0__value="3200000", quantities__0__significant_figures="2")
    fill(contributor, quantities__0__unit="detentions", citations__0__quote=f"She counted: {MENDED}")
    save(contributor)
    said(contributor, "was changed successfully")
    act(contributor, "Submit for review", "The claim is in review now.")

    open_from_desk(editor, "Waits for me", MENDED)
    act(editor, "Publish", "The claim is published now.")
    answer = ask(f"claims/{claim}/").json()
    assert (answer["text"], answer["status"], answer["stated"]["from"]) == (MENDED, "published", "2023-10-01")
    assert [claimant["speaker"]["slug"] for claimant in answer["claimants"]] == ["a-m-ruiz"]
    assert [citation["quote"] for citation in answer["citations"]] == [f"She counted: {MENDED}"]
    assert [number["lower_bound"] for number in answer["quantities"]] == ["3200000"]
    # The official figure of the day finds it.
    assert [found["id"] for found in ask("claims/?value=3201144").json()["results"]] == [claim]


def two_speakers_become_one(editor, stays, goes, claim, ask):
    editor.goto(f"/admin/claims/speaker/{stays.pk}/change/")
    verb(editor, "Merge…").click()
    choose(editor, "other", "A. M. Ruiz")
    editor.get_by_role("button", name="Compare").click()
    said(editor, "Will move: 1 claimant.")
    editor.get_by_role("button", name="Merge", exact=True).click()
    said(editor, "“A. M. Ruiz” is merged into this speaker")

    moved = ask("speakers/a-m-ruiz/")
    assert (moved.status, moved.headers["location"].endswith("/api/v1/speakers/ana-ruiz/")) == (301, True)
    assert "A. M. Ruiz" in ask("speakers/ana-ruiz/").json()["aliases"]
    assert [found["id"] for found in ask("claims/?speaker=a-m-ruiz").json()["results"]] == [claim]
    old_page = editor.request.get(f"/admin/claims/speaker/{goes.pk}/change/", max_redirects=0)
    assert (old_page.status, str(stays.pk) in old_page.headers["location"]) == (301, True)
    editor.goto(f"/admin/claims/speaker/{goes.pk}/change/")
    expect(box(editor, "name")).to_have_value("Ana Ruiz")
    assert Speaker.objects.get() == stays


def a_stale_save_is_caught(editor, second, claim):
    for page in (editor, second):
        page.goto(f"{CLAIMS}{claim}/change/")
    fill(editor, occasion="A talk in Tijuana at noon")
    save(editor)
    said(editor, "was changed successfully")

    fill(second, occasion="A talk in Tecate at noon")
    save(second)
    said(second, "Somebody saved version")
    said(second, "now: A talk in Tijuana at noon")
    said(second, "yours: A talk in Tecate at noon")
    expect(box(second, "occasion")).to_have_value("A talk in Tecate at noon")
    assert Claim.objects.get().occasion == "A talk in Tijuana at noon"
    save(second)
    said(second, "was changed successfully")
    assert Claim.objects.get().occasion == "A talk in Tecate at noon"


def history_tells_it_all(editor, claim):
    """Newest first: who, and what of it must be told."""
    told = [
        ("eddie", "Occasion A talk"),
        ("edna", "Occasion A talk in Tijuana at noon"),
        ("edna", "Claimant Ana Ruiz Speaker"),
        ("edna", "Published"),
        ("connie", "Submitted for review"),
        ("connie", "3,200,000"),
        ("edna", "Returned to draft: It was 3.2 million, and of what?"),
        ("connie", "Submitted for review"),
        ("connie", "Quantity more than 3 million"),
    ]
    editor.goto(f"{CLAIMS}{claim}/change/")
    verb(editor, "History").click()
    entries = editor.locator("li:has(> h3)")
    expect(entries).to_have_count(len(told))
    for entry, (who, words) in zip(entries.all(), told, strict=True):
        expect(entry.get_by_role("heading", level=3)).to_contain_text(f"{who} through: Admin")
        assert words in " ".join(entry.inner_text().split())
    # Word by word: what went is struck through, what came is marked too.
    expect(entries.first.get_by_role("deletion")).to_have_text(["Tijuana"])
    expect(entries.first.get_by_role("insertion")).to_have_text(["Tecate"])


def an_old_version_is_brought_back(editor, claim, ask):
    editor.locator("li:has(> h3)").first.get_by_role("link", name="Bring this back").click()
    said(editor, "The claim is published: everyone will see this at once.")
    editor.get_by_role("button", name="Bring this back").click()
    said(editor, "of the claim's own fields is back.")
    assert claim_of(editor) == claim
    expect(box(editor, "occasion")).to_have_value("A talk in Tijuana at noon")
    assert ask(f"claims/{claim}/").json()["occasion"] == "A talk in Tijuana at noon"


def it_is_redacted(administrator, editor, claim, ask):
    administrator.goto(f"{CLAIMS}{claim}/change/")
    words = {"kind": "privacy", "reason": "A person's safety.", "legal_basis": "Art. 17 GDPR"}
    act(administrator, "Redact", "The claim is redacted.", **words)
    editor.goto(f"{CLAIMS}{claim}/change/")
    pages = [editor.content()]
    editor.goto(f"{CLAIMS}{claim}/history/")
    pages.append(editor.content())
    for page in pages:
        assert "[redacted]" in page
    for text in (*pages, ask(f"claims/{claim}/").text(), ask("claims/").text(), ask("speakers/ana-ruiz/").text()):
        assert [word for word in NEVER_AGAIN if word in text] == []
    assert ask("claims/?q=detentions").json()["results"] == []
    assert Claim.objects.get().status == Claim.Status.WITHDRAWN
    assert not Quantity.objects.exists()
