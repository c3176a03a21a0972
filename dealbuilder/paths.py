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


def remedy(extra: str) -> tuple[str, str]:
    """Return how the libraries of an extra are had here, in English and Chinese: in a bundle they are not."""
    if bundle() is None:
        return f"Install it with: pip install '{APP}[{extra}]'.", f"请安装：pip install '{APP}[{extra}]'。"
    return (
        f"An installed package cannot take it in; use a checkout of the program: pip install '.[{extra}]'.",
        f"安装版无法加装；请使用程序的源代码检出：pip install '.[{extra}]'。",
    )


def config_folder() -> Path:
    """Return the folder of the user's preferences; it may not exist yet."""
    return Path(platformdirs.user_config_dir(APP, appauthor=False))


def state_folder() -> Path:
    """Return the folder of recovery journals, locks and crash reports; it may not exist yet."""
    return Path(platformdirs.user_state_dir(APP, appauthor=False))


def cache_folder() -> Path:
    """Return the folder of what can be made again, the compiled kernel among it."""
    return Path(platformdirs.user_cache_dir(APP, appauthor=False))
