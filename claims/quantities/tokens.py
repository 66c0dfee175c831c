"""A text cut into words, numerals and signs, each with its place: the only thing the grammar looks at.

One pass of one regular expression, no part of which can match the same characters in two ways, so that the time is
linear in the length of the text, whatever the text.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

# Blanks that may stand between the groups of 10 000: the plain one, the no-break one, the thin ones.
BLANK = " \u00a0\u2009\u202f"
HYPHENS = "-\u2010\u2011\u2012\u2013\u2014"
MINUS = "-\u2212\u2013"

PATTERN = re.compile(
    rf"""
    (?P<address>  https?://\S+ | www\.\S+ | [\w.+-]{{1,64}}@[\w.-]+ )
  | (?P<phone>    \+[0-9][0-9 ()./-]{{6,18}}[0-9] | \(?[0-9]{{3}}\)?[ .-][0-9]{{3}}[ .-][0-9]{{4}}(?![0-9])
                | \(?0[0-9]{{1,5}}\)?[ -][0-9]{{3,4}}[ -]?[0-9]{{2,4}}(?:[ -]?[0-9]{{2,4}})?(?![0-9])
                | (?![0-9]{{1,3}}(?:[ ][0-9]{{3}})+(?![ ]?[0-9])) [0-9]{{2,4}}(?:[ ][0-9]{{2,4}}){{2,4}}(?![0-9]) )
  | (?P<date>     [0-9]{{1,4}}/[0-9]{{1,2}}/[0-9]{{2,4}}(?![0-9]) )
  | (?P<code>     [0-9]+(?:-[0-9]+){{2,}} )
  | (?P<time>     [0-9]{{1,2}}(?::[0-9]{{2}}){{1,2}}(?![0-9]) | [0-9]{{1,2}}h[0-9]{{2}}(?![0-9]) )
  | (?P<ordinal>  [0-9]+(?:[.,][0-9]{{3}})*(?:(?:st|nd|rd|th|er|ro|do|to|mo|vo|no|ra|da|ta|ma|va|na)\b|\.?[ºª]) )
  | (?P<slash>    [0-9]{{1,6}}[/\u2044][0-9]{{1,6}}(?![0-9/]) )
  | (?P<number>   [0-9]{{1,3}}(?:[{BLANK}][0-9]{{3}})+(?![0-9]) (?:[.,][0-9]+)?
                | [0-9]+(?:[.,'’][0-9]+)* | [.,](?<![\w)][.,])[0-9]+ )
  | (?P<fraction> [½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒] )
  | (?P<currency> (?:USD|MXN|US|MX|Mex|CA|AU|NZ|HK|C|A|R|S|U)?\$ | [€£¥₹₩₽₺₪₫₱₡₲₴] )
  | (?P<word>     [^\W\d_][\w\u0300-\u036f]*(?:['’][^\W\d_]+)? )
  | (?P<sign>     \S )
    """,
    re.VERBOSE,
)

JOINT = re.compile(r"[a-zà-öø-ÿ](?=[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]{3})")


@dataclass(frozen=True, slots=True)
class Token:
    """Some characters of the text. `key` is lower case without accents; `gap` is what stands before: nothing ("")
    or a blank (" "). The end of a paragraph is a token of its own, of the kind "break", that no phrase goes over."""

    kind: str
    text: str
    key: str
    start: int
    end: int
    gap: str


@lru_cache(maxsize=20_000)
def plain(word: str) -> str:
    """Lower case, without accents: 'Millón' is 'millon'."""
    if word.isascii():
        return word.lower()
    decomposed = unicodedata.normalize("NFD", word.lower())
    return "".join(character for character in decomposed if not unicodedata.combining(character))


def tokens_of(text: str) -> list[Token]:
    found = []
    last = 0
    for match in PATTERN.finditer(text):
        start, end = match.span()
        words = match.group()
        between = text[last:start]
        if between.count("\n") > 1:
            found.append(Token("break", "\n", "\n", last, start, " "))
        gap = " " if between else ""
        # Pages lose the blank between two sentences: "this yearMillions of migrants".
        joint = JOINT.search(words) if match.lastgroup == "word" and not words.islower() else None
        if joint:
            middle = start + joint.end()
            found.append(Token("word", text[start:middle], plain(text[start:middle]), start, middle, gap))
            start, words, gap = middle, text[middle:end], ""
        found.append(Token(match.lastgroup, words, plain(words), start, end, gap))
        last = end
    return found


def is_capitalized(token: Token) -> bool:
    return token.kind == "word" and token.text[0].isupper()
