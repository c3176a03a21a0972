"""Runs a module with the internet forbidden: `python -m tests.offline MODULE ARGUMENTS…`; a try ends it with code 97.

The kernel forbids it where it lets us (`SHUT` before the command: a network of its own without any device), and a watch
on the interpreter sees every try. Sockets of this machine alone (D-Bus, X) are let be.
"""

import os
import runpy
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

CAUGHT = 97
FAMILIES = (socket.AF_INET, socket.AF_INET6)
NAMES = ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "urllib.Request", "http.client.connect")


class _Watch:
    """Notes every try to reach the internet while it is armed; `deadly` ends the process at the first."""

    def __init__(self) -> None:
        self.armed = self.deadly = False
        self.tries: list[str] = []

    def __call__(self, event: str, arguments: tuple[Any, ...]) -> None:
        if not self.armed:
            return
        if event in NAMES or (event == "socket.__new__" and arguments[1] in FAMILIES):
            self.tries.append(f"{event} {arguments[1:]}")
            if self.deadly:
                sys.stderr.write(f"reached for the internet: {self.tries[-1]}\n")
                sys.stderr.flush()
                os._exit(CAUGHT)


_watch = _Watch()
_hooked: list[bool] = []


def _hook() -> None:
    if not _hooked:
        sys.addaudithook(_watch)
        _hooked.append(True)


@contextmanager
def watched() -> Iterator[list[str]]:
    """Give the list of tries to reach the internet that are made within."""
    _hook()
    _watch.armed, _watch.tries = True, []
    try:
        yield _watch.tries
    finally:
        _watch.armed = False


@lru_cache(maxsize=1)
def shut() -> tuple[str, ...]:
    """Return what to put before a command so that the kernel gives it no network; nothing where that is not allowed."""
    command = ("unshare", "-rn", "--")
    try:
        allowed = subprocess.run([*command, "true"], capture_output=True, check=False).returncode == 0
    except OSError:
        allowed = False
    return command if allowed else ()


def main() -> None:
    """Run a module as a program, offline."""
    _hook()
    _watch.armed = _watch.deadly = True
    del sys.argv[0]
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
