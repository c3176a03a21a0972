"""Where compiled kernels are kept: one folder whatever the current folder is, set before Numba is first imported."""

import hashlib
import os
from pathlib import Path

from dealbuilder import paths

SHIPPED = "kernels"
"""Folder below the resources in which a bundle brings kernels compiled beforehand."""
STAMP = 16
"""Characters of the stamp."""


def stamp() -> str:
    """Return a mark of the engine's sources: a kernel holds code of many files, of which Numba watches only one."""
    digest = hashlib.sha256()
    for path in sorted(Path(__file__).resolve().parent.glob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:STAMP]


def cache_folder() -> Path:
    """Return the folder of compiled kernels: that of a bundle if it brings one, else the user's cache."""
    shipped = paths.resources() / SHIPPED
    if shipped.is_dir():
        return shipped
    wanted, mark = os.environ.get("NUMBA_CACHE_DIR"), stamp()
    folder = Path(wanted) if wanted else paths.cache_folder() / SHIPPED
    # A process that one of ours started inherits the folder with the stamp on it and must find the same kernels.
    return folder if folder.name == mark else folder / mark


FOLDER = cache_folder()
"""The folder in use."""
os.environ["NUMBA_CACHE_DIR"] = str(FOLDER)
