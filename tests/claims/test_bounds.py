"""What a number means: `bounds` and `entails`, computed by the database, against design.md's table."""

from decimal import Decimal

import pytest
from django.db import connection
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st
from psycopg.types.range import Range

from claims.models import Quantity
from tests.factories import QuantityFactory

pytestmark = pytest.mark.django_db


def ranges(value, comparator: str, figures: int, upper=None) -> tuple[Range, Range]:
    """The database's `bounds` and `entails`."""
    values = [value, upper, comparator, figures]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT claims_bounds(%s::numeric, %s::numeric, %s, %s), claims_entails(%s::numeric, %s::numeric, %s, %s)",
            values * 2,
        )
        return cursor.fetchone()


def span(text: str) -> Range:
    """A range as mathematics writes it: '[2650000, 2750000)'; nothing is no end."""
    low, high = (Decimal(end) if end else None for end in text[1:-1].replace(" ", "").split(","))
    return Range(low, high, text[0] + text[-1])


def row(value, figures: int, comparator: str, bounds: str, entails: str | None = None, upper=None):
    name = f"{comparator} {value}{f' {upper}' if upper else ''} at {figures}"
    return pytest.param(value, figures, comparator, upper, bounds, entails or bounds, id=name)


TABLE = [
    # design.md, row for row
    row("3201144", 7, "equal", "[3201143.5, 3201144.5)"),
    row("2700000", 2, "equal", "[2650000, 2750000)"),
    row("6000000", 1, "about", "[5500000, 6500000)"),
    row("6000000", 1, "nearly", "[5500000, 6000000)"),
    row("3200000", 2, "more_than", "(3200000, 3300000)", "(3200000,)"),
    row("3200000", 2, "at_least", "[3200000, 3300000)", "[3200000,)"),
    row("3200000", 2, "less_than", "(3100000, 3200000)", "(,3200000)"),
    row("3200000", 2, "at_most", "(3100000, 3200000]", "(,3200000]"),
    row("2000000", 1, "between", "[2000000, 3000000]", upper="3000000"),
    row("24", 2, "order", "[24, 240)", "[24,)"),
    row("1000", 1, "order", "[1000, 10000)", "[1000,)"),
    # nothing: one unit is 1
    row("0", 1, "equal", "[-0.5, 0.5)"),
    row("0", 3, "about", "[-0.5, 0.5)"),
    row("0", 1, "nearly", "[-0.5, 0)"),
    row("0", 1, "more_than", "(0, 1)", "(0,)"),
    row("0", 1, "at_least", "[0, 1)", "[0,)"),
    row("0", 1, "less_than", "(-1, 0)", "(,0)"),
    row("0", 1, "at_most", "(-1, 0]", "(,0]"),
    row("0", 1, "between", "[0, 5]", upper="5"),
    # below nothing: a fall of 30
    row("-30", 1, "equal", "[-35, -25)"),
    row("-30", 1, "nearly", "[-35, -30)"),
    row("-30", 2, "more_than", "(-30, -29)", "(-30,)"),
    row("-30", 2, "at_most", "(-31, -30]", "(,-30]"),
    row("-3", 1, "between", "[-3, -2]", upper="-2"),
    # more figures, finer bounds
    row("3201144", 1, "equal", "[2701144, 3701144)"),
    row("3201144", 2, "equal", "[3151144, 3251144)"),
    row("3201144", 3, "equal", "[3196144, 3206144)"),
    row("3201144", 4, "equal", "[3200644, 3201644)"),
    row("3201144", 5, "equal", "[3201094, 3201194)"),
    row("3201144", 6, "equal", "[3201139, 3201149)"),
    # decimals, and powers of ten on either side
    row("12.5", 3, "equal", "[12.45, 12.55)"),
    row("12.5", 3, "more_than", "(12.5, 12.6)", "(12.5,)"),
    row("12.5", 2, "about", "[12, 13)"),
    row("0.05", 1, "equal", "[0.045, 0.055)"),
    row("1000", 1, "equal", "[500, 1500)"),
    row("1000", 4, "equal", "[999.5, 1000.5)"),
    row("999", 3, "more_than", "(999, 1000)", "(999,)"),
    row("999.9", 4, "equal", "[999.85, 999.95)"),
    row("1", 1, "more_than", "(1, 2)", "(1,)"),
    row("2", 1, "between", "[2, 2]", upper="2"),
]


