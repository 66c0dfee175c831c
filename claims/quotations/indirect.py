"""Reported speech: "X said that …", "…, X said", "according to X, …". The clause is the quotation, without its cue."""

from claims.quotations.clauses import after_insertion, content_end, content_start, only_marks
from claims.quotations.cues import Cue
from claims.quotations.proposals import Proposal, Text
from claims.quotations.reading import DASHES

SHORTEST = 3  # words of a reported clause
STOPS = {".", "!", "?", "…", "\n", ";", ",", ":"}


def find_indirect(text: Text, direct: list[Proposal]) -> list[Proposal]:
    """`direct`: what was found in marks, whose cues tell nothing more before them."""
    cued = {proposal.cue.verb_first for proposal in direct if proposal.cue}
    found: list[Proposal] = []
    for _n, (first, last) in enumerate(text.sentences):
        if text.paragraph(first) < text.headlines or (last - first) < 4:
            continue
        found += of_sentence(text, first, last, cued)
    return found


def of_sentence(text: Text, first: int, last: int, cued: set[int]) -> list[Proposal]:
    row, cues, _reader, _lang = text.row, text.cues, text.reader, text.language
    found: list[Proposal] = []
    end = last
    while end > first and row[end - 1].text in ".!?…\n":
        end -= 1
    used: set[int] = set(cued)  # verbs that are the cue of words in marks beside them
    for q in range(first, last):
        if row[q].quote and text.after.get(q):
            used |= set(range(text.after[q].verb_first, text.after[q].verb_last))
    k = first
    taken = first  # content found so far ends here: what stands within a reported clause is not reported anew
    while k < end:
        cue = cues.preposed(k, end)
        if cue is not None and k >= taken:
            made = of_preposed(text, cue, k, first, end)
            found += made
            k = max(k + 1, cue.verb_last)
            taken = max([taken, *(p.end_token for p in made)]) if made else taken
            continue
        if k >= taken and may_cue(text, k) and not cues.is_negated(k) and not cues.is_unreal(k):
            piece = of_verb(text, k, first, end, k in used, found)
            if piece is not None:
                found.append(piece)
                taken = max(taken, piece.end_token)
        k += 1
    return found


class Piece(Proposal):
    """A proposal that remembers the token after its last."""

    end_token: int = 0


def piece(text: Text, a: int, b: int, cue: Cue, before: int) -> Piece | None:
    """The reported clause of tokens a … b, without commas and stops at its edges, or None when too little is left."""
    row = text.row
    stop = b
    while a < b and (row[a].text in STOPS or row[a].text in DASHES):
        a += 1
    while b > a and (row[b - 1].text in STOPS or row[b - 1].text in DASHES):
        if row[b - 1].text == "." and row[b - 2].lower in text.language.abbreviations:
            break
        b -= 1
    outside = sum(1 for n in range(a, b) if row[n].is_word and row[n].lower not in text.language.complementizers)
    lenient = a < b and row[a].lower in text.language.complementizers | set(text.language.subject_pronouns)
    if text.language.code == "es" and a < b and row[a].lower == "que":
        return made_piece(text, a, b, stop, cue, before) if outside else None  # "Agregó que llamará"
    quoted = any(row[n].quote for n in range(a, b))
    if outside < (1 if quoted else 2 if lenient else SHORTEST):
        return None
    return made_piece(text, a, b, stop, cue, before)


def made_piece(text: Text, a: int, b: int, stop: int, cue: Cue, before: int) -> Piece:
    row = text.row
    made = Piece(row[a].start, row[b - 1].end, False, min(a, cue.verb_first), before, cue)
    made.end_token = stop
    return made


def may_cue(text: Text, k: int) -> bool:
    form = text.language.verbs.get(text.row[k].lower)
    if form is None or not (form.takes_clause or form.lemma in text.language.question_verbs):
        return False
    if form.kind == "gerund" or (form.kind == "infinitive" and text.language.code == "es"):
        return text.cues.is_gerund_cue(k) and text.row[k].text[0].islower()
    return text.reader.is_verb(k) and not text.cues.is_passive(k)


def of_verb(text: Text, k: int, first: int, end: int, used: bool, found: list[Proposal]) -> Piece | None:
    row, lang, cues = text.row, text.language, text.cues
    form = lang.verbs[row[k].lower]
    if form.kind in ("gerund", "infinitive"):
        cue = Cue(k, k + 1 + len(form.rest), cues.subject_of_gerund(k, first), "plain", form.lemma)
    else:
        cue = cues.of_verb(k, first, end)
    j = cue.verb_last
    if cue.kind == "inverted":
        j = cue.mention.last
    before = cue.mention.first if cue.mention else cue.verb_first
    content = content_start(text, j, end, form, cue)
    if content is not None:
        stop = content_end(text, content, end)
        if only_marks(text, content, stop):
            return None
        return piece(text, content, stop, cue, before)
    if used or form.kind in ("gerund", "infinitive"):
        return None
    return content_before(text, cue, first, end, found)


