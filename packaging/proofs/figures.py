"""Figures of the packages, kept for the manual: one table a group, a name and a value a line."""

import tomllib
from pathlib import Path

Figures = dict[str, int | float | str]
"""Values by GROUP.NAME; the name ends with the unit: _mb (a million bytes), _s (seconds)."""
HEAD = "# Sizes, proofs and times of the packages, written by `packaging/smoke.py --write`.\n"


def read(path: Path) -> Figures:
    """Return the figures of a file; none if there is no file."""
    if not path.is_file():
        return {}
    groups = tomllib.loads(path.read_text(encoding="utf-8"))
    return {f"{group}.{name}": value for group, values in groups.items() for name, value in values.items()}


def merge(path: Path, found: Figures) -> None:
    """Write figures into a file, over older ones of the same names."""
    groups: dict[str, list[str]] = {}
    for key, value in sorted((read(path) | found).items()):
        group, name = key.split(".")
        groups.setdefault(group, []).append(f'{name} = "{value}"' if isinstance(value, str) else f"{name} = {value}")
    parts = (f"\n[{group}]\n" + "\n".join(lines) + "\n" for group, lines in groups.items())
    path.write_text(HEAD + "".join(parts), encoding="utf-8")
