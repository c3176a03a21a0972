"""The audience window: what the room sees on the second screen, and never more."""

from PySide6.QtCore import QAbstractAnimation, QRect, QRectF, QSize, Qt, QVariantAnimation, Signal
from PySide6.QtGui import (
    QAccessible,
    QCloseEvent,
    QGuiApplication,
    QHideEvent,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QScreen,
    QWindow,
)
from PySide6.QtWidgets import QWidget

from dealbuilder.report.phrases import say
from dealbuilder.report.stage.staging import Staging
from dealbuilder.ui.stage.painter import Painter, paint_spotlight, theme_of
from dealbuilder.ui.stage.placing import Box, Display, Placement, place
from dealbuilder.ui.stage.showing import Shown, differing, shown
from dealbuilder.ui.state import State
from dealbuilder.ui.widgets.accessible import play

FADE = 250
"""Milliseconds in which one scene gives way to the next."""
FULL = Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowDoesNotAcceptFocus


class Audience(QWidget):
    """Shows a staging full screen on a screen that is not the desk's, or in a plain window where there is only one.

    `pressed` hands on every key it gets (QKeyCombination), `placed` tells where it went (Placement), `turned` how many
    pages the scene has after they changed; `closed`: the chair closed its window.
    """

    pressed = Signal(object)
    placed = Signal(object)
    turned = Signal(object)
    closed = Signal()

    def __init__(self, desk: QWidget) -> None:
        super().__init__(None, FULL)
        self.setObjectName("audience")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        play(self, QAccessible.Role.Document)
        self._desk = desk
        self._open = False
        self._kept = ""
        self._windowed = False
        self._saved: Box | None = None
        self._watched: QWindow | None = None
        self._painter = Painter()
        self._old = QPixmap()
        self._fade = QVariantAnimation(self)
        self._fade.setStartValue(1.0)
        self._fade.setEndValue(0.0)
        self._fade.setDuration(FADE)
        self._fade.valueChanged.connect(self._faded)
        self.placement: Placement | None = None
        self._shown = shown(None, Staging(), self.width(), self.height(), None)
        self._speak()
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        for signal in (app.screenAdded, app.screenRemoved, app.primaryScreenChanged):
            signal.connect(self._screens_changed)
        app.screenAdded.connect(self._watch)
        for screen in QGuiApplication.screens():
            self._watch(screen)

    @property
    def pages(self) -> int:
        """Return how many pages the scene has on this screen; the staging's page counts from 0."""
        return self._shown.laid.pages

    @property
    def page(self) -> int:
        """Return the page that is shown: the staging's, the last if that is too far, a replay's where its clause is."""
        return self._shown.laid.page

    @property
    def spoken(self) -> str:
        """Return the text a screen reader gets: everything that is painted, a line a part."""
        return f"{self.accessibleName()}\n{self.accessibleDescription()}"

    def show_staging(self, state: State | None, staging: Staging) -> None:
        """Show what the chair has staged; scores that are taken back and the curtain are there with the next paint."""
        old = self._shown
        new = shown(state, staging, self.width(), self.height(), old)
        if self._fades(old, new):
            self._old = self._picture()
            self._fade.start()
        elif _covers(old, new) or staging.still:
            self._end_fade()
        self._shown = new
        self._renew(old, new)

    def _fades(self, old: Shown, new: Shown) -> bool:
        """Return whether one scene gives way gently: never where something must be gone at once."""
        if new.staging.still or not self.isVisible() or _covers(old, new):
            return False
        return old.scene.kind != new.scene.kind or old.laid.page != new.laid.page

    def _end_fade(self) -> None:
        self._fade.stop()
        if not self._old.isNull():
            self._old = QPixmap()
            self.update()

    def _renew(self, old: Shown, new: Shown) -> None:
        boxes = None if self._all_anew(old, new) else differing(old.laid, new.laid)
        if boxes is None:
            self.update()
        else:
            for x, y, wide, tall in boxes:
                self.update(QRectF(x, y, wide, tall).adjusted(-3, -3, 3, 3).toAlignedRect())
        if old.laid.said != new.laid.said or old.scene.title != new.scene.title:
            self._speak()
        if old.laid.pages != new.laid.pages:
            self.turned.emit(new.laid.pages)

    def _all_anew(self, old: Shown, new: Shown) -> bool:
        first, second = old.staging, new.staging
        return first.dark != second.dark or first.spotlight != second.spotlight or not self._old.isNull()

    def _speak(self) -> None:
        self.setWindowTitle(say("stage.window", self._shown.language))
        self.setAccessibleName(self._shown.scene.title)
        self.setAccessibleDescription("\n".join(self._shown.laid.said))

    def _faded(self, _share: object) -> None:
        if self._fade.state() == QAbstractAnimation.State.Stopped:
            self._old = QPixmap()
        self.update()

    # Where it is

    def present(self, displays: tuple[Display, ...] | None = None) -> None:
        """Open the window, on a screen of its own if there is one; a screen that was waited for is given up."""
        self._open, self._kept, self._windowed = True, "", False
        handle = self._desk.window().windowHandle()
        if handle is not None and handle is not self._watched:
            handle.screenChanged.connect(self._screens_changed)
            self._watched = handle
        self.place(displays)

    def dismiss(self) -> None:
        """Take the window away."""
        self._open = False
        self.hide()

    def place(self, displays: tuple[Display, ...] | None = None) -> None:
        """Put the window where it belongs among the screens there are; nothing happens while it is not open."""
        if not self._open:
            return
        there = self.displays() if displays is None else displays
        before, now = self.placement, place(there, self._kept, self._saved, self._windowed)
        self.placement = now
        self._kept = now.screen if now.how != "window" else ""
        if now.how == "away":
            self.hide()
        elif now.how == "screen" and (before != now or not self.isVisible()):
            self._go(now, FULL)
        elif now.how == "window" and not (self._windowed and self.isVisible()):
            self._go(now, Qt.WindowType.Window)
        self._windowed = now.how == "window"
        if before != now:
            self.placed.emit(now)

    def _go(self, placement: Placement, flags: Qt.WindowType) -> None:
        if self.windowFlags() != flags:
            self.hide()
            self.setWindowFlags(flags)
        screen = next((one for one in QGuiApplication.screens() if one.name() == placement.screen), None)
        if screen is not None:
            self.setScreen(screen)
        self.setGeometry(QRect(*placement.box))
        if flags == FULL and screen is not None:
            # Not showFullScreen: it would activate a window that is to take no focus.
            self.setWindowState(Qt.WindowState.WindowFullScreen)
            self.setVisible(True)
        else:
            self.showNormal()

    def displays(self) -> tuple[Display, ...]:
        """Return the screens there are, and on which the desk stands."""
        home = self._desk.screen()
        screens = QGuiApplication.screens()
        return tuple(Display(one.name(), _box(one.geometry()), one is home) for one in screens)

    def _watch(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._screens_changed)

    def _screens_changed(self, _what: object) -> None:
        self.place()

    # What happens to it

    def sizeHint(self) -> QSize:
        """Return a small projector's size."""
        return QSize(1024, 768)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the scene out for the new size."""
        super().resizeEvent(event)
        self._end_fade()
        old = self._shown
        self._shown = shown(old.state, old.staging, self.width(), self.height(), old)
        self._renew(old, self._shown)
        self.update()

    def hideEvent(self, event: QHideEvent) -> None:
        """Remember where a window stood that the chair had moved."""
        if self.placement is not None and self.placement.how == "window":
            self._saved = _box(self.geometry())
        self._end_fade()
        super().hideEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand a key on to the console."""
        self.pressed.emit(event.keyCombination())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that the chair closed the window."""
        self._open = False
        super().closeEvent(event)
        self.closed.emit()

    def _picture(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        made = QPixmap(self.size() * ratio)
        made.setDevicePixelRatio(ratio)
        painter = QPainter(made)
        _paint(painter, self._painter, self._shown, QRectF(self.rect()))
        painter.end()
        return made

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the scene, what it gives way to, and the spotlight."""
        painter = QPainter(self)
        if self._old.isNull():
            painter.setClipRegion(event.region())
        _paint(painter, self._painter, self._shown, QRectF(self.rect() if not self._old.isNull() else event.rect()))
        if not self._old.isNull():
            painter.setOpacity(float(self._fade.currentValue()))
            painter.drawPixmap(0, 0, self._old)
            painter.setOpacity(1.0)
        _spot(painter, self._shown, self.width(), self.height())


