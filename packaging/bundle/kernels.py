"""Compiles the engine's kernels for each class of processors: `kernels.py FOLDER [TIER]`, by the bundle's Python."""

import importlib
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "packaging")]

from bundle import kernel_files  # noqa: E402
from dealbuilder.engine.kernel_tiers import TIERS, Tier  # noqa: E402

NAMES = ("simulate", "sought")
"""Functions that have an entry, in the order of `arguments`."""


def main() -> int:
    """Compile into FOLDER/STAMP/TIER; Numba takes one class a process, so each of them has a process of its own."""
    folder = Path(sys.argv[1]) / kernel_files.stamp()
    if len(sys.argv) == 2:
        missing = [tier.name for tier in TIERS if not (folder / tier.name / kernel_files.LIBRARY).is_file()]
        for name in missing:
            subprocess.run([sys.executable, __file__, sys.argv[1], name], check=True)
        return 0
    tier = next(tier for tier in TIERS if tier.name == sys.argv[2])
    begin = time.monotonic()
    with tempfile.TemporaryDirectory() as work:
        # Numba reads these when the engine is imported. Nothing may come out of its cache: what does cannot be linked.
        os.environ.update(NUMBA_CPU_NAME=tier.cpu, NUMBA_CPU_FEATURES=tier.features, NUMBA_CACHE_DIR=work)
        library(folder / tier.name, tier, Path(work))
    sys.stdout.write(f"{tier.name}: {time.monotonic() - begin:.0f} s\n")
    return 0


def library(folder: Path, tier: Tier, work: Path) -> None:
    """Write a library of every kernel into a folder, and beside it what each of them takes."""
    entries = importlib.import_module("bundle.entries")
    told, objects = [], []
    for name, (function, values) in zip(NAMES, arguments(), strict=True):
        code, line = entries.machine_code(name, function, values, tier.cpu, tier.features)
        objects.append(work / f"{name}.o")
        objects[-1].write_bytes(code)
        told.append(line)
    entries.link(objects, NAMES, work / kernel_files.LIBRARY)
    made = (work / kernel_files.LIBRARY).read_bytes()
    folder.mkdir(parents=True, exist_ok=True)
    (folder / kernel_files.ARGUMENTS).write_text("\n".join([entries.digest(made), *told, ""]), encoding="ascii")
    # Last, for it tells that the folder is whole.
    (folder / kernel_files.LIBRARY).write_bytes(made)


def arguments() -> list[tuple[Any, tuple[Any, ...]]]:
    """Return each kernel's function and the arguments of one call of it, caught on their way."""
    caught: dict[str, tuple[Any, ...]] = {}

    def catch(name: str) -> Any:
        return lambda *values: caught.setdefault(name, values)

    running, ranks, warm = (importlib.import_module(f"dealbuilder.engine.{name}") for name in ("run", "ranks", "warm"))
    functions = running.simulate, ranks.sought
    running.simulate, ranks.sought = map(catch, NAMES)
    try:
        warm.warm()
    finally:
        running.simulate, ranks.sought = functions
    return [(function, caught[name]) for function, name in zip(functions, NAMES, strict=True)]


if __name__ == "__main__":
    sys.exit(main())
