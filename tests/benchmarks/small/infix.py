"""The small model in languages that write a formula alike: plain Python, lanes for Numba, lanes in C, Vensim."""

import re
from collections.abc import Callable

from tests.benchmarks.small.spec import ALL_STOCKS, GROUPS, INPUTS, OUTPUTS, STEPS

NAME = re.compile(r"\b[a-z]\w*\b")
FUNCTIONS = ("exp", "log", "min", "max")
LANES = 64
STOCK_ROWS = {stock.name: row for row, stock in enumerate(ALL_STOCKS)}
INPUT_ROWS = {name: row for row, name in enumerate(INPUTS)}
SHARED_ROWS = {name: row for row, (name, _) in enumerate(GROUPS[0].lines)}


def put(text: str, name: Callable[[str], str], functions: dict[str, str] | None = None) -> str:
    """Return a formula with every name and function as a language writes them."""
    named = {word: word for word in FUNCTIONS} | (functions or {})
    return NAME.sub(lambda found: named.get(found[0]) or name(found[0]), text)


def rows(name: str, cell: str) -> str:
    """Return a name as an element of the array that holds it in lanes; `cell` is the pattern of an element."""
    for array, known in (("s", STOCK_ROWS), ("u", INPUT_ROWS), ("a", SHARED_ROWS)):
        if name in known:
            return cell.format(array, known[name])
    return name


def python() -> str:
    """Return a plain function of one run: a list of inputs in, two lists out."""
    lines = ["def simulate(inputs):", f"    {', '.join(INPUTS)} = inputs"]
    lines += [f"    {s.name} = {s.start}" for s in ALL_STOCKS]
    lines += ["    first, second = [], []", f"    for step in range({STEPS} + 1):", "        moment = float(step)"]
    lines += [f"        {where}.append({text})" for where, (_, text) in zip(("first", "second"), OUTPUTS, strict=True)]
    for group in GROUPS:
        lines += [f"        {name} = {text}" for name, text in group.lines]
        lines += [f"        {s.name} += {s.change}" for s in group.stocks]
    return "\n".join([*lines, "    return first, second", ""])


def numba() -> str:
    """Return the kernel's technique: blocks of lanes, work arrays on the stack, one loop over lanes a group."""
    cell = "{}[{}, lane]"

    def said(text: str) -> str:
        return put(text, lambda name: rows(name, cell))

    sizes = (("s", len(STOCK_ROWS)), ("u", len(INPUT_ROWS)), ("a", len(SHARED_ROWS)))
    lines = ["def simulate(inputs, begin, end, out):"]
    lines += [f"    {name} = work({size * LANES}, ({size}, {LANES}))" for name, size in sizes]
    lines += [f"    for block in range(begin, end, {LANES}):", f"        for row in range({len(INPUT_ROWS)}):"]
    lines += [f"            for lane in range({LANES}):", "                u[row, lane] = inputs[row, block + lane]"]
    lines += [f"        for lane in range({LANES}):"]
    lines += [f"            {said(s.name)} = {said(s.start)}" for s in ALL_STOCKS]
    lines += [f"        for step in range({STEPS} + 1):", "            moment = float(step)"]
    lines += [f"            for lane in range({LANES}):"]
    lines += [f"                out[{k}, step, block + lane] = {said(text)}" for k, (_, text) in enumerate(OUTPUTS)]
    for group in GROUPS:
        lines += [f"            for lane in range({LANES}):"]
        lines += [f"                {said(name)} = {said(text)}" for name, text in group.lines]
        lines += [f"                {said(s.name)} += {said(s.change)}" for s in group.stocks]
    return "\n".join([*lines, ""])


