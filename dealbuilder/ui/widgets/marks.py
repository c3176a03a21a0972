"""The parties' marks and the evidence grade: never colour alone, always shape and word too."""

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QLabel, QWidget

from dealbuilder.model.parties import Grade, Side
from dealbuilder.ui.widgets.appearance import Caption, colour, em, side_role, sized, tip

SHAPES = {"us": "circle", "china": "square", "home": "house", "terms": "lines", "agenda": "diamond"}
HOUSE = ((0.5, 0.0), (1.0, 0.5), (0.85, 0.5), (0.85, 1.0), (0.15, 1.0), (0.15, 0.5), (0.0, 0.5))
DIAMOND = ((0.5, 0.0), (1.0, 0.5), (0.5, 1.0), (0.0, 0.5))


def grade_words() -> dict[str, str]:
    """Return what each evidence grade says, in the language of the screen."""
    return {
        "A": QCoreApplication.translate("Grades", "Evidence A: official or measured"),
        "B": QCoreApplication.translate("Grades", "Evidence B: company or wire report"),
        "C": QCoreApplication.translate("Grades", "Evidence C: analyst or secondary"),
        "D": QCoreApplication.translate("Grades", "Evidence D: judgement"),
    }


def paint_mark(painter: QPainter, box: QRectF, side: Side, tint: QColor) -> None:
    """Paint a side's mark into a square box: circle, square, house, lines or diamond."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tint)
    shape = SHAPES[side]
    if shape == "circle":
        painter.drawEllipse(box)
    elif shape == "square":
        inset = box.width() * 0.06
        painter.drawRect(box.adjusted(inset, inset, -inset, -inset))
    elif shape == "house":
        painter.drawPolygon(_polygon(box, HOUSE))
    elif shape == "diamond":
        painter.drawPolygon(_polygon(box, DIAMOND))
    else:
        for row in range(3):
            painter.drawRect(
                QRectF(box.x(), box.y() + box.height() * (0.1 + 0.32 * row), box.width(), box.height() * 0.16)
            )
    painter.restore()


def _polygon(box: QRectF, shares: tuple[tuple[float, float], ...]) -> QPolygonF:
    return QPolygonF(
        [QPointF(box.x() + box.width() * across, box.y() + box.height() * down) for across, down in shares]
    )


def paint_grade(painter: QPainter, box: QRectF, grade: Grade, ink: QColor, edge: QColor) -> None:
    """Paint an evidence grade as a letter in a rounded outline; weaker grades have a dashed one."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(edge, 1)
    if grade in ("C", "D"):
        pen.setStyle(Qt.PenStyle.DashLine if grade == "C" else Qt.PenStyle.DotLine)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    radius = box.height() * 0.22
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    painter.setPen(ink)
    painter.setFont(sized(0.85, bold=True))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, grade)
    painter.restore()


class PartyMark(Caption):
    """A side's mark with its name beside it."""

    def __init__(self, side: Side, parent: QWidget | None = None, *, factor: float = 1.0, bold: bool = True) -> None:
        self._side: Side = side
        super().__init__("", parent, factor=factor, bold=bold)

    def set_text(self, text: str) -> None:
        """Set the words beside the mark."""
        self.setText(text)
        self.setAccessibleName(text)

    def dress(self) -> None:
        """Take size and colour anew, and leave room for the mark."""
        super().dress()
        self.setIndent(round(em(self) * 0.95))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the mark, then the text of the label."""
        side = em(self) * 0.62
        painter = QPainter(self)
        paint_mark(
            painter, QRectF(1, (self.height() - side) / 2, side, side), self._side, colour(self, side_role(self._side))
        )
        painter.end()
        super().paintEvent(event)


class GradeBadge(QLabel):
    """An evidence grade, A to D."""

    def __init__(self, grade: Grade, parent: QWidget | None = None) -> None:
        super().__init__(grade, parent)
        self._grade: Grade = grade
        self._name()

    def set_grade(self, grade: Grade) -> None:
        """Show another grade."""
        self._grade = grade
        self.setText(grade)
        self._name()
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Name the badge anew in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._name()

    def meaning(self) -> str:
        """Return in words what the grade says."""
        return grade_words()[self._grade]

    def _name(self) -> None:
        self.setAccessibleName(self.meaning())
        self.setToolTip(tip(self.meaning()))

    def sizeHint(self) -> QSize:
        """Return a box of one line of text."""
        height = QFontMetrics(sized(0.85)).height() + 2
        return QSize(height + 2, height)

    def minimumSizeHint(self) -> QSize:
        """Return the size hint: a badge never shrinks."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the badge."""
        painter = QPainter(self)
        hint = self.sizeHint()
        box = QRectF(0, (self.height() - hint.height()) / 2, hint.width(), hint.height())
        paint_grade(painter, box, self._grade, colour(self, "muted"), colour(self, "border"))
