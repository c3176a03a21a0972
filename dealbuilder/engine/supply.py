"""Block 4.2: the US balance by good, end use and class.

Cells are the (good, end use, class) triples with a need, sorted by end use and class; tonnes and months. Civil,
dual-use and military stocks never mix. Demand, arrivals and their sources are (goods x classes, LANES), t/month.
"""

from dealbuilder.engine.channels import C
from dealbuilder.engine.lanes import LANES, inlined
from dealbuilder.engine.maths import exp, left
from dealbuilder.engine.names import CLASSES, GOODS, MILITARY, TINY, Good
from dealbuilder.engine.parameters import P


@inlined
def recycle(p, x, dt, recycled):
    """Advance `recycled` (1, LANES), the share of magnet need that recycling meets, towards what is planned."""
    for lane in range(LANES):
        aim = max(p[P.recycling_rest, lane], x[C.recycling, lane])
        recycled[0, lane] += dt / p[P.recycling_months, lane] * (aim - recycled[0, lane])


@inlined
def demand(p, tables, x, needed, stock, avoid, dt, rate, wanted, asked):
    """Fill `wanted` (cells, LANES), what each cell would take in, and `asked` (goods x classes, LANES), its sum."""
    for lane in range(LANES):
        rate[0, lane] = (1.0 - exp(-dt / p[P.refill_months, lane])) / dt
    for row in range(asked.shape[0]):
        for lane in range(LANES):
            asked[row, lane] = 0.0
    for c in range(tables.cell_good.shape[0]):
        row = tables.cell_good[c] * CLASSES + tables.cell_class[c]
        guarded = 1.0 if tables.cell_class[c] > 0 else 0.0
        full, usual = needed[c], tables.cell_cover[c]
        for lane in range(LANES):
            need = full * (1.0 - avoid[c, lane])
            cover = usual + guarded * x[C.stockpile, lane]
            refill = (cover * need - stock[c, lane]) * rate[0, lane]
            limit = p[P.refill_limit, lane] * need
            take = max(0.0, need + min(limit, max(-need, refill)))
            wanted[c, lane] = take
            asked[row, lane] += take


@inlined
def others(p, tables, asked, made, pool, recycling, allied, again):
    """Share out what does not come from China: recycling first, then non-Chinese output, military gaps with priority.

    Fills `again` and `allied` (goods x classes, LANES), t/month; `pool` (1, LANES) is working space.
    """
    for good in range(GOODS):
        for lane in range(LANES):
            pool[0, lane] = 0.0
        for k in range(CLASSES):
            row = good * CLASSES + k
            first = tables.class_priority[k]
            magnet = 1.0 if good >= Good.mag_free else 0.0
            for lane in range(LANES):
                back = magnet * recycling[0, lane] * asked[row, lane]
                again[row, lane] = back
                pool[0, lane] += first * max(0.0, asked[row, lane] - back)
        for lane in range(LANES):
            pool[0, lane] = made[good, lane] / (pool[0, lane] + TINY)
        for k in range(CLASSES):
            row = good * CLASSES + k
            first = tables.class_priority[k]
            for lane in range(LANES):
                gap = max(0.0, asked[row, lane] - again[row, lane])
                allied[row, lane] = min(gap, first * gap * pool[0, lane])


@inlined
def ship(p, tables, asked, allied, gate, dt, rate, ships, exports, licensed):
    """Send what the gates let through of what allied supply does not already meet, and land what has crossed.

    `ships` is tonnes at sea, solved exactly for steady loading; `exports` and `licensed` (landed) are t/month.
    """
    for lane in range(LANES):
        crossing = dt / p[P.transit_months, lane]
        rate[0, lane] = (1.0 - exp(-crossing)) / dt
        rate[1, lane] = 1.0 - left(crossing)
    for row in range(asked.shape[0]):
        for lane in range(LANES):
            sent = gate[row, lane] * max(0.0, asked[row, lane] - allied[row, lane])
            landed = rate[0, lane] * ships[row, lane] + rate[1, lane] * sent
            exports[row, lane] = sent
            ships[row, lane] += dt * (sent - landed)
            licensed[row, lane] = landed


