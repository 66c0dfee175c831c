"""Whether two numbers, each with its unit, can both be true."""

from dataclasses import dataclass, field
from decimal import Decimal

from psycopg.types.range import Range

from claims.matching.database import ask
from claims.models import Quantity
from claims.quantities import Reading

ORDER, BETWEEN = Quantity.Comparator.ORDER, Quantity.Comparator.BETWEEN
SAME, DIFFERS, COMPATIBLE = "same", "differs", "compatible"
BOUNDS = """
    SELECT claims_bounds(value, hi, comparator, figures), claims_entails(value, hi, comparator, figures)
    FROM unnest(%s::numeric[], %s::numeric[], %s::text[], %s::int[])
         WITH ORDINALITY each (value, hi, comparator, figures, n)
    ORDER BY n
"""


@dataclass(slots=True)
class Number:
    """A number of the draft, at `start` to `end` of it, or (with its `id`) of a claim. `units` and `pers`: stems."""

    as_written: str
    value: Decimal
    upper: Decimal | None
    comparator: str
    significant_figures: int
    unit: str
    per: str
    start: int | None = None
    end: int | None = None
    id: object = None
    bounds: Range | None = None
    entails: Range | None = None
    period: Range | None = None
    place: str = ""
    units: set[frozenset[str]] = field(default_factory=set)
    pers: frozenset[str] = frozenset()

    @property
    def is_telling(self) -> bool:
        """Whether to find it twice is no accident: 3.2 million is, 2 and "thousands" are not."""
        return self.comparator != ORDER and (
            self.significant_figures >= 3 or (self.significant_figures == 2 and abs(self.value) >= 1000)
        )


def number_of(reading: Reading) -> Number:
    return Number(
        reading.as_written,
        reading.value,
        reading.upper,
        reading.comparator,
        reading.significant_figures,
        reading.unit,
        reading.per,
        reading.start,
        reading.end,
    )


def with_bounds(numbers: list[Number]) -> list[Number]:
    """As the database computes them for claims; those that have none (between 5 and 3) are left out."""
    columns = ("value", "upper", "comparator", "significant_figures")
    rows = ask(BOUNDS, tuple([getattr(number, name) for number in numbers] for name in columns)) if numbers else []
    for number, (bounds, entails) in zip(numbers, rows, strict=True):
        number.bounds, number.entails = bounds, entails
    return [number for number in numbers if number.bounds and number.entails]


def relation(draft: Number, claim: Number) -> str | None:
    """None where they are of different things; `compatible` where both can be true and are not the same."""
    if not draft.units & claim.units or draft.pers != claim.pers or not claim.bounds or not claim.entails:
        return None
    if not meet(draft.entails, claim.entails):
        return DIFFERS
    orders = ORDER in (draft.comparator, claim.comparator)
    return SAME if not orders and meet(draft.bounds, claim.bounds) else COMPATIBLE


def meet(one: Range, other: Range) -> bool:
    """Whether two ranges of numbers have any in common."""
    if one.isempty or other.isempty:
        return False
    return not (before(one, other) or before(other, one))


def before(one: Range, other: Range) -> bool:
    """Whether all of one lies below all of the other."""
    if one.upper is None or other.lower is None:
        return False
    return one.upper < other.lower or (one.upper == other.lower and not (one.upper_inc and other.lower_inc))


def pairs(draft: list[Number], claim: list[Number]) -> list[tuple[str, Number, Number]]:
    """How the numbers go together, each with one of the other side at most.

    One that differs counts only where no other of the same unit goes with it: in "from 5 to 8 percent" the 5 is not
    wrong for not being the 8.
    """
    found = [(told, a, b) for a in draft for b in claim if (told := relation(a, b))]
    rank = {SAME: 0, COMPATIBLE: 1, DIFFERS: 2}
    found.sort(key=lambda pair: rank[pair[0]])
    chosen, taken, met = [], set(), set()
    for told, a, b in found:
        units = a.units & b.units
        if id(a) in taken or id(b) in taken or (told == DIFFERS and units & met):
            continue
        taken |= {id(a), id(b)}
        if told != DIFFERS:
            met |= units
        chosen.append((told, a, b))
    return chosen
