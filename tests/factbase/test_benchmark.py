"""The benchmark's own promises: what it loads is what is read back, and its floor answers as the API does."""

import json
import socket
from collections import Counter

import pytest
from django.core.management import call_command
from django.db import connection

from claims.models import Speaker, Topic
from tests.benchmarks import machine, synthetic
from tests.benchmarks.floor import CONDITIONS, statement
from tests.benchmarks.loading import difference
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db(transaction=True)
SIZE = 200
TOPIC, SPEAKER = "topic-0", "speaker-0"  # which stand for their ids where the floor is asked
# (address, the floor's case, its parameters)
QUESTIONS = [
    ("?", "recent", ()),
    (f"?topic={TOPIC}", "topic", (TOPIC,)),
    (f"?speaker={SPEAKER}", "speaker", (SPEAKER,)),
    ("?period_after=2022-01-01&period_before=2022-12-31", "period", ("2022-01-01", "2022-12-31")),
    (f"?topic={TOPIC}&kind=statistic&stated_after=2012-01-01", "three", (TOPIC, "statistic", "2012-01-01")),
    (f"?q={synthetic.COMMON}", "words", (synthetic.COMMON,)),
    (f"?q={synthetic.RARE}", "rare", (synthetic.RARE,)),
]


def load(tmp_path):
    path = tmp_path / "claims.ndjson"
    path.write_bytes(b"".join(synthetic.lines(SIZE)))
    editor = UserFactory(is_superuser=True)
    call_command("import_claims", str(path), format="ndjson", publish=True, by=editor.username, strict=True)
    claims = [json.loads(line) for line in path.read_bytes().splitlines()]
    return [claim for claim in claims if "type" not in claim]


def test_what_was_loaded_is_read_back_and_the_floor_answers_as_the_api_does(client, tmp_path):
    loaded = load(tmp_path)
    assert len(loaded) == SIZE
    for claim in loaded:
        answer = client.get(f"/api/v1/claims/{claim['id']}/").json()
        assert difference(claim, answer) == "", answer
    assert difference({**loaded[0], "text": "Another"}, answer)  # it does tell

    quantities = [quantity for claim in loaded for quantity in claim["quantities"]]
    number = next(quantity["value"] for quantity in quantities if quantity["comparator"] == "about")
    for address, case, parameters in [*QUESTIONS, (f"?value={number}", "value", (number,))]:
        page = client.get(f"/api/v1/claims/{address}").json()["results"]
        assert page, f"{address} finds nothing, and so compares nothing"
        assert floor(case, *parameters) == page, case
    last = client.get("/api/v1/claims/?page_size=3").json()["results"][-1]
    following = client.get("/api/v1/claims/?page_size=28").json()["results"][3:]
    assert floor("deep", last["stated"]["to"], last["id"]) == following
    assert floor("detail", last["id"]) == [last]
    assert {case for _, case, _ in QUESTIONS} | {"deep", "value"} == set(CONDITIONS)


def floor(case, *parameters):
    ids = {
        SPEAKER: str(Speaker.objects.get(slug=SPEAKER).pk),
        TOPIC: list(Topic.objects.filter(slug__startswith=TOPIC).values_list("pk", flat=True)),
    }
    parameters = [ids.get(given, given) for given in parameters]
    with connection.cursor() as cursor:
        cursor.execute(statement(case, 80).replace("127.0.0.1:80/", "testserver/"), parameters)
        return [row[0] if isinstance(row[0], dict) else json.loads(row[0]) for row in cursor.fetchall()]


def test_the_same_number_gives_the_same_lines_with_the_words_and_parts_that_are_promised():
    claims = [json.loads(line) for line in synthetic.lines(4000)]
    assert claims == [json.loads(line) for line in synthetic.lines(4000)]
    kinds = Counter(claim.pop("type", "claim") for claim in claims)
    assert (kinds["claim"], kinds["source"], kinds["speaker"]) == (4000, 400, 80)
    claims = claims[-4000:]
    having = {word: sum(word in claim["text"].lower().split() for claim in claims) for word in WORDS}
    assert having == WORDS
    assert sum(len(claim["quantities"]) for claim in claims) == 2400
    assert sum(len(claim["citations"]) for claim in claims) == 4800
    assert [claim["id"] for claim in claims] == sorted(claim["id"] for claim in claims)


WORDS = {synthetic.COMMON: 1000, synthetic.MIDDLING: 40, synthetic.RARE: 20}


def test_a_port_that_is_taken_is_not_shared(tmp_path):
    with (
        socket.create_server(("127.0.0.1", 0)) as other,
        pytest.raises(machine.Failed, match="already"),
        machine.served(machine.Database(tmp_path, "none"), other.getsockname()[1]),
    ):
        pass
