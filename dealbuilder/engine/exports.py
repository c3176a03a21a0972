"""What Chinese customs would count: magnets of code 850511 by destination, and what China earns."""

from numba import njit

from dealbuilder.engine.lanes import BLOCK, LANES
from dealbuilder.engine.names import CLASSES, GOODS, Good
from dealbuilder.engine.parameters import P

MAGNETS = 3
"""Magnet grades, the last goods."""


@njit(**BLOCK)
def abroad(p, gate, dt, backlog, flows):
    """Fill `flows` (2 destinations x grades, LANES), shares of need shipped elsewhere; what was missed is made up."""
    for row in range(flows.shape[0]):
        dest, grade = row // MAGNETS, row % MAGNETS
        for lane in range(LANES):
            catch = min(p[P.refill_limit, lane], backlog[row, lane] / p[P.refill_months, lane])
            flows[row, lane] = gate[GOODS * CLASSES + dest * GOODS + Good.mag_free + grade, lane] * (1.0 + catch)
            missed = backlog[row, lane] + dt * (1.0 - flows[row, lane])
            backlog[row, lane] = min(p[P.backlog_limit, lane], max(0.0, missed))


@njit(**BLOCK)
def counted(p, tables, years, exports, flows, earned, us, world):
    """Fill exports of magnets to the US and the world over the 2024 average, and China's receipts, USD bn a month."""
    for lane in range(LANES):
        us[0, lane] = 0.0
        world[0, lane] = 0.0
        earned[0, lane] = 0.0
    for good in range(GOODS):
        for k in range(CLASSES):
            for lane in range(LANES):
                tonnes = exports[good * CLASSES + k, lane]
                earned[0, lane] += tonnes * tables.price[good]
                if good >= Good.mag_free:
                    us[0, lane] += tonnes / tables.magnets_2024
    for lane in range(LANES):
        grown = (1.0 + p[P.world_growth, lane]) ** years
        allies, rest = 0.0, 0.0
        for grade in range(MAGNETS):
            allies += tables.grade_share[grade] * flows[grade, lane]
            rest += tables.grade_share[grade] * flows[MAGNETS + grade, lane]
        elsewhere = p[P.share_allies, lane] * allies + p[P.share_rest, lane] * rest
        world[0, lane] = (1.0 - p[P.share_allies, lane] - p[P.share_rest, lane]) * us[0, lane] + grown * elsewhere
        earned[0, lane] += grown * elsewhere * p[P.world_value, lane]
