"""A database in which everything that is not public bears a mark, and something else is public.

Every field of words of every model is filled with a mark, found by walking the models: a new field is planted by
itself, or `test_nothing_leaks` says that it is not.
"""

import itertools
from datetime import timedelta

import pghistory
from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.db import models, transaction
from django.utils import timezone

from claims import models as claims
from claims.actions.redact import redact
from factbase.models import Idempotency, Token, User
from sources.models import Source
from tests import factories as make

MARK, NOTHING = "zqsecret", "zqnought"
# Of hidden records, and of no other: each with one that nothing at all has.
NUMBER, NO_NUMBER = "7654321", "7654399"
PLACE, NO_PLACE = "BT", "BW"
LANGUAGE, NO_LANGUAGE = "eo", "io"
WIKIDATA = "Q99887700"  # And a number after it: it is unique.
DAYS, NO_DAYS = ("1811-03-01", "1811-03-31"), ("1812-03-01", "1812-03-31")

# Fields of words that cannot hold any words, or none that is a secret.
CODES = {"language": LANGUAGE, "original_language": LANGUAGE, "country": PLACE, "place": PLACE, "wikidata_id": WIKIDATA}
PLAIN = {
    "Snapshot.sha256": "a hash, and public",
    "Snapshot.media_type": "the database's own words for a kind of file",
    "Snapshot.original": "a file: no address of the API leads to one",
    "User.password": "a hash",
    "Claim.withdrawn_reason": "public: it stands on the tombstone",
    "Token.token_key": "a part of a hash",
    "Token.digest": "a hash",
    "Idempotency.request": "a hash",
    "Rate.key": "a hash",
    "Dismissal.words": "a hash",
    "AnchorCheck.anchoring": "a hash",
    "Redirect.kind": "the name of a model",
    "Redirect.key": "an old address, which leads on by design",
    "Distinct.kind": "the name of a model",
}
counter = itertools.count(1)


def words_of(model: type[models.Model]) -> list[models.Field]:
    """Fields in which somebody writes words."""
    kinds = (models.CharField, models.TextField, models.JSONField, models.FileField, ArrayField)
    return [f for f in model._meta.concrete_fields if isinstance(f, kinds) and not f.choices and not f.generated]


def models_of_words() -> list[type[models.Model]]:
    ours = (model for app in ("factbase", "sources", "claims") for model in apps.get_app_config(app).get_models())
    return [model for model in ours if not model.__name__.endswith("Event") and words_of(model)]


