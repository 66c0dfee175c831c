"""The desk's pages as contributor, editor and administrator see them."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from claims.models import Claim, Note
from claims.roles import make_groups
from factbase.models import User
from tests.factories import CitationFactory, ClaimFactory, NoteFactory, TopicFactory, UserFactory, published_claim

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def groups():
    make_groups()


@pytest.fixture
def as_role(client):
    """Sign an account of that role in; give the account and the client."""

    def sign_in(role):
        user = UserFactory(is_staff=True)
        user.groups.add(Group.objects.get(name=role))
        client.force_login(user)
        return User.objects.get(pk=user.pk), client

    return sign_in


def page(claim, name="change"):
    return reverse(f"admin:claims_claim_{name}", args=[claim.pk])


def form_of(response) -> dict:
    """What a browser would send of an untouched page."""
    data = {}
    forms = [response.context["adminform"].form]
    for formset in response.context["inline_admin_formsets"]:
        forms += [formset.formset.management_form, *formset.formset.initial_forms]
    for form in forms:
        for bound in form:
            value = bound.value()
            if isinstance(value, list | tuple):
                value = ",".join(map(str, value))
            if value is not None and value is not False:
                data[bound.html_name] = value
    if version := response.context.get("version_seen"):
        data["_version_seen"] = version
    return data


def test_a_contributor_sees_own_drafts_and_what_is_public(as_role):
    user, client = as_role("Contributor")
    own, public = ClaimFactory(created_by=user, text="Mine."), published_claim(text="Public.")
    others = ClaimFactory(text="Somebody's.")
    listed = client.get(reverse("admin:claims_claim_changelist")).content.decode()
    assert "Mine." in listed
    assert "Public." in listed
    assert "Somebody" not in listed
    assert client.get(page(own)).status_code == 200
    assert "_save" not in client.get(page(public)).content.decode()
    assert client.get(page(others)).status_code == 302


def test_a_contributor_cannot_change_what_is_published(as_role):
    _, client = as_role("Contributor")
    public = published_claim(text="Public.")
    assert client.post(page(public), {"text": "Mine now."}).status_code == 403
    citation = public.citations.get()
    address = reverse("admin:claims_citation_change", args=[citation.pk])
    assert client.post(address, {"quote": "Mine now."}).status_code == 403
    assert Claim.objects.get().text == "Public."


def test_a_part_is_not_put_into_somebody_elses_claim(as_role):
    _, client = as_role("Contributor")
    public = published_claim()
    topic = TopicFactory()
    answer = client.post(reverse("admin:claims_claimtopic_add"), {"claim": public.pk, "topic": topic.pk})
    assert answer.status_code == 403
    assert not public.topics.exists()


def test_parts_of_claims_that_one_may_not_see_are_not_there(as_role):
    _, client = as_role("Contributor")
    hidden = CitationFactory(quote="Hidden words")
    assert "Hidden" not in client.get(reverse("admin:claims_citation_changelist")).content.decode()
    assert client.get(reverse("admin:claims_citation_change", args=[hidden.pk])).status_code == 302


def test_a_return_carries_its_note_to_the_contributor(as_role):
    contributor, _ = as_role("Contributor")
    claim = ClaimFactory(created_by=contributor, status="in_review", submitted_by=contributor)
    _, client = as_role("Editor")
    client.post(page(claim, "return_to_draft"), {"note": "The unit is missing."})
    client.force_login(contributor)
    assert "Returned: The unit is missing." in client.get(page(claim)).content.decode()


def test_notes_are_signed_and_stay(as_role):
    editor, client = as_role("Editor")
    claim = ClaimFactory()
    old = NoteFactory(claim=claim, created_by=UserFactory(username="ana"), text="Is it his own?")
    data = form_of(client.get(page(claim)))
    data |= {"curators_notes-TOTAL_FORMS": 1, "curators_notes-INITIAL_FORMS": 0, "curators_notes-0-text": "I asked."}
    answer = client.post(page(claim), data)
    assert answer.status_code == 302, answer.context["errors"]
    new = Note.objects.exclude(pk=old.pk).get()
    assert (new.text, new.created_by) == ("I asked.", editor)
    shown = client.get(page(claim)).content.decode()
    assert "Is it his own?" in shown
    assert client.post(reverse("admin:claims_note_change", args=[old.pk]), {"text": "x"}).status_code == 403
    assert client.post(reverse("admin:claims_note_delete", args=[old.pk]), {"post": "yes"}).status_code == 403


def test_a_stale_save_shows_both_versions_and_loses_neither(as_role):
    _, client = as_role("Editor")
    claim = ClaimFactory(text="It was 3 million.", occasion="a speech")
    data = form_of(client.get(page(claim)))
    Claim.objects.filter(pk=claim.pk).update(text="It was 4 million.")
    # A test is one transaction, in which a version rises once: so an older one was seen.
    data |= {"text": "It was 5 million.", "_version_seen": 0}
    answer = client.post(page(claim), data)
    assert answer.status_code == 200
    shown = answer.content.decode()
    assert "now: It was 4 million." in shown
    assert "yours: It was 5 million." in shown
    assert "a speech<br>" not in shown, "what is the same is not compared"
    assert Claim.objects.get().text == "It was 4 million."
    data["_version_seen"] = answer.context["version_seen"]
    assert client.post(page(claim), data).status_code == 302
    assert Claim.objects.get().text == "It was 5 million."


def test_what_others_typed_is_escaped(as_role):
    _, client = as_role("Editor")
    claim = ClaimFactory(text="<script>alert(1)</script>")
    data = form_of(client.get(page(claim))) | {"text": "x", "_version_seen": 99}
    assert "<script>alert(1)" not in client.post(page(claim), data).content.decode()


def test_an_untouched_save_is_no_conflict(as_role):
    _, client = as_role("Editor")
    claim = published_claim()
    data = form_of(client.get(page(claim)))
    assert client.post(page(claim), data).status_code == 302


def test_redaction_tells_what_goes_and_asks_for_its_basis(as_role):
    _, client = as_role("Administrator")
    claim = published_claim(text="Xyzzyword")
    shown = client.get(page(claim, "redact")).content.decode()
    assert "1 citation, 1 claimant" in shown
    assert client.post(page(claim, "redact"), {"kind": "legal", "reason": "Law."}).status_code == 200
    assert Claim.objects.get().text == "Xyzzyword"
    client.post(page(claim, "redact"), {"kind": "legal", "reason": "Law.", "legal_basis": "Order 1/26"})
    assert Claim.objects.get().text == "[redacted]"
    from tests.claims.test_redact import tables_with

    assert tables_with("Xyzzyword") == {}


@pytest.mark.parametrize("role", ["Contributor", "Editor"])
def test_only_an_administrator_redacts(as_role, role):
    _, client = as_role(role)
    claim = published_claim(text="Xyzzyword")
    client.post(page(claim, "redact"), {"kind": "legal", "reason": "Law.", "legal_basis": "Order 1/26"})
    assert Claim.objects.get().text == "Xyzzyword"
