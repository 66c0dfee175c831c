"""Where a quote is found in a text, and where it is not: without a database."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.anchors import Outcome, Page, around, difference, find
from claims.guarded import says_the_same_numbers

SAID = "We counted more than 2.7 million arrests along the border in the last year, the highest number ever seen."
FRAME = "😀 Se dijo: e\u0301l cafe\u0301. “{}” The end, and nothing more to be said about any of this here."


def found(quote, text, **given):
    finding = find(quote, Page(text), **given)
    return finding.outcome, [text[place.start : place.end] for place in finding.places]


class TestSameWords:
    def test_where_it_stood(self):
        text = FRAME.format(SAID)
        start = text.index(SAID)
        assert found(SAID, text, start=start, end=start + len(SAID)) == (Outcome.EXACT, [SAID])

    @pytest.mark.parametrize(
        ("quote", "printed"),
        [
            pytest.param("It is not a crisis, he said", "It is\n   not a\u00a0crisis, he said", id="white-space"),
            pytest.param('"It is" not', "“It is” not", id="curly"),
            pytest.param("«Es así» dijo", '"Es así" dijo', id="angular"),
            pytest.param("it's a well-known fact", "it’s a well‑known fact", id="apostrophe-hyphen"),
            pytest.param("one - two - three", "one – two — three", id="dashes"),
            pytest.param("el café está", unicodedata.normalize("NFD", "el café está"), id="accents-apart"),
            pytest.param(unicodedata.normalize("NFD", "el café está"), "el café está", id="accents-together"),
        ],
    )
    def test_printed_another_way(self, quote, printed):
        for front in ("", "😀 e\u0301 ", "Text in front, of some length. "):
            assert found(quote, f"{front}{printed} etc.") == (Outcome.MOVED, [printed])

    @pytest.mark.parametrize(
        ("quote", "text"),
        [
            pytest.param("2 million arrests", "There were 12 million arrests.", id="12"),
            pytest.param("2 million arrests", "There were 1.2 million arrests.", id="1.2"),
            pytest.param("rose to 5", "It rose to 5.3 again.", id="5.3"),
            pytest.param("rose to 5", "It rose to 5,000 again.", id="5,000"),
            pytest.param("art of it", "It was part of it.", id="part-of-a-word"),
            pytest.param("el cafe", "el cafe\u0301", id="accent-follows"),
        ],
    )
    def test_not_within_another_word_or_number(self, quote, text):
        assert found(quote, text)[0] not in (Outcome.MOVED, Outcome.EXACT)

    def test_a_part_of_a_word_that_a_curator_chose_stays(self):
        assert found("art", "part", start=1, end=4, anchored_here=True) == (Outcome.EXACT, ["art"])
        assert found("art", "part", start=1, end=4)[0] == Outcome.MISSING


class TestSeveralPlaces:
    TEXT = f"In the morning she said: {SAID} In the evening he said: {SAID} At night nobody spoke."

    def place(self, **given):
        finding = find(SAID, Page(self.TEXT), **given)
        return finding.outcome, [place.start for place in finding.places]

    def test_undecided_without_words_around(self):
        first, last = self.TEXT.index(SAID), self.TEXT.rindex(SAID)
        assert self.place() == (Outcome.SEVERAL, [first, last])

    @pytest.mark.parametrize(
        "given",
        [
            pytest.param({"prefix": "In the evening he said: "}, id="prefix"),
            pytest.param({"suffix": " At night"}, id="suffix"),
            pytest.param({"prefix": "in the afternoon, in the evening he said: "}, id="prefix-in-part"),
            pytest.param({"suffix": " At night nobody answered."}, id="suffix-in-part"),
        ],
    )
    def test_the_words_around_decide(self, given):
        assert self.place(**given) == (Outcome.MOVED, [self.TEXT.rindex(SAID)])

    @pytest.mark.parametrize(
        "given",
        [
            pytest.param({"prefix": "said: "}, id="both-have-it"),
            pytest.param({"prefix": "And they shouted: "}, id="neither-has-it"),
            pytest.param({"suffix": " At dawn"}, id="hardly-any-of-it"),
            pytest.param({"prefix": "In the morning she said: ", "suffix": " At night nobody"}, id="each-has-one"),
        ],
    )
    def test_or_they_do_not(self, given):
        assert self.place(**given)[0] == Outcome.SEVERAL

    def test_similar_words_at_two_places(self):
        text = self.TEXT.replace("along the border", "on the border")
        assert found(SAID, text)[0] == Outcome.SEVERAL
        assert len(found(SAID, text)[1]) == 2
        assert found(SAID, text, prefix="In the evening he said: ")[0] == Outcome.CHANGED


class TestSimilarWords:
    @pytest.mark.parametrize(
        ("old", "new"),
        [
            pytest.param("along", "all along", id="one-in"),
            pytest.param("highest number", "number", id="one-out"),
            pytest.param("counted", "registered", id="another"),
            pytest.param("We counted", "They registered", id="first-words"),
            pytest.param("ever seen", "on record", id="last-words"),
            pytest.param("in the last year", "in the last year, as was feared by many who watch it,", id="clause-in"),
            pytest.param("arrests along", "arrests, along", id="comma"),
        ],
    )
    def test_the_passage_is_found_as_it_reads_now(self, old, new):
        now = SAID.replace(old, new)
        assert found(SAID, FRAME.format(now)) == (Outcome.CHANGED, [now])

    @pytest.mark.parametrize(
        ("before", "now", "after"),
        [
            pytest.param(
                "So the day ended for the people of the town. On Monday ",
                "the ministry of interior and the police counted more than 2.7 million arrests in the last year",
                " of the war, in the end. The year",
                id="words-of-it-behind",
            ),
            pytest.param(
                "He said of the police and the border: ",
                "the interior ministry and the police counted more than 2.7 million arrests in the last year",
                ". In the last year the year was bad.",
                id="words-of-it-in-front",
            ),
        ],
    )
    def test_words_nearby_that_are_in_it_too_are_no_part_of_it(self, before, now, after):
        quote = "the ministry of the interior and the police counted more than 2.7 million arrests in the last year"
        assert found(quote, before + now + after) == (Outcome.CHANGED, [now])

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            pytest.param("2.7 million", "2.8 million", id="digit"),
            pytest.param("2.7 million", "27 million", id="point"),
            pytest.param("2.7 million", "2.7 thousand", id="scale"),
            pytest.param("2.7 million", "2,7 million", id="comma"),
            pytest.param("2.7 million", "$2.7 million", id="currency-in"),
            pytest.param("arrests", "detentions", id="what-is-counted"),
            pytest.param("last year", "last month", id="measure"),
            pytest.param("2.7 million", "two million", id="in-words"),
            pytest.param("more than 2.7 million arrests", "more arrests", id="number-out"),
            pytest.param("highest number", "highest number in 20 years", id="number-in"),
        ],
    )
    def test_another_number_is_no_match(self, old, new):
        assert found(SAID, FRAME.format(SAID.replace(old, new)))[0] == Outcome.REFUSED

    @pytest.mark.parametrize(
        ("ours", "theirs"),
        [
            ("it cost $5 a day", "it cost €5 a day"),
            ("it cost US$5 a day", "it cost $5 a day"),
            ("it cost €5 a day", "it cost 5 a day"),
            ("5 % of them", "5 ‰ of them"),
            ("un 12,5 % más", "un 12.5 % más"),
            ("tres de cada cuatro", "dos de cada cuatro"),
            ("4 mil 079 personas", "4 mil 079 familias"),
            ("5 km away", "5 miles away"),
            ("thousands of people", "thousands of cattle"),
        ],
    )
    def test_guarded(self, ours, theirs):
        assert not says_the_same_numbers(ours, theirs)
        assert says_the_same_numbers(ours, ours)
        assert says_the_same_numbers(f"He said {ours}", f"She thinks {ours}")

    def test_a_first_word_that_became_two(self):
        text = "Some words in front. The authorities accounted in all for more than 3.2 million detentions. The end."
        now = "The authorities accounted in all for more than 3.2 million detentions."
        assert found("They accounted for more than 3.2 million detentions.", text) == (Outcome.CHANGED, [now])
        pieces = difference("They accounted for them.", "The authorities accounted in all for them.")
        told = [(piece.kind, piece.text.strip()) for piece in pieces]
        assert told == [
            ("del", "They"),
            ("ins", "The authorities"),
            ("same", "accounted"),
            ("ins", "in all"),
            ("same", "for them."),
        ]

    @pytest.mark.parametrize("text", ["Nothing of the sort.", "", " ", "😀", "border border border year year"])
    def test_other_words_are_not_it(self, text):
        assert found(SAID, text) == (Outcome.MISSING, [])

    def test_a_quote_of_marks_alone(self):
        assert found("—…—", "Nothing of the sort.") == (Outcome.MISSING, [])


@given(st.text(max_size=30), st.text(max_size=60), st.text(max_size=60))
def test_offsets_are_of_the_text_itself(quote, front, back):
    if not quote.strip():
        return
    text = front + quote + back
    finding = find(quote, Page(text), start=len(front), end=len(front) + len(quote), anchored_here=True)
    assert finding.outcome == Outcome.EXACT
    finding = find(quote, Page(text))
    for place in finding.places:
        assert 0 <= place.start < place.end <= len(text)
    if finding.outcome == Outcome.MOVED:
        fold = lambda words: " ".join(unicodedata.normalize("NFC", words).split())  # noqa: E731
        assert len(fold(text[finding.place.start : finding.place.end])) == len(fold(quote))


@given(st.lists(st.sampled_from(["a", "b", "c", "1", "2"])), st.lists(st.sampled_from(["a", "b", "c", "1", "2"])))
def test_a_difference_has_all_of_both(ours, theirs):
    pieces = difference(" ".join(ours), " ".join(theirs))
    assert " ".join(p.text.strip() for p in pieces if p.kind != "ins").split() == ours
    assert " ".join(p.text.strip() for p in pieces if p.kind != "del").split() == theirs


@given(st.text(max_size=200), st.integers(0, 200), st.integers(0, 200))
def test_the_words_around_stand_there(text, start, length):
    start = min(start, len(text))
    end = min(start + length, len(text))
    prefix, suffix = around(text, start, end)
    assert text[:start].endswith(prefix)
    assert text[end:].startswith(suffix)
    assert len(prefix) <= 64
    assert len(suffix) <= 64
