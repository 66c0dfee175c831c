"""Words in marks: which are somebody's words and which are titles, nicknames or words held at arm's length; and their
cue."""

from claims.quotations.cues import Cue
from claims.quotations.proposals import Proposal, Text

ENOUGH_MIXED = 5  # words in marks within a reported clause that are worth a quotation of their own
ENOUGH_ALONE = 7  # words in marks inside a sentence without any cue
FEW = 3


def find_direct(text: Text) -> list[Proposal]:
    found: list[Proposal] = []
    previous: Proposal | None = None
    previous_q = -1
    for q in text.quotes:
        if text.paragraph(q) < text.headlines:
            continue
        proposal = read_quote(text, q, previous, previous_q)
        if proposal is None:
            continue
        if proposal.cue is not None and proposal.cue is text.after[q]:
            whole = mixed_before(text, q, proposal)
            if whole is not None:
                found.append(whole)
                if text.row[q].quote.word_count < ENOUGH_MIXED:
                    continue
        if proposal.cue and previous is not None and previous.follows is None and previous.cue is None:
            join_backwards(text, q, proposal, previous, previous_q)
        found.append(proposal)
        previous, previous_q = proposal, q
    return found


def mixed_before(text: Text, q: int, proposal: Proposal) -> Proposal | None:
    """There were “no survivors”, the ministry said: the clause with some of its words in marks, when that is what
    stands there."""
    row = text.row
    first = text.sentence(q)[0]
    while first < q and (not row[first].is_word or row[first].lower in ("but", "and", "pero", "y")):
        if row[first].quote:
            return None
        first += 1
    if first == q or row[q - 1].text in ",:—–" or text.cues.before(q, first) is not None:
        return None
    if any(row[n].quote and text.after.get(n) for n in range(first, q)) or not any(
        row[n].is_word for n in range(first, q)
    ):
        return None
    return Proposal(row[first].start, row[q].end, False, first, first, proposal.cue)


def join_backwards(text: Text, q: int, proposal: Proposal, previous: Proposal, previous_q: int) -> None:
    """A quotation that went on from the paragraph before, cued at its last piece: all pieces are the same speaker's."""
    quote = text.row[q].quote
    if quote.went_on or (previous_q == q - 1 and text.paragraph(previous_q) == text.paragraph(q)):
        previous.follows, previous.unknown = proposal, False


def read_quote(text: Text, q: int, previous: Proposal | None, previous_q: int) -> Proposal | None:
    row = text.row
    quote = row[q].quote
    if not any(letter.isalnum() for letter in quote.inner):
        return None
    start = text.sentence(q)[0]
    new_paragraph = text.paragraph_start(q) == q
    if new_paragraph and q >= 2 and row[q - 2].text == ":":
        start = text.sentence(q - 2)[0]
    after, before = text.after[q], text.cues.before(q, start)
    if nickname(text, q):
        return None
    tight = before is not None and is_tight(text, before, q)
    cue = choose(text, q, after, before, tight)
    proposal = Proposal(quote.start, quote.end, True, q, q, cue)
    if cue is not None and cue is after:
        return None if titled(text, q) and quote.word_count <= FEW and quote.last not in ",.?!" else proposal
    if cue is not None:
        proposal.before = max(start, cue.mention.first if cue.mention else cue.verb_first)
        proposal.at = min(q, cue.verb_first)
        if tight:
            if cue.lemma == "llamar" and row[cue.verb_first].lower in ("llama", "llaman", "llamaba", "llamaban"):
                return None
            single = quote.word_count <= 2 and row[q - 1].text not in ":," and not quote.ends_sentence
            return None if titled(text, q) or (single and not naming(text, cue)) else proposal
        if titled(text, q) or title_case(quote.inner):
            return None
        return proposal if quote.word_count >= (2 if naming(text, cue) else ENOUGH_MIXED) else None
    return without_cue(text, q, proposal, previous, previous_q)


def naming(text: Text, cue: Cue) -> bool:
    return cue.lemma == "call" or cue.lemma in text.language.naming_verbs


def choose(text: Text, q: int, after: Cue | None, before: Cue | None, tight: bool) -> Cue | None:
    quote, row = text.row[q].quote, text.row
    if after is None or before is None:
        return after or before
    comma = quote.last == "," or row[q + 1].text == ","
    if tight and (row[q - 1].text == ":" or row[q - 1].text == "," and not comma):
        return before
    return after


def is_tight(text: Text, cue: Cue, q: int) -> bool:
    """Whether nothing is reported between the verb and the words in marks: said: "…"; told Reuters that "…"."""
    row, lang = text.row, text.language
    if cue.kind == "colon":
        return True
    if row[q - 1].text in (":", "\n"):
        return True
    if cue.kind == "preposed":
        return row[q - 1].text == "," and bool(cue.mention)
    j = cue.verb_last
    if cue.mention is not None and cue.mention.first >= j:
        j = cue.mention.last
    k = skip_to_content(text, j, q)
    if k == q or (k < q and row[k].lower in lang.complementizers and k + 1 == q):
        return True
    return row[q - 1].text == "," and q - j < 14 and not any(row[n].lower in lang.finite for n in range(j, q))


