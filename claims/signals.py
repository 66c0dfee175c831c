"""A quote is looked for as soon as it, or a snapshot of its source, is saved: through the admin, API, import or shell.

What goes past `save` (fixtures, bulk writes, SQL) is found by `manage.py check_anchors`.
"""

from functools import partial

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from claims.actions.anchors import ANCHORING, check_citation, check_source
from claims.models import Citation
from sources.models import Snapshot


@receiver(post_save, sender=Citation)
def citation_saved(instance: Citation, raw: bool = False, update_fields=None, **kwargs) -> None:
    if raw or (update_fields is not None and not ANCHORING & set(update_fields)):
        return
    check_citation(instance)
    # Another transaction may have added a snapshot meanwhile, unseen: whichever ends last sees both.
    transaction.on_commit(partial(check_source, instance.source_id))


@receiver(post_save, sender=Snapshot)
def snapshot_saved(instance: Snapshot, raw: bool = False, **kwargs) -> None:
    if not raw:
        check_source(instance.source_id)
        transaction.on_commit(partial(check_source, instance.source_id))


@receiver(post_delete, sender=Snapshot)
def snapshot_deleted(instance: Snapshot, **kwargs) -> None:
    # At the end alone: in a merge the snapshots go before the citations move.
    transaction.on_commit(partial(check_source, instance.source_id))
