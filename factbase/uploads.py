"""An uploaded or fetched file between its preview and its confirmation."""

import time
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from django.conf import settings
from django.core import signing
from django.utils.translation import gettext as _

LIFETIME = 24 * 3600
MOST = 1_000_000_000  # Bytes of all such files together; the oldest go first.


class Gone(ValueError):
    """The preview was used already, or is too old."""

    def __init__(self):
        super().__init__(_("This preview was used already, or is older than a day: begin again."))


@dataclass
class Kept:
    data: bytes
    facts: dict  # What was said of the file when it was put by.


def folder() -> Path:
    place = Path(settings.DATA_DIR) / "imports"
    place.mkdir(mode=0o700, parents=True, exist_ok=True)
    return place


def salt(user, purpose: str) -> str:
    """Makes a token good for one account and one purpose."""
    return f"{purpose} {user.pk}"


def keep(data: bytes, user, purpose: str, **facts) -> str:
    """Put the file by. Returns the token that the preview's form carries; it holds the facts, signed."""
    clean(len(data))
    key = uuid4().hex
    path = folder() / key
    path.touch(mode=0o600)
    path.write_bytes(data)
    return signing.dumps({"key": key, "facts": facts}, salt=salt(user, purpose))


def take(token: str, user, purpose: str) -> Kept:
    """Read the file, once: of two clicks at the same time, one finds it. Raises Gone."""
    try:
        kept = signing.loads(token, salt=salt(user, purpose), max_age=LIFETIME)
        path = folder() / kept["key"]
        mine = path.rename(path.with_suffix(".taken"))
    except (signing.BadSignature, FileNotFoundError):
        raise Gone from None
    data = mine.read_bytes()
    mine.unlink()
    return Kept(data, kept["facts"])


def clean(needed: int) -> None:
    """Remove what is too old, and the oldest where all together would be too much."""
    files = []
    for path in folder().iterdir():
        try:
            files.append((path.stat().st_mtime, path.stat().st_size, path))
        except FileNotFoundError:  # Taken meanwhile.
            continue
    room = MOST - needed
    for changed, size, path in sorted(files, reverse=True):
        room -= size
        if changed < time.time() - LIFETIME or room < 0:
            path.unlink(missing_ok=True)
