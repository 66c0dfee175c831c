"""One factory a model. Each makes the least that the database accepts."""

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from claims import models as claims
from factbase.models import User
from sources import models as sources


class UserFactory(DjangoModelFactory):
    class Meta:
        model = User

    username = factory.Sequence(lambda n: f"user{n}")


class PublisherFactory(DjangoModelFactory):
    class Meta:
        model = sources.Publisher

    name = factory.Sequence(lambda n: f"Publisher {n}")


class SourceFactory(DjangoModelFactory):
    class Meta:
        model = sources.Source

    kind = sources.Source.Kind.ARTICLE_NEWSPAPER
    title = factory.Sequence(lambda n: f"Source {n}")


class SnapshotFactory(DjangoModelFactory):
    class Meta:
        model = sources.Snapshot

    source = factory.SubFactory(SourceFactory)
    text = "They accounted for more than 3.2 million detentions."
    retrieved_at = factory.LazyFunction(timezone.now)


class NoticeFactory(DjangoModelFactory):
    class Meta:
        model = sources.Notice

    source = factory.SubFactory(SourceFactory)
    kind = sources.Notice.Kind.CORRECTION


class SpeakerFactory(DjangoModelFactory):
    class Meta:
        model = claims.Speaker

    kind = claims.Speaker.Kind.PERSON
    name = factory.Sequence(lambda n: f"Speaker {n}")


class OrganizationFactory(SpeakerFactory):
    kind = claims.Speaker.Kind.ORGANIZATION
    name = factory.Sequence(lambda n: f"Organization {n}")


class RoleFactory(DjangoModelFactory):
    class Meta:
        model = claims.Role

    speaker = factory.SubFactory(SpeakerFactory)
    title = "Secretary"


class TopicFactory(DjangoModelFactory):
    class Meta:
        model = claims.Topic

    name = factory.Sequence(lambda n: f"Topic {n}")


class IndicatorFactory(DjangoModelFactory):
    class Meta:
        model = claims.Indicator

    name = factory.Sequence(lambda n: f"Indicator {n}")
    definition = "What is counted, by whom and where."
    unit = "encounters"


class PropositionFactory(DjangoModelFactory):
    class Meta:
        model = claims.Proposition

    text = factory.Sequence(lambda n: f"Proposition {n}")


class ClaimFactory(DjangoModelFactory):
    """A draft."""

    class Meta:
        model = claims.Claim

    kind = claims.Claim.Kind.STATISTIC
    text = "The authorities accounted for more than 3.2 million detentions."
    wording = claims.Claim.Wording.EDITED
    language = "en"


class ClaimantFactory(DjangoModelFactory):
    class Meta:
        model = claims.Claimant

    claim = factory.SubFactory(ClaimFactory)
    speaker = factory.SubFactory(SpeakerFactory)


class CitationFactory(DjangoModelFactory):
    class Meta:
        model = claims.Citation

    claim = factory.SubFactory(ClaimFactory)
    source = factory.SubFactory(SourceFactory)
    quote = "They accounted for more than 3.2 million detentions."
    directness = claims.Citation.Directness.AUTHOR


class AnchorCheckFactory(DjangoModelFactory):
    class Meta:
        model = claims.AnchorCheck

    citation = factory.SubFactory(CitationFactory)
    snapshot = factory.SubFactory(SnapshotFactory)
    outcome = claims.AnchorCheck.Found.EXACT


class DismissalFactory(DjangoModelFactory):
    class Meta:
        model = claims.Dismissal

    source = factory.SubFactory(SourceFactory)
    kind = claims.Dismissal.Kind.QUOTATION
    words = factory.Sequence(lambda n: f"{n:064x}")
    dismissed_by = factory.SubFactory(UserFactory)


class AttributionFactory(DjangoModelFactory):
    class Meta:
        model = claims.Attribution

    citation = factory.SubFactory(CitationFactory)
    speaker = factory.SubFactory(SpeakerFactory)


class QuantityFactory(DjangoModelFactory):
    class Meta:
        model = claims.Quantity

    claim = factory.SubFactory(ClaimFactory)
    as_written = "more than 3.2 million"
    value = "3200000"
    comparator = claims.Quantity.Comparator.MORE_THAN
    significant_figures = 2
    unit = "detentions"


class ReviewFactory(DjangoModelFactory):
    class Meta:
        model = claims.Review

    claim = factory.SubFactory(ClaimFactory)
    rating = claims.Review.Rating.MIXED


class TranslationFactory(DjangoModelFactory):
    class Meta:
        model = claims.Translation

    claim = factory.SubFactory(ClaimFactory)
    language = "es"
    text = "Las autoridades contaron más de 3,2 millones de detenciones."


class NoteFactory(DjangoModelFactory):
    class Meta:
        model = claims.Note

    claim = factory.SubFactory(ClaimFactory)
    text = "Is this his own number?"


class ClaimLinkFactory(DjangoModelFactory):
    class Meta:
        model = claims.ClaimLink

    from_claim = factory.SubFactory(ClaimFactory)
    to_claim = factory.SubFactory(ClaimFactory)
    kind = claims.ClaimLink.Kind.ABOUT


def published(by: User | None = None) -> dict:
    """The fields that a published record has."""
    return {"published_by": by or UserFactory(), "published_at": timezone.now()}


def published_claim(*, by: User | None = None, speaker=None, source=None, quote=None, **fields) -> claims.Claim:
    """A published claim with one claimant and one citation that states it."""
    claim = ClaimFactory(status=claims.Claim.Status.PUBLISHED, **published(by), **fields)
    ClaimantFactory(claim=claim, **({"speaker": speaker} if speaker else {}))
    citation = {"source": source, "quote": quote}
    CitationFactory(claim=claim, **{name: value for name, value in citation.items() if value})
    return claim
