"""What was published: publishers, sources, snapshots of their text, and notices."""

from hashlib import sha256

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, GistIndex
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Func, Q, Value
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils.translation import gettext as _

from factbase.codes import COUNTRY_PATTERN, LANGUAGE_PATTERN, validate_country, validate_language
from factbase.constraints import known_choices, some_days
from factbase.fields import DateRange
from factbase.history import recorded
from factbase.models import Record, Slugged
from factbase.triggers import refuse
from sources.querysets import PublisherQuerySet, SourceQuerySet, UrlKey


@recorded
class Publisher(Slugged):
    """Who puts sources out: a newspaper, an agency, a house."""

    name = models.CharField(max_length=300)
    homepage = models.URLField(max_length=2000, blank=True)
    domain = models.GeneratedField(
        expression=Func(
            Lower(F("homepage")),
            Value(r"^https?://(?:www\.)?([^/:?#]+)"),
            function="substring",
            output_field=models.TextField(),
        ),
        output_field=models.CharField(max_length=255),
        db_persist=True,
    )
    country = models.CharField(
        max_length=2, blank=True, validators=[validate_country], help_text="ISO 3166-1 code, e.g. MX."
    )

    objects = PublisherQuerySet.as_manager()

    class Meta(Record.Meta):
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(name=""),
                name="publisher_has_name",
                violation_error_message="A publisher needs a name.",
            ),
            models.CheckConstraint(
                condition=Q(country="") | Q(country__regex=COUNTRY_PATTERN),
                name="publisher_country_is_code",
                violation_error_message="A country is its ISO 3166-1 code: write MX or US.",
            ),
        ]

    def get_absolute_url(self):
        return reverse("publisher-detail", args=[self.slug])


@recorded
@known_choices
class Source(Record):
    """A document that can be cited: one item in the sense of CSL."""

    class Kind(models.TextChoices):
        """CSL 1.0.2 item types."""

        ARTICLE_NEWSPAPER = "article-newspaper", "Newspaper article"
        ARTICLE_MAGAZINE = "article-magazine", "Magazine article"
        ARTICLE_JOURNAL = "article-journal", "Journal article"
        REPORT = "report", "Report"
        WEBPAGE = "webpage", "Web page"
        SPEECH = "speech", "Speech"
        INTERVIEW = "interview", "Interview"
        BROADCAST = "broadcast", "Broadcast"
        DATASET = "dataset", "Dataset"
        BILL = "bill", "Bill"
        LEGISLATION = "legislation", "Legislation"
        POST = "post", "Post"
        BOOK = "book", "Book"
        DOCUMENT = "document", "Document"

    kind = models.CharField(max_length=20, choices=Kind)
    title = models.CharField(max_length=1000)
    authors = ArrayField(
        models.CharField(max_length=300),
        default=list,
        blank=True,
        help_text="Names as printed, with commas between.",
    )
    publisher = models.ForeignKey(Publisher, models.PROTECT, null=True, blank=True, related_name="sources")
    container_title = models.CharField(
        max_length=500, blank=True, help_text="The journal, newspaper or book that it stands in."
    )
    volume = models.CharField(max_length=50, blank=True)
    issue = models.CharField(max_length=50, blank=True)
    pages = models.CharField(max_length=50, blank=True)
    doi = models.CharField("DOI", max_length=300, blank=True, help_text="Starts with 10., e.g. 10.1111/lamp.12329.")
    url = models.URLField("URL", max_length=2000, blank=True)
    url_key = models.GeneratedField(expression=UrlKey("url"), output_field=models.TextField(), db_persist=True)
    language = models.CharField(
        max_length=35, blank=True, validators=[validate_language], help_text="BCP 47, e.g. es or en-US."
    )
    published = DateRange(null=True, blank=True)
    published_as_written = models.CharField(max_length=200, blank=True)
    abstract = models.TextField(blank=True)
    translation_of = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="translations")
    original_language = models.CharField(
        max_length=35,
        blank=True,
        validators=[validate_language],
        help_text="Of a translation: BCP 47, e.g. es.",
    )
    translator = models.CharField(max_length=300, blank=True)
    rights = models.CharField(max_length=1000, blank=True)

    objects = SourceQuerySet.as_manager()

    class Meta(Record.Meta):
        ordering = ["-id"]
        permissions = [("merge_source", "Can merge sources"), ("fetch_source", "Can fetch sources from the web")]
        indexes = [
            # The admin's search box and "is this source here already?".
            GinIndex(name="source_title_trigrams", fields=["title"], opclasses=["gin_trgm_ops"]),
            # sources/ in its order; the id makes it total.
            models.Index(fields=["created_at", "id"], name="source_created"),
            # ?published_after=, and ?source_published_after= of claims/.
            GistIndex(name="source_published", fields=["published"]),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(title=""),
                name="source_has_title",
                violation_error_message="A source needs a title.",
            ),
            models.UniqueConstraint(
                fields=["url_key"],
                name="source_url_unique",
                violation_error_message="A source with this web address is here already: use that one.",
            ),
            models.UniqueConstraint(
                Lower("doi"),
                name="source_doi_unique",
                condition=~Q(doi=""),
                violation_error_message="A source with this DOI is here already: use that one.",
            ),
            models.CheckConstraint(
                condition=Q(doi="") | Q(doi__regex=r"^10\.\d{4,9}/\S+$"),
                name="source_doi_is_bare",
                violation_error_message="A DOI starts with 10. and has a slash: write 10.1111/lamp.12329.",
            ),
            models.CheckConstraint(
                condition=Q(url="") | Q(url__iregex=r"^https?://[^/\s]+\S*$"),
                name="source_url_is_http",
                violation_error_message="A web address starts with http:// or https:// and has no blanks.",
            ),
            models.CheckConstraint(
                condition=(Q(language="") | Q(language__regex=LANGUAGE_PATTERN))
                & (Q(original_language="") | Q(original_language__regex=LANGUAGE_PATTERN)),
                name="source_languages_are_tags",
                violation_error_message="A language is a BCP 47 tag: write es, en or en-US.",
            ),
            some_days("source", "published", "The publication date has no day in it: write it anew or leave it empty."),
            models.CheckConstraint(
                condition=Q(translation_of=None) | ~Q(translation_of=F("id")),
                name="source_no_translation_of_itself",
                violation_error_message="A source is no translation of itself: choose the original.",
            ),
        ]

    def __str__(self):
        return self.title

    def clean(self):
        self.doi = bare_doi(self.doi)

    def get_absolute_url(self):
        return reverse("source-detail", args=[self.pk])


