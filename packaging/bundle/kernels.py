"""Compiles the engine's kernels for one class of processors: `python kernels.py FOLDER TIER`, in the bundle's Python."""

import importlib
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

from dealbuilder.engine import kernel_cache
from dealbuilder.engine.kernel_tiers import TIERS


def main() -> int:
    """Compile into FOLDER/STAMP/TIER; each tier needs a process of its own."""
    folder, name = Path(sys.argv[1]) / kernel_cache.stamp(), sys.argv[2]
    tier = next(tier for tier in TIERS if tier.name == name)
    kernel_cache.PLACE = kernel_cache.Place(folder / name, tier)
    kernel_cache.surround(kernel_cache.PLACE)
    # The engine reads the place while it is imported.
    seconds = importlib.import_module("dealbuilder.engine.warm").warm()
    sys.stdout.write(f"{name}: {seconds:.1f} s\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
