"""schemathesis holds the API against its own document: every operation, all checks, as anyone and as an editor.

Requests are made from the document: its examples, the edges of every parameter and field, made-up ones, right and
wrong, and what follows from what was answered. tests/contract/hooks.py says which failures are none, and why.
To look further: FACTBASE_CONTRACT_SEED=7 FACTBASE_CONTRACT_EXAMPLES=200 pytest -n 2 tests/contract
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.servers.basehttp import WSGIRequestHandler

from factbase.api import throttling
from factbase.api.tokens import make_token
from tests.factories import UserFactory

ROOT = Path(__file__).parents[2]
SEED = os.environ.get("FACTBASE_CONTRACT_SEED", "1")
EXAMPLES = os.environ.get("FACTBASE_CONTRACT_EXAMPLES", "5")  # Made up for each operation, beside those of its edges.
CASES_AT_LEAST = 2000
LOGOUT = "/auth/logout"


@pytest.fixture
def demo(transactional_db, monkeypatch):
    monkeypatch.setattr(throttling, "GUESSES_A_MINUTE", 1_000_000)
    # Or each answer on a connection that is kept waits 40 milliseconds for its head to be acknowledged.
    monkeypatch.setattr(WSGIRequestHandler, "disable_nagle_algorithm", True)
    call_command("load_fixtures", verbosity=0)


@pytest.fixture
def ask(live_server, tmp_path, demo):
    """Runs schemathesis on some operations; returns its report."""

    def asked(*arguments: str) -> dict:
        folder = tmp_path / str(len(list(tmp_path.iterdir())))
        command = [
            *(
                sys.executable,
                "-m",
                "schemathesis.cli",
                "--config-file",
                str(Path(__file__).with_name("schemathesis.toml")),
            ),
            *("run", f"{live_server.url}/api/v1/schema/", "--checks", "all"),
            *("--seed", SEED, "--max-examples", EXAMPLES, "--generation-database", "none"),
            *("--report", "json", "--report-json-path", str(folder / "report.json"), "--no-color"),
            *arguments,
        ]
        folder.mkdir()
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout[-20_000:] + done.stderr[-5_000:]
        return json.loads((folder / "report.json").read_text())

    return asked


def check(reports: list[dict], api) -> None:
    """No failure, no operation left out, and as many cases as were promised."""
    cases = sum(report["test_cases"]["generated"] for report in reports)
    print(f"{cases} cases, {sum(report['running_time'] for report in reports):.0f} seconds")
    assert [report["failures"] + report["errors"] for report in reports] == [[] for _ in reports]
    methods = {"get", "post", "put", "patch", "delete"}
    operations = sum(len(methods & set(item)) for item in api.get("/api/v1/schema/").json()["paths"].values())
    assert sum(report["operations"]["tested"] for report in reports) == operations
    assert cases >= CASES_AT_LEAST


def test_as_anyone(ask, api):
    check([ask()], api)


def test_as_an_editor(ask, api):
    editor = UserFactory(username="editor", is_staff=True, is_superuser=True)
    headers = [f"Authorization: Bearer {make_token(editor, name=name, days=1)[1]}" for name in ("all", "leaving")]
    # What throws the token away comes last.
    rest = ask("--header", headers[0], "--exclude-path-regex", LOGOUT)
    check([rest, ask("--header", headers[1], "--include-path-regex", LOGOUT)], api)
