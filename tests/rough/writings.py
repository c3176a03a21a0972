"""Every way in which the program puts a file in a place, broken at each of its calls.

`python -m tests.rough.writings fails` lets each call fail once with each error, `... cuts` ends the process after each.
"""

import argparse
import contextlib
import json
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from dealbuilder import settings
from dealbuilder.document import edits, file, recovery, replacing
from dealbuilder.document.history import History
from dealbuilder.errors import DealError
from dealbuilder.settings import Settings
from tests.document.deals import full_deal
from tests.rough.faults import ERRORS, SHORT, Faults, at_work

Write = Callable[[], object]
Row = dict[str, object]
OLD, NEW = b"old " * 3_000, b"new " * 5_000


def writings(folder: Path) -> dict[str, tuple[Write, Write]]:
    """Return every way in which the program puts a file in a place, by name."""
    history = History.start(full_deal())
    old, new = history, history.do(edits.Rename(title="new"))
    data = {}

    def save(history):
        return lambda: data.__setitem__(
            "digest", file.save(folder / "a.deal", history, expected=data.get("digest", ""))
        )

    def aside(history):
        return lambda: recovery.put_aside(history, None, aside=folder / "a.deal")

    def keep(language):
        return lambda: settings.save(folder, Settings(language=language))

    def bytes_(what):
        return lambda: replacing.replace_file(folder / "a.csv", what)

    def pieces(what):
        return lambda: replacing.replace_pieces(folder / "a.csv", [what[:7], what[7:]])

    return {
        "save": (save(old), save(new)),
        "put aside": (aside(old), aside(new)),
        "export": (bytes_(OLD), bytes_(NEW)),
        "export in pieces": (pieces(OLD), pieces(NEW)),
        "settings": (keep("en"), keep("zh")),
    }


NAMES = ("save", "put aside", "export", "export in pieces", "settings")


def contents(folder: Path) -> dict[str, bytes]:
    """Return what lies in a folder."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def cuts(base: Path) -> list[Row]:
    """Cut the power after each call of each writing, in children, and return how often what was left."""
    rows: list[Row] = []
    for name in NAMES:
        number, left = 0, {"what": name, "cuts": 0, "old": 0, "new": 0, "neither": 0, "rests": 0}
        dry = base / name / "dry"
        dry.mkdir(parents=True)
        for step in writings(dry)[name]:
            step()
        after = contents(dry)
        while True:
            folder = base / name / str(number)
            folder.mkdir(parents=True)
            old, new = writings(folder)[name]
            old()
            before = contents(folder)
            pid = os.fork()
            if pid == 0:
                try:
                    with at_work(Faults(at=number, stop=True)):
                        new()
                finally:
                    os._exit(0)
            left["cuts"] += 1
            ended = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
            now = contents(folder)
            left["rests"] += bool(set(now) - set(before))
            left["old" if all(now.get(each) == before[each] for each in before) else "new"] += 1
            left["neither"] += any(now.get(each) not in (before[each], after[each]) for each in before)
            if ended == 0:
                break
            number += 1
        rows.append(left)
    return rows


def fails(base: Path) -> list[Row]:
    """Let each call of each writing fail once with each error and return how often what was left."""
    rows: list[Row] = []
    for name in NAMES:
        dry = base / name
        dry.mkdir()
        old, new = writings(dry)[name]
        old()
        with at_work(Faults()) as run:
            new()
        after = contents(dry)
        left = {"what": name, "calls": len(run.calls), "injected": 0, "old": 0, "new": 0, "neither": 0, "rests": 0}
        for error in (*ERRORS, SHORT):
            for number in range(len(run.calls)):
                folder = base / f"{name} {error} {number}"
                folder.mkdir()
                old, new = writings(folder)[name]
                old()
                before = contents(folder)
                with contextlib.suppress(DealError, OSError), at_work(Faults(at=number, error=error)):
                    new()
                now = contents(folder)
                left["injected"] += 1
                left["rests"] += bool(set(now) - set(before))
                left["old" if all(now.get(each) == before[each] for each in before) else "new"] += 1
                left["neither"] += any(now.get(each) not in (before[each], after[each]) for each in before)
        rows.append(left)
    return rows


def main() -> int:
    """Break every writing in one of the two ways and print the figures as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("how", choices=("fails", "cuts"))
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="rough-") as folder:
        rows = (fails if asked.how == "fails" else cuts)(Path(folder))
    sys.stdout.write(json.dumps(rows, indent=1) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
