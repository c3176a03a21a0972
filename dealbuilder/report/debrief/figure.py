"""The film-strip as a figure: both headline scores through the session, its rounds, and what marks it."""

import math

import numpy as np

from dealbuilder.document.film import Mark
from dealbuilder.model.text import Language
from dealbuilder.report import axes, wording
from dealbuilder.report.debrief import words
from dealbuilder.report.debrief.debrief import Debrief
from dealbuilder.report.debrief.marks import marks
from dealbuilder.report.phrases import say
from dealbuilder.report.strip import Flag, Panel, Span, Strip

SHAPES = {
    "proposed": ("circle", "accent"),
    "asked": ("diamond", "muted"),
    "revealed": ("diamond", "accent"),
    "struck": ("triangle", "warn"),
    "undone": ("cross", "muted"),
    "marked": ("star", "target"),
    "agreed": ("star", "accent"),
    "first_trade": ("square", "accent"),
    "jump": ("triangle", "package"),
}
"""Shape and colour of each kind of mark that is drawn; stages are the rounds behind."""
AS = {"parted": "agreed", "lifted": "struck", "jump_supply": "jump", "jump_cost": "jump"}
"""Marks that are drawn as another kind."""
PARTIES = {"us": ("circle", "us"), "china": ("square", "china")}
FLAGS = 300
"""Flags of one kind that find room beside each other."""
LEAST = 1.0
"""Minutes that a strip shows at least."""
STEPS = (1, 2, 5, 10, 15, 30, 60, 120, 240, 480)
TICKS = 9


def figure(debrief: Debrief, language: Language) -> Strip:
    """Return the strip; a debrief that is not scored has flat, empty panels."""
    film = debrief.film
    seconds = [film.frames[-1].seconds, *(entry.seconds for entry in film.entries), LEAST * 60.0]
    last = max(second for second in seconds if math.isfinite(second)) / 60.0
    ends = (words.clock(last * 60.0),)
    supply, cost = (_panel(debrief, place, language) for place in (0, 1))
    texts = [[wording.plain(float(panel.y[at]), panel.digits) for at in (0, -1)] for panel in (supply, cost)]
    alt = say(
        "debrief.strip_alt",
        language,
        count=len(film.frames),
        time=ends[0],
        supply=supply.label,
        supply_from=texts[0][0],
        supply_to=texts[0][1],
        cost=cost.label,
        cost_from=texts[1][0],
        cost_to=texts[1][1],
    )
    return Strip(
        title=say("debrief.strip_title", language),
        unit=say("debrief.strip_unit", language),
        panels=(supply, cost),
        flags=_flags(debrief, last, language),
        spans=_spans(debrief, last, language),
        ticks=_time_ticks(last),
        x_range=(0.0, last),
        alt=alt,
    )


def _panel(debrief: Debrief, which: int, language: Language) -> Panel:
    id = ("supply_restored", "leadership_cost")[which]
    indicator = debrief.catalogue.indicator_by_id[id]
    frames = debrief.film.frames
    x = np.array([frames[place].seconds / 60.0 for place in debrief.headlines] or [0.0])
    y = np.array([(one.supply if which == 0 else one.cost).mean for one in debrief.headlines.values()] or [math.nan])
    known = y[np.isfinite(y)]
    spread = (float(known.min()), float(known.max())) if len(known) else (0.0, 1.0)
    digits = 1 if which == 0 else 2
    change = wording.plain(float(y[-1] - y[0]), digits, signed=True) if len(known) > 1 else ""
    return Panel(
        label=indicator.label.get(language),
        unit=wording.unit(indicator.unit, language),
        x=x,
        y=y,
        y_range=axes.nice(*spread, most=4),
        change=change,
        digits=digits,
    )


def _flags(debrief: Debrief, last: float, language: Language) -> tuple[Flag, ...]:
    """Return a flag for each mark; of those of one kind that would cover each other, one."""
    found: dict[tuple[int, str, str], Flag] = {}
    for mark in marks(debrief):
        flag = _flag(mark, language)
        if flag is not None:
            found.setdefault((round(flag.x / last * FLAGS), flag.shape, flag.role), flag)
    return tuple(found.values())


def _flag(mark: Mark, language: Language) -> Flag | None:
    kind = AS.get(mark.kind, mark.kind)
    if kind not in SHAPES:
        return None
    shape, role = PARTIES[mark.who] if kind == "proposed" and mark.who in PARTIES else SHAPES[kind]
    word = say(f"debrief.key_{kind}", language)
    if mark.who in PARTIES:
        word += say("page.colon", language) + say(f"side.{mark.who}", language)
    return Flag(mark.seconds / 60.0, shape, role, word)


def _spans(debrief: Debrief, last: float, language: Language) -> tuple[Span, ...]:
    """Return one stretch for each round, from its first entry to that of the next."""
    starts: list[tuple[float, int]] = []
    latest = 0.0
    for entry in debrief.film.entries:
        latest = max(latest, entry.seconds)
        if entry.round and (not starts or starts[-1][1] != entry.round):
            starts.append((latest / 60.0, entry.round))
    ends = [start for start, _ in starts[1:]] + [last]
    return tuple(
        Span(start, end, words.in_round(round, language)) for (start, round), end in zip(starts, ends, strict=False)
    )


def _time_ticks(last: float) -> tuple[tuple[float, str], ...]:
    step = next((step for step in STEPS if last / step <= TICKS), math.ceil(last / TICKS))
    return tuple((float(at), words.clock(at * 60.0)) for at in range(0, int(last) + 1, step))
