"""What a number as written is worth: value, comparator, figures, in English and Spanish."""

from decimal import Decimal

import pytest

from claims.quantities import find_quantities

THIRD, TWO_THIRDS = "0.333333333333333", "0.666666666666667"

# text | as_written | value | comparator (equal) | upper
ENGLISH = """
more than 3.2 million detentions | more than 3.2 million | 3200000 | more_than
a record 2.7 million arrests | 2.7 million | 2700000
roughly 6 million Mexican workers | roughly 6 million | 6000000 | about
between 2,000 and 3,000 | between 2,000 and 3,000 | 2000 | between | 3000
a US$1.2bn loan | US$1.2bn | 1200000000
two-thirds | two-thirds | 0.666666666666667
for every arrest, at least three more migrants | at least three more | 3 | at_least
one in five | one in five | 0.2
thousands of Venezuelans | thousands of | 1000 | order
2,766,582 encounters | 2,766,582 | 2766582
1.234.567 encounters | 1.234.567 | 1234567
3.200 | 3.200 | 3.2
3,200 | 3,200 | 3200
1,234.56 | 1,234.56 | 1234.56
.5 litres | .5 | 0.5
12 345 people | 12 345 | 12345
one hundred and twenty-three thousand | one hundred and twenty-three thousand | 123000
two hundred thirty four | two hundred thirty four | 234
twelve hundred | twelve hundred | 1200
a hundred and one | a hundred and one | 101
two hundred and five million six hundred thousand | two hundred and five million six hundred thousand | 205600000
two million, three hundred thousand people | two million, three hundred thousand | 2300000
5k | 5k | 5000
5 mln | 5 mln | 5000000
£5m | £5m | 5000000
a 2.5-million-peso fine | 2.5-million | 2500000
twelve percent | twelve percent | 12
12.5 per cent | 12.5 per cent | 12.5
half of them | half | 0.5
one half | one half | 0.5
half a million | half a million | 500000
half-a-million people | half-a-million | 500000
three and a half million | three and a half million | 3500000
a million and a half | a million and a half | 1500000
three quarters of a million | three quarters of a million | 750000
a quarter of voters | a quarter | 0.25
almost a quarter. | almost a quarter | 0.25 | nearly
1/2 | 1/2 | 0.5
3 1/2 hours | 3 1/2 | 3.5
3½ hours | 3½ | 3.5
three out of four | three out of four | 0.75
9 of 10 | 9 of 10 | 0.9
two point five | two point five | 2.5
six point two billion | six point two billion | 6200000000
12,34,567 voters | 12,34,567 | 1234567
lost -$5 million | -$5 million | -5000000
more than 2000 | more than 2000 | 2000 | more_than
18- to 24-year-olds | 18- to 24 | 18 | between | 24
a 5% to 6% share | 5% to 6% | 5 | between | 6
two years and a half | two years and a half | 2.5
fell to -5 degrees | -5 | -5
minus 5 degrees | minus 5 | -5
half a dozen | half a dozen | 6
two dozen soldiers | two dozen | 24
dozens of people | dozens of | 24 | order
tens of millions of dollars | tens of millions of | 10000000 | order
hundreds of thousands of people | hundreds of thousands of | 100000 | order
a few thousand troops | a few thousand | 1000 | order
2-3 million people | 2-3 million | 2000000 | between | 3000000
from 10 to 20 percent | from 10 to 20 percent | 10 | between | 20
between one hundred and two hundred people | between one hundred and two hundred | 100 | between | 200
between one hundred and twenty and two hundred | between one hundred and twenty and two hundred | 120 | between | 200
between $10 and $20 million | between $10 and $20 million | 10000000 | between | 20000000
from 800,000 to 1.2 million | from 800,000 to 1.2 million | 800000 | between | 1200000
$5 to $7 | $5 to $7 | 5 | between | 7
two or three people | two or three | 2 | between | 3
over 300 people | over 300 | 300 | more_than
no fewer than 300 people | no fewer than 300 | 300 | at_least
nearly 300 | nearly 300 | 300 | nearly
just under 300 | just under 300 | 300 | nearly
some 300 people | some 300 | 300 | about
an estimated 5,000 | an estimated 5,000 | 5000 | about
up to 40 people | up to 40 | 40 | at_most
as many as 40 people | as many as 40 | 40 | at_most
fewer than 40 | fewer than 40 | 40 | less_than
under 40 percent | under 40 percent | 40 | less_than
100 or more | 100 or more | 100 | at_least
two million-plus people | two million-plus | 2000000 | at_least
20-odd people | 20-odd | 20 | about
~500 | ~500 | 500 | about
at least one person | at least one | 1 | at_least
2000 people | 2000 | 2000
over 2000 people | over 2000 | 2000 | more_than
"""
SPANISH = """
3,2 millones de detenciones | 3,2 millones | 3200000
más de 3.2 millones de detenciones | más de 3.2 millones | 3200000 | more_than
4 mil 079 | 4 mil 079 | 4079
tres de cada cuatro | tres de cada cuatro | 0.75
uno de cada cinco | uno de cada cinco | 0.2
un 12,5 % | 12,5 % | 12.5
unos 8.000 migrantes | unos 8.000 | 8000 | about
media docena | media docena | 6
casi 300 | casi 300 | 300 | nearly
2,766,582 encuentros | 2,766,582 | 2766582
1.234.567 | 1.234.567 | 1234567
3.200 personas | 3.200 | 3200
3,200 personas | 3,200 | 3200
el 12,5 % y 3,200 | 3,200 | 3.2
4.5 millones y 3.200 | 3.200 | 3.2
3.200 millones | 3.200 millones | 3200000000
mil doscientos treinta y cuatro | mil doscientos treinta y cuatro | 1234
veintiún mil | veintiún mil | 21000
ciento un mil | ciento un mil | 101000
doscientas personas | doscientas | 200
mil 500 personas | mil 500 | 1500
2.7 mil millones | 2.7 mil millones | 2700000000
2 mil 500 millones de pesos | 2 mil 500 millones | 2500000000
un millón 234 mil 567 | un millón 234 mil 567 | 1234567
un billón de pesos | un billón | 1000000000000
300 mdp | 300 mdp | 300000000
5 millones de euros | 5 millones | 5000000
12,5 por ciento | 12,5 por ciento | 12.5
cien por cien | cien por cien | 100
uno por ciento | uno por ciento | 1
dos tercios | dos tercios | 0.666666666666667
la mitad | la mitad | 0.5
más de la mitad | más de la mitad | 0.5 | more_than
una cuarta parte | una cuarta parte | 0.25
dos terceras partes | dos terceras partes | 0.666666666666667
un millón y medio | un millón y medio | 1500000
dos y medio millones | dos y medio millones | 2500000
dos años y medio de cárcel | dos años y medio | 2.5
cinco horas y media | cinco horas y media | 5.5
tres cuartos de millón | tres cuartos de millón | 750000
pasaron 217 personas | 217 | 217
medio millón | medio millón | 500000
medio centenar | medio centenar | 50
una veintena de personas | una veintena | 20
tres coma cinco | tres coma cinco | 3.5
menos cinco grados | menos cinco | -5
decenas de miles de personas | decenas de miles de | 10000 | order
miles de millones de dólares | miles de millones de | 1000000000 | order
varios miles de personas | varios miles de | 1000 | order
entre 2 y 3 millones | entre 2 y 3 millones | 2000000 | between | 3000000
de 10 a 20 | de 10 a 20 | 10 | between | 20
del 10 al 20 % | del 10 al 20 % | 10 | between | 20
entre el 10 % y el 20 % | entre el 10 % y el 20 % | 10 | between | 20
dos o tres personas | dos o tres | 2 | between | 3
al menos tres más | al menos tres más | 3 | at_least
por lo menos cinco | por lo menos cinco | 5 | at_least
como mínimo 5 | como mínimo 5 | 5 | at_least
más o menos cinco | más o menos cinco | 5 | about
cerca del 12 % | cerca del 12 % | 12 | about
alrededor de 300 | alrededor de 300 | 300 | about
hasta 40 personas | hasta 40 | 40 | at_most
a lo sumo 5 | a lo sumo 5 | 5 | at_most
menos de 40 | menos de 40 | 40 | less_than
más de una persona | más de una | 1 | more_than
5 o más personas | 5 o más | 5 | at_least
DOS MIL PERSONAS | DOS MIL | 2000
"""


