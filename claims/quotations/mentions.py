"""Reads noun phrases that may stand for a speaker: where one begins and ends. What it names is read in `names.py`."""

from claims.quotations.names import Mention, NameReader, strip_possessive

LONGEST = 18  # tokens of one noun phrase


class Reader(NameReader):
    """Reads mentions from the tokens of one text in one language."""

    # ---- what one token is

    def is_verb(self, k: int) -> bool:
        """Whether the token is a finite verb of saying and no noun ("the report", "its claims")."""
        token = self.row[k]
        form = self.language.verbs.get(token.lower)
        if form is None or token.quote or form.kind in ("gerund", "infinitive"):
            return False
        if token.is_capital and (k not in self.starts or self.language.code == "en"):
            return False  # "Asked whether …, Ruiz said"
        if (
            self.language.code == "es"
            and k
            and self.row[k - 1].lower in ("el", "la", "los", "las", "un", "una", "su", "del", "al")
            and not (self.row[k - 1].lower in ("la", "los", "las") and token.lower.endswith(("ó", "aron", "ieron")))
        ):
            return False
        if form.kind == "participle" and not (k and self.row[k - 1].lower in self.language.perfect):
            return False
        if form.kind == "base" and not self.is_present(k):
            return False
        if (
            form.rest
            and tuple(self.row[n].lower for n in range(k + 1, min(k + 1 + len(form.rest), len(self.row)))) != form.rest
        ):
            return False
        if token.lower in self.language.noun_forms and k:
            before = self.row[k - 1]
            if before.lower in self.language.determiners or before.lower in self.language.prepositions:
                return False
            if before.lower.endswith(("'s", "’s")) or before.text in ("“”", "$"):
                return before.quote is not None
            if self.language.code == "en" and not self.may_end_subject(k - 1):
                return False
        return True

    def is_present(self, k: int) -> bool:
        """Whether the base form of an English verb is a present ("they say") and no infinitive ("to say", "would
        say")."""
        n = k - 1
        while n >= 0 and (self.is_adverb(n) or self.row[n].lower in ("also", "not", "never", "often", "still", "now")):
            n -= 1
        if n < 0 or k in self.starts:
            return False
        before = self.row[n]
        if (
            before.lower in self.language.unreal
            or before.lower in self.language.finite
            or before.lower.endswith(("n't", "n’t"))
        ):
            return False
        return self.may_end_subject(n) and before.lower not in ("he", "she", "it") and before.text not in "—–"

    def may_end_subject(self, k: int) -> bool:
        token = self.row[k]
        return (
            token.is_capital
            or token.text in ",)—–"
            or token.lower in self.language.subject_pronouns
            or token.lower in self.language.person_nouns
            or token.lower in self.language.org_nouns
            or token.lower in self.language.auxiliaries
            or token.quote is not None
            or token.lower.endswith("s")
        )

    def is_name_word(self, k: int) -> bool:
        """Whether the token is capitalised as part of a name, not for beginning a sentence."""
        token = self.row[k]
        if not token.is_capital:
            return False
        if token.lower in self.language.time_words and not self.known_first(k):
            return False
        if k in self.starts or (k and self.row[k - 1].text in "¿¡:"):
            word = strip_possessive(token.lower)
            if word in self.language.not_names or (word in self.lower_words and not self.known_first(k)):
                return False
            if not self.known_first(k) and self.only_opens(k, word):
                return False
            nxt = self.row[k + 1] if k + 1 < len(self.row) else None
            noun = word in self.language.person_nouns or word in self.language.org_nouns
            if noun and not (nxt and nxt.is_capital):
                return word in self.language.org_nouns and bool(nxt and nxt.lower in ("de", "of"))
        return token.lower not in self.language.subject_pronouns or token.text.isupper() and len(token.text) > 1

    def is_adverb(self, k: int) -> bool:
        lower = self.row[k].lower
        return lower.endswith("ly" if self.language.code == "en" else "mente") and len(lower) > 4

    # ---- noun phrases

    def read(self, i: int, limit: int) -> Mention | None:
        """The mention that begins at token i and ends before `limit`, or None when no noun phrase begins there."""
        row, lang = self.row, self.language
        limit = min(limit, len(row), i + LONGEST)
        if i >= limit or not row[i].is_word:
            return None
        token = row[i]
        one = (
            token.lower == "one"
            and i + 1 < limit
            and (row[i + 1].lower in lang.person_nouns or row[i + 1].lower == "of")
        )
        if (
            not one
            and token.lower in lang.subject_pronouns
            and not (token.text.isupper() and len(token.text) > 1 and token.lower == "it")
        ):
            gender = lang.subject_pronouns[token.lower]
            return Mention(i, i + 1, token.start, token.end, "pronoun", token.text, gender, gender in ("p", "1p"))
        alone = i + 1 >= limit or not row[i + 1].is_word or row[i + 1].lower in lang.prepositions
        if token.lower in lang.both and alone:  # "señalaron ambos en un comunicado"
            return Mention(i, i + 1, token.start, token.end, "pronoun", token.text, "p", plural=True)
        last = self.extent(i, limit)
        if last == i:
            return None
        return self.analyse(i, last)

    def extent(self, i: int, limit: int) -> int:
        """Where the noun phrase that begins at token i ends."""
        row, lang = self.row, self.language
        content = False  # a noun or name has been seen
        caps = False  # the last word taken is part of a name
        j = i
        while j < limit:
            token = row[j]
            nxt = row[j + 1] if j + 1 < limit else None
            if j in self.given and self.given[j][0] <= limit:
                content = caps = True
                j = self.given[j][0]
                continue
            if token.quote:
                nick = caps and nxt is not None and nxt.is_capital and token.quote.word_count <= 4
                if not nick:
                    break
            elif token.text == "." and j > i:
                before = row[j - 1]
                short = before.lower in lang.abbreviations or (len(before.text) == 1 and before.is_capital)
                if not (short and before.end == token.start and nxt and (nxt.is_capital or nxt.text == ".")):
                    break
            elif token.text == "&" and caps and nxt and nxt.is_capital:
                pass
            elif token.text == "(" and caps:
                close = next((n for n in range(j + 1, min(j + 5, limit)) if row[n].text == ")"), None)
                if close is None or close + 1 >= limit or close != j + 2 or not row[j + 1].text.isupper():
                    break
                j = close
            elif not token.is_word or (
                j > i
                and token.lower in lang.subject_pronouns
                and not caps
                and token.lower not in ("one", "who", "quien")
            ):
                break
            elif self.is_name_word(j) or (
                token.is_capital and j == i and nxt and nxt.is_capital and token.lower in lang.titles
            ):
                content = caps = True
            elif j == i and self.leads_name(j, limit):
                caps = content = True
            elif (
                j == i
                and token.lower in lang.indefinite
                and nxt
                and (nxt.lower in lang.np_prepositions or nxt.lower in lang.verbs)
            ):
                content = True
            elif token.lower in lang.determiners or (token.is_capital and token.lower in lang.determiners):
                joined = row[j - 1].lower in lang.np_prepositions | lang.conjunctions
                particle = caps and token.lower in lang.particles and nxt and nxt.is_capital
                if content and not joined and not particle:
                    break
            elif token.text[0].isdigit():
                if content:
                    break
            elif token.lower in lang.conjunctions:
                if not (content and nxt and self.continues_with(j, caps, limit)):
                    break
                caps = False
            elif token.lower in lang.np_prepositions:
                if not content or nxt is None or not self.phrase_goes_on(j, caps, limit):
                    break
                caps = False
            elif caps and (token.lower in lang.person_nouns or token.lower in lang.org_nouns) and not self.is_verb(j):
                caps = False
            elif self.stops(j, i, content) or content and self.disagrees(j):
                break
            elif caps:
                if token.lower in lang.person_nouns or token.lower in lang.org_nouns or token.lower in lang.titles:
                    caps = False
                elif token.lower in lang.particles and nxt and (nxt.is_capital or nxt.lower in lang.particles):
                    pass
                elif lang.code == "en" and nxt and self.noun_ahead(j, limit):
                    caps = False
                else:
                    break
            else:
                if j == i and not self.may_begin(j):
                    break
                if (
                    content
                    and lang.code == "en"
                    and row[j - 1].lower in lang.person_nouns
                    and not self.noun_ahead(j - 1, limit)
                ):
                    break
                if (
                    lang.code == "en"
                    and content
                    and token.lower.endswith("ed")
                    and row[j - 1].lower in lang.person_nouns | lang.org_nouns
                ):
                    break  # "the office issued"
                content = True
            j += 1
        while j > i and (
            row[j - 1].lower in lang.np_prepositions or row[j - 1].lower in lang.determiners or row[j - 1].text in ".("
        ):
            if row[j - 1].text == "." and row[j - 2].end == row[j - 1].start and len(row[j - 2].text) == 1:
                break
            j -= 1
        return j

    def disagrees(self, j: int) -> bool:
        """ "El pastor escucha", "la cineasta hipotecó": after a person's noun, a word that by its ending is no
        adjective of it begins the predicate."""
        row, lang = self.row, self.language
        if lang.code != "es" or row[j - 1].lower not in lang.person_nouns or row[j].lower in lang.person_nouns:
            return False
        lower = row[j].lower
        if lower.endswith(("ó", "aron", "ieron", "aba", "aban")):
            return True
        article = row[j - 2].lower if j > 1 else ""
        if article in ("el", "un"):
            return lower.endswith("a") and not lower.endswith("ista") and lower not in lang.noun_forms
        return article in ("la", "una") and lower.endswith("o")

    def leads_name(self, j: int, limit: int) -> bool:
        """ "von der Leyen said": a surname's particles in lower case, which no other word of the language is."""
        row, lang = self.row, self.language
        while j < limit and row[j].lower in lang.particles - lang.determiners - lang.prepositions - lang.conjunctions:
            if row[j].lower in lang.finite or row[j].lower in lang.auxiliaries or row[j].is_capital:
                return False
            j += 1
            if j < limit and row[j].is_capital:
                return True
        return False

    def may_begin(self, j: int) -> bool:
        """A noun phrase without article begins with a person's noun or a plural ("officials", "experts in …")."""
        row, lang = self.row, self.language
        lower = row[j].lower
        if lower in lang.female_titles | lang.male_titles:
            return True
        if lower in lang.not_names - lang.person_nouns - lang.org_nouns - lang.determiners:
            return False
        if lower in lang.person_nouns or lower in lang.org_nouns or lower in lang.indefinite or lower in lang.titles:
            return True
        return lang.code == "en" and (self.noun_ahead(j - 1, len(row)) or self.name_ahead(j))

    def name_ahead(self, j: int) -> bool:
        """ "harbour master Ike Brandvold": one or two words that no list has, then a name of at least two words."""
        row, lang = self.row, self.language
        for n in range(j, min(j + 4, len(row) - 1)):
            if row[n].is_capital:
                return n > j and row[n + 1].is_capital and self.is_name_word(n)
            lower = row[n].lower
            known = (
                lang.prepositions
                | lang.determiners
                | lang.auxiliaries
                | lang.finite
                | lang.conjunctions
                | lang.relatives
            )
            if not row[n].is_word or lower in known or lower in lang.verbs or lower.endswith(("ly", "ed", "ing")):
                return False
        return False

    def noun_ahead(self, j: int, limit: int) -> bool:
        """Whether within three words after j a person's or organization's noun, or its name, ends the phrase."""
        row, lang = self.row, self.language
        for n in range(j + 1, min(j + 4, limit)):
            lower = row[n].lower
            if (
                not row[n].is_word
                or lower in lang.prepositions
                or lower in lang.determiners
                or lower in lang.auxiliaries
            ):
                return False
            if lower in lang.relatives or lower in lang.finite or lower in lang.conjunctions or lower.endswith("ly"):
                return False
            if lower in lang.person_nouns or lower in lang.org_nouns:
                return True
            if lower in lang.verbs and lower not in lang.noun_forms:
                return False
        return False

    def stops(self, j: int, i: int, content: bool) -> bool:
        """Words in lower case that no noun phrase takes in."""
        lang, lower = self.language, self.row[j].lower
        if lower in lang.relatives or lower in lang.complementizers or lower in lang.time_words or self.is_adverb(j):
            return True
        if lower in lang.prepositions or (lower in lang.clause_conjunctions and lower not in lang.conjunctions):
            return True
        after_article = j > i and self.row[j - 1].lower in lang.determiners
        if lower in lang.finite or lower in lang.auxiliaries:
            return not after_article or lower in lang.finite
        form = lang.verbs.get(lower)
        if form is None:
            return False
        if form.kind == "gerund":
            return not after_article
        return not (after_article or (lower in lang.noun_forms and not content)) or self.is_verb(j)

    def continues_with(self, j: int, caps: bool, limit: int) -> bool:
        """Whether after "and" the phrase goes on with another name or noun of persons."""
        row, lang = self.row, self.language
        n = j + 1
        if row[n].lower in lang.determiners and n + 1 < limit:
            n += 1
        if self.is_verb(n) or row[n].lower in lang.finite or row[n].lower in lang.auxiliaries:
            return False
        if row[n].is_capital:
            return row[n].lower not in lang.subject_pronouns
        return (
            row[n].lower in lang.person_nouns or row[n].lower in lang.org_nouns or (caps and row[n].lower == "others")
        )

    def phrase_goes_on(self, j: int, caps: bool, limit: int) -> bool:
        """Whether the preposition at j belongs to the phrase: "director of …", "a spokesman for the …", "officials in
        Texas"."""
        row, lang = self.row, self.language
        n, lower = j + 1, row[j].lower
        if (
            n >= limit
            or not row[n].is_word
            or row[n].lower in lang.time_words
            or row[n].lower in lang.not_names - lang.determiners
        ):
            return False
        name_before = caps and not (
            row[j - 1].lower in lang.org_words or row[j - 1].lower in lang.titles or row[j - 1].text.isupper()
        )
        if lower in ("of", "de", "del"):
            run = j
            while run > 0 and row[run - 1].is_capital:
                run -= 1
            if (
                lower == "of"
                and j - run > 1
                and not any(row[n].lower in lang.org_words or row[n].lower in lang.titles for n in range(run, j))
            ):
                return False  # "Yulia Kovas of Goldsmiths"
            titled = j - run > 1 and row[run].lower in lang.titles
            if titled and lower == "of" and row[j - 1].lower not in lang.titles | lang.org_words:
                return False  # "Dr Yewande Akintola of Hill Hospital"
            if caps and any(
                self.known_first(m) for m in range(max(0, j - 3), j) if all(row[x].is_capital for x in range(m, j))
            ):
                return lower != "of" and (row[n].is_capital or row[n].lower in lang.particles)
            return True
        if lower == "by" and row[j - 1].lower in lang.document_nouns:
            return True
        if name_before or lower in ("on", "to", "a", "al", "by", "por", "sobre", "con", "with", "under", "sin"):
            return False
        article = row[n].lower in lang.determiners
        if lower == "for" and row[j - 1].lower.startswith("spokes"):
            return True
        if article and n + 1 < limit:
            n += 1
        if row[n].lower in lang.time_words:
            return False
        if lower in ("in", "en"):
            return row[n].is_capital and not article
        return (
            row[n].is_capital
            or row[n].lower in lang.org_nouns
            or row[n].lower in lang.person_nouns
            and lower in ("for", "from")
        )
