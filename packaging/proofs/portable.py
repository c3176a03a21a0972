"""The portable archive unpacked and run on this very machine, and what the rpm holds."""

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

from proofs.roots import Ran
from proofs.walks import Proof, proof

SCORE = ("score", "example:essay_minimal", "--json")


def proofs(build: Path, version: str) -> list[Proof]:
    """Return what holds of the portable archive and of the rpm."""
    work = build / "portable"
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir()
    archive = build / f"dealbuilder-{version}-linux-x86_64.tar.xz"
    unpacked = _run(["tar", "-xf", str(archive), "-C", str(work)], work)
    program = work / f"dealbuilder-{version}" / "dealbuilder"
    lines = [proof("unpacked", unpacked)]
    walk = _run([str(program), "--smoke", str(work)], work, QT_QPA_PLATFORM="offscreen")
    lines.append(proof("window, offscreen", walk, "smoke test passed" in walk.out))
    lines += _tiers(program, work)
    lines += _rpm(build / f"dealbuilder-{version}.x86_64.rpm")
    return lines


def _tiers(program: Path, work: Path) -> Iterator[Proof]:
    """Take the kernels away class by class: the next class answers the same; without any a sentence tells so."""
    shelf = program.parent / "_internal" / "resources" / "kernels"
    answers: set[str] = set()
    for tier in sorted((path for path in shelf.iterdir() if path.is_dir()), reverse=True):
        before = _files(program.parent)
        ran = _run([str(program), *SCORE], work)
        answers.add(ran.out)
        held = ran.code == 0 and len(answers) == 1 and _files(program.parent) == before
        yield proof(f"kernels of {tier.name}", ran, held, "the same answer")
        shutil.rmtree(tier)
    ran = _run([str(program), *SCORE], work)
    yield proof("no kernels", ran, ran.code == 1 and "missing or damaged" in ran.out, "one sentence, no answer")


def _rpm(package: Path) -> Iterator[Proof]:
    if shutil.which("rpm") is None:
        yield Proof("rpm", True, "built, not looked into: this machine has no rpm", 0.0)
        return
    ran = _run(["rpm", "-qpl", str(package)], package.parent)
    wanted = ("/usr/bin/dealbuilder", "/usr/lib/dealbuilder/dealbuilder", "/usr/share/applications/dealbuilder.desktop")
    yield proof(
        "rpm lists its files", ran, all(path in ran.out.splitlines() for path in wanted), "not installed anywhere"
    )
    ran = _run(["rpm", "-qpR", str(package)], package.parent)
    yield proof("rpm asks for libraries", ran, "libxcb-cursor.so.0()(64bit)" in ran.out)


def _files(folder: Path) -> set[str]:
    return {str(path) for path in folder.rglob("*")}


def _run(command: list[str], work: Path, **more: str) -> Ran:
    own = {f"XDG_{kind}_HOME": str(work / kind.lower()) for kind in ("CONFIG", "STATE", "CACHE")}
    begin = time.monotonic()
    ran = subprocess.run(
        command, cwd=work, env={**os.environ, **own, **more}, capture_output=True, text=True, check=False
    )
    return Ran(ran.returncode, ran.stdout + (ran.stderr if ran.returncode else ""), time.monotonic() - begin)
