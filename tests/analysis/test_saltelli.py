"""Saltelli's design: SALib's rows and estimates to the last bit, and the known indices of analytic functions."""

import numpy as np
import pytest
from SALib.analyze import sobol as analysis
from SALib.sample import sobol as sampling
from SALib.test_functions import Ishigami, Sobol_G

from dealbuilder.analysis import saltelli


def design(points, inputs, groups, seed=7):
    base = saltelli.base_points(points, inputs, seed)
    return saltelli.rows(base, groups, 0, saltelli.length(points, len(groups)))


def problem(inputs, names=None):
    given = {"num_vars": inputs, "names": [f"x{i}" for i in range(inputs)], "bounds": [[0.0, 1.0]] * inputs}
    return given if names is None else {**given, "groups": names}


@pytest.mark.parametrize(
    ("groups", "names"),
    [
        ([[0], [1], [2], [3]], None),
        ([[0, 2], [1], [3]], ["a", "b", "a", "c"]),
        ([[0, 1, 2], [3]], ["a", "a", "a", "b"]),
    ],
)
def test_rows_are_those_of_salib_whether_inputs_stand_alone_or_in_groups(groups, names):
    theirs = sampling.sample(problem(4, names), 32, calc_second_order=False, seed=7)
    assert np.array_equal(design(32, 4, groups), theirs)


def test_a_piece_of_the_design_is_the_same_rows():
    base = saltelli.base_points(16, 3, 1)
    whole = saltelli.rows(base, [[0], [1, 2]], 0, 64)
    pieces = [saltelli.rows(base, [[0], [1, 2]], begin, begin + 7) for begin in range(0, 63, 7)]
    assert np.array_equal(np.concatenate(pieces), whole[:63])


def test_indices_and_intervals_are_those_of_salib():
    laid = design(64, 3, [[0], [1], [2]])
    outputs = np.sin(laid @ [1.0, 2.0, 3.0]) + 5.0 * laid[:, 0] * laid[:, 1]
    theirs = analysis.analyze(problem(3), outputs, calc_second_order=False, seed=11)
    ours = saltelli.estimates(outputs, 3, 11)
    for key, found in zip(("S1", "S1_conf", "ST", "ST_conf"), ours, strict=True):
        assert found == pytest.approx(np.array(theirs[key], dtype=float), abs=1e-12)


def test_the_indices_of_ishigamis_function_are_found():
    outputs = Ishigami.evaluate(-np.pi + 2.0 * np.pi * design(4096, 3, [[0], [1], [2]]))
    first, first_error, total, _ = saltelli.estimates(outputs, 3, 1)
    assert first == pytest.approx([0.3139, 0.4424, 0.0], abs=0.02)
    assert total == pytest.approx([0.5576, 0.4424, 0.2437], abs=0.02)
    assert (first_error < 0.1).all()


def test_the_indices_of_sobols_g_function_are_found():
    a = np.array([0.0, 1.0, 4.5, 9.0, 99.0, 99.0, 99.0, 99.0])
    outputs = Sobol_G.evaluate(design(4096, 8, [[i] for i in range(8)]), a)
    first, _, total, total_error = saltelli.estimates(outputs, 8, 1)
    assert first == pytest.approx(np.array(Sobol_G.sensitivity_index(a)), abs=0.03)
    assert total == pytest.approx(np.array(Sobol_G.total_sensitivity_index(a)), abs=0.03)
    assert total[0] > total_error[0]


def test_the_total_of_a_group_counts_what_its_members_share_only_once():
    outputs = Ishigami.evaluate(-np.pi + 2.0 * np.pi * design(4096, 3, [[0, 2], [1]]))
    first, _, total, _ = saltelli.estimates(outputs, 2, 1)
    # The first and the third input interact with one another alone.
    assert first[0] == pytest.approx(total[0], abs=0.03)
    assert total.sum() == pytest.approx(1.0, abs=0.03)


def test_one_base_point_gives_indices_without_an_error():
    first, first_error, _, total_error = saltelli.estimates(np.array([1.0, 2.0, 3.0, 5.0]), 2, 1)
    assert np.isfinite(first).all()
    assert np.isnan(first_error).all()
    assert np.isnan(total_error).all()
