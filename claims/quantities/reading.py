"""Every quantity of a text, each taken apart, and what looked like one with the reason why it is none."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from .context import KINDS, Context
from .english import ENGLISH
from .lexicon import Lexicon
from .numbers import Number
from .numerals import habit
from .parts import Grammar
from .ranges import ARTICLES, Range, Ranges
from .spanish import SPANISH
from .tokens import tokens_of
from .units import Units

LEXICONS = {lexicon.language: lexicon for lexicon in (ENGLISH, SPANISH)}
LANGUAGES = tuple(LEXICONS)
SIGNS = {"~": "about", "≈": "about", ">": "more_than", "≥": "at_least", "<": "less_than", "≤": "at_most"}
OF_ANOTHER = frozenset({"than", "que", "of", "de"})
# After these even "one" and "un" are numbers: at least one, más de una.
FIRM = frozenset({"more_than", "at_least", "less_than", "at_most"})


class UnreadableQuantity(ValueError):
    """A phrase that holds no quantity, or several. Its message gives the phrase, the reason and the remedy.

    `found`: the quantities, where there are several; `passed`: what looks like one and is none, with its reason.
    """

    def __init__(self, message: str, found: Sequence["Reading"] = (), passed: Sequence["PassedOver"] = ()):
        super().__init__(message)
        self.found, self.passed = found, passed


@dataclass(frozen=True, slots=True)
class Reading:
    """One quantity as written. Fields as in claims.models.Quantity; the package's docstring says what the spans are."""

    start: int
    end: int
    as_written: str
    value: Decimal
    upper: Decimal | None
    comparator: str
    significant_figures: int
    unit: str
    per: str
    number_start: int
    number_end: int


@dataclass(frozen=True, slots=True)
class PassedOver:
    """Something that looks like a number and is not read as a quantity."""

    start: int
    end: int
    text: str
    reason: str


class Comparison(NamedTuple):
    comparator: str
    first: int


def find_quantities(text: str, language: str) -> list[Reading]:
    """Every quantity of the text, in order. `language` is a BCP 47 tag; ValueError for one that is not in LANGUAGES."""
    return Reader(text, language).read()[0]


def passed_over(text: str, language: str) -> list[PassedOver]:
    """What looks like a quantity of the text and is none, in order, each with the reason."""
    return Reader(text, language).read()[1]


def read_quantity(phrase: str, language: str) -> Reading:
    """The one quantity of a phrase; UnreadableQuantity with reason and remedy if it has none, or several."""
    found, passed = Reader(phrase, language).read()
    shown = phrase if len(phrase) <= 100 else f"{phrase[:100]}…"
    if len(found) == 1:
        return found[0]
    if found:
        several = ", ".join(f"'{reading.as_written}'" for reading in found[:5])
        raise UnreadableQuantity(f"'{shown}' holds {len(found)} numbers ({several}): give one at a time.", found)
    if passed:
        raise UnreadableQuantity(
            f"'{shown}' is no quantity: '{passed[0].text}' stands there, but {passed[0].reason}. "
            "Write the number with what it counts, such as 3.2 million detentions, or fill in the fields by hand.",
            passed=passed,
        )
    raise UnreadableQuantity(
        f"'{shown}' holds no number that can be read: write it in digits or in words, such as more than 3.2 million."
    )


