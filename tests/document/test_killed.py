"""A process killed while it saves leaves a whole deal, the old one or the new one."""

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dealbuilder.document import file
from dealbuilder.document.history import History
from tests.document.deals import full_deal

ROOT = Path(__file__).resolve().parents[2]
CHILD = """
import pathlib, sys
from dealbuilder.document import edits, file
from dealbuilder.document.history import History
path = pathlib.Path(sys.argv[1])
history = file.load(path).history
print("ready", flush=True)
number = 0
while True:
    number += 1
    history = History.start(history.document).do(edits.Rename(title=f"title {number}"))
    file.save(path, history)
"""


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_that_a_kill_in_the_middle_of_saving_leaves_a_whole_deal(tmp_path, seed):
    path = tmp_path / "deal.deal"
    file.save(path, History.start(full_deal()))
    with subprocess.Popen([sys.executable, "-c", CHILD, str(path)], stdout=subprocess.PIPE) as process:
        assert process.stdout.readline().strip() == b"ready"
        time.sleep(0.05 + random.Random(seed).random() / 5)
        process.kill()
    loaded = file.load(path)
    assert loaded.notices == ()
    assert loaded.history.document.packages == full_deal().packages


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the children are forked")
@pytest.mark.parametrize(("kind", "times"), [("loop", 10), ("window", 2)])
def test_that_what_is_killed_at_random_comes_back_as_the_long_campaign_says_it_does(kind, times):
    line = [sys.executable, "-m", "tests.rough.kill", kind, "--times", str(times), "--seed", "4", "--second", "10"]
    done = subprocess.run(line, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
