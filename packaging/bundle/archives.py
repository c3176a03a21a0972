"""The portable archive, and the package for Fedora and its kin."""

import json
import os
import shutil
import subprocess
from pathlib import Path

from bundle import debian, linking

README = """dealbuilder {version}, portable

Unpack anywhere and run ./dealbuilder: nothing is installed, nothing outside your own folders is written.
`./dealbuilder --help` lists the commands. To remove it, delete this folder.

The system must have these libraries (Debian's names; every desktop has most of them):
{needed}

解压到任意位置，运行 ./dealbuilder 即可：无需安装，也不写入您个人文件夹以外的任何位置。
运行 ./dealbuilder --help 查看全部命令。卸载时删除本文件夹即可。
"""


def portable(bundle: Path, work: Path, archive: Path, version: str, epoch: int) -> Path:
    """Write the frozen program and the desktop's files as one archive; the same bundle gives the same bytes."""
    name = f"{debian.NAME}-{version}"
    tree = work / name
    shutil.rmtree(tree, ignore_errors=True)
    shutil.copytree(bundle, tree, symlinks=True)
    shutil.copytree(debian.ROOT / "packaging" / "linux" / "share", tree / "share")
    shutil.copy(debian.ROOT / "LICENSE", tree / "LICENSE")
    needed = " ".join(linking.packages(bundle))
    (tree / "README.txt").write_text(README.format(version=version, needed=needed), encoding="utf-8")
    command = [
        *("tar", "--sort=name", "--owner=0", "--group=0", "--numeric-owner", f"--mtime=@{epoch}", "--format=gnu"),
        *("--mode=u=rwX,go=rX", "-I", "xz -T0 -6", "-cf", str(archive), "-C", str(work), name),
    ]
    subprocess.run(command, check=True)
    shutil.rmtree(tree)
    return archive


def rpm(nfpm: Path, tree: Path, work: Path, package: Path, version: str, epoch: int) -> Path:
    """Write the package of a staged tree with nfpm; it asks for libraries by their file names, as rpm itself does."""
    inside = {path.name for path in tree.rglob("*.so*")}
    files = [path for path in tree.rglob("*") if linking.is_library(path)]
    asked = sorted(
        {name for names in linking.needs(files).values() for name in names if name in linking.SYSTEM} - inside
    )
    told = {
        "name": debian.NAME,
        "arch": "amd64",
        "version": version,
        "maintainer": "the authors of dealbuilder",
        "description": f"{debian.SUMMARY}\n{' '.join(debian.DESCRIPTION)}",
        "license": "MIT",
        "mtime": subprocess.run(
            ["date", "-u", "-d", f"@{epoch}", "+%Y-%m-%dT%H:%M:%SZ"], capture_output=True, text=True, check=True
        ).stdout.strip(),
        "depends": [f"{name}()(64bit)" for name in asked if not name.startswith("ld-linux")],
        "contents": [{"src": str(tree / "usr"), "dst": "/usr", "type": "tree"}],
        "rpm": {"compression": "zstd", "buildhost": "localhost", "group": "Applications/Productivity"},
    }
    config = work / "nfpm.json"
    config.write_text(json.dumps(told, indent=2), encoding="utf-8")
    command = [str(nfpm), "package", "--config", str(config), "--packager", "rpm", "--target", str(package)]
    subprocess.run(command, check=True, env={**os.environ, "SOURCE_DATE_EPOCH": str(epoch)}, stdout=subprocess.DEVNULL)
    return package
