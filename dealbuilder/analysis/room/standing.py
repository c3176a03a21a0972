"""Where every table stands: all scored under one setting, in one batch of runs on the same draws."""

from collections.abc import Sequence
from dataclasses import dataclass

from dealbuilder.analysis.contradictions import contradictions
from dealbuilder.analysis.evaluate import IDLE_DRAWS, NO_DEAL, Evaluator, stamps, still
from dealbuilder.analysis.evaluation import Contradiction, Idle, Score, Setting, Stamps
from dealbuilder.analysis.idle import idle, worth_running
from dealbuilder.analysis.resolve import unknown_ids, without
from dealbuilder.analysis.room.matrix import Line, matrix
from dealbuilder.analysis.runs import Summary, Tick, world
from dealbuilder.analysis.scoreboard import scores, yardsticks
from dealbuilder.model.assumptions import Change
from dealbuilder.model.catalogue import Catalogue, Pack
from dealbuilder.model.tabled import Tabled
from dealbuilder.model.text import Text

SUPPLY, COST, ALIVE = "supply_restored", "leadership_cost", "alive_60"
INDICATORS = (SUPPLY, COST, ALIVE)
SCORING = 0.5
"""Part of the whole work that the scores take, the rest being the search for idle clauses."""


@dataclass(frozen=True, slots=True)
class Apart:
    """How a table read its own deal otherwise than the room does; empty where it did not.

    `changed`: parameters that the table set and the room has not, or otherwise. `missed`: parameters that the room set
    and the table had not. `injects`: titles of those that befell the one and not the other.
    """

    pack: str = ""
    worldview: str = ""
    changed: tuple[str, ...] = ()
    missed: tuple[str, ...] = ()
    injects: tuple[Text, ...] = ()

    @property
    def none(self) -> bool:
        """Return whether the table read its deal as the room does."""
        return self == Apart()


@dataclass(frozen=True, slots=True)
class Standing:
    """One table under the room's setting. `idle` None: not looked for yet."""

    deal: Tabled
    scores: dict[str, Score]
    idle: tuple[Idle, ...] | None
    unknown: tuple[str, ...]
    contradictions: tuple[Contradiction, ...]
    apart: Apart

    @property
    def supply(self) -> Score:
        """Return supply restored, percent."""
        return self.scores[SUPPLY]

    @property
    def cost(self) -> Score:
        """Return leadership cost, index points."""
        return self.scores[COST]

    @property
    def alive(self) -> Score:
        """Return the chance that the deal is alive sixty months after signing, percent."""
        return self.scores[ALIVE]


@dataclass(frozen=True, slots=True)
class Room:
    """All tables in the order they came, and their clauses; `final` False marks a first answer with fewer draws."""

    setting: Setting
    standings: tuple[Standing, ...]
    lines: tuple[Line, ...]
    catalogue: Catalogue
    stamps: Stamps
    notices: tuple[Text, ...] = ()
    final: bool = True


def room(
    service: Evaluator,
    deals: Sequence[Tabled],
    setting: Setting,
    notices: tuple[Text, ...] = (),
    *,
    tick: Tick | None = None,
    full: bool = True,
) -> Room:
    """Return where the tables stand; the service's catalogue knows their own measures (see `own.gathered`).

    `full` False leaves idle clauses out. A setting that the catalogue cannot serve is a DealError.
    """
    found = standings(service, deals, setting, tick=tick, full=full)
    lines = matrix(service.catalogue, [deal.package for deal in deals])
    return Room(setting, found, lines, service.catalogue, stamps(service.catalogue, setting), notices, full)


def standings(
    service: Evaluator, deals: Sequence[Tabled], setting: Setting, *, tick: Tick | None = None, full: bool = True
) -> tuple[Standing, ...]:
    """Return every deal's standing, scored in one batch with the baseline."""
    catalogue, pack = service.catalogue, service.pack(setting)
    packages = [deal.package for deal in deals]
    share = SCORING if full else 1.0
    baseline = setting.baseline or NO_DEAL
    *ours, theirs = service.store.summaries(
        world(setting), [*packages, baseline], _part(tick, 0.0, share), record=False
    )
    measure = yardsticks(catalogue, setting)
    asked = [catalogue.indicator_by_id[id] for id in INDICATORS]
    unmoved = _unmoved(service, deals, setting, _part(tick, share, 1.0)) if full else None
    return tuple(
        Standing(
            deal=deal,
            scores={score.id: score for score in scores(asked, summary.outputs, theirs.outputs, measure)},
            idle=None if unmoved is None else idle(catalogue, pack, deal.package, unmoved[place]),
            unknown=unknown_ids(catalogue, deal.package),
            contradictions=contradictions(catalogue, deal.package),
            apart=apart(deal, setting, pack),
        )
        for place, (deal, summary) in enumerate(zip(deals, ours, strict=True))
    )


def _part(tick: Tick | None, begin: float, end: float) -> Tick | None:
    return None if tick is None else lambda done: tick(begin + (end - begin) * done)


def _unmoved(service: Evaluator, deals: Sequence[Tabled], setting: Setting, tick: Tick | None) -> list[frozenset[str]]:
    """Return for each deal the measures whose clause can be taken out without moving any output in any draw."""
    tested = [worth_running(service.catalogue, deal.package) for deal in deals]
    variants = [
        variant
        for deal, measures in zip(deals, tested, strict=True)
        for variant in (deal.package, *(without(deal.package, measure) for measure in measures))
    ]
    ran = iter(service.store.summaries(world(setting, draws=IDLE_DRAWS), variants, tick, record=False))
    found: list[frozenset[str]] = []
    for measures in tested:
        whole: Summary = next(ran)
        parts = [(measure, next(ran)) for measure in measures]
        found.append(frozenset(measure for measure, part in parts if still(whole, part)))
    return found


def apart(deal: Tabled, setting: Setting, pack: Pack) -> Apart:
    """Return how a table read its own deal otherwise than under this setting; a change's reason does not matter."""
    theirs, ours = _figures(deal.assumptions.changes), _figures(setting.changes)
    befell = {inject.id: inject for inject in deal.injects}
    here = {inject.id: inject for inject in setting.injects}
    odd = [id for id in (befell | here) if befell.get(id) != here.get(id)]
    return Apart(
        pack="" if deal.pack == pack.id else deal.pack,
        worldview="" if deal.assumptions.worldview == setting.worldview else deal.assumptions.worldview,
        changed=tuple(sorted(id for id, figures in theirs.items() if ours.get(id) != figures)),
        missed=tuple(sorted(ours.keys() - theirs.keys())),
        injects=tuple((befell | here)[id].title for id in sorted(odd)),
    )


def _figures(changes: Sequence[Change]) -> dict[str, tuple[float, float | None, float | None]]:
    return {change.parameter: (change.value, change.low, change.high) for change in changes}
