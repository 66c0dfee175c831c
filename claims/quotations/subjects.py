"""Finds the subject of a verb of saying: the noun phrase before it or after it, past appositions and insertions."""

from dataclasses import replace

from claims.quotations.lexicon import Language
from claims.quotations.mentions import Reader
from claims.quotations.names import Mention
from claims.quotations.reading import DASHES


class Subjects:
    """Reads subjects in the tokens of one text."""

    def __init__(self, reader: Reader, language: Language):
        self.reader, self.row, self.language = reader, reader.row, language
        self.known_nouns = language.person_nouns | language.org_nouns
        self.preposed_by_first: dict[str, list[tuple[str, ...]]] = {}
        for phrase in language.preposed:
            self.preposed_by_first.setdefault(phrase[0], []).append(phrase)

    def subject_before(self, k: int, start: int) -> Mention | None:
        row, lang = self.row, self.language
        i = k - 1
        while i >= start and (
            row[i].lower in lang.auxiliaries or self.reader.is_adverb(i) or row[i].lower in lang.negated
        ):
            if lang.code == "es" and row[i].lower == "la" and i > start and row[i - 1].lower in lang.prepositions:
                break
            i -= 1
        if i < start:
            return None
        token = row[i]
        if token.lower == "que" and i > start and row[i - 1].lower in lang.while_:  # "al tiempo que"
            return self.first_subject(start, i - 1)
        if token.lower in lang.relatives and token.lower not in ("that",) and i > start:
            i = i - 1 if row[i - 1].text == "," else i
            return self.phrase_ending(i, start)
        if token.text == "," or token.text in DASHES or token.text == ")":
            return self.before_insertion(i, start)
        if token.lower in lang.clause_conjunctions and i > start:
            if token.lower in ("and", "but", "though", "y", "e", "pero", "aunque", "then", "luego"):
                return self.first_subject(start, i)
            return None
        if token.text == ":" or not token.is_word:
            return None
        return self.phrase_ending(i + 1, start)

    def phrase_ending(self, end: int, start: int) -> Mention | None:
        """The longest mention that ends before token `end` without a preposition or comma before it."""
        row, lang = self.row, self.language
        begin = end
        floor = max(start, end - 22)
        while begin > floor:
            token = row[begin - 1]
            if token.text in ",;:—–()\n“”" and not (token.quote and begin < end and row[begin].is_capital):
                if token.text == ")" and begin - 3 > floor and row[begin - 3].text == "(":
                    begin -= 3
                    continue
                break
            if token.text in ".?!" and not (begin >= 2 and row[begin - 2].end == token.start):
                break
            if token.lower in lang.complementizers | lang.question_words - {"how"} and begin < end:
                break
            begin -= 1
        if begin - 1 > start and row[begin - 1].lower in lang.relatives and row[begin - 2].is_word:
            antecedent = self.antecedent(begin - 1, start)
            if antecedent is not None:
                return antecedent
        fallback = None
        for i in range(begin, end):
            before = row[i - 1].lower if i > start else ""
            if before in lang.prepositions or (i > begin and before in lang.determiners):
                continue
            if (
                i > begin
                and row[i - 1].is_capital
                and row[i].is_capital
                and fallback is None
                and self.reader.is_name_word(i - 1)
            ):
                continue
            if i > begin and lang.code == "es" and self.is_plain_noun(i - 1):
                continue  # "la región Soconusco": the middle of a phrase
            mention = self.reader.read(i, end)
            if mention is None:
                continue
            if mention.last == end or (mention.last == end - 1 and row[end - 1].text == "."):
                # "A source close to the prime minister": what follows the preposition is no subject.
                return fallback if fallback is not None and mention.kind == "description" else mention
            tail = row[mention.last]
            small = not any(row[n].lower in lang.finite or row[n].text == "," for n in range(mention.last, end))
            if (
                fallback is None
                and small
                and (tail.lower in lang.np_prepositions or tail.lower in ("familiar", "close", "briefed", "cercanas"))
            ):
                if mention.kind == "description" and end - mention.first < 12:
                    whole = row[end - 1].end
                    fallback = replace(
                        mention, last=end, end=whole, text=self.reader.text[mention.start : whole], bare=False
                    )
                elif mention.kind != "pronoun":
                    fallback = mention
        return fallback

    def is_plain_noun(self, k: int) -> bool:
        token, lang = self.row[k], self.language
        if not token.is_word or token.is_capital or self.reader.is_adverb(k) or token.text[0].isdigit():
            return False
        sets = (
            lang.titles,
            lang.person_nouns,
            lang.document_nouns,
            lang.time_words,
            lang.conjunctions,
            lang.auxiliaries,
            lang.verbs,
        )
        return not any(token.lower in words for words in sets)

    def antecedent(self, relative: int, start: int) -> Mention | None:
        """ "A geologist who knows the slope said": the phrase before "who", unless it is "said that …"."""
        row, lang = self.row, self.language
        if row[relative - 1].lower in lang.verbs or row[relative - 1].lower in lang.determiners | lang.prepositions:
            return None
        mention = self.phrase_ending(relative, start)
        if mention is None or mention.last != relative or mention.kind == "pronoun":
            return None
        if mention.kind == "description" and mention.head not in lang.person_nouns | lang.org_nouns:
            return None
        verb_before = mention.first > start and row[mention.first - 1].lower in lang.verbs
        return None if verb_before else mention

    def before_insertion(self, i: int, start: int) -> Mention | None:
        """The subject before an insertion that ends at token i: "Ana Ruiz, the agency's director, said"."""
        row = self.row
        opener = {")": "(", ",": ","}.get(row[i].text, row[i].text)
        best = None
        n = i - 1
        steps = 0
        while n >= start and steps < 45:
            if row[n].text == opener:
                mention = self.phrase_ending(n, start)
                inside = self.reader.read(n + 1, i)
                named = inside is not None and inside.kind == "name" and inside.last == i and inside.is_org is not True
                if named and (mention is None or mention.kind != "name"):
                    return inside  # "The mayor, Ana Ruiz, said"
                if mention is not None:
                    if mention.kind == "name" and mention.is_org is not True:
                        return mention
                    best = best or mention
            if row[n].text == "\n":
                break
            n -= 1
            steps += 1
        return best

    def first_subject(self, start: int, limit: int) -> Mention | None:
        """The subject of the sentence, for "…, and added": its first noun phrase that no preposition governs."""
        row, lang = self.row, self.language
        start = self.past_clause(start, limit)
        dative = self.experiencer(start, limit)
        if dative is not None:
            return dative
        governed = start  # up to here stands a name that a preposition governs: "a Nicolás Ferreyra"
        for i in range(start, limit):
            if row[i].quote and i > start:
                continue
            if i > start and (row[i - 1].lower in lang.prepositions or row[i - 1].lower in lang.determiners):
                governed = max(governed, self.name_end(i, limit))
                continue
            if i < governed:
                continue
            mention = self.reader.read(i, limit)
            inner = lang.complementizers | lang.question_words | lang.relatives
            if mention is not None and mention.kind == "pronoun" and i > start and row[i - 1].lower in inner:
                continue  # "Asked whether he had lied, Howell hesitated"
            if mention is not None and (self.lacks_article(mention) or self.in_apposition(mention, start)):
                continue
            if mention is not None and mention.gender == "w":  # "Quien sí habló fue Isco"
                continue
            if mention is not None and (
                mention.kind != "description" or mention.head in lang.person_nouns | lang.org_nouns
            ):
                apposed = self.name_in_apposition(mention, limit)
                return apposed or mention
        return None

    def past_clause(self, start: int, limit: int) -> int:
        """Where the main clause begins: "When her father died, he drove her home"."""
        row, lang = self.row, self.language
        if row[start].lower not in lang.subordinating:
            return start
        comma = next((n for n in range(start, min(limit, start + 25)) if row[n].text == ","), None)
        return start if comma is None or comma + 1 >= limit else comma + 1

    def experiencer(self, start: int, limit: int) -> Mention | None:
        """ "A Eulalia Tzoc le tiemblan las manos": the sentence is about her."""
        row, lang = self.row, self.language
        if lang.code != "es" or row[start].lower != "a" or start + 1 >= limit:
            return None
        mention = self.reader.read(start + 1, limit)
        if mention is None or mention.last >= limit or mention.is_org:
            return None
        after = row[mention.last].lower
        if after in ("no", "ya", "también"):
            after = row[mention.last + 1].lower
        return mention if after in ("le", "les", "lo", "la", "los", "las") else None

    def in_apposition(self, mention: Mention, start: int) -> bool:
        """ "… la salida del rector, Rodolfo Iturbe": the name of whom a preposition governs, and no subject."""
        row, lang = self.row, self.language
        n = mention.first - 1
        if mention.kind != "name" or n <= start or row[n].text != "," or row[mention.last].is_word:
            return False
        titled = False
        while n > start + 1 and row[n - 1].is_word and mention.first - n < 7:
            n -= 1
            if row[n].lower in lang.prepositions and (titled or row[n].lower in ("del", "al")):
                return titled
            titled = titled or row[n].lower in lang.person_nouns
            if row[n].lower in lang.determiners:
                return titled and row[n - 1].lower in lang.prepositions
        return False

    def lacks_article(self, mention: Mention) -> bool:
        """ "Entrevistada por teléfono, …": of one person Spanish tells with an article, so this noun is no subject."""
        if self.language.code != "es" or mention.kind != "description" or mention.plural:
            return False
        first = self.row[mention.first].lower
        return first not in self.language.determiners | self.language.indefinite

    def name_end(self, i: int, limit: int) -> int:
        """Where the capitals that begin at token i end; a known first name begins another ("En Quito Ana Ruiz")."""
        row = self.row
        n = i
        while n < limit and row[n].is_capital and (n == i or not self.reader.known_first(n)):
            n += 1
        return n

    def name_in_apposition(self, mention: Mention, limit: int) -> Mention | None:
        """ "el director de la Policía, Juan Pérez": the name after the description."""
        row, lang = self.row, self.language
        limit, j = min(limit, len(row)), mention.last
        if mention.kind != "description" or mention.plural:
            return None
        if (
            j < limit and row[j].quote and row[j].quote.word_count < 6
        ):  # "El dueño del bar “La Clandestina”, Memo Ochoa"
            j += 1
        elif j < limit and row[j].lower in lang.np_prepositions:  # "de Médicos Sin Fronteras en Haití, Sarah Château"
            ahead = range(j + 1, min(j + 8, limit))
            stop = next((n for n in ahead if not row[n].is_word or row[n].lower in lang.finite or n in lang.verbs), j)
            j = stop if row[stop].text == "," else j
        if j + 1 >= limit or row[j].text != ",":
            return None
        j += 1
        while j < limit and row[j].lower in ("identificado", "identificada", "como", "identified", "named", "as"):
            j += 1
        inner = self.reader.read(j, limit)
        if inner is None or inner.kind != "name" or inner.is_org is True or inner.plural:
            return None
        after = row[inner.last] if inner.last < len(row) else None
        if after is not None and after.is_word and after.lower not in self.language.prepositions:
            return None
        return inner

    def subject_after(self, j: int, limit: int) -> Mention | None:
        """The subject after its verb: "said Ana Ruiz", "dijo ayer en Lima la ministra"."""
        row, lang = self.row, self.language
        limit = min(limit, len(row), j + 30)
        commas = 0
        first = True
        while j < limit:
            token = row[j]
            if token.text == ",":
                commas += 1
                if commas > 2 or lang.code == "en":
                    return None
                j += 1
                continue
            if token.quote or not token.is_word:
                return None
            if token.lower in lang.complementizers or token.lower in lang.relatives:
                return None
            if (
                token.lower in lang.time_words
                or self.reader.is_adverb(j)
                or token.lower in lang.auxiliaries - {"la", "lo", "le", "les"}
            ):
                j += 1
                continue
            if token.lower in lang.determiners and j + 1 < limit and row[j + 1].lower in lang.time_words:
                j += 2
                continue
            aside = next((words for words in lang.asides if self.stand(words, j)), None)
            if aside is not None:  # "relató por su parte Hernán Cortés"
                j += len(aside)
                continue
            if token.lower in lang.prepositions or token.lower in ("tras", "al"):
                if lang.code == "en":
                    return None
                inner = self.reader.read(j + 1, limit)
                j = self.past_listener(inner) if inner else j + 2
                continue
            mention = self.reader.read(j, limit)
            if mention is None:
                if lang.code == "es" and first is False and token.lower in ("gerencia",):
                    j += 1
                    continue
                return None
            if commas and mention.kind == "description" and not mention.definite:
                return None
            if (
                lang.code == "es"
                and mention.kind == "description"
                and mention.head not in lang.person_nouns | lang.org_nouns
                and (row[mention.first].lower not in lang.determiners or commas)
            ):
                return None
            return self.name_in_apposition(mention, limit) or mention
        return None

    def stand(self, words: tuple[str, ...], j: int) -> bool:
        return tuple(token.lower for token in self.row[j : j + len(words)]) == words

    def past_listener(self, listener: Mention) -> int:
        """The token after whom it was said to; "a la agencia Irma Toledo", "a Reuters Juan Pérez" hold the speaker as
        well."""
        row, lang = self.row, self.language
        if listener.kind == "name" and listener.is_org is not True:
            name = next(n for n in range(listener.first, listener.last) if row[n].start == listener.start)
            several = row[listener.first].lower in ("los", "las")  # "a los periodistas Fernanda Herrera"
            if several or any(row[n].is_capital or row[n].lower in lang.org_nouns for n in range(listener.first, name)):
                return name
        return listener.last
