"""Where compiled kernels are kept: one folder whatever the current folder is, set before Numba is first imported."""

import os
from pathlib import Path

from dealbuilder import paths

SHIPPED = "kernels"
"""Folder below the resources in which a bundle brings kernels compiled beforehand."""


def cache_folder() -> Path:
    """Return the folder of compiled kernels: that of a bundle if it brings one, else the user's cache."""
    shipped = paths.resources() / SHIPPED
    return shipped if shipped.is_dir() else paths.cache_folder() / SHIPPED


FOLDER = Path(os.environ.setdefault("NUMBA_CACHE_DIR", str(cache_folder())))
"""The folder in use; the environment's own NUMBA_CACHE_DIR wins."""
