"""Quotes looked for in the newest snapshot of their source, what was found written down, and proposals accepted.

The check never changes a quote. It says how the anchor stands, and gives a citation that has no place yet the place
where its words stand, if it is one. Everything else is a proposal, which a curator accepts.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DataError, IntegrityError, connection, transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from claims.anchors import Finding, Outcome, Page, Piece, Place, around, difference, find, plain
from claims.models import AnchorCheck, Citation, Note
from claims.querysets import CitationQuerySet
from factbase.constraints import explain
from sources.models import Snapshot

BATCH = 500
SNAPSHOTS_AT_ONCE = 20
# What a place is looked up by: a save of other fields alone needs no check.
ANCHORING = {"quote", "source", "snapshot", "prefix", "suffix", "start", "end", "anchor"}
PLACE = ("snapshot_id", "start", "end", "prefix", "suffix", "anchor")
ANCHOR = {
    Outcome.EXACT: Citation.Anchor.EXACT,
    Outcome.MOVED: Citation.Anchor.MOVED,
    Outcome.SEVERAL: Citation.Anchor.MOVED,
    Outcome.CHANGED: Citation.Anchor.CHANGED,
    Outcome.REFUSED: Citation.Anchor.MISSING,
    Outcome.MISSING: Citation.Anchor.MISSING,
}


def look(citation: Citation, newest: UUID, page: Page) -> Finding:
    """Where the citation's quote stands in the newest snapshot."""
    return find(
        citation.quote,
        page,
        start=citation.start,
        end=citation.end,
        prefix=citation.prefix,
        suffix=citation.suffix,
        anchored_here=citation.snapshot_id == newest,
    )


# Checking


def check_citation(citation: Citation) -> None:
    """Look for one citation's quote; the object in hand is brought up to date too."""
    fresh = Citation.objects.filter(pk=citation.pk)
    with transaction.atomic(savepoint=False):
        check_batch(list(fresh.with_newest_snapshot()))
    if row := fresh.values(*PLACE, "version").first():
        for name, value in row.items():
            setattr(citation, name, value)


def check_source(source_id: UUID) -> Counter:
    """Look for every quote from this source that was not looked for in its newest snapshot yet."""
    return check_anchors(Citation.objects.filter(source=source_id))


def check_anchors(
    citations: CitationQuerySet, *, every: bool = False, progress: Callable[[int], None] = lambda done: None
) -> Counter:
    """Look for these citations' quotes; only for those not looked for yet, or `every` one. Returns outcomes counted.

    In batches by source, each a transaction with a fixed number of queries, and never many snapshots in memory.
    A citation that somebody is changing at that moment is let be: its own saving looks for it.
    """
    found, last = Counter(), None
    wanted = citations.quoting().with_newest_snapshot() if every else citations.to_check()
    wanted = wanted.order_by("source_id", "id")
    while True:
        rows = wanted.filter(after(last)) if last else wanted
        with transaction.atomic():
            keys = list(rows.values_list("source_id", "pk")[:BATCH])
            if not keys:
                return found
            mine = Citation.objects.filter(pk__in=[pk for _, pk in keys]).select_for_update(
                of=("self", "claim"), skip_locked=True, no_key=True
            )
            batch = list(mine.select_related("claim").with_newest_snapshot())
            found += check_batch(batch)
        found["busy"] += len(keys) - len(batch)
        last = keys[-1]
        progress(len(keys))


def after(key: tuple[UUID, UUID]) -> Q:
    return Q(source_id__gt=key[0]) | Q(source_id=key[0], pk__gt=key[1])


