"""What the timeline says of a field: values as people read them, and changes word by word."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.history.fields import marked
from tests import factories as make
from tests.claims.test_timeline import fields, told, update

alone = pytest.mark.django_db(transaction=True)


@alone
def test_values_are_what_people_read():
    claim = make.ClaimFactory(kind="fact", stated="2018-12", stated_basis="printed")
    update(claim, kind="promise", stated="2017-02-23", sensitive=True)
    assert fields(claim) == {
        "Kind": ("Fact", "Promise"),
        "Stated": ("2018-12", "2017-02-23"),
        "Sensitive": ("No", "Yes"),
    }
    claimant = make.ClaimantFactory(claim=claim, speaker__name="Ana")
    update(claimant, speaker=make.SpeakerFactory(name="Luis"))
    assert fields(claim) == {"Speaker": ("Ana", "Luis")}
    update(make.QuantityFactory(claim=claim), value="3400000")
    assert fields(claim) == {"Value": ("3,200,000", "3,400,000")}
    assert fields(claim, 1)["Comparator"] == ("", "more than, over")


@alone
def test_a_name_that_is_gone_is_still_told():
    ana, claim = make.SpeakerFactory(name="Ana"), make.ClaimFactory()
    update(make.ClaimantFactory(claim=claim, speaker=ana), speaker=make.SpeakerFactory(name="Luis"))
    ana.delete()
    assert fields(claim) == {"Speaker": ("Ana", "Luis")}


@alone
def test_a_link_is_called_by_its_other_end_and_says_which_way_it_goes():
    one, two = make.ClaimFactory(text="One."), make.ClaimFactory(text="Two.")
    make.ClaimLinkFactory(from_claim=one, to_claim=two, kind="updates")
    assert (told(one), told(two)) == ([("added", "Link", "Two.")], [("added", "Link", "One.")])
    assert fields(one) == {"To claim": ("", "Two."), "Kind": ("", "updates")}
    assert fields(two) == {"From claim": ("", "One."), "Kind": ("", "updates")}


@pytest.mark.parametrize(
    ("old", "new", "html"),
    [
        pytest.param(
            "than 3.2 million", "than 3.4 million", "than <del>3.2</del><ins>3.4</ins> million", id="a number whole"
        ),
        pytest.param("a <b> & c", "a <i> & c", "a &lt;<del>b</del><ins>i</ins>&gt; &amp; c", id="escaped"),
        pytest.param("", "<script>", "<ins>&lt;script&gt;</ins>", id="all new"),
        pytest.param("Gone.", "", "<del>Gone.</del>", id="all gone"),
        pytest.param("two words", "One two words", "<ins>One</ins> two words", id="a first word"),
        pytest.param("One two words", "two words", "<del>One</del> two words", id="no first word"),
        pytest.param("One. Two", "One. Two, three", "One. Two<ins>, three</ins>", id="more at the end"),
        pytest.param("Old two", "New two", "<del>Old</del><ins>New</ins> two", id="another first word"),
        pytest.param("a b c", "d e f", "<del>a b c</del><ins>d e f</ins>", id="written anew"),
        pytest.param("one two", "one two\n", "one two<ins>↵\n</ins>", id="an end of line is seen"),
        pytest.param("one two x", "one  two x", "one<ins> </ins> two x", id="a blank is seen"),
        pytest.param("niño común", "niña común", "<del>niño</del><ins>niña</ins> común", id="accents"),
    ],
)
def test_word_by_word(old, new, html):
    assert marked(old, new, by_word=True) == html


def test_a_choice_changes_as_a_whole():
    assert marked("In review", "In order", by_word=False) == "<del>In review</del> <ins>In order</ins>"


@given(st.text(alphabet="ab <&\n.é3"), st.text(alphabet="ab <&\n.é3"))
def test_nothing_of_either_text_is_lost(old, new):
    html = marked(old, new, by_word=True)
    for tag, text in (("ins", old), ("del", new)):
        rest = re.sub(rf"<{tag}>.*?</{tag}>", "", html, flags=re.DOTALL)
        # A blank beside a word that came or went before the first one may stay.
        assert unescape(re.sub("</?(ins|del)>", "", rest)).replace("↵", "") in (text, f" {text}")