HEAD = """#include <math.h>
#include <string.h>
#include <stdint.h>
static inline double least(double x, double y) { return x < y ? x : y; }
static inline double most(double x, double y) { return x > y ? x : y; }
static inline double power(double x) {
    x = least(700.0, most(-700.0, x));
    double n = floor(x * 1.4426950408889634 + 0.5);
    double r = (x - n * 0.693147180369123816490) - n * 1.90821492927058770002e-10;
    double q = 1.0 / 6227020800.0;
    q = q * r + 1.0 / 479001600.0; q = q * r + 1.0 / 39916800.0; q = q * r + 1.0 / 3628800.0;
    q = q * r + 1.0 / 362880.0; q = q * r + 1.0 / 40320.0; q = q * r + 1.0 / 5040.0; q = q * r + 1.0 / 720.0;
    q = q * r + 1.0 / 120.0; q = q * r + 1.0 / 24.0; q = q * r + 1.0 / 6.0; q = q * r + 0.5;
    q = (q * r + 1.0) * r + 1.0;
    int64_t bits = ((int64_t)n + 1023) << 52; double scale; memcpy(&scale, &bits, 8);
    return q * scale;
}
static inline double natural(double x) {
    int64_t bits; memcpy(&bits, &x, 8);
    double exponent = (double)((bits >> 52) - 1023);
    bits = (bits & 0xFFFFFFFFFFFFFLL) | 0x3FF0000000000000LL; double m; memcpy(&m, &bits, 8);
    exponent = m > 1.4142135623730951 ? exponent + 1.0 : exponent;
    m = m > 1.4142135623730951 ? 0.5 * m : m;
    double f = (m - 1.0) / (m + 1.0), s = f * f, q = 1.0 / 21.0;
    q = q * s + 1.0 / 19.0; q = q * s + 1.0 / 17.0; q = q * s + 1.0 / 15.0; q = q * s + 1.0 / 13.0;
    q = q * s + 1.0 / 11.0; q = q * s + 1.0 / 9.0; q = q * s + 1.0 / 7.0; q = q * s + 0.2; q = q * s + 1.0 / 3.0;
    return exponent * 0.693147180369123816490 + (exponent * 1.90821492927058770002e-10 + 2.0 * f * (q * s + 1.0));
}
"""
"""Exponential and logarithm as in engine/maths.py, so that both sides can lay them into vectors."""


def c() -> str:
    """Return the same blocks in C: void simulate(inputs, runs, begin, end, out)."""
    named = {"exp": "power", "log": "natural", "min": "least", "max": "most"}
    loop = f"for (int lane = 0; lane < {LANES}; lane++)"

    def said(text: str) -> str:
        return put(text, lambda name: rows(name, "{}[{}][lane]"), named)

    sizes = (("s", len(STOCK_ROWS)), ("u", len(INPUT_ROWS)), ("a", len(SHARED_ROWS)))
    lines = [HEAD, "void simulate(const double *inputs, long runs, long begin, long end, double *restrict out) {"]
    lines += [f"double {name}[{size}][{LANES}] __attribute__((aligned(64)));" for name, size in sizes]
    lines += [f"for (long block = begin; block < end; block += {LANES}) {{"]
    lines += [
        f"for (int row = 0; row < {len(INPUT_ROWS)}; row++) {loop} u[row][lane] = inputs[row * runs + block + lane];"
    ]
    lines += [loop, "{", *(f"{said(s.name)} = {said(s.start)};" for s in ALL_STOCKS), "}"]
    lines += [f"for (int step = 0; step <= {STEPS}; step++) {{ double moment = step;", loop, "{"]
    lines += [
        f"out[({k}L * {STEPS + 1} + step) * runs + block + lane] = {said(t)};" for k, (_, t) in enumerate(OUTPUTS)
    ]
    lines += ["}"]
    for group in GROUPS:
        kind = "" if group is GROUPS[0] else "double "
        lines += [loop, "{", *(f"{kind}{said(name)} = {said(text)};" for name, text in group.lines)]
        lines += [*(f"{said(s.name)} += {said(s.change)};" for s in group.stocks), "}"]
    return "\n".join([*lines, "}}}", ""])


def vensim() -> str:
    """Return the model as PySD reads it, flat."""
    named = {"exp": "EXP", "log": "LN", "min": "MIN", "max": "MAX"}

    def said(text: str) -> str:
        return put(text, lambda name: "Time" if name == "moment" else name, named)

    parts = [(name, repr(value)) for name, value in INPUTS.items()]
    parts += [(name, said(text)) for group in GROUPS for name, text in group.lines]
    parts += [(s.name, f"INTEG({said(s.change)}, {said(s.start)})") for s in ALL_STOCKS]
    parts += [(name, said(text)) for name, text in OUTPUTS]
    parts += [("INITIAL TIME", "0"), ("FINAL TIME", str(STEPS)), ("TIME STEP", "1"), ("SAVEPER", "1")]
    return "{UTF-8}\n" + "".join(f"{name} = {text}\n    ~\n    ~\n    |\n\n" for name, text in parts)
