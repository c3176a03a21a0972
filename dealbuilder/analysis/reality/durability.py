"""Reality checks of the durability block: hazard, life, rupture, and the deals of 2025 in their order."""

from collections.abc import Sequence
from itertools import pairwise

from dealbuilder.analysis.reality.case import FIRM, FULL, NO_DEAL, Case, clauses, deal, fixed
from dealbuilder.analysis.reality.check import Check
from dealbuilder.analysis.reality.outcome import Outcome
from dealbuilder.model.text import Text

PERCENT = 100.0
CORE = ("rescind_ai_letters=h20_capped", "grant_pending=less_sensitive", "cn_whitelist=most")
HELD = ("term_verification=visits", "term_snapback=automatic", "term_tranches=eight")
FIRST_YEAR = 12
STRUCK = ("london", "london_h20", "stockholm")


def longest_gain(o: Sequence[Outcome]) -> float:
    """Return the largest lengthening of life in any draw from one hazard to the next higher one, months."""
    return max(float((after.outputs["life"] - before.outputs["life"]).max()) for before, after in pairwise(o))


def least_calm(o: Sequence[Outcome]) -> float:
    """Return the least change of the mean hazard that a term brings, percent a month."""
    return max(float(one.scored("hazard").mean() - o[0].scored("hazard").mean()) for one in o[1:])


def first_year(o: Outcome) -> float:
    """Return the mean hazard of the first twelve months after signing, percent a month."""
    return float(o.scored("hazard")[:FIRST_YEAR].mean())


def flow_in_rupture(o: Sequence[Outcome]) -> float:
    """Return US magnets in a truce that breaks at once over those in one that holds, first year."""
    whole, broken = (float(one.scored("magnets_us")[:FIRST_YEAR].mean()) for one in o)
    return broken / whole


def ahead(o: Sequence[Outcome]) -> float:
    """Return by how much the first deal's chance to live twelve months exceeds the best other one's, points."""
    first, *others = (PERCENT * one.mean("alive_12") for one in o)
    return first - max(others)


