"""Where a claim stands in a source."""

import pgtrigger
from django.db import models
from django.db.models import Case, F, Q, Value, When
from django.db.models.functions import Length
from django.db.models.lookups import LessThanOrEqual

from claims.querysets import CitationQuerySet
from claims.triggers import keeps_published, part_of_claim
from factbase.constraints import known_choices
from factbase.fields import Verbatim
from factbase.history import recorded
from factbase.models import Record
from factbase.triggers import checked_at_commit
from sources.models import Snapshot, Source

from .claim import Claim, language_field
from .speaker import Speaker


@recorded
@known_choices
class Citation(Record):
    """Where a claim stands in a source. A quote broken by "he said" is two, in order.

    Offsets count Unicode code points of the snapshot's text, `start` inclusive, `end` exclusive
    (W3C Web Annotation 4.2.5, TextPositionSelector); quote, prefix and suffix are its TextQuoteSelector.
    """

    class Directness(models.TextChoices):
        DIRECT = "direct", "Direct: in quotation marks"
        PARTIAL = "partial", "Partial: some words in quotation marks"
        INDIRECT = "indirect", "Indirect: reported"
        AUTHOR = "author", "Author: the source's own voice"

    class Stance(models.TextChoices):
        STATES = "states", "States it"
        SUPPORTS = "supports", "Supports it"
        DISPUTES = "disputes", "Disputes it"
        MENTIONS = "mentions", "Mentions it"

    class Anchor(models.TextChoices):
        EXACT = "exact", "Exact"
        MOVED = "moved", "Moved"
        CHANGED = "changed", "Changed"
        MISSING = "missing", "Missing"
        UNCHECKED = "unchecked", "Unchecked"

    claim = models.ForeignKey(Claim, models.CASCADE, related_name="citations")
    source = models.ForeignKey(Source, models.PROTECT, related_name="citations")
    snapshot = models.ForeignKey(Snapshot, models.PROTECT, null=True, blank=True, related_name="citations")
    position = models.PositiveSmallIntegerField(default=0)
    quote = models.TextField(max_length=10000, blank=True, help_text="Verbatim, misprints included.")
    directness = models.CharField(max_length=20, choices=Directness)
    language = language_field(blank=True)
    prefix = Verbatim(max_length=300, blank=True, help_text="The words before the quote.")
    suffix = Verbatim(max_length=300, blank=True, help_text="The words after the quote.")
    start = models.PositiveIntegerField(null=True, blank=True)
    end = models.PositiveIntegerField(null=True, blank=True)
    locator = models.CharField(max_length=200, blank=True, help_text="Page, paragraph or time; a dataset's row.")
    attributed_to = models.CharField(max_length=300, blank=True, help_text="The source's words for the claimant.")
    note = models.CharField(max_length=1000, blank=True, help_text="For readers: [sic] and the like.")
    stance = models.CharField(max_length=20, choices=Stance, default=Stance.STATES)
    is_lead = models.BooleanField(default=False)
    anchor = models.CharField(max_length=20, choices=Anchor, default=Anchor.UNCHECKED)
    # The claim where this is its lead, else null: a unique key that may wait for the commit.
    lead_of = models.GeneratedField(
        expression=Case(When(is_lead=True, then=F("claim"))),
        output_field=models.UUIDField(),
        db_persist=True,
    )

    objects = CitationQuerySet.as_manager()

    class Meta(Record.Meta):
        ordering = ["position", "id"]
        triggers = [
            *Record.Meta.triggers,
            *part_of_claim(searched=True),
            keeps_published(pgtrigger.Update | pgtrigger.Delete),
            checked_at_commit(
                "check_snapshot",
                pgtrigger.Insert | pgtrigger.Update,
                "PERFORM claims_check_snapshot(NEW.id);",
                condition=pgtrigger.Q(new__snapshot__isnull=False),
            ),
        ]
        indexes = [
            # The front page: anchors that need care.
            models.Index(
                fields=["claim"],
                name="citation_anchor_lost",
                condition=Q(anchor__in=["moved", "changed", "missing"]),
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["claim", "position"],
                name="citation_position_unique",
                deferrable=models.Deferrable.DEFERRED,
                violation_error_message="Two citations stand at the same position: number them 0, 1, 2.",
            ),
            models.UniqueConstraint(
                fields=["lead_of"],
                name="citation_one_lead",
                deferrable=models.Deferrable.DEFERRED,
                violation_error_message="A claim has one lead citation: unmark the other.",
            ),
            models.CheckConstraint(
                condition=~Q(quote="") | ~Q(locator=""),
                name="citation_has_quote_or_locator",
                violation_error_message="A citation needs a quote, or a locator where there are no words to quote.",
            ),
            models.CheckConstraint(
                condition=LessThanOrEqual(Length("quote"), Value(10000)),
                name="citation_quote_within_10000",
                violation_error_message="A quote has 10,000 characters at most.",
            ),
            models.CheckConstraint(
                condition=Q(start=None, end=None) | Q(start__isnull=False, end__isnull=False, start__lt=F("end")),
                name="citation_span_whole",
                violation_error_message="Give both start and end, the start first, or neither.",
            ),
            models.CheckConstraint(
                condition=Q(start=None) | Q(snapshot__isnull=False),
                name="citation_span_in_snapshot",
                violation_error_message="Start and end count in a snapshot: choose it, or clear them.",
            ),
            models.CheckConstraint(
                condition=~Q(anchor="exact") | Q(start__isnull=False),
                name="citation_exact_has_span",
                violation_error_message="An exact anchor needs a snapshot, start and end.",
            ),
        ]

    def __str__(self):
        return self.quote[:100] or self.locator


@recorded
class Attribution(Record):
    """One link of a relayed quote ("A, quoted by B"), in order."""

    citation = models.ForeignKey(Citation, models.CASCADE, related_name="attributions")
    position = models.PositiveSmallIntegerField(default=0)
    speaker = models.ForeignKey(Speaker, models.PROTECT, null=True, blank=True, related_name="attributions")
    label = models.CharField(max_length=300, blank=True)
    verb = models.CharField(max_length=100, blank=True, help_text="As printed: told.")

    class Meta(Record.Meta):
        ordering = ["position", "id"]
        triggers = [
            *Record.Meta.triggers,
            *part_of_claim("SELECT c.claim_id FROM changed JOIN claims_citation c ON c.id = changed.citation_id"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["citation", "position"],
                name="attribution_position_unique",
                deferrable=models.Deferrable.DEFERRED,
                violation_error_message="Two links stand at the same position: number them 0, 1, 2.",
            ),
            models.CheckConstraint(
                condition=Q(speaker__isnull=False) | ~Q(label=""),
                name="attribution_has_speaker_or_label",
                violation_error_message="A link of a relayed quote needs a speaker or a label.",
            ),
        ]

    def __str__(self):
        return f"{self.speaker or self.label} {self.verb}".strip()
