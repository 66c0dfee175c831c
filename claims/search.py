"""Finding claims by words. The index and the reading of a query are the database's (migration 0001_functions)."""

from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db import connection
from django.db.models import F, QuerySet


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
    """Annotate `relevance`: claim text counts most, then translations and quotes, then names and topics."""
    return claims.annotate(relevance=SearchRank(F("search__vector"), ClaimsQuery(text)))
