"""How well sentences are matched. `python -m tests.benchmarks.match` prints each that is not."""

import re

import pytest
from django.core.management import call_command

from claims.matching.serializers import EXAMPLE
from tests.claims.matching import SENTENCES, precision, recall, scores
from tests.claims.test_write_readme import README, carried_out

pytestmark = pytest.mark.django_db


def test_what_is_expected_is_found_and_little_else(api):
    assert len({row["text"] for row in SENTENCES}) == len(SENTENCES) >= 60
    found = scores(api)
    wrong = [score for score in found if score.found != score.expected or score.noise]
    assert precision(found) >= 0.95, wrong
    assert recall(found) >= 0.9, wrong
    assert not [score for score in found if not score.expected and score.noise], wrong


def test_the_examples_of_readme_and_the_documents_find_something(api):
    call_command("load_fixtures", verbosity=0)
    [line] = re.findall(r"^curl .*/claims/match/ .*$", README, re.MULTILINE)
    for answer in (carried_out(line, {}), api.post("/api/v1/claims/match/", EXAMPLE.value, format="json")):
        sentences = answer.json()["sentences"]
        assert [sentence["matches"][0]["verdict"] for sentence in sentences] == ["same", "differs"]
        assert sentences[1]["matches"][0]["numbers"][0]["claim"]["as_written"] == "3,201,144"
