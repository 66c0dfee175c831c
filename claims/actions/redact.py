"""Redaction: what the law or a person's safety demands is blanked everywhere at once; a tombstone stays.

Every other change keeps the old words. This one keeps none, in no table and no history. Backups made before
still hold them: README, "Deploying it", says so.
"""

from hashlib import sha256
from uuid import UUID

import pgtrigger
from django.apps import apps
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import AbstractBaseUser
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection, models, transaction
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from claims.models import Attribution, Change, Claim, Note, Proposition, Review, ReviewEvidence
from factbase.models import Redirect
from factbase.timeouts import take_time
from sources.models import Snapshot

BLANK = "[redacted]"
# What of a claim itself goes; the rest (kind, language, state, times) is its tombstone.
WORDS = {
    "text": BLANK,
    "stated": None,
    "stated_as_written": "",
    "stated_basis": "",
    "occasion": "",
    "returned_note": "",
    "notes": "",
    "proposition": None,
}


def parts_of(claim: Claim) -> dict[type[models.Model], models.QuerySet]:
    """Every row that belongs to the claim, by model, in the order in which they can go."""
    found = {
        ReviewEvidence: ReviewEvidence.objects.filter(Q(review__claim=claim) | Q(citation__claim=claim)),
        Attribution: Attribution.objects.filter(citation__claim=claim),
    }
    for relation in Claim._meta.related_objects:
        if is_part(relation):
            rows = relation.related_model._default_manager.filter(**{relation.field.name: claim})
            found[relation.related_model] = found.get(relation.related_model, rows.none()) | rows
    found[Review] = found.pop(Review)  # reviews rest on citations, which go after their evidence
    return found


def is_part(relation) -> bool:
    """Whether the rows of this relation are parts: not history, and not the search text, which triggers keep."""
    return hasattr(relation.related_model, "created_via") and not hasattr(relation.related_model, "pgh_obj")


def snapshots_with_words(claim: Claim) -> models.QuerySet[Snapshot]:
    """Snapshots of the sources it cites in which its words stand."""
    quotes = {quote for quote in claim.citations.values_list("quote", flat=True) if quote} | {claim.text}
    holds = Q(pk__in=claim.citations.values("snapshot"))
    for quote in quotes:
        holds |= Q(text__contains=quote)
    return Snapshot.objects.filter(holds, source__in=claim.citations.values("source"))


def what_goes(claim: Claim) -> dict[str, int]:
    """What a redaction of this claim will blank, by name, and how many of each."""
    counts = {}
    for rows in (*parts_of(claim).values(), snapshots_with_words(claim)):
        count, names = rows.count(), rows.model._meta
        counts[names.verbose_name if count == 1 else names.verbose_name_plural] = count
    versions = sum(events_of(model, pks).count() for model, pks in recorded_rows(claim).items())
    counts[ngettext("old version", "old versions", versions)] = versions
    return {str(name): count for name, count in counts.items() if count}


