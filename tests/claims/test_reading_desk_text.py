"""From a text to proposals, and to a claim filled in: no database."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.reading_desk.filling import NoWords, fill
from claims.reading_desk.pages import pages
from claims.reading_desk.proposals import Memory, is_read, read
from claims.reading_desk.segments import segments

TEXT = """A headline

“We will go 🚀 to court,” said Ana Ruiz, the mayor. She said that more than 300 people were held.

The city has 12 shelters. Pedro Gil called it “a very long and difficult road to nowhere at all” on Monday."""


class Mark:
    def __init__(self, start, end, name=""):
        self.start, self.end, self.name = start, end, name


def cut(marks, start=0, end=10):
    return [(s.start, s.end, "".join(m.name for m in s.marks)) for s in segments(marks, start, end)]


class TestSegments:
    @pytest.mark.parametrize(
        ("marks", "expected"),
        [
            pytest.param([], [(0, 10, "")], id="none"),
            pytest.param([Mark(2, 5, "a")], [(0, 2, ""), (2, 5, "a"), (5, 10, "")], id="one"),
            pytest.param(
                [Mark(1, 6, "a"), Mark(4, 10, "b")], [(0, 1, ""), (1, 4, "a"), (4, 6, "ab"), (6, 10, "b")], id="overlap"
            ),
            pytest.param([Mark(0, 10, "a"), Mark(3, 4, "b")], [(0, 3, "a"), (3, 4, "ba"), (4, 10, "a")], id="nested"),
            pytest.param([Mark(2, 4, "a"), Mark(2, 4, "b")], [(0, 2, ""), (2, 4, "ab"), (4, 10, "")], id="the same"),
            pytest.param(
                [Mark(2, 4, "a"), Mark(4, 6, "b")], [(0, 2, ""), (2, 4, "a"), (4, 6, "b"), (6, 10, "")], id="touch"
            ),
            pytest.param([Mark(5, 5, "a"), Mark(11, 14, "b")], [(0, 10, "")], id="empty and outside"),
            pytest.param(
                [Mark(0, 3, "a"), Mark(8, 99, "b")], [(0, 3, "a"), (3, 8, ""), (8, 10, "b")], id="over the edge"
            ),
        ],
    )
    def test_text_is_cut_at_each_edge(self, marks, expected):
        assert cut(marks) == expected

    def test_nothing_is_cut_to_nothing(self):
        assert cut([Mark(0, 3)], 4, 4) == []

    @given(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60))), st.integers(0, 50), st.integers(0, 50))
    def test_they_cover_the_text_once_with_the_marks_on_each(self, spans, start, end):
        marks = [Mark(a, b, (a, b)) for a, b in spans]
        found = segments(marks, start, end)
        assert [at for s in found for at in range(s.start, s.end)] == list(range(start, end))
        for segment in found:
            for at in range(segment.start, segment.end):
                assert {id(m) for m in segment.marks} == {id(m) for m in marks if m.start <= at < m.end}


class TestPages:
    def test_a_short_text_is_one_page(self):
        assert pages("Words.") == [(0, 6)]

    def test_a_long_one_is_cut_after_a_paragraph(self):
        text = "word " * 15 + "end.\n" + "word " * 15
        assert pages(text, 100) == [(0, 80), (80, len(text))]

    @given(st.text(alphabet="ab \n", max_size=300), st.integers(2, 40))
    def test_pages_cover_the_text_and_are_bounded(self, text, size):
        found = pages(text, size)
        assert "".join(text[start:end] for start, end in found) == text
        assert all(end - start <= size for start, end in found)
        assert all(start < end for start, end in found) or text == ""


class TestProposals:
    def test_quotations_and_quantities_are_proposed_in_order(self):
        found = [(p.kind, TEXT[p.start : p.end]) for p in read(TEXT, "en").proposals]
        assert found == [
            ("quotation", "“We will go 🚀 to court,”"),
            ("quotation", "that more than 300 people were held"),
            ("quantity", "more than 300"),
            ("quantity", "12"),
            ("quotation", "“a very long and difficult road to nowhere at all”"),
        ]

    def test_offsets_of_a_later_page_count_from_the_text_s_beginning(self):
        start = TEXT.index("The city")
        page = read(TEXT, "en", start)
        assert [TEXT[p.start : p.end] for p in page.proposals][0] == "12"
        assert page.proposals[0].found.as_written == "12"
        assert (
            TEXT[slice(*page.sentence(page.proposals[0].start, page.proposals[0].end))] == "The city has 12 shelters."
        )
        assert TEXT[page.proposals[0].found.number_start] == "1"

    def test_another_language_has_no_proposals_but_its_paragraphs(self):
        page = read("Das sind 300 Leute.\n\n„Ja“, sagte sie.", "de")
        assert (page.proposals, len(page.paragraphs), is_read("de"), is_read("es-MX")) == ([], 2, False, True)

    def test_the_same_words_are_known_again_in_another_text(self):
        newer = "Corrected.\n\n" + TEXT.replace("“", '"').replace("”", '"')
        assert [p.words for p in read(TEXT, "en").proposals] == [p.words for p in read(newer, "en").proposals]

    def test_the_same_number_elsewhere_is_another_proposal(self):
        one, two = read("They held 300 people. We saw 300 horses.", "en").proposals
        assert one.words != two.words

    def test_memory_reads_once_and_forgets_the_oldest(self):
        memory = Memory(size=2)
        first = memory.read(TEXT, "a", "en", 0, len(TEXT))
        assert memory.read("not looked at", "a", "en", 0, len(TEXT)) is first
        memory.read("x", "b", "en", 0, 1)
        memory.read("x", "c", "en", 0, 1)
        assert [key[0] for key in memory.kept] == ["b", "c"]


def filled(words, text=TEXT, language="en"):
    start = text.index(words)
    return fill(text, read(text, language), start, start + len(words))


class TestFilling:
    def test_a_quotation_without_its_marks_and_comma(self):
        filling = filled("“We will go 🚀 to court,”")
        assert (filling.quote, filling.text) == ("We will go 🚀 to court", "We will go 🚀 to court")
        assert TEXT[filling.start : filling.end] == filling.quote
        assert TEXT[: filling.start].endswith(filling.prefix)
        assert TEXT[filling.end :].startswith(filling.suffix)
        assert (filling.directness, filling.speaker, filling.attributed_to) == ("direct", "Ana Ruiz", "Ana Ruiz")

    def test_reported_words_without_that_and_with_their_number(self):
        filling = filled("that more than 300 people were held")
        assert filling.quote == "more than 300 people were held"
        assert (filling.directness, filling.speaker, filling.attributed_to) == ("indirect", "Ana Ruiz", "She")
        assert [(q.as_written, q.unit) for q in filling.quantities] == [("more than 300", "people")]

    def test_words_of_a_quotation_are_its_speaker_s(self):
        filling = filled(" go 🚀 to ")
        assert (filling.quote, filling.directness, filling.speaker) == ("go 🚀 to", "direct", "Ana Ruiz")

    def test_a_sentence_with_some_words_quoted_is_partial(self):
        assert (
            filled("Pedro Gil called it “a very long and difficult road to nowhere at all” on Monday.").directness
            == "partial"
        )

    def test_the_text_s_own_words_are_the_author_s(self):
        filling = filled("The city has 12 shelters.")
        assert (filling.directness, filling.speaker, filling.attributed_to) == ("author", "", "")

    def test_line_ends_stay_in_the_quote_and_not_in_the_claim(self):
        filling = filled("has\n  12", "The city has\n  12 shelters.")
        assert (filling.quote, filling.text) == ("has\n  12", "has 12")

    def test_an_apostrophe_at_the_end_stays(self):
        assert filled("the workers'", "It is the workers' turn.").quote == "the workers'"

    @pytest.mark.parametrize("words", [" \n ", "“ ”", "—"])
    def test_no_words_no_claim(self, words):
        with pytest.raises(NoWords):
            filled(words, f"A{words}B")

    @given(st.text(max_size=80), st.integers(0, 80), st.integers(0, 80))
    def test_whatever_is_selected_the_quote_is_the_text_there(self, text, start, end):
        try:
            filling = fill(text, read(text, "en"), min(start, len(text)), min(end, len(text)))
        except NoWords:
            return
        assert text[filling.start : filling.end] == filling.quote
