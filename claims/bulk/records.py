"""A record, as the API would show it, becomes rows of tables."""

from collections import defaultdict

from uuid_utils import uuid7

from claims.bulk import shapes
from claims.bulk.naming import (
    IN_PASSING,
    LISTED,
    MOST_REMEMBERED,
    NEW_ID,
    OWN_ID,
    UNPUBLISHED,
    Naming,
    slug_of,
    stable_id,
)
from claims.bulk.shapes import REFERENTS, Shape, Wrong
from claims.bulk.values import between, identity

TYPES = ("claim", *REFERENTS)


class Records(Naming):
    """Takes records one by one; `rows` has what is to be staged, by staging table, until somebody empties it."""

    def __init__(self):
        self.rows: dict[Shape, list[list]] = defaultdict(list)
        self.seen: set[int] = set()
        self.n, self.wrong, self.new = 0, [], []

    def take(self, n: int, record: object) -> list[Wrong]:
        """Adds the rows of one record, or none where something is wrong with it, and says what."""
        self.n, self.wrong, self.new = n, [], []
        seen = self.seen
        self.remembered: list[int] = []
        kind = record.get("type", "claim") if isinstance(record, dict) else None
        if kind is None:
            self.wrong.append(Wrong("", record, "is no object: write {…}, one on each line."))
        elif kind not in TYPES:
            self.wrong.append(Wrong("type", kind, f"is not known: write one of {', '.join(TYPES)}."))
        else:
            try:
                if kind == "claim":
                    self.claim(record)
                else:
                    self.listed(REFERENTS[kind], {key: value for key, value in record.items() if key != "type"})
            except (TypeError, AttributeError) as error:
                # A list or an object stands where words do, in a place where it was not looked at yet.
                self.wrong.append(
                    Wrong("", record, f"The row has a value of another kind than belongs there: {error}.")
                )
        if self.wrong:
            return self.wrong
        for shape, row in self.new:
            self.rows[shape].append(row)
        if len(seen) > MOST_REMEMBERED:
            seen.clear()
        seen.update(self.remembered)
        return []

    def listed(self, shape: Shape, record: dict) -> None:
        """A record of its own: {"type": "speaker", …}."""
        values, silent = shape.read(record, "", self.wrong)
        if self.wrong:
            return
        if shape is shapes.SOURCE:
            key = self.source_parts(values, record, "", listed=True)
        else:
            words = values["text" if shape is shapes.PROPOSITION else "name"]
            values["slug"] = values["slug"] or slug_of(words, shape.name)
            key = values["slug"]
        if "parent" in record:
            self.child_of(shape, values, record["parent"], "parent")
        self.add(shape, values, key=key, rank=LISTED, silent=silent)
        for number, role in enumerate(self.list_of(record, "roles", "")):
            self.role(role, key, f"roles[{number}].", item=number, rank=LISTED)

    def claim(self, record: dict) -> None:
        values, silent = shapes.CLAIM.read(record, "", self.wrong)
        self.stated(values, record.get("stated"))
        values["proposition"] = self.named(shapes.PROPOSITION, record.get("proposition"), "proposition")
        status = record.get("status") or "published"
        if status not in ("draft", "in_review", "published", "withdrawn"):
            self.wrong.append(Wrong("status", status, "is not known: write draft, in_review, published or withdrawn."))
        values["status"] = status
        if status == "withdrawn":
            self.withdrawn(values, record.get("withdrawn"))
        own_id = values["id"]
        values["id"] = claim_id = own_id or claim_key(record)
        silent = with_lists(silent, record)
        for part in PARTS_OF_CLAIM:
            part(self, claim_id, record)
        self.add(shapes.CLAIM, values, key=claim_id, silent=silent, rank=OWN_ID if own_id else NEW_ID)

    def withdrawn(self, values: dict, withdrawn: object) -> None:
        said = withdrawn if isinstance(withdrawn, dict) else {}
        if not (said.get("kind") and said.get("reason")):
            self.wrong.append(Wrong("withdrawn", withdrawn, 'is missing: write {"kind": "error", "reason": "…"}.'))
            return
        for key in ("kind", "reason"):
            try:
                values[f"withdrawn_{key}"] = WITHDRAWN[key](said[key])
            except ValueError as error:
                self.wrong.append(Wrong(f"withdrawn.{key}", said[key], str(error)))

    def stated(self, values: dict, stated: object) -> None:
        self.spelt(values, stated, "stated", "", {"as_written": "stated_as_written", "basis": "stated_basis"})

    def spelt(self, values: dict, given: object, name: str, path: str, names: dict[str, str]) -> None:
        """A date with the words for it: {"from", "to", …}."""
        if given is None:
            return
        if not isinstance(given, dict):
            self.wrong.append(Wrong(path + name, given, 'is no date: write {"from": "2017-02-23", "to": …}.'))
            return
        for key, value in given.items():
            try:
                if key in names:
                    values[names[key]] = SPELT[names[key]](value)
                elif key not in ("from", "to"):
                    reason = shapes.unknown_key(key, {"from", "to", *names})
                    self.wrong.append(Wrong(f"{path}{name}.{key}", value, reason))
            except ValueError as error:
                self.wrong.append(Wrong(f"{path}{name}.{key}", value, str(error)))
        try:
            values[name] = between(given.get("from"), given.get("to"))
        except ValueError as error:
            shown = f"{given.get('from')}/{given.get('to')}"
            self.wrong.append(Wrong(path + name, shown, str(error)))

    def claimants(self, claim_id: str, record: dict) -> None:
        for number, item in enumerate(self.list_of(record, "claimants", "")):
            path = f"claimants[{number}]."
            values, silent = shapes.CLAIMANT.read(item, path, self.wrong)
            if isinstance(item, dict):
                values["speaker"] = self.named(shapes.SPEAKER, item.get("speaker"), f"{path}speaker")
                values["role"] = self.role(
                    item.get("role"), values["speaker"], f"{path}role.", item=number, rank=IN_PASSING
                )
            values |= {"id": str(uuid7()), "claim": claim_id, "position": number}
            self.add(shapes.CLAIMANT, values, item=number, silent=silent, rank=NEW_ID)

    def subjects(self, claim_id: str, record: dict) -> None:
        for number, item in enumerate(self.list_of(record, "subjects", "")):
            key = self.named(shapes.SPEAKER, item, f"subjects[{number}]")
            values = {"id": str(uuid7()), "claim": claim_id, "speaker": key}
            self.add(shapes.SUBJECT, values, item=number, rank=NEW_ID)

    def topics(self, claim_id: str, record: dict) -> None:
        for number, item in enumerate(self.list_of(record, "topics", "")):
            key = self.named(shapes.TOPIC, item, f"topics[{number}]")
            values = {"id": str(uuid7()), "claim": claim_id, "topic": key}
            self.add(shapes.CLAIM_TOPIC, values, item=number, rank=NEW_ID)

    def quantities(self, claim_id: str, record: dict) -> None:
        for number, item in enumerate(self.list_of(record, "quantities", "")):
            path = f"quantities[{number}]."
            values, silent = shapes.QUANTITY.read(item, path, self.wrong)
            if isinstance(item, dict):
                self.spelt(values, item.get("period"), "period", path, {"label": "period_label"})
                if indicator := item.get("indicator"):
                    unit = values["unit"] or "unknown"
                    values["indicator"] = self.named(shapes.INDICATOR, indicator, f"{path}indicator", unit=unit)
                    match = indicator.get("match", "") if isinstance(indicator, dict) else "exact"
                    try:
                        values["indicator_match"] = SPELT["indicator_match"](match)
                    except ValueError as error:
                        self.wrong.append(Wrong(f"{path}indicator.match", match, str(error)))
            self.part(shapes.QUANTITY, values, claim_id, number, silent)

    def citations(self, claim_id: str, record: dict) -> None:
        for number, item in enumerate(self.list_of(record, "citations", "")):
            path = f"citations[{number}]."
            values, silent = shapes.CITATION.read(item, path, self.wrong)
            if not isinstance(item, dict):
                continue
            if "source" in item:
                values["source"] = self.source(item["source"], f"{path}source")
            snapshot = item.get("snapshot")
            sha256 = snapshot.get("sha256") if isinstance(snapshot, dict) else snapshot
            values["snapshot"] = None if sha256 is None else self.key(sha256, f"{path}snapshot")
            values["position"] = number
            citation_id = self.part(shapes.CITATION, values, claim_id, number, silent)
            for place, link in enumerate(self.list_of(item, "attribution", path)):
                at = f"{path}attribution[{place}]."
                found, _silent = shapes.ATTRIBUTION.read(link, at, self.wrong)
                speaker = link.get("speaker") if isinstance(link, dict) else None
                found |= {"id": str(uuid7()), "citation": citation_id, "position": place}
                found["speaker"] = self.named(shapes.SPEAKER, speaker, f"{at}speaker")
                self.add(shapes.ATTRIBUTION, found, item=place, rank=NEW_ID)

    def translations(self, claim_id: str, record: dict) -> None:
        for number, item in enumerate(self.list_of(record, "translations", "")):
            values, silent = shapes.TRANSLATION.read(item, f"translations[{number}].", self.wrong)
            self.part(shapes.TRANSLATION, values, claim_id, number, silent)

    def links(self, claim_id: str, record: dict) -> None:
        for number, item in enumerate(self.list_of(record, "links", "")):
            path = f"links[{number}]."
            if isinstance(item, dict) and item.get("direction", "out") == "in":
                continue  # It is written with the claim at its other end.
            values, silent = shapes.LINK.read(item, path, self.wrong)
            if not isinstance(item, dict):
                continue
            other = item.get("claim")
            try:
                values["to_claim"] = identity(other.get("id") if isinstance(other, dict) else other)
            except ValueError as error:
                self.wrong.append(Wrong(f"{path}claim", other, str(error)))
            values |= {"id": str(uuid7()), "from_claim": claim_id}
            self.add(shapes.LINK, values, item=number, silent=silent, rank=NEW_ID)

    def reviews(self, claim_id: str, record: dict) -> None:
        for number, item in enumerate(self.list_of(record, "reviews", "")):
            path = f"reviews[{number}]."
            values, silent = shapes.REVIEW.read(item, path, self.wrong)
            if not isinstance(item, dict):
                continue
            if item.get("source"):
                values["source"] = self.source(item["source"], f"{path}source")
            elif item.get("web"):
                values["source"] = self.source_by_address(item, path)
            # One that was not public where it is from is not published here.
            key = UNPUBLISHED if "published_at" in item and item["published_at"] is None else None
            review_id = self.part(shapes.REVIEW, values, claim_id, number, silent, key)
            for place, citation in enumerate(self.list_of(item, "evidence", path)):
                try:
                    found = identity(citation)
                except ValueError as error:
                    self.wrong.append(Wrong(f"{path}evidence[{place}]", citation, str(error)))
                    continue
                values_of = {"id": str(uuid7()), "review": review_id, "citation": found}
                self.add(shapes.EVIDENCE, values_of, item=place, rank=NEW_ID)

    def part(self, shape: Shape, values: dict, claim_id: str, number: int, silent: str | None, key=None) -> str:
        own_id = values.get("id")
        values |= {"id": own_id or str(uuid7()), "claim": claim_id}
        self.add(shape, values, key=key, item=number, silent=silent, rank=OWN_ID if own_id else NEW_ID)
        return values["id"]


