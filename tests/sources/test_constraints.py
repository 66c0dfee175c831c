"""Each named rule of accounts' neighbours and of sources, tried both ways at the database."""

from collections.abc import Callable
from contextlib import contextmanager
from typing import NamedTuple
from uuid import UUID

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import DataError, IntegrityError, connection, transaction
from psycopg.types.range import Range

from factbase.constraints import explain, is_conflict
from factbase.models import Distinct, Idempotency, Redirect
from sources.models import Snapshot, Source
from tests.factories import NoticeFactory, PublisherFactory, SnapshotFactory, SourceFactory, UserFactory

pytestmark = pytest.mark.django_db

LOW, HIGH = UUID(int=1), UUID(int=2)


class Case(NamedTuple):
    """How one rule is tried. `good` and `bad` are fields of a row, or functions that give them.

    `make` writes a row; `changed` is False where an update meets another rule first.
    """

    make: Callable
    good: dict | Callable
    bad: dict | Callable
    changed: bool = True


def fields(given: dict | Callable) -> dict:
    return given() if callable(given) else given


def run_sql(sql: str, *values) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)


def check_now() -> None:
    """Check what waits for the commit, which a test never reaches."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")


@contextmanager
def checked_at_the_end():
    with transaction.atomic():
        yield
        check_now()


def message_of(name: str) -> str | None:
    """What people are told where a constraint is broken; None for a rule of a trigger, which brings its own."""
    constraints = (constraint for model in apps.get_models() for constraint in model._meta.constraints)
    return next((str(c.violation_error_message) for c in constraints if c.name == name), None)


@contextmanager
def refused(name: str):
    """What is done inside breaks the rule `name`, at once or at the commit, and people are told its message."""
    check_now()  # So that nothing done before answers for what is done inside.
    with pytest.raises(IntegrityError) as caught, checked_at_the_end():
        yield caught
    assert caught.value.__cause__.diag.constraint_name == name
    message = message_of(name) or caught.value.__cause__.diag.message_primary
    assert explain(caught.value) == message
    assert message.endswith(".")
    assert name not in message


def kept(case: Case, at_commit) -> None:
    case.make(**fields(case.good))
    at_commit()


def refused_when_new(name: str, case: Case) -> None:
    bad = fields(case.bad)
    with refused(name):
        case.make(**bad)


def refused_when_changed(name: str, case: Case) -> None:
    row = case.make(**fields(case.good))
    bad = fields(case.bad)
    with refused(name):
        type(row).objects.filter(pk=row.pk).update(**bad)


def refused_by_forms(name: str, case: Case) -> None:
    row = case.make(**fields(case.good))
    for field, value in fields(case.bad).items():
        setattr(row, field, value)
    with pytest.raises(ValidationError) as caught:
        row.validate_constraints()
    assert message_of(name) in caught.value.messages


EMPTY = Range(empty=True)
CASES = {
    "redirect_unique": Case(
        Redirect.objects.create,
        {"kind": "speaker", "key": "old", "target": LOW},
        lambda: (
            Redirect.objects.create(kind="speaker", key="taken", target=LOW)
            and {"kind": "speaker", "key": "taken", "target": HIGH}
        ),
    ),
    "redirect_has_key": Case(
        Redirect.objects.create,
        {"kind": "speaker", "key": "old", "target": LOW},
        {"kind": "speaker", "key": "", "target": LOW},
    ),
    "distinct_unique": Case(
        Distinct.objects.create,
        {"kind": "topic", "a": LOW, "b": HIGH},
        lambda: Distinct.objects.create(kind="speaker", a=LOW, b=HIGH) and {"kind": "speaker", "a": LOW, "b": HIGH},
    ),
    "distinct_in_order": Case(
        Distinct.objects.create, {"kind": "topic", "a": LOW, "b": HIGH}, {"kind": "topic", "a": HIGH, "b": LOW}
    ),
    "idempotency_key_unique": Case(
        Idempotency.objects.create,
        lambda: {"account": UserFactory(), "key": "a", "request": "x"},
        lambda: (
            {"account": account, "key": "b", "request": "y"}
            if (account := Idempotency.objects.create(account=UserFactory(), key="b", request="x").account)
            else {}
        ),
    ),
    "user_language_known": Case(UserFactory, {"language": "es"}, {"language": "de"}),
    "publisher_has_name": Case(PublisherFactory, {"slug": "x"}, {"slug": "y", "name": ""}),
    "publisher_country_is_code": Case(PublisherFactory, {"country": "MX"}, {"country": "mx"}),
    "source_has_title": Case(SourceFactory, {"title": "A"}, {"title": ""}),
    "source_url_unique": Case(
        SourceFactory,
        {"url": "https://a.example/2"},
        lambda: SourceFactory(url="https://www.a.example/1/?utm_source=x") and {"url": "http://A.example/1#top"},
    ),
    "source_doi_unique": Case(
        SourceFactory,
        {"doi": "10.1111/lamp.12330"},
        lambda: SourceFactory(doi="10.1111/lamp.12329") and {"doi": "10.1111/LAMP.12329"},
    ),
    "source_doi_is_bare": Case(
        SourceFactory, {"doi": "10.1111/lamp.12329"}, {"doi": "https://doi.org/10.1111/lamp.12329"}
    ),
    "source_url_is_http": Case(SourceFactory, {"url": "HTTPS://a.example/x"}, {"url": "ftp://a.example/x"}),
    "source_languages_are_tags": Case(
        SourceFactory, {"language": "en-US", "original_language": "es"}, {"original_language": "Spanish"}
    ),
    "source_published_not_empty": Case(SourceFactory, {"published": "2017-02"}, {"published": EMPTY}),
    "source_no_translation_of_itself": Case(
        SourceFactory,
        lambda: {"id": LOW, "translation_of": SourceFactory()},
        {"id": LOW, "translation_of_id": LOW},
    ),
    "source_kind_known": Case(SourceFactory, {"kind": "report"}, {"kind": "nonsense"}),
    "notice_kind_known": Case(NoticeFactory, {"kind": "update"}, {"kind": "nonsense"}),
    "snapshot_has_text": Case(SnapshotFactory, {"text": "x"}, {"text": ""}, changed=False),
    "snapshot_sha256_of_text": Case(SnapshotFactory, {"text": "ñ 😀"}, {"sha256": "0" * 64}, changed=False),
}


@pytest.mark.parametrize("name", CASES)
def test_a_good_row_is_kept(name, at_commit):
    kept(CASES[name], at_commit)


@pytest.mark.parametrize("name", CASES)
def test_a_bad_row_is_refused(name):
    refused_when_new(name, CASES[name])


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if case.changed])
def test_a_bad_change_is_refused(name):
    refused_when_changed(name, CASES[name])


@pytest.mark.parametrize("name", CASES)
def test_a_form_says_so_before(name):
    refused_by_forms(name, CASES[name])


@pytest.mark.parametrize(
    "bad",
    [
        pytest.param({"url": "https://"}, id="no host"),
        pytest.param({"url": "a.example/x"}, id="no scheme"),
        pytest.param({"url": "https://a.example/a b"}, id="blank inside"),
        pytest.param({"url": "https://a.example/\nx"}, id="second line"),
        pytest.param({"url": "javascript:alert(1)"}, id="script"),
    ],
)
def test_what_is_no_web_address_is_refused(bad):
    with refused("source_url_is_http"):
        SourceFactory(**bad)


@pytest.mark.parametrize(
    "doi",
    [
        pytest.param("doi:10.1111/x", id="doi:"),
        pytest.param("10.1111", id="no slash"),
        pytest.param("10.11/x", id="short prefix"),
        pytest.param("10.1111/a b", id="blank inside"),
        pytest.param("10.1111/", id="nothing after the slash"),
    ],
)
def test_what_is_no_doi_is_refused(doi):
    with refused("source_doi_is_bare"):
        SourceFactory(doi=doi)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"text": "Other words."}, id="text"),
        pytest.param({"retrieved_at": "2020-01-01T00:00Z"}, id="time"),
        pytest.param({"archive_url": "https://archive.example/"}, id="archive address"),
        pytest.param({"sha256": "0" * 64}, id="checksum"),
    ],
)
def test_a_snapshot_is_never_changed(change):
    snapshot = SnapshotFactory()
    with refused("snapshot_never_changed"):
        Snapshot.objects.filter(pk=snapshot.pk).update(**change)


def test_a_snapshot_never_moves_to_another_source():
    snapshot = SnapshotFactory()
    snapshot.source = SourceFactory()
    with refused("snapshot_never_changed"):
        snapshot.save()


def test_a_snapshot_saved_as_it_is_stays():
    snapshot = SnapshotFactory()
    snapshot.save()
    snapshot.refresh_from_db()
    assert snapshot.version == 1


def test_sha256_is_of_the_text_in_utf8():
    # printf 'más' | sha256sum
    assert SnapshotFactory(text="más").sha256 == "5abe317bcd483e94dfa81fc1e58f76744f863152d34fa3aff59662e2e677cb54"


def test_a_source_with_snapshots_stays_in_raw_sql_too():
    snapshot = SnapshotFactory()
    with pytest.raises(IntegrityError) as caught, checked_at_the_end():
        run_sql("DELETE FROM sources_source WHERE id = %s", snapshot.source_id)
    assert "A record that this one needs is missing, or others need this one" in explain(caught.value)
    assert not is_conflict(caught.value)


def test_a_taken_slug_is_a_conflict_that_is_explained():
    PublisherFactory(slug="proceso")
    with pytest.raises(IntegrityError) as caught, transaction.atomic():
        PublisherFactory(slug="proceso")
    assert explain(caught.value) == "There is such a record already (Key (slug)=(proceso) already exists.)."
    assert is_conflict(caught.value)


def test_a_missing_value_is_named():
    with pytest.raises(IntegrityError) as caught, transaction.atomic():
        NoticeFactory(source=None)
    assert explain(caught.value) == "source_id of sources_notice is missing: fill it in."


def test_a_value_too_long_is_explained():
    with pytest.raises(DataError) as caught, transaction.atomic():
        SourceFactory(volume="x" * 51)
    assert explain(caught.value) == "value too long for type character varying(50)"


def test_bulk_create_is_held_to_the_rules():
    with refused("source_has_title"):
        Source.objects.bulk_create([Source(kind="report", title="A"), Source(kind="report", title="")])
