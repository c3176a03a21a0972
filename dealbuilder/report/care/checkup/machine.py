"""Check-up of what needs no screen: program, libraries, kernel, folders, clock, locks, what is left over."""

import importlib.util
import platform
import shutil
import sys
from dataclasses import replace
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from dealbuilder import __version__, paths
from dealbuilder.document import recovery
from dealbuilder.document.lock import Holder, Lock, take
from dealbuilder.engine import kernel_cache
from dealbuilder.engine.warm import is_warm
from dealbuilder.model.text import Language
from dealbuilder.report.care import shelf
from dealbuilder.report.care.checkup.lines import line, plain
from dealbuilder.report.phrases import say
from dealbuilder.report.rehearsal.finding import Finding
from dealbuilder.report.rehearsal.machine import LITTLE, MEGABYTE, TOO_LITTLE, writable

LIBRARIES = {
    "PySide6-Essentials": "PySide6",
    "pyqtgraph": "pyqtgraph",
    "numba": "numba",
    "numpy": "numpy",
    "emcee": "emcee",
    "moocore": "moocore",
    "SALib": "SALib",
    "pydantic": "pydantic",
    "sqlite-utils": "sqlite_utils",
    "typst": "typst",
    "typer": "typer",
    "platformdirs": "platformdirs",
    "pikepdf": "pikepdf",
    "cryptography": "cryptography",
    "xlsxwriter": "xlsxwriter",
    "fontpkg-inter": "fontpkg_inter",
    "pylopdf-fonts-zh-cn": "pylopdf_fonts_zh_cn",
}
"""What the program stands on, as installers call it, and the module of each."""
VARIABLES = {"preferences": "XDG_CONFIG_HOME", "state": "XDG_STATE_HOME", "cache": "XDG_CACHE_HOME"}


def program(language: Language) -> Finding:
    """Return version and kind of installation."""
    kind = say("doctor.frozen" if shelf.frozen() else "doctor.loose", language)
    return plain("program", language, f"dealbuilder {__version__}, {kind}")


def system(language: Language) -> Finding:
    """Return what it runs on."""
    return plain("system", language, f"Python {platform.python_version()}, {platform.platform()}, {platform.machine()}")


def libraries(language: Language) -> Finding:
    """Return the version of every library, or which are missing."""
    told, missing = [], []
    for name, module in LIBRARIES.items():
        try:
            told.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            # A frozen bundle may carry a library without its papers.
            if importlib.util.find_spec(module) is None:
                missing.append(name)
            else:
                told.append(say("doctor.unknown_version", language, name=name))
    if missing:
        return line("libraries", "fails", language, "missing", "install", names=", ".join(missing))
    return plain("libraries", language, ", ".join(told))


def kernel(language: Language) -> Finding:
    """Return whether the model need not be compiled, and for which class of processors it was."""
    if not is_warm():
        return line("kernel", "attention", language, "cold", "warm")
    place = kernel_cache.PLACE
    tier = say("doctor.tier", language, name=place.tier.name) if place.tier is not None else ""
    return line("kernel", "ok", language, "ready", tier=tier, folder=place.folder)


def folder(id: str, place: Path, language: Language) -> Finding:
    """Return whether a folder can be written and how much room is there, megabytes."""
    if not writable(place):
        return line(id, "fails", language, "no_folder", "folder", folder=place, variable=VARIABLES[id])
    nearest = place
    while not nearest.exists() and nearest.parent != nearest:
        nearest = nearest.parent
    free = shutil.disk_usage(nearest).free
    state = "ok" if free >= LITTLE else "attention" if free >= TOO_LITTLE else "fails"
    return line(
        id, state, language, "folder", "" if state == "ok" else "space", folder=place, free=f"{free // MEGABYTE:,}"
    )


def clock(language: Language) -> Finding:
    """Return the time, and whether it can be: no clock is right that is before the program was made."""
    now, made = datetime.now(UTC), datetime.fromtimestamp(paths.resources().stat().st_mtime, UTC)
    told = now.astimezone().isoformat(timespec="seconds")
    right = plain("clock", language, told)
    return right if now >= made else replace(right, state="attention", remedy=say("doctor.do_clock", language))


def locks(language: Language) -> Finding:
    """Return whether a second window would be told that a deal is open, by locking something twice."""
    place = paths.state_folder() / f"doctor-{shelf.now()}"
    first = take(place)
    second = take(place) if isinstance(first, Lock) else None
    for one in (second, first):
        if isinstance(one, Lock):
            one.release()
    if isinstance(first, Lock) and isinstance(second, Holder):
        return line("locks", "ok", language, "locks")
    return line("locks", "attention", language, "no_locks", "locks")


def left_over(language: Language) -> Finding:
    """Return how many deals wait to be recovered."""
    count = len(recovery.recoverable())
    if count:
        return line("recovery", "attention", language, "recovery", "recovery", count=count)
    return line("recovery", "ok", language, "no_recovery")


def crashes(language: Language) -> Finding:
    """Return how many reports of faults there are, and the newest."""
    found = shelf.reports()
    if found:
        return line("crashes", "attention", language, "crashes", "crashes", count=len(found), path=found[0])
    return line("crashes", "ok", language, "no_crashes")


def command() -> list[str]:
    """Return how this program is started anew, as a bundle or from Python."""
    return [sys.executable] if shelf.frozen() else [sys.executable, "-m", "dealbuilder"]
