"""What each table takes from a record, declared once: which key of the JSON is which field of the model.

The keys are those of the API's answers. `IGNORED` are keys of theirs that only the database or the API sets.
"""

from difflib import get_close_matches
from functools import lru_cache
from typing import NamedTuple

from django.db import models as fields

from claims import models
from claims.bulk.values import Reader, reader
from factbase.history import OWN
from sources.models import Notice, Publisher, Snapshot, Source

IGNORED = {
    "url", "lower_bound", "upper_bound", "published_at", "created_at", "updated_at", "version", "domain", "highlight",
}  # fmt: skip
# Accounts are never in a file; a snapshot is found, never made.
LEFT_OUT = ("submitted_by", "published_by", "published_at", "reviewer", "returned_note", "original")
INSIDE = (models.Claim, models.Citation, models.Review)  # Referred to by ids within the record.


class Wrong(NamedTuple):
    """Why a row is not taken: `column` is the path within the record."""

    column: str
    value: object
    reason: str


class Shape:
    """One table: `keys` gives {key in the JSON: field of the model} where both differ, `more` the keys that
    records.py reads itself, since they are lists or other records. Generated fields are the database's."""

    def __init__(self, model: type[fields.Model], *keys: str, more: str = "", needed: str = "", **renamed: str):
        self.model = model
        self.name = model._meta.model_name
        self.table, self.stage = model._meta.db_table, f"stage_{model._meta.model_name}"
        self.fields = [
            f for f in model._meta.local_concrete_fields if not f.generated and f.name not in (*OWN, *LEFT_OUT)
        ]
        self.references = {f.name: f.related_model for f in self.fields if f.is_relation}
        self.copied = [self.copied_as(f) for f in self.fields]
        self.defaults = {f.name: default_of(f) for f in self.fields}
        names = {key: key for key in keys} | renamed
        self.readers: dict[str, tuple[str, Reader]] = {
            key: (name, reader(model._meta.get_field(name))) for key, name in names.items()
        }
        self.known = {*names, *more.split(), *IGNORED}
        self.needed = {key for key, name in names.items() if is_needed(model._meta.get_field(name))} | {*needed.split()}
        # What is not said of a record that is here already stays as it is.
        self.columns_of_key = {key: [model._meta.get_field(name).column] for key, name in names.items()}
        self.about_keys = lru_cache(4096)(self._about_keys)

    def copied_as(self, field: fields.Field) -> str:
        """The column of the staging table that COPY fills: what is named by a key is found later."""
        return field.column if not field.is_relation or field.related_model in INSIDE else f"{field.name}_key"

    def _about_keys(self, keys: tuple[str, ...]) -> tuple[str | None, list[str], list[str]]:
        """(columns that nothing is said about, as PostgreSQL writes an array; needed keys that are missing; unknown)"""
        silent = [column for key, own in self.columns_of_key.items() if key not in keys for column in own]
        literal = "{" + ",".join(silent) + "}" if silent else None
        return literal, sorted(self.needed.difference(keys)), sorted(set(keys) - self.known)

    def read(self, item: object, path: str, wrong: list[Wrong]) -> tuple[dict, str | None]:
        """({field: value}, columns that nothing is said about); what is wrong is added to `wrong`."""
        values = dict(self.defaults)
        if not isinstance(item, dict):
            wrong.append(Wrong(path.rstrip("."), item, "is no object: write {…}."))
            return values, None
        for key, value in item.items():
            found = self.readers.get(key)
            if found is not None:
                try:
                    values[found[0]] = found[1](value)
                except ValueError as error:
                    wrong.append(Wrong(path + key, value, str(error)))
        silent, missing, unknown = self.about_keys(tuple(item))
        for key in missing:
            wrong.append(Wrong(path + key, None, "is missing: fill it in."))
        for key in unknown:
            wrong.append(Wrong(path + key, item[key], unknown_key(key, self.known - IGNORED)))
        return values, silent

    def row(self, n: int, values: dict, *, key=None, rank=0, item=None, silent=None) -> list:
        return [n, key, rank, item, silent, *(values[f.name] for f in self.fields)]


def unknown_key(key: str, known: set[str]) -> str:
    near = get_close_matches(key, known, 1)
    return f"is not known here: write {near[0]}, or leave it out." if near else "is not known here: leave it out."


def is_needed(field: fields.Field) -> bool:
    return not (field.null or field.blank or field.has_default() or field.has_db_default()) and not field.primary_key


