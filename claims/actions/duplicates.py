"""Is this claim here already? Likely duplicates, and what a curator decides about a pair."""

from collections.abc import Iterable
from uuid import UUID

from django.contrib.auth.models import AbstractBaseUser
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.search import TrigramSimilarity
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Exists, Func, OuterRef, Q, TextField
from django.utils.translation import gettext as _

from claims.models import Citation, Claim, Claimant, Proposition, Quantity
from factbase.models import Distinct

ALIKE = 0.55  # of trigrams, by trial: a reworded sentence is above, another sentence on the same matter below
SHOWN = 5
# The front page looks through the newest claims alone: the same words are mostly entered twice within days, and each
# save looks through all. So it costs the same with a million claims.
NEWEST_OPEN, NEWEST = 100, 300
Pair = tuple[UUID, UUID]
OPEN = (Claim.Status.DRAFT, Claim.Status.IN_REVIEW)


def likely_duplicates(claim: Claim, user: AbstractBaseUser) -> list[Claim]:
    """Claims that may be the same, those that `user` may see, the most alike first, 5 at most.

    The same words in the same source; or by one of its claimants, much the same words or the same number. Pairs
    that somebody called "not the same" are left out, and so are those under one proposition.
    """
    others = Claim.objects.visible_to(user).exclude(pk=claim.pk).exclude(status=Claim.Status.WITHDRAWN)
    if claim.proposition_id:
        others = others.exclude(proposition=claim.proposition_id)
    pairs = Distinct.objects.filter(kind="claim")
    known = [
        *pairs.filter(a=claim.pk).values_list("b", flat=True),
        *pairs.filter(b=claim.pk).values_list("a", flat=True),
    ]
    same_words = Q()
    for source, quote in claim.citations.exclude(quote="").values_list("source", "quote"):
        same_words |= Q(source=source, quote=quote)
    same_number = Q()
    for value, unit, comparator in claim.quantities.values_list("value", "unit", "comparator"):
        same_number |= Q(value=value, unit=unit, comparator=comparator)
    speakers = list(claim.claimants.exclude(speaker=None).values_list("speaker", flat=True))
    by_them = Q(Exists(Claimant.objects.filter(claim=OuterRef("pk"), speaker__in=speakers)))
    alike = by_them & Q(alike__gte=ALIKE)
    if same_number:
        alike |= by_them & Exists(Quantity.objects.filter(same_number, claim=OuterRef("pk")))
    if same_words:
        alike |= Q(Exists(Citation.objects.filter(same_words, claim=OuterRef("pk"))))
    found = others.exclude(pk__in=known).annotate(alike=TrigramSimilarity("text", claim.text)).filter(alike)
    return list(found.order_by("-alike", "pk")[:SHOWN])


def newest_with_likely_duplicates() -> list[UUID]:
    """Ids of the newest drafts and claims in review that may be the same as one of the newest claims, newest first.

    By the rules of `likely_duplicates`, for accounts that see drafts.
    """
    newest = Claim.objects.order_by("-id").only("proposition")
    # One state after the other, as the index has them: to look for both, PostgreSQL walks past all published ones.
    of_each = [claim for status in OPEN for claim in newest.filter(status=status)[:NEWEST_OPEN]]
    looked_at = {claim.pk: claim for claim in sorted(of_each, key=lambda claim: claim.pk)[-NEWEST_OPEN:]}
    opened = set(looked_at)
    looked_at |= {claim.pk: claim for claim in newest.exclude(status=Claim.Status.WITHDRAWN)[:NEWEST]}
    ids = list(looked_at)

    speakers, numbers, words = {}, {}, {}
    for pk, speaker in Claimant.objects.filter(claim__in=ids, speaker__isnull=False).values_list("claim", "speaker"):
        speakers.setdefault(speaker, set()).add(pk)
    for pk, *number in Quantity.objects.filter(claim__in=ids).values_list("claim", "value", "unit", "comparator"):
        numbers.setdefault(pk, set()).add(tuple(number))
    for pk, *quote in Citation.objects.filter(claim__in=ids).exclude(quote="").values_list("claim", "source", "quote"):
        words.setdefault(tuple(quote), set()).add(pk)

    same_words, same_speaker = pairs_among(words.values(), opened), pairs_among(speakers.values(), opened)
    same_number = {pair for pair in same_speaker if numbers.get(pair[0], set()) & numbers.get(pair[1], set())}
    found = same_words | same_number
    found |= alike(same_speaker - found)
    known = Distinct.objects.filter(kind="claim", a__in=ids, b__in=ids).values_list("a", "b")
    found -= set(known)
    found = {
        (a, b)
        for a, b in found
        if not looked_at[a].proposition_id or looked_at[a].proposition_id != looked_at[b].proposition_id
    }
    return sorted({pk for pair in found for pk in pair} & opened, reverse=True)


def pairs_among(groups: Iterable[set[UUID]], opened: set[UUID]) -> set[Pair]:
    """The pairs within each group of which one is open, the smaller id first."""
    return {(min(one, two), max(one, two)) for group in groups for one in group & opened for two in group if one != two}


def alike(pairs: set[Pair]) -> set[Pair]:
    """Those of the pairs whose texts are much alike, as `similarity` of pg_trgm has it.

    Each text is taken apart once and becomes a number with one bit a trigram: all pairs that there can be take 0.2 s at
    worst, where all are by one speaker, and 2 s by SQL.
    """
    ids = {pk for pair in pairs for pk in pair}
    trigrams = Func("text", function="show_trgm", output_field=ArrayField(TextField()))
    bit_of, bits = {}, {}
    for pk, found in Claim.objects.filter(pk__in=ids).values_list("pk", trigrams):
        bits[pk] = sum(1 << bit_of.setdefault(trigram, len(bit_of)) for trigram in found)
    return {(a, b) for a, b in pairs if (bits[a] & bits[b]).bit_count() >= ALIKE * (bits[a] | bits[b]).bit_count() > 0}


def call_distinct(*, claim: Claim, other: Claim, by: AbstractBaseUser) -> None:
    """Remember, both ways, that these are not the same."""
    refuse_unless_theirs(by, claim)
    first, second = sorted((claim.pk, other.pk))
    if first == second:
        raise ValidationError(_("A claim is the same as itself: choose another one."))
    Distinct.objects.get_or_create(kind="claim", a=first, b=second)


@transaction.atomic
def put_under_one_proposition(*, claim: Claim, other: Claim, by: AbstractBaseUser) -> Proposition:
    """Say that both claims say the same: under the proposition that one has, else under a new one."""
    refuse_unless_theirs(by, claim, other)
    if claim.proposition and other.proposition and claim.proposition != other.proposition:
        raise ValidationError(
            _("They have two propositions already, “%(one)s” and “%(other)s”: choose one by hand.")
            % {"one": claim.proposition, "other": other.proposition}
        )
    proposition = claim.proposition or other.proposition or Proposition.objects.create(text=claim.text[:1000])
    for each in (claim, other):
        each.proposition = proposition
        each.save(update_fields=["proposition"])
    return proposition


def refuse_unless_theirs(by: AbstractBaseUser, *claims: Claim) -> None:
    for claim in claims:
        if claim.status == Claim.Status.WITHDRAWN:
            raise ValidationError(_("“%(claim)s” is withdrawn: it stays as it is.") % {"claim": claim})
        if not claim.can_be_changed_by(by):
            raise PermissionDenied(_("“%(claim)s” is not yours to change: ask an editor.") % {"claim": claim})
