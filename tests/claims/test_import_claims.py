"""manage.py import_claims: what it loads, what it leaves as it is, and as whom."""

import json
import os
import signal
import subprocess
import sys
import time

import pghistory
import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from claims.models import Change, Claim, ClaimEvent, Note, Quantity, Review, Speaker
from tests.claims.bulk import CLAIM, SOURCE, a_claim, everything, run, small, the_claim, write
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def file(tmp_path):
    return tmp_path / "claims.ndjson"


def test_a_claim_comes_in_with_all_its_parts_as_the_api_shows_it(file, api, editor):
    run(write(file, [CLAIM]), "--publish", "--by", "editor")

    shown = api.get(f"/api/v1/claims/{CLAIM['id']}/").json()

    def compare(given, got, path=""):
        if isinstance(given, dict):
            for key, value in given.items():
                compare(value, got[key], f"{path}.{key}")
        elif isinstance(given, list):
            assert len(given) == len(got), path
            for index, value in enumerate(given):
                compare(value, got[index], f"{path}[{index}]")
        else:
            assert given == got, path

    compare(CLAIM, shown)
    assert shown["status"] == "published"
    assert shown["version"] == 1
    claim = the_claim()
    assert (claim.created_via, claim.created_by, claim.published_by) == ("import", editor, editor)
    assert [change.kind for change in Change.objects.all()] == ["published"]
    assert not ClaimEvent.objects.exists()
    assert api.get("/api/v1/claims/?q=workers").json()["results"][0]["id"] == CLAIM["id"]


def test_what_the_api_exports_loads_as_it_is(file, api, editor):
    run(write(file, [CLAIM, small(2)]), "--publish", "--by", "editor")
    before = everything()
    file.write_bytes(b"".join(api.get("/api/v1/claims.ndjson").streaming_content))

    assert "0 created, 0 changed, 2 unchanged" in run(file)
    assert everything() == before


def test_the_same_file_again_changes_nothing(file, editor):
    records = [SOURCE, CLAIM, small(2), small(3, id=None), small(4, sensitive=True)]
    run(write(file, records), "--publish", "--by", "editor")
    before = everything()

    assert "0 created, 0 changed, 4 unchanged, 0 left alone" in run(file, "--publish", "--by", "editor")
    assert "0 created, 0 changed, 4 unchanged, 0 left alone" in run(file, "--update")
    assert everything() == before


def test_a_mended_file_changes_what_was_mended_and_keeps_the_old(file):
    run(write(file, [SOURCE, CLAIM, small(2)]))
    before = everything()
    mended = a_claim(occasion="A speech", topics=[])
    mended["quantities"][0]["unit"] = "people"
    mended["claimants"].append({"basis": "unnamed", "label": "her office"})

    assert "0 created, 1 changed, 1 unchanged" in run(write(file, [SOURCE, mended, small(2)]))

    claim, after = the_claim(), everything()
    assert (claim.occasion, claim.version) == ("A speech", 2)
    assert [event.occasion for event in ClaimEvent.objects.all()] == ["A press conference"]
    assert [event.unit for event in Quantity.pgh_event_model.objects.all()] == ["workers"]
    assert claim.topics.count() == 0
    assert [c.label for c in claim.claimants.all()] == ["the mayor", "her office"]
    changed = {name for name in after if after[name] != before[name]}
    assert changed == {
        *("Claim", "ClaimEvent", "ClaimSearch", "Claimant", "ClaimTopic", "ClaimTopicEvent", "Quantity"),
        "QuantityEvent",
    }
    assert Claim.objects.get(text="Fact 2.").version == 1


def test_what_a_record_does_not_say_stays(file):
    run(write(file, [CLAIM]))
    bare = {key: CLAIM[key] for key in ("id", "kind", "text", "wording", "language")}

    assert "0 changed, 1 unchanged" in run(write(file, [bare]))
    assert "1 changed" in run(write(file, [bare | {"notes": "Look again."}]))
    assert the_claim().quantities.count() == 1
    assert the_claim().notes == "Look again."


