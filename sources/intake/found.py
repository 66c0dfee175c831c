"""What was found in a document, and the refusal of what cannot be taken."""

import re
from dataclasses import dataclass, field, fields

from sources.intake.limits import MAX_TEXT

# What no text has, and PostgreSQL or a reader would choke on: controls, and halves of UTF-16 pairs.
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")
SURROGATES = re.compile(r"[\ud800-\udfff]")
# As in sources.models.Source: longer ones are left to a person.
LENGTHS = {"title": 1000, "container_title": 500, "volume": 50, "issue": 50, "pages": 50, "doi": 300, "url": 2000}
MAX_AUTHORS, MAX_NAME = 200, 300


def marked(words: str) -> str:
    """Marks words for translators (imported as `_`); they are translated when they are said."""
    return words


def in_words(template: str, details: dict) -> str:
    """Marked words with their details, in the reader's language."""
    from django.utils.translation import gettext  # The process that reads a document has no use for it.

    kind = details.get("kind")  # Marked words too.
    return gettext(template) % (details | ({"kind": gettext(kind)} if kind else {}))


class Refused(ValueError):
    """A document or an address that is not taken. Says why and what to do, in the reader's language.

    `template` is in the language of the code, marked with `_`; `details` fill it in.
    """

    def __init__(self, template: str, **details):
        super().__init__(template, details)
        self.template, self.details = template, details

    def __str__(self):
        return in_words(self.template, self.details)


@dataclass
class Found:
    """The fields of a Source as the document gives them, empty where it does not; and its text."""

    kind: str = ""  # A CSL type, as in Source.Kind.
    title: str = ""
    authors: list[str] = field(default_factory=list)  # As printed.
    publisher: str = ""
    container_title: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    doi: str = ""
    url: str = ""
    language: str = ""  # BCP 47.
    published: str = ""  # As exact as it is given, as factbase.dates.parse_range reads it.
    published_as_written: str = ""
    abstract: str = ""
    text: str = ""
    remarks: list[list] = field(default_factory=list)  # [template, details], to be said to the curator.

    def remark(self, template: str, **details) -> None:
        """Say something of what was found; `template` is marked with `_`."""
        self.remarks.append([template, details])

    def said(self) -> list[str]:
        """The remarks, in the reader's language."""
        return [in_words(template, details) for template, details in self.remarks]

    def tidy(self) -> "Found":
        """Every word fit to be stored. Raises Refused for a text that is too long."""
        for name in (f.name for f in fields(self) if f.type is str):
            words = plain(getattr(self, name))
            if name not in ("text", "abstract"):
                words = " ".join(words.split())
            setattr(self, name, words[: LENGTHS.get(name, 200)] if name not in ("text", "abstract") else words.strip())
        names = (" ".join(plain(name).split())[:MAX_NAME] for name in self.authors)
        self.authors = list(dict.fromkeys(name for name in names if name))[:MAX_AUTHORS]
        if len(self.text) > MAX_TEXT:
            raise Refused(
                marked("The text has %(count)s characters: %(limit)s at most. Take the part that is cited."),
                count=f"{len(self.text):,}",
                limit=f"{MAX_TEXT:,}",
            )
        return self


def plain(text: str) -> str:
    """Text with line ends as LF and no controls; what is otherwise in it stays as it is."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n")
    return SURROGATES.sub("\N{REPLACEMENT CHARACTER}", CONTROLS.sub("", text))
