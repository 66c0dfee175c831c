"""The claim's page, list and verbs in the admin."""

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from claims.models import Citation, Claim, Claimant, ClaimTopic, Quantity, Review
from tests import factories
from tests.factbase.test_admin import desk, errors, form_data, said, url

__all__ = ["desk"]
Status = Claim.Status


def rows(prefix, *new, start=0):
    """New rows of an inline, and how many there are then."""
    data = {f"{prefix}-TOTAL_FORMS": start + len(new)}
    for number, row in enumerate(new, start):
        data |= {f"{prefix}-{number}-{name}": value for name, value in row.items()}
    return data


@pytest.fixture
def change(desk):
    """Post a claim's page with something changed on it."""

    def post(claim, **data):
        page = url(Claim, "change", claim.pk)
        return desk.post(page, form_data(desk.get(page)) | data)

    return post


@pytest.fixture
def account(client, db):
    """Sign in as an account with these rights alone."""

    def sign_in(*rights):
        user = factories.UserFactory(is_staff=True)
        user.user_permissions.set(Permission.objects.filter(codename__in=rights))
        client.force_login(user)
        return client

    return sign_in


class TestList:
    def test_ten_rows_cost_as_many_queries_as_one(self, desk, django_assert_num_queries):
        def visit():
            return desk.get(url(Claim, "changelist"))

        def add():
            claim = factories.published_claim()
            factories.ClaimantFactory(claim=claim, position=1)
            ClaimTopic.objects.create(claim=claim, topic=factories.TopicFactory())

        add()
        visit()
        # Session, account; count, claims; claimants, speakers.
        with django_assert_num_queries(6):
            visit()
        for _ in range(9):
            add()
        with django_assert_num_queries(6):
            assert visit().content.count(b"Published") >= 10

    @pytest.mark.parametrize(
        ("term", "found"),
        [
            pytest.param("detention", 1, id="stem"),
            pytest.param('"million detentions"', 1, id="phrase"),
            pytest.param("detentions -million", 0, id="without"),
            pytest.param("arrests", 0, id="other"),
            pytest.param("  ", 2, id="blank"),
        ],
    )
    def test_finds_by_words(self, desk, term, found):
        factories.ClaimFactory(text="More than 3.2 million detentions.")
        factories.ClaimFactory(text="Something else.")
        response = desk.get(url(Claim, "changelist"), {"q": term})
        assert response.context["cl"].result_count == found

    def test_finds_by_id(self, desk):
        claim, _ = factories.ClaimFactory(), factories.ClaimFactory()
        response = desk.get(url(Claim, "changelist"), {"q": f" {claim.pk} "})
        assert list(response.context["cl"].result_list) == [claim]

    def test_filters_by_topic(self, desk):
        link = ClaimTopic.objects.create(claim=factories.ClaimFactory(), topic=factories.TopicFactory())
        factories.ClaimFactory()
        response = desk.get(url(Claim, "changelist"), {"topics__id__exact": link.topic.pk})
        assert list(response.context["cl"].result_list) == [link.claim]

    def test_autocomplete_finds_claims_by_words(self, desk):
        claim = factories.ClaimFactory(text="More than 3.2 million detentions.")
        query = {"app_label": "claims", "model_name": "claimlink", "field_name": "to_claim", "term": "detentions"}
        response = desk.get(reverse("admin:autocomplete"), query)
        assert response.json()["results"] == [{"id": str(claim.pk), "text": str(claim)}]


