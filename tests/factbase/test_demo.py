"""The demo: prepared any number of times, never over somebody's work, and answering what it promises."""

import io
import json
import re
from pathlib import Path

import pghistory
import pytest
from django.core.management import CommandError, call_command
from rest_framework.test import APIClient

from claims.models import Citation, Claim, Claimant, Speaker, Topic
from claims.roles import make_groups
from factbase.fixtures import load_fixtures
from factbase.management.commands.demo import read_address
from factbase.models import Redirect, User, Via
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path):
    return Folder(tmp_path)


class Folder:
    """A small fixture: a topic in two files, a speaker, and a claim by her."""

    def __init__(self, path):
        self.path = path
        ids = {name: f"01a20160-0000-7000-8000-00000000000{n}" for n, name in enumerate(("t", "s", "c", "m"))}
        claim = {"kind": "fact", "text": "It is so.", "wording": "verbatim", "language": "en"}
        self.topic = {"model": "claims.topic", "pk": ids["t"], "fields": {"name": "A", "slug": "a"}}
        self.rows = [
            self.topic,
            {"model": "claims.speaker", "pk": ids["s"], "fields": {"name": "Ana", "slug": "ana", "kind": "person"}},
            {"model": "claims.claim", "pk": ids["c"], "fields": claim},
            {"model": "claims.claimant", "pk": ids["m"], "fields": {"claim": ids["c"], "speaker": ["ana"]}},
        ]

    def load(self):
        (self.path / "demo.json").write_text(json.dumps(self.rows))
        (self.path / "again.json").write_text(json.dumps([self.topic]))
        return dict(load_fixtures(self.path))


def test_loading_again_changes_nothing(folder):
    assert folder.load() == {"created": 4}
    before = Claim.objects.values().get(), Speaker.objects.values().get()
    assert folder.load() == {"created": 0, "unchanged": 4}
    assert (Claim.objects.values().get(), Speaker.objects.values().get()) == before
    assert Claim.objects.get().created_via == Via.FIXTURE


def test_a_newer_fixture_mends_what_nobody_touched(folder):
    folder.load()
    folder.topic["fields"]["name"] = "B"
    assert folder.load() == {"created": 0, "unchanged": 3, "updated": 1}
    assert Topic.objects.get().name == "B"
    assert folder.load() == {"created": 0, "unchanged": 4}


def by_hand():
    """Somebody at the shell. Said aloud, as a test is one transaction, and the context lasts as long."""
    return pghistory.context(via=Via.SHELL.value)


def test_an_edit_is_left_alone(folder):
    folder.load()
    with by_hand():
        Speaker.objects.update(name="Ana María", slug="ana-maria")
    assert folder.load() == {"created": 0, "unchanged": 3, "left alone": 1}
    assert Speaker.objects.get().name == "Ana María"


def test_an_edit_through_the_admin_is_left_alone(folder):
    folder.load()
    with pghistory.context(via="admin"):
        Topic.objects.update(name="C")
    assert folder.load()["left alone"] == 1
    assert Topic.objects.get().name == "C"


def test_a_deletion_is_left_alone_with_all_that_rests_on_it(folder):
    folder.load()
    with by_hand():
        Claim.objects.get().delete()
    assert folder.load() == {"created": 0, "unchanged": 2, "left alone": 2}
    assert not Claim.objects.exists()
    assert not Claimant.objects.exists()


def test_what_rests_on_a_deleted_row_does_not_come_back(folder):
    claimant = folder.rows.pop()
    folder.load()
    with by_hand():
        Speaker.objects.get().delete()
    folder.rows.append(claimant)
    assert folder.load() == {"created": 0, "unchanged": 2, "left alone": 2}


def test_a_merged_row_is_left_alone(folder):
    folder.load()
    speaker = Speaker.objects.get(slug="ana")
    with by_hand():
        survivor = Speaker.objects.create(name="Ana Two", kind="person")
        Claimant.objects.update(speaker=survivor)
        Redirect.objects.create(kind="speaker", key=str(speaker.pk), target=survivor.pk)
        speaker.delete()
    assert folder.load()["left alone"] == 2
    assert Claimant.objects.get().speaker == survivor


def test_a_broken_rule_loads_nothing(folder, monkeypatch, settings):
    folder.rows[2]["fields"]["text"] = ""
    settings.BASE_DIR = folder.path.parent
    folder.path = folder.path.parent / "fixtures"
    folder.path.mkdir()
    with pytest.raises(Exception, match="claim_has_text"):
        folder.load()
    with pytest.raises(CommandError, match=r"Nothing was loaded. A claim needs its text."):
        call_command("load_fixtures")
    assert not Topic.objects.exists()


