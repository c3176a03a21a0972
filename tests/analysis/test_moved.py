"""The ribbon: the three largest changes, in steps a reader notices."""

import numpy as np

from dealbuilder.analysis.evaluation import Evaluation, HeatMap, Score, Setting, Stamps
from dealbuilder.analysis.moved import STEPS, moved


def evaluation(scores=(), cells=None, draws=100):
    heat = tuple(
        HeatMap(klass, ("sm", "dy"), ("ev", "defence"), np.array(values, dtype=float), np.zeros((2, 2)))
        for klass, values in (cells or {}).items()
    )
    known = tuple(Score(id, "%", 0.0, value, value, value, value, 1.0) for id, value in scores)
    return Evaluation("A", "", Setting(draws=draws), (), 0, known, (), heat, (), None, (), Stamps("", "", ""))


def test_nothing_moved_gives_no_line():
    one = evaluation([("supply_civil", 50.0)], {"civil": [[1, 2], [3, np.nan]]})
    assert moved(one, one, "cause") == ()


def test_changes_are_ordered_by_what_a_reader_notices_and_carry_their_cause():
    before = evaluation([("supply_civil", 50.0), ("revenue_toolmakers", 0.0), ("china_compute", 1.0)])
    after = evaluation([("supply_civil", 54.0), ("revenue_toolmakers", 50.0), ("china_compute", 1.01)])
    moves = moved(before, after, "cn_whitelist")
    assert [move.subject for move in moves] == ["revenue_toolmakers", "supply_civil"]
    assert {move.cause for move in moves} == {"cn_whitelist"}
    assert (moves[0].before, moves[0].after) == (0.0, 50.0)


def test_cells_are_named_by_good_end_use_and_class_and_one_a_class():
    before = evaluation((), {"civil": [[0, 0], [0, 0]], "military": [[0, 0], [0, np.nan]]})
    after = evaluation((), {"civil": [[50, 40], [0, 0]], "military": [[0, 0], [9, np.nan]]})
    assert [move.subject for move in moved(before, after, "")] == ["sm:ev:civil", "dy:ev:military"]


def test_at_most_three_lines_unless_more_are_wanted():
    before = evaluation([(id, 0.0) for id in STEPS])
    after = evaluation([(id, 100.0 * step) for id, step in STEPS.items()])
    assert len(moved(before, after, "")) == 3
    assert len(moved(before, after, "", most=5)) == 5


def test_with_other_draws_only_more_than_noise_is_told():
    before = evaluation([("supply_civil", 50.0), ("median_life", 10.0)], draws=10)
    after = evaluation([("supply_civil", 52.0), ("median_life", 30.0)], draws=100)
    assert [move.subject for move in moved(before, after, "")] == ["median_life"]


def test_every_indicator_of_the_ribbon_is_in_the_catalogue(catalogue):
    assert STEPS.keys() <= catalogue.indicator_by_id.keys()
