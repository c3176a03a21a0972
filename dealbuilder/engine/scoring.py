"""The two headline scores' ingredients, month by month, and the sums over the scored months.

`now` (N rows, LANES) holds what this step is worth; `acc` (O rows, LANES) the outputs as they grow.
"""

from dealbuilder.engine.lanes import LANES, inlined
from dealbuilder.engine.names import CIVIL, CLASSES, DUAL, HUNDRED, MILITARY, SPAN, TIE, TINY, YEAR, D, N
from dealbuilder.engine.outputs import O
from dealbuilder.engine.parameters import P


@inlined
def clear(p, now, rate):
    """Set the rows of `now` that grow from use to use to nothing; `rate` keeps one over the threshold of a plant."""
    for row in range(N.summed):
        for lane in range(LANES):
            now[row, lane] = 0.0
    for lane in range(LANES):
        rate[4, lane] = 1.0 / p[P.run_threshold, lane]


@inlined
def served(p, tables, u, met, scale, drawn, avoid, licensed, leak, allied, again, rate, now):
    """Add one end use to the supply rows of `now`, percent: it runs at the rate of its scarcest critical good.

    The sources of that good stand for the end use, pro rata. `rate` notes which cell that is; a cell that binds in no
    lane of the block is not looked at again.
    """
    begin, end = tables.use_start[u], tables.use_start[u + 1]
    weight, klass, within = tables.use_weight[u], tables.use_class[u], tables.use_within[u]
    even, worth = tables.use_even[u], tables.use_worth[u]
    value, plants = tables.use_value[u], tables.use_plants[u]
    # Rows are named one by one: a row found by arithmetic keeps the compiler from laying lanes into vectors.
    civil = within if klass == CIVIL else 0.0
    dual = within if klass == DUAL else 0.0
    military = within if klass == MILITARY else 0.0
    for lane in range(LANES):
        now[N.binding, lane] = HUNDRED
        rate[3, lane] = -1.0
    for i in range(end - begin):
        place = float(i)
        for lane in range(LANES):
            rate[3, lane] = place if met[i, lane] < now[N.binding, lane] - TIE else rate[3, lane]
            now[N.binding, lane] = min(met[i, lane], now[N.binding, lane])
    for lane in range(LANES):
        runs = now[N.binding, lane]
        now[N.supply, lane] += HUNDRED * weight * runs
        now[N.civil, lane] += HUNDRED * civil * runs
        now[N.dual_use, lane] += HUNDRED * dual * runs
        now[N.military, lane] += HUNDRED * military * runs
        now[N.even, lane] += HUNDRED * even * runs
        now[N.value, lane] += HUNDRED * worth * runs
        now[N.lost, lane] += value * p[P.output_pass, lane] * (1.0 - runs)
        now[N.down, lane] += plants * max(0.0, 1.0 - runs * rate[4, lane])
    for c in range(begin, end):
        row, i = tables.cell_good[c] * CLASSES + tables.cell_class[c], c - begin
        place, found = float(i), 0
        for lane in range(LANES):
            found += 1 if rate[3, lane] == place else 0
        if found > 0:
            for lane in range(LANES):
                flow = scale[i, lane]
                total = flow * (licensed[row, lane] + leak[row, lane] + allied[row, lane] + again[row, lane])
                total += TINY + drawn[i, lane] + avoid[c, lane]
                part = HUNDRED * weight * now[N.binding, lane] / total
                part = part if rate[3, lane] == place else 0.0
                now[N.from_licensed, lane] += part * flow * licensed[row, lane]
                now[N.from_leakage, lane] += part * flow * leak[row, lane]
                now[N.from_allied, lane] += part * flow * allied[row, lane]
                now[N.from_recycling, lane] += part * flow * again[row, lane]
                now[N.from_stock, lane] += part * drawn[i, lane]
                now[N.from_avoided, lane] += part * avoid[c, lane]


