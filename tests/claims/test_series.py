"""indicators/{slug}/series/: what was claimed of an indicator, period by period, and whether it goes together."""

import csv
import io
from datetime import timedelta

import pytest
from django.utils import timezone
from psycopg.types.range import Range

from claims import views_series
from factbase.models import Redirect
from tests import factories as make

pytestmark = pytest.mark.django_db
URL = "/api/v1/indicators/encounters/series/"
FISCAL_2023 = Range("2022-10-01", "2023-10-01")


@pytest.fixture
def indicator():
    return make.IndicatorFactory(slug="encounters")


@pytest.fixture
def say(indicator):
    """Have a number claimed of the indicator; the words are "more than 3.2 million" if no others are given."""

    def say(claim=None, **fields):
        usual = {"indicator_match": "exact", "period": FISCAL_2023, "place": "US", "unit": "encounters"}
        return make.QuantityFactory(claim=claim or make.published_claim(), indicator=indicator, **(usual | fields))

    return say


def exactly(value, figures):
    return {"value": value, "comparator": "equal", "significant_figures": figures}


def marks(api, url=URL):
    periods = api.get(url).json()["periods"]
    return {value["id"]: value["agreement"] for each in periods for value in each["exact"] + each["comparable"]}


def test_each_value_has_who_where_and_what_it_entails(api, say):
    number = say()
    answer = api.get(URL).json()
    assert answer["indicator"]["slug"] == "encounters"
    assert answer["applied"] == {"visible": "public", "ordering": "period"}
    assert answer["cut_short"] is None
    [each] = answer["periods"]
    assert each["period"] == {"from": "2022-10-01", "to": "2023-09-30"}
    [value] = each["exact"]
    assert each["comparable"] == []
    assert (value["id"], value["lower_bound"], value["upper_bound"]) == (str(number.pk), "3200000", "3300000")
    assert (value["entails_lower"], value["entails_upper"]) == ("3200000", None)
    assert value["claim"]["claimants"][0]["speaker"]["slug"] == number.claim.claimants.get().speaker.slug
    assert value["claim"]["source"]["id"] == str(number.claim.citations.get().source_id)


def test_values_that_can_be_true_together_agree(api, say):
    official, loose = say(**exactly(3201144, 7)), say()
    assert marks(api) == {str(official.pk): "agree", str(loose.pk): "agree"}


def test_values_that_cannot_are_in_conflict_and_say_with_which(api, say):
    low, loose, high = say(**exactly(3100000, 2)), say(), say(**exactly(3201144, 7))
    assert marks(api) == {str(low.pk): "conflict", str(loose.pk): "conflict", str(high.pk): "conflict"}
    [each] = api.get(URL).json()["periods"]
    against = {value["id"]: set(value["conflicts_with"]) for value in each["exact"]}
    assert against[str(low.pk)] == {str(loose.pk), str(high.pk)}
    assert against[str(loose.pk)] == {str(low.pk)}


@pytest.mark.parametrize(
    "other",
    [
        {"period": Range("2021-10-01", "2022-10-01")},
        {"period": None},
        {"place": "MX"},
        {"unit": "percent"},
        {"measure": "change"},
        {"indicator_match": "comparable"},
    ],
)
def test_what_is_not_the_same_thing_is_not_compared(api, say, other):
    one, two = say(), say(**exactly(5, 1), **other)
    assert marks(api) == {str(one.pk): None, str(two.pk): None}


def test_periods_come_in_order_and_comparable_values_apart(api, say):
    without, late = say(period=None), say()
    early = say(period=Range("2001-01-01", "2002-01-01"), indicator_match="comparable")
    first, second, third = api.get(URL).json()["periods"]
    assert [value["id"] for value in first["comparable"]] == [str(early.pk)]
    assert [value["id"] for value in second["exact"]] == [str(late.pk)]
    assert (third["period"], third["exact"][0]["id"]) == (None, str(without.pk))


def test_what_is_not_public_is_neither_shown_nor_compared(api, say, editor):
    public = say()
    draft = say(claim=make.ClaimFactory(), **exactly(5, 1))
    later = make.published_claim(embargo_until=timezone.now() + timedelta(days=1))
    embargoed = say(claim=later, **exactly(6, 1))
    assert marks(api) == {str(public.pk): None}
    assert str(draft.claim_id) not in b"".join(api.get(f"{URL[:-1]}.csv")).decode()
    api.force_authenticate(editor)
    assert marks(api) == {str(each.pk): "conflict" for each in (public, draft, embargoed)}


def test_an_indicator_that_nobody_sees_is_not_there(api, say):
    say(claim=make.ClaimFactory())
    assert api.get(URL).status_code == 404
    assert api.get(f"{URL[:-1]}.csv").status_code == 404
    assert api.get("/api/v1/indicators/none-such/series/").status_code == 404


def test_other_indicators_stay_away(api, say):
    say()
    make.QuantityFactory(
        claim=make.published_claim(), indicator=make.IndicatorFactory(), indicator_match="exact", period=FISCAL_2023
    )
    assert len(marks(api)) == 1


@pytest.mark.parametrize("how", ["path", "accept"])
def test_as_csv(api, say, how):
    number = say(**exactly(3201144, 7))
    answer = api.get(f"{URL[:-1]}.csv") if how == "path" else api.get(URL, headers={"accept": "text/csv"})
    [row] = csv.DictReader(io.StringIO(b"".join(answer).decode()))
    assert (row["id"], row["value"], row["agreement"]) == (str(number.pk), "3201144", "")
    assert row["indicator_match"] == "exact"
    assert row["claim_text"] == number.claim.text


@pytest.mark.parametrize(
    "rest",
    [
        "series/",
        "series/?place=MX&period_after=2021",
        "series.json?unit=homes",
        "series.csv",
        "series.csv?place=US",
        "series.ndjson",
    ],
)
def test_an_old_slug_leads_to_the_series_of_the_indicator_that_answers_for_it(api, say, indicator, rest):
    say()
    Redirect.objects.create(kind="indicator", key="crossings", target=indicator.pk)
    for method in (api.get, api.head):
        answer = method(f"/api/v1/indicators/crossings/{rest}")
        assert answer.status_code == 301
        assert answer["Location"] == f"http://testserver/api/v1/indicators/encounters/{rest}"


def test_an_old_slug_leads_to_nothing_that_one_may_not_see(api, say, indicator):
    say(claim=make.ClaimFactory())
    Redirect.objects.create(kind="indicator", key="crossings", target=indicator.pk)
    for rest in ("series/", "series.csv"):
        assert api.get(f"/api/v1/indicators/crossings/{rest}").status_code == 404


def test_filters(api, say):
    american, mexican = say(), say(place="MX")
    assert marks(api, f"{URL}?place=MX") == {str(mexican.pk): None}
    assert set(marks(api, f"{URL}?period_after=2023-09-30")) == {str(american.pk), str(mexican.pk)}
    assert marks(api, f"{URL}?period_after=2023-10-01") == {}


@pytest.mark.parametrize(
    "query", ["place=ZZ", "page_size=2", "period_after=2020&period_before=2019", "period_after=31/02"]
)
def test_what_cannot_be_is_400(api, say, query):
    say()
    assert api.get(f"{URL}?{query}").status_code == 400


def test_a_long_series_says_what_to_do(api, say, monkeypatch):
    monkeypatch.setattr(views_series, "MOST_VALUES", 1)
    say(), say()
    answer = api.get(URL).json()
    assert "more than 1 values" in answer["cut_short"]
    assert len(marks(api)) == 1