def rows(table: str, language: str):
    for line in table.strip().splitlines():
        cells = [cell.strip() for cell in line.split(" | ")]
        text, written, value, comparator, upper, *_ = [*cells, "", ""] if len(cells) > 3 else [*cells, "equal", ""]
        yield pytest.param(language, text, written, value, comparator, upper, id=f"{language} {text}")


@pytest.mark.parametrize(
    ("language", "text", "written", "value", "comparator", "upper"), [*rows(ENGLISH, "en"), *rows(SPANISH, "es")]
)
def test_a_number_as_written(language, text, written, value, comparator, upper):
    reading = find_quantities(text, language)[-1]
    assert reading.as_written == written
    assert reading.value == Decimal(value)
    assert reading.comparator == comparator
    assert reading.upper == (Decimal(upper) if upper else None)
    assert text[reading.start : reading.end] == reading.as_written


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        pytest.param("3.2 million", 2, id="of a scale"),
        pytest.param("8,000", 1, id="zeros at the end are none"),
        pytest.param("3,201,144", 7, id="a full count"),
        pytest.param("3.20", 3, id="zeros of decimals are some"),
        pytest.param("0.05", 1, id="zeros before are none"),
        pytest.param("0", 1, id="zero"),
        pytest.param("two hundred thirty four", 3, id="in words"),
        pytest.param("two-thirds", 2, id="a fraction without end"),
        pytest.param("half", 1, id="half"),
        pytest.param("between 2,000 and 3,500", 2, id="a range has those of its finer end"),
    ],
)
def test_significant_figures(text, figures):
    assert find_quantities(text, "en")[0].significant_figures == figures


