"""Walks along `parent`, up and down, inside one query."""

from django.db.models import BooleanField, Func, QuerySet, Subquery, UUIDField


class _Walk(Subquery):
    def __init__(self, start: QuerySet, **kwargs):
        table = start.model._meta.db_table
        super().__init__(start.order_by().values("pk"), output_field=UUIDField(), table=table, **kwargs)


class Descendants(_Walk):
    """Ids of the rows of `start` and of all below them: `topics__in=Descendants(Topic.objects.filter(...))`."""

    template = (
        "(WITH RECURSIVE tree(id) AS (SELECT * FROM (%(subquery)s) start UNION"
        " SELECT child.id FROM %(table)s child JOIN tree ON child.parent_id = tree.id) SELECT id FROM tree)"
    )


class Ancestors(_Walk):
    """Ids of the rows of `start` and of all above them."""

    template = (
        "(WITH RECURSIVE tree(id) AS (SELECT * FROM (%(subquery)s) start UNION"
        " SELECT child.parent_id FROM %(table)s child JOIN tree ON child.id = tree.id"
        " WHERE child.parent_id IS NOT NULL) SELECT id FROM tree)"
    )


class IsBelow(Func):
    """Whether the id `key` is of a row of `start` or of one below them.

    The same as `key__in=Descendants(start)`, walked first: for a `start` that is a row of the query around this one,
    where PostgreSQL would else walk anew for each row in between.
    """

    template = "%(expressions)s"
    arg_joiner = " = ANY "
    output_field = BooleanField()
    conditional = True

    def __init__(self, key: str, start: QuerySet, **extra):
        super().__init__(key, Descendants(start, template=f"(ARRAY{Descendants.template})"), **extra)
