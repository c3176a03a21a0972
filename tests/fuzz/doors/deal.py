"""The door of deal files: pages, rows, JSON in cells, journal, versions, session, plan, sealed values."""

import zlib
from collections.abc import Iterator
from pathlib import Path
from random import Random

from dealbuilder import paths
from dealbuilder.document import file
from tests.fuzz import afterwards, bits, oracle, rows
from tests.fuzz.door import Door
from tests.fuzz.seeds import whole

USED = 12
"""One deal in so many is scored and printed as well."""
HEADER = ((16, b"\x04\x00"), (18, b"\x01\x01"), (56, b"\0\0\0\1"), (68, b"DEAL"))
"""What a file must say of itself to get past the first look."""


def seeds() -> Iterator[bytes]:
    """Yield shipped deals, old files, and one that uses everything a deal can hold."""
    for name in ("essay_full", "busan", "no_deal"):
        yield (paths.resources() / "examples" / f"{name}.deal").read_bytes()
    for path in sorted((Path(__file__).parents[2] / "old_files").glob("*.deal")):
        yield path.read_bytes()
    yield whole()


def mutate(data: bytes, dice: Random) -> bytes:
    """Return a deal file changed by its rows, or by its bytes with a header that still passes."""
    if dice.random() < 0.6:
        return rows.changed(data, dice)
    changed = bytearray(bits.changed(data, dice))
    if dice.random() < 0.7 and len(changed) >= 100:
        for place, right in HEADER:
            if place != 16 or dice.random() < 0.5:
                changed[place : place + len(right)] = right
        size = int.from_bytes(changed[16:18], "big") or 1_024
        if dice.random() < 0.8:
            changed[28:32] = (len(changed) // size).to_bytes(4, "big")
    return bytes(changed)


def enter(data: bytes, folder: Path) -> bool:
    """Open a deal file; what opens must stay what it is."""
    path = folder / "x.deal"
    path.write_bytes(data)
    loaded = oracle.told(lambda: file.open_any(path), folder)
    if loaded is None:
        return False
    afterwards.kept(loaded)
    if zlib.crc32(data) % USED == 0:
        afterwards.used(loaded, data)
    return True


DOOR = Door("deal", seeds, mutate, enter)
