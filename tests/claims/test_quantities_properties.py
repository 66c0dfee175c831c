"""What holds of every text and of every number."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.quantities import LANGUAGES, find_quantities, passed_over, read_quantity
from claims.quantities.english import ENGLISH
from claims.quantities.spanish import SPANISH
from tests.claims.number_words import in_english, in_spanish

COMPARATORS = {"equal", "about", "nearly", "more_than", "at_least", "less_than", "at_most", "between", "order"}
# Texts of the grammar's own words in any order: more of them reach its corners than letters at random do.
SIGNS = """and y de of a al to in - – . , % $ € ½ 1/2 5 5.3 1,200 3.200 2017 -5 5k 1.2bn 079 between entre from por per
 ( ) ' \n\n"""
PIECES = sorted(
    ENGLISH.starters
    | SPANISH.starters
    | ENGLISH.times
    | set(SIGNS.split(" "))
    | {phrase for book in (ENGLISH.comparators, SPANISH.comparators) for phrase in book.by_first}
)
texts = st.one_of(
    st.text(max_size=200),
    st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(["", " ", "-", "\n\n"])), max_size=25).map(
        lambda pairs: "".join(f"{piece}{gap}" for piece, gap in pairs)
    ),
)
languages = st.sampled_from([*LANGUAGES, "es-MX", "es-ES", "en-US"])


@settings(max_examples=400, deadline=None)
@given(texts, languages)
def test_any_text_is_read_and_every_reading_fits_the_model(text, language):
    last = 0
    for reading in find_quantities(text, language):
        assert text[reading.start : reading.end] == reading.as_written != ""
        assert reading.start <= reading.number_start < reading.number_end <= reading.end
        assert reading.start >= last
        last = reading.end
        assert reading.comparator in COMPARATORS
        assert (reading.upper is not None) == (reading.comparator == "between")
        assert reading.upper is None or reading.upper > reading.value
        assert reading.comparator != "order" or reading.value > 0
        assert 1 <= reading.significant_figures <= 24
        for value in filter(None, (reading.value, reading.upper)):
            assert value.is_finite()
            assert len(f"{abs(value):f}".replace(".", "")) <= 24
        assert reading.unit == reading.unit.lower() or (len(reading.unit) == 3 and reading.unit.isupper())
        assert len(reading.unit) <= 100
        assert len(reading.per) <= 100
    for passed in passed_over(text, language):
        assert text[passed.start : passed.end] == passed.text != ""
        assert passed.reason


def number_of(phrase: str, language: str) -> Decimal:
    reading = read_quantity(phrase, language)
    assert phrase[reading.number_start : reading.number_end] in phrase
    assert reading.end - reading.start == len(phrase) - len(" migrants" if language == "en" else " migrantes")
    return reading.value


whole_numbers = st.one_of(
    st.integers(2, 10**6), st.integers(2, 10**15 - 1), st.integers(2, 999).map(lambda number: number * 10**6)
)


@given(whole_numbers, st.booleans())
def test_a_number_in_english_words_reads_back(number, conjoined):
    assert number_of(in_english(number, " and " if conjoined else " ") + " migrants", "en") == number


@given(whole_numbers, st.booleans())
def test_a_number_in_spanish_words_reads_back(number, feminine):
    assert number_of(in_spanish(number, feminine) + " migrantes", "es") == number


@given(st.decimals("0", "999999999.99", places=2))
def test_a_number_in_digits_reads_back(number):
    assert number_of(f"{number:,} migrants", "en") == number
    continental = f"{number:,}".translate(str.maketrans(",.", ".,"))
    assert number_of(f"{continental} migrantes", "es") == number
    assert number_of(f"{number:,} migrantes", "es") == number


@given(
    st.decimals("1.1", "999.9", places=1), st.sampled_from([("million", "millones", 6), ("billion", "mil millones", 9)])
)
def test_a_number_with_a_scale_reads_back(number, scale):
    english, spanish, power = scale
    assert number_of(f"{number} {english} migrants", "en") == number * 10**power
    assert number_of(f"{number} {spanish} migrantes".replace(".", ","), "es") == number * 10**power


@given(st.integers(1, 999), st.integers(0, 999))
def test_a_number_in_mexican_style_reads_back(thousands, rest):
    if rest:
        assert number_of(f"{thousands} mil {rest:03} migrantes", "es") == thousands * 1000 + rest


HOSTILE = [
    *("one ", "million ", "one million ", "hundred and ", "one hundred and ", "one thousand ", "mil ", "thousands of "),
    *("a ", "a.", "minus ", "-", "-1", "1-", "$", "$1 ", "1 111 ", "1.", "between 1 and ", "from 1 to ", "3 per 5 "),
    *("3 por cada ", "one point ", "half a ", "March 5, ", "5, ", "5 y ", "page 1, ", "e\u0301", "+1 (", "+1-", "a@"),
    *("one in ", "012 ", "\n\n1"),
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("piece", [pytest.param(piece, id=repr(piece)) for piece in HOSTILE])
def test_whatever_the_text_it_is_read(piece, language):
    """Quadratic time would take hours here; how long it does take, tests.benchmarks.quantities prints."""
    text = (piece * (10_000 // len(piece) + 1))[:10_000]
    for found in find_quantities(text, language):
        assert text[found.start : found.end] == found.as_written


def test_a_long_article_is_read_to_its_end():
    sentence = (
        "Between October and May the authorities counted more than 3.2 million detentions of people from 12 countries. "
    )
    text = sentence * (60_000 // len(sentence))
    assert len(find_quantities(text, "en")) == 2 * (60_000 // len(sentence))
