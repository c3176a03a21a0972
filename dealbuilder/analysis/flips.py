"""At which value of an assumption a verdict flips: SciPy's bracketing root finder on means over common draws."""

from collections.abc import Sequence

import numpy as np
from scipy.optimize import elementwise

from dealbuilder.analysis.evaluation import FloatArray
from dealbuilder.analysis.hanging import Flip
from dealbuilder.analysis.quantity import Line, Quantity, measured
from dealbuilder.analysis.runs import Tick
from dealbuilder.analysis.swings import Swings, run_sets

INNER = (0.25, 0.5, 0.75)
"""Where inside its range an assumption is looked at when both ends give one verdict."""
CLOSE = 2e-3
"""How narrowly a flip is bracketed, as a share of the range."""
MOST_STEPS = 24


def flips(
    swings: Swings,
    wanted: Quantity,
    line: Line,
    offset: tuple[float, float],
    places: Sequence[int],
    tick: Tick | None = None,
) -> dict[int, Flip]:
    """Return what becomes of the verdict under each assumption of `places`.

    `offset` is added to level and gain: what all draws say beyond the common ones. Where the ends disagree, a flip lies
    between them and is found; where they agree, three values between are looked at, and if one differs, the flip
    nearest to it on the lower side is found. An assumption with several flips is told with one of them.
    """
    known, chosen = swings.uncertain, np.array(sorted(set(places)), dtype=int)
    if not len(chosen):
        return {}
    low = np.array([known.figures[place].low for place in chosen])
    high = np.array([known.figures[place].high for place in chosen])
    rows = np.array(known.rows)[chosen]

    def margins(share: FloatArray, place: FloatArray) -> FloatArray:
        """Return the margin with the assumptions at a share of their ranges, both (sets,)."""
        at = place.astype(int)
        values = low[at] + share * (high[at] - low[at])
        ours, theirs = run_sets(swings.prepared, (swings.package, swings.baseline), rows[at], values)
        level, gain = (one.reshape(-1, swings.draws).mean(axis=1) for one in measured(wanted, ours, theirs))
        if tick is not None:
            tick(0.5)
        return line.margin(level + offset[0], gain + offset[1])

    seen = swings.by_id[wanted.id]
    ends = line.margin(seen.level[chosen] + offset[0], seen.gain[chosen] + offset[1])
    left, right = np.zeros(len(chosen)), np.ones(len(chosen))
    apart = line.met(ends[:, 0]) != line.met(ends[:, 1])
    alike = np.flatnonzero(~apart & (seen.moved[chosen] > 0.0))
    if len(alike):
        between = margins(np.tile(INNER, len(alike)), np.repeat(alike, len(INNER)).astype(float))
        differs = line.met(between.reshape(len(alike), -1)) != line.met(ends[alike, 0])[:, None]
        for place, other in zip(alike, differs, strict=True):
            if other.any():
                first = int(np.argmax(other))
                left[place], right[place], apart[place] = (0.0, *INNER)[first], INNER[first], True
    found = {int(place): Flip("holds") for place in chosen}
    open = np.flatnonzero(apart)
    if len(open):
        root = elementwise.find_root(
            lambda share, place: _parted(line, margins(share, place)),
            (left[open], right[open]),
            args=(open.astype(float),),
            tolerances={"xatol": CLOSE, "xrtol": 0.0},
            maxiter=MOST_STEPS,
        )
        for place, share in zip(open, np.asarray(root.x), strict=True):
            found[int(chosen[place])] = Flip("flips", float(low[place] + share * (high[place] - low[place])))
    return found


def _parted(line: Line, margin: FloatArray) -> FloatArray:
    """Return margins in which no nought stands: one counts to the side that the verdict gives it."""
    tiny = np.finfo(float).tiny
    return np.where(margin == 0.0, np.where(line.met(margin), tiny, -tiny), margin)