class TestPage:
    def test_a_claim_is_added_with_its_parts(self, desk):
        page = url(Claim, "add")
        data = form_data(desk.get(page)) | {"text": "More than 3.2 million.", "kind": "fact", "wording": "verbatim"}
        data |= {"language": "en"}
        data |= rows("claimants", {"basis": "author", "position": 0}, {"basis": "anonymous", "position": 0})
        source = factories.SourceFactory()
        data |= rows("citations", {"source": source.pk, "quote": " q ", "directness": "direct"} | CITATION)
        data |= rows("quantities", QUANTITY)
        data |= rows("claimtopic_set", {"topic": factories.TopicFactory().pk})
        data |= rows("translations", {"language": "es", "text": "Más de 3,2 millones."})
        response = desk.post(page, data)
        assert response.status_code == 302, errors(response)
        claim = Claim.objects.get()
        assert claim.status == Status.DRAFT
        assert [(c.basis, c.position) for c in claim.claimants.all()] == [("author", 0), ("anonymous", 1)]
        assert claim.citations.get().quote == " q "
        assert claim.topics.count() == claim.translations.count() == 1

    def test_nothing_is_chosen_for_the_curator(self, desk):
        form = desk.get(url(Claim, "add")).context["adminform"].form
        assert [form[name].field.choices[0][0] for name in ("kind", "wording")] == ["", ""]

    def test_two_rows_swap_their_positions(self, change):
        first = factories.ClaimantFactory()
        second = factories.ClaimantFactory(claim=first.claim, position=1)
        response = change(first.claim, **{"claimants-0-position": 1, "claimants-1-position": 0})
        assert response.status_code == 302, errors(response)
        assert list(first.claim.claimants.all()) == [second, first]

    def test_two_rows_at_one_position_are_refused_beside_the_box(self, change):
        claim = factories.ClaimantFactory().claim
        factories.ClaimantFactory(claim=claim, position=1)
        response = change(claim, **{"claimants-1-position": 0})
        assert errors(response) == ["Another one stands at 0: number them 0, 1, 2."]

    def test_the_lead_moves_from_one_citation_to_another(self, change):
        first = factories.CitationFactory(is_lead=True)
        second = factories.CitationFactory(claim=first.claim, position=1)
        response = change(first.claim, **{"citations-0-is_lead": "", "citations-1-is_lead": "on"})
        assert response.status_code == 302, errors(response)
        assert Citation.objects.get(is_lead=True) == second

    def test_two_leads_are_refused_in_words(self, change):
        claim = factories.CitationFactory(is_lead=True).claim
        factories.CitationFactory(claim=claim, position=1)
        response = change(claim, **{"citations-1-is_lead": "on"})
        assert errors(response) == ["A claim has one lead citation: unmark the other."]

    def test_a_published_claim_is_corrected_and_keeps_its_claimant(self, change):
        claim = factories.published_claim()
        assert change(claim, text="Corrected.").status_code == 302
        response = change(claim, text="Again.", **{"claimants-0-DELETE": "on"})
        assert errors(response) == ["A published claim needs a claimant: add one, or the source's own voice (author)."]
        assert response.context["adminform"].form["text"].value() == "Again."
        claim.refresh_from_db()
        assert (claim.text, claim.claimants.count()) == ("Corrected.", 1)

    @pytest.mark.parametrize(
        ("name", "value", "says"),
        [
            pytest.param("text", "x" * 5001, "at most 5000 characters", id="overlong"),
            pytest.param("text", "", "This field is required", id="missing"),
            pytest.param("stated", "soon", "'soon' is no date: write 2017-02-23", id="no date"),
            pytest.param("stated", "2018-13", "'2018-13' is no date", id="no month"),
            pytest.param("stated", "2018", "basis", id="date without basis"),
            pytest.param("language", "english", "'english' is no language tag", id="language"),
            pytest.param("language", "zz", "'zz' is no language tag", id="unknown language"),
            pytest.param("embargo_until_0", "tomorrow", "Enter a valid date", id="embargo"),
            pytest.param("proposition", "x", "“x” is not a valid UUID", id="proposition"),
        ],
    )
    def test_bad_input_is_named_and_kept(self, change, name, value, says):
        response = change(factories.ClaimFactory(), **{name: value, "notes": "Kept."})
        [error] = errors(response)
        assert says in error
        assert response.context["adminform"].form["notes"].value() == "Kept."

    def test_line_ends_stay_as_they_were(self, change):
        claim = factories.ClaimFactory(text="Two lines,\nof which this is the second.")
        assert change(claim, notes="Changed.").status_code == 302
        claim.refresh_from_db()
        assert claim.text == "Two lines,\nof which this is the second."


CITATION = {"stance": "states", "anchor": "unchecked", "position": 0}
QUANTITY = {
    "as_written": "more than 3.2 million",
    "comparator": "more_than",
    "value": "3200000",
    "significant_figures": "2",
    "measure": "level",
}


