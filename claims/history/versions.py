"""Old versions of a claim's own fields, brought back as a new change."""

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DataError, IntegrityError, connection, transaction
from django.db.models import Model
from django.utils.translation import gettext as _

from claims.models import Claim
from factbase.constraints import explain

from .fields import FieldChange, Names, changes

# What a curator fills in; the state, and who made or published it, are nobody's to bring back.
BROUGHT_BACK = [f for f in Claim._meta.concrete_fields if f.editable and not f.primary_key]


def differences(claim: Claim, event: Model) -> list[FieldChange]:
    """What bringing the old version back would change, field by field."""
    names = Names()
    names.want(Claim, claim)
    names.want(Claim, event)
    return changes(BROUGHT_BACK, claim, event, names)


def bring_back(*, claim: Claim, event: Model, by: AbstractBaseUser, version: int | None = None) -> None:
    """Write the claim's own fields as they were in an old version (a ClaimEvent). Its parts stay as they are.

    `version` is that of the claim which `by` saw: a newer one is not written over unseen. Raises PermissionDenied,
    or ValidationError: the claim is withdrawn, changed meanwhile, no different, or a rule stands in the way.
    """
    if not by.has_perm("claims.change_claim"):
        raise PermissionDenied(
            _("%(account)s may not change claims: ask an administrator for the right to.") % {"account": by}
        )
    if event.pgh_obj_id != claim.pk:
        raise ValidationError(_("This is a version of another claim: choose one in this claim's history."))
    with transaction.atomic():
        present = Claim.objects.select_for_update().get(pk=claim.pk)
        if present.status == Claim.Status.WITHDRAWN:
            raise ValidationError(_("This claim is withdrawn: it stays as it is."), code="wrong_state")
        if not present.can_be_changed_by(by):
            raise PermissionDenied(_("This claim is not yours to change: a contributor changes drafts of their own."))
        if version is not None and present.version != version:
            raise ValidationError(
                _("The claim was changed meanwhile: look at the differences once more."), code="changed_meanwhile"
            )
        names = [change.field.name for change in differences(present, event)]
        if not names:
            raise ValidationError(_("Nothing differs: the claim is as it was in that version."), code="unchanged")
        try:
            with transaction.atomic():
                for name in names:
                    column = Claim._meta.get_field(name).attname
                    setattr(present, column, getattr(event, column))
                present.save(update_fields=names)
                with connection.cursor() as cursor:
                    # Rules that wait for the commit speak now, while there is somebody to answer.
                    cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")
        except (IntegrityError, DataError) as error:
            raise ValidationError(explain(error)) from error
    claim.refresh_from_db()