def bare_doi(text: str) -> str:
    """A DOI without its resolver's address or 'doi:' (DOI Handbook 2.6)."""
    text = text.strip()
    for prefix in (
        "https://doi.org/",
        "http://doi.org/",
        "https://dx.doi.org/",
        "http://dx.doi.org/",
        "doi:",
    ):
        if text.lower().startswith(prefix):
            return text[len(prefix) :].strip()
    return text


def original_path(snapshot: "Snapshot", name: str) -> str:
    """Where an original is kept: by the snapshot's id, never by a name that somebody chose."""
    return f"{snapshot.pk.hex[:6]}/{snapshot.pk}"


@recorded
class Snapshot(Record):
    """The text of a source as it was on a day. Never changed, never public."""

    source = models.ForeignKey(Source, models.PROTECT, related_name="snapshots")
    text = models.TextField()
    sha256 = models.CharField(max_length=64, editable=False, help_text="Of the text in UTF-8, in hexadecimal.")
    retrieved_at = models.DateTimeField()
    media_type = models.CharField(max_length=100, blank=True, help_text="Of the original, e.g. text/html.")
    archive_url = models.URLField("archive URL", max_length=2000, blank=True)
    original = models.FileField(upload_to=original_path, blank=True, max_length=300)

    class Meta(Record.Meta):
        ordering = ["-retrieved_at", "-id"]
        triggers = [
            *Record.Meta.triggers,
            pgtrigger.Trigger(
                name="never_changed",
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                condition=pgtrigger.AnyChange(
                    exclude=["created_at", "created_by", "created_via", "updated_at", "version"]
                ),
                func=refuse(
                    "snapshot_never_changed",
                    "The snapshot of % is never changed: add a new one.",
                    "OLD.retrieved_at",
                ),
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(text=""),
                name="snapshot_has_text",
                violation_error_message="A snapshot needs its text.",
            ),
            models.CheckConstraint(
                condition=Q(
                    sha256=Func(
                        Func(
                            Func(
                                F("text"),
                                Value("UTF8"),
                                function="convert_to",
                                output_field=models.BinaryField(),
                            ),
                            function="sha256",
                            output_field=models.BinaryField(),
                        ),
                        Value("hex"),
                        function="encode",
                        output_field=models.CharField(),
                    )
                ),
                name="snapshot_sha256_of_text",
                violation_error_message="The sha256 is not that of the text.",
            ),
        ]

    def __str__(self):
        return f"{self.source}, {self.retrieved_at:%Y-%m-%d}"

    def save(self, *args, **kwargs):
        if not self.sha256:
            self.sha256 = sha256(self.text.encode()).hexdigest()
        super().save(*args, **kwargs)

    def clean(self):
        if "\0" in self.text:
            raise ValidationError({"text": _("The text has a NUL byte in it: take it out.")})


@recorded
@known_choices
class Notice(Record):
    """A dated correction, update or retraction of a source, by its publisher."""

    class Kind(models.TextChoices):
        CORRECTION = "correction", "Correction"
        UPDATE = "update", "Update"
        RETRACTION = "retraction", "Retraction"

    source = models.ForeignKey(Source, models.CASCADE, related_name="notices")
    kind = models.CharField(max_length=20, choices=Kind)
    dated_on = models.DateField(null=True, blank=True)
    summary = models.TextField(blank=True)
    url = models.URLField("URL", max_length=2000, blank=True)

    class Meta(Record.Meta):
        ordering = ["-dated_on", "-id"]

    def __str__(self):
        return _("%(kind)s of %(source)s") % {"kind": self.get_kind_display(), "source": self.source}
