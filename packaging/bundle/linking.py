"""Which libraries the bundle's files ask for, and which of those come from the bundle and which from the system."""

import re
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

NEEDED = re.compile(r"^\s+NEEDED\s+(\S+)$", re.MULTILINE)

SYSTEM = {
    # The loader finds these by the Debian package; names by Provides, so that one list serves Debian 12 and 13.
    **dict.fromkeys(("libc.so.6", "libm.so.6", "libdl.so.2", "libpthread.so.0", "librt.so.1", "libutil.so.1"), "libc6"),
    **dict.fromkeys(("ld-linux-x86-64.so.2", "libresolv.so.2"), "libc6"),
    "libstdc++.so.6": "libstdc++6",
    "libgcc_s.so.1": "libgcc-s1",
    "libz.so.1": "zlib1g",
    **dict.fromkeys(("libglib-2.0.so.0", "libgthread-2.0.so.0", "libgobject-2.0.so.0"), "libglib2.0-0"),
    **dict.fromkeys(("libgio-2.0.so.0", "libgmodule-2.0.so.0"), "libglib2.0-0"),
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libEGL.so.1": "libegl1",
    **dict.fromkeys(("libGL.so.1", "libGLX.so.0", "libOpenGL.so.0"), "libgl1"),
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libX11.so.6": "libx11-6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}
"""Libraries that are never bundled, each with its Debian package: a copy of the building machine's would quarrel with
the drivers of the screen or with its settings."""

OPTIONAL = {"libtbb.so.12": "tbbpool"}
"""Libraries that may be missing, each with the file that asks for it and is never loaded."""


LOADED = ("libpython", "libscipy_openblas", "libpyside6", "libshiboken6")
"""Libraries that no file asks for by its name, or that are shared in other ways."""


def is_library(path: Path) -> bool:
    """Return whether a file is a program or a library of Linux."""
    if path.is_symlink() or not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"


def headers(files: Iterable[Path]) -> Iterator[str]:
    """Yield what each file says of itself: the libraries and versions that it asks for."""
    for path in files:
        yield subprocess.run(["objdump", "-p", path], capture_output=True, text=True, check=True).stdout


def needs(files: Iterable[Path]) -> dict[Path, set[str]]:
    """Return the libraries that each file asks for, by name."""
    paths = list(files)
    return {path: set(NEEDED.findall(text)) for path, text in zip(paths, headers(paths), strict=True)}


def remove_system(internal: Path) -> list[str]:
    """Remove libraries that the system gives, then those that nobody asks for any more; return their names."""
    removed: list[str] = []
    for path in sorted(internal.glob("*.so*")):
        if path.name in SYSTEM:
            path.unlink()
            removed.append(path.name)
    while True:
        asked = needs(path for path in internal.rglob("*") if is_library(path))
        wanted = {name for names in asked.values() for name in names}
        shared = [*internal.glob("lib*.so*"), *(internal / "PySide6" / "Qt" / "lib").glob("*.so*")]
        idle = [path for path in shared if path.name not in wanted and not path.name.startswith(LOADED)]
        if not idle:
            return removed
        for path in idle:
            path.unlink()
            removed.append(path.name)


def packages(bundle: Path) -> list[str]:
    """Return the Debian packages that the bundle's files need; raise if one asks for a library nobody gives."""
    files = [path for path in bundle.rglob("*") if is_library(path)]
    inside = {path.name for path in bundle.rglob("*.so*")}
    found, unknown = set(), dict[str, str]()
    for path, names in needs(files).items():
        for name in names - inside:
            if name in SYSTEM:
                found.add(SYSTEM[name])
            elif OPTIONAL.get(name, "-") not in path.name:
                unknown[name] = str(path.relative_to(bundle))
    if unknown:
        raise SystemExit(f"nobody gives these libraries: {unknown}; see packaging/bundle/linking.py")
    return sorted(found)
