"""Formats that claims come in. Each reads a file row by row, and gives (number of the row, record) in the shape of the
API's answers, or what is wrong with the row. To add one: CONTRIBUTING.md."""

from pathlib import Path

from claims.bulk.readers.claimreview import ClaimReview
from claims.bulk.readers.factcheck import FactCheck
from claims.bulk.readers.factopolis import Factopolis
from claims.bulk.readers.ndjson import Ndjson
from claims.bulk.readers.reader import Reader
from claims.bulk.readers.sheet import Sheet

READERS: dict[str, type[Reader]] = {
    "ndjson": Ndjson,
    "csv": Sheet,
    "factcheck": FactCheck,
    "claimreview": ClaimReview,
    "factopolis": Factopolis,
}
ENDINGS = {".ndjson": "ndjson", ".jsonl": "ndjson", ".csv": "csv"}


def format_of(path: Path) -> str | None:
    """The format that a file's name tells, if it does."""
    return ENDINGS.get(path.suffix.lower())
