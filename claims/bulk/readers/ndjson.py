"""Our own shape: one JSON object a line (ndjson.org), what the API's exports and export_claims give."""

import json
from collections.abc import Iterator
from decimal import Decimal

from claims.bulk.readers.reader import Reader, Row
from claims.bulk.shapes import Wrong

LONGEST_LINE = 16 * 2**20  # Bytes. A line is held in memory whole.
TOO_LONG = "The line is longer than 16 MB: each claim has a line of its own."


def no_number(word: str):
    raise ValueError(f"has {word} in it, which is no number in JSON: write digits, or null.")


DECODER = json.JSONDecoder(parse_float=Decimal, parse_constant=no_number)


class Ndjson(Reader):
    def __iter__(self) -> Iterator[Row]:
        for n, line in self.lines():
            if isinstance(line, Wrong):
                yield n, line
            elif line.strip():
                yield n, decoded(line)

    def lines(self) -> Iterator[tuple[int, bytes | Wrong]]:
        with self.path.open("rb") as file:
            n = 0
            while line := file.readline(LONGEST_LINE + 1):
                n += 1
                self.done += len(line)
                if len(line) > LONGEST_LINE and not line.endswith(b"\n"):
                    yield n, Wrong("", show(line), TOO_LONG)
                    self.skip_line(file)
                elif n == 1:
                    yield n, line.removeprefix(b"\xef\xbb\xbf")  # Windows' mark at the front.
                else:
                    yield n, line

    def skip_line(self, file) -> None:
        while rest := file.readline(LONGEST_LINE):
            self.done += len(rest)
            if rest.endswith(b"\n"):
                break


def decoded(line: bytes) -> dict | Wrong:
    try:
        return DECODER.decode(line.decode())
    except UnicodeDecodeError as error:
        reason = f"Byte {error.start + 1} of the line is no UTF-8: save the file as UTF-8."
    except json.JSONDecodeError as error:
        reason = f"Character {error.pos + 1} of the line is no JSON: {error.msg}. Each line is one whole object."
    except RecursionError:
        reason = "The line is nested too deep."
    except ValueError as error:
        reason = (
            f"The line {error}" if str(error).startswith("has ") else f"The line has a number that is too long: {error}"
        )
    return Wrong("", show(line), reason)


def show(line: bytes) -> str:
    return line[:200].decode("utf-8", "backslashreplace").strip()
