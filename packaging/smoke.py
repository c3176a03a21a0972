"""Proves what `packaging/build.py` built, as root, in bare Debian systems without Python; prints a table.

    python3 packaging/smoke.py [--suite bookworm] [--suite trixie] [--mirror URL] [--bare FOLDER] [--write]
    python3 packaging/smoke.py --speed [--write]

Each system is made by debootstrap (from its own mirror, or from --mirror), or copied from FOLDER/SUITE. The package
is installed with apt as a person would, so it has to name all it needs; then a person without rights and without any
network runs it, in memory and on a screen of X11. --write puts the figures into resources/data/shipping.toml, from
where the manual has them. Fedora is not there: of its package the list of files is read, and the files are those of
the others.
"""

import argparse
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

from bundle import contents, debian, trimming
from proofs import portable, roots, speed, walks
from proofs.figures import Figures, merge
from proofs.walks import Proof, proof

ROOT = contents.ROOT
BUILD = ROOT / "build"
FIGURES = ROOT / "resources" / "data" / "shipping.toml"
SUITES = {"bookworm": "Debian 12", "trixie": "Debian 13"}
MILLION = 1e6


def prove(suite: str, package: Path, mirror: str, bare: Path | None) -> tuple[list[Proof], Figures]:
    """Install, run and remove the package in a bare system of `suite`."""
    template = bare / suite if bare is not None else None
    root = roots.make(suite, BUILD / "roots" / suite, mirror, template)
    lines = [Proof("no Python in the system", not roots.pythons(root), "bare", 0.0)]
    update = root.as_root("apt-get update")
    before, size = root.paths(), root.bytes()
    shutil.copy(package, root.folder / "tmp" / package.name)
    ran = root.as_root(f"apt-get install -y /tmp/{package.name}")
    lines += [proof("apt knows its packages", update), proof("installed", ran)]
    grown = (root.bytes() - size) / MILLION
    lines.append(walks.window(root, debian.NAME, screen=False))
    lines += walks.commands(root, debian.NAME)
    lines += walks.sealed(root, debian.NAME)
    lines.append(Proof("still no Python", not roots.pythons(root), "bare", 0.0))
    tools = root.as_root(f"apt-get install -y --no-install-recommends {walks.TOOLS}")
    lines.append(proof("tools of the proof", tools))
    lines.append(walks.window(root, debian.NAME, screen=True))
    lines += walks.desktop(root)
    lines += walks.removed(root, before)
    shutil.rmtree(root.folder, ignore_errors=True)
    return lines, {f"{suite}.grown_mb": round(grown), f"{suite}.install_s": round(ran.seconds)}


def table(title: str, lines: list[Proof]) -> int:
    """Print what was proved; return how much was not."""
    sys.stdout.write(f"\n{title}\n")
    for line in lines:
        took = f"{line.seconds:7.1f} s" if line.seconds else " " * 9
        sys.stdout.write(f"  {'ok   ' if line.held else 'FAULT'} {took}  {line.what:28} {line.said}\n")
    sys.stdout.flush()
    return sum(not line.held for line in lines)


def sizes() -> Figures:
    """Return what the files weigh, MB of a million bytes."""
    version = contents.version()
    files = {
        "deb": BUILD / f"dealbuilder_{version}_{debian.ARCHITECTURE}.deb",
        "tar": BUILD / f"dealbuilder-{version}-linux-x86_64.tar.xz",
        "rpm": BUILD / f"dealbuilder-{version}.x86_64.rpm",
    }
    found: Figures = {f"size.{name}_mb": round(path.stat().st_size / MILLION) for name, path in files.items()}
    return {**found, "size.installed_mb": round(trimming.size(BUILD / "frozen" / "dealbuilder") / MILLION)}


def main() -> int:
    """Prove what the command line names."""
    parser = argparse.ArgumentParser(description="Prove what packaging/build.py built.")
    parser.add_argument("--suite", action="append", choices=SUITES, help="a Debian to prove it in; both by default")
    parser.add_argument("--mirror", default="", help="a Debian mirror for debootstrap")
    parser.add_argument("--bare", type=Path, help="a folder with bare systems to copy, SUITE below it")
    parser.add_argument("--speed", action="store_true", help="measure the start instead")
    parser.add_argument("--venv", type=Path, default=BUILD / "venv", help="environment made from packaging/ship.lock")
    parser.add_argument("--write", action="store_true", help="keep the figures for the manual")
    given = parser.parse_args()
    python, frozen = given.venv / "bin" / "python", BUILD / "frozen" / "dealbuilder" / "dealbuilder"
    found, faults = Figures(sizes()), 0
    if given.speed:
        numpy = speed.numpy_bundle(python, BUILD / "only_numpy")
        timed = speed.measured(frozen, numpy, [str(python), "-m", "dealbuilder"], BUILD / "speed")
        found |= {f"speed.{name}": round(value, 3) for name, value in timed.items()}
    else:
        package = BUILD / f"dealbuilder_{contents.version()}_{debian.ARCHITECTURE}.deb"
        for suite in given.suite or SUITES:
            lines, figures = prove(suite, package, given.mirror, given.bare)
            faults += table(SUITES[suite], lines)
            found |= figures | {f"{suite}.proofs": len(lines), f"{suite}.faults": sum(not one.held for one in lines)}
        lines = portable.proofs(BUILD, contents.version())
        faults += table("Portable archive and rpm", lines)
        found |= {"portable.proofs": len(lines), "portable.faults": sum(not one.held for one in lines)}
    commit = subprocess.run(
        ["git", "log", "-1", "--format=%h"], cwd=ROOT, capture_output=True, text=True
    ).stdout.strip()
    found |= {"made.commit": commit, "made.day": datetime.now(UTC).date().isoformat()}
    sys.stdout.writelines(f"{name} = {value}\n" for name, value in found.items())
    if given.write:
        merge(FIGURES, found)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
