"""Numbers in digits: which of point and comma is the decimal sign.

Read by shape, as a careful reader would:

- Both signs: the last is decimal (1.234,56 and 1,234.56).
- One sign, several times, in groups of three: it groups thousands (2,766,582 and 2.766.582).
- One sign, once, and not three digits after it: it is decimal (3,2 and 3.2); so too after a 0 (0,125).
- One sign, once, and three digits after it, is ambiguous. The rest of the text decides, where it shows its habit (the
  three shapes above); then the region of the language (es-MX writes the decimal point, es-ES the comma). Where neither
  does, English reads 3,200 as thousands and 3.200 as 3.2; Spanish, written both ways, reads either as thousands, since
  news seldom gives exactly three decimals.

What has another shape (1.2.3, 1,2,3) is no number.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

# Where Spanish and English are written with a decimal point. Other regions of Spanish have the comma.
POINT_REGIONS = {"MX", "US", "GT", "SV", "HN", "NI", "PA", "DO", "PR", "GB", "IE", "CA", "AU", "NZ", "IN"}
COMMA_REGIONS = {"ES", "AR", "CL", "CO", "VE", "UY", "PY", "BO", "EC", "CU", "CR"}
# A value has 24 digits at most (quantity_value_within_24_digits).
MAX_DIGITS = 24


@dataclass(frozen=True, slots=True)
class Numeral:
    value: Decimal
    decimals: int  # digits after the decimal sign, trailing zeros included
    bare: bool  # only digits: a year may look so

    @property
    def figures(self) -> int | None:
        """Significant figures where a decimal sign shows them (3.20 has three), else None."""
        return max(1, len(self.value.as_tuple().digits)) if self.decimals else None


GROUPS = {sign: re.compile(rf"[0-9]{{1,3}}(?:\{sign}[0-9]{{3}})+") for sign in ".,"}

INDIAN = re.compile(r"[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}")  # 12,34,567


def shape(text: str) -> str:
    """'point' or 'comma' (the decimal sign it shows), 'either', 'none' (no sign) or 'wrong'."""
    points, commas = text.count("."), text.count(",")
    if not points and not commas:
        return "none"
    if points and commas:
        decimal, group = (".", ",") if text.rfind(".") > text.rfind(",") else (",", ".")
        whole = text.rpartition(decimal)[0]
        if text.count(decimal) > 1 or not GROUPS[group].fullmatch(whole):
            return "wrong"
        return "point" if decimal == "." else "comma"
    sign, count = (".", points) if points else (",", commas)
    whole, _, after = text.rpartition(sign)
    if count > 1:
        if not GROUPS[sign].fullmatch(text) and not (sign == "," and INDIAN.fullmatch(text)):
            return "wrong"
        return "comma" if sign == "." else "point"
    if len(after) == 3 and 1 <= len(whole) <= 3 and whole.strip("0"):
        return "either"
    return "point" if sign == "." else "comma"


def habit(numerals: Iterable[str], language: str) -> str:
    """The decimal sign of a text: 'point', 'comma', or '' where neither its numerals nor the region tell."""
    shown = {shape(text) for text in numerals} & {"point", "comma"}
    if len(shown) == 1:
        return shown.pop()
    region = language.partition("-")[2].upper()
    return "point" if region in POINT_REGIONS else "comma" if region in COMMA_REGIONS else ""


@lru_cache(maxsize=10_000)
def read_numeral(text: str, language: str, habit: str) -> Numeral | None:
    """The numeral, or None where its shape is no number's. `language` is the primary tag: en, es."""
    text = re.sub(r"[\s\u00a0\u2009\u202f]", "", text)
    bare = text.isdigit()
    if "'" in text or "’" in text:
        whole, _, after = text.replace("’", "'").rpartition("'")
        if language == "es" and whole.isdigit() and len(after) < 3:
            text = f"{whole},{after}"  # 3'5, as in Spain
        elif re.fullmatch(r"[0-9]{1,3}(?:['’][0-9]{3})+(?:[.,][0-9]{1,2})?", text):
            text = re.sub("['’]", "", text)
        else:
            return None
    form = shape(text)
    if form == "either":
        form = habit or ("point" if language == "en" else "comma" if "." in text else "point")
    if form == "wrong" or sum(character.isdigit() for character in text) > MAX_DIGITS:
        return None
    group, decimal = (",", ".") if form in ("point", "none") else (".", ",")
    digits = text.replace(group, "").replace(decimal, ".")
    return Numeral(Decimal(digits), len(digits.partition(".")[2]), bare)
