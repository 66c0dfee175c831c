"""Synthetic claims, as many as wanted, one JSON object a line: what `manage.py import_claims --format ndjson` takes.

    python -m tests.benchmarks.synthetic 1000000 > claims.ndjson

The same number and seed give the same lines. To a million claims there are 600,000 quantities, 1,200,000 citations,
100,000 sources and 20,000 speakers; speakers, topics, sources and words are as unequal as in life (Zipf's law). In how
many texts they stand is known of three words: COMMON, MIDDLING and RARE.
"""

import argparse
import json
import re
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate
from random import Random

# In a quarter of all claims, in one of a hundred, and in twenty whatever their number.
COMMON, MIDDLING, RARE = "government", "detentions", "zopilote"
RARE_CLAIMS = 20
FIRST_DAY, DAYS = date(2006, 11, 1), 20 * 365
EPOCH = 1_700_000_000_000  # milliseconds: the time within the first id
KINDS = ("statistic", "fact", "promise", "prediction", "opinion", "demand")
UNITS = ("people", "workers", "arrests", "visas", "USD", "MXN", "percent", "homes", "tonnes", "cases")
PLACES = ("", "US", "MX", "MX-CHP", "US-TX", "GT", "SV", "HN", "ES")
COMPARATORS = {
    "en": {"equal": "", "about": "about ", "more_than": "more than ", "at_least": "at least ", "nearly": "nearly "},
    "es": {
        "equal": "",
        "about": "unos ",
        "more_than": "más de ",
        "at_least": "al menos ",
        "nearly": "casi ",
    },
}
RATINGS = ("true", "mostly_true", "mixed", "mostly_false", "false", "unproven")
SYLLABLES = {
    "en": re.findall("...", "bercomdenfilgraholjunkellormisnorpatquirasstotemverwelyonzenackirt"),
    "es": re.findall("[^ ]+", "ba ción do fe gua ja la mé no pe que rí so ta ver xi ya zo ñe cu dé lló"),
}
VOCABULARY = 20_000


def words_of(language: str) -> list[str]:
    """A vocabulary, the commonest first; short ones first too, as in life."""
    syllables = SYLLABLES[language]
    found = []
    for n in range(VOCABULARY):
        word, rest = syllables[n % len(syllables)], n // len(syllables)
        while True:
            word += syllables[(rest * 7 + n) % len(syllables)]
            rest //= len(syllables)
            if not rest:
                break
        found.append(word)
    return found


class Skewed:
    """Numbers from 0 up to `size`, the first the commonest: that of rank r falls to 1 / (r + flat)."""

    def __init__(self, random: Random, size: int, flat: float = 2.0):
        self.random, self.size = random, size
        self.weights = list(accumulate(1 / (rank + flat) for rank in range(size)))

    def some(self, n: int) -> list[int]:
        return self.random.choices(range(self.size), cum_weights=self.weights, k=n)

    def one(self) -> int:
        return self.some(1)[0]


