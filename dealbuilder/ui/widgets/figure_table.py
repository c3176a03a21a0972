"""The table twin of a chart: the same numbers as rows and columns."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableWidget, QTableWidgetItem, QWidget

from dealbuilder.model.text import Language
from dealbuilder.report.figure import Chart, Figure, Grid
from dealbuilder.report.figures import table_twin
from dealbuilder.report.spans import Spans
from dealbuilder.report.wording import month_label, plain
from dealbuilder.ui.widgets.appearance import row_height


def cells(figure: Figure, language: Language) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Return a figure's table as text: a header and rows; nothing where a number is not defined."""
    header, rows = table_twin(figure, language)
    digits = 0 if isinstance(figure, Grid) else 2
    written = []
    for row in rows:
        first = month_label(str(row[0]), language) if isinstance(figure, Chart) and figure.origin else str(row[0])
        rest = (
            value if isinstance(value, str) else "" if value != value else plain(value, digits) for value in row[1:]
        )
        written.append((first, *rest))
    return header, tuple(written)


def as_text(figure: Figure, language: Language) -> str:
    """Return a figure's table with tabs between columns, as a spreadsheet takes it from the clipboard."""
    header, rows = cells(figure, language)
    head = f"{figure.title} ({figure.unit})" if figure.unit else figure.title
    return "\n".join([head, "\t".join(header), *("\t".join(row) for row in rows)]) + "\n"


class FigureTable(QTableWidget):
    """Shows the table of one figure."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("figureTable")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.verticalHeader().setVisible(False)

    def show_figure(self, figure: Figure | None, language: Language) -> None:
        """Show a figure's numbers; None empties the table."""
        if figure is None:
            self.setRowCount(0)
            return
        header, rows = cells(figure, language)
        self.setAccessibleName(f"{figure.title}, {figure.unit}" if figure.unit else figure.title)
        self.setColumnCount(len(header))
        self.setHorizontalHeaderLabels(list(header))
        self.setRowCount(len(rows))
        for i, row in enumerate(rows):
            for j, text in enumerate(row):
                item = QTableWidgetItem(text)
                if j and not isinstance(figure, Spans):
                    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self.setItem(i, j, item)
            self.setRowHeight(i, row_height(self, 1.4))
        self.resizeColumnsToContents()
