"""The keyboard map: every key of the program, from the table of actions and from the panes."""

import re

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from dealbuilder.ui.actions import ACTIONS, MENUS, translated
from dealbuilder.ui.marked import QT_TRANSLATE_NOOP
from dealbuilder.ui.stage.deeds import KEYS
from dealbuilder.ui.theme import shown
from dealbuilder.ui.widgets.first_size import first_size

MNEMONIC = re.compile(r"\(&\w\)|&")
"""What marks the key of a menu: "&File", "文件(&F)"."""

PRESENTING = QT_TRANSLATE_NOOP("keys", "While presenting")
PLACES = (
    (
        QT_TRANSLATE_NOOP("keys", "In the catalogue"),
        (
            ("↑ ↓", QT_TRANSLATE_NOOP("keys", "Next or previous measure; resting on one previews it")),
            ("← →", QT_TRANSLATE_NOOP("keys", "Close or open a group")),
            ("Enter", QT_TRANSLATE_NOOP("keys", "Add the measure to the package")),
            ("?", QT_TRANSLATE_NOOP("keys", "Source card of the measure")),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("keys", "On a clause"),
        (
            ("← →", QT_TRANSLATE_NOOP("keys", "Level down or up; on the timing strip: earlier or later")),
            ("1 - 5", QT_TRANSLATE_NOOP("keys", "Choose a level")),
            ("0", QT_TRANSLATE_NOOP("keys", "Back to the baseline: no clause")),
            ("Del", QT_TRANSLATE_NOOP("keys", "Remove the clause")),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("keys", "In the assumptions"),
        (
            ("F2", QT_TRANSLATE_NOOP("keys", "Change the assumption; so does Enter")),
            ("Del", QT_TRANSLATE_NOOP("keys", "Restore the catalogue's value")),
            ("Esc", QT_TRANSLATE_NOOP("keys", "Take back what is typed, then close")),
        ),
    ),
    (
        PRESENTING,
        tuple((info.written, info.text) for info in KEYS),
    ),
    (
        QT_TRANSLATE_NOOP("keys", "Everywhere"),
        (
            ("Tab", QT_TRANSLATE_NOOP("keys", "Next control; with Shift the one before")),
            ("Alt", QT_TRANSLATE_NOOP("keys", "Menus")),
            ("Esc", QT_TRANSLATE_NOOP("keys", "End the preview or close the dialog")),
        ),
    ),
)


def rows(*, presenting: bool = False) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return places, each with its keys and what they do, in the language on screen; the room first if presenting."""
    found = []
    for menu, title in MENUS:
        keys = [
            (QKeySequence(info.shortcut).toString(QKeySequence.SequenceFormat.NativeText), translated(info.text))
            for info in ACTIONS
            if info.menu == menu and info.shortcut
        ]
        found.append((MNEMONIC.sub("", translated(title)), keys))
    for title, entries in PLACES:
        words = [(key, QCoreApplication.translate("keys", text)) for key, text in entries]
        place = 0 if presenting and title == PRESENTING else len(found)
        found.insert(place, (QCoreApplication.translate("keys", title), words))
    return found


class KeysDialog(QDialog):
    """Shows the map in two columns."""

    def __init__(self, parent: QWidget | None = None, *, presenting: bool = False) -> None:
        super().__init__(parent)
        self._presenting = presenting
        self._rows: list[tuple[str, list[tuple[str, str]]]] = []
        self.browser = QTextBrowser()
        self.browser.document().setDocumentMargin(16)
        self._write()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.browser)
        column.addWidget(buttons)
        first_size(self, 120, 36)

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language, and follow the theme."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange):
            self._write()

    def _write(self) -> None:
        self._rows = rows(presenting=self._presenting)
        self.setWindowTitle(self.tr("Keyboard map"))
        self.browser.setAccessibleName(self.windowTitle())
        self.browser.setHtml(self._html())

    def _html(self) -> str:
        muted = shown().muted
        blocks = [
            f"<h3>{title}</h3><table cellspacing='0'>"
            + "".join(
                f"<tr><td style='padding-right:18px; color:{muted}'>{key}</td><td>{text}</td></tr>"
                for key, text in entries
            )
            + "</table>"
            for title, entries in self._rows
        ]
        half = self._middle()
        left, right = "".join(blocks[:half]), "".join(blocks[half:])
        return f"<table width='100%'><tr><td width='50%'>{left}</td><td width='50%'>{right}</td></tr></table>"

    def _middle(self) -> int:
        """Return how many blocks stand on the left, so that both columns are about as long."""
        lengths = [len(entries) + 2 for _, entries in self._rows]
        return min(range(len(lengths) + 1), key=lambda cut: abs(sum(lengths[:cut]) - sum(lengths[cut:])))
