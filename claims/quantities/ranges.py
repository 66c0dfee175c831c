"""Two numbers that are one quantity: between 2,000 and 3,000; 2-3 million; de 10 a 20; dos o tres."""

from dataclasses import dataclass, replace

from .lexicon import word_set
from .numbers import EXACT, Number
from .parts import Grammar
from .tokens import HYPHENS
from .units import Units

# How far back a verb of change makes "from 5 to 10" two numbers.
CHANGE_WITHIN = 12
SENTENCE_ENDS = frozenset(".;!?:\n")
ARTICLES = word_set("el la los las un una the")


@dataclass(frozen=True, slots=True)
class Range:
    lower: Number
    upper: Number
    first: int  # of its words, "between" or "from" included
    kind: str  # range, change (two numbers that share scale and unit), years, score


class Ranges:
    def __init__(self, grammar: Grammar, units: Units):
        self.grammar = grammar
        self.units = units
        self.tokens = grammar.tokens
        self.lexicon = grammar.lexicon

    def lead(self, first: int) -> tuple[str, int]:
        """'between' or 'from' before a number whose words begin at first, and its index; else ('', first)."""
        words, i = self.lexicon, first - 1
        if self.grammar.key(first) and i >= 0 and self.tokens[i].key in ARTICLES and self.grammar.key(i):
            i -= 1
        if i < 0 or not self.grammar.key(i + 1):
            return "", first
        key = self.tokens[i].key
        kind = "between" if key in words.between else "from" if key in words.from_ else ""
        return (kind, i) if kind else ("", first)

    def range_at(self, i: int, first: int, money: bool) -> Range | None:
        """The range whose lower number begins at i, with its currency sign at `first`."""
        lead, start = self.lead(first)
        if lead == "between":
            found = self.range_from(self.grammar.number(i, joined=False, money=money), lead, start)
            if found:
                return found
        return self.range_from(self.grammar.number(i, money=money), lead, start if lead else first)

    def range_from(self, lower: Number | None, lead: str, first: int) -> Range | None:
        if lower is None or lower.form in ("order", "ratio"):
            return None
        words, grammar = self.lexicon, self.grammar
        j = lower.last
        unit_between = grammar.phrase_at(j, words.percent)
        currency = self.units.currency_after(j) if not unit_between else None
        j = unit_between or (currency[1] if currency else j)
        if grammar.key(j) == "-" and grammar.glued(j) and not grammar.glued(j + 1) and grammar.key(j + 1) in words.to:
            j += 1  # 18- to 24-year-olds
        link = self.link(j, lead)
        if not link or (j > lower.last and not lead and link not in ("hyphen", "to")):
            return None
        k = j + 1
        if (
            lead
            and grammar.key(k) in ARTICLES
            and not grammar.number(k)
            or lead
            and words.language == "es"
            and grammar.key(k) in ARTICLES
            and grammar.is_kind(k + 1, "number")
        ):
            k += 1
        money = grammar.is_kind(k, "currency")
        k += money
        starts = k < len(self.tokens) and grammar.key(k)
        upper = grammar.number(k, money=money) if starts else None
        if upper is None or upper.form in ("order", "ratio") or (upper.value < 0 < lower.value):
            return None
        # "Between 5 and a half": the half is the first number's.
        return self.judged(lower, upper, first, link, bool(unit_between), lead)

    def link(self, j: int, lead: str) -> str:
        """What joins the two numbers at j: and, to, hyphen, or; '' if nothing does."""
        words, key = self.lexicon, self.grammar.key(j)
        if lead == "between":
            return "and" if key in words.between_and else ""
        if key in words.to and (lead or words.language == "en" or key == "a"):
            return "to"
        if key and key in HYPHENS and key != "—":
            tight = self.grammar.hyphen(j)
            return "hyphen" if tight or key == "–" else ""
        return "or" if key in words.or_ else ""

    def judged(self, lower: Number, upper: Number, first: int, link: str, percent: bool, lead: str) -> Range | None:
        if link == "hyphen" and lower.bare and upper.bare and (not percent):
            if self.are_years(lower, upper):
                return Range(lower, upper, first, "years")
            text = self.tokens[lower.first].text, self.tokens[upper.first].text
            telephone = len(text[0]) == 3 and len(text[1]) == 4 and upper.value % 10 != 0
            if upper.value <= lower.value or telephone:
                return Range(lower, upper, first, "score")
        elif lower.bare and upper.bare and self.are_years(lower, upper) and link != "or" and not percent:
            return Range(lower, upper, first, "years")
        # "2 to 3 million": the first is in millions too.
        shared = upper.scale > 1 and lower.scale == 1 and lower.value < upper.value / upper.scale and not percent
        if shared:
            lower = replace(lower, value=EXACT.multiply(lower.value, upper.scale), scale=upper.scale, bare=False)
        if link == "to" and self.tells_change(lower.first):
            return Range(lower, upper, lower.first, "change")
        if lower.value >= upper.value:
            return None
        if link == "or" and (upper.value > 3 * lower.value or lower.spelled != upper.spelled):
            return None
        if link == "to" and not lead and self.lexicon.language == "es" and lower.spelled != upper.spelled:
            return None
        return Range(lower, upper, first, "range")

    def are_years(self, lower: Number, upper: Number) -> bool:
        digits = self.tokens[upper.first].text
        if len(self.tokens[lower.first].text) != 4 or not 1500 <= lower.value <= 2100:
            return False
        return (
            (len(digits) == 4 and lower.value <= upper.value <= 2100)
            or (len(digits) == 2 and int(digits) == (lower.value + 1) % 100)
            or (len(digits) == 2 and int(digits) > lower.value % 100)
        )

    def tells_change(self, i: int) -> bool:
        """'Rose from 5 to 10' is two numbers."""
        for back in range(1, CHANGE_WITHIN + 1):
            if i - back < 0 or self.tokens[i - back].text in SENTENCE_ENDS:
                return False
            token = self.tokens[i - back]
            if token.kind == "word" and token.key.startswith(self.lexicon.changes):
                return True
        return False
