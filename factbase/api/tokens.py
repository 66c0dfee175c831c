"""Tokens for programs: made with an account's name and password, and thrown away."""

from datetime import timedelta

from django.contrib.auth import authenticate
from django.utils import timezone
from drf_spectacular.utils import OpenApiExample, extend_schema
from knox.views import LogoutAllView as BaseLogoutAllView
from knox.views import LogoutView as BaseLogoutView
from rest_framework import serializers, status
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.response import Response
from rest_framework.views import APIView

from factbase.api.authentication import TokenAuthentication
from factbase.api.filters import refuse_unknown
from factbase.api.throttling import GuessThrottle
from factbase.api.writing import Strict, Whole, Words
from factbase.models import Token


class CredentialsSerializer(Strict, serializers.Serializer):
    username = Words(max_length=150)
    password = Words(max_length=1000, trim_whitespace=False)
    name = Words(max_length=100, default="", allow_blank=True, help_text="What the token is for.")
    days = Whole(
        min_value=1, max_value=Token.DAYS_AT_MOST, default=Token.DAYS, help_text="After how many days it expires."
    )


class MadeSerializer(serializers.Serializer):
    token = serializers.CharField(help_text="Shown this once: only its digest is kept.")
    name = serializers.CharField()
    expires_at = serializers.DateTimeField()


class Plain:
    """Addresses of tokens: never kept by anyone on the way, and without query parameters."""

    basename = "auth"

    def initial(self, request, *args, **kwargs):
        super().initial(request, *args, **kwargs)
        refuse_unknown(list(request.query_params), [])

    def finalize_response(self, request, response, *args, **kwargs):
        response = super().finalize_response(request, response, *args, **kwargs)
        response["Cache-Control"] = "no-store"
        return response


class TokenView(Plain, APIView):
    authentication_classes = ()  # Nothing but name and password counts here, so no other site's page can use a cookie.
    throttle_classes = (GuessThrottle,)

    def get_authenticate_header(self, request):
        return TokenAuthentication().authenticate_header(request)  # Else a wrong password would be a 403.

    @extend_schema(
        request=CredentialsSerializer,
        responses={201: MadeSerializer},
        examples=[
            OpenApiExample(
                "For a script",
                {"username": "editor", "password": "…", "name": "nightly import", "days": 30},
                request_only=True,
            )
        ],
    )
    def post(self, request):
        """A new token for an account, to be sent as `Authorization: Bearer <token>`. Ten attempts a minute."""
        asked = CredentialsSerializer(data=request.data)
        asked.is_valid(raise_exception=True)
        given = asked.validated_data
        # Django takes as long over a name that is not known as over a wrong password.
        user = authenticate(request._request, username=given["username"], password=given["password"])
        if user is None:
            raise AuthenticationFailed("This name and password belong to no account that is active.")
        made, token = make_token(user, name=given["name"], days=given["days"])
        body = MadeSerializer({"token": token, "name": made.name, "expires_at": made.expiry})
        return Response(body.data, status=status.HTTP_201_CREATED)


class LogoutView(Plain, BaseLogoutView):
    authentication_classes = (TokenAuthentication,)

    @extend_schema(request=None, responses={204: None})
    def post(self, request, format=None):
        """Throw away the token that this is asked with."""
        return super().post(request)


class LogoutAllView(Plain, BaseLogoutAllView):
    authentication_classes = (TokenAuthentication,)

    @extend_schema(request=None, responses={204: None})
    def post(self, request, format=None):
        """Throw away all tokens of the account."""
        return super().post(request)


def make_token(user, *, name: str, days: int) -> tuple[Token, str]:
    """The row and the token itself, which nobody sees again. What has expired goes."""
    Token.objects.filter(expiry__lte=timezone.now()).delete()
    return Token.objects.create(user=user, expiry=timedelta(days=days), name=name)
