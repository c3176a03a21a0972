"""Where the program's resources and the user's folders are: checkout, wheel or frozen bundle."""

import sys
from pathlib import Path

import platformdirs

APP = "dealbuilder"


def bundle() -> Path | None:
    """Return the folder of the frozen program; None in a checkout or an installed wheel."""
    folder = getattr(sys, "_MEIPASS", None)
    return None if folder is None else Path(folder)


def resources() -> Path:
    """Return the folder of the shipped resources."""
    frozen = bundle()
    if frozen is not None:
        return frozen / "resources"
    package = Path(__file__).resolve().parent
    packed = package / "_resources"
    return packed if packed.is_dir() else package.parent / "resources"


def config_folder() -> Path:
    """Return the folder of the user's preferences; it may not exist yet."""
    return Path(platformdirs.user_config_dir(APP, appauthor=False))


def state_folder() -> Path:
    """Return the folder of recovery journals, locks and crash reports; it may not exist yet."""
    return Path(platformdirs.user_state_dir(APP, appauthor=False))


def cache_folder() -> Path:
    """Return the folder of what can be made again, the compiled kernel among it."""
    return Path(platformdirs.user_cache_dir(APP, appauthor=False))