@transaction.atomic
def redact(*, claim: Claim, by: AbstractBaseUser, kind: str, reason: str, legal_basis: str) -> None:
    """Blank the claim, its parts, their history, and snapshots with its words.

    A public claim becomes a withdrawn one with `kind` (legal or privacy) and the public `reason`; the legal basis
    stays as a curators' note. Raises PermissionDenied, or ValidationError where a word is missing.
    """
    if not by.has_perm("claims.redact_claim"):
        raise PermissionDenied(
            _("%(account)s may not redact claims: ask an administrator for the right to.") % {"account": by}
        )
    if kind not in (Claim.WithdrawnKind.LEGAL, Claim.WithdrawnKind.PRIVACY):
        raise ValidationError(_("'%(kind)s' is no kind of redaction: choose legal or privacy.") % {"kind": kind})
    for name, words, limit in ((_("public reason"), reason, 1000), (_("legal basis"), legal_basis, 4000)):
        if not words.strip() or len(words) > limit:
            needed = _("The %(name)s is needed, of %(limit)s characters at most.")
            raise ValidationError(needed % {"name": name, "limit": f"{limit:,}"})

    take_time()
    claim = Claim.objects.select_for_update().get(pk=claim.pk)
    proposition, rows, snapshots = claim.proposition, recorded_rows(claim), list(snapshots_with_words(claim))
    for parts in parts_of(claim).values():
        parts.delete()
    for snapshot in snapshots:
        blank_snapshot(snapshot)
        rows.setdefault(Snapshot, []).extend([snapshot.pk, *merged_into(snapshot)])
    for name, value in WORDS.items():
        setattr(claim, name, value)
    if claim.status in (Claim.Status.PUBLISHED, Claim.Status.WITHDRAWN):
        claim.status, claim.withdrawn_kind, claim.withdrawn_reason = Claim.Status.WITHDRAWN, kind, reason.strip()
    claim.save()
    if Change.objects.filter(claim=claim.pk, due=None).exists():
        Change.objects.create(claim=claim.pk, kind=Change.Kind.REDACTED, version=claim.version)
    if proposition and not proposition.claims.exists():
        rows[Proposition] = [proposition.pk]
        proposition.delete()
    with connection.cursor() as cursor:
        # Whatever still waits happens now: no old row may be written after its history is gone.
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")
    for model, pks in rows.items():
        forget(model, pks)
    Note.objects.create(claim=claim, text=f"Redacted ({kind}). Legal basis: {legal_basis.strip()}", created_by=by)


def recorded_rows(claim: Claim) -> dict[type[models.Model], list]:
    """Ids of the claim and of all parts that it, or a claim merged into it, has or ever had, by model."""
    claims = [claim.pk, *merged_into(claim)]
    rows = {model: list(parts.values_list("pk", flat=True)) for model, parts in parts_of(claim).items()}
    for model in rows:
        event = event_model(model)
        for field in event._meta.concrete_fields:
            if field.related_model is Claim and field.name != "pgh_obj":
                theirs = event.objects.filter(**{f"{field.name}__in": claims})
                rows[model] += theirs.values_list("pgh_obj_id", flat=True)
    citations, reviews = (rows[apps.get_model("claims", name)] for name in ("Citation", "Review"))
    gone = event_model(Attribution).objects.filter(citation__in=citations)
    rows[Attribution] += gone.values_list("pgh_obj_id", flat=True)
    gone = event_model(ReviewEvidence).objects.filter(Q(citation__in=citations) | Q(review__in=reviews))
    rows[ReviewEvidence] += gone.values_list("pgh_obj_id", flat=True)
    return rows | {Claim: claims}


def merged_into(record: models.Model) -> list[UUID]:
    """Ids of the records that this one answers for since a merge: their words are in history alone."""
    redirects = Redirect.objects.filter(kind=record._meta.model_name, target=record.pk)
    return [UUID(key) for key in redirects.values_list("key", flat=True)]


def event_model(model: type[models.Model]) -> type[models.Model]:
    return apps.get_model(model._meta.app_label, f"{model.__name__}Event")


def events_of(model: type[models.Model], pks: list) -> models.QuerySet:
    return event_model(model).objects.filter(pgh_obj_id__in=pks)


def forget(model: type[models.Model], pks: list) -> None:
    """Take the words out of these rows' history and out of the admin's log; that there were changes stays."""
    event = event_model(model)
    with pgtrigger.ignore(f"{event._meta.app_label}.{event.__name__}:append_only"):
        if model is Claim:
            events_of(model, pks).update(**WORDS)
        else:
            events_of(model, pks).delete()
    entries = LogEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(model), object_id__in=[str(pk) for pk in pks]
    )
    entries.update(object_repr=BLANK, change_message="")


def blank_snapshot(snapshot: Snapshot) -> None:
    """Take the text away under the citations that count in it: they lose their places there."""
    snapshot.citations.update(start=None, end=None, anchor="unchecked")
    snapshot.source.dismissals.all().delete()  # Hashes of its words.
    snapshot.original.delete(save=False)
    with pgtrigger.ignore("sources.Snapshot:never_changed"):
        Snapshot.objects.filter(pk=snapshot.pk).update(
            text=BLANK, sha256=sha256(BLANK.encode()).hexdigest(), original="", archive_url=""
        )
