"""Merging two records that are one.

All that points to the merged record moves to the survivor, the merged one's old id and slug lead to it ever after,
and history keeps what went. A `Plan` is made by reading alone, so that a page can show it; `Merge.merge` carries it
out in one transaction. Each app says in its `actions` how its own records are merged.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DataError, IntegrityError, OperationalError, connection, models, transaction
from django.db.models import Exists, F, Max, Min, OuterRef, Q, QuerySet, UniqueConstraint
from django.utils.translation import gettext as _

from factbase.constraints import explain
from factbase.history import OWN
from factbase.models import Distinct, Record, Redirect
from factbase.timeouts import take_time
from factbase.trees import Descendants

DEADLOCK = "40P01"


@dataclass(frozen=True)
class Twins:
    """When two rows say the same thing once both belong to the survivor, so that one of them goes.

    They are equal in the fields `same`, and in all others one says nothing that the other does not say too; `unsaid`
    gives values that say nothing, `aside` fields that are no matter. What the row that goes says beyond the other, and
    what `inherits` returns for (kept, dropped), is written into the one that stays.
    """

    same: tuple[str, ...] = ()
    aside: tuple[str, ...] = ()
    unsaid: Mapping[str, object] = field(default_factory=dict)
    agree: Callable[[Record, Record], bool] = lambda kept, dropped: True
    inherits: Callable[[Record, Record], dict] = lambda kept, dropped: {}


# By the field that points to the merged record: "claims.Role.speaker". Where a unique constraint would break,
# a row goes even without a rule here.
TWINS: dict[str, Twins] = {}


def pointers(model: type[models.Model]) -> list[models.ForeignKey]:
    """The fields of other records that point to `model`. Event rows and search texts are no records.

    Models that are pointed to themselves come first: a claimant is compared once it is known which roles are one.
    """
    found = [relation.field for relation in relations(model)]
    return sorted(found, key=lambda pointer: not relations(pointer.model))


def relations(model: type[models.Model]) -> list[models.ManyToOneRel]:
    return [
        relation
        for relation in model._meta.get_fields(include_hidden=True)
        if relation.auto_created
        and (relation.one_to_many or relation.one_to_one)
        and issubclass(relation.related_model, Record)
    ]


def is_empty(value: object) -> bool:
    return value in (None, "", [])


@dataclass
class Fold:
    """Two rows that say the same: `dropped` goes, what points to it moves to `kept`, which takes `changes` over."""

    kept: Record
    dropped: Record
    changes: dict
    plan: "Plan"


@dataclass
class Relation:
    """The rows that point to the merged record through `field`."""

    field: models.ForeignKey
    rows: QuerySet
    folds: list[Fold]
    moved: int
    copies: dict = field(default_factory=dict)  # Of rows that never change: the id of each one's copy.

    @property
    def name(self) -> str:
        return self.field.model._meta.model_name


class Plan:
    """What merging `merged` into `survivor` would do to the rows that point to it. Reads alone, until carried out."""

    def __init__(
        self, survivor: Record, merged: Record, *, doomed: Iterable[QuerySet] = (), copied: Iterable[str] = ()
    ):
        self.survivor, self.merged = survivor, merged
        self.doomed = [row for rows in doomed for row in rows]
        self.copied = copied
        self.becomes = {}  # Ids of rows that go, with the id of the one that answers for each.
        self.relations = [self.plan_relation(pointer) for pointer in pointers(type(survivor))]

    @cached_property
    def moved(self) -> Counter:
        counts = Counter()
        direct = {relation.name for relation in self.relations}
        for relation in self.relations:
            counts[relation.name] += relation.moved
            for fold in relation.folds:
                # A claimant of a role that is dropped is the merged speaker's too: once is enough.
                counts += Counter({name: n for name, n in fold.plan.moved.items() if name not in direct})
        return +counts

    @cached_property
    def dropped(self) -> Counter:
        counts = Counter(row._meta.model_name for row in self.doomed)
        for relation in self.relations:
            counts[relation.name] += len(relation.folds)
            for fold in relation.folds:
                counts += fold.plan.dropped
        return +counts

    def plan_relation(self, pointer: models.ForeignKey) -> Relation:
        manager = pointer.model._base_manager
        rows = manager.filter(**{pointer.name: self.merged.pk}).exclude(pk__in=[row.pk for row in self.doomed])
        folds = self.find_twins(pointer, rows, manager.filter(**{pointer.name: self.survivor.pk}))
        rows = rows.exclude(pk__in=[fold.dropped.pk for fold in folds])
        relation = Relation(pointer, rows, folds, moved=rows.count())
        if str(pointer) in self.copied:
            relation.copies = {pk: pointer.model._meta.pk.get_default() for pk in rows.values_list("pk", flat=True)}
        self.becomes |= relation.copies | {fold.dropped.pk: fold.kept.pk for fold in folds}
        return relation

    def find_twins(self, pointer: models.ForeignKey, rows: QuerySet, theirs: QuerySet) -> list[Fold]:
        folds = []
        for twins, unique in twin_rules(pointer):
            gone = {fold.dropped.pk for fold in folds}
            candidates = [row for row in facing(rows, theirs, twins.same) if row.pk not in gone]
            pool = {}
            for row in facing(theirs, rows, twins.same) if candidates else ():
                pool.setdefault(values(row, twins.same), []).append(row)
            for dropped in candidates:
                facing_it = pool.get(values(dropped, twins.same), [])
                for kept in facing_it:
                    changes = self.changes(pointer, kept, dropped, twins)
                    if changes is None and unique:
                        changes = {}
                    if changes is None or (changes and str(pointer) in self.copied):
                        continue
                    folds.append(Fold(kept, dropped, changes, Plan(kept, dropped)))
                    facing_it.remove(kept)  # Said twice on one side, it is said twice after.
                    break
        return folds

    def changes(self, pointer: models.ForeignKey, kept: Record, dropped: Record, twins: Twins) -> dict | None:
        """What `kept` takes over from `dropped`, or None where each says something of its own."""
        more, less = {}, False
        aside = {pointer.name, "id", "position", *OWN, *twins.same, *twins.aside}
        for f in pointer.model._meta.concrete_fields:
            if f.generated or f.name in aside:
                continue
            ours, theirs = getattr(kept, f.attname), getattr(dropped, f.attname)
            theirs = self.becomes.get(theirs, theirs) if f.is_relation else theirs
            if ours == theirs:
                continue
            if is_empty(ours) or ours == twins.unsaid.get(f.name):
                more[f.attname] = theirs
            elif is_empty(theirs) or theirs == twins.unsaid.get(f.name):
                less = True
            else:
                return None
        # The place from one and the period from the other would say what neither says.
        if (more and less) or not twins.agree(kept, dropped):
            return None
        return more | twins.inherits(kept, dropped)

    def carry_out(self) -> None:
        for row in self.doomed:
            row.delete()
        for relation in self.relations:
            model, pointer = relation.field.model, relation.field
            for fold in relation.folds:
                fold.plan.carry_out()
                if str(pointer) in self.copied:
                    redirect(fold.dropped, fold.kept)
            model._base_manager.filter(pk__in=[fold.dropped.pk for fold in relation.folds]).delete()
            for fold in relation.folds:
                if fold.changes:
                    change(fold.kept, fold.changes)
            if relation.copies:
                self.copy(relation)
            elif relation.moved:
                relation.rows.update(**{pointer.name: self.survivor.pk}, **self.renumbered(relation))

    def renumbered(self, relation: Relation) -> dict:
        """Rows that are numbered within the survivor come after its own, in their order."""
        pointer = relation.field
        unique = [set(c.fields) for c in pointer.model._meta.constraints if isinstance(c, UniqueConstraint)]
        if {pointer.name, "position"} not in unique:
            return {}
        taken = pointer.model._base_manager.filter(**{pointer.name: self.survivor.pk}).aggregate(last=Max("position"))
        first = relation.rows.aggregate(first=Min("position"))["first"]
        return {} if taken["last"] is None else {"position": F("position") + (taken["last"] + 1 - first)}

    def copy(self, relation: Relation) -> None:
        """Rows that never change are written anew for the survivor; what points to the old ones moves to these."""
        pointer = relation.field
        for row in relation.rows.iterator():
            own = [f for f in pointer.model._meta.concrete_fields if not f.generated and f.name not in ("id", *OWN)]
            fields = {f.attname: getattr(row, f.attname) for f in own}
            new = pointer.model(**fields | {"id": relation.copies[row.pk], pointer.attname: self.survivor.pk})
            new.save(force_insert=True)
            Plan(new, row).carry_out()
            redirect(row, new)
            row.delete()


def twin_rules(pointer: models.ForeignKey) -> Iterable[tuple[Twins, bool]]:
    """Each rule for rows that point through this field, and whether a unique constraint is behind it."""
    for constraint in pointer.model._meta.constraints:
        if isinstance(constraint, UniqueConstraint) and pointer.name in constraint.fields:
            others = tuple(name for name in constraint.fields if name != pointer.name)
            if "position" not in others:  # A number of order: given anew.
                yield Twins(same=others), True
    if pointer.unique:
        yield Twins(), True
    if str(pointer) in TWINS:
        yield TWINS[str(pointer)], False


def facing(rows: QuerySet, others: QuerySet, same: tuple[str, ...]) -> QuerySet:
    """Those of `rows` that have one of `others` with equal values in `same`."""
    return rows.filter(Exists(others.filter(**{name: OuterRef(name) for name in same}))) if same else rows


def values(row: Record, names: tuple[str, ...]) -> tuple:
    return tuple(getattr(row, row._meta.get_field(name).attname) for name in names)


def change(record: Record, changes: dict) -> None:
    for name, value in changes.items():
        setattr(record, name, value)
    record.save(update_fields=changes)


def redirect(merged: Record, survivor: Record) -> None:
    """The old id and slug answer for the survivor, and so does whatever led to the merged record before."""
    kind = survivor._meta.model_name
    Redirect.objects.filter(kind=kind, target=merged.pk).update(target=survivor.pk)
    for key in filter(None, (str(merged.pk), getattr(merged, "slug", ""))):
        Redirect.objects.update_or_create(kind=kind, key=key, defaults={"target": survivor.pk})


def keep_apart(merged: Record, survivor: Record) -> None:
    """What is not the same as the merged record is not the same as the survivor."""
    kind = survivor._meta.model_name
    for pair in Distinct.objects.filter(Q(a=merged.pk) | Q(b=merged.pk), kind=kind):
        other = pair.b if pair.a == merged.pk else pair.a
        a, b = sorted([other, survivor.pk])
        if a == b or Distinct.objects.filter(kind=kind, a=a, b=b).exists():
            pair.delete()
        else:
            change(pair, {"a": a, "b": b})


@dataclass(frozen=True)
class Merged:
    """What a merge did: rows moved and dropped by model name, and the survivor's fields that changed."""

    survivor: Record
    moved: Counter
    dropped: Counter
    filled: tuple[str, ...]


