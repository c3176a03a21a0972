"""Rows that become columns where the text is large for the window."""

from PySide6.QtWidgets import QBoxLayout


def fold(layout: QBoxLayout, fits: bool) -> None:
    """Set what a layout holds side by side if it fits, else one below the other."""
    directions = QBoxLayout.Direction
    layout.setDirection(directions.LeftToRight if fits else directions.TopToBottom)
