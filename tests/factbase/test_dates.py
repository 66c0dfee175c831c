"""Dates known only so far: how they are read, written, and refused."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from psycopg.types.range import Range

from factbase.dates import REMEDY, format_range, inclusive, parse_range
from tests.factories import SourceFactory

DAY = timedelta(days=1)

WRITTEN = [
    pytest.param("2017-02-23", date(2017, 2, 23), date(2017, 2, 24), id="day"),
    pytest.param("2018-12", date(2018, 12, 1), date(2019, 1, 1), id="month at the end of a year"),
    pytest.param("2020-02", date(2020, 2, 1), date(2020, 3, 1), id="February of a leap year"),
    pytest.param("2020-02-29", date(2020, 2, 29), date(2020, 3, 1), id="leap day"),
    pytest.param("2018", date(2018, 1, 1), date(2019, 1, 1), id="year"),
    pytest.param("2022-10-01/2023-09-30", date(2022, 10, 1), date(2023, 10, 1), id="US fiscal year"),
    pytest.param("2017-02-20/2017-02-23", date(2017, 2, 20), date(2017, 2, 24), id="days"),
    pytest.param("2012-12-01/..", date(2012, 12, 1), None, id="open end"),
    pytest.param("../2017-03-19", None, date(2017, 3, 20), id="open start"),
]


@pytest.mark.parametrize(("text", "start", "after"), WRITTEN)
def test_read(text, start, after):
    assert parse_range(text) == Range(start, after, "[)")


@pytest.mark.parametrize(("text", "start", "after"), WRITTEN)
def test_write(text, start, after):
    assert format_range(Range(start, after, "[)")) == text


@pytest.mark.parametrize(
    ("text", "shortest"),
    [
        pytest.param("2018-12-01/2018-12-31", "2018-12", id="a whole month"),
        pytest.param("2018-01-01/2018-12-31", "2018", id="a whole year"),
        pytest.param("2018-01/2018-12", "2018", id="months of a year"),
        pytest.param("2017-02-23/2017-02-23", "2017-02-23", id="one day"),
        pytest.param("2017/2018", "2017-01-01/2018-12-31", id="two years"),
        pytest.param(" 2018-12 ", "2018-12", id="blanks around"),
        pytest.param("2012-12/..", "2012-12-01/..", id="open from a month"),
        pytest.param("../2017", "../2017-12-31", id="open until a year"),
    ],
)
def test_written_the_shortest_way(text, shortest):
    assert format_range(parse_range(text)) == shortest


@pytest.mark.parametrize(
    ("days", "text"),
    [
        pytest.param(None, "", id="unknown"),
        pytest.param(Range(empty=True), "", id="empty"),
        pytest.param(Range(date(2017, 2, 23), date(2017, 2, 23), "[]"), "2017-02-23", id="both ends inside"),
        pytest.param(Range(date(2017, 2, 22), date(2017, 2, 24), "()"), "2017-02-23", id="both ends outside"),
    ],
)
def test_write_other_ranges(days, text):
    assert format_range(days) == text


@pytest.mark.parametrize(
    ("text", "named"),
    [
        pytest.param("31/02", "31/02", id="day and month"),
        pytest.param("2017-13", "2017-13", id="month 13"),
        pytest.param("2017-02-30", "2017-02-30", id="30 February"),
        pytest.param("2019-02-29", "2019-02-29", id="29 February of no leap year"),
        pytest.param("FY23", "FY23", id="fiscal year"),
        pytest.param("23.2.2017", "23.2.2017", id="dots"),
        pytest.param("2017-2-3", "2017-2-3", id="short month and day"),
        pytest.param("17-02-23", "17-02-23", id="short year"),
        pytest.param("2017-02-23T10:00", "2017-02-23T10:00", id="time of day"),
        pytest.param("0000", "0000", id="year 0"),
        pytest.param("", "", id="empty"),
        pytest.param("2017/", "2017/", id="end left out"),
        pytest.param("/2017", "/2017", id="start left out"),
        pytest.param("2017/2018/2019", "2017/2018/2019", id="two slashes"),
    ],
)
def test_what_is_no_date_is_named_with_the_remedy(text, named):
    with pytest.raises(ValueError, match=" is no date: ") as caught:
        parse_range(text)
    assert str(caught.value) == f"'{named}' is no date: {REMEDY}."


@pytest.mark.parametrize("text", ["..", "../.."])
def test_open_at_both_ends_is_no_date(text):
    with pytest.raises(ValueError, match=" has no date in it: ") as caught:
        parse_range(text)
    assert str(caught.value) == f"'{text}' has no date in it: {REMEDY}."


@pytest.mark.parametrize("text", ["2018/2017", "2017-02-23/2017-02-22", "2017-02-23/2016"])
def test_an_inverted_range_is_named_with_the_remedy(text):
    with pytest.raises(ValueError, match="ends before it begins") as caught:
        parse_range(text)
    assert str(caught.value) == f"'{text}' ends before it begins: write the earlier date first."


def test_the_last_date():
    assert inclusive(parse_range("9999-12-30")) == (date(9999, 12, 30), date(9999, 12, 30))
    with pytest.raises(ValueError, match="is too late a date: the last is 9999-12-30"):
        parse_range("9999-12-31")


days = st.dates(date(1000, 1, 1), date(9999, 12, 30))


@settings(deadline=None)
@given(days, days)
def test_what_is_written_reads_back(one, other):
    span = Range(min(one, other), max(one, other) + DAY, "[)")
    assert parse_range(format_range(span)) == span
    assert inclusive(span) == (min(one, other), max(one, other))


@settings(deadline=None)
@given(days)
def test_open_ends_read_back(day):
    for span in (Range(day, None, "[)"), Range(None, day + DAY, "[)")):
        assert parse_range(format_range(span)) == span


@pytest.mark.django_db
@pytest.mark.parametrize(("text", "start", "after"), WRITTEN)
def test_the_database_gives_back_the_same_days(text, start, after):
    source = SourceFactory(published=text)
    source.refresh_from_db()
    assert inclusive(source.published) == inclusive(Range(start, after, "[)"))
    assert format_range(source.published) == text
