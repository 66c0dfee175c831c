"""What is counted: percent, currencies, measures, nouns; and the denominator after "per"."""

from dataclasses import dataclass

from .lexicon import word_set
from .numbers import Number
from .parts import Grammar
from .tokens import Token

# Signs that name one currency. A bare $ is the lexicon's to say.
CURRENCY_SIGNS = {
    "us$": "USD",
    "usd$": "USD",
    "mxn$": "MXN",
    "u$": "USD",
    "mx$": "MXN",
    "mex$": "MXN",
    "ca$": "CAD",
    "c$": "CAD",
    "au$": "AUD",
    "a$": "AUD",
    "nz$": "NZD",
    "hk$": "HKD",
    "r$": "BRL",
    "s$": "SGD",
    "€": "EUR",
    "£": "GBP",
    "₹": "INR",
    "₩": "KRW",
    "₽": "RUB",
    "₺": "TRY",
    "₪": "ILS",
    "₫": "VND",
    "₱": "PHP",
    "₡": "CRC",
    "₲": "PYG",
    "₴": "UAH",
}
# The dollar sign where it is the money of the country: es-MX.
DOLLARS_OF_REGIONS = {
    "MX": "MXN",
    "US": "USD",
    "PR": "USD",
    "EC": "USD",
    "SV": "USD",
    "AR": "ARS",
    "CL": "CLP",
    "CO": "COP",
}
# Scales that say their currency: 300 mdp.
MONEY_SCALES = {"mdp": "MXN", "mdd": "USD", "mde": "EUR"}
# Nouns that belong to the noun after them: "asylum seekers" are not just any seekers.
COMPOUNDS = word_set("asylum square cubic metric nautical light police border arrest spelling death prison jail")
LONGEST_NOUN = 5
LONGEST_NAME = 100  # Quantity.unit, Quantity.per


@dataclass(frozen=True, slots=True)
class Unit:
    """`end`: the token after a sign or word that belongs to the number's own words (12,5 %); `last`: after the noun."""

    name: str
    end: int
    last: int


