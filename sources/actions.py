"""What writes several records at once, each in one transaction."""

from collections.abc import Iterator

from django.contrib.auth.models import AbstractBaseUser
from django.utils.translation import gettext as _

from factbase.merging import TWINS, Merge, Merged, Twins
from sources.models import Source

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
