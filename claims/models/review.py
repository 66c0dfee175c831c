"""What checking found."""

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from claims.querysets import ReviewQuerySet
from claims.triggers import part_of_claim
from factbase.constraints import known_choices
from factbase.history import recorded
from factbase.models import Record
from sources.models import Source

from .citation import Citation
from .claim import Claim


@recorded
@known_choices
class Review(Record):
    """A finding on a claim, our own or a published fact-check's."""

    class Rating(models.TextChoices):
        TRUE = "true", "True"
        MOSTLY_TRUE = "mostly_true", "Mostly true"
        MIXED = "mixed", "Mixed"
        MOSTLY_FALSE = "mostly_false", "Mostly false"
        FALSE = "false", "False"
        UNPROVEN = "unproven", "Unproven"
        NOT_RATABLE = "not_ratable", "Not ratable"

    claim = models.ForeignKey(Claim, models.CASCADE, related_name="reviews")
    rating = models.CharField(max_length=20, choices=Rating)
    label = models.CharField(max_length=300, blank=True, help_text="The reviewer's own words: Pants on Fire.")
    summary = models.TextField(blank=True, max_length=5000)
    reviewed_on = models.DateField(null=True, blank=True)
    source = models.ForeignKey(
        Source,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="reviews",
        help_text="The published fact-check, where there is one.",
    )
    reviewer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, editable=False, related_name="+"
    )
    published_at = models.DateTimeField(null=True, blank=True, editable=False, help_text="Empty: not public.")
    evidence = models.ManyToManyField(Citation, through="ReviewEvidence", related_name="evidence_of", blank=True)

    objects = ReviewQuerySet.as_manager()

    class Meta(Record.Meta):
        ordering = ["-reviewed_on", "-id"]
        permissions = [("publish_review", "Can publish a review")]
        triggers = [
            *Record.Meta.triggers,
            *part_of_claim(public_ids="SELECT claim_id FROM changed WHERE published_at IS NOT NULL"),
        ]
        indexes = [
            # ?rating=
            models.Index(fields=["rating", "claim"], name="review_rating", condition=Q(published_at__isnull=False)),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(published_at=None, published_by=None)
                | Q(published_at__isnull=False, published_by__isnull=False),
                name="review_published_by_and_at",
                violation_error_message="A published review has an account that published it and a time.",
            ),
        ]

    def __str__(self):
        return self.label or self.get_rating_display()

    def clean(self):
        super().clean()
        if self.claim_id:
            check_not_final(self.claim)

    def publish(self, *, by: AbstractBaseUser) -> None:
        """Make the review public.

        Raises PermissionDenied, or ValidationError where it is public already or its claim withdrawn.
        """
        if not by.has_perm("claims.publish_review"):
            raise PermissionDenied(
                _("%(account)s may not publish reviews: ask an administrator for the right to.") % {"account": by}
            )
        with transaction.atomic():
            present = type(self).objects.select_for_update(of=["self"]).get(pk=self.pk)
            if present.published_at:
                raise ValidationError(_("This review is published already."), code="wrong_state")
            check_not_final(present.claim)
            four_eyes = settings.FACTBASE_FOUR_EYES or present.claim.sensitive
            if four_eyes and by.pk in (present.created_by_id, present.reviewer_id):
                raise PermissionDenied(_("You wrote this review yourself: another editor publishes it."))
            present.published_at, present.published_by = timezone.now(), by
            present.save(update_fields=["published_at", "published_by"])
        self.refresh_from_db(fields=["published_at", "published_by", "version", "updated_at"])


def check_not_final(claim: Claim) -> None:
    """Raises ValidationError for a withdrawn claim."""
    if claim.status == Claim.Status.WITHDRAWN:
        raise ValidationError(_("“%(claim)s” is withdrawn: it stays as it is.") % {"claim": claim}, code="wrong_state")


@recorded
class ReviewEvidence(Record):
    """A citation that a review rests on."""

    review = models.ForeignKey(Review, models.CASCADE)
    citation = models.ForeignKey(Citation, models.CASCADE)

    class Meta(Record.Meta):
        ordering = ["id"]
        triggers = [
            *Record.Meta.triggers,
            # Readers do not see which citations a review rests on.
            *part_of_claim(
                "SELECT r.claim_id FROM changed JOIN claims_review r ON r.id = changed.review_id",
                public_ids="SELECT claim_id FROM claims_review WHERE false",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["review", "citation"],
                name="review_evidence_unique",
                violation_error_message="The review has this citation as evidence already.",
            )
        ]

    def __str__(self):
        return str(self.citation)
