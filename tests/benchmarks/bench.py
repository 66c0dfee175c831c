"""How fast Factbase is with many claims, beside what the same would take at least.

    python -m tests.benchmarks.bench                        10,000, 100,000 and 1,000,000 claims
    python -m tests.benchmarks.bench 10000                  one size alone
    python -m tests.benchmarks.bench --write-readme         and the table goes into README
    python -m tests.benchmarks.bench --table --write-readme from what was found before, measuring nothing

It needs `wrk` on the PATH, 15 GB of disk under --folder, and no database of yours: PostgreSQL is that of the embedded
wheel, with a quarter of the machine's memory for its pages, as README has it of deploying. What was loaded stays in the
folder, so that another run measures at once, and one that was stopped loads nothing twice; --anew loads again.
"""

import argparse
import json
import shutil
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path

from tests.benchmarks import loading, table
from tests.benchmarks.cases import Case, cases
from tests.benchmarks.machine import Database, Failed, Latency, give_memory, served, wrk

SIZES = (10_000, 100_000, 1_000_000)
ROUNDS = 5
ROUNDS_OF_EIGHT = 2  # in which eight clients ask as well as one: no goal is set for them


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES, help="How many claims.")
    parser.add_argument("--folder", type=Path, default=Path("var/bench"), help="Where all of it is kept; var/bench.")
    parser.add_argument("--port", type=int, default=8450, help="Of the smallest size; each other has the next one.")
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
        try:
            measure(folder, asked)
        except Failed as error:
            print(error, file=sys.stderr)
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


def measure(folder: Path, asked) -> None:
    """All sizes are loaded, then served side by side and asked by turns: a machine is not the same for half an hour."""
    (folder / "files").mkdir(exist_ok=True)
    databases = {size: Database(folder, f"bench_{size}") for size in asked.sizes}
    found, wanted = {}, {}
    give_memory(databases[asked.sizes[0]])
    for size, database in databases.items():
        found[size] = {"load": loaded(database, size, asked), "postgres": version_of(database)}
    with ExitStack() as stack:
        for port, (size, database) in enumerate(databases.items(), asked.port):
            session, address = loading.sign_in(database), f"http://127.0.0.1:{port}"
            stack.enter_context(served(database, port))
            if not asked.only:
                say(size, "reading a sample back")
                found[size]["read_back"] = loading.read_back(loading.make_file(folder, size), size, address)
            wanted[size] = [(address, case) for case in cases(address, session) if asked.only in case.name]
        for size, timed in by_turns(wanted, asked.seconds).items():
            found[size]["cases"] = timed
    if asked.only:
        return
    for size, database in databases.items():
        found[size]["export"] = loading.export(database)
        say(size, "export", found[size]["export"])
        (folder / f"found-{size}.json").write_text(json.dumps(found[size], indent=1))


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


def by_turns(wanted: dict[int, list[tuple[str, Case]]], seconds: int) -> dict[int, dict[str, dict]]:
    """Each case at each size, ours and the floor's, round after round: whatever else the machine does falls on all."""
    rounds = {size: {case.name: defaultdict(list) for _, case in cases} for size, cases in wanted.items()}
    for number in range(ROUNDS):
        for same in zip(*wanted.values(), strict=True):
            for size, (address, case) in zip(wanted, same, strict=True):
                clients = (1, 8) if number < ROUNDS_OF_EIGHT else (1,)
                latest = dict(asked_once(case, address, seconds, clients))
                for name, latency in latest.items():
                    rounds[size][case.name][name].append(latency)
                say(size, f"{number + 1} of {ROUNDS}: {case.name}", {name: one.median for name, one in latest.items()})
    return {size: {case.name: summary(case, rounds[size][case.name]) for _, case in wanted[size]} for size in wanted}


def asked_once(case: Case, address: str, seconds: int, clients: Iterable[int]) -> Iterator[tuple[str, Latency]]:
    ours = case.path if case.path.startswith("/") else f"/api/v1/{case.path}"
    for many in clients:
        for name, path in (("ours", ours), ("floor", case.floor and f"/floor/?{case.floor}")):
            if path:
                headers = case.headers if name == "ours" else {}
                for_seconds = seconds * 2 if case.slow else seconds
                latency = wrk(address + path, clients=many, seconds=for_seconds, headers=headers, body=case.body)
                yield name if many == 1 else f"{name}{many}", latency


def summary(case: Case, rounds: dict[str, list[Latency]]) -> dict:
    """What all rounds say, and the median of each for what is compared within a round."""
    over = {
        name: Latency.over(rounds[name]) if name in rounds else None for name in ("ours", "floor", "ours8", "floor8")
    }
    medians = {name: [latency.median for latency in rounds.get(name, [])] for name in ("ours", "floor")}
    return {"times_floor": case.times_floor, "at_most": case.at_most, **over, "rounds": medians}


def version_of(database: Database) -> str:
    """PostgreSQL's, with the setting that its speed rests on most."""
    said = "SELECT current_setting('server_version') || ' with shared_buffers of ' || current_setting('shared_buffers')"
    with database.connect() as connection:
        return connection.execute(said).fetchone()[0]


def say(size: int, what: str, figures="") -> None:
    print(f"{size:>9,}  {what}  {figures}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
