"""Who is who: gathers the persons and organizations that a text names, under the fullest form of each name."""

from dataclasses import dataclass, field, replace

from claims.quotations.lexicon import plain
from claims.quotations.mentions import LONGEST
from claims.quotations.names import Mention, strip_possessive
from claims.quotations.proposals import Text

# Short forms beside a name and the word a text takes up again: "Sen. Cruz … the senator".
LONG_FORMS = {
    "sen": "senator", "rep": "representative", "gov": "governor", "gen": "general", "dr": "doctor", "dra": "doctora",
    "prof": "professor", "lt": "lieutenant", "col": "colonel", "sgt": "sergeant", "capt": "captain", "det": "detective",
    "pm": "minister", "ceo": "executive",
}  # fmt: skip
LINKING = {"de", "la", "las", "los", "del", "of", "the", "for", "y", "and", "e", "el", "para"}


@dataclass(eq=False)
class Entity:
    """A person or organization that the text names; `name` is the fullest form of its name."""

    name: str
    words: tuple[str, ...]
    gender: str = ""
    is_org: bool | None = None
    roles: set[str] = field(default_factory=set)
    plural: bool = False
    is_place: bool = False


@dataclass(frozen=True)
class Said:
    """A mention that was found to speak, for what is said next without a name."""

    entity: Entity
    mention: Mention


