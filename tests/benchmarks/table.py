"""What the benchmark found, as Markdown."""

import json
from datetime import date
from pathlib import Path
from statistics import median

from tests.benchmarks.machine import ROOT, WORKERS, described

BEGIN, END = "<!-- benchmark: written by python -m tests.benchmarks.bench --write-readme -->", "<!-- /benchmark -->"


def goals(found: dict[int, dict]) -> list[tuple[str, float, float, str]]:
    """(what, its figure, the goal, how a figure is written) at the largest size, where it was measured."""
    largest, smallest = max(found), min(found)
    at, goals = found[largest]["cases"], []
    for name, case in at.items():
        if case["times_floor"] and case["floor"]:
            goals.append((f"{name}, median over the floor's", times(case, case, "floor"), case["times_floor"], "×"))
        if case["at_most"]:
            goals.append((name, case["ours"][0], case["at_most"], "ms"))
    recent = "recent page of 25"
    if {recent, "page 1,000 deep"} <= at.keys():
        goals.append(("page 1,000 deep over the first", times(at["page 1,000 deep"], at[recent]), 1.3, "×"))
    if smallest < largest and recent in at and recent in found[smallest]["cases"]:
        grown = times(at[recent], found[smallest]["cases"][recent])
        goals.append((f"recent page at {largest:,} over {smallest:,} claims", grown, 1.3, "×"))
    load, export = found[largest].get("load"), found[largest].get("export")
    if load and load.get("copy"):
        goals.append((f"load of {largest:,} claims over a bare COPY", load["seconds"] / load["copy"], 3, "×"))
    if load:
        goals.append(("load, memory in Python", load["megabytes"], 400, "MB"))
    if export:
        goals.append(("CSV export of everything over a bare COPY", export["seconds"] / export["floor"], 2, "×"))
        goals.append(("CSV export, memory in Python", export["megabytes"], 150, "MB"))
    return goals


def times(case: dict, other: dict, name: str = "ours") -> float:
    """How many times as long as another: the median of the rounds, in each of which both were asked one after the
    other."""
    return median(one / two for one, two in zip(case["rounds"]["ours"], other["rounds"][name], strict=True))


def written(found: dict[int, dict]) -> str:
    sizes = sorted(found)
    figures = goals(found)
    # What falls short first, the farthest from its goal before the others.
    figures.sort(key=lambda goal: (goal[1] <= goal[2], -goal[1] / goal[2]))
    lines = [
        f"{max(sizes):,} synthetic claims, {date.today():%Y-%m-%d}: {described()}, PostgreSQL"
        f" {found[max(sizes)]['postgres']}, granian with {WORKERS} workers, asked by wrk over loopback, one client.",
        "",
        "| measure | figure | goal | |",
        "|---|---|---|---|",
    ]
    for name, figure, goal, unit in figures:
        verdict = "" if figure <= goal else "**falls short**"
        lines.append(f"| {name} | {shown(figure)} {unit} | {shown(goal)} {unit} | {verdict} |")
    lines += [
        "",
        "Milliseconds, median and 99th percentile, of one client and of eight. The floor is the same JSON by one"
        " hand-written prepared statement in a bare view on the same server. All are asked by turns, round after round;"
        " a ratio is the median of the rounds' own.",
        "",
        "| asked | claims | one client | its floor | ratio | eight clients | their floor |",
        "|---|---|---|---|---|---|---|",
    ]
    for name in found[max(sizes)]["cases"]:
        for size in sizes:
            if case := found[size]["cases"].get(name):
                ratio = f"{times(case, case, 'floor'):.2f}" if case["floor"] else ""
                cells = [pair(case[key]) for key in ("ours", "floor", "ours8", "floor8")]
                lines.append(f"| {name} | {size:,} | {cells[0]} | {cells[1]} | {ratio} | {cells[2]} | {cells[3]} |")
    for size in sizes:
        lines += said_of_loading(size, found[size])
    return "\n".join(lines)


def said_of_loading(size: int, found: dict) -> list[str]:
    lines = []
    if load := found.get("load"):
        bare = f"; a bare COPY {shown(load['copy'])} s" if load.get("copy") else ""
        lines += ["", f"Load of {size:,} claims: {shown(load['seconds'])} s, {shown(load['megabytes'])} MB{bare}."]
    if export := found.get("export"):
        lines += [
            f"CSV of all: {shown(export['seconds'])} s, {shown(export['megabytes'])} MB; a bare COPY"
            f" {shown(export['floor'])} s."
        ]
    if found.get("read_back"):
        lines += [f"Read back over the API as they were loaded, field by field: {found['read_back']:,} claims."]
    return lines


def pair(latency: list[float] | None) -> str:
    return f"{shown(latency[0])} / {shown(latency[1])}" if latency else ""


def shown(figure: float) -> str:
    return f"{figure:,.0f}" if figure >= 100 else f"{figure:.3g}"


def write_readme(text: str) -> None:
    """Put the table between the two marks in README."""
    readme = ROOT / "README.md"
    before, begin, rest = readme.read_text().partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise SystemExit(
            f"README.md has no section for it: write these two lines where it should stand.\n{BEGIN}\n{END}"
        )
    readme.write_text(f"{before}{BEGIN}\n\n{text}\n\n{END}{after}")


def read(folder: Path) -> dict[int, dict]:
    """What was found so far, by size."""
    return {int(path.stem.partition("-")[2]): json.loads(path.read_text()) for path in folder.glob("found-*.json")}
