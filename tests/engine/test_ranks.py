"""Draws at a rank are those that sorting gives, whatever the draws look like."""

import numpy as np
import pytest

from dealbuilder.engine import ranks

RANKS = np.array([0, 3, 150, 255, 299])


def rows(kind: str) -> np.ndarray:
    """Return 40 rows of 300 draws."""
    generator = np.random.Generator(np.random.PCG64(7))
    uniform = generator.random((40, 300))
    return {
        "even": uniform,
        "skewed": np.exp(5.0 * generator.standard_normal((40, 300))),
        "in the far tail": 1.0 / uniform**40,
        "two values": np.where(uniform > 0.5, 100.0, 0.0),
        "cut off at nothing": np.maximum(0.0, uniform - 0.9),
        "all alike": np.full((40, 300), 3.5),
        "one stands out": np.where(uniform == uniform.max(axis=1, keepdims=True), 1e300, 1.0 + 1e-12 * uniform),
        "either sign": uniform - 0.5,
        "whole numbers": np.floor(7.0 * uniform),
    }[kind]


@pytest.mark.parametrize(
    "kind",
    [
        "even", "skewed", "in the far tail", "two values", "cut off at nothing", "all alike", "one stands out",
        "either sign", "whole numbers",
    ],
)  # fmt: skip
def test_the_draw_at_a_rank_is_the_one_that_sorting_gives(kind):
    values = rows(kind)
    out = np.full((len(RANKS), len(values)), np.nan)
    ranks.pick(values, RANKS, 0, len(values), out)
    assert np.array_equal(out, np.sort(values, axis=-1)[:, RANKS].T)


def test_only_the_rows_asked_for_are_filled():
    values, out = rows("even"), np.full((len(RANKS), 40), np.nan)
    ranks.pick(values, RANKS, 10, 20, out)
    assert np.isfinite(out).any(axis=0).tolist() == [10 <= row < 20 for row in range(40)]


def test_values_that_are_no_numbers_end_the_search_all_the_same():
    values, out = rows("even"), np.empty((len(RANKS), 40))
    values[0, 5], values[1, 5], values[2, 5] = np.nan, np.inf, -np.inf
    ranks.pick(values, RANKS, 0, 40, out)
    assert np.array_equal(out[:, 3:], np.sort(values[3:], axis=-1)[:, RANKS].T)
