"""What the model is held against, from resources/data/calibration.toml: observed figures and how near to come."""

import tomllib
from collections.abc import Collection
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, FiniteFloat, ValidationError, model_validator

from dealbuilder.errors import CatalogueProblems, Problem, Words, Wrong, of_field
from dealbuilder.model.faults import no_such, undescribed, unread
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
            raise Wrong(
                Words(
                    f"has {len(self.values)} values at {len(self.at)} dates",
                    f"有 {len(self.values)} 个数值，却有 {len(self.at)} 个日期",
                )
            )
        if self.lowest is not None and self.lowest not in self.at:
            raise Wrong(
                Words(
                    f"its lowest date {self.lowest} is not among its dates", f"最低点日期 {self.lowest} 不在其日期之中"
                )
            )
        if (self.rule in ("mean_error", "each")) != (self.within is not None):
            raise Wrong(
                Words(
                    "`within` goes with the rules mean_error and each, and with no other",
                    "`within` 只用于规则 mean_error 和 each",
                )
            )
        if (self.rule == "between") != (self.low is not None or self.high is not None):
            raise Wrong(
                Words(
                    "`low` or `high` goes with the rule between, and with no other",
                    "`low` 或 `high` 只用于规则 between",
                )
            )
        if self.rule != "between" and not self.values:
            raise Wrong(Words("only bounds can do without observed values", "只有上下限可以没有观测值"))
        return self


def read_targets(path: Path, sources: Collection[str]) -> tuple[Target, ...]:
    """Return the targets of a file in its order; raise CatalogueProblems with every fault, each with file and key."""
    problems: list[Problem] = []
    targets: list[Target] = []
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise CatalogueProblems((Problem(path.name, "file", unread(error)),)) from error
    problems += [Problem(path.name, key, no_such("a target", "目标")) for key in data if key != "target"]
    rows = data.get("target", [])
    for place, row in enumerate(rows if isinstance(rows, list) else [rows]):
        id = row.get("id", f"#{place + 1}") if isinstance(row, dict) else f"#{place + 1}"
        key = f"target[{id}]"
        try:
            target = Target.model_validate(row)
        except ValidationError as error:
            faults = [(".".join((key, *map(str, fault["loc"]))), of_field(fault)) for fault in error.errors()]
            problems += [Problem(path.name, where, said) for where, said in faults]
            continue
        unknown = [source for source in target.sources if source not in sources]
        problems += [Problem(path.name, key, undescribed(one)) for one in unknown]
        if any(known.id == target.id for known in targets):
            problems.append(Problem(path.name, key, Words("stands there twice", "出现了两次")))
        targets.append(target)
    if problems:
        raise CatalogueProblems(tuple(problems))
    return tuple(targets)
