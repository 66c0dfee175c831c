"""Citations on the claim's page, with their words in context."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from claims.admin.citation import AROUND, CitationInline
from claims.models import Citation, Claim
from sources.models import Snapshot
from tests.factbase.test_admin import desk, url
from tests.factories import CitationFactory, ClaimFactory, SnapshotFactory

__all__ = ["desk"]
pytestmark = pytest.mark.django_db


def cited(text, quote, claim=None, **fields):
    snapshot = SnapshotFactory(text=text)
    start = text.index(quote)
    return CitationFactory(
        claim=claim or ClaimFactory(),
        source=snapshot.source,
        snapshot=snapshot,
        quote=quote,
        **{"start": start, "end": start + len(quote), "anchor": "exact"} | fields,
    )


def context_of(client, citation):
    """What the page shows, without its tags."""
    response = client.get(url(Claim, "change", citation.claim.pk))
    [rows] = [r for r in response.context["inline_admin_formsets"] if r.formset.model is Citation]
    row = next(form.instance for form in rows.formset.forms if form.instance.pk == citation.pk)
    shown = CitationInline.in_context(None, row)
    assert shown in response.content.decode()
    return shown


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        pytest.param("They counted ", " in all.", ">They counted <mark>3.2 million</mark> in all.<", id="whole text"),
        pytest.param("", "", "><mark>3.2 million</mark><", id="nothing else"),
        pytest.param("x" * 300, "y" * 300, f"…{'x' * 200}<mark>3.2 million</mark>{'y' * 200}…", id="cut"),
        pytest.param("x" * 200, "y" * 199, f">{'x' * 200}<mark>3.2 million</mark>{'y' * 199}<", id="just fits"),
        pytest.param("👩‍👧 ñ <b>", "&", ">👩‍👧 ñ &lt;b&gt;<mark>3.2 million</mark>&amp;<", id="code points, escaped"),
    ],
)
def test_words_around_an_exact_quote(desk, before, after, expected):
    shown = context_of(desk, cited(f"{before}3.2 million{after}", "3.2 million"))
    assert expected in shown
    assert "from the snapshot" in shown


@pytest.mark.parametrize("anchor", ["unchecked", "moved", "changed", "missing"])
def test_without_an_exact_anchor_the_page_shows_what_the_citation_says(desk, anchor):
    citation = cited("aa 3.2 million bb", "3.2 million", prefix="<said> ", suffix=" then")
    # Past the check that each save sets off, which would find the words.
    Citation.objects.filter(pk=citation.pk).update(
        anchor=anchor, start=None, end=None, prefix="<said> ", suffix=" then"
    )
    shown = context_of(desk, citation)
    assert "&lt;said&gt; <mark>3.2 million</mark> then" in shown
    assert "not from a snapshot" in shown


def test_five_cost_what_one_costs_and_no_text_is_loaded(desk):
    claim = cited("a 3.2 million b", "3.2 million").claim

    def queries():
        with CaptureQueriesContext(connection) as captured:
            assert desk.get(url(Claim, "change", claim.pk)).status_code == 200
        return [query["sql"] for query in captured]

    before = queries()
    for position in range(1, 5):
        cited("a 3.2 million b", "3.2 million", claim, position=position)
    after = queries()
    substr = [sql for sql in after if "SUBSTR" in sql.upper()]
    assert len(substr) == len([sql for sql in before if "SUBSTR" in sql.upper()]) == 1
    # The boxes in which source and snapshot are chosen ask for each name: two a citation, and nothing besides.
    assert len(after) - len(before) <= 2 * 4
    assert not [sql for sql in after if '"sources_snapshot"."text"' in sql and "SUBSTR" not in sql.upper()]


def test_an_account_that_may_not_see_snapshots_sees_none_of_their_words(client):
    from tests.claims.test_timeline import account

    client.force_login(account("view_claim", "view_citation"))
    citation = cited("secret 3.2 million", "3.2 million")
    page = client.get(url(Claim, "change", citation.claim.pk)).content.decode()
    assert "<mark>3.2 million</mark>" in page
    assert "secret" not in page
    assert Snapshot.objects.get().text.startswith("secret")
    assert AROUND == 200
