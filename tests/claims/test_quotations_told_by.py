"""Short news stories, written for these rules, in `told_by/`: who says each of the words in marks, in order."""

import json
from pathlib import Path

import pytest

from tests.claims.quotation_helpers import told

STORIES = [
    pytest.param(language, story["text"], story["speakers"], id=f"{language} {n} {story['text'][:30]}")
    for language in ("en", "es")
    for n, story in enumerate(json.loads(Path(__file__).with_name("told_by").joinpath(f"{language}.json").read_text()))
]


@pytest.mark.parametrize(("language", "text", "speakers"), STORIES)
def test_speakers_of_a_story(language, text, speakers):
    assert [speaker for _, speaker in told(text, language, direct=True)] == speakers