class Units:
    def __init__(self, grammar: Grammar, region: str):
        self.grammar = grammar
        self.tokens = grammar.tokens
        self.lexicon = grammar.lexicon
        words = grammar.lexicon
        self.dollar = DOLLARS_OF_REGIONS.get(region, words.dollar) if words.language == "es" else words.dollar

    def currency_before(self, i: int) -> tuple[str, int] | None:
        """The currency that stands before the number at i (US$, EUR), and where it begins."""
        if i == 0:
            return None
        token = self.tokens[i - 1]
        if token.kind == "currency":
            if token.text in ("$", "¥"):
                return (self.dollar if token.text == "$" else ""), i - 1
            return CURRENCY_SIGNS.get(token.key, ""), i - 1
        named = self.grammar.meaning_before(i, self.lexicon.currencies) if is_code(token) else None
        return named if named and named[1] == i - 1 else None

    def currency_after(self, i: int) -> tuple[str, int] | None:
        """The currency named at i: its code and the index after."""
        grammar = self.grammar
        if grammar.is_kind(i, "currency") and grammar.key(i):
            following = self.tokens[i + 1] if i + 1 < len(self.tokens) else None
            if following and following.kind == "number" and following.gap == "":
                return None  # of the next number: 5 $6
            sign = self.tokens[i].text
            return (self.dollar if sign == "$" else CURRENCY_SIGNS.get(self.tokens[i].key, "")), i + 1
        return grammar.meaning_at(i, self.lexicon.currencies)

    def after(self, number: Number, i: int, prefix: str | None) -> Unit:
        """The unit of a number whose words, with "of" and "more", end before i. `prefix`: the currency before it."""
        grammar, words = self.grammar, self.lexicon
        if prefix is None and number.form != "order":
            points = grammar.phrase_at(i, words.points)
            if points:
                return Unit(" ".join(token.key for token in self.tokens[i:points]), i, points)
            percent = grammar.phrase_at(i, words.percent) or grammar.phrase_at(grammar.past_hyphen(i), words.percent)
            if percent:
                return Unit("percent", percent, percent)
        scale = self.tokens[number.last - 1].key
        if scale in MONEY_SCALES:
            return Unit(MONEY_SCALES[scale], i, i)
        j = self.past_fillers(i)
        currency = self.currency_after(j)
        if currency:
            sign = self.tokens[currency[1] - 1].kind == "currency"
            return Unit(currency[0] or prefix or "", currency[1] if sign else i, currency[1])
        if prefix is not None:
            # "$300 pesos": the word says which dollar sign it is.
            noun = self.noun(number, j, i)
            is_money = noun is not None and noun.name in ("pesos", "dolares", "pounds")
            return noun if noun is not None and is_money and not prefix else Unit(prefix, i, i)
        return self.noun(number, j, i) or Unit("", i, i)

    def past_fillers(self, i: int) -> int:
        """Over 'of the', 'de', 'new', 'otros' to the noun."""
        words = self.lexicon
        j = i
        while j < i + 4 and (self.grammar.key(j) in words.of or self.grammar.key(j) in words.before_noun):
            j += 1
        return j

    def noun(self, number: Number, i: int, end: int) -> Unit | None:
        """The noun at i or soon after it. `end`: where the number's own words end."""
        grammar, words = self.grammar, self.lexicon
        if grammar.hyphen(i) and grammar.is_kind(i + 1, "word") and not self.tokens[i + 1].text.isupper():
            return Unit(self.tokens[i + 1].text.lower()[:LONGEST_NAME], end, i + 2)  # 20-year
        run = []
        for j in range(i, min(i + LONGEST_NOUN, len(self.tokens))):
            key = grammar.key(j)
            apart = j > i and self.tokens[j].gap == "" and not grammar.hyphen(j)
            if not key or apart or key in words.stops or not (self.tokens[j].kind == "word" or grammar.hyphen(j)):
                break
            run.append(j)
        if len(run) > 1 and grammar.key(run[0]) == "sq" and grammar.key(run[1]) in words.abbreviations:
            return Unit(f"sq {grammar.key(run[1])}", end, run[1] + 1)
        if run and grammar.key(run[0]) in words.abbreviations and not is_letter_code(self.tokens[run[0]]):
            return Unit(grammar.key(run[0]), end, run[0] + 1)
        if not run or not self.tokens[run[0]].gap:
            return None
        head = self.head(number, run)
        if head is None:
            return None
        first = head - 1 if not words.head_first and head > i and grammar.key(head - 1) in COMPOUNDS else head
        name = " ".join(token.text.lower() for token in self.tokens[first : head + 1])
        return Unit(name[:LONGEST_NAME], end, head + 1) if name == name.lower() else None

    def head(self, number: Number, run: list[int]) -> int | None:
        """Which word of a run of words is the noun counted. Where none looks like it, none."""
        words = self.lexicon
        # "La mitad llegó": a share of nothing named.
        singular = abs(number.value) <= 1 and (number.form == "cardinal" or run[0] > number.last)
        if words.head_first:
            first = self.tokens[run[0]].key
            return run[0] if singular or words.is_plural(first) else None
        for j in run:
            if words.is_plural(self.tokens[j].key):
                return j
        return run[-1] if singular and len(run) <= 2 else None

    # The denominator

    def per_after(self, i: int) -> tuple[str, int]:
        """The words after "per" at i, and the index after them; '' where there are none."""
        for j in range(i, i + 3):
            per = self.per_at(j)
            if per[0]:
                return per
            # "Minutes longer per night", "euros de alquiler al mes"
            key = self.grammar.key(j)
            if (key in self.lexicon.stops and key not in self.lexicon.of) or not self.grammar.is_kind(j, "word"):
                break
        return "", i

    def per_at(self, i: int) -> tuple[str, int]:
        grammar, words = self.grammar, self.lexicon
        key = grammar.key(i)
        every = grammar.phrase_at(i, words.for_every)
        if every:
            return self.denominator(every)
        if key == "/" and grammar.glued(i) and grammar.is_kind(i + 1, "word") and grammar.glued(i + 1):
            return self.tokens[i + 1].text.lower(), i + 2
        if key in words.per:
            following = grammar.key(i + 1)
            counted = grammar.is_kind(i + 1, "number") and words.language == "en"
            if words.language == "en" or following in words.times:
                return self.denominator(i + 1)
            return self.denominator(i + 1) if counted or self.is_round(i + 1) else ("", i)
        if key in words.per_article:
            j = i + 1
            return (self.tokens[j].text.lower(), j + 1) if grammar.key(j) in words.times else ("", i)
        if (
            words.head_first
            and key == "a"
            and grammar.key(i + 1) in words.definite
            and grammar.key(i + 2) in words.times
        ):
            return self.tokens[i + 2].text.lower(), i + 3
        return "", i

    def is_round(self, i: int) -> bool:
        """100.000, mil: what rates are given per."""
        number = self.grammar.number(i) if self.grammar.is_kind(i, "number") or self.grammar.key(i) == "mil" else None
        return number is not None and number.value >= 100 and f"{number.value:f}".strip("0") == "1"

    def denominator(self, i: int) -> tuple[str, int]:
        """'100,000 inhabitants', 'arrest': a number with its noun, or one noun."""
        grammar, words = self.grammar, self.lexicon
        if not grammar.key(i):
            return "", i
        number = grammar.number(i) if grammar.is_kind(i, "number") or grammar.key(i) in words.starters else None
        j = number.last if number else i + (grammar.key(i) in words.scales)
        if number and grammar.key(j) in words.of:
            j += 1
        end = j + 1 if grammar.is_kind(j, "word") and grammar.key(j) and grammar.key(j) not in words.stops else j
        if end == i:
            return "", i
        name = " ".join(token.text.lower() for token in self.tokens[i:end])
        return name[:LONGEST_NAME], end

    def per_before(self, i: int) -> str:
        """The denominator said before the number at i: 'For every arrest, at least three …'."""
        grammar = self.grammar
        if i == 0 or self.tokens[i - 1].key != ",":
            return ""
        for begin in range(max(0, i - 7), i - 2):
            first = grammar.phrase_at(begin, self.lexicon.for_every)
            if 0 < first < i - 1:
                return " ".join(token.text.lower() for token in self.tokens[first : i - 1])[:LONGEST_NAME]
        return ""


def is_letter_code(token: Token) -> bool:
    """The G of 5G, the M of 8M: no grams and no metres."""
    return len(token.text) == 1 and token.text.isupper()


def is_code(token: Token) -> bool:
    return token.kind == "word" and len(token.text) == 3 and token.text.isupper()
