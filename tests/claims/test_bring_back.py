"""An old version of a claim's own fields is brought back as a new change; the history's pages in the admin."""

import pghistory
import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.urls import reverse

from claims.history import bring_back, differences, timeline
from claims.models import Claim
from tests import factories as make
from tests.claims.test_timeline import account, fields, old_versions, update
from tests.factbase.test_admin import desk, errors, form_data, said, url

__all__ = ["desk"]
pytestmark = pytest.mark.django_db
alone = pytest.mark.django_db(transaction=True)  # now() stands still in a transaction, and with it the version.


@pytest.fixture
def changed():
    """A draft with one old version."""
    claim = make.ClaimFactory(text="Old <b>words</b>.", kind="fact", proposition=make.PropositionFactory())
    update(claim, text="New words.", kind="promise", proposition=None, stated="2018-12", stated_basis="printed")
    return claim


def published_and_changed():
    with transaction.atomic():
        claim = make.published_claim(text="Old words.")
    update(claim, text="New words.")
    return claim


def page_of(claim):
    return url(Claim, "history", claim.pk)


def bring_back_page(claim, event=None):
    return reverse("admin:claims_claim_bring_back", args=[claim.pk, (event or old_versions(claim)[0]).pgh_id])


def text_of(claim):
    return Claim.objects.get(pk=claim.pk).text


class TestBringBack:
    @alone
    def test_its_own_fields_are_as_they_were_as_a_new_change(self, changed, editor):
        old = old_versions(changed)[0]
        bring_back(claim=changed, event=old, by=editor)
        row = Claim.objects.get(pk=changed.pk)
        for name in ("text", "kind", "proposition_id", "stated", "stated_basis"):
            assert getattr(row, name) == getattr(old, name) == getattr(changed, name)
        assert (row.version, len(old_versions(changed))) == (3, 2)
        assert fields(changed)["Text"] == ("New words.", "Old <b>words</b>.")

    def test_its_state_and_parts_stay(self, editor):
        claim = make.ClaimFactory(text="Old words.")
        update(claim, text="New words.")
        make.ClaimantFactory(claim=claim)
        make.CitationFactory(claim=claim)
        Claim.objects.update(status="in_review")
        claim.publish(by=editor)
        bring_back(claim=claim, event=old_versions(claim)[0], by=editor)
        assert (claim.text, claim.status, claim.published_by) == ("Old words.", "published", editor)
        assert claim.published_at
        assert claim.claimants.count() == claim.citations.count() == 1

    def test_without_the_right_to(self, changed):
        for user in (account(), account("view_claim", "change_any_claim")):
            with pytest.raises(PermissionDenied, match="ask an administrator"):
                bring_back(claim=changed, event=old_versions(changed)[0], by=user)
        assert text_of(changed) == "New words."

    def test_a_contributor_has_drafts_of_their_own(self, changed):
        user = account("change_claim")
        with pytest.raises(PermissionDenied, match="not yours to change"):
            bring_back(claim=changed, event=old_versions(changed)[0], by=user)
        with pghistory.context(user=str(user.pk), via="admin"):
            own = make.ClaimFactory(text="Old words.")
        update(own, text="New words.")
        bring_back(claim=own, event=old_versions(own)[0], by=user)
        assert text_of(own) == "Old words."

    def test_a_withdrawn_claim_stays_as_it_is(self, editor):
        claim = published_and_changed()
        claim.withdraw(by=editor, kind="error", reason="Misread.")
        with pytest.raises(ValidationError, match="withdrawn: it stays"):
            bring_back(claim=claim, event=old_versions(claim)[0], by=editor)
        assert text_of(claim) == "New words."

    def test_nothing_differs(self, changed, editor):
        bring_back(claim=changed, event=old_versions(changed)[0], by=editor)
        with pytest.raises(ValidationError, match="Nothing differs"):
            bring_back(claim=changed, event=old_versions(changed)[0], by=editor)
        assert len(old_versions(changed)) == 2

    def test_another_claims_version(self, changed, editor):
        with pytest.raises(ValidationError, match="another claim"):
            bring_back(claim=make.ClaimFactory(), event=old_versions(changed)[0], by=editor)

    @alone
    def test_a_change_made_meanwhile_is_not_written_over(self, changed, editor):
        with pytest.raises(ValidationError, match="changed meanwhile"):
            bring_back(claim=changed, event=old_versions(changed)[0], by=editor, version=1)
        assert text_of(changed) == "New words."

    def test_a_numbers_words_that_no_longer_stand_there(self, changed, editor):
        make.QuantityFactory(claim=changed, as_written="New", start=0, end=3)
        with pytest.raises(ValidationError, match="The number 'New' does not stand at 0 to 3"):
            bring_back(claim=changed, event=old_versions(changed)[0], by=editor)
        assert text_of(changed) == "New words."

    def test_a_proposition_that_is_gone(self, changed, editor):
        event = old_versions(changed)[0]
        make.PropositionFactory._meta.model.objects.get(pk=event.proposition_id).delete()
        assert differences(changed, event)[-1].label
        with pytest.raises(ValidationError, match="is missing"):
            bring_back(claim=changed, event=event, by=editor)


