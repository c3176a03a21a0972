"""A small catalogue and a synthetic evaluation: made-up numbers that only the tests of the report see."""

import tomllib
from functools import lru_cache

import numpy as np

from dealbuilder import paths
from dealbuilder.analysis.evaluation import (
    Cell,
    Contradiction,
    Evaluation,
    HeatMap,
    Idle,
    Monthly,
    Observed,
    Reading,
    Score,
    Setting,
    Stamps,
)
from dealbuilder.document.document import Document, Target
from dealbuilder.model.assumptions import Assumptions, Change
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.package import Clause, Condition, Package

# id, unit, value, baseline, half width of the band
SCORES = [
    ("supply_restored", "%", 71.24, 44.1, 11),
    ("leadership_cost", "index points", 1.83, 0, 1.1),
    ("supply_month_6", "%", 58.0, 40, 12),
    ("supply_month_12", "%", 66.5, 42, 12),
    ("supply_month_60", "%", 82.9, 55, 9),
    ("gap_closed", "%", 48.5, 0, 17),
    ("supply_if_alive", "%", 76.0, 44.1, 9),
    ("supply_civil", "%", 88.2, 61, 7),
    ("supply_dual_use", "%", 66.3, 40, 13),
    ("supply_military", "%", 41.7, 27, 15),
    ("supply_from_licensed", "percentage points", 40.3, 18, 8),
    ("supply_from_leakage", "percentage points", 3.1, 6, 2),
    ("supply_from_allied", "percentage points", 17.7, 12, 4),
    ("supply_from_recycling", "percentage points", 2.2, 1, 1),
    ("supply_from_stock", "percentage points", 4.4, 4, 2),
    ("supply_avoided", "percentage points", 3.5, 3, 1),
    ("leadership_compute", "index points", 1.2, 0, 0.7),
    ("leadership_tools", "index points", 0.71, 0, 0.6),
    ("leadership_memory", "index points", -0.08, 0, 0.3),
    ("leadership_china_gain", "index points", 2.6, 0, 1),
    ("leadership_us_slowed", "index points", -0.77, 0, 0.4),
    ("leadership_late", "index points", 0.9, 0, 1.5),
    ("nonchinese_mine", "%", 47, 45, 5),
    ("nonchinese_separate", "%", 31, 24, 6),
    ("nonchinese_metal", "%", 22, 18, 6),
    ("nonchinese_magnet", "%", 18, 14, 5),
    ("cutoff_survival", "month", 9.2, 6.1, 3),
    ("derisking_capital", "USD bn", 84.5, 22.0, 20),
    ("capital_share", "%", 16.9, 4.4, 4),
    ("revenue_chip_designers", "USD bn", 31.2, 0, 12),
    ("revenue_toolmakers", "USD bn", 14.8, 0, 6),
    ("revenue_design_software", "USD bn", 2.3, 0, 1),
    ("revenue_energy_aviation", "USD bn", 9.9, 0, 3),
    ("writeoffs_avoided", "USD bn", 4.5, 0, 2),
    ("output_avoided", "USD bn", 112.4, 0, 60),
    ("downtime", "plant-month", 14.0, 41.0, 8),
    ("alive_12", "%", 86.0, float("nan"), 0),
    ("alive_36", "%", 61.0, float("nan"), 0),
    ("alive_60", "%", 44.0, float("nan"), 0),
    ("median_life", "month", 51, float("nan"), 9),
    ("china_compute", "H20-equivalents, million", 2.41, 1.9, 0.4),
    ("china_tools", "%", 33, 36, 6),
    ("china_memory", "generation", 1.4, 1.5, 0.3),
    ("china_earnings", "USD bn", 28.3, 19, 5),
    ("china_leverage", "%", 52, 58, 8),
    ("value_given_us", "points", 14.1, 0, 3),
    ("value_received_us", "points", 21.9, 0, 5),
    ("value_given_china", "points", 17.3, 0, 4),
    ("value_received_china", "points", 18.0, 0, 4),
    ("balance_us", "points", 7.8, 0, 5),
    ("balance_china", "points", 0.7, 0, 5),
    ("days_to_cargo", "day", 39, 88, 14),
]

