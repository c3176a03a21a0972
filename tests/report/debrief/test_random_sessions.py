"""Random sessions of any edits whatever, undo and redo among them, are told without a fault and add up."""

import itertools
import json
import random

import pytest

from dealbuilder.document.film import same_terms
from dealbuilder.document.session import Agreed, Changed, Marked, Struck
from dealbuilder.errors import DealError
from dealbuilder.report.debrief import cells, data, figure, pages, rest
from dealbuilder.report.debrief.debrief import debrief
from tests.document import deals
from tests.document.deals import full_deal, inject, random_edit
from tests.document.rooms import Room

STEPS = 60
MEASURES = ("cn_whitelist", "lift_eda", "suspend_tool_licences", "cn_customs", "not_in_any_catalogue")
LEVELS = ("none", "support", "pilot", "marked", "day_1", "all", "lifted", "level_of_a_future_catalogue")


@pytest.fixture(autouse=True)
def _known_measures(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deals, "MEASURES", MEASURES)
    monkeypatch.setattr(deals, "LEVELS", LEVELS)


def walked(seed: int) -> Room:
    rng = random.Random(seed)
    room = Room(full_deal())
    room.begin()
    for step in range(STEPS):
        room.after(rng.choice((0.01, 1.0, 7.0, -3.0 if room.minutes > 4 else 0.0)))
        room.round = rng.choice((room.round, room.round, min(room.round + 1, 20), 0))
        what = rng.random()
        try:
            if what < 0.2:
                room.undo()
            elif what < 0.3:
                room.redo()
            elif what < 0.35:
                room.add(Struck, inject=inject(rng.choice(("slow_walk", "other")), rng.randrange(60)))
            elif what < 0.4:
                room.add(Marked, text="x" * rng.randrange(900))
            else:
                room.do(random_edit(rng, room.document))
        except DealError:
            pass
        if step == STEPS // 2:
            room.add(Agreed, reached=True, package=room.document.package())
    return room


@pytest.mark.parametrize("seed", range(25))
def test_any_session_is_told(catalogue, seed):
    room = walked(seed)
    told = debrief(catalogue, room.document, tuple(room.entries))
    frames = told.film.frames
    assert [frame.number for frame in frames] == list(range(len(frames)))
    for one, other in itertools.pairwise(frames):
        assert one.seconds <= other.seconds
        assert not same_terms(one.package, other.package) or one.injects != other.injects
    changed = [entry.package for entry in room.entries if isinstance(entry, Changed | Agreed)]
    assert same_terms(frames[-1].package, changed[-1])
    assert all(0 < line.frame < len(frames) for line in told.ledger.lines)
    assert all(not (line.undone and line.answered is not None) for line in told.ledger.lines)
    for language in ("en", "zh"):
        text = json.dumps(data.as_json(told, language), allow_nan=False)
        text += repr((pages.ledger(told, language), pages.redlines(told, language), rest.rest(told, language)))
        text += repr((rest.questions(told, language), figure.figure(told, language)))
        text += repr((cells.ledger(told, language), cells.sums(told, language), cells.redlines(told, language)))
        for secret in ("our fallback is", "package secret", "b secret", "deal secret", "72 ± 3"):
            assert secret not in text


def test_the_walks_undo_and_redo_and_leave_moves(catalogue):
    told = [debrief(catalogue, room.document, tuple(room.entries)) for room in map(walked, range(25))]
    lines = [line for one in told for line in one.ledger.lines]
    hows = {frame.how for one in told for frame in one.film.frames}
    assert {"do", "undo", "redo", "inject", "switch"} <= hows
    assert any(line.undone for line in lines)
    assert any(line.withdrawn for line in lines)
    assert {line.move.turn for line in lines} == {"towards", "away", "mixed", "neither"}
    assert {line.move.side for line in lines} == {"us", "china", None}
