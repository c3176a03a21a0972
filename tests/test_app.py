"""The roof of the window, as a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HEAVY = ("numba", "pyqtgraph", "sqlite_utils", "typst", "dealbuilder.engine", "dealbuilder.ui.workbench")


def run(code: str, **more: str) -> subprocess.CompletedProcess[str]:
    kept = {
        key: value for key, value in os.environ.items() if key not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    command = [sys.executable, "-c", code]
    return subprocess.run(command, cwd=ROOT, env=kept | more, capture_output=True, text=True, timeout=300, check=False)


def test_without_a_display_one_sentence_is_said_and_the_exit_code_is_one():
    ran = run("import sys; from dealbuilder.app import main; sys.exit(main([]))", QT_QPA_PLATFORM="")
    assert ran.returncode == 1
    assert "no display" in ran.stderr
    assert "Traceback" not in ran.stderr


def test_the_first_paint_needs_nothing_of_the_model():
    ran = run(f"import sys, dealbuilder.app; print([name for name in {HEAVY!r} if name in sys.modules])")
    assert ran.stdout.strip() == "[]", ran.stderr


def test_a_picture_of_the_window_is_taken_and_the_program_ends(tmp_path):
    picture = tmp_path / "window.png"
    code = "import sys; from dealbuilder.app import main; sys.exit(main(sys.argv[1:]))"
    folders = {"XDG_CONFIG_HOME": str(tmp_path), "XDG_STATE_HOME": str(tmp_path)}
    command = [sys.executable, "-c", code, "--shot", str(picture), "--size", "1280x720", "example:essay_minimal"]
    ran = subprocess.run(
        command, cwd=ROOT, env=os.environ | folders, capture_output=True, text=True, timeout=600, check=False
    )
    assert ran.returncode == 0, ran.stderr
    assert picture.read_bytes().startswith(b"\x89PNG")
