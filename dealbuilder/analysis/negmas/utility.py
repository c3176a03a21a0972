"""What outcomes are worth to a party: exactly where they can all be run, else as the nearest sum over issues."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from dealbuilder.analysis.counterpart.worth import Valuer
from dealbuilder.analysis.evaluation import FloatArray
from dealbuilder.analysis.negmas.domain import Domain, Outcome
from dealbuilder.analysis.party_value import PARTIES, Party, reservation
from dealbuilder.analysis.runs import Tick, part_of
from dealbuilder.model.lens import Lens

SMALL = 1200
"""Outcomes up to which every one is run."""
SAMPLED, HELD = 800, 200
"""Outcomes from which a sum over issues is fitted where there are more, and others on which it is tried."""


@dataclass(frozen=True, slots=True)
class Fit:
    """How far a sum over issues is from the model, in points, over outcomes that it was not fitted to where it can be.

    `span` is highest less lowest value among them; `explained` the share of their variance (1 is all).
    """

    outcomes: int
    mean_error: float
    worst_error: float
    span: float
    explained: float


@dataclass(frozen=True, slots=True)
class Utility:
    """A party's value in points: the sum of a number an issue, after `constant`; `least` is its reservation."""

    party: Party
    constant: float
    tables: tuple[tuple[float, ...], ...]
    least: float
    fit: Fit


class Valued(NamedTuple):
    """An outcome with its value to each party, in points."""

    outcome: Outcome
    us: float
    china: float


@dataclass(frozen=True, slots=True)
class Utilities:
    """Both parties' utilities; `exact` is every outcome with its value to each, empty if there are too many."""

    parts: tuple[Utility, ...]
    exact: tuple[Valued, ...]


def utilities(
    domain: Domain, valuer: Valuer, lenses: Sequence[Lens], seed: int = 1, tick: Tick | None = None
) -> Utilities:
    """Return what outcomes are worth through the roles in force; sealed values are not known here."""
    if domain.size <= SMALL:
        outcomes = list(domain.outcomes())
        values = _values(domain, valuer, outcomes, tick)
        fitted, tried = values, slice(None)
        exact = tuple(
            Valued(outcome, us, china) for outcome, (us, china) in zip(outcomes, values.tolist(), strict=True)
        )
    else:
        outcomes = _sample(domain, SAMPLED + HELD, seed)
        values = _values(domain, valuer, outcomes, tick)
        fitted, tried = values[HELD:], slice(0, HELD)
        exact = ()
    columns = _columns(domain, outcomes)
    known = columns[-len(fitted) :]
    parts: list[Utility] = []
    for place, party in enumerate(PARTIES):
        solved = np.asarray(np.linalg.lstsq(known, fitted[:, place], rcond=None)[0], dtype=np.float64)
        fit = _fit(columns[tried] @ solved, values[tried, place])
        parts.append(Utility(party, float(solved[0]), _tables(domain, solved), reservation(lenses, party), fit))
    return Utilities(tuple(parts), exact)


def _values(domain: Domain, valuer: Valuer, outcomes: Sequence[Outcome], tick: Tick | None) -> FloatArray:
    """Return the value of each outcome to each party, (outcomes, 2)."""
    worths = valuer.worths([domain.package(outcome) for outcome in outcomes], part_of(tick, 0.0, 1.0))
    return np.array([[worth.us, worth.china] for worth in worths])


def _sample(domain: Domain, count: int, seed: int) -> list[Outcome]:
    """Return outcomes drawn evenly, then that of the base and every single change of it."""
    rng = np.random.default_rng(seed)
    picks = [rng.integers(len(issue.levels), size=count) for issue in domain.issues]
    drawn = [
        tuple(issue.levels[pick[row]].id for issue, pick in zip(domain.issues, picks, strict=True))
        for row in range(count)
    ]
    here = domain.outcome(domain.base)
    near = [
        (*here[:place], level.id, *here[place + 1 :])
        for place, issue in enumerate(domain.issues)
        for level in issue.levels
        if level.id != here[place]
    ]
    return [*drawn, here, *near]


def _columns(domain: Domain, outcomes: Sequence[Outcome]) -> FloatArray:
    """Return a column of ones, then one for each level of each issue but its first, 1 where an outcome has it."""
    columns = [np.ones(len(outcomes))]
    for place, issue in enumerate(domain.issues):
        for level in issue.levels[1:]:
            columns.append(np.array([1.0 if outcome[place] == level.id else 0.0 for outcome in outcomes]))
    return np.stack(columns, axis=1)


def _tables(domain: Domain, solved: FloatArray) -> tuple[tuple[float, ...], ...]:
    tables: list[tuple[float, ...]] = []
    place = 1
    for issue in domain.issues:
        many = len(issue.levels) - 1
        tables.append((0.0, *(float(value) for value in solved[place : place + many])))
        place += many
    return tuple(tables)


def _fit(guessed: FloatArray, values: FloatArray) -> Fit:
    errors = np.abs(guessed - values)
    spread = float(((values - values.mean()) ** 2).sum())
    explained = 1.0 - float((errors**2).sum()) / spread if spread > 0.0 else 1.0
    return Fit(len(values), float(errors.mean()), float(errors.max()), float(values.max() - values.min()), explained)
