"""What a passage may not differ in from a quote: numbers, scales, currencies, measures, and what is counted."""

import re

from .folding import plain

NUMBERS = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety half third thirds quarter quarters
    cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete
    dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete
    veintiocho veintinueve treinta cuarenta cincuenta sesenta setenta ochenta noventa medio media mitad tercio tercios
    cuarto cuartos doscientos doscientas trescientos trescientas cuatrocientos cuatrocientas quinientos quinientas
    seiscientos seiscientas setecientos setecientas ochocientos ochocientas novecientos novecientas
    """
SCALES = """
    hundred hundreds thousand thousands million millions billion billions trillion trillions dozen dozens bn mn tn k m
    cien ciento cientos mil miles millar millares millón millones billón billones docena docenas decena decenas
    centenar centenares
    """
UNITS = """
    percent percentage cent ciento points puntos dollar dollars euro euros pound pounds peso pesos yen cents pence
    usd eur gbp mxn dólar dólares libra libras sol soles real reales centavos céntimos franc francs rupee rupees yuan
    km kilometre kilometres kilometer kilometers mile metre metres meter meters kilómetro kilómetros metro metros
    hectare hectares acre acres hectárea hectáreas ton tons tonne tonnes tonelada toneladas kg kilo kilos gram grams
    gramo gramos litre litres liter liters litro litros barrel barrels barril barriles degree degrees grado grados
    second seconds minute minutes hour hours day days week weeks month months year years decade decades
    segundo segundos minuto minutos hora horas día días semana semanas mes meses año años década décadas
    """
NUMBER_WORDS, SCALE_WORDS, UNIT_WORDS = (frozenset(words.split()) for words in (NUMBERS, SCALES, UNITS))
BETWEEN = frozenset(["of", "de", "the", "los", "las"])  # "Thousands of people": people are counted.
TOKEN = re.compile(r"[a-z]{0,3}\$|[€£¥₹₽%‰°]|\d+(?:[.,:/]\d+)*|[^\W\d_]+")


def says_the_same_numbers(quote: str, passage: str) -> bool:
    """False where any digit, currency or unit word differs: then it is another claim, however alike the words."""
    return guarded(quote) == guarded(passage)


def guarded(text: str) -> list[str]:
    """Numbers, scales, currencies and units in their order, and the word that each number counts."""
    kept, counted = [], False
    for token in TOKEN.findall(plain(text).lower()):
        is_number = token[0].isdigit() or token in NUMBER_WORDS or token in SCALE_WORDS
        if is_number or token in UNIT_WORDS or not token[0].isalpha() or token.endswith("$"):
            kept.append(token)
        elif counted and token in BETWEEN:
            continue
        elif counted:
            kept.append(token)
        counted = is_number
    return kept
