"""Where reports of faults lie: below the state folder, the newest few of them."""

import contextlib
import os
import platform
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from dealbuilder import __version__, paths

KEPT = 10
"""Reports that stay; older ones are removed when another is written."""
LIBRARIES = ("PySide6-Essentials", "numpy", "numba", "typst", "sqlite-utils")


def folder() -> Path:
    """Return the folder of the reports; it may not exist yet."""
    return paths.state_folder() / "crashes"


def about() -> tuple[str, ...]:
    """Return lines on the program and the system it runs on."""
    kind = "bundle" if frozen() else "checkout or wheel"
    return (
        f"dealbuilder {__version__} ({kind})",
        f"Python {platform.python_version()}, {platform.platform()}, {platform.machine()}",
        ", ".join(f"{name} {_version(name)}" for name in LIBRARIES),
    )


def frozen() -> bool:
    """Say whether this is the frozen program."""
    return paths.bundle() is not None


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "?"


def now() -> str:
    """Return this moment in ISO, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def keep(text: str, kind: str) -> Path | None:
    """Write a report and return where, or None where none can be written; older ones go."""
    place = folder()
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
    path = place / f"{kind}-{stamp}-{os.getpid()}.txt"
    try:
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", errors="replace")
    except OSError:
        # Half a report would be counted as one.
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)
        return None
    prune()
    return path


def add(path: Path, text: str) -> None:
    """Write more into a report; one that takes no more stays as it is."""
    with contextlib.suppress(OSError), path.open("a", encoding="utf-8", errors="replace") as file:
        file.write(text)


def reports() -> tuple[Path, ...]:
    """Return the reports there are, newest first."""
    with contextlib.suppress(OSError):
        found = [(path.stat().st_mtime, path) for path in folder().glob("*-*.txt") if not path.name.startswith("run-")]
        return tuple(path for _, path in sorted(found, reverse=True))
    return ()


def prune() -> None:
    """Remove all but the newest reports."""
    for path in reports()[KEPT:]:
        with contextlib.suppress(OSError):
            path.unlink()
