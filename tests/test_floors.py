"""The floors of the house, held by import-linter."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CEILING = 300


def test_imports_keep_to_the_floors():
    call = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    ran = subprocess.run(
        [sys.executable, "-c", call, "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_no_file_is_longer_than_can_be_read_in_two_minutes():
    long = {
        str(path.relative_to(ROOT)): lines
        for path in (ROOT / "dealbuilder").rglob("*.py")
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > CEILING
    }
    assert not long


def test_no_module_has_a_name_that_says_nothing():
    empty = {"utils", "helpers", "common", "manager", "base", "misc"}
    assert not [path for path in (ROOT / "dealbuilder").rglob("*.py") if path.stem in empty]
