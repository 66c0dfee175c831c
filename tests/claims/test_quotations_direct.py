"""Words in marks and after dashes: which are quotations, where they begin and end, and who says them."""

import pytest

from claims.quotations import find_quotations
from tests.claims.quotation_helpers import told

ENGLISH = [
    pytest.param('"We won," said Jane Doe.', [('"We won,"', "Jane Doe")], id="straight, verb first"),
    pytest.param("“We won,” Jane Doe said.", [("“We won,”", "Jane Doe")], id="curly, speaker first"),
    pytest.param("'We won,' said Jane Doe.", [("'We won,'", "Jane Doe")], id="single"),
    pytest.param(
        "‘The workers’ rights matter,’ Jane Doe said. ‘It’s so.’",
        [("‘The workers’ rights matter,’", "Jane Doe"), ("‘It’s so.’", "Jane Doe")],
        id="single with apostrophes in it",
    ),
    pytest.param("'Get 'em out,' said Jane Doe.", [("'Get 'em out,'", "Jane Doe")], id="elision in single marks"),
    pytest.param("«We won», said Jane Doe.", [("«We won»", "Jane Doe")], id="guillemets"),
    pytest.param("‹We won›, said Jane Doe.", [("‹We won›", "Jane Doe")], id="single guillemets"),
    pytest.param("„We won“, said Jane Doe.", [("„We won“", "Jane Doe")], id="German"),
    pytest.param("`` We won , '' said Jane Doe .", [("`` We won , ''", "Jane Doe")], id="Penn Treebank"),
    pytest.param('" We won , " Jane Doe said .', [('" We won , "', "Jane Doe")], id="spaces inside marks"),
    pytest.param('Jane Doe said: "We won."', [('"We won."', "Jane Doe")], id="colon"),
    pytest.param('Jane Doe, director of Acme, said: "We won."', [('"We won."', "Jane Doe")], id="apposition"),
    pytest.param('The mayor, Jane Doe, said, "We won."', [('"We won."', "Jane Doe")], id="name in apposition"),
    pytest.param(
        '"We won," Doe, who has led Acme since 2010, said in an email.', [('"We won,"', "Doe")], id="relative clause"
    ),
    pytest.param('In a letter to staff, Jane Doe wrote: "We won."', [('"We won."', "Jane Doe")], id="fronted phrase"),
    pytest.param('"We won," according to Jane Doe.', [('"We won,"', "Jane Doe")], id="according to"),
    pytest.param('"We won," Jane Doe told Reuters on Monday.', [('"We won,"', "Jane Doe")], id="told somebody"),
    pytest.param(
        'Jane Doe told Reuters that "we won and will win."', [('"we won and will win."', "Jane Doe")], id="that"
    ),
    pytest.param(
        '"This," said Jane Doe, "is wrong."',
        [('"This,"', "Jane Doe"), ('"is wrong."', "Jane Doe")],
        id="broken by its cue",
    ),
    pytest.param(
        '"We won," said Jane Doe. "It was hard. Very hard."',
        [('"We won,"', "Jane Doe"), ('"It was hard. Very hard."', "Jane Doe")],
        id="goes on without cue",
    ),
    pytest.param('"Is it?" Smith asked. Jones said so.', [('"Is it?"', "Smith")], id="question"),
    pytest.param(
        "He said he \"never said 'go home' to anybody at all\" on Monday.",
        [("\"never said 'go home' to anybody at all\"", None)],
        id="marks in marks belong to the outer ones",
    ),
    pytest.param(
        "“First.\n\n“Second,” said Bob Stone.",
        [("“First.", "Bob Stone"), ("“Second,”", "Bob Stone")],
        id="two paragraphs",
    ),
    pytest.param(
        "Bob Stone said: “First.\n\n“Second.\n\n“Third.”\n\nNobody spoke.",
        [("“First.", "Bob Stone"), ("“Second.", "Bob Stone"), ("“Third.”", "Bob Stone")],
        id="three paragraphs, cue first",
    ),
    pytest.param(
        "Bob Stone said:\n\n“It is late.”\n\nThat was all.",
        [("“It is late.”", "Bob Stone")],
        id="colon before the paragraph",
    ),
    pytest.param(
        "“We believe it,” the statement read.", [("“We believe it,”", "the statement")], id="a document speaks"
    ),
    pytest.param(
        '"We have to act," the 45-year-old farmer said.',
        [('"We have to act,"', "the 45-year-old farmer")],
        id="unnamed",
    ),
    pytest.param('Jones called it "a win for all of us".', [('"a win for all of us"', "Jones")], id="naming verb"),
    pytest.param('"Who knows?" shrugged Bill Hall.', [('"Who knows?"', "Bill Hall")], id="a verb that no list has"),
]

