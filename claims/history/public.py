"""What readers could see of a claim, and when: its published versions, public fields only.

The rows of the claim and its parts are those of that time, from their history. What they point at (speakers,
sources, topics, indicators, a proposition) is shown as it is known today, merged records by their survivors.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from django.db import connection
from django.db.models import Field, Model
from django.utils import timezone
from psycopg.types.range import Range

from claims.models import (
    Attribution,
    Citation,
    Claim,
    Claimant,
    ClaimLink,
    ClaimSubject,
    ClaimTopic,
    Note,
    Quantity,
    Review,
    Role,
    Translation,
)
from factbase.models import Redirect, User
from sources.models import Snapshot, Source

from .lives import PARTS, WHOLE, Lives, belongs, lives_of_claim


class Version(NamedTuple):
    """A claim as readers saw it from `since` until `until` (None: until now)."""

    since: datetime
    until: datetime | None
    claim: Claim


class PublicHistory:
    """A claim's past, read once: some forty queries, however much happened."""

    def __init__(self, claim: Claim):
        self.pk, self.present = claim.pk, claim
        self.lives = lives_of_claim(claim.pk)
        self.times = sorted(self.transactions())
        self.targets = Targets(self.lives)
        self.bounds = bounds_of(step.after for s in self.lives[Quantity].values() for step in s if step.after)

    def transactions(self) -> set[datetime]:
        """When the claim or a part of it changed; what curators note among themselves does not change it."""
        return {
            step.when
            for part in [WHOLE, *PARTS]
            if part.model is not Note
            for steps in self.lives[part.model].values()
            for step in steps
            if any(belongs(part, step, side, self.pk, self.lives) for side in ("before", "after"))
        }

    def versions(self) -> list[Version]:
        """Each time at which something may have changed for readers, oldest first; equal neighbours are not joined."""
        moments = {*self.times}
        own = [step.after for step in self.lives[Claim][self.pk] if step.after]
        moments |= {row.embargo_until for row in own if row.embargo_until}
        moments = sorted(moment for moment in moments if moment <= timezone.now())
        public = [(moment, until) for moment, until in zip(moments, [*moments[1:], None], strict=True)]
        return [Version(a, b, claim) for a, b in public if (claim := self.as_of(a))]

    def as_of(self, moment: datetime) -> Claim | None:
        """The claim with its parts as everyone could read it at that time, or None where nobody could."""
        [claim] = self.rows(Claim, moment) or [None]
        if claim is None or claim.status != Claim.Status.PUBLISHED or (claim.embargo_until or moment) > moment:
            return None
        claim.version = self.present.version - len([when for when in self.times if when > moment])
        claim.updated_at = max(when for when in self.times if when <= moment)
        self.add_parts(claim, moment)
        return claim

    def rows(self, model: type[Model], moment: datetime, **owner) -> list[Model]:
        """The rows of that time, as instances of the model, with these values."""
        found = []
        for steps in self.lives[model].values():
            past = [step.after for step in steps if step.when <= moment]
            if past and past[-1] and all(getattr(past[-1], name) in values for name, values in owner.items()):
                found.append(self.as_instance(model, past[-1]))
        return found

    def as_instance(self, model: type[Model], row: Model) -> Model:
        """A row of history, or the present one, as an instance that is never saved, with what it points at."""
        fields = [f for f in model._meta.concrete_fields if not f.generated]
        instance = model(**{f.attname: getattr(row, f.attname) for f in fields})
        for field in pointers(model):
            setattr(instance, field.name, self.targets.of(field.related_model, getattr(row, field.attname)))
        if model is Quantity:
            instance.bounds = self.bounds[as_bounded(row)]
        return instance

    def add_parts(self, claim: Claim, moment: datetime) -> None:
        mine = {"claim_id": {self.pk}}
        citations = known(self.rows(Citation, moment, **mine), "source_id")
        relays = self.rows(Attribution, moment, citation_id={citation.pk for citation in citations})
        for citation in citations:
            chain = [relay for relay in relays if relay.citation_id == citation.pk]
            citation._prefetched_objects_cache = {"attributions": in_order(chain, "position")}
        out = known(self.rows(ClaimLink, moment, from_claim_id={self.pk}), "to_claim_id")
        into = known(self.rows(ClaimLink, moment, to_claim_id={self.pk}), "from_claim_id")
        quantities = self.rows(Quantity, moment, **mine)
        reviews = [review for review in self.rows(Review, moment, **mine) if review.published_at]
        claim._prefetched_objects_cache = {
            "claimants": in_order(self.rows(Claimant, moment, **mine), "position"),
            "subjects": self.named(row.speaker for row in known(self.rows(ClaimSubject, moment, **mine), "speaker_id")),
            "topics": self.named(row.topic for row in known(self.rows(ClaimTopic, moment, **mine), "topic_id")),
            "quantities": sorted(quantities, key=lambda q: (q.start is None, q.start or 0, q.pk)),
            "citations": in_order(citations, "position"),
            "translations": in_order(self.rows(Translation, moment, **mine), "language"),
            "links_out": in_order(out, "pk"),
            "links_in": in_order(into, "pk"),
            "reviews": sorted(reviews, key=newest_review, reverse=True),
        }

    def named(self, records: Iterable[Model]) -> list[Model]:
        """Two that were merged meanwhile are one; in the order in which the database sorts them."""
        return sorted(set(records), key=self.targets.place)


