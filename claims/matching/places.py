"""The countries that a sentence names, to tell whether two numbers are of the same place."""

import gettext
import re
from functools import cache
from unicodedata import combining, normalize

import pycountry

# What newspapers write and the standard does not have.
SHORT = {
    "US": ["U.S", "US", "USA", "U.S.A", "EE. UU", "EE.UU", "EEUU"],
    "GB": ["UK", "U.K", "Britain", "Great Britain", "Gran Bretaña"],
    "RU": ["Russia", "Rusia"],
    "SY": ["Syria", "Siria"],
}
ABBREVIATION = 4  # letters; in these all are capitals


def without_accents(text: str) -> str:
    return "".join(letter for letter in normalize("NFD", text) if not combining(letter))


@cache
def names() -> tuple[dict[str, str], re.Pattern]:
    """Codes by the names in English and Spanish, in small letters without accents, and what finds these names."""
    spanish = gettext.translation("iso3166-1", pycountry.LOCALES_DIR, languages=["es"]).gettext
    found = {}
    for country in pycountry.countries:
        for name in (country.name, getattr(country, "common_name", country.name)):
            for form in (name, spanish(name)):
                # "Venezuela, Bolivarian Republic of" is Venezuela.
                found.setdefault(without_accents(form.partition(",")[0]).lower(), country.alpha_2)
    found |= {without_accents(form).lower(): code for code, forms in SHORT.items() for form in forms}
    longest_first = sorted(found, key=len, reverse=True)
    return found, re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", re.IGNORECASE)


def countries_in(text: str) -> frozenset[str]:
    """ISO 3166-1 codes. What has no capital is no name: "us", "chad"."""
    known, pattern = names()
    found = (match[0] for match in pattern.finditer(without_accents(text)))
    return frozenset(
        known[name.lower()] for name in found if name.isupper() or (name[0].isupper() and len(name) >= ABBREVIATION)
    )
