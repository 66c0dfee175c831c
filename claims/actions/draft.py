"""A claim made at the reading desk: the draft with its claimant, numbers and citation, all or nothing."""

from collections.abc import Iterable

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DataError, IntegrityError, connection, transaction
from django.utils.translation import gettext as _

from claims.models import Citation, Claim, Claimant, Quantity
from factbase.constraints import explain

RIGHTS = ("claims.add_claim", "claims.add_claimant", "claims.add_quantity", "claims.add_citation")
# Not the curator's to get wrong; the database compares them.
EXCLUDED = ("claim", "created_by", "position", "lead_of")


def may_draft(user: AbstractBaseUser) -> bool:
    """Whether the account may make claims at the reading desk: what it makes is a draft of its own."""
    return user.has_perms(RIGHTS)


def save_draft(
    *, claim: Claim, claimant: Claimant, quantities: Iterable[Quantity], citation: Citation, by: AbstractBaseUser
) -> Claim:
    """Save these new rows as one draft of `by`. Raises PermissionDenied, or ValidationError with what is wrong.

    The citation leads. Where the numbers' words stand in the claim's text is looked up here, in their order; a number
    whose words are not in it has no place.
    """
    if not may_draft(by):
        refusal = _("%(account)s may not add claims: ask an administrator for the right to.")
        raise PermissionDenied(refusal % {"account": by})
    try:
        with transaction.atomic():
            claim.created_by = by
            claim.save(force_insert=True)
            citation.is_lead = True
            cursor = 0
            for part in (claimant, *quantities, citation):
                part.claim, part.created_by = claim, by
                if isinstance(part, Quantity):
                    cursor = place(part, claim.text, cursor)
                part.full_clean(exclude=EXCLUDED)
                part.save(force_insert=True)
            with connection.cursor() as database:
                # Rules that wait for the commit speak now, while there is somebody to answer.
                database.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")
    except (IntegrityError, DataError) as error:
        raise ValidationError(explain(error)) from error
    return claim


def place(quantity: Quantity, text: str, cursor: int) -> int:
    """Give the number the place of its words in the text, after the number before it; and where to go on from."""
    start = text.find(quantity.as_written, cursor)
    if start == -1:
        start = text.find(quantity.as_written)
    if start == -1:
        quantity.start = quantity.end = None
        return cursor
    quantity.start, quantity.end = start, start + len(quantity.as_written)
    return max(cursor, quantity.end)
