"""Who is described: finds for "the senator", "su hermano", "the company" the one of the text that is meant."""

from bisect import bisect_left

from claims.quotations.entities import Entities, Entity, Said
from claims.quotations.lexicon import plain
from claims.quotations.names import Mention

NEAR = 14  # mentions looked back at for a pronoun


class Descriptions(Entities):
    """Resolves descriptions. What papers call somebody by is, in the order tried: kin ("su hermano"), an office that
    was named with him ("la ministra"), any office or trade of whoever the text is about ("the Ridley manager")."""

    def of_phrase(self, mention: Mention, before: int, topic: Said | None) -> Entity:
        """Who is described: somebody of the text, else one unnamed, called by the description's own words."""
        writer = self.writer(mention)
        if writer:
            return writer
        if self.is_kin(mention):
            relative = self.of_kin(mention, topic)
            if relative:
                return relative
        elif mention.definite:
            found = self.of_description(mention, before, topic)
            if found:
                if mention.head in self.language.person_nouns - self.language.vague - self.language.kin:
                    found.roles.add(mention.head)  # called so once, he is called so again
                return found
        return Entity(
            mention.text, (plain(mention.head),), mention.gender, mention.is_org, {mention.head}, mention.plural
        )

    def writer(self, mention: Mention) -> Entity | None:
        """ "A statement from the union", "un tuit del Partido Renovador": who wrote it."""
        row, lang = self.reader.row, self.language
        if mention.head not in lang.posts:
            return None
        by = next((n for n in range(mention.first, mention.last) if row[n].lower in ("from", "by", "de", "del")), None)
        inner = self.reader.read(by + 1, mention.last) if by is not None else None
        if inner is None or inner.last != mention.last:
            return None
        if inner.kind == "name":
            return self.find_name(inner)
        return self.of_organization(inner, self.recent(mention.first)) if inner.is_org and inner.bare else None

    # ---- relatives

    def is_kin(self, mention: Mention) -> bool:
        """ "Her husband": somebody else than who was meant so far."""
        return (
            not mention.plural
            and mention.head in self.language.kin
            and self.reader.row[mention.first].lower in self.language.owners
        )

    def of_kin(self, mention: Mention, topic: Said | None) -> Entity | None:
        """ "Su hermano": who was named so ("Her husband, Lee"), or bears the same surname as whom the text is about."""
        gender = mention.gender or self.language.gender_of_noun(mention.head)
        same = self.same_role(mention.head)
        owners = [said.entity for said in (self.last, topic) if said and not said.entity.is_org]
        persons = [
            entity
            for entity in self.entities
            if not entity.is_org and not entity.plural and self.gender_fits(entity.gender, gender)
        ]
        named = [entity for entity in persons if entity.roles & same and entity not in owners[:1]]
        if named:
            return named[0]
        for owner in owners:
            for entity in persons:
                if entity is not owner and len(entity.words) > 1 and owner.words[-1:] == entity.words[-1:]:
                    return entity
        return None

    def same_role(self, head: str) -> set[str]:
        """The noun in either gender, and the words that papers write for it."""
        lang = self.language
        same = {head, head.rstrip("a") + "o", head.rstrip("o") + "a"}
        if lang.code == "es" and head.endswith("ora"):
            same.add(head[:-1])
        same |= lang.stands_for.get(head, set())
        return same | next((words for words in lang.synonyms if head in words), set())

    # ---- offices and trades

    def of_description(self, mention: Mention, before: int, topic: Said | None) -> Entity | None:
        """ "The senator": who was called so; else, for article and noun alone, the last one named that fits."""
        recent = self.recent(before)
        if mention.is_org:
            return self.of_organization(mention, recent)
        if mention.plural:
            return None
        fits = [
            (entity, m)
            for entity, m in recent
            if not entity.is_org and not entity.is_place and self.gender_fits(entity.gender, mention.gender)
        ]
        said = [
            one.entity
            for one in (topic, self.last)
            if one and one.entity.is_org is not True and not one.entity.plural and one.entity.words
            and self.gender_fits(one.entity.gender, mention.gender)
        ]  # fmt: skip
        unnamed = bool(topic and said and said[0] is topic.entity and topic.entity not in self.entities)
        said = said[1:] if unnamed else said
        unnamed = unnamed and topic.mention.head not in self.language.kin
        if self.says_also(mention):
            return said[0] if said else None
        same = self.same_role(mention.head)
        if not mention.bare and not self.is_short(mention):
            return self.of_long_description(mention, fits, said, same, topic)
        for entity in [entity for entity, _ in fits] + said:
            if entity.roles & same:
                return entity
        for entity in self.entities:  # named far before, or only further on
            if entity.roles & same and not entity.is_org and self.gender_fits(entity.gender, mention.gender):
                return entity
        by_owner = self.reader.row[mention.first].lower in self.language.owners
        # "El fiscal": another than those named, none of whom is one; but "el agente" is the spokesman who just spoke.
        stranger = mention.head not in self.language.heads and not (said and said[0] not in self.entities)
        if unnamed or mention.head in self.language.others and (by_owner or stranger):
            return None  # "Un hombre fue detenido. “…”, dijo el acusado": no name, but no other person either
        return self.likely(same, fits, said, topic)

    def likely(
        self, same: set[str], fits: list[tuple[Entity, Mention]], said: list[Entity], topic: Said | None
    ) -> Entity | None:
        """Of those whom the text is about, the first who was not called something else: "el delantero" is not whom it
        called "el entrenador"."""
        sure = [(entity, m) for entity, m in fits if entity.is_org is False or len(entity.words) > 1]
        about = [entity for entity, m in sure if self.is_subject(m)]
        found = [*said, *about, *(entity for entity, _ in sure)]
        if topic is not None and topic.entity in said:
            return topic.entity
        free = [entity for entity in found if not self.is_other_trade(same, entity)]
        return next(iter(free or found), None)

    def is_other_trade(self, same: set[str], entity: Entity) -> bool:
        """Whether he was called what excludes it: synonyms of one trade, "entrenador", and of another, "delantero"; a
        lawyer or a spokesman is no "contable" either."""
        groups = [words for words in self.language.synonyms if words & same]
        others = [words for words in self.language.synonyms if words & entity.roles and words not in groups]
        if entity not in self.entities or entity.roles & same or same & self.language.vague:
            return False
        apart = self.language.others - self.language.heads - self.language.kin
        return bool(groups and others) or bool(entity.roles & apart)

    def of_long_description(
        self,
        mention: Mention,
        fits: list[tuple[Entity, Mention]],
        said: list[Entity],
        same: set[str],
        topic: Said | None,
    ) -> Entity | None:
        """ "The harbour master": who was called all of this; else who was called some of it ("el titular de Economía"
        was the secretario de Economía). Papers seldom bring in somebody new with "the": an office or a trade is of
        whom the text is about. Spokesmen, lawyers, witnesses and relatives are others."""
        lang, row = self.language, self.reader.row
        skipped = lang.determiners | lang.prepositions
        words = {row[n].lower for n in range(mention.first, mention.last) if row[n].lower not in skipped}
        known = dict.fromkeys([entity for entity, _ in fits] + said)
        for entity in known:
            if words and all(word in entity.roles or self.akin(word, entity.roles) for word in words):
                return entity
        rest = words - {mention.head}
        vague = mention.head in lang.vague
        for shares in (lambda word, entity: word in entity.roles, lambda word, entity: self.akin(word, entity.roles)):
            for entity in known:
                if (vague or entity.roles & same) and any(shares(word, entity) for word in rest):
                    return entity
        new = mention.head in (lang.others | lang.kin) - lang.vague or row[mention.first].lower in lang.owners
        if new or mention.head not in lang.person_nouns:
            return None
        return self.likely(same, fits, said, topic)

    @staticmethod
    def akin(word: str, roles: set[str]) -> bool:
        """ "The finance chief" is the Chief Financial Officer; "la ministra de Economía" the ministra económica."""
        return len(word) > 5 and any(plain(role)[:5] == plain(word)[:5] for role in roles)

    def says_also(self, mention: Mention) -> bool:
        """ "El también senador": more of whom was meant so far."""
        return any(self.reader.row[n].lower == "también" for n in range(mention.first, mention.last))

    def is_short(self, mention: Mention) -> bool:
        """Whether the noun has no more beside it than tells the person again: "la dirigente opositora"."""
        lang, row = self.language, self.reader.row
        inner = [row[n].lower for n in range(mention.first + 1, mention.last) if row[n].lower != mention.head]
        if mention.head in lang.demonyms:  # "the California Republican"
            return all(row[n].is_capital for n in range(mention.first + 1, mention.last))
        aged = [n for n in range(mention.first, mention.last) if self.reader.row[n].text.isdigit()]
        if lang.code == "es" and aged and inner[-1] == "años":  # "el ganadero de 70 años"
            return True
        if not inner or mention.head not in lang.person_nouns or self.reader.row[mention.first].lower in lang.owners:
            return False
        if lang.code == "es":
            return len(inner) < 3 and not any(word in lang.prepositions for word in inner)
        return all(word in lang.short_adjectives or word.endswith("-year-old") for word in inner)

    # ---- organizations

    @staticmethod
    def may_be_organization(entity: Entity) -> bool:
        if entity.is_org is not None or entity.gender or entity.is_place:
            return bool(entity.is_org)
        return len(entity.words) == 1

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

    # ---- what stands near

    @staticmethod
    def gender_fits(one: str, other: str) -> bool:
        return not one or not other or one == other

    def recent(self, before: int) -> list[tuple[Entity, Mention]]:
        end = bisect_left(self.places, before)
        return self.named[max(0, end - NEAR) : end][::-1]

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
