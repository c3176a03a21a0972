"""Kernels that are linked when a bundle is made: they need no compiler and give what Numba's give, bit by bit."""

import ast
import importlib
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from dealbuilder.engine import kernel_cache, linked, ranks
from dealbuilder.engine.kernel_cache import ARGUMENTS, LIBRARY
from dealbuilder.errors import DealError

ROOT = Path(__file__).resolve().parents[2]
COMPILED = {"compiled", "kernel_shelf", "polynomials"}
"""Modules of the engine that know Numba."""
LINKS = """
import sys
from pathlib import Path
sys.path[:0] = sys.argv[1:3]
import numpy as np
from bundle import entries
from dealbuilder.engine import ranks
room = [np.zeros(3, np.int32) for _ in range(4)] + [np.zeros(3) for _ in range(3)]
values = (np.zeros((2, 3)), np.zeros(1, np.int64), 0, 1, np.zeros((1, 2)), *room)
folder = Path(sys.argv[3])
code, line = entries.machine_code("sought", ranks.sought, values, "x86-64-v2", "")
(folder / "sought.o").write_bytes(code)
entries.link([folder / "sought.o"], ["sought"], folder / "kernels.so")
digest = entries.digest((folder / "kernels.so").read_bytes())
(folder / "arguments.txt").write_text("\\n".join([digest, line]))
"""
"""Links one small kernel, in a process whose Numba has compiled nothing yet."""


def test_only_three_modules_of_the_program_know_the_compiler_and_only_two_ask_for_them():
    knows, asks = set(), set()
    for path in (ROOT / "dealbuilder").rglob("*.py"):
        for name in imported(path):
            if name.split(".")[0] in {"numba", "llvmlite"}:
                knows.add(path.stem)
            if name.removeprefix("dealbuilder.engine.") in COMPILED and path.stem not in COMPILED:
                asks.add(path.stem)
    assert knows == COMPILED
    assert asks == {"lanes", "maths"}


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (one.name for one in node.names)
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if sys.platform != "linux" or shutil.which("ld") is None:
        pytest.skip("linking needs Linux and binutils")
    folder = tmp_path_factory.mktemp("shelf")
    surroundings = {"NUMBA_CPU_NAME": "x86-64-v2", "NUMBA_CPU_FEATURES": "", "NUMBA_CACHE_DIR": str(folder / "cache")}
    command = [sys.executable, "-c", LINKS, str(ROOT), str(ROOT / "packaging"), str(folder)]
    subprocess.run(command, check=True, env={"PATH": "/usr/bin:/bin", "HOME": str(folder), **surroundings})
    return folder


@pytest.fixture
def sought(shelf: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[linked.Linked]:
    monkeypatch.setattr(linked.kernel_cache, "PLACE", kernel_cache.Place(shelf, kernel_cache.TIERS[-1]))
    linked.library.cache_clear()
    yield linked.kernel(ranks.sought)
    linked.library.cache_clear()


def test_a_linked_kernel_gives_what_the_compiled_one_gives(sought, monkeypatch):
    values = np.random.Generator(np.random.PCG64(3)).standard_normal((20, 500))
    wanted, places = np.empty((3, 20)), np.array([0, 250, 499])
    ranks.pick(values, places, 0, 20, wanted)
    monkeypatch.setattr(ranks, "sought", sought)
    out = np.empty((3, 20))
    ranks.pick(values, places, 0, 20, out)
    assert isinstance(sought, linked.Linked)
    assert out.tobytes() == wanted.tobytes() == np.ascontiguousarray(np.sort(values)[:, places].T).tobytes()


def test_arguments_of_another_kind_are_refused_before_anything_is_read_or_written(sought):
    sizes = (3, 3, ranks.APART * ranks.PLACES, ranks.APART * ranks.PLACES)
    room = [*(np.zeros(size, np.int32) for size in sizes), *(np.zeros(size) for size in (ranks.WIDE, ranks.WIDE, 4))]
    good = [np.array([[3.0, 1.0, 2.0]]), np.zeros(1, np.int64), 0, 1, np.zeros((1, 1)), *room]
    sought(*good)
    assert good[4][0, 0] == 1.0
    wrong = {
        0: (np.zeros((2, 3), np.float32), np.zeros(6), np.zeros((3, 2)).T),
        1: (np.zeros(1, np.int32), 1.0),
    }
    for place, values in wrong.items():
        for value in values:
            with pytest.raises(TypeError, match="kernel"):
                sought(*good[:place], value, *good[place + 1 :])
    with pytest.raises(TypeError, match="12 arguments"):
        sought(*good[:-1])


def test_a_library_offers_its_kernels_and_asks_only_for_the_c_library(shelf):
    table = subprocess.run(["nm", "-D", shelf / LIBRARY], capture_output=True, text=True, check=True).stdout
    offered = [line.split()[-1] for line in table.splitlines() if " T " in line]
    asked = [line.split()[-1] for line in table.splitlines() if " U " in line]
    assert offered == ["sought"]
    assert all(name.endswith("@GLIBC_2.2.5") for name in asked)


def test_whole_numbers_go_as_themselves_and_tuples_of_arrays_as_their_parts(shelf, monkeypatch):
    line = (shelf / ARGUMENTS).read_text().splitlines()[1].split()
    assert line == ["sought", "f8:2", "i8:1", "i8", "i8", "f8:2", *["i4:1"] * 4, *["f8:1"] * 3]
    seen: list[list[int]] = []

    def entry(nothing, fault, words):
        seen.append(list(words))
        return 0

    row, one = np.zeros(2), np.array([7])
    monkeypatch.setattr(linked, "library", lambda: {"made": (entry, ("f8:1", "i8:1", "f8:1", "i8"))})
    linked.Linked("made")((row, one), np.float64(2.5), 9)
    assert seen[0][:4] == [row.ctypes.data, 2, one.ctypes.data, 1]
    assert seen[0][5:] == [1, 9]


def test_a_kernel_that_stops_is_a_fault_and_no_silent_answer(monkeypatch):
    monkeypatch.setattr(linked, "library", lambda: {"made": (lambda nothing, fault, words: 1, ())})
    with pytest.raises(RuntimeError, match="status 1"):
        linked.Linked("made")()


@pytest.mark.parametrize("damage", ["missing", "cut short", "of another program"])
def test_a_library_that_is_missing_or_damaged_is_told_by_a_sentence(shelf, tmp_path, monkeypatch, damage):
    monkeypatch.setattr(linked.kernel_cache, "PLACE", kernel_cache.Place(tmp_path, kernel_cache.TIERS[-1]))
    told, whole = (shelf / ARGUMENTS).read_text(), (shelf / LIBRARY).read_bytes()
    (tmp_path / ARGUMENTS).write_text(told.replace("sought", "other") if damage == "of another program" else told)
    if damage != "missing":
        (tmp_path / LIBRARY).write_bytes(whole[: len(whole) // 2] if damage == "cut short" else whole)
    linked.library.cache_clear()
    with pytest.raises(DealError, match="missing or damaged") as told:
        linked.Linked("sought")(1)
    linked.library.cache_clear()
    assert "nothing was scored" in str(told.value)


def test_every_kernel_with_an_entry_is_one_that_the_engine_calls(monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))
    kernels = importlib.import_module("bundle.kernels")
    assert [function.__name__ for function, _ in kernels.arguments()] == list(kernels.NAMES)
