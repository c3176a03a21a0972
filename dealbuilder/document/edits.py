"""Edits: everything a person can do to a document, as data told apart by `kind`, and the one function that does it."""

from functools import reduce
from typing import Annotated

from pydantic import Field, TypeAdapter

from dealbuilder.document import clause_changes, deal_changes, package_changes
from dealbuilder.document.clause_edits import (
    AddClause,
    ClauseEdit,
    MoveClause,
    MoveClauses,
    RemoveClause,
    SetClauses,
    SetCondition,
    SetLevel,
    SetSnapback,
    SetTiming,
    UnlockGuardrail,
    WriteNote,
)
from dealbuilder.document.deal_edits import (
    AddMeasure,
    ChangeAssumption,
    DealEdit,
    LiftInject,
    RemoveMeasure,
    RemoveTarget,
    Rename,
    ResetAssumption,
    RestoreAssumptions,
    RestoreLens,
    RestoreVersion,
    SealValue,
    SetBaseline,
    SetDraws,
    SetLens,
    SetPack,
    SetPlan,
    SetSeed,
    SetTarget,
    SetWorldview,
    StrikeInject,
)
from dealbuilder.document.document import Document
from dealbuilder.document.package_edits import (
    AddPackage,
    ClearPackage,
    DuplicatePackage,
    PackageEdit,
    RemovePackage,
    RenamePackage,
    ReplacePackage,
    SelectPackage,
)

Edit = Annotated[ClauseEdit | PackageEdit | DealEdit, Field(discriminator="kind")]

EDIT: TypeAdapter[Edit] = TypeAdapter(Edit)
"""Reads and writes one edit as JSON."""


def apply(document: Document, edit: Edit) -> Document:
    """Return the document after an edit, sharing all that was not touched; raise DealError if it is impossible."""
    match edit:
        case AddClause(package=package, clause=clause):
            return clause_changes.added(document, package, clause)
        case SetClauses(package=package, clauses=clauses):
            return clause_changes.several(document, package, clauses)
        case RemoveClause(package=package, measure=measure):
            return clause_changes.removed(document, package, measure)
        case SetLevel(package=package, measure=measure, level=level):
            return clause_changes.with_fields(document, package, measure, level=level)
        case SetTiming(package=package, measure=measure):
            return clause_changes.timed(document, package, measure, edit.start, edit.end, edit.ramp)
        case SetCondition(package=package, measure=measure, condition=condition):
            return clause_changes.with_condition(document, package, measure, condition)
        case SetSnapback(package=package, measure=measure, snapback=snapback):
            return clause_changes.with_fields(document, package, measure, snapback=snapback)
        case UnlockGuardrail(package=package, measure=measure, unlocked=unlocked):
            return clause_changes.with_fields(document, package, measure, unlocked=unlocked)
        case MoveClause(package=package, measure=measure, position=position):
            return clause_changes.moved(document, package, measure, position)
        case MoveClauses(moves=moves):
            return reduce(apply, moves, document)
        case WriteNote(package=package, measure=measure, text=text, private=private):
            return deal_changes.noted(document, package, measure, text, private)
        case AddPackage(package=package):
            return package_changes.added(document, package)
        case DuplicatePackage(source=source, id=id, name=name):
            return package_changes.duplicated(document, source, id, name)
        case RemovePackage(package=package):
            return package_changes.removed(document, package)
        case RenamePackage(package=package, name=name):
            return package_changes.with_fields(document, package, name=name)
        case SelectPackage(package=package):
            return package_changes.selected(document, package)
        case ReplacePackage(package=package):
            return package_changes.replaced(document, package)
        case ClearPackage(package=package):
            return package_changes.with_fields(document, package, clauses=())
        case Rename(title=title):
            return document.model_copy(update={"title": title})
        case ChangeAssumption(change=change):
            return deal_changes.assumed(document, change)
        case ResetAssumption(parameter=parameter):
            return deal_changes.reset(document, parameter)
        case RestoreAssumptions():
            return deal_changes.restored(document)
        case SetWorldview(worldview=worldview):
            return deal_changes.under_worldview(document, worldview)
        case SetBaseline(package=package):
            return deal_changes.against(document, package)
        case SetPack(pack=pack):
            return document.model_copy(update={"pack": pack})
        case SetSeed(seed=seed):
            return document.model_copy(update={"seed": seed})
        case SetDraws(draws=draws):
            return document.model_copy(update={"draws": draws})
        case SetTarget(target=target):
            return deal_changes.with_target(document, target)
        case RemoveTarget(indicator=indicator):
            return deal_changes.without_target(document, indicator)
        case AddMeasure(measure=measure):
            return deal_changes.with_measure(document, measure)
        case RemoveMeasure(id=id):
            return deal_changes.without_measure(document, id)
        case SealValue(key=key, value=value):
            return deal_changes.sealed(document, key, value)
        case StrikeInject(inject=inject):
            return deal_changes.struck(document, inject)
        case LiftInject(id=id):
            return deal_changes.lifted(document, id)
        case SetLens(change=change):
            return deal_changes.with_lens(document, change)
        case RestoreLens(id=id):
            return deal_changes.without_lens(document, id)
        case SetPlan(plan=plan):
            return document.model_copy(update={"plan": plan})
        case RestoreVersion(document=kept):
            return kept.model_copy(update={"id": document.id})
