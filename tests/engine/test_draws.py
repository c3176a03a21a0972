"""Draws: common random numbers, and percentiles where the catalogue says."""

import numpy as np
import pytest

from dealbuilder.engine import draws


def test_a_longer_run_of_draws_begins_with_the_shorter_one():
    assert np.array_equal(draws.uniforms(7, "backfire", 1000)[:100], draws.uniforms(7, "backfire", 100))


def test_uniforms_asked_again_are_the_same_and_nobody_can_write_into_them():
    first, again = draws.uniforms(7, "backfire", 1000), draws.uniforms(7, "backfire", 1000)
    assert np.array_equal(first, draws.uniforms(7, "backfire", 2 * draws.FEW)[:1000])
    assert again is first
    with pytest.raises(ValueError, match="read-only"):
        first[0] = 0.5


def test_draws_of_one_parameter_never_depend_on_another():
    assert not np.array_equal(draws.uniforms(7, "backfire", 64), draws.uniforms(7, "metering", 64))
    assert not np.array_equal(draws.uniforms(7, "backfire", 64), draws.uniforms(8, "backfire", 64))


def test_sixty_four_draws_fall_one_in_each_stratum():
    places = np.floor(draws.uniforms(3, "x", 256) * 64).astype(int)
    for begin in range(0, 256, 64):
        assert sorted(places[begin : begin + 64]) == list(range(64))


@pytest.mark.parametrize("kind", ["lognormal", "beta"])
def test_low_and_high_are_the_fifth_and_ninety_fifth_percentile(kind):
    found = draws.values(kind, 0.2, 0.1, 0.6, draws.uniforms(1, kind, 64_000))
    assert np.quantile(found, [0.05, 0.5, 0.95]) == pytest.approx([0.1, 0.2, 0.6], rel=0.02)


@pytest.mark.parametrize("kind", ["uniform", "triangular"])
def test_low_and_high_bound_uniform_and_triangular(kind):
    found = draws.values(kind, 3, 1, 9, draws.uniforms(1, kind, 6_400))
    assert found.min() >= 1
    assert found.max() <= 9
    assert found.mean() == pytest.approx({"uniform": 5, "triangular": 13 / 3}[kind], rel=0.01)


def test_a_fixed_parameter_never_moves():
    assert (draws.values("fixed", 4, 4, 4, draws.uniforms(1, "f", 64)) == 4).all()


def test_the_exponential_has_mean_one():
    assert draws.exponentials(5, "shock", 64_000).mean() == pytest.approx(1, rel=0.01)
