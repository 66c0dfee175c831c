"""Of a draft nothing is kept: not in the database, not in a log, not in an error."""

import logging

import pytest
from django.db import DataError, ProgrammingError, connection
from django.test.utils import CaptureQueriesContext
from rest_framework.test import APIClient

from claims.matching import candidates, matching
from claims.roles import make_groups
from factbase.models import Idempotency, Rate
from tests import factories as make
from tests.claims.test_write_api import account, signed

URL = "/api/v1/claims/match/"
WORD = "Xylophagous"
DRAFT = {"text": f"{WORD} chocolate every morning makes 5,120 children taller.", "language": "en"}


def written() -> dict[str, int]:
    """The rows ever written to each table, as this connection knows them."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT relname, n_tup_ins + n_tup_upd + n_tup_del FROM pg_stat_xact_user_tables")
        return dict(cursor.fetchall())


@pytest.mark.django_db
@pytest.mark.parametrize("headers", [{}, {"HTTP_IDEMPOTENCY_KEY": "a-key-of-mine"}])
def test_nothing_is_written_but_that_somebody_asked(headers):
    make.published_claim(text="Chocolate every morning makes children taller.")
    before = written()
    answer = APIClient().post(URL, DRAFT, format="json", **headers)
    assert len(answer.json()["sentences"]) == 1
    after = written()
    assert {name for name in after if after[name] != before.get(name, 0)} == {Rate._meta.db_table}
    assert not Idempotency.objects.exists()
    assert answer["Cache-Control"] == "no-store"
    assert "ETag" not in answer


@pytest.mark.django_db
def test_no_log_has_it(caplog, settings):
    """With DEBUG Django keeps each statement with what was put into it, and logs it."""
    make.published_claim(text="Chocolate every morning makes children taller.")
    settings.DEBUG = True
    caplog.set_level(logging.DEBUG)
    with CaptureQueriesContext(connection) as queries:
        answer = APIClient().post(URL, DRAFT, format="json")
    assert len(answer.json()["sentences"]) == 1
    assert len(queries) > 3
    told = "".join(str(query["sql"]) for query in queries.captured_queries) + caplog.text
    for part in (WORD, WORD.lower(), "xylophag", "5120"):
        assert part not in told


@pytest.mark.django_db
@pytest.mark.parametrize("error", [ValueError, ProgrammingError, DataError])
def test_no_error_has_it(caplog, monkeypatch, error):
    def fail(*args):
        raise error(f"cannot read {DRAFT['text']}")

    monkeypatch.setattr(matching, "read_draft", fail)
    api = APIClient(raise_request_exception=False)
    answer = api.post(URL, DRAFT, format="json")
    assert answer.status_code == 500
    assert WORD not in answer.content.decode()
    assert WORD not in caplog.text
    assert "fail" in caplog.text  # The log says where.


@pytest.mark.django_db
def test_what_takes_too_long_does_not_repeat_it(caplog, monkeypatch, settings):
    monkeypatch.setattr(candidates, "FREQUENCIES", "SELECT pg_sleep(30)::text, 1")
    settings.FACTBASE_STATEMENT_TIMEOUT = 1
    answer = APIClient(raise_request_exception=False).post(URL, DRAFT, format="json")
    assert answer.status_code == 503
    assert WORD not in answer.content.decode() + caplog.text


@pytest.mark.django_db
def test_the_databases_log_has_no_parameters_of_what_fails():
    """Whatever its server is set to: the connection says so itself."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT setting, source FROM pg_settings WHERE name = 'log_parameter_max_length_on_error'")
        assert cursor.fetchone() == ("0", "client")


@pytest.mark.django_db
def test_an_account_may_ask_by_token_or_from_the_admin():
    make_groups()
    user = account("Editor")
    assert signed(APIClient(), user).post(URL, DRAFT, format="json").json()["visible"] == "all"
    page = APIClient(enforce_csrf_checks=True)
    page.force_login(user)
    assert page.post(URL, DRAFT, format="json").json()["visible"] == "all"
    assert APIClient().post(URL, DRAFT, format="json", HTTP_AUTHORIZATION="Bearer nonsense").status_code == 401


@pytest.mark.django_db
def test_it_counts_as_a_request(settings):
    settings.FACTBASE_REQUESTS_A_MINUTE = (2, 2)
    answers = [APIClient().post(URL, DRAFT, format="json") for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert answers[2]["Retry-After"]


@pytest.mark.django_db
def test_pages_of_other_sites_do_not_send_drafts():
    asked = {"HTTP_ORIGIN": "https://elsewhere.example", "HTTP_ACCESS_CONTROL_REQUEST_METHOD": "POST"}
    answer = APIClient().options(URL, **asked)
    assert "POST" not in answer["Access-Control-Allow-Methods"]
