"""Transactions as PostgreSQL numbers them: what tells, without a lock, which writes a reader can have missed."""

from django.db import models
from django.db.models import Func


class TransactionId(models.Field):
    """PostgreSQL's xid8: the number of the transaction that wrote the row."""

    def db_type(self, connection):
        return "xid8"

    def get_db_prep_value(self, value, connection, prepared=False):
        return value if value is None else str(value)

    def from_db_value(self, value, expression, connection):
        return value if value is None else int(value)


class CurrentTransaction(Func):
    template = "pg_current_xact_id()"
    output_field = TransactionId()


class SettledBefore(Func):
    """The first transaction that may still write here: whatever has a lower number is over."""

    template = "factbase_settled_before()"
    output_field = TransactionId()


class OldestRunning(Func):
    """The oldest transaction that still ran, in any database: whatever has a lower number was over by then."""

    template = "pg_snapshot_xmin(pg_current_snapshot())"
    output_field = TransactionId()


class ClockTime(Func):
    """The time right now: Now() is that at which the transaction began, which may be long ago."""

    template = "clock_timestamp()"
    output_field = models.DateTimeField()
