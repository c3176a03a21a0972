"""Golden scores: one stored result for each shipped example and worldview.

They change only in a commit that says why. To store them anew: .venv/bin/python -m tests.analysis.golden
"""

import json
import math

import pytest

from tests.analysis.golden import FILE, scored

GOLDEN = json.loads(FILE.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def now():
    return scored()


def test_the_same_examples_and_worldviews_are_stored(now):
    assert {key: sorted(views) for key, views in now.items()} == {key: sorted(views) for key, views in GOLDEN.items()}


@pytest.mark.parametrize("example", sorted(GOLDEN))
def test_an_example_scores_as_stored(now, example):
    strayed = [
        f"{example}/{view}/{id}: stored {stored}, now {now[example][view][id]}"
        for view, scores in GOLDEN[example].items()
        for id, stored in scores.items()
        if not near(stored, now[example][view][id])
    ]
    assert not strayed, "\n".join(strayed)


def near(stored, found):
    """Compare to 5 digits, so that another processor's last bits do not fail the test; None is undefined."""
    if stored is None or found is None:
        return stored is found
    return math.isclose(stored, found, rel_tol=1e-5, abs_tol=1e-7)
