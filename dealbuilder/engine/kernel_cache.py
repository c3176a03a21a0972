"""Where compiled kernels are, decided before Numba is first imported, whatever the current folder is.

A bundle for Linux brings libraries of kernels for a few classes of processors; they are read where they lie, nothing
is ever written there and no compiler comes along. A checkout, a wheel and other bundles compile once into the user's
cache. There every state of the engine's sources has a folder of its own, named by its stamp.
"""

import hashlib
import importlib.util
import os
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from dealbuilder import paths
from dealbuilder.engine.kernel_tiers import TIERS, Tier, best, features

SHIPPED = "kernels"
"""Folder below the resources of a bundle, and below the user's cache."""
LIBRARY, ARGUMENTS = "kernels.so", "arguments.txt"
"""A library of kernels, and beside it what each of them takes."""
COMPILER = "numba"
STAMP_FILE = "stamp.txt"
"""What a bundle has instead of the engine's sources."""
STAMP = 16
"""Characters of the stamp."""


@dataclass(frozen=True, slots=True)
class Place:
    """A folder of kernels; `tier` is what they were compiled for, None if for this very processor."""

    folder: Path
    tier: Tier | None = None

    @property
    def library(self) -> Path | None:
        """The library of kernels; None where Numba compiles and keeps them."""
        return self.folder / LIBRARY if self.tier is not None else None


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


def place(has: Collection[str]) -> Place:
    """Return where a processor with these features finds its kernels."""
    shelf = paths.resources() / SHIPPED
    if paths.bundle() is not None:
        tier = best(has, [tier.name for tier in TIERS if (shelf / tier.name / LIBRARY).is_file()])
        if tier is None and importlib.util.find_spec(COMPILER) is None:
            # A damaged bundle; whoever calls a kernel is told so.
            tier = TIERS[-1]
        if tier is not None:
            return Place(shelf / tier.name, tier)
    return Place(own_folder())


PLACE = place(features() if paths.bundle() is not None else ())
"""The place in use."""
FOLDER = PLACE.folder
"""Its folder."""
if PLACE.library is None:
    # Numba reads it when it is first imported.
    os.environ["NUMBA_CACHE_DIR"] = str(FOLDER)
