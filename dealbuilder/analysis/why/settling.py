"""From a few draws to all: credits that were worked out on the first draws are brought to those of the whole score.

What a clause adds first and what it adds last are cheap, so they are known on many draws; half their sum is close to
its credit draw by draw, and only the rest is left to the few draws (a control variate). What then still parts the sum
of the credits from the change of the shown score is shared out by regression, so that they sum to it exactly.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from dealbuilder.analysis import bands
from dealbuilder.analysis.evaluation import FloatArray

Players = npt.NDArray[np.bool_]

REGRESSED = 30
"""Draws from which a covariance can be trusted; with fewer, the remainder goes by each clause's own variance."""
WHOLE = 0.5
"""Least part of a sum that must not cancel out: shares of what is left of it would be many times the whole."""


@dataclass(frozen=True, slots=True)
class Settled:
    """Credits and their standard errors over draws, each (players, indicators); errors are NaN with a single draw."""

    credits: FloatArray
    errors: FloatArray


def settled(few: FloatArray, near: FloatArray, change: FloatArray) -> Settled:
    """Return credits that sum to `change` (indicators,).

    `few` (players, indicators, D): credits of the first D draws. `near` (players, indicators, E): what is close to
    them, on the first E >= D draws.
    """
    count = few.shape[-1]
    rest = few if near.shape[-1] == count else few - near[..., :count]
    credits, variance = bands.means(rest), bands.standard_errors(rest) ** 2
    if rest is not few:
        credits += bands.means(near)
        variance += bands.standard_errors(near) ** 2
    missing = change - credits.sum(axis=0)
    credits += missing * _shares(rest, np.abs(credits), _acts(few, near))
    # A minus before nought says nothing.
    return Settled(credits + 0.0, np.sqrt(variance))


def _acts(few: FloatArray, near: FloatArray) -> Players:
    """Return who moves any indicator in any draw; all, if nobody does."""
    moved = (few != 0).any(axis=(1, 2)) | (near != 0).any(axis=(1, 2))
    return moved if moved.any() else np.ones(len(few), dtype=bool)


def _shares(rest: FloatArray, size: FloatArray, acts: Players) -> FloatArray:
    """Return who carries how much of a remainder, (players, indicators); they sum to 1.

    Who moves nothing carries nothing. Where nothing tells players apart, those who move another indicator share evenly.
    """
    shares = np.zeros_like(size)
    if not len(size):
        return shares
    open_ = np.ones(size.shape[1], dtype=bool)
    centred = rest - rest.mean(axis=-1, keepdims=True)
    parts = [(centred**2).sum(axis=-1), size, acts[:, None] * np.ones_like(size)]
    if rest.shape[-1] >= REGRESSED:
        parts.insert(0, (centred * centred.sum(axis=0)).sum(axis=-1))
    for part in parts:
        whole = part.sum(axis=0)
        fit = open_ & (whole > WHOLE * np.abs(part).sum(axis=0))
        np.divide(part, whole, out=shares, where=fit[None, :])
        open_ &= ~fit
    return shares