class Reader:
    def __init__(self, text: str, language: str):
        primary, _, region = language.partition("-")
        if primary.lower() not in LEXICONS:
            raise ValueError(f"Numbers in '{language}' cannot be read: the languages are {', '.join(LANGUAGES)}.")
        self.text = text
        self.lexicon: Lexicon = LEXICONS[primary.lower()]
        self.tokens = tokens_of(text)
        numerals = (token.text for token in self.tokens if token.kind == "number")
        self.grammar = Grammar(self.tokens, self.lexicon, habit(numerals, language))
        self.units = Units(self.grammar, region.upper())
        self.ranges = Ranges(self.grammar, self.units)
        self.context = Context(self.grammar, text)

    def read(self) -> tuple[list[Reading], list[PassedOver]]:
        found: list[Reading] = []
        passed: list[PassedOver] = []
        i = 0
        while i < len(self.tokens):
            if self.tokens[i].kind in KINDS:
                passed.append(self.passed(i, i + 1, KINDS[self.tokens[i].kind]))
                i += 1
            elif self.may_start(i):
                result, i = self.quantity_at(i)
                if isinstance(result, Reading):
                    found.append(result)
                elif result:
                    passed.append(result)
            else:
                i += 1
        return found, passed

    def may_start(self, i: int) -> bool:
        token = self.tokens[i]
        return (
            token.kind in ("number", "fraction", "slash")
            or token.key in self.lexicon.starters
            or (token.kind == "sign" and self.grammar.sign(i) > 0)
        )

    def passed(self, first: int, last: int, reason: str) -> PassedOver:
        start, end = self.tokens[first].start, self.tokens[last - 1].end
        return PassedOver(start, end, self.text[start:end], reason)

    def quantity_at(self, i: int) -> tuple[Reading | PassedOver | None, int]:
        """What begins at token i, and the token to go on from."""
        currency = self.units.currency_before(i)
        money = currency is not None
        number = self.grammar.number(i, money=money)
        if number is None:
            digits = self.tokens[i].kind in ("number", "slash")
            return (self.passed(i, i + 1, "its digits are not written as a number is") if digits else None), i + 1
        first = currency[1] if currency else i
        if currency and first > 0 and self.grammar.sign(first - 1) == first:
            first, number = first - 1, replace(number, value=-number.value)  # -$5
            return self.taken_apart(number, None, first, currency[0])
        span = self.ranges.range_at(i, first, money)
        prefix = currency[0] if currency else None
        if span and span.kind == "change":
            return self.taken_apart(
                span.lower, None, first, prefix, self.units.after(span.upper, span.upper.last, prefix).name
            )
        if span and span.kind != "range":
            what = "they are years" if span.kind == "years" else "it is a score or a code"
            return self.passed(i, span.upper.last, what), span.upper.last
        last = span.upper if span else number
        if not number.holds() or not last.holds():
            return self.passed(i, last.last, "it has more than 24 digits"), last.last
        return self.taken_apart(span.lower if span else number, span, first, prefix)

    def taken_apart(
        self, number: Number, span: Range | None, first: int, prefix: str | None, shared: str = ""
    ) -> tuple[Reading | PassedOver, int]:
        """`shared`: the unit said with another number, of "from 5 to 10 percent"."""
        last = span.upper if span else number
        begin = span.first if span else first
        comparison = self.comparator_before(begin)
        end, after = self.words_after(last)
        unit = self.units.after(last, end, prefix)
        if unit.end > end:
            end = unit.end
            if not after:
                end, after = self.comparator_after(end)
        unit = replace(unit, name=unit.name or shared)
        if not span and (part := self.part_after(number, unit.last, end)):
            number = last = part
            end, unit = part.last, replace(unit, end=part.last, last=part.last)
        per, onward = self.units.per_after(max(unit.last, end))
        comparator = self.comparator(number, span, comparison, after)
        money = prefix is not None or unit.name == "percent" or unit.name.isupper()
        reason = self.refusal(number, last, comparison, comparator, unit.name, money, begin)
        if reason:
            return self.passed(number.first, last.last, reason), last.last
        if (
            begin == number.first
            and number.form == "part"
            and self.grammar.key(begin)
            and self.grammar.key(begin - 1) in self.lexicon.definite
        ):
            begin -= 1  # la mitad
        # The grammar's orders have comparators of their own: "nearly thousands" is thousands.
        begin = comparison.first if comparison and number.form != "order" else begin
        start, stop = self.tokens[begin].start, self.tokens[end - 1].end
        reading = Reading(
            start=start,
            end=stop,
            as_written=self.text[start:stop],
            value=settled(number.value),
            upper=settled(last.value) if span else None,
            comparator=comparator,
            significant_figures=max(number.figures, last.figures),
            unit=unit.name,
            per=per or self.units.per_before(begin),
            number_start=self.tokens[number.first].start,
            number_end=self.tokens[last.last - 1].end,
        )
        return reading, max(end, onward if per else 0)

    def part_after(self, number: Number, i: int, end: int) -> Number | None:
        """The number with the part said after its noun: dos años y medio, two years and a half."""
        if number.form != "cardinal" or number.scale != 1 or number.decimals or i == end:
            return None
        part = self.grammar.added_part(i)
        if part is None or self.grammar.key(part[1]) in self.lexicon.starters:
            return None
        return replace(number, value=number.value + part[0], last=part[1], bare=False)

    def refusal(
        self,
        number: Number,
        last: Number,
        comparison: Comparison | None,
        comparator: str,
        unit: str,
        money: bool,
        begin: int,
    ) -> str:
        one = number.last - number.first == 1 and self.tokens[number.first].key in self.lexicon.one
        said = comparator
        if one and comparator not in FIRM and comparator != "between":
            said = "equal"  # "Casi un" is as much an article as "un".
        reason = self.context.reason(
            number, begin if comparison is None else number.first, last.last, said, unit, not money
        )
        if not reason and last is not number:
            reason = "" if money else self.context.reason_of_upper(last, unit)
        return reason

    def words_after(self, number: Number) -> tuple[int, str]:
        """The token after 'of' of an order, 'more', 'or more'; and the comparator said there."""
        key, i = self.grammar.key, number.last
        if number.form == "order":
            return (i + 1 if key(i) in self.lexicon.of else i), ""
        if (
            key(i) in ("more", "mas")
            and key(i) in self.lexicon.more
            and key(i + 1) not in ("than", "que", "de", "or", "o", "del")
        ):
            return i + 1, ""
        return self.comparator_after(i)

    def comparator_after(self, i: int) -> tuple[int, str]:
        """'Or more', 'o más', '-plus', '+' after a number: the token after it, and the comparator."""
        if self.grammar.key(i) == "+" and self.grammar.glued(i):
            return i + 1, "at_least"
        hyphened = self.grammar.hyphen(i)
        start = i + 1 if hyphened else i
        found = self.grammar.meaning_at(start, self.lexicon.after)
        if found is None or (self.grammar.key(start) in ("odd", "plus") and not hyphened):
            return i, ""
        following = self.grammar.key(found[1])
        if self.grammar.is_kind(found[1], "number") or following in self.lexicon.starters or following in OF_ANOTHER:
            return i, ""  # of the next number: 300, at least 40 of them
        return found[1], found[0]

    def comparator_before(self, i: int) -> Comparison | None:
        """The comparator whose words end before token i; an article may stand between ('casi el 12 %')."""
        if i == 0:
            return None
        if self.tokens[i - 1].text in SIGNS:
            return Comparison(SIGNS[self.tokens[i - 1].text], i - 1)
        articles = ARTICLES if self.lexicon.language == "es" else self.lexicon.article
        found = self.grammar.meaning_before(i, self.lexicon.comparators)
        if found is None and self.tokens[i - 1].key in articles:
            found = self.grammar.meaning_before(i - 1, self.lexicon.comparators)
        # "Creció hasta los 3 millones": it reached them.
        if found is None or (self.tokens[found[1]].key == "hasta" and self.ranges.tells_change(found[1])):
            return None
        return Comparison(*found)

    @staticmethod
    def comparator(number: Number, span: Range | None, before: Comparison | None, after: str) -> str:
        if span:
            return "between"
        if number.form == "order":
            return "order"
        return before.comparator if before else after or "equal"


@lru_cache(maxsize=10_000)
def settled(value: Decimal) -> Decimal:
    """The value in plain digits, without zeros after its decimals."""
    digits = f"{value:f}"
    return Decimal(digits.rstrip("0").rstrip(".") if "." in digits else digits)
