"""Another starting point needs no code: what is law, when the truce runs out and what is banned are the pack's."""

import numpy as np
import pytest

from dealbuilder.engine import schedule
from dealbuilder.engine.inputs import calendar, prepare
from dealbuilder.engine.run import run
from dealbuilder.engine.tables import lift
from dealbuilder.errors import DealError
from dealbuilder.model.package import HORIZON
from tests.engine.deals import CATALOGUE, DRAWS, EMPTY, SEED, deal, output, series

JULY, NOVEMBER = CATALOGUE.pack_by_id["2025-07"], CATALOGUE.pack_by_id["2026-11"]
BAN = 4
"""Place of the month of the ban in the calendar."""


def catalogue_with(**changes):
    # model_copy would carry the cached look-ups along.
    return type(CATALOGUE).model_construct(**{**dict(CATALOGUE), **changes})


def lacking(id):
    """Return the catalogue whose November pack lacks one act."""
    events = tuple(event for event in NOVEMBER.events if event.id != id)
    assert len(events) + 1 == len(NOVEMBER.events)
    return catalogue_with(packs=(JULY, NOVEMBER.model_copy(update={"events": events})))


def ready(catalogue=CATALOGUE, pack="2026-11"):
    return prepare(catalogue, pack, "central", (), DRAWS, SEED)


@pytest.fixture(scope="module")
def prepared():
    return ready()


@pytest.fixture(scope="module")
def baseline(prepared):
    return run(prepared, [EMPTY])


def test_the_run_replays_the_record_and_goes_on_sixty_months(prepared):
    assert prepared.months[0] == "2025-04"
    assert prepared.months[prepared.signing] == "2026-11"
    assert len(prepared.months) == prepared.signing + 1 + HORIZON


def test_no_deal_is_the_baseline_bit_for_bit(prepared, baseline):
    both = run(prepared, [deal({"cn_whitelist": 2}), EMPTY])
    assert np.array_equal(both.outputs[1], baseline.outputs[0])
    assert np.array_equal(both.monthly[1], baseline.monthly[0])
    assert not np.array_equal(both.outputs[0], baseline.outputs[0])


def test_an_empty_package_gives_and_receives_nothing_under_any_law(baseline):
    for id in ("given_us", "received_us", "given_china", "received_china"):
        assert (output(baseline, id) == 0.0).all()


def test_the_months_before_signing_are_the_same_whatever_is_signed(prepared, baseline):
    signed = run(prepared, [deal({"cn_whitelist": 3, "rescind_ai_letters": 3})])
    before = slice(0, prepared.signing + 1)
    states = [row for row, id in enumerate(signed.series_ids) if not id.startswith("exposure") and id != "hazard"]
    assert np.array_equal(signed.monthly[0, states, before], baseline.monthly[0, states, before])


def test_no_truce_breaks_before_it_is_signed(prepared, baseline):
    assert (series(baseline, "alive")[: prepared.signing + 1] == 100.0).all()
    assert series(baseline, "alive")[-1] < 100.0


def test_the_truce_first_comes_up_in_january_2027_and_then_each_year():
    flags = schedule.terms(CATALOGUE, NOVEMBER, [EMPTY])[0]
    months = schedule.months(NOVEMBER)
    assert [months[at] for at in np.flatnonzero(flags)][:3] == ["2027-01", "2028-01", "2029-01"]


def test_a_deal_with_a_term_of_its_own_leaves_the_truce_s_clock():
    months = schedule.months(NOVEMBER)
    flags = schedule.terms(CATALOGUE, NOVEMBER, [deal({"term_length": 2})])[0]
    assert [months[at] for at in np.flatnonzero(flags)] == ["2028-11", "2030-11"]


def test_a_pack_that_names_no_end_of_the_truce_counts_from_signing():
    flags = schedule.terms(CATALOGUE, JULY, [EMPTY])[0]
    months = schedule.months(JULY)
    assert [months[at] for at in np.flatnonzero(flags)] == [f"{year}-07" for year in range(2026, 2031)]


