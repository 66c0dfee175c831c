"""Fetching: whom it may reach, and that nothing a server does holds it up or fills memory."""

import gzip
import socket
import ssl
import threading
import time
from pathlib import Path

import pytest

from sources.intake import fetch as fetching
from sources.intake import limits
from sources.intake.addresses import is_public
from sources.intake.fetch import fetch
from sources.intake.found import Refused
from sources.models import Source
from tests.sources.documents import page
from tests.sources.servers import answers, drip, serving

NOT_PUBLIC = "no address of the public internet"
PRIVATE = [
    "0.0.0.0",
    "10.0.0.1",
    "100.64.0.1",
    "127.0.0.1",
    "127.8.8.8",
    "169.254.169.254",
    "172.16.0.1",
    "172.31.255.255",
    "192.0.0.8",
    "192.0.2.1",
    "192.88.99.1",
    "192.168.1.1",
    "198.18.0.1",
    "198.51.100.1",
    "203.0.113.1",
    "224.0.0.1",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::7f00:1",
    "::ffff:127.0.0.1",
    "::ffff:169.254.169.254",
    "::ffff:0:127.0.0.1",
    "64:ff9b::7f00:1",
    "64:ff9b::a9fe:a9fe",
    "64:ff9b:1::1",
    "100::1",
    "2001::1",
    "2001:db8::1",
    "2002:7f00:1::1",
    "3fff::1",
    "5f00::1",
    "fc00::1",
    "fd00:ec2::254",
    "fe80::1",
    "fec0::1",
    "ff02::1",
]


@pytest.mark.parametrize("address", PRIVATE)
def test_an_address_that_is_not_public_is_never_connected_to(address, monkeypatch):
    connected = []
    monkeypatch.setattr(socket, "getaddrinfo", answers(address))
    monkeypatch.setattr(fetching, "connected", lambda *args: connected.append(args))
    with pytest.raises(Refused, match=NOT_PUBLIC):
        fetch("http://news.example/")
    assert not connected


@pytest.mark.parametrize(
    "address", ["93.184.216.34", "8.8.8.8", "172.32.0.1", "2606:4700::1111", "64:ff9b::808:808", "::ffff:8.8.8.8"]
)
def test_a_public_address_is(address):
    from ipaddress import ip_address

    assert is_public(ip_address(address))


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "2130706433",
        "0x7f000001",
        "0x7f.1",
        "0177.0.0.1",
        "127.1",
        "localhost",
        "LOCALHOST.",
        "[::1]",
        "[::ffff:7f00:1]",
        "１２７.0.0.1",
        "169.254.169.254",
    ],
)
def test_no_way_of_writing_it_leads_there(host):
    """As the machine's own resolver reads them."""
    with serving({"/": (200, {}, page())}) as web:
        with pytest.raises(Refused, match=f"{NOT_PUBLIC}|is not found|is no web address"):
            fetch(f"http://{host}:8080/")
        with pytest.raises(Refused):
            fetch(f"http://{host}:{web.server_port}/")
    assert web.asked == []


def test_one_private_address_among_public_ones_refuses_the_name(monkeypatch):
    monkeypatch.setattr(socket, "getaddrinfo", answers(["93.184.216.34", "10.0.0.1"]))
    with pytest.raises(Refused, match="leads to 10.0.0.1"):
        fetch("http://news.example/")


def test_a_name_that_changes_its_answer_is_asked_once(monkeypatch, loopback):
    """Checked as one address and then led to another: the one that was checked is connected to."""
    connected = []
    real = fetching.HTTPConnection

    def seen(address, *args, **kwargs):
        connected.append(address)
        return real(address, *args, **kwargs)

    with serving({"/": (200, {}, page())}) as web:
        resolver = answers("127.0.0.1", "10.0.0.1")
        monkeypatch.setattr(fetching, "HTTPConnection", seen)
        monkeypatch.setattr(
            socket,
            "getaddrinfo",
            lambda host, port, *a, **k: REAL(host, port, *a, **k) if is_ip(host) else resolver(host, port),
        )
        assert fetch(web.url("/", host="news.example")).data == page()
    assert (resolver.asked, connected) == (["news.example"], ["127.0.0.1"])
    assert web.asked[0][1]["Host"] == f"news.example:{web.server_port}"


REAL = socket.getaddrinfo


