"""The search box and the filters of the list of claims."""

import re
from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from claims.admin.filters import readings
from claims.models import Claim
from sources.models import Notice
from tests import factories
from tests.claims.test_lists import LIST
from tests.factbase.test_admin import desk, said

__all__ = ["desk"]
Status = Claim.Status


@pytest.fixture
def found(desk):
    """The claims that a list shows."""

    def visit(**query):
        response = desk.get(LIST, query)
        assert response.status_code == 200, response.headers
        return set(response.context["cl"].result_list)

    return visit


class TestSearch:
    @pytest.mark.parametrize(
        ("text", "numbers"),
        [
            pytest.param("3201144", {(3201144, None)}, id="digits"),
            pytest.param("3,201,144", {(3201144, None)}, id="English groups"),
            pytest.param("3.201.144", {(3201144, None)}, id="Spanish groups"),
            pytest.param("3.201", {(3201, None), (Decimal("3.201"), None)}, id="either"),
            pytest.param("0.125", {(Decimal("0.125"), None)}, id="no group begins with 0"),
            pytest.param("1,234.5", {(Decimal("1234.5"), None)}, id="both separators"),
            pytest.param("3.2 million", {(3200000, 100000)}, id="million"),
            pytest.param("3,2 millones", {(3200000, 100000)}, id="millones"),
            pytest.param("2.7m", {(2700000, 100000)}, id="m"),
            pytest.param("6 MILLION", {(6000000, 1000000)}, id="upper case"),
            pytest.param("12 mil", {(12000, 1000)}, id="mil"),
            pytest.param("3 mil millones", {(3 * 10**9, 10**9)}, id="mil millones"),
            pytest.param("3,201,14", set(), id="crooked groups"),
            pytest.param("1.2.3", set(), id="version"),
            pytest.param("3 billion", set(), id="billion: two numbers"),
            pytest.param("3.2 million detentions", set(), id="more words"),
            pytest.param("-5", set(), id="without 5"),
            pytest.param("9" * 25, set(), id="too long"),
            pytest.param("²", set(), id="superscript"),
            pytest.param("٣", set(), id="other digits"),
            pytest.param("", set(), id="nothing"),
        ],
    )
    def test_numbers_are_read_with_care(self, text, numbers):
        assert readings(text) == numbers

    @pytest.mark.parametrize(
        ("term", "hits"),
        [
            pytest.param("3201144", {"more than"}, id="within bounds"),
            pytest.param("3.2 million", {"more than", "exact"}, id="rounded"),
            pytest.param("3,2 millones", {"more than", "exact"}, id="Spanish"),
            pytest.param("3210000", {"more than", "exact", "words"}, id="and in words"),
            pytest.param("4 million", set(), id="other"),
            pytest.param("5000", set(), id="orders are too loose"),
            pytest.param("5 thousand", set(), id="for rounded ones too"),
        ],
    )
    def test_finds_by_number(self, found, term, hits):
        for occasion, number in {
            "more than": {},
            "exact": {"value": 3210000, "comparator": "equal", "significant_figures": 7},
            "order": {"value": 1000, "comparator": "order", "significant_figures": 1},
        }.items():
            claim = factories.ClaimFactory(text="Detentions.", occasion=occasion)
            factories.QuantityFactory(claim=claim, as_written="Detentions", **number)
        factories.ClaimFactory(text="It says 3210000 somewhere.", occasion="words")
        assert {claim.occasion for claim in found(q=term)} == hits

    @pytest.mark.parametrize("term", ["\0", "'", '"', "%", "9" * 400, "x" * 3000, "1e999", "NaN"])
    def test_no_term_is_an_error(self, desk, term):
        assert desk.get(LIST, {"q": term}, follow=True).status_code == 200

    def test_the_box_is_labelled(self, desk):
        page = desk.get(LIST).content.decode()
        assert 'aria-label="Search claims"' in page


