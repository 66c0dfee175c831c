"""Shared by the tests of find_quotations: a text's quotations as words instead of offsets."""

from claims.quotations import find_quotations


def told(text: str, language: str, *, direct: bool | None = None) -> list[tuple[str, str | None]]:
    """Each quotation as (its words, its speaker); with `direct`, only the direct or only the reported ones."""
    found = find_quotations(text, language)
    return [(text[q.start : q.end], q.speaker) for q in found if direct is None or q.is_direct == direct]
