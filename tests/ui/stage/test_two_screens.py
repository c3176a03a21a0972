"""The audience window on two real screens: Qt's own, offscreen, and an X server's whose cable is pulled."""

import ctypes
import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
TWO = [
    {"name": "DESK", "x": 0, "y": 0, "width": 1280, "height": 720, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1},
    {"name": "HALL", "x": 1280, "y": 0, "width": 1024, "height": 768, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1},
]
LOOK = """
from PySide6.QtWidgets import QApplication, QWidget
from dealbuilder.ui.stage.audience import Audience
app = QApplication([])
desk = QWidget()
desk.show()
audience = Audience(desk)
audience.present()
print(audience.placement.screen, audience.screen().name(), audience.geometry().getRect(), audience.isFullScreen())
"""


def test_it_fills_the_second_of_two_screens(tmp_path):
    screens = tmp_path / "screens.json"
    screens.write_text(json.dumps({"screens": TWO}), encoding="utf-8")
    surroundings = os.environ | {"QT_QPA_PLATFORM": f"offscreen:configfile={screens}"}
    ran = subprocess.run(
        [sys.executable, "-c", LOOK], cwd=ROOT, env=surroundings, capture_output=True, text=True, check=False
    )
    assert ran.stdout.strip() == "HALL HALL (1280, 0, 1024, 768) True", ran.stderr


def _library(name):
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


@pytest.fixture
def server():
    """An X server of one large display, which monitors share."""
    if sys.platform != "linux" or shutil.which("Xvfb") is None:
        pytest.skip("needs Xvfb")
    if not (_library("libXrandr.so.2") and _library("libxcb-cursor.so.0")):
        pytest.skip("needs the X libraries of Qt and RandR")
    there, back = os.pipe()
    ran = subprocess.Popen(
        ["Xvfb", "-displayfd", str(back), "-screen", "0", "2304x768x24", "-nolisten", "tcp"],
        pass_fds=(back,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(back)
    with os.fdopen(there, encoding="ascii") as pipe:
        number = pipe.readline().strip()
    if not number:
        ran.wait(10)
        pytest.skip("Xvfb does not start here")
    time.sleep(0.2)
    yield f":{number}"
    ran.terminate()
    ran.wait(10)


def test_a_pulled_cable_hides_the_window_moves_nothing_and_plugging_it_in_brings_it_back(server):
    surroundings = os.environ | {"DISPLAY": server, "QT_QPA_PLATFORM": "xcb"}
    ran = subprocess.run(
        [sys.executable, "-m", "tests.ui.stage.plugging"],
        cwd=ROOT, env=surroundings, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    lines = ran.stdout.splitlines()
    assert len(lines) == 8, ran.stdout + ran.stderr
    hall, desk = "(1280, 0, 1024, 768)", "(100, 80, 900, 500)"
    assert lines[0] == f"presented screen HALL {hall} {desk}"
    assert lines[1] == f"unplugged away HALL None {desk}"
    assert lines[2] == f"worked on away HALL None {desk}"
    assert lines[3] == f"plugged screen HALL {hall} {desk}"
    # Called for while there is one screen only it is a window on it, and no new screen draws it away.
    assert lines[4].startswith("alone window DESK (")
    assert lines[5] == lines[4].replace("alone", "second")
    assert lines[6] == f"again screen HALL {hall} {desk}"
    assert lines[7] == "says True"
