"""RIS, by rispy. A line that is none of RIS's is named, where rispy would add it to the one above."""

import re

import rispy

from sources.intake.dates import from_metadata
from sources.intake.found import Found, Refused
from sources.intake.found import marked as _
from sources.intake.language import tag_of

LINE = re.compile(r"[A-Z][A-Z0-9]  - ?.*")
KINDS = {
    "JOUR": "article-journal",
    "EJOUR": "article-journal",
    "MGZN": "article-magazine",
    "NEWS": "article-newspaper",
    "RPRT": "report",
    "GOVDOC": "report",
    "ELEC": "webpage",
    "WEB": "webpage",
    "BLOG": "webpage",
    "DATA": "dataset",
    "BILL": "bill",
    "STAT": "legislation",
    "LEGAL": "legislation",
    "BOOK": "book",
    "EBOOK": "book",
    "CHAP": "book",
    "VIDEO": "broadcast",
    "SOUND": "broadcast",
}


def read_ris(text: str, *, name: str) -> list[Found]:
    lines = text.strip().splitlines()
    tags = {"ER": 0, "TY": 0}
    for number, line in enumerate(lines, 1):
        known = LINE.fullmatch(line.rstrip())
        if known and line[:2] in tags:
            tags[line[:2]] += 1
        # Long abstracts go on in lines with no tag; they begin with blanks or follow AB, N2 or N1.
        if not known and line.strip() and re.match(r"\S{1,3}\s*-\s", line):
            raise Refused(
                _("'%(name)s', line %(line)s is no RIS: '%(words)s'. A line begins like “TI  - ”."),
                name=name,
                line=number,
                words=line[:40],
            )
        if tags["TY"] - tags["ER"] not in (0, 1):
            raise Refused(
                _("'%(name)s', line %(line)s: a record begins before the last one has ended with “ER  - ”."),
                name=name,
                line=number,
            )
    if tags["TY"] != tags["ER"]:
        raise Refused(
            _("'%(name)s' ends at line %(line)s in the middle of a record: “ER  - ” is missing."),
            name=name,
            line=len(lines),
        )
    return [from_ris(record) for record in rispy.loads("\n".join(lines))]


def from_ris(record: dict) -> Found:
    def first(*names: str) -> str:
        return next((record[name] for name in names if record.get(name)), "")

    written = first("date", "year", "publication_year")
    # "2024/02/26/" is a day, "2024///" a year; what stands after the third slash is a note.
    published = from_metadata("/".join(filter(None, written.split("/")[:3])))
    if not published:
        published = from_metadata(first("year", "publication_year").strip("/"))
    return Found(
        kind=KINDS.get(record.get("type_of_reference", ""), "document"),
        title=first("title", "primary_title", "translated_title"),
        authors=[turned(name) for name in record.get("authors") or record.get("first_authors") or []],
        publisher=first("publisher"),
        container_title=first("secondary_title", "journal_name", "alternate_title3", "alternate_title2"),
        volume=first("volume"),
        issue=first("number"),
        pages="-".join(filter(None, (first("start_page"), first("end_page")))),
        doi=first("doi"),
        url=next(iter(record.get("urls") or []), ""),
        language=tag_of(first("language")),
        published=published,
        published_as_written=written,
        abstract=first("abstract", "notes_abstract"),
    )


def turned(name: str) -> str:
    """'Gómez-Mera, Laura, Jr.' the way round in which it is printed."""
    family, *rest = [part.strip() for part in name.split(",")]
    given, suffix = (rest + ["", ""])[:2]
    return " ".join(filter(None, (given, family, suffix)))
