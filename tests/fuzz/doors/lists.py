"""The door of plain files: months, lists of packages, agreements, settings, labels, manifests, Parquet, themes."""

import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any
from unittest.mock import patch

import numpy as np

from dealbuilder import paths, settings
from dealbuilder.analysis.backtest import observed
from dealbuilder.analysis.explore.question import Question, Stamps
from dealbuilder.analysis.negmas import outcome
from dealbuilder.analysis.negmas.domain import domain
from dealbuilder.cli import agreeing
from dealbuilder.cli.backtest import counted
from dealbuilder.cli.exploring.listed import members
from dealbuilder.document import lock, recovery
from dealbuilder.document.examples import examples
from dealbuilder.document.file import load
from dealbuilder.model.targets import read_targets
from dealbuilder.report import theme
from dealbuilder.report.ensemble import manifest, summary
from dealbuilder.report.ensemble.parquet import Hashed, Table
from tests.fuzz import afterwards, bits, oracle
from tests.fuzz.door import Door
from tests.fuzz.values import changed_json, changed_text

MONTHS = tuple(f"{2025 + month // 12}-{month % 12 + 1:02d}" for month in range(24))
CLAUSES = (
    '{"id": "a", "name": "A", "clauses": ["cn_whitelist=most@0-24", {"measure": "cn_customs", "level": "day_1"}]}\n'
)
STAMPS = Stamps(dealbuilder="0.1.0", catalogue="1", engine="x", numba="1", numpy="1", bits="x")
UNITS = {"supply_restored": "%", "leadership_cost": "point"}


def _months(path: Path) -> Any:
    found = counted(path)
    return found and observed(afterwards.catalogue(), found, MONTHS)


def _agreement(path: Path) -> Any:
    catalogue = afterwards.catalogue()
    package = load(paths.resources() / "examples" / "essay_full.deal").history.document.package()
    levels = outcome.read(agreeing._text(path), domain(catalogue, (package,), package))
    return outcome.agreed(catalogue, package, levels)


def _settings(path: Path) -> Any:
    found = settings.load(path.parent)
    return settings.Settings.model_validate(found.settings.model_dump())


def _label(path: Path) -> Any:
    return recovery._told(path.with_suffix(".deal"))


def _holder(path: Path) -> Any:
    with patch.object(lock, "_place", lambda _: path):
        found = lock.holder(path)
    return found.sentence("en") + found.sentence("zh")


def _parquet(path: Path) -> Any:
    table = Table(UNITS, {}, STAMPS, 1)
    return [*table.columns(path, list(UNITS), 1), *(gather("supply_restored") for gather in table.stretches([path], 1))]


READERS: dict[str, tuple[str, Callable[[Path], Any]]] = {
    "c": ("months.csv", _months),
    "k": ("packages.txt", lambda path: members(afterwards.catalogue(), path)),
    "v": ("packages.csv", lambda path: members(afterwards.catalogue(), path)),
    "j": ("packages.jsonl", lambda path: members(afterwards.catalogue(), path)),
    "n": ("agreement.json", _agreement),
    "s": (settings.FILE, _settings),
    "r": ("x.json", _label),
    "h": ("x.lock", _holder),
    "m": (manifest.MANIFEST, lambda path: manifest.read(path.parent)),
    "y": (manifest.SUMMARY, lambda path: list(summary.read(path.parent))),
    "q": ("part-000000.parquet", _parquet),
    "e": ("theme.toml", theme.read),
    "g": ("targets.toml", lambda path: read_targets(path, ("s",))),
    "x": ("examples.toml", lambda path: examples(path.parent)),
}
"""By the first byte: the name of the file, and who reads it."""


def seeds() -> Iterator[bytes]:
    """Yield one or two sound files for every reader."""
    resources = paths.resources()
    yield b"c" + b"\n".join((resources / "data" / "magnet_exports.csv").read_bytes().splitlines()[:12])
    yield b"c" + b'month,destination,tonnes\n2025-04,World,"2,626"\n2025-04,United States,58.1\n'
    yield b"k" + b"one: cn_whitelist=most@0-24 cn_customs=day_1\n# note\ncn_whitelist=all;cn_customs=day_1\n"
    yield b"v" + b"id,name,clauses\na,A,cn_whitelist=most@0-24 cn_customs=day_1\n"
    yield b"j" + CLAUSES.encode()
    yield b"n" + b'{"cn_whitelist": "most"}'
    yield b"n" + b"cn_whitelist: most\n"
    yield b"s" + settings.Settings().model_dump_json().encode()
    yield b"r" + b'{"original": "/tmp/x.deal", "at": "2026-01-01T00:00:00+00:00"}'
    yield b"h" + lock.Holder(who="a", pid=1, host="h", at="2026-01-01T00:00:00+00:00").model_dump_json().encode()
    question = Question(pack="2025-07", worldviews=("central",), draws=4, seed=1)
    part = manifest.Part(file="part-000000.parquet", worldview="central", first=0, last=1, begin=0, end=4, sha256="ab")
    fields = {"packages_sha256": "", "question": question, "with_parameters": False, "chunk": 4, "stamps": STAMPS}
    made = manifest.Manifest(deal="x", packages=1, indicators=tuple(UNITS), parts=(part,), **fields)
    yield b"m" + made.model_dump_json().encode()
    yield b"y" + (",".join(summary.HEADER) + "\na,central,supply_restored,%,4,1,1,1,1,\n").encode()
    file = io.BytesIO()
    Table(UNITS, {}, STAMPS, 1).write(Hashed(file), ["a"], "central", 0, np.ones((2, 1, 4)), {}, True)
    yield b"q" + file.getvalue()
    yield b"e" + (resources / "themes" / "light.toml").read_bytes()
    words = '{ en = "A", zh = "A" }'
    yield f'g[[target]]\nid = "a"\nlabel = {words}\nunit = "%"\nrule = "between"\nlow = 1\nsources = ["s"]\n'.encode()
    yield f'x[[example]]\nid = "a"\ntitle = {words}\nsummary = {words}\nclauses = []\n'.encode()


def mutate(data: bytes, dice: Random) -> bytes:
    """Return a file changed as what it is: JSON, lines of text, or bytes."""
    kind, rest = data[:1] or b"c", data[1:]
    if kind == b"q" or dice.random() < 0.15:
        return kind + bits.changed(rest, dice)
    text = rest.decode("utf-8", "replace")
    try:
        json.loads(text)
        text = changed_json(text, dice)
    except (ValueError, RecursionError):
        text = changed_text(text, dice)
    return kind + text.encode("utf-8", "replace")


def enter(data: bytes, folder: Path) -> bool:
    """Give a file to its reader."""
    name, read = READERS.get(data[:1].decode("latin-1"), READERS["c"])
    path = folder / name
    path.write_bytes(data[1:])
    return oracle.told(lambda: read(path), folder) is not None


DOOR = Door("lists", seeds, mutate, enter)
