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
    # A document may be made to take all memory there is. Where a system has no such limit, time still ends it.
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (READ_MEMORY, READ_MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (READ_SECONDS, READ_SECONDS))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
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
