"""Old formats made new, one function a step; every old format has a sample in tests/old_files."""

import json
from collections.abc import Callable
from typing import Any

from dealbuilder.document.schema import Tables


def from_1_to_2(tables: Tables) -> Tables:
    """Turn the parts of format 1, each a JSON text, into rows.

    Format 1 counted the months of a clause from 1, wrote a clause's condition as "measure=level", and kept no journal.
    """
    parts = {row["name"]: json.loads(row["content"]) for row in tables["part"]}
    deal = dict(parts["deal"])
    deal["draws"] = deal.pop("samples", 1000)
    new: Tables = {
        "deal": [{"key": key, "value": value} for key, value in deal.items()],
        "package": [],
        "clause": [],
        "assumption": [_assumption(n, change) for n, change in enumerate(parts.get("assumptions", ()), 1)],
        "target": [],
        "own_measure": [],
        "private_note": [],
        "sealed": [],
    }
    for package in parts["packages"]:
        new["package"].append(
            {"position": len(new["package"]) + 1, "id": package["id"], "name": package["name"], "note": ""}
        )
        for clause in package["clauses"]:
            new["clause"].append(_clause(len(new["clause"]) + 1, package["id"], clause))
    return new


def _assumption(position: int, change: dict[str, Any]) -> dict[str, Any]:
    return {
        "position": position,
        "parameter": change["parameter"],
        "value": change["value"],
        "low": None,
        "high": None,
        "reason": change.get("reason", ""),
        "who": "",
    }


def _clause(position: int, package: str, clause: dict[str, Any]) -> dict[str, Any]:
    measure, _, level = clause.get("if", "").partition("=")
    last = clause.get("to")
    return {
        "position": position,
        "package": package,
        "measure": clause["measure"],
        "level": clause["level"],
        "start_month": clause.get("from", 1) - 1,
        "end_month": None if last is None else last - 1,
        "ramp_months": None,
        "only_if_measure": measure or None,
        "only_if_level": level or None,
        "snapback": clause.get("snapback", 0),
        "unlocked": 0,
        "note": clause.get("note", ""),
    }


STEPS: dict[int, Callable[[Tables], Tables]] = {1: from_1_to_2}
"""The step that leaves each old format."""


def migrated(major: int, tables: Tables) -> Tables:
    """Return the tables of any older format as those of the present one."""
    while major in STEPS:
        tables = STEPS[major](tables)
        major += 1
    return tables