class Entities:
    """The entities of one text, where each is mentioned, and who spoke last."""

    def __init__(self, read: Text):
        self.reader, self.language, self.cues = read.reader, read.language, read.cues
        self.sentences, self.sentence_of = read.sentences, read.sentence_of
        self.subjects: dict[int, Mention | None] = {}  # of each sentence that was asked for
        self.entities: list[Entity] = []
        self.by_word: dict[str, list[Entity]] = {}
        self.places: list[int] = []  # tokens where an entity is named, in order
        self.named: list[tuple[Entity, Mention]] = []
        self.last: Said | None = None
        self.spoken: dict[str, Said] = {}  # of each gender, who spoke last
        mentions = self.names_in_text()
        # Longest first, so that "Pérez" finds "María Pérez" wherever in the text the full name stands.
        for mention in sorted(mentions, key=lambda one: -len(self.words_of(one.text))):
            self.add(mention)
        for mention in mentions:
            entity = self.find_name(mention)
            if entity:
                self.add_owner(entity, mention)
                self.places.append(mention.first)
                self.named.append((entity, mention))

    def add_owner(self, entity: Entity, mention: Mention) -> None:
        """ "Leandro Bustamante no durmió. Su hijo Tomás …": Leandro is "el padre"; "la nieta de Nemesio": he is "el
        abuelo"."""
        row, lang = self.reader.row, self.language
        begin = mention.first - 1 if mention.first and row[mention.first - 1].text == "," else mention.first
        words = {row[n].lower for n in range(max(0, begin - 2), mention.last)}
        nouns = words & lang.kin
        if not nouns:
            return
        owner = None
        if words & lang.owners and self.named:
            owner = next((one for one, _ in reversed(self.named) if one is not entity and not one.is_org), None)
        elif mention.first > 1 and row[mention.first - 1].lower in ("de", "of"):
            owner = entity
        if owner is None:
            return
        for kin, inverse in lang.inverse_kin.items():
            if nouns & set(kin.split()):
                owner.roles |= set(inverse.split())
                break

    def names_in_text(self) -> list[Mention]:
        row, reader = self.reader.row, self.reader
        found: list[Mention] = []
        titles = self.language.titles | self.language.male_titles | self.language.female_titles
        called = self.language.person_nouns | self.language.org_nouns | self.language.titles
        i = 0
        while i < len(row):
            token = row[i]
            title = token.lower.rstrip(".") in titles
            if i not in reader.given and not (
                token.is_capital
                and (reader.is_name_word(i) or title)
                or title
                and i + 1 < len(row)
                and row[i + 1].is_capital
            ):
                i += 1
                continue
            first = i
            while first > max(0, i - 3) and row[first - 1].lower in called and row[first - 1].is_word:
                first -= 1
            if first and first - 1 in reader.starts and row[first - 1].is_capital and row[first].is_capital:
                # "Environment Secretary Steve Barker" at a sentence's start
                first -= row[first - 1].lower not in self.language.not_names
            first -= 1 if first and row[first - 1].lower in self.language.determiners else 0
            last = reader.extent(i, min(len(row), i + LONGEST))
            owner = next((n for n in range(i, last) if row[n].lower.endswith(("'s", "’s"))), None)
            if owner is not None and reader.is_name_word(owner):  # "President Roldán's office": the president is named
                last = owner + 1
            mention = reader.analyse(first, last) if last > i else None
            if mention is None or mention.kind != "name":
                if mention and mention.plural:  # "Tillerson and Kelly": each of them
                    last = next((n for n in range(i + 1, last) if row[n].lower in self.language.conjunctions), last)
                    mention = reader.analyse(first, last)
                if mention is None or mention.kind != "name":
                    i = last if mention is None and last > i else i + 1
                    continue
            found.append(self.with_apposition(mention))
            i = max(i + 1, mention.last)
        return found

    def with_apposition(self, mention: Mention) -> Mention:
        """ "Ana Ruiz, the agency's director, …", "Ana Ruiz is a nurse": these words tell what she is."""
        row, lang = self.reader.row, self.language
        mention = self.with_description(mention)
        j = mention.last
        if j + 2 < len(row) and row[j].text == "." and row[j + 1].text == "," and len(row[j - 1].text) == 1:
            j += 1  # "Alberto F., acusado de"
        if j + 2 < len(row) and row[j].lower in ("is", "was", "es", "era", "fue"):
            said = self.reader.read(j + 1, j + 12)
            if said is not None and said.kind == "description" and said.head in lang.person_nouns:
                return replace(mention, roles=mention.roles | {said.head}, gender=mention.gender or said.gender)
        if j + 2 < len(row) and row[j].text == "," and row[j + 1].is_word:
            ahead = row[j + 1 : j + 14]
            words = []
            for token in ahead:
                if token.text in ",.;:\n" or token.quote:
                    break
                words.append(token.lower)
            nouns = {word for word in words if word in lang.person_nouns or word in lang.titles}
            verbs = any(word in lang.finite or self.tells(word) for word in words)
            placed = mention.first > 0 and row[mention.first - 1].lower in lang.place_prepositions
            if verbs or placed:  # "En Quito, el presidente dijo": no apposition
                return mention
            if words and words[0] in lang.determiners:
                nouns = set(words)
            if nouns and row[j + 1].lower not in lang.clause_conjunctions | lang.relatives | lang.prepositions:
                gender = mention.gender or self.reader.gender(mention.first, frozenset(nouns), words[0])
                return replace(mention, roles=mention.roles | nouns, gender=gender)
        return mention

    def tells(self, word: str) -> bool:
        """Whether the word is a verb in a form that has a subject; "acusado de matar" describes."""
        form = self.language.verbs.get(word)
        noun = word in self.language.noun_forms or word in self.language.person_nouns
        return form is not None and not noun and form.kind != "participle"

    def with_description(self, mention: Mention) -> Mention:
        """ "The mayor of Eastport, Lena Park, …": the description before the comma."""
        row, lang = self.reader.row, self.language
        n = mention.first - 1
        if n < 1 or row[n].text != ",":
            return mention
        words = []
        while n > 0 and len(words) < 14 and row[n - 1].lower not in lang.relatives:
            n -= 1
            if row[n].text in "()":  # "de la Comisión de Derechos Humanos (CNDH), Rosario Ibarra"
                continue
            verb = row[n].lower in lang.verbs and row[n].lower not in lang.noun_forms or row[n].lower in lang.finite
            if verb and words and words[-1] in lang.determiners:
                break  # "ha anunciado la vicepresidenta económica, Eva Ruiz": the description begins at its article
            if verb or not row[n].is_word:
                words = [] if verb else words
                break
            words.append(strip_possessive(row[n].lower))
        titles = {word for word in words if word in lang.person_nouns or word in lang.titles}
        if not titles or len(words) == 14 or n in self.reader.starts and words[-1] in lang.prepositions:
            return mention  # "Ante la pregunta de un reportero, Pineda se detuvo"
        gender = mention.gender or self.reader.gender(mention.first, frozenset(titles), words[-1])
        return replace(mention, roles=mention.roles | set(words), gender=gender)

    def words_of(self, name: str) -> tuple[str, ...]:
        return tuple(
            plain(strip_possessive(word)).strip(".,()“”\"'").replace(".", "")
            for word in name.split()
            if plain(word) not in LINKING and word.strip("“”\"'()")
        )

    def add(self, mention: Mention) -> None:
        words = self.words_of(mention.text)
        if not words:
            return
        entity = self.match(words, self.sure_gender(mention, words))
        if entity is None:
            entity = Entity(mention.text, words, mention.gender, mention.is_org)
            self.entities.append(entity)
            acronym = "".join(word[0] for word in words)
            keys = set(words) | ({acronym} if len(acronym) > 1 and mention.is_org is not False else set())
            for key in keys:
                self.by_word.setdefault(key, []).append(entity)
        entity.gender = entity.gender or mention.gender
        if entity.is_org is None:
            entity.is_org = mention.is_org
        entity.is_place = entity.is_place or self.is_placed(mention)
        entity.roles |= {LONG_FORMS.get(role, role) for role in mention.roles}

    def is_placed(self, mention: Mention) -> bool:
        """ "In Quito": a name after such a word, with no title nor first name, is no person's."""
        before = self.reader.row[mention.first - 1].lower if mention.first else ""
        return before in self.language.place_prepositions and not mention.roles and mention.is_org is None

    def find_name(self, mention: Mention) -> Entity | None:
        words = self.words_of(mention.text)
        return self.match(words, self.sure_gender(mention, words)) if words else None

    @staticmethod
    def sure_gender(mention: Mention, words: tuple[str, ...]) -> str:
        """A lone "Kelly" may be a surname: what lists of first names tell of it counts only beside a title."""
        return mention.gender if len(words) > 1 or mention.roles else ""

    def match(self, words: tuple[str, ...], gender: str) -> Entity | None:
        """The entity whose name has these words in this order; of several, one of the same gender, then the first
        named."""
        fits = [entity for entity in self.by_word.get(words[-1], ()) if self.fits(words, entity)]
        if not fits:
            return None
        if gender:
            fits = [entity for entity in fits if entity.gender in ("", gender) or entity.is_org] or fits
            if len(words) == 1 and all(entity.gender not in ("", gender) for entity in fits):
                return None
        if len(words) == 1:  # "Halloran" is Victor Halloran rather than Halloran Farms
            fits = [entity for entity in fits if entity.words[-1] == words[0]] or fits
        return fits[0] if len(fits) == 1 else self.latest(fits)

    def latest(self, fits: list[Entity]) -> Entity:
        if self.last and self.last.entity in fits:
            return self.last.entity
        return fits[0]

    def fits(self, words: tuple[str, ...], entity: Entity) -> bool:
        if words == entity.words:
            return True
        if len(words) == 1:
            word = words[0]
            if entity.is_org:
                return (
                    word == "".join(part[0] for part in entity.words)
                    and len(word) > 1
                    or (word == entity.words[0] and len(entity.words) == 2 and word not in self.language.org_words)
                )
            return word in entity.words
        if entity.is_org and len(words) < len(entity.words) and words != entity.words[: len(words)]:
            return False
        # "López Obrador" and "Rex Tillerson" in "Andrés Manuel López Obrador", "Rex Wayne Tillerson".
        rest = iter(entity.words)
        return all(word in rest for word in words)