class TestQuantity:
    @pytest.mark.parametrize(
        ("text", "span"),
        [
            pytest.param("Of more than 3.2 million.", (3, 24), id="once"),
            pytest.param("👩‍👧 more than 3.2 million", (4, 25), id="code points"),
            pytest.param("more than 3.2 million, more than 3.2 million", (None, None), id="twice"),
            pytest.param("over 3.2 million", (None, None), id="not there"),
        ],
    )
    def test_its_words_are_found_in_the_text(self, change, text, span):
        response = change(factories.ClaimFactory(), text=text, **rows("quantities", QUANTITY))
        assert response.status_code == 302, errors(response)
        quantity = Quantity.objects.get()
        assert (quantity.start, quantity.end) == span

    def test_they_are_found_again_after_a_change_of_the_text(self, change):
        claim = factories.ClaimFactory()
        quantity = factories.QuantityFactory(claim=claim, start=31, end=52)
        own = {"quantities-INITIAL_FORMS": 1, "quantities-0-id": quantity.pk, "quantities-0-claim": claim.pk}
        row = {**QUANTITY, "start": 31, "end": 52}
        response = change(claim, text="Of more than 3.2 million.", **(rows("quantities", row) | own))
        assert response.status_code == 302, errors(response)
        quantity.refresh_from_db()
        assert (quantity.start, quantity.end) == (3, 24)

    @pytest.mark.parametrize(
        ("bad", "says"),
        [
            pytest.param({"value": "NaN"}, "Enter a number", id="NaN"),
            pytest.param({"value": "3,200,000"}, "Enter a number", id="commas"),
            pytest.param({"value": "1" * 25}, "24 digits", id="25 digits"),
            pytest.param({"value": "9" * 60}, "digits", id="60 digits"),
            pytest.param({"value": ""}, "This field is required", id="half filled"),
            pytest.param({"unit": "Detentions"}, "A unit is lower case", id="upper case"),
            pytest.param({"comparator": "between"}, "between needs the upper number", id="between"),
            pytest.param({"start": "3"}, "Give both start and end", id="half a span"),
            pytest.param({"start": "0", "end": "5"}, "does not stand at 0 to 5", id="other words"),
            pytest.param({"significant_figures": "0"}, "greater than or equal to 1", id="no figures"),
            pytest.param({"significant_figures": "70000"}, "", id="many figures"),
            pytest.param({"place": "XX"}, "'XX' is no country code", id="place"),
            pytest.param({"period": "FY23"}, "'FY23' is no date", id="period"),
        ],
    )
    def test_bad_input_is_named_and_kept(self, change, bad, says):
        response = change(factories.ClaimFactory(), **rows("quantities", QUANTITY | bad))
        assert any(says in error for error in errors(response)), errors(response)
        [quantities] = [r for r in response.context["inline_admin_formsets"] if r.formset.prefix == "quantities"]
        assert {name: quantities.formset.forms[0][name].value() for name in bad} == bad

    def test_shows_what_the_number_means(self, desk):
        quantity = factories.QuantityFactory()
        page = desk.get(url(Claim, "change", quantity.claim.pk)).content.decode()
        assert "Read as above 3,200,000 and below 3,300,000; commits the speaker to more than 3,200,000." in page


VERBS = {
    "submit": (Status.DRAFT, Status.IN_REVIEW, "submit_claim"),
    "publish": (Status.IN_REVIEW, Status.PUBLISHED, "publish_claim"),
    "return_to_draft": (Status.IN_REVIEW, Status.DRAFT, "return_claim"),
    "withdraw": (Status.PUBLISHED, Status.WITHDRAWN, "withdraw_claim"),
}
REASON = {"kind": "error", "reason": "Misheard."}


def in_state(status):
    if status == Status.PUBLISHED:
        return factories.published_claim()
    claim = factories.ClaimFactory(status=status)
    factories.ClaimantFactory(claim=claim)
    factories.CitationFactory(claim=claim)
    return claim


def verb_url(claim, verb):
    return reverse(f"admin:claims_claim_{verb}", args=[claim.pk])


