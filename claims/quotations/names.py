"""Reads what a noun phrase names: a person with titles before the name, an organization, or somebody described."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from claims.quotations.lexicon import Language, plain
from claims.quotations.reading import Token


@dataclass(frozen=True)
class Mention:
    """One mention. `first`, `last` are tokens of the whole phrase (last exclusive), `start`, `end` code points of the
    words
    that name: the name without titles, or the whole description."""

    first: int
    last: int
    start: int
    end: int
    kind: str  # name, pronoun, description
    text: str
    gender: str = ""  # f, m, or "" when the words do not tell
    plural: bool = False
    is_org: bool | None = None  # None: the words do not tell
    head: str = ""  # of a description, its noun in lower case
    definite: bool = False
    bare: bool = False  # article and noun alone: "the senator"
    roles: frozenset[str] = frozenset()  # titles and nouns beside a name


def strip_possessive(word: str) -> str:
    return word[:-2] if word.endswith(("'s", "’s")) else word


# Titles that are surnames as well, where they stand last.
SURNAMES = {"rey", "king", "prince", "bishop", "pope", "judge", "major", "dean", "lord", "abad", "conde", "duque"}
POSTNOMINALS = {"KC", "QC", "MP", "MSP", "MBE", "OBE", "CBE", "MD", "PhD", "FRS", "MEP"}
INNER_CAPITAL = re.compile(r"(?<=[\w,] )[^\W\d_a-zß-ÿ][\w'’-]*")
# How the verb after a name ends, of any verb: "Nordwind rose", "Apu Blanco redujo" are not told by them all.
VERB_ENDINGS = {"en": ("ed", "s"), "es": ("a", "e", "ó", "aron", "ieron", "an", "en", "aba", "ía")}
ARTICLES = {"la": "f", "una": "f", "esta": "f", "el": "m", "un": "m", "este": "m"}


class NameReader:
    """Tells of the tokens of a phrase which are the name, and whose: of a person, or of an organization."""

    def __init__(self, text: str, row: Sequence[Token], language: Language, lower_words: set[str]):
        self.text, self.row, self.language = text, row, language
        self.lower_words = lower_words  # words that also stand in lower case: at a sentence's start they are no names
        self.given: dict[int, tuple[int, bool]] = {}  # names told from outside: first token → last (exclusive), is_org
        self.starts: set[int] = set()  # tokens that begin a sentence
        # Words that are capitalised after another word: where they begin a sentence they may be names.
        self.capital_words = {strip_possessive(word.casefold()) for word in INNER_CAPITAL.findall(text)}

    def known_first(self, k: int) -> bool:
        token = self.row[k]
        if k and self.row[k - 1].text in ("San", "Santa", "Santo"):
            return False  # "San Marcos de la Sierra" is a place
        return token.is_capital and plain(token.text).partition("-")[0] in self.language.gender_of_name

    def only_opens(self, k: int, word: str) -> bool:
        """ "Relata que …", "Aun así, …": a word that is capitalised for beginning a sentence and nowhere else in the
        text, and that goes on as no name does: not into another capital, nor into a verb."""
        row, lang = self.row, self.language
        if word in self.capital_words or k + 1 >= len(row) or row[k].text.isupper() and len(word) > 1:
            return False
        after = row[k + 1]
        particle = after.lower in lang.particles and any(token.is_capital for token in row[k + 2 : k + 4])
        if not after.is_word or after.is_capital or particle:
            return False
        if lang.code == "es" and (word in lang.verbs or word.endswith(("ó", "aron", "ieron"))):
            return True
        if after.lower in lang.prepositions | lang.determiners | {"así"}:
            return True
        goes_on = lang.finite | lang.auxiliaries | lang.relatives | lang.conjunctions
        if after.lower in goes_on or self.is_verb(k + 1):
            return False
        return not after.lower.endswith(VERB_ENDINGS[lang.code])

    def analyse(self, first: int, last: int) -> Mention | None:
        row, lang = self.row, self.language
        conj = next(
            (n for n in range(first + 1, last - 1) if row[n].lower in lang.conjunctions and row[n].lower != "&"), None
        )
        if conj is not None and not self.inside_org(first, conj, last):
            return self.mention(first, last, first, last, "description", plural=True)
        lone = last - first == 2 and row[first].lower in lang.determiners and row[first + 1].lower in lang.demonyms
        run = None if lone else self.name_run(first, last)
        words = {row[n].lower.rstrip(".") for n in range(first, last) if row[n].is_word}
        if run is not None:
            a, b, is_org = run
            before = row[first].lower if first < a else ""
            roles = frozenset(words - {row[n].lower for n in range(a, b)} - lang.determiners - lang.prepositions)
            if is_org is None and roles & lang.org_nouns and not roles & (lang.person_nouns | lang.titles):
                is_org = True  # "La empresa Aguas del Norte"
            if is_org is None and before in lang.determiners and not roles and b - a <= 5 and not self.known_first(a):
                is_org = True
            return self.mention(
                first, last, a, b, "name", gender=self.gender(a, roles, before), is_org=is_org, roles=roles
            )
        return self.description(first, last)

    def inside_org(self, first: int, conj: int, last: int) -> bool:
        """ "Ministry of Trade and Industry": one name with "and" in it."""
        row, lang = self.row, self.language
        left = [row[n].lower for n in range(first, conj)]
        org = any(word in lang.org_words for word in left)
        prep = any(word in ("of", "de", "del", "for") for word in left)
        second_org = any(row[n].lower in lang.org_words for n in range(conj + 1, last))
        titled = any(word in lang.titles for word in left) and prep
        return (org and prep and not self.known_first(conj + 1) and not second_org) or (
            titled and row[conj + 1].is_capital and not self.known_first(conj + 1)
        )

    def name_run(self, first: int, last: int) -> tuple[int, int, bool | None] | None:
        """The tokens of the phrase that are the name, and whether it is an organization's."""
        row, lang = self.row, self.language
        for n in range(first, last):
            if n in self.given and self.given[n][0] <= last and not self.is_complement(first, n):
                return n, *self.given[n]
        # A known first name that no preposition governs, with the rest of the phrase a name: "… Affairs Luis
        # Videgaray".
        for n in range(first, last):
            governed = n > first and row[n - 1].lower in lang.np_prepositions
            title = row[n].lower in lang.titles and not (n > first and row[n - 1].lower in lang.titles)
            if self.known_first(n) and not governed and not title and self.all_name(n, last):
                has_org = any(row[m].lower in lang.org_words for m in range(n, last))
                if (
                    last - n > 1
                    or n == first
                    or row[n - 1].lower in lang.titles | lang.person_nouns
                    or row[n - 1].text == "."
                ):
                    if n > first and self.is_first_name(n - 1):
                        n -= 1
                    return n, last, True if has_org and last - n > 2 else False if not has_org else None
        # The last run of capitals.
        b = last
        a = b
        while a > first and (
            row[a - 1].is_capital or row[a - 1].quote or row[a - 1].text in ".&)(" or self.particle(a - 1, first, last)
        ):
            a -= 1
        while a < b and (
            not row[a].is_capital or (a in self.starts and not self.is_name_word(a) and row[a].lower not in lang.titles)
        ):
            a += 1
        owner = next(
            (n for n in range(a, b - 1) if row[n].lower.endswith(("'s", "’s")) and row[n + 1].is_capital), None
        )
        if owner is not None and not any(row[n].lower in lang.org_words for n in range(owner + 1, b)):
            a = owner + 1  # "Germany's Scholz"
        if (
            a > first
            and row[a - 1].lower in lang.org_nouns
            and row[first].lower in lang.determiners | lang.person_nouns
        ) and any(row[n].lower in ("of", "for", "de", "del", "para") for n in range(first, a)):
            return None  # "un portavoz de la compañía Nortel"
        if self.is_governed(first, a, b):
            return None
        if a == b or not any(row[n].is_capital for n in range(a, b)):
            return None
        if b - a > 2 and row[a].lower in lang.portfolios and all(row[n].is_capital for n in range(a, b)):
            while b - a > 2 and row[a].lower in lang.portfolios:
                a += 1
            return a, b, False  # "la exministra de Cultura Ángeles González-Sinde"
        particles = lang.particles - lang.prepositions - lang.determiners
        if a > first and all(row[n].lower in particles for n in range(first, a)):
            return first, b, False  # "von der Leyen"
        if (
            a > first
            and row[a - 1].lower in lang.np_prepositions | lang.determiners
            and any(row[n].lower in lang.np_prepositions for n in range(first, a))
        ):
            return self.whole_org(first, last)
        if b - a >= 2 and any(row[n].lower in ("of", "de", "del", "for", "para") for n in range(a, b)):
            head = next(n for n in range(a, b) if row[n].lower in ("of", "de", "del", "for", "para")) - 1
            lower = row[head].lower
            if lower in lang.titles and lower not in lang.org_words:
                return self.after_title(a, b)
            if any(row[n].lower in lang.org_words for n in range(a, head + 1)):
                return a, b, True
        return self.after_title(a, b)

    def is_complement(self, first: int, n: int) -> bool:
        """Whether the name at token n tells whose the phrase's noun is: "the spokesman for Acme"."""
        return n > first and any(self.row[m].lower in self.language.np_prepositions for m in range(first, n))

    def is_first_name(self, k: int) -> bool:
        """ "Josu Jon Imaz": a lone capitalised word before a known first name, which is none of any other kind."""
        row, lang = self.row, self.language
        word = row[k].lower
        before = row[k - 1] if k else None
        if (
            lang.code != "es"
            or not self.is_name_word(k)
            or k in self.starts
            or row[k].text.isupper()
            or not row[k].text.isalpha()
        ):
            return False
        if before is not None and (before.is_capital or before.lower in lang.prepositions):
            return False
        titles = lang.titles | lang.male_titles | lang.female_titles
        return word not in titles | lang.person_nouns | lang.org_words | lang.demonyms

    def is_governed(self, first: int, a: int, b: int) -> bool:
        """ "El abogado de la familia Peralta": the name belongs to a noun of persons' complement with its article."""
        row, lang = self.row, self.language
        of = next((n for n in range(first, a) if row[n].lower in lang.np_prepositions), None)
        if of is None or row[a - 1].is_capital or not any(row[n].lower in lang.person_nouns for n in range(first, of)):
            return False
        article = row[of].lower in ("del", "al") or row[of + 1].lower in lang.determiners
        return article and a - of <= 4 and not self.known_first(a)

    def after_title(self, a: int, b: int) -> tuple[int, int, bool | None] | None:
        """The run without the titles before the name: "Prime Minister Rishi Sunak" → "Rishi Sunak"."""
        row, lang = self.row, self.language
        title = None
        for n in range(a, b):
            word = row[n].lower.rstrip(".")
            if self.known_first(n) and title is not None and n + 1 < b:
                break  # "Majority leader Dean Okafor"
            if n == b - 1 and n > a and word in SURNAMES and row[n - 1].lower not in lang.titles:
                break  # "Tomasa Rey"
            if (
                word in lang.titles
                or word in lang.male_titles
                or word in lang.female_titles
                or (n == a and n in self.starts and word in lang.person_nouns)
                or row[n].text == "."
                and title == n - 1
            ):
                title = n
        has_org = any(row[n].lower in lang.org_words for n in range(a, b))
        if (
            title is not None
            and title + 1 < b
            and row[title + 1].lower in lang.particles
            and not row[title + 1].is_capital
        ) and any(row[n].lower in lang.org_words and row[n].lower not in lang.titles for n in range(a, title)):
            return a, b, True  # "Fiscalía General de la República"
        if title is not None:
            rest = range(title + 1, b)
            if not rest:
                return (a, b, True) if has_org and row[b - 1].lower in lang.org_words else None
            rest_org = any(row[n].lower in lang.org_words for n in rest)
            if not rest_org:
                start = title + 1
                if row[start].lower in ("of", "de", "del", "for", "la", "y", "and", "&"):
                    return None
                return start, b, False
            return a, b, True
        single = b - a == 1
        text = strip_possessive(row[a].text)
        if has_org or (single and text.isupper() and 1 < len(text) <= 7):
            return a, b, True
        return a, b, False if self.known_first(a) and not single else None

    def whole_org(self, first: int, last: int) -> tuple[int, int, bool | None] | None:
        """ "the Ministry of Health", "Secretaría de Gobernación": the head is capitalised and no person's title."""
        row, lang = self.row, self.language
        a = first
        while a < last and row[a].lower in lang.determiners:
            a += 1
        if a >= last or not row[a].is_capital:
            return None
        head = next((n for n in range(a, last) if row[n].lower in lang.np_prepositions), last) - 1
        if not all(row[n].is_capital or row[n].text in ".&" for n in range(a, head + 1)):
            return None
        lower = row[head].lower
        if (lower in lang.titles or lower in lang.person_nouns) and lower not in lang.org_words:
            return None
        return a, last, True

    def particle(self, k: int, first: int, last: int) -> bool:
        row, lang = self.row, self.language
        if row[k].lower not in lang.particles or k == first or k + 1 >= last:
            return False
        before, after = row[k - 1], row[k + 1]
        return (before.is_capital or before.lower in lang.particles) and (
            after.is_capital or after.lower in lang.particles
        )

    def all_name(self, a: int, b: int) -> bool:
        row = self.row
        return all(
            row[n].is_capital
            or row[n].quote
            or row[n].text in ".()"
            or row[n].lower in self.language.particles - {"of"}
            for n in range(a, b)
        )

    def gender(self, a: int, roles: frozenset[str], article: str = "") -> str:
        """Of the person named at token a, by titles and nouns, by the article before them, by the first name."""
        lang, row = self.language, self.row
        for role in roles:
            if role in lang.female_titles or role in lang.female_nouns or role + "." in lang.female_titles:
                return "f"
            if role in lang.male_titles or role in lang.male_nouns or role + "." in lang.male_titles:
                return "m"
        if lang.code == "es":
            if any(
                role.endswith(("ora", "aria", "tra", "denta", "desa", "cera", "dora", "ogada", "eala", "tada"))
                for role in roles
            ):
                return "f"
            if any(role.endswith(("or", "ario", "tro", "dente", "cero", "alde", "tado")) for role in roles):
                return "m"
            for role in roles & lang.person_nouns:  # "arquitecta", since there is "arquitecto"
                if role[-1] in "ao" and role[:-1] + ("o" if role[-1] == "a" else "a") in lang.person_nouns:
                    return "f" if role[-1] == "a" else "m"
            if roles & lang.person_nouns and article in ARTICLES:
                return ARTICLES[article]
        return lang.gender_of_name.get(plain(strip_possessive(row[a].text)).partition("-")[0], "")

    def description(self, first: int, last: int) -> Mention | None:
        row, lang = self.row, self.language
        begin = first
        stop = next((n for n in range(first + 1, last) if row[n].lower in lang.np_prepositions), last)
        nouns = [n for n in range(first, stop) if row[n].is_word and row[n].lower not in lang.determiners]
        if not nouns:
            if row[first].lower in lang.indefinite:
                many = row[first].lower not in ("one", "uno", "una")
                return self.mention(first, last, first, last, "description", plural=many, head=row[first].lower)
            return None
        sets = (lang.person_nouns, lang.org_nouns, lang.demonyms)
        known = [n for n in nouns if any(row[n].lower in words for words in sets)]
        head = (known[-1] if known else nouns[-1]) if lang.code == "en" else known[0] if known else nouns[0]
        lower = row[head].lower
        article = row[first].lower
        is_org = True if lower in lang.org_nouns and lower not in lang.person_nouns else False if known else None
        gender = "f" if lower in lang.female_nouns else "m" if lower in lang.male_nouns else ""
        if not gender and lower in lang.kin:  # "su nieta": the article does not tell
            gender = lang.gender_of_noun(lower)
        if not gender and lang.code == "es" and not is_org:
            gender = ARTICLES.get(article, "")
        plural = lower.endswith("s") and lower not in ("spokes", "congress", "press", "ms", "boss", "actress")
        definite = article in lang.definite
        bare = definite and len(nouns) == 1 and last == head + 1
        return self.mention(
            begin, last, begin, last, "description",
            gender=gender, plural=plural, is_org=is_org, head=lower, definite=definite, bare=bare,
        )  # fmt: skip

    def mention(self, first: int, last: int, a: int, b: int, kind: str, **more: object) -> Mention:
        row = self.row
        while (
            b - 1 > a
            and row[b - 1].text in ".()"
            and not (row[b - 1].text == "." and row[b - 2].end == row[b - 1].start)
        ):
            b -= 1
        if kind == "name":  # "Fiscalía General (FGR)": the name ends before the brackets
            b = next((n for n in range(a + 1, b) if row[n].text == "("), b)
        while kind == "name" and b - a > 1 and a in self.starts and row[a].lower in ("the", "el", "la", "los", "las"):
            a += 1
        while kind == "name" and b - a > 2 and row[b - 1].text in POSTNOMINALS:
            b -= 1
        start, end = row[a].start, row[b - 1].end
        text = self.text[start:end]
        if kind == "name" and text.endswith(("'s", "’s")):
            end -= 2
            text = text[:-2]
        return Mention(first, last, start, end, kind, text, **more)
