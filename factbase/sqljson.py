"""Answers as JSON, built by PostgreSQL from what the serializers declare.

A page of claims has some twenty parts each. Read into Python, made into objects and written out again it takes
seven times as long as when the database writes the JSON itself, in one query. A serializer stays the one place
that says what is shown; here its fields become SQL:

    a nested serializer, many=True   an array of the related rows, in their model's order
    a nested serializer              the related row, or null
    a hyperlink                      the address, from the URL's pattern
    a field with `to_sql()`          what that says: fields of our own have it (factbase.api.serializers)
    any other field                  the column, as DRF writes its type

Which related rows are shown is the queryset's affair, as it is for DRF: each `Prefetch` with a queryset of its own
narrows its relation here too. tests/claims/test_sqljson.py holds both forms equal.
"""

from functools import reduce
from typing import NamedTuple

import psycopg
from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import (
    Case,
    Expression,
    F,
    Func,
    OuterRef,
    Prefetch,
    Q,
    QuerySet,
    Subquery,
    TextField,
    UUIDField,
    Value,
    When,
)
from django.db.models.functions import Cast, Coalesce
from django.urls import reverse
from rest_framework import serializers

# Serializer fields that json_build_object writes as DRF does.
AS_THEY_ARE = (
    serializers.BooleanField,
    serializers.CharField,
    serializers.ChoiceField,
    serializers.DateField,
    serializers.IntegerField,
    serializers.ListField,
    serializers.UUIDField,
)
SAMPLE_IDS = {"uuid": "00000000-0000-0000-0000-000000000000", "slug": "sample"}


AT_HAND = OuterRef("pk")


class Parts(NamedTuple):
    """A field that is an object of several values, or null unless `when`."""

    fields: dict[str, Expression]
    when: Q


class JsonObject(Func):
    """{name: expression}, in that order."""

    output_field = TextField()

    def __init__(self, fields: dict[str, Expression]):
        self.names = list(fields)
        super().__init__(*fields.values())

    def as_sql(self, compiler, connection, **context):
        compiled = [compiler.compile(expression) for expression in self.source_expressions]
        pairs = (f"'{name}', {sql}" for name, (sql, _) in zip(self.names, compiled, strict=True))
        return f"json_build_object({', '.join(pairs)})", [each for _, params in compiled for each in params]


class Rows(Subquery):
    """One column of many rows as an array of PostgreSQL."""

    template = "ARRAY(%(subquery)s)"
    output_field = TextField()


class JsonArray(Func):
    function = "to_json"
    output_field = TextField()


class Time(Func):
    """A time as DRF writes it: UTC, and microseconds where there are any."""

    template = (
        "replace(to_char(%(expressions)s AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"'), '.000000Z', 'Z')"
    )
    output_field = TextField()


def json_object(serializer: serializers.Serializer, rows: QuerySet) -> Expression:
    """The JSON of each of `rows`. The serializer's context holds `base`, the address of this server."""
    return JsonObject({name: json_value(field, rows) for name, field in serializer.fields.items()})


def json_value(field: serializers.Field, rows: QuerySet) -> Expression:
    if isinstance(field, serializers.ListSerializer):
        return json_array(field.child, related(rows, field.source))
    if isinstance(field, serializers.Serializer):
        found = one_of_related(field, rows)
        return Subquery(found.order_by().values(json=json_object(field, found)), output_field=TextField())
    value = sql_value(field, rows)
    return Case(When(value.when, then=JsonObject(value.fields))) if isinstance(value, Parts) else value


def json_array(serializer: serializers.Serializer, rows: QuerySet) -> Expression:
    return JsonArray(Rows(rows.values(json=json_object(serializer, rows))))


def sql_value(field: serializers.Field, rows: QuerySet) -> "Expression | Parts":
    """A field that is no serializer. Raises TypeError for a type that has no form in SQL yet."""
    if hasattr(field, "to_sql"):
        return field.to_sql(rows)
    if isinstance(field, serializers.HyperlinkedIdentityField):
        return address(field, rows)
    column = F(path_of(field.source))
    if isinstance(field, serializers.DateTimeField):
        return Time(column)
    if not isinstance(field, AS_THEY_ARE):
        raise TypeError(
            f"'{field.field_name}' of {type(field.parent).__name__} is a {type(field).__name__}, which has no form in"
            " SQL: give it a method to_sql (see factbase.api.serializers), or take a field of another type."
        )
    return column if field.default in (serializers.empty, None) else Coalesce(column, Value(field.default))


def address(field: serializers.HyperlinkedIdentityField, rows: QuerySet) -> Expression:
    """The absolute address of a row: `base`, and its URL with the row's own key in it."""
    key = rows.model._meta.get_field(field.lookup_field if field.lookup_field != "pk" else rows.model._meta.pk.name)
    sample = SAMPLE_IDS["slug" if field.lookup_field == "slug" else "uuid"]
    before, after = reverse(field.view_name, kwargs={field.lookup_url_kwarg: sample}).split(sample)
    parts = (Value(field.context["base"] + before), F(key.name), Value(after))
    return Func(*(Cast(part, TextField()) for part in parts), function="concat", output_field=TextField())


def related(rows: QuerySet, source: str, *, of: Expression = AT_HAND) -> QuerySet:
    """The rows that a relation of `rows` leads to from the one at hand: those that it prefetches, or else all."""
    path = path_of(source)
    relation = reduce(
        lambda model_or_relation, name: getattr(model_or_relation, "related_model", model_or_relation)._meta.get_field(
            name
        ),
        path.split("__"),
        rows.model,
    )
    found, below = relation.related_model._default_manager.all(), []
    for lookup in rows._prefetch_related_lookups:
        if isinstance(lookup, Prefetch) and lookup.queryset is not None:
            if lookup.prefetch_through == path:
                found = lookup.queryset
            elif lookup.prefetch_through.startswith(f"{path}__"):
                below.append(Prefetch(lookup.prefetch_through.removeprefix(f"{path}__"), lookup.queryset))
    found = found.prefetch_related(*below)
    if relation.many_to_one:
        return found.filter(pk=OuterRef(path))
    return found.filter(**{relation.remote_field.name: of})


def one_of_related(serializer: serializers.Serializer, rows: QuerySet) -> QuerySet:
    """The row that a nested serializer shows: of its relation, or as its method `rows_in_sql` says where there is
    none."""
    return serializer.rows_in_sql() if hasattr(serializer, "rows_in_sql") else related(rows, serializer.source)


def path_of(source: str) -> str:
    return source.replace(".", "__")


class Sql(NamedTuple):
    """A statement, or a part of one, with its parameters in order."""

    text: str
    params: tuple = ()


# Within a statement of `one_of` or `page_of`: the id of the record at hand.
RECORD = Func(template="page.id", output_field=UUIDField())


def compiled(rows: QuerySet) -> Sql:
    text, params = rows.query.sql_with_params()
    return Sql(text, tuple(params))


def written(serializer: serializers.Serializer, rows: QuerySet) -> Sql:
    """The JSON of the record at hand, `rows` being all records with what is shown of each prefetched."""
    return compiled(rows.filter(pk=RECORD).order_by().values(json=json_object(serializer, rows)))


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
