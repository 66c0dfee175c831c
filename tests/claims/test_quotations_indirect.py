"""Reported speech: the clause without its cue, and what stands in marks inside it."""

import pytest

from claims.quotations import find_quotations
from tests.claims.quotation_helpers import told

ENGLISH = [
    pytest.param("Jane Doe said that the plan would fail.", [("that the plan would fail", "Jane Doe")], id="that"),
    pytest.param("Jane Doe said the plan would fail.", [("the plan would fail", "Jane Doe")], id="without that"),
    pytest.param(
        "Jane Doe told Reuters that it was over.", [("that it was over", "Jane Doe")], id="told somebody that"
    ),
    pytest.param(
        "The FBI said on Thursday it had opened an inquiry.", [("it had opened an inquiry", "FBI")], id="day between"
    ),
    pytest.param("The plan will fail, Jane Doe said on Monday.", [("The plan will fail", "Jane Doe")], id="cue last"),
    pytest.param("By 2030, Jane Doe said, all cars will go.", [("all cars will go", "Jane Doe")], id="cue inside"),
    pytest.param(
        "According to Jane Doe, the plan failed.", [("the plan failed", "Jane Doe")], id="according to, first"
    ),
    pytest.param(
        "The plan failed, according to Acme Corp.", [("The plan failed", "Acme Corp")], id="according to, last"
    ),
    pytest.param(
        "Smith said he would go, and Jones said he would stay.",
        [("he would go", "Smith"), ("he would stay", "Jones")],
        id="two speakers",
    ),
    pytest.param(
        "Smith said that he was ill and that he would go.",
        [("that he was ill and that he would go", "Smith")],
        id="that and that",
    ),
    pytest.param(
        "Jane Doe said it was sad, adding that no one was hurt.",
        [("it was sad", "Jane Doe"), ("that no one was hurt", "Jane Doe")],
        id="adding that",
    ),
    pytest.param(
        "Two people familiar with the matter said it was over.",
        [("it was over", "Two people familiar with the matter")],
        id="sources",
    ),
    pytest.param(
        "The report found that one in five had left.", [("that one in five had left", "The report")], id="a report"
    ),
    pytest.param("Smith, 54, a teacher, denied that he stole.", [("that he stole", "Smith")], id="age and apposition"),
    pytest.param("A geologist who saw the slope said it was unsafe.", [("it was unsafe", "A geologist")], id="who"),
]

SPANISH = [
    pytest.param("María Pérez dijo que el plan fracasará.", [("que el plan fracasará", "María Pérez")], id="que"),
    pytest.param("Dijo Juan Villoro que es un espejo.", [("que es un espejo", "Juan Villoro")], id="verb first"),
    pytest.param(
        "El ministro dijo este lunes en Lima que se va.", [("que se va", "El ministro")], id="day and place between"
    ),
    pytest.param("Según Juan Gómez, el plan fracasará.", [("el plan fracasará", "Juan Gómez")], id="según, first"),
    pytest.param(
        "Los precios subirán, según el Banco de México.", [("Los precios subirán", "Banco de México")], id="según, last"
    ),
    pytest.param(
        "De acuerdo con la ONU, faltan muchos fondos.", [("faltan muchos fondos", "ONU")], id="de acuerdo con"
    ),
    pytest.param(
        "Hubo 19 muertos, informaron fuentes oficiales.", [("Hubo 19 muertos", "fuentes oficiales")], id="cue last"
    ),
    pytest.param("El plan, explicó Pérez, costará mucho dinero.", [("costará mucho dinero", "Pérez")], id="cue inside"),
    pytest.param(
        "Ana Gil dijo que no sabe. Agregó que llamará.",
        [("que no sabe", "Ana Gil"), ("que llamará", "Ana Gil")],
        id="dropped subject",
    ),
    pytest.param(
        "Luis Ríos negó que haya recortes y dijo que habrá obras.",
        [("que haya recortes", "Luis Ríos"), ("que habrá obras", "Luis Ríos")],
        id="two verbs",
    ),
    pytest.param(
        "La Secretaría de Gobernación informó que hubo 12.",
        [("que hubo 12", "Secretaría de Gobernación")],
        id="organization",
    ),
    pytest.param(
        "LIMA, 3 ene (Austral) - Hay 19 muertos, informó Ana Gil.", [("Hay 19 muertos", "Ana Gil")], id="dateline"
    ),
]

NONE = [
    pytest.param("Kim Lee believes that life is good.", "en", id="a thought"),
    pytest.param("The report was published. He made the claim that day.", "en", id="nouns"),
    pytest.param("Smith did not say whether he would go.", "en", id="not said"),
    pytest.param("Smith would say that he is right.", "en", id="only supposed"),
    pytest.param("It was said that he had left.", "en", id="nobody says it"),
    pytest.param("El informe fue publicado. La demanda creció.", "es", id="sustantivos"),
    pytest.param("Pérez no dijo que vendría.", "es", id="no dicho"),
]


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_english(text, expected):
    assert told(text, "en") == expected
    assert not any(found.is_direct for found in find_quotations(text, "en"))


@pytest.mark.parametrize(("text", "expected"), SPANISH)
def test_spanish(text, expected):
    assert told(text, "es") == expected
    assert not any(found.is_direct for found in find_quotations(text, "es"))


@pytest.mark.parametrize(("text", "language"), NONE)
def test_no_quotation(text, language):
    assert told(text, language) == []


def test_a_long_piece_in_marks_inside_a_clause_is_direct_as_well():
    text = "Smith said the move was “a disaster for the whole country” and would fail."
    assert told(text, "en", direct=False) == [
        ("the move was “a disaster for the whole country” and would fail", "Smith")
    ]
    assert told(text, "en", direct=True) == [("“a disaster for the whole country”", "Smith")]


def test_a_few_words_in_marks_inside_a_clause_are_the_clause_alone():
    text = "Pérez dijo que la obra “está lista” y que abrirá en mayo."
    assert told(text, "es") == [("que la obra “está lista” y que abrirá en mayo", "Pérez")]


def test_a_clause_that_is_all_in_marks_is_direct_alone():
    assert told("Pérez dijo que “la obra está lista”.", "es", direct=False) == []


def test_a_clause_before_its_cue_with_words_in_marks():
    assert told("There were “no survivors”, the Interior Ministry said.", "en") == [
        ("There were “no survivors”", "Interior Ministry")
    ]
