"""Loading and exporting, each beside a bare COPY of the same."""

import json
import random
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import psycopg

from tests.benchmarks import synthetic
from tests.benchmarks.machine import Database, Failed, get_json

ACCOUNT = "bench"
SAMPLE = 1000
# Rows that one COPY has: what follows a statement, the words of its claims put together for search, takes far longer
# for a million claims at once than for so many at a time, as the importer writes them.
AT_ONCE = 20_000
# The claims last: so the words of each are put together for search once, and not for each of their parts.
TABLES = (
    "sources_publisher",
    "sources_source",
    "sources_snapshot",
    "sources_notice",
    "claims_speaker",
    "claims_role",
    "claims_topic",
    "claims_indicator",
    "claims_proposition",
    "claims_claimant",
    "claims_claimsubject",
    "claims_claimtopic",
    "claims_quantity",
    "claims_citation",
    "claims_attribution",
    "claims_translation",
    "claims_review",
    "claims_reviewevidence",
    "claims_claimlink",
    "claims_claim",
)
# The columns of claims.csv.
FLAT = """
    SELECT c.id, '{address}/api/v1/claims/' || c.id || '/', c.kind, c.text, c.wording, c.language, c.status,
      array_to_string(ARRAY(
        SELECT COALESCE(s.name, NULLIF(x.label, ''), x.basis) FROM claims_claimant x
        LEFT JOIN claims_speaker s ON s.id = x.speaker_id WHERE x.claim_id = c.id ORDER BY x.position, x.id), '; '),
      array_to_string(ARRAY(SELECT s.name FROM claims_claimsubject x JOIN claims_speaker s ON s.id = x.speaker_id
        WHERE x.claim_id = c.id ORDER BY s.name, s.id), '; '),
      array_to_string(ARRAY(SELECT t.name FROM claims_claimtopic x JOIN claims_topic t ON t.id = x.topic_id
        WHERE x.claim_id = c.id ORDER BY t.name, t.id), '; '),
      p.slug, p.text, lower(c.stated), upper(c.stated) - 1, c.stated_as_written, c.stated_basis, c.occasion,
      array_to_string(ARRAY(SELECT r.rating FROM claims_review r
        WHERE r.claim_id = c.id AND r.published_at IS NOT NULL ORDER BY r.reviewed_on DESC, r.id DESC), '; '),
      c.published_at, c.created_at, c.updated_at, c.version
    FROM claims_claim c LEFT JOIN claims_proposition p ON p.id = c.proposition_id
    WHERE c.status = 'published' AND (c.embargo_until IS NULL OR c.embargo_until <= now())
    ORDER BY COALESCE(c.stated_latest, '-infinity'::date) DESC, c.id DESC"""


def make_file(folder: Path, size: int) -> Path:
    path = folder / f"claims-{size}.ndjson"
    if not path.exists():
        unfinished = path.with_suffix(".part")
        with unfinished.open("wb") as file:
            file.writelines(synthetic.lines(size))
        unfinished.rename(path)
    return path


def load(database: Database, path: Path) -> dict:
    """Seconds and megabytes that the importer took; the database is made anew."""
    database.make_anew()
    database.manage("migrate", "--verbosity", "0")
    make_account(database)
    ran = database.manage("import_claims", str(path), "--format", "ndjson", "--publish", "--by", ACCOUNT, "--strict")
    with database.connect() as connection:
        connection.execute("VACUUM ANALYZE")
    return {"seconds": ran.seconds, "megabytes": ran.megabytes}


def make_account(database: Database) -> None:
    database.manage(
        "shell",
        "-c",
        f"from factbase.models import User; User.objects.create_superuser('{ACCOUNT}', password='a long password')",
    )


def sign_in(database: Database) -> str:
    """The session of an account that is signed in to the admin."""
    return database.manage(
        "shell",
        "--no-imports",
        "-c",
        "from django.test import Client; from factbase.models import User; client = Client();"
        f" client.force_login(User.objects.get(username='{ACCOUNT}')); print(client.cookies['sessionid'].value)",
    ).output.split()[-1]


