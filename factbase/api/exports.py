"""Lists to take away: the whole of a list as CSV or NDJSON, streamed as PostgreSQL's COPY gives it."""

import re
from collections.abc import Iterator

from django.conf import settings
from django.db import DatabaseError, connection, transaction
from django.http import HttpResponse, StreamingHttpResponse
from rest_framework.renderers import BaseRenderer

from factbase.api.pagination import KeysetPagination, refuse
from factbase.flat import table
from factbase.statements import Sql, all_of

BLOCK = 2**16
LONGEST_NAME = 120


class Export(BaseRenderer):
    """A format of whole lists. `copied` is how COPY writes it, `broken_off` the end of one that is not whole."""

    charset = None
    copied: str
    broken_off: bytes

    def statement(self, view, parts: str | None) -> Sql:
        raise NotImplementedError

    def render(self, data, accepted_media_type=None, renderer_context=None):
        raise TypeError("An export is streamed.")


class Csv(Export):
    """RFC 4180 in UTF-8 without a byte order mark, which R and pandas would take for part of the first name."""

    media_type = "text/csv"
    format = "csv"
    copied = "FORMAT csv, HEADER"
    broken_off = b'"ERROR: this list broke off here and is not whole. Ask again, or for less.'

    def statement(self, view, parts):
        serializer, rows = view.serializer_class(context={"base": view.base}), view.shown_to(view.request.user)
        return table(serializer, rows, view.get_keys(), way=view.get_ordering().way(), parts=parts)


class Ndjson(Export):
    """The objects of the list's pages, one a line."""

    media_type = "application/x-ndjson"
    format = "ndjson"
    # As they are: in JSON no control character stands bare, so that nothing is quoted or escaped once more.
    copied = r"FORMAT csv, QUOTE E'\x01', DELIMITER E'\x02'"
    broken_off = b'{"error": "This list broke off here and is not whole. Ask again, or for less."'

    def statement(self, view, parts):
        return all_of(view.get_keys(), view.get_json(), way=view.get_ordering().way())


def check_export(view, request) -> None:
    """Raises ValidationError for parameters that go with pages alone, or with exports alone."""
    given, kind = request.query_params, request.accepted_renderer
    if isinstance(kind, Export):
        for name in KeysetPagination.parameters:
            if name in given:
                refuse(name, f"An export is the whole list, without pages: leave {name} out.", "goes_not_with")
    if "rows" not in given:
        return
    if not isinstance(kind, Csv):
        address = f"{request.path.rstrip('/').partition('.')[0]}.csv"
        refuse("rows", f"Only CSV has rows: ask for {address}, or leave it out.", "goes_not_with")
    if given.getlist("rows") not in [[name] for name in view.parts_as_rows]:
        refuse("rows", f"'{given['rows']}' is not known here: write {' or '.join(view.parts_as_rows)}, once.")


def export(view, request) -> HttpResponse:
    """The whole of a view's list. What is wrong before its first rows are there is an error as ever."""
    renderer = request.accepted_renderer
    headers = {"Content-Disposition": f'attachment; filename="{file_name(view, request)}"'}
    content_type = f"{renderer.media_type}; charset=utf-8"
    sql = renderer.statement(view, request.query_params.get("rows"))
    if request.method == "HEAD":
        return HttpResponse(content_type=content_type, headers=headers)
    blocks = Begun(copied(sql, renderer.copied), renderer.broken_off)
    return StreamingHttpResponse(blocks, content_type=content_type, headers=headers)


class Begun:
    """Blocks of which the first is there already.

    Not every server cuts the connection when an answer breaks off: granian ends it as if all were well. So the last
    line then says so, in a quotation or object that never ends, at which whatever reads CSV or JSON stops.
    """

    def __init__(self, blocks: Iterator[bytes], broken_off: bytes):
        self.first, self.blocks = next(blocks), blocks
        self.broken_off, self.error = broken_off, None

    def __iter__(self):
        return self

    def __next__(self) -> bytes:
        if self.error:
            raise self.error
        block, self.first = self.first, None
        try:
            return next(self.blocks) if block is None else block
        except DatabaseError as error:
            self.error = error
            return self.broken_off

    def close(self):
        """Gives the connection back; also when the asker went away."""
        self.blocks.close()


def copied(sql: Sql, how: str) -> Iterator[bytes]:
    """What COPY gives, in blocks. Holds its connection until it is read to the end or closed."""
    with connection.wrap_database_errors, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT set_config('statement_timeout', %s, true)", [f"{settings.FACTBASE_EXPORT_SECONDS}s"])
        with cursor.copy(f"COPY ({sql.text}) TO STDOUT WITH ({how})", sql.params) as copy:
            block = bytearray()
            for row in copy:
                block += row
                if len(block) >= BLOCK:
                    yield bytes(block)
                    block.clear()
            yield bytes(block)


def file_name(view, request) -> str:
    """The list with what was asked of it: claims_topic-migration_kind-fact.csv. Letters, digits, - _ and . alone."""
    stem = request.path.rstrip("/").rpartition("/")[2].partition(".")[0]
    asked = [f"{name}-{text}" for name, texts in request.query_params.lists() for text in texts]
    safe = [re.sub(r"[^A-Za-z0-9-]+", "-", part).strip("-") for part in (stem, *asked)]
    return f"{'_'.join(safe)[:LONGEST_NAME]}.{request.accepted_renderer.format}"