CHECKS = (
    Check(
        "higher_hazard_shorter_life",
        "durability",
        Text(
            en="If the hazard of rupture is higher, then no deal lives longer in any draw.",
            zh="如果破裂风险更高，则任何抽样中协议都不会维持更久。",
        ),
        Text(
            en="Largest lengthening of a life, hazards of 0.02, 0.07 and 0.25 a month",
            zh="风险为每月0.02、0.07、0.25时寿命的最大延长",
        ),
        "month",
        Text(en="Shocks are drawn once, so lives can only shorten.", zh="冲击只抽取一次，寿命只能缩短。"),
        tuple(Case(NO_DEAL, fixed(hazard_truce=rate)) for rate in (0.02, 0.07, 0.25)),
        longest_gain,
        high=0.0,
    ),
    Check(
        "terms_calm",
        "durability",
        Text(
            en="If a deal has verification, snapback or even tranches, then each of these lowers its hazard.",
            zh="如果协议设有核查、快速恢复或对等分批，则每项均降低其风险。",
        ),
        Text(en="Least change of the hazard among the three", zh="三者中风险变化最小者"),
        "%/month",
        Text(en="Each must count: a twentieth of a point at least.", zh="各项均须有效：至少0.05个百分点。"),
        (Case(clauses(*CORE)), *(Case(clauses(*CORE, term)) for term in HELD)),
        least_calm,
        high=-0.05,
    ),
    Check(
        "longer_term_longer_life",
        "durability",
        Text(
            en="If a deal runs five years instead of three months, then it lives longer.",
            zh="如果协议期限由三个月延长至五年，则其维持更久。",
        ),
        Text(en="Mean life gained", zh="平均寿命的增量"),
        "month",
        Text(
            en="Every dated expiry is a step in the hazard: a month at least.", zh="每次到期都会抬升风险：至少一个月。"
        ),
        (Case(clauses(*CORE, "term_length=m3")), Case(clauses(*CORE, "term_length=m60"))),
        lambda o: o[1].mean("life") - o[0].mean("life"),
        low=1.0,
        sources=("re_truce_jan",),
        digits=1,
    ),
    Check(
        "pressure_breaks",
        "durability",
        Text(
            en="If both sides press as in autumn 2025, then the hazard rises at once.",
            zh="如果双方如2025年秋季那样加码，则破裂风险立即上升。",
        ),
        Text(en="Hazard of the first year over the baseline's", zh="首年风险与基准之比"),
        "multiple",
        Text(
            en="Ten days lay between new controls and the rupture: twice at least.",
            zh="新管制与破裂相隔十天：至少两倍。",
        ),
        (Case(NO_DEAL), Case(deal("october_rupture"))),
        lambda o: first_year(o[1]) / first_year(o[0]),
        low=2.0,
        sources=("us_reg_affiliates", "us_oct25_controls"),
    ),
    Check(
        "lesson_of_pressure",
        "durability",
        Text(
            en="If a deal teaches that pressure pays instead of calming, then the same deal breaks sooner.",
            zh="如果协议使对方认为施压有效而非带来缓和，则同一协议更早破裂。",
        ),
        Text(en="Hazard with that lesson over the hazard with calm", zh="“施压有效”与“带来缓和”两种情形的风险之比"),
        "multiple",
        Text(
            en="The switch of worldviews on coercion: a tenth more at least.",
            zh="各世界观在胁迫问题上的分歧：至少高出一成。",
        ),
        (Case(FULL, fixed(lesson=-0.2)), Case(FULL, fixed(lesson=0.4))),
        lambda o: first_year(o[1]) / first_year(o[0]),
        low=1.1,
    ),
    Check(
        "rupture_is_not_a_stop",
        "durability",
        Text(
            en="If the truce breaks at once and is never repaired for long, then magnets thin out but do not stop.",
            zh="如果休战立即破裂且难以修复，则磁体供应减少但不会停止。",
        ),
        Text(en="US magnets over those of a truce that holds, first year", zh="首年对美磁体与休战维持时之比"),
        "share",
        Text(
            en="In the rupture of October 2025 US magnets stood at 1.06 of 2024; the stop of April left 0.07.",
            zh="2025年10月破裂期间对美磁体为2024年的1.06；4月停发时仅0.07。",
        ),
        (
            Case(NO_DEAL, FIRM),
            Case(NO_DEAL, fixed(hazard_truce=5, expiry_hazard=0)),
        ),
        flow_in_rupture,
        low=0.3,
        high=0.99,
        sources=("re_magnets_oct", "re_magnets_may_us"),
    ),
    Check(
        "life_of_the_truce",
        "durability",
        Text(
            en="If nothing new is signed, then the truce lives as long on average as three observed lives allow.",
            zh="如果没有新协议，则休战的平均寿命与三次观测一致。",
        ),
        Text(en="Mean life within the 60 months", zh="60个月内的平均寿命"),
        "month",
        Text(
            en="Two failures at 0.5 and 2.5 months and one alive at 12 bound the mean to 3 to 62 months.",
            zh="两次分别在0.5和2.5个月失败、一次在12个月时仍在维持，平均寿命介于3至62个月。",
        ),
        (Case(NO_DEAL),),
        lambda o: o[0].mean("life"),
        low=3.0,
        high=62.0,
        sources=("re_geneva", "re_stockholm", "re_truce_jan"),
        observed=True,
        digits=1,
    ),
    Check(
        "busan_outlives",
        "durability",
        Text(
            en="If the deals of 2025 are scored, then Busan, which held longest, has the best chance of a year.",
            zh="如果对2025年的协议评分，则维持最久的釜山安排满一年的机会最大。",
        ),
        Text(en="Chance to live twelve months beyond the next best", zh="存续12个月的概率超出次优者的幅度"),
        "percentage points",
        Text(en="Five points, so that it is no accident of the draws.", zh="五个百分点，以排除抽样偶然。"),
        (Case(deal("busan")), Case(deal("geneva")), *(Case(deal(id)) for id in STRUCK)),
        ahead,
        low=5.0,
        sources=("re_busan", "re_truce_jan"),
        digits=1,
    ),
    Check(
        "geneva_is_frailest",
        "durability",
        Text(
            en="If the deals of 2025 are scored, then Geneva, which broke first, has the highest hazard.",
            zh="如果对2025年的协议评分，则最先破裂的日内瓦安排风险最高。",
        ),
        Text(en="Geneva's hazard of the first year over the highest other one", zh="日内瓦首年风险与其他最高者之比"),
        "multiple",
        Text(
            en="It held half a month, the others two to three; no less than the same is asked.",
            zh="该安排维持半个月，其余为两至三个月；要求不低于其他安排。",
        ),
        (Case(deal("geneva")), *(Case(deal(id)) for id in STRUCK)),
        lambda o: first_year(o[0]) / max(first_year(one) for one in o[1:]),
        low=1.0,
        sources=("re_geneva", "us_postgeneva_list"),
        observed=True,
    ),
)
"""Every check of this block."""
