"""Reality checks of the technology block: segments, instruments, and the two readings of access."""

from collections.abc import Sequence

import numpy as np

from dealbuilder.analysis.reality.case import FULL, NO_DEAL, Case, clauses, fixed
from dealbuilder.analysis.reality.check import Check
from dealbuilder.analysis.reality.outcome import Outcome
from dealbuilder.model.text import Text

MOVED = ("gpu_h20", "tools_dram", "tools_civil")
GUARDED = ("gpu_frontier", "litho")
HUAWEI = ("entity_list_dec24=removed_140", "rescind_fdpr_sme=rescinded", "ease_huawei=approval")
PERMITTED = ("rescind_ai_letters=h20_capped", "cn_whitelist=most", "us_standstill=full")


def least_opened(o: Sequence[Outcome]) -> float:
    """Return the least that a segment the package names is opened by in the last month."""
    return min(float((o[1].access(segment) - o[0].access(segment))[-1]) for segment in MOVED)


def most_touched(o: Sequence[Outcome]) -> float:
    """Return the largest change of access to a guarded segment in any month."""
    return max(float(np.abs(o[1].access(segment) - o[0].access(segment)).max()) for segment in GUARDED)


def any_change(o: Sequence[Outcome]) -> float:
    """Return the largest change of any output in any draw between two cases."""
    return max(float(np.abs(values - o[0].outputs[id]).max()) for id, values in o[1].outputs.items())


def huawei(o: Sequence[Outcome]) -> float:
    """Return the least opening of tools to Huawei's lines by all three less the most by any two, last month."""
    start, *rest = (float(one.access("tools_huawei")[-1]) for one in o)
    most, whole = max(abs(two - start) for two in rest[:-1]), rest[-1] - start
    return whole if most == 0.0 else -most


def cost(id: str, o: Sequence[Outcome]) -> float:
    """Return what the second case costs of a lead of the first, in the lead's unit."""
    return o[0].mean(id) - o[1].mean(id)


def acceptance(o: Sequence[Outcome]) -> float:
    """Return the share of permitted sales that is made: chip designers' sales between none and all accepted."""
    sold, none, whole = (one.mean("revenue_chip_designers") for one in o)
    return (sold - none) / (whole - none)


