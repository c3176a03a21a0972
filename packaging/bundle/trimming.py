"""What is taken off the bundle once PyInstaller made it: libraries of the system, names that only debuggers read."""

import hashlib
import os
import subprocess
from pathlib import Path

from bundle import linking

STRIPPED = (
    *("_internal/libpython*.so*", "_internal/python3*/lib-dynload/*.so"),
    *("_internal/typst/_typst*.so", "_internal/cryptography/hazmat/bindings/_rust*.so"),
)
"""Files whose symbols may go. Never all: `strip` tears apart libraries whose paths were mended after they were linked,
such as those of NumPy and SciPy."""


def trim(bundle: Path) -> list[str]:
    """Trim the frozen program in `bundle`; return the names of the libraries that went."""
    removed = linking.remove_system(bundle / "_internal")
    for pattern in STRIPPED:
        for path in sorted(bundle.glob(pattern)):
            if not path.is_symlink():
                subprocess.run(["strip", "--strip-unneeded", path], check=True)
    share(bundle)
    return removed


def share(bundle: Path) -> int:
    """Make one file of libraries that lie in the bundle twice, byte by byte the same; return how many went."""
    first, gone = dict[tuple[str, str], Path](), 0
    for path in sorted(one for one in bundle.rglob("*.so*") if linking.is_library(one)):
        key = (path.name, hashlib.sha256(path.read_bytes()).hexdigest())
        if key in first:
            path.unlink()
            path.symlink_to(os.path.relpath(first[key], path.parent))
            gone += 1
        first.setdefault(key, path)
    return gone


def size(folder: Path) -> int:
    """Return the bytes of all files below a folder; a link counts nothing."""
    return sum(path.lstat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
