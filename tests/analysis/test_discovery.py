"""When a deal fails: planted rules are found and tested on worlds not yet seen, and where there is none it is said."""

from dataclasses import replace

import numpy as np
import pytest

from dealbuilder import paths
from dealbuilder.analysis.discovery import boxed, discover, judged
from dealbuilder.analysis.evaluate import NO_DEAL, Evaluator
from dealbuilder.analysis.evaluation import Setting
from dealbuilder.analysis.failing import Failing
from dealbuilder.analysis.quantity import Line, quantity
from dealbuilder.analysis.uncertain import first_break
from dealbuilder.document import file
from dealbuilder.engine.inputs import prepare

IDS = tuple(f"a{i}" for i in range(6))
OFFER = file.open_any(paths.resources() / "examples" / "essay_full.deal").history.document.package()


@pytest.fixture(scope="module")
def evaluator(catalogue):
    return Evaluator(catalogue)


@pytest.fixture(scope="module")
def wanted(catalogue):
    return quantity(catalogue, (), "supply_restored")


def worlds(count=1024, seed=2):
    return np.random.default_rng(seed).random((count, len(IDS)))


def found(wanted, values, bad):
    return boxed(wanted, Failing(None), IDS, values, bad)


def test_a_planted_rule_is_found_and_its_counts_are_those_of_unseen_worlds(wanted):
    values = worlds()
    bad = (values[:, 2] > 0.7) & (values[:, 4] < 0.5)
    told = found(wanted, values, bad)
    assert told.outcome == "rule"
    limits = {limit.parameter: limit for limit in told.limits}
    assert limits.keys() == {"a2", "a4"}
    assert limits["a2"].low == pytest.approx(0.7, abs=0.05)
    assert limits["a2"].high == np.inf
    assert limits["a4"].high == pytest.approx(0.5, abs=0.06)
    unseen, marks = values[512:], bad[512:]
    inside = (unseen[:, 2] >= limits["a2"].low) & (unseen[:, 4] <= limits["a4"].high)
    assert told.tested.all == 512
    assert (told.tested.inside, told.tested.hits_inside) == (inside.sum(), (inside & marks).sum())
    assert told.tested.density > 0.85
    assert set(told.axes) == {"a2", "a4"}
    assert told.points.shape == (512, 2)


def test_a_third_assumption_joins_only_where_it_helps(wanted):
    values = worlds(4096)
    three = (values[:, 0] > 0.5) & (values[:, 2] > 0.5) & (values[:, 4] < 0.5)
    assert {limit.parameter for limit in found(wanted, values, three).limits} == {"a0", "a2", "a4"}
    one = values[:, 3] > 0.8
    assert {limit.parameter for limit in found(wanted, values, one).limits} == {"a3"}


def test_failing_by_chance_alone_has_no_rule(wanted):
    for seed in range(5):
        bad = np.random.default_rng(100 + seed).random(1024) < 0.25
        told = found(wanted, worlds(seed=seed), bad)
        assert told.outcome == "no_rule"
        assert told.limits == ()
        assert len(told.axes) == 2


def test_where_most_worlds_fail_the_rule_is_about_those_that_do_not(wanted):
    values = worlds()
    good = (values[:, 1] < 0.4) & (values[:, 5] < 0.6)
    told = found(wanted, values, ~good)
    assert told.turned
    assert {limit.parameter for limit in told.limits} == {"a1", "a5"}
    assert told.share == pytest.approx((~good).mean())
    assert told.tested.hits == good[512:].sum()


@pytest.mark.parametrize(
    ("count", "bad", "outcome"),
    [(1024, "none", "never"), (1024, "all", "always"), (1024, "three", "rare"), (64, "all", "few"), (1, "all", "few")],
)
def test_what_cannot_be_told_is_said_and_nothing_breaks(wanted, count, bad, outcome):
    marks = np.zeros(count, dtype=bool)
    marks[: {"none": 0, "all": count, "three": 3}[bad]] = True
    told = found(wanted, worlds(count), marks)
    assert (told.outcome, told.limits) == (outcome, ())
    assert told.worlds == count


def test_failing_is_a_missed_target_else_no_better_than_the_baseline_else_the_worst_fifth(wanted):
    level, gain = np.linspace(0.0, 99.0, 100), np.linspace(-10.0, 89.0, 100)
    given, bad = judged(wanted, level, gain, targets=[("supply_restored", True, 50.0)])
    assert given.line == Line("target", True, 50.0)
    assert bad.sum() == 50
    given, bad = judged(wanted, level, gain)
    assert given.line == Line("baseline", True, 0.0)
    assert bad.sum() == 11
    given, bad = judged(wanted, level, gain + 50.0)
    assert given == Failing(None, 19.0)
    assert bad.sum() == 20


def test_of_a_cost_the_highest_are_the_worst_and_a_score_that_never_varies_has_none(catalogue):
    cost = quantity(catalogue, (), "leadership_cost")
    level = np.linspace(1.0, 100.0, 100)
    given, bad = judged(cost, level, level, Failing(None))
    assert given.beyond == 81.0
    assert bad[-20:].all()
    assert not bad[:-20].any()
    given, bad = judged(cost, np.ones(10), np.ones(10), Failing(None))
    assert np.isnan(given.beyond)
    assert not bad.any()


def test_luck_is_the_luck_that_the_engine_draws(catalogue):
    setting = Setting(draws=8)
    prepared = prepare(catalogue, setting.pack, setting.worldview, (), 8, setting.seed)
    assert -np.log1p(-first_break(setting) / 100.0) == pytest.approx(prepared.shocks[0])


def test_whether_the_deal_lives_hangs_on_luck_and_the_hazard_of_the_truce(catalogue, evaluator):
    alive = quantity(catalogue, (), "alive_60")
    told = discover(evaluator.store, OFFER, NO_DEAL, Setting(draws=1024), alive, Failing(Line("target", True, 50.0)))
    assert told.turned
    assert {limit.parameter for limit in told.limits} == {"luck", "hazard_truce"}
    assert told.tested.density > told.tested.hits / told.tested.all + 0.2


def test_one_draw_is_too_few_and_still_an_answer(catalogue, evaluator, wanted):
    told = discover(evaluator.store, OFFER, NO_DEAL, Setting(draws=1), wanted)
    assert told.outcome == "few"


def test_a_package_that_is_its_own_baseline_fails_in_every_world(catalogue, evaluator, wanted):
    missed = Failing(Line("baseline", True, 0.0))
    told = discover(evaluator.store, OFFER, OFFER, replace(Setting(), draws=256), wanted, missed)
    assert told.outcome == "always"
