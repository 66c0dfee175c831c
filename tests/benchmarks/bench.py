"""How fast Factbase is with many claims, beside what the same would take at least.

    python -m tests.benchmarks.bench                        10,000, 100,000 and 1,000,000 claims
    python -m tests.benchmarks.bench 10000                  one size alone
    python -m tests.benchmarks.bench --write-readme         and the table goes into README
    python -m tests.benchmarks.bench --table --write-readme from what was found before, measuring nothing

It needs `wrk` on the PATH, 15 GB of disk under --folder, and no database of yours: PostgreSQL is that of the embedded
wheel, with Factbase's own settings. What was loaded stays in the folder, so that another run measures at once, and one
that was stopped loads nothing twice; --anew loads again.
"""

import argparse
import json
import shutil
import sys
from pathlib import Path

from tests.benchmarks import loading, table
from tests.benchmarks.cases import Case, cases
from tests.benchmarks.machine import Database, Failed, Latency, served, wrk

SIZES = (10_000, 100_000, 1_000_000)
ROUNDS = 3


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES, help="How many claims.")
    parser.add_argument("--folder", type=Path, default=Path("var/bench"), help="Where all of it is kept; var/bench.")
    parser.add_argument("--port", type=int, default=8450)
    parser.add_argument("--seconds", type=int, default=1, help="For each of the rounds of a case.")
    parser.add_argument("--only", default="", help="Cases whose name has these words.")
    parser.add_argument("--anew", action="store_true", help="Load again what is loaded already.")
    parser.add_argument("--no-copy", action="store_true", help="Leave out the bare COPY into the tables.")
    parser.add_argument("--table", action="store_true", help="Measure nothing.")
    parser.add_argument("--write-readme", action="store_true")
    asked = parser.parse_args()
    folder = asked.folder.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    if not shutil.which("wrk"):
        print("There is no wrk on the PATH: apt-get install wrk (https://github.com/wg/wrk).", file=sys.stderr)
        return 1
    if not asked.table:
        for size in asked.sizes:
            try:
                measure(folder, size, asked)
            except Failed as error:
                print(f"{size:,} claims: {error}", file=sys.stderr)
                return 1
    if asked.only:
        return 0
    found = table.read(folder)
    if not found:
        print(f"Nothing was found yet in {folder}: run it without --table.", file=sys.stderr)
        return 1
    text = table.written(found)
    print(text)
    if asked.write_readme:
        table.write_readme(text)
    return 0


def measure(folder: Path, size: int, asked) -> None:
    database = Database(folder, f"bench_{size}")
    database.address  # noqa: B018 - starts the server, which lives as long as this process
    (folder / "files").mkdir(exist_ok=True)
    load = loaded(database, size, asked)
    note = folder / f"found-{size}.json"
    found = {"load": load, "cases": {}, "postgres": version_of(database)}
    session = loading.sign_in(database)
    address = f"http://127.0.0.1:{asked.port}"
    with served(database, asked.port):
        if not asked.only:
            say(size, "reading a sample back")
            found["read_back"] = loading.read_back(loading.make_file(folder, size), size, address)
        for case in cases(address, session):
            if asked.only in case.name:
                found["cases"][case.name] = timed(case, address, asked.seconds)
                say(size, case.name, found["cases"][case.name])
    if not asked.only:
        found["export"] = loading.export(database)
        say(size, "export", found["export"])
        note.write_text(json.dumps(found, indent=1))


def loaded(database: Database, size: int, asked) -> dict:
    """What loading took, now or when it was done."""
    note = database.folder / f"loaded-{size}.json"
    if asked.anew:
        note.unlink(missing_ok=True)
    load = json.loads(note.read_text()) if note.exists() else {}
    if not load:
        say(size, "making the file")
        path = loading.make_file(database.folder, size)
        say(size, "loading it")
        load = loading.load(database, path)
        note.write_text(json.dumps(load))
        say(size, "loaded", load)
    if "copy" not in load and not asked.no_copy:
        say(size, "copying the same rows")
        load["copy"] = loading.copy_seconds(database)
        note.write_text(json.dumps(load))
        say(size, "copied", load["copy"])
    return load


def timed(case: Case, address: str, seconds: int) -> dict:
    """Ours and the floor's by turns, so that whatever else the machine does falls on both."""
    path = case.path if case.path.startswith("/") else f"/api/v1/{case.path}"
    addresses = {"ours": address + path, "floor": case.floor and f"{address}/floor/?{case.floor}"}
    found = {"times_floor": case.times_floor, "at_most": case.at_most}
    for clients, suffix in ((1, ""), (8, "8")):
        rounds = {name: [] for name, at in addresses.items() if at}
        for _ in range(1 if case.slow else ROUNDS):
            for name, latencies in rounds.items():
                headers = case.headers if name == "ours" else {}
                for_seconds = seconds * 5 if case.slow else seconds
                latencies.append(
                    wrk(addresses[name], clients=clients, seconds=for_seconds, headers=headers, body=case.body)
                )
        for name in addresses:
            found[name + suffix] = Latency.over(rounds[name]) if name in rounds else None
    return found


def version_of(database: Database) -> str:
    with database.connect() as connection:
        return connection.execute("SHOW server_version").fetchone()[0]


def say(size: int, what: str, figures="") -> None:
    print(f"{size:>9,}  {what}  {figures}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
