"""The query parameters of sources/ and publishers/."""

from factbase.api.filters import FilterSet
from factbase.api.parameters import AnyOf, Choices, RangeReaches, Records, Text, Words
from factbase.codes import COUNTRY_PATTERN, LANGUAGE_PATTERN, validate_country, validate_language
from sources.models import Publisher, Source, bare_doi


class AtUrl(Text):
    """Sources at a web address, however it is written."""

    def filter(self, queryset, url):
        return queryset.at_url(url)


class Doi(Text):
    def read(self, text):
        return bare_doi(text).lower()

    def filter(self, queryset, doi):
        return queryset.with_doi(doi)


class SourceFilter(FilterSet):
    q = Words(
        "title", help_text="Words of the title, or parts of them, in any order; accents ignored.", example="migrants"
    )
    kind = Choices("kind", choices=Source.Kind.values, help_text="CSL type.", example="article-journal")
    language = AnyOf(
        "language", validator=validate_language, pattern=LANGUAGE_PATTERN, help_text="Language, BCP 47.", example="en"
    )
    publisher = Records(
        "publisher", model=Publisher, help_text="Publisher, by slug.", example="us-customs-and-border-protection"
    )
    url = AtUrl(
        help_text="Web address; scheme, www. and tracking parameters do not matter.",
        example="https://onlinelibrary.wiley.com/doi/10.1111/lamp.12329",
    )
    doi = Doi("doi", help_text="DOI.", example="10.1111/lamp.12329")
    published_after = RangeReaches("published", help_text="Published on that day or later.", example="2017-01-01")
    published_before = RangeReaches(
        "published",
        last=True,
        help_text="Published on that day or earlier.",
        example="2024-12-31",
    )
    in_order = (("published_after", "published_before"),)

    class Meta:
        model = Source
        fields = []


class PublisherFilter(FilterSet):
    q = Words("name", help_text="Words of the name, or parts of them, in any order; accents ignored.", example="border")
    country = AnyOf(
        "country", validator=validate_country, pattern=COUNTRY_PATTERN, help_text="ISO 3166-1 code.", example="US"
    )

    class Meta:
        model = Publisher
        fields = []