@inlined
def arrive(p, tables, x, asked, gate, allied, inflow, leak, again, licensed):
    """Fill the inflow of each (good, class), t/month, and `leak`, which closes or opens with third countries."""
    for row in range(asked.shape[0]):
        guarded = 1.0 if row % CLASSES == MILITARY else 0.0
        for lane in range(LANES):
            known = again[row, lane] + allied[row, lane] + licensed[row, lane]
            short = max(0.0, asked[row, lane] - known)
            third = max(0.0, 1.0 + p[P.third_reach, lane] * x[C.third_country, lane])
            path = guarded * p[P.leak_military, lane] + (1.0 - guarded) * p[P.leak_civil, lane]
            other = gate[GOODS * CLASSES + row // CLASSES, lane]
            leak[row, lane] = min(short, short * path * third * other)
            inflow[row, lane] = known + leak[row, lane]


@inlined
def spread_out(p, asked, inflow, dt, rate, share_of, part_of):
    """Fill what all cells share: paces of learning in `rate`, and one over what is asked for and what comes."""
    for lane in range(LANES):
        rate[0, lane] = dt / p[P.distrust_months, lane]
        rate[1, lane] = dt / p[P.thrift_months, lane]
        rate[2, lane] = dt / p[P.thrift_fade, lane]
    for row in range(asked.shape[0]):
        for lane in range(LANES):
            share_of[row, lane] = 1.0 / (asked[row, lane] + TINY)
            part_of[row, lane] = 1.0 / (inflow[row, lane] + TINY)


@inlined
def use(
    p, tables, begin, end, needed, wanted, inflow, weight, dt, rate, share_of, part_of, stock, avoid, met, met_sum,
    scale, drawn, lag,
):  # fmt: skip
    """Let one end use draw on inflow and stock; advance stocks and what users learn to do without.

    Its cells are those from `begin` to `end`; in `met`, `scale` and `drawn` (goods, LANES) they count from 0. `met` is
    use + need avoided over need, 0 to 1, and `met_sum` (cells, LANES) grows by `weight` times that; `scale` turns the
    flows of a good and class into the part of need that they meet here, `drawn` is the part met from stock.
    """
    for c in range(begin, end):
        row = tables.cell_good[c] * CLASSES + tables.cell_class[c]
        ceiling, i = tables.cell_ceiling[c], c - begin
        need = needed[c]
        per_need, per_step = 1.0 / need, 1.0 / dt
        for lane in range(LANES):
            come = wanted[c, lane] * share_of[row, lane] * inflow[row, lane]
            want = need * (1.0 - avoid[c, lane])
            used = min(want, come + stock[c, lane] * per_step)
            stock[c, lane] = max(0.0, stock[c, lane] + dt * (come - used))
            fresh = min(used, come)
            scale[i, lane] = fresh * per_need * part_of[row, lane]
            drawn[i, lane] = (used - fresh) * per_need
            served = min(1.0, used * per_need + avoid[c, lane])
            met[i, lane] = served
            met_sum[c, lane] += weight * served
            short = 1.0 - used / max(want, TINY)
            lag[c, lane] += rate[0, lane] * (max(short, p[P.distrust_rest, lane]) - lag[c, lane])
            gain = lag[c, lane] * (ceiling - avoid[c, lane]) * rate[1, lane]
            fade = avoid[c, lane] * (1.0 - lag[c, lane]) * rate[2, lane]
            avoid[c, lane] = min(ceiling, max(0.0, avoid[c, lane] + gain - fade))


@inlined
def survival(p, tables, u, needed, stock, avoid, share_of, wanted, allied_own, out):
    """Add one end use and class to `out` (1, LANES): months the need can be met if Chinese supply stops now.

    Weighted over uses and classes; in each the scarcest critical good counts, never longer than the horizon of the
    question.
    """
    for lane in range(LANES):
        out[1, lane] = p[P.survival_cap, lane]
        out[2, lane] = 1.0
    for c in range(tables.use_start[u], tables.use_start[u + 1]):
        row = tables.cell_good[c] * CLASSES + tables.cell_class[c]
        need = needed[c]
        for lane in range(LANES):
            own = allied_own[row, lane] * wanted[c, lane] * share_of[row, lane]
            drain = need * (1.0 - avoid[c, lane]) - own
            # What non-Chinese makers cover lasts as long as the question asks; only the rest lives on stock.
            hangs = drain if drain >= p[P.drain_floor, lane] * need else 0.0
            # The scarcer of two, stock over drain, without dividing.
            sooner = stock[c, lane] * out[2, lane] < out[1, lane] * hangs
            out[1, lane] = stock[c, lane] if sooner else out[1, lane]
            out[2, lane] = drain if sooner else out[2, lane]
    for lane in range(LANES):
        out[0, lane] += tables.use_weight[u] * (out[1, lane] / out[2, lane])