def test_a_curators_work_is_left_alone(file, editor):
    run(write(file, [CLAIM]))
    claim = the_claim()
    with pghistory.context(via="admin", user=str(editor.pk)):
        claim.quantities.update(unit="jobs")
    before = everything()
    mended = write(file, [a_claim(occasion="A speech")])

    assert "0 changed, 0 unchanged, 1 left alone" in run(mended)
    assert everything() == before
    assert "1 changed" in run(mended, "--update")
    assert the_claim().occasion == "A speech"


def test_a_part_that_a_curator_added_is_left_alone(file):
    run(write(file, [CLAIM]))
    the_claim().translations.create(language="fr", text="Il y a 6 millions.")

    assert "1 left alone" in run(file)
    assert the_claim().translations.count() == 2


def test_that_a_quote_was_looked_for_is_no_curators_work(file):
    source = CLAIM["citations"][0]["source"] | {"type": "source"}
    quote = CLAIM["citations"][0]["quote"]
    snapshot = {"text": f"She came. {quote} Then she left.", "retrieved_at": "2026-01-01T00:00:00Z"}
    run(write(file, [source | {"snapshots": [snapshot]}, CLAIM]))
    call_command("check_anchors", verbosity=0)
    assert the_claim().citations.get().anchor == "exact"

    assert "1 unchanged" in run(file)
    assert "1 changed" in run(write(file, [a_claim(occasion="A speech")]))
    assert the_claim().citations.get().anchor == "exact"


@pytest.mark.parametrize("options", [(), ("--update",)])
def test_a_claim_that_was_deleted_stays_away(file, options):
    run(write(file, [CLAIM]))
    the_claim().delete()

    assert "0 created, 0 changed, 0 unchanged, 1 left alone" in run(file, *options)
    assert not Claim.objects.exists()


def test_a_published_claim_is_changed_only_by_an_account_that_may(file, editor):
    run(write(file, [CLAIM]), "--publish", "--by", "editor")
    mended = write(file, [a_claim(occasion="A speech")])

    assert "1 left alone" in run(mended)
    assert "1 changed" in run(mended, "--publish", "--by", "editor")
    assert [change.kind for change in Change.objects.order_by("id")] == ["published", "corrected"]


def test_claims_are_drafts_unless_published_by_an_account_that_may(file, editor):
    UserFactory(username="contributor")
    write(file, [SOURCE, small(2), small(3, sensitive=True), small(4, status="draft")])
    for options, said in [
        (("--publish",), "Say who publishes"),
        (("--publish", "--by", "contributor"), "may not publish"),
        (("--publish", "--by", "nobody"), "no account 'nobody'"),
    ]:
        with pytest.raises(CommandError, match=said):
            run(file, *options)
    assert not Claim.objects.exists()

    run(file)
    assert set(Claim.objects.values_list("status", flat=True)) == {"draft"}
    Claim.objects.all().delete()
    write(file, [small(5), small(6, sensitive=True), small(7, status="draft")])
    assert "1 sensitive" in run(file, "--publish", "--by", "editor")
    found = dict(Claim.objects.values_list("text", "status"))
    assert found == {"Fact 5.": "published", "Fact 6.": "in_review", "Fact 7.": "draft"}


def test_a_withdrawn_claim_comes_in_as_its_tombstone_or_not_at_all(file, api, editor):
    withdrawn = small(2, status="withdrawn", withdrawn={"kind": "error", "reason": "Wrong."})
    write(file, [SOURCE, withdrawn])

    assert "rejected     1 rows" in run(file)
    assert not Claim.objects.exists()
    run(file, "--publish", "--by", "editor")
    assert api.get(f"/api/v1/claims/{withdrawn['id']}/").status_code == 410


