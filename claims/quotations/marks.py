"""First pass: which quotation marks belong together, and what stands after dialogue dashes."""

import re
from bisect import bisect_left
from dataclasses import dataclass

from claims.quotations.lexicon import Language

MARK = re.compile(r"``|''|[“”„‟«»‹›\"‘’‚'＂]")
# Opening mark → its kind, and closing mark → the kinds it may close.
OPENING = {"“": "“", "„": "„", "«": "«", "‹": "‹", "‘": "‘", "‚": "‚", "``": "``", "‟": "“"}
CLOSING = {"”": "“„", "“": "„", "»": "«", "›": "‹", "’": "‘", "‘": "‚", "''": '`` "', '"': "``"}
STRAIGHT = {'"', "＂"}
# Words that begin with an apostrophe: no opening mark.
ELIDED = re.compile(r"(?:em|tis|twas|til|till|cause|n|bout|round|cos|cuz|s|\d0s|\d\d)\b", re.IGNORECASE)
DEEPEST = 6  # marks inside marks; more is no text
DASHES = "—―–"
INNER_CUE = re.compile(rf"\s?[{DASHES}](\w+)[^{DASHES}\n]{{0,160}}[{DASHES}][.,;:]?\s*")
STOPS = ".!?…"
WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Marked:
    """Words between marks. `start` and `end` include the marks, `inner` is what stands between them."""

    start: int
    end: int
    kind: str
    inner: str
    goes_on: bool = False  # the next paragraph goes on with the same quotation
    went_on: bool = False  # it goes on with the quotation of the paragraph before

    @property
    def last(self) -> str:
        """Its last letter or stop, "" when there is none."""
        return self.inner.rstrip(" \t\u00a0’'”\"»")[-1:]

    @property
    def ends_sentence(self) -> bool:
        return self.last in STOPS and self.last != ""

    @property
    def word_count(self) -> int:
        return len(WORD.findall(self.inner))


def inner_of(text: str, start: int, end: int) -> str:
    return text[start:end].strip("“”„‟«»‹›\"‘’‚'`＂—―– \t\u00a0")


class Paragraph:
    """The pairs of one paragraph, what was opened and not closed, and what was closed and not opened."""

    def __init__(self, text: str, start: int, end: int):
        self.start, self.end = start, end
        self.first = start + len(text[start:end]) - len(text[start:end].lstrip())
        self.pairs: list[tuple[int, int, str]] = []
        self.strays: list[tuple[int, str]] = []  # (end of the mark, kinds)
        stack: list[tuple[str, int]] = []
        at = start
        while match := MARK.search(text, at, end):
            mark, here, at = match[0], match.start(), match.end()
            before = text[here - 1] if here > start else " "
            after = text[at] if at < end else " "
            open_kinds = [kind for kind, _ in stack]
            role = self.role(text, mark, here, at, before, after, open_kinds)
            if role == "open":
                kind = OPENING.get(mark, mark)
                if mark in STRAIGHT and kind in open_kinds:  # opened twice: the first was never closed
                    stack = [entry for entry in stack if entry[0] != kind]
                stack.append((kind, here))
                del stack[:-DEEPEST]
            elif role == "close":
                wanted = mark if mark in STRAIGHT or mark == "'" else CLOSING[mark]
                while stack and not self.closes(stack[-1][0], mark, wanted):
                    stack.pop()
                if stack:
                    kind, opened = stack.pop()
                    self.pairs.append((opened, at, kind))
            elif role == "stray":
                self.strays.append((at, CLOSING.get(mark, mark)))
        self.unclosed = next(((kind, place) for kind, place in stack if kind not in "'‘"), None)
        if self.unclosed is None and stack and text[start : stack[0][1]].strip() == "":
            self.unclosed = stack[0]

    @staticmethod
    def closes(kind: str, mark: str, wanted: str) -> bool:
        return kind == mark or kind in wanted.split() or (len(kind) == 1 and kind in wanted)

    def role(self, text: str, mark: str, here: int, at: int, before: str, after: str, open_kinds: list[str]) -> str:
        """ "open", "close", "stray" (closes what was not opened) or "" (no quotation mark)."""
        is_open = any(self.closes(kind, mark, CLOSING.get(mark, mark)) for kind in open_kinds)
        free_before = before.isspace() or before in "([{—–―-/¿¡“«‘„\"'…:"
        free_after = not after.isalnum()
        if mark in ("'", "’"):
            if is_open and free_after and not before.isspace() and not self.possessive(text, mark, here, at, before):
                return "close"
            if mark == "’" or not free_before or before == "…" or after.isspace() or ELIDED.match(text, at):
                return ""
            return "open" if after.isalnum() or after in '¿¡“"[…$£€' else ""
        if mark in STRAIGHT:
            opens, shuts = free_before and not after.isspace(), not before.isspace() and free_after
            if is_open:
                return "open" if opens and not shuts and before.isspace() else "close"
            if before.isdigit():
                return ""  # inches
            return "open" if opens or (before.isspace() and after.isspace()) else "stray"
        if mark == "''":
            return "close" if is_open else ""
        if mark == "‘" and ELIDED.match(text, at):
            return ""
        if mark in CLOSING and is_open:
            return "close"
        if mark in OPENING:
            return "open"
        if mark == "»" and here == self.first:
            return "stray"
        if mark == "”" and before.isspace() and after.isalnum():
            return "open"  # ”so”, as in Swedish, or a slip
        return "stray"

    def possessive(self, text: str, mark: str, here: int, at: int, before: str) -> bool:
        """Whether the mark is the apostrophe of "workers' rights" and the closing mark is still to come."""
        if before not in "sSzx" or not re.match(r"\s[a-z]", text[at : at + 2]):
            return False
        ahead = text[at : min(at + 400, self.end)]
        later = re.search(rf"(?<=[^\s]){mark}(?!\w)", ahead)
        opened = re.search(r"(?<!\w)[‘']\w", ahead)
        return bool(later) and not (opened and opened.start() < later.start())


