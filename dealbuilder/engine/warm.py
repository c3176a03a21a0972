"""Compiling the kernel beforehand, so that nobody ever waits for it."""

import sys
from time import perf_counter

import numpy as np

from dealbuilder import paths
from dealbuilder.engine.inputs import prepare
from dealbuilder.engine.kernel_cache import FOLDER
from dealbuilder.engine.ranks import pick
from dealbuilder.engine.run import run
from dealbuilder.engine.simulate import simulate
from dealbuilder.model.loading import load_catalogue
from dealbuilder.model.package import Package

KERNEL_FILE = "simulate.simulate"
"""How Numba names the kernel's files in its cache."""


def is_warm() -> bool:
    """Return whether the kernel runs without compiling: known to this process, in the cache, or not compiled at all."""
    known = getattr(simulate, "signatures", None)
    return known is None or bool(known) or any(FOLDER.rglob(f"{KERNEL_FILE}*.nbi"))


def warm() -> float:
    """Compile everything, or load it from the cache; return the seconds that took."""
    begin = perf_counter()
    catalogue = load_catalogue(paths.resources())
    pack = catalogue.packs[0].id
    pick(np.zeros((1, 1)), np.zeros(1, dtype=np.int64), 0, 1, np.zeros((1, 1)))
    prepared = prepare(catalogue, pack, catalogue.worldviews[0].id, (), 1, 0)
    run(prepared, [Package(id="warm", name="")])
    return perf_counter() - begin


if __name__ == "__main__":
    sys.stdout.write(f"The model's kernel is ready ({warm():.1f} s).\n")
