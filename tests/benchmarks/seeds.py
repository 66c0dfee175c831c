"""How many of the fixtures' direct quotations and quantities the reading desk proposes in the documents they come from.

    python -m tests.benchmarks.seeds FOLDER

The documents are not ours to publish, so they are no part of the project: FOLDER holds them as .txt files. What is
proposed is what the desk shows (claims.reading_desk.proposals). A quotation counts as proposed when the claim that the
desk fills in from a direct one quotes those words, marks and stops at the edges apart; a quantity, when the claim
filled in from its place has it, with value, upper, comparator and significant figures. Quantities of the fixtures
whose words are in none of the documents (official figures, from datasets) are left out and counted. It fails below
95 %.
"""

import json
import os
import sys
from collections.abc import Collection
from decimal import Decimal
from pathlib import Path

from claims.quantities import Reading
from claims.reading_desk.filling import Filling, fill
from claims.reading_desk.pages import pages
from claims.reading_desk.proposals import read

FIXTURES = Path(__file__).parents[2] / "fixtures"
EDGES = "“”\"'‘’«» \n.,"
ENOUGH = 0.95
VALUES = ("value", "upper", "comparator", "significant_figures")


def records(model: str) -> list[dict]:
    """The records of this model in all fixtures."""
    files = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(FIXTURES.glob("*.json"))]
    return [record for file in files for record in file if record["model"] == model]


def fixture_quotes(directness: str) -> list[str]:
    """The quotes of the fixtures' citations that are "direct", "partial", "indirect" or "author"."""
    fields = [record["fields"] for record in records("claims.citation")]
    return [field["quote"] for field in fields if field.get("directness") == directness and field.get("quote")]


def fixture_quantities() -> list[dict]:
    return [record["fields"] for record in records("claims.quantity")]


def fillings(texts: list[str]) -> list[Filling]:
    """The claim that the desk fills in for each of its proposals; page by page, as the desk reads."""
    found = []
    for text in texts:
        for start, end in pages(text):
            page = read(text, "en", start, end)
            for each in page.proposals:
                quotation = each.kind == "quotation"
                place = (each.start, each.end) if quotation else page.sentence(each.start, each.end)
                found.append(fill(text, page, *place))
    return found


def share(what: str, wanted: list[str], proposed: Collection[str]) -> float:
    """The share of those wanted that are proposed; prints those that are not."""
    missed = [each for each in wanted if each not in proposed]
    for each in missed:
        print(f"missed: {each}")
    print(f"{what}: {len(wanted) - len(missed)} of {len(wanted)} proposed")
    return 1 - len(missed) / len(wanted)


def direct_quotations(found: list[Filling]) -> float:
    proposed = {filling.quote.strip(EDGES) for filling in found if filling.directness == "direct"}
    return share("direct quotations", [quote.strip(EDGES) for quote in fixture_quotes("direct")], proposed)


def quantities(found: list[Filling], texts: list[str]) -> float:
    proposed = {key(vars_of(number)) for filling in found for number in filling.quantities}
    there = [number for number in fixture_quantities() if any(number["as_written"] in text for text in texts)]
    print(f"quantities whose words are in none of the documents, left out: {len(fixture_quantities()) - len(there)}")
    return share("quantities", [key(number) for number in there], proposed)


def vars_of(number: Reading) -> dict:
    return {name: getattr(number, name) for name in ("as_written", *VALUES)}


def key(number: dict) -> str:
    """The number's words and what they mean, to compare and to print."""
    value, upper = (f"{Decimal(number[name]):f}" if number.get(name) is not None else "" for name in VALUES[:2])
    return (
        f"{number['as_written']} ({value} {upper} {number.get('comparator', 'equal')} {number['significant_figures']})"
    )


def main() -> None:
    if len(sys.argv) != 2 or not (paths := sorted(Path(sys.argv[1]).glob("*.txt"))):
        sys.exit("Name the folder with the documents as .txt files: python -m tests.benchmarks.seeds FOLDER")
    texts = [path.read_text(encoding="utf-8") for path in paths]
    found = fillings(texts)
    if min(direct_quotations(found), quantities(found, texts)) < ENOUGH:
        sys.exit(f"Fewer than {ENOUGH:.0%} were proposed.")


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "factbase.settings")  # the desk asks which names to go by
    main()
