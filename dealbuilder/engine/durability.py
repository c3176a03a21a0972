"""Block 4.6: how long the deal holds, how much of what was signed is delivered, and what a rupture costs.

State rows are `D` (durability, LANES). Points are those of the ledger. Hazards are per month.
"""

from dealbuilder.engine.channels import C
from dealbuilder.engine.lanes import LANES, inlined
from dealbuilder.engine.maths import exp
from dealbuilder.engine.names import D, Ledger, Segment
from dealbuilder.engine.parameters import P


@inlined
def joined(wanted, given, share, total, floor):
    """Return one channel's deviation from a promise of which `share` is kept, and from law; a harsh act counts whole.

    Law tighter than rest stands until a promise lifts it, by the share that is kept.
    """
    better, harsher = max(0.0, wanted) * share, min(0.0, wanted)
    together = (1.0 - total) * max(given, better) + total * (given + better) + harsher
    tight = better + (1.0 - share) * given if wanted > 0.0 else min(given, wanted)
    return max(floor, tight if given < 0.0 else together)


@inlined
def beyond(wanted, given):
    """Return what a promise adds to law; a harsh act, and a promise where law is at rest or tighter, count whole."""
    return wanted - min(max(0.0, wanted), max(0.0, given))


@inlined
def mutual(us, china, alone):
    """Return what two standstills are worth: twice the smaller, and `alone` of what one side promises beyond it."""
    least, most = min(us, china), max(us, china)
    return 2.0 * least + alone * (most - least)


@inlined
def agree(tables, signed, law, out):
    """Fill `out` (channels, LANES): the deviation from rest if all that is signed is delivered on top of what is law.

    An empty package agrees on the law as it is, be that freer or tighter than the channel's rest.
    """
    for c in range(signed.shape[0]):
        total, floor = float(tables.channel_total[c]), tables.channel_floor[c]
        for lane in range(LANES):
            out[c, lane] = joined(signed[c, lane], law[c, lane], 1.0, total, floor)


@inlined
def weigh(p, tables, signed, law, access_signed, access_law, d):
    """Value what each side has signed to give and to get, beyond what is law anyway.

    Fills D.worth_china, D.cost_us, D.red_us (from segments that really open: a lift that another instrument blocks
    earns nothing), D.worth_us, D.cost_china, D.red_china (from channels), and D.substance, 0 for an empty package.
    """
    for lane in range(LANES):
        for row in range(D.worth_china, D.substance + 1):
            d[row, lane] = 0.0
    for s in range(tables.segment.shape[0]):
        worth, cost, red = (
            tables.segment[s, Segment.worth],
            tables.segment[s, Segment.cost],
            tables.segment[s, Segment.red],
        )
        for lane in range(LANES):
            opened = max(0.0, access_signed[s, lane] - access_law[s, lane])
            d[D.worth_china, lane] += worth * opened
            d[D.cost_us, lane] += cost * opened
            d[D.red_us, lane] += red * opened
    for c in range(tables.ledger.shape[0]):
        side = tables.channel_side[c]
        if side > 1:
            continue
        worth, cost, red = tables.ledger[c, Ledger.worth], tables.ledger[c, Ledger.cost], tables.ledger[c, Ledger.red]
        gate = tables.channel_gate[c]
        gained, paid, feared = (
            (D.worth_china, D.cost_us, D.red_us) if side == 0 else (D.worth_us, D.cost_china, D.red_china)
        )
        gated = 1.0 if gate >= 0 else 0.0
        door = max(0, gate)
        full = tables.channel_range[c]
        for lane in range(LANES):
            added = max(0.0, signed[c, lane] - max(0.0, law[c, lane])) / full
            d[gained, lane] += worth * added * (1.0 - gated * (1.0 - access_signed[door, lane]))
            d[paid, lane] += cost * added
            d[feared, lane] += red * added
    for lane in range(LANES):
        size = d[D.worth_china, lane] + d[D.worth_us, lane]
        d[D.substance, lane] = size / (size + p[P.size_half, lane])