class Targets:
    """What rows point at, as it is known today: merged records by their survivors, links by claims that are public."""

    def __init__(self, lives: Lives):
        wanted = defaultdict(set)
        for model, rows in lives.items():
            for field in pointers(model):
                after = (step.after for steps in rows.values() for step in steps if step.after)
                wanted[field.related_model] |= {getattr(row, field.attname) for row in after} - {None}
        self.survivors = survivors_of(wanted)
        self.known = {}
        for model, pks in wanted.items():
            pks = {self.survivors.get(pk, pk) for pk in pks}
            rows = SHOWN[model]() if model in SHOWN else model._default_manager.all()
            self.known[model] = {row.pk: row for row in rows.filter(pk__in=pks)}

    def of(self, model: type[Model], pk: UUID | None) -> Model | None:
        return self.known[model].get(self.survivors.get(pk, pk))

    def place(self, record: Model) -> int:
        return list(self.known[type(record)]).index(record.pk)


SHOWN = {
    Claim: lambda: Claim.objects.visible_to(None),
    Role: lambda: Role.objects.select_related("organization"),
    Snapshot: lambda: Snapshot.objects.only("retrieved_at", "archive_url", "sha256"),
    Source: lambda: Source.objects.select_related("publisher").prefetch_related("notices"),
}
OWNERS = {"claim", "citation", "review"}


def pointers(model: type[Model]) -> list[Field]:
    """The fields that point at something shown with the row; accounts never are."""
    fields = (f for f in model._meta.concrete_fields if f.is_relation and f.name not in OWNERS)
    return [f for f in fields if f.related_model is not User]


def known(rows: list[Model], pointer: str) -> list[Model]:
    """Without those that point at what is gone by now, or at a claim that is not public: `as_instance` emptied it."""
    return [row for row in rows if getattr(row, pointer)]


def in_order(rows: list[Model], field: str) -> list[Model]:
    return sorted(rows, key=lambda row: (getattr(row, field), row.pk))


def newest_review(review: Review) -> tuple:
    """As the database sorts reviews: undated first, then the newest."""
    return (review.reviewed_on is None, review.reviewed_on or date.min, review.pk)


def as_bounded(quantity: Model) -> tuple:
    """What the bounds of a number are computed from."""
    return (quantity.value, quantity.upper, quantity.comparator, quantity.significant_figures)


def bounds_of(quantities: Iterable[Model]) -> dict[tuple, Range]:
    """History keeps no computed columns: the database computes the bounds once more."""
    numbers = list({as_bounded(quantity) for quantity in quantities})
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT claims_bounds(v, hi, comparator, figures)"
            " FROM unnest(%s::numeric[], %s::numeric[], %s::text[], %s::int[]) WITH ORDINALITY"
            " AS q(v, hi, comparator, figures, n) ORDER BY n",
            [list(column) for column in zip(*numbers, strict=True)] or [[], [], [], []],
        )
        return dict(zip(numbers, (bounds for [bounds] in cursor.fetchall()), strict=True))


def survivors_of(wanted: dict[type[Model], set[UUID]]) -> dict[UUID, UUID]:
    keys = [str(pk) for pks in wanted.values() for pk in pks]
    return {UUID(key): target for key, target in Redirect.objects.filter(key__in=keys).values_list("key", "target")}
