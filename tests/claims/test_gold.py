"""The gold texts: every mark fits its text, and one that does not is refused with a remedy."""

import json
import re

import pytest

from tests.benchmarks import gold

TEXTS = gold.load()


@pytest.mark.parametrize("split", gold.SPLITS)
@pytest.mark.parametrize("language", ["en", "es"])
def test_there_are_ten_of_each(split, language):
    assert len(gold.load(split, language)) >= 10


@pytest.mark.parametrize("text", [pytest.param(text, id=f"{text.split}-{text.name}") for text in TEXTS])
def test_marks_fit_their_text(text):
    assert 110 <= len(text.text.split()) <= 300
    assert text.quotations
    assert text.quantities
    for mark in [*text.quotations, *text.quantities]:
        assert text.text[mark.start : mark.end] == mark.words == mark.words.strip()
    for marks in (text.quotations, text.quantities):
        assert all(a.end <= b.start for a, b in zip(marks, marks[1:], strict=False)), "two marks overlap"
    for said in text.quotations:
        assert said.speaker
        marked = re.search(r"[\"“”‘«»—]|(?<!\w)'", said.words)
        assert bool(marked) == (said.kind != "indirect") or after_a_dash(text, said), said.words
        assert said.speaker in text.text
    for number in text.quantities:
        assert (number.upper is not None) == (number.comparator == "between")


def after_a_dash(text, said):
    """The second piece of a dialogue: '—A —dijo X—. B.'"""
    return said.is_direct and text.text[said.start - 3 : said.start] in ("—. ", "—, ")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        pytest.param({"words": "“never said”"}, "is not in the text", id="absent"),
        pytest.param({"words": "the"}, "add nth", id="ambiguous"),
        pytest.param({"nth": 7}, "write 1 to 1", id="nth-too-high"),
        pytest.param({"kind": "literal"}, "write one of direct, indirect, mixed", id="unknown-kind"),
        pytest.param({"said_by": "Nobody Atall"}, "is not beside", id="speaker-absent"),
        pytest.param({"cue": "thundered"}, "is not beside", id="cue-absent"),
    ],
)
def test_a_mark_that_does_not_fit_is_refused(tmp_path, change, message):
    first = gold.FOLDER / "dev" / "en-01"
    marks = json.loads(first.with_suffix(".json").read_text())
    marks["quotations"][1] |= change
    (tmp_path / "en-01.json").write_text(json.dumps(marks))
    (tmp_path / "en-01.txt").write_text(first.with_suffix(".txt").read_text())
    with pytest.raises(gold.GoldError, match=message):
        gold.read(tmp_path / "en-01.json")


def test_a_value_that_is_no_number_is_refused(tmp_path):
    first = gold.FOLDER / "dev" / "en-01"
    marks = json.loads(first.with_suffix(".json").read_text())
    marks["quantities"][0]["value"] = "3.2 million"
    (tmp_path / "en-01.json").write_text(json.dumps(marks))
    (tmp_path / "en-01.txt").write_text(first.with_suffix(".txt").read_text())
    with pytest.raises(gold.GoldError, match="write 3200000"):
        gold.read(tmp_path / "en-01.json")