# id, unit, fixed low, fixed high, value long after signing, baseline then
SERIES = [
    ("supply", "%", 0, 100, 82.9, 55),
    ("supply_civil", "%", 0, 100, 94, 70),
    ("supply_dual_use", "%", 0, 100, 78, 50),
    ("supply_military", "%", 0, 100, 55, 36),
    ("days_to_cargo", "day", 0, None, 31, 80),
    ("magnets_us", "index", 0, None, 0.97, 0.6),
    ("noncn_magnet", "%", 0, 100, 18, 14),
    ("noncn_separate", "%", 0, 100, 31, 24),
    ("cutoff_survival", "month", 0, None, 9.2, 6.1),
    ("lead_compute", "log2", None, None, 2.1, 2.3),
    ("lead_tools", "month", None, None, 39, 41),
    ("lead_memory", "generation", None, None, 1.4, 1.5),
    ("alive", "%", 0, 100, 44, 100),
    ("revenue_us", "USD bn/month", None, None, 1.2, 0),
    ("exposure_us", "points", None, None, 3.2, 0),
    ("exposure_china", "points", None, None, 2.9, 0),
]


def text(en: str, zh: str) -> dict[str, str]:
    return {"en": en, "zh": zh}


def _measure(id, side, group, title, levels, **more):
    return {
        "id": id,
        "side": side,
        "group": group,
        "title": title,
        "summary": text("A test measure.", "测试措施。"),
        "instrument": {
            "name": text("Test instrument", "测试文件"),
            "citation": "89 FR 00000",
            "date": "2024-12-02",
            "kind": "rule",
        },
        "levels": [
            {"id": "none", "label": text("None", "无"), "sentence": text("As the law stands.", "维持现行规定。")},
            *levels,
        ],
        "ramp": 2,
        "ramp_note": text("As observed.", "依据观察。"),
        "reversal": 3,
        "references": [{"source": "fr", "locator": "p. 1"}],
        "grade": "A",
        **more,
    }


MEASURES = [
    _measure(
        "us_entity",
        "us",
        "us_lists",
        text("Remove firms from the Entity List", "将企业移出实体清单"),
        [
            {
                "id": "some",
                "label": text("40 of 140 firms", "140家中的40家"),
                "sentence": text("40 firms come off.", "移出40家企业。"),
                "channels": {"lift_entity_dec24": 0.3},
            },
            {
                "id": "all",
                "label": text("All 140 firms", "全部140家"),
                "sentence": text(
                    "All 140 firms added in December 2024 come off the list.", "2024年12月新增的140家企业全部移出清单。"
                ),
                "channels": {"lift_entity_dec24": 1},
            },
        ],
    ),
    _measure(
        "us_h20",
        "us",
        "us_chips",
        text("Rescind the “is informed” letters", "撤销“被告知”函"),
        [
            {
                "id": "all",
                "label": text("All three letters", "全部三封"),
                "sentence": text("All three letters of April 2025 are withdrawn.", "撤回2025年4月的三封函。"),
                "channels": {"lift_ai_letters": 1},
            }
        ],
    ),
    _measure(
        "us_guard",
        "us",
        "us_guardrails",
        text("Lift the October 2022 chip rule", "取消2022年10月芯片规则"),
        [
            {
                "id": "all",
                "label": text("Whole rule", "全部规则"),
                "sentence": text("The rule ends.", "规则终止。"),
                "channels": {"lift_oct22_chips": 1},
            }
        ],
        guardrail=True,
        guardrail_reason=text("The essay keeps it.", "文章主张保留。"),
    ),
    _measure(
        "cn_whitelist",
        "china",
        "cn_licensing",
        text("Put US companies on a white list", "将美国企业列入白名单"),
        [
            {
                "id": "civil",
                "label": text("All civil users", "全部民用用户"),
                "sentence": text(
                    "All 52 civil applicants ship without a licence each time.", "52家民用申请企业免逐单许可。"
                ),
                "channels": {"whitelist": 1},
            }
        ],
    ),
    _measure(
        "cn_clock",
        "china",
        "cn_licensing",
        text("Keep a review clock", "执行审查时限"),
        [
            {
                "id": "d20",
                "label": text("20 working days", "20个工作日"),
                "sentence": text("Each application is decided within 20 working days.", "每份申请在20个工作日内决定。"),
                "channels": {"review_days": 20},
            }
        ],
    ),
    _measure(
        "home_floor",
        "home",
        "home_prices",
        text("Set a price floor", "设定价格下限"),
        [
            {
                "id": "mp",
                "label": text("USD 110/kg", "110美元/千克"),
                "sentence": text("NdPr oxide is bought at USD 110/kg or more.", "镨钕氧化物收购价不低于110美元/千克。"),
                "channels": {"price_floor": 110},
            }
        ],
    ),
    _measure(
        "term_length",
        "terms",
        "terms_time",
        text("Set the length of the deal", "设定协议期限"),
        [
            {
                "id": "m36",
                "label": text("36 months", "36个月"),
                "sentence": text("The deal runs for 36 months.", "协议为期36个月。"),
                "channels": {"deal_months": 36},
            }
        ],
    ),
    _measure(
        "term_verification",
        "terms",
        "terms_trust",
        text("Verify and share data", "核查并共享数据"),
        [
            {
                "id": "joint",
                "label": text("Joint monthly data", "每月联合数据"),
                "sentence": text("Both sides publish licences each month.", "双方每月公布许可数据。"),
                "channels": {"verification": 1},
            }
        ],
    ),
    _measure(
        "agenda_green",
        "agenda",
        "agenda_later",
        text("Invite green-technology investment", "引入绿色技术投资"),
        [
            {
                "id": "open",
                "label": text("Plants welcome", "欢迎建厂"),
                "sentence": text("Talks on Chinese plants in the United States open.", "就中国在美建厂展开谈判。"),
                "channels": {},
            }
        ],
        recorded_only=text("Recorded; it moves neither score.", "仅作记录，不影响两项评分。"),
    ),
]


