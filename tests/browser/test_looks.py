"""Every page of the desk, wide and narrow, light and dark: nothing sticks out, and every box has a name."""

import re

import pytest
from django.contrib import admin
from django.contrib.auth.models import Group
from django.db import transaction
from django.urls import reverse
from playwright.sync_api import expect

from claims.models import Citation, Claim, Indicator, Speaker, Topic
from factbase.models import Distinct, Redirect
from sources.models import Source
from tests import factories

from .desk import CLAIMS

WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
TEXT = f"There were more than 3.2 million detentions, the {LONG} said on its page."
# What is wrong with how a page looks, in words.
FAULTS = """() => {
    const faults = [];
    const page = document.scrollingElement;
    if (page.scrollWidth > innerWidth) faults.push(`scrolls sideways: ${page.scrollWidth} > ${innerWidth}`);
    const words = (element) => (element?.textContent || "").trim();
    for (const box of document.querySelectorAll("input, select, textarea, button, a[href], [role=combobox]")) {
        if (box.type === "hidden" || !box.checkVisibility({visibilityProperty: true})) continue;
        const by = (box.getAttribute("aria-labelledby") || "").split(" ").map((id) => document.getElementById(id));
        const named = [...(box.labels || [])].some(words) || box.getAttribute("aria-label") || box.title
            || by.some((label) => label && !box.contains(label) && words(label))
            || (["A", "BUTTON"].includes(box.tagName) && (words(box) || box.querySelector("img[alt], [title]")));
        if (!["A", "BUTTON"].includes(box.tagName) && box.getBoundingClientRect().right > innerWidth + 1) {
            faults.push(`is out of sight: ${box.outerHTML.slice(0, 200)}`);
        }
        if (!named) faults.push(`has no name: ${box.outerHTML.slice(0, 200)}`);
    }
    const texts = document.createTreeWalker(document.getElementById("content"), NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    while (texts.nextNode()) {
        const inside = texts.currentNode.parentElement;
        if (!words(texts.currentNode) || !inside.checkVisibility({visibilityProperty: true})) continue;
        range.selectNodeContents(texts.currentNode);
        if (range.getBoundingClientRect().right <= innerWidth + 1) continue;
        let around = inside;
        const copes = (style) => style.textOverflow === "ellipsis" || ["auto", "scroll"].includes(style.overflowX);
        while (around && !copes(getComputedStyle(around))) around = around.parentElement;
        if (!around) faults.push(`runs past the edge: ${words(inside).slice(0, 80)}`);
    }
    return faults;
}"""


@pytest.fixture
def root(accounts):
    """An account that may open everything."""
    user = accounts["edna"]
    user.is_superuser = True
    user.save()
    return user


@transaction.atomic
def full_claim(root, **fields):
    """A claim with one of every part, and a past."""
    claim = factories.ClaimFactory(text=TEXT, created_by=root, **fields)
    speaker = factories.SpeakerFactory(name=f"Ana {LONG}")
    factories.ClaimantFactory(claim=claim, speaker=speaker)
    citation = factories.CitationFactory(claim=claim, quote=f"{TEXT} {LONG}", source__title=LONG)
    for part in (factories.QuantityFactory, factories.ReviewFactory, factories.TranslationFactory):
        part(claim=claim)
    factories.NoteFactory(claim=claim, created_by=root, text=f"Is {LONG} meant?")
    factories.AttributionFactory(citation=citation)
    factories.ClaimLinkFactory(from_claim=claim)
    claim.topics.add(factories.TopicFactory())
    claim.subjects.add(speaker)
    return claim


@pytest.fixture
def records(root):
    """One row of every model, long words among them, and a claim in each state."""
    claims = {"draft": full_claim(root), "in_review": full_claim(root, status="in_review", submitted_by=root)}
    claims["published"] = full_claim(root, status="published", **factories.published(root))
    Claim.objects.filter(pk=claims["published"].pk).update(occasion=f"A talk at {LONG}")
    factories.RoleFactory(title=LONG)
    factories.IndicatorFactory(name=LONG)
    factories.TopicFactory(name=LONG)
    factories.PropositionFactory(text=TEXT)
    factories.PublisherFactory(name=LONG)
    factories.NoticeFactory(kind="retraction", source=claims["published"].citations.get().source)
    snapshot = factories.SnapshotFactory(
        source__language="en",
        text=f"“We will go to court over the {LONG},” said Ana Ruiz. {TEXT}\n\nSome 300 people of {LONG} left.",
    )
    cited = factories.CitationFactory(source=snapshot.source, quote=TEXT)
    factories.DismissalFactory(source=snapshot.source)
    lost = factories.CitationFactory(source=snapshot.source, quote=f"Some 300 people of {LONG} came.")
    assert (cited.anchor, lost.anchor) == ("exact", "changed")
    Redirect.objects.create(kind="speaker", key="gone", target=Speaker.objects.first().pk)
    Distinct.objects.create(kind="claim", a=min(c.pk for c in claims.values()), b=max(c.pk for c in claims.values()))
    Group.objects.get(name="Editor").user_set.add(root)
    return claims


