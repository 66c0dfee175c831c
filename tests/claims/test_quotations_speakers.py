"""Who "she", "Pérez", "the senator" and silence mean."""

import pytest

from tests.claims.quotation_helpers import told

LAST = [
    pytest.param("Jane Doe met Tom Hall. “We won,” she said.", "en", "Jane Doe", id="she"),
    pytest.param("Jane Doe met Tom Hall. “We won,” he said.", "en", "Tom Hall", id="he"),
    pytest.param("Mr. Quist and Ms. Vance came. “We won,” she said.", "en", "Vance", id="gender by honorific"),
    pytest.param("“I won,” said Ana Ruiz. “I did,” she added.", "en", "Ana Ruiz", id="she who spoke last"),
    pytest.param("Ana Ruiz resigned on Monday. “We won,” Ruiz said.", "en", "Ana Ruiz", id="surname"),
    pytest.param("“We won,” Ruiz said. It was Ana Ruiz's first win.", "en", "Ana Ruiz", id="full name given later"),
    pytest.param("President Joe Biden spoke. “We won,” Mr Biden said.", "en", "Joe Biden", id="title left out"),
    pytest.param("Sen. Mary Jones spoke. “We won,” the senator said.", "en", "Mary Jones", id="title taken up"),
    pytest.param(
        "Ana Ruiz, a spokeswoman for Acme, came. “We won,” the spokeswoman said.",
        "en",
        "Ana Ruiz",
        id="apposition taken up",
    ),
    pytest.param("“We won,” a White House official said.", "en", "a White House official", id="unnamed as described"),
    pytest.param("“We won,” the ACLU said.", "en", "ACLU", id="organization"),
    pytest.param("The United Nations met. “We won,” the U.N. said.", "en", "United Nations", id="acronym"),
    pytest.param("Acme Corp. fell. “We won,” the company said.", "en", "Acme Corp", id="the company"),
    pytest.param(
        "Rex Tillerson and John Kelly came. “We won,” they said.", "en", "Rex Tillerson and John Kelly", id="they"
    ),
    pytest.param(
        "Rex Tillerson met John Kelly. “We won,” Tillerson and Kelly said.",
        "en",
        "Rex Tillerson and John Kelly",
        id="two surnames",
    ),
    pytest.param(
        "“We won,” said White House press secretary Karine Jean-Pierre.", "en", "Karine Jean-Pierre", id="long title"
    ),
    pytest.param(
        "“We won,” said Secretary of Foreign Affairs Luis Videgaray.", "en", "Luis Videgaray", id="title with of"
    ),
    pytest.param("“We won,” Germany's Olaf Scholz said.", "en", "Olaf Scholz", id="possessive before the name"),
    pytest.param("“We won,” said Ludwig van der Berg.", "en", "Ludwig van der Berg", id="particles"),
    pytest.param("“We won,” said J. K. Rowling.", "en", "J. K. Rowling", id="initials"),
    pytest.param("Ana Gil y Luis Ríos vinieron. “Ya está”, dijo él.", "es", "Luis Ríos", id="él"),
    pytest.param("Ana Gil y Luis Ríos vinieron. “Ya está”, dijo ella.", "es", "Ana Gil", id="ella"),
    pytest.param("Habló María Pérez. “Ya está”, dijo Pérez.", "es", "María Pérez", id="apellido"),
    pytest.param("Ayer vino la senadora Ana Gil. “Ya está”, dijo la senadora.", "es", "Ana Gil", id="la senadora"),
    pytest.param("“No”, dijo Ana Gil. “Ya está”, agregó la funcionaria.", "es", "Ana Gil", id="la funcionaria"),
    pytest.param("“No”, dijo el juez Luis Ríos. “Ya está”, agregó.", "es", "Luis Ríos", id="sujeto omitido"),
    pytest.param(
        "“No”, dijo Ana Gil. Hugo Ventura pidió la palabra. “Ya está”, dijo.",
        "es",
        "Hugo Ventura",
        id="omitted, new topic",
    ),
    pytest.param(
        "“Ya está”, dijo Andrés Manuel López Obrador.", "es", "Andrés Manuel López Obrador", id="two surnames, Spanish"
    ),
    pytest.param(
        "Llegó Andrés Manuel López Obrador. “Ya está”, dijo López Obrador.",
        "es",
        "Andrés Manuel López Obrador",
        id="both surnames",
    ),
    pytest.param(
        "“Ya está”, informó la Secretaría de Gobernación.", "es", "Secretaría de Gobernación", id="secretaría"
    ),
    pytest.param(
        "“Ya está”, dijo una portavoz del Ministerio de Salud.",
        "es",
        "una portavoz del Ministerio de Salud",
        id="sin nombre",
    ),
    pytest.param(
        "La Fiscalía General de la República (FGR) llegó. “Ya está”, dijo la FGR.",
        "es",
        "Fiscalía General de la República",
        id="siglas",
    ),
]


@pytest.mark.parametrize(("text", "language", "speaker"), LAST)
def test_speaker_of_the_last_quotation(text, language, speaker):
    assert told(text, language, direct=True)[-1][1] == speaker
