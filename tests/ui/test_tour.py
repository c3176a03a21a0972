"""The tour: four stops over the real desk, by keys, in both languages, again and again."""

import pytest
from PySide6.QtCore import QRect, Qt

from dealbuilder.ui.tour import Tour


@pytest.fixture
def tour(program):
    program.commands.do("tour")
    program.scored()
    yield program.commands._touring
    if program.commands._touring is not None:
        program.commands._touring.end()


def test_the_tour_begins_on_a_new_deal_and_walks_over_four_stops(program, tour, qtbot):
    assert program.window.on_desk()
    desk, seen = program.commands.studio.desk, []
    for target in (desk.catalogue, desk.package, desk.scoreboard, desk.header):
        lit = tour._shade.lit
        assert lit == QRect(target.mapTo(program.window, target.rect().topLeft()), target.size())
        assert tour.words.text()
        seen.append(tour.title.text())
        qtbot.keyClick(tour, Qt.Key.Key_Right)
    assert len(set(seen)) == 4
    assert program.commands._touring is None


def test_the_words_stand_inside_the_window_and_beside_what_is_lit(program, tour):
    for stop in range(4):
        tour.go(stop)
        assert program.window.rect().contains(tour.geometry())
        inside = tour.geometry().intersected(tour._shade.lit)
        assert inside.width() * inside.height() < tour.width() * tour.height() / 2


def test_escape_ends_the_tour_and_it_can_be_taken_again(program, tour, qtbot):
    qtbot.keyClick(tour, Qt.Key.Key_Escape)
    assert program.commands._touring is None
    program.commands.do("tour")
    assert [one.isVisible() for one in program.window.findChildren(Tour) if one is not tour] == [True]
    program.commands._touring.go(3)
    program.commands._touring.next.click()
    assert program.commands._touring is None


def test_the_first_stop_has_no_way_back_and_the_last_says_that_it_is_the_last(tour):
    assert not tour.back.isEnabled()
    assert tour.count.text() == "1 of 4"
    tour.go(3)
    assert tour.back.isEnabled()
    assert tour.next.text() == "Done"


def test_the_tour_speaks_the_language_on_screen(program, tour):
    tour.go(1)
    english = tour.title.text()
    program.preferences.set(language="zh")
    program.wait(lambda: tour.title.text() != english)
    assert tour.at == 1


def test_leaving_the_deal_ends_the_tour(program, tour):
    program.commands.studio.leave_desk()
    assert program.commands._touring is None
