"""What readers of the feed of changes are told."""

from django.db import models
from django.db.models import Func, Q


class TransactionId(models.Field):
    """PostgreSQL's xid8: the number of the transaction that wrote the row."""

    def db_type(self, connection):
        return "xid8"

    def get_db_prep_value(self, value, connection, prepared=False):
        return value if value is None else str(value)

    def from_db_value(self, value, expression, connection):
        return value if value is None else int(value)


class CurrentTransaction(Func):
    template = "pg_current_xact_id()"
    output_field = TransactionId()


class SettledBefore(Func):
    """The first transaction that may still write here: whatever has a lower number is over."""

    template = "claims_settled_before()"
    output_field = TransactionId()


class OldestRunning(Func):
    """The oldest transaction that still ran, in any database: whatever has a lower number was over by then."""

    template = "pg_snapshot_xmin(pg_current_snapshot())"
    output_field = TransactionId()


class ClockTime(Func):
    """The time right now: Now() is that at which the transaction began, which may be long ago."""

    template = "clock_timestamp()"
    output_field = models.DateTimeField()


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
