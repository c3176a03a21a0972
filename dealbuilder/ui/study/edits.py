"""What the study proposes, as edits of the package in front."""

from dealbuilder.analysis.neighbours import Step
from dealbuilder.document.edits import AddClause, Edit, RemoveClause, SetLevel
from dealbuilder.model.package import Clause


def edit_of(step: Step, package: str) -> Edit:
    """Return the edit that makes a step in the package of that id."""
    match step.kind:
        case "add":
            return AddClause(package=package, clause=Clause(measure=step.measure, level=step.level))
        case "remove":
            return RemoveClause(package=package, measure=step.measure)
        case "level":
            return SetLevel(package=package, measure=step.measure, level=step.level)
