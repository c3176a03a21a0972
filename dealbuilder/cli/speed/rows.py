"""The rows of the bench, read from resources/bench/rows.toml: what is measured, against which target."""

import tomllib
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from dealbuilder.errors import DealError
from dealbuilder.model.text import Text

MARGIN = 0.15
"""How far from 1 a ratio that should be about 1 may lie."""

Kind = Literal["measured", "recorded"]


class Row(BaseModel):
    """One comparison.

    `kind`: measured in each run, or recorded elsewhere. `unit`: times as fast, share of a whole, or
    frames of a 60 Hz screen. `sense`: a value at least, at most, or within MARGIN of the target meets it; `target` is
    None where the row only informs.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = Field(pattern=r"^[a-z0-9_]+$")
    kind: Kind = "measured"
    what: Text
    unit: Literal["times", "share", "frames"] = "times"
    sense: Literal["at_least", "at_most", "about"] = "at_least"
    target: float | None = Field(default=None, gt=0)
    statistic: Literal["median", "p95"] = "median"
    recorded: float | None = Field(default=None, gt=0)
    """The value of a recorded row."""
    note: Text | None = None
    """Why a row is not measured, or what its number leaves out."""

    def met(self, value: float) -> bool | None:
        """Return whether a value meets the target; None without one."""
        if self.target is None:
            return None
        if self.sense == "about":
            return abs(value - self.target) <= MARGIN * self.target
        return value >= self.target if self.sense == "at_least" else value <= self.target


class _Rows(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    rows: tuple[Row, ...]


def load(resources: Path) -> tuple[Row, ...]:
    """Return all rows in the order of the table."""
    path = resources / "bench" / "rows.toml"
    try:
        return _Rows.model_validate(tomllib.loads(path.read_text(encoding="utf-8"))).rows
    except (OSError, ValueError, ValidationError) as error:
        raise DealError(
            f"{path} cannot be read as the rows of the bench; nothing was measured.",
            "Reinstall dealbuilder.",
            zh=f"{path} 无法作为测速各行读取；未作测量。",
            zh_hint="请重新安装 dealbuilder。",
        ) from error


def chosen(rows: tuple[Row, ...], wanted: str) -> tuple[Row, ...]:
    """Return the rows named in `wanted` (ids, commas between), all for an empty text."""
    ids = [id.strip() for id in wanted.split(",") if id.strip()]
    known = {row.id: row for row in rows}
    strange = [id for id in ids if id not in known]
    if strange:
        raise DealError(
            f"There is no row “{', '.join(strange)}”; nothing was measured.",
            f"Choose from: {', '.join(known)}.",
            zh=f"没有“{'、'.join(strange)}”这一行；未作测量。",
            zh_hint=f"请从以下选择：{'、'.join(known)}。",
        )
    return tuple(row for row in rows if row.id in ids) if ids else rows