def is_ip(host):
    return host.replace(".", "").isdecimal() or ":" in host


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        pytest.param("http://169.254.169.254/latest/meta-data/", "leads to 169.254.169.254", id="metadata"),
        pytest.param("http://10.0.0.1/", "leads to 10.0.0.1", id="private"),
        pytest.param("//192.168.0.1/", "leads to 192.168.0.1", id="no-scheme"),
        pytest.param("file:///etc/passwd", "is no web address", id="file"),
        pytest.param("ftp://example.org/", "is no web address", id="ftp"),
        pytest.param("gopher://127.0.0.1:25/", "is no web address", id="gopher"),
        pytest.param("http://user:secret@example.org/", "has a name or password", id="password"),
    ],
)
def test_each_redirect_is_checked(loopback, target, reason):
    with serving({"/": (302, {"Location": target}, b"")}) as web, pytest.raises(Refused, match=reason) as refused:
        fetch(web.url("/"))
    assert "secret" not in str(refused.value)


def test_five_redirects_are_followed_and_no_sixth(loopback):
    pages = {f"/{n}": (301, {"Location": f"/{n + 1}"}, b"") for n in range(6)}
    with serving({**pages, "/5": (200, {}, page())}) as web:
        assert fetch(web.url("/0")).url == web.url("/5")
    with serving({**pages, "/6": (200, {}, page())}) as web:
        with pytest.raises(Refused, match="more than 5 redirects"):
            fetch(web.url("/0"))
        assert [path for path, _ in web.asked] == [f"/{n}" for n in range(6)]


def test_without_the_setting_loopback_is_refused():
    with serving({"/": (200, {}, page())}) as web, pytest.raises(Refused):
        fetch(web.url("/"))
    assert web.asked == []


@pytest.mark.parametrize(
    "url",
    [
        "ftp://example.org/",
        "example.org",
        "http://",
        "http:///x",
        "http://a b/",
        "http://x/\r\nHost: y",
        "javascript:1",
        "",
    ],
)
def test_what_is_no_web_address_is_said(url):
    with pytest.raises(Refused, match="is no web address"):
        fetch(url)


@pytest.mark.parametrize("port", [22, 25, 6379, 5432])
def test_ports_of_other_services_are_refused(port):
    with pytest.raises(Refused, match=f"names the port {port}"):
        fetch(f"http://example.org:{port}/")


# Time

SECONDS = 0.6


@pytest.fixture
def hurried(monkeypatch, loopback):
    monkeypatch.setattr(limits, "FETCH_SECONDS", SECONDS)
    started = time.monotonic()
    yield
    assert time.monotonic() - started < SECONDS + 3


def silent(handler):
    time.sleep(5)


