"""The whole of a POST to claims/match/ has the time that one statement of other requests has, and then is a 503."""

import time

import pytest
from django.db import OperationalError, connection
from rest_framework.test import APIClient

from claims.matching import candidates, deadline, matching
from tests import factories as make

pytestmark = pytest.mark.django_db
URL = "/api/v1/claims/match/"
SAID = "Chocolate every morning makes children taller."
NAME = "statement_timeout"
DRAFT = {"text": f"{SAID} {SAID} {SAID}", "language": "en"}


@pytest.fixture
def claim():
    return make.published_claim(text=SAID)


@pytest.fixture
def clock(monkeypatch):
    """Its time goes on by what a test adds to `ahead`, too."""

    class Clock:
        ahead = 0

        def __call__(self):
            return time.monotonic() + self.ahead

    clock = Clock()
    monkeypatch.setattr(deadline, "monotonic", clock)
    return clock


def send():
    return APIClient(raise_request_exception=False).post(URL, DRAFT, format="json")


def refused(answer, seconds=5):
    """Whether nothing was answered but what to do."""
    [error] = answer.json()["errors"]
    assert (answer.status_code, answer["Retry-After"]) == (503, "10")
    assert (set(answer.json()), answer.json()["type"]) == ({"type", "errors"}, "server_error")
    assert error == {
        "code": "busy",
        "detail": f"This draft took more than {seconds} seconds, and matching it was given up: send it in parts, each"
        " by itself, or try again later.",
        "attr": None,
    }
    return True


def each_takes(seconds, clock, monkeypatch):
    """Have each statement about words take so long; gives back the milliseconds that each was given."""
    real, given = candidates.ask, []

    def ask(*args):
        clock.ahead += seconds
        given.extend(int(row[0]) for row in real("SELECT setting FROM pg_settings WHERE name = %s", (NAME,)))
        return real(*args)

    monkeypatch.setattr(candidates, "ask", ask)
    return given


def test_statements_that_are_short_each_and_long_together(claim, clock, monkeypatch):
    each_takes(0.1, clock, monkeypatch)
    assert len(send().json()["sentences"]) == 3
    each_takes(2, clock, monkeypatch)
    assert refused(send())


def test_each_statement_has_the_time_that_is_left(claim, clock, monkeypatch, settings):
    settings.FACTBASE_STATEMENT_TIMEOUT = 1000
    given = each_takes(100, clock, monkeypatch)
    assert send().status_code == 200
    assert len(given) > 3
    for n, milliseconds in enumerate(given, 1):
        left = 1_000_000 - n * 100_000
        assert left - 60_000 < milliseconds <= left


def test_one_statement_that_takes_all_the_time(monkeypatch, settings):
    settings.FACTBASE_STATEMENT_TIMEOUT = 2
    monkeypatch.setattr(candidates, "FREQUENCIES", "SELECT pg_sleep(30)::text, 1")
    began = time.monotonic()
    assert refused(send(), seconds=2)
    assert time.monotonic() - began < 20


def test_what_is_worked_out_between_statements_counts(claim, clock, monkeypatch):
    compared = []

    def slowly(sentence, *args):
        compared.append(sentence)
        clock.ahead += 10
        return []

    monkeypatch.setattr(matching, "find_matches", slowly)
    assert refused(send())
    assert len(compared) == 1


def test_reading_the_draft_counts(clock, monkeypatch):
    real = matching.read_draft

    def slowly(*args):
        clock.ahead += 10
        return real(*args)

    monkeypatch.setattr(matching, "read_draft", slowly)
    assert refused(send())


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("fails", [False, True])
def test_the_limit_ends_with_the_request(clock, monkeypatch, fails):
    def shown():
        with connection.cursor() as cursor:
            cursor.execute(f"SHOW {NAME}")
            return cursor.fetchone()[0]

    before = shown()
    each_takes(2 if fails else 0, clock, monkeypatch)
    assert send().status_code == (503 if fails else 200)
    assert (shown(), connection.in_atomic_block, connection.execute_wrappers) == (before, False, [])


def test_a_database_that_is_gone_is_not_the_drafts_fault(monkeypatch):
    def fail():
        raise OperationalError("server closed the connection")

    monkeypatch.setattr(matching, "read_weights", fail)
    answer = send()
    assert answer.status_code == 503
    assert answer.json()["errors"][0]["detail"].startswith("This took too long and was given up: ask for less")
