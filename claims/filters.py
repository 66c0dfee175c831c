"""The query parameters of the claims app's lists. Their meanings are the contract in the API's documentation."""

from django.db.models import Exists, OuterRef, Q
from rest_framework.exceptions import NotAuthenticated

from claims import models
from claims.feed import changes_since
from claims.filters_parts import CitationFilter, QuantityFilter
from claims.search import RANKED, has_words, last_said, ranked_keys, with_relevance
from factbase.api.exports import Export
from factbase.api.filters import FilterSet
from factbase.api.parameters import (
    AnyOf,
    Choice,
    Choices,
    Impossible,
    Moment,
    RangeReaches,
    Records,
    Text,
    TimeReaches,
    Words,
    YesNo,
)
from factbase.codes import (
    COUNTRY_PATTERN,
    LANGUAGE_PATTERN,
    validate_country,
    validate_language,
)
from factbase.trees import Descendants

Claim, Quantity, Review = models.Claim, models.Quantity, models.Review


class Query(Text):
    def read(self, text):
        if not has_words(text):
            raise Impossible(f"'{text}' has only words too common to search for: add another.", code="too_common")
        return text

    def filter(self, queryset, text):
        return queryset.matching(text)


class Highlight(Choice):
    """Checked here; the view marks the words."""

    schema = {"type": "boolean"}

    def filter(self, queryset, value):
        return queryset

    def shown(self, texts, value):
        return value == "true"


class Status(Choices):
    def filter(self, queryset, values):
        if set(values) != {Claim.Status.PUBLISHED} and not self.parent.request.user.is_authenticated:
            raise NotAuthenticated("Only published claims are public: sign in to see others.")
        return super().filter(queryset, values)


class TopicTree(Records):
    def read_all(self, texts):
        # Looked up by themselves, so that the database knows how many claims to expect of these very topics.
        tree = Descendants(models.Topic.objects.filter(pk__in=super().read_all(texts)))
        return list(models.Topic.objects.filter(pk__in=tree).values_list("pk", flat=True))

    def filter(self, queryset, pks):
        return queryset.filter(Exists(models.ClaimTopic.objects.filter(claim=OuterRef("pk"), topic__in=pks)))


class SpeakerOf(Records):
    def filter(self, queryset, pks):
        return queryset.filter(Exists(models.Claimant.objects.filter(claim=OuterRef("pk"), speaker__in=pks)))


class About(Records):
    def filter(self, queryset, pks):
        return queryset.filter(Exists(models.ClaimSubject.objects.filter(claim=OuterRef("pk"), speaker__in=pks)))


class OrganizationOf(Records):
    def read_all(self, texts):
        tree = Descendants(models.Speaker.objects.filter(pk__in=super().read_all(texts)))
        pks = list(models.Speaker.objects.filter(pk__in=tree).values_list("pk", flat=True))
        return pks, sorted(models.Role.objects.filter(organization__in=pks).values_list("pk", "speaker"))

    def filter(self, queryset, found):
        return queryset.by_organizations(*found)


class Rating(Choices):
    def filter(self, queryset, values):
        reviews = Review.objects.of_visible_claims(self.parent.request.user).filter(rating__in=values)
        return queryset.filter(Exists(reviews.filter(claim=OuterRef("pk"))))


class Sorting(Choice):
    """Checked here; the paginator sorts."""

    def filter(self, queryset, value):
        return queryset


