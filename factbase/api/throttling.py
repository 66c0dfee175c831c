"""How often one may ask: a count a minute for each address, or account, shared by all processes."""

import hashlib
import secrets
import time
from collections import defaultdict
from functools import lru_cache
from ipaddress import IPv6Address, ip_address, ip_network
from threading import Lock

from django.conf import settings
from rest_framework.throttling import BaseThrottle

from factbase.models import Rate
from factbase.statements import Sql, fetch

PURGED_AFTER = 10  # minutes
GUESSES_A_MINUTE = 10
# How many requests of one asker a process counts in the database at a time, a sixtieth of the limit at most: to count
# each by itself takes a sixth of the time of the answer. What a process holds of them when a minute's last ones
# are given out elsewhere is lost to the asker, so that with several processes the limit is reached a little early.
AT_ONCE = 10


class Numbers:
    """The number of each request within its minute, whichever process it came to: 1, 2, 3, …"""

    def __init__(self):
        self.lock, self.minute, self.left = Lock(), 0, defaultdict(list)

    def next(self, key: str, minute: int, at_once: int) -> int:
        with self.lock:
            if minute != self.minute:
                self.minute, self.left = minute, defaultdict(list)
            left = self.left[key]
            if left:
                return left.pop()
        [(last,)] = fetch(Sql("SELECT factbase_count_requests(%s, %s, %s)", (key, minute, at_once)))
        fresh = list(range(int(last), int(last) - at_once, -1))
        if fresh[-1] == 1 and secrets.randbelow(100) == 0:
            Rate.objects.filter(minute__lt=minute - PURGED_AFTER).delete()
        with self.lock:
            left[:0] = fresh
            return left.pop()


numbers = Numbers()


class Throttle(BaseThrottle):
    """Refuses what goes over the limit of this minute. The limits are said in every answer (see `headers`).

    DRF puts the headers of the view on whatever it answers with, an error too.
    """

    def allow_request(self, request, view):
        user = request.user
        account = user if user and user.is_authenticated else None
        self.limit = settings.FACTBASE_REQUESTS_A_MINUTE[1 if account else 0]
        self.minute, second = divmod(int(time.time()), 60)
        self.left_in_minute = 60 - second
        count = self.count(f"account {account.pk}" if account else f"address {network(self.get_ident(request))}")
        view.headers |= self.headers(count)
        return count <= self.limit

    def wait(self):
        return self.left_in_minute

    def get_ident(self, request):
        # DRF's makes all headers of a request readable to find that this one is not among them.
        if "HTTP_X_FORWARDED_FOR" not in request.META:
            return request.META.get("REMOTE_ADDR")
        return super().get_ident(request)

    def count(self, who: str) -> int:
        return numbers.next(key_of(who), self.minute, max(1, min(AT_ONCE, self.limit // 60)))

    def headers(self, count: int) -> dict[str, str]:
        """As in the IETF draft on RateLimit headers: what is allowed a minute, what is left, and for how long."""
        return {
            "RateLimit-Limit": str(self.limit),
            "RateLimit-Remaining": str(max(self.limit - count, 0)),
            "RateLimit-Reset": str(self.left_in_minute),
        }


class GuessThrottle(Throttle):
    """For the door where passwords are tried: a few a minute from an address, whoever it says it is."""

    def allow_request(self, request, view):
        self.limit = GUESSES_A_MINUTE
        self.minute, second = divmod(int(time.time()), 60)
        self.left_in_minute = 60 - second
        count = self.count(f"guesses from {network(self.get_ident(request))}")
        view.headers |= self.headers(count)
        return count <= self.limit


@lru_cache(maxsize=1000)
def key_of(who: str) -> str:
    """A keyed hash: who asks is nobody's affair, and an address cannot be found by trying them all."""
    return hashlib.blake2b(who.encode(), key=settings.SECRET_KEY.encode()[:64], digest_size=24).hexdigest()


@lru_cache(maxsize=1000)
def network(address: str) -> str:
    """The address, or the network of an IPv6 one: a household has 2^64 of them."""
    try:
        found = ip_address(address)
    except ValueError:
        return address
    return str(ip_network((found, 64), strict=False)) if isinstance(found, IPv6Address) else str(found)
