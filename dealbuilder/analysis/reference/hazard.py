"""The hazard of a deal taken apart: each term is switched off in turn, and what is missing is the term.

The hazard is (hazard of the truce + expiries) x exp(z), and z is a sum of terms, each of them carried by parameters of
its own. So the difference of the log hazard with and without a term's parameters is the term itself, exactly, month by
month and draw by draw. The cap on z is lifted in all runs, so that terms of a capped hazard still show.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from dealbuilder.engine.inputs import prepare
from dealbuilder.engine.run import run
from dealbuilder.model.assumptions import Change
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.package import Package

FloatArray = npt.NDArray[np.float64]

TERMS: dict[str, tuple[str, ...]] = {
    "stakes": ("calm_stakes",),
    "terms": ("calm_verification", "calm_snapback", "calm_tranches", "calm_linkage", "calm_dispute"),
    "goodwill": ("calm_tariffs", "calm_fentanyl", "calm_green"),
    "restraint": ("calm_standstill", "calm_status"),
    "hostile": ("fear_stop", "fear_suspension", "fear_closure"),
    "shortfall": ("fear_shortfall",),
    "red_lines": ("fear_red",),
    "lesson": ("lesson",),
}
"""Terms of the log hazard and the parameters that carry them."""

EXPIRY = "expiry_hazard"
UNCAPPED = Change(parameter="hazard_reach", value=50.0)
"""A cap on the log hazard that never binds."""
YEAR = 12


@dataclass(frozen=True, slots=True)
class Split:
    """Why one deal is frail or firm, first twelve months after signing.

    `hazard` percent a month, mean over months and draws, expiries and cap in; `terms` what each adds to the log hazard,
    positive = worse, mean over months and draws; `expiry` the share of the hazard that expiries make up, percent.
    """

    hazard: float
    terms: dict[str, float]
    expiry: float


def splits(
    catalogue: Catalogue, pack: str, packages: Sequence[Package], worldview: str, draws: int, seed: int
) -> tuple[Split, ...]:
    """Return the split of each package's hazard under one worldview."""

    def hazards(*changes: Change) -> FloatArray:
        """Return hazards (packages, months, draws), percent a month."""
        prepared = prepare(catalogue, pack, worldview, changes, draws, seed)
        ran = run(prepared, packages)
        place = ran.series_ids.index("hazard")
        return ran.monthly[:, place, ran.signing + 1 : ran.signing + 1 + YEAR]

    whole, free = hazards(), hazards(UNCAPPED)
    steady = hazards(UNCAPPED, Change(parameter=EXPIRY, value=0.0))
    logs = {
        term: np.log(free) - np.log(hazards(UNCAPPED, *(Change(parameter=id, value=0.0) for id in ids)))
        for term, ids in TERMS.items()
    }
    return tuple(
        Split(
            float(whole[place].mean()),
            {term: float(values[place].mean()) for term, values in logs.items()},
            100.0 * float(1.0 - steady[place].sum() / free[place].sum()),
        )
        for place in range(len(packages))
    )
