"""Changes say which version they are of (RFC 9110, 13.1.1), and repeated requests write once."""

import hashlib
import re
import secrets
from datetime import timedelta

from django.conf import settings
from django.utils import timezone
from django.utils.http import parse_etags
from rest_framework import status
from rest_framework.exceptions import APIException, ParseError

from factbase.models import Idempotency

KEPT = timedelta(hours=24)
ETAG = re.compile(r'"(\d{1,10})\.[0-9a-f]{32}"')


class PreconditionRequired(APIException):
    status_code = status.HTTP_428_PRECONDITION_REQUIRED
    default_code = "precondition_required"
    default_detail = "Say which version you change: send the ETag that this record's GET answered with as If-Match."


class PreconditionFailed(APIException):
    status_code = status.HTTP_412_PRECONDITION_FAILED
    default_code = "precondition_failed"


class KeyReused(APIException):
    status_code = status.HTTP_422_UNPROCESSABLE_ENTITY
    default_code = "idempotency_key_reused"
    default_detail = (
        "This Idempotency-Key came with another request before: repeat that one as it was, or take a new key."
    )


def need_if_match(request) -> str:
    """What If-Match says. Raises where it is missing: whatever else is wrong, this is to be sent with any change."""
    if given := request.headers.get("If-Match", "").strip():
        return given
    raise PreconditionRequired


def check_if_match(request, version: int) -> None:
    """Raises where If-Match is missing, or of another version than this, which is locked.

    An ETag is "<version>.<hash>". The hash stands for all that was ever written, so that what is cached is never old;
    it changes when anything anywhere does, and would refuse everybody who writes at the same time. The version rises
    with each change to this record and its parts alone, and is what a change goes by. `*` is whatever stands here.
    """
    given = need_if_match(request)
    # Weak ones never match (RFC 9110, 8.8.3.2), and parse_etags keeps their W/.
    found = [ETAG.fullmatch(etag) for etag in parse_etags(given)]
    if given != "*" and version not in [int(match[1]) for match in found if match]:
        raise PreconditionFailed(
            f"Somebody changed this meanwhile, it is version {version} now: GET it again, and make your change to that."
        )


def recall(request) -> Idempotency | None:
    """What this account's Idempotency-Key stands for: a new row, without a status, or that of the request before.

    Within the transaction that writes: a second request with the same key waits here until the first is over, and
    finds its row, or none where it came to nothing. Raises KeyReused, or ParseError for what is no key.
    """
    key = request.headers.get("Idempotency-Key")
    if key is None:
        return None
    if not re.fullmatch(r"[\x21-\x7e]{1,255}", key):
        raise ParseError("The Idempotency-Key is 1 to 255 visible ASCII characters, such as a UUID.")
    old = Idempotency.objects.filter(made_at__lt=timezone.now() - KEPT)
    old.filter(account=request.user, key=key).delete()
    if secrets.randbelow(100) == 0:
        old.filter(pk__in=old.select_for_update(skip_locked=True)[:1000]).delete()
    asked = fingerprint(request)
    row, _ = Idempotency.objects.get_or_create(account=request.user, key=key, defaults={"request": asked})
    if row.request != asked:
        raise KeyReused
    return row


def keep(row: Idempotency | None, *, record, answered: int) -> None:
    """The status and which record, no more: what is redacted must not live on in an answer kept here."""
    if row is not None:
        row.record, row.answered = record, answered
        row.save(update_fields=["record", "answered"])


def fingerprint(request) -> str:
    told = f"{request.method} {request.get_full_path()} {normal(request.data)}"
    return hashlib.blake2b(told.encode(), key=settings.SECRET_KEY.encode()[:64], digest_size=32).hexdigest()


def normal(data) -> str:
    """The same for bodies that say the same."""
    if isinstance(data, dict):
        return "{" + ",".join(f"{name!a}:{normal(data[name])}" for name in sorted(data)) + "}"
    if isinstance(data, list):
        return "[" + ",".join(map(normal, data)) + "]"
    return ascii(data)
