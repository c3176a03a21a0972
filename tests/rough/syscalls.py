"""The real thing: strace makes real calls of a real save fail, one after the other, and a small disk runs full.

`python -m tests.rough.syscalls faults` needs strace; `python -m tests.rough.syscalls full` needs the right to mount.
"""

import argparse
import json
import os
import re
import select
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from dealbuilder.document import file, recovery, replacing
from dealbuilder.document.edits import Rename, WriteNote
from dealbuilder.document.history import History
from dealbuilder.errors import DealError
from tests.document.deals import full_deal

CALLS = (
    "openat,write,pwrite64,writev,fsync,fdatasync,close,chmod,fchmod,fchmodat,chown,fchown,rename,renameat,renameat2,"
    "unlink,unlinkat,mkdir,newfstatat,statx,access,faccessat,faccessat2,readlink,flock,read,lseek,ioctl,getdents64"
)
ERRORS = ("ENOSPC", "EIO", "EACCES", "EINTR", "EROFS", "ESTALE", "EDQUOT")
SAVED, REFUSED, FAULT = 0, 3, 4
SMALL = "300k"
"""A disk that holds a deal once and not twice."""


def writings(folder: Path) -> dict[str, tuple[Callable[[], object], Callable[[], object]]]:
    """Return how an old file and a new one are written, for each way in which the program writes."""
    old = History.start(full_deal())
    new = old.do(Rename(title="new"))
    return {
        "save": (lambda: file.save(folder / "a.deal", old), lambda: file.save(folder / "a.deal", new)),
        "recovery copy": (
            lambda: recovery.put_aside(old, None, aside=folder / "b.deal"),
            lambda: recovery.put_aside(new, None, aside=folder / "b.deal"),
        ),
        "export": (
            lambda: replacing.replace_by(folder / "c.csv", lambda out: out.write(b"old," * 9_000)),
            lambda: replacing.replace_by(folder / "c.csv", lambda out: out.write(b"new," * 9_999)),
        ),
    }


def contents(folder: Path) -> dict[str, bytes]:
    """Return what lies in a folder."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def traced(write: Callable[[], object], inject: str, log: Path) -> int:
    """Do one writing in a child whose calls strace watches and fails; return how it ended."""
    ready, go = os.pipe(), os.pipe()
    pid = os.fork()
    if pid == 0:
        code = FAULT
        try:
            os.write(ready[1], b"r")
            os.read(go[0], 1)
            write()
            code = SAVED
        except DealError:
            code = REFUSED
        finally:
            os._exit(code)
    os.read(ready[0], 1)
    line = ["strace", "-f", "-p", str(pid), "-o", str(log), "-e", f"trace={CALLS}", *(["-e", inject] if inject else [])]
    with subprocess.Popen(line, stderr=subprocess.PIPE) as watcher:
        seen = b""
        while b"attached" not in seen and select.select([watcher.stderr], [], [], 20)[0]:
            got = os.read(watcher.stderr.fileno(), 4096)
            if not got:
                raise SystemExit(f"strace does not work here: {seen.decode()}")
            seen += got
        os.write(go[1], b"g")
        _, status = os.waitpid(pid, 0)
        watcher.wait()
    for end in (*ready, *go):
        os.close(end)
    return os.waitstatus_to_exitcode(status)


def counted(log: Path) -> Counter[str]:
    """Return how often each call was made, as strace wrote them down; the child's first read is the signal to go."""
    found = Counter(re.findall(r"^\d+ (?:<\.\.\. )?(\w+)\(", log.read_text(errors="replace"), re.MULTILINE))
    return found


def faults(base: Path) -> list[dict[str, object]]:
    """Fail every call of every writing with every error and return what came of it."""
    rows: list[dict[str, object]] = []
    for name in writings(base):
        dry = base / "dry"
        dry.mkdir()
        old, new = writings(dry)[name]
        old()
        before = contents(dry)
        if traced(new, "", base / "log") != SAVED:
            raise SystemExit(f"{name} does not even work undisturbed")
        after, calls = contents(dry), counted(base / "log")
        shutil.rmtree(dry)
        row: dict[str, object] = {"what": name, "calls": sum(calls.values()), "kinds": len(calls), "injected": 0}
        row |= {"old": 0, "new": 0, "neither": 0, "rests": 0, "faults": 0}
        tally = Counter[str]()
        for call, times in calls.items():
            for error in ERRORS:
                for number in range(1, times + 1):
                    folder = base / "one"
                    folder.mkdir()
                    old, new = writings(folder)[name]
                    old()
                    ended = traced(new, f"inject={call}:error={error}:when={number}", base / "log")
                    # The signal to go is the child's own read, and a fault of it is none of the program's.
                    if call == "read" and number == 1:
                        shutil.rmtree(folder)
                        continue
                    tally += _judged(before, after, contents(folder), ended, f"{name} {call} {number} {error}")
                    shutil.rmtree(folder)
        rows.append(row | tally)
    return rows


def _judged(before: dict[str, bytes], after: dict[str, bytes], now: dict[str, bytes], ended: int, what: str) -> Counter:
    sound = all(now.get(name) in (before[name], after[name]) for name in before)
    main = next(name for name in before if not name.endswith(".json"))
    found = Counter(injected=1, rests=int(bool(set(now) - set(before))), faults=int(ended not in (SAVED, REFUSED)))
    found["neither" if not sound else "new" if now[main] == after[main] else "old"] += 1
    if not sound or ended not in (SAVED, REFUSED) or (ended == SAVED and now[main] != after[main]):
        sys.stdout.write(f"!! {what}: ended with {ended}, sound {sound}\n")
    return found


def full(base: Path) -> dict[str, object]:
    """Save ever larger deals to a disk that runs full, free some room again, and return what came of it."""
    disk = base / "disk"
    disk.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={SMALL}", "none", str(disk)], check=True)
    row = {"saved": 0, "refused": 0, "whole": 0, "rests": 0, "again": 0}
    try:
        path, history = disk / "a.deal", History.start(full_deal())
        file.save(path, history)
        kept = history
        for number in range(40):
            history = history.do(WriteNote(text=f"{number} " + "x" * 6_000))
            try:
                file.save(path, history)
                kept = history
                row["saved"] += 1
            except DealError as error:
                if "disk is full" not in str(error):
                    raise
                row["refused"] += 1
            row["whole"] += file.load(path).history.document == kept.document
            row["rests"] += len(contents(disk)) - 1
        kept = History.start(kept.document)
        file.save(path, kept)
        row["again"] += file.load(path).history.document == kept.document
    finally:
        subprocess.run(["umount", str(disk)], check=True)
    return row


def main() -> int:
    """Run one of the trials and print its figures as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=("faults", "full"))
    parser.add_argument("--out", type=Path)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="rough-") as folder:
        found = faults(Path(folder)) if asked.what == "faults" else full(Path(folder))
    text = json.dumps(found, indent=1) + "\n"
    sys.stdout.write(text)
    if asked.out:
        asked.out.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
