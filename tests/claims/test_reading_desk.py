"""The reading desk over HTTP: what it shows, what it fills in, what it saves, and what it refuses."""

import re
from datetime import date
from decimal import Decimal
from html import unescape

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from claims.actions.redact import redact
from claims.models import Citation, Claim, Claimant, Dismissal, Quantity
from claims.reading_desk import pages as paging
from factbase.dates import format_range, parse_range
from sources.models import Source
from tests import factories
from tests.claims.test_anchors import snapshot
from tests.claims.test_desk import as_role, groups
from tests.factbase.test_admin import desk, url

__all__ = ["as_role", "desk", "groups"]
pytestmark = pytest.mark.django_db

DIRECT = "We will defend our people"
REPORTED = "more than 3.2 million people were held"
OWN = "The city has 12 shelters."
TEXT = f"🚀 A <script>alert()</script> heading\n\n“{DIRECT},” said José Díaz. He said that {REPORTED}.\n\n{OWN}"


@pytest.fixture
def source(db):
    made = factories.SourceFactory(title="The Daily", language="en", published=parse_range("2017-03-19"))
    snapshot(made, TEXT)
    return made


def address(source, page="", **query):
    name = f"admin:sources_source_read{'_' if page else ''}{page}"
    return reverse(name, args=[source.pk], query=query)


def newest(source):
    return source.snapshots.order_by("-retrieved_at").first()


def place_of(source, words, kind=""):
    start = newest(source).text.index(words)
    place = {"snapshot": str(newest(source).pk), "start": start, "end": start + len(words)}
    return place | ({"kind": kind} if kind else {})


def open_claim(client, source, words, kind="", **headers):
    return client.get(address(source, "claim", **place_of(source, words, kind)), headers=headers)


def boxes(response):
    """What a browser would send if nothing were typed on this form."""
    form = response.context["form"]
    data = {}
    for each in [form.claim, form.claimant, form.citation, form.quantities.management_form, *form.quantities]:
        for box in each:
            value = box.value()
            if value is not None and value is not False:
                prepared = box.field.prepare_value(value) if hasattr(box.field, "prepare_value") else value
                data[box.html_name] = str(getattr(prepared, "pk", prepared))
    return data


def accept(client, source, words, kind="", **typed):
    shown = open_claim(client, source, words, kind)
    return client.post(address(source, "claim", **place_of(source, words, kind)), boxes(shown) | typed, follow=True)


def marks(response):
    """Class, words and where it leads of each mark on the text."""
    found = re.findall(
        r'<a class="([^"]*\bmark\b[^"]*)" href="([^"]*)" data-start[^>]*>(.*?)</a>', response.content.decode()
    )
    return [(looks, unescape(words), unescape(href)) for looks, href, words in found]


