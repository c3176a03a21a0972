"""The search of the wide front: repeatable, within bounds, exact in what it says of what it read."""

import numpy as np
import pytest

from dealbuilder.analysis.contradictions import contradictions
from dealbuilder.analysis.evaluation import Setting
from dealbuilder.analysis.frontier import front, points
from dealbuilder.analysis.many import SENSE, Reader
from dealbuilder.analysis.space import Bounds
from dealbuilder.analysis.wide import search
from dealbuilder.errors import Cancelled
from dealbuilder.model.catalogue import Catalogue
from tests.analysis.packages import package

START = package("cn_whitelist=pilot", "us_standstill=notice_30", "rescind_ai_letters=h20_capped")
SETTING = Setting(draws=16)
BOUNDS = Bounds(locked=frozenset({"us_standstill"}), home=False)


@pytest.fixture(scope="module")
def found(catalogue: Catalogue):
    return search(catalogue, START, SETTING, catalogue.lenses, BOUNDS, budget=600)


def test_what_is_told_is_read_with_every_draw_and_beaten_by_no_other(catalogue: Catalogue, found) -> None:
    again = Reader(catalogue, catalogue.lenses, SETTING).read(found.packages, 16).mean(axis=2)
    assert np.array_equal(again, found.values)
    assert front(found.values, SENSE).all()
    assert found.points == points(found.values[:, :2], found.reservations)
    assert len(set(found.packages)) == len(found.packages)


def test_the_search_keeps_to_its_budget_its_bounds_and_itself(catalogue: Catalogue, found) -> None:
    assert 300 < found.looked <= 600
    assert found.measures
    for moves, one in zip(found.moves, found.packages, strict=True):
        sides = {catalogue.measure_by_id[move.measure].side for move in moves}
        assert "home" not in sides
        assert "us_standstill" not in {move.measure for move in moves}
        assert not contradictions(catalogue, one)
        for move in moves:
            clause = one.clause(move.measure)
            assert (clause.level if clause else "none") == move.after


def test_the_same_seed_finds_the_same_front(catalogue: Catalogue, found) -> None:
    again = search(catalogue, START, SETTING, catalogue.lenses, BOUNDS, budget=600)
    assert again.packages == found.packages
    assert np.array_equal(again.values, found.values)


def test_the_front_reaches_beyond_the_package_it_began_with(found) -> None:
    better = (found.values * SENSE).max(axis=0) > np.array(found.present) * SENSE
    assert better[:3].all()


def test_with_everything_locked_the_front_is_the_package_itself(catalogue: Catalogue) -> None:
    still = Bounds(locked=frozenset(measure.id for measure in catalogue.measures))
    found = search(catalogue, START, SETTING, catalogue.lenses, still, budget=100)
    assert found.packages == (START,)
    assert found.moves == ((),)
    assert found.measures == ()


def test_a_search_that_nobody_waits_for_ends(catalogue: Catalogue) -> None:
    def stop(done: float) -> None:
        if done > 0.2:
            raise Cancelled

    with pytest.raises(Cancelled):
        search(catalogue, START, SETTING, catalogue.lenses, BOUNDS, budget=400, tick=stop)