@alone
class TestPage:
    def test_a_save_in_the_admin_is_one_entry_with_all_its_parts(self, desk, editor, changed):
        page = url(Claim, "change", changed.pk)
        data = form_data(desk.get(page)) | {"text": "Newer & words.", "translations-TOTAL_FORMS": 1}
        response = desk.post(page, data | {"translations-0-language": "es", "translations-0-text": "Otra."})
        assert response.status_code == 302, errors(response)
        entry = timeline(changed)[0]
        assert (entry.who, entry.door, [part.what for part in entry.parts]) == (
            editor,
            "Admin",
            ["Claim", "Translation"],
        )
        shown = desk.get(page_of(changed)).content.decode()
        assert "<del>New</del><ins>Newer &amp;</ins> words." in shown
        assert "Old &lt;b&gt;words&lt;/b&gt;." in shown
        assert page_of(changed) in desk.get(page).content.decode()

    def test_asks_then_brings_back(self, desk, changed):
        page = bring_back_page(changed)
        assert page in desk.get(page_of(changed)).content.decode()
        asked = desk.get(page)
        assert "Statistic" not in asked.content.decode()
        assert "<del>Promise</del> <ins>Fact</ins>" in asked.content.decode()
        assert text_of(changed) == "New words."
        response = desk.post(page, {"version": asked.context["record"].version})
        assert response.headers["Location"] == url(Claim, "change", changed.pk)
        assert said(response) == ["Version 1 of the claim's own fields is back."]
        assert text_of(changed) == "Old <b>words</b>."
        assert timeline(changed)[0].by == "editor"

    @pytest.mark.parametrize("version", ["1", "", "²", "9" * 30])
    def test_a_stale_page_brings_nothing_back(self, desk, changed, version):
        response = desk.post(bring_back_page(changed), {"version": version})
        assert response.headers["Location"] == bring_back_page(changed)
        assert said(response) == ["The claim was changed meanwhile: look at the differences once more."]
        assert text_of(changed) == "New words."

    def test_what_the_database_refuses_is_said(self, desk, changed):
        make.QuantityFactory(claim=changed, as_written="New", start=0, end=3)
        version = Claim.objects.get(pk=changed.pk).version
        response = desk.post(bring_back_page(changed), {"version": version})
        assert response.headers["Location"] == page_of(changed)
        assert "does not stand at 0 to 3" in said(response)[0]

    def test_nothing_differs(self, desk, changed):
        update(changed, text="Old <b>words</b>.", kind="fact", stated=None, stated_basis="", notes="")
        Claim.objects.update(proposition=old_versions(changed)[0].proposition_id)
        response = desk.get(bring_back_page(changed))
        assert said(response) == ["Nothing differs: the claim is as it was in that version."]
        assert bring_back_page(changed) not in desk.get(page_of(changed)).content.decode()

    def test_who_may_only_look_has_no_button(self, client, changed):
        client.force_login(account("view_claim"))
        shown = client.get(page_of(changed)).content.decode()
        assert "New" in shown
        assert "Bring this back" not in shown
        assert client.get(bring_back_page(changed)).status_code == 403
        assert client.post(bring_back_page(changed), {"version": 2}).status_code == 403

    def test_who_may_not_look_sees_nothing(self, client, changed):
        client.force_login(account())
        assert b"New words" not in client.get(page_of(changed)).content

    def test_a_withdrawn_claim_has_no_button(self, desk, editor):
        claim = published_and_changed()
        claim.withdraw(by=editor, kind="error", reason="Misread.")
        assert "Bring this back" not in desk.get(page_of(claim)).content.decode()
        assert desk.post(bring_back_page(claim), {"version": 9}).status_code == 403

    def test_a_version_that_is_not_the_claims(self, desk, changed):
        other = make.ClaimFactory()
        assert desk.get(bring_back_page(other, old_versions(changed)[0])).status_code == 404

    def test_fifty_entries_a_page(self, desk, changed):
        for number in range(50):
            Claim.objects.update(notes=f"Note {number}.")
        first, second = (desk.get(page_of(changed), {"p": number}) for number in ("1", "2"))
        assert (len(first.context["page"]), len(second.context["page"])) == (50, 2)
        assert "page 1 of 2" in first.content.decode()
        assert "?p=2" in first.content.decode()
        assert "?p=1" in second.content.decode()
        assert len(desk.get(page_of(changed), {"p": "x"}).context["page"]) == 50

    def test_a_deleted_claim_answers_still(self, desk, client, changed):
        page, back = page_of(changed), bring_back_page(changed)
        changed.delete()
        shown = desk.get(page).content.decode()
        assert "New words." in shown
        assert "Deleted" in shown
        assert "Bring this back" not in shown
        assert desk.get(back).status_code == 302
        client.force_login(account("change_claim"))  # A contributor, and the draft was not theirs.
        assert client.get(page).status_code == 302

    @pytest.mark.parametrize("pk", ["01a2017d-c86b-752b-97fa-bb9a21edee2a", "nonsense"])
    def test_a_claim_that_never_was(self, desk, pk):
        assert desk.get(url(Claim, "history", pk)).status_code == 302
