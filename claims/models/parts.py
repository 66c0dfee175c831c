"""What belongs to a claim: who makes it, what it is about, its translations and links."""

import pgtrigger
from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Length
from django.db.models.lookups import LessThanOrEqual

from claims.triggers import keeps_published, part_of_claim
from factbase.codes import LANGUAGE_PATTERN
from factbase.constraints import known_choices
from factbase.history import recorded
from factbase.models import Record
from factbase.triggers import checked_at_commit, refuse

from .claim import Claim, language_field
from .speaker import Role, Speaker
from .vocabulary import Topic

NOT_THEIR_ROLE = refuse("claimant_role_of_speaker", "This role is another speaker's: choose one of the claimant's own.")


@recorded
@known_choices
class Claimant(Record):
    """Who makes a claim, in the role then held; a joint statement has several."""

    class Basis(models.TextChoices):
        NAMED = "named", "Named"
        UNNAMED = "unnamed", "Unnamed: described, not named"
        ANONYMOUS = "anonymous", "Anonymous: identity withheld"
        AUTHOR = "author", "Author: the source's own voice"

    claim = models.ForeignKey(Claim, models.CASCADE, related_name="claimants")
    speaker = models.ForeignKey(Speaker, models.PROTECT, null=True, blank=True, related_name="claimants")
    role = models.ForeignKey(Role, models.PROTECT, null=True, blank=True, related_name="claimants")
    label = models.CharField(max_length=300, blank=True, help_text="As described: immigration studies experts.")
    basis = models.CharField(max_length=20, choices=Basis, default=Basis.NAMED)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta(Record.Meta):
        ordering = ["position", "id"]
        triggers = [
            *Record.Meta.triggers,
            *part_of_claim(searched=True),
            keeps_published(pgtrigger.Update | pgtrigger.Delete),
            checked_at_commit(
                "role_of_speaker",
                pgtrigger.Insert | pgtrigger.Update,
                f"""
                IF EXISTS (
                    SELECT FROM claims_claimant c JOIN claims_role r ON r.id = c.role_id
                    WHERE c.id = NEW.id AND c.speaker_id IS DISTINCT FROM r.speaker_id
                ) THEN
                    {NOT_THEIR_ROLE}
                END IF;
                """,
                condition=pgtrigger.Q(new__role__isnull=False),
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["claim", "position"],
                name="claimant_position_unique",
                deferrable=models.Deferrable.DEFERRED,
                violation_error_message="Two claimants stand at the same position: number them 0, 1, 2.",
            ),
            models.CheckConstraint(
                condition=~Q(basis="named") | Q(speaker__isnull=False),
                name="claimant_named_has_speaker",
                violation_error_message="A named claimant needs a speaker; choose unnamed to give a label alone.",
            ),
            models.CheckConstraint(
                condition=~Q(basis="anonymous") | Q(speaker=None, role=None),
                name="claimant_anonymous_has_no_speaker",
                violation_error_message="An anonymous claimant's identity is never stored: clear speaker and role.",
            ),
            models.CheckConstraint(
                condition=~Q(basis="unnamed") | (Q(speaker=None, role=None) & ~Q(label="")),
                name="claimant_unnamed_has_label",
                violation_error_message="An unnamed claimant has a label, as described, and no speaker.",
            ),
        ]

    def __str__(self):
        return str(self.speaker or self.label or self.get_basis_display())


@recorded
class ClaimTopic(Record):
    """That a claim is about a topic."""

    claim = models.ForeignKey(Claim, models.CASCADE)
    topic = models.ForeignKey(Topic, models.PROTECT)

    class Meta(Record.Meta):
        ordering = ["id"]
        triggers = [*Record.Meta.triggers, *part_of_claim(searched=True)]
        constraints = [
            models.UniqueConstraint(
                fields=["claim", "topic"],
                name="claim_topic_unique",
                violation_error_message="The claim has this topic already.",
            )
        ]

    def __str__(self):
        return str(self.topic)