def claim_key(record: dict) -> str:
    """The id of a claim that has none in the file: made of its words, who makes it and when."""
    stated = record.get("stated") if isinstance(record.get("stated"), dict) else {}
    who = []
    for item in record.get("claimants") or []:
        speaker = item.get("speaker") if isinstance(item, dict) else None
        name = (speaker.get("slug") or speaker.get("name")) if isinstance(speaker, dict) else speaker
        who.append(f"{item.get('basis')}:{name}:{item.get('label', '')}" if isinstance(item, dict) else str(item))
    when = (stated.get("from"), stated.get("to"), stated.get("as_written"))
    return stable_id("claim", record.get("text"), record.get("language"), *who, *when)


def with_lists(silent: str | None, record: dict) -> str | None:
    """Lists that a record leaves out stay as they are too."""
    left = [name for name in shapes.LISTS if record.get(name) is None]
    if not left:
        return silent
    return "{" + ",".join(filter(None, [silent and silent[1:-1], *left])) + "}"


def _readers_of(shape: Shape, *names: str) -> dict:
    return {name: shapes.reader(shape.model._meta.get_field(name)) for name in names}


SPELT = _readers_of(shapes.CLAIM, "stated_as_written", "stated_basis") | _readers_of(
    shapes.QUANTITY, "period_label", "indicator_match"
)
WITHDRAWN = {
    name: shapes.reader(shapes.CLAIM.model._meta.get_field(f"withdrawn_{name}")) for name in ("kind", "reason")
}
PARTS_OF_CLAIM = (
    Records.claimants,
    Records.subjects,
    Records.topics,
    Records.quantities,
    Records.citations,
    Records.translations,
    Records.links,
    Records.reviews,
)
