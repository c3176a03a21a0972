"""What pane tests share: intents that were emitted, and an application dressed as the program is."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget


@pytest.fixture
def shown(qtbot) -> Callable[[QWidget], list[object]]:
    """Show a pane and return the list its intents are kept in."""

    def show(pane: QWidget, width: int = 520, height: int = 640) -> list[object]:
        intents: list[object] = []
        qtbot.addWidget(pane)
        pane.intent.connect(intents.append)
        pane.resize(width, height)
        pane.show()
        return intents

    return show
