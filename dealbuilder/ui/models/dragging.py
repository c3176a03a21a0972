"""What is dragged from the catalogue to the package."""

from PySide6.QtCore import QMimeData

MEASURE = "application/x-dealbuilder-measure"


def carrying(measure: str) -> QMimeData:
    """Return what is dragged for a measure: its id, also as plain text."""
    data = QMimeData()
    data.setData(MEASURE, measure.encode())
    data.setText(measure)
    return data


def carried(data: QMimeData) -> str | None:
    """Return the id of the measure that is dragged, or None."""
    if not data.hasFormat(MEASURE):
        return None
    return bytes(data.data(MEASURE).data()).decode("utf-8", "replace")