class TestPage:
    def test_the_source_s_page_has_a_button(self, desk, source):
        assert address(source) in desk.get(url(Source, "change", source.pk)).content.decode()

    def test_proposals_are_underlined_and_citations_highlighted(self, desk, source):
        citation = factories.CitationFactory(source=source, quote=OWN)
        assert citation.anchor == "exact"
        found = [(looks, words) for looks, words, _ in marks(desk.get(address(source)))]
        assert found == [
            ("mark quotation", f"“{DIRECT},”"),
            ("mark quotation", "that "),
            ("mark quantity quotation", "more than 3.2 million"),
            ("mark quotation", " people were held"),
            ("citation mark", OWN),
        ]
        assert marks(desk.get(address(source)))[-1][2] == url(Claim, "change", citation.claim_id)

    def test_a_number_that_somebody_said_leads_to_what_they_said(self, desk, source):
        by_words = {words: href for _, words, href in marks(desk.get(address(source)))}
        assert by_words["more than 3.2 million"] == by_words["that "]

    def test_the_newest_text_is_shown_escaped(self, desk, source):
        snapshot(source, f"{TEXT} And a <b>later</b> line.", day=2)
        shown = desk.get(address(source)).content.decode()
        assert "&lt;b&gt;later&lt;/b&gt; line." in shown
        assert "&lt;script&gt;alert()" in shown
        assert "<script>alert()" not in shown

    def test_carriage_returns_keep_the_offsets(self, desk, source):
        snapshot(source, "Alpha\r\nbeta\r\ngamma\r\ndelta.\r\n\r\nEnd.", day=2)
        assert "Alpha&#13;\nbeta&#13;\ngamma" in desk.get(address(source)).content.decode()

    def test_a_language_that_is_not_read_says_so(self, desk, source):
        Source.objects.update(language="de")
        response = desk.get(address(source))
        assert "Nothing is proposed in this language (de)" in response.content.decode()
        assert marks(response) == []
        assert open_claim(desk, source, OWN).context["form"].filling.quote == OWN

    def test_a_source_without_a_text_says_so(self, desk):
        shown = desk.get(address(factories.SourceFactory())).content.decode()
        assert "There is no text to read" in shown

    def test_a_long_text_is_read_a_page_at_a_time(self, desk, source, monkeypatch):
        monkeypatch.setattr(paging.pages, "__defaults__", (80,))
        first, last = desk.get(address(source)), desk.get(address(source), {"page": 3})
        assert (len(first.context["desk"].pages), OWN in first.content.decode()) == (3, False)
        assert [words for _, words, _ in marks(last)] == ["12"]
        assert open_claim(desk, source, "12", "quantity").context["form"].filling.quote == OWN
        for wrong in ("0", "99", "x", "²", "1" * 400):
            assert desk.get(address(source), {"page": wrong}).status_code == 200

    def test_ten_citations_cost_as_many_queries_as_one(self, desk, source, django_assert_max_num_queries):
        for _ in range(10):
            citation = factories.CitationFactory(source=source, quote=OWN)
            factories.ClaimantFactory(claim=citation.claim)
        desk.get(address(source))
        # Session, account, source, snapshot; dismissals, citations, claimants, those moved, those broken; rights.
        with django_assert_max_num_queries(14):
            assert len(desk.get(address(source)).context["desk"].citations) == 10

    def test_citations_that_stand_no_more_are_counted(self, desk, source):
        citation = factories.CitationFactory(source=source, quote=OWN)
        snapshot(source, TEXT.replace("12", "13"), day=2)
        citation.refresh_from_db()
        assert citation.anchor == "missing"
        assert "1 citation of this source does not stand where it stood" in desk.get(address(source)).content.decode()

    def test_a_citation_whose_words_moved_is_shown_where_they_are(self, desk, source):
        factories.CitationFactory(source=source, quote=OWN)
        snapshot(source, f"Put in front. {TEXT}", day=2)
        assert Citation.objects.get().anchor == "moved"
        assert ("citation mark", OWN) in [mark[:2] for mark in marks(desk.get(address(source)))]

    def test_nothing_is_stored_by_looking(self, desk, source):
        desk.get(address(source))
        open_claim(desk, source, OWN)
        assert not Claim.objects.exists()
        assert not Dismissal.objects.exists()


