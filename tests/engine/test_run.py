"""The batch: the same bits alone and in company, progress, cancel, and the empty package."""

import numpy as np
import pytest

from dealbuilder.engine.inputs import prepare
from dealbuilder.engine.outputs import OUTPUTS, SERIES
from dealbuilder.engine.run import run
from dealbuilder.errors import Cancelled, DealError
from dealbuilder.model.assumptions import Change
from dealbuilder.model.package import Package
from tests.engine.deals import CATALOGUE, DRAWS, EMPTY, ESSAY, SEED, clause, deal, output, prepared, result, side


def same(one, other):
    return np.array_equal(one, other, equal_nan=True)


def test_a_batch_gives_each_package_the_bits_it_gets_alone():
    packages = [EMPTY, deal(ESSAY), deal(side("home")), deal(side("china"))]
    batch = result(*packages)
    for place, package in enumerate(packages):
        alone = result(package)
        assert same(batch.outputs[place], alone.outputs[0])
        assert same(batch.monthly[place], alone.monthly[0])
        assert same(batch.cells[place], alone.cells[0])


def test_a_batch_with_an_odd_number_of_draws_gives_the_bits_of_single_draws():
    inputs = prepare(CATALOGUE, "2025-07", "central", (), 37, SEED)
    wide = prepared()
    few, many = run(inputs, [EMPTY, deal(ESSAY)]), run(wide, [deal(ESSAY)])
    assert same(few.outputs[1], many.outputs[0, :, :37])


def test_threads_change_no_bit():
    inputs = prepare(CATALOGUE, "2025-07", "central", (), 700, SEED)
    packages = [EMPTY, deal(ESSAY), deal(side("home")), deal(side("us"))]
    batch = run(inputs, packages, record=False)
    assert same(batch.outputs[1], run(inputs, [packages[1]], record=False).outputs[0])


def test_the_same_inputs_give_the_same_bits_twice():
    assert same(result(deal(ESSAY)).outputs, result(deal(ESSAY)).outputs)


def test_recording_changes_no_output():
    assert same(result(deal(ESSAY)).outputs, result(deal(ESSAY), record=False).outputs)


def test_the_shapes_are_those_promised():
    ran = result(EMPTY, deal(ESSAY))
    assert ran.outputs.shape == (2, len(OUTPUTS), DRAWS)
    assert ran.monthly.shape == (2, len(SERIES), len(ran.months), DRAWS)
    assert ran.cells.shape == (2, 11, 11, 3)
    assert ran.months[0] == "2025-04"
    assert ran.months[ran.signing] == "2025-07"
    assert len(ran.months) == ran.signing + 61
    assert np.array_equal(np.isnan(ran.cells[0]), ran.cell_need == 0)


def test_every_number_is_finite():
    ran = result(EMPTY, deal(ESSAY), deal(side("us")), deal(side("china")), deal(dict.fromkeys(side("home"), -1)))
    assert np.isfinite(ran.outputs).all()
    assert np.isfinite(ran.monthly).all()


def test_a_package_of_nones_and_unknowns_is_the_baseline_to_the_last_bit():
    nones = tuple(clause(measure.id, 0) for measure in CATALOGUE.measures)
    strange = clause("cn_whitelist", 1).model_copy(update={"measure": "unheard_of"})
    level = clause("cn_customs", 1).model_copy(update={"level": "unheard_of"})
    package = Package(id="p", name="", clauses=(*(c for c in nones if c.measure != "cn_customs"), strange, level))
    assert same(result(package).outputs, result(EMPTY).outputs)


def test_a_locked_guardrail_is_the_baseline_to_the_last_bit():
    locked = Package(id="p", name="", clauses=(clause("oct22_chips", -1), clause("advanced_litho", -1)))
    assert same(result(locked).outputs, result(EMPTY).outputs)


def test_the_order_of_clauses_never_matters():
    package = deal(ESSAY)
    turned = package.model_copy(update={"clauses": package.clauses[::-1]})
    assert same(result(package).outputs, result(turned).outputs)


def test_progress_runs_from_nothing_to_all():
    heard = []
    run(prepared(), [EMPTY] * 40, tick=heard.append, record=False)
    assert heard[0] == 0
    assert heard[-1] == 1
    assert heard == sorted(heard)
    assert len(heard) > 2


def test_a_cancelled_run_stops_at_the_next_tick():
    def refuse(done):
        if done > 0:
            raise Cancelled

    for count in (2, 60):
        with pytest.raises(Cancelled):
            run(prepared(), [EMPTY] * count, tick=refuse, record=False)


@pytest.mark.parametrize(
    ("pack", "view", "draws", "changes"),
    [
        ("1999-01", "central", 8, ()),
        ("2025-07", "nobody", 8, ()),
        ("2025-07", "central", 0, ()),
        ("2025-07", "central", 8, (Change(parameter="backfire", value=2, low=3, high=4),)),
    ],
)
def test_inputs_that_cannot_be_served_are_a_sentence(pack, view, draws, changes):
    with pytest.raises(DealError) as caught:
        prepare(CATALOGUE, pack, view, changes, draws, SEED)
    assert caught.value.message.endswith(".")
    assert caught.value.hint


def test_halving_the_step_moves_the_headlines_by_less_than_three_percent():
    whole, half = result(EMPTY, deal(ESSAY), record=False), result(EMPTY, deal(ESSAY), record=False, substeps=2)
    for id in ("supply", "lead"):
        for place in (0, 1):
            one, other = output(whole, id, place).mean(), output(half, id, place).mean()
            assert other == pytest.approx(one, rel=0.03)


def test_a_replay_applies_later_acts_and_takes_no_rupture_from_the_hazard():
    plain, replayed = result(EMPTY), result(EMPTY, replay=True)
    assert (output(replayed, "life") == 60).all()
    assert output(replayed, "china_compute").mean() > output(plain, "china_compute").mean()
    before = slice(0, plain.signing)
    assert same(plain.monthly[..., before, :], replayed.monthly[..., before, :])
