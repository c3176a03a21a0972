"""Compiles the engine's kernels for each class of processors: `kernels.py FOLDER [TIER]`, by the bundle's Python."""

import importlib
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

from dealbuilder.engine import kernel_cache
from dealbuilder.engine.kernel_tiers import TIERS


def main() -> int:
    """Compile into FOLDER/STAMP/TIER; Numba takes one class a process, so each of them has a process of its own."""
    folder = Path(sys.argv[1]) / kernel_cache.stamp()
    if len(sys.argv) == 2:
        missing = [tier.name for tier in TIERS if not list((folder / tier.name).glob("simulate*.nbc"))]
        for name in missing:
            subprocess.run([sys.executable, __file__, sys.argv[1], name], check=True)
        return 0
    tier = next(tier for tier in TIERS if tier.name == sys.argv[2])
    kernel_cache.PLACE = kernel_cache.Place(folder / tier.name, tier)
    kernel_cache.surround(kernel_cache.PLACE)
    # The engine reads the place while it is imported.
    seconds = importlib.import_module("dealbuilder.engine.warm").warm()
    sys.stdout.write(f"{tier.name}: {seconds:.1f} s\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
