"""Reality checks of the industry block: sales, buyers lost for good, stocks written off."""

from collections.abc import Sequence

from dealbuilder.analysis.reality.case import FIRM, NO_DEAL, Case, clauses, fixed
from dealbuilder.analysis.reality.check import Check
from dealbuilder.analysis.reality.outcome import Outcome
from dealbuilder.model.text import Text

GROUPS = ("revenue_chip_designers", "revenue_toolmakers", "revenue_design_software", "revenue_energy_aviation")
PERCENT = 100.0
PERMITTED = ("rescind_ai_letters=all", "cn_whitelist=most", "us_standstill=full")


def mismatch(o: Sequence[Outcome]) -> float:
    """Return how far monthly revenue and the sum over firm groups differ, percent."""
    whole = sum(o[0].mean(group) for group in GROUPS)
    return abs(PERCENT * (float(o[0].scored("revenue_us").sum()) / whole - 1.0))


def lost_for_good(o: Sequence[Outcome]) -> float:
    """Return revenue that a lifted ban still takes in the last month, percent."""
    without, with_ = (float(one.series["revenue_us"][-1]) for one in o)
    return PERCENT * (1.0 - with_ / without)


CHECKS = (
    Check(
        "ban_costs_buyers_for_years",
        "industry",
        Text(
            en="If tool licences are suspended for two years and given back, then part of the buyers stays lost.",
            zh="如果设备许可暂停两年后恢复，则部分客户不再回来。",
        ),
        Text(en="US firms' revenue from China still lost in month 60", zh="第60个月美国企业仍损失的对华收入比例"),
        "%",
        Text(
            en="Lasting losses after lifted bans: 3 to 15 % of the line; half a percent of all at least.",
            zh="禁令解除后的持久损失估计为相关业务的3%至15%；至少占全部收入的0.5%。",
        ),
        (Case(NO_DEAL, FIRM), Case(clauses("suspend_tool_licences=all@0-24"), FIRM)),
        lost_for_good,
        low=0.5,
        high=15.0,
        sources=("us_eda_revenue",),
    ),
    Check(
        "refused_chips_earn_nothing",
        "industry",
        Text(
            en="If China's buyers refuse every chip, then permission brings chip designers no revenue.",
            zh="如果中方买家拒绝所有芯片，则许可不会为芯片设计企业带来收入。",
        ),
        Text(en="Chip designers' revenue", zh="芯片设计企业收入"),
        "USD bn",
        Text(en="Permission is not trade: nothing.", zh="许可不等于贸易：为零。"),
        (Case(clauses(*PERMITTED), fixed(accept_chips=0)),),
        lambda o: o[0].mean("revenue_chip_designers"),
        low=0.0,
        high=1e-9,
        sources=("us_h20_q3fy26",),
    ),
    Check(
        "bought_chips_save_write_offs",
        "industry",
        Text(
            en="If H20-class chips are permitted and bought, then less of the stranded stock is written off.",
            zh="如果H20级芯片获许可且被购买，则滞留库存的减记减少。",
        ),
        Text(en="Write-offs avoided", zh="避免的减记"),
        "USD bn",
        Text(
            en="USD 4.5 bn were written off in April 2025; half a billion at least.",
            zh="2025年4月减记45亿美元；至少5亿美元。",
        ),
        (Case(NO_DEAL), Case(clauses(*PERMITTED, "cn_accept_chips=free"))),
        lambda o: o[0].mean("writeoffs") - o[1].mean("writeoffs"),
        low=0.5,
        sources=("us_h20_charge_cnbc",),
    ),
    Check(
        "money_sums",
        "industry",
        Text(
            en="If revenue is added up by month and by firm group, then both sums are the same.",
            zh="如果分别按月和按企业类别加总收入，则两者相等。",
        ),
        Text(en="Difference of the two sums", zh="两种加总的差异"),
        "%",
        Text(en="Money sums, but for rounding.", zh="除舍入误差外金额相等。"),
        (Case(clauses(*PERMITTED)),),
        mismatch,
        low=0.0,
        high=1e-6,
    ),
)
"""Every check of this block."""