class TestVerbs:
    @pytest.mark.parametrize("verb", VERBS)
    def test_asks_then_does(self, desk, editor, verb):
        before, after, _ = VERBS[verb]
        claim = in_state(before)
        page = desk.get(verb_url(claim, verb))
        assert page.status_code == 200
        claim.refresh_from_db()
        assert claim.status == before
        response = desk.post(verb_url(claim, verb), REASON)
        assert response.url == url(Claim, "change", claim.pk)
        claim.refresh_from_db()
        assert claim.status == after
        assert claim.updated_at

    @pytest.mark.parametrize("verb", VERBS)
    def test_needs_a_csrf_token(self, client, editor, verb):
        client.handler.enforce_csrf_checks = True
        client.force_login(editor)
        claim = in_state(VERBS[verb][0])
        assert client.post(verb_url(claim, verb), REASON).status_code == 403

    @pytest.mark.parametrize("verb", VERBS)
    def test_twice_says_what_state_it_is_in(self, desk, verb):
        claim = in_state(VERBS[verb][0])
        desk.post(verb_url(claim, verb), REASON)
        response = desk.post(verb_url(claim, verb), REASON)
        claim.refresh_from_db()
        assert f"This claim is {claim.get_status_display().lower()}: only one that is" in said(response)[-1]
        assert desk.get(verb_url(claim, verb)).status_code == 302

    @pytest.mark.parametrize("verb", VERBS)
    def test_without_the_right_it_is_refused_in_words(self, account, verb):
        claim = in_state(VERBS[verb][0])
        client = account("view_claim", "change_claim")
        response = client.post(verb_url(claim, verb), REASON)
        assert "ask an administrator for the right to" in said(response)[-1]
        claim.refresh_from_db()
        assert claim.status == VERBS[verb][0]

    def test_an_account_that_may_not_see_claims_sees_no_verb(self, account):
        answer = account("publish_claim").get(verb_url(in_state(Status.IN_REVIEW), "publish"))
        assert answer.status_code == 302, "as for a claim that does not exist"
        assert answer.headers["Location"] == reverse("admin:index")

    @pytest.mark.parametrize("status", Status.values)
    def test_the_page_has_the_buttons_that_fit(self, account, desk, status):
        claim = in_state(status) if status != Status.WITHDRAWN else withdrawn()

        def buttons(client):
            page = client.get(url(Claim, "change", claim.pk)).content.decode()
            return {verb for verb in VERBS if verb_url(claim, verb) in page}

        fitting = {verb for verb, (before, _, _) in VERBS.items() if before == status}
        assert buttons(desk) == fitting
        for verb in fitting:
            assert buttons(account("view_claim", VERBS[verb][2])) == {verb}

    def test_publishing_without_a_claimant_says_what_is_missing(self, desk):
        claim = factories.ClaimFactory(status=Status.IN_REVIEW)
        response = desk.post(verb_url(claim, "publish"))
        assert said(response) == ["A published claim needs a claimant: add one, or the source's own voice (author)."]

    @pytest.mark.parametrize(
        "bad",
        [
            pytest.param({"reason": ""}, id="no reason"),
            pytest.param({"reason": "x" * 1001}, id="overlong"),
            pytest.param({"kind": "whim"}, id="kind"),
        ],
    )
    def test_withdrawing_needs_kind_and_reason_and_keeps_what_was_typed(self, desk, bad):
        claim = in_state(Status.PUBLISHED)
        response = desk.post(verb_url(claim, "withdraw"), REASON | bad)
        form = response.context["form"]
        assert list(form.errors) == list(bad)
        assert form["reason"].value() == (REASON | bad)["reason"]

    def test_a_claim_that_is_not_there(self, desk):
        claim = factories.ClaimFactory.build()
        assert desk.post(verb_url(claim, "publish")).status_code == 302

    def test_a_review_is_published(self, desk, editor):
        review = factories.ReviewFactory()
        page = reverse("admin:claims_review_publish", args=[review.pk])
        assert page in desk.get(url(Review, "change", review.pk)).content.decode()
        desk.get(page)
        desk.post(page)
        review.refresh_from_db()
        assert review.published_by == editor
        assert said(desk.post(page))[-1] == "This review is published already."
        assert page not in desk.get(url(Review, "change", review.pk)).content.decode()


def withdrawn():
    by = factories.UserFactory(is_superuser=True)
    claim = factories.published_claim()
    claim.withdraw(by=by, **REASON)
    return claim


class TestDelete:
    def test_a_draft_is_deleted_with_its_parts(self, desk):
        claim = in_state(Status.DRAFT)
        assert desk.post(url(Claim, "delete", claim.pk), {"post": "yes"}).status_code == 302
        assert not Claimant.objects.exists()

    @pytest.mark.parametrize("status", [Status.IN_REVIEW, Status.PUBLISHED, Status.WITHDRAWN])
    def test_others_are_not(self, desk, status):
        claim = withdrawn() if status == Status.WITHDRAWN else in_state(status)
        assert desk.post(url(Claim, "delete", claim.pk), {"post": "yes"}).status_code == 403
        bulk = {"action": "delete_selected", "_selected_action": [claim.pk, in_state(Status.DRAFT).pk], "post": "yes"}
        response = desk.post(url(Claim, "changelist"), bulk)
        assert said(response)[-1].startswith("Nothing was deleted: 1 of these claims")
        assert Claim.objects.count() == 2
        assert "elete" in str(desk.get(url(Claim, "change", claim.pk)).context["adminform"].model_admin.state(claim))

    def test_drafts_are_deleted_in_bulk(self, desk):
        claims = [in_state(Status.DRAFT), in_state(Status.DRAFT)]
        bulk = {"action": "delete_selected", "_selected_action": [claim.pk for claim in claims]}
        assert b"Are you sure" in desk.post(url(Claim, "changelist"), bulk).content
        desk.post(url(Claim, "changelist"), bulk | {"post": "yes"})
        assert not Claim.objects.exists()
