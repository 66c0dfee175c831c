"""What a language's number words are: the form that english.py and spanish.py fill in."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field


class Phrases:
    """Phrases, each with what it means, found by their first or their last word, the longest first."""

    def __init__(self, meanings: dict[str, str]):
        self.by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        self.by_last: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for phrase in sorted(meanings, key=lambda phrase: -phrase.count(" ")):
            parts = tuple(phrase.split(" "))
            self.by_first.setdefault(parts[0], []).append((parts, meanings[phrase]))
            self.by_last.setdefault(parts[-1], []).append((parts, meanings[phrase]))


@dataclass(frozen=True)
class Lexicon:
    """Words are lower case without accents (see tokens.plain). A phrase is words with blanks between."""

    language: str
    # Cardinals
    ones: dict[str, int]  # 1 to 9: may follow tens
    alone: dict[str, int]  # below 100 and said in one word: 0, 10 to 19, and in Spanish veintiuno
    tens: dict[str, int]
    tens_and: frozenset[str]  # between tens and ones: treinta y cuatro
    hundreds: dict[str, int]  # said in one word: doscientos
    hundred: frozenset[str]  # said after another: two hundred
    hundred_and: frozenset[str]  # after hundreds and thousands: one hundred and one
    thousand: frozenset[str]
    thousand_alone: bool  # mil is 1,000, thousand is nothing without a number before it
    scales: dict[str, int]
    suffixes: dict[str, int]  # glued to digits: 1.2bn
    money_suffixes: dict[str, int]  # only with a currency: £5m
    lengths: frozenset[str]  # after these 5m is metres: 5m tall
    one: frozenset[str]  # one, un, una: a number beside other number words only, else a pronoun or an article
    article: frozenset[str]  # stands for one before a hundred, a dozen, a third
    dozens: dict[str, int]  # counted: two dozen, media docena
    orders: dict[str, int]  # dozens of, miles de: the comparator `order` and its value
    vague: frozenset[str]  # several thousand: an order too
    of: frozenset[str]
    # Parts
    half: frozenset[str]  # half a million, medio millon
    half_alone: frozenset[str]  # half, mitad: 0.5 by itself
    before_part: frozenset[str]  # by a third, nearly a quarter: surely parts
    and_part: frozenset[str]  # two and a half, dos y medio
    parts: dict[str, int]  # singular: third, tercio
    parts_plural: dict[str, int]
    part_noun: frozenset[str]  # dos terceras partes
    part_ordinals: dict[str, int]  # said before part_noun
    definite: frozenset[str]
    point: frozenset[str]  # two point five
    minus: frozenset[str]
    no_minus_after: frozenset[str]
    ratio: Phrases  # between the two numbers: one in five
    ratio_of: Phrases  # of a round number only: nine of ten
    ratio_every: Phrases  # the same, beyond doubt: tres de cada cuatro
    # Comparators and ranges
    comparators: Phrases  # before the number
    after: Phrases  # after the number
    between: frozenset[str]
    between_and: frozenset[str]
    from_: frozenset[str]
    to: frozenset[str]
    or_: frozenset[str]
    changes: tuple[str, ...]  # verbs: rose from 5 to 10 is two numbers. Beginnings of words.
    more: frozenset[str]  # at least three more
    # Units
    percent: Phrases
    points: Phrases  # percentage points
    currencies: Phrases  # ISO 4217
    dollar: str  # what a bare $ is, "" where it may be several
    abbreviations: frozenset[str]  # km, kg
    before_noun: frozenset[str]  # nuevos, otros: passed over on the way to the noun
    stops: frozenset[str]  # a noun phrase ends here
    is_plural: Callable[[str], bool]
    head_first: bool  # the noun comes before its adjectives
    per: frozenset[str]
    per_article: frozenset[str]  # a day, al dia: before a word of `times` only
    for_every: Phrases
    times: frozenset[str]
    # What is no quantity
    months: frozenset[str]
    weekdays: frozenset[str]
    labels: frozenset[str]  # article 27, page 3
    year_words: frozenset[str]  # in 2017, fiscal year 2023
    clock_before: Phrases
    clock_after: Phrases
    telephone: frozenset[str]
    person: frozenset[str]  # un niño de 9 años
    streets: frozenset[str]
    ordinals: frozenset[str]  # twenty-first is not twenty
    pronoun_before: frozenset[str]  # no one, this one
    pronoun_after: frozenset[str]  # one of, one could
    idioms: Phrases
    starters: frozenset[str] = field(default=frozenset(), compare=False)

    def __post_init__(self):
        words: set[str] = set()
        for group in (self.ones, self.alone, self.tens, self.hundreds, self.dozens, self.orders, self.scales):
            words |= set(group)
        words |= self.thousand | self.half | self.half_alone | self.article | self.vague | self.minus
        words |= self.hundred | set(self.parts) | set(self.part_ordinals)
        object.__setattr__(self, "starters", frozenset(words))


def phrases(words: str) -> Phrases:
    return Phrases(dict.fromkeys(split_phrases(words), ""))


def split_phrases(words: str) -> tuple[str, ...]:
    """Phrases, one a line or with | between, each as its tokens with blanks between: 'a.m' is 'a . m'."""
    cut = (re.findall(r"\w+['’]\w+|\w+|\S", phrase) for phrase in words.replace("\n", "|").split("|"))
    return tuple(" ".join(pieces) for pieces in cut if pieces)


def word_list(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def word_set(text: str) -> frozenset[str]:
    return frozenset(text.split())


def numbered(text: str, start: int = 0, step: int = 1) -> dict[str, int]:
    """Words in order, each one step above the one before; a/b are two words for the same."""
    return {word: start + step * i for i, slot in enumerate(text.split()) for word in slot.split("/")}


def meaning(table: dict[str, str]) -> Phrases:
    """From meaning -> phrases, such as USD -> "dollars|us dollars"."""
    return Phrases({phrase: means for means, text in table.items() for phrase in split_phrases(text)})


def compared(table: dict[str, str]) -> Phrases:
    """From comparator -> phrases to phrase -> comparator. 'mas de' stands for 'mas del' too, 'superior a' for 'al'."""
    flat = {phrase: comparator for comparator, text in table.items() for phrase in split_phrases(text)}
    joined = {f"{phrase}l": comparator for phrase, comparator in flat.items() if phrase.endswith((" de", " a"))}
    return Phrases(flat | joined)
