"""The feed of changes: pages that a reader can go on from, without ever missing a row."""

from django.core import signing
from django.db import connection
from django.db.models import F, Func, QuerySet, Subquery, TextField, Value
from django.db.models.lookups import GreaterThan, GreaterThanOrEqual
from rest_framework import status
from rest_framework.exceptions import APIException
from rest_framework.pagination import BasePagination
from rest_framework.response import Response
from rest_framework.utils.urls import remove_query_param, replace_query_param

from claims.models import Change, Claim
from factbase.api.pagination import KeysetPagination, refuse
from factbase.models import Redirect
from factbase.transactions import TransactionId


class CursorGone(APIException):
    """The cursor counts transactions of a database server that is no more."""

    status_code = status.HTTP_410_GONE
    default_code = "cursor_gone"
    default_detail = (
        "This cursor is from before the database was restored: start anew with since= the time of the last change"
        " that you read, and leave out what you know."
    )


class Place(Func):
    """Where a change stands in the feed: compared from left to right, which an index can look up."""

    function = "ROW"
    output_field = TextField()


def changes_since(changes: QuerySet, moment) -> QuerySet:
    """Those entered at that time or later.

    The pages begin at the oldest transaction that still ran when the first of them was written: what was written
    later, by it or by a younger one, can only come after that.
    """
    first = Change.objects.filter(at__gte=moment).order_by("at", "id").values("settled_xid")[:1]
    return changes.filter(GreaterThanOrEqual(F("xid"), Subquery(first)), at__gte=moment)


class FeedPagination(BasePagination):
    """Oldest first. `next` is always there: at the end it is where the changes to come will be."""

    salt = "factbase.feed"
    parameters = ["page_size", "cursor"]

    def paginate_queryset(self, queryset: QuerySet, request, view=None) -> list[Change]:
        self.request = request
        sizes = KeysetPagination()
        sizes.request = request
        self.page_size = size = sizes.get_page_size()
        server = prepare_feed()
        last = self.get_cursor(server)
        rows = queryset.settled()
        if last:
            edge = Place(Value(last[0], output_field=TransactionId()), Value(last[1]))
            rows = rows.filter(GreaterThan(Place(F("xid"), F("id")), edge))
        page = list(rows.order_by("xid", "id")[:size])
        if page:
            last = (page[-1].xid, page[-1].pk)
        self.next_url = self.url_after(last, server)
        return page

    def get_cursor(self, server: int) -> tuple[int, int] | None:
        cursor = self.request.query_params.get("cursor")
        if cursor in (None, "first"):
            return None
        try:
            of_server, xid, pk = signing.loads(cursor, salt=self.salt)
        except (signing.BadSignature, ValueError):
            refuse(
                "cursor", "This cursor is not one that this feed gave out: start without it, or with since=.", "cursor"
            )
        if of_server != server:
            raise CursorGone
        return xid, pk

    def url_after(self, last: tuple[int, int] | None, server: int) -> str:
        url = self.request.build_absolute_uri()
        if last is None:
            return remove_query_param(url, "cursor")
        return replace_query_param(url, "cursor", signing.dumps((server, *last), salt=self.salt))

    def get_paginated_response(self, data, applied: dict) -> Response:
        return Response({"next": self.next_url, "applied": {**applied, "page_size": self.page_size}, "results": data})

    def get_paginated_response_schema(self, schema):
        following = "What comes after this page. At the end, the changes to come: ask it again later."
        return {
            "type": "object",
            "required": ["next", "applied", "results"],
            "properties": {
                "next": {"type": "string", "format": "uri", "description": following},
                "applied": {"type": "object", "description": "The filters in force."},
                "results": schema,
            },
        }

    def get_schema_operation_parameters(self, view):
        described = KeysetPagination().get_schema_operation_parameters(view)
        return [parameter for parameter in described if parameter["name"] in self.parameters]


def prepare_feed() -> int:
    """Let in what waited for the end of an embargo; returns the identifier of the database server.

    A statement of its own each: what it lets in is seen from the next read on.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT claims_resettle_changes(), claims_release_changes()")
        cursor.execute("SELECT system_identifier FROM pg_control_system()")
        return cursor.fetchone()[0]


def with_claims(changes: list[Change]) -> list[Change]:
    """Give each change `now`: its claim as everyone may see it now, its tombstone, or None; and `into`, where a
    merged one leads. Three queries, however many changes."""
    ids = {change.claim for change in changes}
    public = Claim.objects.visible_to(None).only("text", "status").in_bulk(ids)
    withdrawn = Claim.objects.withdrawn().in_bulk(ids)
    into = dict(Redirect.objects.filter(kind="claim", key__in=map(str, ids)).values_list("key", "target"))
    for change in changes:
        change.now = public.get(change.claim) or withdrawn.get(change.claim)
        change.into = into.get(str(change.claim))
    return changes
