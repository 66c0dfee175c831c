"""Who and what a record names: a key to find each by, and a row (rank 1: named in passing), one of each.

Nobody is looked up here: references.py does that for all at once.
"""

import hashlib
from uuid import UUID, uuid5

from django.utils.text import slugify
from uuid_utils import uuid7

from claims.bulk import shapes
from claims.bulk.shapes import Shape, Wrong
from claims.bulk.values import identity, text_of

# Ids made from what a record says: the same record has the same id each time it is loaded.
NAMESPACE = UUID("6f3c0e0a-50cb-5d43-9a35-0d2b6a1c7f10")
LISTED, IN_PASSING, BY_ADDRESS = 0, 1, 2  # How well a row knows the record: the lowest says what is written.
OWN_ID, NEW_ID = 0, 1  # Of a part: whether the file names its id.
UNPUBLISHED = "unpublished"
MOST_REMEMBERED = 200_000  # Names seen lately, so that each is staged once; more are forgotten, and staged again.
# What a record needs and is not said of one that is named in passing.
ASSUMED = {
    shapes.SPEAKER: {"kind": "person"},
    shapes.INDICATOR: {"definition": "Named by an import: its definition is still to be written.", "unit": "unknown"},
}


def stable_id(*words: object) -> str:
    return str(uuid5(NAMESPACE, "\x1f".join("" if word is None else str(word) for word in words)))


def slug_of(words: str, kind: str) -> str:
    """A slug made of a name; one that has to be cut ends in a fingerprint of all of it."""
    slug = slugify(words) or f"{kind}-{fingerprint(words)}"
    return slug if len(slug) <= 90 else f"{slug[:80].strip('-')}-{fingerprint(words)}"


def fingerprint(words: str) -> str:
    return hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()[:8]