def test_the_expiry_of_the_truce_is_a_step_in_its_hazard(prepared, baseline):
    hazard = series(baseline, "hazard")
    expiry = prepared.months.index("2027-01")
    assert hazard[expiry] > 1.5 * max(hazard[expiry - 1], hazard[expiry + 1])


@pytest.mark.parametrize("pack", [JULY, NOVEMBER], ids=lambda pack: pack.id)
def test_the_ban_on_magnets_takes_force_in_january_2027_in_both(pack):
    at = int(calendar(ready(pack=pack.id), 1, False, 0, 1)[BAN])
    assert schedule.months(pack)[at] == "2027-01"


def test_without_an_act_there_is_no_ban_and_the_forces_are_served_no_worse(baseline):
    free = run(ready(lacking("magnet_ban")), [deal({"cn_access_military": 3})])
    barred = run(ready(), [deal({"cn_access_military": 3})])
    assert output(free, "supply_military").mean() > output(barred, "supply_military").mean()
    assert int(calendar(ready(lacking("magnet_ban")), 1, False, 0, 1)[BAN]) == HORIZON + 20


def test_a_ban_unknown_at_signing_counts_in_a_replay_only():
    ban = next(event for event in NOVEMBER.events if event.effect == "magnet_ban").model_copy(update={"known": False})
    pack = NOVEMBER.model_copy(update={"events": (ban,)})
    assert schedule.ban(pack) == len(schedule.months(pack))
    assert schedule.months(pack)[schedule.ban(pack, replay=True)] == "2027-01"


def test_law_tighter_than_rest_binds_in_the_baseline(baseline):
    eased = run(ready(lacking("veu_annual")), [EMPTY])
    assert output(eased, "revenue_toolmakers").mean() > output(baseline, "revenue_toolmakers").mean()


def test_a_promise_lifts_law_tighter_than_rest_and_is_worth_something(prepared, baseline):
    kept = run(prepared, [deal({"keep_veu": 3})])
    assert output(kept, "revenue_toolmakers").mean() > output(baseline, "revenue_toolmakers").mean()
    assert (output(kept, "received_china") > 0.0).all()


def test_what_is_law_already_is_worth_nothing_when_signed_again(prepared):
    again = run(prepared, [deal({"rescind_ai_letters": 2})])
    more = run(prepared, [deal({"rescind_ai_letters": 3})])
    assert (output(again, "received_china") == 0.0).all()
    assert (output(more, "received_china") > 0.0).all()


@pytest.mark.parametrize(
    "signed", [{"agenda_tariffs": 2}, {"agenda_fentanyl": 1}, {"us_standstill": 1}, {"cn_standstill": 1}]
)
def test_a_promise_of_what_is_law_calms_nothing_until_the_law_runs_out(prepared, baseline, signed):
    ran = run(prepared, [deal(signed)])
    alive, before = (run_.monthly[0, run_.series_ids.index("alive")] for run_ in (ran, baseline))
    until = prepared.months.index("2027-01")
    assert np.array_equal(alive[:until], before[:until])
    hazard, before = series(ran, "hazard"), series(baseline, "hazard")
    ends = prepared.months.index("2027-01")
    assert hazard[ends - 1] == pytest.approx(before[ends - 1])
    assert hazard[ends + 1] < before[ends + 1]


@pytest.mark.parametrize("table", ["projects", "instruments", "need", "ledger"])
def test_a_catalogue_without_a_table_is_a_sentence_that_names_it(table):
    bare = catalogue_with(tables=tuple(known for known in CATALOGUE.tables if known.id != table))
    with pytest.raises(DealError, match=table):
        lift(bare, NOVEMBER)


def test_a_pack_nobody_knows_is_a_sentence():
    with pytest.raises(DealError, match="2031-01"):
        ready(pack="2031-01")