def test_the_number_alone_has_a_span_of_its_own():
    text = "It lent more than US$1.2bn, and between 10 and 20 % of la mitad."
    loan, share = find_quantities(text, "en")
    assert text[loan.number_start : loan.number_end] == "1.2bn"
    assert text[share.number_start : share.number_end] == "10 and 20"
    text = "más de la mitad de los 43"
    half, _ = find_quantities(text, "es")
    assert text[half.number_start : half.number_end] == "mitad"


def test_the_region_of_the_language_tells_the_decimal_sign():
    assert find_quantities("3.200", "es-MX")[0].value == Decimal("3.2")
    assert find_quantities("3.200", "es-ES")[0].value == 3200
    assert find_quantities("3,200", "es-ES")[0].value == Decimal("3.2")


def test_offsets_are_code_points():
    text = "🙂🙂 ma\u0301s de 300 personas"
    (reading,) = find_quantities(text, "es")
    assert (reading.start, reading.comparator) == (3, "more_than")
    assert text[reading.start : reading.end] == reading.as_written == "ma\u0301s de 300"


def test_a_lost_blank_between_two_sentences_hides_no_number():
    (reading,) = find_quantities("It is larger this yearMillions of migrants cross Mexico", "en")
    assert (reading.as_written, reading.start, reading.unit) == ("Millions of", 22, "migrants")


def test_paragraphs_are_apart():
    first, second = find_quantities("They counted more than\n\n300 people, two\n\nmillion more", "en")
    assert (first.comparator, first.value, second.value) == ("equal", 300, 2)


def test_a_verb_of_change_makes_two_numbers_of_from_and_to():
    first, second = find_quantities("Unemployment rose from 2 to 3 million.", "en")
    assert (first.value, second.value) == (2_000_000, 3_000_000)
    assert [reading.unit for reading in find_quantities("Pasó de 10 a 20 %", "es")] == ["percent", "percent"]
