"""Statements that answer with records: which ones (`keys`), and what is shown of each (`json`), put together as text.

Django compiles the two parts; a page's edge, order and length are added here, so that one compiled part serves
every page. `fetch` sends a statement and gives back the bytes that the database sent.

To plan what is shown of a claim takes longer than to carry it out, so that plan is kept; how to find claims depends on
what is asked (a name that a third of them have, or three), and is planned for each question. Therefore a list with
filters is two statements: `found_of`, then `shown_of`.
"""

import itertools
import re
from collections import OrderedDict
from collections.abc import Callable, Hashable
from functools import lru_cache
from threading import Lock
from typing import NamedTuple

import psycopg
from django.core.exceptions import EmptyResultSet
from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.db.models import Expression, Func, QuerySet, TextField, UUIDField
from django.db.models.functions import Cast
from psycopg.sql import Literal


class Sql(NamedTuple):
    """A statement, or a part of one, with its parameters in order."""

    text: str
    params: tuple = ()


class Keys(NamedTuple):
    """A statement as `keys_of` makes it: of rows that an index has in the order of their keys."""

    text: str
    params: tuple
    key_type: str  # as the database calls it


class Kept:
    """What was put together for the last `most` questions, each told by a key that says all that it rests on."""

    def __init__(self, most: int):
        self.most, self.found, self.lock = most, OrderedDict(), Lock()

    def get(self, key: Hashable, make: Callable[[], Sql]) -> Sql:
        with self.lock:
            if key in self.found:
                self.found.move_to_end(key)
                return self.found[key]
        made = make()
        with self.lock:
            self.found[key] = made
            if len(self.found) > self.most:
                self.found.popitem(last=False)
        return made


# Within a statement of `one_of` or `page_of`: the id of the record at hand.
RECORD = Func(template="page.id", output_field=UUIDField())
# A statement that is asked so many times over a connection keeps its plan from then on.
OFTEN = 5
# How many records of a list with filters are looked for at once: a page of the usual size, and the one after it.
STEP = 26
# Looked up once, however many rows there are (factbase.api.conditional).
STATE = "(SELECT state FROM factbase_state())"


def compiled(rows: QuerySet) -> Sql:
    text, params = rows.query.sql_with_params()
    return Sql(text, tuple(params))


def settled(sql: Sql | Keys) -> Sql | Keys:
    """With its parameters written into the text: for what is kept, and the same for all that is asked of it.

    To send some twenty of them along with each question takes a tenth of the time of its answer.
    """
    literals = map(literal, sql.params)
    return sql._replace(
        text=re.sub("%([s%])", lambda match: next(literals) if match[1] == "s" else "%%", sql.text), params=()
    )


def literal(value) -> str:
    """A value as it is written within the text of a statement."""
    connection.ensure_connection()
    return Literal(value).as_string(connection.connection).replace("%", "%%")


def keys_of(rows: QuerySet, key: Expression) -> Keys:
    """The id of each row, its `key` by which it is sorted or found, and that as text."""
    key_type = key.resolve_expression(rows.query.clone()).output_field.cast_db_type(connection)
    try:
        return Keys(*compiled(rows.order_by().values_list("pk", key, Cast(key, TextField()))), key_type)
    except EmptyResultSet:  # Django saw that there can be none.
        return Keys(f"SELECT NULL::uuid, NULL::{key_type}, NULL::text WHERE false", (), key_type)


def one_of(keys: Sql, json: Sql, key) -> Sql:
    """The JSON of the record with that key and the state in which it is read, or no row."""
    return Sql(text_of_one(keys.text, json.text), (*json.params, *keys.params, key))


@lru_cache(maxsize=1000)
def text_of_one(keys: str, json: str) -> str:
    """The same text each time, which then need not be compared with those that are kept letter by letter."""
    return f"SELECT ({json}), {STATE} FROM ({keys}) page (id, key, text) WHERE page.key = %s"


def among(keys: Sql, values: list) -> Sql:
    """The key (as text) and id of the records with one of these keys."""
    # Of one the plan is kept; with an array of unknown length it is made again each time.
    condition, value = ("= %s", values[0]) if len(values) == 1 else ("= ANY(%s)", values)
    text = f"SELECT page.text, page.id FROM ({keys.text}) page (id, key, text) WHERE page.key {condition}"
    return Sql(text, (*keys.params, value))


def page_of(keys: Sql, json: Sql, *, way: str, edge: tuple | None, size: int) -> Sql:
    """The JSON, id and key (as text) of `size` records, and the state in which they are read.

    They are those after that with the key and id of `edge`; `way` is ASC or DESC.
    """
    after, params = after_edge(way, edge)
    text = (
        f"SELECT ({json.text}), page.id, page.text, {STATE} FROM ("
        f"SELECT * FROM ({keys.text}) found (id, key, text) {after}"
        f" ORDER BY found.key {way}, found.id {way} LIMIT {size:d}"
        f") page ORDER BY page.key {way}, page.id {way}"
    )
    return Sql(text, (*json.params, *keys.params, *params))


