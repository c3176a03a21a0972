"""The door of the catalogue: TOML instead of the shipped files, and what a deal adds: measures, injects, roles."""

import dataclasses
import json
import zlib
from collections.abc import Iterator
from pathlib import Path
from random import Random

from dealbuilder.document import embed
from dealbuilder.document.history import History
from dealbuilder.document.loaded import Loaded
from dealbuilder.errors import CatalogueProblems
from dealbuilder.model.inject import Inject
from dealbuilder.model.lens import LensChange
from dealbuilder.model.loading import load_catalogue
from dealbuilder.model.measure import Measure
from dealbuilder.model.package import Clause
from tests.document.deals import full_deal
from tests.fuzz import afterwards, bits, oracle
from tests.fuzz.door import Door
from tests.fuzz.values import changed_json, changed_text
from tests.model.test_loading import MEASURE, SOUND

KINDS = {"measure": Measure, "inject": Inject, "lens": LensChange}
PACK = 'id = "2025-07"\nlabel = { en = "P", zh = "P" }\n'
USED = 6
"""One deal in so many with something added to the catalogue is scored as well."""


def seeds() -> Iterator[bytes]:
    """Yield TOML files, and measures, injects and roles as a deal carries them; the first byte says which."""
    yield b"t" + SOUND.encode()
    yield b"t" + (SOUND + MEASURE).encode()
    yield b"p" + PACK.encode()
    deal = full_deal()
    for one in (*deal.measures, *deal.injects, *deal.lenses):
        kind = next(name for name, model in KINDS.items() if isinstance(one, model))
        yield kind[:1].encode() + one.model_dump_json().encode()
    known = afterwards.catalogue()
    yield b"m" + known.measures[0].model_copy(update={"id": "own_x"}).model_dump_json().encode()
    yield b"i" + known.injects[0].model_dump_json().encode()
    yield b"l" + json.dumps({"lens": json.loads(known.lenses[0].model_dump_json()), "reason": "", "who": ""}).encode()


def mutate(data: bytes, dice: Random) -> bytes:
    """Return a text changed as JSON or TOML, now and then as bytes."""
    if dice.random() < 0.15 or len(data) < 2:
        return data[:1] + bits.changed(data[1:], dice)
    text = data[1:].decode("utf-8", "replace")
    changed = changed_text(text, dice) if data[:1] in b"tp" else changed_json(text, dice)
    return data[:1] + changed.encode("utf-8", "replace")


def enter(data: bytes, folder: Path) -> bool:
    """Load a catalogue, or a deal that adds to the shipped one."""
    kind, text = data[:1], data[1:]
    if kind in (b"t", b"p"):
        return _loaded(text, folder, "packs" if kind == b"p" else "catalogue")
    name = next((name for name in KINDS if name[:1].encode() == kind), None)
    return False if name is None else _added(name, text, folder)


def _loaded(text: bytes, folder: Path, where: str) -> bool:
    for below in ("catalogue", "packs"):
        (folder / below).mkdir()
    if where == "packs":
        (folder / "catalogue" / "base.toml").write_text(SOUND, encoding="utf-8")
    (folder / where / "2025-07.toml").write_bytes(text)

    def load() -> object:
        try:
            return load_catalogue(folder)
        except CatalogueProblems as error:
            if len(error.problems) > 20_000 or not all(problem.text for problem in error.problems):
                raise oracle.Fault(f"{len(error.problems)} problems") from error
            return None

    return oracle.told(load, folder) is not None


def _added(name: str, text: bytes, folder: Path) -> bool:
    deal = full_deal()

    def added() -> object:
        try:
            one = KINDS[name].model_validate_json(text)
        except ValueError:
            return None
        field = {"measure": "measures", "inject": "injects", "lens": "lenses"}[name]
        fields = {**dict(deal), field: (one,), "plan": None}
        if isinstance(one, Measure):
            clause = Clause(measure=one.id, level=one.levels[-1].id)
            package = deal.packages[0].model_copy(update={"clauses": (clause,)})
            fields |= {"packages": (package,), "active": package.id, "baseline": None}
        try:
            document = type(deal)(**fields)
        except ValueError:
            return None
        return embed.from_bytes(embed.to_bytes(History.start(document)))

    loaded = oracle.told(added, folder)
    if not isinstance(loaded, Loaded):
        return False
    afterwards.kept(loaded)
    if zlib.crc32(text) % USED == 0:
        plain = loaded.history.document.model_copy(update={"assumptions": type(deal.assumptions)()})
        afterwards.used(dataclasses.replace(loaded, history=History.start(plain)), text)
    return True


DOOR = Door("catalogue", seeds, mutate, enter)