def check_batch(citations: list[Citation]) -> Counter:
    """Look for these quotes and write down what was found; each citation has `newest`, its source's snapshot."""
    before = {citation.pk: [getattr(citation, name) for name in PLACE] for citation in citations}
    findings = dict(look_for(citations))
    for citation in citations:
        settle(citation, findings.get(citation.pk))
    write(citations, before)
    checked = {citation.pk: citation for citation in citations if citation.pk in findings}
    known = ("anchor_check__snapshot", "anchor_check__anchoring", "anchor_check__kept")
    rows = Citation.objects.filter(pk__in=checked).with_anchoring().values_list("pk", "anchoring", *known)
    AnchorCheck.objects.bulk_create(
        [
            AnchorCheck(
                citation_id=pk,
                snapshot_id=checked[pk].newest,
                anchoring=anchoring,
                outcome=findings[pk].outcome.value,
                kept=bool(kept) and (in_snapshot, as_it_was) == (checked[pk].newest, anchoring),
            )
            for pk, anchoring, in_snapshot, as_it_was, kept in rows
        ],
        update_conflicts=True,
        unique_fields=["citation"],
        update_fields=["snapshot", "anchoring", "outcome", "kept"],
    )
    return Counter(findings[pk].outcome.value if pk in findings else "nothing" for pk in before)


def write(citations: list[Citation], before: dict[UUID, list]) -> None:
    """Write what differs from `before`: the anchor alone of most, all of a citation that was given its first place."""
    anchors, placed = {}, []
    for citation in citations:
        *place, was = before[citation.pk]
        if [getattr(citation, name) for name in PLACE[:-1]] != place:
            placed.append(citation)
        elif citation.anchor != was:
            anchors.setdefault(citation.anchor, []).append(citation.pk)
    for found, pks in anchors.items():
        Citation.objects.filter(pk__in=pks).update(anchor=found)
    if placed:
        Citation.objects.bulk_update(placed, [name.removesuffix("_id") for name in PLACE])


def settle(citation: Citation, finding: Finding | None) -> None:
    """Set the anchor to what was found. An exact one that counts in an older snapshot goes on counting there."""
    was_exact = citation.anchor == Citation.Anchor.EXACT
    citation.anchor = ANCHOR[finding.outcome] if finding else Citation.Anchor.UNCHECKED
    if citation.anchor == Citation.Anchor.EXACT and not was_exact:
        citation.snapshot_id = citation.newest


def look_for(citations: Iterable[Citation]) -> Iterator[tuple[UUID, Finding]]:
    by_snapshot = {}
    for citation in citations:
        if citation.newest and citation.quote:
            by_snapshot.setdefault(citation.newest, []).append(citation)
    snapshots = Snapshot.objects.filter(pk__in=by_snapshot).only("text").order_by()
    for snapshot in snapshots.iterator(chunk_size=SNAPSHOTS_AT_ONCE):
        page = Page(snapshot.text)
        for citation in by_snapshot[snapshot.pk]:
            finding = look(citation, snapshot.pk, page)
            if is_first_place(citation, finding, page):
                anchor(citation, snapshot.pk, page, finding.place)
                finding = Finding(Outcome.EXACT, finding.places)
            yield citation.pk, finding


def is_first_place(citation: Citation, finding: Finding, page: Page) -> bool:
    """The citation had no place, and its very words stand at one, with the very words around them that it names."""
    place = finding.place
    if citation.start is not None or finding.outcome != Outcome.MOVED:
        return False
    if citation.snapshot_id not in (None, citation.newest) or page.text[place.start : place.end] != citation.quote:
        return False
    before, after_it = plain(page.text[: place.start]), plain(page.text[place.end :])
    return before.endswith(plain(citation.prefix)) and after_it.startswith(plain(citation.suffix))


def anchor(citation: Citation, snapshot_id: UUID, page: Page, place: Place) -> None:
    """Give the citation this place, and the words around it."""
    citation.snapshot_id, citation.start, citation.end = snapshot_id, place.start, place.end
    citation.prefix, citation.suffix = around(page.text, place.start, place.end)


# Proposals


@dataclass(frozen=True)
class Proposal:
    """A place that a curator may accept, with what it would change in the quote and the words around it."""

    place: Place
    words: str
    pieces: list[Piece]
    prefix: str
    suffix: str


