"""The concession ledger of a session: who moved when, what was answered, what was undone, round by round."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from dealbuilder.document.film import Film, Frame
from dealbuilder.document.moves import Move, compared
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.package import Clause

Party = Literal["us", "china"]
PARTIES: tuple[Party, ...] = ("us", "china")


@dataclass(frozen=True, slots=True)
class Line:
    """One move as it was made.

    `undone`: taken back by undo, so it does not count. `withdrawn`: the side itself took back later what it gave here.
    `answered`: whether the other side gave something that stands in the same or the next round; None where the
    question does not arise, because nothing was given or it was taken back.
    """

    move: Move
    frame: int
    seconds: float
    round: int
    undone: bool
    withdrawn: bool = False
    answered: bool | None = None


@dataclass(frozen=True, slots=True)
class Count:
    """How many standing moves of a side gave more, took back, or did both at once."""

    gives: int
    takes: int
    mixed: int


@dataclass(frozen=True, slots=True)
class Redline:
    """What a round changed from its first to its last state."""

    round: int
    moves: tuple[Move, ...]


@dataclass(frozen=True, slots=True)
class Ledger:
    """Lines in the order in which they were made; `switches` counts how often another package came to the table."""

    lines: tuple[Line, ...]
    redlines: tuple[Redline, ...]
    rounds: tuple[int, ...]
    switches: int

    def of(self, side: Party) -> tuple[Line, ...]:
        """Return the moves of one side, undone ones among them."""
        return tuple(line for line in self.lines if line.move.side == side)

    def others(self) -> tuple[Line, ...]:
        """Return the changes that are no side's move: home, terms, agenda, unknown measures."""
        return tuple(line for line in self.lines if line.move.side not in PARTIES)

    def unanswered(self) -> tuple[Line, ...]:
        """Return what a side gave and the other did not answer in the same or the next round."""
        return tuple(line for line in self.lines if line.answered is False)

    def count(self, side: Party, rounds: Sequence[int] | None = None) -> Count:
        """Return the standing moves of a side, in some rounds or in all."""
        lines = [line for line in self.of(side) if not line.undone and (rounds is None or line.round in rounds)]
        turns = [line.move.turn for line in lines]
        return Count(turns.count("towards"), turns.count("away"), turns.count("mixed"))


def ledger(film: Film, catalogue: Catalogue) -> Ledger:
    """Return the ledger of a film."""
    lines: list[Line] = []
    switches = 0
    for before, after in itertools.pairwise(film.frames):
        if after.switched and after.how not in ("undo", "redo"):
            switches += 1
        elif _is_act(after):
            lines += [
                Line(move, after.number, after.seconds, after.round, after.undone)
                for move in compared(before.package, after.package, catalogue)
            ]
    rounds = tuple(sorted({line.round for line in lines} | set(film.rounds)))
    redlines = tuple(_redline(film, round, catalogue) for round in rounds)
    return Ledger(_with_answers(_with_withdrawals(lines), rounds), redlines, rounds, switches)


def _is_act(frame: Frame) -> bool:
    """Return whether a frame came of something that was done, not of an undo or redo of what is told already."""
    return frame.how in ("do", "agreed")


def _redline(film: Film, round: int, catalogue: Catalogue) -> Redline:
    before, after = film.first_of(round), film.last_of(round)
    return Redline(round, compared(before.package, after.package, catalogue))


def _with_withdrawals(lines: Sequence[Line]) -> list[Line]:
    """Return the lines with those gifts marked that their own side later took back whole."""
    told: list[Line] = []
    ends: dict[str, set[Clause | None]] = {}
    for line in reversed(lines):
        later = ends.setdefault(line.move.measure, set())
        back = None in later or line.move.before in later
        told.append(replace(line, withdrawn=back and _gives(line)))
        if not line.undone and line.move.turn == "away":
            later.add(line.move.after)
    return told[::-1]


def _with_answers(lines: Sequence[Line], rounds: Sequence[int]) -> tuple[Line, ...]:
    gave = {side: {line.round for line in lines if _gives(line) and line.move.side == side} for side in PARTIES}
    following = dict(itertools.pairwise(rounds))
    other = {"us": gave["china"], "china": gave["us"]}
    return tuple(
        replace(line, answered=bool({line.round, following.get(line.round, line.round)} & other[line.move.side]))
        if _gives(line) and line.move.side in PARTIES
        else line
        for line in lines
    )


def _gives(line: Line) -> bool:
    return line.move.turn == "towards" and not line.undone and not line.withdrawn
