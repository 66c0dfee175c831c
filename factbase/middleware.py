"""Which way a request takes through the middleware; and which door a change came through, for history.

Reads of the API without a cookie, most of all requests, go around what is there for those who may have an account, and
for static files: it would do nothing for them, and take a tenth of the time of an answer.
"""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
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
    """Stands before all that reads of the API without a cookie are spared."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.method in ("GET", "HEAD") and "HTTP_COOKIE" not in request.META and request.path.startswith("/api/"):
            return RejoinMiddleware.go_on(request)
        return self.get_response(request)


class HistoryMiddleware(BaseHistoryMiddleware):
    """Name the account and the door in the context of every change that a request makes."""

    def get_context(self, request):
        via = Via.API if request.path.startswith("/api/") else Via.ADMIN
        return {**super().get_context(request), "via": via.value}