def demo(*args):
    out = io.StringIO()
    call_command("demo", "--no-serve", *args, stdout=out)
    return out.getvalue()


@pytest.fixture(scope="module")
def journalist(django_db_setup, django_db_blocker):
    """The demo as a journalist asks it; loaded once, taken back afterwards."""
    from django.db import transaction
    from rest_framework.test import APIClient

    class TakeBackError(Exception):
        pass

    with django_db_blocker.unblock():
        try:
            with transaction.atomic():
                make_groups()  # a migration's, but tests that commit empty all tables
                demo()
                yield lambda query: APIClient().get(f"/api/v1/{query}").json()
                raise TakeBackError
        except TakeBackError:
            pass


def test_the_demo_says_where_to_go():
    make_groups()
    said = demo("8123")
    for address in ("/api/v1/", "/api/v1/docs/", "/admin/"):
        assert f"http://127.0.0.1:8123{address}" in said
    assert said.count("curl 'http") == 3
    password = re.search(r"account: editor, password: (\S+)\)", said)[1]
    assert User.objects.get(username="editor").check_password(password)
    contributor = User.objects.get(username="contributor")
    assert contributor.check_password(password)
    assert contributor.has_perm("claims.submit_claim")
    assert not contributor.has_perm("claims.publish_claim")
    again = demo("--password", "given-by-hand")
    assert "0 created, 0 updated" in again
    assert User.objects.get(username="editor").check_password("given-by-hand")


def test_an_account_called_editor_that_is_not_the_demos_is_let_be():
    UserFactory(username="editor")
    with pytest.raises(CommandError, match="rename it first"):
        demo()
    assert not User.objects.get(username="editor").is_superuser


@pytest.mark.parametrize(
    ("text", "address"),
    [
        pytest.param("8001", ("127.0.0.1", 8001), id="port"),
        pytest.param("0.0.0.0:80", ("0.0.0.0", 80), id="both"),
        pytest.param("[::1]:8000", ("::1", 8000), id="ipv6"),
    ],
)
def test_addresses(text, address):
    assert read_address(text) == address


@pytest.mark.parametrize("text", ["localhost", "127.0.0.1:0", "127.0.0.1:99999", "a:b"])
def test_bad_addresses(text):
    with pytest.raises(CommandError, match="write 127.0.0.1:8000"):
        read_address(text)


def texts(body):
    return [claim["text"] for claim in body["results"]]


def test_detentions(journalist):
    [claim] = [c for c in journalist("claims/?q=detentions")["results"] if c["quantities"]]
    [quantity] = claim["quantities"]
    assert (quantity["comparator"], quantity["value"]) == ("more_than", "3200000")
    assert (quantity["period"]["from"], quantity["period"]["to"]) == ("2022-10-01", "2023-09-30")
    assert "more than 3.2 million detentions" in claim["citations"][0]["quote"]
    assert claim["claimants"][0]["basis"] == "author"
    assert claim["reviews"]


def test_the_official_number_finds_what_was_said_of_it(journalist):
    found = texts(journalist("claims/?value=3201144"))
    assert any("more than 3.2 million" in text for text in found)
    assert any("3,201,144" in text for text in found)
    assert not any("2.7 million" in text for text in found)


def test_a_number_cut_short(journalist):
    assert any("2.7 million" in text for text in texts(journalist("claims/?value=2766582&value_match=truncated")))
    assert not any("2.7 million" in text for text in texts(journalist("claims/?value=2766582")))


def test_about_six_million(journalist):
    assert any("6 million Mexican workers" in text for text in texts(journalist("claims/?value=5900000")))


@pytest.mark.parametrize("slug", ["luis-videgaray", "wola", "zeid-raad-al-hussein", "ana-lorena-delgadillo"])
def test_speakers(journalist, slug):
    assert journalist(f"speakers/{slug}/")["slug"] == slug
    assert journalist(f"claims/?speaker={slug}")["results"]


def test_a_joint_statement_has_both(journalist):
    claimants = journalist("claims/?speaker=rex-tillerson")["results"][0]["claimants"]
    assert [claimant["speaker"]["slug"] for claimant in claimants] == ["rex-tillerson", "john-kelly"]


def has_something(body: dict) -> bool:
    """A record, or a list, facets or a series with something in it."""
    return any(body.get(name) for name in ("url", "results", "facets", "periods"))


