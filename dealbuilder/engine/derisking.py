"""Block 4.3: non-Chinese capacity, project by project, and what it can make for US users.

Columns of `tables.projects` are `Project`. `progress` (projects, LANES) is the share built, `output` the share of
capacity running. `made` (goods, LANES) is what non-Chinese makers offer US users, t/month; `own` the part of it that
needs no Chinese input.
"""

from dealbuilder.engine.channels import C
from dealbuilder.engine.lanes import LANES, inlined
from dealbuilder.engine.maths import exp
from dealbuilder.engine.names import CLASSES, FOLLOW_STAGES, GOODS, OXIDES, TINY, YEAR, Chem, Good, M, Project, R
from dealbuilder.engine.parameters import P

ALONE, ALLIED, PACE, PERMIT, RAMP, LIGHT, HEAVY, SHARP = 0, 1, 2, 3, 4, 5, 6, 7
"""Rows of `common`: need for a price of its own, allied money, pace, permits, start, prices counted on, sharpness."""


@inlined
def people(p, x, dt, m):
    """Advance the skilled workforce: graduates come after a delay, people leave; M.staffing is posts filled, 0 to 1."""
    for lane in range(LANES):
        taught = p[P.graduates_rest, lane] + x[C.workforce, lane]
        m[M.students, lane] += dt * (taught / YEAR - m[M.students, lane] / p[P.study_months, lane])
        joined = m[M.students, lane] / p[P.study_months, lane]
        left = m[M.workers, lane] / p[P.attrition_months, lane]
        m[M.workers, lane] += dt * (joined - left)
        m[M.staffing, lane] = min(1.0, m[M.workers, lane] / (m[M.posts, lane] + TINY))


@inlined
def price(p, gate, dt, m):
    """Advance prices outside China: up fast when users go short, down slowly; builders expect a smoothed price."""
    abroad = GOODS * CLASSES
    for lane in range(LANES):
        home, away = p[P.price_us_weight, lane], 1.0 - p[P.price_us_weight, lane]
        light = home * gate[Good.mag_free * CLASSES, lane] + away * gate[abroad + Good.mag_free, lane]
        heavy = home * gate[Good.dy * CLASSES, lane] + away * gate[abroad + Good.dy, lane]
        short_light, short_heavy = max(0.0, 1.0 - light), max(0.0, 1.0 - heavy)
        aim = p[P.price_china, lane] * (1.0 + p[P.price_reach, lane] * short_light)
        rate = p[P.price_up, lane] if aim > m[M.price, lane] else p[P.price_down, lane]
        m[M.price, lane] += dt * rate * (aim - m[M.price, lane])
        aim = 1.0 + p[P.heavy_reach, lane] * short_heavy
        rate = p[P.price_up, lane] if aim > m[M.heavy, lane] else p[P.price_down, lane]
        m[M.heavy, lane] += dt * rate * (aim - m[M.heavy, lane])
        follow = dt / p[P.expect_months, lane]
        m[M.expect, lane] += follow * (m[M.price, lane] - m[M.expect, lane])
        m[M.expect_heavy, lane] += follow * (m[M.heavy, lane] - m[M.expect_heavy, lane])


