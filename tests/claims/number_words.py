"""Whole numbers written in words, to read them back: the other direction of claims.quantities."""

ENGLISH_SMALL = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
seventeen eighteen nineteen"""
ENGLISH_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
ENGLISH_SCALES = [(10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (1000, "thousand")]
SPANISH_SMALL = """cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis
diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete
veintiocho veintinueve"""
SPANISH_TENS = "treinta cuarenta cincuenta sesenta setenta ochenta noventa"
SPANISH_HUNDREDS = """ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos
novecientos"""


def in_english(number: int, conjunction: str = " and ") -> str:
    """1234 is 'one thousand two hundred and thirty-four', or without the and."""
    if number < 20:
        return ENGLISH_SMALL.split()[number]
    if number < 100:
        ones = f"-{ENGLISH_SMALL.split()[number % 10]}" if number % 10 else ""
        return ENGLISH_TENS.split()[number // 10 - 2] + ones
    if number < 1000:
        rest = conjunction + in_english(number % 100) if number % 100 else ""
        return f"{ENGLISH_SMALL.split()[number // 100]} hundred{rest}"
    scale, name = next((scale, name) for scale, name in ENGLISH_SCALES if number >= scale)
    rest = ""
    if number % scale:
        joint = conjunction if number % scale < 100 else " "
        rest = joint + in_english(number % scale, conjunction)
    return f"{in_english(number // scale, conjunction)} {name}{rest}"


def in_spanish(number: int, feminine: bool = False) -> str:
    """1234 is 'mil doscientos treinta y cuatro'; before a scale uno is un."""
    if number < 30:
        words = SPANISH_SMALL.split()[number]
    elif number < 100:
        words = SPANISH_TENS.split()[number // 10 - 3] + (f" y {in_spanish(number % 10)}" if number % 10 else "")
    elif number == 100:
        words = "cien"
    elif number < 1000:
        words = SPANISH_HUNDREDS.split()[number // 100 - 1] + (f" {in_spanish(number % 100)}" if number % 100 else "")
        words = words.replace("cientos", "cientas").replace("quinientos", "quinientas") if feminine else words
    elif number < 10**6:
        head = "mil" if number < 2000 else f"{before_scale(number // 1000)} mil"
        words = head + (f" {in_spanish(number % 1000, feminine)}" if number % 1000 else "")
    else:
        scale, one, many = (10**12, "billón", "billones") if number >= 10**12 else (10**6, "millón", "millones")
        count = number // scale
        head = f"un {one}" if count == 1 else f"{before_scale(count)} {many}"
        words = head + (f" {in_spanish(number % scale, feminine)}" if number % scale else "")
    return words


def before_scale(number: int) -> str:
    """Uno is un before mil and millones, veintiuno is veintiún."""
    words = in_spanish(number)
    if words.endswith("veintiuno"):
        return words.removesuffix("uno") + "ún"
    return words.removesuffix("o") if words.endswith("uno") else words
