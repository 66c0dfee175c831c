"""What README asks of the feed of changes, over the demo's data, of which one claim was corrected."""

import pytest
from django.conf import settings
from django.db import transaction
from rest_framework.test import APIClient

from claims.models import Claim
from factbase.fixtures import load_fixtures
from tests.factbase.test_demo import FEEDS

pytestmark = pytest.mark.django_db(transaction=True)


def test_what_readme_asks_is_answered():
    load_fixtures(settings.BASE_DIR / "fixtures")
    claim = Claim.objects.published().filter(occasion="")[0]
    with transaction.atomic():
        claim.occasion = "A meeting"
        claim.save()
    everything, corrected = (APIClient().get(f"/api/v1/{query}").json()["results"] for query in FEEDS)
    assert {change["kind"] for change in everything} == {"published"}  # A page: the corrected one is far behind.
    assert [change["claim"]["id"] for change in corrected] == [str(claim.pk)]
