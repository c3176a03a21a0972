"""Worst regret over worldviews: how much a package leaves behind where another would have been best."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from dealbuilder.analysis.evaluation import FloatArray, Setting
from dealbuilder.analysis.party_value import PARTIES, Party, party_values
from dealbuilder.analysis.quantity import change_of
from dealbuilder.analysis.runs import RunStore, Tick, part_of, world
from dealbuilder.analysis.scoreboard import per_draw
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.lens import Lens
from dealbuilder.model.package import Package

HEADLINES = (("supply_restored", 1), ("leadership_cost", -1))
"""The two headline scores and the sense of each."""
MOST_DRAWS = 512
"""Draws a worldview: means of packages on common draws differ by far less than the packages do."""
EQUAL = 1e-9
"""Regrets that differ by less are equal."""


@dataclass(frozen=True, slots=True)
class Column:
    """One yardstick, an indicator's id or a party's: `values`, `regret` (packages, worldviews), in `unit`.

    Regret is what the best package of that worldview is worth more, never negative.
    """

    id: str
    unit: str
    party: Party | None
    values: FloatArray
    regret: FloatArray

    @property
    def worst(self) -> FloatArray:
        """Return the worst regret of each package, (packages,)."""
        return self.regret.max(axis=1)

    @property
    def least(self) -> tuple[int, ...]:
        """Return the packages whose worst regret is the least: one, or several that are equal."""
        worst = self.worst
        return tuple(int(place) for place in np.flatnonzero(worst <= worst.min() + EQUAL))


@dataclass(frozen=True, slots=True)
class Regret:
    """Worst regrets of every package; `packages` and `worldviews` are ids, in the order of the columns' arrays."""

    packages: tuple[str, ...]
    names: tuple[str, ...]
    worldviews: tuple[str, ...]
    columns: tuple[Column, ...]
    draws: int

    def worst_view(self, column: Column, package: int) -> str:
        """Return the worldview in which a package is regretted most."""
        return self.worldviews[int(np.argmax(column.regret[package]))]


def regret(
    store: RunStore,
    packages: Sequence[Package],
    baseline: Package,
    setting: Setting,
    lenses: Sequence[Lens],
    tick: Tick | None = None,
) -> Regret:
    """Return the regret of every package for both headline scores and for each party's value."""
    catalogue: Catalogue = store.catalogue
    views = [view.id for view in catalogue.worldviews]
    weighed = {weight.indicator for lens in lenses for weight in lens.weights}
    scores = {id: np.zeros((len(packages), len(views))) for id, _ in HEADLINES}
    changes = {id: np.zeros((len(packages), len(views))) for id in weighed}
    for place, view in enumerate(views):
        piece = part_of(tick, place / len(views), (place + 1) / len(views))
        where = world(setting, worldview=view, draws=MOST_DRAWS)
        *ours, theirs = store.summaries(where, (*packages, baseline), piece, record=False)
        for row, one in enumerate(ours):
            for id in scores:
                found = per_draw(id, one.outputs, theirs.outputs)
                scores[id][row, place] = 0.0 if found is None else found.mean()
            for id in changes:
                changes[id][row, place] = change_of(id, one.outputs, theirs.outputs).mean()
    columns = [
        Column(id, catalogue.indicator_by_id[id].unit, None, scores[id], _behind(sense * scores[id]))
        for id, sense in HEADLINES
    ]
    for party in PARTIES:
        worth = party_values(lenses, party, changes)
        columns.append(Column(party, "points", party, worth, _behind(worth)))
    names = tuple(package.name or package.id for package in packages)
    draws = min(setting.draws, MOST_DRAWS)
    return Regret(tuple(package.id for package in packages), names, tuple(views), tuple(columns), draws)


def _behind(worth: FloatArray) -> FloatArray:
    """Return how far each package is behind the best of each worldview."""
    return worth.max(axis=0, keepdims=True) - worth
