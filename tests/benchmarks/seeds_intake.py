"""What intake finds in the demo's own documents, beside what a person wrote down of them.

    python tests/benchmarks/seeds_intake.py FOLDER

FOLDER holds the documents as text files; they are no part of the project. Each is matched with the fixture's source
by its title. Ends with 1 where a field differs or a source has no document.
"""

import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from sources.intake.apart import read_apart  # noqa: E402

FIELDS = ("title", "authors", "published", "published_as_written", "language", "container_title", "doi", "url")
NEEDED = ("title", "authors", "published", "language")


def main(folder: Path) -> int:
    rows = json.loads((ROOT / "fixtures" / "migration_debate.json").read_text("utf-8"))
    recorded = {row["fields"]["title"]: row["fields"] for row in rows if row["model"] == "sources.source"}
    right = wrong = 0
    for path in sorted(folder.glob("*.txt")):
        media_type, [found] = read_apart(path.read_bytes(), name=path.name)
        by_person = recorded.pop(found.title, None)
        print(f"\n{path.name} ({media_type}, {len(found.text):,} characters)")
        if by_person is None:
            print(f"  the title '{found.title}' is that of no source in the fixture")
            wrong += 1
            continue
        for name in FIELDS:
            ours, theirs = getattr(found, name), by_person.get(name) or type(getattr(found, name))()
            same = ours == theirs
            if name in NEEDED:
                right, wrong = right + same, wrong + (not same)
            mark = "=" if same else "≠" if name in NEEDED else "~"
            print(f"  {mark} {name}: {ours or '–'}" + ("" if same else f"   (a person: {theirs or '–'})"))
        for template, details in found.remarks:
            print(f"    {template % details}")
    for title in recorded:
        print(f"\nNo document for “{title}”.")
    print(f"\n{right} of {right + wrong} needed fields ({', '.join(NEEDED)}) as a person reads them.")
    return 1 if wrong or recorded else 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(Path(sys.argv[1])))
