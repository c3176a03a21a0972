"""Reports on their shelf, and the mark of a program that runs."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from dealbuilder import paths
from dealbuilder.report.care import shelf
from dealbuilder.report.care.marker import Marker, left_over

ROOT = Path(__file__).resolve().parents[3]
HEAD = (
    "import sys; from pathlib import Path; from dealbuilder import paths; "
    "paths.state_folder = lambda: Path(sys.argv[1]); "
    "from dealbuilder.report.care.marker import Marker; marker = Marker(); assert marker.begin(); "
)


def run(code: str, state: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", HEAD + code, str(state)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)


def test_the_newest_reports_stay():
    kept = [shelf.keep(f"report {number}", "window") for number in range(shelf.KEPT + 5)]
    for number, path in enumerate(kept):
        if path is not None and path.exists():
            os.utime(path, (number, number))
    last = shelf.keep("the last", "cli")
    assert len(shelf.reports()) == shelf.KEPT
    assert shelf.reports()[0] == last


def test_a_folder_that_takes_nothing_is_no_fault(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setattr(paths, "state_folder", lambda: tmp_path / "file")
    assert shelf.keep("text", "window") is None
    assert shelf.reports() == ()
    assert left_over() == ()
    marker = Marker()
    assert not marker.begin()
    marker.end()


def test_a_full_disk_leaves_no_half_report(monkeypatch):
    def full(self, text, **_):
        self.touch()
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_text", full)
    assert shelf.keep("text", "window") is None
    assert not [*shelf.folder().iterdir()]


def test_an_end_leaves_no_mark(tmp_path):
    assert run("marker.end()", tmp_path / "state").returncode == 0
    assert left_over() == ()


def test_a_crash_in_a_library_is_found_at_the_next_start_and_told_once(tmp_path):
    ran = run("import faulthandler; faulthandler._sigsegv()", tmp_path / "state")
    assert ran.returncode == -signal.SIGSEGV
    (left,) = left_over()
    assert "Segmentation fault" in left.fault
    assert "dealbuilder" in left.about
    assert str(Path.home()) not in left.text()
    assert left_over() == ()
    assert not [*shelf.folder().glob("run-*")]


def test_a_kill_leaves_the_mark_alone(tmp_path):
    ran = run("import os; os.kill(os.getpid(), 9)", tmp_path / "state")
    assert ran.returncode == -signal.SIGKILL
    (left,) = left_over()
    assert left.fault == ""


def test_a_program_that_still_runs_is_not_left_over(tmp_path):
    command = [sys.executable, "-c", HEAD + "print('on', flush=True); input()", str(tmp_path / "state")]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout
        assert other.stdout.readline() == "on\n"
        assert left_over() == ()
        own = Marker()
        own.begin()
        assert left_over() == ()
        own.end()
        other.kill()
    assert len(left_over()) == 1


@pytest.mark.parametrize("rubbish", [b"", b"\xff\xfe\x00", b"no rule in it"])
def test_a_mark_of_rubbish_is_no_fault(rubbish):
    shelf.folder().mkdir(parents=True)
    (shelf.folder() / "run-1-x.txt").write_bytes(rubbish)
    (left,) = left_over()
    assert left.fault == ""
