"""Servers whose answers would be silently wrong are refused."""

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import connection

from factbase import checks

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def ask_again(monkeypatch):
    monkeypatch.setattr(checks, "_accepted", set())


def test_this_server_will_do():
    checks.refuse_unsuitable_server(connection)
    assert checks._accepted == {connection.settings_dict["NAME"]}


def test_the_locale_c_is_refused():
    name = "factbase_locale_c"
    copy = connection.copy()
    copy.settings_dict = {**connection.settings_dict, "NAME": name, "OPTIONS": {}}  # no pool, which is another's
    with connection.cursor() as cursor:
        cursor.execute(f"DROP DATABASE IF EXISTS {name}")
        provider = "LOCALE_PROVIDER libc" if connection.pg_version >= 150000 else ""
        cursor.execute(f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8' {provider} LOCALE 'C'")
    try:
        with pytest.raises(ImproperlyConfigured, match=f"'{name}' has the encoding UTF8 and the locale C: .* LOCALE"):
            copy.ensure_connection()
    finally:
        copy.close()
        with connection.cursor() as cursor:
            cursor.execute(f"DROP DATABASE {name} WITH (FORCE)")


def test_an_old_server_is_refused(monkeypatch):
    monkeypatch.setattr(checks, "OLDEST", 99)
    with pytest.raises(ImproperlyConfigured, match="Factbase needs 99 or newer"):
        checks.refuse_unsuitable_server(connection)
