"""Read-outs of one month: the series that charts show, and outputs taken at a date."""

from dealbuilder.engine.lanes import LANES, inlined
from dealbuilder.engine.names import CIVIL, CLASSES, DUAL, GOODS, HUNDRED, MILITARY, TINY, D, Good, L, M, N, T
from dealbuilder.engine.outputs import O, Q
from dealbuilder.engine.parameters import P


@inlined
def month(
    p,
    tables,
    needed,
    d,
    m,
    t,
    now,
    leads,
    stage,
    last,
    days,
    us,
    world,
    gate,
    covered,
    filed,
    reviewing,
    stock,
    revenue,
    acc,
    out,
):
    """Fill `out` (Q rows, LANES) with this month's series."""
    abroad = GOODS * CLASSES
    for lane in range(LANES):
        out[Q.supply, lane] = now[N.supply, lane]
        out[Q.supply_civil, lane] = now[N.civil, lane]
        out[Q.supply_dual_use, lane] = now[N.dual_use, lane]
        out[Q.supply_military, lane] = now[N.military, lane]
        out[Q.days_to_cargo, lane] = days[L.days, lane]
        out[Q.magnets_us, lane] = us[0, lane]
        out[Q.magnets_world, lane] = world[0, lane]
        out[Q.noncn_separate, lane] = HUNDRED * stage[1, lane]
        out[Q.noncn_magnet, lane] = HUNDRED * stage[3, lane]
        out[Q.cutoff_survival, lane] = last[0, lane]
        out[Q.price_ndpr, lane] = m[M.price, lane]
        out[Q.lead_compute, lane] = leads[0, lane]
        out[Q.lead_tools, lane] = leads[1, lane]
        out[Q.lead_memory, lane] = leads[2, lane]
        out[Q.alive, lane] = HUNDRED * (1.0 if (d[D.episode, lane] < 1.0 and d[D.broken, lane] < 1.0) else 0.0)
        out[Q.hazard, lane] = HUNDRED * d[D.hazard, lane]
        out[Q.china_compute, lane] = t[T.china, lane]
        out[Q.china_tools, lane] = HUNDRED * leads[3, lane]
        out[Q.exposure_us, lane] = acc[O.given_us, lane] - acc[O.received_us, lane]
        out[Q.exposure_china, lane] = acc[O.given_china, lane] - acc[O.received_china, lane]
        out[Q.revenue_us, lane] = 0.0
        out[Q.backlog, lane] = 0.0
        out[Q.stock_dy, lane] = 0.0
        out[Q.approval_civil, lane] = 0.0
        out[Q.approval_dual_use, lane] = 0.0
        out[Q.approval_allies, lane] = 0.0
        out[Q.samarium_military, lane] = HUNDRED * gate[Good.sm * CLASSES + MILITARY, lane]
        allies = gate[abroad + Good.dy, lane] + gate[abroad + Good.tb, lane]
        others = gate[abroad + GOODS + Good.dy, lane] + gate[abroad + GOODS + Good.tb, lane]
        out[Q.heavies_abroad, lane] = (
            HUNDRED
            * (p[P.share_allies, lane] * allies + p[P.share_rest, lane] * others)
            / (2.0 * (p[P.share_allies, lane] + p[P.share_rest, lane]))
        )
    for group in range(revenue.shape[0]):
        for lane in range(LANES):
            out[Q.revenue_us, lane] += revenue[group, lane]
    for r in range(tables.licence_good.shape[0]):
        weight = tables.licence_weight[r]
        for lane in range(LANES):
            out[Q.backlog, lane] += HUNDRED * weight * (filed[r, lane] + reviewing[r, lane])
        shown = -1
        if tables.licence_gate[r] == Good.mag_heavy * CLASSES + CIVIL:
            shown = Q.approval_civil
        if tables.licence_gate[r] == Good.mag_heavy * CLASSES + DUAL:
            shown = Q.approval_dual_use
        if tables.licence_gate[r] == abroad + Good.mag_heavy:
            shown = Q.approval_allies
        if shown >= 0:
            # Of the allied need the share of what was filed is told: that is what European firms counted.
            of_filed = 1.0 if shown == Q.approval_allies else 0.0
            for lane in range(LANES):
                whole = of_filed * (covered[r, lane] + reviewing[r, lane] + TINY) + (1.0 - of_filed)
                out[shown, lane] = HUNDRED * covered[r, lane] / whole
    amount = 0.0
    for c in range(tables.cell_good.shape[0]):
        if tables.cell_good[c] == Good.dy:
            amount += needed[c]
            for lane in range(LANES):
                out[Q.stock_dy, lane] += stock[c, lane]
    for lane in range(LANES):
        out[Q.stock_dy, lane] /= amount


@inlined
def keep(series, month, package_of, draw_of, begin, together, monthly):
    """Copy this month's series to where each lane's package and draw stand; `together` 1 if they stand in a row."""
    if together > 0:
        package, draw = package_of[begin], draw_of[begin]
        for row in range(series.shape[0]):
            place = monthly[package, row, month, draw : draw + LANES]
            for lane in range(LANES):
                place[lane] = series[row, lane]
    else:
        for row in range(series.shape[0]):
            for lane in range(LANES):
                monthly[package_of[begin + lane], row, month, draw_of[begin + lane]] = series[row, lane]


@inlined
def at(row, now, acc):
    """Keep the supply of this month as an output."""
    for lane in range(LANES):
        acc[row, lane] = now[N.supply, lane]


@inlined
def alive_at(row, d, acc):
    """Keep whether the first life of the deal still holds, 0 or 1."""
    for lane in range(LANES):
        acc[row, lane] = 1.0 if (d[D.episode, lane] < 1.0 and d[D.broken, lane] < 1.0) else 0.0


@inlined
def last_month(p, tables, m, t, leads, stage, last, acc):
    """Keep what is asked at month 60: stages, survival, capital, China's capability."""
    for lane in range(LANES):
        acc[O.noncn_mine, lane] = HUNDRED * stage[0, lane]
        acc[O.noncn_separate, lane] = HUNDRED * stage[1, lane]
        acc[O.noncn_metal, lane] = HUNDRED * stage[2, lane]
        acc[O.noncn_magnet, lane] = HUNDRED * stage[3, lane]
        acc[O.cutoff_survival, lane] = last[0, lane]
        acc[O.capital, lane] = m[M.paid, lane]
        acc[O.writeoffs, lane] = t[T.written_off, lane]
        acc[O.china_compute, lane] = t[T.china, lane]
        acc[O.china_tools, lane] = HUNDRED * leads[3, lane]
        acc[O.china_memory, lane] = leads[2, lane]


@inlined
def leverage(tables, u, scale, avoid, allied, again, rate, acc):
    """Add one end use to O.china_leverage: weighted share of need that hangs on Chinese licences.

    The most dependent good of the use counts.
    """
    for lane in range(LANES):
        rate[3, lane] = 0.0
        acc[O.china_leverage, lane] *= 1.0 if u > 0 else 0.0
    for c in range(tables.use_start[u], tables.use_start[u + 1]):
        row, i = tables.cell_good[c] * CLASSES + tables.cell_class[c], c - tables.use_start[u]
        for lane in range(LANES):
            free = scale[i, lane] * (allied[row, lane] + again[row, lane]) + avoid[c, lane]
            rate[3, lane] = max(rate[3, lane], 1.0 - free)
    for lane in range(LANES):
        acc[O.china_leverage, lane] += HUNDRED * tables.use_weight[u] * rate[3, lane]
