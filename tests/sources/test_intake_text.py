"""Plain text as a person reads it: title, byline, date only as exact as written, language."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factbase.dates import parse_range
from sources.intake.dates import find_dates, from_metadata
from sources.intake.found import Refused
from sources.intake.language import language_of, tag_of
from sources.intake.text import read_text
from tests.sources.documents import SENTENCES

ENGLISH = (
    "The government said on Friday that it will give 3.2 million grants to students. In March 2016 it gave none, and"
    " the opposition asked where the money is to come from.\n\nBy the end of the year all of them will have been paid,"
    " the secretary said at a meeting with the press in the capital."
)
SPANISH = "\n\n".join(SENTENCES) + "\n\nEn marzo de 2016 no se dio ninguna, según la oposición, y por eso se pregunta."


def read(*head, body=ENGLISH, tail=()):
    return read_text("\n".join([*head, "", body, "", *tail]))


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By Susan Jones", ["Susan Jones"]),
        ("BY SUSAN JONES", ["SUSAN JONES"]),
        ("By Susan Jones and Luis Paz", ["Susan Jones", "Luis Paz"]),
        ("By Susan Jones, Luis Paz and Ana María de la Cruz", ["Susan Jones", "Luis Paz", "Ana María de la Cruz"]),
        ("By Susan Jones, Washington correspondent", ["Susan Jones"]),
        ("By Susan Jones | Associated Press", ["Susan Jones"]),
        ("By Susan Jones, Reuters", ["Susan Jones"]),
        ("By J. R. O’Neill-Smith", ["J. R. O’Neill-Smith"]),
        ("Por Ana Ruiz y Luis Paz, corresponsal", ["Ana Ruiz", "Luis Paz"]),
        ("Por: Ángela Ñáñez", ["Ángela Ñáñez"]),
        ("Author: Susan Jones", ["Susan Jones"]),
        ("Autora: Ana Ruiz", ["Ana Ruiz"]),
        ("Susan Jones | February 24, 2017 | 4:27am EST", ["Susan Jones"]),
        ("Ana Ruiz — 5 de marzo de 2017", ["Ana Ruiz"]),
        ("By Reuters", ["Reuters"]),
        pytest.param("By Friday it was over", [], id="by-a-day"),
        pytest.param("by the government", [], id="small-letters"),
        pytest.param("Photo by Ana Ruiz", [], id="photo"),
        pytest.param("(Photo: Foreign Ministry of Mexico)", [], id="caption"),
        pytest.param("Mexico City | Politics", [], id="section"),
    ],
)
def test_a_byline(line, authors):
    assert read("Grants for all, government says", line).authors == authors


@pytest.mark.parametrize(
    ("line", "published", "as_written"),
    [
        ("March 19, 2017", "2017-03-19", "March 19, 2017"),
        ("Sunday, March 19, 2017", "2017-03-19", "Sunday, March 19, 2017"),
        ("19 March 2017", "2017-03-19", "19 March 2017"),
        ("Mar. 19th, 2017", "2017-03-19", "Mar. 19th, 2017"),
        ("March 2017", "2017-03", "March 2017"),
        ("Published: 2017-03-19", "2017-03-19", "2017-03-19"),
        ("Published on March 19, 2017 at 10:30 AM", "2017-03-19", None),
        ("First published: March 2017", "2017-03", None),
        ("Posted on 19/03/2017", "2017-03-19", None),
        ("Washington, March 19, 2017", "2017-03-19", None),
        ("Susan Jones | February 24, 2017 | 4:27am EST", "2017-02-24", "February 24, 2017 | 4:27am EST"),
        ("WASHINGTON, March 19, 2017 (Reuters) - The government said on Friday that all is well.", "2017-03-19", None),
        pytest.param("Updated: March 20, 2017", "", "", id="updated-is-not-published"),
        pytest.param("March 19", "", "", id="a-day-with-no-year"),
        pytest.param("Spring is here", "", "", id="none"),
        pytest.param("February 30, 2017", "", "", id="no-such-day"),
        pytest.param(
            "Secretary Tillerson at talks in Mexico City on Thursday, February 23, 2017.", "", "", id="caption"
        ),
    ],
)
def test_a_date_in_english(line, published, as_written):
    found = read("Grants for all, government says", line)
    assert found.published == published
    assert as_written is None or found.published_as_written == as_written
    if published:
        assert parse_range(found.published)


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("5 de marzo de 2017", "2017-03-05"),
        ("domingo, 5 de marzo del 2017", "2017-03-05"),
        ("1º de mayo de 2017", "2017-05-01"),
        ("23 feb. 2017", "2017-02-23"),
        ("Marzo de 2017", "2017-03"),
        ("Publicado el 5 de marzo de 2017 a las 10:30", "2017-03-05"),
        ("Fecha: 05/03/2017", "2017-03-05"),
        ("Ciudad de México, 5 de marzo de 2017", "2017-03-05"),
        ("Ciudad de México, 5 de marzo de 2017.- El gobierno anunció que todo va bien.", "2017-03-05"),
        pytest.param("Actualizado: 6 de marzo de 2017", "", id="actualizado"),
        pytest.param("El 5 de marzo de 2017 fue un día de fiesta en la capital", "", id="in-a-sentence"),
    ],
)
def test_a_date_in_spanish(line, published):
    assert read("Becas para todos", line, body=SPANISH).published == published


def test_a_date_at_the_end():
    tail = ["This analysis was published in the 2017 edition of Proceso magazine, March 19, 2017.", "Leave a Reply"]
    found = read("The Defense of Migrants", tail=tail)
    assert (found.published, found.container_title, found.kind) == ("2017-03-19", "Proceso", "article-magazine")


def test_a_date_in_the_running_text_is_not_the_articles_own():
    body = ENGLISH + "\n\nBetween October 2022 and September 2023 there were more. On December 27, 2023 they met."
    found = read("Grants for all", body=body)
    assert (found.published, found.authors) == ("", [])


def test_a_date_that_can_be_read_in_two_ways_is_left_to_a_person():
    found = read("Grants for all", "03/04/2017")
    assert (found.published, found.published_as_written) == ("", "03/04/2017")
    assert found.said() == ["The date “03/04/2017” can be read in two ways: write the right one."]


def test_labels_on_top():
    found = read("Title: Grants for all", "By: Ana Ruiz", "URL: https://example.org/a", "Date: 19 March 2017")
    assert (found.title, found.authors, found.published) == ("Grants for all", ["Ana Ruiz"], "2017-03-19")
    assert found.url == "https://example.org/a"


def test_a_paragraph_on_top_is_no_title():
    assert read_text(ENGLISH.replace("\n\n", " ") * 2).title == ""


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (ENGLISH, "en"),
        (SPANISH, "es"),
        (
            "O presidente disse ontem que não vai aumentar o preço da gasolina no país até o fim do ano, e que os"
            " partidos da oposição não têm razão.",
            "pt",
        ),
        ("Le président a dit hier que le prix de l'essence ne va pas augmenter dans le pays, et que c'est tout.", "fr"),
        (
            "El president va dir ahir que no hi haurà més augments de la benzina al país, i que els altres no en"
            " tenen raó.",
            "ca",
        ),
        pytest.param("El presidente", "", id="too-short"),
        pytest.param("lorem ipsum dolor sit amet " * 10, "", id="none"),
    ],
)
def test_a_language_is_told_by_its_words_or_not_at_all(text, language):
    assert language_of(text) == language


@pytest.mark.parametrize(
    ("given", "tag"),
    [("es_MX", "es-MX"), ("EN-us", "en-US"), ("spa", "es"), ("ger", "de"), ("zh-Hant-TW", "zh-TW"), ("Spanish", "es")]
    + [("xx", ""), ("", ""), ("C", ""), ("en", "en")],
)
def test_a_language_of_metadata_is_a_tag(given, tag):
    assert tag_of(given) == tag


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("2017-03-05T23:10:00-06:00", "2017-03-05"),
        ("2017-03-05 23:10", "2017-03-05"),
        ("2017/03/05", "2017-03-05"),
        ("2017-03", "2017-03"),
        ("2017", "2017"),
        ("5 de marzo de 2017", "2017-03-05"),
        ("March 2017", "2017-03"),
        ("2017-13-01", ""),
        ("2017-02-30", ""),
        ("0000-00-00", ""),
        ("20170305", ""),
        ("yesterday", ""),
    ],
)
def test_a_date_of_metadata_is_as_exact_as_it_is_given(given, expected):
    assert from_metadata(given) == expected


@given(st.dates(min_value=date(1500, 1, 1)), st.sampled_from(["en", "es"]))
def test_a_day_written_in_words_reads_back_as_itself(day, language):
    months = {
        "en": "January February March April May June July August September October November December",
        "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    }
    month = months[language].split()[day.month - 1]
    written = f"{month} {day.day}, {day.year}" if language == "en" else f"{day.day} de {month} de {day.year}"
    text = f"Publicado el {written}." if language == "es" else f"Published on {written}."
    if day.year > 2099:
        assert find_dates(text, language) == []
    else:
        [found] = find_dates(text, language)
        assert (found.value, text[found.start : found.end], found.words) == (day.isoformat(), written, written)


@given(st.text(max_size=400))
def test_no_text_makes_it_fail(text):
    try:
        found = read_text(text).tidy()
    except Refused:
        return
    assert "\0" not in found.text
    found.text.encode()
    assert not found.published or parse_range(found.published)
