"""A session of ninety minutes, played with the chair's keys through the real windows on two screens."""

import json
import os
import subprocess
import sys

import pytest

from tests import offline
from tests.ui.stage.test_two_screens import ROOT, TWO, server

__all__ = ["server"]
STEPS = """
presented -1 brief hidden
opening 0 brief hidden
baseline 1 time shown
roles 2 brief shown
round-one 3 score hidden
revealed 3 score shown
reveal 4 score shown
inject 5 inject hidden
round-two 6 package hidden
scores 6 score shown
agreement 7 package shown
silence 8 dark shown
debrief 9 map shown
ended 9 map shown
"""
KINDS = (
    "began stage stage revealed stage stage proposed asked changed tallied revealed stage stage changed struck "
    "stage {played} revealed stage agreed stage stage ended"
)


def _played(tmp_path, **surroundings: str) -> list[str]:
    ran = subprocess.run(
        [*_prefix(surroundings), sys.executable, "-m", "tests.offline", "tests.ui.stage.playing", str(tmp_path)],
        cwd=ROOT, env=os.environ | surroundings, capture_output=True, text=True, check=False, timeout=900,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout.splitlines()


def _prefix(surroundings: dict[str, str]) -> tuple[str, ...]:
    """Return what shuts off the network; an X server is reached by a socket that would be shut off too."""
    return offline.shut() if surroundings["QT_QPA_PLATFORM"].startswith("offscreen") else ()


def _hold(lines: list[str], played: str) -> None:
    steps = STEPS.strip().splitlines()
    assert lines[: len(steps)] == [f"{step} HALL True" for step in steps]
    assert lines[len(steps) :] == [
        "kinds " + KINDS.format(played=played),
        "kept True ['Round 1', 'Round 2']",
        "leaks [] False",
        "closed True",
    ]


def test_a_whole_session_is_played_recorded_and_kept_on_two_screens(tmp_path):
    screens = tmp_path / "screens.json"
    screens.write_text(json.dumps({"screens": TWO}), encoding="utf-8")
    lines = _played(tmp_path, QT_QPA_PLATFORM=f"offscreen:configfile={screens}")
    _hold(lines, "changed changed")


@pytest.mark.skipif(sys.platform != "linux", reason="needs Xvfb")
def test_a_whole_session_survives_a_pulled_cable_on_an_x_server(server, tmp_path):
    _hold(_played(tmp_path, DISPLAY=server, QT_QPA_PLATFORM="xcb"), "changed changed changed")
