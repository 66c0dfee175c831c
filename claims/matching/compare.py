"""Whether a sentence and a claim match, how well, and why."""

import re
from dataclasses import dataclass
from math import sqrt
from uuid import UUID

from psycopg.types.range import Range

from claims.matching.candidates import Weights
from claims.matching.draft import Sentence, is_negated
from claims.matching.known import Known
from claims.matching.numbers import DIFFERS, SAME, Number, pairs
from claims.matching.times import SAME as SAME_TIME
from claims.matching.times import shared
from claims.quotations.lexicon import plain
from claims.quotations.lexicon import words as words_in

SIMILAR = "similar"
# How much of the words must be the same, from 0 to 1, by trial with tests/benchmarks/match.py.
ALIKE = 0.5  # nothing else speaks for it
ALIKE_AND_NUMBER = 0.3
ALIKE_AND_SPEAKER = 0.42
SAME_WORDS = 0.72
WRONG_NUMBER = 0.6
NEAR_BEST = 0.12
FEWEST_SHARED = 3
FEWEST_WITH_NUMBER = 2
MOST_MATCHES = 5
# Stems that say a number, how exact it is, or a time, which are compared as such.
APART = words_in("""
    million billion trillion thousand hundr dozen millon mil mill cient docen billon
    januari februari march april may june juli august septemb octob novemb decemb year fiscal financi
    ener febrer marz abril may juni juli agost septiembr octubr noviembr diciembr año ano
    mas menos casi cerc alrededor tambien aproxim approxim roughli nearli almost around least fewer less
""")
# With a capital, and not at the beginning of a sentence.
NAME = re.compile(r"(?<=[\w,;:] )[^\W\d_][\w.]*\w")


@dataclass(slots=True)
class Match:
    verdict: str
    score: float
    why: list[tuple[str, str]]
    numbers: list[tuple[str, Number, Number]]
    claim: UUID
    alike: float  # of the words alone
    common: frozenset[str]  # their stems
    time: Range | None = None  # the claim's, where the sentence says none


def find_matches(sentence: Sentence, claims: list[Known], weights: Weights, language: str) -> list[Match]:
    """The best first."""
    found = [match for claim in claims if (match := compare(sentence, claim, weights, language))]
    best = max((match.alike for match in found), default=0)
    exact = max((match.alike for match in found if match.verdict == SAME), default=0)
    wrong = [match for match in found if match.verdict == DIFFERS]
    # Of the claims that say another number, those alone whose words are nearest; none where one nearer says the same.
    kept = [match for match in wrong if match.alike >= best - NEAR_BEST and match.alike >= exact]
    times = {(match.time.lower, match.time.upper) for match in kept if match.time}
    if len(times) > 1:
        # One claim for each of several years: without its year, no number is wrong.
        for match in kept:
            match.verdict = SIMILAR
            match.why.append(("time", "The sentence does not say for which time; several are known."))
    rest = [match for match in found if match.verdict != DIFFERS and match not in kept] + kept
    order = {SAME: 0, DIFFERS: 1, SIMILAR: 2}
    return sorted(rest, key=lambda match: (-match.score, order[match.verdict], match.claim))


def compare(sentence: Sentence, claim: Known, weights: Weights, language: str) -> Match | None:
    alike, common, part, piece = nearest_words(sentence, claim, weights)
    numbers = pairs(sentence.numbers, claim.numbers)
    agreeing = [pair for pair in numbers if pair[0] == SAME]
    differing = [pair for pair in numbers if pair[0] == DIFFERS]
    telling = any(a.is_telling for _, a, _ in agreeing)
    speaker = speaker_in_common(sentence, claim)
    needed = ALIKE_AND_NUMBER if telling else ALIKE_AND_SPEAKER if speaker else ALIKE
    # A unit in common, of a number that is no everyday one, counts as a word more.
    few = telling or (alike >= SAME_WORDS and any(a.is_telling for _, a, _ in numbers))
    if alike < needed or len(common) < (FEWEST_WITH_NUMBER if few else FEWEST_SHARED):
        return None

    why = []
    score = alike
    for told, a, b in numbers:
        why.append(("number", described(told, a, b)))
    if agreeing:
        score += (1 - score) * (0.5 if telling else 0.2)
    if speaker:
        why.append(("speaker", speaker))
        score += (1 - score) * 0.2
    number = next((b for _, _, b in [*differing, *agreeing, *numbers]), None)
    against, time = reasons_against(sentence, claim, number, part, piece, language)
    if not agreeing and (others := other_speaker(sentence, claim, speaker) or other_names(part, piece, claim)):
        against.append(("name", others))
    if differing and (against or alike < WRONG_NUMBER):
        return None  # the number of another year, or of something else
    if differing:
        verdict = DIFFERS
    elif against:
        verdict = SIMILAR
    elif agreeing:
        verdict = SAME
    else:
        # A number that only one of them has, or that may be the same, is no reason to say so.
        verdict = SAME if alike >= SAME_WORDS and not sentence.numbers and not claim.numbers else SIMILAR
    return Match(verdict, round(min(score, 1), 2), why + against, numbers, claim.id, alike, common, time)


