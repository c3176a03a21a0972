import numpy as np
import pytest

from dealbuilder import paths
from dealbuilder.engine.inputs import prepare
from dealbuilder.engine.run import run
from dealbuilder.model.inject import ChannelShift, Inject, ParameterShift
from dealbuilder.model.loading import load_catalogue
from dealbuilder.model.package import Clause, Package
from dealbuilder.model.text import Text

CATALOGUE = load_catalogue(paths.resources())
DRAWS = 64
NAME = Text(en="It happens", zh="发生了")
DEAL = Package(id="d", name="D", clauses=(Clause(measure="cn_white_list", level="most"),))
NONE = Package(id="n", name="N")


def inject(month=6, months=None, channels=(), parameters=(), id="it", **more):
    return Inject(
        id=id,
        origin="others",
        title=NAME,
        card=NAME,
        month=month,
        months=months,
        channels=tuple(ChannelShift(channel=id_, by=by) for id_, by in channels),
        parameters=tuple(ParameterShift(parameter=p, value=v, low=lo, high=hi) for p, v, lo, hi in parameters),
        **more,
    )


def ran(*injects, packages=(DEAL,)):
    return run(prepare(CATALOGUE, "2025-07", "central", (), DRAWS, 7, injects), packages)


def series(result, id, place=0):
    return result.monthly[place, result.series_ids.index(id)].mean(axis=-1)


@pytest.fixture(scope="module")
def calm():
    return ran()


def test_that_months_before_an_inject_are_those_of_a_run_without_it(calm):
    struck = ran(inject(month=6, channels=[("stop_licences", 1.0)]))
    first = struck.signing + 6
    assert np.array_equal(struck.monthly[..., :first, :], calm.monthly[..., :first, :])
    assert (series(struck, "supply")[first : first + 6] < series(calm, "supply")[first : first + 6]).any()


def test_that_a_stop_bites_although_the_deal_promises_licences(calm):
    struck = ran(inject(month=3, months=6, channels=[("stop_licences", 1.0)]))
    assert struck.outputs[0, 0].mean() < calm.outputs[0, 0].mean()


def test_that_an_inject_which_ends_hurts_less_than_one_that_stays():
    short = ran(inject(month=6, months=3, channels=[("stop_licences", 1.0)]))
    long = ran(inject(month=6, channels=[("stop_licences", 1.0)]))
    place = short.output_ids.index("supply")
    assert short.outputs[0, place].mean() > long.outputs[0, place].mean()


def test_that_a_shift_of_a_parameter_holds_in_its_months_only():
    nothing = prepare(CATALOGUE, "2025-07", "central", (), DRAWS, 7)
    there = inject(month=2, months=4, parameters=[("hold_rest", 0.9, 0.9, 0.9)])
    strikes = prepare(CATALOGUE, "2025-07", "central", (), DRAWS, 7, (there,)).strikes
    first = nothing.signing + 2
    assert strikes.era.tolist() == [0] * first + [1] * 4 + [0] * (len(nothing.months) - first - 4)
    sets = strikes.sets(nothing.values)
    changed = np.flatnonzero((sets[1] != sets[0]).any(axis=1))
    assert np.array_equal(sets[0], nothing.values)
    assert len(changed) == 1
    assert (sets[1, changed[0]] == 0.9).all()


def test_that_a_shifted_range_is_drawn_with_the_parameters_own_numbers():
    there = inject(parameters=[("customs_days", 60.0, 40.0, 90.0)])
    prepared = prepare(CATALOGUE, "2025-07", "central", (), 256, 7, (there,))
    (row,) = prepared.strikes.later[0].values()
    assert abs(np.median(row) - 60.0) < 3.0
    known = CATALOGUE.parameter_by_id["customs_days"]
    if known.distribution != "fixed":
        own = prepared.strikes.sets(prepared.values)[0]
        same = [line for line in own if np.array_equal(np.argsort(line), np.argsort(row))]
        assert same


def test_that_shifts_add_up_and_stay_within_the_bounds_of_their_channel():
    one = inject(id="one", channels=[("stop_licences", 0.7)])
    two = inject(id="two", channels=[("stop_licences", 0.7)])
    whole = inject(id="whole", channels=[("stop_licences", 1.0)])
    assert np.array_equal(ran(one, two).outputs, ran(whole).outputs)


def test_that_fewer_days_of_review_are_better_although_the_channel_counts_days(calm):
    place = calm.output_ids.index("supply")
    quick = ran(inject(month=1, channels=[("review_days", -20.0)]))
    assert quick.outputs[0, place].mean() > calm.outputs[0, place].mean()


def test_that_a_truce_that_expires_is_likelier_to_end(calm):
    ended = ran(inject(month=5, expires=True))
    place = ended.output_ids.index("alive_12")
    assert ended.outputs[0, place].mean() < calm.outputs[0, place].mean()


def test_that_what_this_catalogue_does_not_know_does_nothing(calm):
    strange = inject(channels=[("no_such_channel", 1.0)], parameters=[("no_such_parameter", 1.0, 1.0, 1.0)])
    assert np.array_equal(ran(strange).outputs, calm.outputs)


def test_that_a_batch_gives_each_package_what_it_gets_alone_under_an_inject():
    there = inject(month=4, channels=[("stop_licences", 0.5)], parameters=[("customs_days", 60.0, 40.0, 90.0)])
    both = ran(there, packages=(NONE, DEAL))
    assert np.array_equal(both.outputs[1], ran(there).outputs[0])


def test_that_an_inject_bears_on_the_baseline_too():
    there = inject(month=4, channels=[("stop_licences", 1.0)])
    place = ran().output_ids.index("supply")
    assert ran(there, packages=(NONE,)).outputs[0, place].mean() < ran(packages=(NONE,)).outputs[0, place].mean()


def test_that_draws_prepared_in_stretches_are_those_of_the_whole_run_under_injects_too():
    there = inject(parameters=[("customs_days", 60.0, 40.0, 90.0)])
    whole, later = (prepare(CATALOGUE, "2025-07", "central", (), 200, 7, (there,), begin) for begin in (0, 64))
    assert later.draws == 136
    assert (later.values == whole.values[:, 64:]).all()
    assert (later.shocks == whole.shocks[:, 64:]).all()
    assert np.array_equal(later.strikes.later[0]["customs_days"], whole.strikes.later[0]["customs_days"][64:])
    alike = run(later, (DEAL,), record=False).outputs == run(whole, (DEAL,), record=False).outputs[:, :, 64:]
    assert alike.all()
