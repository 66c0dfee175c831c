"""Statements that answer with records: which ones (`keys`), and what is shown of each (`json`), put together as text.

Django compiles the two parts; a page's edge, order and length are added here, so that one compiled part serves
every page. `fetch` sends a statement to be prepared and gives back the bytes that the database sent.
"""

from typing import NamedTuple

import psycopg
from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Expression, Func, QuerySet, TextField, UUIDField
from django.db.models.functions import Cast


class Sql(NamedTuple):
    """A statement, or a part of one, with its parameters in order."""

    text: str
    params: tuple = ()


# Within a statement of `one_of` or `page_of`: the id of the record at hand.
RECORD = Func(template="page.id", output_field=UUIDField())


def compiled(rows: QuerySet) -> Sql:
    text, params = rows.query.sql_with_params()
    return Sql(text, tuple(params))


def keys_of(rows: QuerySet, key: Expression) -> Sql:
    """The id of each row, its `key` by which it is sorted or found, and that as text."""
    try:
        return compiled(rows.order_by().values_list("pk", key, Cast(key, TextField())))
    except EmptyResultSet:  # Django saw that there can be none.
        return Sql("SELECT NULL::uuid, NULL::text, NULL::text WHERE false")


def one_of(keys: Sql, json: Sql, key) -> Sql:
    """The JSON of the record with that key, or no row."""
    text = f"SELECT ({json.text}) FROM ({keys.text}) page (id, key, text) WHERE page.key = %s"
    return Sql(text, (*json.params, *keys.params, key))


def among(keys: Sql, values: list) -> Sql:
    """The key (as text) and id of the records with one of these keys."""
    text = f"SELECT page.text, page.id FROM ({keys.text}) page (id, key, text) WHERE page.key = ANY(%s)"
    return Sql(text, (*keys.params, values))


def page_of(keys: Sql, json: Sql, *, way: str, edge: tuple | None, size: int) -> Sql:
    """The JSON, id and key (as text) of `size` records, after that with the key and id of `edge`; `way` ASC or DESC."""
    after = f"WHERE (found.key, found.id) {'<' if way == 'DESC' else '>'} (%s, %s)" if edge else ""
    text = (
        f"SELECT ({json.text}), page.id, page.text FROM ("
        f"SELECT * FROM ({keys.text}) found (id, key, text) {after}"
        f" ORDER BY found.key {way}, found.id {way} LIMIT {size:d}"
        f") page ORDER BY page.key {way}, page.id {way}"
    )
    return Sql(text, (*json.params, *keys.params, *(edge or ())))


def all_of(keys: Sql, json: Sql, *, way: str) -> Sql:
    """The JSON of all records."""
    text = f"SELECT ({json.text}) FROM ({keys.text}) page (id, key, text) ORDER BY page.key {way}, page.id {way}"
    return Sql(text, (*json.params, *keys.params))


class PreparedCursor(psycopg.Cursor):
    """Has the database keep the plan, which for a page of claims takes longer to make than to carry out.

    Django's own cursor puts the parameters into the text, and so never prepares; Django therefore takes leave to
    prepare from the connection (threshold None), which is given back here.
    """

    def __init__(self, connection):
        connection.prepare_threshold = 0
        super().__init__(connection)

    def execute(self, query, params=None, **kwargs):
        return super().execute(query, params, prepare=True, **kwargs)


def fetch(sql: Sql) -> list[tuple[bytes, ...]]:
    """The rows of a statement, each value as the bytes that the database sent (UTF-8); null is None."""
    connection.ensure_connection()
    with connection.wrap_database_errors, connection._prepare_cursor(PreparedCursor(connection.connection)) as cursor:
        cursor.execute(sql.text, sql.params)
        result = cursor.pgresult
        columns = range(result.nfields)
        return [tuple(result.get_value(row, column) for column in columns) for row in range(result.ntuples)]