def nearest_words(sentence: Sentence, claim: Known, weights: Weights) -> tuple[float, frozenset[str], str, str]:
    """How alike the words are (the cosine of their weights), which they share, and where: of the sentence or what it
    quotes, and of the claim's text, translations and quotes, the two that are most alike."""
    best = 0.0, frozenset(), sentence.text, claim.text
    for part, said in zip(sentence.parts, sentence.lexemes, strict=True):
        ours = words_alone(said)
        for piece, stems in claim.pieces:
            theirs = words_alone(stems)
            common = ours & theirs
            if not common:
                continue
            alike = weights.sum(common) / sqrt(weights.sum(ours) * weights.sum(theirs))
            if alike > best[0]:
                best = alike, common, part, piece
    return best


def words_alone(lexemes: frozenset[str]) -> frozenset[str]:
    """Without numbers and times."""
    return frozenset(word for word in lexemes if not word[0].isdigit() and word[0] not in "-+") - APART


def speaker_in_common(sentence: Sentence, claim: Known) -> str:
    """The name of a claimant who speaks in the sentence, or is named in it."""
    for name, forms in claim.plain_speakers:
        for form in forms:
            if any(f" {said} " in f" {form} " for said in sentence.spoken) or f" {form} " in sentence.plain:
                return name
    return ""


def reasons_against(
    sentence: Sentence, claim: Known, number: Number | None, part: str, piece: str, language: str
) -> tuple[list[tuple[str, str]], Range | None]:
    """What, other than numbers, speaks against their saying the same; and the claim's time if the sentence has none."""
    against = []
    time = claim.time_of(number)
    if time and sentence.time and shared(time, sentence.time) < SAME_TIME:
        against.append(("time", "They are about different times."))
    place = number.place[:2] if number else ""
    if place and sentence.places and place not in sentence.places:
        against.append(("place", f"The claim's number is of {place}."))
    if is_negated(part, language) != is_negated(piece, language):
        against.append(("negation", "One of them is negated."))
    return against, time if time and not sentence.time else None


def other_speaker(sentence: Sentence, claim: Known, in_common: str) -> str:
    """Says it where both are somebody's words by name, and not the same one's: what Ruiz promised, Paz did not."""
    named = [name for name in sorted(sentence.speakers) if any(word[0].isupper() for word in name.split())]
    if in_common or not named or not claim.speakers:
        return ""
    claimants = ", ".join(name for name, _ in claim.speakers)
    return f"The sentence has it from {', '.join(named)}, the claim from {claimants}."


def other_names(part: str, piece: str, claim: Known) -> str:
    """Says it where each names somebody or something that the other does not: what was said of Ruiz, and of Paz."""
    speakers = {plain(word) for name, aliases in claim.speakers for form in (name, *aliases) for word in form.split()}
    ours, theirs = names_in(part), names_in(piece)
    known = {plain(name) for name in ours}, {plain(name) for name in theirs}
    ours = [name for name in ours if plain(name) not in known[1] | speakers]
    theirs = [name for name in theirs if plain(name) not in known[0]]
    return f"The sentence names {' '.join(ours)}, the claim {' '.join(theirs)}." if ours and theirs else ""


def names_in(text: str) -> list[str]:
    """Words with a capital that do not begin the sentence, each once; U.S. is US."""
    return list(dict.fromkeys(word.replace(".", "") for word in NAME.findall(text) if word[0].isupper()))


TOLD = {
    SAME: "{} and {} can be the same number.",
    DIFFERS: "{} and {} cannot both be true.",
}


def described(told: str, draft: Number, claim: Number) -> str:
    words = TOLD.get(told, "{} and {} can both be true, and are not the same number.")
    return words.format(f"“{draft.as_written}”", f"“{claim.as_written}”") + (
        f" Unit: {draft.unit}." if draft.unit else ""
    )
