"""What takes a while says that it is at work."""

import time

from playwright.sync_api import expect

from claims.models import Topic

# The test itself is not let at a page that is being left.
NOTE = """new MutationObserver(() => {
    const bar = document.querySelector(".waiting[role=status]");
    if (bar) sessionStorage.waited = bar.textContent;
}).observe(document.body, {childList: true})"""


def test_a_slow_form_says_that_it_is_at_work(sign_in, monkeypatch):
    quick = Topic.save

    def slow(self, *args, **kwargs):
        time.sleep(4)
        quick(self, *args, **kwargs)

    monkeypatch.setattr(Topic, "save", slow)
    page = sign_in("edna")
    page.goto("/admin/claims/topic/add/")
    page.evaluate(NOTE)
    page.locator("[name=name]").fill("Walls")
    page.locator("[name=name]").press("Enter", no_wait_after=True)
    expect(page).to_have_url("/admin/claims/topic/")
    assert "At work" in page.evaluate("sessionStorage.waited")
    expect(page.locator(".waiting")).to_have_count(0)
