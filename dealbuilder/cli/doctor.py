"""doctor: what the program stands on, and whether it works here."""

import importlib.metadata
import importlib.util
import os
import platform
import sys
from collections.abc import Callable
from pathlib import Path

import typer

from dealbuilder import __version__, paths
from dealbuilder.analysis.evaluate import Evaluator
from dealbuilder.cli import deals, printing
from dealbuilder.errors import DealError
from dealbuilder.report.fonts import font_files
from dealbuilder.report.rehearsal.machine import baseline, kept, writable

LIBRARIES = ("PySide6-Essentials", "pyqtgraph", "numpy", "numba", "sqlite-utils", "typst", "pikepdf")
DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def doctor() -> None:
    """Show versions, fonts, screens and folders, and test the program on itself."""
    rows: list[tuple[str, bool, str]] = [
        ("program", True, f"dealbuilder {__version__}"),
        ("system", True, f"Python {platform.python_version()}, {platform.platform()}"),
        *(_library(name) for name in LIBRARIES),
        ("screen", True, _screen()),
        *(_folder(name, path) for name, path in _folders()),
    ]
    tests: tuple[tuple[str, Callable[[], str]], ...] = (
        ("fonts", _fonts),
        ("catalogue", _catalogue),
        ("deal file", _deal_file),
        ("model", _model),
    )
    for name, test in tests:
        try:
            rows.append((name, True, test()))
        except DealError as error:
            rows.append((name, False, str(error)))
    table = printing.plain_table("what", "state", "detail")
    for name, sound, detail in rows:
        table.add_row(name, "ok" if sound else "FAULT", detail)
    printing.show(table)
    if not all(sound for _, sound, _ in rows):
        raise typer.Exit(1)


def _library(name: str) -> tuple[str, bool, str]:
    try:
        return name, True, importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        # A frozen bundle may carry a library without its papers.
        found = importlib.util.find_spec(name.split("-")[0].replace("sqlite", "sqlite_utils")) is not None
        return name, found, "there, version unknown" if found else "missing; run sh packaging/run.sh again"


def _screen() -> str:
    known = [f"{name}={os.environ[name]}" for name in DISPLAYS if os.environ.get(name)]
    if known or sys.platform in ("win32", "darwin"):
        return ", ".join(known) or "the system's own"
    return "none; commands work, the workbench needs one"


def _folders() -> tuple[tuple[str, Path], ...]:
    return (
        ("preferences", paths.config_folder()),
        ("recovery", paths.state_folder()),
        ("compiled kernel", paths.cache_folder()),
    )


def _folder(name: str, path: Path) -> tuple[str, bool, str]:
    sound = writable(path)
    return name, sound, str(path) if sound else f"{path} cannot be written"


def _fonts() -> str:
    return ", ".join(sorted(font.name for font in font_files()))


def _catalogue() -> str:
    known = deals.catalogue()
    return f"{known.version}, {len(known.measures)} measures, {len(known.parameters)} parameters, {known.digest[:12]}"


def _deal_file() -> str:
    return f"written and read back, {kept()} bytes"


def _model() -> str:
    supply, cost = baseline(Evaluator(deals.catalogue()))
    return f"the empty package is the baseline: {supply:.1f} %, {cost:.1f} points"
