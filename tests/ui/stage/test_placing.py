"""Where the audience window goes when screens come and go: never onto the desk's."""

import pytest

from dealbuilder.ui.stage.placing import Display, place

DESK = Display("desk", (0, 0, 1440, 900), desk=True)
HALL = Display("hall", (1440, 0, 1024, 768))
SIDE = Display("side", (-1280, 0, 1280, 1024))
MIRROR = Display("mirror", (0, 0, 1024, 768))


def test_it_fills_a_screen_that_is_not_the_desks():
    for displays in ((DESK, HALL), (HALL, DESK)):
        placement = place(displays)
        assert (placement.how, placement.screen, placement.box) == ("screen", "hall", HALL.box)


def test_with_one_screen_it_is_a_window_inside_it():
    placement = place((DESK,))
    assert placement.how == "window"
    x, y, wide, tall = placement.box
    assert 0 < x < x + wide < 1440
    assert 0 < y < y + tall < 900
    assert wide * 9 == pytest.approx(tall * 16, abs=16)


def test_a_screen_that_mirrors_the_desks_is_no_second_screen():
    assert place((DESK, MIRROR)).how == "window"
    assert place((DESK, MIRROR, HALL)).screen == "hall"


def test_unplugged_it_waits_hidden_and_comes_back_to_its_screen():
    assert place((DESK,), kept="hall").how == "away"
    assert place((DESK, SIDE), kept="hall").how == "away"
    assert place((DESK, SIDE, HALL), kept="hall").screen == "hall"


def test_it_is_hidden_while_the_desk_stands_on_its_screen():
    moved = (Display("desk", DESK.box), Display("hall", HALL.box, desk=True))
    assert place(moved, kept="hall").how == "away"
    assert place((Display("hall", HALL.box, desk=True),), kept="hall").how == "away"


def test_a_screen_that_comes_back_in_another_size_is_filled_as_it_is_now():
    assert place((DESK, Display("hall", (1440, 0, 1920, 1080))), kept="hall").box == (1440, 0, 1920, 1080)


def test_where_a_window_stood_is_kept_only_while_that_screen_is_there():
    saved = (1500, 40, 640, 360)
    assert place((DESK, HALL), saved=saved, windowed=True).box == saved
    ignored = place((DESK,), saved=saved, windowed=True)
    assert ignored.box != saved
    assert ignored.box[0] + ignored.box[2] <= 1440


def test_a_window_stays_a_window_when_another_screen_is_plugged_in():
    assert place((DESK, HALL), windowed=True).how == "window"


def test_without_any_screen_nothing_breaks():
    assert place(()).how == "window"
