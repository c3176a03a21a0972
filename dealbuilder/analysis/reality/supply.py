"""Reality checks of the supply block: stores, shortage, thrift and prices after a spike."""

from collections.abc import Sequence

import numpy as np

from dealbuilder.analysis.reality.case import FIRM, NO_DEAL, Case, clauses, fixed
from dealbuilder.analysis.reality.check import Check
from dealbuilder.analysis.reality.outcome import Outcome
from dealbuilder.model.text import Text

STOPPED = 90.0
"""Percent of weighted civil use below which lines stand still."""
FALLEN = 0.16
"""What is left of a spike when 84 % of it is gone."""
FULL, HALF = fixed(stores_full=1), fixed(stores_full=0.5)


def credit(o: Sequence[Outcome]) -> float:
    """Return what stores twice as full add to the headline, the larger of with and without a stop."""
    return max(o[0].mean("supply") - o[1].mean("supply"), o[2].mean("supply") - o[3].mean("supply"))


def first_stoppage(o: Sequence[Outcome]) -> float:
    """Return months from the start of April 2025 to a tenth of civil use lost, between the middles of months."""
    civil = o[0].series["supply_civil"]
    below = np.flatnonzero(civil < STOPPED)
    if not len(below) or below[0] == 0:
        return float("inf") if not len(below) else 0.0
    after = int(below[0])
    part = (civil[after - 1] - STOPPED) / (civil[after - 1] - civil[after])
    return after - 0.5 + float(part)


def fall(o: Sequence[Outcome]) -> float:
    """Return months from the top of a spike in price to 16 % of it; the spike is the difference of two runs."""
    spike = o[1].series["price_ndpr"] - o[0].series["price_ndpr"]
    top = int(np.argmax(spike))
    low = np.flatnonzero(spike[top:] <= FALLEN * spike[top])
    return float(low[0]) if len(low) else float("inf")


CHECKS = (
    Check(
        "stores_earn_nothing",
        "supply",
        Text(
            en="If stores are twice as full at the start and then emptied, then supply restored does not rise.",
            zh="如果初始库存翻倍而后被耗尽，则供应恢复程度不会上升。",
        ),
        Text(en="Supply restored gained, with a stop and without", zh="供应恢复程度的增量（有停发与无停发）"),
        "percentage points",
        Text(
            en="Emptied stores are charged in full; half a point for what they spare in shortage and thrift.",
            zh="耗尽的库存被全额扣减；半个百分点用于短缺与减量的差异。",
        ),
        (
            Case(clauses("cn_stop_licences=all"), FULL),
            Case(clauses("cn_stop_licences=all"), HALF),
            Case(NO_DEAL, FULL),
            Case(NO_DEAL, HALF),
        ),
        credit,
        high=0.5,
    ),
    Check(
        "first_stoppage",
        "supply",
        Text(
            en="If the controls of April 2025 are replayed, then first lines stand still after seven to eight weeks.",
            zh="如果重演2025年4月的管制，则首批生产线在七至八周后停产。",
        ),
        Text(en="Months to a tenth of civil use lost", zh="民用使用量减少一成所需月数"),
        "month",
        Text(
            en="First car lines in late May 2025: 1.5 to 2.5 months.",
            zh="2025年5月下旬首批汽车生产线停产：1.5至2.5个月。",
        ),
        (Case(NO_DEAL),),
        first_stoppage,
        low=1.5,
        high=2.5,
        sources=("re_ford", "re_suzuki", "re_clepa_jun4"),
        observed=True,
    ),
    Check(
        "thrift_needs_time",
        "supply",
        Text(
            en="If users need longer to learn to do without, then less need is avoided in five years.",
            zh="如果用户学会减量替代所需时间更长，则五年内可避免的需求更少。",
        ),
        Text(
            en="Change of the need avoided, 40 against 15 months of learning",
            zh="减量学习时间由15个月增至40个月时避免需求的变化",
        ),
        "percentage points",
        Text(
            en="Two years of research cut Dy and Tb in one grade by four fifths; a point at least.",
            zh="两年研发使某一牌号的镝铽用量减少五分之四；至少一个百分点。",
        ),
        (Case(NO_DEAL, fixed(thrift_months=15)), Case(NO_DEAL, fixed(thrift_months=40))),
        lambda o: o[1].mean("from_avoided") - o[0].mean("from_avoided"),
        high=-1.0,
        sources=("eng_thrift",),
    ),
    Check(
        "shortage_is_remembered",
        "supply",
        Text(
            en="If licences stop for two years and come back, then less of the need hangs on them three years later.",
            zh="如果许可停发两年后恢复，则三年后依赖中方许可的需求减少。",
        ),
        Text(en="Change of the need that hangs on Chinese licences, month 60", zh="第60个月依赖中方许可的需求的变化"),
        "percentage points",
        Text(
            en="Thrift fades more slowly than it builds: one point at least.",
            zh="减量做法的消退慢于形成：至少一个百分点。",
        ),
        (Case(NO_DEAL, FIRM), Case(clauses("cn_stop_licences=all@0-24"), FIRM)),
        lambda o: o[1].mean("china_leverage") - o[0].mean("china_leverage"),
        high=-1.0,
        sources=("re_heavy_free",),
    ),
    Check(
        "price_falls_slowly",
        "supply",
        Text(
            en="If a stop drives up the price outside China, then the spike takes about four years to fall by 84 %.",
            zh="如果停发推高中国境外价格，则涨幅约需四年才回落84%。",
        ),
        Text(
            en="Months from the top of the NdPr spike to 16 % of it (heavy prices, not recorded, have the same pace)",
            zh="镨钕涨幅自峰值回落至16%的月数（重稀土价格未单独输出，回落速度相同）",
        ),
        "month",
        Text(
            en="Dysprosium fell by 84 % from 2011 to 2015; a year either way.",
            zh="镝价2011至2015年下跌84%；上下浮动一年。",
        ),
        (Case(NO_DEAL, FIRM), Case(clauses("cn_stop_licences=all@0-4"), FIRM)),
        fall,
        low=36.0,
        high=60.0,
        sources=("eng_mcs_2016",),
        observed=True,
        digits=0,
    ),
)
"""Every check of this block."""
