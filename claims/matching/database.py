"""Questions to the database that hold words of a draft."""

import psycopg
from django.db import connection


def ask(sql: str, params: tuple) -> list[tuple]:
    """The rows of a statement.

    Not through Django's cursor, which writes the parameters into the statement: there they would stand in the
    database's log if it fails. Nor through the one that with DEBUG keeps statements with their parameters, but as any
    other within what is wrapped around statements: see `deadline.py`. (Also wrapped is pghistory's, which puts one of
    its own before what does not begin with SELECT.) PostgreSQL logs parameters of a statement that fails only where it
    is told to, which SESSION in the settings takes back, and of others where it logs statements: README, "Deploying".
    """
    connection.ensure_connection()
    with connection.make_cursor(psycopg.Cursor(connection.connection)) as cursor:
        cursor.execute(sql, params)
        return cursor.fetchall()