def content_before(text: Text, cue: Cue, first: int, end: int, found: list[Proposal]) -> Piece | None:
    """ "The plan will fail, Ruiz said." — the clause before the cue."""
    row, lang = text.row, text.language
    left = cue.verb_first if cue.kind == "inverted" or cue.mention is None else min(cue.mention.first, cue.verb_first)
    while left > first and row[left - 1].lower in lang.auxiliaries | {"as"}:
        left -= 1
    if left - 1 <= first or row[left - 1].text != ",":
        return None
    if cue.mention is None and lang.code == "en":
        return None
    n = cue.verb_first - 1
    while n > first and row[n].lower in lang.auxiliaries:
        n -= 1
    if row[n].lower in lang.clause_conjunctions | lang.relatives and n >= left:
        return None  # "…, who said", "…, and said"
    if cue.mention is not None and cue.kind == "plain" and cue.mention.first > cue.verb_first:
        return None
    tail = cue.mention.last if cue.kind == "inverted" and cue.mention else cue.verb_last
    right = after_insertion(text, first, left - 1, tail, end)
    if right is not None:
        return piece(text, right, content_end(text, right, end), cue, first)
    a = first
    for n in range(left - 2, first - 1, -1):
        if row[n].quote and (row[n].quote.last == "," or row[n].quote.ends_sentence or row[n + 1].text == ","):
            return None
    for other in found:
        if other.cue and other.end > row[a].start:
            return None
    after = row[cue.verb_last] if cue.verb_last < len(row) else None
    if after is not None and after.quote and cue.kind == "plain":
        return None
    while a < left and row[a].lower in ("but", "and", "pero", "y"):
        a += 1
    short = left - a < 8
    if short and row[a].lower in lang.prepositions and not any(row[n].lower in lang.finite for n in range(a, left)):
        return None  # "On Monday, she said …"
    if row[a].lower in (
        "when",
        "while",
        "after",
        "asked",
        "cuando",
        "mientras",
        "tras",
        "consultado",
        "consultada",
        "speaking",
    ):
        return None
    if lang.code == "en" and tail < end and row[tail].is_word and cue.kind == "plain":
        allowed = lang.prepositions | lang.time_words | {"reporters", "reuters"}
        teller = cue.lemma == "tell"
        if row[tail].lower not in allowed and not text.reader.is_adverb(tail) and not teller:
            return None
    return piece(text, a, left - 1, cue, first)


def of_preposed(text: Text, cue: Cue, k: int, first: int, end: int) -> list[Piece]:
    """ "According to X, …" at the sentence's start; "…, según X" after the clause."""
    row = text.row
    stop = max(cue.verb_last, cue.mention.last if cue.mention else cue.verb_last)
    lead = all(not row[n].is_word or row[n].lower in ("but", "and", "pero", "y") for n in range(first, k))
    if lead:
        comma = next((n for n in range(stop, min(stop + 30, end)) if row[n].text == ","), None)
        if comma is None:
            return []
        n = comma
        # An apposition after the speaker: "According to Ana Ruiz, director of X, the plan …"
        while True:
            nxt = next((m for m in range(n + 1, min(n + 14, end)) if row[m].text == ","), None)
            phrase = text.reader.read(n + 1, nxt) if nxt else None
            roles = text.language.person_nouns | text.language.titles | text.language.relatives
            starts = row[n + 1].lower if n + 1 < end else ""
            noun = (
                phrase is not None and phrase.kind == "description" and phrase.head in roles and phrase.last >= nxt - 3
            )
            if nxt is None or not (starts in roles or noun):
                break
            n = nxt
        if only_marks(text, n + 1, end):
            return []
        made = piece(text, n + 1, content_end(text, n + 1, end), cue, cue.mention.first if cue.mention else k)
        return [made] if made else []
    left = k
    while left > first and row[left - 1].text == ",":
        left -= 1
    begin = first
    for n in range(left - 1, first - 1, -1):
        if row[n].quote and text.after.get(n) is not None:
            return []  # "…", según X: the cue of the words in marks
        if row[n].text == ";":
            begin = n + 1
            break
    if only_marks(text, begin, left):
        return []
    made = piece(text, begin, left, cue, k)
    return [made] if made else []
