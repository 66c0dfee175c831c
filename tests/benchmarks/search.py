"""How well search ranks: precision at 5 and mean reciprocal rank of the sixty queries in tests/claims/relevance.

    python -m tests.benchmarks.search

It works in a database of its own, made and dropped as pytest's is, and prints what falls short first.
"""

import os
import sys

import django


def main() -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "factbase.settings")
    django.setup()
    from django.test.utils import get_runner, setup_test_environment
    from rest_framework.test import APIClient

    from tests.claims.relevance import mean_reciprocal_rank, precision_at_5, scores

    setup_test_environment()
    runner = get_runner(django.conf.settings)(verbosity=0, interactive=False)
    databases = runner.setup_databases()
    try:
        found = scores(APIClient())
    finally:
        runner.teardown_databases(databases)
    for score in sorted(found, key=lambda score: (score.precision, score.reciprocal_rank)):
        print(f"{score.precision:.2f}  {score.reciprocal_rank:.2f}  {score.query}  ({score.kind})")
        if score.precision < 1 or score.reciprocal_rank < 1:
            print(*(f"              {text[:100]}" for text in score.found), sep="\n")
    print(f"precision at 5: {precision_at_5(found):.3f}, mean reciprocal rank: {mean_reciprocal_rank(found):.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