def copy_seconds(database: Database) -> float:
    """How long a bare COPY takes of the same rows into the same tables, with indexes, constraints and triggers.

    With it goes ANALYZE of each table, without which the triggers would be planned as if nothing were there.
    """
    copy = Database(database.folder, f"{database.name}_copy")
    copy.make_anew()
    copy.manage("migrate", "--verbosity", "0")
    folder = database.folder / "copy"
    folder.mkdir(exist_ok=True)
    with database.connect() as connection:
        columns = {table: columns_of(connection, table) for table in TABLES}
        for table in TABLES:
            with (folder / table).open("wb") as file:
                file.writelines(copied_out(connection, f"SELECT {columns[table]} FROM {table} ORDER BY id", "TEXT"))
        accounts = b"".join(copied_out(connection, "SELECT * FROM factbase_user", "TEXT"))
    try:
        with copy.connect() as connection:
            with connection.cursor().copy("COPY factbase_user FROM STDIN") as into:
                into.write(accounts)
            started = time.perf_counter()
            with connection.transaction():
                for table in TABLES:
                    with (folder / table).open("rb") as file:
                        while lines := b"".join(islice(file, AT_ONCE)):
                            with connection.cursor().copy(f"COPY {table} ({columns[table]}) FROM STDIN") as into:
                                into.write(lines)
                    connection.execute(f"ANALYZE {table}")
            return time.perf_counter() - started
    finally:
        copy.drop()
        for table in TABLES:
            (folder / table).unlink(missing_ok=True)


def columns_of(connection: psycopg.Connection, table: str) -> str:
    found = connection.execute(
        "SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) FROM pg_attribute"
        " WHERE attrelid = %s::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''",
        [table],
    )
    return found.fetchone()[0]


def copied_out(connection: psycopg.Connection, query: str, how: str) -> Iterator[bytes]:
    with connection.cursor().copy(f"COPY ({query}) TO STDOUT (FORMAT {how})") as out:
        yield from out


def export(database: Database) -> dict:
    """Seconds and megabytes of all that is public as CSV, and the seconds of a bare COPY of the same columns."""
    path = database.folder / "claims.csv"
    ran = database.manage("export_claims", str(path), "--public")
    started = time.perf_counter()
    with database.connect() as connection, path.open("wb") as file:
        for block in copied_out(connection, FLAT.format(address=""), "CSV, HEADER"):
            file.write(block)
    floor = time.perf_counter() - started
    path.unlink()
    return {"seconds": ran.seconds, "megabytes": ran.megabytes, "floor": floor}


def read_back(path: Path, size: int, address: str) -> int:
    """How many claims of a sample were read back over the API. Raises Failed for one that is not as it was loaded."""
    chosen = set(random.Random(2).sample(range(size), min(SAMPLE, size)))  # noqa: S311
    number = -1
    with path.open("rb") as file:
        for line in file:
            loaded = json.loads(line)
            if loaded.pop("type", "claim") != "claim":
                continue
            number += 1
            if number in chosen:
                answer = get_json(f"{address}/api/v1/claims/{loaded['id']}/")
                if differing := difference(loaded, answer):
                    raise Failed(f"Claim {loaded['id']} is not as it was loaded: {differing}")
    return len(chosen)


def difference(loaded, shown, at: str = "") -> str:
    """Where what is shown is not what was loaded, in words; empty where it is. What is shown may say more."""
    if isinstance(loaded, dict) and isinstance(shown, dict):
        each = (difference(value, shown.get(name, "nothing"), f"{at}.{name}") for name, value in loaded.items())
        return next(filter(None, each), "")
    if isinstance(loaded, list) and isinstance(shown, list) and len(loaded) == len(shown):
        if at in (".topics", ".subjects"):  # which have no order of their own
            loaded, shown = (sorted(records, key=lambda record: record["slug"]) for records in (loaded, shown))
        each = (difference(*pair, f"{at}[{n}]") for n, pair in enumerate(zip(loaded, shown, strict=True)))
        return next(filter(None, each), "")
    return "" if loaded == shown else f"{at.lstrip('.')} was {loaded!r}, is {shown!r}"
