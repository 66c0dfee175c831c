"""Pages by key: each begins where the last one ended, however many rows lie before it.

A page is found by comparing (sort key, id) with that of the row at its edge, so that page 1,000 costs what
the first does, and rows that come or go meanwhile shift nothing. Sort keys are never null.
"""

import hashlib
from typing import NamedTuple
from uuid import UUID

from django.core import signing
from django.db.models import Expression, F, Func, QuerySet, TextField, Value
from django.db.models.functions import Cast
from django.db.models.lookups import GreaterThan, LessThan
from rest_framework.exceptions import ErrorDetail, ValidationError
from rest_framework.pagination import BasePagination
from rest_framework.response import Response
from rest_framework.utils.urls import replace_query_param


class Ordering(NamedTuple):
    """How a list is sorted: by `key`, an expression that is never null, then by id in the same direction."""

    key: Expression
    descending: bool = False


class Row(Func):
    """A row of values, compared from left to right: what an index on them can look up."""

    function = "ROW"
    output_field = TextField()


class Edge(NamedTuple):
    """The row that a page begins after; the page runs backwards where `reverse` is true."""

    key: str
    pk: UUID
    reverse: bool


class KeysetPagination(BasePagination):
    page_size = 25
    max_page_size = 100
    salt = "factbase.cursor"

    def paginate_queryset(self, queryset: QuerySet, request, view) -> list:
        self.request, self.queryset = request, queryset
        name = request.query_params.get("ordering", view.default_ordering)
        ordering = view.orderings[name]
        size = self.get_page_size()
        edge = self.get_edge()
        self.count = queryset.order_by().count() if self.wants_count() else None

        rows = self.page(queryset, ordering, edge, size)
        more, rows = len(rows) > size, rows[:size]
        if edge and edge.reverse:
            rows.reverse()
        self.next_url = self.previous_url = None
        if rows and (more or (edge and edge.reverse)):
            self.next_url = self.url_of(rows[-1], reverse=False)
        if rows and (more if edge and edge.reverse else edge):
            self.previous_url = self.url_of(rows[0], reverse=True)
        return rows

    def page(self, queryset: QuerySet, ordering: Ordering, edge: Edge | None, size: int) -> list:
        """Up to `size` rows, and one more if there is more."""
        key = ordering.key
        descending = ordering.descending
        if edge:
            descending = descending != edge.reverse
            compare = LessThan if descending else GreaterThan
            at_edge = Row(Cast(Value(edge.key), key_field(queryset, key)), Value(edge.pk))
            queryset = queryset.filter(compare(Row(key, F("pk")), at_edge))
        order = [key.desc(), F("pk").desc()] if descending else [key.asc(), F("pk").asc()]
        return list(queryset.annotate(sort_key=Cast(key, TextField())).order_by(*order)[: size + 1])

    def get_page_size(self) -> int:
        text = self.request.query_params.get("page_size", str(self.page_size))
        if not text.isascii() or not text.isdigit() or not 1 <= int(text[:9]) <= self.max_page_size:
            refuse("page_size", f"'{text}' is no page size: write a number from 1 to {self.max_page_size}.")
        return int(text)

    def wants_count(self) -> bool:
        text = self.request.query_params.get("count")
        if text not in (None, "exact"):
            refuse("count", f"'{text}' is no way to count: write exact, or leave it out.")
        return text == "exact"

    def get_edge(self) -> Edge | None:
        cursor = self.request.query_params.get("cursor")
        if cursor in (None, "first"):
            return None
        try:
            digest, key, pk, reverse = signing.loads(cursor, salt=self.salt)
        except signing.BadSignature:
            refuse("cursor", "This cursor is not one that was given out: start at the first page, without it.")
        if digest != self.digest():
            refuse("cursor", "This cursor is of a list with other filters: start at the first page, without it.")
        return Edge(key, UUID(pk), reverse)

    def url_of(self, row, *, reverse: bool) -> str:
        cursor = signing.dumps((self.digest(), row.sort_key, str(row.pk), reverse), salt=self.salt)
        return replace_query_param(self.request.build_absolute_uri(), "cursor", cursor)

    def digest(self) -> str:
        """What a cursor is bound to: the list's address with its filters and order."""
        query = self.request.query_params
        asked = sorted((name, sorted(query.getlist(name))) for name in query if name not in ("cursor", "page_size"))
        return hashlib.sha256(repr((self.request.path, asked)).encode()).hexdigest()[:16]

    def get_paginated_response(self, data):
        body = {"next": self.next_url, "previous": self.previous_url, "results": data}
        return Response(body if self.count is None else {"count": self.count, **body})

    def get_paginated_response_schema(self, schema):
        url = {"type": ["string", "null"], "format": "uri"}
        return {
            "type": "object",
            "required": ["next", "previous", "results"],
            "properties": {
                "count": {"type": "integer", "description": "Only with `count=exact`."},
                "next": {**url, "description": "The next page."},
                "previous": {**url, "description": "The page before."},
                "results": schema,
            },
        }

    def get_schema_operation_parameters(self, view):
        return [
            {
                "name": "page_size",
                "in": "query",
                "description": f"Results a page, 1 to {self.max_page_size}.",
                "schema": {"type": "integer", "minimum": 1, "maximum": self.max_page_size, "default": self.page_size},
                "example": 10,
            },
            {
                "name": "count",
                "in": "query",
                "description": "`exact` adds `count`, the number of all results. It costs time on long lists.",
                "schema": {"type": "string", "enum": ["exact"]},
                "example": "exact",
            },
            {
                "name": "cursor",
                "in": "query",
                "description": "Where a page begins: `first`, or as `next` and `previous` give it.",
                "schema": {"type": "string"},
                "example": "first",
            },
        ]

    parameters = ["page_size", "count", "cursor"]


def key_field(queryset: QuerySet, key: Expression):
    """The type of a sort key."""
    return key.resolve_expression(queryset.query, allow_joins=True).output_field


def refuse(parameter: str, message: str):
    raise ValidationError({parameter: [ErrorDetail(message, code="invalid")]})