def default_of(field: fields.Field):
    if field.primary_key or field.null or field.is_relation:
        return None
    if field.has_default():
        default = field.get_default()
        return getattr(default, "value", default)
    return "" if isinstance(field, fields.CharField | fields.TextField) else None


PUBLISHER = Shape(Publisher, "id", "slug", "name", "homepage", "country")
SPEAKER = Shape(
    models.Speaker, "id", "slug", "kind", "name", "aliases", "description", "country", "wikidata_id",
    more="parent roles",
)  # fmt: skip
ROLE = Shape(models.Role, "title", "held", more="organization id")
TOPIC = Shape(models.Topic, "id", "slug", "name", more="parent")
INDICATOR = Shape(models.Indicator, "id", "slug", "name", "definition", "unit")
PROPOSITION = Shape(models.Proposition, "id", "slug", "text")
SOURCE = Shape(
    Source, "id", "kind", "title", "authors", "container_title", "volume", "issue", "pages", "doi", "language",
    "published", "published_as_written", "abstract", "original_language", "translator", "rights",
    web="url", more="publisher translation_of notices snapshots",
)  # fmt: skip
NOTICE = Shape(Notice, "kind", "dated_on", "summary", web="url")
SNAPSHOT = Shape(Snapshot, "text", "retrieved_at", "media_type", "archive_url")
CLAIM = Shape(
    models.Claim, "id", "kind", "text", "wording", "language", "occasion", "embargo_until", "sensitive", "notes",
    more="type status withdrawn claimants subjects topics proposition stated quantities citations translations links"
    " reviews",
)  # fmt: skip
CLAIMANT = Shape(models.Claimant, "basis", "label", more="speaker role")
SUBJECT = Shape(models.ClaimSubject)
CLAIM_TOPIC = Shape(models.ClaimTopic)
QUANTITY = Shape(
    models.Quantity, "id", "as_written", "start", "end", "comparator", "value", "upper", "significant_figures", "unit",
    "per", "measure", "population", "place", "place_as_written",
    more="indicator period",
)  # fmt: skip
CITATION = Shape(
    models.Citation, "id", "quote", "directness", "language", "locator", "attributed_to", "note", "stance", "is_lead",
    "anchor", "start", "end", "prefix", "suffix",
    more="attribution snapshot source", needed="source",
)  # fmt: skip
ATTRIBUTION = Shape(models.Attribution, "label", "verb", more="speaker")
TRANSLATION = Shape(models.Translation, "language", "text", "translator")
LINK = Shape(models.ClaimLink, "kind", "note", more="direction claim", needed="claim")
REVIEW = Shape(
    models.Review, "id", "rating", "label", "summary", "reviewed_on",
    more="publisher web source evidence published",
)  # fmt: skip
EVIDENCE = Shape(models.ReviewEvidence)
# Keys that are an object of their own say several columns at once.
CLAIM.columns_of_key |= {
    "stated": ["stated", "stated_as_written", "stated_basis"],
    "proposition": ["proposition_id"],
}
QUANTITY.columns_of_key |= {"period": ["period", "period_label"], "indicator": ["indicator_id", "indicator_match"]}
SPEAKER.columns_of_key["parent"] = ["parent_id"]
TOPIC.columns_of_key["parent"] = ["parent_id"]
SOURCE.columns_of_key |= {"publisher": ["publisher_id"], "translation_of": ["translation_of_id"]}
REVIEW.columns_of_key["source"] = ["source_id"]
CITATION.columns_of_key["snapshot"] = ["snapshot_id"]

NAMED = {shape.name: shape for shape in (PUBLISHER, SPEAKER, TOPIC, INDICATOR, PROPOSITION)}  # By their slugs.
REFERENTS = {**NAMED, "source": SOURCE}
# Parts of a claim, by the list in the record that they come from; deleting goes in this order, so the deepest first.
PARTS = {
    "evidence": EVIDENCE,
    "attribution": ATTRIBUTION,
    "claimants": CLAIMANT,
    "subjects": SUBJECT,
    "topics": CLAIM_TOPIC,
    "quantities": QUANTITY,
    "reviews": REVIEW,
    "citations": CITATION,
    "translations": TRANSLATION,
    "links": LINK,
}
LISTS = ("claimants", "subjects", "topics", "quantities", "citations", "translations", "links", "reviews")
SHAPES = [*REFERENTS.values(), ROLE, NOTICE, SNAPSHOT, CLAIM, *PARTS.values()]
