"""What readers of the feed of changes are told."""

from django.db import models
from django.db.models import Q

from factbase.transactions import ClockTime, CurrentTransaction, OldestRunning, SettledBefore, TransactionId


class ChangeQuerySet(models.QuerySet):
    def settled(self) -> "ChangeQuerySet":
        """Those before which no other can come any more: every transaction with a lower number is over."""
        return self.filter(due=None, xid__lt=SettledBefore())


class Change(models.Model):
    """One step of a claim's public life. Kept by triggers (claims.triggers) and by redact: no history, no version.

    The order is (xid, id). A plain sequence would lose rows: a transaction that drew a low number may commit
    after a reader saw a higher one. Here a reader is shown only what no running transaction can precede.
    """

    class Kind(models.TextChoices):
        PUBLISHED = "published", "Published"
        CORRECTED = "corrected", "Corrected"
        WITHDRAWN = "withdrawn", "Withdrawn"
        MERGED = "merged", "Merged"
        REDACTED = "redacted", "Redacted"

    id = models.BigAutoField(primary_key=True)
    xid = TransactionId(db_default=CurrentTransaction(), editable=False)
    settled_xid = TransactionId(db_default=OldestRunning(), editable=False)
    kind = models.CharField(max_length=20, choices=Kind)
    # No foreign key: a merged claim is gone, and its change stays.
    claim = models.UUIDField()
    version = models.PositiveIntegerField()
    at = models.DateTimeField(db_default=ClockTime())
    due = models.DateTimeField(null=True, help_text="The end of the embargo that it waits for.")

    objects = ChangeQuerySet.as_manager()

    class Meta:
        ordering = ["xid", "id"]
        indexes = [
            # changes/, and with ?kind=
            models.Index(fields=["xid", "id"], name="change_order"),
            models.Index(fields=["kind", "xid", "id"], name="change_kind_order"),
            # ?since=
            models.Index(fields=["at", "id"], name="change_at"),
            # Whether a claim is in it already; tombstones.
            models.Index(fields=["claim", "kind"], name="change_claim"),
            # Embargoes that ended.
            models.Index(fields=["due"], name="change_due", condition=Q(due__isnull=False)),
        ]

    def __str__(self):
        return f"{self.claim} {self.kind}"