CHECKS = (
    Check(
        "essay_opens_what_it_names",
        "technology",
        Text(
            en="If the essay's package is signed, then H20-class chips, DRAM tools and mature tools open.",
            zh="如果签署文章方案，则H20级芯片、DRAM设备和成熟制程设备放开。",
        ),
        Text(en="Least access gained among the three, last month", zh="最后一个月三者中最小的准入增量"),
        "share",
        Text(en="A tenth at least: these are the segments that it names.", zh="至少一成：方案明确提及这些领域。"),
        (Case(NO_DEAL), Case(FULL)),
        least_opened,
        low=0.1,
        sources=("essay",),
    ),
    Check(
        "essay_leaves_the_guardrails",
        "technology",
        Text(
            en="If the essay's package is signed, then frontier chips and advanced lithography stay barred as before.",
            zh="如果签署文章方案，则前沿芯片和先进光刻的准入保持不变。",
        ),
        Text(en="Largest change of access in any month", zh="任一月份准入的最大变化"),
        "share",
        Text(en="To the last bit: the rule of October 2022 stands.", zh="逐位相同：2022年10月规则保持有效。"),
        (Case(NO_DEAL), Case(FULL)),
        most_touched,
        low=0.0,
        high=0.0,
        sources=("us_reg_oct22",),
    ),
    Check(
        "one_of_several_moves_nothing",
        "technology",
        Text(
            en="If the listings of December 2024 are lifted and the other rules stay, then nothing moves at all.",
            zh="如果撤销2024年12月的实体清单新增而其他规则不变，则没有任何变化。",
        ),
        Text(en="Largest change of any output in any draw", zh="任一抽样中任一输出的最大变化"),
        "1",
        Text(en="Another rule bars each of the segments: to the last bit.", zh="各细分领域另有规则限制：逐位相同。"),
        (Case(NO_DEAL), Case(clauses("entity_list_dec24=removed_140"))),
        any_change,
        low=0.0,
        high=0.0,
        sources=("us_reg_dec24_entity",),
    ),
    Check(
        "all_of_several_move",
        "technology",
        Text(
            en="If two of three rules on tools for Huawei's lines go, then nothing moves; all three open them.",
            zh="如果华为产线设备的三项规则撤销两项，则没有变化；第三项撤销后才放开。",
        ),
        Text(en="Access gained by all three (negative: by two)", zh="三项全撤的准入增量（负值：两项即有变化）"),
        "share",
        Text(
            en="A segment is as open as its tightest rule; a tenth at least.",
            zh="细分领域的开放程度取决于最严的规则；至少一成。",
        ),
        (
            Case(NO_DEAL),
            Case(clauses(HUAWEI[0], HUAWEI[1])),
            Case(clauses(HUAWEI[0], HUAWEI[2])),
            Case(clauses(HUAWEI[1], HUAWEI[2])),
            Case(clauses(*HUAWEI)),
        ),
        huawei,
        low=0.1,
        sources=("us_reg_dec24_entity", "us_reg_dec24_fdpr"),
    ),
    Check(
        "essay_costs_nothing_under_essay",
        "technology",
        Text(
            en="If controls backfire as the essay holds, then its package costs no leadership.",
            zh="如果如文章所言管制适得其反，则其方案不损失技术领先。",
        ),
        Text(en="Technology-leadership cost", zh="技术领先代价"),
        "points",
        Text(en="The sign that defines the worldview.", zh="该世界观的定义性符号。"),
        (Case(NO_DEAL), Case(FULL)),
        lambda o: cost("lead", o),
        high=0.0,
        sources=("essay",),
        worldviews=("essay",),
    ),
    Check(
        "essay_costs_under_sceptic",
        "technology",
        Text(
            en="If controls work as their advocates hold, then the essay's package costs leadership.",
            zh="如果如支持者所言管制有效，则文章方案会损失技术领先。",
        ),
        Text(en="Technology-leadership cost", zh="技术领先代价"),
        "points",
        Text(
            en="The sign that defines the worldview; a hundredth of a point at least.",
            zh="该世界观的定义性符号；至少百分之一点。",
        ),
        (Case(NO_DEAL), Case(FULL)),
        lambda o: cost("lead", o),
        low=0.01,
        worldviews=("sceptic",),
    ),
    Check(
        "h20_acceptance",
        "technology",
        Text(
            en="If Washington permits H20-class chips and China promises nothing, then at most a fifth is bought.",
            zh="如果美方许可H20级芯片而中方未作承诺，则购买量至多为五分之一。",
        ),
        Text(en="Share of permitted sales that is made", zh="获许可销售中实际成交的比例"),
        "share",
        Text(
            en="About USD 0.05 bn of 2 to 5 in a quarter: 0.00 to 0.20.",
            zh="单季约0.5亿美元，预期为20至50亿美元：0.00至0.20。",
        ),
        (
            Case(clauses(*PERMITTED)),
            Case(clauses(*PERMITTED), fixed(accept_chips=0)),
            Case(clauses(*PERMITTED), fixed(accept_chips=1)),
        ),
        acceptance,
        low=0.0,
        high=0.2,
        sources=("us_h20_q3fy26",),
        observed=True,
    ),
    Check(
        "denial_teaches",
        "technology",
        Text(
            en="If tool licences are suspended, then China's tool makers learn faster.",
            zh="如果暂停设备许可，则中国设备企业学习更快。",
        ),
        Text(en="Change of China's tool self-sufficiency, month 60", zh="第60个月中国设备自给率的变化"),
        "percentage points",
        Text(
            en="Shares rose where imports were denied; a tenth of a point at least.",
            zh="进口受限领域的自给率上升；至少十分之一个百分点。",
        ),
        (Case(NO_DEAL), Case(clauses("suspend_tool_licences=all"))),
        lambda o: o[1].mean("china_tools") - o[0].mean("china_tools"),
        low=0.1,
        sources=("eng_tool_shares",),
    ),
    Check(
        "frontier_chips_feed",
        "technology",
        Text(
            en="If the rule of October 2022 is rescinded and China buys, then the compute lead shrinks.",
            zh="如果撤销2022年10月规则且中方购买，则算力领先缩小。",
        ),
        Text(en="Compute part of the leadership cost", zh="技术领先代价中的算力部分"),
        "points",
        Text(
            en="So the guardrail guards something; a hundredth of a point at least.",
            zh="说明护栏确有作用；至少百分之一点。",
        ),
        (
            Case(clauses("cn_accept_chips=free", "cn_whitelist=nearly_all")),
            Case(clauses("cn_accept_chips=free", "cn_whitelist=nearly_all", "oct22_chips=rescinded")),
        ),
        lambda o: cost("lead_compute", o),
        low=0.01,
        sources=("us_reg_oct22",),
    ),
)
"""Every check of this block."""
