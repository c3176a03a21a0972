"""After the kill: is the file whole, what is missing, what is offered, what lies about."""

import csv
import zipfile
from dataclasses import dataclass, field
from pathlib import Path

import pikepdf

from dealbuilder import paths
from dealbuilder.document import carrier, file, recovery
from dealbuilder.errors import DealError
from tests.rough.truth import Told, digest


@dataclass
class Verdict:
    """What one kill left; `wrong` is empty if nothing that must not happen has happened."""

    phase: str
    edits: int = 0
    lost: int = 0
    lost_seconds: float = 0.0
    offered: int = 0
    restored: int = 0
    litter: int = 0
    wrong: list[str] = field(default_factory=list)
    in_file: str = ""
    best: str = ""
    """The mark of the newest state that was kept."""


def judged(told: Told, deal: Path, killed: float, before: str, known: set[str]) -> Verdict:
    """Return the verdict on what a child left; `before` is the newest state that was kept before it began.

    `known` are all states that ever came about on this desk; those of the child are added.
    """
    verdict = Verdict(told.phase(), edits=len(told.states[1:]))
    verdict.wrong += [f"fault: {fault}" for fault in told.faults]
    if told.states and before and told.states[0][1] != before:
        verdict.wrong.append("what was kept did not come back on the desk")
    verdict.restored = int(bool(told.restored) and told.restored == before)
    marks = {*_of_file(deal, verdict), *_of_copies(verdict)}
    known |= {state for _, state in told.states}
    untold = marks - known
    for mark in untold:
        # A command tells of its work only when it is done, and a window that is slow to paint of an edit only after
        # it was put aside; the kill may fall between.
        cut_off = "edit" in told.doing or (mark == verdict.in_file and "save" in told.doing)
        if not cut_off:
            verdict.wrong.append("a state is kept that never was")
    known |= marks
    # A child that was killed before it could tell anything has changed nothing: what was best before still is.
    newest = len(told.states)
    places = {mark: max(told.place(mark), 0 if mark == before else -1) for mark in marks}
    places |= dict.fromkeys(untold, newest)
    if before and told.place(before) < 0 and before not in marks:
        verdict.wrong.append("the state of before is gone")
    verdict.best = max(marks, key=lambda mark: places[mark], default=before)
    missing = told.states[max([0, *places.values()]) + 1 :]
    if missing:
        verdict.lost, verdict.lost_seconds = len(missing), killed - missing[0][0]
    _look_at_exports(deal, verdict)
    verdict.litter = len(rests(deal.parent)) + len(rests(paths.state_folder()))
    return verdict


def _of_file(deal: Path, verdict: Verdict) -> list[str]:
    if not deal.exists():
        return []
    try:
        loaded = file.load(deal)
    except DealError as error:
        verdict.wrong.append(f"the file does not open: {error}")
        return []
    if loaded.notices:
        verdict.wrong.append(f"the file is not whole: {loaded.notices}")
    verdict.in_file = digest(loaded.history.document)
    return [verdict.in_file]


def _of_copies(verdict: Verdict) -> list[str]:
    """Return the states that are offered; each is restored as the program would."""
    marks = []
    for one in recovery.recoverable():
        verdict.offered += 1
        try:
            loaded = recovery.restore(one)
        except DealError as error:
            verdict.wrong.append(f"a copy does not open: {error}")
            continue
        marks.append(digest(loaded.history.document))
    if list((recovery.folder() / "broken").glob("*")):
        verdict.wrong.append("a broken copy was moved away")
    return marks


def _look_at_exports(deal: Path, verdict: Verdict) -> None:
    for path in sorted(deal.parent.iterdir()):
        try:
            if path.suffix == ".pdf":
                with pikepdf.open(path) as pdf:
                    _ = len(pdf.pages)
                carrier.load(path)
            elif path.suffix == ".xlsx":
                with zipfile.ZipFile(path) as book:
                    if book.testzip() is not None:
                        raise ValueError("a part is broken")
            elif path.suffix == ".csv":
                rows = list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines()))
                if not rows or len(rows[-1]) != len(rows[0]) or not path.read_bytes().endswith(b"\n"):
                    raise ValueError("it is cut off")
        except Exception as error:
            verdict.wrong.append(f"{path.name} is not whole: {error!r}")


def rests(folder: Path) -> list[Path]:
    """Return what writings that were cut off left below a folder."""
    return [*folder.rglob(".*.tmp"), *folder.rglob("*.new")] if folder.exists() else []
