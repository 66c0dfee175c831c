"""Questions about claims, their parts, speakers and vocabulary."""

from decimal import Decimal

from django.db.models import DateField, Exists, Func, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce, Now
from psycopg.types.range import Range

from factbase.models import SluggedQuerySet
from factbase.permissions import Viewer, sees_drafts
from factbase.trees import Ancestors, Descendants

# Sort keys of claims: never null, so that undated ones come last both ways and a page begins by comparison.
NEWEST_FIRST = Coalesce("stated_latest", Func(template="'-infinity'::date", output_field=DateField()))
OLDEST_FIRST = Coalesce("stated_latest", Func(template="'infinity'::date", output_field=DateField()))


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

    def matching(self, text: str) -> "ClaimQuerySet":
        """Claims found by words: "exact phrase", -not, or; by stem, accents ignored, English and Spanish."""
        from claims.search import claims_matching

        return claims_matching(self, text)

    def by_organization(self, organizations: QuerySet) -> "ClaimQuerySet":
        """Claims by these organizations or those below them, and by people then holding a role in one.

        A claimant's role says it; where none is on record, a role whose time covers the day it was said.
        """
        from claims.models import Claimant, Role

        tree = Descendants(organizations)
        holding = Role.objects.filter(
            speaker=OuterRef("speaker"), organization__in=tree, held__contains=OuterRef("claim__stated")
        )
        claimants = Claimant.objects.filter(
            Q(speaker__in=tree) | Q(role__organization__in=tree) | Q(Exists(holding), role=None)
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


class ReviewQuerySet(PartQuerySet):
    def published(self) -> "ReviewQuerySet":
        return self.filter(published_at__isnull=False)

    def visible_to(self, user: Viewer) -> "ReviewQuerySet":
        """Of a visible claim the published reviews."""
        return self if sees_drafts(user) else super().visible_to(user).published()


class QuantityQuerySet(PartQuerySet):
    def consistent_with(self, number: Decimal) -> "QuantityQuerySet":
        """Numbers whose bounds contain this one; "thousands" is too loose to say so of."""
        return self.filter(bounds__contains=point(number)).exclude(comparator="order")

    def cut_short_from(self, number: Decimal) -> "QuantityQuerySet":
        """Bare numbers that this one becomes when its last digits are dropped: 2.7 million for 2,766,582."""
        return self.filter(self.cut_short(number))

    @staticmethod
    def cut_short(number: Decimal) -> Q:
        digits, last = number.as_tuple().digits, number.adjusted()
        matches = Q(pk__in=[])
        for figures in range(1, min(len(digits), 24) + 1):
            step = Decimal(1).scaleb(last - figures + 1)
            matches |= Q(value=number // step * step, significant_figures=figures)
        return Q(comparator="equal") & matches


def point(number: Decimal) -> Range:
    """A range of one number: what PostgreSQL can look up in an index of ranges."""
    return Range(number, number, "[]")


class SpeakerQuerySet(SluggedQuerySet):
    def visible_to(self, user: Viewer) -> "SpeakerQuerySet":
        """Speakers that a visible claim names: claimants, subjects, relays, and their organizations."""
        if sees_drafts(user):
            return self
        return self.filter(pk__in=Ancestors(self.model._default_manager.named_in_claims(user)))

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
        return self.filter(pk__in=Ancestors(VocabularyQuerySet.visible_to(self.model._default_manager.all(), user)))
