"""The admin of claims and all that belongs to them."""

from . import citation, claim, parts, quantity, reading_desk, review, speaker, vocabulary

__all__ = ["citation", "claim", "parts", "quantity", "reading_desk", "review", "speaker", "vocabulary"]
