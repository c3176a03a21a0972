"""Who earned it: the credit of each clause for every indicator at once, in one pass over coalitions of clauses.

Credit is the Shapley value: what a clause adds, averaged over every order in which the clauses could have been agreed.
Up to `EXACT` clauses every coalition is run; above, orders are drawn at random and the error of that is told.
"""

from collections.abc import Sequence

import numpy as np

from dealbuilder.analysis.evaluate import NO_DEAL, Evaluator
from dealbuilder.analysis.evaluation import FloatArray, Setting
from dealbuilder.analysis.runs import Tick, part_of
from dealbuilder.analysis.why.coalitions import Coalitions, differing, silent
from dealbuilder.analysis.why.earned import Credit, Divided
from dealbuilder.analysis.why.exact import exact
from dealbuilder.analysis.why.owen import Members
from dealbuilder.analysis.why.partition import Group, Partition
from dealbuilder.analysis.why.sampled import sampled
from dealbuilder.analysis.why.told import group_sums, told
from dealbuilder.model.package import Package

EXACT = 14
"""Clauses up to which every coalition is run."""
BUDGET = 32_768
"""Runs that coalitions may take unless more are asked for: a second or two."""


def credit(
    service: Evaluator,
    package: Package,
    setting: Setting,
    *,
    start: Package | None = None,
    groups: Sequence[Partition] = (),
    budget: int = BUDGET,
    tick: Tick | None = None,
) -> Credit:
    """Return who earned what on the way from `start` (the setting's baseline by default) to `package`.

    The players are the clauses in which the two differ. Indicators are those of the score against the setting's
    baseline. `groups` are ways to group clauses for Owen values; `budget` is about how many runs coalitions may take.
    `tick` may raise Cancelled; a setting the catalogue cannot serve is a DealError.
    """
    service.pack(setting)
    start = start or setting.baseline or NO_DEAL
    shown = told(service, start, package, setting, part_of(tick, 0.0, 0.05))
    clauses = differing(start, package)
    mute = silent(service.catalogue, start, package)
    heard = tuple(clause for clause in clauses if clause not in mute)
    game = Coalitions(service.store, start, package, heard)
    members = [_members(heard, each.groups(heard)) for each in groups]
    work = sampled if len(heard) > EXACT else exact
    found = work(game, shown, setting, members, budget, part_of(tick, 0.05, 1.0))
    place = {clause: i for i, clause in enumerate(clauses)}
    rows = [place[clause] for clause in heard]

    def all_of(values: FloatArray) -> FloatArray:
        """Return values of all clauses: those that the engine never hears of earn nothing, and that for certain."""
        whole = np.zeros((len(clauses), *values.shape[1:]))
        whole[rows] = values
        return whole

    divided = []
    for each, (owen, errors) in zip(groups, found.owen, strict=True):
        gathered = each.groups(clauses)
        values = all_of(owen)
        divided.append(
            Divided(
                each.id,
                gathered,
                values,
                group_sums(values, _members(clauses, gathered)),
                _spread(errors, each.groups(heard), gathered),
            )
        )
    return Credit(
        clauses=clauses,
        indicators=shown.ids,
        units=shown.units,
        before=shown.before,
        after=shown.after,
        shapley=all_of(found.shapley),
        errors=all_of(found.errors),
        first_in=all_of(found.first_in),
        leave_one_out=all_of(found.leave_one_out),
        pairs=tuple((place[heard[one]], place[heard[other]]) for one, other in found.pairs),
        interactions=found.interactions,
        interaction_errors=found.interaction_errors,
        divided=tuple(divided),
        method="sampled" if work is sampled else "exact",
        draws=found.draws,
        of_draws=setting.draws,
        heard=len(heard),
        orders=found.orders,
        runs=found.runs,
    )


def _members(players: tuple[str, ...], groups: Sequence[Group]) -> tuple[Members, ...]:
    return tuple(tuple(players.index(clause) for clause in group.clauses) for group in groups)


def _spread(errors: FloatArray, of: Sequence[Group], groups: Sequence[Group]) -> FloatArray:
    """Return the errors of all groups: one whose clauses the engine never hears of has none."""
    known = {group.id: row for group, row in zip(of, errors, strict=True)}
    return np.array([known.get(group.id, np.zeros(errors.shape[1])) for group in groups]).reshape(-1, errors.shape[1])
