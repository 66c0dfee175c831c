"""Questions about claims, their parts, speakers and vocabulary."""

from decimal import Decimal
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.lookups import DataContains
from django.db.models import (
    Case,
    DateField,
    Exists,
    Expression,
    F,
    Func,
    OuterRef,
    Prefetch,
    Q,
    QuerySet,
    Subquery,
    TextField,
    UUIDField,
    Value,
    When,
)
from django.db.models.functions import MD5, Cast, Coalesce, Concat, Lower, Now
from psycopg.types.range import Range

from factbase.fields import Number
from factbase.models import SluggedQuerySet
from factbase.permissions import Viewer, sees_drafts
from factbase.trees import IsBelow

# Sort keys of claims: never null, so that undated ones come last both ways and a page begins by comparison.
NEWEST_FIRST = Coalesce("stated_latest", Func(template="'-infinity'::date", output_field=DateField()))
OLDEST_FIRST = Coalesce("stated_latest", Func(template="'infinity'::date", output_field=DateField()))
# Likewise of numbers: by the first day of what they are about, or by its last where it has no first.
FIRST_DAY = Coalesce(
    Func(F("period"), function="lower", output_field=DateField()),
    Func(F("period"), template="(upper(%(expressions)s) - 1)", output_field=DateField()),
)
LATEST_PERIOD = Coalesce(FIRST_DAY, Func(template="'-infinity'::date", output_field=DateField()))
EARLIEST_PERIOD = Coalesce(FIRST_DAY, Func(template="'infinity'::date", output_field=DateField()))
MOST_CONFLICTS = 10


def begin_of(period: Expression) -> Expression:
    first = Func(period, function="lower", output_field=DateField())
    return Coalesce(first, Func(template="'-infinity'::date", output_field=DateField()))


def end_of(period: Expression) -> Expression:
    """The day after its last one."""
    after = Func(period, function="upper", output_field=DateField())
    return Coalesce(after, Func(template="'infinity'::date", output_field=DateField()))


BETWEEN = "\x1f"  # Parts names: no name has it.


def folded(words) -> Func:
    return Lower(Func(words, function="unaccent", output_field=TextField()))


def or_below(rows: QuerySet) -> QuerySet:
    """Within a subquery: of `rows`, the record at hand outside it and those below that one.

    From the record down, not from all that is seen up: so one record is looked up without reading all claims.
    """
    return rows.filter(IsBelow("pk", rows.model._default_manager.filter(pk=OuterRef(OuterRef("pk")))))


class ClaimQuerySet(QuerySet):
    def visible_to(self, user: Viewer) -> "ClaimQuerySet":
        """The one place that decides who sees which claims; whatever else is seen, is seen through these."""
        if sees_drafts(user):
            return self
        # Anyone sees what is published and past its embargo.
        public = Q(status="published") & (Q(embargo_until=None) | Q(embargo_until__lte=Now()))
        if user is None or not user.is_authenticated:
            return self.filter(public)
        # An account sees what it wrote itself, in any state.
        return self.filter(public | Q(created_by=user))

    def published(self) -> "ClaimQuerySet":
        return self.filter(status="published")

    def withdrawn(self) -> "ClaimQuerySet":
        """Tombstones of claims that were public; one that was withdrawn under embargo never was."""
        return self.filter(status="withdrawn").filter(Q(embargo_until=None) | Q(embargo_until__lte=Now()))

    def resting_on_corrected(self) -> "ClaimQuerySet":
        """Claims stated by sources that were corrected or retracted, and by no other one."""
        from claims.models import Citation
        from sources.models import Notice

        corrected = Exists(Notice.objects.filter(source=OuterRef("source"), kind__in=["correction", "retraction"]))
        stating = Citation.objects.filter(claim=OuterRef("pk"), stance="states")
        return self.filter(Exists(stating.filter(corrected)), ~Exists(stating.filter(~corrected)))

    def matching(self, text: str) -> "ClaimQuerySet":
        """Claims found by words: "exact phrase", -not, or; by stem, accents ignored, English and Spanish."""
        from claims.search import claims_matching

        return claims_matching(self, text)

    def with_parts(self, user: Viewer) -> "ClaimQuerySet":
        """All that the API shows of a claim, as far as `user` may see it, in a fixed number of queries."""
        from claims.models import Citation, ClaimLink, Review
        from sources.models import Snapshot

        claims = self.model.objects.visible_to(user)
        citations = Citation.objects.select_related("source__publisher").prefetch_related(
            "source__notices",
            "attributions__speaker",
            # Never the text, which may be long and is never public.
            Prefetch("snapshot", Snapshot.objects.only("retrieved_at", "archive_url", "sha256")),
        )
        return self.select_related("proposition").prefetch_related(
            "claimants__speaker",
            "claimants__role__organization",
            "subjects",
            "topics",
            "quantities__indicator",
            "translations",
            Prefetch("citations", citations),
            Prefetch("links_out", ClaimLink.objects.filter(to_claim__in=claims).select_related("to_claim")),
            Prefetch("links_in", ClaimLink.objects.filter(from_claim__in=claims).select_related("from_claim")),
            Prefetch("reviews", Review.objects.visible_to(user).published().select_related("source__publisher")),
        )

    def by_organizations(self, pks: list[UUID], roles: list[tuple[UUID, UUID]]) -> "ClaimQuerySet":
        """Claims by these organizations, and by people then holding a role in one.

        A claimant's role says it; where none is on record, a role whose time covers the day it was said. `roles` are
        all that there are in one, each with whose it is: so both are found by index, however few they are.
        """
        from claims.models import Claimant, Role

        held, holders = [pk for pk, _ in roles], list({speaker for _, speaker in roles})
        then = Role.objects.filter(speaker=OuterRef("speaker"), pk__in=held, held__contains=OuterRef("claim__stated"))
        claimants = Claimant.objects.filter(
            Q(speaker__in=pks) | Q(role__in=held) | Q(Exists(then), role=None, speaker__in=holders)
        )
        return self.filter(Exists(claimants.filter(claim=OuterRef("pk"))))


