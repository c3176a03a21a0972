"""Global indices of the model: shares of the spread, screened, with luck and all others as groups."""

from dataclasses import replace

import numpy as np
import pytest

from dealbuilder import paths
from dealbuilder.analysis import global_indices
from dealbuilder.analysis.evaluate import NO_DEAL, Evaluator
from dealbuilder.analysis.evaluation import Setting
from dealbuilder.analysis.global_indices import chance_first, given_data, screened, sobol_indices
from dealbuilder.analysis.hanging import OTHERS
from dealbuilder.analysis.hangs import batch, hangs
from dealbuilder.analysis.quantity import quantity
from dealbuilder.analysis.uncertain import LUCK, inputs
from dealbuilder.document import file
from dealbuilder.model.assumptions import Change

SETTING = Setting(draws=8)
OFFER = file.open_any(paths.resources() / "examples" / "essay_full.deal").history.document.package()
POINTS = 256


@pytest.fixture(scope="module")
def evaluator(catalogue):
    return Evaluator(catalogue)


@pytest.fixture(scope="module")
def ran(evaluator, catalogue):
    wanted = [quantity(catalogue, (), id) for id in ("leadership_cost", "supply_restored")]
    return batch(evaluator.store, OFFER, NO_DEAL, SETTING, wanted)


@pytest.fixture(scope="module")
def cost(catalogue, ran):
    wanted = quantity(catalogue, (), "leadership_cost")
    (found,) = sobol_indices(catalogue, OFFER, NO_DEAL, SETTING, [wanted], screened(ran, wanted, 6), POINTS)
    return found


def test_those_that_stand_alone_luck_and_the_others_share_the_whole_spread(cost, ran):
    assert cost.names[-2:] == (LUCK, OTHERS)
    assert len(cost.names) == 8
    assert cost.grouped == len(ran.uncertain.ids) - 6
    assert cost.runs == POINTS * 10
    assert 0.7 < cost.first.sum() <= 1.15
    assert cost.total.sum() >= cost.first.sum() - 0.1
    assert (cost.total > -0.01).all()


def test_what_matters_most_is_named_and_neither_luck_nor_the_others_are(cost):
    leading = cost.leading(3)
    assert leading[0] == "access_effect"
    assert not {LUCK, OTHERS} & set(leading)
    shares = [cost.of(name)[1] for name in leading]
    assert shares == sorted(shares, reverse=True)


def test_what_the_screening_leaves_out_accounts_for_little(cost):
    assert cost.of(OTHERS)[1] < 0.3


def test_the_draws_at_hand_name_the_same_assumption_without_a_run(catalogue, evaluator, cost, monkeypatch):
    wanted, setting = quantity(catalogue, (), "leadership_cost"), replace(SETTING, draws=512)
    found = given_data(evaluator.store, OFFER, NO_DEAL, setting, wanted)
    assert found.leading(1) == cost.leading(1)
    assert np.isnan(found.total).all()
    assert found.runs == 512


def test_a_handful_of_draws_and_a_score_that_never_varies_have_no_shares(catalogue, evaluator):
    wanted = quantity(catalogue, (), "leadership_cost")
    for package, setting in ((OFFER, replace(SETTING, draws=4)), (NO_DEAL, replace(SETTING, draws=128))):
        found = given_data(evaluator.store, package, NO_DEAL, setting, wanted)
        assert not found.varies
        assert found.leading(3) == ()
    (none,) = sobol_indices(catalogue, NO_DEAL, NO_DEAL, SETTING, [wanted], ["access_effect"], 2)
    assert not none.varies
    assert none.first.tolist() == none.total.tolist() == [0.0, 0.0, 0.0]


def test_with_every_assumption_certain_all_is_luck(catalogue):
    known = catalogue.parameters
    changes = tuple(Change(parameter=parameter.id, value=parameter.value) for parameter in known)
    wanted = quantity(catalogue, (), "alive_60")
    (found,) = sobol_indices(catalogue, OFFER, NO_DEAL, replace(SETTING, changes=changes), [wanted], None, 64)
    assert found.names == (LUCK,)
    assert found.total[0] == pytest.approx(1.0, abs=0.2)


def test_several_scores_share_one_batch_of_runs(catalogue, cost, monkeypatch):
    wanted = [quantity(catalogue, (), id) for id in ("supply_restored", "leadership_cost")]
    calls = []
    once = global_indices.run_columns
    monkeypatch.setattr(global_indices, "run_columns", lambda *args: calls.append(1) or once(*args))
    alone = [name for name in cost.names if name not in (LUCK, OTHERS)]
    found = sobol_indices(catalogue, OFFER, NO_DEAL, SETTING, wanted, alone, POINTS)
    assert len(calls) == 1
    assert found[1].total == pytest.approx(cost.total)


def test_a_seed_as_large_as_a_deal_may_have_is_taken(catalogue):
    wanted = quantity(catalogue, (), "supply_restored")
    setting = replace(SETTING, seed=2**63 - 1)
    (found,) = sobol_indices(catalogue, OFFER, NO_DEAL, setting, [wanted], ["delay_plant"], 4)
    assert found.varies


def test_chance_alone_rarely_passes_the_floor_of_the_given_data_kind():
    assert chance_first(1000, 180) == pytest.approx(0.029, abs=0.003)
    assert chance_first(4096, 180) < chance_first(1000, 180) < chance_first(1000, 1000)


def test_the_three_to_argue_about_have_a_flip_that_was_looked_for(evaluator, ran, catalogue, monkeypatch):
    monkeypatch.setattr("dealbuilder.analysis.hangs.POINTS", 32)
    wanted = quantity(catalogue, (), "leadership_cost")
    found = hangs(evaluator.store, ran, wanted, full=True)
    assert len(found.argued) == 3
    assert all(found.bar(id).flip.outcome != "untried" for id in found.argued)


def test_what_an_inject_sets_counts_with_its_value_and_not_with_its_range(catalogue):
    inject = next(one for one in catalogue.injects if any(shift.low < shift.high for shift in one.parameters))
    prepared = inputs(catalogue, replace(SETTING, injects=(inject,)), 4)
    set = {id: row.tolist() for later in prepared.strikes.later for id, row in later.items()}
    assert set == {shift.parameter: [shift.value] * 4 for shift in inject.parameters}
