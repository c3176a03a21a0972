"""From clauses and dated acts to the level of each channel in each month."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from dealbuilder.model.catalogue import Catalogue, Pack
from dealbuilder.model.channel import Channel
from dealbuilder.model.measure import Level, Measure
from dealbuilder.model.package import HORIZON, Clause, Package

FloatArray = npt.NDArray[np.float64]

YEAR = 12
TERM = "deal_months"
"""The channel that sets how long the deal runs."""


def index(month: str) -> int:
    """Return the number of a month written YYYY-MM, counted from year 0."""
    year, number = month.split("-")
    return int(year) * YEAR + int(number) - 1


def months(pack: Pack) -> tuple[str, ...]:
    """Return the months of a run: from the pack's first to the last scored one."""
    first, last = index(pack.start), index(pack.signing) + HORIZON
    return tuple(f"{number // YEAR:04d}-{number % YEAR + 1:02d}" for number in range(first, last + 1))


def signing(pack: Pack) -> int:
    """Return the place of the month of signing in a run."""
    return index(pack.signing) - index(pack.start)


def acts(catalogue: Catalogue, pack: Pack, replay: bool = False) -> FloatArray:
    """Return channel levels that law sets, shape (channels, months); a replay applies later acts too."""
    levels = np.repeat([[channel.rest] for channel in catalogue.channels], len(months(pack)), axis=1).astype(float)
    origin = index(pack.start)
    for event in sorted(pack.events, key=lambda event: event.month):
        if event.known or replay:
            begin = max(0, index(event.month) - origin)
            end = levels.shape[1] if event.until is None else max(begin, index(event.until) - origin)
            for id, value in event.channels.items():
                levels[catalogue.channel_index[id], begin:end] = value
    return levels


def ban(pack: Pack, replay: bool = False) -> int:
    """Return the place of the month from which US weapons may hold no Chinese magnets; past the run if no act says so.

    Like all law it is counted only if it is known at signing; a replay counts later acts too.
    """
    found = [event.month for event in pack.events if event.effect == "magnet_ban" and (event.known or replay)]
    return index(min(found)) - index(pack.start) if found else len(months(pack))


def renewal(pack: Pack, length: float) -> int:
    """Return how many months after signing the truce as it stands first comes up for renewal; `length` if none says."""
    ends = [event.until for event in pack.in_force() if event.effect == "truce" and event.until is not None]
    return index(min(ends)) - index(pack.signing) if ends else max(1, round(length))


def schedule(catalogue: Catalogue, pack: Pack, packages: Sequence[Package]) -> FloatArray:
    """Return signed channel levels ramped by time, shape (packages, channels, months), one package at a time.

    Rest where no clause speaks. Unknown measures and levels, locked guardrails and clauses whose condition the package
    does not meet set nothing. Clauses on one channel combine by the channel's rule, so that their order never matters.
    """
    clock = since_signing(pack)
    levels = np.empty((len(packages), len(catalogue.channels), len(clock)))
    levels[:] = np.array([channel.rest for channel in catalogue.channels])[None, :, None]
    for row, package in enumerate(packages):
        changed: dict[int, list[FloatArray]] = {}
        for clause in package.clauses:
            for place, part in parts(catalogue, package, clause, clock):
                changed.setdefault(place, []).append(part)
        for place, found in changed.items():
            levels[row, place] = combined(catalogue.channels[place], found)
    return levels


def since_signing(pack: Pack) -> FloatArray:
    """Return the months of a run counted from signing, shape (months,)."""
    return np.arange(len(months(pack)), dtype=np.float64) - signing(pack)


def parts(
    catalogue: Catalogue, package: Package, clause: Clause, clock: FloatArray
) -> tuple[tuple[int, FloatArray], ...]:
    """Return what one clause of a package sets: places of channels, and deviations from their rest, each (months,)."""
    found = active(catalogue, clause)
    if found is None:
        return ()
    share = _share(catalogue, package, clause, found[0], clock)
    places = [(catalogue.channel_index[id], value) for id, value in found[1].channels.items()]
    return tuple((place, share * (value - catalogue.channels[place].rest)) for place, value in places)


