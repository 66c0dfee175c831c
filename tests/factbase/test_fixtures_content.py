"""What the demo's fixtures answer to a journalist."""

import json
from datetime import date
from decimal import Decimal

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db.models import Count, Q
from django.test import TestCase

from claims.models import Citation, Claim, Claimant, Indicator, Quantity, Speaker
from factbase.dates import inclusive
from sources.models import Snapshot, Source

FOLDER = settings.BASE_DIR / "fixtures"
NAMES = sorted(path.stem for path in FOLDER.glob("*.json"))

SPEAKERS = ["luis-videgaray", "wola", "zeid-raad-al-hussein", "ana-lorena-delgadillo", "rex-tillerson", "john-kelly"]

# As written, comparator, value, unit: every number in the debate's prose.
NUMBERS = [
    ("roughly 6 million", "about", 6_000_000, "workers"),
    ("Millions of", "order", 1_000_000, "migrants"),
    ("more than 3.2 million", "more_than", 3_200_000, "detentions"),
    ("2.7 million", "equal", 2_700_000, "arrests"),
    ("at least three more", "at_least", 3, "migrants"),
    ("thousands of", "order", 1000, "people"),
    ("around 8,000", "about", 8000, "people"),
]

# Indicator, figures, first and last fiscal year.
SERIES = [
    ("us-border-encounters-nationwide", 4, 2021, 2024),
    ("us-southwest-land-border-encounters", 6, 2019, 2024),
    ("us-border-patrol-apprehensions", 95, 1925, 2019),
]

# Fiscal years of the apprehensions: July to June through 1976, October to September from 1977.
FISCAL_YEARS = [
    (1925, date(1924, 7, 1), date(1925, 6, 30), 22_199),
    (1976, date(1975, 7, 1), date(1976, 6, 30), 696_039),
    (1977, date(1976, 10, 1), date(1977, 9, 30), 812_541),
    (1999, date(1998, 10, 1), date(1999, 9, 30), 1_579_010),
    (2019, date(2018, 10, 1), date(2019, 9, 30), 859_501),
]


def read(name):
    return json.loads((FOLDER / f"{name}.json").read_text("utf-8"))


@pytest.mark.django_db
@pytest.mark.parametrize(
    "names",
    [
        pytest.param(["migration_debate"], id="the debate alone"),
        pytest.param(["migration_debate", "migration_debate"], id="the debate twice"),
        pytest.param(["migration_debate", "border_statistics"], id="the debate first"),
    ],
)
def test_loads(names):
    for name in names:
        call_command("loaddata", name, verbosity=0)
    rows = {row["pk"] for name in names for row in read(name) if row["model"] == "claims.claim"}
    assert {str(pk) for pk in Claim.objects.values_list("pk", flat=True)} == rows


def test_rows_that_several_fixtures_hold_are_the_same_in_each():
    seen = {}
    for name in NAMES:
        for row in read(name):
            assert seen.setdefault(row["pk"], row) == row


