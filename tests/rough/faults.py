"""One call to the system fails: every one in turn, found by counting them on a run in which none does.

All of `os` and every file that Python opens go through here while a `Faults` is at work, so a call that is new in the
program is counted and failed as well, without a line changed here.
"""

import builtins
import contextlib
import errno
import fcntl
import io
import os
import types
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

ERRORS = (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EINTR, errno.EROFS, errno.ESTALE)
SHORT = -1
"""In place of an error: a write takes only half of what it is given, as the system may."""
_NO_CALLS = frozenset(
    {"fspath", "fsencode", "fsdecode", "getpid", "urandom", "strerror", "cpu_count", "get_terminal_size", "_exit"}
    | {"register_at_fork", "fork", "waitpid", "kill", "get_blocking", "isatty", "times", "umask", "getppid"}
    | {"WIFSIGNALED", "WEXITSTATUS", "_path_splitroot", "_path_normpath", "device_encoding", "set_inheritable"}
)
"""Functions of `os` that touch no file."""


@dataclass
class Faults:
    """Counts calls; the one numbered `at` (from 0) fails with `error`, and all after it too if `ever`.

    With `stop` the process ends just after that call, as in a power cut, and nothing is cleaned up.
    """

    at: int = -1
    error: int = 0
    ever: bool = False
    stop: bool = False
    calls: list[str] = field(default_factory=list)

    def meet(self, name: str) -> bool:
        """Count a call; raise OSError if it is the one to fail, return whether the process must end after it."""
        number = len(self.calls)
        self.calls.append(name)
        due = number == self.at or (self.ever and number > self.at >= 0)
        if due and not self.stop and self.error > 0:
            raise OSError(self.error, os.strerror(self.error))
        return due and self.stop

    def half(self) -> bool:
        """Say whether the write just counted is to be cut short."""
        return self.error == SHORT and len(self.calls) - 1 == self.at


class _Raw(io.FileIO):
    """A file whose every call is counted."""

    faults: Faults

    def write(self, data) -> int:
        end = self.faults.meet("write")
        whole = memoryview(data).cast("B")
        written = super().write(whole[: max(1, len(whole) // 2)] if self.faults.half() and len(whole) > 1 else whole)
        return _after(end, written)

    def readinto(self, buffer) -> int:
        end = self.faults.meet("read")
        return _after(end, super().readinto(buffer))

    def readall(self) -> bytes:
        end = self.faults.meet("read")
        return _after(end, super().readall())

    def close(self) -> None:
        if self.closed:
            return
        # The system closes a file also where it answers that it could not.
        try:
            end = self.faults.meet("close")
        finally:
            super().close()
        _after(end, None)


def _after(end: bool, value):
    if end:
        os._exit(7)
    return value


@contextlib.contextmanager
def at_work(faults: Faults) -> Iterator[Faults]:
    """Let every call of this process to the file system go through the faults."""
    kept = {(os, name): getattr(os, name) for name in _calls()} | {(fcntl, "flock"): fcntl.flock}
    kept |= {(module, "open"): module.open for module in (io, builtins)} | {(os, "fdopen"): os.fdopen}
    for (module, name), real in kept.items():
        if name not in ("fdopen",) and module not in (io, builtins):
            setattr(module, name, _counted(faults, name, real))
    for module in (io, builtins):
        module.open = _opening(faults)
    os.fdopen = lambda handle, mode="r", *rest, **more: _opened(faults, handle, mode)
    try:
        yield faults
    finally:
        for (module, name), real in kept.items():
            setattr(module, name, real)


def _calls() -> list[str]:
    found = (name for name in dir(os) if isinstance(getattr(os, name), types.BuiltinFunctionType))
    return [
        name for name in found if name not in _NO_CALLS and not name.startswith(("sched", "posix_spawn", "W", "get"))
    ]


def _counted(faults: Faults, name: str, real: Callable[..., object]) -> Callable[..., object]:
    def call(*args, **more):
        end = faults.meet(name)
        try:
            return real(*args, **more)
        finally:
            _after(end, None)

    return call


def _opening(faults: Faults):
    def opened(path, mode="r", *rest, **more):
        if isinstance(path, int):
            return _opened(faults, path, mode)
        end = faults.meet("open")
        return _after(end, _opened(faults, path, mode, **more))

    return opened


def _opened(faults: Faults, what, mode: str, **more):
    raw = _Raw.__new__(_Raw)
    raw.faults = faults
    raw.__init__(what, mode.replace("b", "").replace("t", ""))
    buffered = (
        (io.BufferedReader if "r" in mode else io.BufferedWriter)(raw) if "+" not in mode else io.BufferedRandom(raw)
    )
    if "b" in mode:
        return buffered
    return io.TextIOWrapper(buffered, encoding=more.get("encoding") or "utf-8", newline=more.get("newline"))