class Planted:
    """What was hidden: its words, its ids and slugs."""

    def __init__(self):
        self.words: dict[str, list[str]] = {}  # By "Model.field".
        self.rows: list[models.Model] = []
        self.tombstoned: list[claims.Claim] = []  # Of which the id, the kind and the reason are public.
        self.hidden: list[claims.Claim] = []
        self.moments: list[str] = []
        self.author = self.make(make.UserFactory)

    def marked(self, model: type[models.Model], *, without: tuple[str, ...] = ()) -> dict:
        """A mark for each field of words of the model."""
        found = {}
        for field in words_of(model):
            name = f"{model.__name__}.{field.name}"
            if name in PLAIN or field.name in without:
                continue
            if field.name in CODES:
                self.words.setdefault(name, [])
                found[field.name] = CODES[field.name]
                if field.name == "wikidata_id":
                    found[field.name] += str(next(counter))
                continue
            mark = f"{MARK}{next(counter)}x"
            value = f"https://{mark}.example/{mark}" if isinstance(field, models.URLField) else mark
            value = f"10.5555/{mark}" if field.name == "doi" else value
            self.words.setdefault(name, []).append(value)
            found[field.name] = [value] if isinstance(field, ArrayField) else value
        return found

    def make(self, factory, *, without: tuple[str, ...] = (), **given):
        """A hidden row, with marks wherever nothing is given."""
        marked = self.marked(factory._meta.model, without=(*without, *given))
        row = factory(**marked, **given)
        self.rows.append(row)
        return row

    def passes(self) -> None:
        """What comes after this is later, also for history."""
        self.moments.append(f"{timezone.now():%Y-%m-%dT%H:%M:%S.%fZ}")

    def a_claim(self, **state) -> claims.Claim:
        """One with all parts that a claim has, each with records of its own; hidden by what `state` says."""
        organization = self.make(make.OrganizationFactory, parent=self.make(make.OrganizationFactory))
        role = self.make(make.RoleFactory, speaker=self.make(make.SpeakerFactory), organization=organization)
        stated = {"stated": f"{DAYS[0]}/{DAYS[1]}", "stated_basis": "printed"}
        claim = self.make(
            make.ClaimFactory, kind="prediction", proposition=self.make(make.PropositionFactory), **stated, **state
        )
        self.make(make.ClaimantFactory, claim=claim, speaker=role.speaker, role=role)
        source = self.a_source()
        snapshot = self.make(make.SnapshotFactory, source=source)
        citation = self.make(make.CitationFactory, claim=claim, source=source, snapshot=snapshot, directness="partial")
        self.make(make.AttributionFactory, citation=citation, speaker=self.make(make.SpeakerFactory))
        topic = self.make(make.TopicFactory, parent=self.make(make.TopicFactory))
        claims.ClaimTopic.objects.create(claim=claim, topic=topic)
        claims.ClaimSubject.objects.create(claim=claim, speaker=self.make(make.SpeakerFactory))
        self.make(
            make.QuantityFactory,
            claim=claim,
            value=NUMBER,
            significant_figures=7,
            comparator="equal",
            period=f"{DAYS[0]}/{DAYS[1]}",
            indicator=self.make(make.IndicatorFactory),
            indicator_match="exact",
        )
        self.make(make.TranslationFactory, claim=claim)
        self.make(make.NoteFactory, claim=claim)
        self.make(make.ReviewFactory, claim=claim, source=self.a_source(), rating="unproven", **make.published())
        return claim

    def a_source(self) -> Source:
        days = f"{DAYS[0]}/{DAYS[1]}"
        source = self.make(make.SourceFactory, kind="bill", published=days, publisher=self.make(make.PublisherFactory))
        self.make(make.NoticeFactory, source=source)
        return source

    def account(self) -> None:
        """What an account has besides."""
        Token.objects.create(user=self.author, **self.marked(Token))
        Idempotency.objects.create(account=self.author, request="0" * 64, **self.marked(Idempotency))

    @property
    def ids(self) -> set[str]:
        """Of all that is hidden; that a claim was withdrawn is public."""
        return {str(row.pk) for row in self.rows} - {str(claim.pk) for claim in self.tombstoned}

    @property
    def slugs(self) -> list[str]:
        return [row.slug for row in self.rows if hasattr(row, "slug")]


def plant() -> Planted:
    """Each step in a transaction of its own, as it would have happened."""
    planted = Planted()
    with pghistory.context(user=str(planted.author.pk)):
        with transaction.atomic():
            public, other = public_claims(planted)
            planted.account()
        planted.passes()
        with transaction.atomic():
            uncover(planted, public)
        with transaction.atomic():
            everything_hidden(planted)
        planted.passes()
        gone(planted)
        with transaction.atomic():
            tie(planted, public, other)
        planted.passes()
    return planted


def public_claims(planted: Planted) -> tuple[claims.Claim, claims.Claim]:
    """A draft in which nothing yet is as it will be public, and a public claim that never was otherwise."""
    draft = planted.make(make.ClaimFactory, proposition=planted.make(make.PropositionFactory))
    planted.make(make.ClaimantFactory, claim=draft, speaker=planted.make(make.SpeakerFactory))
    planted.make(make.CitationFactory, claim=draft, source=planted.a_source())
    planted.make(make.QuantityFactory, claim=draft, value=NUMBER, significant_figures=7, comparator="equal")
    planted.make(make.TranslationFactory, claim=draft)
    other = make.published_claim(text="The openwall is long.", by=planted.author, submitted_by=planted.author)
    return draft, other


