"""What the benchmark runs on: the embedded PostgreSQL, the production server, wrk, and commands that are measured."""

import contextlib
import json
import os
import platform
import re
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import NamedTuple
from urllib.parse import quote

import psycopg
from psycopg.conninfo import make_conninfo

from factbase.embedded.server import get_server

ROOT = Path(__file__).resolve().parents[2]
WORKERS = 2  # as README's deployment has it
REPORT = """
local method, body = os.getenv("BENCH_METHOD"), os.getenv("BENCH_BODY")
if method then wrk.method = method end
if body then wrk.body = io.open(body):read("*a"); wrk.headers["Content-Type"] = "application/json" end
done = function(summary, latency, requests)
  local e = summary.errors
  print(string.format('JSON{"median": %f, "p99": %f, "requests": %d, "failed": %d}', latency:percentile(50) / 1000,
    latency:percentile(99) / 1000, summary.requests, e.connect + e.read + e.write + e.status + e.timeout))
end
"""


class Failed(Exception):
    """What went wrong, with the end of what was said."""


class Database(NamedTuple):
    """A database of the embedded server under `folder`, which this process keeps running."""

    folder: Path
    name: str

    @property
    def address(self) -> dict[str, str]:
        return get_server(self.folder).join()

    @property
    def conninfo(self) -> str:
        return make_conninfo(host=self.address["HOST"], user=self.address["USER"], dbname=self.name)

    @property
    def environment(self) -> dict[str, str]:
        """Of Factbase in production on this database; nobody is throttled, but all are counted."""
        host = quote(self.address["HOST"], safe="")
        return {
            **os.environ,
            "DATABASE_URL": f"postgresql://{self.address['USER']}@{host}:{self.address['PORT']}/{self.name}",
            "FACTBASE_SECRET_KEY": "benchmark" * 8,
            "FACTBASE_ALLOWED_HOSTS": "127.0.0.1",
            "FACTBASE_HTTPS": "false",
            "FACTBASE_DATA_DIR": str(self.folder / "files"),
            "FACTBASE_REQUESTS_A_MINUTE": "1000000000",
            "FACTBASE_REQUESTS_A_MINUTE_WITH_ACCOUNT": "1000000000",
            "FACTBASE_EXPORT_SECONDS": "3600",
            "DJANGO_SETTINGS_MODULE": "factbase.settings",
        }

    def make_anew(self) -> None:
        self.drop()
        with self.server() as connection:
            connection.execute(f'CREATE DATABASE "{self.name}"')

    def drop(self) -> None:
        with self.server() as connection:
            connection.execute(f'DROP DATABASE IF EXISTS "{self.name}" WITH (FORCE)')

    def server(self) -> psycopg.Connection:
        return self._replace(name="postgres").connect()

    def connect(self) -> psycopg.Connection:
        # As every session of Factbase: without it a bare COPY waits for its triggers for hours (factbase/settings.py).
        return psycopg.connect(self.conninfo, autocommit=True, options="-c pgtrigger.ignore={}")

    def manage(self, *arguments: str) -> "Ran":
        return run([sys.executable, "manage.py", *arguments], self.environment)


def give_memory(database: Database) -> None:
    """To its server, as README says of deploying: its pages have a quarter of the machine's memory."""
    wanted = memory() // 4 // 2**20
    with database.server() as connection:
        [(present,)] = connection.execute("SELECT pg_size_bytes(current_setting('shared_buffers')) / 1024 ^ 2")
        connection.execute(f"ALTER SYSTEM SET shared_buffers = '{wanted}MB'")
    if present != wanted:
        get_server(database.folder).leave()  # It is started with that when it is asked next.


def memory() -> int:
    """Of the machine, in bytes."""
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")


class Ran(NamedTuple):
    seconds: float
    megabytes: float  # at its most, resident
    output: str


def run(command: list[str], environment: dict[str, str] | None = None, stdin=None) -> Ran:
    """Run a program to its end. Raises Failed where it fails."""
    started = time.perf_counter()
    with (
        open(os.devnull) as nothing,
        subprocess.Popen(  # noqa: S603 - our own programs
            command, cwd=ROOT, env=environment, stdin=stdin or nothing, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        ) as process,
    ):
        peak = Peak(process.pid)
        output = process.stdout.read().decode()
    if process.returncode:
        raise Failed(f"{' '.join(command)}: {output[-2000:]}")
    return Ran(time.perf_counter() - started, peak.megabytes, output)


