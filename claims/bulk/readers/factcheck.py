"""Fact-checks, one a row, in columns named as in Google's Fact Check Tools API, and claimant_party.

text, languageCode            the claim's text, paraphrased, and its language
claimant, claimant_party      who makes it, by name; the party is the label beside
claimDate                     when it was said, and as it is written
url, title, publisher.*       the fact-check: a source, and the review's; the claim is cited from it
reviewDate                    when it was published, and when the review is from
textualRating                 the review's label; its rating where that is sure (ratings.py)
"""

import csv
import re
from collections.abc import Container, Iterator
from datetime import date

from claims.bulk.naming import stable_id
from claims.bulk.readers.ratings import UNSURE, rating_of
from claims.bulk.readers.reader import Reader, Row, Unreadable
from claims.bulk.shapes import Wrong

NEEDED = ("text", "claimant", "url", "title", "textualRating", "publisher.name")
COLUMNS = {*NEEDED, "claimDate", "languageCode", "publisher.site", "reviewDate", "claimant_party"}
NOTHING = {"", "na", "n/a", "none", "null", "unknown_affiliation"}  # What stands where there is nothing.
TIME = re.compile(r"(\d{4}-\d{2}-\d{2})(T[\d:.]+(Z|[+-]\d{2}:?\d{2})?)?")
LOCATOR = "claim reviewed"  # Where in the fact-check the claim stands.


class FactCheck(Reader):
    def __iter__(self) -> Iterator[Row]:
        for n, row in csv_rows(self, COLUMNS, NEEDED):
            yield n, row if isinstance(row, Wrong) else record(row)


def csv_rows(reader: Reader, known: Container[str], needed: tuple[str, ...]) -> Iterator[tuple[int, dict | Wrong]]:
    """(number of the row, as a spreadsheet counts, {column: cell}). Raises Unreadable where columns are not right."""
    with reader.path.open("rb") as raw:
        lines = (counted(reader, line) for line in raw)
        rows = csv.reader(lines)
        names = [name.strip() for name in next(rows, [])]
        if missing := [name for name in needed if name not in names]:
            raise Unreadable(
                f"has no column {', '.join(missing)}: its first line names {', '.join(names) or 'nothing'}."
            )
        if unknown := sorted(name for name in names if name not in known):
            raise Unreadable(f"has the column {', '.join(unknown)}, which is not known: take it out.")
        n = 1
        while True:
            n += 1
            try:
                cells = next(rows)
            except StopIteration:
                return
            except csv.Error as error:
                yield n, Wrong("", None, f"The row is no CSV: {error}.")
                continue
            if not any(cells):
                continue
            if len(cells) != len(names):
                reason = f"The row has {len(cells)} cells, and there are {len(names)} columns: mend commas and quotes."
                yield n, Wrong("", ",".join(cells)[:200], reason)
            elif any("\ufffd" in cell for cell in cells):
                column = next(name for name, cell in zip(names, cells, strict=True) if "\ufffd" in cell)
                cell = cells[names.index(column)]
                yield n, Wrong(column, cell, "has bytes that are no UTF-8: save the file as UTF-8.")
            else:
                yield n, dict(zip(names, (cell.strip() for cell in cells), strict=True))


def counted(reader: Reader, line: bytes) -> str:
    if reader.done == 0:
        line = line.removeprefix(b"\xef\xbb\xbf")
    reader.done += len(line)
    return line.decode("utf-8", "replace")


def said(words: str | None) -> str:
    """A cell's words, or nothing where it says that there is nothing."""
    return "" if (words or "").strip().casefold() in NOTHING else words.strip()


def day_of(words: str) -> str | None:
    """The day of a date or time; None where it is none, so that nothing is guessed."""
    match = TIME.fullmatch(words)
    try:
        return match and date.fromisoformat(match[1]).isoformat()
    except ValueError:
        return None


def stated(words: str) -> dict | None:
    if not words:
        return None
    day = day_of(words)
    return {"from": day, "to": day, "as_written": words[:200], "basis": "printed" if day else ""}


def homepage(site: str) -> str:
    return site if not site or "://" in site else f"https://{site}"


def record(row: dict[str, str]) -> dict:
    cell = {name: said(words) for name, words in row.items()}
    text, claimant, url = cell["text"], cell["claimant"], cell["url"]
    claim_id = stable_id("factcheck", url, text, claimant)
    language = cell.get("languageCode") or "und"
    reviewed = cell.get("reviewDate", "")
    day = day_of(reviewed)
    source = {
        "web": url,
        "kind": "webpage",
        "title": cell["title"],
        "language": cell.get("languageCode", ""),
        "publisher": publisher(cell),
        "published": {"from": day, "to": day} if day else None,
        "published_as_written": reviewed[:200],
    }
    label = cell.get("claimant_party", "")
    named = {"basis": "named", "speaker": {"name": claimant}, "label": label}
    return {
        "id": claim_id,
        "kind": "fact",
        "text": text,
        "wording": "paraphrase",
        "notes": f"Fact-check: {cell['title']} {url} {reviewed}".strip(),
        "language": language,
        "claimants": [named if claimant else {"basis": "unnamed", "label": label or "not named by the fact-check"}],
        "stated": stated(cell.get("claimDate", "")),
        "citations": [
            {
                "id": stable_id(claim_id, "citation"),
                "source": source,
                "directness": "indirect",
                "locator": LOCATOR,
                "attributed_to": claimant,
                "stance": "states",
            }
        ],
        "reviews": [
            {
                "id": stable_id(claim_id, "review"),
                "rating": rating_of(cell["textualRating"]),
                "label": cell["textualRating"],
                "reviewed_on": day,
                **(UNSURE if rating_of(cell["textualRating"]) == "not_ratable" else {}),
                "source": source,
            }
        ],
    }


def publisher(cell: dict[str, str]) -> dict | None:
    name = cell["publisher.name"]
    return {"name": name, "homepage": homepage(cell.get("publisher.site", ""))} if name else None