def uncover(planted: Planted, claim: claims.Claim) -> None:
    """The draft is rewritten from end to end, then published; what stays hidden of it is marked anew."""
    for part in ("claimants", "citations", "quantities", "translations"):
        getattr(claim, part).all().delete()
    planted.rows.remove(claim)
    for name, value in {
        "text": "The openfence is high.",
        "language": "en",
        "occasion": "",
        "proposition": None,
    }.items():
        setattr(claim, name, value)
    claim.stated_as_written = ""
    claim.save()
    speaker = make.SpeakerFactory(name="Ana Openname")
    make.ClaimantFactory(claim=claim, speaker=speaker)
    source = make.SourceFactory(title="The Openpaper", publisher=make.PublisherFactory(name="Openhouse"))
    snapshot = planted.make(make.SnapshotFactory, source=source, archive_url="")
    planted.rows.remove(snapshot)
    make.CitationFactory(claim=claim, source=source, snapshot=snapshot, quote="A high openfence.")
    claims.ClaimTopic.objects.create(claim=claim, topic=make.TopicFactory(name="Opentopic"))
    indicator = make.IndicatorFactory(name="Openseries")
    make.QuantityFactory(claim=claim, indicator=indicator, indicator_match="exact", period="2020")
    planted.make(make.NoteFactory, claim=claim)
    planted.make(make.ReviewFactory, claim=claim, source=planted.a_source(), reviewer=planted.author)
    claim.submit(by=superuser(planted))
    claim.publish(by=superuser(planted))


def superuser(planted: Planted) -> User:
    return planted.make(make.UserFactory, is_superuser=True)


def everything_hidden(planted: Planted) -> None:
    later = timezone.now() + timedelta(days=1)
    by = make.published(by=planted.author)
    planted.hidden += [
        planted.a_claim(),
        planted.a_claim(status="in_review", submitted_by=planted.author),
        planted.a_claim(status="published", embargo_until=later, **by),
        planted.a_claim(status="published", embargo_until=later, **by),
    ]
    planted.tombstoned += [planted.a_claim(status="published", **by), planted.a_claim(status="published", **by)]


def gone(planted: Planted) -> None:
    """What was public once and is no longer, and what never was."""
    by = superuser(planted)
    withdrawn, redacted = planted.tombstoned
    planted.hidden[-1].withdraw(by=by, kind="error", reason="Never public.")
    withdrawn.withdraw(by=by, kind="privacy", reason="A person's safety.")
    redact(claim=redacted, by=by, kind="privacy", reason="A person's safety.", legal_basis="Art. 17 GDPR")


def tie(planted: Planted, public: claims.Claim, other: claims.Claim) -> None:
    """What is public to what is not, wherever one can lead to the other."""
    make.ClaimLinkFactory(from_claim=public, to_claim=other)
    for claim in (*planted.hidden, *planted.tombstoned):
        planted.make(make.ClaimLinkFactory, from_claim=public, to_claim=claim, kind="supports")
        planted.make(make.ClaimLinkFactory, from_claim=claim, to_claim=public, kind="contradicts")
    draft = planted.hidden[0]
    speaker, topic = public.claimants.get().speaker, public.topics.get()
    citation = draft.citations.get()
    make.RoleFactory(speaker=speaker, organization=draft.claimants.get().role.organization, title="Mayor")
    planted.make(
        make.OrganizationFactory,
        parent=make.ClaimantFactory(
            claim=other, speaker=make.OrganizationFactory(name="Openministry"), position=1
        ).speaker,
    )
    planted.make(make.TopicFactory, parent=topic)
    Source.objects.filter(pk=public.citations.get().source_id).update(translation_of=citation.source)