class Peak(threading.Thread):
    """The most memory that a process held, looked up while it lives.

    What the system tells when it ends (ru_maxrss) is at least what this process held when it started that one.
    """

    def __init__(self, pid: int):
        super().__init__(daemon=True)
        self.status, self.megabytes = Path(f"/proc/{pid}/status"), 0.0
        self.start()

    def run(self):
        with contextlib.suppress(OSError):
            while found := re.search(r"VmHWM:\s+(\d+) kB", self.status.read_text()):
                self.megabytes = int(found[1]) / 1024
                time.sleep(0.1)


@contextlib.contextmanager
def served(database: Database, port: int) -> Iterator[subprocess.Popen]:
    """The production server, as README starts it, with the floor beside Factbase. Raises Failed for a port in use."""
    with socket.socket() as probe:
        # granian would share the port with what an earlier run left behind, and that be measured.
        if not probe.connect_ex(("127.0.0.1", port)):
            raise Failed(f"Something answers on port {port} already: end it, or give another --port.")
    command = [str(Path(sys.executable).with_name("granian")), "--interface", "wsgi", "--host", "127.0.0.1"]
    command += ["--port", str(port), "--workers", str(WORKERS), "--blocking-threads", "5", "--log-level", "warning"]
    with (
        open(database.folder / "server.log", "w") as log,
        subprocess.Popen(  # noqa: S603
            [*command, "tests.benchmarks.wsgi:application"],
            cwd=ROOT,
            env=database.environment,
            stdout=log,
            stderr=subprocess.STDOUT,
        ) as process,
    ):
        try:
            wait_for(f"http://127.0.0.1:{port}/api/v1/", process)
            yield process
        finally:
            process.terminate()
            process.wait()


def wait_for(address: str, process: subprocess.Popen) -> None:
    for _ in range(300):
        try:
            ask(address)
            return
        except OSError:
            if process.poll() is not None:
                raise Failed("The server did not start: see server.log in the benchmark's folder.") from None
            time.sleep(0.2)
    raise Failed(f"{address} did not answer within a minute.")


def ask(address: str, headers: dict[str, str] | None = None, data: bytes | None = None):
    return urllib.request.urlopen(urllib.request.Request(address, data, headers or {}), timeout=120)  # noqa: S310


def get_json(address: str) -> dict:
    with ask(address) as answer:
        return json.load(answer)


class Latency(NamedTuple):
    """Milliseconds."""

    median: float
    p99: float

    @classmethod
    def over(cls, rounds: list["Latency"]) -> "Latency":
        return cls(median(each.median for each in rounds), median(each.p99 for each in rounds))


def wrk(address: str, *, clients: int, seconds: float, headers: dict[str, str], body: str | None = None) -> Latency:
    """Ask one address over and over. Raises Failed where an answer is an error."""
    script = Path(os.environ.get("TMPDIR", "/tmp")) / f"factbase-wrk-{os.getpid()}.lua"  # noqa: S108
    script.write_text(REPORT)
    environment = dict(os.environ)
    if body is not None:
        sent = script.with_suffix(".body")
        sent.write_text(body)
        environment |= {"BENCH_METHOD": "POST", "BENCH_BODY": str(sent)}
    given = [part for name, value in headers.items() for part in ("-H", f"{name}: {value}")]
    command = ["wrk", "-t1", f"-c{clients}", f"-d{max(1, round(seconds))}s", "--timeout", "60s", "-s", str(script)]
    said = json.loads(run([*command, *given, address], environment).output.partition("JSON")[2])
    if not said["requests"] and seconds < 60:
        return wrk(address, clients=clients, seconds=seconds * 10, headers=headers, body=body)
    if said["failed"] or not said["requests"]:
        raise Failed(f"{address}: {said['failed']} of {said['requests']} requests failed.")
    return Latency(said["median"], said["p99"])


def described() -> str:
    """The machine, in a line."""
    python = f"Python {platform.python_version()}"
    return f"{os.cpu_count()} cores, {memory() / 2**30:.0f} GB of memory, {platform.system()}, {python}"
