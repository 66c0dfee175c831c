"""A mail (.eml), by Python's own parser: subject, sender's name, the day it was sent, and its words."""

import re
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parsedate_to_datetime

from sources.intake.found import Found, Refused
from sources.intake.found import marked as _
from sources.intake.html import read_html
from sources.intake.language import language_of, tag_of
from sources.intake.text import read_text

FORWARDED = re.compile(r"^(?:(?:fwd?|re|rv|reenv|tr)\s*:\s*)+", re.IGNORECASE)


def read_email(data: bytes, *, name: str) -> Found:
    """A mail's fields and text. Raises Refused for one that has no text of its own.

    The sender's address is not taken: a name is what is printed.
    """
    mail = message_from_bytes(data, policy=policy.default)
    found = body_of(mail, name)
    found.kind = "document"
    found.title = FORWARDED.sub("", header(mail, "subject")) or found.title
    found.authors = [sender.display_name for sender in getattr(mail["from"], "addresses", ()) if sender.display_name]
    found.language = tag_of(header(mail, "content-language")) or language_of(found.text)
    found.published = found.published_as_written = ""
    if sent := header(mail, "date"):
        try:
            # The day as it was where it was sent.
            found.published, found.published_as_written = parsedate_to_datetime(sent).date().isoformat(), sent
        except ValueError:
            found.remark(_("The mail's date “%(date)s” is none that can be read."), date=sent[:80])
    names = [part.get_filename() or part.get_content_type() for part in mail.iter_attachments()]
    if names:
        found.remark(_("Its attachments were left out: %(names)s."), names=", ".join(names)[:300])
    return found


def header(mail: EmailMessage, name: str) -> str:
    value = mail[name]
    return " ".join(str(value).split()) if value is not None else ""


def body_of(mail: EmailMessage, name: str) -> Found:
    """The plain version of the words, else the one in HTML."""
    body = mail.get_body(("plain",)) if mail.get("content-type") or mail.get("subject") else None
    if body is not None:
        try:
            text = body.get_content()
        except (LookupError, ValueError):
            raise Refused(_("'%(name)s' is a mail in a charset that is not known."), name=name) from None
        if text.strip():
            return read_text(text, name)
    body = mail.get_body(("html",))
    if body is not None:
        return read_html(body.get_payload(decode=True) or b"", name=name, charset=body.get_content_charset() or "")
    raise Refused(_("'%(name)s' is a mail with no text of its own: take its attachments one by one."), name=name)
