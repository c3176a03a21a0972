"""What the model is held against, from resources/data/calibration.toml: observed figures and how near to come."""

import tomllib
from collections.abc import Collection
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, FiniteFloat, ValidationError, model_validator

from dealbuilder.errors import CatalogueProblems, Problem
from dealbuilder.model.text import Text

Rule = Literal["mean_error", "each", "between", "prior"]
"""How near: the mean or each absolute error, bounds, or the prior of a parameter."""


class Target(BaseModel):
    """One target: `values` in `unit` at the dates `at`; `lowest` names the date that must be the lowest."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    label: Text
    at: tuple[str, ...] = ()
    values: tuple[FiniteFloat, ...] = ()
    lowest: str | None = None
    unit: str
    rule: Rule
    within: Annotated[FiniteFloat, Field(gt=0.0)] | None = None
    low: FiniteFloat | None = None
    high: FiniteFloat | None = None
    sources: tuple[str, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _complete(self) -> Self:
        if self.at and len(self.at) != len(self.values):
            raise ValueError(f"has {len(self.values)} values at {len(self.at)} dates")
        if self.lowest is not None and self.lowest not in self.at:
            raise ValueError(f"its lowest date {self.lowest} is not among its dates")
        if (self.rule in ("mean_error", "each")) != (self.within is not None):
            raise ValueError("`within` goes with the rules mean_error and each, and with no other")
        if (self.rule == "between") != (self.low is not None or self.high is not None):
            raise ValueError("`low` or `high` goes with the rule between, and with no other")
        if self.rule != "between" and not self.values:
            raise ValueError("only bounds can do without observed values")
        return self


def read_targets(path: Path, sources: Collection[str]) -> tuple[Target, ...]:
    """Return the targets of a file in its order; raise CatalogueProblems with every fault, each with file and key."""
    problems: list[Problem] = []
    targets: list[Target] = []
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise CatalogueProblems((Problem(path.name, "file", f"cannot be read: {error}"),)) from error
    problems += [Problem(path.name, key, "is not a target") for key in data if key != "target"]
    rows = data.get("target", [])
    for place, row in enumerate(rows if isinstance(rows, list) else [rows]):
        id = row.get("id", f"#{place + 1}") if isinstance(row, dict) else f"#{place + 1}"
        key = f"target[{id}]"
        try:
            target = Target.model_validate(row)
        except ValidationError as error:
            faults = [(".".join((key, *map(str, fault["loc"]))), fault["msg"]) for fault in error.errors()]
            problems += [Problem(path.name, where, text) for where, text in faults]
            continue
        unknown = [source for source in target.sources if source not in sources]
        problems += [Problem(path.name, key, f"names the source {one}, which no file describes") for one in unknown]
        if any(known.id == target.id for known in targets):
            problems.append(Problem(path.name, key, "stands there twice"))
        targets.append(target)
    if problems:
        raise CatalogueProblems(tuple(problems))
    return tuple(targets)