@dataclass(frozen=True)
class Merge:
    """How records of one kind are merged. The functions take (survivor, merged).

    refusals: why these two cannot be merged, each with the remedy. warnings: what a curator should know before.
    together: fields that are filled together or not at all, as a date and its words are.
    blend: fields of the survivor that are made of both. doomed: rows that make no sense afterwards. prepare: what to
    mend before rows move. copied: fields through which rows point that never change.
    """

    model: type[Record]
    refusals: Callable[[Record, Record], Iterable[str]]
    warnings: Callable[[Record, Record], Iterable[str]] = lambda survivor, merged: ()
    together: tuple[tuple[str, ...], ...] = ()
    blend: Callable[[Record, Record], dict] = lambda survivor, merged: {}
    doomed: Callable[[Record, Record], Iterable[QuerySet]] = lambda survivor, merged: ()
    prepare: Callable[[Record, Record], None] = lambda survivor, merged: None
    copied: tuple[str, ...] = ()

    @property
    def right(self) -> str:
        return f"{self.model._meta.app_label}.merge_{self.model._meta.model_name}"

    def refuse(self, survivor: Record, merged: Record) -> list[str]:
        name = self.model._meta.verbose_name
        if survivor.pk == merged.pk:
            return [_("A %(name)s is not merged with itself: choose another one.") % {"name": name}]
        return list(self.refusals(survivor, merged))

    def plan(self, survivor: Record, merged: Record) -> Plan:
        return Plan(survivor, merged, doomed=self.doomed(survivor, merged), copied=self.copied)

    def changes(self, survivor: Record, merged: Record) -> dict:
        """The survivor's fields that change, by attname: empty ones filled from the merged record, and blends."""
        blend = self.blend(survivor, merged)
        left = {"slug", *blend}
        for group in self.together:
            if not all(is_empty(getattr(survivor, name)) for name in group):
                left |= set(group)
        changes = {}
        for f in self.model._meta.concrete_fields:
            value = getattr(merged, f.attname)
            if not f.editable or f.generated or f.name in left or is_empty(value):
                continue
            circle = f.related_model is self.model and is_below(value, survivor)
            if is_empty(getattr(survivor, f.attname)) and not circle:
                changes[f.attname] = value
        return changes | {name: value for name, value in blend.items() if value != getattr(survivor, name)}

    @transaction.atomic
    def merge(self, *, survivor: Record, merged: Record, by: AbstractBaseUser) -> Merged:
        """Merge, in one transaction. Raises PermissionDenied, or ValidationError with the remedy."""
        if not by.has_perm(self.right):
            names = self.model._meta.verbose_name_plural
            refusal = _("%(account)s may not merge %(names)s: ask an administrator for the right to.")
            raise PermissionDenied(refusal % {"account": by, "names": names})
        take_time()
        try:
            return self._merge(survivor, merged)
        except (IntegrityError, DataError) as error:
            raise ValidationError(explain(error)) from error
        except OperationalError as error:
            if getattr(error.__cause__, "sqlstate", None) != DEADLOCK:
                raise
            raise ValidationError(_("Somebody saved one of their parts in this moment: try again.")) from error

    def _merge(self, survivor: Record, merged: Record) -> Merged:
        # In the order of their ids, as two merges of the same pair would wait for each other otherwise.
        pks = [survivor.pk, merged.pk]
        locked = {row.pk: row for row in self.model._base_manager.filter(pk__in=pks).order_by("pk").select_for_update()}
        for record in (survivor, merged):
            if record.pk not in locked:
                gone = _("“%(record)s” is gone: it was merged or deleted meanwhile.") % {"record": record}
                raise ValidationError(gone, code="gone")
        present, old = locked[survivor.pk], locked[merged.pk]
        if refusals := self.refuse(present, old):
            raise ValidationError(refusals)
        plan, changes = self.plan(present, old), self.changes(present, old)
        result = Merged(survivor, plan.moved, plan.dropped, tuple(changes))
        self.prepare(present, old)
        plan.carry_out()
        redirect(old, present)
        keep_apart(old, present)
        old.delete()  # Before the survivor takes over what is unique, as an address is.
        if changes:
            change(present, changes)
        with connection.cursor() as cursor:
            # Rules that wait for the commit speak now, while there is somebody to answer.
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")
        survivor.refresh_from_db()
        return result


def is_below(pk: object, record: Record) -> bool:
    """True for the record itself and, in a tree, for all that stand below it."""
    if not hasattr(record, "parent_id"):
        return pk == record.pk
    model = type(record)
    return model._base_manager.filter(pk=pk, pk__in=Descendants(model._base_manager.filter(pk=record.pk))).exists()
