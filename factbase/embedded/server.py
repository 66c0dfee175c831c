"""The embedded server's life: the first process that needs it starts it, the last to leave stops it.

Three files in the server's folder are locked:

    start.lock      alone, by a process that starts, joins or stops the server
    holders.lock    shared, by each Python process that uses the server
    server.lock     shared, by the server and its workers, which inherit it

So no process number is believed. A server is there when it answers on its socket and reads the same
postmaster.pid as we do; it is gone when server.lock is free. It does not matter that postmaster.pid,
after a crash, names a process that ended, or a stranger with the same number.
"""

import atexit
import contextlib
import multiprocessing
import os
import shutil
import signal
import subprocess
import threading
import time
from multiprocessing.util import Finalize
from pathlib import Path

import psycopg
from django.core.exceptions import ImproperlyConfigured
from psycopg import pq, sql
from psycopg.conninfo import make_conninfo

from factbase.embedded import locks
from factbase.embedded.cluster import USER, check_cluster, make_cluster
from factbase.embedded.locations import find_account, find_home, find_programs, find_socket_folder

PORT = 5432  # part of the socket's name: the server never listens on TCP

# Seconds. A server whose data folder was replaced under it finds out, and ends, within 60.
START_LIMIT = 90
STOP_LIMIT = 60

# A server may be killed while it starts; one that cannot start fails at once.
LAUNCHES = 3

LOG_LIMIT = 10_000_000  # bytes

_servers: dict[Path, "Server"] = {}
_lock = threading.Lock()


def get_server(data_dir: Path) -> "Server":
    """This process's one Server for `data_dir`. Starts nothing."""
    return _servers.setdefault(data_dir, Server(data_dir))


