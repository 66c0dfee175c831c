"""Who is meant: finds for a mention the person or organization of the text that it stands for."""

from claims.quotations.descriptions import Descriptions
from claims.quotations.entities import Entity, Said
from claims.quotations.names import Mention

BACK = 4  # sentences looked back at for whom they are about


class Speakers(Descriptions):
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
        return self.of_phrase(mention, before, self.topic_before(before, 0))

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

    def of_pronoun(self, mention: Mention, before: int, depth: int = BACK) -> Entity | None:
        gender = mention.gender
        last = self.last.entity if self.last else None
        recent = self.recent(before)
        described = self.described_before(before, gender, depth)
        if described is not None:
            return described
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
            score -= 3.0 if self.is_beside(named) else 0
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

    def is_beside(self, mention: Mention) -> bool:
        """ "Melissa Ortiz, whose daughter, Ana, was 15": Ana is told of beside her."""
        row = self.reader.row
        return any(row[n].lower in ("whose", "cuyo", "cuya") for n in range(max(0, mention.first - 4), mention.first))

    def described_before(self, before: int, gender: str, depth: int) -> Entity | None:
        """ "A trader was blunter. “…,” he said", "The mayor is back. “…,” she says": whom the sentence before is about,
        where it does not name but describe."""
        sentence = self.sentence_of[min(before, len(self.sentence_of) - 1)] - 1
        last = self.last
        if last and last.mention.kind == "description" and self.sentence_of[last.mention.first] == sentence:
            fits = not last.entity.is_org and last.entity.plural == (gender == "p")
            if any(last.mention.last <= named.first < before for _, named in self.recent(before)):
                return None  # "said one resident, who gave her name as Pat"
            return last.entity if fits and self.gender_fits(last.entity.gender, gender) else None
        subject = self.subject_of(sentence) if sentence >= 0 and gender in ("m", "f", "p") else None
        if subject is None or subject.kind != "pronoun" and subject.head not in self.language.person_nouns:
            return None
        if self.last is not None and subject.first <= self.last.mention.first:
            return None
        if subject.plural != (gender == "p") or not self.gender_fits(subject.gender, gender):
            return None
        if subject.kind == "pronoun":  # "Her husband has sold the cows. He talks of bees. “…,” he said."
            same = subject.gender == gender and depth and self.sentence_of[subject.first] == sentence
            return self.of_pronoun(subject, subject.first, depth - 1) if same else None
        entity = self.of_phrase(subject, subject.first, None)
        return entity if entity.plural == (gender == "p") and self.gender_fits(entity.gender, gender) else None

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
            if self.last and self.sentence_of[self.last.mention.first] == sentence:
                return None  # what else stands there was said by that speaker
            if self.last and (subject.first if subject else start) <= self.last.mention.first:
                return None
            if subject is None or not self.is_person(subject):
                continue
            if any(row[n].quote for n in range(start, subject.first)):
                continue
            if subject.kind == "description":
                entity = self.of_phrase(subject, subject.first, None)
            else:
                entity = self.resolve(subject, subject.first)
            if entity is not None and entity.is_org is not True and not entity.plural:
                return Said(entity, subject)
        return None

    def several_before(self, before: int) -> Said | None:
        """ "Fuentes comunitarias dan por hecho que habrá cesiones. “…”, admiten": whom the sentence before is about,
        of a verb in the plural."""
        sentence = self.sentence_of[before] - 1
        subject = self.subject_of(sentence) if sentence >= 0 else None
        if subject is None or not subject.plural or subject.kind == "pronoun" or not self.is_person(subject):
            return None
        return Said(self.of_phrase(subject, subject.first, None), subject)

    def organization_before(self, before: int) -> Said | None:
        """ "La dependencia aceptó el retraso. “…”, indicó en un comunicado"."""
        sentence = self.sentence_of[before] - 1
        subject = self.subject_of(sentence) if sentence >= 0 else None
        if subject is None or not subject.is_org:
            return None
        entity = self.resolve(subject, subject.first)
        return Said(entity, subject) if entity is not None else None

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
