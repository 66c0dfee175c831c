"""The search text of claims."""

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models

from .claim import Claim


class ClaimSearch(models.Model):
    """The words by which a claim is found. Kept by triggers alone: no history, no version."""

    claim = models.OneToOneField(Claim, models.CASCADE, primary_key=True, related_name="search")
    vector = SearchVectorField()

    class Meta:
        verbose_name_plural = "search texts"
        # ?q= on claims/
        indexes = [GinIndex(name="claim_search_vector", fields=["vector"])]

    def __str__(self):
        return f"search text of {self.claim_id}"