def find_marked(text: str, parts: list[tuple[int, int]], language: Language) -> list[Marked]:
    """The outermost words in marks and the speeches after dialogue dashes, in order, none overlapping."""
    found: list[Marked] = []
    read = [Paragraph(text, start, end) for start, end in parts]
    carried = ""  # the kind that the paragraph before left open
    for n, paragraph in enumerate(read):
        after = read[n + 1] if n + 1 < len(read) else None
        pairs = [(start, end, kind, False, False) for start, end, kind in paragraph.pairs]
        first = paragraph.first
        closer = paragraph.strays[0] if paragraph.strays else None
        goes_on = False
        opened = paragraph.unclosed
        if carried and carried == "«" and text.startswith("»", first) and closer:  # each paragraph begins with »
            ends = next((at for at, _ in paragraph.strays[1:]), None)
            pairs.append((first, ends or paragraph.end, "«", not ends, True))
            goes_on = not ends
        elif carried and closer and (not pairs or closer[0] < min(pair[0] for pair in pairs)):
            pairs.append((first, closer[0], carried, False, True))
        elif not carried and closer and paragraph.pairs and follows_cue(text, closer[0], language):
            # A mark that closes nothing, with "said X" after it: the opening one was lost in print.
            last = max((end for _, end, _ in paragraph.pairs if end < closer[0]), default=None)
            if last is not None and not any(start < closer[0] <= end for start, end, *_ in pairs):
                begin = last + len(text[last : closer[0]]) - len(text[last : closer[0]].lstrip(" .,"))
                pairs.append((begin, closer[0], "“", False, False))
        if opened:
            kind, place = opened
            if after and continues(text, after, kind):
                goes_on = True
                pairs.append((place, paragraph.end, kind, True, bool(carried) and place == first))
            elif carried and place == first:  # the last paragraph's closing mark was forgotten
                pairs.append((place, paragraph.end, kind, False, True))
        outer = outermost(pairs)
        if carried and outer and outer[0][0] == first:
            start, end, kind, on, _ = outer[0]
            outer[0] = (start, end, kind, on, True)
        carried = opened[0] if goes_on and opened else "«" if goes_on else ""
        for start, end, kind, on, before in outer:
            found += split_at_cue(text, Marked(start, end, kind, inner_of(text, start, end), on, before), language)
    return sorted([*found, *find_dialogue(text, parts, found, language)], key=lambda marked: marked.start)


def continues(text: str, after: Paragraph, kind: str) -> bool:
    """Whether the next paragraph goes on with a quotation left open: it begins with the mark, or closes what it did
    not open."""
    begins = text[after.start : after.end].lstrip()
    if begins.startswith((kind, "»") if kind == "«" else kind):
        return True
    if not after.strays or after.strays[0][0] > min((start for start, *_ in after.pairs), default=after.end):
        return False
    return Paragraph.closes(kind, "", after.strays[0][1]) or kind == after.strays[0][1]


