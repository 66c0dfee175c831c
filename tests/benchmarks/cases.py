"""What the benchmark asks, and of which it is said how long it may take."""

import json
from typing import NamedTuple
from urllib.parse import urlencode

from tests.benchmarks.machine import ask, get_json
from tests.benchmarks.synthetic import COMMON, MIDDLING, RARE

TOPIC, SPEAKER, VALUE, YEAR = "topic-3", "speaker-3", "4200", "2022"
DEEP = 1000  # pages
FIELDS = "topic,speaker,kind"
DRAFT_SENTENCES = 50


class Case(NamedTuple):
    """An address, and the same asked of the floor."""

    name: str
    path: str
    floor: str | None = None  # the floor's case with its parameters, as a query
    headers: dict[str, str] = {}
    body: str | None = None
    at_most: float | None = None  # milliseconds
    times_floor: float | None = None
    slow: bool = False  # takes long enough that few requests tell


def floor(case: str, *parameters: str) -> str:
    return urlencode([("case", case), *(("p", parameter) for parameter in parameters)])


def cases(address: str, session: str) -> list[Case]:
    """All of them, for the server at `address`; `session` is that of an account that is signed in to the admin."""
    first = get_json(f"{address}/api/v1/claims/")
    claim = first["results"][0]["id"]
    deep, edge = deep_page(address)
    with ask(f"{address}/api/v1/claims/") as answer:
        etag = answer.headers["ETag"]
    speaker, topics = get_json(f"{address}/api/v1/speakers/{SPEAKER}/")["id"], topics_below(address, TOPIC)
    words = [("rare", RARE), ("middling", MIDDLING), ("very common", COMMON)]
    return [
        Case("recent page of 25", "claims/", floor("recent"), times_floor=1.5),
        Case("one claim", f"claims/{claim}/", floor("detail", claim), times_floor=1.5),
        Case("page 1,000 deep", deep, floor("deep", *edge)),
        Case("by topic", f"claims/?topic={TOPIC}", floor("topic", topics), times_floor=2),
        Case("by speaker", f"claims/?speaker={SPEAKER}", floor("speaker", speaker), times_floor=2),
        Case("by value", f"claims/?value={VALUE}", floor("value", VALUE), times_floor=2),
        Case(
            "by period",
            f"claims/?period_after={YEAR}-01-01&period_before={YEAR}-12-31",
            floor("period", f"{YEAR}-01-01", f"{YEAR}-12-31"),
            times_floor=2,
        ),
        Case(
            "by topic, kind and date",
            f"claims/?topic={TOPIC}&kind=statistic&stated_after=2016-01-01",
            floor("three", topics, "statistic", "2016-01-01"),
            times_floor=2,
        ),
        *(
            Case(
                f"q, a {how} word, by date",
                f"claims/?q={word}",
                floor("rare" if word == RARE else "words", word),
                at_most=10 if word == COMMON else None,
            )
            for how, word in words
        ),
        *(
            Case(
                f"q, a {how} word, by relevance",
                f"claims/?q={word}&ordering=relevance",
                at_most=150 if word == COMMON else None,
                slow=word != RARE,
            )
            for how, word in words
        ),
        Case("304", "claims/", headers={"If-None-Match": etag}),
        Case(
            "three facets under a very common word",
            f"claims/facets/?q={COMMON}&fields={FIELDS}",
            at_most=300,
            slow=True,
        ),
        Case("three facets under a kind", f"claims/facets/?kind=statistic&fields={FIELDS}", at_most=300, slow=True),
        Case("match, a draft of 50 sentences", "claims/match/", body=draft(address), at_most=1000, slow=True),
        Case(
            "admin, list of claims",
            "/admin/claims/claim/",
            headers={"Cookie": f"sessionid={session}"},
            at_most=300,
            slow=True,
        ),
    ]


def topics_below(address: str, slug: str) -> str:
    """The ids of a topic and of those below it, as PostgreSQL writes an array."""
    found = [get_json(f"{address}/api/v1/topics/{slug}/")]
    for topic in found:
        found += get_json(f"{address}/api/v1/topics/?parent={topic['slug']}&page_size=100")["results"]
    return f"{{{','.join(topic['id'] for topic in found)}}}"


def deep_page(address: str) -> tuple[str, tuple[str, str]]:
    """The path of the page that many pages from the first, and date and id of the claim before it."""
    found = get_json(f"{address}/api/v1/claims/?page_size=100")
    for _ in range(DEEP * 25 // 100 - 1):
        if not found["next"]:
            break
        last, following = found["results"][-1], found["next"]
        found = get_json(following)
    path = following.partition("/api/v1/")[2].replace("page_size=100&", "").replace("&page_size=100", "")
    return path, ((last["stated"] or {"to": "-infinity"})["to"], last["id"])


def draft(address: str) -> str:
    """A draft of texts that stand in claims, and of such that do not."""
    texts = []
    for asked in (f"page_size={DRAFT_SENTENCES // 2}&q={MIDDLING}", f"page_size={DRAFT_SENTENCES}"):
        texts += [claim["text"] for claim in get_json(f"{address}/api/v1/claims/?language=en&{asked}")["results"]]
    return json.dumps({"language": "en", "text": " ".join(texts[:DRAFT_SENTENCES])})