def active(catalogue: Catalogue, clause: Clause) -> tuple[Measure, Level] | None:
    """Return measure and level of a clause that counts; None if the catalogue lacks one, or a guardrail is locked."""
    measure = catalogue.measure_by_id.get(clause.measure)
    level = measure.level(clause.level) if measure else None
    if measure is None or level is None or (measure.guardrail and not clause.unlocked):
        return None
    return measure, level


def _ramp(measure: Measure, clause: Clause) -> float:
    return measure.ramp if clause.ramp is None else clause.ramp


def _share(catalogue: Catalogue, package: Package, clause: Clause, measure: Measure, clock: FloatArray) -> FloatArray:
    """Return the share of a clause's level in force by month from signing; 0 up to the month of signing itself."""
    begin = _begin(catalogue, package, clause)
    if begin is None:
        return np.zeros(clock.shape)
    ramp = _ramp(measure, clause)
    # A month counts with its mean: a clause starting in month 0 is felt from month 1 on.
    since = clock - begin
    share = np.minimum(1.0, np.maximum(0.0, since / ramp)) if ramp > 0 else (since > 0).astype(float)
    share[clock <= 0] = 0.0
    if clause.end is not None:
        share[clock > clause.end] = 0.0
    return share


def _begin(catalogue: Catalogue, package: Package, clause: Clause) -> float | None:
    """Return when a clause starts, waiting for its condition to be delivered in full; None if that never happens."""
    if clause.condition is None:
        return float(clause.start)
    other = package.clause(clause.condition.measure)
    found = active(catalogue, other) if other else None
    if other is None or found is None or other.measure == clause.measure:
        return None
    ranks = [level.id for level in found[0].levels]
    wanted = clause.condition.level
    if wanted not in ranks or ranks.index(found[1].id) < ranks.index(wanted):
        return None
    ready = other.start + _ramp(found[0], other)
    if other.end is not None and other.end <= ready:
        return None
    return max(float(clause.start), ready)


def combined(channel: Channel, parts: Sequence[FloatArray]) -> FloatArray:
    """Return one channel's level from the deviations of one clause or several, each (months,)."""
    if len(parts) == 1:
        deviation = parts[0]
    elif channel.combine == "sum":
        deviation = np.sum(np.sort(parts, axis=0), axis=0)
    elif channel.combine == "min":
        deviation = np.min(parts, axis=0)
    else:
        # A promise does not undo an act: where one clause tightens and another promises not to, the act counts.
        best, worst = np.max(parts, axis=0), np.min(parts, axis=0)
        deviation = np.where(worst < 0, worst, best)
    return np.minimum(channel.high, np.maximum(channel.low, channel.rest + deviation))


def terms(catalogue: Catalogue, pack: Pack, packages: Sequence[Package]) -> FloatArray:
    """Return 1 in months in which the deal (or, without a term, the truce as it stands) comes up for renewal.

    A truce runs out when the pack says, then as often as the channel's rest; a deal counts its own term from signing.
    Shape (packages, months).
    """
    flags = np.zeros((len(packages), len(months(pack))))
    for row, package in enumerate(packages):
        flags[row] = renewals(
            catalogue, pack, [found for clause in package.clauses for found in length(catalogue, clause)]
        )
    return flags


def length(catalogue: Catalogue, clause: Clause) -> tuple[float, ...]:
    """Return the months that a clause gives the deal, of no clause on something else."""
    found = active(catalogue, clause)
    return (found[1].channels[TERM],) if found and TERM in found[1].channels else ()


def renewals(catalogue: Catalogue, pack: Pack, lengths: Sequence[float]) -> FloatArray:
    """Return the flags of `terms` for one package whose clauses give the deal these lengths, shape (months,)."""
    channel = catalogue.channels[catalogue.channel_index[TERM]]
    clock = np.arange(len(months(pack))) - signing(pack)
    # Several clauses on the length: the one furthest from the rest, whatever their order.
    longest = max(lengths, key=lambda months: (abs(months - channel.rest), months), default=channel.rest)
    step = max(1, round(longest))
    first = step if lengths else renewal(pack, channel.rest)
    return ((clock >= first) & ((clock - first) % step == 0)).astype(np.float64)
