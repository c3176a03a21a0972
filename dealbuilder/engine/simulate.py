"""The month loop: a block of runs walks from the pack's first month to sixty months after signing."""

from dealbuilder.engine import (
    access,
    derisking,
    durability,
    exports,
    industry,
    licensing,
    record,
    scoring,
    state,
    supply,
    technology,
)
from dealbuilder.engine.channels import C
from dealbuilder.engine.lanes import LANES, fill, kernel, work
from dealbuilder.engine.names import CLASSES, EPISODES, GOODS, HUNDRED, TINY, YEAR, D
from dealbuilder.engine.outputs import O
from dealbuilder.engine.parameters import P
from dealbuilder.engine.room import (
    CAPACITIES,
    CHANNELS,
    DEAL,
    GATES,
    INSTRUMENTS,
    MAKERS,
    NOW,
    OUTPUTS,
    PARAMETERS,
    ROWS,
    SEGMENTS,
    SERIES,
    SPACE_CAPACITY,
    SPACE_CELLS,
    SPACE_CHANNELS,
    SPACE_DEAL,
    SPACE_GATES,
    SPACE_GOODS,
    SPACE_INSTRUMENTS,
    SPACE_LICENCES,
    SPACE_MAKERS,
    SPACE_NOW,
    SPACE_OUTPUTS,
    SPACE_PARAMETERS,
    SPACE_PROJECTS,
    SPACE_ROWS,
    SPACE_SEGMENTS,
    SPACE_SERIES,
    SPACE_SHOCKS,
    SPACE_SMALL,
    SPACE_TECH,
    SPACE_TERMS,
    TECH,
)


