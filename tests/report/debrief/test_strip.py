"""The film-strip as a picture: both scores held from state to state, rounds behind, flags below, a key."""

import re
from xml.etree import ElementTree

import pytest

from dealbuilder.analysis.evaluate import Evaluator
from dealbuilder.report import figures, svg
from dealbuilder.report.debrief import figure
from dealbuilder.report.debrief.debrief import debrief, scored
from dealbuilder.report.drawing import film, pen
from dealbuilder.report.theme import NAMES, load
from tests.document.rooms import Room, deal, played


@pytest.fixture(scope="module")
def strip(catalogue):
    room = played()
    plain = debrief(catalogue, room.document, tuple(room.entries))
    return figure.figure(scored(plain, Evaluator(catalogue), draws=16), "en")


def drawn(strip, theme: str = "print", width: float = 500.0) -> str:
    return svg.draw(strip, load(theme), width, 230.0)


@pytest.mark.parametrize("theme", NAMES)
def test_the_picture_is_well_formed_and_the_same_every_time(strip, theme):
    ElementTree.fromstring(drawn(strip, theme))
    assert drawn(strip, theme) == drawn(strip, theme)


def test_every_round_has_its_stretch_and_they_follow_one_another(strip):
    assert [span.label for span in strip.spans] == ["Round 1", "Round 2", "Round 3"]
    assert strip.spans[0].end == strip.spans[1].start
    assert strip.spans[-1].end == strip.x_range[1] == pytest.approx(79.0)


def test_every_kind_of_mark_is_drawn_and_named_once(strip):
    words = {flag.word for flag in strip.flags}
    assert words == {
        "Proposal: United States", "Proposal: China", "Prediction", "Reveal", "Inject", "Undone", "Chair’s mark",
        "Agreement", "First trade", "Biggest jump",
    }  # fmt: skip
    texts = re.findall(r">([^<]+)</text>", drawn(strip))
    assert [texts.count(word) for word in words] == [1] * len(words)


def test_kinds_differ_in_shape_and_not_in_colour_alone(strip):
    assert len({(flag.shape, flag.word.partition(":")[0]) for flag in strip.flags}) >= len(
        {flag.word for flag in strip.flags}
    )
    us, china = (next(flag for flag in strip.flags if side in flag.word) for side in ("United States", "China"))
    assert (us.shape, us.role) == ("circle", "us")
    assert (china.shape, china.role) == ("square", "china")


def test_a_moment_is_found_again_where_it_was_drawn(strip):
    place = film.place(strip, 500.0, pen.Style())
    for minutes in (0.0, 13.0, 79.0):
        assert place.minutes(place.x(minutes)) == pytest.approx(minutes)
    assert place.x(-5.0) == place.left


def test_the_table_twin_has_a_row_for_each_state(strip):
    header, rows = figures.table_twin(strip)
    assert len(header) == 3
    assert [row[0] for row in rows][:3] == ["0:00", "0:15", "0:18"]
    assert len(rows) == len(strip.panels[0].x)


def test_a_strip_of_one_unscored_state_is_drawn_too(catalogue):
    room = Room(deal())
    room.begin()
    plain = debrief(catalogue, room.document, tuple(room.entries))
    for language in ("en", "zh"):
        ElementTree.fromstring(drawn(figure.figure(plain, language)))


def test_flags_at_one_moment_do_not_make_the_picture_endless(catalogue):
    room = Room(deal())
    room.begin()
    for _ in range(600):
        room.after(0.001).give("lift_eda", "support")
        room.undo()
    made = figure.figure(debrief(catalogue, room.document, tuple(room.entries)), "en")
    assert len(made.flags) < 310
