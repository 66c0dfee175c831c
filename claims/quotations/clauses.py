"""Where a reported clause begins after its verb, and where it ends."""

from claims.quotations.cues import Cue
from claims.quotations.direct import skip_to_content
from claims.quotations.lexicon import Form
from claims.quotations.proposals import Text


def content_start(text: Text, j: int, end: int, form: Form, cue: Cue) -> int | None:
    """The token where the reported clause begins after the verb: at "that", "whether", or at the clause's own
    beginning."""
    row, lang, reader = text.row, text.language, text.reader
    if j < end and row[j].text == ",":
        close = next((n for n in range(j + 1, min(j + 26, end)) if row[n].lower in lang.complementizers), None)
        comma = close is not None and row[close - 1].text == "," and close > j + 1
        return close if comma else None
    here = j
    if j < end and row[j].lower in lang.complementizers:
        return j
    if (
        j < end
        and row[j].lower in lang.determiners | {"him", "her", "them", "us", "me", "it", "you"} | set(lang.person_nouns)
        or (j < end and row[j].is_capital)
    ):
        if form.lemma in ("tell", "inform", "notify", "remind", "assure", "reassure", "advise", "warn", "persuade"):
            target = reader.read(j, end)
            here = target.last if target else j + 1
    elif j < end and form.lemma == "tell":
        target = reader.read(j, end)
        here = target.last if target else j + 1
    k = skip_to_content(text, here, end)
    for at in dict.fromkeys((here, k)):
        if at >= end:
            continue
        lower = row[at].lower
        if lower in lang.complementizers:
            return at
        if lower in lang.question_words and form.lemma in lang.question_verbs and row[at].is_word:
            if lang.code == "es" and lower == "por" and not (at + 1 < end and row[at + 1].lower == "qué"):
                continue
            return at
    if lang.code == "es":
        near = next((n for n in range(here, min(here + 14, end)) if row[n].lower == "que"), None)
        between = range(here, near or here)
        blocked = any(
            row[n].text in ",;:()" or row[n].lower in lang.finite or row[n].lower in lang.conjunctions for n in between
        )
        if near is not None and not blocked and reader.row[near - 1].lower not in lang.determiners:
            # "dijo en la reunión con alcaldes del norte que …", but not "dijo a los que …"
            return near
        return None
    if form.kind == "gerund" and form.lemma not in ("say", "add", "tell", "claim", "argue", "note"):
        return None
    if form.lemma in lang.that_needed or not form.takes_clause:
        return None
    at = here
    if (
        form.lemma in ("say", "add")
        and k > here
        and row[here].lower in ("on", "in")
        and k < end
        and clause(text, k, end)
    ) and (any(row[n].lower in lang.time_words for n in range(here, k)) or row[here + 1].lower in ("a", "an")):
        at = k
    if row[at].lower in lang.time_words and k > at:
        at = k
    return at if clause(text, at, end, strict=form.lemma not in lang.bare_clause) else None


def clause(text: Text, at: int, end: int, *, strict: bool = False) -> bool:
    """Whether a clause without "that" begins at the token: a subject, and soon a verb."""
    row, lang = text.row, text.language
    if at >= end or not (row[at].is_word or row[at].text in "$£€" or row[at].quote):
        return False
    lower = row[at].lower
    if lower in (
        "so",
        "nothing",
        "yes",
        "no",
        "goodbye",
        "hello",
        "to",
        "and",
        "or",
        "by",
        "of",
        "as",
        "more",
        "something",
        "much",
    ):
        return lower in ("no", "nothing", "more", "as", "much", "so") and any(
            row[n].lower in lang.finite for n in range(at, min(at + 8, end))
        )
    if lower in lang.prepositions and not any(row[n].lower in lang.finite for n in range(at, min(at + 14, end))):
        return False
    window = range(at + 1, min(at + 22, end))
    verb = any(
        row[n].lower in lang.finite
        or (row[n].is_word and row[n].lower.endswith("ed") and len(row[n].lower) > 4 and row[n].text[0].islower())
        or row[n].quote is not None
        for n in window
    )
    if (
        strict
        and (row[at].lower in lang.subject_pronouns or text.reader.is_name_word(at))
        and at + 1 < end
        and row[at + 1].is_word
    ):
        after = row[at + 1].lower
        verb = verb or not (after in lang.prepositions | lang.conjunctions or row[at].lower.endswith(("'s", "’s")))
    if not verb and not strict:
        verb = any(
            row[n].is_word and row[n].text[0].islower() and row[n].lower.endswith("s") and len(row[n].lower) > 3
            for n in window
        )
    if strict and row[at].lower in ("a", "an", "new", "its", "his", "her", "their", "plans"):
        return any(row[n].lower in lang.finite for n in range(at + 1, min(at + 8, end)))
    return verb


