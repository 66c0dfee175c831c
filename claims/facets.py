"""Facets of a list of claims: for each of some fields its values, and how many of the claims found have each.

A facet is counted under all filters but its own parameters, so that choosing a value never hides the others. What a
value's count says, a click on it finds: topics count with those below them and countries with their parts, and all
parameters of one quantity, or of one citation, hold for the very one that is counted.

The work is bounded, however many claims there are: only the newest `COUNTED` that are found are counted. Where there
are more, each count is "at least".
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

import pycountry
from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Expression, F, Func, Model, QuerySet, TextField, UUIDField
from django.db.models.functions import Cast

from claims.filters import ClaimFilter
from claims.filters_parts import CitationFilter, QuantityFilter
from claims.models import Claim, Claimant, ClaimTopic, Indicator, Review, Speaker, Topic
from claims.querysets import NEWEST_FIRST
from factbase.api.parameters import Records
from factbase.permissions import Viewer
from factbase.statements import Sql, compiled
from sources.models import Publisher

COUNTED = 3_000
MOST_VALUES = 50
# Within a statement: the claim that is counted, of those found.
MATCH = Func(template="matches.id", output_field=UUIDField())
# Each topic with itself and all above it.
ABOVE = (
    "above(id, value) AS (SELECT id, id FROM claims_topic UNION SELECT above.id, topic.parent_id"
    " FROM above JOIN claims_topic topic ON topic.id = above.value WHERE topic.parent_id IS NOT NULL)"
)
# An end that is not known is taken to lie in the year of the other.
YEARS = Sql(
    "SELECT generate_series(extract(year FROM COALESCE(lower(stated), upper(stated) - 1))::int,"
    " extract(year FROM COALESCE(upper(stated) - 1, lower(stated)))::int)"
    " WHERE stated IS NOT NULL UNION ALL SELECT NULL WHERE stated IS NULL"
)


class Facet:
    """A field to count by. `parameters` are the filters by which a value of it is chosen."""

    model: type[Model] | None = None  # Of the records that are its values, where they are records.
    join = ""

    def __init__(self, name: str):
        self.name, self.parameters = name, (name,)

    def values_of_match(self, asked: ClaimFilter, user: Viewer) -> Sql:
        """The values that the claim at hand has, one a row."""
        raise NotImplementedError

    def chosen(self, asked: ClaimFilter) -> list[str]:
        """The values that were asked for."""
        if self.name not in asked.asked:
            return []
        if self.model is None:
            return list(asked.asked[self.name])
        # Not the filter's own value, which for a topic has those below it too.
        return [str(pk) for pk in Records.read_all(asked.filters[self.name], asked.data.getlist(self.name))]

    def shown(self, values: Iterable[str | None]) -> dict[str | None, tuple[str | None, str]]:
        """{value: (as the API writes it, its name for people)}."""
        if self.model is None:
            return {value: (value, self.label(value)) for value in values}
        records = self.model.objects.in_bulk(values)
        return {str(pk): (record.slug, record.name) for pk, record in records.items()}

    def label(self, value: str | None) -> str:
        return value


class Column(Facet):
    """A column of the claim itself."""

    def values_of_match(self, asked, user):
        return Sql(f"SELECT matches.{self.name}")


class Kinds(Column):
    def label(self, value):
        return str(Claim.Kind(value).label)


class Languages(Column):
    def label(self, value):
        primary, _, region = value.partition("-")
        found = pycountry.languages.get(**{"alpha_2" if len(primary) == 2 else "alpha_3": primary})
        return f"{found.name if found else primary} ({region})" if region else found.name if found else primary


class Years(Facet):
    """Each year that the time of saying reaches into; null for claims without a date."""

    def __init__(self, name):
        super().__init__(name)
        self.parameters = ("stated_after", "stated_before")

    def values_of_match(self, asked, user):
        return YEARS

    def chosen(self, asked):
        first, last = (asked.asked.get(name) for name in self.parameters)
        return [str(year) for year in range(first.year, last.year + 1)] if first and last else []

    def label(self, value):
        return value or "without a date"


class Linked(Facet):
    """A column of rows that point to a claim."""

    def __init__(self, name, rows: type[Model], column: str | Expression, model: type[Model] | None = None):
        super().__init__(name)
        self.rows, self.column, self.model = rows, F(column) if isinstance(column, str) else column, model

    def rows_shown(self, asked: ClaimFilter, user: Viewer) -> QuerySet:
        return self.rows._default_manager.all()

    def values_of_match(self, asked, user):
        rows = self.rows_shown(asked, user).filter(claim=MATCH).order_by()
        if isinstance(self.column, F):
            rows = rows.filter(**{f"{self.column.name}__isnull": False})
        return compiled(rows.values_list(self.column))


class TopicsLinked(Linked):
    join = "JOIN above ON above.id = found.value"


class Ratings(Linked):
    def rows_shown(self, asked, user):
        return Review.objects.visible_to(user)

    def label(self, value):
        return str(Review.Rating(value).label)


class PartLinked(Linked):
    """A column of a part that has parameters of its own: of the parts that meet the others of these."""

    def __init__(self, name, part, column, model=None):
        super().__init__(name, part._meta.model, column, model)
        self.part = part

    def rows_shown(self, asked, user):
        return asked.rows_of(self.part, without=self.parameters)


class Places(PartLinked):
    """A place and the country that it lies in."""

    def rows_shown(self, asked, user):
        return super().rows_shown(asked, user).exclude(place="")

    def label(self, value):
        found = pycountry.subdivisions.get(code=value) if "-" in value else pycountry.countries.get(alpha_2=value)
        return getattr(found, "common_name", found.name) if found else value


class AndCountry(Func):
    """A place, and the country before its hyphen."""

    template = "unnest(ARRAY[%(expressions)s, split_part(%(expressions)s, '-', 1)])"
    set_returning = True
    output_field = TextField()


FACETS = {
    facet.name: facet
    for facet in (
        TopicsLinked("topic", ClaimTopic, "topic", Topic),
        Linked("speaker", Claimant, "speaker", Speaker),
        Kinds("kind"),
        Languages("language"),
        PartLinked("indicator", QuantityFilter, "indicator", Indicator),
        PartLinked("publisher", CitationFilter, "source__publisher", Publisher),
        Ratings("rating", Review, "rating"),
        Places("place", QuantityFilter, AndCountry(Cast("place", TextField()))),
        Years("year"),
    )
}


class Counted(NamedTuple):
    """The values of a facet with their counts, the commonest first; `is_cut` where not all claims were counted."""

    values: list[tuple[str | None, int]]
    has_more: bool
    is_cut: bool


def count(facets: list[Facet], asked: ClaimFilter, claims: QuerySet, user: Viewer) -> dict[str, Counted]:
    """Count those of `claims` that are asked for by each facet. Bounded by COUNTED, however many there are.

    Facets that leave out the same filters share one statement, in which the claims are found once.
    """
    sharing = defaultdict(list)
    for facet in facets:
        sharing[frozenset(facet.parameters).intersection(asked.asked)].append(facet)
    counted = {}
    for without, together in sharing.items():
        found = asked.filter_queryset(claims, without=tuple(without))
        counted |= count_together(together, found, asked, user)
    return counted


def count_together(facets: list[Facet], found: QuerySet, asked: ClaimFilter, user: Viewer) -> dict[str, Counted]:
    newest = found.order_by(NEWEST_FIRST.desc(), "-id").values("id", "kind", "language", "stated")[: COUNTED + 1]
    chosen = {facet.name: facet.chosen(asked) for facet in facets}
    size = {name: max(MOST_VALUES, len(values)) for name, values in chosen.items()}
    rows, total = defaultdict(list), 0
    try:
        matches = compiled(newest)
    except EmptyResultSet:  # Django saw that there can be none.
        matches = None
    if matches:
        parts = [of_one(facet, facet.values_of_match(asked, user), chosen[facet.name], size) for facet in facets]
        statement = (
            f"WITH RECURSIVE {ABOVE}, matches AS MATERIALIZED ({matches.text})"
            f" SELECT NULL, NULL, (SELECT count(*) FROM matches) UNION ALL {' UNION ALL '.join(p.text for p in parts)}"
        )
        with connection.cursor() as cursor:
            cursor.execute(statement, [*matches.params, *(value for part in parts for value in part.params)])
            [(_, _, total), *found_rows] = cursor.fetchall()
        for name, value, n in found_rows:
            rows[name].append((value, n))
    answers = {}
    for name, values in chosen.items():
        counts = dict.fromkeys(values, 0) | dict(rows[name][: size[name]])
        ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0] is None, item[0]))
        answers[name] = Counted(ordered, len(rows[name]) > size[name], total > COUNTED)
    return answers


def of_one(facet: Facet, values: Sql, chosen: list[str], size: dict[str, int]) -> Sql:
    """The values of a facet among `matches`, with one more than are shown: those chosen, then the commonest.

    DISTINCT has the rows of each match looked up by index: read whole, a table would cost by its own length.
    """
    each = f"matches CROSS JOIN LATERAL (SELECT DISTINCT * FROM ({values.text}) present) found(value)"
    if facet.join:
        each = f"(SELECT DISTINCT matches.id, above.value FROM {each} {facet.join}) found"
    return Sql(
        f"(SELECT '{facet.name}', found.value::text, count(*) FROM {each} GROUP BY 2"
        " ORDER BY COALESCE(found.value::text = ANY(%s), false) DESC, 3 DESC, 2 LIMIT %s)",
        (*values.params, chosen, size[facet.name] + 1),
    )
