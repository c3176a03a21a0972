"""What a score hangs on, one assumption at a time: the bars are plain runs, and a verdict flips where it is said to."""

from dataclasses import replace

import numpy as np
import pytest

from dealbuilder import paths
from dealbuilder.analysis import flips, tornado
from dealbuilder.analysis.evaluate import NO_DEAL, Evaluator
from dealbuilder.analysis.evaluation import Setting
from dealbuilder.analysis.quantity import Line, lines, quantities, quantity
from dealbuilder.analysis.swings import swings
from dealbuilder.analysis.uncertain import inputs, uncertain
from dealbuilder.document import file
from dealbuilder.engine.parameters import P
from dealbuilder.engine.run import run
from dealbuilder.errors import Cancelled
from dealbuilder.model.assumptions import Change
from dealbuilder.model.package import Package

SETTING = Setting(draws=8)
OFFER = file.open_any(paths.resources() / "examples" / "essay_full.deal").history.document.package()


@pytest.fixture(scope="module")
def evaluator(catalogue):
    return Evaluator(catalogue)


@pytest.fixture(scope="module")
def every(catalogue):
    return quantities(catalogue, catalogue.lenses)


@pytest.fixture(scope="module")
def ran(catalogue, every):
    return swings(catalogue, OFFER, NO_DEAL, SETTING, every)


@pytest.fixture(scope="module")
def of(evaluator, ran, catalogue):
    """Return the tornado of an id from the one batch."""

    def found(id, line=None):
        wanted = quantity(catalogue, catalogue.lenses, id)
        return tornado.of_swings(evaluator.store, ran, wanted, line or lines(wanted)[0])

    return found


def supply(catalogue, **columns):
    """Return the mean supply of the common draws with assumptions set, by a plain run."""
    prepared = inputs(catalogue, SETTING, SETTING.draws)
    values = prepared.values.copy()
    for id, value in columns.items():
        values[P[id]] = value
    return float(run(replace(prepared, values=values), [OFFER], record=False).outputs[0, 0].mean())


def test_the_centre_is_the_score_and_every_bar_is_a_plain_run(catalogue, evaluator, of):
    found = of("supply_restored")
    assert found.centre == pytest.approx(evaluator.evaluate(OFFER, SETTING, full=False).score("supply_restored").mean)
    assert found.draws == found.all_draws == SETTING.draws
    for bar in found.shown[:3]:
        assert bar.low == pytest.approx(supply(catalogue, **{bar.parameter: bar.figures.low}), abs=1e-9)
        assert bar.high == pytest.approx(supply(catalogue, **{bar.parameter: bar.figures.high}), abs=1e-9)


def test_the_widest_bar_comes_first_and_what_moves_nothing_has_none(catalogue, ran, of):
    found = of("supply_restored")
    widths = [bar.width for bar in found.bars]
    assert widths == sorted(widths, reverse=True)
    assert len(found.bars) + found.still == len(ran.uncertain.ids)
    # What China learns under denial moves the lead alone.
    assert found.bar("backfire") is None
    assert of("leadership_cost").bar("backfire") is not None


def test_the_verdict_flips_where_it_is_said_to(catalogue, of):
    line = Line("target", True, round(of("supply_restored").centre) + 2.0)
    found = of("supply_restored", line)
    turning = [bar for bar in found.bars if bar.flip.outcome == "flips"]
    assert turning
    for bar in turning[:3]:
        reach = 4.0 * flips.CLOSE * (bar.figures.high - bar.figures.low)
        beside = [supply(catalogue, **{bar.parameter: bar.flip.value + side * reach}) for side in (-1.0, 1.0)]
        assert (beside[0] >= line.value) != (beside[1] >= line.value)


def test_a_verdict_that_no_assumption_flips_is_said_to_hold(of):
    found = of("supply_restored", Line("target", True, 1.0))
    assert found.met
    assert {bar.flip.outcome for bar in found.shown} == {"holds"}
    assert {bar.flip.outcome for bar in found.others} == {"untried"}
    assert all(np.isnan(bar.flip.value) for bar in found.bars)


def test_a_flip_between_two_like_ends_is_found(catalogue, ran, evaluator, monkeypatch):
    """A planted score that peaks in the middle of one assumption's range."""
    place = ran.uncertain.ids.index("delay_plant")
    low, high = ran.uncertain.figures[place].low, ran.uncertain.figures[place].high
    wanted = quantity(catalogue, (), "supply_restored")

    def peaked(prepared, packages, rows, values, tick=None):
        share = (np.asarray(values) - low) / (high - low)
        level = np.repeat(1.0 - np.abs(share - 0.5), prepared.draws)
        return [{"supply": level}, {"supply": np.zeros_like(level)}]

    monkeypatch.setattr(flips, "run_sets", peaked)
    level = ran.by_id["supply_restored"].level.copy()
    level[place] = 0.5
    seen = replace(ran.by_id["supply_restored"], level=level)
    made = replace(ran, by_id={"supply_restored": seen})
    found = flips.flips(made, wanted, Line("target", True, 0.9), (0.0, 0.0), [place])
    assert found[place].outcome == "flips"
    assert (found[place].value - low) / (high - low) == pytest.approx(0.4, abs=2 * flips.CLOSE)


def test_a_role_is_judged_by_its_reservation(catalogue, evaluator, of):
    lens = catalogue.lenses[0]
    found = of(f"role:{lens.id}")
    assert found.line == Line("reservation", True, lens.reservation.value)
    assert found.met is (found.centre >= lens.reservation.value)


def test_an_assumption_made_certain_is_asked_about_no_more(catalogue, evaluator):
    value = catalogue.parameter_by_id["delay_plant"].value
    setting = replace(SETTING, draws=2, changes=(Change(parameter="delay_plant", value=value),))
    assert "delay_plant" not in uncertain(catalogue, setting).ids
    wanted = quantity(catalogue, (), "supply_restored")
    assert tornado.tornado(evaluator.store, OFFER, NO_DEAL, setting, wanted).bar("delay_plant") is None


def test_a_changed_range_is_the_range_that_is_tried(catalogue):
    change = Change(parameter="delay_plant", value=20.0, low=19.0, high=21.0)
    figures = uncertain(catalogue, replace(SETTING, changes=(change,))).of("delay_plant")
    assert (figures.low, figures.value, figures.high) == (19.0, 20.0, 21.0)


@pytest.mark.parametrize("package", [NO_DEAL, Package(id="p", name="one", clauses=OFFER.clauses[:1])])
def test_nothing_signed_one_clause_and_one_draw_still_have_an_answer(evaluator, catalogue, package):
    wanted = quantity(catalogue, (), "supply_restored")
    found = tornado.tornado(evaluator.store, package, NO_DEAL, replace(SETTING, draws=1), wanted)
    assert found.bars
    assert found.draws == 1


def test_a_package_that_is_its_own_baseline_is_no_better_whatever_is_assumed(evaluator, catalogue):
    wanted = quantity(catalogue, (), "leadership_cost")
    found = tornado.tornado(evaluator.store, OFFER, OFFER, replace(SETTING, draws=2), wanted)
    assert (found.centre, found.met, found.bars) == (0.0, False, ())
    assert found.still == len(uncertain(catalogue, SETTING).ids)


def test_a_batch_that_nobody_waits_for_stops(catalogue, every):
    def stop(done):
        raise Cancelled

    with pytest.raises(Cancelled):
        swings(catalogue, OFFER, NO_DEAL, SETTING, every[:1], stop)
