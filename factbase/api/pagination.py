"""Pages by key: each begins where the last one ended, however many rows lie before it.

A page is found by comparing (sort key, id) with that of the row at its edge, so that page 1,000 costs what
the first does, and rows that come or go meanwhile shift nothing. Sort keys are never null.
"""

import hashlib
import json
from typing import NamedTuple
from uuid import UUID

from django.core import signing
from django.db.models import Expression
from django.http import HttpResponse
from rest_framework.exceptions import ErrorDetail, ValidationError
from rest_framework.pagination import BasePagination
from rest_framework.utils.urls import replace_query_param

from factbase.api.conditional import present_state
from factbase.api.renderers import written_already
from factbase.statements import fetch, find, page_of, shown_of


class Ordering(NamedTuple):
    """How a list is sorted: by `key`, an expression that is never null, then by id in the same direction."""

    key: Expression
    descending: bool = False

    def way(self, *, reverse: bool = False) -> str:
        return "DESC" if self.descending != reverse else "ASC"


class Edge(NamedTuple):
    """The row that a page begins after; the page runs backwards where `reverse` is true."""

    key: str
    pk: UUID
    reverse: bool


class Row(NamedTuple):
    """A row of a page, as the database sent it."""

    json: bytes | None  # None: it went while the page was made.
    pk: bytes
    key: bytes


class KeysetPagination(BasePagination):
    page_size = 25
    max_page_size = 100
    salt = "factbase.cursor"

    def get_page(self, request, view) -> HttpResponse:
        self.request = request
        size, edge, wants_count = self.get_page_size(), self.get_edge(), self.wants_count()
        reverse = bool(edge and edge.reverse)
        rows = self.get_rows(view, edge, size + 1)
        more, rows = len(rows) > size, rows[:size]
        if reverse:
            rows.reverse()
        head = {
            "next": self.url_of(rows[-1], reverse=False) if rows and (more or reverse) else None,
            "previous": self.url_of(rows[0], reverse=True) if rows and (more if reverse else edge) else None,
            "applied": {**view.applied(), "page_size": size},
        }
        if not rows and not edge:
            head |= view.when_empty()
        if wants_count:
            head = {"count": view.get_records().order_by().count(), **head}
        opening = json.dumps(head, ensure_ascii=False)[:-1].encode()
        results = b", ".join(row.json for row in rows if row.json)
        return written_already(b'%b, "results": [%b]}' % (opening, results))

    def get_rows(self, view, edge: Edge | None, size: int) -> list["Row"]:
        keys = view.get_keys()  # which checks what was asked
        way = view.get_ordering().way(reverse=bool(edge and edge.reverse))
        page = {"way": way, "edge": (edge.key, edge.pk) if edge else None, "size": size}
        if not view.filterset:
            statement = page_of(keys, view.get_json(), **page)
            rows = fetch(statement)
            if not rows:
                # An empty page tells no state: that is asked for, and then what there is in it.
                view.note_state(present_state())
                rows = fetch(statement)
            for _, _, _, state in rows[:1]:
                view.note_state(state)
            return [Row(*row[:3]) for row in rows]
        found, state = find(keys, **page)
        view.note_state(state)
        # The last one of a full page tells no more than that there is a next one.
        ids = [pk for pk, _ in found[: size - 1]]
        shown = dict(fetch(shown_of(ids, view.get_visible(), view.get_json()))) if ids else {}
        return [Row(shown.get(pk), pk, key) for pk, key in found]

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
            refuse(
                "cursor", "This cursor is not one that was given out: start at the first page, without it.", "cursor"
            )
        if digest != self.digest():
            refuse(
                "cursor", "This cursor is of a list with other filters: start at the first page, without it.", "cursor"
            )
        return Edge(key, UUID(pk), reverse)

    def url_of(self, row: Row, *, reverse: bool) -> str:
        cursor = signing.dumps((self.digest(), row.key.decode(), row.pk.decode(), reverse), salt=self.salt)
        return replace_query_param(self.request.build_absolute_uri(), "cursor", cursor)

    def digest(self) -> str:
        """What a cursor is bound to: the list's address with its filters and order."""
        query = self.request.query_params
        asked = sorted((name, sorted(query.getlist(name))) for name in query if name not in ("cursor", "page_size"))
        return hashlib.sha256(repr((self.request.path, asked)).encode()).hexdigest()[:16]

    def get_paginated_response_schema(self, schema):
        url = {"type": ["string", "null"], "format": "uri"}
        return {
            "type": "object",
            "required": ["next", "previous", "applied", "results"],
            "properties": {
                "count": {"type": "integer", "description": "Only with `count=exact`."},
                "next": {**url, "description": "The next page."},
                "previous": {**url, "description": "The page before."},
                "applied": APPLIED,
                "results": schema,
            },
        }

    def get_schema_operation_parameters(self, view):
        rows = {
            "name": "rows",
            "in": "query",
            "description": "With CSV: one row for each of these parts of the records found, with the record's own"
            " columns before it. A record that has none has no row.",
            "schema": {"type": "string", "enum": list(view.parts_as_rows)},
            "example": "citations",
        }
        return [
            *([rows] if view.parts_as_rows else []),
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


APPLIED = {
    "type": "object",
    "description": "What this list was narrowed and sorted by: each filter as it was understood, with those that"
    " nobody asked for and that hold all the same.",
    "required": ["visible", "ordering", "page_size"],
    "properties": {
        "visible": {
            "type": "string",
            "enum": ["public", "public_and_own", "all"],
            "description": "`public`: published claims past their embargo, and what they rest on. `public_and_own`:"
            " with an account, also what it wrote itself. `all`: with the right to see drafts.",
        },
        "ordering": {"type": "string"},
        "page_size": {"type": "integer"},
    },
    "additionalProperties": True,
}


def refuse(parameter: str, message: str, code: str = "invalid"):
    raise ValidationError({parameter: [ErrorDetail(message, code=code)]})