def content_end(text: Text, a: int, end: int) -> int:
    """Where the reported clause ends: at the sentence's end, or before a new clause with its own cue."""
    row, lang, cues, reader = text.row, text.language, text.cues, text.reader
    for n in range(a + 2, end):
        token = row[n]
        if token.text == ";":
            return n
        if token.text == "," and n + 1 < end:
            after = row[n + 1]
            form = lang.verbs.get(after.lower)
            if form is not None and form.kind == "gerund" and form.takes_clause:
                return n
            if cues.preposed(n + 1, end) is not None:
                return n
            if after.lower in (
                "and",
                "but",
                "while",
                "y",
                "pero",
                "mientras",
                "although",
                "though",
                "aunque",
                "e",
                "whereas",
            ):
                if new_cue(text, n + 2, end):
                    return n
            elif cues.verb_at(n + 1, end) is not None and row[n + 1].text[0].islower() and lang.code == "es":
                return n
        elif (
            token.lower in ("and", "y", "but", "pero")
            and new_cue(text, n + 1, end, near=True)
            or (
                token.lower in ("according", "según")
                and cues.preposed(n, end) is not None
                and reader.row[n - 1].text != ","
            )
            or token.quote
            and n > a + 1
            and row[n - 1].text == ","
            and text.after.get(n)
        ):
            return n
    return end


def new_cue(text: Text, j: int, end: int, *, near: bool = False) -> bool:
    """Whether after "and" or "but" another saying begins: "… and added that", "… but Ruiz said"."""
    row, lang, cues = text.row, text.language, text.cues
    if j < end and row[j].lower in ("mientras", "que") and lang.code == "es":
        j += 1
    k = cues.verb_at(j, end)
    if near:
        return (k is not None and not cues.is_negated(k)) or (j < end and cues.naming_at(j))
    if k is None and j < end and cues.naming_at(j):
        return True
    if k is None:
        mention = text.reader.read(j, end)
        if mention is not None and mention.last < end:
            k = cues.verb_after(mention.last, min(end, mention.last + 12))
    return not (
        k is None
        or not lang.verbs[row[k].lower].takes_clause
        or lang.verbs[row[k].lower].kind in ("gerund", "infinitive")
    )


def only_marks(text: Text, a: int, b: int) -> bool:
    """Whether all that is reported stands in marks: then it is a direct quotation, found there."""
    row = text.row
    words = [
        n for n in range(a, b) if (row[n].is_word and row[n].lower not in text.language.complementizers) or row[n].quote
    ]
    return bool(words) and all(row[n].quote for n in words)


def after_insertion(text: Text, first: int, comma: int, tail: int, end: int) -> int | None:
    """Where the clause goes on after a cue in its midst: "La ayuda, ha añadido, llega a pocos"; "By 2030, she said,
    all …"."""
    row, lang = text.row, text.language
    if tail + 2 >= end or row[tail].text != "," or comma - first > 8 or not row[tail + 1].is_word:
        return None
    if any(row[n].lower in lang.finite or row[n].quote for n in range(first, comma)):
        return None
    nxt = row[tail + 1]
    form = lang.verbs.get(nxt.lower)
    if nxt.lower in lang.relatives or (form is not None and form.kind == "gerund"):
        return None
    fronted = row[first].lower in lang.prepositions | lang.clause_conjunctions | {"however", "además", "también"}
    if fronted or text.reader.is_adverb(first):
        return tail + 1
    noun = nxt.is_capital or nxt.lower in lang.determiners | lang.prepositions | lang.clause_conjunctions
    return None if noun or nxt.lower in lang.person_nouns | lang.titles else tail + 1
