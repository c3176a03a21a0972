"""The edits behind what a person does with a clause."""

from typing import Any

from dealbuilder.document.edits import (
    Edit,
    MoveClause,
    RemoveClause,
    SetCondition,
    SetLevel,
    SetSnapback,
    SetTiming,
    UnlockGuardrail,
    WriteNote,
)
from dealbuilder.model.package import Clause, Condition
from dealbuilder.ui.models.clauses import ClauseView, resolve
from dealbuilder.ui.state import State

AFTER_90_DAYS = 3
"""Months."""


def triggers(state: State, view: ClauseView) -> tuple[tuple[str, Condition], ...]:
    """Return the conditions that may be set on a clause, in words: the other clauses at their levels, mirrors first."""
    tied = {partner.measure for partner in view.partners}
    found = []
    for other in resolve(state):
        ours = other.clause.measure == view.clause.measure
        same_side = other.section == view.section and other.section in ("us", "china")
        if ours or same_side or not other.known or other.current <= 0 or other.section == "agenda":
            continue
        text = f"{other.title} – {other.words[other.current]}"
        condition = Condition(measure=other.clause.measure, level=other.clause.level)
        found.append((other.clause.measure not in tied, (text, condition)))
    return tuple(pair for _, pair in sorted(found, key=lambda item: item[0]))


def change(package: str, measure: str, field: str, value: Any) -> Edit:
    """Return the edit that sets one field of a clause: condition, snapback, note or private_note."""
    if field == "condition":
        return SetCondition(package=package, measure=measure, condition=value)
    if field == "snapback":
        return SetSnapback(package=package, measure=measure, snapback=bool(value))
    return WriteNote(package=package, measure=measure, text=value, private=field == "private_note")


def edits(state: State, view: ClauseView, what: str) -> tuple[Edit, ...]:
    """Return the edits of one entry of a clause's menu; none if there is nothing to do."""
    package, clause = state.document.active, view.clause
    measure = clause.measure
    match what:
        case "baseline":
            return (SetLevel(package=package, measure=measure, level="none"),)
        case "remove":
            return (RemoveClause(package=package, measure=measure),)
        case "snapback":
            return (SetSnapback(package=package, measure=measure, snapback=not clause.snapback),)
        case "unlock":
            return (UnlockGuardrail(package=package, measure=measure, unlocked=not clause.unlocked),)
        case "at_signature":
            return (_timed(package, measure, 0, clause.end, clause.ramp),)
        case "after_90_days":
            end = None if clause.end is not None and clause.end <= AFTER_90_DAYS else clause.end
            return (_timed(package, measure, AFTER_90_DAYS, end, clause.ramp),)
        case "own_ramp":
            return (_timed(package, measure, clause.start, clause.end, None),)
        case "on_trigger":
            first = triggers(state, view)[:1]
            return tuple(SetCondition(package=package, measure=measure, condition=choice) for _, choice in first)
        case "same_for_group":
            return _group_timing(state, clause)
        case "up" | "down":
            return _shift(state, view, -1 if what == "up" else 1)
        case _:
            return ()


def _timed(package: str, measure: str, start: int, end: int | None, ramp: float | None) -> Edit:
    return SetTiming(package=package, measure=measure, start=start, end=end, ramp=ramp)


def _group_timing(state: State, clause: Clause) -> tuple[Edit, ...]:
    known = state.catalogue.measure_by_id
    group = known[clause.measure].group
    others = [other.measure for other in state.document.package().clauses if other.measure != clause.measure]
    same = [measure for measure in others if measure in known and known[measure].group == group]
    timing = (clause.start, clause.end, clause.ramp)
    return tuple(_timed(state.document.active, measure, *timing) for measure in same)


def _shift(state: State, view: ClauseView, step: int) -> tuple[Edit, ...]:
    views = resolve(state)
    ids = [other.clause.measure for other in views]
    mine = [other.clause.measure for other in views if other.section == view.section]
    place = mine.index(view.clause.measure) + step
    if not 0 <= place < len(mine):
        return ()
    position = ids.index(mine[place])
    return (MoveClause(package=state.document.active, measure=view.clause.measure, position=position),)