@kernel
def simulate(
    tables, calendar, values, era, shocks, paths, path_of, law, shift, bounds, expiries, path, package_of, draw_of,
    begin, end, begun, out, monthly, cells
):  # fmt: skip
    """Run the blocks of lanes from run `begin` to run `end` (multiples of LANES).

    `values` (eras, parameters, draws), `era` (months), `shocks` (2 x EPISODES, draws); `paths` (months, paths) of
    channels and `path_of` (packages, channels), the path that a package signs; `law` and `shift` (months, channels),
    `bounds` (2, channels), `expiries` (packages, months), `path` (months, cells) need in t/month; `package_of`,
    `draw_of` (runs).
    Fills `out` (runs, outputs), `monthly` (packages, series, months, draws; may be empty) and `cells` (runs, cells),
    percent. `calendar`: months, signing, substeps, years since mid-2024, month of the military ban, hazard on or off,
    then the months from and before which to run. From a later one than the first, all states are taken up from `begun`
    (rows, draws); before the last they are laid down there, and nothing else but `monthly` counts.
    """
    months, signing, substeps = int(calendar[0]), int(calendar[1]), int(calendar[2])
    start, stop_before = int(calendar[6]), int(calendar[7])
    dt, span = 1.0 / substeps, months - 1 - signing
    amount, licences, projects = tables.cell_good.shape[0], tables.licence_good.shape[0], tables.projects.shape[0]
    p = work(SPACE_PARAMETERS, (PARAMETERS, LANES))
    luck = work(SPACE_SHOCKS, (2 * EPISODES, LANES))
    promised = work(SPACE_CHANNELS, (CHANNELS, LANES))
    given = work(SPACE_CHANNELS, (CHANNELS, LANES))
    x = work(SPACE_CHANNELS, (CHANNELS, LANES))
    doors = work(SPACE_INSTRUMENTS, (INSTRUMENTS, LANES))
    free_law = work(SPACE_SEGMENTS, (SEGMENTS, LANES))
    free_signed = work(SPACE_SEGMENTS, (SEGMENTS, LANES))
    free = work(SPACE_SEGMENTS, (SEGMENTS, LANES))
    real = work(SPACE_SEGMENTS, (SEGMENTS, LANES))
    gained = work(SPACE_SEGMENTS, (SEGMENTS, LANES))
    own_tools = work(SPACE_SEGMENTS, (SEGMENTS, LANES))
    designed_out = work(SPACE_SEGMENTS, (SEGMENTS, LANES))
    stock = work(SPACE_CELLS, (amount, LANES))
    opening = work(SPACE_CELLS, (amount, LANES))
    avoid = work(SPACE_CELLS, (amount, LANES))
    lag = work(SPACE_CELLS, (amount, LANES))
    wanted = work(SPACE_CELLS, (amount, LANES))
    met = work(SPACE_GOODS, (GOODS, LANES))
    scale, drawn = work(SPACE_GOODS, (GOODS, LANES)), work(SPACE_GOODS, (GOODS, LANES))
    met_sum = work(SPACE_CELLS, (amount, LANES))
    covered = work(SPACE_LICENCES, (licences, LANES))
    filed = work(SPACE_LICENCES, (licences, LANES))
    reviewing = work(SPACE_LICENCES, (licences, LANES))
    progress = work(SPACE_PROJECTS, (projects, LANES))
    output = work(SPACE_PROJECTS, (projects, LANES))
    asked = work(SPACE_ROWS, (ROWS, LANES))
    ships = work(SPACE_ROWS, (ROWS, LANES))
    sent = work(SPACE_ROWS, (ROWS, LANES))
    allied = work(SPACE_ROWS, (ROWS, LANES))
    inflow = work(SPACE_ROWS, (ROWS, LANES))
    leak = work(SPACE_ROWS, (ROWS, LANES))
    again = work(SPACE_ROWS, (ROWS, LANES))
    licensed = work(SPACE_ROWS, (ROWS, LANES))
    own_flow = work(SPACE_ROWS, (ROWS, LANES))
    share_of, part_of = work(SPACE_ROWS, (ROWS, LANES)), work(SPACE_ROWS, (ROWS, LANES))
    gate = work(SPACE_GATES, (GATES, LANES))
    made = work(SPACE_GOODS, (GOODS, LANES))
    own = work(SPACE_GOODS, (GOODS, LANES))
    cap = work(SPACE_CAPACITY, (CAPACITIES, LANES))
    d = work(SPACE_DEAL, (DEAL, LANES))
    m = work(SPACE_MAKERS, (MAKERS, LANES))
    t = work(SPACE_TECH, (TECH, LANES))
    now = work(SPACE_NOW, (NOW, LANES))
    acc = work(SPACE_OUTPUTS, (OUTPUTS, LANES))
    series = work(SPACE_SERIES, (SERIES, LANES))
    load = work(SPACE_SMALL, (2, LANES))
    rate, decided = work(SPACE_SMALL, (8, LANES)), work(SPACE_SMALL, (6, LANES))
    terms = work(SPACE_TERMS, (licensing.TERMS, LANES))
    hold, kept = work(SPACE_SMALL, (3, LANES)), work(SPACE_SMALL, (3, LANES))
    creep_us, creep_china = work(SPACE_SMALL, (1, LANES)), work(SPACE_SMALL, (1, LANES))
    stop = work(SPACE_SMALL, (1, LANES))
    first = work(SPACE_SMALL, (1, LANES))
    ban = work(SPACE_SMALL, (1, LANES))
    expiry = work(SPACE_SMALL, (1, LANES))
    danger = work(SPACE_SMALL, (1, LANES))
    days = work(SPACE_SMALL, (1, LANES))
    pool = work(SPACE_SMALL, (1, LANES))
    recycled = work(SPACE_SMALL, (1, LANES))
    last = work(SPACE_SMALL, (3, LANES))
    leads = work(SPACE_SMALL, (7, LANES))
    stage = work(SPACE_SMALL, (4, LANES))
    revenue = work(SPACE_SMALL, (4, LANES))
    earned = work(SPACE_SMALL, (1, LANES))
    us = work(SPACE_SMALL, (1, LANES))
    world = work(SPACE_SMALL, (1, LANES))
    missed = work(SPACE_SMALL, (6, LANES))
    flows = work(SPACE_SMALL, (6, LANES))
    for block in range(begin, end, LANES):
        last_lane = block + LANES - 1
        together = 1 if draw_of[last_lane] - draw_of[block] == LANES - 1 else 0
        together *= 1 if package_of[last_lane] == package_of[block] else 0
        state.gather(values[era[start]], block, draw_of, p)
        state.gather(shocks, block, draw_of, luck)
        fill(acc, 0.0)
        fill(met_sum, 0.0)
        fill(expiry, 0.0)
        if start > 0:
            state.carry_all(
                0, begun, block, draw_of, stock, avoid, lag, ships, d, m, t, progress, output, gained, own_tools,
                designed_out, covered, filed, reviewing, hold, creep_us, creep_china, recycled, missed,
            )  # fmt: skip
        else:
            fill(creep_us, 0.0)
            fill(creep_china, 0.0)
            fill(missed, 0.0)
            fill(recycled, 0.0)
            state.open_stores(p, tables, path[0], stock, opening, avoid, lag, ships)
            state.open_books(
                p, tables, d, m, t, progress, output, gained, own_tools, designed_out, covered, filed, reviewing, hold
            )
        for month in range(start, stop_before):
            if month > 0 and era[month] != era[month - 1]:
                state.gather(values[era[month]], block, draw_of, p)
            needed = path[month]
            running = 1.0 if month > signing else 0.0
            told = monthly.shape[0] > 0 or month == months - 1
            years, banned = calendar[3] + month / YEAR, 1.0 if month >= calendar[4] else 0.0
            renewed = state.sign(paths, path_of, expiries, month, start, package_of, block, together, promised, expiry)
            renewed += state.laid_down(law, month, start, given)
            for lane in range(LANES):
                first[0, lane] = p[P.first_month_free, lane] if month == 0 else 0.0
                ban[0, lane] = banned
            if renewed > 0 or era[month] != era[max(0, month - 1)]:
                access.openness(tables, given, doors)
                access.bottleneck(tables, doors, free_law)
                durability.agree(tables, promised, given, x)
                access.openness(tables, x, doors)
                access.bottleneck(tables, doors, free_signed)
                durability.weigh(p, tables, promised, given, free_signed, free_law, d)
            for _ in range(substeps):
                durability.hazard(p, tables, promised, given, expiry, calendar[5] * running, d)
                durability.live(p, luck, EPISODES, dt, d)
                durability.carry(p, promised, d)
                durability.deliver(tables, promised, given, d, x)
                state.strike(shift, bounds, month, x)
                durability.regime(p, d)
                state.wear(p, x, running, dt, creep_us, creep_china)
                access.openness(tables, x, doors)
                access.bottleneck(tables, doors, free)
                access.worn(tables, x, creep_us, free)
                technology.accepted(p, tables, x, free, real)
                for lane in range(LANES):
                    stop[0, lane] = min(1.0, max(0.0, x[C.stop_licences, lane]))
                    danger[0, lane] = d[D.hazard, lane]
                licensing.customs(p, x, stop, dt, hold, kept)
                licensing.review(
                    p, tables, x, stop, creep_china, float(month), dt, rate, decided, terms, covered, filed, reviewing,
                    load,
                )  # fmt: skip
                licensing.open_gates(p, tables, x, stop, creep_china, first, ban, d, covered, kept, terms, gate)
                licensing.days_to_cargo(p, x, load, hold, days)
                supply.recycle(p, x, dt, recycled)
                derisking.people(p, x, dt, m)
                derisking.price(p, gate, dt, m)
                derisking.build(p, tables, x, float(month), dt, rate, progress, output, m)
                derisking.capacity(p, tables, x, output, m, pool, cap)
                derisking.make(p, tables, x, gate, cap, m, made, own)
                supply.demand(p, tables, x, needed, stock, avoid, dt, rate, wanted, asked)
                supply.others(p, tables, asked, made, pool, recycled, allied, again)
                supply.ship(p, tables, asked, allied, gate, dt, rate, ships, sent, licensed)
                supply.arrive(p, tables, x, asked, gate, allied, inflow, leak, again, licensed)
                if told:
                    for good in range(GOODS):
                        for lane in range(LANES):
                            pool[0, lane] = own[good, lane] / (made[good, lane] + TINY)
                        for row in range(good * CLASSES, (good + 1) * CLASSES):
                            for lane in range(LANES):
                                own_flow[row, lane] = allied[row, lane] * pool[0, lane]
                supply.spread_out(p, asked, inflow, dt, rate, share_of, part_of)
                scoring.clear(p, now, rate)
                fill(last, 0.0)
                weight = running * HUNDRED * dt / span
                # All that one end use reads and writes stays in the nearest cache until it is done.
                for u in range(tables.use_weight.shape[0]):
                    supply.use(
                        p, tables, tables.use_start[u], tables.use_start[u + 1], needed, wanted, inflow, weight, dt,
                        rate, share_of, part_of, stock, avoid, met, met_sum, scale, drawn, lag,
                    )  # fmt: skip
                    scoring.served(p, tables, u, met, scale, drawn, avoid, licensed, leak, allied, again, rate, now)
                    if told:
                        supply.survival(p, tables, u, needed, stock, avoid, share_of, wanted, own_flow, last)
                    if month == months - 1:
                        record.leverage(tables, u, scale, avoid, allied, again, rate, acc)
                exports.abroad(p, gate, dt, missed, flows)
                exports.counted(p, tables, years, sent, flows, earned, us, world)
                technology.compute(p, real, dt, t)
                technology.tools(p, tables, real, dt, t, gained, own_tools)
                technology.memory(p, real, dt, t)
                technology.leads(p, tables, t, gained, own_tools, leads)
                industry.sell(p, tables, free, real, danger, dt, designed_out, revenue, t)
                industry.research(p, revenue, dt, t)
                durability.trust(p, promised, dt, d)
                scoring.lead(p, leads, now)
                if month > signing:
                    late = dt / YEAR if month > months - 1 - int(YEAR) else 0.0
                    scoring.add(p, dt / span, late, d, now, revenue, earned, acc)
            if told:
                derisking.shares(p, tables, years, tables.good_need, cap, stage)
            if monthly.shape[0] > 0:
                record.month(
                    p, tables, needed, d, m, t, now, leads, stage, last, days, us, world, gate, covered, filed,
                    reviewing, stock, revenue, acc, series,
                )  # fmt: skip
                record.keep(series, month, package_of, draw_of, block, together, monthly)
            if month == signing:
                for c in range(amount):
                    for lane in range(LANES):
                        opening[c, lane] = stock[c, lane]
            if month == signing + 6:
                record.at(O.supply_m6, now, acc)
            if month == signing + 12:
                record.at(O.supply_m12, now, acc)
                record.alive_at(O.alive_12, d, acc)
                for lane in range(LANES):
                    acc[O.days_to_cargo_12, lane] = days[0, lane]
            if month == signing + 36:
                record.alive_at(O.alive_36, d, acc)
        if stop_before < months:
            state.carry_all(
                1, begun, block, draw_of, stock, avoid, lag, ships, d, m, t, progress, output, gained, own_tools,
                designed_out, covered, filed, reviewing, hold, creep_us, creep_china, recycled, missed,
            )  # fmt: skip
            continue
        record.at(O.supply_m60, now, acc)
        record.alive_at(O.alive_60, d, acc)
        record.last_month(p, tables, m, t, leads, stage, last, acc)
        scoring.stock_charge(p, tables, stock, opening, tables.span_need, acc)
        for lane in range(LANES):
            acc[O.days_to_cargo_60, lane] = days[0, lane]
        for row in range(OUTPUTS):
            for lane in range(LANES):
                out[block + lane, row] = acc[row, lane]
        for c in range(amount):
            for lane in range(LANES):
                cells[block + lane, c] = met_sum[c, lane]
