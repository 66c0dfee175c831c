"""Who is meant: finds for a mention the person or organization of the text that it stands for."""

from bisect import bisect_left, bisect_right

from claims.quotations.entities import Entities, Entity, Said
from claims.quotations.lexicon import plain
from claims.quotations.names import Mention

NEAR = 14  # mentions looked back at for a pronoun


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
        self.last = Said(entity, mention)
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
        if mention.definite:
            found = self.of_description(mention, before)
            if found:
                return found
        return Entity(
            mention.text, (plain(mention.head),), mention.gender, mention.is_org, {mention.head}, mention.plural
        )

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

    def of_description(self, mention: Mention, before: int) -> Entity | None:
        """ "The senator": who was called so; else, for article and noun alone, the last one named that fits."""
        lang, head = self.language, mention.head
        recent = self.recent(before)
        if mention.is_org:
            return self.of_organization(mention, recent)
        if mention.plural:
            return None
        near = [
            (entity, m) for entity, m in recent if not entity.is_org and self.gender_fits(entity.gender, mention.gender)
        ]
        same = {head, head.rstrip("a") + "o", head.rstrip("o") + "a"}
        if lang.code == "es" and head.endswith("ora"):
            same.add(head[:-1])
        if not mention.bare:
            return self.of_long_description(mention, near)
        for entity, _ in near:
            if entity.roles & same:
                return entity
        if self.last and not self.last.entity.is_org and not self.last.entity.plural and self.last.entity.roles & same:
            return self.last.entity
        far = [entity for entity in self.entities if entity.roles & same and not entity.is_org]
        if far:
            return far[0]
        last = self.last.entity if self.last else None
        person = last and last.words and last.is_org is not True and not last.plural
        if person and self.gender_fits(last.gender, mention.gender):
            return last
        sure = [entity for entity, _ in near if entity.is_org is False or len(entity.words) > 1]
        return sure[0] if sure else None

    def of_long_description(self, mention: Mention, near: list[tuple[Entity, Mention]]) -> Entity | None:
        """ "The harbour master": who was called all of this."""
        lang, row = self.language, self.reader.row
        skipped = lang.determiners | lang.prepositions
        words = {row[n].lower for n in range(mention.first, mention.last) if row[n].lower not in skipped}
        return next((entity for entity, _ in near if words and words <= entity.roles), None)

    def of_organization(self, mention: Mention, recent: list[tuple[Entity, Mention]]) -> Entity | None:
        """ "The ministry": the one with this word in its name; "the company": the last organization named."""
        if not mention.bare or mention.head in self.language.document_nouns:
            return None
        for entity, _ in recent:
            if plain(mention.head) in entity.words or mention.head in entity.roles:
                return entity
        if mention.head not in self.language.generic_orgs:
            return None
        last = [self.last.entity] if self.last else []
        for entity in [*last, *(entity for entity, _ in recent)]:
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
            if last and (last.is_org or last.is_org is None and last.words and not last.gender):
                return last
            return next((entity for entity, _ in recent if entity.is_org), last)
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
            if id(entity) in seen or entity.is_org or not self.gender_fits(entity.gender, gender):
                continue
            seen.add(id(entity))
            score = -float(min(now - self.sentence_of[named.first], 8))
            score += 2.0 if score == 0 and self.is_subject(named) else 0
            score += 1.5 if self.is_subject(named) else 0
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
        if best and not best.gender:
            best.gender = gender
        return best

    def is_subject(self, mention: Mention) -> bool:
        """The first name of its sentence, not governed by a preposition."""
        row = self.reader.row
        before = row[mention.first - 1] if mention.first else None
        if before is not None and before.lower in self.language.prepositions:
            return False
        at = bisect_right(self.places, mention.first) - 2
        return at < 0 or self.sentence_of[self.places[at]] != self.sentence_of[mention.first]

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
        """The person with whom a sentence begins, in this paragraph, later than the last speaker spoke; for a dropped
        subject."""
        row = self.reader.row
        for entity, mention in self.recent(before):
            if mention.first < paragraph or (self.last and mention.first <= self.last.mention.first):
                return None
            start = mention.first
            while start > paragraph and self.sentence_of[start - 1] == self.sentence_of[mention.first]:
                start -= 1
            quiet = not any(self.reader.is_verb(n) or row[n].quote for n in range(start, mention.first))
            if entity.is_org is not True and quiet and mention.first - start < 8 and self.is_subject(mention):
                return Said(entity, mention)
        return None

    def subject_before(self, before: int, paragraph: int) -> Said | None:
        """Who the sentence before is about, in the same paragraph: whose words marks without a cue are likely to be."""
        for entity, mention in self.recent(before):
            if mention.first < paragraph:
                return None
            if self.is_subject(mention) and entity.is_org is not True:
                return Said(entity, mention)
        return None
