"""Plain text as a person reads it: title on top, then who wrote it and when, or that at the end.

What is not marked as such is left empty: a name or a date in the running text is not the article's own.
"""

import re

from sources.intake.dates import MONTHS, Written, find_dates
from sources.intake.found import Found, Refused, plain
from sources.intake.found import marked as _
from sources.intake.language import language_of

HEAD, TAIL = 12, 8  # Lines, empty ones left out, in which title, byline and date are looked for.
LONG = 300  # Characters: a longer line is running text.
ODD_SHARE = 0.02  # Of characters that no text has: more, and it is a program's file.

LABELS = {
    "title": r"title|headline|t[íi]tulo|titular",
    "author": r"by|author|authors|written by|words|por|autor|autora|autores|escrito por|texto",
    "date": r"published|published on|publication date|date|posted|posted on|first published|publicado|publicado el"
    r"|publicada el|fecha|fecha de publicaci[óo]n",
    "url": r"url|source url|link|enlace",
    "language": r"language|idioma|lengua",
}
LABELLED = re.compile(rf"\s*(?:{'|'.join(f'(?P<{k}>{v})' for k, v in LABELS.items())})\s*:\s*(\S.*)", re.IGNORECASE)
BYLINE = re.compile(r"\s*(?:by|written by|por|escrito por)\s+(\S.*)", re.IGNORECASE)
PARTICLE = r"(?:de|del|la|las|los|y|van|von|der|den|da|do|dos|di|du|le|al|bin|ibn|e)"
NAME_PART = r"[^\W\d_a-zß-öø-ÿ][\w.'’-]*"
NAME = re.compile(rf"{NAME_PART}(?:\s+(?:{PARTICLE}\s+)*{NAME_PART}){{0,5}}")
AGENCIES = re.compile(r"associated press|ap|reuters|afp|efe|agence france-presse|europa press|notimex|bloomberg", re.I)
NO_NAMES = {*MONTHS, "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "updated", "share"}
CUE = re.compile(
    r"\b(?:published|posted|appeared|publicad[oa]|public[óo]|apareci[óo])\b(?P<between>[^.;\n]{0,80}?)$", re.IGNORECASE
)
# "Updated" says when it was changed, not when it came out.
UPDATED = re.compile(
    r"\b(?:updated|modified|retrieved|accessed|actualizad[oa]|modificad[oa]|consultad[oa])\b[^|;\n]{0,20}$", re.I
)
CLOCK = re.compile(
    r"\b\d{1,2}[:.h]\d{2}(?::\d{2})?\s*(?:[ap]\.?\s?m\.?|hrs?\.?|h)?\s*"
    r"(?:\(?\b(?:[A-Z]{2,4}T|UTC|[ECMP][SD]T)\b\)?)?",
    re.IGNORECASE,
)
# "MEXICO CITY, March 5, 2017 (Reuters) - …" begins a paragraph of the article.
DATELINE_START = re.compile(r"[^\W\d_][^.\n:]{1,60},\s*$")
DATELINE_END = re.compile(r"\s*(?:\([^)\n]{1,40}\))?\s*[.,]?\s*[-–—]")
OUTLET = re.compile(
    r"(?:published|appeared) in (?:the [^,.]{0,40}?(?:edition|issue) of )?(?P<name>[A-Z][^,.;\n]{1,60}?)"
    r" (?P<kind>magazine|newspaper|journal)\b"
)
OUTLET_KINDS = {"magazine": "article-magazine", "newspaper": "article-newspaper", "journal": "article-journal"}


def read_text(text: str, name: str = "") -> Found:
    """A document in plain text. Raises Refused for one that is empty or no text."""
    text = text.removeprefix("\ufeff")
    if text.count("\0") or sum(not plain(c) for c in text[:10_000]) > ODD_SHARE * len(text[:10_000]):
        raise Refused(
            _("'%(name)s' is no text, whatever its name says: it has NUL bytes or controls in it."), name=name
        )
    text = plain(text).strip("\n")
    if not text.strip():
        raise Refused(_("'%(name)s' is empty: there is no text in it."), name=name)
    found = Found(text=text, language=language_of(text))
    return about(found, text)


def about(found: Found, text: str) -> Found:
    """Fill in what `found` does not know yet from the words at the top and at the end of a text."""
    lines = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
    head = lines[:HEAD]
    for line in list(head):
        if labelled(found, line):
            head.remove(line)
    if not found.title and head and is_title(head[0]):
        found.title = head[0]
    head = [line for line in head if line != found.title]
    head = head[: next((n for n, line in enumerate(head) if len(line) > LONG), len(head))]
    if not found.authors:
        found.authors = next(filter(None, map(byline, head)), [])
    if not found.published:
        date_of(found, head, lines)
    outlet = next((match for line in lines[-TAIL:] if (match := OUTLET.search(line))), None)
    if outlet and not found.container_title:
        found.container_title = outlet["name"]
        found.kind = found.kind or OUTLET_KINDS[outlet["kind"]]
    return found


def labelled(found: Found, line: str) -> bool:
    """Take a line such as "Author: Ana Ruiz" or "Fecha: 5 de marzo de 2017"."""
    match = LABELLED.fullmatch(line)
    if not match:
        return False
    words = line[line.index(":") + 1 :].strip()
    if match["title"] and not found.title:
        found.title = words
    elif match["author"] and not found.authors:
        found.authors = names_in(words)
        return bool(found.authors)
    elif match["url"] and not found.url and re.match(r"https?://\S+$", words):
        found.url = words
    elif match["date"] and not found.published:
        dates = find_dates(words, found.language)
        if dates:
            take_date(found, dates[0], words)
        return bool(dates)
    return True


def is_title(line: str) -> bool:
    """A line of its own, not the first sentences of an article."""
    return len(line) <= LONG and line.count(". ") <= 1 and not (len(line) > 120 and line.endswith("."))


def byline(line: str) -> list[str]:
    """The names in "By Ana Ruiz and Luis Paz", "Por Ana Ruiz" or "Ana Ruiz | February 24, 2017"; else none."""
    if BYLINE.fullmatch(line):
        return names_in(bare(line))
    parts = [part.strip() for part in re.split(r"\s+[|•·–—]\s+", line)]
    if len(parts) > 1 and find_dates(" | ".join(parts[1:])) and len(parts[0].split()) > 1:
        return names_in(bare(parts[0]))
    return []


def bare(words: str) -> str:
    """A byline without its "By"."""
    match = BYLINE.fullmatch(words)
    return match[1] if match else words


def names_in(words: str) -> list[str]:
    """The names at the beginning of a byline, as printed; offices, agencies and dates after them are left off."""
    names = []
    words = re.split(r"\s+[|•·–—]\s+|\s*\(", words)[0]
    for part in re.split(r"\s*[,;&/]\s*|\s+(?:and|y|with|con)\s+(?=[^\W\d_a-z])", words):
        part = part.strip().rstrip(".,")
        if not part:
            continue
        own = NAME.fullmatch(part) and part.split()[0].lower().rstrip(".") not in NO_NAMES
        if not own or (names and AGENCIES.fullmatch(part)):
            break
        names.append(part)
    return names


def date_of(found: Found, head: list[str], lines: list[str]) -> None:
    """The date of publication: said to be one, or in a line that has little else, or in a dateline."""
    everywhere = [*head, *lines[-TAIL:]]
    for rule, among in ((said_published, everywhere), (stands_alone, head), (in_dateline, lines[:HEAD])):
        for line in among:
            for date in find_dates(line, found.language):
                if not UPDATED.search(line[: date.start]) and (words := rule(line, date)):
                    take_date(found, date, words)
                    return


def said_published(line: str, date: Written) -> str:
    cue = CUE.search(line[: date.start])
    return date.words if cue and not UPDATED.search(cue["between"]) else ""


def stands_alone(line: str, date: Written) -> str:
    """The line's words from the date on, where it holds a date and at most a place, a name and an hour besides."""
    before, after = line[: date.start], CLOCK.sub("", line[date.end :])
    short = len(before) <= 60 and len(after.strip(" |,.-–—•·()")) <= 30 and len(line) <= 120
    running = re.search(r"[.!?]\s|[a-z]{2,}\s+(?:in|on|at|by|el|en|the|of|del)\s*$", before)
    if not short or running:
        return ""
    return date.words + line[date.end :].rstrip(" |") if CLOCK.search(line[date.end :]) else date.words


def in_dateline(line: str, date: Written) -> str:
    starts = DATELINE_START.fullmatch(line[: date.start])
    return date.words if starts and DATELINE_END.match(line[date.end :]) else ""


def take_date(found: Found, date: Written, words: str) -> None:
    found.published_as_written = words
    found.published = date.value
    if not date.value:
        found.remark(_("The date “%(words)s” can be read in two ways: write the right one."), words=date.words)
