"""Sixty queries, and the claims that a reader would expect first (queries.json), over the demo and claims.json.

They were written before any answer was looked at. A claim is named by its key in claims.json, or by words that only
its text has.
"""

import json
from pathlib import Path
from statistics import mean
from typing import NamedTuple

from django.core.management import call_command
from django.db import connection, transaction

from claims.models import Claim, ClaimTopic, Speaker, Topic
from sources.models import Source
from tests import factories

FOLDER = Path(__file__).parent
QUERIES = json.loads((FOLDER / "queries.json").read_text())


class Score(NamedTuple):
    query: str
    kind: str
    precision: float
    reciprocal_rank: float
    found: list[str]


@transaction.atomic
def load() -> dict[str, str]:
    """Put the base into the database; the id of each claim by what queries.json calls it."""
    call_command("load_fixtures", verbosity=0)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")  # which loading made immediate
    ids = {row["key"]: str(make(row).pk) for row in json.loads((FOLDER / "claims.json").read_text())}
    for name in {name for query in QUERIES for name in query["first"]} - set(ids):
        ids[name] = str(Claim.objects.get(text__contains=name).pk)
    return ids


def make(row: dict) -> Claim:
    source, _ = Source.objects.get_or_create(title=row["source"], kind="report", language=row["language"])
    claim = factories.published_claim(
        text=row["text"],
        language=row["language"],
        speaker=speaker(row["speaker"]),
        source=source,
        quote=row.get("quote", row["text"]),
    )
    ClaimTopic.objects.create(claim=claim, topic=topic(row["topic"]))
    if "translation" in row:
        factories.TranslationFactory(claim=claim, language="es", text=row["translation"])
    return claim


def speaker(given: str | dict) -> Speaker:
    if isinstance(given, dict):
        return factories.OrganizationFactory(**given)
    return Speaker.objects.filter(slug=given).first() or Speaker.objects.get(name=given)


def topic(given: str | dict) -> Topic:
    if isinstance(given, dict):
        given = given["name"]
    return Topic.objects.filter(slug=given).first() or Topic.objects.get_or_create(name=given)[0]


def scores(api) -> list[Score]:
    """Each query asked over HTTP, by relevance.

    Precision at 5 is the share of relevant ones among the first five, or, where fewer than five are relevant, of these
    that are among the first five: one claim that is found where it alone is relevant is 1, not 1/5.
    """
    ids, all_scores = load(), []
    for query in QUERIES:
        relevant = {ids[name] for name in query["first"]}
        answer = api.get("/api/v1/claims/", {"q": query["q"], "ordering": "relevance"})
        assert answer.status_code == 200, answer.json()
        rows = answer.json()["results"]
        found = [row["id"] for row in rows]
        precision = len(relevant & set(found[:5])) / min(5, len(relevant))
        rank = next((place for place, pk in enumerate(found, 1) if pk in relevant), None)
        texts = [row["text"] for row in rows[:5]]
        all_scores.append(Score(query["q"], query["kind"], precision, 1 / rank if rank else 0, texts))
    return all_scores


def precision_at_5(found: list[Score]) -> float:
    return mean(score.precision for score in found)


def mean_reciprocal_rank(found: list[Score]) -> float:
    return mean(score.reciprocal_rank for score in found)
