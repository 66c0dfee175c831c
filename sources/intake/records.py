"""Bibliographic records: which kind one is, and its fields. One file may hold several."""

import json
import re

from sources.intake.csl import from_csl
from sources.intake.found import Found, Refused
from sources.intake.found import marked as _
from sources.intake.language import language_of
from sources.intake.limits import MAX_RECORDS
from sources.intake.scholar import from_scholar, is_scholar

JSON = re.compile(r"[\ufeff\s]*(?:\{|\[\s*\{)")
RIS = re.compile(r"[\ufeff\s]*TY  - ")
BIBTEX = re.compile(r"[\ufeff\s]*(?:%.*\n\s*)*@\s*\w+\s*[{(]")


def is_record(text: str) -> bool:
    """By how it begins: JSON, RIS or BibTeX."""
    return any(start.match(text) for start in (JSON, RIS, BIBTEX))


def read_records(text: str, *, name: str) -> list[Found]:
    """Every record. Raises Refused, with the line, for what is none."""
    text = text.lstrip("\ufeff \t\r\n")
    if RIS.match(text):
        from sources.intake.ris import read_ris

        found = read_ris(text, name=name)
    elif BIBTEX.match(text):
        from sources.intake.bibtex import read_bibtex

        found = read_bibtex(text, name=name)
    else:
        found = read_json(text, name=name)
    if not found:
        raise Refused(_("'%(name)s' has no record in it."), name=name)
    if len(found) > MAX_RECORDS:
        raise Refused(
            _("'%(name)s' has %(count)s records: %(limit)s at most. Split it into smaller files."),
            name=name,
            count=len(found),
            limit=MAX_RECORDS,
        )
    for one in found:
        one.language = one.language or language_of(f"{one.title} {one.abstract}")
        if one.abstract:
            one.text = one.abstract
            one.remark(_("A record has no text but its abstract: that is the text of the snapshot."))
    return found


def read_json(text: str, *, name: str) -> list[Found]:
    try:
        value, end = json.JSONDecoder().raw_decode(text)
    except json.JSONDecodeError as error:
        raise Refused(
            _("'%(name)s', line %(line)s, column %(column)s is no JSON: %(error)s."),
            name=name,
            line=error.lineno,
            column=error.colno,
            error=error.msg,
        ) from None
    except (ValueError, RecursionError):
        raise Refused(
            _("'%(name)s' is no JSON that can be read: a number or a nesting has no end."), name=name
        ) from None
    # Crossref's answers hold the work, or a list of them, in "message".
    if isinstance(value, dict) and isinstance(value.get("message"), dict):
        value = value["message"]
        value = value.get("items", value)
    found = [from_item(item, name) for item in (value if isinstance(value, list) else [value])]
    if found and (rest := text[end:].strip()):
        found[0].remark(_("After the record stand %(count)s more characters, which were left out."), count=len(rest))
    return found


def from_item(item: object, name: str) -> Found:
    if not isinstance(item, dict) or not item.get("title"):
        raise Refused(
            _(
                "'%(name)s' is JSON, but no bibliographic record: one has a “title”."
                " CSL-JSON, Crossref's and Semantic Scholar's are read."
            ),
            name=name,
        )
    return from_scholar(item) if is_scholar(item) else from_csl(item)
