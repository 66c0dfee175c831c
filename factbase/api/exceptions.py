"""Errors under /api/: one shape, and never a 500 for what the asker can mend."""

from django.conf import settings
from django.core.exceptions import DisallowedHost, RequestDataTooBig, SuspiciousOperation, TooManyFieldsSent
from django.db import DataError, IntegrityError, OperationalError
from django.http import HttpRequest, JsonResponse
from django.views import defaults
from drf_standardized_errors.formatter import ExceptionFormatter as BaseExceptionFormatter
from drf_standardized_errors.handler import ExceptionHandler as BaseExceptionHandler
from rest_framework import exceptions, status
from rest_framework.settings import api_settings

from factbase.constraints import explain, is_conflict


class Conflict(exceptions.APIException):
    """Another record stands in the way."""

    status_code = status.HTTP_409_CONFLICT
    default_code = "conflict"


class Busy(exceptions.APIException):
    """The database took too long, or had no connection to give."""

    status_code = status.HTTP_503_SERVICE_UNAVAILABLE
    default_code = "busy"
    default_detail = "This took too long and was given up: ask for less (a filter, a smaller page), or try again later."
    wait = 10  # seconds, for Retry-After


class TooLarge(exceptions.APIException):
    """A body over FACTBASE_BODY_BYTES."""

    status_code = status.HTTP_413_REQUEST_ENTITY_TOO_LARGE
    default_code = "too_large"

    def __init__(self):
        super().__init__(f"The body has more than {settings.FACTBASE_BODY_BYTES:,} bytes: send less at a time.")


class ExceptionFormatter(BaseExceptionFormatter):
    def get_errors(self):
        """What is wrong with a row as a whole is said of the row: `claimants.0`."""
        errors = super().get_errors()
        for error in errors:
            if error.attr is not None and (error.attr + ".").endswith(f"{api_settings.NON_FIELD_ERRORS_KEY}."):
                error.attr = error.attr.rpartition(api_settings.NON_FIELD_ERRORS_KEY)[0].rstrip(".") or None
        return errors


class ExceptionHandler(BaseExceptionHandler):
    def convert_known_exceptions(self, exc):
        if isinstance(exc, OperationalError):
            return Busy()
        if isinstance(exc, IntegrityError):
            return Conflict(explain(exc)) if is_conflict(exc) else exceptions.ValidationError(explain(exc), code="rule")
        if isinstance(exc, DataError):
            return exceptions.ValidationError(f"A value is out of range: {explain(exc)}.")
        if isinstance(exc, RequestDataTooBig):
            return TooLarge()
        if isinstance(exc, SuspiciousOperation):
            return exceptions.ParseError(bad_request_detail(exc))
        return super().convert_known_exceptions(exc)


def bad_request_detail(exception: Exception) -> str:
    if isinstance(exception, TooManyFieldsSent):
        return "Too many parameters: 1,000 at most."
    if isinstance(exception, DisallowedHost):
        return "This server has no such name as the Host header says: FACTBASE_ALLOWED_HOSTS lists those that it has."
    return "This request cannot be read."


def bad_request(request: HttpRequest, exception: Exception):
    return answer(request, 400, "bad_request", bad_request_detail(exception)) or defaults.bad_request(
        request, exception
    )


def permission_denied(request: HttpRequest, exception: Exception):
    return answer(request, 403, "permission_denied", "This account may not do that.") or defaults.permission_denied(
        request, exception
    )


def not_found(request: HttpRequest, exception: Exception):
    detail = f"There is nothing at {request.path}: /api/v1/docs/ lists what there is."
    return answer(request, 404, "not_found", detail) or defaults.page_not_found(request, exception)


def server_error(request: HttpRequest):
    return answer(
        request, 500, "error", "Something went wrong here; it was not your request."
    ) or defaults.server_error(request)


def answer(request: HttpRequest, status_code: int, code: str, detail: str) -> JsonResponse | None:
    """An error outside of any view, in the API's shape; None where the address is not the API's."""
    if not request.path.startswith("/api/"):
        return None
    kind = "server_error" if status_code >= 500 else "client_error"
    errors = [{"code": code, "detail": detail, "attr": None}]
    return JsonResponse({"type": kind, "errors": errors}, status=status_code)
