"""Making two claims of one that says two things."""

from collections.abc import Mapping

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DataError, IntegrityError, models, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from claims.models import (
    Citation,
    Claim,
    ClaimLink,
    ClaimSubject,
    Note,
    Proposition,
    Quantity,
    Review,
    ReviewEvidence,
    Translation,
)
from factbase.constraints import explain
from factbase.history import OWN

from .move import check_rules, name_a_lead


class Goes(models.TextChoices):
    """Where a part of a claim that is split is to be."""

    STAYS = "stays", gettext_lazy("stays with the first")
    MOVES = "moves", gettext_lazy("moves to the second")
    BOTH = "both", gettext_lazy("is copied: in both")


# What may be in both. A finding, or a translation of the whole, is not made twice.
COPIED = (Quantity, Citation, ClaimSubject)
DIVIDED = {
    Quantity: "quantities",
    Citation: "citations",
    ClaimSubject: "claimsubject_set",
    Review: "reviews",
    Translation: "translations",
}
OPEN = (Claim.Status.DRAFT, Claim.Status.IN_REVIEW)
# What the second has from the first; claimants and topics too.
SHARED = ("kind", "wording", "language", "stated", "stated_as_written", "stated_basis", "occasion", "sensitive")
Part = Quantity | Citation | ClaimSubject | Review | Translation


def parts_to_divide(claim: Claim) -> list[Part]:
    """Every part that goes to one claim, to the other, or to both."""
    return [part for name in DIVIDED.values() for part in getattr(claim, name).all()]


def split_claim(
    *,
    claim: Claim,
    by: AbstractBaseUser,
    text: str,
    other_text: str,
    goes: Mapping[Part, str],
    proposition: str = Goes.STAYS,
    link: str = "",
    version: int | None = None,
) -> Claim:
    """Give the claim `text`, and make a second one, a draft, of `other_text` and of the parts that `goes` says.

    A part that `goes` does not name stays. What moves keeps its history. Each claim gets a curators' note that names
    the other; `link` is a ClaimLink kind, from the second to the first, where one is true. `version` is that which
    `by` saw. Returns the second. Raises PermissionDenied, or ValidationError with the remedy.
    """
    try:
        with transaction.atomic():
            present = Claim.objects.select_for_update().get(pk=claim.pk)
            refuse_split(present, by, version)
            if not text.strip() or not other_text.strip() or text.strip() == other_text.strip():
                raise ValidationError(_("Write what each of the two claims says: they are different."))
            refuse_torn_reviews(present, goes)
            second = make_second(present, other_text, by)
            divide_proposition(present, second, proposition)
            present.text = text
            present.save(update_fields=["text", "proposition"])
            divide(present, second, goes)
            say_so(present, second, link, by)
            check_rules()
    except Claim.DoesNotExist as error:
        raise ValidationError(_("Somebody deleted this claim meanwhile.")) from error
    except (IntegrityError, DataError) as error:
        raise ValidationError(explain(error)) from error
    claim.refresh_from_db()
    return second


def refuse_split(claim: Claim, by: AbstractBaseUser, version: int | None) -> None:
    if claim.status not in OPEN:
        raise ValidationError(why_not_open(claim))
    if not (claim.can_be_changed_by(by) and by.has_perm("claims.add_claim")):
        raise PermissionDenied(_("“%(claim)s” is not yours to split: ask an editor.") % {"claim": claim})
    if version is not None and version != claim.version:
        raise ValidationError(_("The claim was changed meanwhile. Nothing was split: look at it again."))


def why_not_open(claim: Claim) -> str:
    if claim.status == Claim.Status.WITHDRAWN:
        return _("This claim is withdrawn: it stays as it is.")
    return _(
        "A published claim's text does not change without a word: use “Next from this source” for what it says besides,"
        " move the citations there, and correct the text here."
    )


def refuse_torn_reviews(claim: Claim, goes: Mapping[Part, str]) -> None:
    """A review and the citations that it rests on stay together."""
    for each in ReviewEvidence.objects.filter(review__claim=claim).select_related("review", "citation"):
        citation = goes.get(each.citation, Goes.STAYS)
        if each.citation.claim_id == claim.pk and citation not in (goes.get(each.review, Goes.STAYS), Goes.BOTH):
            raise ValidationError(
                _("The review “%(review)s” rests on “%(citation)s”: let both go to one claim, or copy the citation.")
                % {"review": each.review, "citation": each.citation}
            )


def make_second(claim: Claim, text: str, by: AbstractBaseUser) -> Claim:
    fields = {name: getattr(claim, name) for name in SHARED}
    second = Claim.objects.create(text=text, embargo_until=claim.embargo_until, created_by=by, **fields)
    for part in (*claim.claimants.all(), *claim.claimtopic_set.all()):
        copy(part, claim=second)
    return second


def divide_proposition(claim: Claim, second: Claim, goes: str) -> None:
    proposition: Proposition | None = claim.proposition
    if proposition and goes != Goes.STAYS:
        second.proposition = proposition
        second.save(update_fields=["proposition"])
        claim.proposition = proposition if goes == Goes.BOTH else None


def divide(claim: Claim, second: Claim, goes: Mapping[Part, str]) -> None:
    had_lead = claim.citations.filter(is_lead=True).exists()
    copies = {}
    for part in parts_to_divide(claim):
        where = goes.get(part, Goes.STAYS)
        if where == Goes.BOTH and not isinstance(part, COPIED):
            raise ValidationError(_("“%(part)s” is not copied: it stays or moves.") % {"part": part})
        if where == Goes.BOTH:
            copies[part] = copy(part, claim=second)
        elif where == Goes.MOVES:
            part.claim = second
            part.save(update_fields=["claim"])
    for citation, twin in copies.items():
        if isinstance(citation, Citation):
            for link in citation.attributions.all():
                copy(link, citation=twin)
            ReviewEvidence.objects.filter(review__claim=second, citation=citation).update(citation=twin)
    for each in (claim, second):
        for quantity in each.quantities.all():
            find_words(quantity, each.text)
        if had_lead:
            name_a_lead(each)


def copy(row: models.Model, **changed) -> models.Model:
    """A new row that says the same, but for what is `changed`."""
    fields = [f for f in row._meta.concrete_fields if not (f.primary_key or f.generated or f.name in OWN)]
    return type(row).objects.create(**{f.name: getattr(row, f.name) for f in fields} | changed)


def find_words(quantity: Quantity, text: str) -> None:
    """Where its words stand in the new text: as before, else where they stand just once, else not known."""
    words = quantity.as_written
    if quantity.start is not None and text[quantity.start : quantity.end] == words:
        return
    start = text.index(words) if text.count(words) == 1 else None
    quantity.start, quantity.end = start, None if start is None else start + len(words)
    quantity.save(update_fields=["start", "end"])


def say_so(claim: Claim, second: Claim, link: str, by: AbstractBaseUser) -> None:
    """A note on each says where the other is; only what a curator chose is said of how they relate."""
    Note.objects.create(claim=claim, created_by=by, text=f"Split: the rest of it is claim {second.pk}.")
    Note.objects.create(claim=second, created_by=by, text=f"Split from claim {claim.pk}.")
    if link:
        ClaimLink.objects.create(from_claim=second, to_claim=claim, kind=link)