def lists_and_forms(request):
    """The list of each model, its empty form, and the form of its last record, where the account may open them."""
    for model, desk in admin.site._registry.items():
        name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
        yield reverse(f"{name}_changelist")
        if desk.has_add_permission(request):
            yield reverse(f"{name}_add")
        if record := model._default_manager.order_by("pk").last():
            yield reverse(f"{name}_change", args=[record.pk])


def pages_of_their_own(claims):
    """Each page that is neither a list nor a form."""
    draft, in_review, published = (claims[state].pk for state in ("draft", "in_review", "published"))
    version = Claim.objects.get(pk=published).events.first().pgh_id
    yield from ("/admin/", "/admin/password_change/", f"{CLAIMS}?q=nothing+at+all")
    yield f"{CLAIMS}{draft}/submit/"
    yield from (f"{CLAIMS}{in_review}/publish/", f"{CLAIMS}{in_review}/return_to_draft/")
    yield from (f"{CLAIMS}{published}/withdraw/", f"{CLAIMS}{published}/redact/")
    yield from (f"{CLAIMS}{claim.pk}/change/" for claim in claims.values())
    yield from (f"{CLAIMS}{draft}/delete/", f"{CLAIMS}{published}/history/", f"{CLAIMS}{draft}/duplicates/")
    speaker = Speaker.objects.filter(claims_about__isnull=False).first()
    for page in ("delete", "history"):
        yield reverse(f"admin:claims_speaker_{page}", args=[speaker.pk])
    yield from (f"{CLAIMS}{published}/history/{version}/", reverse("admin:claims_claim_import_file"))
    yield from arranging_and_reading(draft)
    for model in (Claim, Speaker, Topic, Source):
        first, second = model.objects.all()[:2]
        merge = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_merge", args=[first.pk])
        yield from (merge, f"{merge}?other={second.pk}")
    for model in (Claim, Speaker, Source, Indicator):
        for page in ("import", "export"):
            yield reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}")


def arranging_and_reading(draft):
    """Splitting, moving, the next claim; anchors; intake; and the reading desk."""
    yield from (f"{CLAIMS}{draft}/split", f"{CLAIMS}{draft}/next_from_source")
    lost = Citation.objects.get(anchor="changed")
    for page in ("move", "anchor"):
        yield reverse(f"admin:claims_citation_{page}", args=[lost.pk])
    yield reverse("admin:sources_source_add_from")
    snapshot = lost.source.snapshots.get()
    yield reverse("admin:sources_source_read", args=[lost.source_id])
    yield reverse("admin:sources_source_read", args=[Source.objects.filter(snapshots=None).first().pk])
    place = f"snapshot={snapshot.pk}&start=0&end={snapshot.text.index(' said')}&kind=quotation"
    yield f"{reverse('admin:sources_source_read_claim', args=[lost.source_id])}?{place}"


def look(page, where, scheme):
    """What is wrong with the page, at either width."""
    expect(page.locator("html")).to_have_class(re.compile("dark") if scheme == "dark" else "")
    for size in (WIDE, NARROW):
        page.set_viewport_size(size)
        faults = page.evaluate(FAULTS)
        yield from (f"{where} at {size['width']} pixels: {fault}" for fault in faults)
    page.set_viewport_size(WIDE)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_looks_right(sign_in, records, root, rf, scheme):
    page = sign_in("edna", viewport=WIDE, color_scheme=scheme)
    request = rf.get("/")
    request.user = root
    faults = []
    for address in [*pages_of_their_own(records), *lists_and_forms(request)]:
        assert page.goto(address).status == 200, address
        faults += look(page, address, scheme)
    assert faults == []
