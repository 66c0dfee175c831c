"""Merging speakers, topics and claims: what is refused, what two rows say in common, what is made of both."""

from collections.abc import Iterator

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from claims.models import Citation, Claim, ClaimLink, Quantity, Speaker, Topic, Translation
from factbase.dates import format_range
from factbase.merging import TWINS, Merge, Merged, Twins, is_below

Status = Claim.Status


def merge_speakers(*, survivor: Speaker, merged: Speaker, by: AbstractBaseUser) -> Merged:
    """Make one speaker of two. Raises PermissionDenied, or ValidationError with the remedy."""
    return SPEAKERS.merge(survivor=survivor, merged=merged, by=by)


def merge_topics(*, survivor: Topic, merged: Topic, by: AbstractBaseUser) -> Merged:
    """Make one topic of two. Raises PermissionDenied, or ValidationError with the remedy."""
    return TOPICS.merge(survivor=survivor, merged=merged, by=by)


def merge_claims(*, survivor: Claim, merged: Claim, by: AbstractBaseUser) -> Merged:
    """Make one claim of two: the survivor keeps its words and its state. Raises PermissionDenied or ValidationError."""
    return CLAIMS.merge(survivor=survivor, merged=merged, by=by)


def refuse_circle(survivor: Speaker | Topic, merged: Speaker | Topic) -> Iterator[str]:
    if is_below(survivor.pk, merged):
        yield (
            _(
                "“%(survivor)s” stands below “%(merged)s” and would stand below itself: merge the other way round,"
                " or give “%(survivor)s” another parent first."
            )
            % {"survivor": survivor, "merged": merged}
        )


def refuse_speakers(survivor: Speaker, merged: Speaker) -> Iterator[str]:
    if survivor.kind != merged.kind:
        yield (
            _(
                "“%(survivor)s” is of kind %(kind)s and “%(merged)s” of kind %(other_kind)s: keep both, and give the"
                " person a role in the organization. If one kind is wrong, mend it first."
            )
            % {
                "survivor": survivor,
                "kind": survivor.get_kind_display().lower(),
                "merged": merged,
                "other_kind": merged.get_kind_display().lower(),
            }
        )
    items = {speaker.wikidata_id for speaker in (survivor, merged) if speaker.wikidata_id}
    if len(items) > 1:
        yield (
            _("Wikidata knows them as two (%(one)s and %(other)s): keep both. If one id is wrong, mend it first.")
            % {"one": survivor.wikidata_id, "other": merged.wikidata_id}
        )
    yield from refuse_circle(survivor, merged)


def all_names(survivor: Speaker, merged: Speaker) -> dict:
    """Every name that either had finds the survivor."""
    aliases = list(survivor.aliases)
    for name in (merged.name, *merged.aliases):
        if name not in aliases and name != survivor.name:
            aliases.append(name)
    return {"aliases": aliases}


def refuse_claims(survivor: Claim, merged: Claim) -> Iterator[str]:
    yield from refuse_states(survivor, merged)
    names = [
        sorted(str(c.speaker) for c in claim.claimants.select_related("speaker") if c.speaker_id)
        for claim in (survivor, merged)
    ]
    if all(names) and not set(names[0]) & set(names[1]):
        yield (
            _(
                "They are made by different speakers (%(one)s; %(other)s), so they are two"
                " claims: give both the same proposition instead. If the speakers are one, merge the speakers first."
            )
            % {"one": ", ".join(names[0]), "other": ", ".join(names[1])}
        )
    dated = survivor.stated and merged.stated
    if dated and not Claim.objects.filter(pk=survivor.pk, stated__overlap=merged.stated).exists():
        yield (
            _(
                "They were made at different times (%(one)s and %(other)s),"
                " so they are two claims: give both the same proposition instead. If one date is wrong, mend it first."
            )
            % {"one": format_range(survivor.stated), "other": format_range(merged.stated)}
        )


def refuse_states(survivor: Claim, merged: Claim) -> Iterator[str]:
    """What is public stays so, what is not does not become so unseen, and a tombstone stays where it is."""
    if Status.WITHDRAWN in (survivor.status, merged.status):
        yield _("One of them is withdrawn, and its tombstone stays: withdraw the other one too, as a duplicate.")
        return
    if merged.status == Status.PUBLISHED and survivor.status != Status.PUBLISHED:
        yield (
            _(
                "The one that goes is published, and the one that stays is %(status)s:"
                " swap them, or publish the other one first."
            )
            % {"status": survivor.get_status_display().lower()}
        )
        return
    if survivor.status != Status.PUBLISHED:
        return
    if merged.sensitive and merged.status != Status.PUBLISHED:
        yield _("The one that goes is sensitive and not published: have it published by another editor first.")
    ends = [embargo_end(claim) for claim in (survivor, merged)]
    if merged.status == Status.PUBLISHED and ends[0] != ends[1] or merged.status != Status.PUBLISHED and ends[1]:
        yield (
            _(
                "They are under different embargoes, and would be public too early or no longer: wait for the end of"
                " %(end)s, or give both the same embargo first."
            )
            % {"end": f"{max(filter(None, ends)):%Y-%m-%d %H:%M}"}
        )


