"""How hard the database works on one statement of those who serve, and how long before it gives up."""

from django.conf import settings
from django.db import connection, connections


def limit_statements() -> None:
    """For a process that serves: no statement runs longer than FACTBASE_STATEMENT_TIMEOUT seconds, or on several cores.

    To start helpers takes longer than most pages, and the other cores have other requests. Called before the first
    connection is made. Commands have no such limit.
    """
    for alias in connections:
        options = connections.settings[alias].setdefault("OPTIONS", {})
        given = options.get("options", "")
        limits = f"-c statement_timeout={settings.FACTBASE_STATEMENT_TIMEOUT}s -c max_parallel_workers_per_gather=0"
        options["options"] = f"{given} {limits}".strip()


def take_time() -> None:
    """Within a transaction: what curators ask for once, and wait for, may take longer."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL statement_timeout = '5min'")
