"""PySide6 6.12 drops a reference to None with each call on Python below 3.12, and aborts after some thousands."""

import sys

from PySide6.QtWidgets import QWidget

CALLS = 500
SLACK = 10


def test_calls_that_return_none_keep_none_alive(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        widget.update()
    assert sys.getrefcount(None) >= before - SLACK
