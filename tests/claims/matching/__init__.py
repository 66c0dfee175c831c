"""Seventy sentences in English and Spanish, and which claims of tests/claims/relevance and the demo they match.

They were written before any answer was looked at; one was mended, as no draft writes decimals in two ways. `expect` has
the claims that a sentence says (`same`) or gets wrong (`differs`); `similar` those that it may be told to be like; a
claim is named by its key, or by words that only its text has. What is in none of them should not come.
"""

import json
from pathlib import Path
from typing import NamedTuple

from claims.models import Claim, Quantity
from claims.quantities import find_quantities
from tests.claims import relevance

SENTENCES = json.loads((Path(__file__).parent / "sentences.json").read_text())


class Score(NamedTuple):
    """`found`, `expected`: (claim, verdict); `noise`: claims called similar that nobody expects."""

    text: str
    language: str
    found: set[tuple[str, str]]
    expected: set[tuple[str, str]]
    noise: set[str]


def load() -> dict[str, str]:
    """The base with its numbers, as the desk would propose them; ids of claims by what sentences.json calls them."""
    ids = relevance.load()
    for key in [row["key"] for row in json.loads((relevance.FOLDER / "claims.json").read_text())]:
        claim = Claim.objects.get(pk=ids[key])
        fields = ("as_written", "start", "end", "value", "upper", "comparator", "significant_figures", "unit", "per")
        for reading in find_quantities(claim.text, claim.language):
            Quantity.objects.create(claim=claim, **{name: getattr(reading, name) for name in fields})
    for name in {name for row in SENTENCES for name in [*row["expect"], *row.get("similar", [])]} - set(ids):
        ids[name] = str(Claim.objects.get(text__contains=name).pk)
    return ids


def scores(api) -> list[Score]:
    """All sentences of a language are sent as one draft."""
    names = {pk: name for name, pk in load().items()}
    found = []
    for language in ("en", "es"):
        rows = [row for row in SENTENCES if row["language"] == language]
        draft = " ".join(row["text"] for row in rows)
        answer = api.post("/api/v1/claims/match/", {"text": draft, "language": language}, format="json")
        assert answer.status_code == 200, answer.json()
        matches = {sentence["text"]: sentence["matches"] for sentence in answer.json()["sentences"]}
        assert set(matches) <= {row["text"] for row in rows}, "the sentences were cut otherwise"
        for row in rows:
            told = [
                (names.get(m["claim"]["id"], m["claim"]["text"]), m["verdict"]) for m in matches.get(row["text"], [])
            ]
            similar = {name for name, verdict in told if verdict == "similar"}
            allowed = {*row["expect"], *row.get("similar", [])}
            firm = {(name, verdict) for name, verdict in told if verdict != "similar"}
            found.append(Score(row["text"], language, firm, set(row["expect"].items()), similar - allowed))
    return found


def precision(found: list[Score]) -> float:
    return sum(len(s.found & s.expected) for s in found) / sum(len(s.found) for s in found)


def recall(found: list[Score]) -> float:
    return sum(len(s.found & s.expected) for s in found) / sum(len(s.expected) for s in found)