def test_a_review_that_was_not_public_is_not_published(file, editor):
    claim = a_claim()
    claim["reviews"][0]["published_at"] = None
    run(write(file, [claim]), "--publish", "--by", "editor")
    assert Review.objects.get().published_at is None


def test_who_is_only_named_is_found_by_alias_or_made(file):
    known = Speaker.objects.create(kind="person", name="Andrés Manuel López", aliases=["AMLO"])
    named = [{"basis": "named", "speaker": {"name": name, "kind": "person"}} for name in ("amlo", "Eva Sol")]
    run(write(file, [SOURCE, small(2, claimants=named)]))

    found = [claimant.speaker for claimant in Claim.objects.get().claimants.all()]
    assert found[0] == known
    assert (found[1].slug, found[1].created_via) == ("eva-sol", "import")


def test_records_of_their_own_are_made_and_mended(file):
    speaker = {"type": "speaker", "kind": "person", "slug": "ana", "name": "Ana", "aliases": ["A."]}
    roles = [{"title": "Mayor", "held": {"from": "2017-01-01", "to": None}}]
    run(write(file, [speaker | {"roles": roles}]))
    roles[0]["held"]["to"] = "2018-12-31"

    assert "1 changed" in run(write(file, [speaker | {"roles": roles, "country": "MX"}]))
    ana = Speaker.objects.get()
    assert (ana.country, ana.aliases, ana.version) == ("MX", ["A."], 2)
    assert str(ana.roles.get().held.upper) == "2019-01-01"


def test_dry_run_tells_and_leaves_no_trace(file):
    before = everything()
    said = run(write(file, [SOURCE, small(2), small(3, kind="gossip")]), "--dry-run")

    assert "1 created" in said
    assert "rejected     1 rows" in said
    assert "Nothing was written" in said
    assert everything() == before


def test_two_imports_do_not_run_at_once(file):
    other = connection.copy()
    try:
        other.set_autocommit(False)
        with other.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(hashtext('factbase import'))")
        with pytest.raises(CommandError, match="Another import is running"):
            run(write(file, [SOURCE, small(2)]))
    finally:
        other.rollback()
        other.close()


def test_killed_in_the_middle_nothing_is_half_there(file):
    write(file, [SOURCE, *(small(number) for number in range(2, 9000))])
    settings = connection.settings_dict
    code = (
        "import django; django.setup(); from django.conf import settings; from django.db import connection;"
        f"connection.settings_dict['NAME'] = {settings['NAME']!r};"
        "from django.core.management import call_command; print('begun', flush=True);"
        f"call_command('import_claims', {str(file)!r})"
    )
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "factbase.settings"}
    with subprocess.Popen([sys.executable, "-c", code], env=environment, stdout=subprocess.PIPE) as importing:
        assert importing.stdout.readline() == b"begun\n"
        deadline = time.monotonic() + 120
        # Until it writes: others see nothing of that, but the lock on the table.
        while not writes_claims() and time.monotonic() < deadline and importing.poll() is None:
            time.sleep(0.02)
        assert importing.poll() is None, "It was over before it was killed."
        importing.send_signal(signal.SIGKILL)
    while writes_claims():
        time.sleep(0.05)

    assert not Claim.objects.exists()
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM claims_citation")
        assert cursor.fetchone() == (0,)


def writes_claims() -> bool:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT EXISTS (SELECT FROM pg_locks WHERE relation = 'claims_citation'::regclass"
            " AND mode = 'RowExclusiveLock' AND pid <> pg_backend_pid())"
        )
        return cursor.fetchone()[0]


def test_memory_of_what_is_kept_in_python_stays_small(file):
    """However many: rows are handed on as they come."""
    from claims.bulk.records import Records

    records = Records()
    for number in range(2, 500):
        records.take(number, json.loads(json.dumps(small(number))))
        held = sum(len(rows) for rows in records.rows.values())
        assert held <= 10
        records.rows.clear()
    assert len(records.seen) < 10
    assert not Note.objects.exists()
