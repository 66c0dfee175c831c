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

from typing import NamedTuple

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
    Value,
    When,
)
from django.db.models.functions import Cast, Coalesce
from django.urls import reverse
from rest_framework import serializers

from factbase.statements import RECORD, Sql, compiled

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
# Within a subquery: the row outside it.
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
    model = rows.model
    for name in path.split("__"):
        relation = model._meta.get_field(name)
        model = relation.related_model
    found, below = model._default_manager.all(), []
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


def written(serializer: serializers.Serializer, rows: QuerySet) -> Sql:
    """The JSON of the record at hand, `rows` being all records with what is shown of each prefetched."""
    return compiled(rows.filter(pk=RECORD).order_by().values(json=json_object(serializer, rows)))
