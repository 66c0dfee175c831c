"""Reads cues: the verb or words that say that something is said ("said", "according to"), with the mention of who
says it."""

from dataclasses import dataclass

from claims.quotations.mentions import Mention
from claims.quotations.reading import DASHES
from claims.quotations.subjects import Subjects

FAR = 34  # tokens between words in marks and their verb


@dataclass(frozen=True)
class Cue:
    """`verb_first` … `verb_last` are tokens of the verb (last exclusive); `mention` is None when the subject is
    dropped."""

    verb_first: int
    verb_last: int
    mention: Mention | None
    kind: str  # inverted (said X), plain (X said), preposed (according to X), colon (X: …)
    lemma: str = ""


class Cues(Subjects):
    """Finds the cue of a verb, and the cue beside words in marks."""

    # ---- around a verb

    def verb_span(self, k: int) -> tuple[int, int]:
        """The verb with its auxiliaries: "had said", "ha dicho", "dio a conocer"."""
        first = k
        form = self.language.verbs[self.row[k].lower]
        if form.kind == "participle" or self.row[k - 1].lower in self.language.perfect:
            while first and self.row[first - 1].lower in self.language.perfect | {"been"}:
                first -= 1
        return first, k + 1 + len(form.rest)

    def is_passive(self, k: int) -> bool:
        n = k - 1
        while n >= 0 and (self.reader.is_adverb(n) or self.row[n].lower in ("also", "not", "sido", "también")):
            n -= 1
        form = self.language.verbs[self.row[k].lower]
        looks = form.kind == "participle" or self.language.code == "en"
        return n >= 0 and looks and self.row[n].lower in self.language.passive and form.kind != "gerund"

    def is_negated(self, k: int) -> bool:
        for n in range(k - 1, max(0, k - 3) - 1, -1):
            if not self.row[n].is_word:
                return False
            if self.row[n].lower in self.language.negated:
                return True
        return False

    def is_unreal(self, k: int) -> bool:
        """ "Would say", "to say", "could argue": nothing is said."""
        n = k - 1
        while n >= 0 and self.reader.is_adverb(n):
            n -= 1
        return self.language.code == "en" and n >= 0 and self.row[n].lower in self.language.unreal

    def of_verb(self, k: int, start: int, limit: int) -> Cue:
        """The cue of the verb at token k in the sentence start … limit: its subject before it or after it."""
        first, last = self.verb_span(k)
        lemma = self.language.verbs[self.row[k].lower].lemma
        if self.language.code == "es" and first > start and self.row[first - 1].text == ",":
            after = self.subject_after(last, limit)
            told = after is not None and (after.kind != "description" or after.head in self.known_nouns)
            # "…, informó la agencia": what stands before the comma is told, not telling, unless it is "Orly Noy, la
            # embajadora, rechazó la petición".
            inside = self.before_insertion(first - 1, start) if told and after.is_org and after.kind != "name" else None
            if told and after.first <= last + 4 and not (inside and inside.kind == "name" and not inside.is_org):
                return Cue(first, last, after, "inverted", lemma)
        before = self.subject_before(first, start)
        if before is not None:
            return Cue(first, last, before, "plain", lemma)
        after = self.subject_after(last, limit)
        if after is not None:
            return Cue(first, last, after, "inverted", lemma)
        return Cue(first, last, None, "plain", lemma)

    # ---- beside words in marks

    def preposed(self, j: int, limit: int) -> Cue | None:
        """ "According to X", "según X" at token j."""
        row = self.row
        for phrase in self.preposed_by_first.get(row[j].lower, ()):
            if j + len(phrase) <= limit and self.stand(phrase, j):
                at = j + len(phrase)
                last = at
                if at < limit and self.verb_at(at, limit) is not None:  # "según dijo Pérez"
                    k = self.verb_at(at, limit)
                    mention = self.subject_after(self.verb_span(k)[1], limit)
                    return Cue(k, k + 1, mention, "preposed", self.language.verbs[row[k].lower].lemma)
                if phrase[-1] in ("a", "de", "con") and at < limit and row[at].text == "l":
                    at += 1
                mention = self.reader.read(at, limit)
                if mention is None and at < limit and row[at].is_word and not row[at].is_capital:
                    mention = self.loose_phrase(at, limit)
                if mention is None:
                    return None
                return Cue(j, last, self.name_in_apposition(mention, limit) or mention, "preposed")
        return None

    def loose_phrase(self, at: int, limit: int) -> Mention | None:
        """ "Según datos del Gobierno regional, …": whatever stands up to the comma, if it is short and begins no
        clause."""
        row, lang = self.row, self.language
        end = at
        while (
            end < min(limit, at + 10)
            and row[end].is_word
            and row[end].lower not in lang.relatives | lang.complementizers
        ):
            end += 1
        if end == at or row[at].lower in lang.prepositions | lang.question_words or row[at].lower in lang.verbs:
            return None
        if any(row[n].lower in lang.finite for n in range(at, end)):
            return None
        return self.reader.description(at, end)

    def verb_at(self, j: int, limit: int) -> int | None:
        """The verb of saying that begins at token j, after pronouns and auxiliaries ("le ha dicho", "also said")."""
        row, lang = self.row, self.language
        for k in range(j, min(j + 5, limit)):
            if self.reader.is_verb(k):
                return k
            if not (row[k].lower in lang.auxiliaries or self.reader.is_adverb(k)):
                return None
        return None

    def after(self, q: int, limit: int) -> Cue | None:
        """The cue that follows the words in marks at token q: "…," said X; "…," X said; "…", according to X."""
        row, lang = self.row, self.language
        quote = row[q].quote
        j = q + 1
        while j < limit and (row[j].text == "," or row[j].text in DASHES or row[j].text == "-"):
            j += 1
        dash = j > q + 1 and (row[j - 1].text in DASHES or row[j - 1].text == "-")
        if (
            j < limit
            and row[j].text in ".?!…"
            and j + 1 < limit
            and row[j + 1].is_word
            and row[j + 1].text[0].islower()
        ):
            j += 1  # »…?». dijo: a stop too many
        if j >= limit or row[j].text == "\n":
            return None
        limit = min(limit, j + FAR)
        if row[j].lower in ("as", "como", "tal", "así", "and", "y") and j + 1 < limit and not quote.ends_sentence:
            joined = row[j].lower in ("and", "y")
            j += 1
            if row[j].lower in ("como", "lo"):
                j += 1
            if joined and self.verb_at(j, limit) is None:
                return None
        cue = self.preposed(j, limit)
        if cue is not None:
            return cue if not (quote.last == "." and row[j].is_capital) else None
        comma = row[q + 1].text == "," or quote.last == "," or dash
        if (
            quote.word_count <= 3
            and row[q - 1].text == ","
            and row[q + 1].text == ","
            and quote.last not in ",.?!"
            and q > 1
        ) and row[q - 2].is_capital:
            return None  # Monasterio, ‘la Capi’, negó …
        k = self.verb_at(j, limit)
        if k is not None and not row[j].is_capital:
            if lang.code == "en" and self.is_passive(k):
                return None
            form = lang.verbs[row[k].lower]
            first, last = self.verb_span(k)
            mention = self.subject_after(last, limit)
            if mention is None and not comma and not quote.ends_sentence and lang.code == "en":
                return None
            loose = not comma and not quote.ends_sentence and quote.kind != "—"
            if loose and (mention is None or lang.code == "es" and quote.word_count < 4):
                return None
            return Cue(first, last, mention, "inverted", form.lemma)
        while lang.code == "es" and j + 1 < limit and row[j].lower in lang.auxiliaries:  # "…", se despidió
            j += 1
        present = lang.code == "es" and row[q + 1].text == "," and self.looks_like_verb(j, ("a", "e"))
        if (comma or quote.ends_sentence) and (present or self.looks_like_verb(j)):
            mention = self.subject_after(j + 1, limit)
            alone = j + 1 < len(row) and row[j + 1].text in ".\n"
            if mention is not None or alone or lang.code == "es" and not present:
                return Cue(j, j + 1, mention, "inverted", row[j].lower)
        loose = not comma and not quote.ends_sentence and quote.kind != "—"
        if loose and row[j].text[0].islower() and row[j].lower not in lang.determiners | set(lang.subject_pronouns):
            return None
        strict = quote.ends_sentence and not dash
        mention = self.reader.read(j, limit)
        if mention is None:
            return None
        k = self.verb_after(mention.last, limit)
        if k is None:
            if (
                quote.last == ","
                and (mention.kind != "description" or mention.head in lang.person_nouns)
                and mention.last < limit
                and self.looks_like_verb(mention.last)
            ):
                return Cue(mention.last, mention.last + 1, mention, "plain", row[mention.last].lower)
            if (
                dash
                and quote.kind != "—"
                and mention.kind == "name"
                and mention.last < len(row)
                and row[mention.last].text in ",\n"
            ):
                return Cue(j, j, mention, "colon")
            return None
        first, last = self.verb_span(k)
        if self.is_passive(k) or not (comma or strict or quote.word_count > 3):
            return None
        if strict and self.has_content(last, limit):
            return None
        mention = self.name_in_apposition(mention, k) or mention
        return Cue(first, last, mention, "plain", lang.verbs[row[k].lower].lemma)

    def looks_like_verb(self, j: int, endings: tuple[str, ...] = ()) -> bool:
        """Beside words in marks any verb may tell that they are said: "…", remachó. Known by its ending."""
        lower = self.row[j].lower
        endings = endings or (("ed",) if self.language.code == "en" else ("ó", "aron", "ieron"))
        return (
            self.row[j].text == lower
            and lower.endswith(endings)
            and len(lower) > 4
            and lower not in self.language.prepositions | self.language.clause_conjunctions | self.language.relatives
        )

    def verb_after(self, j: int, limit: int) -> int | None:
        """The verb whose subject ends before token j: directly, or after an apposition, brackets, or "who …"."""
        row, lang = self.row, self.language
        direct = self.verb_at(j, limit)
        if direct is not None:
            return direct
        if j >= limit:
            return None
        opener = row[j]
        closing = {",": ",", "(": ")", "—": "—", "–": "–"}.get(opener.text)
        if closing:
            for n in range(j + 1, limit):
                if row[n].quote or row[n].text == "\n" or row[n].text == ":":
                    return None
                if row[n].text == closing:
                    k = self.verb_at(n + 1, limit)
                    if k is not None:
                        return k
            # "Ruiz, who leads the agency said": without the second comma
        elif opener.lower in lang.relatives or opener.lower in lang.np_prepositions or opener.is_word:
            for n in range(j + 1, min(limit, j + 16)):
                if row[n].quote or row[n].text in ",:;\n" or row[n].text in DASHES:
                    if row[n].text == "," and opener.lower in lang.np_prepositions:
                        return self.verb_after(n, limit) if n > j else None
                    return None
                if row[n].lower in lang.finite and opener.lower not in lang.relatives:
                    return None
                if self.reader.is_verb(n) and row[n - 1].lower not in lang.relatives:
                    return n
        return None

    def has_content(self, j: int, limit: int) -> bool:
        """Whether the verb goes on to tell something else, so that it belongs to what follows, not to the words
        before it."""
        row, lang = self.row, self.language
        for n in range(j, min(limit, j + 14)):
            if row[n].text == ":" or row[n].lower in lang.complementizers:
                return True
            if row[n].text in ".!?\n" or row[n].quote:
                told = any(row[m].lower in lang.finite for m in range(j + 1, n))
                return told or row[n].quote is not None and row[n - 1].text in ",:"
            if row[n].text == ",":
                return n + 1 < len(row) and row[n + 1].quote is not None and n == j
        first = row[j] if j < len(row) else None
        if first is None or not first.is_word or first.lower in lang.prepositions or first.lower in lang.time_words:
            return False
        return self.reader.is_adverb(j) is False

    def before(self, q: int, start: int) -> Cue | None:
        """The cue before the words in marks at token q in the same sentence: X said: "…"; According to X, "…"."""
        row, lang = self.row, self.language
        floor = max(start, q - FAR)
        for k in range(q - 1, floor - 1, -1):
            form = lang.verbs.get(row[k].lower)
            if form is None:
                agent = self.agent(k, q)
                if agent is not None:
                    return agent
                if self.naming_at(k):
                    return Cue(k, k + 1, self.of_named(k, start, q), "plain", "call")
                continue
            gerund = form.kind in ("gerund", "infinitive") and (lang.code == "es" or form.kind == "gerund")
            if not (self.reader.is_verb(k) or gerund and self.is_gerund_cue(k)):
                continue
            if self.is_passive(k):
                if not (k + 1 < q and row[k + 1].lower == lang.passive_agent):
                    continue
                agent = self.reader.read(k + 2, q)  # "fue desmentido por la fiscal: “…”"
                if agent is not None:
                    return Cue(k, k + 1, self.name_in_apposition(agent, q) or agent, "plain", form.lemma)
            if gerund:
                return Cue(k, k + 1, self.subject_of_gerund(k, start), "plain", form.lemma)
            return self.of_verb(k, start, q)
        for j in range(max(start, q - 2 * FAR), q):
            cue = self.preposed(j, q) if j == start or row[j - 1].text in ",;“”" else None
            if cue is not None:
                return cue
        for phrase in lang.preposed_own:  # "A su juicio, “…”"
            if self.stand(phrase, start):
                return Cue(start, start + len(phrase), None, "preposed")
        if row[start].lower in lang.preposed_for:  # "Para Ruiz, “…”"; "Para Ana Ruiz, del sindicato, la obra “…”"
            mention = self.reader.read(start + 1, q)
            near = row[q - 1].text == "," or mention is not None and row[mention.last].text == ","
            if near and mention is not None and (mention.kind == "name" or mention.head in lang.person_nouns):
                return Cue(start, start + 1, self.name_in_apposition(mention, q) or mention, "preposed")
        if row[q - 1].text == ":" and q - 1 > start:
            mention = self.first_subject(start, q - 1)
            if mention is not None and (mention.kind == "name" or mention.head in self.known_nouns):
                return Cue(q - 1, q - 1, mention, "colon")
            if lang.code == "es" and self.looks_like_verb(q - 2):  # "se corrigió: “…”"
                return Cue(q - 2, q - 1, mention, "plain", row[q - 2].lower)
        return None

    def agent(self, k: int, limit: int) -> Cue | None:
        """ "La versión fue desmentida por la fiscal: “…”": the participle agrees with what was said."""
        row, lang = self.row, self.language
        stem = row[k].lower.rstrip("s")
        form = (
            lang.verbs.get(stem[:-1] + "o")
            if lang.code == "es" and stem.endswith(("ada", "ida", "ado", "ido"))
            else None
        )
        if form is None or form.kind != "participle" or k + 2 >= limit or row[k + 1].lower != lang.passive_agent:
            return None
        if row[k - 1].lower not in lang.passive:
            return None
        agent = self.reader.read(k + 2, limit)
        return Cue(k, k + 1, self.name_in_apposition(agent, limit) or agent, "plain", form.lemma) if agent else None

    def naming_at(self, k: int) -> bool:
        return self.language.code == "en" and self.row[k].lower in ("called", "calls", "calling", "call") and k > 0

    def of_named(self, k: int, start: int, limit: int) -> Mention | None:
        if self.row[k].lower == "calling":
            return self.subject_of_gerund(k, start)
        return self.subject_before(k, start)

    def is_gerund_cue(self, k: int) -> bool:
        before = self.row[k - 1] if k else None
        return before is None or before.lower not in self.language.determiners

    def subject_of_gerund(self, k: int, start: int) -> Mention | None:
        """ "…, adding that": who does what the sentence tells."""
        for n in range(k - 1, start - 1, -1):
            if self.reader.is_verb(n):
                return self.of_verb(n, start, k).mention
        return self.first_subject(start, k)
