"""BibTeX and BibLaTeX, by bibtexparser; LaTeX's accents become letters."""

import logging
import re

import bibtexparser
from bibtexparser.middlewares import LatexDecodingMiddleware, SeparateCoAuthors

from sources.intake.dates import MONTHS, from_metadata, partial
from sources.intake.found import Found, Refused
from sources.intake.found import marked as _
from sources.intake.language import tag_of
from sources.intake.ris import turned

KINDS = {
    "article": "article-journal",
    "book": "book",
    "inbook": "book",
    "incollection": "book",
    "collection": "book",
    "techreport": "report",
    "report": "report",
    "online": "webpage",
    "electronic": "webpage",
    "www": "webpage",
    "dataset": "dataset",
    "legislation": "legislation",
}
logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)  # Its failures are looked at below.


def read_bibtex(text: str, *, name: str) -> list[Found]:
    library = bibtexparser.parse_string(text, append_middleware=[LatexDecodingMiddleware(), SeparateCoAuthors()])
    for block in library.failed_blocks:
        raise Refused(
            _("'%(name)s', line %(line)s is no BibTeX: %(error)s"),
            name=name,
            line=(block.start_line or 0) + 1,
            error=" ".join(getattr(block.error, "abort_reason", str(block.error)).split())[:200],
        )
    return [from_bibtex(entry) for entry in library.entries]


def from_bibtex(entry: bibtexparser.model.Entry) -> Found:
    fields = {key.lower(): field.value for key, field in entry.fields_dict.items()}

    def first(*names: str) -> str:
        return next((str(fields[name]) for name in names if fields.get(name)), "")

    published, written = date_of(first)
    return Found(
        kind=KINDS.get(entry.entry_type.lower(), "document"),
        title=": ".join(filter(None, (first("title"), first("subtitle")))),
        authors=[turned(name) for name in fields.get("author") or [] if name.strip().lower() != "others"],
        publisher=first("publisher", "institution", "organization"),
        container_title=first("journal", "journaltitle", "booktitle"),
        volume=first("volume"),
        issue=first("number", "issue"),
        pages=re.sub(r"\s*[-–—]+\s*", "-", first("pages")),
        doi=first("doi"),
        url=first("url"),
        language=tag_of(first("langid", "language")),
        published=published,
        published_as_written=written,
        abstract=first("abstract"),
    )


def date_of(first) -> tuple[str, str]:
    """BibLaTeX has `date`, with a slash between two; BibTeX has year, month and sometimes day."""
    if written := first("date"):
        days = [from_metadata(day) for day in written.split("/")[:2]]
        return ("/".join(days) if all(days) else ""), written
    year, month = first("year"), first("month")
    if not re.fullmatch(r"\d{4}", year):
        return "", " ".join(filter(None, (month, year)))
    number = int(month) if month.isdecimal() else MONTHS.get(month.lower().strip("."))
    day = int(first("day")) if number and first("day").isdecimal() else None
    return partial(int(year), number, day) or partial(int(year)) or "", " ".join(filter(None, (month, year)))
