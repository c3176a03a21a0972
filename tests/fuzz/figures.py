"""Puts the figures of a campaign into the file the manual's page is made of: `python -m tests.fuzz.figures OUT`."""

import argparse
import json
import re
from pathlib import Path

from dealbuilder import paths

TARGET = paths.resources() / "data" / "fuzz.toml"
EDGES = re.compile(r"\bcov: (\d+)")
DOORS = re.compile(r"(?:\[\[door\]\]\n(?:[a-z]+ = .*\n)+\n)+")


def door(out: Path, name: str) -> str:
    """Return the figures of one door as TOML."""
    figures = json.loads((out / name / "figures.json").read_text(encoding="utf-8"))
    reached = EDGES.findall((out / f"{name}.log").read_text("utf-8", "replace"))
    lines = (
        f'name = "{name}"',
        f"seconds = {figures['seconds']}",
        f"tried = {figures['tried']}",
        f"taken = {figures['taken']}",
        f"edges = {max(map(int, reached), default=0)}",
        f"faults = {sum(figures['kinds'].values())}",
    )
    return "[[door]]\n" + "\n".join(lines) + "\n\n"


def main() -> None:
    """Renew the doors and how many files were tried before."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--earlier", type=int, default=0, help="files tried in earlier campaigns")
    given = parser.parse_args()
    text = TARGET.read_text(encoding="utf-8")
    names = ("deal", "pdf", "tables", "catalogue", "lists")
    doors = "".join(door(given.out, name) for name in names if (given.out / name / "figures.json").exists())
    text = DOORS.sub(lambda _: doors, text, count=1)
    text = re.sub(r"^earlier = \d+", f"earlier = {given.earlier}", text, flags=re.MULTILINE)
    TARGET.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