class Maker:
    """Makes the records of `size` claims. Each of its methods gives dicts in the shape of the API's answers."""

    def __init__(self, size: int, seed: int = 1):
        self.size = size
        self.random = Random(seed)  # noqa: S311 - for data that is the same each time
        self.ids = 0
        self.words = {language: words_of(language) for language in SYLLABLES}
        self.word = Skewed(self.random, VOCABULARY, flat=10)
        self.publishers = self.named("publisher", max(20, size // 2000))
        self.speakers = self.named("speaker", max(50, size // 50))
        self.indicators = self.named("indicator", max(10, size // 5000))
        self.propositions = [{"slug": f"proposition-{n}", "text": self.text(8)} for n in range(max(10, size // 100))]
        self.topics = list(self.topic_tree())
        self.publisher = Skewed(self.random, len(self.publishers))
        self.sources = [self.source(n) for n in range(max(50, size // 10))]
        self.cited, self.speaker = Skewed(self.random, len(self.sources), 50), Skewed(self.random, len(self.speakers))
        self.topic, self.indicator = Skewed(self.random, len(self.topics)), Skewed(self.random, len(self.indicators))
        self.proposition = Skewed(self.random, len(self.propositions))

    def id(self) -> str:
        """A UUIDv7, later than those before it."""
        self.ids += 1
        time, low = EPOCH + self.ids // 4, self.random.getrandbits(62)
        hexed = f"{time:012x}7{self.ids % 4:01x}{low >> 54:02x}{low & 0x3FFFFFFFFFFFFF | 0x8000000000000000:016x}"
        return f"{hexed[:8]}-{hexed[8:12]}-{hexed[12:16]}-{hexed[16:20]}-{hexed[20:]}"

    def text(self, length: int, language: str = "en") -> str:
        vocabulary = self.words[language]
        return " ".join([vocabulary[n] for n in self.word.some(length)]).capitalize()

    def named(self, what: str, size: int) -> list[dict]:
        return [{"slug": f"{what}-{n}", "name": f"{self.text(2).title()} {n}"} for n in range(size)]

    def topic_tree(self) -> Iterator[dict]:
        """Twelve topics, four below each, four below each of these: the commonest anywhere in the tree."""
        tree = [(f"topic-{a}", None) for a in range(12)]
        tree += [(f"topic-{a}-{b}", f"topic-{a}") for a in range(12) for b in range(4)]
        tree += [(f"topic-{a}-{b}-{c}", f"topic-{a}-{b}") for a in range(12) for b in range(4) for c in range(4)]
        for slug, parent in tree:
            yield {"slug": slug, "name": self.text(2), "parent": parent and {"slug": parent}}

    def records(self) -> Iterator[dict]:
        """All of them, each after those that it names."""
        for found in self.publishers:
            yield {"type": "publisher", **found, "homepage": f"https://{found['slug']}.example.org/", "country": "US"}
        for found in self.sources:
            yield {"type": "source", **found, "authors": [self.text(2).title()]}
        for n, found in enumerate(self.speakers):
            kind = "organization" if n % 4 == 3 else "person"
            yield {"type": "speaker", **found, "kind": kind, "aliases": [], "description": "", "country": "MX"}
        for found in self.topics:
            yield {"type": "topic", **found}
        for n, found in enumerate(self.indicators):
            yield {"type": "indicator", **found, "definition": self.text(12), "unit": UNITS[n % len(UNITS)]}
        for found in self.propositions:
            yield {"type": "proposition", **found}
        for n in range(self.size):
            yield self.claim(n)

    def source(self, n: int) -> dict:
        """As a citation shows it."""
        publisher = self.publishers[self.publisher.one()]
        day = self.day()
        return {
            "id": self.id(),
            "kind": ("article-newspaper", "report", "webpage", "speech")[n % 4],
            "web": f"https://{publisher['slug']}.example.org/{day[:4]}/{day[5:7]}/article-{n}",
            "title": self.text(9),
            "publisher": publisher,
            "published": {"from": day, "to": day},
        }

    def day(self) -> str:
        return (FIRST_DAY + timedelta(days=int(self.random.random() * DAYS))).isoformat()

    def claim(self, n: int) -> dict:
        language = "es" if n % 3 == 0 else "en"
        words = self.text(12, language).split(" ")
        if n % 4 == 1:
            words.insert(3, COMMON)
        if n % 100 == 50:
            words.insert(5, MIDDLING)
        if n % max(1, self.size // RARE_CLAIMS) == 7 and n < self.size // RARE_CLAIMS * RARE_CLAIMS:
            words.insert(6, RARE)
        text = " ".join(words)
        quantities = []
        for _ in range((0, 1, 0, 1, 2, 0, 1, 0, 1, 0)[n % 10]):  # 0.6 of a claim
            text, quantity = self.quantity(text, language)
            quantities.append(quantity)
        text += "."
        day = None if n % 33 == 0 else self.day()
        dated = {"from": day, "to": day, "as_written": "", "basis": "printed"} if day else None
        return {
            "id": self.id(),
            "kind": KINDS[n % 7 % 6],
            "text": text,
            "wording": "edited",
            "language": language,
            "status": "published",
            "claimants": self.claimants(n),
            "subjects": [self.speakers[self.speaker.one()]] if n % 5 == 2 else [],
            "topics": [self.named_alone(topic) for topic in dict.fromkeys(self.topic.some(1 + n % 2))],
            "proposition": self.propositions[self.proposition.one()] if n % 10 == 4 else None,
            "stated": dated,
            "occasion": "A press conference" if n % 6 == 0 else "",
            "quantities": quantities,
            "citations": [self.citation(text, language, place) for place in range(2 if n % 5 == 3 else 1)],
            "translations": [self.translation(language)] if n % 20 == 11 else [],
            "reviews": [self.review(n)] if n % 33 == 5 else [],
        }

    def named_alone(self, topic: int) -> dict:
        return {"slug": self.topics[topic]["slug"], "name": self.topics[topic]["name"]}

    def claimants(self, n: int) -> list[dict]:
        if n % 20 == 13:
            return [{"basis": "unnamed", "label": "immigration experts", "speaker": None, "role": None}]
        if n % 20 == 17:
            return [{"basis": "author", "label": "", "speaker": None, "role": None}]
        found = dict.fromkeys(self.speaker.some(2 if n % 20 == 19 else 1))
        return [{"basis": "named", "label": "", "speaker": self.speakers[speaker], "role": None} for speaker in found]

    def quantity(self, text: str, language: str) -> tuple[str, dict]:
        """The text with a number added, and that number."""
        figures, power = self.random.randint(1, 3), self.random.randint(0, 6)
        digits = self.random.randint(10 ** (figures - 1), 10**figures - 1) // 10 * 10 + self.random.randint(1, 9)
        value, figures = digits * 10**power, len(str(digits))
        comparator = self.random.choice(tuple(COMPARATORS[language]))
        as_written = f"{COMPARATORS[language][comparator]}{value:,}"
        unit, start = self.random.choice(UNITS), len(text) + 1
        year, indicator = self.random.randint(2006, 2025), self.indicator.one() if self.random.random() < 0.3 else None
        named = None if indicator is None else {**self.indicators[indicator], "match": "exact"}
        return f"{text} {as_written} {unit}", {
            "id": self.id(),
            "as_written": as_written,
            "start": start,
            "end": start + len(as_written),
            "comparator": comparator,
            "value": str(value),
            "upper": None,
            "significant_figures": figures,
            "unit": unit,
            "per": "",
            "measure": "level",
            "population": "",
            "indicator": named,
            "place": self.random.choice(PLACES),
            "period": {"from": f"{year}-01-01", "to": f"{year}-12-31", "label": str(year)},
        }

    def citation(self, text: str, language: str, place: int) -> dict:
        return {
            "id": self.id(),
            "quote": text if place == 0 else self.text(14, language),
            "directness": "direct" if place == 0 else "indirect",
            "language": language,
            "locator": "",
            "attributed_to": "",
            "note": "",
            "stance": "states" if place == 0 else "supports",
            "is_lead": place == 0,
            "source": self.sources[self.cited.one()],
        }

    def translation(self, language: str) -> dict:
        other = "en" if language == "es" else "es"
        return {"language": other, "text": self.text(12, other), "translator": "Factbase"}

    def review(self, n: int) -> dict:
        return {
            "id": self.id(),
            "rating": RATINGS[n % len(RATINGS)],
            "label": "",
            "summary": self.text(15),
            "reviewed_on": self.day(),
        }


def lines(size: int, seed: int = 1) -> Iterator[bytes]:
    for record in Maker(size, seed).records():
        yield json.dumps(record, ensure_ascii=False).encode() + b"\n"


def main() -> int:
    parser = argparse.ArgumentParser(description="Synthetic claims, one JSON object a line.")
    parser.add_argument("size", type=int, help="How many claims.")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    sys.stdout.buffer.writelines(lines(asked.size, asked.seed))
    return 0


if __name__ == "__main__":
    sys.exit(main())
