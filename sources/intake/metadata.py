"""What a web page says of itself: Highwire citation tags, JSON-LD (schema.org), Open Graph, and plain meta tags."""

import json
from collections.abc import Iterator
from itertools import islice

from lxml.html import HtmlElement

from sources.intake.dates import from_metadata
from sources.intake.found import Found
from sources.intake.language import tag_of

DATES = (
    "citation_publication_date",
    "citation_date",
    "citation_online_date",
    "article:published_time",
    "og:published_time",
    "datepublished",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "date",
    "pubdate",
    "publish-date",
    "parsely-pub-date",
    "sailthru.date",
)
ARTICLES = {
    "NewsArticle": "article-newspaper",
    "ReportageNewsArticle": "article-newspaper",
    "AnalysisNewsArticle": "article-newspaper",
    "OpinionNewsArticle": "article-newspaper",
    "BackgroundNewsArticle": "article-newspaper",
    "ScholarlyArticle": "article-journal",
    "MedicalScholarlyArticle": "article-journal",
    "Report": "report",
    "Dataset": "dataset",
    "Legislation": "legislation",
    "SocialMediaPosting": "post",
    "Article": "",
    "BlogPosting": "",
    "WebPage": "",
}


def metadata_of(tree: HtmlElement) -> tuple[Found, bool]:
    """What the page's metadata give, and whether they say that reading it must be paid for."""
    metas: dict[str, list[str]] = {}
    for tag in tree.iter("meta"):
        name = tag.get("name") or tag.get("property") or tag.get("itemprop") or ""
        if tag.get("content", "").strip():
            metas.setdefault(name.lower(), []).append(tag.get("content").strip())

    def first(*names: str) -> str:
        return next((metas[name][0] for name in names if name in metas), "")

    article = next(articles(tree), {})
    journal = first("citation_journal_title")
    found = Found(
        kind="article-journal" if journal else ARTICLES.get(type_of(article), ""),
        title=first("citation_title"),
        authors=[turned(name) for name in metas.get("citation_author", [])]
        or names(article.get("author"))
        or [name for name in metas.get("author", []) if not name.startswith("http")],
        publisher=first("citation_publisher")
        or next(iter(names(article.get("publisher"))), "")
        or first("og:site_name"),
        container_title=journal,
        volume=first("citation_volume"),
        issue=first("citation_issue"),
        pages="-".join(filter(None, (first("citation_firstpage"), first("citation_lastpage")))),
        doi=first("citation_doi") or prefixed(first("dc.identifier", "dcterms.identifier")),
        language=tag_of(tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or "")
        or tag_of(first("citation_language", "og:locale", "content-language", "dc.language")),
        abstract=first("citation_abstract"),
    )
    times = (
        tag.get("datetime", "")
        for tag in tree.iter("time")
        if "datePublished" in tag.get("itemprop", "") or tag.get("pubdate") is not None
    )
    for written in (*map(first, DATES[:3]), words(article.get("datePublished")), *map(first, DATES[3:]), *times):
        if value := from_metadata(written):
            found.published, found.published_as_written = value, written
            break
    return found, article.get("isAccessibleForFree") in (False, "False", "false")


def prefixed(identifier: str) -> str:
    return identifier if identifier.lower().startswith(("doi:", "10.", "https://doi.org/")) else ""


def turned(name: str) -> str:
    """'Gómez-Mera, Laura' the way round in which it is printed."""
    family, comma, given = name.partition(",")
    return f"{given.strip()} {family.strip()}" if comma and given.strip() else name


def articles(tree: HtmlElement) -> Iterator[dict]:
    """The articles among the page's JSON-LD blocks; a block that is no JSON is passed over."""
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or ""):
            try:
                block = json.loads(script.text or "", strict=False)
            except (ValueError, RecursionError):
                continue
            yield from (thing for thing in islice(things(block), 500) if type_of(thing))


def things(block: object, depth: int = 0) -> Iterator[dict]:
    if isinstance(block, list):
        for part in block:
            yield from things(part, depth)
    elif isinstance(block, dict) and depth < 3:
        yield block
        yield from things([block.get("@graph"), block.get("mainEntity")], depth + 1)


def type_of(thing: dict) -> str:
    """The kind of article that a thing is, the most telling first; "" where it is none."""
    kinds = thing.get("@type")
    given = [kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)]
    return next((kind for kind in ARTICLES if kind in given and kind != "WebPage"), "")


def words(value: object) -> str:
    return value if isinstance(value, str) else ""


def names(value: object) -> list[str]:
    """Names of people or organizations, which JSON-LD writes in many ways."""
    if isinstance(value, list):
        return [name for part in value for name in names(part)]
    if isinstance(value, dict):
        return names(value.get("name"))
    return [value] if isinstance(value, str) and value.strip() and not value.startswith("http") else []
