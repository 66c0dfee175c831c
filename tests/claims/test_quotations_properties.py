"""What holds of any text: find_quotations never raises, spans lie in the text, and time grows as the text does."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.quotations import find_quotations

PIECES = st.sampled_from(
    [
        '"',
        "“",
        "”",
        "«",
        "»",
        "‹",
        "›",
        "„",
        "‘",
        "’",
        "'",
        "``",
        "''",
        "—",
        "–",
        "-",
        ",",
        ".",
        ":",
        ";",
        "?",
        "!",
        "…",
        "(",
        ")",
        "said",
        "dijo",
        "that",
        "que",
        "según",
        "para",
        "told",
        "according",
        "to",
        "Smith",
        "Pérez",
        "Mary",
        "of",
        "the",
        "he",
        "ella",
        "who",
        "and",
        "y",
        "A.",
        "Dr.",
        "el",
        "ministro",
        "agregó",
        "asked",
        "whether",
        "U.N.",
        "'s",
        "x",
        "12",
        "not",
        "no",
    ]
)
SPACED = st.tuples(PIECES, st.sampled_from(["", " ", " ", "\n", "\n\n"])).map("".join)
TEXTS = st.one_of(st.lists(SPACED, max_size=40).map("".join), st.text(max_size=80))


@given(TEXTS, st.sampled_from(["en", "es"]))
@settings(max_examples=400, deadline=None)
def test_spans_lie_in_the_text_and_direct_ones_do_not_overlap(text, language):
    end = 0
    for found in find_quotations(text, language):
        assert 0 <= found.start < found.end <= len(text)
        assert (found.speaker is None) == (found.speaker_start is None) == (found.speaker_end is None)
        if found.speaker_start is not None:
            assert 0 <= found.speaker_start < found.speaker_end <= len(text)
        if found.is_direct:
            assert found.start >= end
            end = found.end


@given(st.sampled_from(["Ana Ruiz", "Tom Hall", "Liu Wei"]), st.text("abcdefgh áéí", min_size=5, max_size=60))
@settings(max_examples=100, deadline=None)
def test_words_between_marks_before_a_cue_are_found_whole(speaker, words):
    words = "It " + words.strip() + "x"
    text = f"“{words},” said {speaker}."
    assert [(text[q.start : q.end], q.speaker) for q in find_quotations(text, "en")] == [(f"“{words},”", speaker)]


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize(
    "piece",
    [
        '"',
        "“",
        "”",
        "«",
        "'",
        "‘",
        "“a ",
        "—dijo ",
        "\n—dijo Pérez—",
        "said, ",
        "Smith and ",
        "X said that ",
        "“\n\n",
        "de la ",
        "U.",
    ],
)
def test_hostile_texts_are_read_to_their_end(piece, language):
    """100,000 marks, none closed: quadratic reading would take hours. Of words,
    whose reading costs more, 30,000 characters."""
    text = (piece * 100_000)[: 100_000 if len(piece) == 1 else 30_000]
    for found in find_quotations(text, language):
        assert 0 <= found.start < found.end <= len(text)


def test_a_long_article_is_read_to_its_end():
    article = "“We won,” said Jane Doe of Acme. She said the plan would cost $12m.\n\n"
    text = (article * 700)[:60_000]
    assert len(find_quotations(text, "en")) > 1000
