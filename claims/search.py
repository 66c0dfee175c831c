"""Finding claims by words. The index and the reading of a query are the database's (migrations 0001 and 0008)."""

import re

from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db import connection
from django.db.models import F, QuerySet

from claims.querysets import NEWEST_FIRST

# Ranked are this many of the newest matches: to rank all that have a common word takes over half a second of a
# million claims, to rank so many 25 ms.
RANKED = 2000
# Where a word is found nowhere, the words looked through for one that is spelt like it: of this many of the newest
# claims, and of the names of speakers and topics. No list of words is kept, which every change of a claim would have
# to keep right, and in which the words of drafts, and of what was redacted, would stand.
LOOKED_THROUGH = 2000
NEAREST = 5  # spellings tried for a word
SUGGESTED = 5
TOKEN = re.compile(r'(-?)(?:"([^"]*)"?|([^\s"]+))')  # as claims_search_query reads it


class ClaimsQuery(SearchQuery):
    """Words in web syntax ("exact phrase", -not, or), each read in its English and its Spanish form."""

    SEARCH_TYPES = {"plain": "claims_search_query"}


def has_words(text: str) -> bool:
    """Whether anything is left to search for once the words too common are left out."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT numnode(claims_search_query(%s)) > 0", [text])
        return cursor.fetchone()[0]


def claims_matching(claims: QuerySet, text: str) -> QuerySet:
    return claims.filter(search__vector=ClaimsQuery(text))


def with_relevance(claims: QuerySet, text: str) -> QuerySet:
    """Annotate `relevance`: claim text counts most, then translations and quotes, names and topics, sources."""
    return claims.annotate(relevance=SearchRank(F("search__vector"), ClaimsQuery(text)))


def newest(claims: QuerySet, size: int) -> QuerySet:
    """The `size` of `claims` that were said last."""
    last = claims.order_by(NEWEST_FIRST.desc(), "-pk")[:size]
    return claims.model._default_manager.filter(pk__in=last.values("pk"))


def words_of(text: str) -> list[str]:
    """Words that a query asks for one by one: none of its phrases, nor what must not be there."""
    found = [match[3] for match in TOKEN.finditer(text) if match[3] and not match[1] and match[3].lower() != "or"]
    return list(dict.fromkeys(word for word in found if len(word) >= 3))


def suggestions(text: str, visible: QuerySet, is_found) -> list[str]:
    """Queries spelt almost like `text` that find something, the nearest first; `is_found` asks it of one.

    Each word that none of the `visible` claims has is replaced by those that are spelt like it.
    """
    unknown = [word for word in words_of(text) if has_words(word) and not claims_matching(visible, word).exists()]
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


def near_words(words: list[str], visible: QuerySet) -> dict[str, list[str]]:
    """For each of `words` those known that are spelt like it, the nearest first; not each finds anything."""
    ids, params = newest(visible, LOOKED_THROUGH).order_by().values("pk").query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM claims_near_words(ARRAY({ids}), %s, %s)", [*params, words, NEAREST])
        found = {}
        for word, near in cursor:
            found.setdefault(word, []).append(near)
    return found


def replace_word(text: str, word: str, other: str) -> str:
    """The query with another word where it asks for `word`."""
    return TOKEN.sub(lambda match: other if match[3] == word and not match[1] else match[0], text)
