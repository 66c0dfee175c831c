"""The admin in the language of the account. The API speaks English to everyone."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.cache import patch_vary_headers
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language_from_request, override

from factbase.models import User


class LanguageMiddleware:
    """Nothing but the admin is translated. On its sign-in page nobody is known yet: there the browser says."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path_info.startswith("/admin/"):
            return self.get_response(request)
        known = request.user.is_authenticated
        language = request.user.language if known else get_language_from_request(request)
        # Back to English afterwards: the thread answers for the API next.
        with override(language):
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        if not known:
            patch_vary_headers(response, ["Accept-Language"])
        return response


def change_language(request: HttpRequest) -> HttpResponse:
    """The account menu's languages: each account sets its own, whatever else it may change."""
    language = request.POST.get("language")
    if language in User.Language.values:
        request.user.language = language
        request.user.save(update_fields=["language"])
    page = request.headers.get("Referer", "")
    known = url_has_allowed_host_and_scheme(page, {request.get_host()}, require_https=request.is_secure())
    return redirect(page if known else "admin:index")