@recorded
class ClaimSubject(Record):
    """That a claim is about a speaker."""

    claim = models.ForeignKey(Claim, models.CASCADE)
    speaker = models.ForeignKey(Speaker, models.PROTECT)

    class Meta(Record.Meta):
        ordering = ["id"]
        triggers = [*Record.Meta.triggers, *part_of_claim()]
        constraints = [
            models.UniqueConstraint(
                fields=["claim", "speaker"],
                name="claim_subject_unique",
                violation_error_message="The claim has this subject already.",
            )
        ]

    def __str__(self):
        return str(self.speaker)


@recorded
class Translation(Record):
    """A claim's text in another language."""

    claim = models.ForeignKey(Claim, models.CASCADE, related_name="translations")
    language = language_field()
    text = models.TextField(max_length=5000)
    translator = models.CharField(max_length=300, blank=True)

    class Meta(Record.Meta):
        ordering = ["language", "id"]
        triggers = [*Record.Meta.triggers, *part_of_claim(searched=True)]
        constraints = [
            models.UniqueConstraint(
                fields=["claim", "language"],
                name="translation_language_unique",
                violation_error_message="The claim has a translation into this language already: edit that one.",
            ),
            models.CheckConstraint(
                condition=~Q(text="")
                & LessThanOrEqual(Length("text"), Value(5000))
                & Q(language__regex=LANGUAGE_PATTERN),
                name="translation_has_text",
                violation_error_message="A translation has 1 to 5,000 characters and a BCP 47 language tag.",
            ),
        ]

    def __str__(self):
        return f"{self.language}: {self.text[:80]}"


@recorded
@known_choices
class ClaimLink(Record):
    """How two claims relate."""

    class Kind(models.TextChoices):
        UPDATES = "updates", "updates"
        CONTRADICTS = "contradicts", "contradicts"
        SUPPORTS = "supports", "supports"
        ANSWERS = "answers", "answers"
        ABOUT = "about", "is about"
        FULFILS = "fulfils", "fulfils"
        BREAKS = "breaks", "breaks"
        RETRACTS = "retracts", "retracts"

    from_claim = models.ForeignKey(Claim, models.CASCADE, related_name="links_out")
    to_claim = models.ForeignKey(Claim, models.CASCADE, related_name="links_in")
    kind = models.CharField(max_length=20, choices=Kind)
    note = models.CharField(max_length=1000, blank=True)

    class Meta(Record.Meta):
        ordering = ["id"]
        triggers = [
            *Record.Meta.triggers,
            *part_of_claim(
                "SELECT unnest(ARRAY[from_claim_id, to_claim_id]) FROM changed",
                # Seen where the claim at the other end is public too.
                public_ids="""
                    SELECT near.id FROM changed
                    CROSS JOIN LATERAL (
                        VALUES (from_claim_id, to_claim_id), (to_claim_id, from_claim_id)
                    ) ends(near, far)
                    JOIN claims_claim near ON near.id = ends.near
                    JOIN claims_claim far ON far.id = ends.far
                    WHERE far.status = 'published' AND COALESCE(far.embargo_until <= now(), true)
                """,
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["from_claim", "to_claim", "kind"],
                name="claim_link_unique",
                violation_error_message="These claims are linked in this way already.",
            ),
            models.CheckConstraint(
                condition=~Q(from_claim=F("to_claim")),
                name="claim_link_not_to_itself",
                violation_error_message="A claim has no link to itself: choose another claim.",
            ),
        ]

    def __str__(self):
        return f"{self.from_claim} {self.get_kind_display()} {self.to_claim}"


@recorded
class Note(Record):
    """What one curator tells the others about a claim. Signed by `created_by`, dated, never public, never changed."""

    claim = models.ForeignKey(Claim, models.CASCADE, related_name="curators_notes")
    text = models.TextField(max_length=5000)

    class Meta(Record.Meta):
        verbose_name = "curators' note"
        verbose_name_plural = "curators' notes"
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(text__regex=r"\S") & LessThanOrEqual(Length("text"), Value(5000)),
                name="note_has_text",
                violation_error_message="A note has 1 to 5,000 characters.",
            )
        ]

    def __str__(self):
        return self.text[:80]
