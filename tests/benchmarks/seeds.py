"""How many of the fixture's direct quotations find_quotations proposes from the documents that they were taken from.

    python -m tests.benchmarks.seeds FOLDER

The documents are not ours to publish, so they are no part of the project: FOLDER holds them as .txt files. A quotation
counts as proposed when a direct one of the proposals is those words, marks and stops at the edges apart. It fails below
95 %.
"""

import json
import sys
from pathlib import Path

from claims.quotations import find_quotations

FIXTURES = Path(__file__).parents[2] / "fixtures"
EDGES = "“”\"'‘’«» \n.,"
ENOUGH = 0.95


def fixture_quotes(directness: str) -> list[str]:
    """The quotes of the fixtures' citations that are "direct", "partial", "indirect" or "author"."""
    records = [
        record for path in sorted(FIXTURES.glob("*.json")) for record in json.loads(path.read_text(encoding="utf-8"))
    ]
    fields = [record["fields"] for record in records if record["model"] == "claims.citation"]
    return [field["quote"] for field in fields if field.get("directness") == directness and field.get("quote")]


def direct_quotations(texts: list[str]) -> float:
    """The share of the fixture's direct quotations that are proposed; prints those that are not."""
    proposed = {
        text[found.start : found.end].strip(EDGES)
        for text in texts
        for found in find_quotations(text, "en")
        if found.is_direct
    }
    quotes = fixture_quotes("direct")
    missed = [quote for quote in quotes if quote.strip(EDGES) not in proposed]
    for quote in missed:
        print(f"missed: {quote}")
    print(f"direct quotations: {len(quotes) - len(missed)} of {len(quotes)} proposed")
    return 1 - len(missed) / len(quotes)


def main() -> None:
    if len(sys.argv) != 2 or not (paths := sorted(Path(sys.argv[1]).glob("*.txt"))):
        sys.exit("Name the folder with the documents as .txt files: python -m tests.benchmarks.seeds FOLDER")
    texts = [path.read_text(encoding="utf-8") for path in paths]
    if direct_quotations(texts) < ENOUGH:
        sys.exit(f"Fewer than {ENOUGH:.0%} were proposed.")


if __name__ == "__main__":
    main()
