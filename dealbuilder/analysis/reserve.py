"""Scores made beforehand, so that a session goes on when the power fails: clauses one by one, pairs, deals, injects."""

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from dealbuilder.analysis.evaluate import NO_DEAL
from dealbuilder.analysis.evaluation import Score, Setting
from dealbuilder.analysis.runs import RunStore, Summary, Tick, part_of, world
from dealbuilder.analysis.scoreboard import scores, yardsticks
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.inject import Inject
from dealbuilder.model.package import Clause, Package

TOLD = ("supply_restored", "leadership_cost", "alive_36")
"""What a table of the reserve pack tells: the two headline scores, and whether the deal lives after three years."""

DRAWS = 256
"""Draws of every look-up score: enough for the headline scores to half a point."""

BATCH = 0.8
"""Share of the work that the one large batch takes, where injects follow."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One package in a table: the scores of TOLD, against no new deal."""

    scores: tuple[Score, ...]

    def change(self, other: "Reading") -> tuple[float, ...]:
        """Return by how much the means differ from those of another reading, in the scores' units."""
        return tuple(mine.mean - theirs.mean for mine, theirs in zip(self.scores, other.scores, strict=True))


@dataclass(frozen=True, slots=True)
class Single:
    """A clause at one level: `alone` against no new deal, `added` with the base package in which it stands so."""

    measure: str
    level: str
    alone: Reading
    added: Reading


@dataclass(frozen=True, slots=True)
class Pair:
    """Two measures that mirror each other: readings by level of the first, then of the second, both from "none" up."""

    us: str
    china: str
    readings: tuple[tuple[Reading, ...], ...]


@dataclass(frozen=True, slots=True)
class Deal:
    """A shipped package: as the model reads it whole, and what its clauses come to when added up one by one."""

    id: str
    reading: Reading
    summed: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Reserve:
    """Everything that is looked up on paper. `struck`: the base package when an inject befalls it, by inject."""

    base: Package
    reading: Reading
    nothing: Reading
    singles: tuple[Single, ...]
    pairs: tuple[Pair, ...]
    deals: tuple[Deal, ...]
    struck: tuple[tuple[str, Reading], ...]
    setting: Setting


def reserve(
    store: RunStore,
    base: Package,
    setting: Setting,
    deals: Sequence[Package] = (),
    injects: Sequence[Inject] = (),
    tick: Tick | None = None,
) -> Reserve:
    """Return the look-up scores of a base package; all packages of one world are run in one batch.

    Every score stands against no new deal. The same input gives the same figures.
    """
    catalogue = store.catalogue
    setting = replace(setting, draws=DRAWS, baseline=None)
    levels = [(measure.id, level.id) for measure in catalogue.measures for level in measure.levels[1:]]
    mirrored = pairs(catalogue)
    grids = {pair: tuple(itertools.product(*(_levels(catalogue, id) for id in pair))) for pair in mirrored}
    wanted = [NO_DEAL, base, *deals]
    wanted += [with_levels(NO_DEAL, [one]) for one in levels] + [with_levels(base, [one]) for one in levels]
    wanted += [
        with_levels(base, list(zip(pair, ranks, strict=True))) for pair, cells in grids.items() for ranks in cells
    ]
    read = _Reader(store, setting, wanted, part_of(tick, 0.0, BATCH if injects else 1.0))
    alone = {one: read(with_levels(NO_DEAL, [one])) for one in levels}
    added = {one: read(with_levels(base, [one])) for one in levels}
    nothing = read(NO_DEAL)
    return Reserve(
        base=base,
        reading=read(base),
        nothing=nothing,
        singles=tuple(Single(*one, alone[one], added[one]) for one in levels),
        pairs=tuple(Pair(us, china, _grid(catalogue, read, base, us, china)) for us, china in mirrored),
        deals=tuple(Deal(deal.id, read(deal), _summed(deal, alone, nothing)) for deal in deals),
        struck=tuple(_struck(store, base, setting, injects, tick)),
        setting=setting,
    )


def pairs(catalogue: Catalogue) -> tuple[tuple[str, str], ...]:
    """Return the measures of both sides that mirror each other, the US one first, each pair once."""
    known = catalogue.measure_by_id
    order = {id: place for place, id in enumerate(known)}
    found = {
        tuple(sorted((measure.id, link.measure), key=lambda id: known[id].side != "us"))
        for measure in catalogue.measures
        for link in measure.links
        if link.kind == "mirrors" and {measure.side, known[link.measure].side} == {"us", "china"}
    }
    return tuple((us, china) for us, china in sorted(found, key=lambda pair: tuple(order[id] for id in pair)))


def with_levels(package: Package, levels: Iterable[tuple[str, str]]) -> Package:
    """Return the package with clauses set to levels, from signing where they are new; "none" takes a clause out.

    Guardrails count as opened: the table says what opening one would do.
    """
    clauses = {clause.measure: clause for clause in package.clauses}
    for measure, level in levels:
        if level == "none":
            clauses.pop(measure, None)
        elif measure in clauses:
            clauses[measure] = clauses[measure].model_copy(update={"level": level, "unlocked": True})
        else:
            clauses[measure] = Clause(measure=measure, level=level, unlocked=True)
    return package.model_copy(update={"clauses": tuple(clauses.values())})


def _levels(catalogue: Catalogue, measure: str) -> list[str]:
    return [level.id for level in catalogue.measure_by_id[measure].levels]


class _Reader:
    """Reads packages off one batch of runs."""

    def __init__(self, store: RunStore, setting: Setting, wanted: Sequence[Package], tick: Tick | None) -> None:
        self._indicators = tuple(store.catalogue.indicator_by_id[id] for id in TOLD)
        self._measure = yardsticks(store.catalogue, setting)
        found = store.summaries(world(setting), wanted, tick, record=False)
        self._found: dict[tuple[Clause, ...], Summary] = {
            package.clauses: summary for package, summary in zip(wanted, found, strict=True)
        }

    def __call__(self, package: Package) -> Reading:
        ours, theirs = self._found[package.clauses], self._found[NO_DEAL.clauses]
        return Reading(scores(self._indicators, ours.outputs, theirs.outputs, self._measure))


def _grid(catalogue: Catalogue, read: _Reader, base: Package, us: str, china: str) -> tuple[tuple[Reading, ...], ...]:
    return tuple(
        tuple(read(with_levels(base, [(us, ours), (china, theirs)])) for theirs in _levels(catalogue, china))
        for ours in _levels(catalogue, us)
    )


def _summed(deal: Package, alone: dict[tuple[str, str], Reading], nothing: Reading) -> tuple[float, ...]:
    """Return no new deal plus the change that each clause of a deal makes alone; unknown clauses add nothing."""
    changes = [alone[one].change(nothing) for c in deal.clauses if (one := (c.measure, c.level)) in alone]
    return tuple(score.mean + sum(change[place] for change in changes) for place, score in enumerate(nothing.scores))


def _struck(
    store: RunStore, base: Package, setting: Setting, injects: Sequence[Inject], tick: Tick | None
) -> Iterator[tuple[str, Reading]]:
    """Yield the base package as each inject alone befalls it, beside what befalls the deal already."""
    for place, inject in enumerate(injects):
        befallen = replace(setting, injects=(*(known for known in setting.injects if known.id != inject.id), inject))
        share = (1.0 - BATCH) / len(injects)
        piece = part_of(tick, BATCH + place * share, BATCH + (place + 1) * share)
        yield inject.id, _Reader(store, befallen, [NO_DEAL, base], piece)(base)