@lru_cache(maxsize=1)
def catalogue() -> Catalogue:
    folder = paths.resources() / "catalogue"
    sets = tomllib.loads((folder / "sets.toml").read_text(encoding="utf-8"))["sets"]
    groups = tomllib.loads((folder / "groups.toml").read_text(encoding="utf-8"))["group"]
    return Catalogue.model_validate(
        {
            "version": "2026.11.1",
            "digest": "0123456789abcdef" * 4,
            "channels": [],
            "measures": MEASURES,
            "parameters": [
                {
                    "id": "backlog",
                    "topic": "licensing",
                    "label": text("Applications waiting", "待批申请"),
                    "value": 500,
                    "low": 300,
                    "high": 900,
                    "distribution": "lognormal",
                    "unit": "application",
                    "grade": "D",
                },
            ],
            "tables": [],
            "worldviews": [
                {
                    "id": id,
                    "label": text(en, zh),
                    "summary": text("A test view.", "测试观点。"),
                    "switches": {},
                    "parameters": {},
                }
                for id, en, zh in (
                    ("central", "Central", "中间"),
                    ("essay", "Essay", "文章"),
                    ("sceptic", "Sceptic", "怀疑"),
                )
            ],
            "indicators": [
                {
                    "id": id,
                    "label": text(id.replace("_", " ").capitalize(), f"指标{i}"),
                    "unit": unit,
                    "unit_label": text(unit, unit),
                    "sense": "more",
                    "explanation": text("Test.", "测试。"),
                    "group": "test",
                    "headline": i < 2,
                }
                for i, (id, unit, *_) in enumerate(SCORES)
            ],
            "series": [
                {
                    "id": id,
                    "label": text(id.replace("_", " ").capitalize(), f"序列{i}"),
                    "unit": unit,
                    "group": "test",
                    "low": low,
                    "high": high,
                }
                for i, (id, unit, low, high, *_) in enumerate(SERIES)
            ],
            "sets": sets,
            "groups": groups,
            "sources": [
                {
                    "id": "fr",
                    "title": "A rule",
                    "outlet": "Register",
                    "date": "2024-12-02",
                    "address": "https://example.org/rule",
                    "grade": "A",
                }
            ],
            "facts": [
                {
                    "id": "f1",
                    "topic": "writeoffs",
                    "claim": text("Write-offs on H20 chips", "H20芯片减记"),
                    "value": "4.5",
                    "unit": "USD bn",
                    "as_of": "2025-05",
                    "grade": "A",
                    "references": [{"source": "fr", "locator": "p. 2"}],
                    "shown_with": ["us_h20"],
                    "disagrees_with": ["f2"],
                },
                {
                    "id": "f2",
                    "topic": "writeoffs",
                    "claim": text("Write-offs later reported", "后来报告的减记"),
                    "value": "10",
                    "unit": "USD bn",
                    "as_of": "2025-11",
                    "grade": "B",
                    "references": [{"source": "fr", "locator": "p. 3"}],
                    "shown_with": ["us_h20"],
                },
            ],
            "packs": [
                {
                    "id": "2025-07",
                    "label": {"en": "July 2025", "zh": "2025年7月"},
                    "start": "2024-01",
                    "signing": "2025-07",
                }
            ],
        }
    )


