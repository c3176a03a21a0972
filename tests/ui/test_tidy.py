"""Garbage: never collected while Qt is at work, always collected between events."""

import gc
import weakref

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QLabel

from dealbuilder.ui import tidy
from dealbuilder.ui.tidy import Tidy


class Knot(QLabel):
    """A widget that holds itself, as one does whose handler is kept in an attribute."""

    def __init__(self) -> None:
        super().__init__("knot")
        self.kept = self.answer

    def answer(self) -> None:
        """Answer nothing."""


def test_a_test_with_qt_runs_with_the_collector_off(qapp):
    assert not gc.isenabled()


def test_a_widget_in_a_cycle_lives_until_the_timer_comes_round(qapp, qtbot, monkeypatch):
    monkeypatch.setattr(tidy, "PAUSE", 20)
    owner = QObject()
    keeper = Tidy(owner)
    keeper.start()
    try:
        assert not gc.isenabled()
        knots = [weakref.ref(Knot()) for _ in range(300)]
        rubbish = [[Qt.Key.Key_A] for _ in range(2 * gc.get_threshold()[0])]
        assert all(knot() is not None for knot in knots)
        qtbot.waitUntil(lambda: all(knot() is None for knot in knots))
        assert rubbish
    finally:
        keeper.stop()
        assert gc.isenabled()
        gc.disable()


def test_what_stands_after_the_first_full_collection_is_not_looked_through_again(qapp):
    before = gc.get_freeze_count()
    owner = QObject()
    keeper = Tidy(owner)
    keeper.start()
    try:
        limits = gc.get_threshold()
        gc.set_threshold(limits[0], -1, limits[2])
        keeper._collect()
        gc.set_threshold(*limits)
        frozen = gc.get_freeze_count()
        assert frozen > before
        keeper._collect()
        assert gc.get_freeze_count() == frozen
    finally:
        keeper.stop()
        gc.disable()
