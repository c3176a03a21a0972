"""Cooperative games given by the value of every coalition: exact Shapley values and pairwise interactions.

A coalition is a bit mask over n players; a table has the shape (2^n, …) and `table[mask]` is that coalition's value.
"""

from math import factorial

import numpy as np

from dealbuilder.analysis.evaluation import FloatArray


def players(table: FloatArray) -> int:
    """Return the number of players; raise ValueError if the table has no value for every coalition."""
    count = len(table).bit_length() - 1
    if len(table) != 1 << count:
        raise ValueError(f"{len(table)} values are not one for each coalition")
    return count


def shapley(table: FloatArray) -> FloatArray:
    """Return each player's Shapley value, shape (n, …); they sum to table[-1] - table[0]."""
    count = players(table)
    if not count:
        return np.zeros((0, *table.shape[1:]))
    weights = _weights(count, 1)
    return np.array([np.tensordot(weights, _differences(table, (one,)), axes=1) for one in range(count)])


def interactions(table: FloatArray) -> FloatArray:
    """Return the Shapley interaction index of each pair (Grabisch and Roubens 1999), shape (n, n, …), diagonal nought.

    Plus: the two are worth more together than apart (synergy); minus: they overlap.
    """
    count = players(table)
    found = np.zeros((count, count, *table.shape[1:]))
    if count > 1:
        weights = _weights(count, 2)
        for one in range(count):
            for other in range(one):
                found[one, other] = found[other, one] = np.tensordot(weights, _differences(table, (one, other)), axes=1)
    return found


def _weights(count: int, taken: int) -> FloatArray:
    """Return the weight of each coalition of the `count - taken` players that are left, (2^(count - taken),)."""
    left = count - taken
    sizes = np.array([mask.bit_count() for mask in range(1 << left)])
    by_size = [factorial(size) * factorial(left - size) / factorial(left + 1) for size in range(left + 1)]
    return np.array(by_size)[sizes]


def _differences(table: FloatArray, taken: tuple[int, ...]) -> FloatArray:
    """Return what the taken players add together, beyond what fewer of them add, to each coalition of the others."""
    count = players(table)
    cube = table.reshape(*(2,) * count, *table.shape[1:])
    # The first axis of the cube is the highest bit.
    for player in taken:
        cube = np.diff(cube, axis=count - 1 - player)
    return cube.reshape(1 << (count - len(taken)), *table.shape[1:])


def pairs(table: FloatArray) -> FloatArray:
    """Return the interaction of the pairs (0, 1), (0, 2), (1, 2), …, shape (pairs, …), by one product of matrices.

    It is quick for many draws at once, and rounds more than `interactions`.
    """
    count = players(table)
    chosen = [(one, other) for other in range(count) for one in range(other)]
    if not chosen:
        return np.zeros((0, *table.shape[1:]))
    masks = np.arange(len(table))
    sizes = np.array([mask.bit_count() for mask in range(len(table))])
    by_size = np.array(
        [factorial(size) * factorial(count - 2 - size) / factorial(count - 1) for size in range(count - 1)]
    )
    weights = np.empty((len(chosen), len(table)))
    for row, (one, other) in enumerate(chosen):
        there = (masks >> one & 1) + (masks >> other & 1)
        weights[row] = np.where(there == 1, -1.0, 1.0) * by_size[sizes - there]
    return (weights @ table.reshape(len(table), -1)).reshape(len(chosen), *table.shape[1:])
