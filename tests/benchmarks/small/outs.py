"""The small model in NumPy as fast as NumPy goes: runs in the last axis, pieces that fit the cache, no new arrays."""

import ast
from collections.abc import Callable, Iterator

import numpy as np

from tests.benchmarks.small.spec import ALL_STOCKS, GROUPS, INPUTS, OUTPUTS, STEPS

PIECE = 2048
BINARY = {ast.Add: "add", ast.Sub: "subtract", ast.Mult: "multiply", ast.Div: "divide"}
CALLS = {"exp": "exp", "log": "log", "min": "minimum", "max": "maximum"}


class Writer:
    """Turns a formula into calls with `out=`, each into a spare array that is free again once it is read."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.most = 0

    def assign(self, name: str, text: str, add: bool = False) -> None:
        """Write name = text, or name += text."""
        found = self._value(ast.parse(text, mode="eval").body, 0, None if add else name)
        if add:
            self.lines.append(f"np.add({name}, {found}, out={name})")
        elif found != name:
            self.lines.append(f"{name}[...] = {found}")

    def _value(self, node: ast.expr, depth: int, into: str | None = None) -> str:
        if isinstance(node, ast.Constant):
            return repr(node.value)
        if isinstance(node, ast.Name):
            return node.id
        if isinstance(node, ast.UnaryOp):
            call, parts = "negative", [node.operand]
        elif isinstance(node, ast.BinOp):
            call, parts = BINARY[type(node.op)], [node.left, node.right]
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            call, parts = CALLS[node.func.id], list(node.args)
        else:
            raise TypeError(ast.dump(node))
        values = [self._value(part, depth + place) for place, part in enumerate(parts)]
        target = into or f"t{depth}"
        self.most = max(self.most, depth + 1)
        self.lines.append(f"np.{call}({', '.join(values)}, out={target})")
        return target


def source() -> str:
    """Return the function simulate(inputs, out) for one piece of up to PIECE runs."""
    begin, step, read = Writer(), Writer(), Writer()
    for stock in ALL_STOCKS:
        begin.assign(stock.name, stock.start)
    for place, (_, text) in enumerate(OUTPUTS):
        read.assign(f"out[{place}, step]", text)
    for group in GROUPS:
        for name, text in group.lines:
            step.assign(name, text)
        for stock in group.stocks:
            step.assign(stock.name, stock.change, add=True)
    spare = [f"t{place}" for place in range(max(begin.most, step.most, read.most))]
    names = [*(s.name for s in ALL_STOCKS), *(name for group in GROUPS for name, _ in group.lines), *spare]
    lines = ["def simulate(inputs, out, room):", f"    {', '.join(INPUTS)} = inputs"]
    lines += [f"    {name} = room[{row}, : out.shape[-1]]" for row, name in enumerate(names)]
    lines += [f"    {line}" for line in begin.lines]
    lines += [f"    for step in range({STEPS} + 1):", "        moment = float(step)"]
    lines += [f"        {line}" for line in (*read.lines, *step.lines)]
    return "\n".join([*lines, f"ROWS = {len(names)}", ""])


def engine() -> Callable[[np.ndarray, np.ndarray], None]:
    """Return a function of inputs (inputs, runs) and out (outputs, points, runs)."""
    space: dict[str, object] = {"np": np}
    exec(compile(source(), "<small model, NumPy>", "exec"), space)
    simulate, room = space["simulate"], np.empty((space["ROWS"], PIECE))

    def run(inputs: np.ndarray, out: np.ndarray) -> None:
        for begin in _pieces(inputs.shape[1]):
            simulate(inputs[:, begin : begin + PIECE], out[..., begin : begin + PIECE], room)

    return run


def _pieces(runs: int) -> Iterator[int]:
    yield from range(0, runs, PIECE)
