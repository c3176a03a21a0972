"""Tab goes as things stand on screen, and looking at that leaves nothing behind."""

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QLineEdit, QMainWindow, QVBoxLayout, QWidget

from dealbuilder.ui.widgets import tab_order


class Shown(QMainWindow):
    """A window whose fields were made in another order than they stand in."""

    def __init__(self) -> None:
        super().__init__()
        self.bar = self.menuBar()
        self.bar.addMenu("x")
        inside = QWidget()
        self.fields = {name: QLineEdit() for name in "fbcaed"}
        column, row, grid = QVBoxLayout(inside), QHBoxLayout(), QGridLayout()
        column.addWidget(self.fields["a"])
        row.addStretch(1)
        row.addWidget(self.fields["b"])
        row.addSpacing(8)
        row.addWidget(self.fields["c"])
        column.addLayout(row)
        grid.addWidget(self.fields["e"], 0, 1)
        grid.addWidget(self.fields["f"], 1, 0)
        grid.addWidget(self.fields["d"], 0, 0)
        column.addLayout(grid)
        self.setCentralWidget(inside)

    def focusNextPrevChild(self, next: bool) -> bool:
        tab_order.in_order(self)
        return super().focusNextPrevChild(next)


@pytest.fixture
def window(qtbot):
    shown = Shown()
    qtbot.addWidget(shown)
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    return shown


def walked(window: Shown) -> str:
    """Press Tab six times from the first field; return the fields that had the keyboard."""
    names = {field: name for name, field in window.fields.items()}
    window.fields["a"].setFocus()
    found = ""
    for _ in range(6):
        found += names[QApplication.focusWidget()]
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    return found


def test_tab_goes_along_rows_and_down_columns_whatever_was_made_first(window):
    assert walked(window) == "abcdef"


def test_a_field_that_is_turned_on_on_the_way_has_its_place(window):
    window.fields["c"].setEnabled(False)
    window.fields["b"].setFocus()
    tab_order.in_order(window)
    window.fields["c"].setEnabled(True)
    QTest.keyClick(window.fields["b"], Qt.Key.Key_Tab)
    assert window.fields["c"].hasFocus()


def test_the_menu_bar_outlives_a_field_that_is_deleted_after_a_walk(window):
    walked(window)
    for field in window.fields.values():
        shiboken6.delete(field)
    assert shiboken6.isValid(window.bar)
