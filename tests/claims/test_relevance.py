"""What a reader would expect first comes first. `python -m tests.benchmarks.search` prints each query."""

import pytest

from tests.claims.relevance import QUERIES, mean_reciprocal_rank, precision_at_5, scores

pytestmark = pytest.mark.django_db


def test_what_is_expected_comes_first(api):
    assert len({query["q"] for query in QUERIES}) == len(QUERIES) == 60
    found = scores(api)
    worst = sorted(found, key=lambda score: (score.precision, score.reciprocal_rank))[:10]
    assert precision_at_5(found) >= 0.9, worst
    assert mean_reciprocal_rank(found) >= 0.9, worst
