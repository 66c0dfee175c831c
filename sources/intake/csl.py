"""CSL-JSON, and Crossref's JSON, which is nearly the same (citation-style-language/schema, CSL 1.0.2)."""

import html
import re

from sources.intake.dates import from_metadata, partial
from sources.intake.dois import doi_of
from sources.intake.found import Found
from sources.intake.language import tag_of

# CSL's types and Crossref's that are called otherwise here; what is in neither is a document.
KINDS = {
    "article": "document",
    "article-journal": "article-journal",
    "article-magazine": "article-magazine",
    "article-newspaper": "article-newspaper",
    "journal-article": "article-journal",
    "post-weblog": "webpage",
    "webpage": "webpage",
    "report": "report",
    "report-series": "report",
    "speech": "speech",
    "interview": "interview",
    "broadcast": "broadcast",
    "dataset": "dataset",
    "bill": "bill",
    "legislation": "legislation",
    "regulation": "legislation",
    "post": "post",
    "book": "book",
    "chapter": "book",
    "book-chapter": "book",
    "monograph": "book",
    "edited-book": "book",
}
# In the order in which they are the day it came out; Crossref gives several.
DATES = ("issued", "published", "published-print", "published-online")
TAG = re.compile(r"<[^<>]{1,200}>")
PARAGRAPH = re.compile(r"</(?:jats:)?(?:p|title|sec)>", re.IGNORECASE)


def from_csl(item: dict) -> Found:
    """One CSL item, or Crossref work."""
    found = Found(
        kind=KINDS.get(words(item.get("type")), "document"),
        title=unmarked(words(item.get("title"))),
        authors=[name for name in map(name_of, listed(item.get("author"))) if name],
        publisher=words(item.get("publisher")),
        container_title=unmarked(words(item.get("container-title"))),
        volume=words(item.get("volume")),
        issue=words(item.get("issue")),
        pages=words(item.get("page")),
        doi=words(item.get("DOI")),
        url=url_of(item),
        language=tag_of(words(item.get("language"))),
        abstract=unmarked(words(item.get("abstract"))),
    )
    for name in DATES:
        if isinstance(item.get(name), dict):
            found.published, found.published_as_written = date_of(item[name])
            if found.published:
                break
    return found


def url_of(item: dict) -> str:
    """The document's own address: Crossref's "URL" is the DOI again, and the page stands in "resource"."""
    resource = item.get("resource") if isinstance(item.get("resource"), dict) else {}
    primary = resource.get("primary") if isinstance(resource.get("primary"), dict) else {}
    url = words(primary.get("URL")) or words(item.get("URL"))
    return "" if doi_of(url) else url


def words(value: object) -> str:
    """A text; the first one of a list, as Crossref writes titles; numbers as they are."""
    if isinstance(value, list):
        return words(value[0]) if value else ""
    return str(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else ""


def listed(value: object) -> list:
    return value if isinstance(value, list) else []


def name_of(author: object) -> str:
    """A name as it is printed: particles before the family's, a suffix after it (CSL "name-variable")."""
    if isinstance(author, str):
        return author
    if not isinstance(author, dict):
        return ""
    whole = words(author.get("literal")) or words(author.get("name"))
    parts = ("given", "dropping-particle", "non-dropping-particle", "family", "suffix")
    return whole or " ".join(filter(None, (words(author.get(part)) for part in parts)))


def date_of(date: dict) -> tuple[str, str]:
    """As a range, and as written: [[2024, 2, 26]] a day, [[2024]] a year, two of them from the first to the last."""
    parts = [one for one in listed(date.get("date-parts")) if isinstance(one, list) and one][:2]
    days = [day_of(one) for one in parts]
    written = words(date.get("literal")) or words(date.get("raw"))
    if days and all(days):
        return "/".join(days), written or "/".join(days)
    return from_metadata(written), written


def day_of(parts: list) -> str:
    try:
        return partial(*(int(part) for part in parts[:3])) or ""
    except (TypeError, ValueError):
        return ""


def unmarked(text: str) -> str:
    """Words without the tags that Crossref leaves in titles (<i>) and abstracts (JATS)."""
    return html.unescape(TAG.sub("", PARAGRAPH.sub("\n", text))).strip()
