"""How much of the program the tests ran, a line a floor, from the file that SlipCover wrote.

    python -m tests.covered COVERAGE.json

Ends with 1 if less was run than must be. The engine is compiled and left out: its tests hold it against plain Python.
So is the window: SlipCover counts without slowing down, but the collector crashed among windows while it did.
"""

import json
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

LEAST = 95.0
"""Per cent of all lines that must be run."""


def counted(files: Mapping[str, Mapping[str, Sequence[int]]]) -> dict[str, tuple[int, int]]:
    """Return lines run and lines in all by floor, from the files of a report."""
    run: Counter[str] = Counter()
    lines: Counter[str] = Counter()
    for name, file in files.items():
        parts = Path(name).parts
        inside = parts[parts.index("dealbuilder") + 1 :]
        floor = inside[0].removesuffix(".py")
        run[floor] += len(file["executed_lines"])
        lines[floor] += len(file["executed_lines"]) + len(file["missing_lines"])
    return {floor: (run[floor], lines[floor]) for floor in sorted(lines)}


def share(run: int, lines: int) -> float:
    """Return the per cent of lines that were run; of no lines, all."""
    return 100 * run / lines if lines else 100.0


def main(argv: Sequence[str]) -> int:
    """Print the table and return the exit code."""
    floors = counted(json.loads(Path(argv[0]).read_text(encoding="utf-8"))["files"])
    whole = (sum(run for run, _ in floors.values()), sum(lines for _, lines in floors.values()))
    for name, (run, lines) in {**floors, "all": whole}.items():
        sys.stdout.write(f"{name:<12}{run:>7} of {lines:>6} lines run {share(run, lines):>6.1f} %\n")
    if share(*whole) < LEAST:
        sys.stdout.write(f"Less than {LEAST:.0f} % of the lines were run: add tests for what is new.\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