class TestFilledIn:
    def test_a_direct_quotation_by_a_speaker_known_without_accents(self, desk, source):
        speaker = factories.SpeakerFactory(name="Jose Diaz")
        form = open_claim(desk, source, f"“{DIRECT},”", "quotation").context["form"]
        assert form.filling.quote == DIRECT
        assert (form.claim["text"].value(), form.claim["wording"].value()) == (DIRECT, "verbatim")
        assert (form.claim["kind"].value(), form.claim["language"].value()) == ("fact", "en")
        assert (form.claimant["basis"].value(), form.claimant["speaker"].value()) == ("named", speaker.pk)
        assert form.citation["directness"].value() == "direct"
        assert form.citation["attributed_to"].value() == "José Díaz"
        # It was said by the day of publication, nobody knows how long before.
        assert (format_range(form.claim["stated"].initial), form.claim["stated_basis"].value()) == (
            "../2017-03-19",
            "publication",
        )

    def test_an_alias_is_a_name(self, desk, source):
        speaker = factories.SpeakerFactory(name="J. Díaz Ruiz", aliases=["Other", "JOSÉ DÍAZ"])
        assert open_claim(desk, source, DIRECT).context["form"].claimant["speaker"].value() == speaker.pk

    def test_an_unknown_speaker_is_a_label(self, desk, source):
        factories.SpeakerFactory(name="Josefa Díaz")
        form = open_claim(desk, source, DIRECT).context["form"]
        assert (form.claimant["basis"].value(), form.claimant["label"].value()) == ("unnamed", "José Díaz")
        assert not form.claimant["speaker"].value()

    def test_speakers_of_one_name_are_offered_and_none_is_guessed(self, desk, source):
        one, other = factories.SpeakerFactory(name="José Díaz"), factories.SpeakerFactory(name="Jose Diaz")
        response = open_claim(desk, source, DIRECT)
        form = response.context["form"]
        assert {key for key, _ in form.claimant["who"].field.choices} == {str(one.pk), str(other.pk), ""}
        assert not form.claimant["speaker"].value()
        accept(desk, source, DIRECT, **{"claimant-who": str(other.pk)})
        assert Claimant.objects.get().speaker == other
        assert Claimant.objects.get().basis == "named"

    def test_reported_words_with_their_number(self, desk, source):
        form = open_claim(desk, source, f"that {REPORTED}", "quotation").context["form"]
        assert (form.filling.quote, form.claim["kind"].value()) == (REPORTED, "statistic")
        assert form.citation["directness"].value() == "indirect"
        [number] = form.quantities.initial_forms
        values = {name: number[name].value() for name in ("as_written", "value", "comparator", "unit")}
        assert values == {
            "as_written": "more than 3.2 million",
            "value": "3200000",
            "comparator": "more_than",
            "unit": "people",
        }

    def test_the_text_s_own_number_is_a_sentence_said_on_its_day(self, desk, source):
        form = open_claim(desk, source, "12", "quantity").context["form"]
        assert form.filling.quote == OWN
        assert (form.claimant["basis"].value(), form.citation["directness"].value()) == ("author", "author")
        assert format_range(form.claim["stated"].initial) == "2017-03-19"

    def test_no_date_no_guess(self, desk, source):
        Source.objects.update(published=None)
        form = open_claim(desk, source, DIRECT).context["form"]
        assert (form.claim["stated"].value(), form.claim["stated_basis"].value()) == ("", "")

    def test_beside_the_text_it_is_the_form_alone(self, desk, source):
        page = open_claim(desk, source, DIRECT).content.decode()
        beside = open_claim(desk, source, DIRECT, **{"X-Requested-With": "XMLHttpRequest"}).content.decode()
        assert ("<html" in page, "<html" in beside, "desk-claim" in beside) == (True, False, True)


