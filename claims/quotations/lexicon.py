"""Reads the data of a language (`english.py`, `spanish.py`) into one object, and makes the forms of its verbs."""

from dataclasses import dataclass
from functools import cache
from importlib import import_module
from types import ModuleType
from unicodedata import combining, normalize

LANGUAGES = {"en": "claims.quotations.english", "es": "claims.quotations.spanish"}


def words(text: str) -> frozenset[str]:
    """A list of words as data files write it: separated by spaces and line ends."""
    return frozenset(text.split())


def plain(word: str) -> str:
    """The word without case and accents, to compare names: "Pérez" and "PEREZ" are "perez"."""
    return "".join(letter for letter in normalize("NFD", word.casefold()) if not combining(letter))


@dataclass(frozen=True)
class Form:
    """One form of a verb of saying: "said", "había", "agregando"."""

    lemma: str
    kind: str  # finite, gerund, participle, infinitive; base in English: "they say", "to say"
    takes_clause: bool
    rest: tuple[str, ...] = ()  # the words that follow in a verb of several words: "dio a conocer"


class Language:
    """The words of one language, with its verbs' forms in `verbs` (form in lower case → Form)."""

    def __init__(self, data: ModuleType):
        self.code = data.CODE
        for name in dir(data):
            if name.isupper():
                setattr(self, name.lower(), getattr(data, name))
        forms = english_forms if self.code == "en" else spanish_forms
        self.verbs: dict[str, Form] = {}
        for takes_clause, lemmas in ((False, data.VERBS_WITH_QUOTE), (True, data.VERBS_WITH_CLAUSE)):
            for phrase in sorted(lemmas):
                lemma, *rest = phrase.split("_")
                for kind, form in forms(lemma, data.IRREGULAR.get(lemma, "").split()):
                    self.verbs[form] = Form(phrase, kind, takes_clause, tuple(rest))
        self.asides = [tuple(phrase.split()) for phrase in data.ASIDES]
        if self.code == "es":  # "el exfuncionario"
            self.person_nouns = self.person_nouns | {"ex" + noun for noun in self.person_nouns}
        self.gender_of_name = first_names(data)
        self.person_nouns = self.person_nouns | self.kin
        self.stands_for = {  # "funcionario" → who may be called so: ministro, secretario, …
            called: set(named.split()) for words, named in data.STANDS_FOR.items() for called in words.split()
        }
        self.preposed = [tuple(phrase.split()) for phrase in data.PREPOSED]
        self.preposed_own = [tuple(phrase.split()) for phrase in data.PREPOSED_OWN]

    def gender_of_noun(self, noun: str) -> str:
        """f, m, or "" where the noun does not tell: "hermana", "wife"."""
        if noun in self.female_nouns or noun in self.male_nouns:
            return "f" if noun in self.female_nouns else "m"
        return {"a": "f", "o": "m"}.get(noun[-1:], "") if self.code == "es" else ""


def first_names(data: ModuleType) -> dict[str, str]:
    """First names → f, m, or "" for both. Names travel, so those of the other languages count too; the own come
    first."""
    found: dict[str, str] = {}
    for module in [import_module(name) for name in LANGUAGES.values() if name != data.__name__] + [data]:
        male, female = {plain(name) for name in module.MALE_NAMES}, {plain(name) for name in module.FEMALE_NAMES}
        found |= {name: "" if name in male & female else "f" if name in female else "m" for name in male | female}
    return found


def english_forms(lemma: str, irregular: list[str]) -> list[tuple[str, str]]:
    if irregular:
        third, past, gerund, participle = irregular
    else:
        stem = lemma[:-1] if lemma.endswith("e") else lemma
        third = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x")) else "s")
        past, gerund = stem + "ed", (lemma if lemma.endswith("ee") else stem) + "ing"
        if lemma.endswith("y") and lemma[-2] not in "aeiou":
            third, past = lemma[:-1] + "ies", lemma[:-1] + "ied"
        participle = past
    return [("base", lemma), ("participle", participle), ("gerund", gerund), ("finite", third), ("finite", past)]


SPANISH_ENDINGS = {
    "ar": {"finite": "a an ó aron aba aban ará arán aría arían e en", "gerund": "ando", "participle": "ado"},
    "er": {"finite": "e en ió ieron ía ían erá erán ería erían", "gerund": "iendo", "participle": "ido"},
    "ir": {"finite": "e en ió ieron ía ían irá irán iría irían", "gerund": "iendo", "participle": "ido"},
}


def spanish_forms(lemma: str, irregular: list[str]) -> list[tuple[str, str]]:
    found = [("infinitive", lemma)]
    if irregular:
        for form in irregular:
            gerund, participle = form.endswith(("ando", "endo")), form.endswith(("ado", "ido", "cho", "sto", "ito"))
            found.append(("gerund" if gerund else "participle" if participle else "finite", form))
        return [("infinitive", lemma), *sorted(found[1:], key=lambda pair: pair[0] == "finite")]
    ending = lemma[-2:].replace("í", "i")
    stem = lemma[:-4] if lemma.endswith("se") else lemma[:-2]
    ending = lemma[-4:-2] if lemma.endswith("se") else ending
    for kind, endings in SPANISH_ENDINGS.get(ending, {}).items():
        # The subjunctive ("diga que no") tells no saying; of -ar verbs "e", "en" are it.
        found += [(kind, stem + end) for end in endings.split() if (ending, end) not in {("ar", "e"), ("ar", "en")}]
    return found


def language(code: str | None) -> Language:
    """The words of a BCP 47 language ("es", "es-MX", "es_MX"). Of a language that is not known, or None, those of
    English: marks and names still serve."""
    primary = (code or "en").casefold().replace("_", "-").partition("-")[0]
    return words_of_module(LANGUAGES.get(primary, LANGUAGES["en"]))


@cache
def words_of_module(name: str) -> Language:
    return Language(import_module(name))
