"""The heads of a table: each says itself in full where its column is too narrow."""

from collections.abc import Sequence

from PySide6.QtWidgets import QTableWidget, QTableWidgetItem

from dealbuilder.ui.widgets.appearance import tip


def put_heads(table: QTableWidget, heads: Sequence[str]) -> None:
    """Write the head of every column."""
    for column, text in enumerate(heads):
        head = QTableWidgetItem(text)
        head.setToolTip(tip(text))
        table.setHorizontalHeaderItem(column, head)
