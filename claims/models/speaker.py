"""Who speaks, and the offices they hold."""

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from claims.querysets import SpeakerQuerySet
from claims.triggers import renamed
from factbase.codes import COUNTRY_PATTERN, validate_country
from factbase.constraints import known_choices, some_days
from factbase.fields import DateRange
from factbase.history import recorded
from factbase.models import Record, Slugged
from factbase.triggers import NoCycle, checked_at_commit, refuse


@recorded
@known_choices
class Speaker(Slugged):
    """A person or organization that makes claims or is the subject of them."""

    class Kind(models.TextChoices):
        PERSON = "person", "Person"
        ORGANIZATION = "organization", "Organization"

    kind = models.CharField(max_length=20, choices=Kind)
    name = models.CharField(max_length=300)
    aliases = ArrayField(
        models.CharField(max_length=300),
        default=list,
        blank=True,
        help_text="Other names and spellings, with commas between.",
    )
    description = models.CharField(max_length=1000, blank=True)
    country = models.CharField(
        max_length=2, blank=True, validators=[validate_country], help_text="ISO 3166-1 code, e.g. MX."
    )
    wikidata_id = models.CharField("Wikidata id", max_length=20, blank=True, help_text="Q and digits, e.g. Q4115068.")
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        help_text="Of an organization: the one it belongs to.",
    )

    objects = SpeakerQuerySet.as_manager()

    class Meta(Record.Meta):
        ordering = ["name", "id"]
        permissions = [("merge_speaker", "Can merge speakers")]
        triggers = [
            *Record.Meta.triggers,
            NoCycle(),
            *renamed("SELECT claim_id FROM claims_claimant WHERE speaker_id = NEW.id", "name aliases"),
        ]
        indexes = [
            # The admin's search box and "is this speaker here already?".
            GinIndex(name="speaker_name_trigrams", fields=["name"], opclasses=["gin_trgm_ops"]),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(name=""),
                name="speaker_has_name",
                violation_error_message="A speaker needs a name.",
            ),
            models.CheckConstraint(
                condition=Q(parent=None) | Q(kind="organization"),
                name="speaker_parent_for_organization",
                violation_error_message="Only an organization belongs to another one: give a person a role in it.",
            ),
            models.CheckConstraint(
                condition=Q(country="") | Q(country__regex=COUNTRY_PATTERN),
                name="speaker_country_is_code",
                violation_error_message="A country is its ISO 3166-1 code: write MX or US.",
            ),
            models.CheckConstraint(
                condition=Q(wikidata_id="") | Q(wikidata_id__regex=r"^Q[1-9]\d*$"),
                name="speaker_wikidata_id_is_item",
                violation_error_message="A Wikidata id is Q and digits: write Q4115068.",
            ),
            models.UniqueConstraint(
                fields=["wikidata_id"],
                name="speaker_wikidata_id_unique",
                condition=~Q(wikidata_id=""),
                violation_error_message="Another speaker has this Wikidata id: use or merge that one.",
            ),
        ]

    def get_absolute_url(self):
        return reverse("speaker-detail", args=[self.slug])


ROLE_IN_USE = refuse(
    "claimant_role_of_speaker", "'%' is the role of a claimant who is another speaker: mend that first.", "NEW.title"
)


@recorded
class Role(Record):
    """An office that a person held, and when."""

    speaker = models.ForeignKey(Speaker, models.CASCADE, related_name="roles")
    title = models.CharField(max_length=300)
    organization = models.ForeignKey(Speaker, models.PROTECT, null=True, blank=True, related_name="offices")
    held = DateRange(null=True, blank=True)

    class Meta(Record.Meta):
        ordering = [F("held").desc(nulls_last=True), "title", "id"]
        triggers = [
            *Record.Meta.triggers,
            checked_at_commit(
                "keeps_speaker",
                pgtrigger.UpdateOf("speaker_id"),
                f"""
                IF EXISTS (
                    SELECT FROM claims_claimant c JOIN claims_role r ON r.id = c.role_id
                    WHERE r.id = NEW.id AND c.speaker_id IS DISTINCT FROM r.speaker_id
                ) THEN
                    {ROLE_IN_USE}
                END IF;
                """,
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(title=""),
                name="role_has_title",
                violation_error_message="A role needs its title.",
            ),
            some_days("role", "held", "The time it was held has no day in it: write it anew or leave it empty."),
            models.CheckConstraint(
                condition=Q(organization=None) | ~Q(organization=F("speaker")),
                name="role_not_in_itself",
                violation_error_message="Nobody holds a role in themselves: choose the organization.",
            ),
        ]

    def __str__(self):
        return ", ".join(str(part) for part in (self.speaker, self.title, self.organization) if part)
