"""Finding claims by words. The index and the reading of a query are the database's (migrations 0001 and 0010)."""

import re
from functools import lru_cache

from django.contrib.postgres.search import SearchQuery, SearchRank
from django.core.exceptions import EmptyResultSet
from django.db import connection, transaction
from django.db.models import F, QuerySet

from claims.querysets import NEWEST_FIRST
from factbase.statements import Sql, compiled, keys_of, literal

# Ranked are this many of the newest matches: to rank all that have a common word takes over half a second of a
# million claims, to rank so many 25 ms.
RANKED = 2000
# Where a word is found nowhere, the words looked through for one that is spelt like it: of this many of the newest
# claims, and of the names of speakers and topics. No list of words is kept, which every change of a claim would have
# to keep right, and in which the words of drafts, and of what was redacted, would stand.
LOOKED_THROUGH = 1000
NEAREST = 5  # spellings tried for a word
SUGGESTED = 5
TOKEN = re.compile(r'(-?)(?:"([^"]*)"?|([^\s"]+))')  # as claims_search_query reads it


class ClaimsQuery(SearchQuery):
    """Words in web syntax ("exact phrase", -not, or), each read in its English and its Spanish form.

    It stands in the statement as it was read. A call of the function would be made again for each claim looked at; a
    parameter would hide from a prepared statement how common the words are, so that it looked through all claims for
    rare ones, or sorted hundreds of thousands that have a common one.
    """

    def __init__(self, text: str):
        super().__init__(text)
        self.tsquery = read_query(text)

    def as_sql(self, compiler, connection, **context):
        return f"{literal(self.tsquery)}::tsquery", []


@lru_cache(maxsize=1000)
def read_query(text: str) -> str:
    """The query as PostgreSQL writes it; empty where nothing is left once the words too common are left out."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT claims_search_query(%s)::text", [text])
        return cursor.fetchone()[0]


def has_words(text: str) -> bool:
    return read_query(text) != ""


def claims_matching(claims: QuerySet, text: str) -> QuerySet:
    return claims.filter(search__vector=ClaimsQuery(text))


def with_relevance(claims: QuerySet, text: str) -> QuerySet:
    """Annotate `relevance`: claim text counts most, then translations and quotes, names and topics, sources."""
    return claims.annotate(relevance=SearchRank(F("search__vector"), ClaimsQuery(text)))


def last_said(claims: QuerySet, size: int) -> QuerySet:
    return claims.order_by(NEWEST_FIRST.desc(), "-pk")[:size]


def ranked_keys(claims: QuerySet, text: str, size: int) -> Sql:
    """As `keys_of` gives them, by relevance: of those `size` of the `claims` matching `text` that were said last."""
    try:
        newest = compiled(last_said(claims, size).values_list("pk", "search__vector"))
    except EmptyResultSet:
        return keys_of(claims.none(), F("pk"))
    rank = f"ts_rank(newest.vector, {literal(read_query(text))}::tsquery)"
    return Sql(f"SELECT newest.id, {rank}, {rank}::text FROM ({newest.text}) newest (id, vector)", newest.params)


def words_of(text: str) -> list[str]:
    """Words that a query asks for one by one: none of its phrases, nor what must not be there."""
    found = [match[3] for match in TOKEN.finditer(text) if match[3] and not match[1] and match[3].lower() != "or"]
    return list(dict.fromkeys(word for word in found if len(word) >= 3))


def suggestions(text: str, visible: QuerySet, is_found) -> list[str]:
    """Queries spelt almost like `text` that find something, the nearest first; `is_found` asks it of one.

    Each word that none of the `visible` claims has is replaced by those that are spelt like it.
    """
    unknown = [word for word in words_of(text) if has_words(word) and not is_said(word, visible)]
    near = near_words(unknown, visible) if unknown else {}
    if not near or any(word not in near for word in unknown):
        return []
    found = []
    for nth in range(NEAREST):
        spelt = text
        for word, others in near.items():
            spelt = replace_word(spelt, word, others[min(nth, len(others) - 1)])
        if spelt not in found and is_found(spelt):
            found.append(spelt)
    return found[:SUGGESTED]


def is_said(word: str, visible: QuerySet) -> bool:
    """Whether any of the `visible` claims has this word.

    Of one that it does not know the database supposes that some claims have it, and would go through all until it met
    the first: it is left no way but by the index of words.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(only_by_bitmap("off"))
        found = claims_matching(visible, word).exists()
        cursor.execute(only_by_bitmap("on"))
    return found


def only_by_bitmap(others: str) -> str:
    return ";".join(f"SET LOCAL enable_{way} = {others}" for way in ("seqscan", "indexscan", "indexonlyscan"))


def near_words(words: list[str], visible: QuerySet) -> dict[str, list[str]]:
    """For each of `words` those known that are spelt like it, the nearest first; not each finds anything."""
    ids, params = compiled(last_said(visible, LOOKED_THROUGH).values("pk"))
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM claims_near_words(ARRAY({ids}), %s, %s)", [*params, words, NEAREST])
        found = {}
        for word, near in cursor:
            found.setdefault(word, []).append(near)
    return found


def replace_word(text: str, word: str, other: str) -> str:
    """The query with another word where it asks for `word`."""
    return TOKEN.sub(lambda match: other if match[3] == word and not match[1] else match[0], text)
