"""The replay against customs: what is compared, how wide the band is, and what it must get right."""

import numpy as np
import pytest

from dealbuilder.analysis.backtest import REST, US, WORLD, averages, backtest, counted, prior, shipped
from dealbuilder.analysis.runs import World
from dealbuilder.errors import DealError
from dealbuilder.model.customs import Count, Customs

DRAWS, SEED = 256, 20250715
TOLERANCE = {US: 0.20, WORLD: 0.15}
"""Mean absolute errors that calibration allows, share of the 2024 average."""


@pytest.fixture(scope="module", params=["2025-07", "2026-11"])
def pack(request, catalogue):
    return catalogue.pack_by_id[request.param]


@pytest.fixture(scope="module", params=["central", "essay", "sceptic"])
def found(request, catalogue, pack):
    return backtest(catalogue, pack, World(pack.id, request.param, (), DRAWS, SEED))


def test_the_errors_are_within_what_calibration_allows_under_every_worldview(found):
    for destination, most in TOLERANCE.items():
        assert found.errors[destination] <= most


def test_the_trough_is_may_and_deep(found):
    for destination, most in ((US, 0.15), (WORLD, 0.40)):
        first = [row for row in found.of(destination) if row.month <= "2025-10"]
        lowest = min(first, key=lambda row: row.mean)
        assert lowest.month == "2025-05"
        assert lowest.mean < most


def test_about_nine_in_ten_months_lie_inside_the_band_and_the_band_still_tells_something(found):
    assert 0.8 <= found.inside_90 <= 1.0
    for row in found.rows:
        assert 0.0 <= row.p05 <= row.p50 <= row.p95
        assert row.p95 - row.p05 < 0.75


def test_the_curve_drawn_by_hand_is_beaten_over_both_destinations(found):
    ours = np.mean([found.errors[US], found.errors[WORLD]])
    assert ours < np.mean([found.curve[US], found.curve[WORLD]])


def test_the_united_states_recover_later_than_the_rest_of_the_world(found):
    us, rest = ({row.month: row.mean for row in found.of(id)} for id in (US, REST))
    assert us["2025-06"] < rest["2025-06"]
    assert us["2025-07"] < rest["2025-07"]


def test_fitting_brought_the_model_nearer_to_trade(catalogue, pack):
    world = World(pack.id, "central", (), DRAWS, SEED)
    before, after = backtest(prior(catalogue), pack, world), backtest(catalogue, pack, world)
    assert after.mean_absolute_error < before.mean_absolute_error


def test_the_rest_of_the_world_is_the_world_without_the_united_states(catalogue, found):
    usual = averages(catalogue)
    by_key = {(row.month, row.destination): row for row in found.rows}
    for row in found.of(REST):
        world, us = by_key[row.month, WORLD], by_key[row.month, US]
        assert row.tonnes == pytest.approx(world.tonnes - us.tonnes)
        assert row.mean * usual[REST] == pytest.approx(world.mean * usual[WORLD] - us.mean * usual[US])


def test_the_same_seed_gives_the_same_band_and_another_seed_another(catalogue):
    drawn = np.full(64, 0.9)
    count = Count("2025-08", US, 590.0)
    assert np.array_equal(counted(catalogue, count, drawn, 1), counted(catalogue, count, drawn, 1))
    assert not np.array_equal(counted(catalogue, count, drawn, 1), counted(catalogue, count, drawn, 2))
    assert counted(catalogue, count, np.zeros(64), 1).min() >= 0.0


def given(catalogue, *counts: Count):
    pack = catalogue.pack_by_id["2025-07"]
    return backtest(catalogue, pack, World(pack.id, "central", (), 64, SEED), Customs(counts, ()))


def test_months_that_nobody_saw_are_compared_like_the_others(catalogue):
    found = given(catalogue, Count("2026-03", US, 500.0), Count("2027-01", WORLD, 5000.0))
    assert [(row.month, row.destination) for row in found.rows] == [("2026-03", US), ("2027-01", WORLD)]
    assert found.rows[0].observed == pytest.approx(500.0 / averages(catalogue)[US])
    assert np.isnan(found.errors[REST])


def test_months_outside_the_run_are_passed_over_with_a_notice(catalogue):
    found = given(catalogue, Count("2024-10", US, 628.0), Count("2025-10", US, 656.0))
    assert len(found.rows) == 1
    assert found.notices == ("1 month(s) outside 2025-04 to 2030-07 were passed over.",)


def test_nothing_to_compare_is_a_sentence(catalogue):
    with pytest.raises(DealError, match="No month of the data lies inside the run"):
        given(catalogue, Count("2024-10", US, 628.0))


def test_kilograms_are_not_taken_for_tonnes(catalogue):
    with pytest.raises(DealError, match="hardly in tonnes"):
        given(catalogue, Count("2025-10", US, 656_000.0))


def test_a_part_larger_than_its_whole_is_refused(catalogue):
    with pytest.raises(DealError, match="more than 500 t to the world"):
        given(catalogue, Count("2025-10", US, 656.0), Count("2025-10", WORLD, 500.0))


def test_the_shipped_months_are_those_of_the_pack(pack):
    assert len(shipped(pack).counts) == len(pack.observations) >= 14
