"""Answers that say whether anything changed (RFC 9110, 13): an ETag on each, and 304 before a page is built."""

import hashlib

from django.db import connection
from django.db.models import QuerySet
from django.utils.cache import patch_vary_headers
from django.utils.http import parse_etags
from rest_framework import status
from rest_framework.response import Response

from factbase.permissions import is_public, visibility


class NotModified(Exception):
    """What the asker has is what there is."""


class Conditional:
    """For views that read. An ETag stands for the question, who asks, and all that was ever written by then."""

    etag = None

    def initial(self, request, *args, **kwargs):
        super().initial(request, *args, **kwargs)
        if request.method in ("GET", "HEAD"):
            self.etag = etag_of(request, self.get_versioned())
            given = request.headers.get("If-None-Match")
            if given and (given.strip() == "*" or self.etag in map(strong, parse_etags(given))):
                raise NotModified

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
        patch_vary_headers(response, ["Accept", "Authorization", "Cookie"])
        return response


def etag_of(request, versioned: QuerySet | None = None, address: str = "", state: str = "") -> str:
    """The ETag of what is at `address` (else at that which was asked), before it is read: never newer than that."""
    state = state or request._request.state  # which the throttle asked for
    version = versioned.values_list("version", flat=True).first() if versioned is not None else None
    version = "" if version is None else f"{version}."
    who = "" if is_public(request.user) else f"{visibility(request.user)} {request.user.pk}"
    renderer = getattr(request, "accepted_renderer", None)
    told = (address or request.build_absolute_uri(), getattr(renderer, "media_type", ""), who, state)
    return f'"{version}{hashlib.sha256(repr(told).encode()).hexdigest()[:32]}"'


def present_state() -> str:
    """What a reader sees now, in a word: another one whenever a record may have been written in between."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT factbase_state()")
        return cursor.fetchone()[0]


def strong(etag: str) -> str:
    """Compared weakly (RFC 9110, 13.1.2): what a cache or compression marked as weak is the same answer."""
    return etag.removeprefix("W/")
