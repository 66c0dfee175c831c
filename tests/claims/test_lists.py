"""The lists of the admin: no exact count, and the same queries for ten rows as for one."""

import re

import pytest
from django.contrib import admin
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from claims.models import Claim, ClaimTopic
from factbase.paginator import AtLeast, CappedPaginator
from tests import factories
from tests.factbase.test_admin import desk, everything, url

__all__ = ["desk", "everything"]
LIST = "/admin/claims/claim/"
OURS = [model for model in admin.site._registry if model._meta.app_label in ("factbase", "sources", "claims")]
# COUNT over a table itself, rather than over a subquery that ends at a LIMIT.
UNBOUNDED = re.compile(r'COUNT\((?:(?!FROM).)*FROM "', re.DOTALL)


def sql_of(visit):
    with CaptureQueriesContext(connection) as captured:
        response = visit()
    assert response.status_code == 200
    return [query["sql"] for query in captured]


class TestCounts:
    @pytest.mark.parametrize("model", OURS, ids=lambda model: model.__name__)
    @pytest.mark.parametrize("query", ["", "?q=x", "?p=2", "?_facets=True"])
    def test_no_list_counts_a_table(self, desk, everything, model, query):
        queries = sql_of(lambda: desk.get(url(model, "changelist") + query, follow=True))
        assert not [sql for sql in queries if UNBOUNDED.search(sql)]
        counts = [sql for sql in queries if "COUNT(" in sql]
        assert counts
        assert all("LIMIT 1001" in sql for sql in counts)

    @pytest.mark.parametrize("model", OURS, ids=lambda model: model.__name__)
    def test_ten_rows_cost_what_one_does(self, desk, everything, model):
        def visit():
            return desk.get(url(model, "changelist"))

        visit()
        before = len(sql_of(visit))
        for _ in range(9):
            MORE.get(model.__name__, list)()
        assert len(sql_of(visit)) == before

    def test_a_full_claim_costs_no_more_than_an_empty_one(self, desk):
        factories.published_claim()
        before = len(sql_of(lambda: desk.get(LIST)))
        for _ in range(9):
            claim = factories.QuantityFactory(claim=factories.published_claim()).claim
            ClaimTopic.objects.create(claim=claim, topic=factories.TopicFactory())
            factories.ReviewFactory(claim=claim)
        assert len(sql_of(lambda: desk.get(LIST))) == before

    def test_counts_end_at_the_cap_and_say_so(self, desk, monkeypatch):
        monkeypatch.setattr(CappedPaginator, "cap", 3)
        for _ in range(3):
            factories.ClaimFactory()
        assert desk.get(LIST).context["cl"].result_count == 3
        factories.ClaimFactory()
        count = desk.get(LIST).context["cl"].result_count
        assert (count, str(count)) == (3, "3+")
        assert str(AtLeast(1000)) == "1,000+"

    def test_pages_go_on_beyond_the_cap_and_end(self, desk, monkeypatch):
        monkeypatch.setattr(CappedPaginator, "cap", 3)
        monkeypatch.setattr(type(admin.site.get_model_admin(Claim)), "list_per_page", 2)
        made = {factories.ClaimFactory() for _ in range(5)}
        pages = [desk.get(LIST, {"p": number}) for number in (1, 2, 3, 4)]
        assert [len(page.context["cl"].result_list) for page in pages] == [2, 2, 1, 0]
        assert {claim for page in pages for claim in page.context["cl"].result_list} == made
        assert "p=2" in pages[0].content.decode()
        assert "p=4" not in pages[2].content.decode()

    @pytest.mark.parametrize("page", ["0", "-1", "x", "9" * 30])
    def test_no_page_is_an_error(self, desk, page):
        factories.ClaimFactory()
        assert desk.get(LIST, {"p": page}, follow=True).status_code == 200

    def test_choosing_a_record_ends_with_the_last(self, desk, monkeypatch):
        monkeypatch.setattr(CappedPaginator, "cap", 3)
        for _ in range(45):
            factories.TopicFactory()
        query = {"app_label": "claims", "model_name": "claimtopic", "field_name": "topic"}
        more = [
            desk.get(reverse("admin:autocomplete"), query | {"page": page}).json()["pagination"]["more"]
            for page in (1, 2, 3, 4)
        ]
        assert more == [True, True, False, False]

    def test_only_columns_with_an_index_sort(self, desk):
        newest = factories.ClaimFactory(stated="2020-01-01", stated_basis="printed")
        oldest = factories.ClaimFactory(stated="2010-01-01", stated_basis="printed")
        columns = {header["text"]: header for header in headers(desk) if header["sortable"]}
        assert set(columns) == {"Status", "Stated"}
        response = desk.get(LIST + columns["Stated"]["url_primary"])
        assert list(response.context["cl"].result_list) == [oldest, newest]


def headers(client):
    from django.contrib.admin.templatetags.admin_list import result_headers

    return [
        {**header, "text": str(header["text"]).capitalize()}
        for header in result_headers(client.get(LIST).context["cl"])
    ]


MORE = {
    name: getattr(factories, f"{name}Factory")
    for name in (
        *("Publisher", "Source", "Snapshot", "Notice", "Speaker", "Role", "Topic", "Indicator", "Proposition", "User"),
        *("Claim", "Claimant", "Citation", "Attribution", "Quantity", "Review", "Translation", "ClaimLink"),
    )
}
