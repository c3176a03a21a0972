"""What the program loads before anybody has asked for anything: never the libraries that one study or command needs."""

import subprocess
import sys

import pytest

HEAVY = (
    "pandas",
    "scipy.stats",
    "SALib",
    "matplotlib",
    "pyarrow",
    "dask",
    "distributed",
    "negmas",
    "emcee",
    "cryptography",
)


@pytest.mark.parametrize("module", ["dealbuilder.ui.ready", "dealbuilder.cli.root", "dealbuilder.document.store"])
def test_neither_window_nor_command_line_waits_for_what_only_a_study_needs(module: str) -> None:
    code = f"import sys, {module}; print([name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
