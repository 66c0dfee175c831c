"""What is done for those who may have an account; and which door a change came through, for history.

Reads of the API without a cookie, most of all requests, are spared it: it would do nothing for them, and take a tenth
of the time of a page.
"""

from django.contrib.auth.middleware import AuthenticationMiddleware as BaseAuthenticationMiddleware
from django.contrib.messages.middleware import MessageMiddleware as BaseMessageMiddleware
from django.contrib.sessions.middleware import SessionMiddleware as BaseSessionMiddleware
from pghistory.middleware import HistoryMiddleware as BaseHistoryMiddleware

from factbase.models import Via


class SparesReads:
    def __call__(self, request):
        if request.method in ("GET", "HEAD") and "HTTP_COOKIE" not in request.META and request.path.startswith("/api/"):
            return self.get_response(request)
        return super().__call__(request)


class SessionMiddleware(SparesReads, BaseSessionMiddleware):
    pass


class AuthenticationMiddleware(SparesReads, BaseAuthenticationMiddleware):
    pass


class MessageMiddleware(SparesReads, BaseMessageMiddleware):
    pass


class HistoryMiddleware(SparesReads, BaseHistoryMiddleware):
    """Name the account and the door in the context of every change that a request makes."""

    def get_context(self, request):
        via = Via.API if request.path.startswith("/api/") else Via.ADMIN
        return {**super().get_context(request), "via": via.value}
