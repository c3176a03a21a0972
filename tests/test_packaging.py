"""The set-up scripts and the lock: what a bare machine gets."""

import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ("requirements.lock", "packaging/test.lock")


@pytest.mark.parametrize("script", ["packaging/setup.sh", "packaging/run.sh", "packaging/test.sh", ".ci/run"])
def test_every_script_is_plain_posix_shell(script: str):
    subprocess.run(["sh", "-n", ROOT / script], check=True)


def test_the_files_of_tests_that_are_begun_first_are_there_and_named_once():
    names = (ROOT / "tests" / "longest.txt").read_text(encoding="utf-8").split()
    assert len(set(names)) == len(names) > 10
    assert [name for name in names if not (ROOT / name).is_file()] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_the_lock_names_no_host_and_every_package_has_a_hash(lock: str):
    text = (ROOT / lock).read_text()
    assert not re.search(r"https?:|file:|--index|--find-links", text)
    entries = re.split(r"\n(?=[a-z0-9])", "\n" + text.strip())[1:]
    assert len(entries) > 20
    assert all("==" in entry and "--hash=sha256:" in entry for entry in entries)


def test_the_fragile_packages_are_pinned_alike_in_project_and_locks():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["dependencies"]
    exact = {name.lower(): version for name, version in (line.split("==") for line in project if "==" in line)}
    assert set(exact) == {"pyside6-essentials", "pyqtgraph", "numba"}
    for lock in LOCKS:
        text = (ROOT / lock).read_text()
        assert all(re.search(rf"^{name}=={re.escape(version)} ", text, re.MULTILINE) for name, version in exact.items())


def test_everything_the_project_needs_stands_in_the_lock():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["dependencies"]
    names = {re.split(r"[=<>]", line)[0].lower() for line in project}
    locked = set(re.findall(r"^([a-z0-9-]+)==", (ROOT / "requirements.lock").read_text(), re.MULTILINE))
    assert names <= locked


def test_the_set_up_says_which_line_to_run_when_it_may_not_install(tmp_path: Path):
    tools = tmp_path / "bin"
    tools.mkdir()
    for name in ("sh", "dirname", "basename", "cat", "flock", "cksum"):
        found = shutil.which(name)
        assert found
        (tools / name).symlink_to(found)
    for name, text in {
        "ldconfig": "#!/bin/sh\nexit 0\n",
        "apt-get": "#!/bin/sh\necho apt-get was called >&2\nexit 9\n",
        "id": "#!/bin/sh\necho 1000\n",
        "sudo": "#!/bin/sh\nexit 1\n",
    }.items():
        (tools / name).write_text(text)
        (tools / name).chmod(0o755)
    copy = tmp_path / "checkout"
    shutil.copytree(ROOT / "packaging", copy / "packaging")
    ran = subprocess.run(
        ["sh", copy / "packaging/run.sh"], env={"PATH": str(tools)}, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 1
    assert "sudo apt-get update && sudo apt-get install -y" in ran.stderr
    assert "python3-venv" in ran.stderr
    assert "Nothing was changed" in ran.stderr
    assert "apt-get was called" not in ran.stderr


def test_no_url_of_a_package_registry_and_no_path_of_a_machine_is_committed():
    git = ["git", "ls-files", "-z"]
    listed = subprocess.run(git, cwd=ROOT, capture_output=True, text=True, check=False) if shutil.which("git") else None
    if listed is None or listed.returncode:
        files = [path for folder in ("dealbuilder", "resources", "packaging") for path in (ROOT / folder).rglob("*")]
    else:
        files = [ROOT / name for name in listed.stdout.split("\0") if name]
    hosts = (rb"py" + rb"pi\.org", rb"registry\.np" + rb"mjs", rb"deb\.debi" + rb"an\.org")
    bad = re.compile(b"|".join((*hosts, rb"/work/ma" + rb"in", rb"/root/\.py" + rb"env")))
    assert not [str(path) for path in files if path.is_file() and bad.search(path.read_bytes())]
