"""How the bodies of requests are read."""

import json
import re
from decimal import Decimal

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from rest_framework import parsers
from rest_framework.exceptions import ParseError

NUL_OR_LONE_SURROGATE = re.compile("[\0\ud800-\udfff]")


class JSONParser(parsers.JSONParser):
    """JSON in UTF-8, read strictly: what the database could not keep, or would keep as something else, is refused.

    Numbers stay decimals as they are written. DRF's own parser has no limit, and lets lone surrogates pass.
    """

    def parse(self, stream, media_type=None, parser_context=None):
        limit = settings.FACTBASE_BODY_BYTES
        body = stream.read(limit + 1)
        if len(body) > limit:
            raise RequestDataTooBig  # a 413, see factbase.api.exceptions
        try:
            data = json.loads(body.decode(), parse_float=Decimal, parse_constant=refuse, object_pairs_hook=once)
        except UnicodeDecodeError:
            raise ParseError("The body is not UTF-8: send JSON in UTF-8.") from None
        except RecursionError:
            raise ParseError("The body is nested too deeply.") from None
        except ValueError as error:
            raise ParseError(f"The body is no JSON: {error}.") from None
        check(data)
        return data


def refuse(constant):
    raise ValueError(f"{constant} is no number in JSON")


def once(pairs: list[tuple]) -> dict:
    names = [name for name, _ in pairs]
    if len(set(names)) < len(names):
        twice = next(name for name in names if names.count(name) > 1)
        raise ValueError(f"{twice!a} is given twice in one object")
    return dict(pairs)


def check(data) -> None:
    """Raises ParseError for characters that no text has."""
    waiting = [data]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            waiting += [*value, *value.values()]
        elif isinstance(value, list):
            waiting += value
        elif isinstance(value, str) and (found := NUL_OR_LONE_SURROGATE.search(value)):
            raise ParseError(
                f"The body has a character in it that no text has, {found[0]!a}: leave that out.", code="not_text"
            )
