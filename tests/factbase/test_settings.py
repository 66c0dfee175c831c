"""Settings from the environment: what is required where, and what is said when it is missing."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PRODUCTION = {
    "DATABASE_URL": "postgresql://factbase@127.0.0.1:1/factbase",
    "FACTBASE_SECRET_KEY": "k" * 50,
    "FACTBASE_ALLOWED_HOSTS": "facts.example.org,www.example.org",
}


def settings(tmp_path, expression, **environment):
    """The result of `expression` over the settings that this environment gives."""
    code = f"from factbase import settings as s; print({expression})"
    clean = {k: v for k, v in os.environ.items() if not k.startswith("FACTBASE_") and k != "DATABASE_URL"}
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**clean, "FACTBASE_DATA_DIR": str(tmp_path / "var"), **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_without_database_url_a_key_is_kept_and_loopback_served(tmp_path):
    first = settings(tmp_path, "s.SECRET_KEY, s.ALLOWED_HOSTS, s.DATABASES['default']['ENGINE'], s.DEBUG")
    assert "['localhost', '127.0.0.1', '[::1]'] factbase.embedded False" in first.stdout
    assert settings(tmp_path, "s.SECRET_KEY").stdout.strip() in first.stdout
    assert (tmp_path / "var" / "secret_key").stat().st_mode & 0o777 == 0o600


def test_with_database_url_that_server_is_used_with_a_pool(tmp_path):
    result = settings(tmp_path, "s.DATABASES['default'], s.ALLOWED_HOSTS, s.SECURE_SSL_REDIRECT", **PRODUCTION)
    assert "'ENGINE': 'django.db.backends.postgresql'" in result.stdout
    assert "'pool': {'min_size': 2" in result.stdout
    assert "['facts.example.org', 'www.example.org'] True" in result.stdout
    assert not (tmp_path / "var" / "secret_key").exists()


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        pytest.param({"FACTBASE_SECRET_KEY": ""}, "FACTBASE_SECRET_KEY is not set, and DATABASE_URL is: set", id="key"),
        pytest.param({"FACTBASE_ALLOWED_HOSTS": ""}, "FACTBASE_ALLOWED_HOSTS is not set", id="hosts"),
        pytest.param({"DATABASE_URL": "sqlite:///x"}, "write postgresql://user:password@host", id="sqlite"),
        pytest.param(
            {"FACTBASE_INTAKE_ALLOW_LOOPBACK": "true"}, "in production it would let editors read", id="loopback"
        ),
        pytest.param({"FACTBASE_DEBUG": "perhaps"}, "FACTBASE_DEBUG", id="debug"),
    ],
)
def test_what_is_missing_or_wrong_is_named_with_its_remedy(tmp_path, changed, words):
    result = settings(tmp_path, "1", **PRODUCTION | changed)
    assert result.returncode != 0
    assert words in result.stderr


def test_secrets_are_not_in_the_message(tmp_path):
    result = settings(tmp_path, "1", **PRODUCTION | {"DATABASE_URL": "mysql://root:hunter2@host/x"})
    assert result.returncode != 0
    assert "hunter2" not in result.stderr
