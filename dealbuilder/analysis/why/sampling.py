"""Credit where there are too many clauses to try every coalition: orders of arrival drawn at random.

Orders come in blocks in which every player stands at every place equally often (stratified by place), each order with
its reverse (antithetic), all on the same draws of the uncertain parameters (common random numbers).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from dealbuilder.analysis.evaluation import FloatArray
from dealbuilder.analysis.why.owen import Members

Places = npt.NDArray[np.int64]


def orders(groups: Sequence[Members], most: int, generator: np.random.Generator) -> Places:
    """Return orders of arrival, each followed by its reverse, shape (2 x most, players).

    Groups arrive one after another and their members together; with groups of one that is any order.
    """
    block = max(len(groups), *(len(group) for group in groups))
    found: list[list[int]] = []
    while len(found) < 2 * most:
        lined = [groups[i] for i in generator.permutation(len(groups))]
        ranks = [generator.permutation(group).tolist() for group in lined]
        for turn in range(block):
            first = turn % len(ranks)
            order = [player for rank in (*ranks[first:], *ranks[:first]) for player in _turned(rank, turn)]
            found += [order, order[::-1]]
    return np.array(found[: 2 * most])


def _turned(members: list[int], by: int) -> list[int]:
    first = by % len(members)
    return members[first:] + members[:first]


def prefixes(order: Sequence[int]) -> list[int]:
    """Return the masks of those who have arrived, from nobody to all, players + 1 of them."""
    masks = [0]
    for player in order:
        masks.append(masks[-1] | 1 << player)
    return masks


@dataclass(frozen=True, slots=True)
class Sample:
    """Contributions (orders, players, outputs, draws) of each player where it arrived."""

    order: Places
    added: FloatArray

    @property
    def mean(self) -> FloatArray:
        """Return the mean contribution draw by draw, (players, outputs, draws); sums to the whole in every draw."""
        return self.added.mean(axis=0)

    def pairs(self) -> FloatArray:
        """Return the mean of each order and its reverse over draws, (pairs, players, outputs)."""
        by_order = self.added.mean(axis=-1)
        return by_order.reshape(-1, 2, *by_order.shape[1:]).mean(axis=1)


def sample(order: Places, masks: dict[int, int], values: FloatArray) -> Sample:
    """Return contributions along orders; `masks` gives the row of each coalition in `values`."""
    rows = np.array([[masks[mask] for mask in prefixes(each.tolist())] for each in order])
    added = np.empty((*order.shape, *values.shape[1:]))
    for place, each in enumerate(order):
        added[place, each] = np.diff(values[rows[place]], axis=0)
    return Sample(order, added)


def apart(found: Sample) -> FloatArray:
    """Return a first guess of how pairs work on each other, (players, players, outputs), symmetric.

    It is how much more one adds where the other is there already; too rough to be told, enough to choose pairs by.
    """
    arrived = np.argsort(found.order, axis=1)
    later = (arrived[:, :, None] > arrived[:, None, :]).astype(float)
    added = found.added.mean(axis=-1)
    with_, without = (np.einsum("oij,oik->ijk", there, added) for there in (later, 1.0 - later))
    counts = later.sum(axis=0)[:, :, None]
    guess = with_ / np.maximum(counts, 1.0) - without / np.maximum(len(found.order) - counts, 1.0)
    guess[np.arange(len(guess)), np.arange(len(guess))] = 0.0
    return (guess + guess.transpose(1, 0, 2)) / 2


def surroundings(count: int, pair: tuple[int, int], most: int, generator: np.random.Generator) -> list[int]:
    """Return coalitions without a pair, each followed by its complement, 2 x most masks; all sizes equally likely."""
    others = [player for player in range(count) if player not in pair]
    everybody = sum(1 << player for player in others)
    found: list[int] = []
    for _ in range(most):
        size = int(generator.integers(len(others) + 1))
        mask = sum(1 << int(player) for player in generator.choice(others, size, replace=False)) if others else 0
        found += [mask, everybody ^ mask]
    return found
