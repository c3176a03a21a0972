"""Where a run begins: full stores, calm trade, capability as it stood; and what wears down by and by."""

from dealbuilder.engine.channels import C
from dealbuilder.engine.lanes import LANES, fill, inlined
from dealbuilder.engine.names import CLASSES, YEAR, D, M, Project, Segment, T
from dealbuilder.engine.parameters import P


@inlined
def gather(source, lines, lane_of, work_):
    """Copy columns of `source` (rows, draws) into lanes, which often stand side by side."""
    at = lane_of[lines]
    if lane_of[lines + LANES - 1] - at == LANES - 1:
        for row in range(work_.shape[0]):
            for lane in range(LANES):
                work_[row, lane] = source[row, at + lane]
    else:
        for row in range(work_.shape[0]):
            for lane in range(LANES):
                work_[row, lane] = source[row, lane_of[lines + lane]]


@inlined
def sign(paths, path_of, expiries, month, start, package_of, begin, together, promised, expiry):
    """Copy a month of what each lane's package signs; `together` 1 if all lanes of the block hold one package.

    Return 0 if all of it stands as the month before; in the month of `start` nothing stands yet.
    """
    before, renewed = max(0, month - 1), 1 if month == start else 0
    if together > 0:
        package = package_of[begin]
        for c in range(promised.shape[0]):
            level = paths[month, path_of[package, c]]
            if month == start or level != paths[before, path_of[package, c]]:
                renewed = 1
                for lane in range(LANES):
                    promised[c, lane] = level
        for lane in range(LANES):
            expiry[0, lane] = expiries[package, month]
    else:
        for lane in range(LANES):
            package = package_of[begin + lane]
            expiry[0, lane] = expiries[package, month]
            for c in range(promised.shape[0]):
                level = paths[month, path_of[package, c]]
                if month == start or level != paths[before, path_of[package, c]]:
                    renewed = 1
                    promised[c, lane] = level
    return renewed


@inlined
def laid_down(law, month, start, given):
    """Copy a month of what is law; return 0 if all of it stands as the month before."""
    before, renewed = max(0, month - 1), 1 if month == start else 0
    for c in range(given.shape[0]):
        level = law[month, c]
        if month == start or level != law[before, c]:
            renewed = 1
            for lane in range(LANES):
                given[c, lane] = level
    return renewed


@inlined
def carry(down, begun, at, lines, lane_of, work_):
    """Copy lanes into rows of `begun` (rows, draws) from `at` on, or back if `down` is 0; return the row after them."""
    if down > 0:
        for row in range(work_.shape[0]):
            for lane in range(LANES):
                begun[at + row, lane_of[lines + lane]] = work_[row, lane]
    else:
        gather(begun[at : at + work_.shape[0]], lines, lane_of, work_)
    return at + work_.shape[0]


@inlined
def carry_all(
    down, begun, lines, lane_of, stock, avoid, lag, ships, d, m, t, progress, output, gained, own, designed_out,
    covered, filed, reviewing, hold, creep_us, creep_china, recycled, missed,
):  # fmt: skip
    """Lay all states down in `begun` (rows, draws), or take them up from there if `down` is 0."""
    at = carry(down, begun, 0, lines, lane_of, stock)
    at = carry(down, begun, at, lines, lane_of, avoid)
    at = carry(down, begun, at, lines, lane_of, lag)
    at = carry(down, begun, at, lines, lane_of, ships)
    at = carry(down, begun, at, lines, lane_of, d)
    at = carry(down, begun, at, lines, lane_of, m)
    at = carry(down, begun, at, lines, lane_of, t)
    at = carry(down, begun, at, lines, lane_of, progress)
    at = carry(down, begun, at, lines, lane_of, output)
    at = carry(down, begun, at, lines, lane_of, gained)
    at = carry(down, begun, at, lines, lane_of, own)
    at = carry(down, begun, at, lines, lane_of, designed_out)
    at = carry(down, begun, at, lines, lane_of, covered)
    at = carry(down, begun, at, lines, lane_of, filed)
    at = carry(down, begun, at, lines, lane_of, reviewing)
    at = carry(down, begun, at, lines, lane_of, hold)
    at = carry(down, begun, at, lines, lane_of, creep_us)
    at = carry(down, begun, at, lines, lane_of, creep_china)
    at = carry(down, begun, at, lines, lane_of, recycled)
    carry(down, begun, at, lines, lane_of, missed)


