"""Importance: what moves an indicator is found, what does not is not, and chance is never shown as either."""

from dataclasses import replace

import numpy as np
import pytest

from dealbuilder import paths
from dealbuilder.analysis import importance, runs
from dealbuilder.analysis.evaluate import NO_DEAL, Evaluator
from dealbuilder.analysis.evaluation import Setting
from dealbuilder.analysis.importance import floor, weigh
from dealbuilder.document import file
from dealbuilder.model.assumptions import Change

DRAWS = 512
SETTING = Setting(draws=DRAWS)
OFFER = file.open_any(paths.resources() / "examples" / "essay_full.deal").history.document.package()
"""A package with something for everyone, and a fair chance to live."""


@pytest.fixture(scope="module")
def evaluator(catalogue):
    return Evaluator(catalogue)


@pytest.fixture(scope="module")
def weighed(evaluator):
    return weigh(evaluator.store, OFFER, NO_DEAL, SETTING)


def planted(draws=400, seed=1):
    """Ten parameters of which the output hangs on three, through curves that no straight line follows."""
    rng = np.random.default_rng(seed)
    values = rng.random((10, draws))
    output = np.exp(4.0 * values[2]) - 8.0 * values[5] ** 3 + 0.5 * values[7] + 0.2 * rng.random(draws)
    return values, output


def test_a_planted_order_of_importance_is_found():
    values, output = planted()
    found = importance.importance(values, output)
    assert found.shape == (10,)
    assert ((found >= 0.0) & (found <= 1.0)).all()
    assert list(np.argsort(-found)[:2]) == [2, 5]
    assert set(np.flatnonzero(found > floor(400, 10))) == {2, 5}


def test_a_relation_that_always_rises_is_full_importance_whatever_its_curve():
    x = np.linspace(0.1, 5.0, 50)
    signed = importance.correlations(np.array([x, -x]), np.exp(x)[None, :])
    assert signed[0] == pytest.approx([1.0, -1.0])


def test_ties_share_their_rank_as_in_a_deal_that_holds_or_not():
    values = np.array([[1.0, 2.0, 3.0, 4.0]])
    held = np.array([[0.0, 0.0, 1.0, 1.0]])
    # Ranks 1.5, 1.5, 3.5, 3.5 against 1, 2, 3, 4: 4 / sqrt(4 * 5).
    assert importance.correlations(values, held)[0, 0] == pytest.approx(4.0 / np.sqrt(20.0))


def test_what_does_not_vary_matters_nothing_and_nothing_is_undefined():
    values = np.vstack([np.full(20, 3.0), np.arange(20.0)])
    outputs = np.vstack([np.full(20, 7.0), np.arange(20.0), np.where(np.arange(20) > 17, np.nan, np.arange(20.0))])
    signed = importance.correlations(values, outputs)
    assert np.isfinite(signed).all()
    assert signed[0].tolist() == [0.0, 0.0]
    assert signed[1].tolist() == pytest.approx([0.0, 1.0])


@pytest.mark.parametrize("draws", [64, 256, 1000])
def test_chance_alone_passes_the_floor_in_about_one_list_of_twenty(draws):
    rng = np.random.default_rng(20250715)
    lists, parameters = 200, 150
    passed = 0
    for _ in range(lists):
        found = importance.importance(rng.random((parameters, draws)), rng.random(draws))
        passed += bool((found > floor(draws, parameters)).any())
    assert passed / lists <= 0.1


def test_the_floor_sinks_with_draws_and_a_handful_of_draws_says_nothing():
    assert floor(100, 50) > floor(1000, 50) > floor(10_000, 50) > 0.0
    assert floor(1000, 200) > floor(1000, 10)
    assert floor(2, 50) == 1.0
    assert importance.importance(np.array([[1.0, 2.0]]), np.array([1.0, 2.0])).tolist() == [0.0]


def test_the_hazard_of_the_truce_matters_for_whether_the_deal_lives(weighed):
    lives = weighed.of("alive_60")
    assert "hazard_truce" in lives
    assert lives["hazard_truce"] < 0.0
    assert set(map(abs, lives.values())) <= {value for value in map(abs, lives.values()) if weighed.floor < value <= 1}


def test_chinas_learning_matters_for_the_lead_and_not_for_the_supply(weighed):
    assert "backfire" in weighed.of("leadership_cost")
    assert "backfire" not in weighed.of("supply_restored")
    assert weighed.of("supply_restored")


def test_a_parameter_made_certain_stops_mattering(evaluator, catalogue, weighed):
    value = catalogue.parameter_by_id["hazard_truce"].value
    fixed = replace(SETTING, changes=(Change(parameter="hazard_truce", value=value),))
    assert "hazard_truce" not in weigh(evaluator.store, OFFER, NO_DEAL, fixed).of("alive_60")


def test_only_so_many_draws_are_ranked(evaluator, monkeypatch, weighed):
    monkeypatch.setattr(importance, "MOST", 128)
    few = weigh(evaluator.store, OFFER, NO_DEAL, SETTING)
    assert few.draws == 128
    assert few.floor > weighed.floor
    first = weigh(evaluator.store, OFFER, NO_DEAL, replace(SETTING, draws=128))
    for id, values in first.signed.items():
        assert few.signed[id] == pytest.approx(values)


def test_an_indicator_that_no_draw_defines_has_no_importance(weighed):
    assert "gap_closed" not in weighed.signed
    assert weighed.of("gap_closed") == {}
    assert weighed.of("nothing") == {}


def test_draws_of_a_package_that_was_scored_are_not_run_again(evaluator, monkeypatch):
    evaluator.evaluate(OFFER, SETTING)

    def refuse(*args, **kwargs):
        raise AssertionError("the engine ran again")

    monkeypatch.setattr(runs, "run", refuse)
    first, second = evaluator.store.draws(runs.world(SETTING), (OFFER, NO_DEAL))
    assert first.values is second.values
    assert first.values.shape == (len(first.parameters), DRAWS)
    assert all(output.shape == (DRAWS,) for output in first.outputs.values())
    assert (first.outputs["supply"] > second.outputs["supply"]).any()
