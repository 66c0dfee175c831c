"""Servers on loopback that stand in for the web."""

import socket
import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Web(ThreadingHTTPServer):
    """Pages by path: (status, headers, body), or a function of the handler. `asked` holds each request."""

    daemon_threads = True

    def __init__(self, pages):
        self.pages, self.asked = pages, []
        super().__init__(("127.0.0.1", 0), Handler)

    def url(self, path, host="127.0.0.1"):
        return f"http://{host}:{self.server_port}{path}"


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        self.server.asked.append((self.path, dict(self.headers)))
        page = self.server.pages.get(self.path, (404, {}, b"nothing here"))
        if callable(page):
            page(self)
        else:
            self.plainly(*page)

    def plainly(self, status, headers, body):
        self.send_response(status)
        for name, value in {"Content-Type": "text/html; charset=utf-8", "Content-Length": len(body), **headers}.items():
            if value is not None:
                self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        pass


def drip(seconds_between=0.05, head=b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"):
    """A page that sends one byte at a time for ever, after `head`."""

    def page(handler):
        handler.wfile.write(head)
        try:
            while True:
                handler.wfile.write(b"x")
                handler.wfile.flush()
                time.sleep(seconds_between)
        except OSError:
            pass

    return page


@contextmanager
def serving(pages, tls=None):
    web = Web(pages)
    if tls:
        web.socket = tls.wrap_socket(web.socket, server_side=True)
    thread = threading.Thread(target=web.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield web
    finally:
        web.shutdown()
        web.server_close()
        thread.join(5)


def answers(*addresses):
    """A resolver that gives these addresses, one list a question; the last one from then on. `asked` counts."""
    given = [list(one) if isinstance(one, list | tuple) else [one] for one in addresses]

    def getaddrinfo(host, port, *args, **kwargs):
        getaddrinfo.asked.append(host)
        present = given.pop(0) if len(given) > 1 else given[0]
        family = {True: socket.AF_INET6, False: socket.AF_INET}
        return [(family[":" in one], socket.SOCK_STREAM, 6, "", (one, port)) for one in present]

    getaddrinfo.asked = []
    return getaddrinfo
