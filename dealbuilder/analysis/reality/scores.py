"""Reality checks of the scores themselves: baselines add up, parts sum, the step is fine enough."""

from collections.abc import Sequence

from dealbuilder.analysis.evaluation import Setting
from dealbuilder.analysis.reality.case import FULL, NO_DEAL, Case, deal
from dealbuilder.analysis.reality.check import Check
from dealbuilder.analysis.reality.outcome import Outcome
from dealbuilder.analysis.scoreboard import scores, yardsticks
from dealbuilder.model.text import Text

PERCENT = 100.0
SOURCES = ("from_licensed", "from_leakage", "from_allied", "from_recycling", "from_stock", "from_avoided")
WHOLE_POINT = 1.0
"""Points of cost below which a change is held against one point: a cost of nought has no percent."""
HALVED = (Case(NO_DEAL), Case(FULL), Case(NO_DEAL, substeps=2), Case(FULL, substeps=2))


def leadership(package: Outcome, baseline: Outcome) -> float:
    """Return the headline cost of a package against a baseline, points."""
    catalogue = package.prepared.catalogue
    wanted = (catalogue.indicator_by_id["leadership_cost"],)
    measure = yardsticks(catalogue, Setting(pack=package.prepared.pack.id))
    return scores(wanted, package.outputs, baseline.outputs, measure)[0].mean


def baseline_gap(o: Sequence[Outcome]) -> float:
    """Return cost(P|B2) - (cost(P|B1) - cost(B2|B1)), points."""
    first, second, package = o
    return leadership(package, second) - (leadership(package, first) - leadership(second, first))


def unsplit(o: Sequence[Outcome]) -> float:
    """Return the larger gap between supply and the sum of its sources, percentage points."""
    return max(abs(sum(one.mean(id) for id in SOURCES) - one.mean("supply_gross")) for one in o)


def supply_step(o: Sequence[Outcome]) -> float:
    """Return the larger change of supply restored by half the step, percent of it."""
    whole, half = o[:2], o[2:]
    return max(PERCENT * abs(b.mean("supply") / a.mean("supply") - 1.0) for a, b in zip(whole, half, strict=True))


def cost_step(o: Sequence[Outcome]) -> float:
    """Return the change of the leadership cost by half the step, percent of it or of one point if that is more."""
    whole, half = leadership(o[1], o[0]), leadership(o[3], o[2])
    return PERCENT * abs(half - whole) / max(WHOLE_POINT, abs(whole))


CHECKS = (
    Check(
        "costs_against_two_baselines",
        "scores",
        Text(
            en="If a package is held against a second baseline, then its cost is the difference of two costs.",
            zh="如果将方案与第二个基准比较，则其代价等于相对第一个基准代价之差。",
        ),
        Text(en="Gap between the two ways to the cost", zh="两种算法所得代价之差"),
        "points",
        Text(en="To the last bit.", zh="逐位相等。"),
        (Case(NO_DEAL), Case(deal("essay_minimal")), Case(FULL)),
        baseline_gap,
        low=0.0,
        high=0.0,
    ),
    Check(
        "sources_sum",
        "scores",
        Text(
            en="If supply is split by where it comes from, then the parts sum to the whole.",
            zh="如果按来源拆分供应，则各部分之和等于总量。",
        ),
        Text(en="Gap between supply and its parts", zh="供应总量与各部分之和的差"),
        "percentage points",
        Text(en="Nothing, but for rounding.", zh="除舍入误差外为零。"),
        (Case(NO_DEAL), Case(FULL)),
        unsplit,
        high=1e-6,
    ),
    Check(
        "half_the_step_supply",
        "scores",
        Text(
            en="If the time step is halved, then supply restored moves by less than 1 %.",
            zh="如果时间步长减半，则供应恢复程度的变化小于1%。",
        ),
        Text(en="Larger change of no deal and the essay's package", zh="无协议与文章方案中较大的变化"),
        "%",
        Text(en="Convergence: one percent of the score.", zh="收敛性：评分的百分之一。"),
        HALVED,
        supply_step,
        high=1.0,
    ),
    Check(
        "half_the_step_cost",
        "scores",
        Text(
            en="If the time step is halved, then the technology-leadership cost moves by less than 1 %.",
            zh="如果时间步长减半，则技术领先代价的变化小于1%。",
        ),
        Text(
            en="Change for the essay's package, of its cost or of one point", zh="文章方案代价的变化，相对其代价或一点"
        ),
        "%",
        Text(
            en="Convergence: one percent of the cost, of one point where it is smaller.",
            zh="收敛性：代价的百分之一，代价不足一点时按一点计。",
        ),
        HALVED,
        cost_step,
        high=1.0,
    ),
)
"""Every check of this block."""
