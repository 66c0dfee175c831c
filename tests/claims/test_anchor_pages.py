"""What a curator does about a quote that is not where it stood: accept a place, take other words, or keep it."""

import pytest
from django.urls import reverse

from claims.models import AnchorCheck, Citation, Claim, Note
from tests.claims.test_admin import account
from tests.claims.test_anchors import OLD, QUOTE, snapshot, source, state
from tests.claims.test_dashboard import queues
from tests.factbase.test_admin import desk, said, url
from tests.factories import CitationFactory, ClaimFactory, published_claim

__all__ = ["account", "desk", "source"]
pytestmark = pytest.mark.django_db


@pytest.fixture
def citation(source):
    """Of a published claim, anchored in its source's only snapshot."""
    snapshot(source, OLD)
    return published_claim(source=source, quote=QUOTE).citations.get()


def page_of(citation):
    return reverse("admin:claims_citation_anchor", args=[citation.pk])


def buttons(response):
    """What each button of the page would send, by its first words."""
    found = response.context["found"]
    shared = {"snapshot": str(found.snapshot.pk), "version": str(response.context["citation"].version)}
    places = [{**shared, "place": f"{p.place.start}-{p.place.end}"} for p in found.proposals]
    return places, {**shared, "keep": "1"}


def press(client, citation, number=0):
    places, _ = buttons(client.get(page_of(citation)))
    return client.post(page_of(citation), places[number], follow=True)


def history_of(citation):
    return Citation.pgh_event_model.objects.filter(pgh_obj_id=citation.pk)


class TestMoved:
    def test_a_moved_quote_is_anchored_anew(self, desk, editor, citation, source):
        newer = snapshot(source, "A line was put in front. " + OLD, day=2)
        assert "Accept this place<" in desk.get(page_of(citation)).content.decode().replace("\n", "")
        assert state(citation) == ("moved", "moved")
        events = history_of(citation).count()
        response = press(desk, citation)
        assert said(response) == ["The quote is anchored where it stands now."]
        assert state(citation) == ("exact", "exact")
        assert (citation.quote, citation.snapshot) == (QUOTE, newer)
        assert newer.text[citation.start : citation.end] == QUOTE
        assert history_of(citation).count() > events
        assert history_of(citation).latest("pgh_id").pgh_context["user"] == str(editor.pk)

    def test_one_of_several_is_chosen(self, desk, source):
        text = f"{QUOTE} In between. {QUOTE}"
        snapshot(source, text)
        citation = CitationFactory(source=source, quote=QUOTE)
        page = desk.get(page_of(citation)).content.decode()
        assert page.count("Accept this place") == 2
        assert "Nothing says which of these places is meant" in page
        press(desk, citation, number=1)
        assert state(citation) == ("exact", "exact")
        assert citation.start == text.rindex(QUOTE)

    def test_other_marks_and_spaces_are_taken_over(self, desk, source):
        snapshot(source, "He said: “It is\nnot a crisis.” And left.")
        citation = CitationFactory(source=source, quote='"It is not a crisis."')
        assert "as printed there" in desk.get(page_of(citation)).content.decode()
        press(desk, citation)
        assert state(citation) == ("exact", "exact")
        assert citation.quote == "“It is\nnot a crisis.”"


class TestChanged:
    def test_the_difference_is_shown_word_by_word_and_escaped(self, desk, citation, source):
        snapshot(source, OLD.replace("accounted", "<b>said</b>"), day=2)
        page = desk.get(page_of(citation)).content.decode()
        assert "<del>accounted </del><ins>&lt;b&gt;said&lt;/b&gt; </ins>" in page
        assert "<b>said" not in page

    def test_the_new_words_are_taken_only_when_chosen(self, desk, citation, source):
        snapshot(source, OLD.replace("They", "The states"), day=2)
        assert state(citation) == ("changed", "changed")
        assert citation.quote == QUOTE
        press(desk, citation)
        assert state(citation) == ("exact", "exact")
        assert citation.quote == QUOTE.replace("They", "The states")

    def test_or_the_quote_is_kept(self, desk, editor, citation, source):
        snapshot(source, OLD.replace("They", "The states"), day=2)
        assert queues(desk)["Broken anchors"].count == 1
        _, keep = buttons(desk.get(page_of(citation)))
        assert said(desk.post(page_of(citation), keep, follow=True)) == ["The quote is kept as it is."]
        assert state(citation) == ("changed", "changed")
        assert citation.quote == QUOTE
        note = Note.objects.get(claim=citation.claim)
        assert note.created_by == editor
        assert QUOTE in note.text
        assert queues(desk)["Broken anchors"].count == 0
        assert "Keep the quote" not in desk.get(page_of(citation)).content.decode()
        # Until the source changes once more.
        snapshot(source, OLD.replace("They", "All states"), day=3)
        assert queues(desk)["Broken anchors"].count == 1


