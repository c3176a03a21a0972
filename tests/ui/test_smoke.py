"""The walk that proves a package, through this very program: open, change, save, print, open the PDF, compare, quit."""

import os
import subprocess
import sys
from pathlib import Path

from dealbuilder.document import file

ROOT = Path(__file__).resolve().parent.parent.parent
QUICK = """
import sys
from dealbuilder.__main__ import main
from dealbuilder.ui.dialogs.report import ReportDialog
whole = ReportDialog.__init__
def brief(self, *given, **named):
    whole(self, *given, **named)
    self.study.setChecked(False)
ReportDialog.__init__ = brief
sys.exit(main(sys.argv[1:]))
"""
"""The program with one box of a dialog unticked: the study in the report is three quarters of the walk's time."""


def walk(folder: Path, home: Path) -> subprocess.CompletedProcess[str]:
    """Walk as packaging/smoke.py has an installed program walk, without a screen."""
    places = {"XDG_CONFIG_HOME": str(home), "XDG_STATE_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", QUICK, "--smoke", str(folder)]
    return subprocess.run(
        command, cwd=ROOT, env=os.environ | places, capture_output=True, text=True, timeout=600, check=False
    )


def test_that_the_walk_of_the_packages_ends_well_and_leaves_its_deal_and_its_pdf(tmp_path):
    folder = tmp_path / "work"
    folder.mkdir()
    ran = walk(folder, tmp_path / "home")
    assert ran.returncode == 0, ran.stderr
    assert "smoke test passed" in ran.stdout
    saved, printed = file.open_any(folder / "smoke.deal"), file.open_any(folder / "smoke.pdf")
    assert printed.carried
    clauses = [loaded.history.document.package().clauses for loaded in (saved, printed)]
    assert clauses[0] == clauses[1] != ()


def test_that_a_walk_that_cannot_save_says_at_which_step_and_fails(tmp_path):
    ran = walk(tmp_path / "no" / "such" / "folder", tmp_path / "home")
    assert ran.returncode == 1
    assert "The smoke test failed" in ran.stderr
    assert "“saved”" in ran.stderr
