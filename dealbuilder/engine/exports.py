"""What Chinese customs would count: magnets of code 850511 by destination, and what China earns."""

from dealbuilder.engine.lanes import LANES, inlined
from dealbuilder.engine.maths import exp, log
from dealbuilder.engine.names import CLASSES, GOODS, Good
from dealbuilder.engine.parameters import P

MAGNETS = 3
"""Magnet grades, the last goods."""


@inlined
def abroad(p, gate, dt, backlog, flows):
    """Fill `flows` (2 destinations x grades, LANES), shares of need shipped elsewhere; what was missed is made up."""
    for row in range(flows.shape[0]):
        dest, grade = row // MAGNETS, row % MAGNETS
        for lane in range(LANES):
            catch = min(p[P.refill_limit, lane], backlog[row, lane] / p[P.refill_months, lane])
            flows[row, lane] = gate[GOODS * CLASSES + dest * GOODS + Good.mag_free + grade, lane] * (1.0 + catch)
            missed = backlog[row, lane] + dt * (1.0 - flows[row, lane])
            backlog[row, lane] = min(p[P.backlog_limit, lane], max(0.0, missed))


@inlined
def counted(p, tables, years, exports, flows, earned, us, world):
    """Fill exports of magnets to the US and the world over the 2024 average, and China's receipts, USD bn a month.

    The customs code tells no grades apart: P.code_controlled is the part of it that needs a licence.
    """
    for lane in range(LANES):
        us[0, lane] = 0.0
        world[0, lane] = 0.0
        earned[0, lane] = 0.0
    for good in range(GOODS):
        for k in range(CLASSES):
            for lane in range(LANES):
                earned[0, lane] += exports[good * CLASSES + k, lane] * tables.price[good]
    for grade in range(MAGNETS):
        good = Good.mag_free + grade
        controlled = 1.0 if grade > 0 else 0.0
        within = tables.grade_within[grade]
        for lane in range(LANES):
            part = p[P.code_controlled, lane]
            counted = within * (controlled * part + (1.0 - controlled) * (1.0 - part))
            sent = 0.0
            for k in range(CLASSES):
                sent += exports[good * CLASSES + k, lane]
            us[0, lane] += counted * sent / tables.good_need[good]
            allies = p[P.share_allies, lane] * flows[grade, lane]
            world[0, lane] += counted * (allies + p[P.share_rest, lane] * flows[MAGNETS + grade, lane])
    for lane in range(LANES):
        elsewhere = exp(years * log(1.0 + p[P.world_growth, lane])) * world[0, lane]
        world[0, lane] = (1.0 - p[P.share_allies, lane] - p[P.share_rest, lane]) * us[0, lane] + elsewhere
        earned[0, lane] += elsewhere * p[P.world_value, lane]
