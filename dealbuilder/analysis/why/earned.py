"""What was found about who earned a score: plain frozen data, for every indicator at once and for one of them."""

from dataclasses import dataclass
from typing import Literal

from dealbuilder.analysis.evaluation import FloatArray
from dealbuilder.analysis.why.partition import Group

Method = Literal["exact", "sampled"]


@dataclass(frozen=True, slots=True)
class Share:
    """What one clause earned of an indicator, in its unit; `error` is the standard error of `shapley`.

    `first_in`: what it adds to the starting package alone. `leave_one_out`: what is lost if it alone is taken out.
    """

    clause: str
    shapley: float
    error: float
    first_in: float
    leave_one_out: float


@dataclass(frozen=True, slots=True)
class Pair:
    """How two clauses work on each other: plus is synergy, minus overlap; in the indicator's unit."""

    clauses: tuple[str, str]
    value: float
    error: float


@dataclass(frozen=True, slots=True)
class GroupShare:
    """What a group earned, and what each of its clauses earned within it (Owen); the latter sum to the former."""

    id: str
    clauses: tuple[str, ...]
    value: float
    error: float
    owen: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Earned:
    """Who earned one indicator; `shares` sum to `total - baseline`, in the order of the package.

    `baseline` and `total` are the indicator for the starting package and for the whole. `together` is what the clauses
    earn beyond the sum of what each alone would take away: minus where they overlap.
    """

    indicator: str
    unit: str
    baseline: float
    total: float
    shares: tuple[Share, ...]
    pairs: tuple[Pair, ...]
    groups: tuple[tuple[str, tuple[GroupShare, ...]], ...]

    @property
    def change(self) -> float:
        """Return what all clauses earned together."""
        return self.total - self.baseline

    @property
    def together(self) -> float:
        """Return the change less the sum of leave-one-out."""
        return self.change - sum(share.leave_one_out for share in self.shares)

    def by_size(self) -> tuple[Share, ...]:
        """Return shares, the largest first, whatever their sign."""
        return tuple(sorted(self.shares, key=lambda share: -abs(share.shapley)))

    def by_left(self) -> tuple[Share, ...]:
        """Return shares by what would be lost without each, the largest first, whatever their sign."""
        return tuple(sorted(self.shares, key=lambda share: -abs(share.leave_one_out)))

    def grouped(self, partition: str) -> tuple[GroupShare, ...]:
        """Return the groups of one way to group; none if it was not asked for."""
        return dict(self.groups).get(partition, ())

    def groups_by_size(self, partition: str) -> tuple[GroupShare, ...]:
        """Return the groups of one way to group, the largest first, whatever their sign."""
        return tuple(sorted(self.grouped(partition), key=lambda group: -abs(group.value)))


@dataclass(frozen=True, slots=True)
class Divided:
    """Owen values (clauses, indicators) and values of groups (groups, indicators) with their errors."""

    partition: str
    groups: tuple[Group, ...]
    owen: FloatArray
    values: FloatArray
    errors: FloatArray


@dataclass(frozen=True, slots=True)
class Credit:
    """Who earned every indicator that is a sum over draws, on the way from one package to another.

    Arrays are (clauses, indicators) and (pairs, indicators); `before` and `after` (indicators,). `draws` is on how many
    draws the coalitions were run, of `of_draws` that the score has; `orders` how many orders of arrival were drawn;
    `heard` how many of the clauses the engine hears of.
    """

    clauses: tuple[str, ...]
    indicators: tuple[str, ...]
    units: tuple[str, ...]
    before: FloatArray
    after: FloatArray
    shapley: FloatArray
    errors: FloatArray
    first_in: FloatArray
    leave_one_out: FloatArray
    pairs: tuple[tuple[int, int], ...]
    interactions: FloatArray
    interaction_errors: FloatArray
    divided: tuple[Divided, ...]
    method: Method
    draws: int
    of_draws: int
    heard: int
    orders: int = 0
    runs: int = 0

    def of(self, indicator: str) -> Earned:
        """Return who earned one indicator; raise KeyError if its credit cannot be told."""
        if indicator not in self.indicators:
            raise KeyError(indicator)
        at = self.indicators.index(indicator)
        columns = (self.shapley, self.errors, self.first_in, self.leave_one_out)
        shares = (Share(clause, *(float(column[i, at]) for column in columns)) for i, clause in enumerate(self.clauses))
        pairs = (
            Pair(
                (self.clauses[one], self.clauses[other]),
                float(self.interactions[i, at]),
                float(self.interaction_errors[i, at]),
            )
            for i, (one, other) in enumerate(self.pairs)
        )
        return Earned(
            indicator,
            self.units[at],
            float(self.before[at]),
            float(self.after[at]),
            tuple(shares),
            tuple(sorted(pairs, key=lambda pair: -abs(pair.value))),
            tuple((each.partition, self._groups(each, at)) for each in self.divided),
        )

    def _groups(self, divided: Divided, at: int) -> tuple[GroupShare, ...]:
        place = {clause: i for i, clause in enumerate(self.clauses)}
        return tuple(
            GroupShare(
                group.id,
                group.clauses,
                float(divided.values[i, at]),
                float(divided.errors[i, at]),
                tuple(float(divided.owen[place[clause], at]) for clause in group.clauses),
            )
            for i, group in enumerate(divided.groups)
        )