class ClaimFilter(FilterSet):
    parts = {QuantityFilter: "claim", CitationFilter: "claim"}

    q = Query(
        help_text="Words of claim, translations, quotes, claimants, topics and titles of sources, by stem, accents"
        ' ignored, in English and Spanish. Web syntax: "exact phrase", -not, or. Where nothing is found, `suggestions`'
        " has spellings that find something.",
        example="detentions",
    )
    highlight = Highlight(
        choices=["true", "false"],
        help_text="With `q`: `true` adds `highlight`, the claim's text and the quotes of its citations as HTML, in"
        " which the words found stand within `<mark>`.",
        example="true",
    )
    kind = Choices("kind", choices=Claim.Kind.values, help_text="What is asserted.", example="statistic")
    status = Status(
        "status", choices=Claim.Status.values, help_text="Beyond published it needs an account.", example="published"
    )
    language = AnyOf(
        "language",
        validator=validate_language,
        pattern=LANGUAGE_PATTERN,
        help_text="Language of the claim, BCP 47.",
        example="en",
    )
    speaker = SpeakerOf(model=models.Speaker, help_text="Claimant, by slug.", example="luis-videgaray")
    organization = OrganizationOf(
        model=models.Speaker,
        help_text="Organization, by slug: claims by it, and by those then holding a role in it or its children.",
        example="government-of-mexico",
    )
    about = About(
        model=models.Speaker,
        help_text="Speaker whom the claim is about, by slug.",
        example="government-of-the-united-states",
    )
    topic = TopicTree(model=models.Topic, help_text="Topic, by slug, with those below it.", example="migration")
    proposition = Records(
        "proposition",
        model=models.Proposition,
        help_text="What several claims say, by slug.",
        example="mexico-will-go-to-the-united-nations",
    )
    rating = Rating(choices=Review.Rating.values, help_text="Rating of a review.", example="mixed")
    has_review = YesNo(
        condition=Q(Exists(Review.objects.published().filter(claim=OuterRef("pk")))),
        help_text="Whether there is a published review.",
        example="true",
    )
    has_quantity = YesNo(
        condition=Q(Exists(Quantity.objects.filter(claim=OuterRef("pk")))),
        help_text="Whether there is a number in it.",
        example="true",
    )
    stated_after = RangeReaches("stated", help_text="Said on that day or later.", example="2017-02-01")
    stated_before = RangeReaches("stated", last=True, help_text="Said on that day or earlier.", example="2017-02-28")
    added_after = TimeReaches("created_at", help_text="Entered here on that day or later.", example="2026-01-01")
    added_before = TimeReaches(
        "created_at", last=True, help_text="Entered here on that day or earlier.", example="2030-12-31"
    )
    ordering = Sorting(
        choices=["-stated", "stated", "-created_at", "created_at", "relevance"],
        help_text="Newest said first (-stated) where it is not given; undated last. `relevance` goes with `q`: those"
        f" that fit best first, of the newest {RANKED:,} matches; an export ranks them all.",
        example="-created_at",
    )
    in_order = (("stated_after", "stated_before"), ("added_after", "added_before"))

    class Meta:
        model = Claim
        fields = []

    def problems(self):
        found = super().problems()
        given = self.asked
        if "value_match" in given and "value" not in given:
            found["value_match"] = "It says how to match `value`: give that too."
        if given.get("ordering") == "relevance" and "q" not in given:
            found["ordering"] = "Relevance is to the words in `q`: give that too."
        if "highlight" in given and "q" not in given:
            found["highlight"] = "It marks the words in `q`: give that too."
        elif "highlight" in given and self.exported == "csv":
            found["highlight"] = "CSV has no marks: ask for JSON, or leave it out."
        return found

    @property
    def exported(self) -> str | None:
        """The format in which the whole list is asked for; None for pages."""
        renderer = getattr(self.request, "accepted_renderer", None)
        return renderer.format if isinstance(renderer, Export) else None

    @property
    def ranks_newest(self) -> bool:
        return self.asked.get("ordering") == "relevance" and not self.exported

    def filter_queryset(self, queryset, without=()):
        found = super().filter_queryset(queryset, without)
        if "q" in without:
            return found
        if self.ranks_newest:
            return found.filter(pk__in=last_said(found, RANKED).values("pk"))
        return with_relevance(found, self.asked["q"]) if self.asked.get("ordering") == "relevance" else found

    def ranked_keys(self):
        """Of the page's statement: that of `filter_queryset` would look up all claims once more."""
        return ranked_keys(super().filter_queryset(self.queryset.all()), self.asked["q"], RANKED)

    def applied(self):
        ranked = {"ranked": f"the newest {RANKED} matches"} if self.ranks_newest else {}
        return {**super().applied(), **ranked}


class SpeakerFilter(FilterSet):
    q = Words("name", help_text="Words of the name, or parts of them, in any order; accents ignored.", example="lopez")
    kind = Choices("kind", choices=models.Speaker.Kind.values, help_text="Person or organization.", example="person")
    country = AnyOf(
        "country", validator=validate_country, pattern=COUNTRY_PATTERN, help_text="ISO 3166-1 code.", example="MX"
    )
    parent = Records(
        "parent",
        model=models.Speaker,
        help_text="The organization it belongs to, by slug.",
        example="us-customs-and-border-protection",
    )

    class Meta:
        model = models.Speaker
        fields = []


class TopicFilter(FilterSet):
    q = Words("name", help_text="Words of the name, or parts of them, in any order; accents ignored.", example="migra")
    parent = Records("parent", model=models.Topic, help_text="The topic above, by slug.", example="migration")

    class Meta:
        model = models.Topic
        fields = []


class IndicatorFilter(FilterSet):
    q = Words("name", help_text="Words of the name, or parts of them, in any order; accents ignored.", example="border")
    unit = AnyOf("unit", help_text="Unit.", example="encounters")

    class Meta:
        model = models.Indicator
        fields = []


class PropositionFilter(FilterSet):
    q = Words(
        "text", help_text="Words of the text, or parts of them, in any order; accents ignored.", example="human rights"
    )

    class Meta:
        model = models.Proposition
        fields = []


class Since(Moment):
    def filter(self, queryset, moment):
        return changes_since(queryset, moment)


class ChangeFilter(FilterSet):
    since = Since(
        help_text="Changes from then on. To go on reading, ask for `next`: that misses nothing.", example="2026-01-01"
    )
    kind = Choices("kind", choices=models.Change.Kind.values, help_text="What happened.", example="published")

    class Meta:
        model = models.Change
        fields = []
