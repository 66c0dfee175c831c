"""Which rows belong to a claim, and what happened to each of them, transaction by transaction."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from django.db.models import Model, Q, QuerySet
from django.utils.translation import gettext_lazy as _

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
    ReviewEvidence,
    Translation,
)
from factbase.models import Via


@dataclass(frozen=True)
class Part:
    """A model whose rows belong to a claim: what they are called, each by what, and which fields say whose they are."""

    model: type[Model]
    what: str
    called: tuple[str, ...]  # The first of these fields that says something.
    owners: tuple[str, ...] = ("claim",)

    @property
    def owner(self) -> type[Model]:
        return self.model._meta.get_field(self.owners[0]).related_model


WHOLE = Part(Claim, _("claim"), called=(), owners=())
# What belongs to another part comes after it.
PARTS = [
    Part(Claimant, _("claimant"), called=("speaker", "label", "basis")),
    Part(Quantity, _("quantity"), called=("as_written",)),
    Part(Citation, _("citation"), called=("quote", "locator")),
    Part(Attribution, _("attribution"), called=("speaker", "label"), owners=("citation",)),
    Part(Review, _("review"), called=("label", "rating")),
    Part(ReviewEvidence, _("evidence of a review"), called=("citation",), owners=("review",)),
    Part(Translation, _("translation"), called=("language",)),
    Part(ClaimTopic, _("topic"), called=("topic",)),
    Part(ClaimSubject, _("subject"), called=("speaker",)),
    Part(ClaimLink, _("link"), called=("to_claim", "from_claim"), owners=("from_claim", "to_claim")),
    Part(Note, _("note"), called=("text",)),
]


class Step(NamedTuple):
    """What one transaction did to one row: `before` is None where it made the row, `after` where it deleted it."""

    when: datetime
    who: UUID | None
    via: str
    before: Model | None
    after: Model | None


Lives = dict[type[Model], dict[UUID, list[Step]]]


def lives_of_claim(pk: UUID) -> Lives:
    """Every row that is, or ever was, the claim or a part of it. Two queries a model, however much happened."""
    lives = {Claim: lives_of(Claim, [pk])}
    for part in PARTS:
        owners = [pk] if part.owner is Claim else list(lives[part.owner])
        own = Q(*((f"{owner}__in", owners) for owner in part.owners), _connector=Q.OR)
        once = part.model.pgh_event_model.objects.filter(own).values("pgh_obj_id")
        now = part.model._base_manager.filter(own).values("id")
        lives[part.model] = lives_of(part.model, once.union(now))
    return lives


def lives_of(model: type[Model], ids: Iterable[UUID] | QuerySet) -> dict[UUID, list[Step]]:
    versions = defaultdict(list)
    for event in model.pgh_event_model.objects.filter(pgh_obj_id__in=ids).order_by("pgh_id"):
        versions[event.pgh_obj_id].append(event)
    for row in model._base_manager.filter(pk__in=ids):
        versions[row.pk].append(row)
    return {pk: life(rows) for pk, rows in versions.items()}


def life(versions: list[Model]) -> list[Step]:
    """From the versions of one row, oldest first, what each transaction did to it."""
    steps, last = [], None

    def add(when, who, via, before, after):
        if steps and steps[-1].when == when:
            steps[-1] = steps[-1]._replace(after=after)
        else:
            steps.append(Step(when, who, via, before, after))

    for row in versions:
        if last is None:  # The first, or one that came back after it was deleted, from a fixture for instance.
            add(row.created_at, row.created_by_id, row.created_via, None, row)
        else:
            add(*at_work(last), last, row)
        last = row
        if getattr(row, "pgh_label", "") == "delete":
            add(*at_work(row), row, None)
            last = None
    return steps


def at_work(event: Model) -> tuple[datetime, UUID | None, str]:
    """When the change was made, by which account, and through which door."""
    context = event.pgh_context or {}
    who = context.get("user")
    return event.pgh_created_at, UUID(who) if who else None, context.get("via") or Via.SHELL.value


def belongs(part: Part, step: Step, side: str, claim: UUID, lives: Lives) -> bool:
    """Whether the row, as it was on that side of the step, was the claim or a part of it: parts can move to another."""
    row = getattr(step, side)
    if row is None or part is WHOLE:
        return row is not None
    owners = {getattr(row, f"{owner}_id") for owner in part.owners}
    if part.owner is Claim:
        return claim in owners
    return any(
        owner.claim_id == claim for pk in owners if (owner := as_of(lives[part.owner].get(pk, []), step.when, side))
    )


def as_of(steps: list[Step], when: datetime, side: str) -> Model | None:
    """The row as it was before, or after, the transaction of that time."""
    rows = [step.after for step in steps if step.when < when or (side == "after" and step.when == when)]
    return rows[-1] if rows else None