@dataclass(frozen=True)
class Proposals:
    """What was found in `snapshot`. Only a match may be accepted; what is refused is shown all the same."""

    snapshot: Snapshot
    finding: Finding
    proposals: list[Proposal]

    @property
    def may_be_accepted(self) -> bool:
        return self.finding.outcome in (Outcome.MOVED, Outcome.SEVERAL, Outcome.CHANGED)


def proposals(citation: Citation) -> Proposals | None:
    """What the newest snapshot of its source says of the citation now; None where there is nothing to look in."""
    newest = Snapshot.objects.filter(source=citation.source_id).order_by("-retrieved_at", "-id").first()
    if newest is None or not citation.quote:
        return None
    page = Page(newest.text)
    finding = look(citation, newest.pk, page)
    return Proposals(newest, finding, [proposal(citation, page, place) for place in finding.places])


def proposal(citation: Citation, page: Page, place: Place) -> Proposal:
    words = page.text[place.start : place.end]
    around_it = around(page.text, place.start, place.end, 80)
    return Proposal(place, words, difference(citation.quote, words), *around_it)


@transaction.atomic
def accept(*, citation: Citation, by: AbstractBaseUser, snapshot: UUID, start: int, end: int, version: int) -> None:
    """Anchor the citation at a proposed place, with the source's own words there as its quote.

    `version` is that of the citation which `by` saw. Raises PermissionDenied, or ValidationError where this is no
    proposal (any more).
    """
    citation = lock(citation, by, version)
    now = proposals(citation)
    if now is None or now.snapshot.pk != snapshot:
        raise ValidationError(_("The source has another newest snapshot by now: look at what it says once more."))
    chosen = [p for p in now.proposals if (p.place.start, p.place.end) == (start, end)]
    if not chosen or not now.may_be_accepted:
        raise ValidationError(
            _("%(start)d to %(end)d is no proposal for this quote (any more): look once more.")
            % {"start": start, "end": end}
        )
    citation.quote = chosen[0].words
    citation.anchor = Citation.Anchor.EXACT
    anchor(citation, snapshot, Page(now.snapshot.text), chosen[0].place)
    try:
        with transaction.atomic():
            citation.save(update_fields=["quote", *(name.removesuffix("_id") for name in PLACE)])
            with connection.cursor() as cursor:
                # Rules that wait for the commit speak now, while there is somebody to answer.
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")
    except (IntegrityError, DataError) as error:
        raise ValidationError(explain(error)) from error


@transaction.atomic
def keep(*, citation: Citation, by: AbstractBaseUser, snapshot: UUID, version: int) -> None:
    """Keep the quote as it is, whatever the newest snapshot says. A note on the claim says who did.

    It is not asked again until the quote or the source changes. Raises PermissionDenied, or ValidationError where
    there is nothing to keep.
    """
    citation = lock(citation, by, version)
    check = AnchorCheck.objects.filter(citation=citation, snapshot=snapshot).first()
    this = Citation.objects.filter(pk=citation.pk)
    if check is None or this.to_check().exists() or not this.broken().exists():
        raise ValidationError(_("There is nothing to keep (any more): look once more."))
    AnchorCheck.objects.filter(citation=citation).update(kept=True)
    text = f"Kept the quote “{citation.quote[:1000]}” as it is. Newest snapshot: {check.get_outcome_display()}."
    Note.objects.create(claim_id=citation.claim_id, created_by_id=by.pk, text=text)


def lock(citation: Citation, by: AbstractBaseUser, version: int) -> Citation:
    """The row, nobody else's until the end of the transaction. Raises PermissionDenied, or ValidationError."""
    present = Citation.objects.select_for_update(of=("self",)).select_related("claim").get(pk=citation.pk)
    if not by.has_perm("claims.change_citation") or not present.claim.can_be_changed_by(by):
        raise PermissionDenied(_("This citation is not yours to change: a contributor changes drafts of their own."))
    if present.version != version:
        raise ValidationError(_("The citation was changed meanwhile: look once more."), code="changed_meanwhile")
    return present