SPANISH = [
    pytest.param("«No hay nada», dijo María Pérez.", [("«No hay nada»", "María Pérez")], id="guillemets"),
    pytest.param('"No hay nada", señaló María Pérez.', [('"No hay nada"', "María Pérez")], id="straight"),
    pytest.param("“No hay nada”, ha dicho María Pérez.", [("“No hay nada”", "María Pérez")], id="perfect"),
    pytest.param("“No hay nada”, había advertido Pérez.", [("“No hay nada”", "Pérez")], id="pluperfect"),
    pytest.param('María Pérez afirmó: "No hay nada".', [('"No hay nada"', "María Pérez")], id="colon"),
    pytest.param(
        "—No hay nada —dijo Pérez—. Seguimos.", [("—No hay nada", "Pérez"), ("Seguimos.", "Pérez")], id="dialogue dash"
    ),
    pytest.param(
        "–No puedo –dijo Ana–, es tarde.\n–Espera –pidió Luis.",
        [("–No puedo", "Ana"), ("es tarde.", "Ana"), ("–Espera", "Luis")],
        id="dialogue with short dashes",
    ),
    pytest.param(
        "«Es grave —sostuvo Luis Ríos—. No lo esperábamos».",
        [("«Es grave", "Luis Ríos"), ("No lo esperábamos»", "Luis Ríos")],
        id="cue between dashes inside the marks",
    ),
    pytest.param(
        "“Fue horrible”, recuerda Ana Gil. “No quedó nada”, lamenta.",
        [("“Fue horrible”", "Ana Gil"), ("“No quedó nada”", "Ana Gil")],
        id="dropped subject",
    ),
    pytest.param(
        "“Seguimos”, dijo ayer en rueda de prensa el director de la Policía, Juan Gómez.",
        [("“Seguimos”", "Juan Gómez")],
        id="subject far from its verb",
    ),
    pytest.param("“Es triste”, dijo a Efe Juan Ruiz, vecino.", [("“Es triste”", "Juan Ruiz")], id="said to an agency"),
    pytest.param(
        "Leire Monasterio fue más dura: «Llevamos años.\n\n»Hoy alguien ha contado los votos».",
        [("«Llevamos años.", "Leire Monasterio"), ("»Hoy alguien ha contado los votos»", "Leire Monasterio")],
        id="each paragraph begins with a closing mark",
    ),
    pytest.param("«Hay que votar», remachó Iglesias.", [("«Hay que votar»", "Iglesias")], id="rare verb"),
    pytest.param(
        "La obra “no se hará jamás en esta ciudad”, según Pérez.",
        [("“no se hará jamás en esta ciudad”", "Pérez")],
        id="según",
    ),
    pytest.param(
        'Para Juan Ruiz, "el país está mucho peor que antes".',
        [('"el país está mucho peor que antes"', "Juan Ruiz")],
        id="para",
    ),
    pytest.param("Tal como señaló Pérez: «No ha terminado».", [("«No ha terminado»", "Pérez")], id="tal como señaló"),
    pytest.param('Pérez, que ha añadido que "no se irá", salió.', [('"no se irá"', "Pérez")], id="relative clause"),
]

NONE = [
    pytest.param('The so-called "surge" ended. It was a "success" for some.', "en", id="scare quotes"),
    pytest.param('Joaquín "El Chapo" Guzmán was caught. Joe “The Rock” Hill ran.', "en", id="nicknames"),
    pytest.param('The song “Yellow Rain” and the novel "The Long Way Home" sold well.', "en", id="titles of works"),
    pytest.param('The word "freedom" is used a lot.', "en", id="a word as word"),
    pytest.param("He is 6'2\" tall; the pipe is 12\" wide and 5' long.", "en", id="feet and inches"),
    pytest.param("The dogs' owners didn't see the '90s.", "en", id="apostrophes"),
    pytest.param('Joaquín "El Chapo" Guzmán huyó. Gil, a quien llaman «la Rubia», no.', "es", id="apodos"),
    pytest.param('La canción "Noches de Lima" y el llamado "pacto" siguen.', "es", id="obras y términos"),
    pytest.param(
        "Mexico to defend ‘Human Rights’\n\nIt was a long day for all of the delegates in the city of Lima.",
        "en",
        id="headline",
    ),
    pytest.param("— first item\n— second item\n— third item", "en", id="a list with dashes"),
    pytest.param("", "en", id="empty"),
    pytest.param("“”", "es", id="empty marks"),
]


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_english(text, expected):
    assert told(text, "en", direct=True) == expected


@pytest.mark.parametrize(("text", "expected"), SPANISH)
def test_spanish(text, expected):
    assert told(text, "es", direct=True) == expected


@pytest.mark.parametrize(("text", "language"), NONE)
def test_no_quotation(text, language):
    assert told(text, language) == []


def test_offsets_verb_and_mention():
    text = "Ana Ruiz came. “We \U0001f600 won,” she had said."
    [found] = find_quotations(text, "en")
    assert text[found.start : found.end] == "“We \U0001f600 won,”"
    assert (found.speaker, text[found.speaker_start : found.speaker_end], found.verb) == ("Ana Ruiz", "she", "had said")


def test_nobody_known_has_no_place():
    [found] = find_quotations("“We won,” she said.", "en")
    assert (found.speaker, found.speaker_start, found.speaker_end, found.verb) == (None, None, None, "said")


def test_language_tags_with_a_region_are_read():
    assert told("«Ya está», dijo Ana Gil.", "es-MX") == [("«Ya está»", "Ana Gil")]


def test_a_nickname_before_a_verb_of_saying_is_no_quotation():
    assert told('Joe "The Rock" Hill said on Monday.', "en", direct=True) == []