@pytest.mark.parametrize(("value", "figures", "comparator", "upper", "bounds", "entails"), TABLE)
def test_the_table(value, figures, comparator, upper, bounds, entails):
    quantity = QuantityFactory(value=value, upper=upper, comparator=comparator, significant_figures=figures)
    quantity.refresh_from_db()
    assert (quantity.bounds, quantity.entails) == (span(bounds), span(entails))


def test_every_comparator_has_its_row():
    assert {parameters.values[2] for parameters in TABLE} == set(Quantity.Comparator.values)


def test_a_changed_number_has_new_ranges():
    quantity = QuantityFactory(value="3200000", comparator="more_than", significant_figures=2)
    Quantity.objects.update(comparator="at_most", value="100")
    quantity.refresh_from_db()
    assert (quantity.bounds, quantity.entails) == (span("(90, 100]"), span("(,100]"))


@pytest.mark.parametrize(
    ("number", "value", "comparator", "figures", "found"),
    [
        pytest.param(3201144, 3_200_000, "more_than", 2, True, id="3201144 in more than 3.2 million"),
        pytest.param(3201144, 3_201_144, "equal", 7, True, id="3201144 in 3201144"),
        pytest.param(3201144, 2_700_000, "equal", 2, False, id="3201144 not in 2.7 million"),
        pytest.param(2766582, 2_700_000, "equal", 2, False, id="2766582 not in a bare 2.7 million"),
        pytest.param(2766582, 2_800_000, "equal", 2, True, id="2766582 in a bare 2.8 million"),
        pytest.param(5900000, 6_000_000, "about", 1, True, id="5900000 in roughly 6 million"),
        pytest.param(3200000, 3_200_000, "more_than", 2, False, id="3200000 not in more than itself"),
        pytest.param(3300000, 3_200_000, "more_than", 2, False, id="3300000 not in more than 3.2 million"),
        pytest.param(6500000, 6_000_000, "about", 1, False, id="6500000 not in roughly 6 million"),
    ],
)
def test_numbers_of_the_debate(number, value, comparator, figures, found):
    QuantityFactory(value=value, comparator=comparator, significant_figures=figures)
    assert Quantity.objects.containing(Decimal(number)).exists() is found


def test_the_ranges_are_null_where_a_rule_will_refuse_the_row():
    for value, comparator, upper in [("NaN", "equal", None), ("0", "order", None), ("2", "between", None)]:
        assert ranges(value, comparator, 1, upper)[0] is None
    assert ranges("3", "between", 1, "2") == (None, None)


