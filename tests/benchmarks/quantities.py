"""How well `find_quantities` reads the gold texts: precision, recall and F1, and each of its fields.

    python -m tests.benchmarks.quantities                    # the half that rules may be written by
    python -m tests.benchmarks.quantities held_out           # the half kept aside: to measure, never to read
    python -m tests.benchmarks.quantities dev --misses       # with each number missed, found too much, or read wrong

A number is right when its span (the number alone), its value and the upper one of a range are exactly those marked.
What is marked `optional` counts neither way. Of the numbers right, it also says how often comparator, unit and per are.
"""

import argparse
import time
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from claims.quantities import Reading, find_quantities
from tests.benchmarks.gold import SPLITS, Quantity, Text, load

# Fractions that never end are read to 15 digits.
NEAR = Fraction(1, 10**14)


@dataclass
class Score:
    right: int = 0
    found: int = 0
    marked: int = 0
    fields: dict[str, int] = field(default_factory=lambda: {"comparator": 0, "unit": 0, "per": 0})
    misses: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.marked if self.marked else 1.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def same(read: Decimal | None, marked: Fraction | None) -> bool:
    if read is None or marked is None:
        return read is marked
    return abs(Fraction(read) - marked) <= NEAR


def is_right(reading: Reading, mark: Quantity) -> bool:
    return (
        (reading.number_start, reading.number_end) == (mark.start, mark.end)
        and same(reading.value, mark.value)
        and same(reading.upper, mark.upper)
    )


def measure(text: Text, score: Score) -> None:
    left = find_quantities(text.text, text.language)
    for mark in text.quantities:
        reading = next((reading for reading in left if is_right(reading, mark)), None)
        if reading:
            left.remove(reading)
        if mark.optional:
            continue
        score.marked += 1
        if reading is None:
            score.misses.append(
                f"{text.name}  missed  {around(text.text, mark.start, mark.end)}  = {mark.value} {mark.upper or ''}"
            )
            continue
        score.right += 1
        score.found += 1
        for name in score.fields:
            read, marked = getattr(reading, name), getattr(mark, name)
            score.fields[name] += read == marked
            if read != marked:
                score.misses.append(
                    f"{text.name}  {name}  {around(text.text, mark.start, mark.end)}  {read!r}, not {marked!r}"
                )
    optional = [mark for mark in text.quantities if mark.optional]
    for reading in left:
        if any(mark.start < reading.number_end and reading.number_start < mark.end for mark in optional):
            continue
        score.found += 1
        place = around(text.text, reading.number_start, reading.number_end)
        score.misses.append(f"{text.name}  too much  {place}  = {reading.value} {reading.upper or ''}")


def around(text: str, start: int, end: int) -> str:
    return f"{text[max(0, start - 40) : start]}[{text[start:end]}]{text[end : end + 30]}".replace("\n", " ")


def main() -> None:
    parser = argparse.ArgumentParser(description="Measures find_quantities over the gold texts.")
    parser.add_argument("split", nargs="?", choices=SPLITS, default="dev")
    parser.add_argument("--misses", action="store_true", help="each miss, for dev alone")
    options = parser.parse_args()
    if options.misses and options.split != "dev":
        parser.error("--misses shows words of the texts: rules are written by dev alone.")
    print(f"{'':10}{'texts':>6}{'marked':>8}{'precision':>11}{'recall':>8}{'F1':>7}   comparator  unit   per   seconds")
    for language in ("en", "es"):
        score, texts = Score(), load(options.split, language)
        began = time.perf_counter()
        for text in texts:
            measure(text, score)
        seconds = time.perf_counter() - began
        shares = [f"{score.fields[name] / max(1, score.right):.3f}" for name in score.fields]
        print(
            f"{language:10}{len(texts):>6}{score.marked:>8}{score.precision:>11.3f}{score.recall:>8.3f}{score.f1:>7.3f}"
            f"   {shares[0]:10}  {shares[1]}  {shares[2]}  {seconds:.2f}"
        )
        if options.misses:
            print(*score.misses, sep="\n")


if __name__ == "__main__":
    main()
