"""When a clause holds: a strip of twenty quarters with three handles, start, full effect and end."""

from dataclasses import dataclass, replace
from itertools import count

from PySide6.QtCore import QElapsedTimer, QEvent, QLineF, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QToolTip, QWidget

from dealbuilder.model.package import HORIZON
from dealbuilder.ui.widgets.appearance import colour, em

QUARTER = 3
HANDLES = ("start", "ramp", "end")
PAUSE = 1_200
"""Milliseconds after which a key press begins a new undo step."""

_gestures = count(1)


@dataclass(frozen=True, slots=True)
class Timing:
    """Start and end, months from signing (end None: with the deal); ramp in months (None: the instrument's own)."""

    start: int = 0
    end: int | None = None
    ramp: float | None = None


@dataclass(frozen=True, slots=True)
class TimingMove:
    """A timing a person moved to; moves of one `gesture` belong to one undo step."""

    timing: Timing
    gesture: str


class TimingStrip(QAbstractSlider):
    """Shows and moves a `Timing`; `moved` carries a `TimingMove`.

    Drag a handle, or press where the nearest is to go (Alt: by months, else by quarters); left and right move the
    active handle by a month, Page keys by a quarter, up and down choose the handle. A slider to screen readers, its
    value the active handle's month.
    """

    moved = Signal(object)

    def __init__(self, parent: QWidget | None = None, role: str = "accent") -> None:
        super().__init__(parent)
        self._role = role
        self._subject = ""
        self._timing = Timing()
        self._own_ramp = 0.0
        self._active = 0
        self._held = False
        self._pressed: float | None = None
        self._gesture = ""
        self._since = QElapsedTimer()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setRange(0, HORIZON)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_timing(self, subject: str, timing: Timing, own_ramp: float) -> None:
        """Show the timing of a subject whose instrument ramps in `own_ramp` months by itself."""
        self._subject, self._timing, self._own_ramp = subject, timing, own_ramp
        self._name()
        self.update()

    def timing(self) -> Timing:
        """Return what is shown."""
        return self._timing

    def words(self) -> str:
        """Return the timing as a phrase."""
        timing = self._timing
        start = self.tr("at signature") if timing.start == 0 else self.tr("from month {0}").format(timing.start)
        full = self.tr("full effect at month {0}").format(f"{timing.start + self._ramp():.0f}")
        end = self.tr("to the end of the deal") if timing.end is None else self.tr("until month {0}").format(timing.end)
        late = self.tr("after the scored five years") if timing.start >= HORIZON else ""
        return self.tr(", ", "between parts of a phrase").join(part for part in (start, full, end, late) if part)

    def shift(self, timing: Timing, gesture: str) -> None:
        """Move to a timing as a person would."""
        if timing != self._timing and self.isEnabled():
            self.show_timing(self._subject, timing, self._own_ramp)
            self.moved.emit(TimingMove(timing, gesture))

    def sizeHint(self) -> QSize:
        """Return a strip less than one line high."""
        return QSize(8 * em(self), round(em(self) * 0.95))

    def minimumSizeHint(self) -> QSize:
        """Return the least useful width."""
        return QSize(5 * em(self), round(em(self) * 0.95))

    def changeEvent(self, event: QEvent) -> None:
        """Name the strip anew in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._name()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the active handle, or choose another one."""
        key = event.key()
        months: dict[int, int] = {
            Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_PageDown: -QUARTER, Qt.Key.Key_PageUp: QUARTER,
            Qt.Key.Key_Home: -HORIZON, Qt.Key.Key_End: HORIZON,
        }  # fmt: skip
        if key in months:
            self._set_month(self._month(self._active) + months[key], self._key_gesture())
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._choose((self._active + (1 if key == Qt.Key.Key_Up else -1)) % len(HANDLES))
        else:
            event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Never take the wheel: timing is dragged or typed."""
        event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the nearest handle, to drag it or, if the pointer stays, to bring it here."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        x = event.position().x()
        near = min(range(len(HANDLES)), key=lambda i: (abs(self._x(self._month(i)) - x), i == 1))
        self._choose(near)
        self._held, self._pressed = True, x
        self._gesture = f"timing-{next(_gestures)}"

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the handle; every step belongs to the same gesture."""
        if self._held:
            self._pressed = None
            self._set_month(self._snapped(event), self._gesture)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let the handle go; one that was not dragged comes to where it was called from outside its own reach."""
        pressed, self._held, self._pressed = self._pressed, False, None
        if pressed is not None and abs(self._x(self._month(self._active)) - pressed) > em(self) / 2:
            self._set_month(self._snapped(event), self._gesture)

    def event(self, event: QEvent) -> bool:
        """Say the timing in words as a tool tip."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.words(), self)
            return True
        return super().event(event)

    def _key_gesture(self) -> str:
        if not self._gesture or not self._since.isValid() or self._since.elapsed() > PAUSE:
            self._gesture = f"timing-{next(_gestures)}"
        self._since.start()
        return self._gesture

    def _choose(self, handle: int) -> None:
        self._active = handle
        self._name()
        self.update()

    def _name(self) -> None:
        handle = (self.tr("start"), self.tr("full effect"), self.tr("end"))[self._active]
        self.setAccessibleName(self.tr("Timing of {0}: {1}").format(self._subject, self.words()))
        self.setAccessibleDescription(self.tr("Active handle: {0}").format(handle))
        self.setValue(round(min(max(self._month(self._active), 0), HORIZON)))

    def _ramp(self) -> float:
        return self._own_ramp if self._timing.ramp is None else self._timing.ramp

    def _month(self, handle: int) -> float:
        timing = self._timing
        end = HORIZON if timing.end is None else timing.end
        return (timing.start, min(timing.start + self._ramp(), end), end)[handle]

    def _set_month(self, month: float, gesture: str) -> None:
        timing, month = self._timing, round(min(max(month, 0), HORIZON))
        end = HORIZON if timing.end is None else timing.end
        if self._active == 0:
            moved = replace(timing, start=min(month, max(end - 1, 0)))
        elif self._active == 1:
            moved = replace(timing, ramp=float(max(month - timing.start, 0)))
        else:
            moved = replace(timing, end=None if month >= HORIZON else max(month, timing.start + 1))
        self.shift(moved, gesture)

    def _snapped(self, event: QMouseEvent) -> float:
        month = (event.position().x() - self._margin()) / self._scale()
        fine = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        return month if fine else round(month / QUARTER) * QUARTER

    def _margin(self) -> float:
        return em(self) * 0.25

    def _scale(self) -> float:
        return max(self.width() - 2 * self._margin(), 1.0) / HORIZON

    def _x(self, month: float) -> float:
        return self._margin() + min(month, HORIZON) * self._scale()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the quarters, the ramp and the handles."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top, bottom = 2.0, self.height() - 3.0
        self._paint_quarters(painter, top, bottom)
        tint = QColor(colour(self, self._role))
        start, full, end = (self._x(self._month(i)) for i in range(3))
        shape = QPolygonF([QPointF(start, bottom), QPointF(full, top), QPointF(end, top), QPointF(end, bottom)])
        soft = QColor(tint)
        soft.setAlphaF(0.28)
        painter.setPen(QPen(tint, 1))
        painter.setBrush(soft)
        painter.drawPolygon(shape)
        for i, x in enumerate((start, full, end)):
            self._paint_handle(painter, i, x, top, bottom, tint)
        if self.hasFocus():
            painter.setPen(QPen(colour(self, "focus"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(0.75, 0.75, self.width() - 1.5, self.height() - 1.5), 3, 3)

    def _paint_quarters(self, painter: QPainter, top: float, bottom: float) -> None:
        painter.setPen(QPen(colour(self, "border"), 1))
        left, apart = self._x(0), QUARTER * self._scale()
        lines = [QLineF(left, bottom, self._x(HORIZON), bottom)]
        for quarter in range(HORIZON // QUARTER + 1):
            tall = bottom - top if quarter % 4 == 0 else (bottom - top) * 0.3
            x = left + quarter * apart
            lines.append(QLineF(x, bottom - tall, x, bottom))
        painter.drawLines(lines)

    def _paint_handle(self, painter: QPainter, index: int, x: float, top: float, bottom: float, tint: QColor) -> None:
        active = self.hasFocus() and index == self._active
        if index == 1:
            painter.setPen(QPen(tint, 1))
            painter.setBrush(tint if active else colour(self, "background"))
            painter.drawEllipse(QPointF(x, top + 1.5), 2.5, 2.5)
            return
        painter.setPen(QPen(tint, 4 if active else 2))
        painter.drawLine(QPointF(x, top), QPointF(x, bottom))
