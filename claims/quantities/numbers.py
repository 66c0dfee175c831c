"""The grammar of whole numbers and decimals over tokens.

    cardinal   = thousands [scale [cardinal below that scale]]    two million three hundred thousand, 2 mil 500 millones
    thousands  = mantissa [thousand [hundreds]] | mil [hundreds]    mil doscientos, 4 mil 079
    mantissa   = (numeral | hundreds) [point digits] [and a part]   3.2, two point five, dos y medio
    hundreds   = below a hundred, with hundreds before it           one hundred and twenty-three, doscientos uno

Each method takes the index of a token and gives what stands there, with the index after it, or None. What follows a
scale is below it, so that nothing is read more than a few times over: time stays linear.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Context, Decimal
from functools import lru_cache

from .lexicon import Lexicon, Phrases
from .numerals import MAX_DIGITS, Numeral, read_numeral
from .tokens import HYPHENS, Token

EXACT = Context(prec=200)
# Fractions that never end are given to as many digits.
FRACTION = Context(prec=15)
VULGAR = {
    sign: (top, bottom)
    for sign, top, bottom in zip(
        "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒",
        (1, 1, 2, 1, 3, 1, 2, 3, 4, 1, 5, 1, 1, 3, 5, 7, 1, 1),
        (2, 3, 3, 4, 4, 5, 5, 5, 5, 6, 6, 7, 8, 8, 8, 8, 9, 10),
        strict=True,
    )
}


def divided(top: int | Decimal, bottom: int | Decimal) -> Decimal:
    return FRACTION.divide(Decimal(top), Decimal(bottom))


@lru_cache(maxsize=10_000)
def figures_of(value: Decimal) -> int:
    """Significant figures of a number said without decimals: those without the zeros at its end."""
    digits = "".join(map(str, value.as_tuple().digits)).strip("0")
    # 1/3 has no last digit: two figures are what the words commit to.
    return 2 if len(digits) >= FRACTION.prec else max(1, len(digits))


@dataclass(frozen=True, slots=True)
class Number:
    """A number that stands at tokens[first:last]."""

    first: int
    last: int
    value: Decimal
    decimals: int | None = None  # figures that a decimal sign shows
    form: str = "cardinal"  # or order, part, ratio
    bare: bool = False  # digits alone, so that it may be a year or a name
    spelled: bool = False  # in words alone
    scale: Decimal = Decimal(1)  # 1,000,000 of 3.2 million

    @property
    def figures(self) -> int:
        return min(MAX_DIGITS, self.decimals or figures_of(self.value))

    def holds(self) -> bool:
        """Whether the model can hold it (quantity_value_within_24_digits)."""
        digits = f"{abs(self.value):f}"
        digits = digits.rstrip("0") if "." in digits else digits
        return len(digits.replace(".", "")) <= MAX_DIGITS


class Cardinals:
    """The grammar over one text. Other parts of the grammar build on it (parts.py)."""

    def __init__(self, tokens: Sequence[Token], lexicon: Lexicon, habit: str):
        self.tokens = tokens
        self.lexicon = lexicon
        self.habit = habit
        self.keys = [token.key for token in tokens]
        self.size = len(tokens)

    # What stands at a place

    def key(self, i: int) -> str:
        """The word at i, lower case without accents; '' beyond the text."""
        return self.keys[i] if 0 <= i < self.size else ""

    def is_kind(self, i: int, kind: str) -> bool:
        return 0 <= i < self.size and self.tokens[i].kind == kind

    def glued(self, i: int) -> bool:
        """Whether nothing stands between the tokens i - 1 and i."""
        return 0 < i < self.size and self.tokens[i].gap == ""

    def hyphen(self, i: int) -> bool:
        return self.glued(i) and self.tokens[i].text in HYPHENS and self.glued(i + 1)

    def past_hyphen(self, i: int) -> int:
        return i + 1 if self.hyphen(i) else i

    def meaning_at(self, i: int, phrases: Phrases) -> tuple[str, int] | None:
        """What the longest of the phrases at i means, and the index after it."""
        for parts, means in phrases.by_first.get(self.key(i), ()):
            if all(self.key(i + k) == part for k, part in enumerate(parts)):
                return means, i + len(parts)
        return None

    def phrase_at(self, i: int, phrases: Phrases) -> int:
        """The index after the longest of the phrases at i; 0 where none stands there."""
        found = self.meaning_at(i, phrases)
        return found[1] if found else 0

    def meaning_before(self, i: int, phrases: Phrases) -> tuple[str, int] | None:
        """What the longest of the phrases that end before i means, and the index of its beginning."""
        if i <= 0 or not self.key(i):
            return None
        for parts, means in phrases.by_last.get(self.tokens[i - 1].key, ()):
            first = i - len(parts)
            if (
                first >= 0
                and self.tokens[first].key == parts[0]
                and all(self.key(first + k) == part for k, part in enumerate(parts) if k)
            ):
                return means, first
        return None

    # Words

    def below_hundred(self, i: int) -> tuple[int, int] | None:
        words = self.lexicon
        key = self.key(i)
        if key in words.alone:
            return words.alone[key], i + 1
        if key in words.tens:
            value, j = words.tens[key], i + 1
            if words.tens_and:
                if self.key(j) in words.tens_and and self.key(j + 1) in words.ones:
                    return value + words.ones[self.key(j + 1)], j + 2
            elif (one := self.past_hyphen(j)) and self.key(one) in words.ones:
                return value + words.ones[self.key(one)], one + 1
            return value, j
        if key in words.ones:
            return words.ones[key], i + 1
        return None

    def hundreds_at(self, i: int, joined: bool = True) -> tuple[int, int] | None:
        """Below a thousand, and twelve hundred. Without `joined`, "one hundred and five" is read up to the "and"."""
        words = self.lexicon
        if self.key(i) in words.hundreds:
            value, j = words.hundreds[self.key(i)], i + 1
            rest = self.below_hundred(j)
            return (value + rest[0], rest[1]) if rest and rest[0] else (value, j)
        head = (1, i + 1) if self.key(i) in words.article else self.below_hundred(i)
        if head is None:
            return None
        j = self.past_hyphen(head[1])
        if self.key(j) not in words.hundred:
            return None if self.key(i) in words.article else head
        value, j = head[0] * 100, j + 1
        k = j + 1 if self.key(j) in words.hundred_and and joined else self.past_hyphen(j)
        rest = self.below_hundred(k)
        if rest and rest[0] and self.key(self.past_hyphen(rest[1])) not in words.hundred:
            return value + rest[0], rest[1]
        return value, j

    # Digits

    def numeral_at(self, i: int) -> Numeral | None:
        if not self.is_kind(i, "number"):
            return None
        return read_numeral(self.tokens[i].text, self.lexicon.language, self.habit)

    def spelled_decimals(self, i: int, whole: int) -> tuple[Decimal, int, int] | None:
        """'point five', 'coma veinticinco' after a whole number: the value, its figures, the index after."""
        if self.key(i) not in self.lexicon.point:
            return None
        digits, j = "", i + 1
        while len(digits) < MAX_DIGITS and (piece := self.below_hundred(j)):
            digits, j = digits + str(piece[0]), piece[1]
        if not digits:
            return None
        value = Decimal(f"{whole}.{digits}")
        return value, max(1, len(value.as_tuple().digits)), j

    def added_part(self, i: int) -> tuple[Decimal, int] | None:
        """'and a half', 'y medio', '-and-a-half', or a sign such as ½ after a number: parts.py says what parts are."""
        raise NotImplementedError

    # Composed

    def mantissa(self, i: int, joined: bool) -> Number | None:
        numeral = self.numeral_at(i)
        if numeral:
            number = Number(i, i + 1, numeral.value, numeral.figures, bare=numeral.bare)
        else:
            head = self.hundreds_at(i, joined)
            if head is None:
                return None
            number = Number(i, head[1], Decimal(head[0]), spelled=True)
            decimals = self.spelled_decimals(head[1], head[0])
            if decimals:
                return replace(number, value=decimals[0], decimals=decimals[1], last=decimals[2])
        if number.decimals is None and (part := self.added_part(number.last)):
            return replace(number, value=number.value + part[0], last=part[1], bare=False)
        return number

    def thousands(self, i: int, joined: bool) -> Number | None:
        words = self.lexicon
        head = self.mantissa(i, joined)
        if head is None and (
            (words.thousand_alone and self.key(i) in words.thousand)
            or (self.key(i) in words.article and self.key(self.past_hyphen(i + 1)) in words.thousand)
        ):
            # An article stands for one; "mil" needs none.
            head = Number(i, i if words.thousand_alone else i + 1, Decimal(1), spelled=True)
        if head is None:
            return None
        j = self.past_hyphen(head.last) if head.last > i else i
        if self.key(j) not in words.thousand:
            return head
        number = replace(head, value=EXACT.multiply(head.value, 1000), last=j + 1, bare=False, scale=head.scale * 1000)
        rest = self.rest_of_thousand(j + 1, joined)
        if rest:
            return replace(number, value=number.value + rest[0], last=rest[1], decimals=None)
        return number

    def rest_of_thousand(self, i: int, joined: bool) -> tuple[int, int] | None:
        """What is said after "thousand": words, or in Spanish digits too (4 mil 079)."""
        words = self.lexicon
        if words.thousand_alone and self.is_kind(i, "number") and self.tokens[i].gap == " ":
            digits = self.tokens[i].text
            # Not of a range of percent or of money: "2 mil 500" is one number, "2 mil 2.5" two.
            return (int(digits), i + 1) if digits.isdigit() and len(digits) <= 3 else None
        if self.key(i) in words.hundred_and:
            rest = self.below_hundred(i + 1) if joined else None
            following = self.key(self.past_hyphen(rest[1])) if rest else ""
            fits = rest and following not in words.hundred and following not in words.thousand
            return rest if fits and following not in words.scales else None
        start = i + 1 if self.key(i) == "," and not words.thousand_alone else i
        rest = self.hundreds_at(start, joined) if self.key(start) not in words.article else None
        if rest is None or not 0 < rest[0] < 1000 or self.key(rest[1]) in words.thousand:
            return None
        if start > i and not any(self.key(k) in words.hundred for k in range(start, rest[1])):
            return None
        return rest

    def scale_at(self, i: int, money: bool = False) -> tuple[int, int] | None:
        """A scale after a number that ends before i: 'million', '-million', or glued 'bn'."""
        words = self.lexicon
        j = self.past_hyphen(i)
        key = self.key(j)
        if key in words.scales:
            return words.scales[key], j + 1
        if self.glued(i) and self.is_kind(i - 1, "number") and self.is_kind(i, "word"):
            if key in words.suffixes and not (key == "m" and self.key(i + 1) in words.lengths):
                return words.suffixes[key], i + 1
            if money and key in words.money_suffixes:
                return words.money_suffixes[key], i + 1
        return None

    def cardinal(self, i: int, *, below: int = 0, joined: bool = True, money: bool = False) -> Number | None:
        """The number at i. `below`: the scale that it follows, which it must not reach. `money`: after a currency."""
        words = self.lexicon
        number = self.thousands(i, joined)
        if number is None:
            if self.key(i) not in words.article or not self.scale_at(i + 1):
                return None
            number = Number(i, i + 1, Decimal(1), spelled=True)
        scale = self.scale_at(number.last, money)
        if scale is None:
            return number if not below or 0 < number.value < below else None
        if below and scale[0] >= below:
            return None
        number = replace(
            number,
            value=EXACT.multiply(number.value, scale[0]),
            last=scale[1],
            bare=False,
            scale=number.scale * scale[0],
        )
        return self.with_rest(number, scale[0], joined)

    def with_rest(self, number: Number, scale: int, joined: bool) -> Number:
        """What is said after a scale: 'and a half', 'two hundred thousand'."""
        words = self.lexicon
        part = self.added_part(number.last)
        if part and not self.is_kind(part[1] - 1, "fraction"):
            return replace(number, value=number.value + EXACT.multiply(part[0], scale), last=part[1], decimals=None)
        i = number.last
        conjoined = self.key(i) in words.hundred_and
        comma = not words.thousand_alone and self.key(i) == ","
        if (conjoined and not joined) or ((conjoined or comma) and not number.spelled):
            return number
        start = i + 1 if conjoined or comma else i
        if start >= len(self.tokens) or self.key(start) in words.article:
            return number
        if self.is_kind(start, "number") and (self.glued(start) or not self.tokens[start].text.isdigit()):
            return number
        rest = self.cardinal(start, below=scale, joined=joined)
        if rest is None or not 0 < rest.value < scale or rest.value != int(rest.value):
            return number
        if rest.bare and not (words.thousand_alone and len(self.tokens[start].text) == 3):
            return number
        if comma and rest.value < 100:
            return number
        return replace(number, value=number.value + rest.value, last=rest.last, decimals=None)