class Naming:
    """The part of Records that is about who and what is named."""

    n: int  # The row of the file, and what is wrong with it.
    wrong: list[Wrong]
    new: list[tuple[Shape, list]]  # What is to be staged of it.
    seen: set[int]  # Hashes of what was named lately, and in this row.
    remembered: list[int]

    def add(self, shape: Shape, values: dict, **options) -> None:
        self.new.append((shape, shape.row(self.n, values, **options)))

    def list_of(self, record: dict, name: str, path: str) -> list:
        found = record.get(name)
        if found is None or isinstance(found, list):
            return found or []
        self.wrong.append(Wrong(path + name, found, "is no list: write […]."))
        return []

    def child_of(self, shape: Shape, values: dict, parent: object, path: str) -> None:
        kind = {"kind": "organization"} if shape is shapes.SPEAKER else {}
        values["parent"] = self.named(shape, parent, path, **kind)

    def named(self, shape: Shape, value: object, path: str, **known: str) -> str | None:
        """The key of a record named by slug, or as answers show it; `known` is what the place says about it."""
        if value is None:
            return None
        if isinstance(value, str):
            value = {"slug": value}
        if not isinstance(value, dict):
            self.wrong.append(Wrong(path, value, 'names nobody: write {"slug": "…", "name": "…"}, or the slug alone.'))
            return None
        words = "text" if shape is shapes.PROPOSITION else "name"
        slug, name = value.get("slug"), value.get(words)
        if slug and not name and isinstance(slug, str):
            return self.key(slug, path)
        if not isinstance(name, str):
            self.wrong.append(Wrong(path, value, f'names nobody: write {{"slug": "…", "{words}": "…"}}.'))
            return None
        key = slug if slug and isinstance(slug, str) else f"name:{' '.join(name.split()).casefold()}"
        mark = hash((shape.name, key, name, value.get("kind"), len(value), *known.values()))
        if mark in self.seen:
            return key
        told = {k: v for k, v in value.items() if k != "match"}
        told = {**ASSUMED.get(shape, {}), **known, **told, "slug": slug or slug_of(name, shape.name)}
        before = len(self.wrong)
        values, silent = shape.read(told, f"{path}.", self.wrong)
        if len(self.wrong) > before:
            return None
        if shape is shapes.SPEAKER and "kind" not in value and "kind" not in known:
            values["kind"] = None  # Somewhere else in the file it may be said.
        self.add(shape, values, key=key, rank=IN_PASSING, silent=silent)
        self.remembered.append(mark)
        return key

    def role(self, role: object, speaker: str | None, path: str, *, item: int, rank: int) -> str | None:
        if role is None:
            return None
        if isinstance(role, str):
            role = {"title": role}
        values, _silent = shapes.ROLE.read(role, path, self.wrong)
        if not isinstance(role, dict) or speaker is None:
            return None
        organization = self.named(shapes.SPEAKER, role.get("organization"), f"{path}organization", kind="organization")
        values |= {"speaker": speaker, "organization": organization, "id": str(uuid7())}
        key = "\x1f".join(map(str, (speaker, values["title"], organization, values["held"], "held" in role)))
        mark = hash(("role", key))
        if rank == LISTED or mark not in self.seen:
            # Whether it says when: otherwise whatever time it was held fits.
            self.add(shapes.ROLE, values, key=key, rank=rank, item=item, silent=None if "held" in role else "{held}")
            self.remembered.append(mark)
        return key

    def key(self, text: object, path: str) -> str | None:
        """Words by which a record is named, if they can be such."""
        try:
            return text_of(text)
        except ValueError as error:
            self.wrong.append(Wrong(path, text, str(error)))
            return None

    def source(self, value: object, path: str) -> str | None:
        if isinstance(value, str):
            value = {"web": value} if "://" in value else {"id": value}
        if not isinstance(value, dict):
            self.wrong.append(
                Wrong(path, value, 'is no source: write {"web": "https://…", "kind": "…", "title": "…"}.')
            )
            return None
        told = {key: each for key, each in value.items() if key not in ("id", "web", "url", "doi") and each is not None}
        try:
            key = identity(value.get("id")) or source_key(value)
        except ValueError as error:
            self.wrong.append(Wrong(f"{path}.id", value.get("id"), str(error)))
            return None
        mark = hash(("source", key, value.get("title"), value.get("web"), len(told)))
        if mark in self.seen or (key and not told):
            return key and self.key(key, path)
        values, silent = shapes.SOURCE.read(value, f"{path}.", self.wrong)
        key = self.source_parts(values, value, f"{path}.")
        if key:
            self.add(shapes.SOURCE, values, key=key, rank=IN_PASSING, silent=silent)
            self.remembered.append(mark)
        return key

    def source_parts(self, values: dict, record: dict, path: str, *, listed: bool = False) -> str | None:
        """Fills in the publisher and what else a source names, and gives its key."""
        values["publisher"] = self.named(shapes.PUBLISHER, record.get("publisher"), f"{path}publisher")
        original = record.get("translation_of")
        values["translation_of"] = self.source(original, f"{path}translation_of") if original else None
        key = values["id"] or source_key(record)
        if not key:
            self.wrong.append(Wrong(f"{path}id", None, "is missing: a source has its id, or its web address or DOI."))
            return None
        for number, notice in enumerate(self.list_of(record, "notices", path)):
            found, _silent = shapes.NOTICE.read(notice, f"{path}notices[{number}].", self.wrong)
            self.add(shapes.NOTICE, {**found, "id": str(uuid7()), "source": key}, key=key, item=number)
        for number, kept in enumerate(self.list_of(record, "snapshots", path)):
            found, _silent = shapes.SNAPSHOT.read(kept, f"{path}snapshots[{number}].", self.wrong)
            found |= {"id": str(uuid7()), "source": key, "sha256": hashlib.sha256(found["text"].encode()).hexdigest()}
            self.add(shapes.SNAPSHOT, found, key=key, item=number)
        return key

    def source_by_address(self, review: dict, path: str) -> str | None:
        """Of the source of a review, answers show its address and publisher alone: its address stands for the title."""
        web = review["web"]
        key = source_key(review)
        mark = hash(("review", key))
        if mark in self.seen or key is None:
            return key
        told = {"web": web, "title": text_of(web)[:1000], "kind": "webpage"}
        values, silent = shapes.SOURCE.read(told, path, self.wrong)
        values["publisher"] = self.named(shapes.PUBLISHER, review.get("publisher"), f"{path}publisher")
        self.add(shapes.SOURCE, values, key=key, rank=BY_ADDRESS, silent=silent)
        self.remembered.append(mark)
        return key


def source_key(record: dict) -> str | None:
    for name in ("web", "doi"):
        if isinstance(record.get(name), str) and record[name].strip():
            return f"{name}:{record[name].strip()}"
    return None
