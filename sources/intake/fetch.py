"""Fetching one document from the web, on an editor's word.

The address of each step is checked and then connected to itself (see `addresses`); the time limit holds for all of
it, whatever a server does; proxies of the environment, cookies and passwords have no part in it.
"""

import socket
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from email.message import Message
from http.client import HTTPException
from urllib.parse import urljoin

import certifi
from django.conf import settings
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError
from urllib3.response import HTTPResponse
from urllib3.util import Url, parse_url

from sources.intake import limits
from sources.intake.addresses import checked_addresses
from sources.intake.apart import too_big
from sources.intake.found import Refused
from sources.intake.found import marked as _

REDIRECTS = (301, 302, 303, 307, 308)
PAGES = "text/html,application/xhtml+xml,application/pdf,text/plain;q=0.9,*/*;q=0.5"
HEADERS = {"User-Agent": "Factbase/0.1 (source intake, one page at an editor's word)", "Accept-Encoding": "gzip"}
REASONS = {
    401: _("%(url)s is behind a login (%(status)s). Sign in with a browser and paste the text, or take a saved file."),
    402: _("%(url)s must be paid for (%(status)s). Take it as a file, or paste the text."),
    403: _("%(url)s is behind a login, or refuses programs (%(status)s). Open it in a browser and paste the text."),
    404: _("There is nothing at %(url)s (%(status)s): compare it with the address in your browser."),
    410: _("What was at %(url)s is gone (%(status)s). An archive may have it, e.g. web.archive.org."),
    429: _("%(url)s refuses more requests for now (%(status)s): try again later."),
}


@dataclass
class Fetched:
    """A document as it came: its bytes, decompressed, the address that it came from, and what the server said of it."""

    data: bytes
    url: str
    media_type: str
    charset: str


class Clock:
    """The seconds that are left. When none are, the socket in use is shut, whatever it waits for."""

    def __init__(self, seconds: float):
        self.seconds, self.end = seconds, time.monotonic() + seconds

    def left(self) -> float:
        left = self.end - time.monotonic()
        if left <= 0:
            raise Refused(_("It took more than %(seconds)s seconds to fetch: nothing was taken."), seconds=self.seconds)
        return left

    @contextmanager
    def shutting(self, sock: socket.socket) -> Iterator[None]:
        def shut() -> None:
            with suppress(OSError):
                socket.socket.shutdown(sock, socket.SHUT_RDWR)  # Under TLS too, whose own would take its keys away.

        timer = threading.Timer(self.left(), shut)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()


def fetch(url: str, *, accept: str = PAGES) -> Fetched:
    """Fetch a document. Raises Refused, with the reason and what to do."""
    clock = Clock(limits.FETCH_SECONDS)
    for _step in range(limits.MAX_REDIRECTS + 1):
        answer = step(checked_url(url), accept, clock)
        if isinstance(answer, Fetched):
            return answer
        url = urljoin(url, answer)
    raise Refused(_("%(url)s: more than %(limit)s redirects."), url=url, limit=limits.MAX_REDIRECTS)


def checked_url(url: str) -> Url:
    """The parts of an address, as they are connected to. Raises Refused."""
    try:
        parts = parse_url(url)
    except (HTTPError, ValueError):
        parts = Url()
    if parts.scheme not in ("http", "https") or not parts.host or any(c.isspace() or ord(c) < 32 for c in url):
        raise Refused(_("'%(url)s' is no web address: it begins with http:// or https:// and has no blanks."), url=url)
    if parts.auth is not None:
        raise Refused(_("'%(url)s' has a name or password in it: leave that out."), url=parts._replace(auth=None).url)
    if parts.port is not None and parts.port not in limits.PORTS and not settings.FACTBASE_INTAKE_ALLOW_LOOPBACK:
        raise Refused(
            _("'%(url)s' names the port %(port)s: web pages are at %(ports)s."),
            url=url,
            port=parts.port,
            ports=", ".join(map(str, limits.PORTS)),
        )
    return parts