def skip_to_content(text: Text, j: int, limit: int) -> int:
    """Past whom, where and when it was said: "told Reuters on Monday" → the token after."""
    row, lang, reader = text.row, text.language, text.reader
    steps = 0
    while j < limit and steps < 8:
        steps += 1
        token = row[j]
        if token.lower in lang.time_words or reader.is_adverb(j):
            j += 1
        elif (
            token.lower in lang.determiners
            and j + 1 < limit
            and row[j + 1].lower in lang.time_words
            or token.lower in lang.prepositions
            and j + 1 < limit
            and row[j + 1].lower in lang.time_words
        ):
            j += 2
        elif token.lower in lang.prepositions or token.lower in ("tras", "al"):
            inner = reader.read(j + 1, limit)
            if inner is None:
                n = j + 1
                while (
                    n < limit
                    and n < j + 5
                    and row[n].is_word
                    and row[n].lower not in lang.complementizers | lang.prepositions
                ):
                    n += 1
                if n == j + 1:
                    return j
                j = n
            else:
                j = inner.last
        elif token.text == "," and j + 1 < limit:
            close = next((n for n in range(j + 1, min(j + 16, limit)) if row[n].text == ","), None)
            if row[j + 1].quote or row[j + 1].lower in lang.complementizers:
                j += 1
            elif (
                close is not None
                and close + 1 < len(row)
                and (row[close + 1].lower in lang.complementizers or close + 1 == limit)
            ):
                j = close + 1
            else:
                return j
        else:
            return j
    return j


def without_cue(text: Text, q: int, proposal: Proposal, previous: Proposal | None, previous_q: int) -> Proposal | None:
    """Marks with no cue of their own: the piece of a longer quotation, a whole sentence said, or no quotation."""
    row = text.row
    quote = row[q].quote
    paragraph = text.paragraph_start(q)
    first, last = text.sentence(q)
    whole = not any(n != q and (row[n].is_word or row[n].quote) for n in range(first, last))
    if quote.went_on and previous is not None:
        proposal.follows = previous
        return proposal
    if quote.kind == "—" and previous is not None and previous_q >= paragraph:
        proposal.follows = previous
        return proposal
    if quote.kind == "—" or quote.goes_on:
        # "—¿Habrá subsidio? —No lo descarto.": whoever is asked was speaking before; who asks is not told.
        answers = quote.kind == "—" and previous is not None and row[previous_q].quote.inner.rstrip(" .")[-1:] == "?"
        asked = answers and (previous.unknown or previous.cue is not None and previous.cue.mention is None)
        proposal.unknown = not asked or quote.inner.rstrip(" .")[-1:] == "?"
        return proposal
    if not whole and not (first == q and quote.word_count > FEW and quote.ends_sentence):
        if quote.word_count < ENOUGH_ALONE or titled(text, q) or title_case(quote.inner):
            return None
        proposal.unknown = True
        return proposal
    spoken = previous is not None and previous_q >= paragraph
    if not spoken and q > paragraph:  # Bell said he agreed. “Me too.”
        a, b = text.sentence(first - 1)
        spoken = any(text.reader.is_verb(n) for n in range(max(a, b - 30), b))
    if quote.word_count < FEW and not (spoken and quote.ends_sentence):
        return None
    if title_case(quote.inner) and not quote.ends_sentence:
        return None
    if previous is not None and previous_q >= paragraph and text.sentence_of[q] - text.sentence_of[previous_q] < 2:
        proposal.follows = previous
    return proposal


def nickname(text: Text, q: int) -> bool:
    """Joaquín "El Chapo" Guzmán."""
    row = text.row
    if not 0 < q < len(row) - 1 or row[q].quote.word_count > 4:
        return False
    before, after = row[q - 1], row[q + 1]
    return (
        before.is_capital and after.is_capital and q - 1 not in text.reader.starts and row[q].quote.last not in ".,!?"
    )


def titled(text: Text, q: int) -> bool:
    """A song called "…", the word "…", conocido como "…"."""
    row, nouns = text.row, text.language.title_nouns
    n = q - 1
    if n < 0:
        return False
    if row[n].text == "," and n > 0 and row[n - 1].lower in nouns and row[q].quote.word_count < ENOUGH_ALONE:
        return True
    if row[n].lower in ("as", "como", "el", "la", "the", "is", "es", "de") and n > 0 and row[n - 1].lower in nouns:
        return row[n - 1].lower not in ("paper", "report", "article", "plan") and row[q].quote.word_count < ENOUGH_ALONE
    if row[n].lower in nouns:
        form = text.language.verbs.get(row[n].lower)
        return (form is None or not text.reader.is_verb(n)) and row[q].quote.word_count < ENOUGH_ALONE + 3
    return False


def title_case(inner: str) -> bool:
    """Whether each long word begins with a capital, as in the title of a work."""
    words = [word.strip(".,;:!?¿¡()’'") for word in inner.split()]
    long = [word for word in words if len(word) > 3]
    return (
        len(words) > 1
        and len(long) > 0
        and all(word[0].isupper() or word[0].isdigit() for word in long)
        and words[0][:1].isupper()
    )
