"""The door of a room's tables: many strangers' files read at once, gathered, scored, merged and written out."""

import zlib
from collections.abc import Iterator
from pathlib import Path
from random import Random

from dealbuilder import paths
from dealbuilder.analysis.evaluate import Evaluator
from dealbuilder.analysis.evaluation import Setting
from dealbuilder.analysis.room.merging import merged
from dealbuilder.analysis.room.own import gathered
from dealbuilder.analysis.room.standing import room
from dealbuilder.cli.tabling import shared
from dealbuilder.document.tables import Reading, read_tables
from dealbuilder.errors import DealError
from dealbuilder.report.room import outlets
from tests.fuzz import afterwards, bits, oracle
from tests.fuzz.door import Door
from tests.fuzz.doors import deal, pdf
from tests.fuzz.seeds import whole

USED = 15
"""One room in so many is scored as well."""


def seeds() -> Iterator[bytes]:
    """Yield rooms of two or three files: deals, a PDF, the same deal twice."""
    folder = paths.resources() / "examples"
    full, busan = ((folder / f"{name}.deal").read_bytes() for name in ("essay_full", "busan"))
    yield bits.joined([full, busan])
    yield bits.joined([whole(), busan, next(pdf.seeds())])
    yield bits.joined([whole(), whole()])


def mutate(data: bytes, dice: Random) -> bytes:
    """Return a room with one file changed, doubled or taken away."""
    parts = bits.parted(data)
    if not parts:
        return bits.joined([whole()])
    place = dice.randrange(len(parts))
    if dice.random() < 0.1:
        parts.append(parts[place])
    elif dice.random() < 0.05:
        del parts[place]
    else:
        mutate = pdf.mutate if parts[place].startswith(b"%PDF") else deal.mutate
        parts[place] = mutate(parts[place], dice)
    return bits.joined(parts)


def enter(data: bytes, folder: Path) -> bool:
    """Read a room's files; every file is a table or is skipped with a reason."""
    files: list[Path] = []
    for place, part in enumerate(bits.parted(data)):
        path = folder / f"{'abcdef'[place]}.deal"
        path.write_bytes(part)
        files.append(path)
    found = oracle.told(lambda: read_tables(files), folder)
    if found is None:
        raise oracle.Fault("a room is refused as a whole")
    if {one.path for one in (*found.tables, *found.skipped)} != set(files):
        raise oracle.Fault("a file is neither a table nor skipped")
    if not all(one.reason.en.strip() and one.reason.zh.strip() for one in found.skipped):
        raise oracle.Fault("a file was skipped without a reason")
    if found.tables and zlib.crc32(data) % USED == 0:
        _used(found, data)
    return bool(found.tables)


def _used(found: Reading, data: bytes) -> None:
    shipped = afterwards.catalogue()
    document = shared(shipped, found.tables)
    deals = [table.deal for table in found.tables]
    together = gathered(shipped, deals, document.measures)
    known = shipped.with_measures(together.measures)
    view, changes = document.assumptions.worldview, document.assumptions.changes
    setting = Setting(document.pack, view, changes, 4, injects=document.injects)
    merged(known, together.deals[0], together.deals[-1], own=together.measures)
    try:
        scored = room(Evaluator(known), together.deals, setting, together.notices)
    except DealError:
        return
    told = outlets.Told(scored, tuple(str(table.path) for table in found.tables), found.skipped)
    kind = outlets.KINDS[zlib.crc32(data) // USED % 4]
    if not outlets.exported(kind, told, "zh"):
        raise oracle.Fault("a room's paper is empty")


DOOR = Door("tables", seeds, mutate, enter)