class TestAccepted:
    def test_all_is_saved_as_a_draft_of_the_curator(self, as_role, source):
        speaker = factories.SpeakerFactory(name="José Díaz")
        user, client = as_role("Contributor")
        response = accept(client, source, f"that {REPORTED}", "quotation")
        claim = Claim.objects.get()
        assert (claim.status, claim.created_by, claim.text, claim.wording) == ("draft", user, REPORTED, "verbatim")
        assert (format_range(claim.stated), claim.stated_basis) == ("../2017-03-19", "publication")
        assert claim.stated_latest == date(2017, 3, 19)
        assert claim.claimants.get().speaker == speaker
        quantity = claim.quantities.get()
        assert (quantity.value, quantity.unit) == (Decimal(3200000), "people")
        assert claim.text[quantity.start : quantity.end] == quantity.as_written == "more than 3.2 million"
        citation = claim.citations.get()
        assert (citation.quote, citation.anchor, citation.is_lead) == (REPORTED, "exact", True)
        assert TEXT[citation.start : citation.end] == REPORTED
        assert (citation.source, citation.snapshot, citation.language) == (source, newest(source), "en")
        # It is highlighted at once, and proposed no more.
        assert [str(line) for line in response.context["said"]][0].startswith("Saved as a draft")
        looks = {words: looks for looks, words, _ in marks(response)}
        assert looks[REPORTED] == "citation mark"
        assert "that " not in looks

    def test_what_was_changed_before_is_saved_so(self, desk, source):
        typed = {"text": "Over 3 million were held", "wording": "edited", "quantities-0-as_written": "Over 3 million"}
        accept(desk, source, REPORTED, **typed, **{"quantities-0-value": "3000000", "citation-note": "[sic]"})
        quantity = Quantity.objects.get()
        assert (quantity.start, quantity.end, quantity.value) == (0, 14, 3000000)
        assert Citation.objects.get().quote == REPORTED
        assert Citation.objects.get().note == "[sic]"

    def test_a_number_is_left_out_and_another_added(self, desk, source):
        extra = {"as_written": "million", "comparator": "order", "value": "1000000", "significant_figures": "1"}
        typed = {f"quantities-1-{name}": value for name, value in extra.items()}
        accept(desk, source, REPORTED, **typed, **{"quantities-0-DELETE": "on"})
        assert [quantity.as_written for quantity in Quantity.objects.all()] == ["million"]

    def test_two_equal_numbers_have_a_place_each(self, desk, source):
        words = "300 came and 300 left."
        snapshot(source, words, day=2)
        accept(desk, source, words)
        assert [(q.start, q.end) for q in Quantity.objects.order_by("start")] == [(0, 3), (13, 16)]

    @pytest.mark.parametrize(
        ("typed", "message"),
        [
            pytest.param({"text": ""}, "This field is required.", id="no text"),
            pytest.param({"stated": "31/02"}, "is no date", id="no date"),
            pytest.param({"stated_basis": ""}, "A date has a basis", id="no basis"),
            pytest.param({"claimant-label": ""}, "An unnamed claimant has a label", id="no label"),
            pytest.param({"quantities-0-value": "many"}, "Enter a number.", id="no number"),
            pytest.param({"quantities-0-unit": "People"}, "A unit is lower case", id="unit"),
            pytest.param({"quantities-0-significant_figures": "0"}, "greater than or equal to 1", id="figures"),
        ],
    )
    def test_what_is_wrong_is_said_and_nothing_is_saved(self, desk, source, typed, message):
        response = accept(desk, source, REPORTED, **typed)
        assert response.redirect_chain == []
        assert message in unescape(response.content.decode())
        assert not Claim.objects.exists()

    def test_what_the_database_refuses_is_said_and_nothing_is_saved(self, desk, source, monkeypatch):
        monkeypatch.setattr(Quantity, "full_clean", lambda self, **kwargs: setattr(self, "unit", "PEOPLE!"))
        response = accept(desk, source, REPORTED)
        assert "A unit is lower case" in unescape(response.content.decode())
        assert not Claim.objects.exists()

    def test_a_newer_text_sends_nobody_s_offsets_astray(self, desk, source):
        shown = open_claim(desk, source, DIRECT)
        old = address(source, "claim", **place_of(source, DIRECT))
        snapshot(source, f"Put in front. {TEXT}", day=2)
        response = desk.post(old, boxes(shown), follow=True)
        assert [str(line) for line in response.context["said"]] == [
            "The source has a newer text by now: this is it. Nothing was saved."
        ]
        assert not Claim.objects.exists()

    @pytest.mark.parametrize(
        "wrong",
        [
            pytest.param({"start": "5", "end": "5"}, id="empty"),
            pytest.param({"start": "x"}, id="no number"),
            pytest.param({"end": "99999"}, id="past the end"),
            pytest.param({"snapshot": "nonsense"}, id="no snapshot"),
            pytest.param({"start": "-1"}, id="negative"),
            pytest.param({"kind": "nonsense"}, id="kind"),
            pytest.param({"start": "1", "end": "2"}, id="white space"),
        ],
    )
    def test_a_mangled_address_is_refused(self, desk, source, wrong):
        assert desk.get(address(source, "claim", **place_of(source, DIRECT) | wrong)).status_code == 400


