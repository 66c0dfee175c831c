"""Fixtures that every test may ask for."""

import pytest
from django.db import connection
from rest_framework.test import APIClient

from factbase.api import throttling
from tests.factories import UserFactory


@pytest.fixture
def api():
    """The API as anyone asks it, without an account."""
    return APIClient()


@pytest.fixture
def editor(db):
    """An account that may do everything."""
    return UserFactory(username="editor", is_staff=True, is_superuser=True)


@pytest.fixture
def at_commit(db):
    """Call it to have the rules checked that wait for the commit, which a test never reaches."""

    def check():
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")

    return check


@pytest.fixture(autouse=True)
def no_limit(settings, monkeypatch):
    """Tests ask as often as they like, with as many queries each; tests/factbase/test_throttling.py sets the limits."""
    settings.FACTBASE_REQUESTS_A_MINUTE = (1_000_000, 1_000_000)
    monkeypatch.setattr(throttling, "AT_ONCE", 1)
    monkeypatch.setattr(throttling.secrets, "randbelow", lambda most: most - 1)  # Old counts are thrown away by chance.
