"""History by trigger: the old row of each change, with who, which door and where; and nothing it should not hold."""

import pghistory
import pytest
from django.apps import apps
from django.db import ProgrammingError, connection, transaction
from django.db.models import F

from claims.models import Claim, Quantity, Topic
from factbase.models import Record, User, Via
from tests import factories as make

pytestmark = pytest.mark.django_db

RECORDS = [model for model in apps.get_models() if issubclass(model, Record)]


def events(model: type[Record] = Topic):
    return model.pgh_event_model.objects.order_by("pgh_id")


def run_sql(sql: str, *values) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)


@pytest.mark.parametrize("model", RECORDS, ids=lambda model: model.__name__)
def test_every_record_has_history(model):
    event = model.pgh_event_model
    assert event.__name__ == f"{model.__name__}Event"
    kept = {f.name for f in event._meta.concrete_fields}
    left_out = {f.name for f in model._meta.concrete_fields} - kept
    assert left_out == {f.name for f in model._meta.concrete_fields if f.generated} | (
        {"password", "last_login"} if model is User else set()
    )
    assert {"pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj"} <= kept


@pytest.mark.parametrize("model", RECORDS, ids=lambda model: model.__name__)
def test_every_record_has_the_triggers(model):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid"
            " WHERE tgrelid = %s::regclass AND tgenabled = 'O' AND prosrc ~ 'INSERT INTO \"?\\w+event\"?'",
            [model._meta.db_table],
        )
        assert cursor.fetchone() == (2,)


def test_a_change_keeps_the_old_row_with_its_context(editor):
    topic = make.TopicFactory(name="Wages")
    topic.name = "Pay"
    with pghistory.context(user=str(editor.pk), via=Via.ADMIN.value, url="/admin/claims/topic/"):
        topic.save()
    event = events().get()
    assert (event.pgh_label, event.pgh_obj_id, event.name, event.version) == ("update", topic.pk, "Wages", 1)
    assert event.pgh_context == {"user": str(editor.pk), "via": "admin", "url": "/admin/claims/topic/"}


def test_each_change_keeps_one_row():
    topic = make.TopicFactory(name="Wages")
    for name in ("Pay", "Income"):
        topic.name = name
        topic.save()
    assert list(events().values_list("name", flat=True)) == ["Wages", "Pay"]


def test_a_change_without_a_context_is_kept_too():
    make.TopicFactory(name="Wages")
    Topic.objects.update(name="Pay")
    assert events().get().pgh_context is None


def test_raw_sql_keeps_one():
    topic = make.TopicFactory(name="Wages")
    run_sql("UPDATE claims_topic SET name = 'Pay' WHERE id = %s", topic.pk)
    assert events().get().name == "Wages"


def test_a_deletion_keeps_one(editor):
    topic = make.TopicFactory(name="Wages")
    with pghistory.context(user=str(editor.pk)):
        topic.delete()
    event = events().get()
    assert (event.pgh_label, event.name, event.pgh_context) == ("delete", "Wages", {"user": str(editor.pk)})


def test_a_deletion_by_raw_sql_keeps_one():
    make.TopicFactory(name="Wages")
    run_sql("DELETE FROM claims_topic")
    assert (events().get().pgh_label, events().get().name) == ("delete", "Wages")


def test_deleting_a_claim_keeps_its_parts_too():
    claim = make.ClaimFactory()
    make.QuantityFactory(claim=claim, as_written="3.2 million")
    claim.delete()
    assert events(Claim).get().text == claim.text
    assert events(Quantity).get().as_written == "3.2 million"


def test_what_changes_nothing_keeps_none():
    topic = make.TopicFactory()
    topic.save()
    Topic.objects.update(name=F("name"))
    run_sql("UPDATE claims_topic SET name = name")
    Topic.objects.update(version=7, created_via="api")
    assert not events().exists()


def test_what_is_new_keeps_none():
    make.TopicFactory()
    Topic.objects.bulk_create([Topic(name="Wages", slug="wages"), Topic(name="Pay", slug="pay")])
    assert not events().exists()


def test_a_changed_part_is_no_change_of_the_claims_own_row():
    quantity = make.QuantityFactory()
    Quantity.objects.update(unit="arrests")
    assert events(Quantity).get().unit == quantity.unit
    assert not events(Claim).exists()


def test_secrets_and_sign_in_times_are_never_kept(editor, client):
    editor.set_password("correct horse")
    editor.save()
    client.force_login(editor)  # sets last_login
    assert not events(User).exists()
    User.objects.update(first_name="Ana")
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_jsonb(e)::text FROM factbase_userevent e")
        (kept,) = cursor.fetchone()
    editor.refresh_from_db()
    assert '"first_name": ""' in kept
    assert editor.password not in kept
    assert "password" not in kept
    assert "last_login" not in kept


@pytest.mark.parametrize(
    "forge",
    [
        pytest.param(lambda: events().update(name="Pay"), id="update"),
        pytest.param(lambda: events().delete(), id="delete"),
        pytest.param(lambda: events().get().delete(), id="delete one"),
        pytest.param(lambda: run_sql("UPDATE claims_topicevent SET name = 'Pay'"), id="raw update"),
        pytest.param(lambda: run_sql("DELETE FROM claims_topicevent"), id="raw delete"),
    ],
)
def test_history_is_never_rewritten(forge):
    make.TopicFactory(name="Wages")
    Topic.objects.update(name="Pay")
    with pytest.raises(ProgrammingError, match="Cannot update or delete rows"), transaction.atomic():
        forge()
    assert events().get().name == "Wages"


@pytest.mark.parametrize("model", RECORDS, ids=lambda model: model.__name__)
def test_no_history_is_ever_rewritten(model):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_trigger WHERE tgrelid = %s::regclass AND NOT tgisinternal AND tgenabled = 'O'"
            " AND tgname ~ 'append_only'",
            [model.pgh_event_model._meta.db_table],
        )
        assert cursor.fetchone() == (1,)


@pytest.mark.django_db(transaction=True)
def test_the_context_outlives_no_transaction(editor):
    make.TopicFactory(name="Wages")
    with pghistory.context(user=str(editor.pk)):
        Topic.objects.update(name="Pay")
    Topic.objects.update(name="Income")
    assert [event.pgh_context for event in events()] == [{"user": str(editor.pk)}, None]
