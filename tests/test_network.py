"""The program opens no internet socket."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests import offline

ROOT = Path(__file__).resolve().parent.parent


def test_no_module_names_qt_s_network_classes():
    files = (ROOT / "dealbuilder").rglob("*.py")
    assert not [path for path in files if "QtNetwork" in path.read_text(encoding="utf-8")]


def test_that_an_ensemble_without_a_cluster_comes_nowhere_near_the_network_library(tmp_path: Path):
    code = (
        "import sys; from dealbuilder.cli.root import main; "
        "code = main(['explore', 'example:essay_minimal', '--draws', '64', '-o', sys.argv[1]]); "
        "assert not {'distributed', 'dask', 'asyncio', 'dealbuilder.analysis.explore.cluster'} & set(sys.modules); "
        "sys.exit(code)"
    )
    command = [sys.executable, "-c", code, str(tmp_path / "ensemble")]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr


def test_the_one_module_that_may_reach_the_network_names_its_library_and_nobody_else_does():
    files = (ROOT / "dealbuilder").rglob("*.py")
    naming = [path.name for path in files if '"distributed"' in path.read_text(encoding="utf-8")]
    assert naming == ["cluster.py"]


def test_that_every_command_runs_with_the_network_shut_off(tmp_path: Path):
    command = [*offline.shut(), sys.executable, "-m", "tests.offline", "tests.every_command", str(tmp_path)]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr


@pytest.mark.parametrize(
    "reach",
    [
        "import socket; socket.create_connection(('192.0.2.1', 80), 1)",
        "import socket; socket.getaddrinfo('example.org', 80)",
        "import urllib.request; urllib.request.urlopen('http://192.0.2.1/', timeout=1)",
    ],
)
def test_that_a_try_to_reach_the_internet_would_be_caught(tmp_path: Path, reach: str):
    (tmp_path / "reaching.py").write_text(reach + "\n", encoding="utf-8")
    env = {**os.environ, "PYTHONPATH": os.pathsep.join((str(tmp_path), str(ROOT)))}
    command = [*offline.shut(), sys.executable, "-m", "tests.offline", "reaching"]
    ran = subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, text=True, check=False)
    assert ran.returncode == offline.CAUGHT, ran.stderr
    assert "reached for the internet" in ran.stderr


def test_that_sockets_of_this_machine_are_let_be():
    with offline.watched() as tries:
        one, other = socket.socketpair()
        one.close()
        other.close()
        assert tries == []
        socket.socket(socket.AF_INET).close()
    assert len(tries) == 1
