"""All checks that need no screen, in the order in which a room is made ready."""

from dataclasses import dataclass, field
from pathlib import Path

from dealbuilder import paths
from dealbuilder.analysis.evaluate import Evaluator
from dealbuilder.analysis.runs import Tick
from dealbuilder.document.document import Document
from dealbuilder.errors import DealError
from dealbuilder.model.text import Language
from dealbuilder.report.kit.making import Request, occasion
from dealbuilder.report.kit.occasion import Occasion
from dealbuilder.report.kit.printing import beside
from dealbuilder.report.rehearsal import machine, session
from dealbuilder.report.rehearsal.finding import Finding, failing, finding, guarded


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """What is rehearsed: the deal, where its file lies (None: not saved), and for which session and paper."""

    document: Document
    path: Path | None = None
    read_only: bool = False
    request: Request = field(default_factory=Request)
    kit: Path | None = None
    """The folder of the print kit; beside the deal by default."""


def rehearse(evaluator: Evaluator, what: Rehearsed, tick: Tick | None = None) -> tuple[Finding, ...]:
    """Return every finding; nothing of the deal is changed. `tick` may raise Cancelled."""
    language = what.request.options.language
    folder = what.path.resolve().parent if what.path is not None else paths.state_folder()
    machines = {
        "fonts": lambda: machine.fonts(language),
        "kernel": lambda: machine.kernel(language),
        "store": lambda: machine.deal_file(language),
        "file": lambda: machine.saved(what.path, what.read_only, language),
        "space": lambda: machine.space(folder, language),
        "recovery": lambda: machine.recovering(language),
    }
    found = []
    for place, (id, check) in enumerate(machines.items()):
        found.append(guarded(id, check, language))
        _tell(tick, place, len(machines) + 4)
    found += _deal(evaluator, what, language)
    _tell(tick, len(machines) + 2, len(machines) + 4)
    found += _session(evaluator, what, language)
    kit = what.kit or (beside(what.path) if what.path is not None else None)
    found.append(guarded("kit", lambda: session.fallback(kit, what.path, language), language))
    found.append(finding("power", "attention", "power", language))
    return tuple(found)


def _tell(tick: Tick | None, done: int, whole: int) -> None:
    if tick is not None:
        tick(done / whole)


def _deal(evaluator: Evaluator, what: Rehearsed, language: Language) -> list[Finding]:
    """Return whether the deal scores, and if it does, whether its scenes can be made."""
    try:
        evaluation = session.scored(evaluator, what.document)
    except DealError as error:
        return [failing("deal", error, language)]
    return [
        session.deal(evaluation, language),
        guarded("scenes", lambda: session.scenes(evaluator, what.document, evaluation, language), language),
    ]


def _session(evaluator: Evaluator, what: Rehearsed, language: Language) -> list[Finding]:
    """Return whether the plan is whole, and whether its pages can be set."""
    options = what.request.options
    planned = what.document.plan if what.request.session is None else None
    try:
        asked = occasion(evaluator, what.document, what.request)
    except DealError as error:
        return [failing("plan", error, language)]
    known = tuple(evaluator.catalogue.lens_by_id)
    template = planned.template if planned is not None else what.request.session
    length = next((one.minutes for one in evaluator.catalogue.sessions if one.id == template), 0)
    return [
        guarded("plan", lambda: session.plan(asked, planned, known, length, language), language),
        guarded("sides", lambda: session.sides(_sides(evaluator, asked), language), language),
        guarded("paper", lambda: session.paper(evaluator, what.document, asked, options), language),
    ]


def _sides(evaluator: Evaluator, asked: Occasion) -> tuple[int, int]:
    lenses = evaluator.catalogue.lens_by_id
    stand = [lenses[role.lens].side for role in asked.roles if role.lens in lenses]
    return stand.count("us"), stand.count("china")
