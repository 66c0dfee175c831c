"""What changed in a row, field by field, in the words that people read."""

import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from difflib import SequenceMatcher
from functools import cached_property
from uuid import UUID

from django.db.models import CharField, Field, Model, TextField
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from psycopg.types.range import Range

from claims.models import Claim, Role
from factbase.dates import format_range
from factbase.history import OWN
from factbase.models import User
from factbase.permissions import sees_drafts
from sources.models import Snapshot

# Numbers and words stay whole, so that 3.2 to 3.4 is not a change of one digit. A blank belongs to the word after it:
# blanks of their own would match one another all over the text.
WORDS = re.compile(r" ?(?:\d[\d.,]*\d|\w+(?:['’-]\w+)*|[^\w\s])|\s")


def columns(model: type[Model]) -> list[Field]:
    """The fields that a person fills in, or a verb: not the database's own."""
    return [f for f in model._meta.concrete_fields if not (f.primary_key or f.generated or f.name in OWN)]


class Names:
    """What ids stand for, in words: one query a model however many they are, and one more where some are gone."""

    def __init__(self, seen_by: User | None = None):
        """Everything, or for `seen_by` no words of claims that this account may not see."""
        self.wanted, self.known, self.seen_by = defaultdict(set), {}, seen_by

    def want(self, model: type[Model], row: Model | None) -> None:
        """Say before the first `of` which ids will be asked for: all those in this row."""
        for field in columns(model) if row else ():
            if field.is_relation:
                self.wanted[field.related_model].add(getattr(row, field.attname))

    def of(self, model: type[Model], pk: UUID) -> Model | str:
        """The record, or the words it was called by where it is gone."""
        if model not in self.known:
            ids = self.wanted[model] - {None}
            hidden = model is Claim and self.seen_by is not None and not sees_drafts(self.seen_by)
            self.known[model] = look_up_seen(ids, self.seen_by) if hidden else look_up(model, ids)
        return self.known[model].get(pk, str(pk))


def look_up_seen(ids: set[UUID], user: User) -> dict[UUID, Claim | str]:
    seen = Claim.objects.visible_to(user).in_bulk(ids)
    return {pk: seen.get(pk) or _("a claim that you may not see") for pk in ids}


def look_up(model: type[Model], ids: set[UUID]) -> dict[UUID, Model | str]:
    rows = model._base_manager.filter(pk__in=ids)
    if model is Role:
        rows = rows.select_related("speaker", "organization")
    if model is Snapshot:
        rows = rows.select_related("source").defer("text")  # It may be a book's, and is no part of the name.
    found = {row.pk: row for row in rows}
    if gone := ids - set(found):
        for event in model.pgh_event_model.objects.filter(pgh_obj_id__in=gone).order_by("pgh_id"):
            words = (getattr(event, name, "") for name in ("username", "name", "title", "text", "quote", "label"))
            found[event.pgh_obj_id] = next(filter(None, words), str(event.pgh_obj_id))
    return found


@dataclass
class FieldChange:
    field: Field
    before: object
    after: object
    names: Names

    @property
    def label(self) -> str:
        return capfirst(self.field.verbose_name)

    @cached_property
    def old(self) -> str:
        return shown(self.field, self.before, self.names)

    @cached_property
    def new(self) -> str:
        return shown(self.field, self.after, self.names)

    @cached_property
    def html(self) -> SafeString:
        """The text with what went in <del> and what came in <ins>: word by word where it is free text."""
        free = isinstance(self.field, CharField | TextField) and not self.field.choices
        return marked(self.old, self.new, by_word=free)


def changes(fields: list[Field], before: Model | None, after: Model | None, names: Names) -> list[FieldChange]:
    """The fields whose values differ; of a row that is new or gone, those that say something."""
    found = []
    for field in fields:
        old, new = (row and getattr(row, field.attname) for row in (before, after))
        if before and after:
            differs = old != new
        else:
            value = new if after else old
            differs = not (value is None or value is False or value == "")
        if differs:
            found.append(FieldChange(field, old, new, names))
    return found


def shown(field: Field, value: object, names: Names) -> str:
    """The value as people read it."""
    if value is None:
        return ""
    if field.is_relation:
        return str(names.of(field.related_model, value))
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    match value:
        case bool():
            return _("Yes") if value else _("No")
        case Range():
            return format_range(value)
        case datetime():
            return f"{localtime(value):%Y-%m-%d %H:%M %Z}"
        case Decimal():
            return f"{value:,f}"
    return str(value)


def marked(old: str, new: str, *, by_word: bool) -> SafeString:
    """Both texts as one, escaped, with what went in <del> and what came in <ins>."""
    if not by_word:
        return format_html("{} {}", tagged("del", old), tagged("ins", new)) if old and new else whole(old, new)
    # With a blank in front the first word is like any other; it is taken off again below.
    blank = " " if old[:1].strip() and new[:1].strip() else ""
    one, two = WORDS.findall(blank + old), WORDS.findall(blank + new)
    matcher = SequenceMatcher(None, one, two)
    if matcher.ratio() < 0.3:
        return whole(old, new)
    pieces = []
    for what, i, j, k, m in matcher.get_opcodes():
        went, came = "".join(one[i:j]), "".join(two[k:m])
        if i == k == 0:
            went, came = went.removeprefix(blank), came.removeprefix(blank)
        elif what == "replace" and went[0] == came[0] == " ":
            pieces.append(" ")
            went, came = went[1:], came[1:]
        pieces.append(came if what == "equal" else whole(went, came))
    return format_html_join("", "{}", ((piece,) for piece in pieces))


def whole(old: str, new: str) -> SafeString:
    return format_html("{}{}", tagged("del", old), tagged("ins", new))


def tagged(tag: str, text: str) -> SafeString:
    # An end of line that went or came would not be seen otherwise.
    return format_html("<{}>{}</{}>", tag, text.replace("\n", "↵\n"), tag) if text else SafeString("")
