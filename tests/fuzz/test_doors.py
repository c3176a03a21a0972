"""A short walk through every door with the mutators of the campaigns, seeded and without atheris."""

import random
import zlib
from pathlib import Path

import pytest

from dealbuilder.errors import DealError
from tests.fuzz import oracle, rows
from tests.fuzz.doors import every
from tests.fuzz.seeds import whole

TURNS = {"deal": 60, "pdf": 60, "tables": 8, "catalogue": 120, "lists": 250}
"""Inputs tried at each door: about a second each."""


@pytest.mark.parametrize("name", list(every.DOORS))
def test_that_every_sound_file_passes_its_door(name, tmp_path):
    door = every.DOORS[name]
    taken = []
    for place, seed in enumerate(door.seeds()):
        folder = tmp_path / str(place)
        folder.mkdir()
        taken.append(door.enter(seed, folder))
    assert sum(taken) >= len(taken) - 1


@pytest.mark.parametrize("name", list(every.DOORS))
def test_that_changed_files_open_or_are_refused_with_a_sentence(name, tmp_path):
    door = every.DOORS[name]
    dice = random.Random(zlib.crc32(name.encode()))
    seeds = list(door.seeds())
    for turn in range(TURNS[name]):
        data = dice.choice(seeds)
        for _ in range(dice.choice((1, 1, 2, 4))):
            data = door.mutate(data, dice)
        folder = tmp_path / str(turn)
        folder.mkdir()
        door.enter(data, folder)


def raising(error):
    raise error


@pytest.mark.parametrize(
    "read",
    [
        lambda path: raising(ValueError("a fault")),
        lambda path: raising(DealError("")),
        lambda path: raising(DealError("Traceback (most recent call last)")),
        lambda path: path.write_bytes(b"changed"),
        lambda path: path.with_name("other").write_bytes(b"x"),
        lambda path: Path("/etc/hostname").read_bytes(),
        lambda path: __import__("socket").socket().close(),
        lambda path: __import__("subprocess").run(["true"], check=False),
        lambda path: __import__("sqlite3").connect(str(path)).close(),
        lambda path: path.unlink(),
    ],
)
def test_that_the_oracle_sees_what_a_file_must_never_bring_about(tmp_path, read):
    path = tmp_path / "x"
    path.write_bytes(b"x")
    with pytest.raises((oracle.Fault, ValueError)):
        oracle.told(lambda: read(path), tmp_path)


def test_that_rows_go_out_and_in_again():
    data = whole()
    there = rows.unpacked(data)
    assert there is not None
    assert rows.unpacked(rows.packed(there, data)) == there
    dice = random.Random(3)
    assert len({rows.changed(data, dice) for _ in range(20)}) > 15
