"""What good looks like, held on the gold texts that rules are written by: no change of rules may lose it."""

import pytest

from claims.quotations import find_quotations
from tests.benchmarks import gold
from tests.benchmarks.quotations import Score, score


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize(("direct", "f1"), [pytest.param(True, 0.92, id="direct"), pytest.param(False, 0.80, id="all")])
def test_gold_texts(language, direct, f1):
    total = Score()
    for text in gold.load("dev", language):
        score(text, find_quotations(text.text, language), direct=direct, into=total)
    assert total.f1(total.found)[2] >= f1, total.wrong
    assert total.speakers_right / total.speakers >= 0.85, total.wrong
