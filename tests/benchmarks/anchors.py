"""How long it takes to look for 10,000 quotes in 2,000 snapshots, beside a plain `str.find` over the same texts.

    python -m tests.benchmarks.anchors [sources] [quotes a source]

Makes its data in the database of DATABASE_URL, in one transaction that is taken back at the end. Of every ten
quotes one moved to the beginning, and others with it; one changed; one has another number, or is gone.
"""

import os
import random
import sys
import time
from collections import Counter
from datetime import UTC, datetime
from hashlib import sha256
from itertools import accumulate

import django

WORDS_A_TEXT = 900
GOAL = 60.0  # Seconds, for 10,000 quotes over 2,000 snapshots on two cores.
BEGINNINGS = ["ba", "de", "fi", "go", "lu", "ma", "ne", "pi", "ro", "su", "ta", "ve"]
ENDINGS = ["lan", "mer", "nis", "tor", "vek", "dal", "rin", "sto"]
COMMON = ["the", "of", "and", "in", "to", "that", "was", "said", "for", "with", "on", "by", "it", "were", "had", "he"]


def rare_word(chance: random.Random) -> str:
    """One of some 37,000."""
    return "".join(chance.choice(part) for part in (BEGINNINGS, ENDINGS, BEGINNINGS, ENDINGS, ["", "s", "ed", "ing"]))


def text_of(chance: random.Random) -> list[str]:
    """A text, as words: half of them common, a number here and there."""
    words = [chance.choice(COMMON) if chance.random() < 0.5 else rare_word(chance) for _ in range(WORDS_A_TEXT)]
    return [word if place % 40 else f"{chance.randint(2, 900)} {word}" for place, word in enumerate(words)]


def make(sources: int, each: int) -> dict:
    """Write sources with two snapshots each, the newer one edited, and quotes anchored in the older. Returns texts."""
    from claims.models import Citation, Claim
    from sources.models import Snapshot, Source

    chance = random.Random(7)  # noqa: S311  (the same data at each run)
    rows = {Source: [], Snapshot: [], Claim: [], Citation: []}
    looked_for = []
    for number in range(sources):
        words = text_of(chance)
        source = Source(kind="webpage", title=f"Benchmark {number}")
        claim = Claim(kind="fact", text="Benchmark.", wording="edited", language="en")
        starts = [0, *accumulate(len(word) + 1 for word in words)]
        old, new = " ".join(words), list(words)
        citations = []
        for position in range(each):
            first = 60 + position * (WORDS_A_TEXT - 120) // each
            last = first + chance.randint(12, 40)
            quote = " ".join(words[first:last])
            what = (number * each + position) % 10
            if what == 7:  # Said earlier in the newer text.
                new[first:last] = ["gone"] * (last - first)
                new[3] += " " + quote
            elif what == 8:
                new[first + 3] = "ANOTHER"
            elif what == 9:
                new[first:last] = ["gone"] * (last - first) if number % 4 < 2 else words[first:last]
                new[first + 2] += " 12,345"
            start = starts[first]
            citations.append((what, quote, start))
            rows[Citation].append(
                Citation(claim=claim, position=position, source=source, quote=quote, directness="author", start=start)
            )
        older = snapshot(Snapshot, source, old, 1)
        newer = snapshot(Snapshot, source, " ".join(new), 2)
        for citation in rows[Citation][-each:]:
            citation.snapshot, citation.end, citation.anchor = older, citation.start + len(citation.quote), "exact"
            citation.prefix = old[max(citation.start - 32, 0) : citation.start].lstrip()
            looked_for.append((citation.quote, newer.text))
        rows[Source].append(source)
        rows[Claim].append(claim)
        rows[Snapshot] += [older, newer]
    for model, made in rows.items():
        model.objects.bulk_create(made, batch_size=2000)
    return looked_for


def snapshot(model, source, text, day):
    digest = sha256(text.encode()).hexdigest()
    return model(source=source, text=text, sha256=digest, retrieved_at=datetime(2026, 1, day, tzinfo=UTC))


def measure(sources: int, each: int) -> bool:
    from django.db import connection, transaction

    from claims.actions.anchors import check_anchors
    from claims.models import Citation

    class TakeBack(Exception):
        pass

    try:
        with transaction.atomic():
            looked_for = make(sources, each)
            with connection.cursor() as cursor:
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; ANALYZE claims_citation; ANALYZE sources_snapshot")
            size = sum(len(text) for _, text in looked_for[::each]) / 1e6
            print(f"{len(looked_for):,} quotes, {sources:,} newest snapshots of {size:.1f} million characters in all")

            began = time.perf_counter()
            hits = Counter(text.find(quote) >= 0 for quote, text in looked_for)
            floor = time.perf_counter() - began
            print(f"floor: str.find, texts in memory   {floor:8.2f} s   {hits[True]:,} found, {hits[False]:,} not")

            began = time.perf_counter()
            found = check_anchors(Citation.objects.filter(source__title__startswith="Benchmark "))
            taken = time.perf_counter() - began
            told = ", ".join(f"{count:,} {outcome}" for outcome, count in found.most_common() if count)
            print(f"check_anchors, written down        {taken:8.2f} s   {told}")

            began = time.perf_counter()
            again = check_anchors(Citation.objects.filter(source__title__startswith="Benchmark "))
            print(
                f"again, with nothing to do          {time.perf_counter() - began:8.2f} s   {again.total():,} checked"
            )
            raise TakeBack
    except TakeBack:
        pass
    print(f"goal: under {GOAL:.0f} s: {'met' if taken < GOAL else 'MISSED'}")
    return taken < GOAL


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "factbase.settings")
    django.setup()
    given = [int(argument) for argument in sys.argv[1:3]]
    sys.exit(0 if measure(*(given + [2000, 5][len(given) :])) else 1)
