"""An uploaded file between its preview and its confirmation."""

import time
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from django.conf import settings
from django.core import signing
from django.utils.translation import gettext as _

LIFETIME = 24 * 3600


class Gone(ValueError):
    """The preview was used already, or is too old."""

    def __init__(self):
        super().__init__(_("This preview was imported already, or is older than a day: upload the file again."))


@dataclass
class Upload:
    name: str
    data: bytes
    digest: str


def folder() -> Path:
    place = Path(settings.DATA_DIR) / "imports"
    place.mkdir(mode=0o700, parents=True, exist_ok=True)
    return place


def salt(user, model) -> str:
    """Makes a token good for one account and one list."""
    return f"import {user.pk} {model._meta.label}"


def keep(data: bytes, name: str, digest: str, user, model) -> str:
    """Put the file by. Returns the token that the preview's form carries."""
    for old in folder().iterdir():
        if old.stat().st_mtime < time.time() - LIFETIME:
            old.unlink(missing_ok=True)
    key = uuid4().hex
    path = folder() / key
    path.touch(mode=0o600)
    path.write_bytes(data)
    return signing.dumps({"key": key, "name": name, "digest": digest}, salt=salt(user, model))


def take(token: str, user, model) -> Upload:
    """Read the file, once: of two clicks at the same time, one finds it. Raises Gone."""
    try:
        kept = signing.loads(token, salt=salt(user, model), max_age=LIFETIME)
        path = folder() / kept["key"]
        mine = path.rename(path.with_suffix(".taken"))
    except (signing.BadSignature, FileNotFoundError):
        raise Gone from None
    data = mine.read_bytes()
    mine.unlink()
    return Upload(kept["name"], data, kept["digest"])
