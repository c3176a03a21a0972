"""The facilitator's running order: stages with clock times, notes and injects, and the keys of the console."""

from dataclasses import dataclass

from dealbuilder.errors import DealError
from dealbuilder.model.text import Language
from dealbuilder.report import wording
from dealbuilder.report.kit.codes import shortened
from dealbuilder.report.kit.occasion import Occasion
from dealbuilder.report.phrases import say

HOUR, DAY = 60, 24 * 60
TITLE, NOTE = 200, 900
KEYS = (
    ("PgDn  PgUp", "page"),
    ("→  ←", "scene"),
    ("B  .", "blackout"),
    ("C", "curtain"),
    ("F", "freeze"),
    ("Space", "reveal"),
    ("R", "replay"),
    ("P", "predict"),
    ("1 - 5", "tally"),
    ("I", "inject"),
    ("U", "undo"),
    ("M", "mark"),
    ("T", "timer"),
    ("]  [", "minutes"),
    ("+  \u2212", "size"),
    ("L", "night"),
    ("F5", "begin"),
    ("Esc", "leave"),
    ("H  F1", "keys"),
)
"""The keys of the presenter console, by what they do."""


@dataclass(frozen=True, slots=True)
class Row:
    """One stage: when it starts, how long it is, its round and scene, what the room reads, what the chair does."""

    clock: str
    minutes: str
    title: str
    round: str
    scene: str
    brief: str
    notes: str
    inject: str


@dataclass(frozen=True, slots=True)
class RunningOrder:
    """The whole order: head, rows, warnings about what is named and not there, and the key map."""

    name: str
    span: str
    visibility: str
    rows: tuple[Row, ...]
    warnings: tuple[str, ...]
    keys: tuple[tuple[str, str], ...]


def begins(clock: str) -> int:
    """Return a time of day "09:30" in minutes after midnight; raise DealError if it is none."""
    hours, colon, minutes = clock.partition(":")
    if colon and hours.isascii() and minutes.isascii() and hours.isdigit() and minutes.isdigit():
        found = int(hours) * HOUR + int(minutes)
        if len(minutes) == 2 and int(minutes) < HOUR and found < DAY:
            return found
    raise DealError(
        f"“{clock}” is not a time of day; nothing was printed.",
        "Write it as 09:30.",
        zh=f"“{clock}”不是有效的时刻；未打印。",
        zh_hint="请写成 09:30 的形式。",
    )


def running_order(occasion: Occasion, start: int, language: Language) -> RunningOrder:
    """Return the running order of a session that begins `start` minutes after midnight."""
    titles = {inject.id: inject.title.get(language) for inject in occasion.deck}
    rows, at = [], start
    for stage in occasion.stages:
        inject = titles.get(stage.inject or "", stage.inject or "")
        rows.append(
            Row(
                clock=_clock(at),
                minutes=wording.plain(stage.minutes, 0),
                title=shortened(stage.title.get(language), TITLE),
                round=say("kit.round", language, n=stage.round) if stage.round else "",
                scene=say(f"kit.scene_{stage.scene}", language),
                brief=shortened(stage.brief.get(language), NOTE),
                notes=shortened(stage.notes.get(language), NOTE),
                inject=say("kit.with_inject", language, title=shortened(inject, TITLE)) if inject else "",
            )
        )
        at += stage.minutes
    span = say("kit.span", language, start=_clock(start), end=_clock(at), minutes=occasion.minutes)
    return RunningOrder(
        name=shortened(occasion.name, TITLE),
        span=span,
        visibility=say(f"kit.visibility_{occasion.visibility}", language),
        rows=tuple(rows),
        warnings=tuple(say("kit.inject_unknown", language, id=shortened(id, TITLE)) for id in occasion.unknown),
        keys=tuple((key, say(f"kit.key_{does}", language)) for key, does in KEYS),
    )


def _clock(minutes: int) -> str:
    return f"{minutes // HOUR % 24:02d}:{minutes % HOUR:02d}"
