"""Block 4.1: Chinese export licences by good, destination and end-user class.

Rows are the controlled (destination, good, class) triples of `tables.licence_*`. `covered`, `filed`, `reviewing` are
shares of the need outside the white list that is licensed, being filed, under review. `gate` (goods x classes of the
US, then goods of the allies, then of the rest of the world; LANES) is the share of what is asked for that leaves China.
"""

from dealbuilder.engine.channels import C
from dealbuilder.engine.lanes import LANES, inlined
from dealbuilder.engine.maths import exp, left
from dealbuilder.engine.names import CIVIL, CLASSES, DESTINATIONS, DUAL, GOODS, MILITARY, MONTH_DAYS, US, D, Good, L
from dealbuilder.engine.parameters import P

PASSED, OTHERS, RAW, OPENED, TERMS = 0, 3, 4, 5, 13
"""Rows of `terms` while licences are reviewed: three classes of US users, all others, raw materials, three classes."""
THROUGH, WORN, SURE, REACH, LISTED, CAP = 0, 6, 7, 8, 9, 10
"""Rows of `terms` while gates open: goods with and without a licence by destination, then what rows have in common."""


@inlined
def chances(p, x, creep, terms):
    """Fill `terms` with the share of need that reviewers would pass, 0 to 1, at a strictness of 1, and what opens more.

    By class of US users; abroad one share stands for all. `creep` (rows, LANES) has new controls in its row 3.
    """
    for lane in range(LANES):
        approve = p[P.approve_civil, lane] * (1.0 - p[P.us_penalty, lane])
        share = p[P.defence_share, lane]
        forces = share * x[C.access_defence, lane] + (1.0 - share) * x[C.access_military, lane]
        both = p[P.approve_dual, lane] + (1.0 - p[P.approve_dual, lane]) * x[C.access_dual_use, lane]
        kept = 1.0 - creep[3, lane]
        terms[PASSED + CIVIL, lane] = approve * kept
        terms[PASSED + DUAL, lane] = approve * both * kept
        terms[PASSED + MILITARY, lane] = approve * forces * kept
        terms[OTHERS, lane] = p[P.approve_others, lane] * kept
        terms[RAW, lane] = p[P.raw_reach, lane] * x[C.raw_materials, lane]
        terms[OPENED + CIVIL, lane] = 0.0
        terms[OPENED + DUAL, lane] = x[C.access_dual_use, lane]
        terms[OPENED + MILITARY, lane] = forces


@inlined
def passes(terms, chance, opening, strictness, raw, lane):
    """Return the share of need of one row that reviewers would pass, 0 to 1; two rows of `terms` stand for its user."""
    opened = max(raw * terms[RAW, lane], terms[opening, lane])
    return terms[chance, lane] * (strictness + (1.0 - strictness) * opened)


