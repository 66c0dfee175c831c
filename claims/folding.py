"""Text as it is compared: white space, quotation marks and dashes made alike, in NFC."""

import unicodedata

ALIKE = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»″〝〞", '"'),
        **dict.fromkeys("‘’‚‛‹›′´`", "'"),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("\t\n\r\f\v\x1c\x1d\x1e\x1f\x85\u00a0\u1680\u2028\u2029\u202f\u205f\u3000", " "),
        **dict.fromkeys(map(chr, range(0x2000, 0x200B)), " "),
    }
)


def fold(text: str) -> tuple[str, list[int] | None]:
    """The text as it is compared, and where each of its characters begins in the text (None: at the same number)."""
    if unicodedata.is_normalized("NFC", text):
        return text.translate(ALIKE), None
    characters, offsets = [], []
    start = 0
    while start < len(text):
        end = start + 1
        while end < len(text) and unicodedata.combining(text[end]):
            end += 1
        composed = unicodedata.normalize("NFC", text[start:end])
        characters.append(composed)
        offsets += [start] * len(composed)
        start = end
    return "".join(characters).translate(ALIKE), [*offsets, len(text)]


def plain(text: str) -> str:
    """The text as it is compared, each run of white space one blank."""
    return " ".join(fold(text)[0].split())
