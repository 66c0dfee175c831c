"""A long text is read a page at a time: what is shown, and looked through for proposals, is bounded."""

PAGE = 40_000  # Characters: some 6,000 words, looked through in half a second.


def pages(text: str, size: int = PAGE) -> list[tuple[int, int]]:
    """Where each page starts and ends: after the last paragraph that fits, else after a word, else wherever."""
    found, start = [], 0
    while len(text) - start > size:
        latest = start + size
        earliest = start + size // 2
        cut = max(text.rfind("\n", earliest, latest), -1) + 1 or text.rfind(" ", earliest, latest) + 1 or latest
        found.append((start, cut))
        start = cut
    return [*found, (start, len(text))]
