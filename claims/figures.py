"""A number as somebody wrote it ("more than 3.2 million", "3,2 millones"), to look for those like it."""

from typing import NamedTuple

from django.db import connection
from psycopg.types.range import Range

from claims.models.quantity import Quantity
from claims.quantities import LANGUAGES, Reading, UnreadableQuantity, read_quantity
from factbase.api.parameters import Impossible, Parameter
from factbase.api.serializers import NumberField


class Figure(NamedTuple):
    """What was read, and where a reader would take it to lie."""

    reading: Reading
    bounds: Range


def read_figure(phrase: str) -> Figure:
    """Read in each language; the one that understands more of it is meant. Raises ValueError with the remedy."""
    readings, errors = {}, []
    for language in LANGUAGES:
        try:
            readings[language] = read_quantity(phrase, language)
        except UnreadableQuantity as error:
            errors.append(error)
    if not readings:
        # That of the language in which it holds a number after all, if there is one.
        raise ValueError(str(max(errors, key=lambda error: (len(error.found), len(error.passed)))))
    longest = max(understood(reading) for reading in readings.values())
    best = {language: reading for language, reading in readings.items() if understood(reading) == longest}
    if len({meaning(reading) for reading in best.values()}) > 1:
        meanings = " and ".join(f"{reading.value:f} in {NAMES[language]}" for language, reading in best.items())
        raise ValueError(f"'{phrase}' is {meanings}: write it without the sign that may be either, or in words.")
    reading = next(iter(best.values()))
    no_quantity = [error for error in errors if error.passed]
    if no_quantity and not any(letter.isalpha() for letter in reading.as_written):
        # Bare digits are digits to the language too that does not know the words beside them: "Title 42".
        raise ValueError(str(no_quantity[0]))
    bounds = bounds_of(reading)
    if bounds is None:
        raise ValueError(f"'{phrase}' leaves open where it lies: write a number above zero, the smaller one first.")
    return Figure(reading, bounds)


NAMES = {"en": "English", "es": "Spanish"}


def understood(reading: Reading) -> int:
    return len(reading.as_written)


def meaning(reading: Reading) -> tuple:
    return reading.value, reading.upper, reading.comparator, reading.significant_figures


def bounds_of(reading: Reading) -> Range | None:
    """As the database computes them for a Quantity (migration 0001_functions)."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT claims_bounds(%s, %s, %s, %s)", meaning(reading))
        return cursor.fetchone()[0]


def plain(number):
    """A number as the claims themselves have it."""
    return number if number is None else NumberField().to_representation(number)


class FigureLike(Parameter):
    """A number as written: those whose bounds overlap with its own."""

    def read(self, text) -> Figure:
        try:
            return read_figure(text)
        except ValueError as error:
            raise Impossible(str(error), code="no_figure") from None

    def filter(self, queryset, figure):
        found = queryset.filter(bounds__overlap=figure.bounds)
        loose = figure.reading.comparator == Quantity.Comparator.ORDER
        return found if loose else found.exclude(comparator=Quantity.Comparator.ORDER)

    def shown(self, texts, figure):
        reading, bounds = figure
        return {
            "as_written": reading.as_written,
            "comparator": reading.comparator,
            "value": plain(reading.value),
            "upper": plain(reading.upper),
            "significant_figures": reading.significant_figures,
            "lower_bound": plain(bounds.lower),
            "upper_bound": plain(bounds.upper),
            **({"unit_not_asked": reading.unit} if reading.unit else {}),
        }
