"""DOIs as people give them, and in running text (DOI Handbook 2.2 and 2.6)."""

import re

RESOLVER = re.compile(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", re.IGNORECASE)
DOI = re.compile(r"10\.\d{4,9}/\S+")
IN_TEXT = re.compile(r"\b10\.\d{4,9}/[^\s\"'<>\]\)]+")


def doi_of(given: str) -> str:
    """The DOI where that is what was given, with or without its resolver's address; else ""."""
    bare = RESOLVER.sub("", given.strip())
    return bare if DOI.fullmatch(bare) else ""


def doi_in(text: str) -> str:
    """The one DOI that a text names; "" where it names none, or several."""
    dois = {match.rstrip(".,;:").lower(): match.rstrip(".,;:") for match in IN_TEXT.findall(text)}
    return dois.popitem()[1] if len(dois) == 1 else ""
