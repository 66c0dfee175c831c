"""From what a curator gives (a web address, a DOI, a file, pasted words) to what it says, read and ready to confirm."""

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.utils import timezone
from django.utils.translation import gettext

from sources.intake.apart import read_apart, too_big
from sources.intake.dois import doi_of
from sources.intake.fetch import fetch
from sources.intake.found import Found, Refused
from sources.intake.found import marked as _
from sources.intake.limits import MAX_BYTES

CSL = "application/vnd.citationstyles.csl+json"


@dataclass
class Gathered:
    """What was read: one document, or any number of records; its bytes as they came, where there is a file."""

    name: str  # The address, or the file's name.
    found: list[Found]
    media_type: str
    retrieved_at: datetime
    original: bytes = b""

    @property
    def one(self) -> Found:
        """The document. Raises Refused where there are several records."""
        if len(self.found) > 1:
            raise Refused(
                _("'%(name)s' has %(count)s records: take one, or bring all of them in with manage.py add_source."),
                name=self.name,
                count=len(self.found),
            )
        return self.found[0]


def from_web(given: str, *, by: AbstractBaseUser | None) -> Gathered:
    """Fetch a web address, or the record that a DOI stands for. Raises Refused, or PermissionDenied.

    `by` None is whoever runs the command line.
    """
    if by is not None and not by.has_perm("sources.fetch_source"):
        raise PermissionDenied(
            gettext("%(by)s may not fetch from the web: ask an editor, or save the document and take it as a file.")
            % {"by": by}
        )
    given, doi = given.strip(), doi_of(given)
    if doi:
        fetched = fetch(f"{settings.FACTBASE_DOI_RESOLVER.rstrip('/')}/{quote(doi, safe='/():;')}", accept=CSL)
        if not fetched.media_type.endswith("json"):
            raise Refused(_("No record is kept for the DOI %(doi)s: give the document's web address instead."), doi=doi)
        media_type, found = read_apart(fetched.data, name=doi, media_type=fetched.media_type, charset="utf-8")
        for one in found:
            one.doi = one.doi or doi
        return Gathered(doi, found, media_type, timezone.now(), fetched.data)
    fetched = fetch(given)
    media_type, found = read_apart(
        fetched.data, name=fetched.url, media_type=fetched.media_type, charset=fetched.charset, url=fetched.url
    )
    return Gathered(fetched.url, found, media_type, timezone.now(), fetched.data)


def from_file(name: str, data: bytes) -> Gathered:
    """Read a file. Raises Refused."""
    if len(data) > MAX_BYTES:
        raise too_big(name, len(data))
    media_type, found = read_apart(data, name=name)
    return Gathered(name, found, media_type, timezone.now(), data)


def from_words(text: str) -> Gathered:
    """Read pasted words: an article's, or a record. There is no file to keep. Raises Refused."""
    name = gettext("The pasted text")
    data = text.encode("utf-8", "replace")
    media_type, found = read_apart(data, name=name, media_type="text/plain", charset="utf-8")
    return Gathered(name, found, media_type, timezone.now())
