"""No work array is larger than the room that is kept for it: what is written past its end lands in its neighbours."""

import ast
from pathlib import Path

import pytest

from dealbuilder.engine import licensing, room, simulate
from dealbuilder.engine.lanes import LANES
from tests.engine.deals import prepared

TABLES = {"amount": room.CELLS, "licences": room.LICENCES, "projects": room.PROJECTS}
"""Rows that the catalogue decides, at their most."""
SOURCE = Path(simulate.__file__).read_text(encoding="utf-8")
BLOCKS = [
    path
    for path in sorted(Path(simulate.__file__).parent.glob("*.py"))
    if any(mark in path.read_text(encoding="utf-8") for mark in ("@inlined", "@kernel"))
]
CALLS = [
    node
    for node in ast.walk(ast.parse(SOURCE))
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "work"
]


def number(node: ast.expr) -> int:
    """Return what an expression of the kernel comes to."""
    return eval(ast.unparse(node), {**vars(room), **TABLES, "licensing": licensing})


def test_the_kernel_has_work_arrays():
    assert len(CALLS) > 50


@pytest.mark.parametrize("call", CALLS, ids=ast.unparse)
def test_a_work_array_fits_its_room(call):
    count, shape = call.args
    assert isinstance(shape, ast.Tuple)
    rows, lanes = (number(part) for part in shape.elts)
    assert lanes == LANES
    assert rows * lanes <= number(count)


def test_rows_that_tables_decide_fit_their_arrays():
    tables = prepared().tables
    assert len(tables.instrument) == room.INSTRUMENTS
    assert len(tables.segment) == room.SEGMENTS
    assert len(tables.ledger) == room.CHANNELS


@pytest.mark.parametrize("path", BLOCKS, ids=lambda path: path.stem)
def test_no_function_is_given_one_array_twice(path):
    """The compiler is told that arrays of one call never overlap; what it was told wrongly gives wrong numbers."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            given = [ast.unparse(argument) for argument in node.args if isinstance(argument, ast.Name)]
            assert len(given) == len(set(given)), f"{path.name}:{node.lineno} {ast.unparse(node)}"
