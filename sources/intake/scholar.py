"""Records of Semantic Scholar: its API's (Academic Graph), and those handed on with one flat list of fields."""

import re

from sources.intake.csl import KINDS, listed, name_of, unmarked, words
from sources.intake.dates import from_metadata
from sources.intake.found import Found
from sources.intake.language import language_of

VOLUME_ISSUE = re.compile(r"(\S+)(?:\s+|\s*\()([^\s()]+)\)?")
TYPES = {"journalarticle": "article-journal", "book": "book", "dataset": "dataset", "news": "article-newspaper"}


def is_scholar(item: dict) -> bool:
    return "title" in item and bool(
        {"paperId", "paperid", "publicationDate", "externalIds", "fieldsOfStudy"} & set(item)
    )


def from_scholar(item: dict) -> Found:
    journal = item.get("journal") if isinstance(item.get("journal"), dict) else {}
    ids = item.get("externalIds") if isinstance(item.get("externalIds"), dict) else {}
    volume, issue = words(journal.get("volume")), words(journal.get("issue"))
    if not issue and (match := VOLUME_ISSUE.fullmatch(volume.strip())):
        volume, issue = match.groups()
    written = words(item.get("publicationDate")) or words(item.get("year"))
    abstract = unmarked(words(item.get("abstract")))
    return Found(
        kind=kind_of(item, journal),
        title=unmarked(words(item.get("title"))),
        authors=authors_of(item.get("authors")),
        container_title=words(journal.get("name")) or words(item.get("PeriodicalName")) or words(item.get("venue")),
        volume=volume,
        issue=issue,
        pages=re.sub(r"\s+", "", words(journal.get("pages"))),
        doi=words(item.get("doi")) or words(ids.get("DOI")),
        url=words(item.get("DOIUrl")) or words(item.get("ListUrlMain")) or words(item.get("url")),
        language=language_of(abstract),
        published=from_metadata(written),
        published_as_written=written,
        abstract=abstract,
    )


def kind_of(item: dict, journal: dict) -> str:
    types = item.get("publicationTypes")
    for kind in [types] if isinstance(types, str) else listed(types):
        key = re.sub(r"\W", "", words(kind)).lower()
        if key in TYPES:
            return TYPES[key]
    return "article-journal" if journal.get("name") else KINDS["article"]


def authors_of(value: object) -> list[str]:
    """The API gives a list; flat records give names with commas or semicolons between."""
    if isinstance(value, str):
        return [name.strip() for name in re.split(r"[;,]", value) if name.strip()]
    return [name for name in map(name_of, listed(value)) if name]
