"""A claim's history: one timeline over the claim and all its parts, and its old versions brought back.

A history table holds each row as it was *before* a change (factbase.history), so what the change led to is the row
of the next event, or the present row. An insert leaves no event: it is known from the row's own `created_*`. All
that one transaction did bears one time, PostgreSQL's now(), to the microsecond: by that it is one entry.
"""

from .lives import PARTS
from .timeline import Action, Change, PartChange, deleted_claim, timeline
from .versions import bring_back, differences

__all__ = ["PARTS", "Action", "Change", "PartChange", "bring_back", "deleted_claim", "differences", "timeline"]