def test_every_example_of_the_documents_finds_something(journalist):
    schema = journalist("schema/")
    reading = ((path, item["get"]) for path, item in schema["paths"].items() if "get" in item)
    for path, operation in reading:
        for parameter in sorted(operation.get("parameters", []), key=lambda one: one["in"] != "path"):
            if parameter["in"] == "path":
                path = re.sub(r"\{\w+\}", parameter["example"], path)
                body = journalist(path.removeprefix("/api/v1/"))
                assert has_something(body), path
                continue
            if parameter["name"] == "rows":
                continue  # of CSV alone, in test_export.py
            if (path, parameter["name"]) == ("/api/v1/quantities/", "proposition"):
                continue  # no claim of the demo with a number has a proposition
            values = parameter["example"] if isinstance(parameter["example"], list) else [parameter["example"]]
            query = "&".join(f"{parameter['name']}={value}" for value in values)
            query += {"value_match": "&value=2766582", "highlight": "&q=detentions"}.get(parameter["name"], "")
            body = journalist(f"{path.removeprefix('/api/v1/')}?{query}")
            assert has_something(body), (path, query, body)


def test_every_body_of_the_documents_is_taken(journalist):
    """A claim is made, mended, handed in, given back, handed in again, published and withdrawn, by the examples."""
    contributor, editor = APIClient(), APIClient()
    contributor.force_authenticate(User.objects.get(username="contributor"))
    editor.force_authenticate(User.objects.get(username="editor"))
    paths = journalist("schema/")["paths"]

    def send(client, method, path, address):
        bodies = paths[path][method].get("requestBody", {}).get("content", {}).get("application/json", {})
        [body] = [example["value"] for example in bodies.get("examples", {}).values()] or [{}]
        return client.generic(
            method.upper(), address, json.dumps(body), content_type="application/json", headers={"if-match": "*"}
        )

    answer = send(contributor, "post", "/api/v1/claims/", "/api/v1/claims/")
    assert answer.status_code == 201, answer.json()
    one, url = "/api/v1/claims/{id}/", f"/api/v1/claims/{answer.json()['id']}/"
    assert send(contributor, "patch", one, url).status_code == 200
    steps = [
        (contributor, "submit"),
        (editor, "return"),
        (contributor, "submit"),
        (editor, "publish"),
        (editor, "withdraw"),
    ]
    for client, verb in steps:
        answer = send(client, "post", f"{one}{verb}/", f"{url}{verb}/")
        assert answer.status_code == 200, (verb, answer.json())
    assert answer.json()["status"] == "withdrawn"


def test_no_quote_is_longer_than_sixty_words(journalist):
    assert all(len(quote.split()) <= 60 for quote in Citation.objects.values_list("quote", flat=True))


README = (Path(__file__).resolve().parents[2] / "README.md").read_text()
ASKED = re.findall(r"^\| .* \| `([\w/-]+/(?:\?.*)?)` \|$", README, re.MULTILINE)
# In test_demo_feed: a feed tells of transactions that are over, which these tests' own is not.
FEEDS = [query for query in ASKED if query.startswith("changes/")]
ASKED = [query for query in ASKED if query not in FEEDS]
ASKED += re.findall(r"^curl 'http://127.0.0.1:8000/api/v1/(.*)'$", README, re.MULTILINE)


@pytest.mark.parametrize("query", ASKED)
def test_what_readme_asks_is_answered(journalist, query):
    assert has_something(journalist(query))


TAKEN = re.findall(r"""[("']http://127.0.0.1:8000/api/v1/(\w+\.(?:csv|ndjson)[^"']*)""", README)


@pytest.mark.parametrize("query", TAKEN)
def test_what_readme_takes_away_comes(journalist, query):
    lines = b"".join(APIClient().get(f"/api/v1/{query}").streaming_content).splitlines()
    assert len(lines) > (".csv" in query)


def test_readme_asks_something():
    assert len(ASKED) >= 18
    assert len(FEEDS) == 2
    assert len(TAKEN) == 5


def test_first_and_since_is_counted_from_the_first(journalist):
    [query] = [query for query in ASKED if "proposition=" in query]
    body = journalist(query)
    assert body["count"] == len(body["results"]) == 2
    first, later = body["results"]
    assert first["stated"]["from"] == "2017-02-22"
    assert later["stated"] is None  # Undated: last.


def test_what_came_of_a_promise_stands_beside_it(journalist):
    """No document of the demo tells of a promise kept or broken as a fact: what there is, is what was said about it."""
    [query] = [query for query in ASKED if "kind=promise" in query]
    links = [link for claim in journalist(query)["results"] for link in claim["links"]]
    assert {(link["kind"], link["direction"]) for link in links} == {("about", "in")}
    assert any("fell short of their campaign promises" in link["claim"]["text"] for link in links)