@inlined
def build(p, tables, x, month, dt, common, progress, output, m):
    """Advance every project that is paid for or pays; one that does not pay stops, and an unfunded plant idles.

    A project goes on when the price it can count on (market, or floor) covers its need, or money is committed anyway.
    `common` (rows, LANES) holds what all projects share.
    """
    for lane in range(LANES):
        m[M.posts, lane] = p[P.posts_rest, lane]
        m[M.spent, lane] = 0.0
        fund = x[C.capital, lane] / (x[C.capital, lane] + p[P.pipeline_gap, lane])
        alone = 1.0 - p[P.capital_effect, lane] * fund
        common[ALONE, lane] = alone * (1.0 - p[P.offtake_effect, lane] * x[C.offtake, lane])
        common[ALLIED, lane] = p[P.allied_effect, lane] * x[C.allied_capacity, lane]
        common[PACE, lane] = p[P.staff_floor, lane] + (1.0 - p[P.staff_floor, lane]) * m[M.staffing, lane]
        common[PERMIT, lane] = x[C.permitting, lane] * p[P.permit_share, lane]
        common[RAMP, lane] = min(1.0, dt / p[P.ramp_months, lane])
        common[SHARP, lane] = 1.0 / p[P.price_spread, lane]
        common[LIGHT, lane] = max(x[C.price_floor, lane], m[M.expect, lane])
        floor_heavy = x[C.price_floor, lane] * p[P.floor_heavy, lane]
        common[HEAVY, lane] = max(floor_heavy, p[P.price_china, lane] * m[M.expect_heavy, lane])
    for i in range(tables.projects.shape[0]):
        magnet, mine = tables.projects[i, Project.plant], tables.projects[i, Project.mine]
        needed, funded = tables.projects[i, Project.price], tables.projects[i, Project.funded]
        months, begin = tables.projects[i, Project.months], tables.projects[i, Project.begin]
        capex, jobs, ally = (
            tables.projects[i, Project.capex],
            tables.projects[i, Project.jobs],
            tables.projects[i, Project.ally],
        )
        started = 1.0 if month >= begin else 0.0
        if month < begin and tables.projects[i, Project.built] < 1.0:
            # Nothing is built yet and nothing runs.
            continue
        offered = HEAVY if tables.projects[i, Project.heavy] > 0.0 else LIGHT
        other = (1.0 - magnet) * (1.0 - mine)
        for lane in range(LANES):
            pays = 1.0 / (1.0 + exp((needed - common[offered, lane]) * common[SHARP, lane]))
            sure = (1.0 - funded) * common[ALONE, lane] * (1.0 - ally * common[ALLIED, lane])
            go = 1.0 - (1.0 - pays) * sure
            delay = magnet * p[P.delay_magnet, lane] + mine * p[P.delay_mine, lane] + other * p[P.delay_plant, lane]
            span = (months + delay) * (1.0 - common[PERMIT, lane] * (1.0 - magnet))
            step = min(1.0 - progress[i, lane], started * dt * go * common[PACE, lane] / span)
            progress[i, lane] += step
            m[M.spent, lane] += capex * p[P.overrun, lane] * step
            building = started if progress[i, lane] < 1.0 else 0.0
            m[M.posts, lane] += jobs * go * building
            runs = go if progress[i, lane] >= 1.0 - TINY else 0.0
            output[i, lane] += common[RAMP, lane] * (runs - output[i, lane])
    for lane in range(LANES):
        flow = min(1.0, dt * FOLLOW_STAGES / p[P.follow_months, lane])
        feed = x[C.capital, lane] / p[P.capital_months, lane] * m[M.staffing, lane]
        first, second, third = m[M.follow_1, lane], m[M.follow_2, lane], m[M.follow_3, lane]
        m[M.follow_1, lane] += dt * feed - flow * first
        m[M.follow_2, lane] += flow * (first - second)
        m[M.follow_3, lane] += flow * (second - third)
        m[M.follow, lane] += flow * third
        m[M.paid, lane] += m[M.spent, lane] + dt * feed


@inlined
def capacity(p, tables, x, output, m, offer, cap):
    """Fill `cap` (R rows, LANES): non-Chinese capacity open to US users, t/month, by good and stage."""
    for row in range(R.count):
        rest, follow = tables.capacity_rest[row] / YEAR, tables.follow_yield[row] / YEAR
        for lane in range(LANES):
            cap[row, lane] = rest + follow * m[M.follow, lane]
    for i in range(tables.projects.shape[0]):
        share, ally = tables.projects[i, Project.share], tables.projects[i, Project.ally]
        for lane in range(LANES):
            open_ = min(1.0, share * (1.0 + ally * p[P.allied_share, lane] * x[C.allied_capacity, lane]))
            offer[0, lane] = output[i, lane] * open_ * p[P.utilisation, lane]
        for row in range(R.count):
            size = tables.projects[i, Project.sizes + row] / YEAR
            if size > 0.0:
                for lane in range(LANES):
                    cap[row, lane] += size * offer[0, lane]


