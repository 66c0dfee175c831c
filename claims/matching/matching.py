"""From a draft to its matches."""

import re
from typing import NamedTuple

from claims.matching.candidates import find_candidates, lexemes_of, read_weights
from claims.matching.compare import Match, find_matches
from claims.matching.deadline import Deadline
from claims.matching.draft import Draft, Sentence, read_draft
from claims.matching.known import name_units, read_claims
from claims.matching.numbers import with_bounds
from claims.models import Claim
from factbase.permissions import Viewer

TOGETHER = 100  # sentences asked about in one statement
WORD = re.compile(r"\w+(?:[.'’-]\w+)*")


class Matched(NamedTuple):
    sentence: Sentence
    matches: list[Match]


def match_draft(text: str, language: str, user: Viewer, deadline: Deadline) -> tuple[Draft, list[Matched]]:
    """The sentences that match a claim which `user` may see, each with its matches; `language` is a BCP 47 tag."""
    draft = read_draft(text, language)
    weights = read_weights()
    found = []
    for first in range(0, len(draft.sentences), TOGETHER):
        found += match_sentences(draft.sentences[first : first + TOGETHER], language, weights, user, deadline)
    return draft, found


def match_sentences(sentences: list[Sentence], language: str, weights, user: Viewer, deadline) -> list[Matched]:
    primary = language.partition("-")[0]
    stems = iter(lexemes_of([part for sentence in sentences for part in sentence.parts], primary))
    for sentence in sentences:
        sentence.lexemes = [next(stems) for _ in sentence.parts]
    kept = {id(number) for number in with_bounds([number for sentence in sentences for number in sentence.numbers])}
    for sentence in sentences:
        sentence.numbers = [number for number in sentence.numbers if id(number) in kept]
    near = find_candidates(sentences, weights, Claim.objects.visible_to(user))
    ids = sorted(set().union(*near.values()))
    if not ids:
        return []
    known = read_claims(ids, primary)
    name_units(sentences, list(known.values()), primary)
    found = []
    for n, sentence in enumerate(sentences):
        deadline.check()
        claims = [known[pk] for pk in sorted(near.get(n, ())) if pk in known]
        if matches := find_matches(sentence, claims, weights, primary):
            found.append(Matched(sentence, matches))
    say_words(found, primary)
    return found


def say_words(found: list[Matched], language: str) -> None:
    """Tell which words each match has in common with its sentence, as they are written there."""
    words = {one.sentence.start: list(dict.fromkeys(WORD.findall(one.sentence.text))) for one in found}
    distinct = list({word for all_of in words.values() for word in all_of})
    stems = dict(zip(distinct, lexemes_of(distinct, language), strict=True))
    for sentence, matches in found:
        for match in matches:
            common = [word for word in words[sentence.start] if stems[word] & match.common]
            match.why.insert(0, ("words", ", ".join(common)))
