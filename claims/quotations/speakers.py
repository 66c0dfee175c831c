"""Who is meant: finds for a mention the person or organization of the text that it stands for."""

from bisect import bisect_left

from claims.quotations.entities import Entities, Entity, Said
from claims.quotations.lexicon import plain
from claims.quotations.names import Mention

NEAR = 14  # mentions looked back at for a pronoun
BACK = 4  # sentences looked back at for whom they are about


class Speakers(Entities):
    """Resolves mentions, in the order of the text: what comes first tells who spoke last."""

    def said_by(self, mention: Mention | None, before: int) -> tuple[str | None, Mention | None]:
        """The speaker's name and the mention that tells it. Without a mention in the cue the last speaker goes on.
        `before` is the token of the words said: mentions are looked for before it."""
        if mention is None:
            if self.last is None:
                return None, None
            return self.last.entity.name, self.last.mention
        entity = self.resolve(mention, before)
        if entity is None:
            return None, mention
        if mention.kind != "name" and mention.kind != "pronoun" and entity.name == mention.text:
            entity.roles |= {mention.head}
        self.last = self.spoken[entity.gender] = Said(entity, mention)
        return entity.name, mention

    def resolve(self, mention: Mention, before: int) -> Entity | None:
        if mention.kind == "name":
            entity = self.find_name(mention)
            if entity is None:
                self.add(mention)
                entity = self.find_name(mention)
            return entity or Entity(mention.text, (), mention.gender, mention.is_org)
        if mention.kind == "pronoun":
            return self.of_pronoun(mention, before)
        if " " in mention.text and mention.plural:
            joined = self.of_several(mention)
            if joined:
                return joined
        if mention.definite and not self.is_kin(mention):
            found = self.of_description(mention, before, self.topic_before(before, 0))
            if found:
                return found
        return Entity(
            mention.text, (plain(mention.head),), mention.gender, mention.is_org, {mention.head}, mention.plural
        )

    def is_kin(self, mention: Mention) -> bool:
        """ "Her husband": somebody else than who was meant so far, unless he was named so."""
        row, lang = self.reader.row, self.language
        named = any(mention.head in entity.roles for entity in self.entities)
        return mention.bare and row[mention.first].lower in lang.owners and not named

    def of_several(self, mention: Mention) -> Entity | None:
        """ "Tillerson and Kelly": each by the fullest name."""
        row = self.reader.row
        conj = [n for n in range(mention.first, mention.last) if row[n].lower in self.language.conjunctions]
        if not conj:
            return None
        names, first = [], mention.first
        for stop in [*conj, mention.last]:
            part = self.reader.analyse(first, stop) if stop > first else None
            if part is None or part.kind != "name":
                return None
            entity = self.find_name(part)
            names.append(entity.name if entity else part.text)
            first = stop + 1
        joined = f" {row[conj[-1]].text} ".join(names)
        return Entity(joined, self.words_of(joined), plural=True)

    def of_description(self, mention: Mention, before: int, topic: Said | None) -> Entity | None:
        """ "The senator": who was called so; else, for article and noun alone, the last one named that fits."""
        lang, head = self.language, mention.head
        recent = self.recent(before)
        if mention.is_org:
            return self.of_organization(mention, recent)
        if mention.plural:
            return None
        near = [
            (entity, m)
            for entity, m in recent
            if not entity.is_org and not entity.is_place and self.gender_fits(entity.gender, mention.gender)
        ]
        same = {head, head.rstrip("a") + "o", head.rstrip("o") + "a"}
        if lang.code == "es" and head.endswith("ora"):
            same.add(head[:-1])
        same |= next((words for words in lang.synonyms if head in words), set())
        if not mention.bare and not self.is_short(mention):
            return self.of_long_description(mention, near) or self.of_topic(mention, before, topic)
        for entity, _ in near:
            if entity.roles & same:
                return entity
        if self.last and not self.last.entity.is_org and not self.last.entity.plural and self.last.entity.roles & same:
            return self.last.entity
        far = [entity for entity in self.entities if entity.roles & same and not entity.is_org]
        if far:
            return far[0]
        if (
            topic is not None
            and topic.mention.kind != "description"
            and self.gender_fits(topic.entity.gender, mention.gender)
        ):
            return topic.entity
        last = self.last.entity if self.last else None
        person = last and last.words and last.is_org is not True and not last.plural
        if person and self.gender_fits(last.gender, mention.gender):
            return last
        sure = [(entity, m) for entity, m in near if entity.is_org is False or len(entity.words) > 1]
        about = [entity for entity, m in sure if self.is_subject(m)]
        return about[0] if about else sure[0][0] if sure else None

    def of_long_description(self, mention: Mention, near: list[tuple[Entity, Mention]]) -> Entity | None:
        """ "The harbour master": who was called all of this."""
        lang, row = self.language, self.reader.row
        skipped = lang.determiners | lang.prepositions
        words = {row[n].lower for n in range(mention.first, mention.last) if row[n].lower not in skipped}
        return next((entity for entity, _ in near if words and words <= entity.roles), None)

    @staticmethod
    def may_be_organization(entity: Entity) -> bool:
        if entity.is_org is not None or entity.gender or entity.is_place:
            return bool(entity.is_org)
        return len(entity.words) == 1

    def of_topic(self, mention: Mention, before: int, topic: Said | None) -> Entity | None:
        """ "Carlos Sainz ganó. “…”, dijo el piloto de Ferrari": whom the sentence just before is about, of whom nothing
        else was told."""
        lang, row = self.language, self.reader.row
        if topic is None or topic.mention.kind != "name" or topic.entity.is_org or topic.entity.roles:
            return None
        if mention.head not in lang.person_nouns - lang.others or row[mention.first].lower in lang.owners:
            return None
        near = self.sentence_of[before] - self.sentence_of[topic.mention.first] == 1
        return topic.entity if near and self.gender_fits(topic.entity.gender, mention.gender) else None

    def is_short(self, mention: Mention) -> bool:
        """Whether the noun has no more beside it than tells the person again: "la dirigente opositora"."""
        lang, row = self.language, self.reader.row
        inner = [row[n].lower for n in range(mention.first + 1, mention.last) if row[n].lower != mention.head]
        if mention.head in lang.demonyms:  # "the California Republican"
            return all(row[n].is_capital for n in range(mention.first + 1, mention.last))
        if not inner or mention.head not in lang.person_nouns or self.reader.row[mention.first].lower in lang.owners:
            return False
        if lang.code == "es":
            return len(inner) < 3 and not any(word in lang.prepositions for word in inner)
        return all(word in lang.short_adjectives or word.endswith("-year-old") for word in inner)

    def of_organization(self, mention: Mention, recent: list[tuple[Entity, Mention]]) -> Entity | None:
        """ "The ministry": the one with this word in its name; "the company": the last organization named."""
        if not mention.bare or mention.head in self.language.document_nouns:
            return None
        for entity, _ in recent:
            if plain(mention.head) in entity.words or mention.head in entity.roles:
                return entity
        if mention.head not in self.language.generic_orgs:
            return None
        named = [*recent, (self.last.entity, self.last.mention)] if self.last else recent
        for entity, _ in sorted(named, key=lambda pair: -pair[1].first):
            if entity.roles & self.language.document_nouns:
                continue
            if entity.words and (
                entity.is_org or entity.is_org is None and not entity.gender and len(entity.words) == 1
            ):
                return entity if plain(entity.name) != plain(mention.text) else None
        return None

    @staticmethod
    def gender_fits(one: str, other: str) -> bool:
        return not one or not other or one == other

    def recent(self, before: int) -> list[tuple[Entity, Mention]]:
        end = bisect_left(self.places, before)
        return self.named[max(0, end - NEAR) : end][::-1]

    def of_pronoun(self, mention: Mention, before: int) -> Entity | None:
        gender = mention.gender
        last = self.last.entity if self.last else None
        recent = self.recent(before)
        if gender in ("1", "1p", "2", "w", ""):
            return Entity(mention.text, (), "") if gender in ("1", "1p") else last
        if gender == "o":
            thing = [entity for entity in ([last] if last else []) + [entity for entity, _ in recent] if entity.is_org]
            unsure = [entity for entity, m in recent if self.may_be_organization(entity) and self.is_subject(m)]
            if last and self.may_be_organization(last):
                return last
            return (thing or unsure or [last])[0]
        if gender == "p":
            joined = self.joined_before(before)
            if joined is not None and not (last and last.plural):
                return joined
            if last and (last.plural or last.is_org):
                return last
            return joined or next((entity for entity, _ in recent if entity.is_org), last)
        now = self.sentence_of[min(before, len(self.sentence_of) - 1)]
        best, best_score = None, -99.0
        seen: set[int] = set()
        for entity, named in recent:
            if id(entity) in seen or entity.is_org or entity.is_place or not self.gender_fits(entity.gender, gender):
                continue
            seen.add(id(entity))
            score = -float(min(now - self.sentence_of[named.first], 8))
            score += 2.0 if score == 0 and self.is_subject(named) else 0
            score += (3.0 if score >= -1 else 1.5) if self.is_subject(named) else 0
            score -= 1.5 if not entity.gender and self.is_governed_by_preposition(named) else 0
            score += 1.5 if entity is last else 0
            score += 0.75 if entity.gender == gender else 0
            score += 0.75 if entity.is_org is False else 0
            if score > best_score:
                best, best_score = entity, score
        if (
            last
            and not last.is_org
            and not last.plural
            and self.gender_fits(last.gender, gender)
            and (best is None or best_score < -3)
        ):
            best = last
        if best is None and gender in self.spoken:  # somebody without a name
            best = self.spoken[gender].entity
        if best and not best.gender:
            best.gender = gender
        return best

    def subject_of(self, sentence: int) -> Mention | None:
        """The first noun phrase of the sentence that no preposition governs, by its name where one stands beside it."""
        if sentence not in self.subjects:
            self.subjects[sentence] = self.cues.first_subject(*self.sentences[sentence])
        return self.subjects[sentence]

    def is_subject(self, mention: Mention) -> bool:
        if self.is_governed_by_preposition(mention):
            return False
        subject = self.subject_of(self.sentence_of[mention.first])
        if subject is None or not subject.start <= mention.start < subject.end:
            return False
        return subject.plural or subject.kind != "name" or subject.start == mention.start

    def is_governed_by_preposition(self, mention: Mention) -> bool:
        return mention.first > 0 and self.reader.row[mention.first - 1].lower in self.language.prepositions

    def joined_before(self, before: int) -> Entity | None:
        """The last two named side by side: "Tillerson and Kelly … they said"."""
        row = self.reader.row
        recent = self.recent(before)[:4]
        for (later, second), (earlier, first) in zip(recent, recent[1:], strict=False):
            between = row[first.last : second.first]
            if len(between) == 1 and between[0].lower in self.language.conjunctions and later is not earlier:
                joined = f"{earlier.name} {between[0].text} {later.name}"
                return Entity(joined, self.words_of(joined), plural=True)
        return None

    def topic_before(self, before: int, paragraph: int) -> Said | None:
        """The person whom a sentence is about, in this paragraph, later than the last speaker spoke; for a dropped
        subject."""
        row = self.reader.row
        now = self.sentence_of[before]
        for sentence in range(now - 1, max(now - 1 - BACK, -1), -1):
            start = self.sentences[sentence][0]
            if start < paragraph:
                return None
            subject = self.subject_of(sentence)
            if self.last and (subject.first if subject else start) <= self.last.mention.first:
                return None
            if subject is None or not self.is_person(subject):
                continue
            if any(row[n].quote for n in range(start, subject.first)):
                continue
            if subject.definite:
                entity = self.of_description(subject, subject.first, None)
            else:
                entity = self.resolve(subject, subject.first)
            if entity is not None and entity.is_org is not True and not entity.plural:
                return Said(entity, subject)
        return None

    def is_person(self, mention: Mention) -> bool:
        return mention.kind != "description" or mention.head in self.language.person_nouns and not mention.is_org

    def subject_before(self, before: int, paragraph: int) -> Said | None:
        """Who the sentence before is about, in the same paragraph: whose words marks without a cue are likely to be."""
        for entity, mention in self.recent(before):
            if mention.first < paragraph:
                return None
            if self.is_subject(mention) and entity.is_org is not True:
                return Said(entity, mention)
        return None