@inlined
def strike(shift, bounds, month, x):
    """Shift what is in force, `x` (channels, LANES), by what injects do in a month, within each channel's bounds."""
    for c in range(x.shape[0]):
        by, least, most = shift[month, c], bounds[0, c], bounds[1, c]
        if by != 0.0:
            for lane in range(LANES):
                x[c, lane] = min(most, max(least, x[c, lane] + by))


@inlined
def open_stores(p, tables, needed, stock, opening, avoid, lag, ships):
    """Fill every store to its usual cover and put a month's cargo to sea, as before the controls."""
    fill(avoid, 0.0)
    fill(ships, 0.0)
    for c in range(tables.cell_good.shape[0]):
        row = tables.cell_good[c] * CLASSES + tables.cell_class[c]
        need = needed[c]
        for lane in range(LANES):
            stock[c, lane] = tables.cell_cover[c] * need * p[P.stores_full, lane]
            opening[c, lane] = stock[c, lane]
            lag[c, lane] = p[P.distrust_rest, lane]
            ships[row, lane] += need * p[P.transit_months, lane]


@inlined
def open_books(p, tables, d, m, t, progress, output, gained, own, designed_out, covered, filed, reviewing, hold):
    """Set the deal, industry and technology to the first month of the pack."""
    fill(d, 0.0)
    fill(m, 0.0)
    fill(t, 0.0)
    fill(gained, 0.0)
    fill(filed, 0.0)
    fill(reviewing, 0.0)
    for lane in range(LANES):
        d[D.comply_us, lane] = 1.0
        d[D.comply_china, lane] = 1.0
        d[D.flow, lane] = 1.0
        m[M.workers, lane] = p[P.workers_start, lane]
        m[M.students, lane] = p[P.graduates_rest, lane] / YEAR * p[P.study_months, lane]
        m[M.staffing, lane] = 1.0
        m[M.posts, lane] = p[P.posts_rest, lane]
        m[M.price, lane] = p[P.price_start, lane]
        m[M.expect, lane] = p[P.price_start, lane]
        m[M.heavy, lane] = p[P.heavy_start, lane]
        m[M.expect_heavy, lane] = p[P.heavy_start, lane]
        t[T.us, lane] = p[P.us_compute, lane]
        t[T.china, lane] = p[P.us_compute, lane] / p[P.compute_ratio, lane]
        t[T.wafers, lane] = p[P.wafers, lane]
        t[T.die_bank, lane] = p[P.die_bank, lane]
        t[T.hbm_bank, lane] = p[P.hbm_bank, lane]
        t[T.drive, lane] = 1.0
        t[T.stranded, lane] = p[P.stranded, lane]
    for i in range(progress.shape[0]):
        built = tables.projects[i, Project.built]
        for lane in range(LANES):
            progress[i, lane] = built
            output[i, lane] = 1.0 if built >= 1.0 else 0.0
    for s in range(own.shape[0]):
        start, lost = tables.segment[s, Segment.own], tables.segment[s, Segment.design_out]
        for lane in range(LANES):
            own[s, lane] = start
            designed_out[s, lane] = lost * p[P.designed_start, lane]
    for r in range(covered.shape[0]):
        for lane in range(LANES):
            covered[r, lane] = p[P.licensed_start, lane]
    for dest in range(hold.shape[0]):
        for lane in range(LANES):
            hold[dest, lane] = p[P.hold_rest, lane]


@inlined
def wear(p, x, running, dt, creep_us, creep_china):
    """Advance new controls that neither side has signed away: shares of trade that they take, 0 to 1."""
    for lane in range(LANES):
        free_us = 1.0 - max(0.0, x[C.standstill_us, lane])
        free_china = 1.0 - max(0.0, x[C.standstill_china, lane])
        creep_us[0, lane] += running * dt * p[P.creep_us, lane] * free_us * (1.0 - creep_us[0, lane])
        creep_china[0, lane] += running * dt * p[P.creep_china, lane] * free_china * (1.0 - creep_china[0, lane])
