"""Worst regret over worldviews: what the best package of each is worth more, and whose worst is least."""

import numpy as np
import pytest

from dealbuilder import paths
from dealbuilder.analysis.evaluate import NO_DEAL, Evaluator
from dealbuilder.analysis.evaluation import Setting
from dealbuilder.analysis.party_value import party_value
from dealbuilder.analysis.regret import Column, regret
from dealbuilder.analysis.runs import world
from dealbuilder.document import file

SETTING = Setting(draws=32)
NAMES = ("essay_full", "busan", "london")


@pytest.fixture(scope="module")
def packages():
    found = (file.open_any(paths.resources() / "examples" / f"{name}.deal").history.document for name in NAMES)
    return tuple(document.package().model_copy(update={"id": document.id}) for document in found)


@pytest.fixture(scope="module")
def evaluator(catalogue):
    return Evaluator(catalogue)


@pytest.fixture(scope="module")
def told(evaluator, packages, catalogue):
    return regret(evaluator.store, packages, NO_DEAL, SETTING, catalogue.lenses)


def column(told, id) -> Column:
    return next(one for one in told.columns if one.id == id)


def test_the_values_are_those_of_the_scoreboard_in_each_worldview(told, evaluator, packages, catalogue):
    for place, view in enumerate(told.worldviews):
        for row, package in enumerate(packages):
            setting = Setting(draws=32, worldview=view)
            scores = evaluator.evaluate(package, setting, full=False).scores
            by_id = {score.id: score.mean for score in scores}
            for id in ("supply_restored", "leadership_cost"):
                assert column(told, id).values[row, place] == pytest.approx(by_id[id], abs=1e-8)
            for party in ("us", "china"):
                value = party_value(catalogue.lenses, party, scores).value
                assert column(told, party).values[row, place] == pytest.approx(value, abs=1e-8)


def test_the_best_package_of_a_worldview_regrets_nothing_and_less_cost_is_better(told):
    for id, sense in (("supply_restored", 1), ("leadership_cost", -1), ("us", 1), ("china", 1)):
        found = column(told, id)
        best = np.argmax(sense * found.values, axis=0)
        assert (found.regret >= 0.0).all()
        assert found.regret[best, range(len(told.worldviews))] == pytest.approx(0.0)
        assert found.worst[list(found.least)] == pytest.approx(found.worst.min())


def test_one_package_alone_regrets_nothing(evaluator, packages, catalogue):
    alone = regret(evaluator.store, packages[:1], NO_DEAL, SETTING, catalogue.lenses)
    assert all(one.worst.tolist() == [0.0] and one.least == (0,) for one in alone.columns)


def test_two_equal_packages_share_the_least_regret(evaluator, packages, catalogue):
    twin = packages[0].model_copy(update={"id": "twin"})
    found = regret(evaluator.store, (packages[0], twin), NO_DEAL, SETTING, catalogue.lenses)
    assert all(one.least == (0, 1) for one in found.columns)


def test_the_draws_of_a_worldview_are_those_of_the_deal(told):
    assert told.draws == 32
    assert told.worldviews == ("essay", "central", "sceptic")
    assert world(SETTING, worldview="essay").draws == 32