def package() -> Package:
    return Package(
        id="p1",
        name="Bridge draft",
        clauses=(
            Clause(
                measure="us_entity",
                level="all",
                start=3,
                ramp=1,
                snapback=True,
                condition=Condition(measure="cn_whitelist", level="civil"),
            ),
            Clause(measure="us_h20", level="all", private_note="SECRET-NOTE"),
            Clause(measure="cn_whitelist", level="civil", note="First tranche within 30 days."),
            Clause(measure="cn_clock", level="d20", start=1, end=36),
            Clause(measure="home_floor", level="mp"),
            Clause(measure="term_length", level="m36"),
            Clause(measure="term_verification", level="joint"),
            Clause(measure="agenda_green", level="open"),
            Clause(measure="old_measure", level="lost"),
        ),
    )


def document() -> Document:
    return Document(
        id="doc-1",
        title="Test deal",
        packages=(package(), Package(id="p2", name="Other draft", note="OTHER-PACKAGE")),
        active="p1",
        assumptions=Assumptions(
            changes=(Change(parameter="backlog", value=700, low=600, high=800, reason="Trade press", who="US side"),)
        ),
        targets=(
            Target(indicator="supply_restored", sense="at_least", value=80),
            Target(indicator="leadership_cost", sense="at_most", value=5),
        ),
        note="Agreed at working level.",
        private_note="SECRET-DOCUMENT",
        sealed={"us": "SECRET-SEALED"},
    )


def evaluation(draws: int = 1000) -> Evaluation:
    months = tuple(f"{2024 + i // 12}-{i % 12 + 1:02d}" for i in range(80))
    signing = months.index("2025-07")
    t = np.clip((np.arange(80) - signing) / 30, 0, 1)
    before = np.where(np.arange(80) < 15, 1.0, 0.45)
    monthly = []
    for id, unit, _, _, late, base in SERIES:
        baseline = np.full(80, float(base)) * np.where(np.arange(80) < 15, 1.2, 1) * (0.8 + 0.2 * t)
        mean = baseline + t * (late - baseline)
        width = (0.04 + 0.14 * t) * max(abs(late), 0.1)
        top = 100.0 if unit == "%" else np.inf
        monthly.append(
            Monthly(id, unit, np.maximum(mean - width, -5), mean, np.minimum(mean + width, top), mean, baseline * 1.0)
        )
    goods = ("sm", "gd", "tb", "dy", "lu", "sc", "y", "ndpr", "mag_free", "mag_heavy", "mag_smco")
    uses = (
        "ev",
        "cars",
        "wind",
        "electronics",
        "robots",
        "drones",
        "chip_tools",
        "medical",
        "optics",
        "alloys",
        "defence",
    )
    heat = []
    for k, klass in enumerate(("civil", "dual_use", "military")):
        values = np.array([[100 - (i * 7 + j * 5 + k * 23) % 101 for j in range(11)] for i in range(11)], dtype=float)
        values[(np.add.outer(np.arange(11), np.arange(11)) % 3) == k] = np.nan
        heat.append(HeatMap(klass, goods, uses, values, values * 0.6))
    worst = []
    for map_ in heat:
        row, column = np.unravel_index(np.nanargmin(map_.values), map_.values.shape)
        worst.append(
            Cell(
                goods[row], uses[column], map_.klass, float(map_.values[row, column]), float(map_.baseline[row, column])
            )
        )
    seen = tuple(months[i] for i in range(12, 22))
    return Evaluation(
        package="p1",
        baseline="",
        setting=Setting(draws=draws, changes=document().assumptions.changes),
        months=months,
        signing=signing,
        scores=tuple(
            Score(id, unit, base, mean, mean - w, mean, mean + w, w / 50) for id, unit, mean, base, w in SCORES
        ),
        monthly=tuple(monthly),
        heat=tuple(heat),
        worst=tuple(worst),
        worst_movable=Cell("dy", "ev", "civil", 37.0, 21.0),
        observed=(Observed("magnets_us", seen, tuple(before[12:22] + 0.02 * np.arange(10)), ("fr",) * 10),),
        stamps=Stamps("0.1.0", "2026.11.1+0123456789ab", "2025-07"),
        monthly_draws=draws,
        readings=(
            Reading("central", 71.24, 1.83, 44.0),
            Reading("essay", 79.0, -0.6, 58.0),
            Reading("sceptic", 60.2, 6.9, 30.0),
        ),
        idle=(
            Idle(
                "cn_clock",
                "The clock binds only off the white list.",
                "时限仅约束白名单以外的企业。",
                "Add clauses for dual-use users.",
                "增加两用用户条款。",
            ),
        ),
        contradictions=(
            Contradiction(
                ("us_entity", "cn_whitelist"),
                "The condition names a level that is never reached in time.",
                "条件所列等级未能及时达到。",
            ),
        ),
        unknown=("old_measure",),
        beyond_evidence=("review_days",),
    )
