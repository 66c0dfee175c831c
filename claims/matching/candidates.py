"""Which claims to compare with each sentence: a few that share its rarer words, or its number.

All sentences are asked about in one statement each. What is looked at is capped, so that a sentence of common words
costs no more than another.
"""

from collections.abc import Iterable
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from math import fsum, log
from uuid import UUID

from django.db.models import QuerySet

from claims.matching.database import ask
from claims.matching.draft import Sentence
from claims.matching.numbers import Number
from factbase.statements import Sql, compiled

RAREST = 6  # words of a sentence that are looked for
LOOKED_AT = 100  # claims that have enough of them
FEW = 10  # claims that may have words together by chance, for them to be looked for
COMPARED = 8  # of these, those that share most
OF_A_NUMBER = 20
NUMBERS = 3  # of a sentence that are looked for
WITH_VALUE = 1000  # numbers near one of these that are looked at
ROUNDED = 4  # figures
LONG = 20  # so that a short claim of a few common words is not the likest
HEAVIEST = 6.0  # weight of a word that less than one claim in 400 has
LIGHTEST = 1.5  # of one that more than a fifth have
LEXEMES = """
    SELECT tsvector_to_array(claims_vector(%s, words))
    FROM unnest(%s::text[]) WITH ORDINALITY each (words, n) ORDER BY n
"""
# The 1,000 commonest words, as ANALYZE left them; before that all are alike.
FREQUENCIES = """
    SELECT word, frequency
    FROM pg_stats, unnest(most_common_elems::text::text[], most_common_elem_freqs) known (word, frequency)
    WHERE tablename = 'claims_claimsearch' AND attname = 'vector' AND schemaname = ANY(current_schemas(false))
      AND word IS NOT NULL
"""
# MATERIALIZED, so that the index is used: for the first few of many rows PostgreSQL would rather read the whole table.
BY_WORDS = """
    SELECT wanted.n, near.id, near.words
    FROM unnest(%s::int[], %s::text[]) wanted (n, query), LATERAL (
        WITH found AS MATERIALIZED (
            SELECT search.claim_id, search.vector FROM claims_claimsearch search
            WHERE search.vector @@ wanted.query::tsquery
              AND EXISTS (SELECT FROM ({visible}) visible (id) WHERE visible.id = search.claim_id)
        )
        SELECT claim_id, tsvector_to_array(ts_filter(vector, '{{a,b}}')) FROM found LIMIT %s
    ) near (id, words)
"""
# By its value, within the bounds of the draft's number, or a rounder number near it: by bounds and unit it takes ten
# times as long where a unit is common.
BY_NUMBER = """
    SELECT wanted.n, near.id
    FROM unnest(%s::int[], %s::numeric[], %s::numeric[], %s::text[], %s::text[])
         wanted (n, low, high, rounder, unit), LATERAL (
        WITH found AS MATERIALIZED (
            SELECT quantity.claim_id, quantity.unit FROM claims_quantity quantity
            WHERE quantity.value BETWEEN wanted.low AND wanted.high OR quantity.value = ANY(wanted.rounder::numeric[])
        )
        SELECT claim_id FROM (SELECT * FROM found LIMIT %s) first
        WHERE first.unit = wanted.unit
          AND EXISTS (SELECT FROM ({visible}) visible (id) WHERE visible.id = first.claim_id)
        LIMIT %s
    ) near (id)
"""


class Weights(dict):
    """How much each of the commonest words tells, by how few of `claims` claims have it; of all others one tells most.

    It is the logarithm of one in how many: words that together weigh log(n) stand together in one claim of n.
    """

    claims: float

    def of(self, word: str) -> float:
        return self.get(word, HEAVIEST)

    def sum(self, words: Iterable[str]) -> float:
        return fsum(map(self.of, words))


def read_weights() -> Weights:
    rows = ask(FREQUENCIES, ())
    weights = Weights((word, min(HEAVIEST, max(LIGHTEST, -log(frequency)))) for word, frequency in rows)
    [(weights.claims,)] = ask("SELECT reltuples FROM pg_class WHERE oid = 'claims_claimsearch'::regclass", ())
    return weights


def lexemes_of(texts: list[str], language: str) -> list[frozenset[str]]:
    """The words of each text as search has them: stems, without the commonest and without accents."""
    return [frozenset(words) for (words,) in ask(LEXEMES, (language, texts))]