def step(parts: Url, accept: str, clock: Clock) -> Fetched | str:
    """One request: the document, or the address that it redirects to."""
    host, port = parts.host.strip("[]"), parts.port or (443 if parts.scheme == "https" else 80)
    allow_loopback = settings.FACTBASE_INTAKE_ALLOW_LOOPBACK
    addresses = checked_addresses(host, port, seconds=clock.left(), allow_loopback=allow_loopback)
    try:
        connection = connected(parts.scheme, host, port, addresses, clock)
        try:
            with clock.shutting(connection.sock):
                connection.request(
                    "GET",
                    parts.request_uri,
                    headers={"Host": parts.netloc, "Accept": accept, **HEADERS},
                    preload_content=False,
                    decode_content=True,
                )
                with closing(connection.getresponse()) as response:
                    return answer_of(response, parts.url, clock)
        finally:
            connection.close()
    except ssl.SSLCertVerificationError as error:
        raise Refused(
            _("%(url)s: its certificate is not good for %(host)s (%(error)s)."),
            url=parts.url,
            host=host,
            error=error.verify_message,
        ) from None
    except (HTTPError, HTTPException, OSError) as error:
        clock.left()  # If the time is up, that is the reason.
        raise Refused(
            _("%(url)s does not answer as a web server does (%(error)s): try again, or take the page as a file."),
            url=parts.url,
            error=type(error).__name__,
        ) from None


def connected(scheme: str, host: str, port: int, addresses: list[str], clock: Clock) -> HTTPConnection:
    """A connection to the first address that answers. The certificate is the host's, not the address's."""
    error: Exception | None = None
    for address in addresses[:4]:
        if scheme == "https":
            connection = HTTPSConnection(
                address,
                port,
                timeout=clock.left(),
                ssl_context=trust(),
                server_hostname=host,
                cert_reqs="CERT_REQUIRED",
            )
        else:
            connection = HTTPConnection(address, port, timeout=clock.left())
        try:
            connection.connect()
            return connection
        except (HTTPError, OSError) as failed:
            error = failed
            connection.close()
    raise error


def trust() -> ssl.SSLContext:
    """Mozilla's authorities, and the machine's own (SSL_CERT_FILE), as behind a company's proxy."""
    context = ssl.create_default_context(cafile=certifi.where())
    context.load_default_certs()
    return context


def answer_of(response: HTTPResponse, url: str, clock: Clock) -> Fetched | str:
    if response.status in REDIRECTS and response.headers.get("location"):
        location = response.headers["location"].strip().replace(" ", "%20")
        return location.encode("latin-1", "replace").decode("utf-8", "replace")  # Sent as UTF-8, read as Latin-1.
    if response.status != 200:
        reason = REASONS.get(response.status, _("%(url)s answers with an error (%(status)s): try again later."))
        raise Refused(reason, url=url, status=response.status)
    if response.headers.get("content-encoding", "identity").lower() not in ("identity", "gzip", "x-gzip", ""):
        raise Refused(_("%(url)s is compressed in a way that was not asked for: take the page as a file."), url=url)
    declared = response.headers.get("content-length", "")
    if declared.isdecimal() and int(declared) > limits.MAX_BYTES:
        raise too_big(url, int(declared))
    data = bytearray()
    while chunk := response.read(65_536):
        data += chunk
        if len(data) > limits.MAX_BYTES:
            raise too_big(url, len(data))
        clock.left()
    clock.left()  # A socket that was shut ends like a page without a length.
    if declared.isdecimal() and not response.headers.get("content-encoding") and len(data) < int(declared):
        raise Refused(_("%(url)s broke off in the middle: try again."), url=url)
    header = Message()
    header["content-type"] = response.headers.get("content-type", "")
    media_type = header.get_content_type() if response.headers.get("content-type") else ""
    return Fetched(bytes(data), url, media_type, header.get_content_charset() or "")