def outermost(pairs: list[tuple]) -> list[tuple]:
    kept: list[tuple] = []
    for pair in sorted(pairs, key=lambda pair: (pair[0], -pair[1])):
        if not kept or pair[0] >= kept[-1][1]:
            kept.append(pair)
    return kept


def follows_cue(text: str, at: int, language: Language) -> bool:
    near = WORD.findall(text[at : at + 60])[:3]
    return any(word.casefold() in language.verbs for word in near)


def is_verb(word: str, language: Language) -> bool:
    form = language.verbs.get(word.casefold())
    return form is not None and form.kind in ("finite", "base") and word[:1].islower()


def split_at_cue(text: str, marked: Marked, language: Language) -> list[Marked]:
    """«No hay nada —dijo Pérez—. Seguimos» is two: the cue stands inside the marks, between dashes."""
    pieces = []
    start = marked.start
    for match in INNER_CUE.finditer(text, marked.start, marked.end):
        if is_verb(match[1], language) and match.start() > start and match.end() < marked.end - 1:
            pieces.append((start, match.start()))
            start = match.end()
    if not pieces:
        return [marked]
    pieces.append((start, marked.end))
    return [Marked(a, b, marked.kind, inner_of(text, a, b)) for a, b in pieces]


def find_dialogue(text: str, parts: list[tuple[int, int]], quotes: list[Marked], language: Language) -> list[Marked]:
    """What persons say in paragraphs that begin with a dash: "—No hay nada —dijo Pérez—. Seguimos." """
    sure: list[Marked] = []
    maybe: list[Marked] = []
    taken = {quote.start for quote in quotes}
    ends_colon = False
    for start, end in parts:
        line = text[start:end]
        first = start + len(line) - len(line.lstrip())
        hyphen = text.startswith("-", first) and text[first + 1 : first + 2].strip() != ""
        if (text[first : first + 1] in DASHES and first < end or hyphen) and not any(
            n in taken for n in range(first, first + 4)
        ):
            dashes = "-" if hyphen else DASHES
            speeches, has_cue = speeches_of(text, first, end, dashes, language)
            attached = text[first + 1 : first + 2].strip() != ""
            near = quotes_near(quotes, start, end)
            if not any(quote.start < b and a < quote.end for quote in near for a, b in speeches):
                made = [Marked(a, b, "—", inner_of(text, a, b)) for a, b in speeches]
                if has_cue or (ends_colon and not hyphen):
                    sure += made
                elif attached and not hyphen:
                    maybe += made
        ends_colon = line.rstrip().endswith(":")
    # Without any "dijo" in the whole text, lines that begin with dashes are a list.
    return sure + maybe if sure else []


def quotes_near(quotes: list[Marked], start: int, end: int) -> list[Marked]:
    low = bisect_left(quotes, start, key=lambda quote: quote.start)
    high = bisect_left(quotes, end, key=lambda quote: quote.start)
    return quotes[low:high]


def speeches_of(text: str, first: int, end: int, dashes: str, language: Language) -> tuple[list[tuple[int, int]], bool]:
    """The spoken parts of one paragraph of dialogue, and whether a narrator's "dijo" stands between them."""
    speeches: list[tuple[int, int]] = []
    has_cue = False
    begin, speaking = first, True
    for match in re.finditer(rf"[{re.escape(dashes)}]", text[first + 1 : end]):
        at = first + 1 + match.start()
        before, after = text[at - 1], text[at + 1 : at + 2]
        if speaking:
            near = WORD.findall(text[at : min(at + 80, end)])[:4]
            spoken = any(is_verb(word, language) for word in near)
            if spoken and before.isspace() and after.islower() | after.isspace() | after.isupper():
                speeches.append((begin, at - spaces_before(text, at)))
                has_cue, speaking = True, False
        else:
            if before.isspace() and after.strip():
                continue
            begin = at + 1
            while begin < end and text[begin] in " .,;:\u00a0":
                begin += 1
            speaking = begin < end
    if speaking and begin < end:
        speeches.append((begin, end))
    return [(a, b) for a, b in speeches if b > a], has_cue


def spaces_before(text: str, at: int) -> int:
    n = 0
    while at - n > 0 and text[at - n - 1].isspace():
        n += 1
    return n