def find_candidates(sentences: list[Sentence], weights: Weights, visible: QuerySet) -> dict[int, set[UUID]]:
    """Ids of claims to compare with each sentence, by its place in `sentences`."""
    seen = compiled(visible.order_by().values_list("pk"))
    found = by_words(sentences, weights, seen)
    for n, claim in by_number(sentences, seen):
        found.setdefault(n, set()).add(claim)
    return found


def by_words(sentences: list[Sentence], weights: Weights, seen: Sql) -> dict[int, set[UUID]]:
    words = {n: frozenset().union(*sentence.lexemes) for n, sentence in enumerate(sentences)}
    rarest = {n: sorted(all_of, key=lambda word: (-weights.of(word), -len(word), word)) for n, all_of in words.items()}
    likeness: dict[int, dict[UUID, float]] = {}
    # Two or more of the rarest words, so many that few claims have them; if many have after all, more of them.
    enough = min(log(max(weights.claims / FEW, 1)), 2 * HEAVIEST)
    waiting = [n for n in rarest if len(rarest[n]) >= 2]
    for more in (0, 4, 8):
        queries = [query_of(rarest[n][:RAREST], enough + more, weights) for n in waiting]
        rows = ask(BY_WORDS.format(visible=seen.text), (waiting, queries, *seen.params, LOOKED_AT)) if waiting else []
        counts = dict.fromkeys(waiting, 0)
        for n, claim, theirs in rows:
            counts[n] += 1
            common = weights.sum(words[n].intersection(theirs))
            likeness.setdefault(n, {})[claim] = common / (LONG + weights.sum(theirs)) ** 0.5
        waiting = [n for n, count in counts.items() if count >= LOOKED_AT]
    return {n: set(sorted(claims, key=claims.get, reverse=True)[:COMPARED]) for n, claims in likeness.items()}


def query_of(words: list[str], enough: float, weights: Weights) -> str:
    """A tsquery: two of these words or more, that weigh `enough` together; all of them where they are too light."""
    return together(words, enough, 2, weights) or " & ".join(map(quoted, words))


def together(words: list[str], enough: float, least: int, weights: Weights) -> str:
    """`least` of these words or more, that weigh `enough`; "" where no choice of them does."""
    if len(words) < least or weights.sum(words) < enough:
        return ""
    first, rest = words[0], words[1:]
    ways = [together(rest, enough, least, weights)]
    if least <= 1 and weights.of(first) >= enough:
        ways.append(quoted(first))
    elif more := together(rest, enough - weights.of(first), max(least - 1, 1), weights):
        ways.append(f"{quoted(first)} & {more}")
    ways = [way for way in ways if way]
    return f"({' | '.join(ways)})" if ways else ""


def quoted(word: str) -> str:
    return "'" + word.replace("\\", "\\\\").replace("'", "''") + "'"


def by_number(sentences: list[Sentence], seen: Sql) -> list[tuple[int, UUID]]:
    asked: dict[tuple, list[int]] = {}  # what is looked for, and for which sentences
    for n, sentence in enumerate(sentences):
        telling = [number for number in sentence.numbers if number.is_telling and number.unit]
        for number in telling[:NUMBERS]:
            rounder = "{" + ",".join(map(str, rounded(number))) + "}"
            asked.setdefault((number.bounds.lower, number.bounds.upper, rounder, number.unit), []).append(n)
    if not asked:
        return []
    columns = [list(column) for column in zip(*asked, strict=True)]
    params = (list(range(len(asked))), *columns, WITH_VALUE, *seen.params, OF_A_NUMBER)
    wanted = list(asked.values())
    return [(n, claim) for at, claim in ask(BY_NUMBER.format(visible=seen.text), params) for n in wanted[at]]


def rounded(number: Number) -> list[Decimal]:
    """It, with fewer figures, as others may write it: of 3.27 million 3.2 million, 3.3 million and 3 million."""
    found = set()
    for figures in range(1, min(number.significant_figures, ROUNDED) + 1):
        step = Decimal(1).scaleb(number.value.adjusted() - figures + 1)
        found |= {(number.value / step).to_integral_value(way) * step for way in (ROUND_DOWN, ROUND_HALF_UP)}
    return sorted(found)