@inlined
def carry(p, signed, d):
    """Fill D.deliver_us and D.deliver_china: what share of its promises each side delivers now.

    delivered = carried (logistic in what it gets less what it is asked) x compliance x life of the deal, tied to the
    other side's by linkage and tranches.
    """
    for lane in range(LANES):
        sigma = p[P.carry_spread, lane]
        us = p[P.carry_bias, lane] + d[D.worth_us, lane] - d[D.cost_us, lane] - d[D.red_us, lane]
        china = p[P.carry_bias, lane] + d[D.worth_china, lane] - d[D.cost_china, lane] - d[D.red_china, lane]
        d[D.carried_us, lane] = 1.0 / (1.0 + exp(-us / sigma))
        d[D.carried_china, lane] = 1.0 / (1.0 + exp(-china / sigma))
        own_us = d[D.carried_us, lane] * d[D.comply_us, lane]
        own_china = d[D.carried_china, lane] * d[D.comply_china, lane]
        link = p[P.linkage_bite, lane] * signed[C.linkage, lane]
        tied_us = own_us * (1.0 - link * (1.0 - own_china))
        tied_china = own_china * (1.0 - link * (1.0 - own_us))
        step = p[P.tranche_bite, lane] * signed[C.tranches, lane]
        least = min(tied_us, tied_china)
        revived = p[P.revival, lane] + (1.0 - p[P.revival, lane]) * p[P.dispute_revival, lane] * signed[C.dispute, lane]
        life = (1.0 - d[D.ruptured, lane]) * (1.0 if d[D.episode, lane] < 0.5 else min(1.0, revived))
        d[D.deliver_us, lane] = life * (tied_us + step * (least - tied_us))
        d[D.deliver_china, lane] = life * (tied_china + step * (least - tied_china))


@inlined
def deliver(tables, signed, law, d, out):
    """Fill `out` (channels, LANES): the deviation from rest in force, from law and from what of the deal is delivered.

    Escalation needs nobody's co-operation and is delivered in full; the home programme outlives the deal.
    """
    for c in range(signed.shape[0]):
        own = 1.0 if (tables.channel_side[c] > 1 or tables.channel_hostile[c] == 1) else 0.0
        deliverer = D.deliver_us if tables.channel_side[c] == 0 else D.deliver_china
        total, floor = float(tables.channel_total[c]), tables.channel_floor[c]
        for lane in range(LANES):
            share = own + (1.0 - own) * d[deliverer, lane]
            out[c, lane] = joined(signed[c, lane], law[c, lane], share, total, floor)


@inlined
def hazard(p, tables, signed, law, expiry, hazard_on, d):
    """Fill D.hazard, per month: that of the truce as it stands, times exp(beta . z).

    z = 0 for an empty package, and for a promise of what is law already: the truce as it stands has that in it.
    """
    for lane in range(LANES):
        substance = d[D.substance, lane]
        small, large = (
            min(d[D.worth_us, lane], d[D.worth_china, lane]),
            max(d[D.worth_us, lane], d[D.worth_china, lane]),
        )
        stakes = substance * small / (large + p[P.size_floor, lane])
        terms = (
            p[P.calm_verification, lane] * signed[C.verification, lane]
            + p[P.calm_snapback, lane] * signed[C.snapback, lane]
            + p[P.calm_tranches, lane] * signed[C.tranches, lane]
            + p[P.calm_linkage, lane] * signed[C.linkage, lane]
            + p[P.calm_dispute, lane] * signed[C.dispute, lane]
        ) * (p[P.terms_alone, lane] + (1.0 - p[P.terms_alone, lane]) * substance)
        tariffs = beyond(signed[C.goodwill_tariffs, lane], law[C.goodwill_tariffs, lane])
        fentanyl = beyond(signed[C.goodwill_fentanyl, lane], law[C.goodwill_fentanyl, lane])
        green = beyond(signed[C.goodwill_green, lane], law[C.goodwill_green, lane])
        goodwill = p[P.calm_tariffs, lane] * tariffs + p[P.calm_fentanyl, lane] * fentanyl
        goodwill += p[P.calm_green, lane] * green
        alone = p[P.restraint_alone, lane]
        still_us, still_china = signed[C.standstill_us, lane], signed[C.standstill_china, lane]
        law_us, law_china = max(0.0, law[C.standstill_us, lane]), max(0.0, law[C.standstill_china, lane])
        still = mutual(max(law_us, still_us), max(law_china, still_china), alone) - mutual(law_us, law_china, alone)
        still += min(0.0, still_us) + min(0.0, still_china)
        restraint = p[P.calm_standstill, lane] * still
        restraint += p[P.calm_status, lane] * beyond(signed[C.keep_veu, lane], law[C.keep_veu, lane])
        hostile = (
            p[P.fear_stop, lane] * signed[C.stop_licences, lane]
            + p[P.fear_suspension, lane] * signed[C.suspend_tool_licences, lane]
            + p[P.fear_closure, lane] * max(0.0, -signed[C.third_country, lane])
        )
        shortfall = substance * (2.0 - d[D.comply_us, lane] - d[D.comply_china, lane])
        red = (d[D.red_us, lane] + d[D.red_china, lane]) / p[P.red_scale, lane]
        lesson = p[P.lesson, lane] * d[D.worth_china, lane] / (d[D.worth_china, lane] + p[P.size_half, lane])
        z = hostile + p[P.fear_shortfall, lane] * shortfall + p[P.fear_red, lane] * red + lesson
        z -= p[P.calm_stakes, lane] * stakes + terms + goodwill + restraint
        ending = (
            p[P.expiry_hazard, lane] * (1.0 - p[P.renewal_effect, lane] * signed[C.renewal, lane]) * expiry[0, lane]
        )
        rate = (p[P.hazard_truce, lane] + ending) * exp(min(p[P.hazard_reach, lane], max(-p[P.hazard_reach, lane], z)))
        d[D.hazard, lane] = hazard_on * rate