class PartQuerySet(QuerySet):
    """Parts of a claim: seen with it."""

    claim_path = "claim"

    def visible_to(self, user: Viewer) -> "PartQuerySet":
        from claims.models import Claim

        if sees_drafts(user):
            return self
        return self.filter(Exists(Claim.objects.visible_to(user).filter(pk=OuterRef(self.claim_path))))


class CitationQuerySet(PartQuerySet):
    def quoting(self) -> "CitationQuerySet":
        """Those with words to look for."""
        return self.exclude(quote="")

    def with_newest_snapshot(self) -> "CitationQuerySet":
        """Annotates `newest`, the id of the source's newest snapshot, or null."""
        from sources.models import Snapshot

        snapshots = Snapshot.objects.filter(source=OuterRef("source")).order_by("-retrieved_at", "-id")
        return self.annotate(newest=Subquery(snapshots.values("pk")[:1]))

    def with_anchoring(self) -> "CitationQuerySet":
        """Annotates `anchoring`, a hash of all that looking for the quote rests on and leads to."""
        fields = ("quote", "prefix", "suffix", "start", "end", "snapshot", "anchor")
        words = [Concat(Cast(name, TextField()), Value("\x1f"), output_field=TextField()) for name in fields]
        return self.annotate(anchoring=MD5(Concat(*words)))

    def to_check(self) -> "CitationQuerySet":
        """Quotes never looked for, or changed since, or with a newer snapshot to look in."""
        from claims.models import AnchorCheck

        done = AnchorCheck.objects.filter(
            citation=OuterRef("pk"), snapshot=OuterRef("newest"), anchoring=OuterRef("anchoring")
        )
        # With no words, or no text to look in, an anchor is unchecked; one that is not, is made so once.
        nothing = Q(newest=None) | Q(quote="")
        waiting = ~nothing & ~Exists(done) | nothing & ~Q(anchor="unchecked")
        return self.with_newest_snapshot().with_anchoring().filter(waiting)

    def broken(self) -> "CitationQuerySet":
        """Quotes that are not where they stood, apart from those that a curator has seen and kept."""
        from claims.models import AnchorCheck

        kept = AnchorCheck.objects.filter(citation=OuterRef("pk"), kept=True)
        return self.filter(~Exists(kept), anchor__in=["moved", "changed", "missing"])


class ReviewQuerySet(PartQuerySet):
    def published(self) -> "ReviewQuerySet":
        return self.filter(published_at__isnull=False)

    def visible_to(self, user: Viewer) -> "ReviewQuerySet":
        """Of a visible claim the published reviews."""
        return super().visible_to(user).of_visible_claims(user)

    def of_visible_claims(self, user: Viewer) -> "ReviewQuerySet":
        """Those that `user` sees of claims that are known to be visible: these are not looked up once more."""
        return self if sees_drafts(user) else self.published()