def embargo_end(claim: Claim):
    return claim.embargo_until if claim.embargo_until and claim.embargo_until > timezone.now() else None


def warn_of_claims(survivor: Claim, merged: Claim) -> Iterator[str]:
    if survivor.status == Status.PUBLISHED and merged.status != Status.PUBLISHED:
        yield _("The one that stays is published: what moves to it is public at once.")
    if merged.status == Status.IN_REVIEW and survivor.status == Status.DRAFT:
        yield _("The one that goes is in review, the one that stays is a draft: it is submitted anew.")
    if survivor.text != merged.text:
        yield _("The one that stays keeps its text. That of the one that goes is kept in history alone.")
    if survivor.proposition_id and merged.proposition_id and survivor.proposition_id != merged.proposition_id:
        yield _("They have different propositions: that of the one that stays is kept.")


def blend_claims(survivor: Claim, merged: Claim) -> dict:
    """Care taken for either is taken for both; curators' notes are kept together."""
    notes = [claim.notes for claim in (survivor, merged) if claim.notes.strip()]
    blend = {
        "sensitive": survivor.sensitive or merged.sensitive,
        "notes": "\n\n".join(dict.fromkeys(notes)),
    }
    if survivor.status != Status.PUBLISHED:
        ends = [claim.embargo_until for claim in (survivor, merged) if claim.embargo_until]
        blend["embargo_until"] = max(ends, default=None)
    return blend


def senseless(survivor: Claim, merged: Claim) -> list[QuerySet]:
    """Links between the two, and translations into the survivor's own language."""
    pair = [survivor.pk, merged.pk]
    return [
        ClaimLink.objects.filter(from_claim__in=pair, to_claim__in=pair),
        Translation.objects.filter(claim=merged, language=survivor.language),
    ]


def prepare_claims(survivor: Claim, merged: Claim) -> None:
    """Numbers are found again in the survivor's text; its lead citation stays the only one."""
    for quantity in Quantity.objects.filter(claim=merged, start__isnull=False):
        words, text = quantity.as_written, survivor.text
        if text[quantity.start : quantity.end] != words:
            start = text.index(words) if text.count(words) == 1 else None
            quantity.start, quantity.end = start, None if start is None else start + len(words)
            # The update waits with its check for the end, when both rows belong to the survivor.
            quantity.save(update_fields=["start", "end"])
    if survivor.citations.filter(is_lead=True).exists():
        Citation.objects.filter(claim=merged, is_lead=True).update(is_lead=False)


def same_relays(kept: Citation, dropped: Citation) -> bool:
    """True where the same people relayed both, or one does not say: two chains in one would be a third."""
    chains = [list(c.attributions.values_list("speaker", "label", "verb")) for c in (kept, dropped)]
    return chains[0] == chains[1] or not all(chains)


def lead(kept: Citation, dropped: Citation) -> dict:
    """Where the lead goes, the one that says the same leads, unless its claim has another."""
    has_lead = dropped.is_lead and Citation.objects.filter(claim=kept.claim_id, is_lead=True).exclude(pk=dropped.pk)
    return {"is_lead": True} if dropped.is_lead and not has_lead.exists() else {}


def twin_citations(*same: str) -> Twins:
    return Twins(same, aside=("is_lead",), unsaid={"anchor": "unchecked"}, agree=same_relays, inherits=lead)


TWINS["claims.Role.speaker"] = Twins(same=("title",))
TWINS["claims.Claimant.speaker"] = Twins(same=("claim",))
TWINS["claims.Claimant.claim"] = Twins()
TWINS["claims.Quantity.claim"] = Twins(same=("as_written", "value"), aside=("start", "end"))
TWINS["claims.Citation.claim"] = twin_citations("source")
TWINS["claims.Citation.source"] = twin_citations("claim")
TWINS["claims.Attribution.citation"] = Twins()

SPEAKERS = Merge(Speaker, refusals=refuse_speakers, blend=all_names)
TOPICS = Merge(Topic, refusals=refuse_circle)
CLAIMS = Merge(
    Claim,
    refusals=refuse_claims,
    warnings=warn_of_claims,
    together=(("stated", "stated_as_written", "stated_basis"),),
    blend=blend_claims,
    doomed=senseless,
    prepare=prepare_claims,
)