@inlined
def review(p, tables, x, stop, creep, month, dt, rate, decided, terms, covered, filed, reviewing, load):
    """Advance filing, review and licences by `dt` months; reviewers serve all destinations out of one capacity.

    `rate` holds what all rows share: pace of papers, of the clock, of lapses, strength of new controls, and the shares
    of missing licences applied for, of papers completed and of licences withdrawn in the step. Each stage is solved
    exactly for steady arrivals within the step, so that how long it takes does not hang on the step. `decided` holds
    shares decided of what waited and of what arrived, and lapsed: three rows for the United States, three for others.
    """
    for lane in range(LANES):
        load[0, lane] = 0.0
        relief = p[P.document_effect, lane] * x[C.document_relief, lane]
        paper = p[P.paper_months, lane] * (1.0 - relief) / (1.0 - p[P.restart_share, lane] * (1.0 - relief))
        rate[0, lane] = dt / paper
        rate[1, lane] = p[P.working_days, lane] / (p[P.clock_rest, lane] - x[C.review_days, lane])
        rate[2, lane] = 1.0 / (p[P.term_rest, lane] + x[C.licence_term, lane])
        rate[3, lane] = min(1.0, creep[0, lane] + p[P.new_control_bite, lane] * max(0.0, -x[C.standstill_china, lane]))
        rate[4, lane] = 1.0 - exp(-dt * p[P.filing_rate, lane])
        rate[5, lane] = 1.0 - exp(-rate[0, lane])
        rate[6, lane] = 1.0 - left(rate[0, lane])
        rate[7, lane] = 1.0 - exp(-dt * p[P.withdrawal_rate, lane])
    for r in range(tables.licence_good.shape[0]):
        weight = tables.licence_weight[r]
        listable = 1.0 if (tables.licence_dest[r] == US and tables.licence_class[r] == CIVIL) else 0.0
        for lane in range(LANES):
            listed = listable * x[C.whitelist, lane]
            ahead = p[P.renew_ahead, lane] * covered[r, lane] * rate[2, lane]
            asked = reviewing[r, lane] * rate[1, lane] + ahead
            load[0, lane] += weight * (1.0 - listed) * asked
    for lane in range(LANES):
        grown = min(1.0, p[P.staff_start, lane] + (1.0 - p[P.staff_start, lane]) * month / p[P.staff_months, lane])
        staff = grown * (1.0 + p[P.staff_effect, lane] * x[C.reviewers, lane])
        load[1, lane] = min(1.0, p[P.review_capacity, lane] * staff / (load[0, lane] + p[P.load_floor, lane]))
        # The United States first, then all others, whom a stop hits in part.
        for dest in range(2):
            open_door = 1.0 - (p[P.stop_spill, lane] if dest > 0 else 1.0) * stop[0, lane]
            pace = dt * open_door * load[1, lane] * rate[1, lane]
            lapsing = dt * rate[2, lane] * (1.0 - p[P.renew_ahead, lane] * load[1, lane] * open_door)
            decided[3 * dest, lane] = 1.0 - exp(-pace)
            decided[3 * dest + 1, lane] = 1.0 - left(pace)
            decided[3 * dest + 2, lane] = 1.0 - exp(-lapsing)
    chances(p, x, rate, terms)
    for r in range(tables.licence_good.shape[0]):
        dest, klass, good = tables.licence_dest[r], tables.licence_class[r], tables.licence_good[r]
        us = dest == US
        strictness = tables.strictness[good, 0 if us else 1]
        raw = tables.is_raw[good] if us else 0.0
        chance, opening, place = (PASSED + klass, OPENED + klass, 0) if us else (OTHERS, OPENED + CIVIL, 3)
        for lane in range(LANES):
            passed = passes(terms, chance, opening, strictness, raw, lane)
            missing = max(0.0, passed - covered[r, lane] - filed[r, lane] - reviewing[r, lane])
            file_ = rate[4, lane] * missing
            submit = rate[5, lane] * filed[r, lane] + rate[6, lane] * file_
            decide = decided[place, lane] * reviewing[r, lane] + decided[place + 1, lane] * submit
            lapse = decided[place + 2, lane] * covered[r, lane]
            # A narrower access withdraws licences that would no longer be given.
            lapse += rate[7, lane] * max(0.0, covered[r, lane] - lapse - passed)
            filed[r, lane] += file_ - submit
            reviewing[r, lane] += submit - decide
            covered[r, lane] = max(0.0, covered[r, lane] + decide - lapse)


@inlined
def customs(p, x, stop, dt, hold, kept):
    """Advance `hold` (destinations, LANES): the share of cargo kept at the port, uncontrolled goods under test too.

    `kept` is its mean over the step: a port that closes within the month still lets the first ships go.
    """
    for dest in range(hold.shape[0]):
        us = 1.0 if dest == US else 0.0
        for lane in range(LANES):
            spill = us + (1.0 - us) * p[P.stop_spill, lane]
            eased = us * x[C.customs_coordination, lane]
            rest = p[P.hold_rest, lane] * (1.0 - eased)
            aim = rest + (p[P.hold_stop, lane] - rest) * spill * stop[0, lane]
            rate = p[P.hold_up, lane] if aim > hold[dest, lane] else p[P.hold_down, lane] * (1.0 + eased)
            gap = hold[dest, lane] - aim
            kept[dest, lane] = aim + gap * left(rate * dt)
            hold[dest, lane] = aim + gap * exp(-rate * dt)


