from rest_framework import authentication


class SessionAuthentication(authentication.SessionAuthentication):
    """The admin's own sign-in; answers 401, not 403, where an account is missing (RFC 9110, 15.5.2)."""

    def authenticate_header(self, request):
        return "Session"
