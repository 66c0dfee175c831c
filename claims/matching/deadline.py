"""By when the whole of a match is done, its statements and what is worked out between them."""

from contextlib import contextmanager
from math import ceil
from time import monotonic

from django.conf import settings
from django.db import OperationalError, connection, transaction
from psycopg.errors import QueryCanceled

from factbase.api.exceptions import Busy


class TookTooLong(Busy):
    """Nothing of the draft is answered: of half of it, nobody could tell that the rest was not looked at."""

    def __init__(self, seconds: float):
        super().__init__(
            f"This draft took more than {seconds:g} seconds, and matching it was given up: send it in parts, each by"
            " itself, or try again later."
        )


class Deadline:
    """From now, as many seconds for the whole as a single statement of other requests has."""

    def __init__(self):
        self.seconds = settings.FACTBASE_STATEMENT_TIMEOUT
        self.end = monotonic() + self.seconds

    def check(self) -> float:
        """The seconds that are left. Raises TookTooLong where none are: for loops without statements to call."""
        left = self.end - monotonic()
        if left <= 0:
            raise TookTooLong(self.seconds)
        return left

    @contextmanager
    def over_statements(self):
        """Each statement within has the time that is left by then; in a transaction, with which that limit ends.

        It is said anew before each, and a check: PostgreSQL 15 knows no limit for several statements.
        """
        try:
            with transaction.atomic(), connection.execute_wrapper(self.limit):
                yield
        except OperationalError as error:
            if isinstance(error.__cause__, QueryCanceled):
                raise TookTooLong(self.seconds) from None
            raise

    def limit(self, execute, sql, params, many, context):
        milliseconds = ceil(self.check() * 1000)
        with connection.wrap_database_errors:
            connection.connection.execute(f"SET LOCAL statement_timeout = {milliseconds:d}")
        return execute(sql, params, many, context)
