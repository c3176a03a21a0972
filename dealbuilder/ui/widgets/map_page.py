"""The map with a line below it that reads out the point in front."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dealbuilder.report import wording
from dealbuilder.report.figure import Mark, Scatter
from dealbuilder.ui.widgets.appearance import Caption
from dealbuilder.ui.widgets.map_view import MapView


class MapPage(QWidget):
    """`pointed` carries the number of the point that the pointer or the keys are on."""

    pointed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view, self.read_out = MapView(), Caption()
        self.read_out.setWordWrap(True)
        column = QVBoxLayout(self)
        column.addWidget(self.view, 1)
        column.addWidget(self.read_out)
        self.view.pointed.connect(self._pointed)

    def show_map(self, figure: Scatter | None) -> None:
        """Show a map; None empties the page."""
        self.view.show_map(figure)
        self._write()

    def point(self, place: int | None) -> None:
        """Bring a point to the front, without telling."""
        figure = self.view.figure()
        self.view.point(place if figure is not None and place is not None and place < len(figure.marks) else None)
        self._write()

    def _pointed(self, place: object) -> None:
        self._write()
        self.pointed.emit(place)

    def _write(self) -> None:
        figure, place = self.view.figure(), self.view.current()
        if figure is None or place is None:
            self.read_out.setText(figure.note if figure else "")
        else:
            self.read_out.setText(f"{self._said(figure, figure.marks[place])} {figure.note}")

    def _said(self, figure: Scatter, mark: Mark) -> str:
        said = self.tr("{name}. {x_title}: {x} ({x_low} to {x_high}). {y_title}: {y} ({y_low} to {y_high}).")
        values = {"x": mark.x, "x_low": mark.x_span[0], "x_high": mark.x_span[1]}
        values |= {"y": mark.y, "y_low": mark.y_span[0], "y_high": mark.y_span[1]}
        figures = {name: wording.plain(value) for name, value in values.items()}
        return said.format(name=mark.label, x_title=figure.x_title, y_title=figure.y_title, **figures)
