"""What writes several records at once, each in one transaction."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from factbase.merging import TWINS, Merge, Merged, Twins
from sources.models import Publisher, Snapshot, Source

TWINS["sources.Snapshot.source"] = Twins(same=("sha256", "retrieved_at"))
TWINS["sources.Notice.source"] = Twins(same=("kind",))


def merge_sources(*, survivor: Source, merged: Source, by: AbstractBaseUser) -> Merged:
    """Make one source of two. Raises PermissionDenied, or ValidationError with the remedy."""
    return SOURCES.merge(survivor=survivor, merged=merged, by=by)


def refusals(survivor: Source, merged: Source) -> Iterator[str]:
    dois = {source.doi.lower() for source in (survivor, merged) if source.doi}
    if len(dois) > 1:
        yield (
            _(
                "They have different DOIs (%(one)s and %(other)s), so they are two documents: keep both."
                " If one DOI is wrong, mend it first."
            )
            % {"one": survivor.doi, "other": merged.doi}
        )
    if survivor.translation_of_id == merged.pk or merged.translation_of_id == survivor.pk:
        yield _(
            "One is a translation of the other, so they are two documents: keep both."
            " If that is wrong, clear “translation of” first."
        )
    languages = {source.language.partition("-")[0] for source in (survivor, merged) if source.language}
    if len(languages) > 1:
        yield (
            _(
                "They are in different languages (%(one)s and %(other)s): a translation is a source"
                " of its own. Name the original as its “translation of” instead, or mend the language that is wrong."
            )
            % {"one": survivor.language, "other": merged.language}
        )


def warnings(survivor: Source, merged: Source) -> Iterator[str]:
    if survivor.url_key and merged.url_key and survivor.url_key != merged.url_key:
        yield (
            _("A source has one web address: %(url)s is kept in history alone, and no longer finds its claims.")
            % {"url": merged.url}
        )
    if merged.snapshots.exists():
        yield _("A snapshot is never changed: those of the one that goes are written anew for the one that stays.")


SOURCES = Merge(
    Source,
    refusals=refusals,
    warnings=warnings,
    together=(
        ("published", "published_as_written"),
        ("container_title", "volume", "issue", "pages"),
        ("translation_of", "original_language", "translator"),
    ),
    copied=("sources.Snapshot.source",),
)


@dataclass(frozen=True)
class Taken:
    """The text of a document as it was got, and the file where there is one."""

    text: str = ""
    original: bytes = b""
    media_type: str = ""
    retrieved_at: datetime | None = None  # None is now.


@dataclass(frozen=True)
class Added:
    """What became of a document: its source, whether that is new, and the snapshot where one was added."""

    source: Source
    is_new: bool
    snapshot: Snapshot | None


@transaction.atomic
def add_source(*, source: Source, taken: Taken, publisher: str = "", by: AbstractBaseUser | None) -> Added:
    """Write a source with its first snapshot. If it is here already, add a snapshot, where the text differs.

    `source` is not saved yet; `publisher` is a name, and one with it is used or made. `by` None is whoever runs the
    command line. A source that is here keeps its bibliography. Raises PermissionDenied, or ValidationError.
    """
    present = present_source(url=source.url, doi=source.doi, text=taken.text)
    if present:
        return Added(present, False, add_snapshot(source=present, taken=taken, by=by))
    refuse_without("add_source", by)
    if publisher:
        source.publisher = publisher_called(publisher, by=by)
    source.full_clean()
    source.save()
    return Added(source, True, add_snapshot(source=source, taken=taken, by=by))


@transaction.atomic
def add_snapshot(*, source: Source, taken: Taken, by: AbstractBaseUser | None) -> Snapshot | None:
    """Add a snapshot with the original file, unless there is no text, or the newest snapshot has the same."""
    refuse_without("add_snapshot", by)
    if not taken.text.strip() or not differs(source, taken.text):
        return None
    snapshot = Snapshot(
        source=source,
        text=taken.text,
        media_type=taken.media_type,
        retrieved_at=taken.retrieved_at or timezone.now(),
    )
    snapshot.full_clean(exclude=["sha256", "source"])
    if taken.original:
        snapshot.original.save("original", ContentFile(taken.original), save=False)
    try:
        with transaction.atomic():
            snapshot.save()
    except Exception:
        snapshot.original.delete(save=False)  # No file is left behind without its row.
        raise
    return snapshot


def differs(source: Source, text: str) -> bool:
    """Whether a text is another one than that of the source's newest snapshot."""
    newest = source.snapshots.values_list("sha256", flat=True).first()
    return newest != sha256(text.encode()).hexdigest()


def present_source(*, url: str, doi: str, text: str) -> Source | None:
    """The source that a document is already here as: by web address or DOI, or where it has neither by its text.

    Raises ValidationError where address and DOI are those of two sources.
    """
    by_url = Source.objects.at_url(url).first() if url else None
    by_doi = Source.objects.with_doi(doi).first() if doi else None
    if by_url and by_doi and by_url != by_doi:
        raise ValidationError(
            _("The web address is that of “%(one)s”, and the DOI that of “%(other)s”: merge the two, or mend one.")
            % {"one": by_url, "other": by_doi}
        )
    if by_url or by_doi:
        return by_url or by_doi
    if text and not url and not doi:
        twin = Snapshot.objects.filter(sha256=sha256(text.encode()).hexdigest()).select_related("source").first()
        return twin and twin.source
    return None


def publisher_called(name: str, *, by: AbstractBaseUser | None) -> Publisher:
    """The publisher with this name, in small letters or capitals; made where there is none."""
    found = Publisher.objects.filter(name__iexact=name).order_by("pk").first()
    if found:
        return found
    refuse_without("add_publisher", by)
    publisher = Publisher(name=name)
    publisher.full_clean(exclude=["slug"])
    publisher.save()
    return publisher


def refuse_without(right: str, by: AbstractBaseUser | None) -> None:
    if by is not None and not by.has_perm(f"sources.{right}"):
        what = right.removeprefix("add_")
        raise PermissionDenied(_("%(by)s may not add a %(what)s: ask an editor.") % {"by": by, "what": what})
