"""The replay against customs in words and figures: for the command line, for --json, for the page of the manual."""

import math
from typing import Any

from dealbuilder.analysis.backtest import REST, US, WORLD, Backtest, Row
from dealbuilder.model.text import Language

NAMES: dict[Language, dict[str, str]] = {
    "en": {US: "United States", WORLD: "World", REST: "World without United States"},
    "zh": {US: "美国", WORLD: "全球", REST: "全球（不含美国）"},
}
UNIT = "2024 average = 1"
HEADS: dict[Language, tuple[str, ...]] = {
    "en": ("destination", "month", "tonnes", "customs", "model", "5 to 95 %", ""),
    "zh": ("目的地", "月份", "吨", "海关", "模型", "5%至95%", ""),
}
OUTSIDE: dict[Language, str] = {"en": "outside", "zh": "区间外"}
SUMMARY: dict[Language, str] = {
    "en": "{name}: mean absolute error {error:.3f} (a curve drawn by hand: {curve:.3f}); {inside} of {count} months "
    "inside the 90 % band.",
    "zh": "{name}：平均绝对误差{error:.3f}（手绘曲线：{curve:.3f}）；{count}个月中有{inside}个月落在90%区间内。",
}


def as_json(found: Backtest) -> dict[str, Any]:
    """Return the object that `backtest --json` prints; its keys are stable within a major version."""
    return {
        "pack": found.pack,
        "worldview": found.world.worldview,
        "draws": found.world.draws,
        "seed": found.world.seed,
        "unit": UNIT,
        "series": [_months(row) for row in found.rows if row.destination != REST],
        "mean_absolute_error": found.mean_absolute_error,
        "inside_90": found.inside_90,
        "by_destination": [
            {
                "destination": NAMES["en"][id],
                "mean_absolute_error": error,
                "hand_drawn_curve": found.curve[id],
                "inside_90": inside(found, id) / len(found.of(id)),
            }
            for id, error in found.errors.items()
            if not math.isnan(error)
        ],
        "notices": [one.en for one in found.notices],
    }


def _months(row: Row) -> dict[str, Any]:
    figures = {"observed": row.observed, "mean": row.mean, "p05": row.p05, "p50": row.p50, "p95": row.p95}
    return {"month": row.month, "destination": NAMES["en"][row.destination], "tonnes": row.tonnes, **figures}


def inside(found: Backtest, destination: str) -> int:
    """Return how many months of a destination lie inside the 90 % band."""
    return sum(row.inside for row in found.of(destination))


def rows(found: Backtest, language: Language) -> list[tuple[str, ...]]:
    """Return the cells of the table under HEADS, shares of the 2024 average but for the tonnes."""
    to = " to " if language == "en" else "至"
    return [
        (
            NAMES[language][row.destination],
            row.month,
            f"{row.tonnes:,.0f}",
            f"{row.observed:.2f}",
            f"{row.mean:.2f}",
            f"{row.p05:.2f}{to}{row.p95:.2f}",
            "" if row.inside else OUTSIDE[language],
        )
        for row in found.rows
    ]


def summary(found: Backtest, language: Language) -> list[str]:
    """Return one sentence a destination."""
    return [
        SUMMARY[language].format(
            name=NAMES[language][id],
            error=error,
            curve=found.curve[id],
            inside=inside(found, id),
            count=len(found.of(id)),
        )
        for id, error in found.errors.items()
        if not math.isnan(error)
    ]
