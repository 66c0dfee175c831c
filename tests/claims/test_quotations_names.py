"""Names told from outside, as a spaCy pipeline tells them, and languages as callers name them."""

import re
import sys
from types import SimpleNamespace

import pytest

from claims.quotations import find_quotations
from claims.quotations.names_by_spacy import names_by_spacy, names_in

TEXT = (
    "The writer bell hooks spoke. Later Love Island was shown.\n\n“We won,” bell hooks said. “It was Love Island,” she"
    " added."
)


def names(text):
    return [(m.start(), m.end(), "person") for m in re.finditer("bell hooks", text)]


def test_a_name_that_the_rules_do_not_see_is_a_speaker_when_it_is_told():
    assert "bell hooks" not in [q.speaker for q in find_quotations(TEXT, "en")]
    found = find_quotations(TEXT, "en", names)
    assert [q.speaker for q in found] == ["bell hooks", "bell hooks"]
    assert TEXT[found[0].speaker_start : found[0].speaker_end] == "bell hooks"


def test_a_name_told_to_be_an_organization_is_no_she():
    text = "Jo Ash met Will Young. “We won,” she said."
    place = text.index("Jo Ash")
    assert [q.speaker for q in find_quotations(text, "en")] == ["Jo Ash"]
    told = find_quotations(text, "en", lambda _: [(place, place + 6, "organization")])
    assert [q.speaker for q in told] != ["Jo Ash"]


@pytest.mark.parametrize("span", [(1, 3), (0, 10_000), (5, 5), (9, 2), (-4, 3)])
def test_spans_that_fit_no_words_are_left_out(span):
    text = "“We won,” said Ana Ruiz."
    assert [q.speaker for q in find_quotations(text, "en", lambda _: [(*span, "person")])] == ["Ana Ruiz"]


def test_a_pipeline_reads_paragraph_by_paragraph():
    def nlp(line):
        found = [
            SimpleNamespace(label_="PER", start_char=m.start(), end_char=m.end()) for m in re.finditer("Ana", line)
        ]
        return SimpleNamespace(ents=[*found, SimpleNamespace(label_="LOC", start_char=0, end_char=1)])

    nlp.max_length = 20
    text = "Ana vino.\n\nY Ana se fue.\n" + "Ana " * 20
    assert list(names_in(text, nlp)) == [(0, 3, "person"), (13, 16, "person")]


def test_no_pipeline_no_names():
    assert names_by_spacy("") is None


def test_without_spacy_the_remedy_is_told(monkeypatch):
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(ImportError, match="pip install spacy.*FACTBASE_SPACY_PIPELINE.*'es_x_sm'"):
        names_by_spacy("es_x_sm")


@pytest.mark.parametrize("language", ["es", "es-MX", "es_MX", "ES-419"])
def test_tags_of_spanish(language):
    assert [q.speaker for q in find_quotations("“Ya está”, dijo Ana Gil.", language)] == ["Ana Gil"]


@pytest.mark.parametrize("language", ["en", "en-GB", "de", "zh-Hans", "", None])
def test_any_other_tag_reads_english_words(language):
    assert [q.speaker for q in find_quotations("“We won,” said Ana Gil.", language)] == ["Ana Gil"]
    assert find_quotations("„Wir gehen“, sagte Angela Merkel am Montag in Berlin.", language) == []
    assert find_quotations("", language) == []
