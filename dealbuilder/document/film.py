"""The film-strip of a session: every state of what lay on the table, in the order of the record, and what marks it."""

from dataclasses import dataclass, field, replace
from typing import Literal

from dealbuilder.document.clause_edits import SetLevel, SetTiming
from dealbuilder.document.deal_edits import LiftInject, StrikeInject
from dealbuilder.document.document import Document
from dealbuilder.document.edits import Edit
from dealbuilder.document.session import Changed, Happened, Session, bare, telling
from dealbuilder.model.inject import Inject
from dealbuilder.model.package import Clause, Package

GESTURE = 2.0
"""Seconds within which changes of one thing on one clause are one gesture, as the steps of a drag are."""

How = Literal["began", "do", "undo", "redo", "inject", "switch", "agreed"]
"""How a state came about; "switch": another package of the deal was put on the table, which is no side's move."""

MarkKind = Literal[
    "stage", "asked", "revealed", "struck", "lifted", "proposed", "marked", "undone", "agreed", "parted",
    "first_trade", "jump_supply", "jump_cost",
]  # fmt: skip
"""What a mark is; the last three are not in the record but found in the film."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One state: package and injects as they bore then. `seconds` never runs backwards, whatever the clocks did.

    `round` is the round it belongs to: the last one that had begun, 0 before the first. `undone`: what led to this
    state was taken back later. `switched`: another package lay on the table before, however this one came to it.
    """

    number: int
    seconds: float
    round: int
    package: Package
    injects: tuple[Inject, ...] = ()
    how: How = "began"
    edits: tuple[Edit, ...] = ()
    undone: bool = False
    switched: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that happened while a frame stood: who is "us", "china" or empty; `text` in the room's own words."""

    kind: MarkKind
    seconds: float
    round: int
    frame: int
    text: str = ""
    who: str = ""
    inject: Inject | None = None
    asks: str = ""
    """What a proposal asks for in return."""


@dataclass(frozen=True, slots=True)
class Film:
    """Frames and marks of one session; `ended` False: the record breaks off, as after a crash."""

    frames: tuple[Frame, ...]
    marks: tuple[Mark, ...]
    entries: Session
    ended: bool

    @property
    def rounds(self) -> tuple[int, ...]:
        """Return the rounds of negotiation that were entered, ascending, without 0."""
        return tuple(sorted({entry.round for entry in self.entries} - {0}))

    def last_of(self, round: int) -> Frame:
        """Return the state in which a round ended; a round without a change ends as it began."""
        return [frame for frame in self.frames if frame.round <= round][-1]

    def first_of(self, round: int) -> Frame:
        """Return the state in which a round began."""
        earlier = [frame for frame in self.frames if frame.round < round]
        return earlier[-1] if earlier else self.frames[0]


def sessions(record: Session) -> tuple[Session, ...]:
    """Return the sessions of a record, each from its Began on; what stands before the first belongs to none."""
    starts = [place for place, entry in enumerate(record) if entry.kind == "began"]
    return tuple(record[start:end] for start, end in zip(starts, [*starts[1:], len(record)], strict=False))


def film(session: Session, document: Document) -> Film:
    """Return the film of one session of a deal; `session` begins with its Began."""
    began = session[0]
    if began.kind != "began":
        raise ValueError("a session begins with its Began")
    shooting = _Shooting(_before(session, document))
    shooting.open(Frame(0, 0.0, max(began.round, 0), bare(began.package), shooting.borne()))
    for entry in session[1:]:
        shooting.take(entry)
    ended = any(entry.kind == "ended" for entry in session)
    return Film(tuple(shooting.frames), tuple(shooting.marks), session, ended)


def same_terms(one: Package, other: Package) -> bool:
    """Return whether two packages say the same, whatever their names, notes and order."""
    return _terms(one) == _terms(other)


def _terms(package: Package) -> frozenset[tuple[object, ...]]:
    return frozenset(_said(clause) for clause in package.clauses)


def _said(clause: Clause) -> tuple[object, ...]:
    wanted = (clause.condition.measure, clause.condition.level) if clause.condition else ()
    times = (clause.start, clause.end, clause.ramp)
    return (clause.measure, clause.level, *times, wanted, clause.snapback, clause.unlocked)


State = tuple[frozenset[tuple[object, ...]], tuple[Inject, ...]]
"""What tells one state from another: what the clauses say, and the injects that bear."""


def _before(session: Session, document: Document) -> dict[str, Inject]:
    """Return the injects that bore on the deal before the session: those it has now and the session never struck."""
    struck = {entry.inject.id for entry in session if entry.kind == "struck"}
    for entry in session:
        if isinstance(entry, Changed) and isinstance(entry.edit, StrikeInject):
            struck.add(entry.edit.inject.id)
    return {inject.id: inject for inject in document.injects if inject.id not in struck}


