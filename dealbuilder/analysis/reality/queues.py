"""Reality checks of the licensing block: reviewers, white list, terms of licences, third countries."""

from collections.abc import Sequence
from itertools import pairwise

from dealbuilder.analysis.reality.case import FIRM, NO_DEAL, Case, clauses, fixed
from dealbuilder.analysis.reality.check import Check
from dealbuilder.analysis.reality.outcome import Outcome
from dealbuilder.model.text import Text

QUEUE = fixed(meter_level=0.3, meter_relief=0, review_capacity=0.08)
"""A queue that binds for years: reviewers for a quarter of the catalogue's load."""
GIVES = ("grant_pending=non_military", "us_standstill=full")
PAYS = (*GIVES, "entity_list_dec24=removed_140", "rescind_fdpr_sme=rescinded")
LADDERS = (
    *(clauses(*PAYS, f"cn_whitelist={level}") for level in ("none", "pilot", "most", "nearly_all")),
    *(clauses(*PAYS, f"cn_long_licences={level}") for level in ("none", "y1", "y2", "y3", "y5")),
)
WIDTHS = 4
"""Cases of the first ladder."""


def bought(o: Sequence[Outcome]) -> float:
    """Return what twice the reviewers add to US magnets, share of the 2024 average, scored months."""
    return float((o[1].scored("magnets_us") - o[0].scored("magnets_us")).mean())


def smallest_step(o: Sequence[Outcome]) -> float:
    """Return the smallest gain in supply from one level to the next, percentage points."""
    means = [one.mean("supply_gross") for one in o]
    return min(after - before for ladder in (means[:WIDTHS], means[WIDTHS:]) for before, after in pairwise(ladder))


def leaked(o: Sequence[Outcome]) -> float:
    """Return the change of what comes by third countries, percentage points of supply restored."""
    return o[1].mean("from_leakage") - o[0].mean("from_leakage")


def staffed(metering: float) -> tuple[Case, Case]:
    """Return the cases without and with twice the reviewers, under one share of deliberate metering."""
    changes = (*FIRM, *QUEUE, *fixed(metering=metering))
    return Case(clauses(*GIVES), changes), Case(clauses(*GIVES, "cn_review_clock=staff"), changes)


CHECKS = (
    Check(
        "reviewers_bureaucracy",
        "licensing",
        Text(
            en="If the queue binds and nobody meters, then twice the reviewers let more magnets through.",
            zh="如果审查排队形成瓶颈且无人有意控量，则审查人员翻倍可放行更多磁体。",
        ),
        Text(en="US magnets gained", zh="对美磁体出口的增量"),
        "index",
        Text(
            en="A few hundredths at least: the essay's theory of a slow ministry.",
            zh="至少百分之几：文章关于主管部门效率低下的观点。",
        ),
        staffed(0.0),
        bought,
        low=0.03,
        sources=("essay",),
        digits=3,
    ),
    Check(
        "reviewers_metering",
        "licensing",
        Text(
            en="If the queue binds but volumes are capped on purpose, then twice the reviewers buy little.",
            zh="如果审查排队形成瓶颈但数量被有意限制，则审查人员翻倍收效甚微。",
        ),
        Text(en="Gain over that without metering", zh="与无控量时增量之比"),
        "share",
        Text(
            en="At most a quarter of what they buy from a slow bureaucracy.", zh="至多为低效官僚情形下收效的四分之一。"
        ),
        (*staffed(0.0), *staffed(1.0)),
        lambda o: bought(o[2:]) / bought(o[:2]),
        low=0.0,
        high=0.25,
        digits=3,
    ),
    Check(
        "more_never_less",
        "licensing",
        Text(
            en="If the white list widens or licences last longer while the truce holds, then supply never falls.",
            zh="在休战维持的前提下，如果扩大白名单或延长许可期限，则供应绝不减少。",
        ),
        Text(en="Smallest step from one level to the next", zh="逐级变化中的最小增量"),
        "percentage points",
        Text(en="No less, but for rounding.", zh="除舍入误差外不得减少。"),
        tuple(Case(build, FIRM) for build in LADDERS),
        smallest_step,
        low=-1e-6,
        digits=4,
    ),
    Check(
        "third_countries_shut",
        "licensing",
        Text(
            en="If China closes third countries, then less leaks through them, however great the shortage.",
            zh="如果中方关闭第三国渠道，则无论短缺多严重，转口流入都会减少。",
        ),
        Text(en="Change of the part of supply that leaks", zh="供应中转口部分的变化"),
        "percentage points",
        Text(
            en="Two thirds of a channel worth some points: a tenth at least.",
            zh="该渠道价值数个百分点，关闭约三分之二：至少十分之一个百分点。",
        ),
        (Case(NO_DEAL, FIRM), Case(clauses("cn_new_controls=package"), FIRM)),
        leaked,
        high=-0.1,
        sources=("re_antimony",),
    ),
    Check(
        "third_countries_open",
        "licensing",
        Text(
            en="If China leaves third countries free to assemble and ship on, then more comes through them.",
            zh="如果中方允许第三国自由组装和转运，则经其流入的供应增加。",
        ),
        Text(en="Change of the part of supply that leaks", zh="供应中转口部分的变化"),
        "percentage points",
        Text(en="The same channel the other way.", zh="同一渠道的反方向。"),
        (Case(clauses(*GIVES), FIRM), Case(clauses(*GIVES, "cn_third_country=free"), FIRM)),
        leaked,
        low=0.1,
        sources=("re_antimony",),
    ),
)
"""Every check of this kind."""
