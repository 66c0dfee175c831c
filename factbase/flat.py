"""Records as rows of a table: the columns of a CSV file, from what the serializers declare.

a field                          a column of its name; a list of words with "; " between
an object (`stated`, `source`)   a column each of its values: stated_from, source_title, source_publisher_name
a list of objects (`topics`)     one column, of the `cell` that its serializer names; left out where it names none
"""

from django.db.models import Expression, Func, QuerySet, Subquery, TextField, Value
from django.db.models.functions import Cast
from rest_framework import serializers

from factbase.spreadsheets.cells import FORMULA
from factbase.sqljson import Parts, Rows, one_of_related, related, sql_value
from factbase.statements import RECORD, Sql, compiled

# Their values never begin like a formula, or are numbers.
PLAIN = (
    serializers.ChoiceField,
    serializers.DateField,
    serializers.DateTimeField,
    serializers.HyperlinkedIdentityField,
    serializers.IntegerField,
    serializers.UUIDField,
)


class Neutralised(Func):
    """Words that a spreadsheet would run as a formula get an apostrophe before them; a negative number stays one.

    The same words as in factbase.spreadsheets, whose import takes the apostrophe off again.
    """

    template = "regexp_replace(%(expressions)s, '^(?!-\\d+(?:\\.\\d+)?$)(?={})', '''')".format(
        FORMULA.pattern.replace("'", "''")
    )
    output_field = TextField()


class Joined(Func):
    function = "array_to_string"
    output_field = TextField()


def columns_of(serializer: serializers.Serializer, rows: QuerySet) -> dict[str, Expression]:
    """{name: expression} for each of `rows`, in the serializer's order."""
    columns = {}
    for name, field in serializer.fields.items():
        for below, expression in cells_of(field, rows).items():
            columns["_".join(filter(None, (name, below)))] = expression
    return columns


def cells_of(field: serializers.Field, rows: QuerySet) -> dict[str, Expression]:
    """The columns of one field, by what their names add to its own."""
    if isinstance(field, serializers.ListSerializer):
        cell = getattr(field.child, "cell", None)
        return {"": list_in_cell(Rows(related(rows, field.source).values_list(cell)))} if cell else {}
    if isinstance(field, serializers.Serializer):
        found = one_of_related(field, rows).order_by()
        return {name: Subquery(found.values_list(cell)) for name, cell in columns_of(field, found).items()}
    if not getattr(field, "in_cells", True):
        return {}
    value = sql_value(field, rows)
    if isinstance(value, Parts):
        return {name: Neutralised(Cast(part, TextField())) for name, part in value.fields.items()}
    if isinstance(field, serializers.ListField):
        return {"": list_in_cell(value)}
    return {"": value if isinstance(field, PLAIN) else Neutralised(Cast(value, TextField()))}


def list_in_cell(array: Expression) -> Expression:
    return Neutralised(Joined(array, Value("; ")))


def record_rows(serializer: serializers.Serializer, rows: QuerySet) -> tuple[list[str], Sql]:
    """The names of a record's columns, and its row."""
    columns = columns_of(serializer, rows)
    return list(columns), compiled(rows.filter(pk=RECORD).order_by().values_list(*columns.values()))


def part_rows(serializer: serializers.Serializer, rows: QuerySet, name: str) -> tuple[list[str], Sql]:
    """The same for its parts: `name` is a field of the serializer that is a list."""
    field = serializer.fields[name]
    parts = related(rows, field.source, of=RECORD)
    columns = columns_of(field.child, parts)
    prefix = parts.model._meta.model_name
    return [f"{prefix}_{name}" for name in columns], compiled(parts.values_list(*columns.values()))


def table(serializer: serializers.Serializer, rows: QuerySet, keys: Sql, *, way: str, parts: str | None) -> Sql:
    """One row for each record of `keys`, in their order; with `parts` one for each of its citations, say."""
    names, record = record_rows(serializer, rows)
    selected, order = "record.*", f"page.key {way}, page.id {way}"
    source = f"({keys.text}) page (id, key, text) CROSS JOIN LATERAL ({record.text}) record ({quoted(names)})"
    params = keys.params + record.params
    if parts:
        names, found = part_rows(serializer, rows, parts)
        numbered = f"SELECT row_number() OVER (), found.* FROM ({found.text}) found"
        source += f" CROSS JOIN LATERAL ({numbered}) part (n, {quoted(names)})"
        selected, order = f"record.*, {quoted(names)}", f"{order}, part.n"
        params += found.params
    return Sql(f"SELECT {selected} FROM {source} ORDER BY {order}", params)


def quoted(names: list[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)