@inlined
def live(p, shocks, episodes, dt, d):
    """Advance the life of the deal by `dt` months: rupture when the hazard's integral meets its draw, repair too.

    D.alive is the share of the step in which the first life still held, D.ruptured the share spent in rupture.
    """
    for lane in range(LANES):
        episode = int(min(d[D.episode, lane], episodes - 1.0))
        rate = d[D.hazard, lane]
        broken = d[D.broken, lane]
        limit, mend = shocks[episode, lane], shocks[episode + int(episodes), lane] * p[P.repair_months, lane]
        room = limit - d[D.strain_sum, lane]
        held = dt if (rate * dt < room) else room / rate
        held = 0.0 if broken > 0.5 else held
        last = 1.0 if d[D.episode, lane] < 0.5 else 0.0
        d[D.alive, lane] = last * held / dt
        d[D.ruptured, lane] = 1.0 - held / dt
        d[D.strain_sum, lane] += rate * held
        d[D.repair_sum, lane] += dt - held
        breaks = broken > 0.5 or held < dt
        mended = breaks and d[D.repair_sum, lane] >= mend
        d[D.broken, lane] = 1.0 if (breaks and not mended) else 0.0
        d[D.episode, lane] += 1.0 if mended else 0.0
        d[D.strain_sum, lane] = 0.0 if mended else d[D.strain_sum, lane]
        d[D.repair_sum, lane] = 0.0 if mended else d[D.repair_sum, lane]
        tender = d[D.tender, lane] * (1.0 - dt / p[P.tender_months, lane])
        d[D.tender, lane] = 1.0 if mended else max(0.0, tender)


@inlined
def trust(p, signed, dt, d):
    """Advance compliance: each side follows, with a lag, what it received against what it was promised."""
    for lane in range(LANES):
        seen = p[P.verification_effect, lane] * signed[C.verification, lane]
        held = (1.0 - seen) * (1.0 - p[P.snapback_effect, lane] * signed[C.snapback, lane])
        held *= 1.0 - p[P.tranche_effect, lane] * signed[C.tranches, lane]
        tit = p[P.tit_for_tat, lane] * d[D.substance, lane] * held
        us = 1.0 - tit * (1.0 - d[D.carried_china, lane] * d[D.comply_china, lane]) - p[P.hardliners_us, lane] * held
        china = 1.0 - tit * (1.0 - d[D.carried_us, lane] * d[D.comply_us, lane]) - p[P.hardliners_china, lane] * held
        follow = dt / p[P.trust_months, lane]
        d[D.comply_us, lane] += follow * (min(1.0, max(0.0, us)) - d[D.comply_us, lane])
        d[D.comply_china, lane] += follow * (min(1.0, max(0.0, china)) - d[D.comply_china, lane])


@inlined
def regime(p, d):
    """Fill D.flow, the multiplier on Chinese supply: calm 1, strained a little less, ruptured, repaired."""
    for lane in range(LANES):
        strained = d[D.hazard, lane] / (d[D.hazard, lane] + p[P.strain_half, lane])
        cut = p[P.strained_cut, lane] * strained
        cut = max(cut, p[P.repaired_cut, lane] * d[D.tender, lane])
        d[D.flow, lane] = 1.0 - cut + d[D.ruptured, lane] * (cut - p[P.ruptured_cut, lane])
