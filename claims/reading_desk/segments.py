"""A text with marks on it, which may overlap and nest, cut into pieces that do not."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar


class Span(Protocol):
    """Anything that stands somewhere in the text."""

    start: int
    end: int


S = TypeVar("S", bound=Span)


@dataclass(frozen=True)
class Segment(Generic[S]):
    """A piece of the text, from `start` to `end`, and all marks on it: the shortest first, so the innermost leads."""

    start: int
    end: int
    marks: tuple[S, ...]


def segments(marks: Iterable[S], start: int, end: int) -> list[Segment[S]]:
    """The text between `start` and `end` cut at each edge of a mark: in order, without gaps, none empty.

    What of a mark stands outside is left out; one without length marks nothing.
    """
    inside = [mark for mark in marks if max(mark.start, start) < min(mark.end, end)]
    edges = {start, end} if start < end else set()
    for mark in inside:
        edges |= {max(mark.start, start), min(mark.end, end)}
    cuts = sorted(edges)
    inside.sort(key=lambda mark: (mark.end - mark.start, mark.start))
    return [
        Segment(first, last, tuple(mark for mark in inside if mark.start <= first and last <= mark.end))
        for first, last in zip(cuts, cuts[1:], strict=False)
    ]