@inlined
def ways(p, tables, x, stop, creep, first, d, kept, terms):
    """Fill `terms` with what gates have in common: the way through by destination, wear, and what metering lets by.

    A way is state of the truce x stop x customs; cargo of the days before the controls still leaves in the first month.
    """
    longest = tables.channel_range[C.licence_term]
    for lane in range(LANES):
        wear = p[P.new_control_bite, lane] * max(0.0, -x[C.standstill_china, lane]) + creep[0, lane]
        terms[WORN, lane] = 1.0 - p[P.uncontrolled_wear, lane] * min(1.0, wear)
        terms[SURE, lane] = p[P.whitelist_cover, lane] * (1.0 - creep[0, lane])
        terms[REACH, lane] = p[P.raw_reach, lane] * x[C.raw_materials, lane]
        terms[LISTED, lane] = x[C.whitelist, lane]
        term = max(0.0, x[C.licence_term, lane] / longest)
        metered = p[P.metering, lane] * (1.0 - p[P.meter_level, lane])
        terms[CAP, lane] = 1.0 - metered * (1.0 - p[P.meter_relief, lane] * max(x[C.whitelist, lane], term))
        terms[CAP + 1, lane] = 1.0 - metered * (1.0 - p[P.meter_relief, lane] * term)
        terms[CAP + 2, lane] = 1.0 - metered
    for dest in range(DESTINATIONS):
        us = 1.0 if dest == US else 0.0
        for lane in range(LANES):
            halt = (us + (1.0 - us) * p[P.stop_spill, lane]) * stop[0, lane]
            cut = 1.0 - d[D.flow, lane]
            leaves = 1.0 - kept[dest, lane]
            terms[THROUGH + dest, lane] = (1.0 - cut) * (1.0 - min(halt, 1.0 - first[0, lane])) * leaves
            terms[THROUGH + DESTINATIONS + dest, lane] = (1.0 - cut * p[P.uncontrolled_share, lane]) * leaves


@inlined
def open_gates(p, tables, x, stop, creep, first, military_ban, d, covered, kept, terms, gate):
    """Fill `gate`: licences (or none needed) x customs x state of the truce; metering caps what is licensed."""
    ways(p, tables, x, stop, creep, first, d, kept, terms)
    for row in range(gate.shape[0]):
        good = row // CLASSES if row < GOODS * CLASSES else (row - GOODS * CLASSES) % GOODS
        free = 1.0 - tables.controlled[good]
        for lane in range(LANES):
            gate[row, lane] = free * terms[WORN, lane]
    for r in range(tables.licence_good.shape[0]):
        row, us, civil = tables.licence_gate[r], tables.licence_dest[r] == US, tables.licence_class[r] == CIVIL
        if us and civil:
            strictness = tables.strictness[tables.licence_good[r], 0]
            raw = tables.is_raw[tables.licence_good[r]]
            for lane in range(LANES):
                listed = terms[LISTED, lane]
                sure = terms[SURE, lane] * (strictness + (1.0 - strictness) * raw * terms[REACH, lane])
                share = listed * max(sure, covered[r, lane]) + (1.0 - listed) * covered[r, lane]
                gate[row, lane] = min(share, terms[CAP, lane])
        else:
            cap = CAP + 1 if us else CAP + 2
            for lane in range(LANES):
                gate[row, lane] = min(covered[r, lane], terms[cap, lane])
    for row in range(gate.shape[0]):
        us = row < GOODS * CLASSES
        dest = US if us else 1 + (row - GOODS * CLASSES) // GOODS
        good = row // CLASSES if us else (row - GOODS * CLASSES) % GOODS
        way = THROUGH + dest if tables.controlled[good] > 0.0 else THROUGH + DESTINATIONS + dest
        for lane in range(LANES):
            gate[row, lane] = max(gate[row, lane], first[0, lane]) * terms[way, lane]
        if us and row % CLASSES == MILITARY and good >= Good.mag_free:
            for lane in range(LANES):
                gate[row, lane] *= 1.0 - p[P.ban_bite, lane] * military_ban[0, lane]


@inlined
def days_to_cargo(p, x, load, hold, out):
    """Fill `out` (1, LANES): median days from filing to loading for a US civil buyer, white-listed ones counted in."""
    for lane in range(LANES):
        relief = p[P.document_effect, lane] * x[C.document_relief, lane]
        paper = p[P.paper_months, lane] * (1.0 - relief) / (1.0 - p[P.restart_share, lane] * (1.0 - relief))
        clock = (p[P.clock_rest, lane] - x[C.review_days, lane]) / p[P.working_days, lane]
        wait = MONTH_DAYS * p[P.median_share, lane] * (paper + clock / max(load[1, lane], p[P.load_floor, lane]))
        port = p[P.customs_days, lane] * (1.0 - p[P.customs_effect, lane] * x[C.customs_coordination, lane])
        port *= 1.0 + hold[US, lane] / (1.0 - min(hold[US, lane], p[P.hold_stop, lane]))
        listed = x[C.whitelist, lane]
        out[L.days, lane] = port + (1.0 - listed) * wait + listed * min(wait, p[P.whitelist_days, lane])
