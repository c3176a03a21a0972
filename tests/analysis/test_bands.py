"""Percentiles and errors over draws."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from dealbuilder.analysis import bands

VALUES = arrays(np.float64, st.integers(1, 60), elements=st.floats(-1e6, 1e6))


@given(VALUES)
def test_percentiles_are_draws_and_in_order(values):
    low, middle, high = bands.pick(values)
    assert low <= middle <= high
    assert {float(low), float(middle), float(high)} <= set(values.tolist())


@given(VALUES)
def test_percentiles_are_near_those_of_numpy(values):
    ordered = np.sort(values)
    for share, found in zip(bands.PERCENTILES, bands.pick(values), strict=True):
        place = np.searchsorted(ordered, found)
        assert abs(place - share * (values.size - 1)) <= 1 or ordered[round(share * (values.size - 1))] == found


def test_percentiles_are_taken_over_draws_alone():
    values = np.arange(2 * 3 * 101, dtype=float).reshape(2, 3, 101)
    low, middle, high = bands.pick(values)
    assert low.shape == (2, 3)
    assert (middle - low == 45).all()
    assert (high - middle == 45).all()


@pytest.mark.parametrize("draws", [1, 255, 256, 257, 1000, 40_000])
def test_percentiles_are_those_of_sorting_however_many_draws(draws):
    values = np.random.Generator(np.random.PCG64(3)).lognormal(size=(2, 30, draws))
    ordered = np.sort(values, axis=-1)
    for share, found in zip(bands.PERCENTILES, bands.pick(values), strict=True):
        assert np.array_equal(found, ordered[..., int(share * (draws - 1) + 0.5)])


@pytest.mark.parametrize("draws", [1, 64, 40_000])
def test_means_are_the_same_bits_however_they_are_spread(draws):
    values = np.random.Generator(np.random.PCG64(3)).lognormal(size=(2, 30, draws))
    assert np.array_equal(bands.means(values), values.mean(axis=-1))


def test_bands_of_no_series_are_empty():
    assert bands.means(np.zeros((0, 0, 1))).shape == (0, 0)
    assert [band.shape for band in bands.pick(np.zeros((0, 0, 1)))] == [(0, 0)] * 3


def test_the_error_of_a_single_draw_is_not_defined():
    assert np.isnan(bands.standard_error(np.array([3.0])))


def test_the_error_of_the_mean_shrinks_with_the_root_of_draws():
    few = bands.standard_error(np.tile([0.0, 1.0], 50))
    many = bands.standard_error(np.tile([0.0, 1.0], 5000))
    assert np.isclose(few / many, 10, rtol=0.01)


def test_a_ratio_is_that_of_means_and_undefined_over_nothing():
    value, error = bands.ratio(np.array([10.0, 90.0]), np.array([1.0, 3.0]))
    assert value == 25.0
    assert error > 0
    assert all(np.isnan(bands.ratio(np.zeros(3), np.zeros(3))))


def test_the_error_of_a_median_is_nothing_where_all_draws_agree():
    assert bands.median_error(np.full(40, 7.0)) == 0.0
    assert bands.median_error(np.arange(101.0)) == 6.0
