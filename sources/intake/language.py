"""Which language a text is in, by its commonest words.

The lists are jusText's, which trafilatura brings along; a model such as py3langid's needs numpy, 70 MB more.
What is too short or too close is not guessed.
"""

import re
from functools import cache
from importlib.resources import files

import pycountry

NAMES = {
    "English": "en",
    "Spanish": "es",
    "Portuguese": "pt",
    "French": "fr",
    "Italian": "it",
    "German": "de",
    "Catalan": "ca",
    "Galician": "gl",
    "Basque": "eu",
    "Dutch": "nl",
    "Polish": "pl",
    "Romanian": "ro",
    "Russian": "ru",
    "Ukrainian": "uk",
    "Swedish": "sv",
    "Danish": "da",
    "Norwegian_Bokmal": "nb",
    "Turkish": "tr",
    "Czech": "cs",
    "Hungarian": "hu",
    "Finnish": "fi",
    "Greek": "el",
    "Indonesian": "id",
}
COMMONEST = 100
MIN_WORDS = 20
MIN_SHARE = 0.2  # Of all words; running text has 0.3 to 0.5 in its own language.
MIN_VARIED = 5  # Different ones: one that comes again and again may be a name.
MIN_LEAD = 0.05  # Before the next language.
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_](?:[A-Za-z]{4}[-_])?([A-Za-z]{2}))?\b")


@cache
def common_words(name: str) -> frozenset[str]:
    words = (files("justext") / "stoplists" / f"{name}.txt").read_text("utf-8").split()
    return frozenset(list(dict.fromkeys(word.lower() for word in words))[:COMMONEST])


def language_of(text: str) -> str:
    """The language as a BCP 47 tag, or "" where the words do not show it."""
    words = [word.lower() for word in WORD.findall(text[:50_000])]
    if len(words) < MIN_WORDS:
        return ""
    shares = sorted(
        ((sum(word in common_words(name) for word in words) / len(words), tag) for name, tag in NAMES.items()),
        reverse=True,
    )
    (share, tag), (next_share, _) = shares[:2]
    name = next(name for name, code in NAMES.items() if code == tag)
    varied = len(common_words(name).intersection(words)) >= MIN_VARIED
    return tag if varied and share >= MIN_SHARE and share - next_share >= MIN_LEAD else ""


def tag_of(text: str) -> str:
    """What metadata gives as a language (`es_MX`, `EN-us`, `spa`, `Spanish`) as a BCP 47 tag, or ""."""
    text = text.strip()
    match = TAG.fullmatch(text)
    if not match:
        known = pycountry.languages.get(name=text.title()) if text else None
        return getattr(known, "alpha_2", "") if known else ""
    code, country = match[1].lower(), match[2]
    known = pycountry.languages.get(**{"alpha_2" if len(code) == 2 else "alpha_3": code})
    if known is None and len(code) == 3:
        known = pycountry.languages.get(bibliographic=code)
    if known is None:
        return ""
    code = getattr(known, "alpha_2", known.alpha_3)
    return f"{code}-{country.upper()}" if country else code
