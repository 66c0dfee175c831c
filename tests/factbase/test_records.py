"""What every record has: an id in order of time, and a version and times that are the database's own."""

from datetime import UTC, datetime
from uuid import UUID

import pghistory
import pgtrigger
import pytest
from django.apps import apps
from django.core import serializers
from django.core.management import call_command
from django.db import connection, transaction
from django.db.models import F

from claims import models as claims
from claims.models import Claim, Note, Topic
from factbase.models import Record, Via
from tests import factories as make

LONG_AGO = datetime(2001, 1, 1, tzinfo=UTC)
RECORDS = [model for model in apps.get_models() if issubclass(model, Record)]


def run_sql(sql: str, *values) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)


def own(record: Record) -> dict:
    """What of a record belongs to the database, as it is there now."""
    names = ("version", "created_at", "updated_at", "created_by_id", "created_via")
    return type(record).objects.filter(pk=record.pk).values(*names).get()


# Ids


@pytest.mark.parametrize("model", RECORDS, ids=lambda model: model.__name__)
def test_ids_are_uuid_7_and_made_in_python(model):
    first, second = model().pk, model().pk
    assert isinstance(first, UUID)
    assert (first.version, first < second) == (7, True)


@pytest.mark.django_db
def test_ids_are_ordered_in_time():
    made = [topic.pk for topic in make.TopicFactory.create_batch(20)]
    assert list(Topic.objects.order_by("pk").values_list("pk", flat=True)) == made
    in_bulk = Topic.objects.bulk_create([Topic(name=f"T{n}", slug=f"t{n}") for n in range(20)])
    assert [topic.pk for topic in in_bulk] == sorted(topic.pk for topic in in_bulk)
    assert in_bulk[0].pk > made[-1]


# Who, and through which door


@pytest.mark.django_db
def test_created_by_and_via_come_from_the_context(editor):
    with pghistory.context(user=str(editor.pk), via=Via.IMPORT.value):
        topic = make.TopicFactory()
        in_bulk = Topic.objects.bulk_create([Topic(name="Wages", slug="wages")])[0]
    for row in (topic, in_bulk):
        assert (own(row)["created_by_id"], own(row)["created_via"]) == (editor.pk, "import")


@pytest.mark.django_db
def test_without_a_context_it_was_the_shell():
    topic = make.TopicFactory()
    assert (own(topic)["created_by_id"], own(topic)["created_via"]) == (None, "shell")


@pytest.mark.django_db
def test_who_made_it_does_not_change_with_who_edits_it(editor):
    topic = make.TopicFactory()
    with pghistory.context(user=str(editor.pk), via=Via.ADMIN.value):
        topic.name = "Wages"
        topic.save()
    assert (own(topic)["created_by_id"], own(topic)["created_via"]) == (None, "shell")


# Version and times. A version rises once a transaction, so these tests have transactions of their own.


@pytest.fixture
def commits(django_db_setup, django_db_blocker):
    """What a test writes is committed, and deleted afterwards.

    `django_db(transaction=True)` would do, but its TRUNCATE of every table takes ten times as long.
    """
    with django_db_blocker.unblock():
        yield
        with pgtrigger.ignore(), transaction.atomic():
            for app in ("factbase", "sources", "claims"):
                for model in apps.get_app_config(app).get_models():
                    run_sql(f"DELETE FROM {model._meta.db_table}")


alone = pytest.mark.usefixtures("commits")


@pytest.mark.parametrize("model", RECORDS, ids=lambda model: model.__name__)
def test_every_record_has_the_trigger(model):
    assert "stamp" in [trigger.name for trigger in model._meta.triggers]


@alone
def test_a_change_raises_the_version_and_the_time():
    topic = make.TopicFactory()
    before = own(topic)
    topic.name = "Wages"
    topic.save()
    after = own(topic)
    assert (before["version"], after["version"]) == (1, 2)
    assert before["updated_at"] == before["created_at"] == after["created_at"] < after["updated_at"]


