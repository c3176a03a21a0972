"""This commit against the one before it: the same tasks, taking turns in one run, told as ratios.

    python -m tests.benchmarks.previous [--against REF] [--rounds N] [--seconds S]

Ends with 1 if a task took more than twice as long in every round, unless the commit's message has a line "Slower: why".
"""

import argparse
import contextlib
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from time import monotonic

from tests.benchmarks.laps import START, TASKS

ROOT = Path(__file__).resolve().parent.parent.parent
LAPS = Path(__file__).resolve().parent / "laps.py"
LIMIT = 2.0
"""How many times as long a task may take: machines here are noisy, a true fault of speed is larger."""
EXCUSE = "Slower:"
PATIENCE = 150.0
"""Seconds after which no other task is begun: a changed engine takes a minute to compile for the commit before."""


def _git(*words: str) -> str:
    return subprocess.run(["git", *words], cwd=ROOT, check=True, capture_output=True, text=True).stdout.strip()


@contextlib.contextmanager
def checkout(ref: str) -> Iterator[Path]:
    """Give the files of a commit in a folder of its own; raise CalledProcessError if there is no such commit."""
    commit = _git("rev-parse", "--verify", "--quiet", f"{ref}^{{commit}}")
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "before"
        place.mkdir()
        packed = subprocess.run(["git", "archive", commit], cwd=ROOT, check=True, capture_output=True).stdout
        subprocess.run(["tar", "-x"], cwd=place, input=packed, check=True)
        yield place


class Side:
    """A process that runs the tasks on one checkout's code; begun anew after a task that it cannot do."""

    def __init__(self, place: Path) -> None:
        self._place = place
        self._process = self._begun()

    def _begun(self) -> "subprocess.Popen[str]":
        # The checkout stands first on the path, before the one that is installed.
        place, laps = str(self._place), str(LAPS)
        code = f"import sys; sys.path.insert(0, {place!r}); exec(compile(open({laps!r}).read(), {laps!r}, 'exec'))"
        return subprocess.Popen(
            [sys.executable, "-c", code], cwd=self._place, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def lap(self, task: str) -> float | None:
        """Return the seconds of a task, None if this side cannot do it."""
        asked, heard = self._process.stdin, self._process.stdout
        assert asked is not None
        assert heard is not None
        asked.write(f"{task}\n")
        asked.flush()
        answer = heard.readline()
        if answer:
            return float(answer)
        self.end()
        self._process = self._begun()
        return None

    def end(self) -> None:
        """End the process."""
        self._process.kill()
        self._process.communicate()


def rounds(now: Side, before: Side, task: str, count: int) -> list[float]:
    """Return now's seconds over before's, a round each; who begins alternates; the first round warms both up."""
    found: list[float] = []
    for number in range(count + 1):
        first, second = (now, before) if number % 2 else (before, now)
        laps = {first: first.lap(task), second: second.lap(task)}
        ours, theirs = laps[now], laps[before]
        if ours is None:
            raise RuntimeError(f"this commit cannot do: {task}")
        if theirs is None:
            return []
        if number:
            found.append(ours / theirs)
    return found


def verdict(found: dict[str, list[float]], message: str) -> int:
    """Return 1 if a task was slower than the limit in every round and nobody said why."""
    slower = [task for task, ratios in found.items() if ratios and min(ratios) > LIMIT]
    excused = any(line.startswith(EXCUSE) for line in message.splitlines())
    return int(bool(slower) and not excused)


def table(found: dict[str, list[float]]) -> str:
    """Return a line a task: median ratio, smallest and largest."""
    lines = [f"{'task':<34}{'ratio':>7}{'from':>7}{'to':>7}"]
    for task, ratios in found.items():
        if not ratios:
            lines.append(f"{task:<34}{'new':>7}")
            continue
        lines.append(f"{task:<34}{statistics.median(ratios):>7.2f}{min(ratios):>7.2f}{max(ratios):>7.2f}")
    return "\n".join(lines)


def main(argv: Sequence[str]) -> int:
    """Compare, print the table and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--against", default="HEAD~1")
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--seconds", type=float, default=PATIENCE)
    asked = parser.parse_args(list(argv))
    with contextlib.ExitStack() as stack:
        try:
            place = stack.enter_context(checkout(asked.against))
            message = _git("log", "-1", "--format=%B")
        except (subprocess.CalledProcessError, OSError):
            sys.stdout.write(f"There is no commit {asked.against} here (a shallow clone?); speed was not compared.\n")
            return 0
        found: dict[str, list[float]] = {}
        now, before = Side(ROOT), Side(place)
        stack.callback(now.end)
        stack.callback(before.end)
        until = monotonic() + asked.seconds
        for task in (START, *TASKS):
            if monotonic() >= until:
                sys.stdout.write(f"Not compared, {asked.seconds:.0f} s are over: {task}.\n")
                continue
            found[task] = rounds(now, before, task, asked.rounds)
    sys.stdout.write(f"Seconds of this commit over those of {asked.against}, {asked.rounds} rounds:\n{table(found)}\n")
    return verdict(found, message)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
