"""Who asks: nobody, an account by its token, or an account that is signed in to the admin."""

import re
from datetime import timedelta

from django.utils import timezone
from knox.auth import TokenAuthentication as BaseTokenAuthentication
from rest_framework import HTTP_HEADER_ENCODING, authentication
from rest_framework.exceptions import AuthenticationFailed

from factbase.models import Token

TOKEN = re.compile(rb"[0-9a-f]{64}")
REMEDY = "make a new one by POST /api/v1/auth/token/ or in the admin, or leave the Authorization header out to read."


class SessionAuthentication(authentication.SessionAuthentication):
    """The admin's own sign-in; answers 401, not 403, where an account is missing (RFC 9110, 15.5.2)."""

    def authenticate_header(self, request):
        return "Session"


class TokenAuthentication(BaseTokenAuthentication):
    """`Authorization: Bearer <token>` (RFC 6750). What is no token that holds is a 401, for reading too.

    Taken for nobody instead, a program whose token expired would go on with less than it asked for, unnoticed.
    """

    def authenticate(self, request):
        # Not by request.headers, which reads them all to find that there is none.
        given = request.META.get("HTTP_AUTHORIZATION", "").encode(HTTP_HEADER_ENCODING).split()
        if not given:
            return None
        if len(given) != 2 or given[0].lower() != b"bearer":
            raise AuthenticationFailed("The Authorization header is not understood: write 'Bearer ' and the token.")
        return super().authenticate(request)

    def authenticate_credentials(self, token):
        if not TOKEN.fullmatch(token):
            raise AuthenticationFailed(f"This is no token of Factbase: {REMEDY}")
        try:
            user, found = super().authenticate_credentials(token)
        except AuthenticationFailed as error:
            raise AuthenticationFailed(f"This token is not known, has expired or was revoked: {REMEDY}") from error
        note_use(found)
        return user, found

    def _cleanup_token(self, auth_token):
        # knox deletes all that expired, with a query for each request; here they go when one is made (see tokens).
        return not auth_token.holds


def note_use(token: Token) -> None:
    """When it was used last, to the hour: so that reading seldom writes."""
    now = timezone.now()
    if token.last_used is None or token.last_used < now - timedelta(hours=1):
        Token.objects.filter(pk=token.pk).update(last_used=now)
