"""What a check does to the model: a package, changed assumptions, the size of the step, replay or not."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from dealbuilder.engine.tables import HOSTILE
from dealbuilder.errors import DealError
from dealbuilder.model.assumptions import Change
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.measure import Measure
from dealbuilder.model.package import Clause, Package
from dealbuilder.model.parties import Side


@dataclass(frozen=True, slots=True)
class Shipped:
    """What packages are made from: the catalogue and the shipped deals by id."""

    catalogue: Catalogue
    deals: Mapping[str, Package]


Builder = Callable[[Shipped], Package]
"""Makes a package of what is shipped."""


@dataclass(frozen=True, slots=True)
class Case:
    """One run. `changes` replace parameters; `substeps` divides the month; `replay` applies every dated act."""

    package: Builder
    changes: tuple[Change, ...] = ()
    substeps: int = 1
    replay: bool = False


def fixed(**values: float) -> tuple[Change, ...]:
    """Return changes that set parameters to certain values."""
    return tuple(Change(parameter=id, value=value) for id, value in values.items())


FIRM = fixed(hazard_truce=0, expiry_hazard=0, strained_cut=0)
"""Assumptions under which the truce lives on, so that a mechanism is seen alone."""


def clauses(*texts: str) -> Builder:
    """Return a maker of a package of clauses written MEASURE=LEVEL or MEASURE=LEVEL@START-END; guardrails unlock."""
    return lambda shipped: _package(tuple(_clause(shipped.catalogue, text) for text in texts))


def deal(id: str, without: Side | None = None, drop: tuple[str, ...] = ()) -> Builder:
    """Return a maker of a shipped deal, without one side's measures and without some measures where asked."""

    def build(shipped: Shipped) -> Package:
        found = shipped.deals.get(id)
        if found is None:
            raise DealError(
                f"The shipped deal “{id}” is missing; the checks cannot run.",
                "Reinstall dealbuilder.",
                zh=f"随附的协议“{id}”缺失；无法进行检查。",
                zh_hint="请重新安装 dealbuilder。",
            )
        known = shipped.catalogue.measure_by_id
        kept = [c for c in found.clauses if known[c.measure].side != without and c.measure not in drop]
        return _package(tuple(kept))

    return build


def everything(side: Side) -> Builder:
    """Return a maker of all that one side can give, at its furthest; guardrails stay locked, pressure stays out."""

    def build(shipped: Shipped) -> Package:
        catalogue = shipped.catalogue
        chosen = [m for m in catalogue.measures if m.side == side and not m.guardrail and not _presses(catalogue, m)]
        return _package(tuple(Clause(measure=m.id, level=m.levels[-1].id) for m in chosen))

    return build


def nones(shipped: Shipped) -> Package:
    """Return every measure at its first level, “none”."""
    return _package(tuple(Clause(measure=m.id, level=m.levels[0].id) for m in shipped.catalogue.measures))


NO_DEAL = clauses()
FULL = deal("essay_full")
PROGRAMME = deal("home_only")


def described(case: Case, shipped: Shipped) -> dict[str, object]:
    """Return what a case does to the model as plain data: clauses, assumptions, step and replay."""
    return {
        "clauses": [_written(clause) for clause in case.package(shipped).clauses],
        "assumptions": {change.parameter: change.value for change in case.changes},
        "substeps": case.substeps,
        "replay": case.replay,
    }


def _written(clause: Clause) -> str:
    """Return a clause as the command line writes it."""
    months = f"@{clause.start}" if clause.start or clause.end is not None else ""
    months += f"-{clause.end}" if clause.end is not None else ""
    return f"{clause.measure}={clause.level}{months}"


def _package(chosen: tuple[Clause, ...]) -> Package:
    return Package(id="check", name="", clauses=chosen)


def _clause(catalogue: Catalogue, text: str) -> Clause:
    words, _, months = text.partition("@")
    measure, _, level = words.partition("=")
    start, _, end = months.partition("-")
    unlocked = catalogue.measure_by_id[measure].guardrail
    return Clause(measure=measure, level=level, start=int(start or 0), end=int(end) if end else None, unlocked=unlocked)


def _presses(catalogue: Catalogue, measure: Measure) -> bool:
    """Return whether the furthest level of a measure makes something worse for the other side than it is today."""
    for id, value in measure.levels[-1].channels.items():
        channel = catalogue.channels[catalogue.channel_index[id]]
        worse = value - channel.rest if channel.combine != "min" else channel.rest - value
        if id in HOSTILE or worse < 0:
            return True
    return False
