"""Reality checks of the licensing block: the stop, what it leaves, and the recovery."""

from collections.abc import Sequence

import numpy as np

from dealbuilder.analysis.reality.case import FIRM, NO_DEAL, Case, clauses, deal, fixed
from dealbuilder.analysis.reality.check import Check
from dealbuilder.analysis.reality.outcome import Outcome
from dealbuilder.engine.names import CIVIL, MILITARY, Good
from dealbuilder.model.package import HORIZON
from dealbuilder.model.text import Text

PERCENT = 100.0
DEAL_MONTH = "2025-05"
"""The month of the Geneva statement, from which the recovery is counted."""
RECOVERED = 0.8
"""Share of the 2024 average at which US magnets count as recovered."""
TIGHT = (Good.dy, Good.tb, Good.y, Good.sm)
NO_LICENCE = (*FIRM, *fixed(approve_civil=0, approve_dual=0, approve_others=0, leak_military=0))
PROMISES = ("cn_access_defence=all", "cn_access_military=full", "cn_raw_materials=full")
BARE = deal("essay_full", without="home")
UNARMED = deal("essay_full", without="home", drop=("cn_access_defence", "cn_access_military"))
PAYS = (
    "grant_pending=non_military",
    "us_standstill=full",
    "entity_list_dec24=removed_140",
    "rescind_fdpr_sme=rescinded",
)


def samarium(o: Sequence[Outcome]) -> float:
    """Return the larger of what no store explains and what Chinese commitments add without a licence, points."""
    bare, storeless, promised = (one.cell(Good.sm, "defence", MILITARY) for one in o)
    return max(bare - storeless - o[0].cover(Good.sm, "defence", MILITARY), promised - bare)


def trough(o: Sequence[Outcome]) -> int:
    """Return the place of the lowest month up to the signing."""
    return int(np.argmin(o[0].series["magnets_us"][: o[0].prepared.signing + 1]))


def recovery(o: Sequence[Outcome]) -> float:
    """Return the months from the deal to the first month with US magnets recovered."""
    first = o[0].month(DEAL_MONTH)
    back = np.flatnonzero(o[0].series["magnets_us"][first:] >= RECOVERED)
    return float(back[0]) if len(back) else float("inf")


def tight_lag(o: Sequence[Outcome]) -> float:
    """Return months of need that the best served tight oxide loses more than the free magnets, civil users."""
    free = np.nanmean(o[0].cells[Good.mag_free, :, CIVIL])
    return float(min(HORIZON * (free - np.nanmean(o[0].cells[good, :, CIVIL])) / PERCENT for good in TIGHT))


def behind_the_world(o: Sequence[Outcome]) -> float:
    """Return US less world magnets, July to December 2025, each over its 2024 average."""
    months = slice(o[0].month("2025-07"), o[0].month("2025-12") + 1)
    return float((o[0].series["magnets_us"] - o[0].series["magnets_world"])[months].mean())