class TestDismissed:
    def dismiss(self, client, source, words=f"“{DIRECT},”", kind="quotation", **more):
        return client.post(address(source, "dismiss"), place_of(source, words, kind) | more, follow=True)

    def test_it_is_gone_for_everyone_and_in_the_next_snapshot(self, as_role, source):
        self.dismiss(as_role("Contributor")[1], source)
        _, editor = as_role("Editor")
        assert DIRECT not in str(marks(editor.get(address(source))))
        snapshot(source, f"Put in front. {TEXT}", day=2)
        response = editor.get(address(source))
        assert DIRECT not in str(marks(response))
        assert "Show dismissed (1)" in response.content.decode()
        assert DIRECT in response.content.decode()

    def test_it_is_shown_when_asked_for_and_brought_back(self, desk, source):
        self.dismiss(desk, source)
        self.dismiss(desk, source)  # Twice is once.
        assert Dismissal.objects.count() == 1
        shown = marks(desk.get(address(source, dismissed=1)))
        assert ("dismissed mark quotation", f"“{DIRECT},”") in [mark[:2] for mark in shown]
        self.dismiss(desk, source, bring_back="1")
        assert not Dismissal.objects.exists()
        assert DIRECT in str(marks(desk.get(address(source))))

    def test_the_same_number_elsewhere_stays(self, desk, source):
        snapshot(source, "They held 12 people here. The city has 12 shelters.", day=2)
        self.dismiss(desk, source, "12", "quantity")
        assert [words for _, words, _ in marks(desk.get(address(source)))] == ["12"]

    def test_its_numbers_go_with_it(self, desk, source):
        self.dismiss(desk, source, f"that {REPORTED}")
        assert [words for _, words, _ in marks(desk.get(address(source)))] == [f"“{DIRECT},”", "12"]

    def test_what_is_not_proposed_is_not_dismissed(self, desk, source):
        assert self.dismiss(desk, source, "A ", "quotation").status_code == 400
        assert desk.get(address(source, "dismiss")).status_code == 405

    def test_redaction_takes_the_hashes_along(self, desk, source, editor):
        self.dismiss(desk, source)
        citation = factories.CitationFactory(source=source, quote=OWN)
        redact(claim=citation.claim, by=editor, kind="legal", reason="A court said so.", legal_basis="Order 7")
        assert not Dismissal.objects.exists()


class TestWho:
    def test_without_the_right_to_snapshots_there_is_no_desk(self, as_role, source):
        _, client = as_role("Administrator")
        assert client.get(address(source)).status_code in (302, 403)
        assert open_claim(client, source, DIRECT).status_code in (302, 403)

    def test_who_may_not_add_claims_reads_without_proposals(self, client, source):
        user = factories.UserFactory(is_staff=True)
        user.user_permissions.set(Permission.objects.filter(codename__in=["view_source", "view_snapshot"]))
        client.force_login(user)
        response = client.get(address(source))
        assert (response.status_code, marks(response)) == (200, [])
        assert open_claim(client, source, DIRECT).status_code == 403
        assert client.post(address(source, "dismiss"), place_of(source, DIRECT)).status_code == 403

    def test_a_contributor_does_not_see_the_drafts_of_others(self, as_role, source):
        factories.CitationFactory(source=source, quote=OWN)
        _, client = as_role("Contributor")
        assert "citation" not in str(marks(client.get(address(source))))

    def test_anyone_else_is_sent_to_the_door(self, client, source):
        assert client.get(address(source)).status_code == 302

    def test_intake_ends_with_a_way_to_the_desk(self, desk):
        given = desk.post("/admin/sources/source/add-from/", {"words": f"A headline\n\n{DIRECT}. {OWN} {REPORTED}."})
        form = given.context["form"]
        data = {box.html_name: box.value() for box in form if box.value() is not None}
        data |= {"kept": given.context["kept"], "kind": "report", "title": "A headline", "language": "en"}
        response = desk.post("/admin/sources/source/confirm/", data, follow=True)
        assert address(Source.objects.get(title="A headline")) in response.content.decode()
