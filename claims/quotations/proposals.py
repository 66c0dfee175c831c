"""What the passes hand to one another: a text taken apart, and words found to be said with their cue."""

from bisect import bisect_right
from dataclasses import dataclass

from claims.quotations.cues import Cue, Cues
from claims.quotations.lexicon import Language
from claims.quotations.marks import Marked
from claims.quotations.mentions import Mention, Reader
from claims.quotations.reading import Token, sentences


@dataclass
class Proposal:
    """Words found to be said. `at` is the token where they or their cue begin, whichever comes first; `before` the
    token
    before which the one meant by "she" was named."""

    start: int
    end: int
    is_direct: bool
    at: int
    before: int
    cue: Cue | None = None
    follows: "Proposal | None" = None  # no cue of its own: the same speaker as this one
    about: Mention | None = None  # no cue: who the sentence before is about
    unknown: bool = False  # nobody is known to say it


class Text:
    """A text taken apart: tokens, sentences and paragraphs, and the cue after each of the words in marks."""

    def __init__(self, text: str, row: list[Token], parts: list[tuple[int, int]], language: Language):
        self.text, self.row, self.parts, self.language = text, row, parts, language
        lower_words = {token.text for token in row if token.is_word and token.text[0].islower()}
        self.reader = Reader(text, row, language, lower_words)
        self.cues = Cues(self.reader, language)
        self.paragraph_starts = [0, *(i + 1 for i, token in enumerate(row[:-1]) if token.text == "\n")]
        # Sentences are needed to know which capitals begin one, cues to know where words in marks end one.
        self.reader.starts = {first for first, _ in sentences(row, language, set())}
        self.quotes = [i for i, token in enumerate(row) if token.quote]
        self.after = {q: self.cues.after(q, self.paragraph_end(q)) for q in self.quotes}
        self.sentences = sentences(row, language, {q for q, cue in self.after.items() if cue})
        self.reader.starts |= {first for first, _ in self.sentences}
        self.sentence_starts = [first for first, _ in self.sentences]
        self.sentence_of: list[int] = []
        for n, (first, last) in enumerate(self.sentences):
            self.sentence_of += [n] * (last - first)
        self.headlines = self.count_headlines()

    def paragraph(self, i: int) -> int:
        """The number of the paragraph in which token i stands."""
        return bisect_right(self.paragraph_starts, i) - 1

    def paragraph_start(self, i: int) -> int:
        return self.paragraph_starts[self.paragraph(i)]

    def paragraph_end(self, i: int) -> int:
        n = self.paragraph(i) + 1
        return self.paragraph_starts[n] if n < len(self.paragraph_starts) else len(self.row)

    def sentence(self, i: int) -> tuple[int, int]:
        return self.sentences[self.sentence_of[i]]

    def count_headlines(self) -> int:
        """How many paragraphs at the beginning are headlines: short, without a stop at the end, before longer ones."""
        for n, (start, end) in enumerate(self.parts[:-1]):
            line = self.text[start:end].strip().rstrip("\"”»’'")
            if not line or line[-1] in ".!?…:,;" or len(line) > 180 or n == 3:
                return n
        return 0

    def quote_at(self, i: int) -> Marked | None:
        return self.row[i].quote if 0 <= i < len(self.row) else None