CHECKS = (
    Check(
        "no_licence_samarium",
        "licensing",
        Text(
            en="If no licence is ever granted, then military samarium use falls to stock and allied supply.",
            zh="如果从不发放任何许可，则军用钐的使用量降至库存和盟国供应的水平。",
        ),
        Text(
            en="Samarium of missiles, aircraft and ships beyond stock and allied supply, whatever China promises",
            zh="无论中方作何承诺，导弹、飞机和舰船的钐用量超出库存与盟国供应的部分",
        ),
        "percentage points",
        Text(
            en="Nothing else is left to use; half a point for users who learn at another pace.",
            zh="此外别无来源；半个百分点用于用户减量速度的差异。",
        ),
        (
            Case(NO_DEAL, NO_LICENCE),
            Case(NO_DEAL, (*NO_LICENCE, *fixed(stores_full=0.001))),
            Case(clauses(*PAYS, *PROMISES), NO_LICENCE),
        ),
        samarium,
        high=0.5,
        sources=("re_samarium",),
    ),
    Check(
        "civil_first",
        "licensing",
        Text(
            en="If civil buyers are white-listed and military ones are not, then samarium for the forces stays short.",
            zh="如果民用买方列入白名单而军用买方未提及，则军用钐仍然短缺。",
        ),
        Text(en="Change of the military samarium need met", zh="军用钐需求满足比例的变化"),
        "percentage points",
        Text(
            en="Approval for military users is zero without the commitment; one point for what makers shift.",
            zh="无承诺时对军用用户的批准为零；一个百分点用于库存和生产商之间的调剂。",
        ),
        (Case(clauses(*PAYS), FIRM), Case(clauses(*PAYS, "cn_whitelist=nearly_all", "cn_long_licences=y5"), FIRM)),
        lambda o: o[1].cell(Good.sm, "defence", MILITARY) - o[0].cell(Good.sm, "defence", MILITARY),
        low=-1.0,
        high=1.0,
        sources=("re_distributor",),
    ),
    Check(
        "military_commitment_counts",
        "licensing",
        Text(
            en="If the essay's deal names military users, then more samarium reaches the forces.",
            zh="如果文章方案包含军用用户准入，则军用钐供应上升。",
        ),
        Text(en="Change of the military samarium need met", zh="军用钐需求满足比例的变化"),
        "percentage points",
        Text(
            en="This is the essay's exchange: one point at least.",
            zh="这正是文章提出的交换：至少一个百分点。",
        ),
        (Case(UNARMED, FIRM), Case(BARE, FIRM)),
        lambda o: o[1].cell(Good.sm, "defence", MILITARY) - o[0].cell(Good.sm, "defence", MILITARY),
        low=1.0,
        sources=("essay",),
        digits=1,
    ),
    Check(
        "stop_for_good",
        "licensing",
        Text(
            en="If China stops licences for good, then next to nothing of the need is met under licence.",
            zh="如果中方永久停发许可，则几乎没有需求通过许可得到满足。",
        ),
        Text(en="Part of supply restored that comes under licence", zh="供应恢复程度中来自许可的部分"),
        "percentage points",
        Text(en="Cargo at sea when the stop begins may still land.", zh="停发开始时已在途的货物仍可到港。"),
        (Case(clauses("cn_stop_licences=all")),),
        lambda o: o[0].mean("from_licensed"),
        low=0.0,
        high=1.0,
    ),
    Check(
        "trough_month",
        "licensing",
        Text(
            en="If the controls of April 2025 are replayed, then US magnets reach their trough in the second month.",
            zh="如果重演2025年4月的管制，则对美磁体出口在第二个月触底。",
        ),
        Text(en="Month of the lowest exports, April 2025 = 1", zh="出口最低的月份（2025年4月为1）"),
        "1",
        Text(
            en="Customs: April 0.39, May 0.07, June 0.57 of 2024.",
            zh="海关数据：4月0.39、5月0.07、6月0.57（2024年=1）。",
        ),
        (Case(NO_DEAL),),
        lambda o: float(trough(o) + 1),
        low=2.0,
        high=2.0,
        sources=("eng_customs_us", "re_magnets_may_us"),
        observed=True,
        digits=0,
    ),
    Check(
        "trough_depth",
        "licensing",
        Text(
            en="If the controls of April 2025 are replayed, then US magnets fall below 0.15 of their 2024 average.",
            zh="如果重演2025年4月的管制，则对美磁体出口降至2024年均值的0.15以下。",
        ),
        Text(en="US magnets in the lowest month", zh="最低月份的对美磁体出口"),
        "index",
        Text(en="Customs: 0.07 in May 2025.", zh="海关数据：2025年5月为0.07。"),
        (Case(NO_DEAL),),
        lambda o: float(o[0].series["magnets_us"][trough(o)]),
        low=0.0,
        high=0.15,
        sources=("eng_customs_us", "re_magnets_may_us"),
        observed=True,
    ),
    Check(
        "civil_recovery",
        "licensing",
        Text(
            en="If a deal ends the stop, then US magnets are back within two to three months.",
            zh="如果协议结束停发，则对美磁体出口在两至三个月内恢复。",
        ),
        Text(en="Months from May 2025 to 0.8 of the 2024 average", zh="自2025年5月起恢复至2024年均值0.8的月数"),
        "month",
        Text(en="Customs: 0.57 in June, 1.00 in July 2025.", zh="海关数据：2025年6月0.57，7月1.00。"),
        (Case(NO_DEAL),),
        recovery,
        low=1.0,
        high=3.0,
        sources=("re_geneva", "eng_customs_us", "re_magnets_jul"),
        observed=True,
        digits=0,
    ),
    Check(
        "tight_grades_lag",
        "licensing",
        Text(
            en="If magnets recover, then dysprosium, terbium, yttrium and samarium still lag by far.",
            zh="即使磁体出口恢复，镝、铽、钇和钐仍大幅滞后。",
        ),
        Text(
            en="Need lost by the best served of the four beyond that of free magnets, civil users",
            zh="四者中满足最好的一种比未管制磁体多损失的民用需求",
        ),
        "month",
        Text(en="Heavy oxides lag magnets by at least six months.", zh="重稀土氧化物至少滞后磁体六个月。"),
        (Case(NO_DEAL),),
        tight_lag,
        low=6.0,
        sources=("re_dy_tb_aug", "re_yttrium"),
        observed=True,
        digits=1,
    ),
    Check(
        "us_below_world",
        "licensing",
        Text(
            en="If Chinese magnet exports recover, then the US recovery is lower than that of all destinations.",
            zh="如果中国磁体出口恢复，则对美恢复程度低于对全球的恢复程度。",
        ),
        Text(en="US less world magnets, July to December 2025", zh="2025年7月至12月对美与对全球磁体出口之差"),
        "index",
        Text(
            en="Customs, July to October: 0.92 against 1.19; at least a twentieth is asked.",
            zh="海关数据7月至10月：0.92对1.19；要求至少低0.05。",
        ),
        (Case(NO_DEAL),),
        behind_the_world,
        high=-0.05,
        sources=("re_magnets_jul", "re_magnets_oct"),
    ),
    Check(
        "days_to_magnet",
        "licensing",
        Text(
            en="If a US firm files in July 2025, then it waits two to four months for its cargo.",
            zh="如果美国企业在2025年7月申请，则需等待两至四个月才能装运。",
        ),
        Text(en="Median days from filing to loading", zh="从申请到装运的中位天数"),
        "day",
        Text(en="Forty-five working days by law, and files start anew.", zh="法定45个工作日，材料不全须重新计时。"),
        (Case(NO_DEAL),),
        lambda o: float(o[0].series["days_to_cargo"][o[0].month("2025-07")]),
        low=60.0,
        high=120.0,
        sources=("re_45_days", "re_clepa_jun4"),
        observed=True,
        digits=0,
    ),
    Check(
        "october_kept_flowing",
        "licensing",
        Text(
            en="If the acts of 2025 are replayed, then magnets go on flowing through the rupture of October.",
            zh="如果重演2025年的各项举措，则10月破裂期间磁体仍持续流动。",
        ),
        Text(en="US magnets in October 2025", zh="2025年10月对美磁体出口"),
        "index",
        Text(en="Customs: 1.06 of 2024; 0.6 at least is asked.", zh="海关数据：2024年的1.06；要求至少0.6。"),
        (Case(NO_DEAL, replay=True),),
        lambda o: float(o[0].series["magnets_us"][o[0].month("2025-10")]),
        low=0.6,
        sources=("re_magnets_oct",),
    ),
    Check(
        "general_licences_shorten_the_wait",
        "licensing",
        Text(
            en="If the general licences of December 2025 are replayed, then US firms wait less than before.",
            zh="如果重演2025年12月的通用许可，则美国企业的等待时间短于前一个月。",
        ),
        Text(en="Change of the median days from filing to loading", zh="从申请到装运中位天数的变化"),
        "day",
        Text(
            en="The first customers had licences for a year; five days at least.",
            zh="首批客户获得一年期许可；至少缩短五天。",
        ),
        (Case(NO_DEAL, replay=True),),
        lambda o: float(np.diff(o[0].series["days_to_cargo"])[o[0].month("2025-11")]),
        high=-5.0,
        sources=("re_general_licences",),
        digits=1,
    ),
)
"""Every check of this block."""