@pytest.mark.parametrize(
    "behaviour",
    [
        pytest.param(drip(), id="one-byte-at-a-time"),
        pytest.param(drip(head=b"HTTP/1.1 200 OK\r\nX-Slow: "), id="one-byte-of-a-header"),
        pytest.param(drip(head=b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n"), id="with-a-length"),
        pytest.param(drip(head=b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"), id="chunked"),
        pytest.param(silent, id="no-answer"),
    ],
)
def test_a_slow_server_is_left(hurried, behaviour):
    with serving({"/": behaviour}) as web, pytest.raises(Refused, match=f"more than {SECONDS} seconds"):
        fetch(web.url("/"))


def test_slow_redirects_share_the_time(hurried):
    def page(handler):
        time.sleep(SECONDS / 3)
        handler.send_response(302)
        handler.send_header("Location", "/")
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    with serving({"/": page}) as web, pytest.raises(Refused, match="more than 0.6 seconds"):
        fetch(web.url("/"))
    assert len(web.asked) < 5


def test_a_resolver_that_never_answers_is_left(hurried, monkeypatch):
    let_go = threading.Event()

    def held(*args, **kwargs):
        let_go.wait(10)
        raise OSError

    monkeypatch.setattr(socket, "getaddrinfo", held)
    try:
        with pytest.raises(Refused, match="is not found"):
            fetch("http://news.example/")
    finally:
        let_go.set()


# Size

BIG = limits.MAX_BYTES + 1


def test_a_page_that_says_it_is_too_big_is_not_read(loopback):
    with serving({"/": (200, {"Content-Length": str(60_000_000)}, b"x")}) as web, pytest.raises(Refused) as refused:
        fetch(web.url("/"))
    assert "has 60.0 MB: 25 MB at most" in str(refused.value)


def test_a_page_without_an_end_is_cut_off(loopback):
    def endless(handler):
        handler.wfile.write(b"HTTP/1.0 200 OK\r\n\r\n")
        try:
            while True:
                handler.wfile.write(b"x" * 1_000_000)
        except OSError:
            pass

    with serving({"/": endless}) as web, pytest.raises(Refused, match="25 MB at most"):
        fetch(web.url("/"))


def test_a_page_that_unpacks_without_end_is_cut_off(loopback):
    bomb = gzip.compress(b"\0" * (3 * BIG))
    assert len(bomb) < 100_000
    with (
        serving({"/": (200, {"Content-Encoding": "gzip"}, bomb)}) as web,
        pytest.raises(Refused, match="25 MB at most"),
    ):
        fetch(web.url("/"))


def test_a_compressed_page_is_unpacked(loopback):
    with serving({"/": (200, {"Content-Encoding": "gzip"}, gzip.compress(page()))}) as web:
        assert fetch(web.url("/")).data == page()


@pytest.mark.parametrize("encoding", ["br", "zstd", "gzip, gzip, gzip"])
def test_other_compression_is_refused(loopback, encoding):
    with serving({"/": (200, {"Content-Encoding": encoding}, b"x")}) as web, pytest.raises(Refused, match="compressed"):
        fetch(web.url("/"))


def test_a_page_that_breaks_off_is_refused(loopback):
    with (
        serving({"/": (200, {"Content-Length": "100000"}, page())}) as web,
        pytest.raises(Refused, match="broke off|does not answer"),
    ):
        fetch(web.url("/"))


def test_what_is_no_web_server_is_said(loopback):
    def other(handler):
        handler.wfile.write(b"220 smtp.example ESMTP\r\n")

    with serving({"/": other}) as web, pytest.raises(Refused, match="does not answer as a web server does"):
        fetch(web.url("/"))


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        (401, "is behind a login"),
        (402, "must be paid for"),
        (403, "behind a login, or refuses programs"),
        (404, "There is nothing at"),
        (410, "is gone"),
        (429, "try again later"),
        (500, "answers with an error"),
        (204, "answers with an error"),
    ],
)
def test_an_answer_that_is_no_page_is_named(loopback, status, reason):
    with serving({"/": (status, {}, b"")}) as web, pytest.raises(Refused, match=reason):
        fetch(web.url("/"))


# Who asks, and over what


def test_proxies_of_the_environment_have_no_part(loopback, monkeypatch):
    with serving({"/": (200, {}, page())}) as web, serving({}) as proxy:
        for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
            monkeypatch.setenv(name, proxy.url(""))
        assert fetch(web.url("/")).data == page()
        assert proxy.asked == []


TLS = Path(__file__).parent / "tls"


@pytest.fixture
def named(monkeypatch, loopback):
    """facts.test and other.test lead to loopback, and the tests' own authority is trusted."""
    monkeypatch.setenv("SSL_CERT_FILE", str(TLS / "authority.pem"))
    fixed = answers("127.0.0.1")
    monkeypatch.setattr(
        socket, "getaddrinfo", lambda host, *a, **k: REAL(host, *a, **k) if is_ip(host) else fixed(host, *a, **k)
    )


@pytest.fixture
def https():
    asked = []
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(TLS / "facts.test.pem")
    context.sni_callback = lambda sock, name, context: asked.append(name)
    with serving({"/": (200, {}, page())}, tls=context) as web:
        yield web, asked


def test_the_certificate_is_that_of_the_name_not_of_the_address(named, https):
    web, asked = https
    assert fetch(f"https://facts.test:{web.server_port}/").data == page()
    assert asked == ["facts.test"]


@pytest.mark.parametrize("host", ["other.test", "127.0.0.1"])
def test_a_certificate_of_another_name_is_refused(named, https, host):
    with pytest.raises(Refused, match=f"its certificate is not good for {host}"):
        fetch(f"https://{host}:{https[0].server_port}/")


def test_a_certificate_of_an_unknown_authority_is_refused(named, https, monkeypatch):
    monkeypatch.delenv("SSL_CERT_FILE")
    with pytest.raises(Refused, match="its certificate is not good"):
        fetch(f"https://facts.test:{https[0].server_port}/")


def test_nothing_of_it_is_stored(add_source, loopback):
    with serving({"/": (302, {"Location": "http://169.254.169.254/"}, b"")}) as web:
        said = add_source(web.url("/"))
    assert "leads to 169.254.169.254" in said
    assert "0 added, 0 with a new snapshot, 0 unchanged, 1 refused." in said
    assert not Source.objects.exists()