@alone
def test_what_changes_nothing_raises_nothing():
    topic = make.TopicFactory()
    before = own(topic)
    topic.save()
    Topic.objects.update(name=F("name"))
    Topic.objects.bulk_update([topic], ["name", "slug"])
    run_sql("UPDATE claims_topic SET name = name, slug = slug")
    assert own(topic) == before


@alone
def test_raw_sql_raises_it_too():
    topic = make.TopicFactory()
    run_sql("UPDATE claims_topic SET name = 'Wages'")
    assert own(topic)["version"] == 2


@alone
def test_a_transaction_raises_it_once():
    topic = make.TopicFactory()
    with transaction.atomic():
        for name in ("Wages", "Pay", "Income"):
            Topic.objects.update(name=name)
    assert own(topic)["version"] == 2


@alone
def test_changing_a_record_in_the_transaction_that_made_it_raises_nothing():
    with transaction.atomic():
        topic = make.TopicFactory()
        Topic.objects.update(name="Wages")
    assert own(topic)["version"] == 1


@alone
def test_a_change_rolled_back_raises_nothing():
    topic = make.TopicFactory()
    before = own(topic)
    with transaction.atomic():
        Topic.objects.update(name="Wages")
        transaction.set_rollback(True)
    assert own(topic) == before


FORGED = {"version": 99, "created_at": LONG_AGO, "updated_at": LONG_AGO, "created_via": "api"}


@alone
def test_forged_values_are_ignored():
    topic = make.TopicFactory()
    before = own(topic)
    forged = {**FORGED, "created_by": make.UserFactory()}
    Topic.objects.update(**forged)
    for name, value in forged.items():
        setattr(topic, name, value)
    topic.save()
    run_sql("UPDATE claims_topic SET version = 0, updated_at = '2001-01-01', created_at = now()")
    assert own(topic) == before


@alone
def test_forged_values_beside_a_change_are_ignored():
    topic = make.TopicFactory()
    before = own(topic)
    Topic.objects.update(name="Wages", **FORGED, created_by=make.UserFactory())
    after = own(topic)
    assert after["version"] == 2
    assert after["updated_at"] > before["updated_at"]
    assert {**after, "version": 1, "updated_at": before["updated_at"]} == before


@alone
def test_saving_a_stale_copy_does_not_set_the_version_back():
    topic = make.TopicFactory()
    stale = Topic.objects.get()
    for name in ("Wages", "Pay"):
        topic.name = name
        topic.save()
    stale.name = "Income"
    stale.save()
    assert own(topic)["version"] == 4


@alone
def test_a_generated_column_alone_is_no_change():
    quantity = make.QuantityFactory()
    quantity.save()
    assert own(quantity)["version"] == 1
    quantity.significant_figures = 3
    quantity.save()
    assert own(quantity)["version"] == 2


@alone
def test_loading_the_same_rows_three_times_raises_nothing(tmp_path):
    claim = make.ClaimFactory(stated="2017-02-23", stated_basis="printed")
    rows = [claim, make.TopicFactory(), make.SourceFactory(published="2017-02", authors=["Ana"])]
    rows.append(make.UserFactory(date_joined=LONG_AGO))  # JSON has no microseconds
    file = tmp_path / "rows.json"
    for row in rows:
        row.refresh_from_db()
    names = {f.name for row in rows for f in row._meta.concrete_fields if not f.generated}
    file.write_text(serializers.serialize("json", rows, fields=names - {"created_at", "updated_at", "version"}))
    before = [own(row) for row in rows]
    for _ in range(3):
        call_command("loaddata", str(file), verbosity=0)
    assert [own(row) for row in rows] == before
    assert not Claim.pgh_event_model.objects.exists()


# A changed part marks its whole.


def versions(*rows: Claim) -> list[int]:
    return [own(row)["version"] for row in rows]


def moved_citation(claim: Claim, part) -> None:
    """A link of a relayed quote moves to a citation of another claim."""
    part.citation = make.CitationFactory(claim=claim, position=7)


def moved_review(claim: Claim, part) -> None:
    part.review = make.ReviewFactory(claim=claim)


def of_review(claim: Claim) -> claims.ReviewEvidence:
    return claims.ReviewEvidence.objects.create(review=make.ReviewFactory(claim=claim), citation=make.CitationFactory())


