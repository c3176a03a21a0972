"""More of a good thing never lets less through: the licensing block alone, with no hazard and nothing ruptured."""

from itertools import pairwise

import numpy as np
import pytest

from dealbuilder.engine import licensing
from dealbuilder.engine.channels import C
from dealbuilder.engine.lanes import LANES
from dealbuilder.engine.names import CLASSES, GOODS, D
from dealbuilder.engine.parameters import P
from dealbuilder.model.assumptions import Change
from tests.engine.deals import CATALOGUE, deal, output, prepared, result

MONTHS, BEGIN = 60, 6
ROWS, GATES = GOODS * CLASSES, GOODS * CLASSES + 2 * GOODS
SLACK = 1e-9
BASE = {C.customs_coordination: 0.5, C.access_dual_use: 0.5, C.access_defence: 0.3}
PLACES = 3e-4
"""Share of the need by which a single month may trade places: a queue served sooner has its renewals sooner."""
SHORT_OF_STAFF = 0.1
"""Reviewers for a tenth of the load, so that the queue binds for years."""


def blank(rows: int) -> np.ndarray:
    return np.zeros((rows, LANES))


def reach(channel: C) -> float:
    """The largest deviation from rest that the catalogue allows of a channel, improvements positive."""
    return float(prepared().tables.channel_range[channel])


def gates(channels: dict[C, float], capacity: float = 1.0, worldview: str = "central", dt: float = 1.0) -> np.ndarray:
    """Share of what is asked for that leaves China, (months, gates, LANES), terms changing after some months."""
    inputs = prepared(worldview)
    p, tables = inputs.values.copy(), inputs.tables
    p[P.review_capacity] *= capacity
    amount = len(tables.licence_good)
    covered, filed, reviewing = np.repeat(p[[P.licensed_start]], amount, axis=0), blank(amount), blank(amount)
    hold, gate, load, d = np.repeat(p[[P.hold_rest]], 3, axis=0), blank(GATES), blank(2), blank(int(D.count))
    d[D.flow] = 1.0
    quiet, kept, terms, months = blank(1), blank(3), blank(licensing.TERMS), []
    for month in range(MONTHS):
        x = blank(len(C))
        if month >= BEGIN:
            for channel, value in {**BASE, **channels}.items():
                x[channel] = value
        for _ in range(round(1.0 / dt)):
            licensing.customs(p, x, quiet, dt, hold, kept)
            licensing.review(
                p, tables, x, quiet, quiet, float(month), dt, blank(8), blank(6), terms, covered, filed, reviewing, load
            )
            licensing.open_gates(p, tables, x, quiet, quiet, quiet, quiet, d, covered, kept, terms, gate)
        months.append(gate.copy())
    return np.array(months)


def never_less(ladder: list[np.ndarray], slack: float = SLACK) -> bool:
    return all((more >= less - slack).all() for less, more in pairwise(ladder))


def through(ladder: list[np.ndarray]) -> list[np.ndarray]:
    """What has been let through up to each month."""
    return [months.cumsum(axis=0) for months in ladder]


@pytest.mark.parametrize("dt", [1.0, 0.25])
@pytest.mark.parametrize("worldview", ["essay", "central", "sceptic"])
@pytest.mark.parametrize("channel", [C.licence_term, C.whitelist], ids=lambda channel: channel.name)
def test_longer_licences_and_a_wider_white_list_let_no_less_of_any_good_through_to_anybody_in_any_month(
    channel, worldview, dt
):
    steps = [share * reach(channel) for share in (0.0, 0.25, 0.5, 1.0)]
    ladder = [gates({channel: step}, SHORT_OF_STAFF, worldview, dt) for step in steps]
    assert never_less(through(ladder))
    assert never_less(ladder, PLACES)
    assert (ladder[-1][-1, :ROWS] > ladder[0][-1, :ROWS] + SLACK).any()


@pytest.mark.parametrize("dt", [1.0, 0.25])
@pytest.mark.parametrize("worldview", ["essay", "central", "sceptic"])
def test_by_any_month_more_reviewers_have_let_no_less_of_any_good_through_to_anybody(worldview, dt):
    """Summed up to each month: a queue served sooner has its renewals sooner too, so single months may trade places."""
    by_staff = [
        gates({C.reviewers: share * reach(C.reviewers)}, SHORT_OF_STAFF, worldview, dt)
        for share in (0.0, 0.25, 0.5, 1.0)
    ]
    by_capacity = [gates({}, capacity, worldview, dt) for capacity in (0.05, 0.1, 0.5, 1.0, 4.0)]
    for ladder in (by_staff, by_capacity):
        summed = through(ladder)
        assert never_less(summed)
        assert not never_less(summed[::-1])
        assert (summed[-1][-1, :ROWS] > 1.1 * summed[0][-1, :ROWS]).any()


def test_a_narrower_white_list_does_let_less_through():
    """The comparison can tell: the ladder the wrong way round does not pass it."""
    wide, narrow = gates({C.whitelist: 1.0}, SHORT_OF_STAFF), gates({C.whitelist: 0.25}, SHORT_OF_STAFF)
    assert never_less(through([narrow, wide]))
    assert not never_less(through([wide, narrow]))
    assert not never_less([wide, narrow], PLACES)


def test_before_the_terms_change_nothing_has_moved():
    assert np.array_equal(gates({})[:BEGIN], gates({C.whitelist: 1.0, C.licence_term: 6.0})[:BEGIN])


@pytest.mark.parametrize("measure", ["cn_whitelist", "cn_long_licences", "cn_review_clock"])
def test_in_no_draw_does_more_of_a_licensing_commitment_lower_supply_when_nothing_can_rupture(measure):
    """The whole engine under a replay, in which the hazard is off, draw by draw."""
    gives = {"grant_pending": 3, "entity_list_dec24": 3, "rescind_fdpr_sme": -1, "us_standstill": -1}
    sure = (Change(parameter="carry_bias", value=50.0, low=50.0, high=50.0),)
    levels = range(len(CATALOGUE.measure_by_id[measure].levels))
    ran = result(*(deal({**gives, measure: place}) for place in levels), changes=sure, replay=True, record=False)
    supply = [output(ran, "supply_gross", place) for place in levels]
    assert never_less(supply)
    assert (supply[-1] > supply[0] + SLACK).any()
    assert (output(ran, "alive_60", 0) == 1).all()
