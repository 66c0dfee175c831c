"""Walks along `parent`, up and down, inside one query."""

from django.db.models import QuerySet, Subquery, UUIDField


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
