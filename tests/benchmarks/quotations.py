"""How well find_quotations reads the gold texts: precision, recall and F1, and the speakers told right.

    python -m tests.benchmarks.quotations                 the texts that rules are written by
    python -m tests.benchmarks.quotations held_out        those kept aside
    python -m tests.benchmarks.quotations dev es --wrong  what is missed or wrong, word by word

A quotation is found when its span is the gold's, a leading "that"/"que" and marks and stops at the edges apart; "near"
also counts spans that share at least 80 % of their characters. Words in marks within a mixed clause are given both as
part of the clause and as direct words of their own: gold marks the clause alone, so they count neither way.
"""

import re
import sys
from dataclasses import dataclass, field

from claims.quotations import Quotation, find_quotations
from claims.quotations.lexicon import plain
from tests.benchmarks import gold

EDGES = re.compile(r"^(?:[\s“”\"'‘’«»‹›„`—–.,;:¿¡]|(?:that|que|de que|en que)\b\s*)+|[\s“”\"'‘’«»‹›`—–.,;:!?…]+$")
ARTICLES = {"the", "a", "an", "el", "la", "los", "las", "un", "una", "unos", "unas"}
NEAR = 0.8


@dataclass
class Score:
    """Counts over several texts."""

    found: int = 0
    given: int = 0  # proposed
    wanted: int = 0  # in gold
    near: int = 0
    speakers: int = 0
    speakers_right: int = 0
    wrong: list[str] = field(default_factory=list)

    def f1(self, hits: int) -> tuple[float, float, float]:
        precision, recall = hits / (self.given or 1), hits / (self.wanted or 1)
        return precision, recall, 2 * precision * recall / ((precision + recall) or 1)

    def line(self, name: str) -> str:
        exact, near = self.f1(self.found), self.f1(self.near)
        told = self.speakers_right / (self.speakers or 1)
        counts = f"{name:<12} {self.wanted:>6} {self.given:>6}"
        return f"{counts}   {exact[0]:9.3f} {exact[1]:6.3f} {exact[2]:6.3f}   {near[2]:6.3f}   {told:8.3f}"


def core(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without "that" and without marks and stops at its edges."""
    while start < end:
        match = EDGES.search(text[start:end])
        if match is None:
            break
        if match.start() == 0:
            start += match.end()
        else:
            end = start + match.start()
    return start, end


def shared(one: tuple[int, int], other: tuple[int, int]) -> float:
    both = min(one[1], other[1]) - max(one[0], other[0])
    return max(0, both) / (max(one[1], other[1]) - min(one[0], other[0]) or 1)


def bare_name(name: str | None) -> str:
    return " ".join(word for word in plain(name or "").replace(",", "").split() if word not in ARTICLES)


def score(text: gold.Text, given: list[Quotation], *, direct: bool, into: Score) -> None:
    kinds = {"direct"} if direct else set(gold.KINDS)
    marks = {core(text.text, mark.start, mark.end): mark for mark in text.quotations}
    wanted = {span: mark for span, mark in marks.items() if mark.kind in kinds and not mark.optional}
    mixed = [(mark.start, mark.end) for mark in text.quotations if mark.kind == "mixed"]
    taken: set[tuple[int, int]] = set()
    close: set[tuple[int, int]] = set()
    for quotation in given:
        if direct and not quotation.is_direct:
            continue
        span = core(text.text, quotation.start, quotation.end)
        if span in marks and marks[span].optional:
            continue
        inside = any(a <= quotation.start and quotation.end <= b + 1 for a, b in mixed)
        if quotation.is_direct and inside and span not in wanted:
            continue
        if any(
            mark.optional and shared(span, core(text.text, mark.start, mark.end)) > NEAR for mark in text.quotations
        ):
            continue
        into.given += 1
        best = max(wanted, key=lambda other: shared(span, other), default=None)
        if best is not None and shared(span, best) >= NEAR and best not in close:
            close.add(best)
            mark = wanted[best]
            into.speakers += 1
            if bare_name(quotation.speaker) == bare_name(mark.speaker):
                into.speakers_right += 1
            else:
                into.wrong.append(
                    f"{text.name} speaker {quotation.speaker!r} for {mark.speaker!r}: {mark.words[:90]!r}"
                )
        if span in wanted and span not in taken:
            taken.add(span)
        else:
            into.wrong.append(f"{text.name} given  {text.text[quotation.start : quotation.end]!r}")
    into.found += len(taken)
    into.near += len(close)
    into.wanted += len(wanted)
    into.wrong += [
        f"{text.name} MISSED {mark.kind} {mark.words!r}" for span, mark in wanted.items() if span not in taken
    ]


def main(split: str, languages: list[str], *, wrong: bool) -> None:
    head = f"{split:<12} {'gold':>6} {'given':>6}"
    print(f"{head}   {'precision':>9} {'recall':>6} {'F1':>6}   {'F1near':>6}   {'speakers':>8}")
    for direct in (True, False):
        both = Score()
        for language in languages:
            one = Score()
            for text in gold.load(split, language):
                given = find_quotations(text.text, text.language)
                score(text, given, direct=direct, into=one)
                score(text, given, direct=direct, into=both)
            print(one.line(f"{'direct' if direct else 'all'} {language}"))
            if wrong:
                print("\n".join(one.wrong))
        if len(languages) > 1:
            print(both.line("direct" if direct else "all"))


if __name__ == "__main__":
    words = [word for word in sys.argv[1:] if not word.startswith("--")]
    split = next((word for word in words if word in gold.SPLITS), "dev")
    main(split, [word for word in words if word in ("en", "es")] or ["en", "es"], wrong="--wrong" in sys.argv)
