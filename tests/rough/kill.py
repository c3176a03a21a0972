"""Kill the program, hundreds of times, in the middle of what it does, and see what is left.

`python -m tests.rough.kill window --times 300 --seed 1` kills the window (also: loop, command); `--out` keeps figures.
"""

import argparse
import importlib
import json
import os
import random
import shutil
import signal
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from tests.rough import loops
from tests.rough.judge import Verdict, judged
from tests.rough.truth import Told, digest, read

ROUND = 6
"""Kills of one deal, each child going on from what the one before left; then a new deal."""
LARGE_ROUND = 3
"""Every so many rounds the deal is a large one."""
PATIENCE = 60.0
"""Seconds until a child that does not come up is given up."""
Work = Callable[[Path, Path, int], object]


def child(work: Work, deal: Path, truth: Path, seed: int) -> int:
    """Start a process that works until it is killed and return its id."""
    sys.stdout.flush()
    pid = os.fork()
    if pid == 0:
        try:
            work(deal, truth, seed)
        finally:
            os._exit(9)
    return pid


def killed(work: Work, deal: Path, truth: Path, rng: random.Random, longest: float) -> tuple[Told, float]:
    """Let a child work for a random time, kill it, and return what it told and when it died."""
    truth.unlink(missing_ok=True)
    pid = child(work, deal, truth, rng.randrange(2**31))
    if rng.random() < 0.1:
        time.sleep(rng.random() * 1.5)
    else:
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and not read(truth).ready:
            time.sleep(0.02)
        time.sleep(rng.random() * longest)
    at = time.monotonic()
    os.kill(pid, signal.SIGKILL)
    _, status = os.waitpid(pid, 0)
    told = read(truth)
    if not os.WIFSIGNALED(status):
        told.faults.append("it ended by itself")
    return told, at


def campaign(kind: str, times: int, seed: int, base: Path) -> Iterator[Verdict]:
    """Kill so many children of one kind and yield a verdict on each."""
    work, longest = _work(kind)
    rng = random.Random(seed)
    truth, before = base / "truth.txt", ""
    known: set[str] = set()
    # All that the program keeps for its user lies below this folder.
    for name in ("STATE", "CONFIG"):
        os.environ[f"XDG_{name}_HOME"] = str(base / name.lower())
    deal = base / "desk" / "deal 协议.deal"
    for number in range(times):
        if number % ROUND == 0:
            before = _begin(kind, deal, base, large=number // ROUND % LARGE_ROUND == LARGE_ROUND - 1)
            known = {before}
        told, at = killed(work, deal, truth, rng, longest)
        verdict = judged(told, deal, at, before, known)
        before = verdict.best
        yield verdict


def _begin(kind: str, deal: Path, base: Path, *, large: bool) -> str:
    """Clear the desk, put a deal there where one is needed, and return its mark."""
    for name in ("desk", "state", "config"):
        shutil.rmtree(base / name, ignore_errors=True)
    deal.parent.mkdir(parents=True)
    if kind == "command":
        return _module("commands").begin(deal)
    if kind == "loop" or large:
        return digest(loops.large(deal, loops.LARGE if large else 20).document)
    return ""


def _work(kind: str) -> tuple[Work, float]:
    """Return what a child does and for how many seconds at most."""
    if kind == "window":
        window = _module("window")
        answerer = window.prepared()
        return (lambda deal, truth, seed: window.run(answerer, deal, truth, seed)), 2.5
    return (loops.save_for_ever, 0.6) if kind == "loop" else (_module("commands").run, 3.0)


def _module(name: str) -> Any:
    # Named, not imported: a loop of saves needs neither Qt nor the model, and starts at once.
    return importlib.import_module(f"tests.rough.{name}")


def figures(kind: str, verdicts: list[Verdict]) -> dict[str, object]:
    """Return the figures of a campaign as the data file keeps them."""
    lost = [verdict.lost_seconds * 1000 for verdict in verdicts if verdict.lost]
    phases = {phase: sum(one.phase == phase for one in verdicts) for phase in ("start", "edit", "save", "export")}
    return {
        "kind": kind,
        "kills": len(verdicts),
        **phases,
        "edits": sum(one.edits for one in verdicts),
        "lost_something": len(lost),
        "lost_ms_median": round(statistics.median(lost)) if lost else 0,
        "lost_ms_most": round(max(lost, default=0.0)),
        "offered": sum(bool(one.offered) for one in verdicts),
        "restored": sum(one.restored for one in verdicts),
        "litter_most": max((one.litter for one in verdicts), default=0),
        "wrong": sum(bool(one.wrong) for one in verdicts),
    }


def main() -> int:
    """Run a campaign, print what it found, and return 1 if anything was wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kind", choices=("window", "loop", "command"))
    parser.add_argument("--times", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--second", type=float, default=1.0, help="how many seconds of work a kill may cost")
    parser.add_argument("--out", type=Path, help="a JSON file for the figures")
    asked = parser.parse_args()
    verdicts: list[Verdict] = []
    with tempfile.TemporaryDirectory(prefix="rough-") as folder:
        for verdict in campaign(asked.kind, asked.times, asked.seed, Path(folder)):
            verdicts.append(verdict)
            if verdict.lost_seconds > asked.second:
                verdict.wrong.append(f"{verdict.lost_seconds:.2f} s of work are missing")
            what = f"{len(verdicts):4d} {verdict.phase:6s} {verdict.edits:4d} edits"
            lost = f"lost {verdict.lost} ({1000 * verdict.lost_seconds:.0f} ms)"
            sys.stdout.write(f"{what}, {lost}, litter {verdict.litter} {' !! '.join(verdict.wrong)[:3000]}\n")
            sys.stdout.flush()
            if asked.out:
                asked.out.write_text(json.dumps(figures(asked.kind, verdicts), indent=1) + "\n", encoding="utf-8")
    sys.stdout.write(json.dumps(figures(asked.kind, verdicts)) + "\n")
    return int(any(verdict.wrong for verdict in verdicts))


if __name__ == "__main__":
    sys.exit(main())
