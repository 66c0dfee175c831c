"""manage.py export_claims: all of it, as import_claims takes it in again."""

import csv
import io
import json

import pytest
from django.core.management import call_command
from django.db import connection, transaction

from claims.models import Claim
from tests.claims.bulk import SOURCE, a_claim, run, small, write
from tests.claims.test_api import full_claim

pytestmark = pytest.mark.django_db(transaction=True)
# What each database says for itself.
ITS_OWN = {"created_at", "updated_at", "published_at", "version"}


def exported(path, *options) -> list[dict]:
    call_command("export_claims", str(path), *options)
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def without(value):
    if isinstance(value, dict):
        return {key: without(each) for key, each in value.items() if key not in ITS_OWN}
    return [without(each) for each in value] if isinstance(value, list) else value


def empty():
    with connection.cursor() as cursor:
        tables = [t for t in connection.introspection.table_names() if t.startswith(("claims_", "sources_"))]
        cursor.execute(f"TRUNCATE {', '.join(tables)} CASCADE")


def test_what_is_exported_goes_into_an_empty_database_and_comes_out_the_same(tmp_path, editor):
    with transaction.atomic():
        full_claim(sensitive=False, notes="For us.", embargo_until="2030-01-01T00:00:00Z")
    citation = a_claim()["citations"][0] | {"prefix": "before ", "suffix": " after"}
    reviews = [a_claim()["reviews"][0] | {"evidence": [citation["id"]]}]
    records = [
        {**SOURCE, "web": "https://other.example.org/", "authors": ["Ana", "Bo"], "rights": "CC BY 4.0"},
        {"type": "topic", "slug": "work", "name": "Work", "parent": {"slug": "all", "name": "All"}},
        a_claim(citations=[citation], reviews=reviews),
        small(2, sensitive=False, links=[{"kind": "updates", "claim": {"id": a_claim()["id"]}, "note": ""}]),
        small(3, status="draft", text="=1+1"),
        small(4, status="withdrawn", withdrawn={"kind": "error", "reason": "Wrong."}),
    ]
    run(write(tmp_path / "in.ndjson", records), "--publish", "--by", "editor")
    first = exported(tmp_path / "out.ndjson")
    assert [record["type"] for record in first if record["type"] != "claim"] == sorted(
        [record["type"] for record in first if record["type"] != "claim"],
        key=["publisher", "speaker", "topic", "indicator", "proposition", "source"].index,
    )
    kept = [str(claim) for claim in Claim.objects.filter(citations__snapshot=None).values_list("pk", flat=True)]
    empty()

    said = run(tmp_path / "out.ndjson", "--publish", "--by", "editor")
    assert "rejected" not in said
    second = exported(tmp_path / "again.ndjson")
    before, after = ({r["id"]: without(r) for r in records} for records in (first, second))
    assert before.keys() == after.keys()
    for key, record in before.items():
        if record["type"] != "claim" or key in kept:
            assert after[key] == record


def test_the_public_export_is_what_the_api_gives_anybody(tmp_path, api, editor):
    run(write(tmp_path / "in.ndjson", [a_claim(), small(2, status="draft")]), "--publish", "--by", "editor")
    found = exported(tmp_path / "out.ndjson", "--public")

    (claim,) = [record for record in found if record["type"] == "claim"]
    shown = api.get(f"/api/v1/claims/{claim['id']}/").json()
    assert list(claim) == ["type", *shown]
    assert claim["citations"][0] | {"source": None} == shown["citations"][0] | {"source": None}
    assert "notes" not in claim
    for kind in ("speaker", "topic", "source", "publisher", "proposition", "indicator"):
        lines = b"".join(api.get(f"/api/v1/{kind}s.ndjson").streaming_content).splitlines()
        assert {json.loads(line)["id"] for line in lines} == {r["id"] for r in found if r["type"] == kind}


def test_as_csv_a_row_is_a_claim(tmp_path, editor):
    run(write(tmp_path / "in.ndjson", [a_claim(), small(2, text="=1+1")]))
    call_command("export_claims", str(tmp_path / "out.csv"))

    found = list(csv.DictReader(io.StringIO((tmp_path / "out.csv").read_text("utf-8"))))
    assert [row["id"] for row in found] == [str(pk) for pk in Claim.objects.order_by("pk").values_list("pk", flat=True)]
    assert [row["text"] for row in found] == ["There are roughly 6 million workers.", "'=1+1"]


def test_a_file_that_cannot_be_written_leaves_the_old_one(tmp_path):
    run(write(tmp_path / "in.ndjson", [a_claim()]))
    old = tmp_path / "out.ndjson"
    old.write_text("old")
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE claims_claim RENAME TO elsewhere")
    try:
        with pytest.raises(Exception, match="Nothing was written"):
            call_command("export_claims", str(old))
    finally:
        with connection.cursor() as cursor:
            cursor.execute("ALTER TABLE elsewhere RENAME TO claims_claim")
    assert old.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".new"] == []
