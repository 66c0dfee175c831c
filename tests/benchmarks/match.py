"""How well a draft's sentences are matched: precision and recall over the sentences in tests/claims/matching.

    python -m tests.benchmarks.match

It works in a database of its own, made and dropped as pytest's is, and prints what is wrong first.
"""

import os
import sys

import django


def main() -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "factbase.settings")
    django.setup()
    from django.test.utils import get_runner, setup_test_environment
    from rest_framework.test import APIClient

    from tests.claims.matching import precision, recall, scores

    setup_test_environment()
    runner = get_runner(django.conf.settings)(verbosity=0, interactive=False)
    databases = runner.setup_databases()
    try:
        found = scores(APIClient())
    finally:
        runner.teardown_databases(databases)
    for score in found:
        if score.found != score.expected or score.noise:
            print(score.text)
            print(*(f"    missed: {each}" for each in sorted(score.expected - score.found)), sep="\n", end="")
            print(*(f"    wrong: {each}" for each in sorted(score.found - score.expected)), sep="\n", end="")
            print(*(f"    noise: {each[:100]}" for each in sorted(score.noise)), sep="\n")
    for language in ("en", "es"):
        of = [score for score in found if score.language == language]
        noisy = sum(bool(score.noise) for score in of)
        print(
            f"{language}: {len(of)} sentences, precision {precision(of):.3f}, recall {recall(of):.3f}"
            f" (same and differs); {noisy} with a claim called similar that is not"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
