"""A document: what the user wrote, frozen."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, FiniteFloat, model_validator

from dealbuilder.document.limits import CLAUSES, ENTRIES, INJECTS, LENSES, PACKAGES
from dealbuilder.document.plan import Plan
from dealbuilder.errors import Words, Wrong
from dealbuilder.model.assumptions import Assumptions
from dealbuilder.model.inject import Inject
from dealbuilder.model.lens import LensChange
from dealbuilder.model.measure import Measure
from dealbuilder.model.package import Package
from dealbuilder.model.text import Mark


class Target(BaseModel):
    """A line the user wants an indicator to reach: "at least 80 %" or "at most 15 points"."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    indicator: Mark
    sense: Literal["at_least", "at_most"]
    value: FiniteFloat


class Document(BaseModel):
    """One deal: packages, the assumptions they are read under, the baseline, what the user added.

    `id` is made once and stays; `baseline` names a package of this document or is None for "no new deal".
    `seed` makes scores repeatable; `pack` is the baseline pack's id. Edits make the next document; this one stays.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Mark
    title: str = Field(default="", max_length=500)
    packages: tuple[Package, ...] = Field(min_length=1, max_length=PACKAGES)
    active: Mark
    baseline: Mark | None = None
    pack: Mark = "2025-07"
    seed: int = Field(default=20250715, ge=0, le=2**63 - 1)
    draws: int = Field(default=1000, ge=1, le=100_000)
    assumptions: Assumptions = Assumptions()
    targets: tuple[Target, ...] = Field(default=(), max_length=ENTRIES)
    measures: tuple[Measure, ...] = Field(default=(), max_length=ENTRIES)
    note: str = Field(default="", max_length=100_000)
    private_note: str = Field(default="", max_length=100_000)
    sealed: dict[str, str] = Field(default_factory=dict, max_length=ENTRIES)
    """Confidential values by key, enciphered (document/envelope); never printed, exported or in a clean copy."""
    injects: tuple[Inject, ...] = Field(default=(), max_length=INJECTS)
    """What befalls the deal: injects that were put before the room and not lifted again."""
    lenses: tuple[LensChange, ...] = Field(default=(), max_length=LENSES)
    """Roles that the deal weighs otherwise than the catalogue, or adds."""
    plan: Plan | None = None
    """The workshop it is played in."""

    @model_validator(mode="after")
    def _consistent(self) -> "Document":
        ids = [package.id for package in self.packages]
        if len(set(ids)) != len(ids):
            raise Wrong(Words("two packages share one id", "两个方案的标识相同"))
        if len({inject.id for inject in self.injects}) < len(self.injects):
            raise Wrong(Words("two injects share one id", "两个突发事件的标识相同"))
        if len({change.id for change in self.lenses}) < len(self.lenses):
            raise Wrong(Words("two changed roles share one id", "两个更改的角色标识相同"))
        if self.active not in ids or (self.baseline is not None and self.baseline not in ids):
            raise Wrong(
                Words("the active package and the baseline must be among the packages", "当前方案和基准须在各方案之中")
            )
        if len(self.assumptions.changes) > ENTRIES:
            raise Wrong(Words(f"at most {ENTRIES:,} assumptions can be changed", f"最多可更改 {ENTRIES:,} 项假设"))
        for package in self.packages:
            if len(package.clauses) > CLAUSES:
                raise Wrong(Words(f"a package holds at most {CLAUSES:,} clauses", f"一个方案最多 {CLAUSES:,} 条条款"))
            if len({clause.measure for clause in package.clauses}) != len(package.clauses):
                raise Wrong(
                    Words(
                        f"the package {package.id} has two clauses on one measure",
                        f"方案 {package.id} 在同一措施上有两条条款",
                    )
                )
        return self

    def package(self, id: str | None = None) -> Package:
        """Return a package by id, the active one by default; raise KeyError if there is none."""
        wanted = self.active if id is None else id
        for package in self.packages:
            if package.id == wanted:
                return package
        raise KeyError(wanted)