@inlined
def make(p, tables, x, gate, cap, m, made, own):
    """Turn capacity into goods: magnets as far as metal, NdPr and Dy reach, oxides for what is left; metal balances.

    Oxide used per tonne of magnet = metal fraction / (metal share of the oxide x yield).
    """
    for lane in range(LANES):
        yield_ = p[P.magnet_yield, lane]
        per_light = tables.chem[Chem.light, 0] / (tables.chem[Chem.light, 1] * yield_)
        per_dy = tables.chem[Chem.dy, 0] / (tables.chem[Chem.dy, 1] * yield_)
        per_tb = tables.chem[Chem.tb, 0] / (tables.chem[Chem.tb, 1] * yield_)
        line = min(cap[R.magnet, lane], cap[R.metal, lane])
        raw = p[P.raw_reach, lane] * x[C.raw_materials, lane]
        chinese = line * per_light * p[P.light_open, lane] * gate[Good.ndpr * CLASSES, lane]
        light = cap[R.ndpr, lane] + chinese
        total = min(line, light / per_light)
        own_total = min(line, cap[R.ndpr, lane] / per_light)
        wish = p[P.heavy_grade, lane] * total
        eased = raw * wish * gate[Good.dy * CLASSES, lane]
        spare_dy = p[P.dy_to_magnets, lane] * cap[R.dy, lane] / per_dy
        spare_tb = p[P.dy_to_magnets, lane] * cap[R.tb, lane] / per_tb
        graded = min(wish, min(spare_dy, spare_tb) + eased)
        own_graded = min(p[P.heavy_grade, lane] * own_total, min(spare_dy, spare_tb))
        made[Good.mag_heavy, lane] = graded
        made[Good.mag_free, lane] = total - graded
        own[Good.mag_heavy, lane] = own_graded
        own[Good.mag_free, lane] = own_total - own_graded
        taken = min(graded, min(spare_dy, spare_tb))
        m[M.used_dy, lane], m[M.used_tb, lane] = taken * per_dy, taken * per_tb
        m[M.used_light, lane] = min(cap[R.ndpr, lane], total * per_light)
        per_sm = tables.chem[Chem.sm, 0] / (tables.chem[Chem.sm, 1] * yield_)
        # Makers of SmCo take their own samarium first, then what China lets out of it for their lines.
        spare_sm = min(cap[R.smco, lane], cap[R.sm, lane] / per_sm)
        made[Good.mag_smco, lane] = min(cap[R.smco, lane], spare_sm + cap[R.smco, lane] * gate[Good.sm * CLASSES, lane])
        own[Good.mag_smco, lane] = spare_sm
        m[M.used_sm, lane] = spare_sm * per_sm
    for good in range(OXIDES):
        is_dy, is_tb = 1.0 if good == Good.dy else 0.0, 1.0 if good == Good.tb else 0.0
        is_light, is_sm = 1.0 if good == Good.ndpr else 0.0, 1.0 if good == Good.sm else 0.0
        for lane in range(LANES):
            used = is_dy * m[M.used_dy, lane] + is_tb * m[M.used_tb, lane] + is_light * m[M.used_light, lane]
            used += is_sm * m[M.used_sm, lane]
            made[good, lane] = max(0.0, cap[good, lane] - used)
            own[good, lane] = made[good, lane]


@inlined
def shares(p, tables, years, need, cap, out):
    """Fill `out` (4, LANES): non-Chinese capacity at each stage over what US users need there, at most 1."""
    grown = (1.0 + tables.magnet_growth) ** years
    for lane in range(LANES):
        yield_ = p[P.magnet_yield, lane]
        magnets = (need[Good.mag_free] + need[Good.mag_heavy]) * grown
        light = magnets * tables.chem[Chem.light, 0] / (tables.chem[Chem.light, 1] * yield_)
        dy = need[Good.mag_heavy] * grown * tables.chem[Chem.dy, 0] / (tables.chem[Chem.dy, 1] * yield_) + need[Good.dy]
        tb = need[Good.mag_heavy] * grown * tables.chem[Chem.tb, 0] / (tables.chem[Chem.tb, 1] * yield_) + need[Good.tb]
        sm = need[Good.sm] + need[Good.mag_smco] * tables.chem[Chem.sm, 0] / (tables.chem[Chem.sm, 1] * yield_)
        w_light, w_dy, w_tb, w_sm = (
            tables.stage_weight[0],
            tables.stage_weight[1],
            tables.stage_weight[2],
            tables.stage_weight[3],
        )
        out[0, lane] = w_light * min(1.0, cap[R.mine_light, lane] / light)
        out[0, lane] += (w_dy + w_tb + w_sm) * min(1.0, cap[R.mine_heavy, lane] / (dy + tb + sm))
        out[1, lane] = w_light * min(1.0, cap[R.ndpr, lane] / light) + w_dy * min(1.0, cap[R.dy, lane] / dy)
        out[1, lane] += w_tb * min(1.0, cap[R.tb, lane] / tb) + w_sm * min(1.0, cap[R.sm, lane] / sm)
        out[2, lane] = min(1.0, cap[R.metal, lane] / magnets)
        out[3, lane] = min(1.0, cap[R.magnet, lane] / magnets)
