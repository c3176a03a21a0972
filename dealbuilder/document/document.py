"""A document: what the user wrote, frozen."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, FiniteFloat, model_validator

from dealbuilder.document.limits import CLAUSES, ENTRIES, INJECTS, LENSES, PACKAGES
from dealbuilder.document.plan import Plan
from dealbuilder.model.assumptions import Assumptions
from dealbuilder.model.inject import Inject
from dealbuilder.model.lens import LensChange
from dealbuilder.model.measure import Measure
from dealbuilder.model.package import Package


class Target(BaseModel):
    """A line the user wants an indicator to reach: "at least 80 %" or "at most 15 points"."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    indicator: str
    sense: Literal["at_least", "at_most"]
    value: FiniteFloat


class Document(BaseModel):
    """One deal: packages, the assumptions they are read under, the baseline, what the user added.

    `id` is made once and stays; `baseline` names a package of this document or is None for "no new deal".
    `seed` makes scores repeatable; `pack` is the baseline pack's id. Edits make the next document; this one stays.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    title: str = Field(default="", max_length=500)
    packages: tuple[Package, ...] = Field(min_length=1, max_length=PACKAGES)
    active: str
    baseline: str | None = None
    pack: str = "2025-07"
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
            raise ValueError("two packages share one id")
        if len({inject.id for inject in self.injects}) < len(self.injects):
            raise ValueError("two injects share one id")
        if len({change.id for change in self.lenses}) < len(self.lenses):
            raise ValueError("two changed roles share one id")
        if self.active not in ids or (self.baseline is not None and self.baseline not in ids):
            raise ValueError("the active package and the baseline must be among the packages")
        if len(self.assumptions.changes) > ENTRIES:
            raise ValueError(f"at most {ENTRIES:,} assumptions can be changed")
        for package in self.packages:
            if len(package.clauses) > CLAUSES:
                raise ValueError(f"a package holds at most {CLAUSES:,} clauses")
            if len({clause.measure for clause in package.clauses}) != len(package.clauses):
                raise ValueError(f"the package {package.id} has two clauses on one measure")
        return self

    def package(self, id: str | None = None) -> Package:
        """Return a package by id, the active one by default; raise KeyError if there is none."""
        wanted = self.active if id is None else id
        for package in self.packages:
            if package.id == wanted:
                return package
        raise KeyError(wanted)
