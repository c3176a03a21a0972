"""Every assumption as the dialog shows it: what counts now, what it was, who changed it, and whether it can be used."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from dealbuilder.model.assumptions import Change
from dealbuilder.model.in_force import InForce, in_force
from dealbuilder.model.parameter import Parameter
from dealbuilder.model.text import Language
from dealbuilder.report import wording
from dealbuilder.report.differing import LONGEST, decimals
from dealbuilder.ui.state import State

JUDGEMENT = "D"
"""The grade of a figure that nobody has measured."""

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class AssumptionRow:
    """One assumption. `parameter` is None if this catalogue does not know it: then only `change` says anything.

    `rest` holds the figures without the user's change, `view` names the worldview that replaced the catalogue's, empty
    if none did; `wrong` says why a run cannot use the change.
    """

    id: str
    label: str
    topic: str
    unit: str
    parameter: Parameter | None
    change: Change | None
    now: InForce | None
    rest: InForce | None
    view: str
    wrong: str

    @property
    def cited(self) -> bool:
        """Return whether the catalogue's figure rests on a source rather than on a judgement."""
        return self.parameter is not None and self.parameter.grade != JUDGEMENT


def assumption_rows(state: State) -> tuple[AssumptionRow, ...]:
    """Return the catalogue's parameters in its order, then what the deal changed and this catalogue does not know."""
    catalogue, assumptions = state.catalogue, state.document.assumptions
    pack, view = catalogue.pack_by_id.get(state.document.pack), catalogue.worldview_by_id.get(assumptions.worldview)
    changes = {change.parameter: change for change in assumptions.changes}
    rows = []
    for parameter in catalogue.parameters:
        change = changes.pop(parameter.id, None)
        rest = in_force(parameter, pack.parameters if pack else {}, view)
        now = in_force(parameter, {}, None, change) if change else rest
        rows.append(
            AssumptionRow(
                id=parameter.id,
                label=parameter.label.get(state.language),
                topic=parameter.topic,
                unit=parameter.unit,
                parameter=parameter,
                change=change,
                now=now,
                rest=rest,
                view=view.label.get(state.language) if view and rest.origin == "worldview" else "",
                wrong=problem(parameter, change, state.language) if change else "",
            )
        )
    strange = (
        AssumptionRow(id, id[:LONGEST], "", "1", None, change, None, None, "", "") for id, change in changes.items()
    )
    return (*rows, *strange)


def problem(parameter: Parameter, change: Change, language: Language) -> str:
    """Return the sentence that says why a change cannot be used; nothing if it can."""
    low, high = parameter.bounds()
    for figure in (change.value, change.low, change.high):
        if parameter.impossible(figure):
            return translate(
                "Assumption", "{figure} is impossible here: it lies between {low} and {high}{unit}."
            ).format(
                figure=bare(figure or 0.0, parameter.unit, language),
                low=bare(low, parameter.unit, language),
                high=bare(high, parameter.unit, language),
                unit=_apart(parameter.unit, language),
            )
    now = in_force(parameter, {}, None, change)
    if now.low > now.high:
        return translate("Assumption", "The low end lies above the high end.")
    if not now.ordered:
        return translate(
            "Assumption", "The value {value} lies outside its range {span}. Widen the range, or empty both ends."
        ).format(value=bare(now.value, parameter.unit, language), span=span(now, parameter.unit, language))
    return ""


def bare(value: float, unit: str, language: Language) -> str:
    """Return a figure as the language counts it, without its unit."""
    shown = wording.in_unit(value, unit, language)
    return wording.plain(shown, decimals(shown))


def span(figures: InForce, unit: str, language: Language) -> str:
    """Return a range without its unit; "certain" if every draw gives the same."""
    if figures.certain:
        return translate("Assumption", "certain")
    return wording.EN_DASH.join(bare(end, unit, language) for end in (figures.low, figures.high))


def whole(figures: InForce, unit: str, language: Language) -> str:
    """Return value and range, without unit: "0.35 (0.05 to 0.8)"."""
    value, reach = bare(figures.value, unit, language), span(figures, unit, language)
    return f"{value}（{reach}）" if language == "zh" else f"{value} ({reach})"


def said_by(row: AssumptionRow) -> str:
    """Return who set the figure in force, and why; empty where the catalogue's own counts."""
    change = row.change
    if row.parameter is None:
        return translate("Assumption", "Unknown to this catalogue, not used")
    if change is not None:
        words = ": ".join(" ".join(part.split()) for part in (change.who, change.reason) if part.strip())
        return words or translate("Assumption", "changed in this deal")
    if row.view:
        return translate("Assumption", "World: {name}").format(name=row.view)
    return translate("Assumption", "Starting point") if row.rest and row.rest.origin == "pack" else ""


def _apart(unit: str, language: Language) -> str:
    name = wording.unit(unit, language)
    return f" {name}" if name and name[0].isascii() else name
