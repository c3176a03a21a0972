"""What staging clauses does, in words and as a table, in both languages."""

import math

from dealbuilder.analysis.exposure import EVEN
from dealbuilder.analysis.party_value import PARTIES
from dealbuilder.analysis.staging import Effect, Shift
from dealbuilder.analysis.tranches import SNAPBACK, Staged
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.text import Language
from dealbuilder.report import clauses, wording
from dealbuilder.report.phrases import say

Rows = tuple[tuple[str, ...], ...]

RHYTHMS = {
    "as_is": "holds.preset_as_is",
    "signing": "holds.preset_signing",
    "halves": "holds.preset_halves",
    "thirds_quarterly": "holds.preset_thirds_quarterly",
    "thirds_half_yearly": "holds.preset_thirds_half_yearly",
    "quarters": "holds.preset_quarters",
}
"""What each preset of tranches is called."""
EXPOSURES = {"exposure_us": "holds.stage_exposure_us", "exposure_china": "holds.stage_exposure_china"}
REMARKS = {
    "no_partner": "holds.remark_no_partner",
    "ends_before": "holds.remark_ends_before",
    "beyond": "holds.remark_beyond",
    "more_steps": "holds.remark_more_steps",
}
"""The sentence for what a plan could not do."""


def rhythm(preset: str, language: Language) -> str:
    """Return what a preset of tranches is called."""
    return say(RHYTHMS[preset], language)


def table(catalogue: Catalogue, effect: Effect, language: Language) -> tuple[tuple[str, ...], Rows]:
    """Return what a plan shifts: quantity, as it stands, with the plan, change with its standard error."""
    header = tuple(say(f"holds.stage_{key}", language) for key in ("what", "now", "then", "change"))
    return header, tuple(_row(catalogue, shift, language) for shift in effect.shifts)


def _row(catalogue: Catalogue, shift: Shift, language: Language) -> tuple[str, ...]:
    if shift.month is not None:
        places = zip((shift.before, shift.after), shift.month, strict=True)
        now, then = (_exposed(value, month, language) for value, month in places)
        gap = max(shift.after, 0.0) - max(shift.before, 0.0)
        return say(EXPOSURES[shift.id], language), now, then, wording.number(
            gap, shift.unit, language, 2, signed=True
        )  # fmt: skip
    indicator = catalogue.indicator_by_id[shift.id]
    unit = "percentage points" if shift.unit == "%" else shift.unit
    now, then = (wording.number(value, shift.unit, language, 1) for value in (shift.before, shift.after))
    change = wording.number(shift.change, unit, language, 2, signed=True)
    if math.isfinite(shift.error):
        change = say("holds.stage_error", language, value=change, error=wording.plain(shift.error, 2))
    return indicator.label.get(language), now, then, change


def _exposed(value: float, month: int, language: Language) -> str:
    if value <= EVEN:
        return say("holds.stage_never", language)
    return say("holds.stage_at", language, value=wording.number(value, "points", language, 2), month=month)


def sentences(catalogue: Catalogue, effect: Effect, signing: str, language: Language) -> list[str]:
    """Return which clauses a plan sets, what it makes of the exposures by the model, and what stands in its way."""
    made = effect.staged
    if not made.changed:
        return [say("holds.stage_nothing", language), *remarks(catalogue, made, language)]
    items = [
        say(
            "holds.stage_one", language, title=_title(catalogue, clause.measure, language),
            words=clauses.line(catalogue, clause, signing, language),
        )
        for clause in made.changed
    ]  # fmt: skip
    told = [*_verdict(effect, language), say("holds.stage_sets", language, count=len(items)), *items]
    if effect.plan.snapback:
        told.append(say("holds.stage_marks", language, title=_title(catalogue, SNAPBACK, language)))
    return [*told, *remarks(catalogue, made, language)]


def _verdict(effect: Effect, language: Language) -> list[str]:
    """Return whose largest exposure falls or rises; what is below nought is no exposure."""
    by_id = {shift.id: shift for shift in effect.shifts}
    gaps = {
        side: max(by_id[f"exposure_{side}"].after, 0.0) - max(by_id[f"exposure_{side}"].before, 0.0) for side in PARTIES
    }
    told: list[str] = []
    for key, sides in (
        ("holds.stage_lowers", [side for side, gap in gaps.items() if gap < -EVEN]),
        ("holds.stage_raises", [side for side, gap in gaps.items() if gap > EVEN]),
    ):
        if sides:
            names = wording.listed([say(f"side.the_{side}", language) for side in sides], language)
            told.append(say(key, language, sides=names))
    return told or [say("holds.stage_even", language, value=wording.number(EVEN, "points", language, 2))]


def remarks(catalogue: Catalogue, made: Staged, language: Language) -> list[str]:
    """Return what a plan could not do, clause by clause."""
    return [say(REMARKS[remark], language, title=_title(catalogue, id, language)) for remark, id in made.remarks]


def _title(catalogue: Catalogue, id: str, language: Language) -> str:
    measure = catalogue.measure_by_id.get(id)
    return measure.title.get(language) if measure else id
