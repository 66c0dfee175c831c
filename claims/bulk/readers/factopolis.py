"""The four files of Factopolis (CC BY 4.0): a folder with checkers, people, claims and quotes, each .jsonl.

    checkers    publishers: id is the slug, title the name, web the homepage
    people      speakers: id is the slug, title the name, offices the roles with when they were held; their groups and
                addresses elsewhere are in the description
    claims      propositions: id is the slug, title the text; what else is said of one goes to the claims that say it:
                subjects and topics as such, the rest into the notes
    quotes      claims, one for each proposition that a quote repeats: person, date and where it was said; a citation
                for each source, and one that disputes it for a retraction; a review for each check

Each file is also kept whole, as a snapshot of a source of its own: so nothing of it is lost, pictures and lists of
ratings either, and each claim cites the row that it is from.
"""

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from claims.bulk.naming import stable_id
from claims.bulk.readers.ndjson import Ndjson
from claims.bulk.readers.ratings import UNSURE, rating_of
from claims.bulk.readers.reader import Reader, Row, Unreadable
from claims.bulk.shapes import Wrong

FILES = ("checkers", "people", "claims", "quotes")
PUBLISHER = {"slug": "factopolis", "name": "Factopolis"}
# Not in a description: they are fields of their own, or of a picture.
PLACED = {"id", "title", "offices", "images", "picture", "pictureCopyright"}
KINDS = {"twitter": "post", "transcript": "speech", "prepared": "speech", "transcipt": "speech", "web": "webpage"}
ADDRESSES = {
    "youtube": "https://www.youtube.com/watch?v={id}",
    "archive-org": "https://archive.org/details/{id}",
    "c-span": "https://www.c-span.org/video/?{id}",
}
LARGEST = 50 * 2**20  # Bytes of one file: it is kept as one text.


class Factopolis(Reader):
    """Rows are counted through the four files, in the order above."""

    def __init__(self, path: Path):
        if not path.is_dir():
            raise Unreadable(f"is no folder: give the one that has {', '.join(f'{name}.jsonl' for name in FILES)}.")
        self.path, self.done, self.offset = path, 0, 0
        self.files = {name: path / f"{name}.jsonl" for name in FILES if (path / f"{name}.jsonl").exists()}
        if not self.files:
            raise Unreadable(f"has none of {', '.join(f'{name}.jsonl' for name in FILES)}.")
        self.total = sum(file.stat().st_size for file in self.files.values())
        self.number = 0

    def __iter__(self) -> Iterator[Row]:
        self.ratings, self.propositions = {}, {}
        read = {"checkers": self.checker, "people": self.person, "claims": self.proposition, "quotes": self.quote}
        for name, file in self.files.items():
            yield self.next(), kept(name, file)
            lines = Ndjson(file)
            for _line, row in lines:
                if isinstance(row, Wrong):
                    yield self.next(), Wrong(f"{name} {row.column}".strip(), row.value, row.reason)
                    continue
                try:
                    found = list(read[name](row))
                except (KeyError, TypeError, AttributeError) as error:
                    reason = f"is not as in Factopolis ({type(error).__name__}: {error}): mend the row."
                    found = [Wrong(name, json.dumps(row, default=str), reason)]
                for record in found:
                    yield self.next(), record
            self.done += lines.done

    def next(self) -> int:
        self.number += 1
        return self.number

    def checker(self, row: dict) -> Iterator[dict]:
        self.ratings |= {(row["id"], each["id"]): each["name"] for each in row.get("ratings") or []}
        yield {"type": "publisher", "slug": row["id"], "name": row["title"], "homepage": row.get("web") or ""}

    def person(self, row: dict) -> Iterator[dict]:
        told = [f"{key}: {words(value)}" for key, value in row.items() if key not in PLACED and value]
        wrong = [office for office in row.get("offices") or [] if role(office)["held"] is None]
        told += [f"as printed: {office['title']}, {office['from']} to {office['thru']}" for office in wrong]
        yield {
            "type": "speaker",
            "kind": "person",
            "slug": row["id"],
            "name": row["title"],
            "description": "; ".join(told),
            "roles": [role(office) for office in row.get("offices") or []],
        }

    def proposition(self, row: dict) -> Iterator[dict]:
        self.propositions[row["id"]] = row
        yield {"type": "proposition", "slug": slug(row["id"]), "text": row["title"]}

    def quote(self, row: dict) -> Iterator[dict]:
        for name in row["claims"]:
            yield self.claim(row, name)

    def claim(self, row: dict, name: str) -> dict:
        said = self.propositions.get(name, {"id": name, "title": name})
        claim_id = stable_id("factopolis", row["person"], row["id"], name)
        checks = [check for check in row.get("checks") or [] if name in (check.get("claims") or [name])]
        cited = [self.citation(row, source) for source in row.get("sources") or []]
        retraction = row.get("retraction") or {}
        if retraction.get("source"):
            cited.append(retracted(retraction))
        cited.append({"source": source_of("quotes"), "locator": f"{row['person']} {row['id']}", "stance": "mentions"})
        subjects = list(dict.fromkeys((said.get("subjects") or []) + (said.get("subject") or [])))
        topics = list(dict.fromkeys(said.get("topics") or []))
        return {
            "id": claim_id,
            "kind": "fact",
            "text": row["quote"],
            "wording": "verbatim",
            "language": "en",
            "proposition": {"slug": slug(name), "text": said["title"]},
            "claimants": [{"basis": "named", "speaker": row["person"]}],
            "stated": {"from": row["date"], "to": row["date"], "as_written": row["date"], "basis": "printed"},
            "occasion": row.get("where") or "",
            "subjects": [{"slug": slug(each), "name": each.replace("-", " ").title()} for each in subjects],
            "topics": [{"slug": slug(each), "name": each.replace("-", " ")} for each in topics],
            "citations": [
                {"id": stable_id(claim_id, "citation", n), "directness": "direct", "language": "en", **each}
                for n, each in enumerate(cited)
            ],
            "reviews": [self.review(claim_id, n, check) for n, check in enumerate(checks)],
            "notes": notes(row, said, checks),
        }

    def citation(self, row: dict, source: dict) -> dict:
        kind = str(source.get("type") or "")
        address = address_of(source, kind)
        title = source.get("name") or f"{row.get('where') or 'Source'}, {row['date']}"
        about = {"kind": KINDS.get(kind, "broadcast"), "title": title}
        about |= {"web": address} if address else {"id": stable_id("factopolis", "source", words(source))}
        start = source.get("start")
        at = "" if start is None else f"{int(start) // 60}:{int(start) % 60:02}"
        told = "; ".join(f"{key}: {words(value)}" for key, value in source.items() if value is not None)
        return {"source": about, "quote": row["quote"], "locator": at, "note": told, "stance": "states"}

    def review(self, claim_id: str, n: int, check: dict) -> dict:
        rating = check.get("rating") or ""
        label = self.ratings.get((check["checker"], rating), rating)
        source = {"web": check["source"], "kind": "webpage", "title": check["source"], "publisher": check["checker"]}
        return {
            "id": stable_id(claim_id, "review", n, check["source"]),
            "rating": rating_of(rating),
            "label": label,
            # Of a check without a rating of ours nothing is said in public before a curator has read it.
            **(UNSURE if rating_of(rating) == "not_ratable" else {}),
            "summary": "\n\n".join(filter(None, [check.get("short"), check.get("quote")])),
            "source": source,
        }


