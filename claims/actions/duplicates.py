"""Is this claim here already? Likely duplicates, and what a curator decides about a pair."""

from django.contrib.auth.models import AbstractBaseUser
from django.contrib.postgres.search import TrigramSimilarity
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _

from claims.models import Citation, Claim, Claimant, Proposition, Quantity
from factbase.models import Distinct

ALIKE = 0.55  # of trigrams, by trial: a reworded sentence is above, another sentence on the same matter below
SHOWN = 5


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
        if not claim.can_be_changed_by(by):
            raise PermissionDenied(_("“%(claim)s” is not yours to change: ask an editor.") % {"claim": claim})