class TestRefused:
    def test_another_number_is_shown_but_cannot_be_accepted(self, desk, citation, source):
        snapshot(source, OLD.replace("3.2", "3.3"), day=2)
        page = desk.get(page_of(citation))
        assert "<del>3.2 </del><ins>3.3 </ins>" in page.content.decode()
        assert "Take the source" not in page.content.decode()
        response = press(desk, citation)
        assert "is no proposal" in said(response)[0]
        assert state(citation) == ("missing", "refused")
        assert citation.quote == QUOTE


class TestNotAllowed:
    def test_a_contributor_decides_nothing_about_a_published_claim(self, account, citation, source):
        snapshot(source, "Put in front. " + OLD, day=2)
        client = account("change_citation", "change_claim", "view_citation", "view_snapshot")
        page = client.get(page_of(citation))
        assert page.status_code == 200
        assert "Accept this place" not in page.content.decode()
        places, keep = buttons(page)
        assert client.post(page_of(citation), places[0]).status_code == 403
        assert client.post(page_of(citation), keep).status_code == 403
        assert state(citation) == ("moved", "moved")
        assert not Note.objects.exists()

    def test_without_the_right_to_snapshots_nothing_of_them_is_shown(self, account, citation):
        client = account("change_citation", "change_claim", "view_citation")
        assert client.get(page_of(citation)).status_code == 403

    def test_somebody_elses_draft_is_not_there(self, account, source):
        snapshot(source, OLD)
        citation = CitationFactory(source=source, claim=ClaimFactory(), quote=QUOTE)
        client = account("change_citation", "change_claim", "view_citation", "view_snapshot")
        assert client.get(page_of(citation)).status_code == 302

    def test_by_post_alone(self, desk, citation, source):
        snapshot(source, "Put in front. " + OLD, day=2)
        places, _ = buttons(desk.get(page_of(citation)))
        desk.get(page_of(citation), places[0])
        assert state(citation) == ("moved", "moved")


class TestMeanwhile:
    def test_a_newer_snapshot_came(self, desk, citation, source):
        snapshot(source, "Put in front. " + OLD, day=2)
        places, keep = buttons(desk.get(page_of(citation)))
        snapshot(source, "Once more in front. " + OLD, day=3)
        assert "another newest snapshot" in said(desk.post(page_of(citation), places[0], follow=True))[0]
        assert "nothing to keep" in said(desk.post(page_of(citation), keep, follow=True))[0]
        assert state(citation) == ("moved", "moved")

    def test_the_citation_was_changed(self, desk, citation, source):
        snapshot(source, "Put in front. " + OLD, day=2)
        places, _ = buttons(desk.get(page_of(citation)))
        places[0]["version"] = "99"
        assert "changed meanwhile" in said(desk.post(page_of(citation), places[0], follow=True))[0]
        assert state(citation) == ("moved", "moved")

    @pytest.mark.parametrize(
        "sent",
        [
            pytest.param({}, id="nothing"),
            pytest.param({"snapshot": "x", "version": "1"}, id="no-id"),
            pytest.param({"version": "²"}, id="no-number"),
            pytest.param({"place": "7"}, id="no-place"),
            pytest.param({"place": "0-9"}, id="another-place"),
            pytest.param({"place": f"{'9' * 30}-{'9' * 31}"}, id="far-away"),
        ],
    )
    def test_what_is_no_choice_is_answered(self, desk, citation, source, sent):
        snapshot(source, "Put in front. " + OLD, day=2)
        places, _ = buttons(desk.get(page_of(citation)))
        response = desk.post(page_of(citation), {**places[0], **sent} if sent else {}, follow=True)
        assert response.status_code == 200
        assert said(response)
        assert state(citation) == ("moved", "moved")


def test_the_claims_page_says_how_it_stands_and_leads_there(desk, citation, source):
    snapshot(source, "Put in front. " + OLD, day=2)
    for page in (url(Claim, "change", citation.claim_id), url(Citation, "change", citation.pk)):
        content = desk.get(page).content.decode()
        assert page_of(citation) in content
        assert "Moved: the same words elsewhere" in content
        assert 'name="anchor"' not in content
        assert '-anchor"' not in content


def test_the_front_page_and_the_list_have_what_the_check_found(desk, citation, source):
    assert queues(desk)["Broken anchors"].count == 0
    snapshot(source, "Nothing of the sort.", day=2)
    queue = queues(desk)["Broken anchors"]
    assert queue.count == 1
    assert [claim.pk for claim in desk.get(queue.link).context["cl"].result_list] == [citation.claim_id]
    assert AnchorCheck.objects.get().outcome == "missing"