def slug(name: str) -> str:
    """An id of theirs as an address: 1.8 becomes 1-8."""
    return re.sub(r"[^A-Za-z0-9_-]+", "-", name)[:100]


def role(office: dict) -> dict:
    """Its title stays where its dates cannot be: they are in the description."""
    begin, end = office.get("from"), office.get("thru")
    return {"title": office["title"], "held": None if begin and end and begin > end else {"from": begin, "to": end}}


def words(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, default=str, ensure_ascii=False)


def source_of(name: str) -> dict:
    return {
        "id": stable_id("factopolis", name),
        "kind": "dataset",
        "title": f"Factopolis: {name}",
        "publisher": PUBLISHER,
        "rights": "CC BY 4.0",
    }


def kept(name: str, file: Path) -> dict | Wrong:
    """The file itself, as the snapshot of a source."""
    if file.stat().st_size > LARGEST:
        return Wrong(name, file.name, f"is larger than {LARGEST // 2**20} MB: split it.")
    try:
        text = file.read_bytes().decode()
    except UnicodeDecodeError as error:
        return Wrong(name, file.name, f"has at byte {error.start + 1} what is no UTF-8: save it as UTF-8.")
    changed = datetime.fromtimestamp(file.stat().st_mtime, UTC).isoformat()
    snapshot = {"text": text, "retrieved_at": changed, "media_type": "application/x-ndjson"}
    return {"type": "source", **source_of(name), "snapshots": [snapshot]}


def address_of(source: dict, kind: str) -> str:
    if source.get("url"):
        return source["url"]
    if kind == "twitter" and source.get("user") and source.get("id"):
        return f"https://twitter.com/{source['user']}/status/{source['id']}"
    if kind in ADDRESSES and source.get("id"):
        return ADDRESSES[kind].format(id=source["id"])
    return source.get("iframe") or source.get("source") or ""


def retracted(retraction: dict) -> dict:
    """A retraction or clarification: where it stands, and in its note who issued it."""
    told = "; ".join(f"{key}: {words(value)}" for key, value in retraction.items())
    title = f"{(retraction.get('type') or 'retraction').capitalize()}, {retraction.get('date') or 'undated'}"
    return {
        "source": {"web": retraction["source"], "kind": "webpage", "title": title},
        "quote": retraction.get("quote") or "",
        "locator": title,
        "note": told,
        "stance": "disputes",
        "directness": "direct" if retraction.get("quote") else "indirect",
    }


def notes(row: dict, said: dict, checks: list[dict]) -> str:
    """What has no field of its own."""
    told = [f"Factopolis, quote {row['person']} {row['id']} ({row.get('type')})."]
    told += [f"{key}: {words(said[key])}" for key in ("summary", "negative", "related", "themes") if said.get(key)]
    told += [f"retraction: {words(row['retraction'])}"] if row.get("retraction") else []
    for check in checks:
        shared = check.get("sharethefacts") or check.get("share-the-facts")
        told += [f"share the facts: {shared} ({check['source']})"] if shared else []
    return "\n".join(told)