def moved(claim: Claim, part) -> None:
    part.claim = claim


# name: (how it is made for a claim, a change, how it is moved to another)
PARTS = {
    "claimant": (lambda claim: make.ClaimantFactory(claim=claim), {"label": "a guest"}, moved),
    "quantity": (lambda claim: make.QuantityFactory(claim=claim), {"value": 5}, moved),
    "citation": (lambda claim: make.CitationFactory(claim=claim), {"locator": "p. 3"}, moved),
    "attribution": (lambda claim: make.AttributionFactory(citation__claim=claim), {"verb": "told"}, moved_citation),
    "translation": (lambda claim: make.TranslationFactory(claim=claim), {"text": "Otra."}, moved),
    "topic": (
        lambda claim: claims.ClaimTopic.objects.create(claim=claim, topic=make.TopicFactory()),
        lambda: {"topic": make.TopicFactory()},
        moved,
    ),
    "subject": (
        lambda claim: claims.ClaimSubject.objects.create(claim=claim, speaker=make.SpeakerFactory()),
        lambda: {"speaker": make.SpeakerFactory()},
        moved,
    ),
    "review": (lambda claim: make.ReviewFactory(claim=claim), {"rating": "false"}, moved),
    "evidence": (of_review, lambda: {"citation": make.CitationFactory()}, moved_review),
}


@alone
@pytest.mark.parametrize("name", PARTS)
def test_a_part_raises_its_claims_version(name):
    create, change, move = PARTS[name]
    claim, other = make.ClaimFactory(), make.ClaimFactory()
    with transaction.atomic():
        part = create(claim)
    assert versions(claim, other) == [2, 1], "inserted"
    type(part).objects.filter(pk=part.pk).update(**(change() if callable(change) else change))
    assert versions(claim, other) == [3, 1], "changed"
    part.refresh_from_db()
    with transaction.atomic():
        move(other, part)
        part.save()
    assert versions(claim, other) == [4, 2], "moved"
    with transaction.atomic():
        run_sql(f"DELETE FROM {part._meta.db_table} WHERE id = %s", part.pk)
    assert versions(claim, other) == [4, 3], "deleted"


@alone
def test_a_link_raises_the_version_of_both_its_claims():
    one, two, three = (make.ClaimFactory() for _ in range(3))
    link = make.ClaimLinkFactory(from_claim=one, to_claim=two)
    assert versions(one, two, three) == [2, 2, 1], "inserted"
    link.note = "By the same speaker."
    link.save()
    assert versions(one, two, three) == [3, 3, 1], "changed"
    link.to_claim = three
    link.save()
    assert versions(one, two, three) == [4, 4, 2], "moved"
    link.delete()
    assert versions(one, two, three) == [5, 4, 3], "deleted"


def test_every_part_of_a_claim_marks_it():
    """A model that points to a claim, or to a part of one, without the triggers is one that was forgotten."""
    parts = {Claim}
    for _ in range(2):
        parts |= {m for m in RECORDS for f in m._meta.concrete_fields if f.is_relation and f.related_model in parts}
    without = {m for m in parts - {Claim} if "touch_claim_update" not in [t.name for t in m._meta.triggers]}
    assert without == {Note}, "what curators tell each other is no change of the claim"
    assert len(parts) == 12


@alone
def test_five_parts_changed_in_one_transaction_raise_it_once():
    claim = make.ClaimFactory()
    with transaction.atomic():
        make.ClaimantFactory(claim=claim)
        make.TranslationFactory(claim=claim)
        quantity = make.QuantityFactory(claim=claim)
        citation = make.CitationFactory(claim=claim)
        make.AttributionFactory(citation=citation)
        quantity.delete()
        Claim.objects.update(notes="Five parts.")
    assert versions(claim) == [2]


@alone
def test_one_statement_over_parts_of_many_claims_raises_each():
    one, two, three = (make.QuantityFactory().claim for _ in range(3))
    claims.Quantity.objects.exclude(claim=three).update(unit="arrests")
    assert versions(one, two, three) == [3, 3, 2]
