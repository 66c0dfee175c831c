"""From bytes to what they say: which kind of document it is, by its first bytes rather than its name."""

import re

from sources.intake.charset import decoded
from sources.intake.dois import doi_of
from sources.intake.found import Found, Refused
from sources.intake.found import marked as _
from sources.intake.text import read_text

PDF, DOCX = "application/pdf", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
HTML, TEXT, MAIL = "text/html", "text/plain", "message/rfc822"
JSON, RIS, BIBTEX = "application/json", "application/x-research-info-systems", "application/x-bibtex"

# What is often taken for a document and is none that is read here.
OTHERS = {
    b"\xd0\xcf\x11\xe0": _("an old Office file (.doc) or one with a password"),
    b"{\\rtf": _("a text document in RTF"),
    b"\x89PNG": _("a picture"),
    b"\xff\xd8\xff": _("a picture"),
    b"GIF8": _("a picture"),
    b"\x7fELF": _("a program"),
    b"MZ": _("a program"),
    b"\x1f\x8b": _("a compressed file"),
    b"Rar!": _("a compressed file"),
    b"7z\xbc\xaf": _("a compressed file"),
}
MARKUP = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|article|meta|title|\?xml[^>]*>\s*<(?:!doctype\s+)?html)\b", re.I
)
MAIL_HEAD = re.compile(rb"(?:[A-Za-z][A-Za-z-]{1,40}:[^\n]*\n(?:[ \t][^\n]*\n)*){2,}\r?\n")
MAIL_NAMES = re.compile(rb"^(?:from|received|message-id|mime-version|return-path):", re.IGNORECASE | re.MULTILINE)


def read(data: bytes, *, name: str, media_type: str = "", charset: str = "", url: str = "") -> tuple[str, list[Found]]:
    """The media type that the bytes are of, and what was found: one document, or any number of records.

    `media_type` and `charset` are what a server said; `url` is where the bytes came from. Raises Refused.
    """
    kind = kind_of(data, name, media_type)
    # Each brings a library that takes a while to load, in a process that reads one document.
    if kind == PDF:
        from sources.intake.pdf import read_pdf

        found = [read_pdf(data, name=name)]
    elif kind == DOCX:
        from sources.intake.docx import read_docx

        found = [read_docx(data, name=name)]
    elif kind == MAIL:
        from sources.intake.email import read_email

        found = [read_email(data, name=name)]
    elif kind == HTML:
        from sources.intake.html import read_html

        found = [read_html(data, name=name, charset=charset, url=url)]
    else:
        from sources.intake.records import is_record, read_records

        text = decoded(data, name=name, charset=charset)
        if is_record(text) or kind == JSON:
            found, kind = read_records(text, name=name), record_type(text)
        else:
            found = [read_text(text, name)]
    for one in found:
        one.doi, one.url = doi_of(one.doi), one.url or url
        if not re.match(r"https?://[^/\s]+\S*$", one.url, re.IGNORECASE):
            one.url = ""
        one.tidy()
    return kind, found


def kind_of(data: bytes, name: str, media_type: str) -> str:
    start = data[:2048].lstrip(b"\xef\xbb\xbf \t\r\n")
    if not start:
        raise Refused(_("'%(name)s' is empty: there is nothing in it."), name=name)
    if b"%PDF-" in data[:1024]:
        return PDF
    if start.startswith(b"PK\x03\x04"):
        return DOCX
    for magic, kind in OTHERS.items():
        if start.startswith(magic):
            raise Refused(
                _(
                    "'%(name)s' is %(kind)s, whatever its name says. Web pages, PDF, DOCX, mails (.eml), text and"
                    " records (CSL-JSON, RIS, BibTeX) are read."
                ),
                name=name,
                kind=kind,
            )
    if name.lower().endswith(".pdf") or media_type == PDF:
        raise Refused(_("'%(name)s' is no PDF, whatever its name says."), name=name)
    if media_type in (HTML, "application/xhtml+xml") or MARKUP.match(start) or name.lower().endswith((".html", ".htm")):
        return HTML
    if media_type.endswith("json"):
        return JSON
    head = MAIL_HEAD.match(data.lstrip()[:100_000])
    if name.lower().endswith(".eml") or (head and MAIL_NAMES.search(head[0])):
        return MAIL
    return TEXT


def record_type(text: str) -> str:
    start = text.lstrip("\ufeff \t\r\n")[:1]
    return JSON if start in "{[" else RIS if start == "T" else BIBTEX
