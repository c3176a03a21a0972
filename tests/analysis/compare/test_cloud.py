"""The ellipses of a package hold the share of draws that they promise, and lie as the draws do."""

import numpy as np
import pytest

from dealbuilder.analysis.compare.cloud import SHARES, Oval, cloud


def inside(oval: Oval, x: np.ndarray, y: np.ndarray) -> float:
    axes = np.array([oval.major, oval.minor]).T
    along = np.linalg.solve(axes, np.stack([x - x.mean(), y - y.mean()]))
    return float(np.mean((along**2).sum(axis=0) <= 1.0 + 1e-9))


@pytest.mark.parametrize("shape", ["normal", "skew"])
def test_an_ellipse_holds_its_share_of_the_draws_whatever_their_distribution(shape):
    rng = np.random.default_rng(7)
    plain = rng.standard_normal((2, 999)) if shape == "normal" else rng.exponential(size=(2, 999)) ** 2
    x, y = 50.0 + 8.0 * plain[0], 0.3 * plain[0] - 0.01 * plain[1]
    for oval in cloud(x, y).ovals:
        assert oval.share <= inside(oval, x, y) <= oval.share + 2 / 999


def test_of_normal_draws_the_ellipse_is_that_of_their_covariance():
    rng = np.random.default_rng(8)
    x, y = rng.multivariate_normal([3.0, 4.0], [[4.0, 1.2], [1.2, 1.0]], size=200_000).T
    found = cloud(x, y)
    for oval, share in zip(found.ovals, SHARES, strict=True):
        axes = np.array([oval.major, oval.minor]).T
        assert axes @ axes.T == pytest.approx(-2 * np.log(1 - share) * np.array([[4.0, 1.2], [1.2, 1.0]]), rel=0.03)
    assert (found.x, found.y) == pytest.approx((3.0, 4.0), abs=0.02)


def test_draws_that_are_one_point_have_no_ellipse():
    for count in (1, 5):
        found = cloud(np.full(count, 2.0), np.full(count, 3.0))
        assert (found.x, found.y, found.ovals) == (2.0, 3.0, ())


def test_draws_on_a_line_have_a_flat_ellipse():
    values = np.linspace(0.0, 9.0, 10)
    for x, y in ((values, np.zeros(10)), (np.zeros(10), values), (values, 2.0 * values)):
        for oval in cloud(x, y).ovals:
            assert oval.minor == (0.0, 0.0)
            assert np.hypot(*oval.major) > 1.0
