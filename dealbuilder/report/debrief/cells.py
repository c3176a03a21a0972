"""Ledger, redlines and predictions as headers and rows of text, for tables on screen."""

from dealbuilder.document.ledger import PARTIES, Party
from dealbuilder.model.text import Language
from dealbuilder.report import wording
from dealbuilder.report.debrief import rest, words
from dealbuilder.report.debrief.debrief import Debrief
from dealbuilder.report.phrases import say

Cells = tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]
"""A header and rows of as many cells."""


def ledger(debrief: Debrief, language: Language) -> Cells:
    """Return every move in order: time, round, side, clause, change, then direction, effect and flags."""
    keys = ("time", "round_head", "side", "clause", "change", "told")
    header = tuple(say(f"debrief.{key}", language) for key in keys)
    glue = "; " if language == "en" else "；"
    return header, tuple(
        (
            words.clock(line.seconds),
            words.in_round(line.round, language),
            words.signed_side(line.move.side, language),
            words.title(debrief, line.move.measure, language),
            words.change(debrief, line.move, language),
            glue.join(words.flags(debrief, line, language)),
        )
        for line in debrief.ledger.lines
    )


def sums(debrief: Debrief, language: Language) -> Cells:
    """Return what each side gave and took back, round by round, and so far in brackets."""
    keys = ("round_head", "side", "gave", "took", "supply_head", "cost_head")
    rounds = debrief.ledger.rounds or (0,)
    rows = tuple(_sum(debrief, side, rounds[: place + 1], language) for place in range(len(rounds)) for side in PARTIES)
    return tuple(say(f"debrief.{key}", language) for key in keys), rows


def _sum(debrief: Debrief, side: Party, until: tuple[int, ...], language: Language) -> tuple[str, ...]:
    """Return one side's row of the last of some rounds: what it did there, and so far in brackets."""
    here, so_far = debrief.ledger.count(side, until[-1:]), debrief.ledger.count(side, until)
    now, all_ = debrief.moved(side, until[-1:]), debrief.moved(side, until)
    pairs = (
        (str(here.gives), str(so_far.gives)),
        (str(here.takes), str(so_far.takes)),
        (_signed(debrief, now.supply, 1), _signed(debrief, all_.supply, 1)),
        (_signed(debrief, now.cost, 2), _signed(debrief, all_.cost, 2)),
    )
    found = (say("debrief.sum", language, here=one, all=total) for one, total in pairs)
    return words.in_round(until[-1], language), words.signed_side(side, language), *found


def _signed(debrief: Debrief, value: float, digits: int) -> str:
    return wording.plain(value, digits, signed=True) if debrief.headlines else wording.EN_DASH


def redlines(debrief: Debrief, language: Language) -> Cells:
    """Return what each round changed; a round that changed nothing says so."""
    keys = ("round_head", "side", "clause", "change")
    rows: list[tuple[str, ...]] = []
    for redline in debrief.ledger.redlines:
        named = words.in_round(redline.round, language)
        rows += [
            (
                named,
                words.signed_side(move.side, language),
                words.title(debrief, move.measure, language),
                words.change(debrief, move, language),
            )
            for move in redline.moves
        ]
        if not redline.moves:
            rows.append((named, wording.EN_DASH, wording.EN_DASH, say("debrief.redline_none", language)))
    return tuple(say(f"debrief.{key}", language) for key in keys), tuple(rows)


def predictions(debrief: Debrief, language: Language) -> Cells:
    """Return every prediction: question, hands, what came true, share on it, middle hand, score."""
    keys = ("question", "hands", "came_true", "share", "middle", "score")
    rows = tuple(rest.prediction(debrief, one, language) for one in debrief.predictions)
    return tuple(say(f"debrief.{key}", language) for key in keys), rows


def predicted(debrief: Debrief, language: Language) -> str:
    """Return what the scores of predictions mean, and how well the room predicted."""
    if not debrief.predictions:
        return say("debrief.predictions_none", language)
    told = [say("debrief.score_meaning", language)]
    told += [rest.calibrated(debrief.calibration, language)] if debrief.calibration else []
    return wording.joined(told, language)