def _box(rect: QRect) -> Box:
    return rect.x(), rect.y(), rect.width(), rect.height()


def _covers(old: Shown, new: Shown) -> bool:
    """Return whether scores are taken back or given, the curtain moves, or another deal is on the desk."""
    ids = [one.state.document.id if one.state else "" for one in (old, new)]
    flags = [(one.staging.hidden, one.staging.curtain, one.scene.kind == "curtain") for one in (old, new)]
    return flags[0] != flags[1] or ids[0] != ids[1]


def _paint(painter: QPainter, how: Painter, what: Shown, clip: QRectF) -> None:
    how.paint(painter, what.laid, theme_of(what.staging.dark, what.laid.black), clip)


def _spot(painter: QPainter, what: Shown, width: float, height: float) -> None:
    if what.staging.spotlight is not None and what.scene.kind != "curtain":
        theme = theme_of(what.staging.dark, what.laid.black)
        paint_spotlight(painter, width, height, what.staging.spotlight, theme)


def picture(state: State | None, staging: Staging, width: int, height: int) -> QImage:
    """Return the scene as the room would see it on a screen of width x height pixels, for previews and tests."""
    made = QImage(width, height, QImage.Format.Format_RGB32)
    what = shown(state, staging, width, height, None)
    painter = QPainter(made)
    _paint(painter, Painter(), what, QRectF(0, 0, width, height))
    _spot(painter, what, width, height)
    painter.end()
    return made
