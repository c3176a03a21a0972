"""Builds what is installed: the frozen program, a package for Debian, a portable archive and an rpm, all in build/.

    python3 packaging/build.py [bundle] [deb] [tar] [rpm]        all four by default

Needs Python 3.11 to 3.13 with its shared library, binutils and dpkg-deb; Python packages come from packaging/ship.lock,
hashes checked, into build/venv (--venv names one that is there). The same commit on the same machine gives the same
bytes; what another machine's Python and compiled kernels change is told in the manual. A bundle runs where the C
library is as new as the building machine's: build on the oldest system that is to be served.
"""

import argparse
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

from bundle import archives, contents, debian, trimming

ROOT = contents.ROOT
BUILD = ROOT / "build"
LOCK = ROOT / "packaging" / "ship.lock"
PARTS = ("bundle", "deb", "tar", "rpm")
FROZEN = BUILD / "frozen" / "dealbuilder"
TREE = BUILD / "tree"


def say(text: str) -> None:
    """Tell the user how far it is."""
    sys.stderr.write(f"dealbuilder: {text}\n")


def environment(folder: Path) -> Path:
    """Return the Python of an environment that holds exactly what the lock lists, made anew if the lock is another."""
    python, mark = folder / "bin" / "python", folder / "ship.lock"
    if not python.exists() or not mark.exists() or mark.read_bytes() != LOCK.read_bytes():
        say(f"making the Python environment in {folder}")
        shutil.rmtree(folder, ignore_errors=True)
        subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
        pip = [str(python), "-m", "pip", "install", "-q", "--disable-pip-version-check", "--require-hashes", "-r"]
        subprocess.run([*pip, str(LOCK)], check=True)
        shutil.copy(LOCK, mark)
    return python


def epoch() -> int:
    """Return the date of the commit, seconds since 1970."""
    told = subprocess.run(["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, text=True, check=True)
    return int(told.stdout)


def bundle(python: Path, date: int) -> None:
    """Make the frozen program and trim it."""
    say("compiling the model for each class of processors")
    subprocess.run([str(python), str(ROOT / "packaging/bundle/kernels.py"), str(BUILD / "kernels")], check=True)
    say("freezing the program")
    command = [str(python), "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "ERROR"]
    folders = ["--distpath", str(FROZEN.parent), "--workpath", str(BUILD / "work")]
    still = {**os.environ, "SOURCE_DATE_EPOCH": str(date), "PYTHONHASHSEED": "0"}
    subprocess.run([*command, *folders, str(ROOT / "packaging" / "bundle.spec")], cwd=ROOT, check=True, env=still)
    gone = trimming.trim(FROZEN)
    say(f"the frozen program takes {trimming.size(FROZEN) / 1e6:.0f} MB; {len(gone)} libraries are left to the system")


def main() -> int:
    """Build what the command line names."""
    parser = argparse.ArgumentParser(description="Build what is installed, into build/.")
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], default=[], help="what to build; all by default")
    parser.add_argument("--venv", type=Path, default=BUILD / "venv", help="environment made from packaging/ship.lock")
    given = parser.parse_args()
    parts, begin, date, version = given.parts or list(PARTS), time.monotonic(), epoch(), contents.version()
    python = environment(given.venv)
    if "bundle" in parts:
        bundle(python, date)
    made: list[Path] = []
    if "deb" in parts or "rpm" in parts:
        debian.stage(FROZEN, TREE)
        debian.date(TREE, date)
    if "deb" in parts:
        say("packing for Debian")
        file = BUILD / f"dealbuilder_{version}_{debian.ARCHITECTURE}.deb"
        made.append(debian.pack(TREE, file, version, debian.depends(FROZEN), date))
    if "rpm" in parts:
        say("packing for Fedora")
        made.append(
            archives.rpm(
                python.parent / "nfpm", TREE, BUILD, BUILD / f"dealbuilder-{version}.x86_64.rpm", version, date
            )
        )
    if "tar" in parts:
        say("packing the portable archive")
        made.append(
            archives.portable(FROZEN, BUILD, BUILD / f"dealbuilder-{version}-linux-x86_64.tar.xz", version, date)
        )
    for path in made:
        sys.stdout.write(f"{path.relative_to(ROOT)}: {path.stat().st_size / 1e6:.1f} MB\n")
    say(f"done in {time.monotonic() - begin:.0f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
