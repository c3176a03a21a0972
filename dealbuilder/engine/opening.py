"""The months before signing, which every package shares: run once for a set of inputs, taken up by all that follow.

A pack of late 2026 has nineteen of them, that of July 2025 three, which are not worth keeping.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from dealbuilder.engine.names import CLASSES, GOODS, D, M, T
from dealbuilder.engine.promises import Promises
from dealbuilder.engine.room import SEGMENTS

FloatArray = npt.NDArray[np.float64]

PAYS = 6
"""Fewest months before signing that are worth it: taking states up costs as much as running some three of them."""
MOST = 1_024
"""Draws up to which states at signing are kept: about 5 kB a draw, and nearly as much again for the months shown."""
SINGLES = 3 + 3 + 6
"""Rows of states that no table decides: customs by destination, creeping controls and recycling, missed exports."""


@dataclass(frozen=True, slots=True)
class Opening:
    """What stands at the beginning of the month of signing: `states` (rows, draws), `monthly` (series, months, draws).

    `monthly` of no series if months are not recorded.
    """

    states: FloatArray
    monthly: FloatArray


def rows(cells: int, projects: int, licences: int) -> int:
    """Return how many rows all states of a run take."""
    fixed = GOODS * CLASSES + int(D.count) + int(M.count) + int(T.count) + 3 * SEGMENTS + SINGLES
    return fixed + 3 * cells + 2 * projects + 3 * licences


def silent_until(signed: Promises) -> int:
    """Return the months from the first in which no package has promised anything and no term of one runs out."""
    spoken = np.concatenate([signed.paths[:, np.unique(signed.path_of)], signed.expiries.T], axis=1).any(axis=1)
    return int(np.argmax(spoken)) if np.any(spoken) else len(signed.paths)
