"""Fixtures of the tests of intake."""

import io

import pytest
from django.core.management import CommandError, call_command


@pytest.fixture
def loopback(settings):
    """Servers on this machine may be fetched from."""
    settings.FACTBASE_INTAKE_ALLOW_LOOPBACK = True


@pytest.fixture
def originals(settings, tmp_path):
    """Where originals are kept during the test."""
    settings.MEDIA_ROOT = str(tmp_path / "originals")
    settings.DATA_DIR = tmp_path
    return tmp_path / "originals"


@pytest.fixture
def add_source(db, originals):
    """Run manage.py add_source. Gives what it says, with the reasons of what it refuses."""

    def run(*given, **options):
        out = io.StringIO()
        try:
            call_command("add_source", *map(str, given), stdout=out, stderr=out, **options)
        except CommandError as error:
            out.write(f"{error}\n")
        return out.getvalue()

    return run
