"""The record of a workshop: everything that happened in the room, in order; nothing is ever taken out of it.

It is no part of the document: undo takes back what was done to the deal, never that it was done.
"""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, FiniteFloat, TypeAdapter

from dealbuilder.document.clause_edits import AddClause, MoveClauses, WriteNote
from dealbuilder.document.deal_edits import RestoreVersion, SealValue
from dealbuilder.document.edits import Edit
from dealbuilder.document.package_edits import AddPackage, ReplacePackage
from dealbuilder.model.inject import Inject
from dealbuilder.model.package import Package

ENTRIES = 20_000
"""Entries of one deal's sessions."""
HANDS = 5
"""Answers a prediction offers."""


class Entry(BaseModel):
    """What every entry tells: when (ISO, by the machine's clock), how far into the session, and in which round.

    `seconds` counts from the start of the session on a clock that nobody can set; `round` 0 is outside of any.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    at: str = Field(max_length=100)
    seconds: FiniteFloat = Field(default=0.0, ge=0.0)
    round: int = Field(default=0, ge=0, le=20)


class Began(Entry):
    """A session began, with the deal as it was then."""

    kind: Literal["began"] = "began"
    template: str = Field(default="", max_length=200)
    visibility: str = Field(default="public", max_length=50)
    package: Package


class StageBegan(Entry):
    """The chair went on to a stage of the running order (counted from 0)."""

    kind: Literal["stage"] = "stage"
    stage: int = Field(ge=0, le=60)
    title: str = Field(max_length=500)


class Changed(Entry):
    """An edit was done, undone or done again; `package` is the active package after it."""

    kind: Literal["changed"] = "changed"
    how: Literal["do", "undo", "redo"]
    edit: Edit
    package: Package


class Struck(Entry):
    """An inject was put before the room."""

    kind: Literal["struck"] = "struck"
    inject: Inject


class Asked(Entry):
    """The room was asked to predict: the question, the indicator it is about, and five answers.

    `edges` are the four values (in the indicator's unit) that part the answers, ascending; empty if they are words.
    """

    kind: Literal["asked"] = "asked"
    question: str = Field(max_length=1_000)
    indicator: str = Field(default="", max_length=200)
    answers: tuple[str, ...] = Field(max_length=HANDS)
    edges: tuple[FiniteFloat, ...] = Field(default=(), max_length=HANDS - 1)


class Tallied(Entry):
    """Hands were counted, one number an answer."""

    kind: Literal["tallied"] = "tallied"
    hands: tuple[Annotated[int, Field(ge=0, le=100_000)], ...] = Field(max_length=HANDS)


class Revealed(Entry):
    """Scores were shown: mean, 5th and 95th percentile by indicator, of this package."""

    kind: Literal["revealed"] = "revealed"
    package: Package
    scores: dict[str, tuple[FiniteFloat, FiniteFloat, FiniteFloat]] = Field(max_length=500)


class Proposed(Entry):
    """A side proposed: what it gives and what it asks for, in words, with the measures they are about if known."""

    kind: Literal["proposed"] = "proposed"
    side: Literal["us", "china"]
    who: str = Field(default="", max_length=200)
    gives: str = Field(max_length=2_000)
    asks: str = Field(max_length=2_000)
    measures: tuple[str, ...] = Field(default=(), max_length=50)


class Marked(Entry):
    """The chair set a mark, with a word on why."""

    kind: Literal["marked"] = "marked"
    text: str = Field(max_length=1_000)


class Agreed(Entry):
    """The sides agreed, or parted without: the package as it stood and who spoke for whom."""

    kind: Literal["agreed"] = "agreed"
    reached: bool
    package: Package
    us: str = Field(default="", max_length=200)
    china: str = Field(default="", max_length=200)
    text: str = Field(default="", max_length=5_000)


class Ended(Entry):
    """The session ended."""

    kind: Literal["ended"] = "ended"


Happened = Began | StageBegan | Changed | Struck | Asked | Tallied | Revealed | Proposed | Marked | Agreed | Ended
Session = tuple[Happened, ...]
"""Entries in the order in which they happened; several sessions follow one another, each from Began on."""

ENTRY: TypeAdapter[Happened] = TypeAdapter(Annotated[Happened, Field(discriminator="kind")])
"""Reads and writes one entry as JSON."""


def bare(package: Package) -> Package:
    """Return a package without its private notes: the record of a room holds nothing that a party keeps to itself."""
    clauses = tuple(clause.model_copy(update={"private_note": ""}) for clause in package.clauses)
    return package.model_copy(update={"clauses": clauses, "private_note": ""})


def telling(edit: Edit) -> Edit | None:
    """Return an edit as the record may hold it, None if it may not: sealed values and private notes stay out."""
    match edit:
        case SealValue() | WriteNote(private=True) | RestoreVersion():
            return None
        case AddClause(clause=clause):
            return edit.model_copy(update={"clause": clause.model_copy(update={"private_note": ""})})
        case MoveClauses(moves=moves):
            return edit.model_copy(update={"moves": tuple(telling(move) for move in moves)})
        case AddPackage(package=package) | ReplacePackage(package=package):
            return edit.model_copy(update={"package": bare(package)})
        case _:
            return edit


def running(session: Session) -> bool:
    """Return whether the last session has not ended."""
    last = next((entry for entry in reversed(session) if entry.kind in ("began", "ended")), None)
    return last is not None and last.kind == "began"


def latest(session: Session) -> Session:
    """Return the entries of the last session, from its Began on; none if there was no session."""
    starts = [place for place, entry in enumerate(session) if entry.kind == "began"]
    return session[starts[-1] :] if starts else ()
