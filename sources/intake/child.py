"""The process that reads one document: started by `apart`, without settings, database, or secrets in its environment.

Standard input: a line of JSON with the arguments of `read`, then the document. Standard output: JSON.
"""

import json
import resource
import sys
from contextlib import suppress
from dataclasses import asdict

from sources.intake.found import Refused
from sources.intake.limits import READ_MEMORY, READ_SECONDS


def main() -> None:
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (READ_SECONDS, READ_SECONDS))
    # A document may be made to take all memory there is. macOS has no such limit: there, time alone ends it.
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (READ_MEMORY, READ_MEMORY))
    from sources.intake.reading import read

    arguments = json.loads(sys.stdin.buffer.readline())
    data = sys.stdin.buffer.read()
    try:
        media_type, found = read(data, **arguments)
        answer = {"media_type": media_type, "found": [asdict(one) for one in found]}
    except Refused as refusal:
        answer = {"refused": [refusal.template, refusal.details]}
    except (MemoryError, RecursionError):
        sys.exit(3)
    json.dump(answer, sys.stdout)


if __name__ == "__main__":
    main()
