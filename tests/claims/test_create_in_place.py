"""Beside each box in which a record is chosen, one that is missing is added; and the page reads in one column."""

import re

import pytest
from django.contrib import admin
from django.urls import reverse

from claims.models import Claim
from tests.claims.test_desk import as_role, groups, page
from tests.factbase.test_admin import desk, url
from tests.factories import ClaimFactory, SourceFactory

__all__ = ["as_role", "desk", "groups"]
pytestmark = pytest.mark.django_db
BOXES = {
    "proposition": "proposition",
    "claimants-__prefix__-speaker": "speaker",
    "claimants-__prefix__-role": "role",
    "quantities-__prefix__-indicator": "indicator",
    "citations-__prefix__-source": "source",
    "citations-__prefix__-snapshot": "snapshot",
    "claimtopic_set-__prefix__-topic": "topic",
    "claimsubject_set-__prefix__-speaker": "speaker",
    "links_out-__prefix__-to_claim": "claim",
}
OURS = [model for model in admin.site._registry if model._meta.app_label in ("sources", "claims")]


def links(client, address):
    """The + of the page: which box it is for, and where it leads."""
    shown = client.get(address).content.decode()
    found = re.findall(r'<a class="[^"]*add-related" id="add_id_([^"]+)" href="([^"?]+)\?', shown)
    return {name: address.split("/")[-3] for name, address in found}


def test_an_editor_adds_what_is_missing_from_the_claims_page(as_role):
    _, client = as_role("Editor")
    found = links(client, url(Claim, "add"))
    assert {name: found.get(name) for name in BOXES} == BOXES


def test_a_contributor_is_offered_what_they_may_add(as_role):
    _, client = as_role("Contributor")
    offered = {name for name in BOXES if name in links(client, url(Claim, "add"))}
    assert offered == set(BOXES) - {"quantities-__prefix__-indicator", "claimtopic_set-__prefix__-topic"}


@pytest.mark.parametrize("model", OURS, ids=lambda model: model.__name__)
def test_every_autocomplete_of_every_form_has_one(desk, model):
    model_admin = admin.site.get_model_admin(model)
    response = desk.get(url(model, "add"))
    if response.status_code != 200:
        pytest.skip("nothing of this kind is added")
    names = model_admin.get_autocomplete_fields(response.wsgi_request)
    assert set(names) <= set(links(desk, url(model, "add")))


def test_what_is_added_in_a_popup_comes_back_chosen(desk):
    data = {"kind": "report", "title": "A missing one", "_popup": "1", "_to_field": "id"}
    data |= {"notices-TOTAL_FORMS": 0, "notices-INITIAL_FORMS": 0}
    data |= {"snapshots-TOTAL_FORMS": 0, "snapshots-INITIAL_FORMS": 0}
    answer = desk.post(reverse("admin:sources_source_add") + "?_to_field=id&_popup=1", data)
    assert b"data-popup-response" in answer.content
    assert b"A missing one" in answer.content


def test_a_topic_is_added_while_many_claims_are_given_it(desk, as_role):
    bulk = {"action": "add_topic", "_selected_action": [ClaimFactory().pk]}
    plus = b'id="add_id_topic"'
    assert plus in desk.post(url(Claim, "changelist"), bulk).content


def test_the_page_reads_in_one_column_and_is_saved_by_key(desk):
    shown = desk.get(page(ClaimFactory())).content.decode()
    order = [
        'name="text"',
        "claimants-group",
        "quantities-group",
        "citations-group",
        "reviews-group",
        "links_out-group",
        'name="embargo_until_0"',
        "History of this claim",
    ]
    places = [shown.index(mark) for mark in order]
    assert places == sorted(places)
    assert shown.count('name="notes"') == 1
    assert "factbase/save_key.js" in shown
    assert "Ctrl+S" in shown
    assert "Ctrl+S" in desk.get(url(type(SourceFactory()), "add")).content.decode()
