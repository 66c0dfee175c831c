"""Who said it: the quotations of a news text in English or Spanish, direct and reported, with their speakers.

    >>> [q] = find_quotations("“We will go,” said Ana Ruiz.", "en")
    >>> q.speaker, q.verb, q.is_direct
    ('Ana Ruiz', 'said', True)

Rules alone, no model; `names` may tell names besides (`names_by_spacy.py`). A text passes through five steps, one file
each:

1. `marks.py` pairs the quotation marks, paragraph by paragraph, and reads dialogue after dashes. Marks in marks
   belong to the outer ones. An opening mark that is not closed counts only if the next paragraph goes on with it.
2. `reading.py` makes tokens and sentences of what stands around the marks; each quotation is one token there, so
   that `“…,” she said, “…”` is read as `Q she said , Q`.
3. `mentions.py` and `names.py` read noun phrases (names with titles, pronouns, descriptions); `cues.py` and
   `subjects.py` read, around a verb of saying or "according to", who says it.
4. `direct.py` decides which words in marks are quotations and finds their cue; `indirect.py` and `clauses.py` find
   reported clauses.
5. `entities.py` has gathered all names of the text; in the order of the text `speakers.py` resolves each cue's
   mention to one of them: "Ruiz", "she", or nobody at all in `“…”, agregó.`; "the senator" and "su hermano" are
   resolved in `descriptions.py`.

   A pronoun, a dropped subject or "the coach" means whom a sentence since then is about, else who spoke last.

The words of each language are in `english.py` and `spanish.py`, those for persons in `…_people.py`, first names in
`…_names.py`;
`lexicon.py` makes the forms.

What is given:

- `start`, `end`: code points, end exclusive. Of a direct quotation the marks are included, and the stop or comma
  inside them; of dialogue the dash that opens it. A quotation broken by its cue is two. One that goes on in the
  next paragraph is one for each paragraph (as PolNeAR has it), each from its opening mark to its closing mark or
  the paragraph's end.
- Reported speech is the clause with its "that", without cue, comma and stop. Where some of its words stand in
  marks, the clause is one quotation with `is_direct` false, and marked words of five or more within it are a direct
  one of their own as well: fewer are a term held up ("the “so-called” plan") more often than a quotation. Direct ones
  never overlap each other.
- `speaker`: the fullest name in the text, without title ("María Pérez" for "Sen. Pérez" and for "she"); an unnamed
  one as described ("a White House official"); None when nobody can be told.
- `speaker_start`, `speaker_end`: the cue's own mention ("Pérez", "she"), without titles. Without a mention in the
  cue, the one that the speaker was last told by. None when the speaker is.
- `verb`: the cue as printed, with auxiliaries ("had said", "según"), or "" where there is none.

Not quotations: scare quotes, titles of works, nicknames, words as words, inches and feet, headlines; thoughts
("believes").
"""

from dataclasses import dataclass

from claims.quotations.direct import find_direct
from claims.quotations.entities import Said
from claims.quotations.indirect import find_indirect
from claims.quotations.lexicon import language as words_of
from claims.quotations.marks import find_marked
from claims.quotations.names_by_spacy import Names
from claims.quotations.proposals import Proposal, Text
from claims.quotations.reading import paragraphs, tokens
from claims.quotations.speakers import Speakers

__all__ = ["Quotation", "find_quotations"]


@dataclass(frozen=True)
class Quotation:
    """Words that a text reports somebody to have said; the module's docstring says what each field holds."""

    start: int
    end: int
    speaker: str | None
    speaker_start: int | None
    speaker_end: int | None
    verb: str
    is_direct: bool


def find_quotations(text: str, language: str | None, names: Names | None = None) -> list[Quotation]:
    """The quotations of a text in order. `language` is a BCP 47 tag ("es-MX"); of any but Spanish, and of None, English
    words are looked for. `names`, if given, tells names besides those that the rules find: called with the text, it
    gives (start, end, kind), kind being "person" or "organization"."""
    lexicon = words_of(language)
    parts = paragraphs(text)
    row = tokens(text, parts, find_marked(text, parts, lexicon))
    if not row:
        return []
    read = Text(text, row, parts, lexicon, names(text) if names else ())
    speakers = Speakers(read)
    direct = find_direct(read)
    return resolved(read, speakers, [*direct, *find_indirect(read, direct)])


def resolved(read: Text, speakers: Speakers, proposals: list[Proposal]) -> list[Quotation]:
    """The proposals with their speakers, found in the order of the text, since "she" and silence mean who spoke
    before."""
    told: dict[int, tuple] = {}
    found: list[Quotation] = []
    ordered = sorted(proposals, key=lambda proposal: (proposal.at, proposal.start))
    for proposal in ordered:
        told[id(proposal)] = speaker_of(read, speakers, proposal, told)
    for proposal in ordered:
        name, mention = told[id(proposal)]
        if name is None and proposal.follows is not None:
            name, mention = told.get(id(proposal.follows), (None, None))
        verb = ""
        if proposal.cue and proposal.cue.verb_last > proposal.cue.verb_first:
            a, b = read.row[proposal.cue.verb_first].start, read.row[proposal.cue.verb_last - 1].end
            verb = read.text[a:b]
        place = (mention.start, mention.end) if mention is not None and name is not None else (None, None)
        found.append(Quotation(proposal.start, proposal.end, name, *place, verb, proposal.is_direct))
    return sorted(found, key=lambda quotation: (quotation.start, quotation.end))


def whom_dropped(read: Text, speakers: Speakers, proposal: Proposal) -> Said | None:
    """Whom a verb without a subject means, where that is not who spoke last."""
    row, cue = read.row, proposal.cue
    near = speakers.topic_before(proposal.at, 0)
    if near is not None or read.language.code != "es" or cue.verb_last <= cue.verb_first:
        return near
    if row[cue.verb_first].lower.endswith("n"):  # "admiten"
        return speakers.several_before(proposal.at)
    if any(token.lower in read.language.posts for token in row[cue.verb_last : cue.verb_last + 5]):
        return speakers.organization_before(proposal.at)
    return None


def speaker_of(read: Text, speakers: Speakers, proposal: Proposal, told: dict[int, tuple]) -> tuple:
    if proposal.cue is not None and proposal.cue.mention is None:
        near = whom_dropped(read, speakers, proposal)
        if near is not None:  # "Ventura pidió la palabra. “…”, dijo."
            speakers.last = near
    if proposal.cue is not None:
        return speakers.said_by(proposal.cue.mention, proposal.before)
    if proposal.follows is not None:
        return told.get(id(proposal.follows), (None, None))
    if proposal.unknown:
        return None, None
    paragraph = read.paragraph_start(proposal.at)
    near, last = speakers.topic_before(proposal.at, paragraph), speakers.last
    if near is None and (last is None or last.mention.first < paragraph):
        near = speakers.subject_before(proposal.at, paragraph)
    if near is not None:
        speakers.last = near
        return near.entity.name, near.mention
    return speakers.said_by(None, proposal.before)