@dataclass(slots=True)
class _Shooting:
    """Frames and marks so far, which frames can still be undone or done again, and the injects that bear."""

    bearing: dict[str, Inject]
    frames: list[Frame] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    standing: list[int] = field(default_factory=list)
    undone: list[int] = field(default_factory=list)
    known: dict[str, Inject] = field(default_factory=dict)
    seconds: float = 0.0
    round: int = 0
    table: str = ""
    """The id of the package on the table, also where it says the same as the one before."""
    states: list[State] = field(default_factory=list)
    quiet: bool = False
    """Nothing but a change has come since the last frame, so that the next may belong to its gesture."""

    def open(self, frame: Frame) -> None:
        """Take the first frame."""
        self._append(frame)
        self.round, self.table = frame.round, frame.package.id
        self.known.update(self.bearing)

    def take(self, entry: Happened) -> None:
        """Take one entry; the order of the record counts, not the clock."""
        self.seconds = max(self.seconds, entry.seconds)
        self.round = entry.round or self.round
        match entry.kind:
            case "changed":
                self._change(entry)
            case "struck":
                self._strike(entry.inject)
                self._next(self.frames[-1].package, "inject", ())
                self._say_struck(entry.inject)
            case "agreed":
                if not same_terms(entry.package, self.frames[-1].package):
                    self._next(bare(entry.package), "agreed", ())
                self._mark("agreed" if entry.reached else "parted", entry.text)
            case "stage":
                self._mark("stage", entry.title)
            case "asked":
                self._mark("asked", entry.question)
            case "revealed":
                self._mark("revealed")
            case "proposed":
                self._mark("proposed", entry.gives, entry.side, asks=entry.asks)
            case "marked":
                self._mark("marked", entry.text)
            case _:
                pass
        self.quiet = entry.kind == "changed"

    def _mark(
        self, kind: MarkKind, text: str = "", who: str = "", inject: Inject | None = None, asks: str = ""
    ) -> None:
        self.marks.append(Mark(kind, self.seconds, self.round, self.frames[-1].number, text, who, inject, asks))

    def _say_struck(self, inject: Inject) -> None:
        """Mark an inject once, whether the record tells of the card, of the edit or of both."""
        here = self.frames[-1].number
        if not any(mark.frame == here and mark.inject == inject for mark in self.marks[-2:]):
            self._mark("struck", inject=inject)

    def _append(self, frame: Frame) -> None:
        self.frames.append(frame)
        self.states.append(_state(frame))

    def _strike(self, inject: Inject) -> None:
        self.bearing[inject.id] = self.known[inject.id] = inject

    def _change(self, entry: Changed) -> None:
        edit = telling(entry.edit)
        undo = entry.how == "undo"
        lifted: str | None = None
        match edit:
            case StrikeInject(inject=inject):
                if undo:
                    lifted = inject.id if self.bearing.pop(inject.id, None) else None
                else:
                    self._strike(inject)
            case LiftInject(id=id):
                if undo and id in self.known:
                    self.bearing[id] = self.known[id]
                elif not undo:
                    lifted = id if self.bearing.pop(id, None) else None
            case _:
                pass
        package = bare(entry.package)
        how: How = entry.how
        if isinstance(edit, StrikeInject | LiftInject):
            how = "inject" if entry.how == "do" else entry.how
        elif package.id != self.table and entry.how == "do":
            how = "switch"
        self._next(package, how, () if edit is None else (edit,))
        if isinstance(edit, StrikeInject) and not undo:
            self._say_struck(edit.inject)
        if lifted is not None:
            self._mark("lifted", inject=self.known.get(lifted))

    def _next(self, package: Package, how: How, edits: tuple[Edit, ...]) -> None:
        last = self.frames[-1]
        switched, self.table = package.id != self.table, package.id
        made = Frame(last.number + 1, self.seconds, self.round, package, self.borne(), how, edits, switched=switched)
        state = _state(made)
        if state == self.states[-1]:
            return
        if how == "undo" and self._take_back(made, state):
            return
        if how == "redo" and self._bring_back(made, state):
            return
        made = replace(made, how="switch" if switched else "do") if how in ("undo", "redo") else made
        if self._one_gesture(last, made):
            self.frames.pop()
            self.states.pop()
            self.standing.remove(last.number)
            if state == self.states[-1]:
                return
            made = replace(made, number=last.number)
        self._append(made)
        self.standing.append(made.number)
        self.undone.clear()

    def borne(self) -> tuple[Inject, ...]:
        """Return the injects that bear now, in an order of their own."""
        return tuple(self.bearing[id] for id in sorted(self.bearing))

    def _take_back(self, made: Frame, state: State) -> bool:
        """Mark what an undo took back: the latest steps after which the table was as it is now."""
        for place in range(len(self.standing) - 1, -1, -1):
            if self.states[self.standing[place] - 1] == state:
                for number in reversed(self.standing[place:]):
                    self.frames[number] = replace(self.frames[number], undone=True)
                    self.undone.append(number)
                del self.standing[place:]
                self._append(made)
                self._mark("undone")
                return True
        return False

    def _bring_back(self, made: Frame, state: State) -> bool:
        """Let stand again what was undone, if a redo brings the table to where it was after it."""
        for place in range(len(self.undone) - 1, -1, -1):
            if self.states[self.undone[place]] == state:
                for number in reversed(self.undone[place:]):
                    self.frames[number] = replace(self.frames[number], undone=False)
                    self.standing.append(number)
                del self.undone[place:]
                self._append(made)
                return True
        return False

    def _one_gesture(self, last: Frame, made: Frame) -> bool:
        if not (self.quiet and last.how == made.how == "do" and len(last.edits) == len(made.edits) == 1):
            return False
        one, other = last.edits[0], made.edits[0]
        if not isinstance(one, SetLevel | SetTiming) or type(one) is not type(other) or last.undone:
            return False
        same = (one.package, one.measure) == (other.package, other.measure)  # pyright: ignore[reportAttributeAccessIssue]
        return same and made.seconds - last.seconds <= GESTURE and last.round == made.round


def _state(frame: Frame) -> State:
    return _terms(frame.package), frame.injects
