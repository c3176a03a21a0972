"""Fuzzing one door, guided by coverage: `python -m tests.fuzz.run DOOR --seconds N` (needs the extra `fuzz`).

What is found is written below the folder named by --out, one input and one trace a kind of fault.
"""

import argparse
import hashlib
import json
import os
import random
import resource
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import atheris

NAMES = ("deal", "pdf", "tables", "catalogue", "lists")
LARGEST = 600_000
"""Bytes of one input."""
ADDRESSES = 6 * 2**30
"""Bytes of address space the whole process may take; a value that swells runs into it."""

ENGINE = Path(__file__).resolve().parents[2] / "dealbuilder" / "engine"
RESOURCES = ENGINE.parent.parent / "resources"
UNTRACED = [f"dealbuilder.engine.{path.stem}" for path in ENGINE.glob("*.py")]
"""The engine is compiled by Numba, which cannot read traced code."""

with atheris.instrument_imports(include=["dealbuilder", "tomllib", "csv"], exclude=["dealbuilder.engine", *UNTRACED]):
    from dealbuilder.document import file
    from tests.fuzz import afterwards, bits
    from tests.fuzz.doors import every


class Campaign:
    """Counts what was tried and keeps one example of each kind of fault."""

    def __init__(self, name: str, out: Path, folder: Path) -> None:
        self.door, self.out, self.folder = every.DOORS[name], out, folder
        self.tried = self.taken = 0
        self.kinds: dict[str, int] = {}
        self.begun = time.time()

    def one(self, data: bytes) -> None:
        """Give one input to the door and note a fault instead of stopping at it."""
        self.tried += 1
        if self.tried % 200 == 0:
            self.told()
        with _emptied(self.folder):
            try:
                self.taken += self.door.enter(bytes(data), self.folder)
            except KeyboardInterrupt:
                raise
            except BaseException as error:
                self._found(bytes(data), error)

    def _found(self, data: bytes, error: BaseException) -> None:
        trace = traceback.extract_tb(error.__traceback__)
        frames = [f"{frame.filename.rsplit('/', 1)[-1]}:{frame.name}" for frame in trace]
        said = str(error)[:60] if type(error).__name__ == "Fault" else ""
        kind = hashlib.sha256("|".join((type(error).__name__, *frames[-3:], said)).encode()).hexdigest()[:10]
        self.kinds[kind] = self.kinds.get(kind, 0) + 1
        if self.kinds[kind] == 1:
            (self.out / f"{kind}.input").write_bytes(data)
            (self.out / f"{kind}.txt").write_text("".join(traceback.format_exception(error)), "utf-8", "replace")
            sys.stderr.write(f"\nFOUND {kind} {type(error).__name__}: {str(error)[:200]}\n")

    def told(self) -> None:
        """Write how far the campaign is."""
        figures = {"tried": self.tried, "taken": self.taken, "seconds": round(time.time() - self.begun)}
        figures["kinds"] = self.kinds
        (self.out / "figures.json").write_text(json.dumps(figures), encoding="utf-8")


@contextmanager
def _emptied(folder: Path) -> Iterator[None]:
    try:
        yield
    finally:
        for path in sorted(folder.rglob("*"), reverse=True):
            path.rmdir() if path.is_dir() and not path.is_symlink() else path.unlink()


def main() -> None:
    """Fuzz one door."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("door", choices=NAMES)
    parser.add_argument("--seconds", type=int, default=300)
    parser.add_argument("--out", type=Path, default=Path("fuzz-out"))
    asked = parser.parse_args()
    out = asked.out / asked.door
    corpus = out / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    door = every.DOORS[asked.door]
    for seed in door.seeds():
        (corpus / hashlib.sha1(seed, usedforsecurity=False).hexdigest()).write_bytes(seed)
    resource.setrlimit(resource.RLIMIT_AS, (ADDRESSES, ADDRESSES))
    shared = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    with tempfile.TemporaryDirectory(dir=shared) as folder:
        campaign = Campaign(asked.door, out, Path(folder))
        # Once, before the clock runs: compiling the engine takes a minute and is nobody's fault.
        afterwards.used(file.load(next((RESOURCES / "examples").glob("*.deal"))), b"")
        for seed in door.seeds():
            campaign.one(seed)

        def mutate(data: bytes, most: int, seed: int) -> bytes:
            dice = random.Random(seed)
            if dice.random() < 0.15:
                return atheris.Mutate(data, most)
            try:
                changed = door.mutate(bytes(data), dice)
            except Exception:
                # What is broken already may be past changing by its structure.
                changed = bits.changed(bytes(data), dice)
            return changed if len(changed) <= most else atheris.Mutate(data, most)

        options = (f"-max_total_time={asked.seconds}", f"-max_len={LARGEST}", "-timeout=120", "-rss_limit_mb=5000")
        words = ["fuzz", *options, "-print_final_stats=1", f"-artifact_prefix={out}/", str(corpus)]
        atheris.Setup(words, campaign.one, custom_mutator=mutate)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
