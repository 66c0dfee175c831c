"""The claim, who makes it, and what it is tied to."""

import pgtrigger
from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.contrib.postgres.indexes import GistIndex
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, connection, models, transaction
from django.db.models import F, Q, Value
from django.db.models.functions import Coalesce, Length
from django.db.models.lookups import LessThanOrEqual
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from claims.querysets import NEWEST_FIRST, OLDEST_FIRST, ClaimQuerySet
from claims.triggers import logs_changes, refreshes_search, renamed, stays_public
from factbase.codes import LANGUAGE_PATTERN, validate_language
from factbase.constraints import explain, known_choices, some_days
from factbase.fields import DateRange
from factbase.history import recorded
from factbase.models import Record
from factbase.triggers import checked_at_commit

from .speaker import Speaker
from .vocabulary import Proposition, Topic


def language_field(**kwargs) -> models.CharField:
    return models.CharField(
        max_length=35, validators=[validate_language], help_text="BCP 47, e.g. es or en-US.", **kwargs
    )


@recorded
@known_choices
class Claim(Record):
    """One thing asserted, on one occasion, by its claimants."""

    class Kind(models.TextChoices):
        STATISTIC = "statistic", "Statistic"
        FACT = "fact", "Fact"
        PROMISE = "promise", "Promise"
        PREDICTION = "prediction", "Prediction"
        OPINION = "opinion", "Opinion"
        DEMAND = "demand", "Demand"

    class Wording(models.TextChoices):
        VERBATIM = "verbatim", "Verbatim"
        EDITED = "edited", "Edited"
        PARAPHRASE = "paraphrase", "Paraphrase"
        TRANSLATION = "translation", "Translation"

    class Basis(models.TextChoices):
        PRINTED = "printed", "Printed: the source gives the date"
        DERIVED = "derived", "Derived: worked out from what the source gives"
        PUBLICATION = "publication", "Publication: the source's own date"

    class Status(models.TextChoices):
        DRAFT = "draft", "Draft"
        IN_REVIEW = "in_review", "In review"
        PUBLISHED = "published", "Published"
        WITHDRAWN = "withdrawn", "Withdrawn"

    class WithdrawnKind(models.TextChoices):
        ERROR = "error", "Error"
        DUPLICATE = "duplicate", "Duplicate"
        LEGAL = "legal", "Legal"
        PRIVACY = "privacy", "Privacy"

    kind = models.CharField(max_length=20, choices=Kind)
    text = models.TextField(max_length=5000, help_text="The thing asserted, in one sentence or a few.")
    wording = models.CharField(max_length=20, choices=Wording, help_text="How the text relates to what was said.")
    language = language_field()
    proposition = models.ForeignKey(Proposition, models.PROTECT, null=True, blank=True, related_name="claims")
    stated = DateRange(null=True, blank=True)
    stated_as_written = models.CharField(max_length=200, blank=True)
    stated_basis = models.CharField(max_length=20, choices=Basis, blank=True)
    # What lists are sorted by: the last day on which it can have been said.
    stated_latest = models.GeneratedField(
        expression=Coalesce(
            models.Func(F("stated"), template="(upper(%(expressions)s) - 1)", output_field=models.DateField()),
            models.Func(F("stated"), function="lower", output_field=models.DateField()),
        ),
        output_field=models.DateField(),
        db_persist=True,
    )
    occasion = models.CharField(max_length=500, blank=True, help_text="Where or when it was said: a press conference.")
    topics = models.ManyToManyField(Topic, through="ClaimTopic", related_name="claims", blank=True)
    subjects = models.ManyToManyField(Speaker, through="ClaimSubject", related_name="claims_about", blank=True)
    status = models.CharField(max_length=20, choices=Status, default=Status.DRAFT, editable=False)
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, editable=False, related_name="+"
    )
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, editable=False, related_name="+"
    )
    published_at = models.DateTimeField(null=True, blank=True, editable=False)
    returned_note = models.CharField(
        max_length=1000, blank=True, editable=False, help_text="Why it was returned; for its contributor."
    )
    embargo_until = models.DateTimeField(null=True, blank=True, help_text="Not public before this time.")
    withdrawn_kind = models.CharField(max_length=20, choices=WithdrawnKind, blank=True, editable=False)
    withdrawn_reason = models.CharField(max_length=1000, blank=True, editable=False, help_text="Public.")
    sensitive = models.BooleanField(default=False)
    notes = models.TextField(blank=True, help_text="For curators. Never public.")

    objects = ClaimQuerySet.as_manager()

    class Meta(Record.Meta):
        ordering = ["-id"]
        permissions = [
            ("submit_claim", "Can submit a claim for review"),
            ("return_claim", "Can return a claim to draft"),
            ("publish_claim", "Can publish a claim"),
            ("withdraw_claim", "Can withdraw a claim"),
            ("change_any_claim", "Can change claims of others, and in any state"),
            ("merge_claim", "Can merge claims"),
            ("redact_claim", "Can redact a claim"),
        ]
        triggers = [
            *Record.Meta.triggers,
            checked_at_commit(
                "check_published",
                pgtrigger.Insert | pgtrigger.Update,
                "PERFORM claims_check_published(NEW.id);",
                condition=pgtrigger.Q(new__status="published"),
            ),
            checked_at_commit(
                "check_quantities", pgtrigger.UpdateOf("text"), "PERFORM claims_check_quantities(NEW.id);"
            ),
            *refreshes_search("SELECT id FROM changed")[:1],
            *renamed("SELECT NEW.id", "text language"),
            *logs_changes(),
            stays_public(),
            # After all its parts, whose going still wrote it anew.
            pgtrigger.Trigger(
                name="drop_search",
                when=pgtrigger.After,
                operation=pgtrigger.Delete,
                func="DELETE FROM claims_claimsearch WHERE claim_id = OLD.id; RETURN NULL;",
            ),
        ]
        indexes = [
            # claims/ in its default order, in the other, and by entry; the id makes each order total.
            models.Index(NEWEST_FIRST.desc(), F("id").desc(), name="claim_stated_newest"),
            models.Index(OLDEST_FIRST.asc(), F("id").asc(), name="claim_stated_oldest"),
            models.Index(fields=["created_at", "id"], name="claim_created"),
            # ?language=, of which some are rare.
            models.Index(F("language"), NEWEST_FIRST.desc(), F("id").desc(), name="claim_language_newest"),
            # ?stated_after=, ?stated_before=
            GistIndex(name="claim_stated", fields=["stated"]),
            # The front page: embargoes that end, and what I entered.
            models.Index(fields=["embargo_until"], name="claim_embargo", condition=Q(embargo_until__isnull=False)),
            models.Index(fields=["created_by", "-id"], name="claim_created_by"),
            # The curators' queues.
            models.Index(fields=["status", "-id"], name="claim_status"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(text=""),
                name="claim_has_text",
                violation_error_message="A claim needs its text.",
            ),
            models.CheckConstraint(
                condition=LessThanOrEqual(Length("text"), Value(5000)),
                name="claim_text_within_5000",
                violation_error_message="A claim has 5,000 characters at most: split it.",
            ),
            models.CheckConstraint(
                condition=Q(language__regex=LANGUAGE_PATTERN),
                name="claim_language_is_tag",
                violation_error_message="A language is a BCP 47 tag: write es, en or en-US.",
            ),
            some_days("claim", "stated", "The date has no day in it: write it anew or leave it empty."),
            models.CheckConstraint(
                condition=Q(stated=None, stated_basis="") | (Q(stated__isnull=False) & ~Q(stated_basis="")),
                name="claim_stated_has_basis",
                violation_error_message="A date has a basis (printed, derived, publication), and only a date has one.",
            ),
            models.CheckConstraint(
                condition=Q(status__in=["draft", "in_review"], published_at=None, published_by=None)
                | Q(
                    status__in=["published", "withdrawn"],
                    published_at__isnull=False,
                    published_by__isnull=False,
                ),
                name="claim_published_by_and_at",
                violation_error_message="A published claim has an account that published it and a time.",
            ),
            models.CheckConstraint(
                condition=(Q(status="withdrawn") & ~Q(withdrawn_kind="") & ~Q(withdrawn_reason=""))
                | (~Q(status="withdrawn") & Q(withdrawn_kind="", withdrawn_reason="")),
                name="claim_withdrawn_explained",
                violation_error_message="A withdrawn claim needs its kind and a public reason; no other has them.",
            ),
        ]

    def __str__(self):
        return self.text if len(self.text) <= 120 else f"{self.text[:119]}…"

    def get_absolute_url(self):
        return reverse("claim-detail", args=[self.pk])

    def can_be_changed_by(self, user: AbstractBaseUser) -> bool:
        """An editor changes any claim, a contributor drafts of their own; a withdrawn one is final, for all."""
        if self.status == self.Status.WITHDRAWN:
            return False
        if user.has_perm("claims.change_any_claim"):
            return True
        own_draft = self.created_by_id == user.pk and self.status == self.Status.DRAFT
        return own_draft and user.has_perm("claims.change_claim")

    def submit(self, *, by: AbstractBaseUser) -> None:
        """Hand a draft to the editors. Raises PermissionDenied or ValidationError (wrong state)."""
        self._move("submit", by, {self.Status.DRAFT}, status=self.Status.IN_REVIEW, submitted_by=by, returned_note="")

    def return_to_draft(self, *, by: AbstractBaseUser, note: str = "") -> None:
        """Give a claim in review back to its contributor, with a note on what to mend."""
        if len(note) > 1000:
            raise ValidationError(
                _("The note has %(length)s characters: 1,000 at most.") % {"length": f"{len(note):,}"}
            )
        self._move(
            "return",
            by,
            {self.Status.IN_REVIEW},
            status=self.Status.DRAFT,
            submitted_by=None,
            returned_note=note.strip(),
        )

    def publish(self, *, by: AbstractBaseUser) -> None:
        """Make a reviewed claim public (from its embargo on).

        Raises ValidationError too where it has no claimant, or no citation that states it; and PermissionDenied
        where four eyes are needed (FACTBASE_FOUR_EYES, or a sensitive claim) and these two are the submitter's.
        """
        self._move(
            "publish",
            by,
            {self.Status.IN_REVIEW},
            status=self.Status.PUBLISHED,
            published_by=by,
            published_at=timezone.now(),
        )

    def withdraw(self, *, by: AbstractBaseUser, kind: str, reason: str) -> None:
        """Take a published claim back for good; `reason` is public and stays on its tombstone."""
        if kind not in self.WithdrawnKind.values:
            refusal = _("'%(kind)s' is no kind of withdrawal: choose %(kinds)s.")
            raise ValidationError(refusal % {"kind": kind, "kinds": ", ".join(self.WithdrawnKind.values)})
        if not reason.strip():
            raise ValidationError(_("Say why it is withdrawn: the reason is public."))
        if len(reason) > 1000:
            raise ValidationError(
                _("The reason has %(length)s characters: 1,000 at most.") % {"length": f"{len(reason):,}"}
            )
        self._move(
            "withdraw",
            by,
            {self.Status.PUBLISHED},
            status=self.Status.WITHDRAWN,
            withdrawn_kind=kind,
            withdrawn_reason=reason.strip(),
        )

    def _move(self, verb: str, by: AbstractBaseUser, from_states: set, **changes) -> None:
        """Change the state if `by` may and the claim, as it is in the database now, is in one of `from_states`."""
        if not by.has_perm(f"claims.{verb}_claim"):
            raise PermissionDenied(MAY_NOT[verb] % {"account": by})
        with transaction.atomic():
            present = type(self).objects.select_for_update().get(pk=self.pk)
            if present.status not in from_states:
                wanted = _(" or ").join(self.Status(state).label.lower() for state in from_states)
                raise ValidationError(
                    _("This claim is %(status)s: only one that is %(wanted)s can be %(done)s.")
                    % {"status": present.get_status_display().lower(), "wanted": wanted, "done": PAST[verb]},
                    code="wrong_state",
                )
            present.refuse_verb(verb, by)
            try:
                with transaction.atomic():
                    for name, value in changes.items():
                        setattr(present, name, value)
                    present.save(update_fields=changes)
                    with connection.cursor() as cursor:
                        # Rules that wait for the commit speak now, while there is somebody to answer.
                        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")
            except IntegrityError as error:
                raise ValidationError(explain(error)) from error
        self.refresh_from_db(fields=[*changes, "version", "updated_at"])

    def refuse_verb(self, verb: str, by: AbstractBaseUser) -> None:
        """Raise PermissionDenied where the right is there and this claim still is not theirs to do it to."""
        if verb == "submit" and not self.can_be_changed_by(by):
            raise PermissionDenied(_("This draft is somebody else's: its contributor or an editor submits it."))
        if verb == "publish" and self.submitted_by_id == by.pk and (settings.FACTBASE_FOUR_EYES or self.sensitive):
            raise PermissionDenied(_("You submitted this claim yourself: another editor publishes it."))


PAST = {
    "submit": pgettext_lazy("claim", "submitted"),
    "return": pgettext_lazy("claim", "returned"),
    "publish": pgettext_lazy("claim", "published"),
    "withdraw": pgettext_lazy("claim", "withdrawn"),
}
MAY_NOT = {
    "submit": gettext_lazy("%(account)s may not submit claims: ask an administrator for the right to."),
    "return": gettext_lazy("%(account)s may not return claims: ask an administrator for the right to."),
    "publish": gettext_lazy("%(account)s may not publish claims: ask an administrator for the right to."),
    "withdraw": gettext_lazy("%(account)s may not withdraw claims: ask an administrator for the right to."),
}
