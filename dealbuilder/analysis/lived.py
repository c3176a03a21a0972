"""What a package lives through, month by month and draw by draw: hazard, exposures, and what came of it."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from dealbuilder.analysis.evaluation import FloatArray, Setting
from dealbuilder.engine.inputs import Prepared, prepare
from dealbuilder.engine.run import run
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.package import Package
from dealbuilder.model.parties import Side

MOST = 400
"""Draws that are lived through month by month; of a longer run its first ones, of which bands are steady to a point."""
MOMENTS = (12, 36, 60)
"""Months after signing at which it is asked whether the deal is alive."""
PERCENT = 100.0


@dataclass(frozen=True, slots=True)
class Lived:
    """One package under D draws in months 1 to 60 after signing.

    `hazard` (months, draws), percent a month; `alive` (months, draws), 0 or 100; `exposure_us` and `exposure_china`
    (months, draws), points given less received to date; `outputs` (draws,) by output id.
    """

    hazard: FloatArray
    alive: FloatArray
    exposure_us: FloatArray
    exposure_china: FloatArray
    outputs: dict[str, FloatArray]

    def chance(self, month: int) -> FloatArray:
        """Return each draw's chance, percent, that the first life lasts beyond a month: exp(-summed hazard).

        The engine draws one life for every draw of the assumptions; the chance is what such lives are drawn from, so
        its mean has no luck of the lives in it and its range is that of the assumptions alone.
        """
        return PERCENT * np.exp(-self.hazard[:month].sum(axis=0) / PERCENT)

    def exposure(self, side: Side) -> FloatArray:
        """Return the exposure of a side (months, draws), points given less received to date."""
        return self.exposure_us if side == "us" else self.exposure_china


def came(prepared: Prepared, packages: Sequence[Package]) -> list[dict[str, FloatArray]]:
    """Return the outputs (draws,) by id of each package, without its months."""
    ran = run(prepared, packages, record=False)
    return [dict(zip(ran.output_ids, outputs, strict=True)) for outputs in ran.outputs]


def inputs(catalogue: Catalogue, setting: Setting, injects: bool = True) -> Prepared:
    """Return the inputs of a setting with at most MOST draws, with or without what befalls the deal."""
    struck = setting.injects if injects else ()
    draws = min(setting.draws, MOST)
    return prepare(catalogue, setting.pack, setting.worldview, setting.changes, draws, setting.seed, struck)


def live(prepared: Prepared, package: Package) -> Lived:
    """Return what a package lives through."""
    ran = run(prepared, (package,))
    told = ran.monthly[0, :, ran.signing + 1 :]
    ids = ("hazard", "alive", "exposure_us", "exposure_china")
    hazard, alive, us, china = (told[ran.series_ids.index(id)].copy() for id in ids)
    return Lived(hazard, alive, us, china, dict(zip(ran.output_ids, ran.outputs[0], strict=True)))
