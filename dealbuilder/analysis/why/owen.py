"""Owen values: credit within groups that act together, as an alliance or a chapter of a deal does (Owen 1977)."""

from collections.abc import Sequence
from math import factorial

import numpy as np

from dealbuilder.analysis.evaluation import FloatArray
from dealbuilder.analysis.games import players, shapley

Members = tuple[int, ...]
"""The players of one group, by number."""


def owen(table: FloatArray, groups: Sequence[Members]) -> FloatArray:
    """Return each player's Owen value, shape (n, …), from a full table of coalitions; raise ValueError on bad groups.

    Groups stand in for their members against other groups, so a group's values sum to its own Shapley value.
    """
    if sorted(player for group in groups for player in group) != list(range(players(table))):
        raise ValueError("every player belongs to exactly one group")
    found = np.zeros((players(table), *table.shape[1:]))
    for group in groups:
        others = [sum(1 << player for player in other) for other in groups if other is not group]
        found[list(group)] = shapley(_among(table, group, others))
    return found


def _among(table: FloatArray, group: Members, others: Sequence[int]) -> FloatArray:
    """Return the table of a group's own coalitions, averaged over which other groups are there already."""
    left = len(others)
    own = _sums([1 << player for player in group])
    averaged = np.zeros((len(own), *table.shape[1:]))
    for chosen, mask in enumerate(_sums(others)):
        size = chosen.bit_count()
        averaged += factorial(size) * factorial(left - size) / factorial(left + 1) * table[own | mask]
    return averaged


def _sums(masks: Sequence[int]) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """Return the union of every choice of disjoint masks, in the order of the choice's own mask."""
    found = np.zeros(1, dtype=np.int64)
    for mask in masks:
        found = np.concatenate([found, found | mask])
    return found