@inlined
def lead(p, leads, now):
    """Fill the lead rows of `now`, points: ten times the weighted compute, tool and memory leads."""
    for lane in range(LANES):
        scale = p[P.lead_scale, lane]
        compute, tools, memory = p[P.weight_compute, lane], p[P.weight_tools, lane], p[P.weight_memory, lane]
        now[N.lead_compute, lane] = scale * compute * leads[0, lane]
        now[N.lead_tools, lane] = scale * tools * leads[1, lane] / YEAR
        now[N.lead_memory, lane] = scale * memory * leads[2, lane]
        now[N.lead, lane] = now[N.lead_compute, lane] + now[N.lead_tools, lane] + now[N.lead_memory, lane]
        us = compute * leads[4, lane] + tools * leads[5, lane] / YEAR + memory * leads[6, lane]
        now[N.lead_us, lane] = -scale * us
        now[N.lead_china, lane] = scale * us - now[N.lead, lane]


@inlined
def add(p, share, late, d, now, revenue, earned, acc):
    """Add one step to the outputs; `share` is the step's part of the scored months, `late` that of the last year."""
    months = share * SPAN
    for group in range(revenue.shape[0]):
        for lane in range(LANES):
            acc[O.revenue_chip_designers + group, lane] += months * revenue[group, lane]
    for lane in range(LANES):
        acc[O.from_licensed, lane] += share * now[N.from_licensed, lane]
        acc[O.from_leakage, lane] += share * now[N.from_leakage, lane]
        acc[O.from_allied, lane] += share * now[N.from_allied, lane]
        acc[O.from_recycling, lane] += share * now[N.from_recycling, lane]
        acc[O.from_stock, lane] += share * now[N.from_stock, lane]
        acc[O.from_avoided, lane] += share * now[N.from_avoided, lane]
        acc[O.supply_gross, lane] += share * now[N.supply, lane]
        acc[O.supply_civil, lane] += share * now[N.civil, lane]
        acc[O.supply_dual_use, lane] += share * now[N.civil + 1, lane]
        acc[O.supply_military, lane] += share * now[N.civil + 2, lane]
        acc[O.supply_equal, lane] += share * now[N.even, lane]
        acc[O.supply_value, lane] += share * now[N.value, lane]
        acc[O.supply_alive_sum, lane] += months * now[N.supply, lane] * d[D.alive, lane]
        acc[O.alive_sum, lane] += months * d[D.alive, lane]
        acc[O.life, lane] += months * d[D.alive, lane]
        acc[O.lead, lane] += share * now[N.lead, lane]
        acc[O.lead_compute, lane] += share * now[N.lead_compute, lane]
        acc[O.lead_tools, lane] += share * now[N.lead_tools, lane]
        acc[O.lead_memory, lane] += share * now[N.lead_memory, lane]
        acc[O.lead_us_part, lane] += share * now[N.lead_us, lane]
        acc[O.lead_china_part, lane] += share * now[N.lead_china, lane]
        acc[O.lead_late, lane] += late * now[N.lead, lane]
        acc[O.output_lost, lane] += months * now[N.lost, lane]
        acc[O.downtime, lane] += months * now[N.down, lane]
        acc[O.china_earnings, lane] += months * earned[0, lane]
        years = months / YEAR
        acc[O.given_us, lane] += years * d[D.cost_us, lane] * d[D.deliver_us, lane]
        acc[O.received_us, lane] += years * d[D.worth_us, lane] * d[D.deliver_china, lane]
        acc[O.given_china, lane] += years * d[D.cost_china, lane] * d[D.deliver_china, lane]
        acc[O.received_china, lane] += years * d[D.worth_china, lane] * d[D.deliver_us, lane]


@inlined
def stock_charge(p, tables, stock, opening, span_need, acc):
    """Fill the charge for emptied stores, percentage points: the worst good of each end use, weighted like supply."""
    for lane in range(LANES):
        acc[O.stock_charge, lane] = 0.0
    for u in range(tables.use_weight.shape[0]):
        for lane in range(LANES):
            acc[O.supply, lane] = 0.0
        for c in range(tables.use_start[u], tables.use_start[u + 1]):
            for lane in range(LANES):
                drawn = max(0.0, opening[c, lane] - stock[c, lane])
                acc[O.supply, lane] = max(acc[O.supply, lane], drawn / (SPAN * span_need[c]))
        for lane in range(LANES):
            acc[O.stock_charge, lane] += HUNDRED * tables.use_weight[u] * acc[O.supply, lane]
    for lane in range(LANES):
        acc[O.supply, lane] = acc[O.supply_gross, lane] - acc[O.stock_charge, lane]
