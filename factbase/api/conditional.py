"""Answers that say whether anything changed (RFC 9110, 13): an ETag on each, and 304 before a page is built."""

import hashlib

from django.db.models import QuerySet
from django.utils.functional import cached_property
from django.utils.http import parse_etags
from rest_framework import status
from rest_framework.response import Response

from factbase.permissions import is_public, visibility
from factbase.statements import Sql, fetch

# The headers by which an address has different answers; Origin, since other sites' pages are told that they may read.
VARY = "Accept, Authorization, Cookie, Origin"


class NotModified(Exception):
    """What the asker has is what there is."""


class Conditional:
    """For views that read. An ETag stands for the question, who asks, and all that was ever written by then."""

    etag = None

    def initial(self, request, *args, **kwargs):
        super().initial(request, *args, **kwargs)
        if request.method not in ("GET", "HEAD"):
            return
        given = request.META.get("HTTP_IF_NONE_MATCH")
        if given or not self.reads_state():
            self.etag = etag_of(request, self.address, present_state(), self.get_versioned())
        if given and (given.strip() == "*" or self.etag in map(strong, parse_etags(given))):
            raise NotModified

    @cached_property
    def base(self) -> str:
        """The address of this server as it was asked."""
        return f"{self.request.scheme}://{self.request.get_host()}"

    @property
    def address(self) -> str:
        """What was asked, as it came."""
        query = self.request.META.get("QUERY_STRING", "")
        return f"{self.base}{self.request.path}{'?' if query else ''}{query}"

    def reads_state(self) -> bool:
        """Whether the statement that answers gives the state along with it, and the view makes the ETag then."""
        return False

    def get_versioned(self) -> QuerySet | None:
        """The one record at this address whose version an ETag tells too, so that it can be sent as If-Match."""
        return None

    def handle_exception(self, exc):
        if isinstance(exc, NotModified):
            return Response(status=status.HTTP_304_NOT_MODIFIED)
        return super().handle_exception(exc)

    def finalize_response(self, request, response, *args, **kwargs):
        response = super().finalize_response(request, response, *args, **kwargs)
        if self.etag and response.status_code in (status.HTTP_200_OK, status.HTTP_304_NOT_MODIFIED):
            response["ETag"] = self.etag
        # Kept, but asked about each time: a correction counts at once.
        response.setdefault("Cache-Control", "no-cache" if is_public(request.user) else "private, no-cache")
        response["Vary"] = VARY
        return response


def etag_of(request, address: str, state: bytes, versioned: QuerySet | None = None) -> str:
    """The ETag of what is at `address`, in a state from no later than it was read."""
    version = versioned.values_list("version", flat=True).first() if versioned is not None else None
    version = "" if version is None else f"{version}."
    who = "" if is_public(request.user) else f"{visibility(request.user)} {request.user.pk}"
    renderer = getattr(request, "accepted_renderer", None)
    told = (address, getattr(renderer, "media_type", ""), who, state)
    return f'"{version}{hashlib.sha256(repr(told).encode()).hexdigest()[:32]}"'


def present_state() -> bytes:
    """What a reader sees now, in a word: another one whenever a record may have been written in between."""
    [(state,)] = fetch(Sql("SELECT state FROM factbase_state()"))
    return state


def strong(etag: str) -> str:
    """Compared weakly (RFC 9110, 13.1.2): what a cache or compression marked as weak is the same answer."""
    return etag.removeprefix("W/")
