"""schema.org's ClaimReview: a DataFeed as Google reads it, a list, or one object; JSON.

    claimReviewed                             the claim's text, paraphrased
    inLanguage                                its language, and the fact-check's
    url, headline or name, datePublished      the fact-check: a source, from which the claim is cited; the review's
    author or publisher                       who published it
    reviewRating.alternateName                the review's label; its rating where that is sure (ratings.py)
    reviewRating.ratingExplanation, reviewBody, description    the review's summary
    itemReviewed.author                       who makes the claim
    itemReviewed.datePublished                when it was said
    itemReviewed.appearance, firstAppearance  sources that it stands in

All else that is said (numbers of a rating, pictures) stands in the claim's notes, as it came.
"""

import json
from collections.abc import Iterator

from claims.bulk.naming import stable_id
from claims.bulk.readers.factcheck import day_of, stated
from claims.bulk.readers.ratings import UNSURE, rating_of
from claims.bulk.readers.reader import Reader, Row, Unreadable
from claims.bulk.shapes import Wrong

BLOCK = 2**20
LARGEST = 16 * 2**20  # Characters of one element.
DECODER = json.JSONDecoder(parse_float=str)
ORGANIZATIONS = {"Organization", "NewsMediaOrganization", "PoliticalParty", "GovernmentOrganization", "Corporation"}


class ClaimReview(Reader):
    """Rows are the reviews, counted from 1."""

    def __iter__(self) -> Iterator[Row]:
        n = 0
        for element in self.elements():
            for review in [element] if isinstance(element, Wrong) else reviews_in(element):
                n += 1
                try:
                    yield n, review if isinstance(review, Wrong) else record(review)
                except (KeyError, TypeError, AttributeError, IndexError) as error:
                    reason = f"is no ClaimReview that can be read ({type(error).__name__}: {error}): mend it."
                    yield n, Wrong("", json.dumps(review)[:200], reason)

    def elements(self) -> Iterator[object]:
        """The objects of the feed one by one, so that a large one is never held whole. Raises Unreadable."""
        with self.path.open(encoding="utf-8-sig", errors="replace") as file:
            text = file.read(BLOCK)
            place = list_begins(text)
            if place is None:
                if len(text) == BLOCK:
                    raise Unreadable("has no dataFeedElement near its beginning: it is no DataFeed of ClaimReviews.")
                try:
                    yield DECODER.decode(text)
                except ValueError as error:
                    raise Unreadable(f"is no JSON: {error}.") from error
                return
            while True:
                text = text[place:].lstrip(", \n\r\t")
                if text.startswith("]"):
                    return
                try:
                    if not text:
                        raise ValueError
                    element, place = DECODER.raw_decode(text)
                except ValueError as error:
                    place, more = 0, file.read(BLOCK)
                    self.done += len(more)
                    if not more or len(text) > LARGEST:
                        yield Wrong("", text[:200], f"is no JSON, so nothing after it can be read: {error}.")
                        return
                    text += more
                    continue
                yield element


def list_begins(text: str) -> int | None:
    """Where the list of reviews begins, behind its bracket."""
    if text.lstrip().startswith("["):
        return text.index("[") + 1
    for name in ('"dataFeedElement"', '"@graph"'):
        if (found := text.find(name)) >= 0 and (begin := text.find("[", found)) >= 0:
            return begin + 1
    return None


def listed(value: object) -> list:
    return value if isinstance(value, list) else [] if value is None else [value]


def reviews_in(element: object) -> list:
    """Of an element of a feed, which holds one or several, or is one."""
    if isinstance(element, dict) and "ClaimReview" not in listed(element.get("@type")):
        return [one for each in listed(element.get("item")) for one in reviews_in(each)]
    return [element]


def text_of(value: object, *names: str) -> str:
    """The words of a value that may be an object with a name."""
    value = listed(value)[0] if listed(value) else ""
    if isinstance(value, dict):
        value = next((value[name] for name in names if value.get(name)), "")
    return str(value).strip()


