"""What candidates say in the language of the draft, read for all of them together."""

from dataclasses import dataclass, field
from functools import cached_property
from uuid import UUID

from psycopg.types.range import Range

from claims.matching.candidates import lexemes_of
from claims.matching.numbers import Number
from claims.matching.times import read_time
from claims.models import Citation, Claim, Claimant, Quantity, Translation
from claims.quantities import find_quantities
from claims.quotations.lexicon import plain

QUANTITY = ("value", "upper", "comparator", "significant_figures", "unit", "per")


@dataclass
class Known:
    """A claim as it is compared. `pieces`: text, translation and quotes in the draft's language, with their stems."""

    id: UUID
    text: str
    language: str
    pieces: list[tuple[str, frozenset[str]]] = field(default_factory=list)
    numbers: list[Number] = field(default_factory=list)
    speakers: list[tuple[str, list[str]]] = field(default_factory=list)

    def time_of(self, number: Number | None) -> Range | None:
        """The period of its number, or else what its text names."""
        return (number and number.period) or read_time(self.text)

    @cached_property
    def plain_speakers(self) -> list[tuple[str, list[str]]]:
        """Each speaker's name, and all their names without case and accents."""
        return [(name, [plain(form) for form in (name, *aliases)]) for name, aliases in self.speakers]


def read_claims(ids: list[UUID], language: str) -> dict[UUID, Known]:
    """`language`: "en" or "es"."""
    found = {
        pk: Known(pk, text, tongue)
        for pk, text, tongue in Claim.objects.filter(pk__in=ids).values_list("pk", "text", "language")
    }
    texts = {pk: [known.text] if is_in(known.language, language) else [] for pk, known in found.items()}
    translations = Translation.objects.filter(claim__in=ids).order_by("pk").values_list("claim", "language", "text")
    for pk, tongue, text in translations:
        if is_in(tongue, language):
            texts[pk].append(text)
    quotes = Citation.objects.filter(claim__in=ids).quoting().order_by("pk").values_list("claim", "language", "quote")
    for pk, tongue, quote in quotes:
        if is_in(tongue or found[pk].language, language) and quote not in texts[pk]:
            texts[pk].append(quote)
    pieces = [(pk, text) for pk, said in texts.items() for text in said]
    for (pk, text), stems in zip(pieces, lexemes_of([text for _, text in pieces], language), strict=True):
        found[pk].pieces.append((text, stems))
    for number, pk in numbers_of(ids):
        found[pk].numbers.append(number)
    speakers = Claimant.objects.filter(claim__in=ids, speaker__isnull=False)
    for pk, name, aliases in speakers.values_list("claim", "speaker__name", "speaker__aliases"):
        found[pk].speakers.append((name, aliases))
    return found


def is_in(tag: str, language: str) -> bool:
    return tag.partition("-")[0].lower() == language


def numbers_of(ids: list[UUID]):
    rows = Quantity.objects.filter(claim__in=ids).order_by("pk")
    names = ("as_written", *QUANTITY, "pk", "bounds", "entails", "period", "place")
    for pk, written, *columns, own, bounds, entails, period, place in rows.values_list("claim", *names):
        yield Number(written, *columns, None, None, own, bounds, entails, period, place), pk


def name_units(sentences: list, known: list[Known], language: str) -> None:
    """Give every number its units as stems: "detentions" is "detention". A claim's number has the unit of its words in
    the draft's language, too, where these are a translation."""
    named: list[tuple[Number, str]] = []
    for sentence in sentences:
        named += [(number, number.unit) for number in sentence.numbers]
    for claim in known:
        named += [(number, number.unit) for number in claim.numbers]
        if claim.numbers and not is_in(claim.language, language):
            readings = [reading for text, _ in claim.pieces for reading in find_quantities(text, language)]
            named += [
                (number, reading.unit)
                for number in claim.numbers
                for reading in readings
                if reading.value == number.value
            ]
    numbers = [number for number, _ in named]
    texts = list(dict.fromkeys([unit for _, unit in named] + [number.per for number in numbers]))
    stems = dict(zip(texts, lexemes_of(texts, language), strict=True))
    for number, unit in named:
        if unit:
            number.units.add(stems[unit] or frozenset([unit]))
        number.pers = stems[number.per]
