"""What looks like a number and is no quantity: dates, years, times, ordinals, ages after names, labels, names.

`reason(...)` gives the reason in words, so that whoever typed such a thing is told.
"""

from .lexicon import word_set
from .numbers import Number
from .parts import Grammar
from .tokens import Token, is_capitalized

# Kinds of token that are never numbers, and what to call them.
KINDS = {
    "address": "it is an address of the web",
    "phone": "it is a telephone number",
    "date": "it is a date",
    "code": "it is a date or a code",
    "time": "it is a time of day",
    "ordinal": "it is an ordinal",
}
YEARS = range(1500, 2200)
LIKELY_YEARS = range(1900, 2051)
SENTENCE_ENDS = frozenset(".!?:;…\"“”«»'‘’(\n")
JOINTS = word_set(", y e a al and to or o - – — & through")
BEFORE_DAYS = JOINTS | {"de", "del", "."}
TIGHT = frozenset("-\u2010\u2011")
HOPS = 8  # how many tokens of "5, 6 y 7 de marzo" are looked at


class Context:
    def __init__(self, grammar: Grammar, text: str):
        self.grammar = grammar
        self.tokens = grammar.tokens
        self.lexicon = grammar.lexicon
        self.text = text

    def reason(self, number: Number, first: int, last: int, comparator: str, unit: str, plain: bool) -> str:
        """Why the number is no quantity; '' if it is one.

        The number with its comparator and signs begins at token `first`, with its unit it ends before `last`. `plain`:
        it has neither currency nor percent.
        """
        if not plain:
            return ""
        for check in (self.is_time, self.is_date, self.is_ordinal, self.is_spoken_year, self.is_glued):
            if why := check(number, unit):
                return why
        if first < number.first or comparator not in ("equal", "order", "between"):
            return self.year(number, comparator, unit)
        for check in (
            self.is_pronoun,
            self.is_label,
            self.is_telephone,
            self.is_age,
            self.is_list_mark,
            self.is_name,
            self.is_address,
            self.is_idiom,
        ):
            if why := check(number, unit):
                return why
        return self.year(number, comparator, unit)

    def reason_of_upper(self, number: Number, unit: str) -> str:
        """The same for the second number of a range."""
        return self.is_time(number, unit) or self.is_date(number, unit) or self.is_glued_after(number)

    def before(self, number: Number, back: int = 1) -> Token | None:
        i = number.first - back
        return self.tokens[i] if i >= 0 else None

    def key(self, i: int) -> str:
        return self.grammar.key(i)

    # One thing each

    def is_time(self, number: Number, unit: str) -> str:
        words, grammar = self.lexicon, self.grammar
        if abs(number.value) >= 2400 or number.scale != 1:
            return ""
        said = grammar.phrase_at(number.last, words.clock_after)
        short = number.value <= 24
        if said and (short or number.bare):
            return "it is a time of day"
        if short and unit in ("", "horas", "h") and grammar.meaning_before(number.first, words.clock_before):
            return "it is a time of day"
        if words.language == "es" and unit in ("horas", "h") and short and number.decimals and number.value % 1 < 1:
            shown = self.tokens[number.first].text.replace(",", ".").partition(".")[2]
            return "it is a time of day" if len(shown) == 2 and int(shown) < 60 else ""
        return ""

    def is_month(self, i: int) -> bool:
        if not 0 <= i < len(self.tokens) or self.tokens[i].key not in self.lexicon.months:
            return False
        return self.lexicon.language == "es" or is_capitalized(self.tokens[i])

    def is_date(self, number: Number, unit: str) -> str:
        """A day or a year beside a month: March 5, 2017; 5, 6 y 7 de marzo; marzo de 2017; lunes 5."""
        if number.scale != 1 or number.value != int(number.value) or not 0 < number.value < 2200:
            return ""
        if number.value <= 31:
            i = number.last
            for _ in range(HOPS):
                if self.is_month(i) or (self.key(i) in self.lexicon.of and self.is_month(i + 1)):
                    return "it is a date"
                if self.key(i) not in JOINTS and not self.is_day(i):
                    break
                i += 1
        i = number.first - 1
        for _ in range(HOPS):
            if i < 0:
                break
            if self.is_month(i):
                month_is_near = number.first - i <= 2 or not unit
                return (
                    "it is a date"
                    if month_is_near and (not unit or number.value > 1500 or not self.counts(unit))
                    else ""
                )
            if self.tokens[i].key not in BEFORE_DAYS and not self.is_day(i):
                break
            i -= 1
        before = self.before(number)
        if before and before.key in self.lexicon.weekdays and number.value <= 31 and not unit:
            return "it is a date"
        return ""

    def counts(self, unit: str) -> bool:
        return bool(unit) and self.lexicon.is_plural(unit.split(" ")[-1])

    def is_day(self, i: int) -> bool:
        token = self.tokens[i] if 0 <= i < len(self.tokens) else None
        return token is not None and (
            token.kind == "ordinal"
            or (token.kind == "number" and len(token.text) <= 2)
            or token.key in self.lexicon.ones
        )

    def is_ordinal(self, number: Number, unit: str) -> str:
        i = self.grammar.past_hyphen(number.last)
        if self.grammar.hyphen(number.last) and self.key(i) in self.lexicon.ordinals and number.spelled:
            return "it is an ordinal"
        conjoined = (
            self.key(number.last) in self.lexicon.hundred_and and self.key(number.last + 1) in self.lexicon.ordinals
        )
        if conjoined and number.spelled and number.value >= 100:
            return "it is an ordinal"
        degree = self.key(number.last)
        if degree == "°" and self.lexicon.language == "es" and self.grammar.glued(number.last) and number.bare:
            return "it is an ordinal" if self.key(number.last + 1) not in ("c", "f") else ""
        return ""

    def is_glued(self, number: Number, unit: str) -> str:
        """5G, 1990s, COVID-19, 4x4, F-16, 2.1.3, 9/11."""
        i = number.first
        if i > 1 and self.tokens[i - 1].text in TIGHT and self.grammar.hyphen(i - 1):
            other = self.tokens[i - 2]
            if other.kind in ("word", "number", "sign", "slash") and other.text not in ")]":
                return "it is part of a name or a code"
        if i and self.grammar.glued(i) and (self.tokens[i - 1].text in "#§/._@№" or self.tokens[i - 1].kind == "slash"):
            return "it is part of a name or a code"
        return self.is_glued_after(number)

    def is_glued_after(self, number: Number) -> str:
        j = number.last
        if j < len(self.tokens) and self.grammar.glued(j):
            following = self.tokens[j]
            if (
                following.kind == "word"
                and following.text not in ("C", "F")  # degrees
                and (following.key not in self.lexicon.abbreviations or following.text in ("G", "M", "L"))
                and self.tokens[j - 1].kind == "number"
            ):
                return (
                    "it is a decade"
                    if following.key in ("s", "'s", "’s") and following.text[-1] == "s"
                    else "it is part of a name or a code"
                )
            hyphened = (
                self.grammar.hyphen(j) and self.tokens[j + 1].text.isupper() and len(self.tokens[j + 1].text) == 1
            )
            if hyphened or following.text in "_@\\=" or following.kind in ("number", "slash"):
                return "it is part of a name or a code"
        return ""

    def is_spoken_year(self, number: Number, unit: str) -> str:
        """Twenty twenty-four, nineteen eighty: neither half is a number."""
        grammar, centuries = self.grammar, ("eighteen", "nineteen", "twenty")
        if self.lexicon.language != "en" or not number.spelled:
            return ""
        rest = grammar.below_hundred(number.last) if self.tokens[number.last - 1].key in centuries else None
        first = number.last - number.first == 1 and rest is not None and rest[0] >= 10
        second = (
            10 <= number.value < 100 and self.key(number.first - 1) in centuries and not grammar.glued(number.first)
        )
        return "it is a year" if first or second else ""

    def is_pronoun(self, number: Number, unit: str) -> str:
        words = self.lexicon
        if number.last - number.first != 1 or self.tokens[number.first].key not in words.one:
            return ""
        why = "it is an article or a pronoun"
        if words.language == "es":
            return why
        before, following = self.before(number), self.key(number.last)
        if self.grammar.hyphen(number.last):
            return "" if self.key(number.last + 1) in words.times else why
        if (
            before and (before.key in words.pronoun_before or before.key in words.ordinals)
        ) or following in words.pronoun_after:
            return why
        return (
            ""
            if following and self.grammar.is_kind(number.last, "word") and not is_capitalized(self.tokens[number.last])
            else why
        )

    def is_label(self, number: Number, unit: str) -> str:
        """Article 27, pages 3 and 4, No. 5, H.R. 2, #7."""
        if number.value != int(number.value) or number.scale != 1:
            return ""
        i = number.first - 1
        for _ in range(HOPS):
            if i < 0:
                return ""
            token = self.tokens[i]
            dotted = token.text == "." and i > 0 and self.grammar.glued(i)
            word = self.tokens[i - 1] if dotted else token
            if token.text in ("#", "§", "№"):
                return "it is the number of an item"
            is_label = word.key in self.lexicon.labels or (dotted and len(word.key) == 1 and is_capitalized(word))
            if is_label and not (word.key == "no" and not dotted and not is_capitalized(word)):
                apart = self.key(number.last) in self.lexicon.of or not self.counts(unit)
                certain = is_capitalized(word) or apart or dotted
                return "it is the number of an item" if certain else ""
            if token.key not in JOINTS and not self.is_day(i) and token.kind != "number":
                return ""
            if token.key == "," and is_capitalized(self.tokens[number.last - 1]):
                return ""
            i -= 1
        return ""

    def is_telephone(self, number: Number, unit: str) -> str:
        text = self.tokens[number.first].text
        if self.tokens[number.first].kind != "number":
            return ""
        if number.bare and text.startswith("0") and len(text) > 1 and text.isdigit():
            return "it is a code"
        near = (self.before(number, back) for back in range(1, 4))
        told = any(token and token.key in self.lexicon.telephone for token in near)
        return "it is a telephone number" if told and not unit and (" " in text or len(text) >= 6) else ""

    def is_age(self, number: Number, unit: str) -> str:
        """Ana Ruiz, 34, said; Ana Ruiz (34); Ana Ruiz, de 34 años; un niño de 9 años."""
        if unit == "años" and number.bare and self.key(number.first - 1) == "de":
            comma, noun = self.before(number, 2), self.before(number, 3)
            of_edad = self.key(number.last + 1) == "de" and self.key(number.last + 2) == "edad"
            named = comma is not None and comma.text == "," and noun is not None and is_capitalized(noun)
            if of_edad or named or (comma is not None and comma.key in self.lexicon.person):
                return "it is the age of somebody"
        before, name = self.before(number), self.before(number, 2)
        following = self.tokens[number.last].text if number.last < len(self.tokens) else ""
        if not (number.bare and number.value <= 115 and before and name and is_capitalized(name)):
            return ""
        if name.key in self.lexicon.months or name.key in self.lexicon.weekdays:
            return ""
        if (before.text == "," and following and following in ",.;)—–") or (before.text == "(" and following == ")"):
            return "it is the age of somebody named"
        return ""

    def is_list_mark(self, number: Number, unit: str) -> str:
        token = self.tokens[number.first]
        following = self.tokens[number.last] if number.last < len(self.tokens) else None
        if not number.bare or following is None or not self.grammar.glued(number.last):
            return ""
        opens = number.first == 0 or "\n" in self.text[self.tokens[number.first - 1].start : token.start]
        later = self.tokens[number.last + 1] if number.last + 1 < len(self.tokens) else None
        if (
            opens
            and following.text in (".", ")", ".-")
            and later is not None
            and later.gap == " "
            and later.kind == "word"
        ):
            return "it is the mark of a list"
        before = self.before(number)
        if before and before.text == "[" and following.text == "]":
            return "it is the mark of a note"
        return ""

    def is_name(self, number: Number, unit: str) -> str:
        """Boeing 737, Apollo 11, Mexico 2; the Big Ten, Six Flags."""
        before = self.before(number)
        if before is None or self.opens_sentence(number.first):
            return ""
        if number.bare and not unit and before.kind == "word" and len(before.text) > 1 and before.text.isupper():
            return "it is part of a name"  # ISO 9001
        token = self.tokens[number.first]
        proper = (
            is_capitalized(before)
            and before.key not in self.lexicon.stops
            and not self.opens_sentence(number.first - 1)
        )
        if number.bare and proper and not unit and number.value < 10_000:
            return "it is part of a name"
        following = self.tokens[number.last] if number.last < len(self.tokens) else None
        beside = proper or (following is not None and following.gap == " " and is_capitalized(following))
        if token.kind == "word" and is_capitalized(token) and beside and not unit:
            return "it is part of a name"
        return ""

    def opens_sentence(self, i: int) -> bool:
        return i <= 0 or self.tokens[i - 1].text in SENTENCE_ENDS

    def is_address(self, number: Number, unit: str) -> str:
        """1600 Pennsylvania Avenue."""
        if not number.bare:
            return ""
        for k in range(number.last, min(number.last + 4, len(self.tokens))):
            if not is_capitalized(self.tokens[k]):
                return ""
            if self.tokens[k].key in self.lexicon.streets and k > number.last:
                return "it is part of an address"
        return ""

    def is_idiom(self, number: Number, unit: str) -> str:
        for back in range(4):
            end = self.grammar.phrase_at(max(0, number.first - back), self.lexicon.idioms)
            if end >= number.last:
                return "it is part of a phrase"
        before = self.before(number)
        if before and before.key == "por" and self.tokens[number.first].key in ("ciento", "cien"):
            return "it is part of a phrase"
        if (
            number.form == "part"
            and before
            and (before.key in self.lexicon.ordinals or before.key in ("other", "better", "latter"))
        ):
            return "it is part of a phrase"
        return ""

    # Years

    def year(self, number: Number, comparator: str, unit: str) -> str:
        spoken = number.spelled and number.scale == 1000 and number.value in LIKELY_YEARS and number.value > 2000
        digits = number.bare and len(self.tokens[number.first].text) == 4 and int(number.value) in YEARS
        before = self.before(number)
        if self.is_decade(number, before, unit):
            return "it is a decade"
        if not (spoken or digits):
            return ""
        value, counted = int(number.value), self.counts(unit)
        told = before is not None and before.key in self.lexicon.year_words
        if spoken:
            return "it is a year" if told and not counted else ""
        if comparator in ("more_than", "at_least", "less_than", "nearly"):
            # "Growth over 2016" is of a year, "more than 2016" is not.
            of_a_year = before is not None and before.key in ("over", "above", "below", "under")
            return "it is a year" if of_a_year and not counted and value in LIKELY_YEARS else ""
        if (
            counted
            and before is not None
            and (comparator != "equal" or not told)
            and before.key not in ("the", "los", "las", "el", "la")
        ):
            return ""
        if counted and before is None:
            return ""
        if value in range(1800, 2101):
            return "it is a year"
        return "it is a year" if told and not counted else ""

    def is_decade(self, number: Number, before: Token | None, unit: str) -> bool:
        tens = number.value % 10 == 0 and 10 <= number.value <= 90
        if not tens or unit or before is None or self.lexicon.language != "es":
            return False
        return before.key == "anos" or (before.key == "los" and (number.bare or number.spelled))