class Server:
    """The server of one data folder, as this process sees it."""

    def __init__(self, data_dir: Path) -> None:
        self.data_dir = data_dir
        self._holder: int | None = None  # the open holders.lock
        self._address: dict[str, str] = {}

    def join(self, database: str | None = None, *, check: bool = False) -> dict[str, str]:
        """Start the server or join it; return its HOST (the socket's folder), PORT and USER.

        The first call makes `database` where it does not exist. Later calls cost nothing, unless `check`
        asks to look again whether server and database are there. This process then holds the server
        until it ends or calls `leave`. Raises ImproperlyConfigured when no server can be had.
        """
        with _lock:
            if self._holder is None or check:
                self._join(database)
            return self._address

    def leave(self) -> None:
        """Let go of the server, and stop it when no other process holds it."""
        with _lock:
            if self._holder is None:
                return
            holder, self._holder = self._holder, None
            atexit.unregister(self.leave)
            # OSError: the folder was deleted; its server finds out and ends.
            with contextlib.suppress(OSError), locks.locked(self.home / "start.lock"):
                current = os.path.samestat(os.fstat(holder), os.stat(self.home / "holders.lock"))
                if current and locks.try_lock(holder):
                    self._stop()
            os.close(holder)

    def _join(self, database: str | None) -> None:
        self.home = find_home(self.data_dir)
        self.data = self.home / "data"
        self.log = self.home / "server.log"
        with locks.locked(self.home / "start.lock"):
            self.account = find_account(self.data)
            if not self.data.exists():
                make_cluster(self.data, self.account, find_programs(self.account))
            self.socket_folder = find_socket_folder(self.data, self.account)
            self._start()
            if database:
                self._create(database)
            if self._holder is None:
                self._leave_at_exit()
            else:
                os.close(self._holder)  # it may be of a folder that was deleted
            self._holder = locks.open_file(self.home / "holders.lock")
            locks.share(self._holder)
        self._address = {"HOST": str(self.socket_folder), "PORT": str(PORT), "USER": USER}

    def _leave_at_exit(self) -> None:
        atexit.register(self.leave)
        if multiprocessing.parent_process():  # a web server's worker, say, which skips atexit
            Finalize(None, self.leave, exitpriority=-1)

    def _start(self) -> None:
        """Return when the server answers, starting it if there is none."""
        launches = 0
        pause = 0.02
        deadline = time.monotonic() + START_LIMIT
        while not self._answers():
            if not self._alive():
                if launches == LAUNCHES:
                    self._remove_socket()
                    raise ImproperlyConfigured(f"PostgreSQL did not start in '{self.data}'.{self._log_end()}")
                self._launch()
                launches += 1
                pause = 0.02
            if time.monotonic() > deadline:
                raise ImproperlyConfigured(
                    f"The server of '{self.data}' (process {self._pid()}) has not answered for "
                    f"{START_LIMIT} seconds. It may be recovering after a crash: wait, and run the command "
                    "again. It may run in another container, or have lost its socket in "
                    f"'{self.socket_folder}': stop it there.{self._log_end()}"
                )
            time.sleep(pause)
            pause = min(pause * 1.5, 0.5)  # each look at a starting server is a line in its log

    def _launch(self) -> None:
        """Start the server in the background. No process of the old one lives now."""
        programs = find_programs(self.account)
        check_cluster(self.data, self.account, programs)
        find_socket_folder(self.data, self.account, anew=True)
        if self.log.exists() and self.log.stat().st_size > LOG_LIMIT:
            self.log.rename(self.log.with_suffix(".log.old"))
        environment = {}
        if pid := self._pid():
            # The server refuses to start while the number in postmaster.pid is in use, be it by a
            # stranger, unless it is its grandparent's; this is how pg_ctl names that. Its other checks
            # stay, so the file must stay too: it leads to the shared memory of workers left behind.
            environment["PG_GRANDPARENT_PID"] = str(pid)
        else:  # no file, or an empty one, which the server would refuse
            (self.data / "postmaster.pid").unlink(missing_ok=True)
        command = [programs / "postgres", "-D", self.data, "-p", str(PORT)]
        command += ["-k", self.socket_folder, "-c", "listen_addresses="]
        with locks.opened(self.home / "server.lock") as lock, locks.opened(self.log, os.O_APPEND) as log:
            locks.share(lock)
            # The shell makes the server nobody's child; in a session of its own Ctrl-C does not reach it.
            self.account.run(
                ["/bin/sh", "-c", '"$@" &', "sh", *command],
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                pass_fds=[lock],
                start_new_session=True,
                check=True,
            )

    def _stop(self) -> None:
        """Stop the server, if there is one, and wait for it to write everything down."""
        deadline = time.monotonic() + STOP_LIMIT
        asked = False
        while self._alive() and time.monotonic() < deadline:
            with contextlib.suppress(psycopg.Error):
                if not asked and self._answers():
                    os.kill(self._pid(), signal.SIGINT)  # "fast": ends connections, but no half work
                    asked = True
            time.sleep(0.02)
        if not self._alive():
            self._remove_socket()

    def _remove_socket(self) -> None:
        shutil.rmtree(self.socket_folder, ignore_errors=True)

    def _answers(self) -> bool:
        """Whether the server of exactly this data folder accepts connections.

        Raises psycopg.OperationalError when it is there but refuses, for too many connections, say.
        """
        conninfo = make_conninfo(**self._maintenance(), connect_timeout=5)
        if pq.PGconn.ping(conninfo.encode()) != pq.Ping.OK:
            return False
        # The path is relative: a server whose folder was deleted or replaced cannot read its file.
        pid = "split_part(pg_read_file('postmaster.pid'), E'\\n', 1)"
        with psycopg.connect(conninfo, autocommit=True) as connection:
            try:
                found = connection.execute(f"SELECT {pid}, current_setting('data_directory')").fetchone()
            except psycopg.errors.UndefinedFile:
                return False
        return found == (str(self._pid()), str(self.data))

    def _alive(self) -> bool:
        """Whether any process of the server lives: itself, or workers that outlived it."""
        with locks.opened(self.home / "server.lock") as lock:
            return not locks.try_lock(lock)

    def _pid(self) -> int | None:
        try:
            return abs(int((self.data / "postmaster.pid").read_text().split("\n")[0]))
        except (FileNotFoundError, ValueError):
            return None

    def _create(self, database: str) -> None:
        with psycopg.connect(**self._maintenance(), autocommit=True) as connection:
            exists = "SELECT 1 FROM pg_database WHERE datname = %s"
            if not connection.execute(exists, [database]).fetchone():
                connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(database)))

    def _maintenance(self) -> dict:
        return {"host": str(self.socket_folder), "port": PORT, "user": USER, "dbname": "postgres"}

    def _log_end(self) -> str:
        lines = self.log.read_text(errors="replace").splitlines()[-20:] if self.log.exists() else []
        return "\n".join([f" The end of its log '{self.log}':", *lines])


def _forget_in_child() -> None:
    """A forked child holds nothing; closing its copies leaves the parent's locks alone."""
    for server in _servers.values():
        if server._holder is not None:
            os.close(server._holder)
            server._holder = None
    _lock.release()


# Taking the lock before a fork keeps the child from inheriting start.lock.
os.register_at_fork(before=_lock.acquire, after_in_parent=_lock.release, after_in_child=_forget_in_child)
