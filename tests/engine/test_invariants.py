"""What holds whatever the package (model.md, section 7.1), and scores that cannot be gamed."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dealbuilder.model.assumptions import Change
from dealbuilder.model.package import HORIZON, Clause, Package
from tests.engine.deals import CATALOGUE, EMPTY, ESSAY, deal, output, prepared, result, series, side

SHARES = ("alive_12", "alive_36", "alive_60")
PERCENTS = (
    "supply_gross", "supply_m6", "supply_m12", "supply_m60", "supply_civil", "supply_dual_use", "supply_military",
    "supply_equal", "supply_value", "noncn_mine", "noncn_separate", "noncn_metal", "noncn_magnet", "china_tools",
    "china_leverage",
)  # fmt: skip
SOURCES = ("from_licensed", "from_leakage", "from_allied", "from_recycling", "from_stock", "from_avoided")
FIRM = (
    Change(parameter="hazard_truce", value=0), Change(parameter="expiry_hazard", value=0),
    Change(parameter="strained_cut", value=0),
)  # fmt: skip
"""Assumptions under which the truce lives on, so that the mechanism is seen alone."""


@st.composite
def packages(draw):
    chosen = draw(st.lists(st.sampled_from(CATALOGUE.measures), max_size=12, unique_by=lambda measure: measure.id))
    clauses = tuple(
        Clause(
            measure=measure.id,
            level=draw(st.sampled_from(measure.levels)).id,
            start=draw(st.integers(0, 48)),
            end=draw(st.none() | st.integers(1, 60)),
            unlocked=draw(st.booleans()),
        )
        for measure in chosen
    )
    return Package(id="p", name="", clauses=clauses)


@settings(max_examples=25, deadline=None)
@given(packages())
def test_shares_stay_shares_and_parts_sum_to_the_whole(package):
    ran = result(package)
    assert np.isfinite(ran.outputs).all()
    for id in SHARES:
        assert ((output(ran, id) == 0) | (output(ran, id) == 1)).all()
    for id in PERCENTS:
        assert output(ran, id).min() >= -1e-9
        assert output(ran, id).max() <= 100 + 1e-9
    parts = sum(output(ran, id) for id in SOURCES)
    assert parts == pytest.approx(output(ran, "supply_gross"), abs=1e-6)
    for id in SOURCES:
        assert output(ran, id).min() >= 0
    assert output(ran, "supply") == pytest.approx(output(ran, "supply_gross") - output(ran, "stock_charge"), abs=1e-9)
    assert (output(ran, "stock_charge") >= 0).all()
    lead = sum(output(ran, id) for id in ("lead_compute", "lead_tools", "lead_memory"))
    assert lead == pytest.approx(output(ran, "lead"), abs=1e-9)
    assert output(ran, "lead_us_part") + output(ran, "lead_china_part") == pytest.approx(-output(ran, "lead"), abs=1e-9)
    life = output(ran, "life")
    assert (life >= 0).all()
    assert (life <= HORIZON + 1e-9).all()
    assert ran.cells[0][np.isfinite(ran.cells[0])].min() >= 0
    assert ran.cells[0][np.isfinite(ran.cells[0])].max() <= 100 + 1e-9


@settings(max_examples=15, deadline=None)
@given(packages())
def test_stocks_and_accounts_never_fall_below_nothing(package):
    ran = result(package)
    for id in (
        "days_to_cargo",
        "backlog",
        "magnets_us",
        "magnets_world",
        "stock_dy",
        "price_ndpr",
        "revenue_us",
        "hazard",
    ):
        assert ran.monthly[0, ran.series_ids.index(id)].min() >= 0
    for id in ("capital", "writeoffs", "output_lost", "downtime", "china_earnings", "china_compute"):
        assert (output(ran, id) >= 0).all()


@pytest.mark.parametrize("measure", ["cn_whitelist", "cn_long_licences", "cn_review_clock"])
def test_more_of_a_licensing_commitment_never_lowers_supply_while_the_truce_lives(measure):
    gives = {"grant_pending": 3, "entity_list_dec24": 3, "rescind_fdpr_sme": -1, "us_standstill": -1}
    levels = range(len(CATALOGUE.measure_by_id[measure].levels))
    ran = result(*(deal({**gives, measure: place}) for place in levels), changes=FIRM, record=False)
    means = [output(ran, "supply_gross", place).mean() for place in levels]
    assert all(later >= earlier - 1e-6 for earlier, later in pairwise(means))
    assert means[-1] > means[0]


@pytest.mark.parametrize("worldview", ["essay", "central", "sceptic"])
def test_asking_for_everything_and_giving_nothing_buys_no_supply(worldview):
    ran = result(EMPTY, deal(side("china")), worldview=worldview, record=False)
    assert output(ran, "supply", 1).mean() <= output(ran, "supply").mean() + 2


def test_giving_everything_and_asking_nothing_changes_supply_only_through_the_life_of_the_truce():
    ran = result(EMPTY, deal(side("us")), changes=(*FIRM, Change(parameter="calm_status", value=0)), record=False)
    assert output(ran, "supply_gross", 1) == pytest.approx(output(ran, "supply_gross"), abs=1e-9)


@pytest.mark.parametrize("worldview", ["essay", "central", "sceptic"])
def test_the_home_programme_alone_never_raises_the_licensed_part_and_shows_its_price(worldview):
    ran = result(EMPTY, deal(side("home")), worldview=worldview, record=False)
    assert output(ran, "from_licensed", 1).mean() <= output(ran, "from_licensed").mean() + 1e-9
    assert output(ran, "capital", 1).mean() > output(ran, "capital").mean()


def test_a_full_deal_without_a_programme_leaves_the_non_chinese_share_no_higher():
    core = {id: place for id, place in ESSAY.items() if not id.startswith("home")}
    ran = result(EMPTY, deal(core), record=False)
    for id in ("noncn_separate", "noncn_metal", "noncn_magnet"):
        assert output(ran, id, 1).mean() <= output(ran, id).mean() + 0.1


def test_a_lift_that_another_instrument_blocks_earns_no_credit():
    ran = result(EMPTY, deal({"entity_list_dec24": -1}), deal({"entity_list_dec24": -1, "rescind_fdpr_sme": -1}))
    assert (output(ran, "received_china", 1) == 0).all()
    assert (output(ran, "received_china", 2) > 0).any()


def test_refusal_earns_nothing():
    """Chinese buyers who refuse what Washington permits give China no claim: compliance and life are unchanged."""
    package = deal({"rescind_ai_letters": -1, "grant_pending": 3, "cn_whitelist": -1})
    free = result(
        package, changes=(Change(parameter="accept_chips", value=1), Change(parameter="accept_tools", value=1))
    )
    shut = result(
        package, changes=(Change(parameter="accept_chips", value=0), Change(parameter="accept_tools", value=0))
    )
    assert (output(shut, "received_china") >= output(free, "received_china") - 1e-12).all()
    assert np.array_equal(output(shut, "life"), output(free, "life"))
    assert output(shut, "revenue_toolmakers").mean() < output(free, "revenue_toolmakers").mean()


def test_the_essay_package_moves_what_it_says_and_leaves_frontier_chips_and_lithography_alone():
    """Whatever China would buy of the guarded segments, the outcome is the same to the last bit."""
    shut = (Change(parameter="frontier_demand", value=0),)
    open_ = (Change(parameter="frontier_demand", value=5),)
    for id in ("china_compute", "lead"):
        assert np.array_equal(
            output(result(deal(ESSAY), changes=shut), id), output(result(deal(ESSAY), changes=open_), id)
        )
    unlocked = Package(id="p", name="", clauses=(Clause(measure="oct22_chips", level="rescinded", unlocked=True),))
    gives = deal({"cn_whitelist": -1, "cn_access_dual_use": -1, "cn_accept_chips": -1})
    both = Package(id="p", name="", clauses=(*unlocked.clauses, *gives.clauses))
    assert (
        output(result(both, changes=open_), "china_compute").mean()
        > output(result(both, changes=shut), "china_compute").mean()
    )


def test_the_essay_package_costs_no_leadership_under_the_essay_and_some_under_the_sceptic():
    for worldview, sign in (("essay", -1), ("sceptic", 1)):
        ran = result(EMPTY, deal(ESSAY), worldview=worldview, record=False)
        cost = (output(ran, "lead", 0) - output(ran, "lead", 1)).mean()
        assert cost * sign > 0


def test_the_essay_package_restores_more_than_the_baseline_under_every_worldview():
    for worldview in ("essay", "central", "sceptic"):
        ran = result(EMPTY, deal(ESSAY), worldview=worldview, record=False)
        assert output(ran, "supply", 1).mean() > output(ran, "supply").mean() + 5
        assert output(ran, "alive_36", 1).mean() > output(ran, "alive_36").mean()


def test_under_metering_reviewers_buy_little():
    """More staff helps a slow bureaucracy; it hardly helps where volumes are capped on purpose."""
    gains = []
    for metering in (0.0, 1.0):
        values = {"metering": metering, "meter_level": 0.3, "meter_relief": 0, "review_capacity": 0.08}
        changes = (*FIRM, *(Change(parameter=id, value=value) for id, value in values.items()))
        give = {"grant_pending": 3, "us_standstill": -1}
        ran = result(deal(give), deal({**give, "cn_review_clock": 1}), changes=changes)
        late = slice(ran.signing + 12, None)
        gains.append((series(ran, "magnets_us", 1) - series(ran, "magnets_us"))[late].mean())
    assert gains[0] > 0.03
    assert gains[1] < 0.1 * gains[0]


def test_agenda_items_move_only_what_a_longer_life_moves():
    ran = result(EMPTY, deal({"agenda_tariffs": -1, "agenda_fentanyl": -1}), record=False)
    assert output(ran, "life", 1).mean() > output(ran, "life").mean()
    still = result(EMPTY, deal({"agenda_tariffs": -1, "agenda_fentanyl": -1}), changes=FIRM, record=False)
    for id in ("supply", "lead", "revenue_toolmakers", "given_us", "received_china"):
        assert np.array_equal(output(still, id, 1), output(still, id))


def test_samarium_for_the_forces_falls_to_stock_and_allied_supply_without_licences():
    ran = result(EMPTY, changes=(Change(parameter="leak_military", value=0),))
    sm, defence, military = 0, 10, 2
    with_stock = ran.cells[0, sm, defence, military]
    bare = result(
        EMPTY, changes=(Change(parameter="leak_military", value=0), Change(parameter="stores_full", value=0.001))
    )
    assert bare.cells[0, sm, defence, military] < with_stock < 95


def test_the_months_after_the_controls_look_like_those_observed():
    """Rough shapes only; the backtest belongs to calibration."""
    ran = result(EMPTY)
    us, world = series(ran, "magnets_us"), series(ran, "magnets_world")
    assert us[1] == us[:5].min()
    assert us[1] < 0.15
    assert us[3] > 0.7
    assert world[1] == world[:5].min()
    assert 0.15 < world[1] < 0.4
    assert series(ran, "days_to_cargo")[3] == pytest.approx(90, abs=30)


def test_every_channel_that_a_measure_sets_moves_something_in_company():
    """At its last level, with the essay's package beside it, no measure is dead unless law has it already."""
    law = {"lift_eda", "lift_ethane", "lift_aircraft", "lift_quartz"}
    whole = dict(ESSAY)
    base = result(deal(whole), record=False)
    inert = set()
    for measure in CATALOGUE.measures:
        if measure.guardrail or measure.id in law:
            continue
        changed = {**whole, measure.id: 0 if measure.id in whole else -1}
        if np.array_equal(result(deal(changed), record=False).outputs, base.outputs):
            inert.add(measure.id)
    assert not inert


def test_prepared_inputs_do_not_depend_on_the_number_of_draws():
    few, many = prepared(draws=16), prepared(draws=64)
    assert np.array_equal(few.values, many.values[:, :16])
    assert np.array_equal(few.shocks, many.shocks[:, :16])
