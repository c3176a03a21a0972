"""One clause of a package: title, level, timing, what ties it and what holds it back."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAccessible, QEnterEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from dealbuilder.ui.models.clauses import ClauseView, Section
from dealbuilder.ui.widgets.accessible import play
from dealbuilder.ui.widgets.appearance import LEAST_TARGET, RESTYLING, Caption, colour, tip
from dealbuilder.ui.widgets.elided import ElidedCaption
from dealbuilder.ui.widgets.icon_button import IconButton
from dealbuilder.ui.widgets.level_picker import LevelPicker
from dealbuilder.ui.widgets.timing_strip import Timing, TimingStrip


def row_role(section: Section) -> str:
    """Return the colour role of a section's rows: the parties have their own."""
    return section if section in ("us", "china") else "accent"


class ClauseRow(QWidget):
    """Shows a `ClauseView`. Every signal carries (measure, …) up; the row itself changes nothing.

    `level_picked` (measure, index), `level_hovered` (measure, index or None), `timing_moved` (measure, TimingMove),
    `menu_asked` (measure, button), `stepped` (measure, 1 down or -1 up), `fix_asked`, `mirror_asked`, `remove_asked`,
    `made_current` and `lit` (measure; lit None ends it).
    """

    level_picked = Signal(object)
    level_hovered = Signal(object)
    timing_moved = Signal(object)
    menu_asked = Signal(object)
    fix_asked = Signal(object)
    mirror_asked = Signal(object)
    made_current = Signal(object)
    remove_asked = Signal(object)
    stepped = Signal(object)
    lit = Signal(object)

    def __init__(self, view: ClauseView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("clauseRow")
        # It paints its whole ground, so that Qt moves what is painted when the rows above change, and paints nothing.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        play(self, QAccessible.Role.Grouping)
        self.measure = view.clause.measure
        self._view = view
        self._roomy = False
        self._current = False
        self._lit = False
        self._asked: tuple[str, int] = ("", -1)
        self._tall = 0
        role = row_role(view.section)
        self.mirror = IconButton("link", low=True)
        self.mirror.setObjectName("mirror")
        self.title = ElidedCaption(factor=0.97, bold=True)
        self.flags = Caption(factor=0.82, role="muted")
        self.menu = IconButton("more", role="muted", low=True)
        self.picker = LevelPicker(self, role)
        self.sentence = Caption(factor=0.88, role="muted")
        self.sentence.setWordWrap(True)
        self.strip = TimingStrip(self, role)
        self.idle = ElidedCaption(factor=0.88)
        self.idle.set_role("warn")
        self.fix = QPushButton()
        self.fix.setObjectName("fix")
        self.fix.setProperty("flat", True)
        self._lay_out()
        self._connect()
        self.show_view(view)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(3)
        for widget, stretch in ((self.title, 1), (self.flags, 0), (self.mirror, 0)):
            head.addWidget(widget, stretch)
        self._apart = when = QHBoxLayout()
        when.setSpacing(3)
        when.addWidget(self.strip, 1)
        when.addWidget(self.menu)
        last = QHBoxLayout()
        last.setSpacing(3)
        last.addWidget(self.idle, 1)
        last.addWidget(self.fix)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 2, 4, 4)
        column.setSpacing(1)
        column.addLayout(head)
        column.addWidget(self.picker)
        column.addWidget(self.sentence)
        column.addLayout(when)
        column.addLayout(last)
        self._keep_apart()

    def _keep_apart(self) -> None:
        """Leave so much room around the strip and its button that each may be pressed as if it were a target high."""
        self._apart.setContentsMargins(0, max(-(-(LEAST_TARGET - self.strip.sizeHint().height()) // 2) - 1, 0), 0, 0)

    def _connect(self) -> None:
        self.picker.picked.connect(self._pick)
        self.picker.hovered.connect(self._hover)
        self.strip.moved.connect(self._move)
        self.menu.clicked.connect(self._ask_menu)
        self.mirror.clicked.connect(self._ask_mirror)
        self.fix.clicked.connect(self._ask_fix)
        self.title.clicked.connect(self.picker.setFocus)
        self.idle.clicked.connect(self.picker.setFocus)
        for part in (self.mirror, self.menu, self.picker, self.strip, self.fix):
            part.installEventFilter(self)

    def view(self) -> ClauseView:
        """Return what is shown."""
        return self._view

    def show_view(self, view: ClauseView) -> None:
        """Show another state of the same clause."""
        self._view = view
        clause = view.clause
        self.title.setText(view.title if view.known else self.tr("Unknown measure: {0}").format(view.title))
        self.title.set_role("text" if view.known and view.current != 0 else "muted")
        self.flags.setText(self._flags())
        self.flags.setVisible(bool(self.flags.text()))
        self.flags.set_role("warn" if view.guardrail and clause.unlocked else "muted")
        self.picker.setVisible(view.known)
        self.picker.show_levels(view.title, view.words, view.sentences, view.current)
        self.picker.set_untested(view.beyond)
        self.strip.setVisible(view.known)
        self.strip.show_timing(view.title, Timing(clause.start, clause.end, clause.ramp), view.own_ramp)
        self.sentence.setText(view.sentences[view.current] if view.current >= 0 else "")
        self.sentence.setVisible(self._roomy and bool(self.sentence.text()))
        self._show_mirror()
        self._show_idle()
        self.menu.say(self.tr("More on {0}").format(view.title))
        self.setAccessibleName(self.tr("Clause: {0}").format(view.title))
        self.update()

    def set_editable(self, editable: bool) -> None:
        """Let the clause be changed, or only read."""
        for part in (self.picker, self.strip, self.fix):
            part.setEnabled(editable)

    def roomy_height(self, width: int) -> int:
        """Return the height the row takes in a width with its sentence below the level."""
        height = self.sizeHint().height()
        if self._roomy:
            return self.heightForWidth(width) if self.hasHeightForWidth() else height
        asked = (self.sentence.text(), width)
        if asked != self._asked:
            tall = self.sentence.heightForWidth(width - 12) + 1 if self.sentence.text() else 0
            self._asked, self._tall = asked, tall
        return height + self._tall

    def set_roomy(self, roomy: bool) -> None:
        """Show the sentence of the level below it, or leave it to the detail at the foot of the pane."""
        if roomy != self._roomy:
            self._roomy = roomy
            self.sentence.setVisible(roomy and bool(self.sentence.text()))

    def set_current(self, current: bool) -> None:
        """Mark the row as the one whose detail is shown."""
        if current != self._current:
            self._current = current
            self.update()

    def set_lit(self, lit: bool) -> None:
        """Light the row because its partner is pointed at."""
        if lit != self._lit:
            self._lit = lit
            self.update()

    def _flags(self) -> str:
        view, flags = self._view, []
        if not view.known:
            flags.append(self.tr("kept, not scored"))
        elif view.current < 0:
            flags.append(self.tr("unknown level, kept"))
        if view.guardrail:
            flags.append(self.tr("UNLOCKED") if view.clause.unlocked else self.tr("locked"))
        if view.clause.condition is not None:
            flags.append(self.tr("if"))
        if view.clause.snapback:
            flags.append(self.tr("snapback"))
        if view.clause.note or view.clause.private_note:
            flags.append(self.tr("note"))
        return " · ".join(flags)

    def _show_mirror(self) -> None:
        view = self._view
        self.mirror.setVisible(bool(view.partners))
        if not view.partners:
            return
        there = [partner.title for partner in view.partners if partner.present]
        away = [partner.title for partner in view.partners if not partner.present]
        self.mirror.draw("link" if there else "warn", "accent" if there else "warn")
        said = self.tr("Tied to {0}") if there else self.tr("No mirror in the package: {0}")
        self.mirror.say(said.format(" / ".join(there or away)))
        self.mirror.setAccessibleName(f"{view.title}: {self.mirror.accessibleName()}")

    def _show_idle(self) -> None:
        view = self._view
        text = ""
        if view.locked:
            text = self.tr("Locked guardrail: {0}").format(view.guard_reason)
        elif view.fix is not None and view.current != 0:
            text = self.tr("No effect: {0} {1}").format(view.fix.reason, view.fix.remedy)
        self.idle.setText(text)
        self.idle.setVisible(bool(text))
        can = view.fix is not None and view.fix.edit is not None and not view.locked
        self.fix.setVisible(can)
        self.fix.setText(self.tr("Fix"))
        self.fix.setAccessibleName(self.tr("Fix: {0}").format(view.fix.remedy if view.fix else ""))
        self.fix.setToolTip(tip(view.fix.remedy) if view.fix else "")

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language, or follow being enabled."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.show_view(self._view)
        elif event.type() in RESTYLING:
            self._asked = ("", -1)
            self._keep_apart()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Become current with the focus of any part, and pass on the keys all parts share."""
        if event.type() == QEvent.Type.FocusIn:
            self.made_current.emit(self.measure)
            self.lit.emit(self.measure)
        elif event.type() == QEvent.Type.FocusOut:
            self.lit.emit(None)
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._shared_key(watched, event)
        return super().eventFilter(watched, event)

    def _shared_key(self, watched: QObject, event: QKeyEvent) -> bool:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and watched is not self.strip:
            self.stepped.emit((self.measure, 1 if event.key() == Qt.Key.Key_Down else -1))
            return True
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove_asked.emit(self.measure)
            return True
        if event.key() == Qt.Key.Key_Menu or (event.key() == Qt.Key.Key_F10 and event.modifiers()):
            self._ask_menu()
            return True
        return False

    def enterEvent(self, event: QEnterEvent) -> None:
        """Light the partner while the pointer is here."""
        super().enterEvent(event)
        self.lit.emit(self.measure)

    def leaveEvent(self, event: QEvent) -> None:
        """Put the partner's light out."""
        super().leaveEvent(event)
        self.lit.emit(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Become current."""
        self.picker.setFocus() if self._view.known else self.menu.setFocus()
        super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the side's edge, the ground of the current row and the light of a partner."""
        painter = QPainter(self)
        ground = "raised" if self._current else "warn_soft" if self._lit else "surface"
        painter.fillRect(self.rect(), colour(self, ground))
        role = row_role(self._view.section)
        pen = QPen(colour(self, role if self._view.known else "muted"), 3 if self._current else 2)
        if not self._view.known or self._view.locked:
            pen.setStyle(Qt.PenStyle.DotLine)
        painter.setPen(pen)
        painter.drawLine(2, 3, 2, self.height() - 4)
        painter.setPen(QPen(colour(self, "grid"), 1))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)

    def _pick(self, index: int) -> None:
        self.level_picked.emit((self.measure, index))

    def _hover(self, index: int | None) -> None:
        self.level_hovered.emit((self.measure, index))

    def _move(self, move: object) -> None:
        self.timing_moved.emit((self.measure, move))

    def _ask_menu(self) -> None:
        self.menu_asked.emit((self.measure, self.menu))

    def _ask_mirror(self) -> None:
        self.mirror_asked.emit(self.measure)

    def _ask_fix(self) -> None:
        self.fix_asked.emit(self.measure)
