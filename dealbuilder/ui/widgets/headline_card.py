"""One headline score: a big number with its unit, what changed, its band on a fixed range, five years as a spark."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from dealbuilder.ui.models.scores import ScoreLine
from dealbuilder.ui.widgets.accessible import play
from dealbuilder.ui.widgets.appearance import RESTYLING, Caption, colour, tip
from dealbuilder.ui.widgets.spark import Gauge, ScoreBar, Spark, Trace


class HeadlineCard(QFrame):
    """Opens its source on click, Enter or Space (`chosen`), its chart on a click on the spark or C (`charted`)."""

    chosen = Signal(object)
    charted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("headlineCard")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        play(self, QAccessible.Role.Button)
        self._line: ScoreLine | None = None
        self.label = Caption(bold=True)
        self.label.setWordWrap(True)
        self.number = Caption(factor=2.5, bold=True)
        self.unit = Caption(factor=0.92, role="muted")
        self.ghost = Caption(factor=1.05, bold=True, role="accent")
        self.delta = Caption(factor=1.05, bold=True)
        self.since = Caption(factor=0.88, role="muted")
        self.bar, self.spark = ScoreBar(), Spark()
        self.band, self.error = Caption(factor=0.88, role="muted"), Caption(factor=0.88, role="muted")
        self.target = Caption(factor=0.88, role="target")
        for caption in (self.band, self.error, self.since, self.target):
            caption.setWordWrap(True)
        self.spark.chosen.connect(self._chart)
        self._lay_out()

    def _lay_out(self) -> None:
        big = QHBoxLayout()
        big.setSpacing(5)
        big.addWidget(self.number, 0, Qt.AlignmentFlag.AlignBaseline)
        big.addWidget(self.unit, 0, Qt.AlignmentFlag.AlignBaseline)
        big.addStretch(1)
        moved = QHBoxLayout()
        moved.setSpacing(5)
        moved.addWidget(self.delta)
        moved.addWidget(self.since, 1)
        moved.addWidget(self.ghost, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 7, 10, 7)
        column.setSpacing(2)
        column.addWidget(self.label)
        column.addLayout(big)
        column.addLayout(moved)
        column.addWidget(self.bar)
        column.addWidget(self.spark)
        column.addWidget(self.band)
        column.addWidget(self.error)
        column.addWidget(self.target)
        column.addStretch(1)

    def show_line(self, line: ScoreLine, number: str, since: str, waiting: bool) -> None:
        """Show the score: `number` without its unit, `since` what the change is against; waiting dims the number."""
        self._line = line
        self.label.setText(line.label)
        self.number.setText(number)
        self.unit.setText(line.unit)
        self.ghost.setText(self.tr("preview → {0}").format(line.ghost) if line.ghost else "")
        # The preview takes the place of words, so that nothing moves while a pointer wanders over the catalogue.
        self.since.setVisible(not line.ghost)
        self.ghost.setVisible(bool(line.ghost))
        nothing = self.tr("no change") if line.change == line.change else "–"
        self.delta.setText(line.delta or nothing)
        self.since.setText(since)
        self.number.set_role("muted" if waiting else "text")
        self.setAccessibleName(f"{line.label}: {line.value}")
        self.setAccessibleDescription(f"{line.delta} {since}. {line.band}. {line.explanation}")
        self.setToolTip(tip(line.explanation))

    def settle(self) -> None:
        """Give the words their room at once, so that the card may be painted before the window is laid out again."""
        column = self.layout()
        if column is not None:
            column.activate()

    def show_ranges(
        self, gauge: Gauge | None, trace: Trace | None, band: str, error: str, target: str, series: str = ""
    ) -> None:
        """Show the gauge, the spark of a named series and the words below them."""
        name = self._line.label if self._line else ""
        self.bar.show_gauge(gauge, name, band)
        said = self.tr("Sixty months after signing; band 5 to 95 %, baseline dashed")
        self.spark.show_trace(
            trace, series or name, f"{series or name}. {said}", "" if name.startswith(series) else series
        )
        self.band.setText(band)
        self.error.setText(error)
        self.target.setText(target)
        self.error.setVisible(bool(error))
        self.target.setVisible(bool(target))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the source."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._line is not None:
            self.chosen.emit(self._line.id)
        elif event.key() == Qt.Key.Key_C:
            self._chart()
        else:
            event.ignore()

    def _chart(self) -> None:
        if self._line is not None:
            self.charted.emit(self._line.id)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the source."""
        if event.button() == Qt.MouseButton.LeftButton and self._line is not None:
            self.chosen.emit(self._line.id)

    def changeEvent(self, event: QEvent) -> None:
        """Repaint in new colours."""
        super().changeEvent(event)
        if event.type() in RESTYLING:
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card's ground and edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.hasFocus()
        painter.setPen(QPen(colour(self, "focus" if focused else "border"), 2 if focused else 1))
        painter.setBrush(colour(self, "background"))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 5, 5)