class TestFilters:
    def test_by_part(self, found):
        quantity = factories.QuantityFactory(
            claim=factories.published_claim(), indicator=factories.IndicatorFactory(), indicator_match="exact"
        )
        claim = quantity.claim
        factories.ReviewFactory(claim=claim, rating="false")
        factories.QuantityFactory(claim=factories.published_claim())
        citation, claimant = claim.citations.get(), claim.claimants.get()
        assert found(claimants__speaker__id__exact=claimant.speaker.pk) == {claim}
        assert found(citations__source__id__exact=citation.source.pk) == {claim}
        assert found(quantities__indicator__id__exact=quantity.indicator.pk) == {claim}
        assert found(reviews__rating__exact="false") == {claim}

    @pytest.mark.parametrize(
        ("query", "hits"),
        [
            pytest.param({"stated_after": "2017-02-02"}, {"day", "open"}, id="after"),
            pytest.param({"stated_before": "2017-02-02"}, {"year", "open"}, id="before"),
            pytest.param({"stated_after": "2017-02-23", "stated_before": "2017-02-23"}, {"day", "open"}, id="a day"),
            pytest.param({"stated_after": "2017-02"}, {"day", "open"}, id="a month"),
            pytest.param({"stated_after": "", "stated_before": ""}, {"day", "open", "year", "none"}, id="empty"),
            pytest.param({"stated_after": "soon"}, set(), id="no date"),
            pytest.param({"stated_after": "2018-01-01", "stated_before": "2017-01-01"}, set(), id="crossed"),
        ],
    )
    def test_by_date(self, desk, found, query, hits):
        for occasion, stated in {"day": "2017-02-23", "year": "2016", "open": "2017-01-01/.."}.items():
            factories.ClaimFactory(occasion=occasion, stated=stated, stated_basis="printed")
        factories.ClaimFactory(occasion="none")
        assert {claim.occasion for claim in found(**query)} == hits

    def test_a_wrong_date_is_named(self, desk):
        page = desk.get(LIST, {"stated_after": "soon"})
        assert said(page) == [
            "'soon' is no date: write 2017-02-23 for a day, 2022-10 for a month, 2018 for a year, or "
            "2022-10-01/2023-09-30."
        ]

    def test_by_anchor_of_one_and_the_same_citation(self, found):
        broken = factories.CitationFactory()
        factories.SnapshotFactory(source=broken.source, text=f"{broken.quote} {broken.quote}")
        sound = factories.CitationFactory(claim=broken.claim, position=1)
        factories.CitationFactory()
        assert found(anchor="broken") == found(anchor="moved") == {broken.claim}
        assert found(anchor="missing") == set()
        assert found(anchor="broken", citations__source__id__exact=broken.source.pk) == {broken.claim}
        assert found(anchor="broken", citations__source__id__exact=sound.source.pk) == set()

    def test_by_notice(self, found):
        retracted, updated = factories.CitationFactory(), factories.CitationFactory()
        factories.NoticeFactory(source=retracted.source, kind=Notice.Kind.RETRACTION)
        factories.NoticeFactory(source=updated.source, kind=Notice.Kind.UPDATE)
        assert found(notice="serious") == found(notice="retraction") == found(notice="alone") == {retracted.claim}
        assert found(notice="update") == {updated.claim}

    def test_by_embargo(self, found):
        now = timezone.now()
        soon, later, _ = (factories.ClaimFactory(embargo_until=now + timedelta(days=days)) for days in (6, 8, -1))
        assert found(embargo="soon") == {soon}
        assert found(embargo="on") == {soon, later}

    def test_by_account(self, found, editor):
        mine = factories.ClaimFactory(status=Status.IN_REVIEW, submitted_by=editor)
        theirs = factories.ClaimFactory(status=Status.IN_REVIEW, submitted_by=factories.UserFactory())
        written = factories.ClaimFactory(created_by=editor)
        returned = factories.ClaimFactory(created_by=editor, returned_note="Name the speaker.")
        assert found(whose="submitted") == {mine}
        assert found(whose="others") == {theirs}
        assert found(whose="mine") == {written, returned}
        assert found(whose="returned") == {returned}

    def test_by_sensitive(self, found):
        sensitive, plain = factories.ClaimFactory(sensitive=True), factories.ClaimFactory()
        assert found(sensitive__exact="1") == {sensitive}
        assert found(sensitive__exact="0") == {plain}

    FILTERS = [
        *("status__exact", "kind__exact", "topics__id__exact", "claimants__speaker__id__exact", "anchor", "whose"),
        *("citations__source__id__exact", "quantities__indicator__id__exact", "reviews__rating__exact", "notice"),
        *("stated_after", "stated_before", "embargo", "sensitive__exact", "language__icontains"),
    ]

    @pytest.mark.parametrize("name", FILTERS)
    def test_no_value_is_an_error(self, desk, name):
        factories.published_claim()
        for value in ("x", "", "'", "9" * 30):
            assert desk.get(LIST, {name: value}, follow=True).status_code == 200

    def test_no_filter_lists_a_table(self, desk):
        """Only choices that the code fixes: records are looked for by typing."""
        for factory in (factories.TopicFactory, factories.SpeakerFactory, factories.SourceFactory):
            factory()
        page = desk.get(LIST)
        assert {name for spec in page.context["cl"].filter_specs for name in spec.expected_parameters()} >= set(
            self.FILTERS
        )
        for model in ("topic", "speaker", "source"):
            assert f"{model.capitalize()} " not in re.sub("<[^>]*>", "", page.content.decode())