def record(review: dict) -> dict:
    rest = json.loads(json.dumps(review))  # What is placed is taken out of it.
    rest.pop("@context", None)
    rest.pop("@type", None)
    text, url = rest.pop("claimReviewed").strip(), text_of(rest.pop("url", None)) or text_of(rest.pop("@id", None))
    language = text_of(rest.pop("inLanguage", None), "alternateName", "name")
    claim, rating = rest.get("itemReviewed") or {}, rest.get("reviewRating") or {}
    claimant, claim_date = claimant_of(claim), text_of(claim.pop("datePublished", None))
    published = text_of(rest.pop("datePublished", None))
    title = text_of(rest.pop("headline", None)) or text_of(rest.pop("name", None)) or url or text
    claim_id = stable_id("claimreview", url, text, json.dumps(claimant))
    day = day_of(published)
    source = {
        **({"web": url} if url else {"id": stable_id("claimreview", title, published)}),
        "kind": "webpage",
        "title": title,
        "language": language,
        "publisher": publisher_of(rest),
        "published": {"from": day, "to": day} if day else None,
        "published_as_written": published[:200],
    }
    label = text_of(rating.pop("alternateName", None)) or text_of(rating.pop("name", None))
    summary = [rating.pop("ratingExplanation", ""), rest.pop("reviewBody", ""), rest.pop("description", "")]
    appearances = [("first appearance", each) for each in listed(claim.pop("firstAppearance", None))]
    appearances += [("appearance", each) for each in listed(claim.pop("appearance", None))]
    cited = [{"source": source, "directness": "indirect", "locator": "claim reviewed", "stance": "states"}]
    cited += [{**appearance(each), "locator": name, "directness": "indirect"} for name, each in appearances]
    return {
        "id": claim_id,
        "kind": "fact",
        "text": text,
        "wording": "paraphrase",
        "language": language or "und",
        "claimants": [claimant],
        "stated": stated(claim_date),
        "citations": [{"id": stable_id(claim_id, "citation", n), **each} for n, each in enumerate(cited)],
        "reviews": [
            {
                "id": stable_id(claim_id, "review"),
                "rating": rating_of(label),
                "label": label,
                **(UNSURE if rating_of(label) == "not_ratable" else {}),
                "summary": "\n\n".join(filter(None, summary)),
                "reviewed_on": day,
                "source": source,
            }
        ],
        "notes": leftover(rest),
    }


def claimant_of(claim: dict) -> dict:
    author = (listed(claim.get("author")) or [None])[0]
    name = text_of(author, "name")
    if not name:
        return {"basis": "unnamed", "label": "not named by the fact-check"}
    kind = author.get("@type") if isinstance(author, dict) else None
    speaker = {"name": name} | ({"kind": "person"} if kind == "Person" else {})
    speaker |= {"kind": "organization"} if kind in ORGANIZATIONS else {}
    label = text_of(author.get("jobTitle")) if isinstance(author, dict) else ""
    return {"basis": "named", "speaker": speaker, "label": label}


def publisher_of(review: dict) -> dict | None:
    """Who published it: its publisher, or else its author."""
    found = review.get("publisher") or review.get("author")
    name = text_of(found, "name")
    web = text_of(found, "url") if isinstance((listed(found) or [None])[0], dict) else ""
    return {"name": name, "homepage": web if web.startswith("http") else ""} if name else None


def appearance(work: object) -> dict:
    web = text_of(work, "url", "@id")
    title = text_of(work, "headline", "name") if isinstance(work, dict) else web
    at = {"web": web} if web.startswith("http") else {"id": stable_id("claimreview", "work", json.dumps(work))}
    return {"source": {**at, "kind": "webpage", "title": title or web or "Unnamed"}, "stance": "states"}


def leftover(rest: dict) -> str:
    """What has no field of its own."""
    kept = {key: value for key, value in rest.items() if value not in (None, "", [], {}) and key != "publisher"}
    return f"ClaimReview: {json.dumps(kept, ensure_ascii=False)}" if kept else ""