class QuantityQuerySet(PartQuerySet):
    def containing(self, number: Decimal) -> "QuantityQuerySet":
        """Numbers whose bounds contain this one."""
        # As a number, not as a range that has it alone: of how many contain a range PostgreSQL guesses far too high.
        return self.filter(DataContains(F("bounds"), Cast(Value(number), Number())))

    def consistent_with(self, number: Decimal) -> "QuantityQuerySet":
        """Numbers that this one may be: "thousands" is too loose to say so of."""
        return self.containing(number).exclude(comparator="order")

    def cut_short_from(self, number: Decimal) -> "QuantityQuerySet":
        """Bare numbers that this one becomes when its last digits are dropped: 2.7 million for 2,766,582."""
        matches = Q(pk__in=[])
        for figures in range(1, len(number.as_tuple().digits) + 1):
            step = Decimal(1).scaleb(number.adjusted() - figures + 1)
            matches |= Q(value=number // step * step, significant_figures=figures)
        return self.filter(matches, comparator="equal")

    def overlapping(self, low: Decimal | None, high: Decimal | None) -> "QuantityQuerySet":
        """Numbers whose bounds reach into low to high, both included; None is open."""
        return self.filter(bounds__overlap=Range(low, high, "[]"))

    def beside(self) -> "QuantityQuerySet":
        """Within a subquery: numbers that are exactly of the same indicator as the one at hand outside it, for the same
        period and place (or both without one) and in the same unit. One without a period has none beside it."""
        same = ("indicator", "place", "unit", "per", "measure")
        # By its two ends, not as a range: else the index of all periods is taken, and all of a year's numbers are read.
        found = self.alias(begins=begin_of(F("period")), ends=end_of(F("period")))
        return found.filter(
            indicator_match="exact",
            period__isnull=False,
            begins=begin_of(OuterRef("period")),
            ends=end_of(OuterRef("period")),
            **{name: OuterRef(name) for name in same},
        ).exclude(pk=OuterRef("pk"))

    def with_agreement(self, user: Viewer) -> "QuantityQuerySet":
        """Annotates `agreement`, whether an exact number can be true together with those beside it that `user` sees
        (agree, conflict; null where there are none), and `conflicts_with`, the first ids of those that it cannot."""
        beside = self.model._default_manager.visible_to(user).beside()
        against = beside.filter(~Q(entails__overlap=OuterRef("entails")))
        is_exact = Q(indicator_match="exact", period__isnull=False)
        return self.annotate(
            agreement=Case(
                When(is_exact & Exists(against), then=Value("conflict")),
                When(is_exact & Exists(beside), then=Value("agree")),
                output_field=TextField(),
            ),
            conflicts_with=Case(
                When(is_exact, then=ArraySubquery(against.order_by("id").values("pk")[:MOST_CONFLICTS])),
                default=Value([], ArrayField(UUIDField())),
            ),
        )

    def in_places(self, codes: list[str]) -> "QuantityQuerySet":
        """Of these ISO 3166 codes; a country includes its parts."""
        matches = Q(place__in=codes)
        for code in codes:
            matches |= Q(place__startswith=f"{code}-")
        return self.filter(matches)


class SpeakerQuerySet(SluggedQuerySet):
    def named(self, name: str) -> "SpeakerQuerySet":
        """Those with this name or alias, accents and capitals apart."""
        return self.with_names().filter(names__contains=folded(Value(f"{BETWEEN}{name}{BETWEEN}")))

    def partly_named(self, name: str) -> "SpeakerQuerySet":
        """Those whose name or alias has these whole words at its end, as "Ruiz" in "Ana Ruiz", accents apart."""
        return self.with_names().filter(names__contains=folded(Value(f" {name}{BETWEEN}")))

    def with_names(self) -> "SpeakerQuerySet":
        """Annotates `names`: name and aliases, in small letters without accents, with BETWEEN around each."""
        aliases = Func("aliases", Value(BETWEEN), function="array_to_string", output_field=TextField())
        mark = Value(BETWEEN)
        return self.alias(names=folded(Concat(mark, "name", mark, aliases, mark, output_field=TextField())))

    def visible_to(self, user: Viewer) -> "SpeakerQuerySet":
        """Speakers that a visible claim names: claimants, subjects, relays, and their organizations."""
        if sees_drafts(user):
            return self
        return self.filter(Exists(or_below(self.model._default_manager.named_in_claims(user))))

    def named_in_claims(self, user: Viewer) -> "SpeakerQuerySet":
        from claims.models import Attribution, Citation, Claim, Claimant, ClaimSubject

        claims = Claim.objects.visible_to(user)
        claimants = Claimant.objects.filter(Exists(claims.filter(pk=OuterRef("claim"))))
        subjects = ClaimSubject.objects.filter(Exists(claims.filter(pk=OuterRef("claim"))))
        relays = Attribution.objects.filter(Exists(Citation.objects.visible_to(user).filter(pk=OuterRef("citation"))))
        return self.filter(
            Exists(claimants.filter(speaker=OuterRef("pk")))
            | Exists(claimants.filter(role__organization=OuterRef("pk")))
            | Exists(subjects.filter(speaker=OuterRef("pk")))
            | Exists(relays.filter(speaker=OuterRef("pk")))
        )


class VocabularyQuerySet(SluggedQuerySet):
    """Indicators and propositions: seen where a visible claim uses them."""

    def visible_to(self, user: Viewer) -> "VocabularyQuerySet":
        from claims.models import Claim

        if sees_drafts(user):
            return self
        path = {"indicator": "quantities__indicator", "proposition": "proposition", "topic": "topics"}
        used = Claim.objects.visible_to(user).filter(**{path[self.model._meta.model_name]: OuterRef("pk")})
        return self.filter(Exists(used))


class TopicQuerySet(VocabularyQuerySet):
    def visible_to(self, user: Viewer) -> "TopicQuerySet":
        """Topics of a visible claim, and those above them."""
        if sees_drafts(user):
            return self
        used = VocabularyQuerySet.visible_to(self.model._default_manager.all(), user)
        return self.filter(Exists(or_below(used)))
