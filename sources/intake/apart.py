"""Reading a document in a process of its own, with a limit of time and of memory.

Parsers of PDF, DOCX and HTML can be made to loop or to fill all memory; one that does ends alone.
"""

import json
import logging
import os
import subprocess
import sys
from pathlib import Path

from sources.intake import limits
from sources.intake.found import Found, Refused
from sources.intake.found import marked as _

ROOT = Path(__file__).resolve().parents[2]
log = logging.getLogger(__name__)


def read_apart(
    data: bytes, *, name: str, media_type: str = "", charset: str = "", url: str = ""
) -> tuple[str, list[Found]]:
    """What `reading.read` gives. Raises Refused, also where the limits end it."""
    if len(data) > limits.MAX_BYTES:
        raise too_big(name, len(data))
    arguments = {"name": name, "media_type": media_type, "charset": charset, "url": url}
    try:
        done = subprocess.run(  # noqa: S603 - our own module, nothing of the document is in the command.
            [sys.executable, "-m", "sources.intake.child"],
            input=json.dumps(arguments).encode() + b"\n" + data,
            capture_output=True,
            timeout=limits.READ_SECONDS,
            cwd=ROOT,
            env={"PATH": os.defpath, "PYTHONPATH": str(ROOT)},
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise Refused(
            _("'%(name)s' could not be read within %(seconds)s seconds: paste the text that is cited."),
            name=name,
            seconds=limits.READ_SECONDS,
        ) from None
    if done.returncode != 0:
        log.warning("Reading %r ended with %s: %s", name, done.returncode, done.stderr.decode(errors="replace")[-2000:])
        raise Refused(
            _("'%(name)s' could not be read: it is damaged, or takes too much memory. Paste the text that is cited."),
            name=name,
        )
    answer = json.loads(done.stdout)
    if "refused" in answer:
        template, details = answer["refused"]
        raise Refused(template, **details)
    return answer["media_type"], [Found(**one) for one in answer["found"]]


def too_big(name: str, size: int) -> Refused:
    return Refused(
        _("'%(name)s' has %(size)s MB: %(limit)s MB at most. Take out the pages that are cited, or paste their text."),
        name=name,
        size=f"{size / limits.MEGABYTE:.1f}",
        limit=limits.MAX_BYTES // limits.MEGABYTE,
    )
