"""The timeline: who did what to a claim and its parts, when, and through which door."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db.models import Model, TextChoices
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from claims.models import Claim, Review
from factbase.models import User, Via
from factbase.permissions import sees_drafts

from .fields import FieldChange, Names, changes, columns, shown
from .lives import PARTS, WHOLE, Part, Step, belongs, lives_of_claim
from .versions import BROUGHT_BACK

# Said in words where the state changes (`state_in_words`), and so not once more as fields.
STATE = {"status", "published_at", "withdrawn_kind", "withdrawn_reason", "returned_note"}
ACCOUNTS = {"submitted_by", "published_by"}


class Action(TextChoices):
    ADDED = "added", gettext_lazy("added")
    CHANGED = "changed", gettext_lazy("changed")
    REMOVED = "removed", gettext_lazy("removed")
    MOVED_HERE = "moved_here", gettext_lazy("moved here")
    MOVED_AWAY = "moved_away", gettext_lazy("moved away")


@dataclass
class PartChange:
    """What happened to the claim's own row, or to one of its parts."""

    what: str
    name: str  # Of the row.
    called: str  # The field that the name is from.
    action: Action
    fields: list[FieldChange]
    state: str = ""  # "published", "withdrawn (error): …"
    old_version: Model | None = None  # The event that kept it, where it could be brought back.

    @property
    def details(self) -> list[FieldChange]:
        """The fields, without the one by which a new or removed row is called: its name tells that already."""
        told = self.called if self.action in (Action.ADDED, Action.REMOVED) and len(self.name) <= 120 else ""
        return [change for change in self.fields if change.field.name != told]


@dataclass
class Change:
    """One entry: what one transaction did. `by` names the account also where it is gone."""

    when: datetime
    who: User | None
    by: str
    via: str
    parts: list[PartChange] = field(default_factory=list)

    @property
    def door(self) -> str:
        return dict(Via.choices).get(self.via, self.via)


def timeline(claim: Claim, seen_by: User | None = None) -> list[Change]:
    """All that was done to the claim and its parts, newest first; to a deleted claim too.

    Or what `seen_by` may see of it: without a right to see drafts, of a claim of others only what was done since it
    was published, and of no claim the parts whose kind the account may not view.
    The number of queries does not grow with what happened: two a model, and one or two a model of names.
    """
    lives, names = lives_of_claim(claim.pk), Names(seen_by)
    found = []
    limited = seen_by is not None and not sees_drafts(seen_by)
    for part in [WHOLE, *(part for part in PARTS if not limited or may_view(seen_by, part.model))]:
        for step in (step for steps in lives[part.model].values() for step in steps):
            inside = [belongs(part, step, side, claim.pk, lives) for side in ("before", "after")]
            if any(inside):
                found.append((part, step, inside))
                names.wanted[User].add(step.who)
                names.want(part.model, step.before)
                names.want(part.model, step.after)
    own = lives[Claim].get(claim.pk)
    present = own[-1].after if own else None
    entries = {}
    for part, step, inside in found:
        if (change := part_change(part, step, inside, claim.pk, names)).fields or change.state:
            if part is WHOLE and change.action == Action.CHANGED and bringable(step, present, names):
                change.old_version = step.before
            key = (step.when, step.who, step.via)
            entries.setdefault(key, entry(step, names)).parts.append(change)
    told = sorted(entries.values(), key=lambda change: change.when, reverse=True)
    if limited and claim.created_by_id != seen_by.pk:
        told = [change for change in told if claim.published_at and change.when >= claim.published_at]
    return told


def may_view(user: User, model: type[Model]) -> bool:
    return user.has_perm(f"{model._meta.app_label}.view_{model._meta.model_name}")


def deleted_claim(pk: UUID) -> Claim | None:
    """The claim as it was when it was deleted; None where there is none, or it is there again."""
    event = Claim.pgh_event_model.objects.filter(pgh_obj_id=pk).order_by("-pgh_id").first()
    if event is None or event.pgh_label != "delete" or Claim._base_manager.filter(pk=pk).exists():
        return None
    fields = {f.attname: getattr(event, f.attname) for f in Claim._meta.concrete_fields if not f.generated}
    return Claim(**fields)


def entry(step: Step, names: Names) -> Change:
    account = names.of(User, step.who) if step.who else None
    return Change(step.when, account if isinstance(account, User) else None, str(account or ""), step.via)


def bringable(step: Step, present: Model | None, names: Names) -> bool:
    """Whether this change replaced a version of the claim's own fields, which the present one is not."""
    replaced = changes(BROUGHT_BACK, step.before, step.after, names)
    return bool(replaced and present and changes(BROUGHT_BACK, step.before, present, names))


def part_change(part: Part, step: Step, inside: list[bool], claim: UUID, names: Names) -> PartChange:
    before, after = step.before, step.after
    match inside:
        case [True, True]:
            action = Action.CHANGED
        case [False, _]:
            action = Action.MOVED_HERE if before else Action.ADDED
        case _:
            action = Action.MOVED_AWAY if after else Action.REMOVED
    hidden = set()
    if not (before and after):
        # To which claim it belongs goes without saying; the other end of a link does not.
        row = before or after
        hidden = {name for name in part.owners if part.owner is not Claim or getattr(row, f"{name}_id") == claim}
        hidden |= {"position", *STATE, *(ACCOUNTS if before else ())}
    if state := state_in_words(part.model, before, after):
        hidden |= STATE
        # Whoever published it is whoever made this change, unless the change says otherwise.
        hidden |= {name for name in ACCOUNTS if getattr(after, f"{name}_id", None) in (None, step.who)}
    fields = [f for f in columns(part.model) if f.name not in hidden]
    name, called = name_of(part, after or before, claim, names)
    return PartChange(capfirst(part.what), name, called, action, changes(fields, before, after, names), state)


def name_of(part: Part, row: Model, claim: UUID, names: Names) -> tuple[str, str]:
    """What the row is called, and the field that says so; a link by the claim at its other end."""
    for name in part.called:
        column = part.model._meta.get_field(name)
        value = getattr(row, column.attname)
        if value and value != claim:
            # Which end of a link another claim stands at is told as a field.
            return shown(column, value, names), "" if name in part.owners else name
    return "", ""


def state_in_words(model: type[Model], before: Model | None, after: Model | None) -> str:
    """What a verb did: "published"; empty where the state is as it was, or is a new draft's."""
    if after is None:
        return ""
    if model is Review:
        was, now = before and before.published_at, after.published_at
        return "" if bool(was) == bool(now) else _("published") if now else _("no longer public")
    if model is not Claim or after.status == (before.status if before else Claim.Status.DRAFT):
        return ""
    match after.status:
        case Claim.Status.DRAFT:
            note = f": {after.returned_note}" if after.returned_note else ""
            return _("returned to draft") + note
        case Claim.Status.IN_REVIEW:
            return _("submitted for review")
        case Claim.Status.PUBLISHED:
            return _("published")
        case _withdrawn:
            kind = dict(Claim.WithdrawnKind.choices).get(after.withdrawn_kind, after.withdrawn_kind)
            return _("withdrawn (%(kind)s): %(reason)s") % {
                "kind": str(kind).lower(),
                "reason": after.withdrawn_reason,
            }
