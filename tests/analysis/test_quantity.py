"""What a deal is judged by draw by draw has the mean that the scoreboard shows."""

import numpy as np
import pytest

from dealbuilder import paths
from dealbuilder.analysis.evaluate import NO_DEAL, Evaluator
from dealbuilder.analysis.evaluation import Setting
from dealbuilder.analysis.lens_value import lens_value
from dealbuilder.analysis.quantity import Line, lines, measured, quantities, quantity
from dealbuilder.analysis.runs import world
from dealbuilder.document import file
from dealbuilder.errors import DealError

SETTING = Setting(draws=64)
OFFER = file.open_any(paths.resources() / "examples" / "essay_full.deal").history.document.package()


@pytest.fixture(scope="module")
def evaluator(catalogue):
    return Evaluator(catalogue)


@pytest.fixture(scope="module")
def drawn(evaluator):
    ours, theirs = evaluator.store.draws(world(SETTING), (OFFER, NO_DEAL))
    return ours.outputs, theirs.outputs


def test_the_mean_over_draws_is_the_score_and_the_change_is_against_the_baseline(catalogue, evaluator, drawn):
    evaluation = evaluator.evaluate(OFFER, SETTING, full=False)
    for one in quantities(catalogue):
        level, gain = measured(one, *drawn)
        score = evaluation.score(one.id)
        assert level.mean() == pytest.approx(score.mean, abs=1e-8), one.id
        assert gain.mean() == pytest.approx(score.mean - score.baseline, abs=1e-8), one.id


def test_the_mean_worth_to_a_role_is_the_roles_value(catalogue, evaluator, drawn):
    scores = evaluator.evaluate(OFFER, SETTING, full=False).scores
    for lens in catalogue.lenses:
        level, gain = measured(quantity(catalogue, catalogue.lenses, f"role:{lens.id}"), *drawn)
        assert level.mean() == pytest.approx(lens_value(lens, scores).value, abs=1e-8)
        assert gain is level


def test_the_targets_of_the_deal_come_first_and_the_baseline_last(catalogue):
    wanted = quantity(catalogue, (), "leadership_cost")
    found = lines(wanted, [("supply_restored", True, 50.0), ("leadership_cost", False, 15.0)])
    assert found == (Line("target", False, 15.0), Line("baseline", False, 0.0))


def test_meeting_a_target_exactly_is_enough_and_equalling_the_baseline_is_not():
    margin = np.zeros(1)
    assert Line("target", True, 5.0).met(margin).all()
    assert not Line("baseline", True, 0.0).met(margin).any()


@pytest.mark.parametrize(("id", "word"), [("gap_closed", "all draws together"), ("nothing", "no indicator or role")])
def test_what_no_draw_defines_is_refused_with_what_can_be_asked(catalogue, id, word):
    with pytest.raises(DealError, match=word):
        quantity(catalogue, catalogue.lenses, id)