def after_edge(way: str, edge: tuple | None) -> Sql:
    return Sql(f"WHERE (found.key, found.id) {'<' if way == 'DESC' else '>'} (%s, %s)", edge) if edge else Sql("")


def find(keys: Keys | Sql, *, way: str, edge: tuple | None, size: int) -> tuple[list[tuple[bytes, bytes]], bytes]:
    """The id and key (as text) of the records of a page, as `page_of` has them, and the state before they were read.

    A few at a time, each after the last one, as a list's pages are. Asked for 100 at once, PostgreSQL rather sorts
    all that is found, up to some thousands, than walks along the list's index until it has so many. What has no index
    to walk along (by relevance) is found at once.

    What is asked often keeps its plan where all that was asked stands in the text: one for any values would not do.
    """
    found, state, step = [], None, STEP if isinstance(keys, Keys) else size
    kept = None if isinstance(keys, Keys) and not keys.params else False
    while len(found) < size:
        wanted = min(step, size - len(found))
        rows = fetch(found_of(keys, way=way, edge=edge, size=wanted), kept=kept)
        state = state or rows[0][2]
        next_ones = [(pk, key) for pk, key, _ in rows if pk]
        found += next_ones
        if len(next_ones) < wanted:
            break
        [pk, key] = next_ones[-1]
        edge = key.decode(), pk.decode()
    return found, state


def found_of(keys: Keys | Sql, *, way: str, edge: tuple | None, size: int) -> Sql:
    """The id and key (as text) of `size` records at most, and the state in which they are; that alone of none."""
    after, params = after_edge(way, edge)
    if edge and isinstance(keys, Keys):
        # PostgreSQL does not see where the edge is, and so finds each page as it does the first. Else it takes few of
        # what is found to lie beyond an edge far down the list, though all may (said long ago), and sorts them all.
        after = after.replace("(%s, %s)", f"((SELECT %s::{keys.key_type}), (SELECT %s::uuid))")
    text = (
        f"SELECT page.id, page.text, now.state FROM factbase_state() now LEFT JOIN ("
        f"SELECT * FROM ({keys.text}) found (id, key, text) {after}"
        f" ORDER BY found.key {way}, found.id {way} LIMIT {size:d}"
        f") page ON true ORDER BY page.key {way}, page.id {way}"
    )
    return Sql(text, (*keys.params, *params))


def shown_of(ids: list[bytes], visible: Sql, json: Sql) -> Sql:
    """The id and JSON of those of these records that are `visible` (the keys of all that are) still."""
    text = (
        f"SELECT page.id, ({json.text}) FROM unnest(%s::uuid[]) found (id)"
        f" JOIN ({visible.text}) page (id, key, text) ON page.id = found.id"
    )
    return Sql(text, (*json.params, f"{{{b','.join(ids).decode()}}}", *visible.params))


def all_of(keys: Sql, json: Sql, *, way: str) -> Sql:
    """The JSON of all records."""
    text = f"SELECT ({json.text}) FROM ({keys.text}) page (id, key, text) ORDER BY page.key {way}, page.id {way}"
    return Sql(text, (*json.params, *keys.params))


@lru_cache(maxsize=1000)
def numbered(text: str) -> bytes:
    """The statement with $1, $2, … for each %s, as PostgreSQL reads it. Kept, as that of a page is long."""
    count = itertools.count(1)
    return re.sub("%([s%])", lambda match: f"${next(count)}" if match[1] == "s" else "%", text).encode()


class PreparedCursor(psycopg.RawCursor):
    """Has the database keep the plan of a statement that is `kept`; where that is None, if it is asked often.

    Django's own cursor puts the parameters into the text, and so never prepares; Django therefore takes leave to
    prepare from the connection (threshold None), which is given back here.
    """

    def __init__(self, connection, *, kept: bool | None):
        connection.prepare_threshold = OFTEN
        self.kept = kept
        super().__init__(connection)

    def execute(self, query, params=None, **kwargs):
        return super().execute(numbered(query), params, prepare=self.kept, **kwargs)


def fetch(sql: Sql, *, kept: bool | None = True) -> list[tuple[bytes, ...]]:
    """The rows of a statement, each value as the bytes that the database sent (UTF-8); null is None."""
    database = connections[DEFAULT_DB_ALIAS]  # `connection` would look this up each time that it is named.
    database.ensure_connection()
    cursor = PreparedCursor(database.connection, kept=kept)
    database._prepare_cursor(cursor).execute(sql.text, sql.params)
    result = cursor.pgresult  # asked of the cursor itself, as Django's around it takes its time
    columns = range(result.nfields)
    return [tuple(result.get_value(row, column) for column in columns) for row in range(result.ntuples)]