@pytest.mark.parametrize(
    ("one", "other", "conflict"),
    [
        pytest.param(("3200000", "more_than", 2), ("3201144", "equal", 7), False, id="more than, and a count above"),
        pytest.param(
            ("3200000", "more_than", 2), ("9000000", "equal", 1), False, id="more than, and a count far above"
        ),
        pytest.param(("3200000", "more_than", 2), ("3100000", "equal", 7), True, id="more than, and a count below"),
        pytest.param(
            ("3200000", "more_than", 2), ("3200000", "at_most", 2), True, id="more than, and at most the same"
        ),
        pytest.param(("3200000", "at_least", 2), ("3200000", "at_most", 2), False, id="at least, and at most the same"),
        pytest.param(
            ("3200000", "less_than", 2), ("3200000", "at_least", 2), True, id="less than, and at least the same"
        ),
        pytest.param(("1000", "order", 1), ("50000", "equal", 5), False, id="thousands of, and 50,000"),
        pytest.param(("1000", "order", 1), ("900", "equal", 3), True, id="thousands of, and 900"),
        pytest.param(("2700000", "equal", 2), ("2766582", "equal", 7), True, id="a bare 2.7 million, and 2,766,582"),
        pytest.param(("6000000", "about", 1), ("5900000", "equal", 2), False, id="roughly 6, and 5.9 million"),
    ],
)
def test_two_numbers_conflict_where_what_they_entail_is_disjoint(one, other, conflict):
    first, second = (
        QuantityFactory(value=value, comparator=comparator, significant_figures=figures)
        for value, comparator, figures in (one, other)
    )
    first.refresh_from_db()
    agreeing = Quantity.objects.filter(entails__overlap=first.entails)
    assert agreeing.filter(pk=second.pk).exists() is not conflict


# The same, worked out again in Python from design.md.


def unit_of_last_figure(value: Decimal, figures: int) -> Decimal:
    return Decimal(1).scaleb(value.adjusted() - figures + 1) if value else Decimal(1)


def expected(value: Decimal, comparator: str, figures: int, upper: Decimal | None) -> tuple[Range, Range]:
    unit = unit_of_last_figure(value, figures)
    half = unit / 2
    bounds = {
        "equal": (value - half, value + half, "[)"),
        "about": (value - half, value + half, "[)"),
        "nearly": (value - half, value, "[)"),
        "more_than": (value, value + unit, "()"),
        "at_least": (value, value + unit, "[)"),
        "less_than": (value - unit, value, "()"),
        "at_most": (value - unit, value, "(]"),
        "between": (value, upper, "[]"),
        "order": (value, value * 10, "[)"),
    }[comparator]
    entails = {
        "more_than": (value, None, "()"),
        "at_least": (value, None, "[)"),
        "order": (value, None, "[)"),
        "less_than": (None, value, "()"),
        "at_most": (None, value, "(]"),
    }.get(comparator, bounds)
    return Range(*bounds), Range(*entails)


# 14 digits of at most 6 decimals: with them every sum here is exact in Python's 28 digits.
numbers = st.decimals("-99999999", "99999999", places=6) | st.integers(-(10**14), 10**14).map(Decimal)
figures = st.integers(1, 7)
comparators = st.sampled_from(Quantity.Comparator.values)
fast = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@fast
@given(numbers, comparators, figures, numbers)
@example(Decimal(99999999999999), "equal", 7, Decimal(0))
@example(Decimal("0.000001"), "equal", 7, Decimal(0))
def test_the_database_agrees_with_python(value, comparator, figures, other):
    assume(comparator != "order" or value > 0)
    upper = max(value, other) if comparator == "between" else None
    assert ranges(value, comparator, figures, upper) == expected(value, comparator, figures, upper)


@fast
@given(numbers, comparators, figures, numbers)
def test_bounds_lie_within_what_is_entailed(value, comparator, figures, other):
    assume(comparator != "order" or value > 0)
    upper = max(value, other) if comparator == "between" else None
    bounds, entails = ranges(value, comparator, figures, upper)
    with connection.cursor() as cursor:
        cursor.execute("SELECT %s::numrange <@ %s::numrange, isempty(%s::numrange)", [bounds, entails, bounds])
        assert cursor.fetchone() == (True, False)


@fast
@given(numbers, figures)
def test_a_bare_number_lies_in_its_own_bounds(value, figures):
    bounds, _ = ranges(value, "equal", figures)
    assert value in bounds


@fast
@given(numbers, st.integers(1, 6))
def test_one_figure_more_lies_within(value, figures):
    assume(value)
    coarse, fine = (ranges(value, "about", count)[0] for count in (figures, figures + 1))
    assert coarse.lower < fine.lower < fine.upper < coarse.upper
