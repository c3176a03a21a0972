"""A real Dask cluster on loopback: a scheduler and workers in processes of their own."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

from dealbuilder.engine import kernel_cache

ROOT = Path(__file__).resolve().parents[3]
STARTING = 60.0
"""Seconds that a process may take to start."""


class Machines:
    """Starts scheduler and workers, and ends every one of them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._file = folder / "scheduler.json"
        self._logs = (folder / "log.txt").open("w", encoding="utf-8")
        self.workers: list[subprocess.Popen[bytes]] = []
        self.scheduler = self._start("scheduler", "--host", "127.0.0.1", "--port", "0")
        begun = time.monotonic()
        while not self._file.exists():
            assert self.scheduler.poll() is None, self.said()
            assert time.monotonic() - begun < STARTING, self.said()
            time.sleep(0.05)

    @property
    def address(self) -> str:
        """Return the scheduler's address."""
        return json.loads(self._file.read_text(encoding="utf-8"))["address"]

    def add(self, count: int) -> None:
        """Start workers of one thread each."""
        for _ in range(count):
            place = self.folder / f"worker{len(self.workers)}"
            words = ("--nthreads", "1", "--no-nanny", "--memory-limit", "0", "--local-directory", str(place))
            self.workers.append(self._start("worker", *words))

    def kill(self, place: int) -> None:
        """Kill a worker as a power cut would."""
        self.workers[place].kill()
        self.workers[place].wait(timeout=20)

    def kill_scheduler(self) -> None:
        """Kill the scheduler."""
        self.scheduler.kill()
        self.scheduler.wait(timeout=20)

    def end(self) -> None:
        """End what is left."""
        for process in (*self.workers, self.scheduler):
            process.kill()
            process.wait(timeout=20)
        self._logs.close()

    def said(self) -> str:
        """Return what the processes have said."""
        return (self.folder / "log.txt").read_text(encoding="utf-8")

    def _start(self, what: str, *words: str) -> "subprocess.Popen[bytes]":
        command = [sys.executable, "-m", "dask", what, "--no-dashboard", "--scheduler-file", str(self._file), *words]
        # Workers load these sources and this process's kernels: none compiles anything.
        surroundings = {**os.environ, "PYTHONPATH": str(ROOT), "NUMBA_CACHE_DIR": str(kernel_cache.FOLDER)}
        return subprocess.Popen(command, cwd=ROOT, env=surroundings, stdout=self._logs, stderr=self._logs)
