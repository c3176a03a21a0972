"""Refusal earns nothing: the ledger credits what was permitted, whoever declines to buy it."""

from itertools import pairwise

import numpy as np
import pytest

from dealbuilder.engine import access, durability
from dealbuilder.engine.inputs import deviations
from dealbuilder.engine.lanes import LANES
from dealbuilder.engine.names import D
from dealbuilder.engine.schedule import acts, schedule
from dealbuilder.model.assumptions import Change
from dealbuilder.model.package import Package
from tests.engine.deals import CATALOGUE, ESSAY, deal, output, prepared, result

ACCEPTANCE = ("cn_accept_chips", "cn_accept_tools")
GIVES = {"rescind_ai_letters": -1, "grant_pending": 3, "cn_whitelist": -1, "term_verification": 2}


def refusing(share: float) -> tuple[Change, ...]:
    """Assumptions under which Chinese buyers take this share of what Washington permits, whatever was promised."""
    return (Change(parameter="accept_chips", value=share), Change(parameter="accept_tools", value=share))


def accounts(package: Package) -> np.ndarray:
    """State of the deal by month with nothing ruptured, (months, D rows, LANES)."""
    inputs = prepared()
    signed = deviations(inputs.catalogue, schedule(inputs.catalogue, inputs.pack, [package]))[0]
    law = deviations(inputs.catalogue, acts(inputs.catalogue, inputs.pack, False))
    d = np.zeros((int(D.count), LANES))
    d[D.comply_us] = d[D.comply_china] = 1.0
    months = []
    for promised, given in zip(signed, law, strict=True):
        free = []
        lanes = [np.repeat(row[:, None], LANES, axis=1) for row in (promised, given)]
        for deviation in lanes:
            doors = np.zeros((len(inputs.tables.instrument), LANES))
            free.append(np.zeros((len(inputs.tables.segment), LANES)))
            access.openness(inputs.tables, deviation, doors)
            access.bottleneck(inputs.tables, doors, free[-1])
        durability.weigh(inputs.values, inputs.tables, *lanes, *free, d)
        durability.carry(inputs.values, lanes[0], d)
        months.append(d.copy())
        durability.trust(inputs.values, lanes[0], 1.0, d)
    return np.array(months)


@pytest.mark.parametrize("worldview", ["essay", "central", "sceptic"])
def test_buyers_who_refuse_what_is_permitted_change_neither_the_ledger_nor_the_life_of_the_deal(worldview):
    package = deal({**ESSAY, "cn_accept_chips": 0, "cn_accept_tools": 0})
    runs = [result(package, worldview=worldview, changes=refusing(share)) for share in (0.0, 0.5, 1.0)]
    for ran in runs[:-1]:
        for id in ("received_china", "given_us", "received_us", "given_china", "life", "alive_12", "alive_60"):
            assert np.array_equal(output(ran, id), output(runs[-1], id))
        for id in ("hazard", "exposure_china", "exposure_us", "alive"):
            place = ran.series_ids.index(id)
            assert np.array_equal(ran.monthly[0, place], runs[-1].monthly[0, place])
    sold = [output(ran, "revenue_chip_designers").mean() for ran in runs]
    assert sold[0] < sold[1] < sold[2]


@pytest.mark.parametrize("measure", ACCEPTANCE)
def test_promising_to_buy_less_never_raises_what_china_is_held_to_have_been_offered_or_receives(measure):
    levels = range(len(CATALOGUE.measure_by_id[measure].levels))
    ladder = [accounts(deal(GIVES)), *(accounts(deal({**GIVES, measure: place})) for place in levels)]
    for fewer, more in pairwise(ladder):
        for row in (D.worth_china, D.cost_us, D.red_us):
            assert np.array_equal(fewer[:, row], more[:, row])
        received = [state[:, D.worth_china] * state[:, D.carried_us] for state in (fewer, more)]
        assert (received[0] <= received[1] + 1e-12).all()
        assert (fewer[:, D.worth_us] <= more[:, D.worth_us]).all()
    last = -1
    assert (ladder[0][last, D.worth_us] < ladder[-1][last, D.worth_us]).all()
    assert (ladder[0][last, D.worth_china] > 0).all()


def test_a_promise_to_buy_what_washington_bars_is_worth_nothing():
    """Acceptance counts only as far as its segment is open: without the letters rescinded it is no gift."""
    shut, open_ = (
        accounts(deal({**gives, "cn_accept_chips": -1}))[-1, D.worth_us] - accounts(deal(gives))[-1, D.worth_us]
        for gives in ({"cn_whitelist": -1}, {"cn_whitelist": -1, "rescind_ai_letters": -1})
    )
    assert shut == pytest.approx(0.0, abs=1e-12)
    assert (open_ > 0).all()


@pytest.mark.parametrize("worldview", ["essay", "central", "sceptic"])
def test_leaving_out_the_promises_to_buy_never_raises_what_china_receives_on_the_whole(worldview):
    ran = result(
        deal(GIVES), deal({**GIVES, "cn_accept_chips": -1, "cn_accept_tools": -1}), worldview=worldview, record=False
    )
    assert output(ran, "received_china", 0).mean() < output(ran, "received_china", 1).mean()
