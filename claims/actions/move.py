"""Moving a citation to another claim: the words stay where they stand in the source, the claim they are for changes."""

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DataError, IntegrityError, connection, transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from claims.models import Citation, Claim, ReviewEvidence
from factbase.constraints import explain


def move_citation(*, citation: Citation, to: Claim, by: AbstractBaseUser) -> Citation:
    """Put the citation, with its attributions, under another claim. All or nothing.

    Its place is kept where it is free there, else it goes last; it leads there if no other does. Where it led, the
    next one leads. Raises PermissionDenied, or ValidationError with the remedy.
    """
    try:
        with transaction.atomic():
            claims = Claim.objects.select_for_update().order_by("pk").in_bulk([citation.claim_id, to.pk])
            citation = Citation.objects.select_for_update().get(pk=citation.pk)
            if citation.claim_id not in claims or to.pk not in claims:
                raise ValidationError(_("Somebody moved or deleted it meanwhile: look again."))
            origin, target = claims[citation.claim_id], claims[to.pk]
            refuse_move(citation, origin, target, by)
            led = citation.is_lead
            put_under(citation, target)
            if led:
                name_a_lead(origin)
            check_rules()
    except (IntegrityError, DataError) as error:
        raise ValidationError(
            _("%(rule)s Until then this citation stays where it is.") % {"rule": explain(error)}
        ) from error
    return citation


def refuse_move(citation: Citation, origin: Claim, target: Claim, by: AbstractBaseUser) -> None:
    if origin == target:
        raise ValidationError(_("It stands under this claim already: choose another one."))
    for claim in (origin, target):
        if claim.status == Claim.Status.WITHDRAWN:
            raise ValidationError(_("“%(claim)s” is withdrawn: it stays as it is.") % {"claim": claim})
        if not claim.can_be_changed_by(by):
            raise PermissionDenied(_("“%(claim)s” is not yours to change: ask an editor.") % {"claim": claim})
    evidence = ReviewEvidence.objects.filter(citation=citation).exclude(review__claim=target).select_related("review")
    if reviews := ", ".join(f"“{each.review}”" for each in evidence):
        raise ValidationError(
            _("A review of the claim that it leaves rests on it (%(reviews)s): take it out of that evidence first.")
            % {"reviews": reviews}
        )


def put_under(citation: Citation, claim: Claim) -> None:
    """Write whose it is now. Its place is another one where that is taken, and one that leads already goes on to."""
    others = claim.citations.exclude(pk=citation.pk)
    if others.filter(position=citation.position).exists():
        citation.position = others.aggregate(last=Max("position"))["last"] + 1
    if others.filter(is_lead=True).exists():
        citation.is_lead = False
    citation.claim = claim
    citation.save(update_fields=["claim", "position", "is_lead"])


def name_a_lead(claim: Claim) -> None:
    """After its lead went: the first that states the claim leads, else the first."""
    rest = list(claim.citations.all())
    if rest and not any(each.is_lead for each in rest):
        lead = next((each for each in rest if each.stance == Citation.Stance.STATES), rest[0])
        lead.is_lead = True
        lead.save(update_fields=["is_lead"])


def check_rules() -> None:
    """Rules that wait for the commit speak now, while there is somebody to answer."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")
