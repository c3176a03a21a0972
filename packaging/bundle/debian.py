"""The package for Debian and its kin: a tree as it will lie on the disk, its control data, one archive."""

import gzip
import hashlib
import os
import re
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

from bundle import contents, linking

ROOT = contents.ROOT
NAME = "dealbuilder"
PROGRAM = f"usr/lib/{NAME}"
ARCHITECTURE = "amd64"
COMPILERS = {"3.4.29": "11", "3.4.30": "12", "3.4.32": "13", "3.4.33": "14"}
"""Since which libstdc++6 there is a version of its interface."""
ASKED = re.compile(r"\b(GLIBC|GLIBCXX)_(\d+(?:\.\d+)+)")
RECOMMENDED = ("shared-mime-info", "desktop-file-utils", "hicolor-icon-theme")
"""What the desktop's lists are kept with. Each of them renews its list by itself when files of ours come or go."""
SUMMARY = "workbench for a US-China package of export-control concessions"
DESCRIPTION = (
    "Negotiators put US concessions on chip export controls and Chinese licences",
    "for rare earths together and see month by month what the package restores,",
    "what it costs and whether it holds. Scores are model results with their range",
    "and sources. Works without a network, in English and Simplified Chinese, with",
    "a command line for everything the window does.",
)


def stage(bundle: Path, tree: Path) -> None:
    """Lay the frozen program, the desktop's files, manual page and licences out below `tree`."""
    shutil.rmtree(tree, ignore_errors=True)
    shutil.copytree(bundle, tree / PROGRAM, symlinks=True)
    shutil.copytree(ROOT / "packaging" / "linux" / "share", tree / "usr" / "share")
    for page in sorted((tree / "usr" / "share" / "man").rglob("*.1")):
        _zip(page.read_bytes(), page.with_name(f"{page.name}.gz"))
        page.unlink()
    papers = tree / "usr" / "share" / "doc" / NAME
    papers.mkdir(parents=True)
    _zip((ROOT / "CHANGELOG.md").read_bytes(), papers / "changelog.gz")
    (papers / "copyright").write_text(copyrights(), encoding="utf-8")
    (tree / "usr" / "bin").mkdir()
    (tree / "usr" / "bin" / NAME).symlink_to(f"../lib/{NAME}/{NAME}")
    for path in [tree, *tree.rglob("*")]:
        if not path.is_symlink():
            runs = path.is_dir() or path == tree / PROGRAM / NAME
            path.chmod(0o755 if runs else 0o644)


def copyrights() -> str:
    """Return who owns what: our licence in full, and where those of the libraries are."""
    ours = (ROOT / "LICENSE").read_text(encoding="utf-8")
    return (
        f"{ours}\n\nThe program brings Python, Qt (LGPL-3, unchanged, replaceable below\n"
        f"/{PROGRAM}/_internal/PySide6) and other libraries; their licences are in /{PROGRAM}/_internal/*.dist-info.\n"
    )


def depends(bundle: Path) -> list[str]:
    """Return the packages that the bundle needs, with the oldest version where the files tell one."""
    oldest = {"GLIBC": "0", "GLIBCXX": "0"}
    for text in linking.headers(path for path in bundle.rglob("*") if linking.is_library(path)):
        for kind, version in ASKED.findall(text):
            oldest[kind] = max(oldest[kind], version, key=_parts)
    versions = {"libc6": oldest["GLIBC"], "libstdc++6": _compiler(oldest["GLIBCXX"])}
    return [f"{name} (>= {versions[name]})" if name in versions else name for name in linking.packages(bundle)]


def _compiler(interface: str) -> str:
    return next((version for known, version in COMPILERS.items() if _parts(known) >= _parts(interface)), "14")


def _parts(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))


def control(version: str, needed: Iterable[str], kilobytes: int) -> str:
    """Return the control data."""
    lines = (
        f"Package: {NAME}",
        f"Version: {version}",
        f"Architecture: {ARCHITECTURE}",
        "Maintainer: the authors of dealbuilder",
        "Section: science",
        "Priority: optional",
        f"Installed-Size: {kilobytes}",
        f"Depends: {', '.join(needed)}",
        f"Recommends: {', '.join(RECOMMENDED)}",
        f"Description: {SUMMARY}",
        *(f" {line}" for line in DESCRIPTION),
    )
    return "\n".join(lines) + "\n"


def pack(tree: Path, package: Path, version: str, needed: Iterable[str], epoch: int) -> Path:
    """Write the package of a staged tree; the same tree gives the same bytes."""
    papers = tree / "DEBIAN"
    papers.mkdir(mode=0o755, exist_ok=True)
    files = sorted(path for path in tree.rglob("*") if path.is_file() and not path.is_symlink())
    files = [path for path in files if papers not in path.parents]
    kilobytes = sum(-(-path.stat().st_size // 1024) for path in files)
    (papers / "control").write_text(control(version, needed, kilobytes), encoding="utf-8")
    sums = (f"{hashlib.md5(path.read_bytes()).hexdigest()}  {path.relative_to(tree)}\n" for path in files)
    (papers / "md5sums").write_text("".join(sums), encoding="utf-8")
    date(tree, epoch)
    package.parent.mkdir(parents=True, exist_ok=True)
    command = ["dpkg-deb", "--root-owner-group", "-Zzstd", "-z12", "--build", str(tree), str(package)]
    subprocess.run(command, check=True, env={**os.environ, "SOURCE_DATE_EPOCH": str(epoch)}, stdout=subprocess.DEVNULL)
    shutil.rmtree(papers)
    return package


def date(tree: Path, epoch: int) -> None:
    """Give every file below `tree` the date of the commit."""
    for path in [tree, *tree.rglob("*")]:
        os.utime(path, (epoch, epoch), follow_symlinks=False)


def _zip(data: bytes, path: Path) -> None:
    path.write_bytes(gzip.compress(data, compresslevel=9, mtime=0))
