"""What the last look for a citation's quote found."""

from django.db import models

from claims.anchors import Outcome
from factbase.constraints import known_choices
from sources.models import Snapshot

from .citation import Citation


@known_choices
class AnchorCheck(models.Model):
    """What looking for a citation's quote in its source's newest snapshot found.

    Written by the check alone (claims.actions.anchors): no history. It holds for this snapshot and for the
    citation as it was; where either is another by now, the quote is looked for again. Where the words stand now is
    not stored: pages that propose it look it up.
    """

    class Found(models.TextChoices):
        EXACT = Outcome.EXACT.value, "Exact: where it stood"
        MOVED = Outcome.MOVED.value, "Moved: the same words elsewhere"
        SEVERAL = Outcome.SEVERAL.value, "At several places: which one is undecided"
        CHANGED = Outcome.CHANGED.value, "Changed: similar words"
        REFUSED = Outcome.REFUSED.value, "Similar words with another number, currency or unit"
        MISSING = Outcome.MISSING.value, "Missing"

    citation = models.OneToOneField(Citation, models.CASCADE, primary_key=True, related_name="anchor_check")
    snapshot = models.ForeignKey(Snapshot, models.CASCADE, related_name="+")
    anchoring = models.CharField(max_length=32, help_text="CitationQuerySet.with_anchoring, when it was checked.")
    outcome = models.CharField(max_length=10, choices=Found)
    kept = models.BooleanField(default=False, help_text="A curator saw it, and kept the quote as it is.")

    def __str__(self):
        return f"{self.get_outcome_display()} in {self.snapshot}"
