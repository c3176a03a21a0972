"""Edits of a clause and of notes."""

from typing import Annotated, Literal, Self

from pydantic import Field, FiniteFloat, model_validator

from dealbuilder.document.edit import FrozenEdit, Id
from dealbuilder.model.package import Clause, Condition

Month = Annotated[int, Field(ge=0, le=600)]


class OneClauseEdit(FrozenEdit):
    """An edit of the clause on one measure of one package."""

    package: Id
    measure: Id


class AddClause(FrozenEdit):
    """A clause is put at the end of a package."""

    kind: Literal["add_clause"] = "add_clause"
    package: Id
    clause: Clause


class RemoveClause(OneClauseEdit):
    """The clause on a measure leaves its package."""

    kind: Literal["remove_clause"] = "remove_clause"


class SetLevel(OneClauseEdit):
    """A clause is set to another level of its measure."""

    kind: Literal["set_level"] = "set_level"
    level: Id


class SetTiming(OneClauseEdit):
    """A clause starts, ends (None: with the deal) and ramps (None: as its instrument does) at other times, months."""

    kind: Literal["set_timing"] = "set_timing"
    start: Month
    end: Month | None = None
    ramp: Annotated[FiniteFloat, Field(ge=0, le=120)] | None = None


class SetCondition(OneClauseEdit):
    """A clause holds only if another one has been delivered; None: it holds without condition."""

    kind: Literal["set_condition"] = "set_condition"
    condition: Condition | None


class SetSnapback(OneClauseEdit):
    """A clause is withdrawn on breach, or is not."""

    kind: Literal["set_snapback"] = "set_snapback"
    snapback: bool


class UnlockGuardrail(OneClauseEdit):
    """A clause on a guardrail is unlocked on purpose, or locked again."""

    kind: Literal["unlock_guardrail"] = "unlock_guardrail"
    unlocked: bool


class MoveClause(OneClauseEdit):
    """A clause takes another place in the list; the order never matters to the score."""

    kind: Literal["move_clause"] = "move_clause"
    position: Annotated[int, Field(ge=0, le=100_000)]


class WriteNote(FrozenEdit):
    """The note of a clause, of a package (measure None) or of the deal (package None too), public or private."""

    kind: Literal["write_note"] = "write_note"
    package: Id | None = None
    measure: Id | None = None
    text: Annotated[str, Field(max_length=100_000)]
    private: bool = False


class SetClauses(FrozenEdit):
    """Several clauses of a package are set in one step: what is there on their measures gives way, the rest joins."""

    kind: Literal["set_clauses"] = "set_clauses"
    package: Id
    clauses: Annotated[tuple[Clause, ...], Field(min_length=1, max_length=1_000)]


Move = Annotated[AddClause | RemoveClause | SetLevel, Field(discriminator="kind")]


class MoveClauses(FrozenEdit):
    """Several clauses of a package join, leave or change their level in one step."""

    kind: Literal["move_clauses"] = "move_clauses"
    package: Id
    moves: Annotated[tuple[Move, ...], Field(min_length=1, max_length=1_000)]

    @model_validator(mode="after")
    def _of_one_package(self) -> Self:
        if any(move.package != self.package for move in self.moves):
            raise ValueError("moves of another package")
        return self


ClauseEdit = (
    AddClause
    | SetClauses
    | RemoveClause
    | SetLevel
    | SetTiming
    | SetCondition
    | SetSnapback
    | UnlockGuardrail
    | MoveClause
    | MoveClauses
    | WriteNote
)
