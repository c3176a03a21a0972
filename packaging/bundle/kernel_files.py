"""The compiled kernels as files of the bundle, and the stamp that says of which engine they are."""

import hashlib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
FOLDER = "resources/kernels"
"""Where the bundle has them; `dealbuilder.engine.kernel_cache` looks there."""
LIBRARY, ARGUMENTS = "kernels.so", "arguments.txt"
STAMP_FILE = "stamp.txt"
STAMP = 16


def stamp(root: Path = ROOT) -> str:
    """Return the mark of the engine's sources, as `kernel_cache.stamp` does in a checkout."""
    digest = hashlib.sha256()
    for path in sorted((root / "dealbuilder" / "engine").glob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:STAMP]


def found(compiled: Path, work: Path, root: Path = ROOT) -> list[tuple[Path, str]]:
    """Return the kernels of this very engine below `compiled`, and the stamp, written into `work`."""
    mark = stamp(root)
    work.mkdir(parents=True, exist_ok=True)
    told = work / STAMP_FILE
    told.write_text(f"{mark}\n", encoding="ascii")
    files = sorted(path for path in (compiled / mark).rglob("*") if path.name in {LIBRARY, ARGUMENTS})
    return [(told, FOLDER), *((path, f"{FOLDER}/{path.parent.name}") for path in files)]