class FixturesContentTest(TestCase):
    """A TestCase, as it loads the fixtures once for all of its tests."""

    fixtures = NAMES

    def test_detentions(self):
        claim = Claim.objects.matching("detentions").get(quantities__isnull=False)
        quantity, citation = claim.quantities.get(), claim.citations.get()
        assert (quantity.comparator, quantity.value, quantity.significant_figures) == ("more_than", 3_200_000, 2)
        assert Decimal(3_201_144) in quantity.bounds
        assert inclusive(quantity.period) == (date(2022, 10, 1), date(2023, 9, 30))
        assert citation.quote == (
            "Between October 2022 and September 2023, the US fiscal year, is the US immigration authorities They"
            " accounted for more than 3.2 million detentions of undocumented immigrants."
        )
        assert "[sic]" in citation.note

    def test_numbers_of_the_debate(self):
        for as_written, *taken_apart in NUMBERS:
            with self.subTest(as_written):
                quantity = Quantity.objects.get(as_written=as_written)
                assert [quantity.comparator, quantity.value, quantity.unit] == taken_apart
        assert Quantity.objects.exclude(indicator_match="exact").count() == len(NUMBERS)

    def test_official_figure_finds_the_number_of_the_press(self):
        found = Quantity.objects.consistent_with(Decimal(3_201_144))
        assert {str(quantity) for quantity in found} == {"3,201,144 encounters", "more than 3.2 million detentions"}

    def test_number_cut_short_is_found_when_asked_for(self):
        arrests = Quantity.objects.get(unit="arrests")
        assert arrests not in Quantity.objects.consistent_with(Decimal(2_766_582))
        assert arrests in Quantity.objects.cut_short_from(Decimal(2_766_582))

    def test_rough_number_is_found_by_one_near_it(self):
        assert [q.unit for q in Quantity.objects.consistent_with(Decimal(5_900_000))] == ["workers"]

    def test_ratio_is_per_arrest_and_by_unnamed_experts(self):
        quantity = Quantity.objects.get(measure="ratio")
        claimant = quantity.claim.claimants.get()
        assert quantity.per == "arrest"
        assert (claimant.basis, claimant.label) == ("unnamed", "immigration studies experts")

    def test_speakers_are_public_and_have_claims(self):
        public = Speaker.objects.visible_to(None).filter(claimants__isnull=False)
        assert set(SPEAKERS) <= set(public.values_list("slug", flat=True))

    def test_joint_statement_has_both_claimants_and_its_quotes_in_order(self):
        claim = Claim.objects.get(citations__quote__startswith="In our meetings, we jointly acknowledged")
        assert list(claim.claimants.values_list("position", "speaker__slug")) == [
            (0, "rex-tillerson"),
            (1, "john-kelly"),
        ]
        first, second = claim.citations.filter(directness="direct")
        assert (first.position, second.position) == (0, 1)
        assert second.quote.startswith("We listened closely")

    def test_words_for_a_date_stay_words(self):
        stated = Claim.objects.filter(stated_as_written="over the last few days").values_list("stated", flat=True)
        assert [inclusive(days) for days in stated] == [(None, date(2017, 3, 19))] * 2

    def test_every_claim_is_public_with_a_claimant_and_one_lead_citation(self):
        whole = Claim.objects.visible_to(None).annotate(
            leads=Count("citations", filter=Q(citations__is_lead=True, citations__stance="states"), distinct=True),
            made_by=Count("claimants", distinct=True),
        )
        assert whole.filter(leads=1, made_by__gte=1).count() == Claim.objects.count() > 0

    def test_quotes_are_short_and_no_text_is_whole(self):
        assert max(len(quote.split()) for quote in Citation.objects.values_list("quote", flat=True)) <= 60
        assert not Snapshot.objects.exists()
        assert not Source.objects.exclude(abstract="").exists()

    def test_article_speaks_with_its_own_voice(self):
        claimants = Claimant.objects.filter(claim__citations__directness="author")
        assert set(claimants.exclude(claim__citations__quote="").values_list("basis", flat=True)) == {"author"}

    def test_journal_article_has_its_bibliography(self):
        source = Source.objects.get(doi="10.1111/lamp.12329")
        assert (source.authors, source.container_title) == (["Laura Gómez-Mera"], "Latin American Policy")
        assert (source.volume, source.issue, source.pages) == ("15", "1", "129-155")

    def test_each_series_is_whole(self):
        for slug, figures, first, last in SERIES:
            with self.subTest(slug):
                exact = Indicator.objects.get(slug=slug).quantities.filter(indicator_match="exact")
                years = sorted(inclusive(quantity.period)[1].year for quantity in exact)
                assert years == list(range(first, last + 1))
                assert exact.values("claim").distinct().count() == figures
                for quantity in exact:
                    assert quantity.as_written == f"{quantity.value:,}"
                    assert quantity.significant_figures == len(str(quantity.value))

    def test_fiscal_years(self):
        for year, first, last, value in FISCAL_YEARS:
            with self.subTest(year):
                quantity = Quantity.objects.get(unit="apprehensions", period_label=f"US fiscal year {year}")
                assert inclusive(quantity.period) == (first, last)
                assert quantity.value == value

    def test_numbers_of_the_press_are_linked_and_reviewed(self):
        compared = Quantity.objects.filter(indicator_match="comparable")
        assert {quantity.unit for quantity in compared} == {"detentions", "arrests"}
        for quantity in compared:
            with self.subTest(quantity.unit):
                official = quantity.claim.links_in.get().from_claim
                review = quantity.claim.reviews.published().get()
                figure = official.quantities.get(indicator=quantity.indicator, indicator_match="exact")
                assert figure.period == quantity.period
                assert figure.as_written in review.summary
                assert review.evidence.get().claim == official
