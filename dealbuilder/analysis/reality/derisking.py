"""Reality checks of the derisking block: the programme decides whether a deal buys time or removes the incentive."""

from collections.abc import Sequence

from dealbuilder.analysis.reality.case import FULL, NO_DEAL, PROGRAMME, Case, clauses, deal, everything, fixed
from dealbuilder.analysis.reality.check import Check
from dealbuilder.analysis.reality.outcome import Outcome
from dealbuilder.model.text import Text

STAGES = ("noncn_mine", "noncn_separate", "noncn_metal", "noncn_magnet")
LAST_YEAR = 12
PEOPLE = fixed(workers_start=100_000)
"""More skilled people than all projects together ask for."""
BARE = deal("essay_full", without="home")


def largest_rise(o: Sequence[Outcome]) -> float:
    """Return the largest rise of a stage's non-Chinese share, percentage points."""
    return max(o[1].mean(stage) - o[0].mean(stage) for stage in STAGES)


def rise(stage: str, o: Sequence[Outcome]) -> float:
    """Return the rise of one stage's non-Chinese share at month 60, percentage points."""
    return o[1].mean(stage) - o[0].mean(stage)


CHECKS = (
    Check(
        "deal_without_programme",
        "derisking",
        Text(
            en="If the programme is zero and the deal is full, then the non-Chinese share is at most the baseline's.",
            zh="如果没有国内计划而协议完整，则非中国份额不高于基准。",
        ),
        Text(en="Largest rise among the four stages, month 60", zh="第60个月四个环节中最大的增幅"),
        "percentage points",
        Text(
            en="Restored supply lowers the price that builders count on; a tenth of a point for rounding.",
            zh="供应恢复会压低建设方预期价格；十分之一个百分点为容差。",
        ),
        (Case(NO_DEAL), Case(BARE)),
        largest_rise,
        high=0.1,
    ),
    Check(
        "deal_lowers_the_price",
        "derisking",
        Text(
            en="If supply comes back by a deal, then the price outside China does not rise.",
            zh="如果协议使供应恢复，则中国境外价格不会上涨。",
        ),
        Text(en="Change of the NdPr price, last year", zh="最后一年镨钕价格的变化"),
        "USD/kg",
        Text(
            en="This is how a deal starves unfunded projects; a tenth of a dollar for rounding.",
            zh="协议正是由此使未融资项目失去支撑；0.1美元为容差。",
        ),
        (Case(NO_DEAL), Case(BARE)),
        lambda o: float((o[1].series["price_ndpr"] - o[0].series["price_ndpr"])[-LAST_YEAR:].mean()),
        high=0.1,
    ),
    Check(
        "programme_beside_the_deal",
        "derisking",
        Text(
            en="If the deal is full and the programme stands beside it, then the non-Chinese share rises all the same.",
            zh="如果完整协议与国内计划并行，则非中国份额仍会上升。",
        ),
        Text(en="Rise of the non-Chinese share of separation, month 60", zh="第60个月分离环节非中国份额的增幅"),
        "percentage points",
        Text(en="The programme decides: five points at least.", zh="由国内计划决定：至少五个百分点。"),
        (Case(BARE), Case(FULL)),
        lambda o: rise("noncn_separate", o),
        low=5.0,
        sources=("essay",),
        digits=1,
    ),
    Check(
        "programme_alone_no_licences",
        "derisking",
        Text(
            en="If the home programme stands alone, then the part of supply under Chinese licence does not rise.",
            zh="如果仅有国内计划，则来自中方许可的供应部分不会上升。",
        ),
        Text(en="Change of the licensed part, mean", zh="许可部分的平均变化"),
        "percentage points",
        Text(en="Not at all, but for rounding.", zh="除舍入误差外完全不升。"),
        (Case(NO_DEAL), Case(everything("home"))),
        lambda o: o[1].mean("from_licensed") - o[0].mean("from_licensed"),
        high=1e-9,
    ),
    Check(
        "programme_costs",
        "derisking",
        Text(
            en="If supply comes from the home programme, then its capital is shown beside it.",
            zh="如果供应来自国内计划，则其资本投入同时列示。",
        ),
        Text(en="Capital beyond the baseline's", zh="超出基准的资本"),
        "USD bn",
        Text(
            en="The programme names USD 25 bn; five must be spent within the months.",
            zh="计划列出250亿美元；期内至少支出50亿美元。",
        ),
        (Case(NO_DEAL), Case(PROGRAMME)),
        lambda o: o[1].mean("capital") - o[0].mean("capital"),
        low=5.0,
        digits=1,
    ),
    Check(
        "programme_survives_a_stop",
        "derisking",
        Text(
            en="If the home programme stands, then a full stop in month 60 is survived for longer.",
            zh="如果实施国内计划，则第60个月遭遇全面断供时可维持更久。",
        ),
        Text(en="Cut-off survival gained", zh="断供后可维持时间的增量"),
        "month",
        Text(
            en="A stockpile is part of it, filled as far as shortage allows: a tenth of a month at least.",
            zh="计划包括储备，在短缺允许的范围内建立：至少0.1个月。",
        ),
        (Case(NO_DEAL), Case(PROGRAMME)),
        lambda o: o[1].mean("cutoff_survival") - o[0].mean("cutoff_survival"),
        low=0.1,
        digits=1,
    ),
    Check(
        "japan_in_five_years",
        "derisking",
        Text(
            en="If the US spends what Japan spent after 2010, then five years bring less than Japan's 8 to 14 did.",
            zh="如果美国的投入与日本2010年后相当，则五年的成效不超过日本8至14年的成效。",
        ),
        Text(
            en="Rise of the non-Chinese share of separation for USD 2 bn, month 60",
            zh="投入20亿美元时第60个月分离环节非中国份额的增幅",
        ),
        "percentage points",
        Text(
            en="Japan: 25 to 30 points for about USD 1.2 bn. Eight to fourteen years lie beyond the engine's five and "
            "Japan's own need is not in it, so only this side of the target can be asked.",
            zh="日本：约12亿美元换来25至30个百分点。8至14年超出引擎的五年范围，且引擎不含日本自身需求，故只能检验这一侧。",
        ),
        (Case(NO_DEAL), Case(clauses("home_capital=bn_2"))),
        lambda o: rise("noncn_separate", o),
        low=0.0,
        high=30.0,
        sources=("re_japan_2010",),
        observed=True,
        digits=1,
    ),
    Check(
        "delay_delays",
        "derisking",
        Text(
            en="If separation plants run 44 months late instead of 12, then less is separated outside China.",
            zh="如果分离厂延误由12个月增至44个月，则中国境外分离的份额更低。",
        ),
        Text(en="Change of the non-Chinese share of separation, month 60", zh="第60个月分离环节非中国份额的变化"),
        "percentage points",
        Text(
            en="The reference class is about two years late: five points at least.",
            zh="同类项目平均延误约两年：至少五个百分点。",
        ),
        (Case(NO_DEAL, fixed(delay_plant=12)), Case(NO_DEAL, fixed(delay_plant=44))),
        lambda o: rise("noncn_separate", o),
        high=-5.0,
        sources=("re_sp_leadtime",),
        digits=1,
    ),
    Check(
        "people_build",
        "derisking",
        Text(
            en="If capital comes without skilled people, then it builds less than with them.",
            zh="如果只有资本而缺少技术人员，则建成的产能较少。",
        ),
        Text(
            en="Non-Chinese magnets gained by skilled people, month 60", zh="第60个月技术人员带来的非中国磁体份额增量"
        ),
        "percentage points",
        Text(
            en="Skills took the US five to ten years to rebuild: two points at least.",
            zh="美国重建人才需五至十年：至少两个百分点。",
        ),
        (Case(clauses("home_capital=bn_60")), Case(clauses("home_capital=bn_60", "home_workforce=n_2000"))),
        lambda o: rise("noncn_magnet", o),
        low=2.0,
        sources=("re_us_skills",),
        digits=1,
    ),
    Check(
        "floor_starts_projects",
        "derisking",
        Text(
            en="If skilled people are not scarce, then a price floor with offtake raises the non-Chinese share.",
            zh="如果技术人员不稀缺，则价格下限和承购会提高非中国份额。",
        ),
        Text(en="Smaller rise of separation and magnets, month 60", zh="第60个月分离与磁体环节中较小的增幅"),
        "percentage points",
        Text(
            en="A sure price starts projects. Where people are scarce, more sites at once slow each other.",
            zh="有保障的价格只会启动项目；人才稀缺时，同时开工的项目会相互拖慢。",
        ),
        (
            Case(NO_DEAL, PEOPLE),
            Case(clauses("home_price_floor=usd_110", "home_offtake=half"), PEOPLE),
        ),
        lambda o: min(rise("noncn_separate", o), rise("noncn_magnet", o)),
        low=0.1,
        sources=("re_mp_deal",),
    ),
)
"""Every check of this block."""
