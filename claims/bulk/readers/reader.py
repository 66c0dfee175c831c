"""What every reader is."""

from collections.abc import Iterator
from pathlib import Path

from claims.bulk.shapes import Wrong

# The number of the row in the file, and what it says in our own shape, or what is wrong with it.
Row = tuple[int, dict | Wrong]


class Reader:
    """Gives the rows of a file, one after the other; `done` of `total` bytes are read."""

    def __init__(self, path: Path):
        self.path, self.done = path, 0
        self.total = path.stat().st_size

    def __iter__(self) -> Iterator[Row]:
        raise NotImplementedError


class Unreadable(Exception):
    """The file as a whole is not what it was said to be."""
