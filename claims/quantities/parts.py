"""Fractions, ratios, dozens and orders: the rest of the grammar of numbers."""

from dataclasses import replace
from decimal import Decimal

from .numbers import EXACT, VULGAR, Cardinals, Number, divided

# Denominators that a / between digits may have: else 24/7 and 9/11 would be fractions.
DENOMINATORS = {2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 32, 50, 64, 100, 1000}
# "Nine of ten" is a ratio; "nine of 14 crew" are two numbers.
ROUND = {10, 100, 1000}


class Grammar(Cardinals):
    """Every form of number over one text."""

    def __init__(self, *args):
        super().__init__(*args)
        self.read: dict[tuple[int, bool, bool], Number | None] = {}

    def number(self, i: int, *, joined: bool = True, money: bool = False) -> Number | None:
        """The number that begins at token i, or None. `joined` and `money` as in Cardinals. Each is read once."""
        place = i, joined, money
        if place not in self.read:
            self.read[place] = self.read_number(i, joined, money)
        return self.read[place]

    def read_number(self, i: int, joined: bool, money: bool) -> Number | None:
        sign = self.sign(i)
        if sign:
            number = self.number(sign, joined=joined, money=money) if not self.sign(sign) else None
            if number is None or number.form == "order":
                return None
            return Number(
                i, number.last, -number.value, number.decimals, number.form, False, number.spelled, number.scale
            )
        return (
            self.ratio(i)
            or self.order(i)
            or self.part(i)
            or self.dozen(i)
            or self.cardinal(i, joined=joined, money=money)
        )

    def sign(self, i: int) -> int:
        """The index after a minus, 0 where there is none."""
        if i >= len(self.tokens):
            return 0
        token = self.tokens[i]
        if (
            token.text in "-−–"
            and self.glued(i + 1)
            and (self.is_kind(i + 1, "number") or self.is_kind(i + 1, "currency"))
        ):
            before = self.tokens[i - 1] if i else None
            free = before is None or token.gap or before.text in "(["
            return i + 1 if free else 0
        if token.key not in self.lexicon.minus or self.glued(i + 1):
            return 0
        # "Al menos cinco", "más o menos cinco" are no minus.
        return 0 if self.key(i) and i and self.tokens[i - 1].key in self.lexicon.no_minus_after else i + 1

    # Fractions

    def fraction_sign(self, i: int) -> tuple[Decimal, int] | None:
        """½, or 1/2."""
        if self.is_kind(i, "fraction"):
            return divided(*VULGAR[self.tokens[i].text]), i + 1
        if self.is_kind(i, "slash"):
            top, bottom = (int(side) for side in self.tokens[i].text.replace("\u2044", "/").split("/"))
            if 0 < top < bottom and bottom in DENOMINATORS:
                return divided(top, bottom), i + 1
        return None

    def counted_part(self, i: int) -> tuple[Decimal, int] | None:
        """two-thirds, one half, dos tercios, tres cuartas partes: the value and the index after."""
        words = self.lexicon
        if self.key(i) in words.article:
            top, j = 1, i + 1
        elif self.is_kind(i, "number") and len(self.tokens[i].text) <= 2 and self.tokens[i].text.isdigit():
            top, j = int(self.tokens[i].text), i + 1
        elif head := self.below_hundred(i):
            top, j = head
        else:
            return None
        j = self.past_hyphen(j)
        key = self.key(j)
        if key in words.part_ordinals and self.key(j + 1) in words.part_noun:
            return divided(top, words.part_ordinals[key]), j + 2
        if top == 1 and key in words.half and words.half == words.half_alone:
            return Decimal("0.5"), j + 1
        bottom = (words.parts if top == 1 else words.parts_plural).get(key)
        return (divided(top, bottom), j + 1) if bottom and 0 < top < bottom * 10 else None

    def added_part(self, i: int) -> tuple[Decimal, int] | None:
        words = self.lexicon
        if i and self.is_kind(i - 1, "number") and (sign := self.fraction_sign(i)):
            return sign
        j = self.past_hyphen(i)
        if self.key(j) not in words.and_part:
            return None
        j = self.past_hyphen(j + 1)
        if self.key(j) in words.half and (words.half != words.half_alone):
            return Decimal("0.5"), j + 1
        part = self.counted_part(j)
        return part if part and part[0] < 1 else None

    def part(self, i: int) -> Number | None:
        """Parts by themselves (two-thirds) and of a scale (half a million, three quarters of a million)."""
        words = self.lexicon
        key = self.key(i)
        found: tuple[Decimal, int] | None = None
        certain = True
        if key in words.half_alone or key in words.half:
            found = Decimal("0.5"), i + 1
            certain = key in words.half_alone and not self.hyphen(i + 1)
        elif key in words.part_ordinals and self.key(i + 1) in words.part_noun and self.key(i - 1) in words.definite:
            found = divided(1, words.part_ordinals[key]), i + 2
        elif key in words.parts and self.key(i + 1) in words.of | {"million"}:
            # "Quarter of a million"
            found, certain = (divided(1, words.parts[key]), i + 1), False
        elif (found := self.fraction_sign(i)) is None:
            found = self.counted_part(i)
            certain = found is not None and self.is_surely_part(i, found[1])
        if found is None:
            return None
        value, j = found
        scaled = self.scale_of_part(j)
        if scaled:
            return Number(
                i, scaled[1], EXACT.multiply(value, scaled[0]), None, "cardinal", spelled=True, scale=Decimal(scaled[0])
            )
        return Number(i, j, value, None, "part", spelled=self.tokens[i].kind == "word") if certain else None

    def is_surely_part(self, i: int, j: int) -> bool:
        """'A third of' is a part, 'a third person' and 'un cuarto oscuro' are not."""
        words = self.lexicon
        if self.key(j - 1) in words.parts_plural or self.key(j - 1) in words.part_noun:
            return True
        if self.key(j - 1) in words.half | words.half_alone:
            return self.key(i) not in words.article
        if self.key(j) in words.of or (i and self.key(i) and self.tokens[i - 1].key in words.before_part):
            return True
        hyphened = any(self.hyphen(k) for k in range(i + 1, j))
        return hyphened or (self.key(i) not in words.article and words.language == "en") or self.key(j - 1) == "tercio"

    def scale_of_part(self, i: int) -> tuple[int, int] | None:
        """The scale that a part is of: (half) a million, (half-)dozen, (quarter) of a million, (medio) centenar."""
        words = self.lexicon
        j = self.past_hyphen(i)
        if self.key(j) in words.of and words.article:
            j += 1
        if self.key(j) in words.article:
            j = self.past_hyphen(j + 1)
        elif words.tens_and and self.key(j) in words.of and self.key(j + 1) in words.one:
            j += 2  # un tercio de un millón
        elif words.tens_and and self.key(j) in words.of and self.key(j + 1) in words.scales:
            j += 1  # tres cuartos de millón
        key = self.key(j)
        if key in words.dozens and not (j > i and key in words.orders):
            return words.dozens[key], j + 1
        if key in words.scales:
            return words.scales[key], j + 1
        if key in words.hundred or (key in words.thousand and words.article):
            return (100 if key in words.hundred else 1000), j + 1
        return None

    # Ratios

    def ratio(self, i: int) -> Number | None:
        """One in five, three out of four, tres de cada cuatro: the share."""
        words = self.lexicon
        if self.key(i) in words.article:
            return None
        top = self.plain_count(i)
        if top is None:
            return None
        sure = self.phrase_at(top[1], words.ratio_every)
        j = sure or self.phrase_at(top[1], words.ratio) or self.phrase_at(top[1], words.ratio_of)
        if not j:
            return None
        bottom = self.plain_count(j)
        if bottom is None or not 0 < top[0] <= bottom[0]:
            return None
        if bottom[0] >= 100 and self.key(top[1]) in words.per:
            return None  # 12 por cada 100.000 habitantes is 12, per 100.000 habitantes.
        if not sure:
            if self.phrase_at(top[1], words.ratio_of) and (bottom[0] not in ROUND or top[0] >= bottom[0]):
                return None
            if top[0] == bottom[0] or self.measures_time(bottom[1]) or 1900 <= bottom[0] <= 2100:
                return None
        return Number(i, bottom[1], divided(*(Decimal(n) for n in (top[0], bottom[0]))), None, "ratio", spelled=True)

    def plain_count(self, i: int) -> tuple[Decimal, int] | None:
        if not (self.is_kind(i, "number") or self.key(i) in self.lexicon.starters):
            return None
        number = self.cardinal(i)
        if number is None or number.value <= 0:
            return None
        return number.value, number.last

    def measures_time(self, i: int) -> bool:
        key = self.key(i)
        return key in self.lexicon.times or key.removesuffix("s") in self.lexicon.times or key in self.lexicon.months

    # Dozens and orders

    def dozen(self, i: int) -> Number | None:
        """Two dozen, a dozen, una docena, 3 docenas, un centenar."""
        words = self.lexicon
        if self.key(i) in words.article:
            count: tuple[Decimal, int] | None = (Decimal(1), i + 1)
        elif self.is_kind(i, "number"):
            numeral = self.numeral_at(i)
            count = (numeral.value, i + 1) if numeral else None
        else:
            small = self.below_hundred(i)
            count = (Decimal(small[0]), small[1]) if small else None
        if count is None:
            return None
        j = self.past_hyphen(count[1])
        each = words.dozens.get(self.key(j))
        if each is None or (self.key(j) == "quincena" and self.key(j + 1) not in words.of):
            return None
        value = EXACT.multiply(count[0], each)
        part = self.added_part(j + 1)
        if part:
            return Number(i, part[1], value + EXACT.multiply(part[0], each), spelled=True)
        scale = self.scale_at(j + 2) if self.key(j + 1) in words.of else None
        if scale:
            return Number(i, scale[1], EXACT.multiply(value, scale[0]), spelled=True, scale=Decimal(scale[0]))
        return Number(i, j + 1, value, spelled=True)

    def order(self, i: int) -> Number | None:
        """Dozens of, hundreds of thousands of, miles de millones de, several thousand. 'of' is not in its span."""
        words = self.lexicon
        key = self.key(i)
        if key in words.article and self.key(i + 1) in words.vague:
            number = self.order(i + 1)
            return replace(number, first=i) if number else None
        if key in words.vague:
            j = i + 1
            scale = 100 if self.key(j) in words.hundred else 1000 if self.key(j) in words.thousand else None
            scale = (
                scale or words.scales.get(self.key(j)) or words.orders.get(self.key(j)) or words.dozens.get(self.key(j))
            )
            if scale is None:
                return None
            scale = 24 if scale == 12 else scale
            return self.greater_order(i, j + 1, scale)
        if key not in words.orders:
            return None
        number = self.greater_order(i, i + 1, words.orders[key])
        # "Tens", "scores" and "docenas" by themselves are other words.
        if number.last == i + 1 and words.orders[key] < 100 and key != "dozens" and self.key(i + 1) not in words.of:
            return None
        return number if key != "tens" or number.last > i + 1 else None

    def greater_order(self, first: int, i: int, value: int) -> Number:
        words = self.lexicon
        while self.key(i) in words.of and self.key(i + 1) in words.orders:
            value, i = value * words.orders[self.key(i + 1)], i + 2
            if value > 10**20:
                break
        return Number(first, i, Decimal(value), form="order", spelled=True)
