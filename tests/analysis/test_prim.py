"""The patient rule induction method: its boxes are those of the EMA Workbench, and a planted box is found."""

import warnings

import numpy as np
import pytest

from dealbuilder.analysis import prim
from dealbuilder.analysis.prim import Box

with warnings.catch_warnings():
    # The workbench warns of connectors to other programs that are not installed; nothing here needs them.
    warnings.simplefilter("ignore")
    import pandas as pd
    from ema_workbench.analysis import prim as workbench


def planted(cases=600, inputs=5, seed=3, noise=0.08):
    """Cases of which those with x1 high and x3 low are of interest, but for some noise."""
    rng = np.random.default_rng(seed)
    values = rng.random((cases, inputs))
    bad = (values[:, 1] > 0.6) & (values[:, 3] < 0.45)
    return values, bad ^ (rng.random(cases) < noise)


@pytest.mark.parametrize("seed", [3, 4, 5])
def test_every_box_of_the_peeling_is_that_of_the_ema_workbench(seed):
    values, bad = planted(seed=seed)
    frame = pd.DataFrame(values, columns=list("abcde"))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        theirs = workbench.Prim(
            frame, bad, threshold=0.1, obj_function=workbench.PRIMObjectiveFunctions.ORIGINAL, peel_alpha=0.05,
            mass_min=0.05,
        )  # fmt: skip
        monkey = pytest.MonkeyPatch()
        # Pasting is left out here; without it the workbench's box is its peeling alone.
        monkey.setattr(workbench.Prim, "_paste", lambda self, box: box)
        found = theirs.find_box()
        monkey.undo()
    ours = prim.trajectory(values, bad)
    table = found.peeling_trajectory
    assert len(ours) == len(table)
    assert [box.coverage for box in ours] == pytest.approx(table["coverage"].tolist())
    assert [box.density for box in ours] == pytest.approx(table["density"].tolist())
    assert [len(box.restricted) for box in ours] == table["res_dim"].tolist()
    for box, limits in zip(ours, found.box_lims, strict=True):
        low = np.where(np.isinf(box.low), values.min(axis=0), box.low)
        high = np.where(np.isinf(box.high), values.max(axis=0), box.high)
        assert low == pytest.approx(np.array(limits.iloc[0], dtype=float))
        assert high == pytest.approx(np.array(limits.iloc[1], dtype=float))


def test_a_planted_box_is_found_and_each_side_of_it_is_more_than_chance():
    values, bad = planted(noise=0.0)
    best = max(prim.trajectory(values, bad), key=lambda box: box.balance)
    assert set(best.restricted) == {1, 3}
    assert best.low[1] == pytest.approx(0.6, abs=0.06)
    assert best.high[3] == pytest.approx(0.45, abs=0.06)
    assert best.density > 0.85
    assert best.coverage > 0.85
    assert max(prim.quasi_p(best, values, bad).values()) < 1e-6


def test_a_side_that_means_nothing_has_a_large_quasi_p_value():
    values, bad = planted(noise=0.0)
    low, high = np.full(5, -np.inf), np.full(5, np.inf)
    low[1], high[3], low[0] = 0.6, 0.45, 0.05
    inside = Box(low, high, 0, 0, 0, 0).inside(values)
    box = Box(low, high, int(bad[inside].sum()), int(inside.sum()), int(bad.sum()), len(bad))
    likely = prim.quasi_p(box, values, bad)
    assert likely[0] > 0.5
    assert likely[1] < 1e-6


def test_ties_are_peeled_off_whole_and_what_never_varies_is_never_restricted():
    rng = np.random.default_rng(1)
    values = np.column_stack([rng.integers(0, 4, 400).astype(float), np.full(400, 2.0), rng.random(400)])
    bad = values[:, 0] >= 2.0
    boxes = prim.trajectory(values, bad)
    best = max(boxes, key=lambda box: box.balance)
    assert best.restricted == (0,)
    assert 1.0 < best.low[0] <= 2.0
    assert (best.coverage, best.density) == (1.0, 1.0)
    assert all(1 not in box.restricted for box in boxes)


@pytest.mark.parametrize("bad", [np.zeros(50, dtype=bool), np.ones(50, dtype=bool)])
def test_with_none_or_all_of_interest_there_is_a_trajectory_and_no_fault(bad):
    boxes = prim.trajectory(np.random.default_rng(1).random((50, 2)), bad)
    assert boxes[0].held == 50
    assert {box.density for box in boxes} == {float(bad[0])}


def test_no_case_and_one_case_are_the_whole_space():
    assert len(prim.trajectory(np.zeros((0, 2)), np.zeros(0, dtype=bool))) == 1
    assert len(prim.trajectory(np.zeros((1, 2)), np.ones(1, dtype=bool))) == 1


def test_the_chance_of_as_many_hits_is_the_binomials():
    assert prim.at_least(0, 10, 0.3) == 1.0
    assert prim.at_least(10, 10, 0.5) == pytest.approx(0.5**10)
    assert prim.at_least(2, 3, 0.5) == pytest.approx(0.5)
