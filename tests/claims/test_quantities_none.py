"""What looks like a number and is no quantity, and how it is said."""

import pytest

from claims.quantities import UnreadableQuantity, find_quantities, passed_over, read_quantity

NONE = {
    "en": """the 1st of them|the 21st century|the twenty-first century|in third place|March 5, 2017|on 5 March
        5-7 May|Sept. 11, 2001|2017-03-05|05/03/2017|in 2017|the 2016 election|growth over 2016
        2016-17|from 1914 to 1918
        fiscal year 2023|the 1990s|twenty twenty-four|4:27am|5 p.m.|at 5 o'clock|Ana Ruiz, 34, said
        Ana Ruiz (34)|(202) 555-0143|+52 55 1234 5678|call 01632 960 117|tel. 555-1234|page 3|pages 3 and 4
        article 27|Title 42 expulsions|H.R. 2|No. 5|Section 230|Chapter 11|COVID-19|B-52|the 5G network
        a 4x4|MH370|version 1.2.3|10 Downing Street|no one|one of them|one another|One could say|one day
        this one|a 5-4 ruling|24/7|9/11|a second man|a third man|the other half|some people|zero tolerance
        https://example.org/2017/300|a@b300.org|[1]|1. Introduce it""",
    "es": """el 1º de ellos|tercero|la 3ra vez|el 5 de marzo de 2017|5, 6 y 7 de marzo|del 5 al 10 de mayo
        marzo de 2017|en 2017|de 2010 a 2015|2018-2024|los años 80|los 90|el año 2023|a las 10:30 horas
        a las 5 de la tarde|las 9 de la noche|artículo 27|Artículo 27 de la Constitución|página 3|Ley 1437
        km 23|calle Reforma 222|un hombre|una de ellas|uno|un niño de 9 años|Ana Ruiz, de 34 años, dijo
        tel. 55 1234 5678|llamar al 800 555 0142|tanto por ciento|el 11-S|el 8M|tolerancia cero|media hora
        el cuarto oscuro|menos mal""",
}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        pytest.param(language, text.strip(), id=text.strip())
        for language, texts in NONE.items()
        for line in texts.splitlines()
        for text in line.split("|")
    ],
)
def test_no_quantity(language, text):
    assert [reading.as_written for reading in find_quantities(text, language)] == []


def test_one_phrase_is_read_whatever_stands_around_it():
    reading = read_quantity("  A record 2.7 million arrests ", "en")
    assert (reading.as_written, reading.unit) == ("2.7 million", "arrests")
    assert read_quantity("un 12,5 %", "es").unit == "percent"


@pytest.mark.parametrize(
    ("phrase", "reason"),
    [
        pytest.param("Title 42", "'42' stands there, but it is the number of an item", id="a label"),
        pytest.param("2017", "it is a year", id="a year"),
        pytest.param("March 5", "it is a date", id="a date"),
        pytest.param("the 21st", "it is an ordinal", id="an ordinal"),
        pytest.param("1.2.3", "not written as a number", id="an odd shape"),
        pytest.param("1" * 25, "more than 24 digits|not written", id="too long"),
        pytest.param("a lot", "holds no number that can be read: write it in digits", id="no number"),
        pytest.param("", "holds no number", id="empty"),
        pytest.param("3 dogs and 4 cats", r"holds 2 numbers \('3', '4'\): give one", id="several"),
    ],
)
def test_a_phrase_that_cannot_be_read_says_why(phrase, reason):
    with pytest.raises(UnreadableQuantity, match=reason):
        read_quantity(phrase, "en")


def test_a_language_without_a_grammar_says_which_there_are():
    with pytest.raises(ValueError, match="'fr' cannot be read: the languages are en, es"):
        find_quantities("300", "fr")


def test_what_is_passed_over_has_place_and_reason():
    text = "In 2017, 300 people"
    (year,) = passed_over(text, "en")
    assert (text[year.start : year.end], year.reason) == ("2017", "it is a year")
