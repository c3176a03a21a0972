"""A package: clauses, each a measure at a level with timing and conditions."""

from pydantic import BaseModel, ConfigDict, Field, FiniteFloat

HORIZON = 60
"""Months scored after signing."""


class Condition(BaseModel):
    """Only if the other side's clause on `measure` has been delivered at `level` or beyond."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    measure: str
    level: str


class Clause(BaseModel):
    """One measure at one level.

    `start` and `end` count months from signing (0 = month of signing; end exclusive, None = to the end of the deal).
    `ramp` replaces the instrument's own ramp where the text of the deal sets another. `snapback`: withdrawn on breach.
    Measures and levels unknown to this catalogue are kept, shown as unknown and not scored.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    measure: str = Field(min_length=1, max_length=200)
    level: str = Field(min_length=1, max_length=200)
    start: int = Field(default=0, ge=0, le=600)
    end: int | None = Field(default=None, ge=0, le=600)
    ramp: FiniteFloat | None = Field(default=None, ge=0, le=120)
    condition: Condition | None = None
    snapback: bool = False
    unlocked: bool = False
    note: str = Field(default="", max_length=20_000)
    private_note: str = Field(default="", max_length=20_000)


class Package(BaseModel):
    """A named set of clauses, at most one a measure; their order is for display and never matters to the score."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = Field(min_length=1, max_length=200)
    name: str = Field(max_length=500)
    clauses: tuple[Clause, ...] = ()
    note: str = Field(default="", max_length=100_000)
    private_note: str = Field(default="", max_length=100_000)

    def clause(self, measure: str) -> Clause | None:
        """Return the clause on a measure, or None."""
        return next((clause for clause in self.clauses if clause.measure == measure), None)
