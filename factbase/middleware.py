"""Which way a request takes through the middleware; and which door a change came through, for history.

Plain reads of the API, most of all requests, go around what is there for those who may have an account, for pages of
other sites, for static files, and for addresses that lack their slash: it would do nothing for them, and take a tenth
of the time of an answer. Whom this server answers as (ALLOWED_HOSTS) is looked at wherever an answer says it.
"""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers
from django_guid.context import guid
from django_guid.utils import generate_guid, get_id_from_header
from pghistory.middleware import HistoryMiddleware as BaseHistoryMiddleware

from factbase.models import Via


class RejoinMiddleware:
    """Stands last, where those who went around go on."""

    go_on: Callable[[HttpRequest], HttpResponse]

    def __init__(self, get_response):
        self.get_response = get_response
        RejoinMiddleware.go_on = staticmethod(get_response)

    def __call__(self, request):
        return self.get_response(request)


class GoAroundMiddleware:
    """Stands before all that plain reads of the API are spared."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if is_plain_read(request):
            response = RejoinMiddleware.go_on(request)
            # As CorsMiddleware and CommonMiddleware would.
            if "Origin" not in response.get("Vary", ""):
                patch_vary_headers(response, ["Origin"])
            if not response.streaming:
                response["Content-Length"] = str(len(response.content))
            return response
        return self.get_response(request)


def is_plain_read(request: HttpRequest) -> bool:
    """Without a cookie, and from no page of another site."""
    is_address = request.path.startswith("/api/") and request.path.endswith("/")
    told = request.META
    return is_address and request.method in ("GET", "HEAD") and not (told.get("HTTP_COOKIE") or "HTTP_ORIGIN" in told)


class RequestIdMiddleware:
    """An id for each request, in its answer and in every line of the log; one that came with it is kept.

    What django_guid's own does, without its addresses to ignore and its integrations, which took most of its time.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        came_along = "HTTP_X_REQUEST_ID" in request.META
        found = get_id_from_header(request) if came_along else generate_guid()
        guid.set(found)
        response = self.get_response(request)
        response["X-Request-ID"] = found
        return response


class HistoryMiddleware(BaseHistoryMiddleware):
    """Name the account and the door in the context of every change that a request makes."""

    def get_context(self, request):
        via = Via.API if request.path.startswith("/api/") else Via.ADMIN
        return {**super().get_context(request), "via": via.value}
