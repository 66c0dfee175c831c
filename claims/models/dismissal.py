"""What curators have waved off at the reading desk."""

from django.conf import settings
from django.db import models
from django.db.models.functions import Now

from factbase.constraints import known_choices
from sources.models import Source


@known_choices
class Dismissal(models.Model):
    """A proposal of the reading desk that a curator dismissed: nobody is asked about these words again.

    By source and words, so that it holds in the next snapshot too. No history: it says who and when itself, and taking
    it back deletes it. The words are a hash (claims.reading_desk.proposals), since snapshots are never copied.
    """

    class Kind(models.TextChoices):
        QUOTATION = "quotation", "Quotation"
        QUANTITY = "quantity", "Quantity"

    id = models.BigAutoField(primary_key=True)
    source = models.ForeignKey(Source, models.CASCADE, related_name="dismissals")
    kind = models.CharField(max_length=10, choices=Kind)
    words = models.CharField(max_length=64, help_text="sha256 of the words, in hexadecimal.")
    dismissed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False)
    dismissed_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["source", "kind", "words"],
                name="dismissal_unique",
                violation_error_message="This proposal is dismissed already.",
            )
        ]

    def __str__(self):
        return f"{self.get_kind_display()} in {self.source}"
