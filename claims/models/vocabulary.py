"""The words that claims are filed under: topics, indicators, propositions."""

from django.db import models
from django.db.models import Q
from django.urls import reverse

from claims.querysets import TopicQuerySet, VocabularyQuerySet
from claims.triggers import renamed
from factbase.history import recorded
from factbase.models import Record, Slugged
from factbase.triggers import NoCycle


@recorded
class Topic(Slugged):
    """What a claim is about."""

    name = models.CharField(max_length=200)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")

    objects = TopicQuerySet.as_manager()

    class Meta(Record.Meta):
        ordering = ["name", "id"]
        permissions = [("merge_topic", "Can merge topics")]
        triggers = [
            *Record.Meta.triggers,
            NoCycle(),
            *renamed("SELECT claim_id FROM claims_claimtopic WHERE topic_id = NEW.id", "name"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(name=""), name="topic_has_name", violation_error_message="A topic needs a name."
            ),
        ]

    def get_absolute_url(self):
        return reverse("topic-detail", args=[self.slug])


@recorded
class Indicator(Slugged):
    """A quantity that the world measures over and over, defined once."""

    name = models.CharField(max_length=300)
    definition = models.TextField(help_text="What is counted, by whom, where, and what is not.")
    unit = models.CharField(max_length=100, help_text="Lower case as said after the number: encounters, percent.")

    objects = VocabularyQuerySet.as_manager()

    class Meta(Record.Meta):
        ordering = ["name", "id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(name="") & ~Q(definition="") & ~Q(unit=""),
                name="indicator_is_defined",
                violation_error_message="An indicator needs a name, a definition and a unit.",
            ),
        ]

    def get_absolute_url(self):
        return reverse("indicator-detail", args=[self.slug])


@recorded
class Proposition(Slugged):
    """What several claims all say, whoever says it, in whatever language."""

    text = models.CharField(max_length=1000)
    slug_source = "text"

    objects = VocabularyQuerySet.as_manager()

    class Meta(Record.Meta):
        ordering = ["text", "id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(text=""),
                name="proposition_has_text",
                violation_error_message="A proposition needs its text.",
            ),
        ]

    def get_absolute_url(self):
        return reverse("proposition-detail", args=[self.slug])
