"""Where compiled kernels are kept: one folder whatever the current folder is, set before Numba is first imported.

A frozen bundle brings kernels compiled beforehand for a few classes of processors; they are read where they lie and
nothing is ever written there. A processor that none of them suits, a checkout and a wheel compile once into the user's
cache. There every state of the engine's sources has a folder of its own, named by its stamp.
"""

import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from llvmlite import binding

from dealbuilder import paths
from dealbuilder.engine.kernel_tiers import TIERS, Tier, best

SHIPPED = "kernels"
"""Folder below the resources of a bundle, and below the user's cache."""
STAMP_FILE = "stamp.txt"
"""What a bundle has instead of the engine's sources."""
STAMP = 16
"""Characters of the stamp."""


@dataclass(frozen=True, slots=True)
class Place:
    """A folder of kernels; `tier` is what they were compiled for, None for this very processor."""

    folder: Path
    tier: Tier | None = None
    writable: bool = True


def stamp() -> str:
    """Return a mark of the engine's sources: a kernel holds code of many files, of which Numba watches only one."""
    if paths.bundle() is not None:
        return (paths.resources() / SHIPPED / STAMP_FILE).read_text(encoding="ascii").strip()
    digest = hashlib.sha256()
    for path in sorted(Path(__file__).resolve().parent.glob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:STAMP]


def own_folder() -> Path:
    """Return the folder below the user's cache, or below that of NUMBA_CACHE_DIR."""
    wanted, mark = os.environ.get("NUMBA_CACHE_DIR"), stamp()
    folder = Path(wanted) if wanted else paths.cache_folder() / SHIPPED
    # A process that one of ours started inherits the folder with the stamp on it and must find the same kernels.
    return folder if folder.name == mark else folder / mark


def place(features: Mapping[str, bool]) -> Place:
    """Return where a processor with these features finds its kernels."""
    shelf = paths.resources() / SHIPPED
    if paths.bundle() is not None:
        tier = best(features, [tier.name for tier in TIERS if (shelf / tier.name).is_dir()])
        if tier is not None:
            return Place(shelf / tier.name, tier, writable=False)
    return Place(own_folder())


def surround(chosen: Place) -> None:
    """Set what Numba reads from the environment when it is first imported."""
    if chosen.tier is not None:
        os.environ["NUMBA_CPU_NAME"] = chosen.tier.cpu
        os.environ["NUMBA_CPU_FEATURES"] = chosen.tier.features
    else:
        os.environ["NUMBA_CACHE_DIR"] = str(chosen.folder)


PLACE = place(binding.get_host_cpu_features() if paths.bundle() is not None else {})
"""The place in use."""
FOLDER = PLACE.folder
"""Its folder."""
surround(PLACE)
