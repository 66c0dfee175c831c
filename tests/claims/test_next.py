"""“Next from this source”: another claim, with what the last one has in common with it filled in."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from claims.models import Claim
from tests import factories
from tests.claims.test_admin import rows
from tests.claims.test_desk import as_role, groups, page
from tests.factbase.test_admin import desk, errors, form_data, said, url

__all__ = ["as_role", "desk", "groups"]
pytestmark = pytest.mark.django_db


@pytest.fixture
def said_before():
    """A claim of two claimants in one source with two snapshots."""
    claim = factories.ClaimFactory(
        language="es", stated="2018-12", stated_as_written="en diciembre", stated_basis="printed", text="La primera."
    )
    speaker = factories.SpeakerFactory()
    factories.ClaimantFactory(claim=claim, speaker=speaker, role=factories.RoleFactory(speaker=speaker))
    factories.ClaimantFactory(claim=claim, speaker=None, basis="unnamed", label="expertos", position=1)
    citation = factories.CitationFactory(claim=claim, language="es-MX")
    now = timezone.now()
    for age in (1, 0, 2):
        factories.SnapshotFactory(
            source=citation.source, retrieved_at=now - timedelta(days=age), text=f"{age} days old"
        )
    return claim


def start(client, claim):
    return client.get(reverse("admin:claims_claim_next_from_source", args=[claim.pk]))


def test_the_form_has_source_date_claimants_and_language(desk, said_before):
    assert (
        str(reverse("admin:claims_claim_next_from_source", args=[said_before.pk]))
        in desk.get(page(said_before)).content.decode()
    )
    response = desk.get(start(desk, said_before).url)
    assert Claim.objects.count() == 1, "nothing is saved yet"
    data = form_data(response) | {"text": "La segunda.", "kind": "fact", "wording": "verbatim"}
    data |= {"citations-0-quote": "la segunda", "citations-0-directness": "direct"}
    answer = desk.post(response.wsgi_request.get_full_path(), data)
    assert answer.status_code == 302, errors(answer)
    claim = Claim.objects.get(text="La segunda.")
    assert (claim.language, claim.stated_as_written, claim.stated_basis) == ("es", "en diciembre", "printed")
    assert claim.stated == Claim.objects.get(pk=said_before.pk).stated
    names = ("basis", "speaker", "role", "label", "position")
    assert list(claim.claimants.values(*names)) == list(said_before.claimants.values(*names))
    citation, first = claim.citations.get(), said_before.citations.get()
    assert (citation.source, citation.language, citation.quote) == (first.source, "es-MX", "la segunda")
    assert citation.snapshot.text == "0 days old"
    assert list(said_before.citations.all()) == [first]


def test_claimants_that_were_not_touched_are_saved_and_those_taken_out_are_not(desk, said_before):
    address = start(desk, said_before).url
    data = form_data(desk.get(address)) | {"text": "Sola.", "kind": "fact", "wording": "verbatim"}
    data |= rows("citations") | {"claimants-1-DELETE": "on"}
    assert desk.post(address, data).status_code == 302
    assert [c.basis for c in Claim.objects.get(text="Sola.").claimants.all()] == ["named"]


def test_what_was_typed_stays_after_an_error(desk, said_before):
    address = start(desk, said_before).url
    response = desk.post(address, form_data(desk.get(address)) | {"text": ""})
    assert "This field is required." in errors(response)
    [claimants] = [r for r in response.context["inline_admin_formsets"] if r.formset.prefix == "claimants"]
    assert len(claimants.formset.forms) == 2


def test_with_several_sources_the_curator_chooses_the_lead_first(desk, said_before):
    other = factories.CitationFactory(claim=said_before, position=1, is_lead=True)
    factories.CitationFactory(claim=said_before, position=2, source=other.source)
    response = start(desk, said_before)
    assert [citation.source for _, citation in response.context["choices"]] == [
        other.source,
        said_before.citations.first().source,
    ]
    chosen = desk.get(response.context["choices"][0][0])
    assert form_data(chosen)["citations-0-source"] == str(other.source.pk)
    assert form_data(chosen).get("citations-0-snapshot") is None


def test_without_a_citation_there_is_nothing_to_go_on_from(desk):
    claim = factories.ClaimFactory()
    address = reverse("admin:claims_claim_next_from_source", args=[claim.pk])
    assert address not in desk.get(page(claim)).content.decode()
    assert said(start(desk, claim)) == ["This claim has no citation yet: add one first."]


@pytest.mark.parametrize("given", ["x", "", "018f0000-0000-7000-8000-000000000000"])
def test_a_mangled_address_gives_an_empty_form(desk, given):
    response = desk.get(url(Claim, "add"), {"next_from": given})
    assert response.status_code == 200
    assert "claimants-0-speaker" not in form_data(response)


def test_a_contributor_goes_on_from_what_they_see_alone(as_role, said_before):
    user, client = as_role("Contributor")
    hidden = said_before.citations.get()
    response = client.get(url(Claim, "add"), {"next_from": hidden.pk})
    assert "claimants-0-speaker" not in form_data(response)
    assert start(client, said_before).url == reverse("admin:index")
    public = factories.published_claim()
    assert "claimants-0-speaker" in form_data(client.get(start(client, public).url))
