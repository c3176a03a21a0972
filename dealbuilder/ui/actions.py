"""Everything a menu, a key or a button can ask for: one table, turned into QActions."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from dealbuilder.report.theme import Theme
from dealbuilder.ui import icons
from dealbuilder.ui.marked import QT_TRANSLATE_NOOP
from dealbuilder.ui.theme import shown


@dataclass(frozen=True, slots=True)
class ActionInfo:
    """One action: `text` names it in its menu, `group` separates it from its neighbours, `needs` says when it is on.

    `needs` is any of: deal (one is open), edit (and may be changed), undo, redo, path, answer (a score has arrived).
    """

    id: str
    menu: str
    text: str
    icon: str = ""
    shortcut: str = ""
    needs: tuple[str, ...] = ()
    group: int = 0
    checkable: bool = False


MENUS = (
    ("file", QT_TRANSLATE_NOOP("actions", "&File")),
    ("edit", QT_TRANSLATE_NOOP("actions", "&Edit")),
    ("package", QT_TRANSLATE_NOOP("actions", "&Package")),
    ("view", QT_TRANSLATE_NOOP("actions", "&View")),
    ("study", QT_TRANSLATE_NOOP("actions", "&Study")),
    ("room", QT_TRANSLATE_NOOP("actions", "&Room")),
    ("help", QT_TRANSLATE_NOOP("actions", "&Help")),
)
RECENT = "recent"
"""The submenu of recent files; it stands after the first group of the File menu."""

ACTIONS = (
    ActionInfo("new", "file", QT_TRANSLATE_NOOP("actions", "New deal"), "new", "Ctrl+N"),
    ActionInfo("open", "file", QT_TRANSLATE_NOOP("actions", "Open…"), "open", "Ctrl+O"),
    ActionInfo("start", "file", QT_TRANSLATE_NOOP("actions", "Examples and start screen"), "goal", "Ctrl+Shift+N"),
    ActionInfo("recover", "file", QT_TRANSLATE_NOOP("actions", "Recover unsaved work…"), "recover"),
    ActionInfo("save", "file", QT_TRANSLATE_NOOP("actions", "Save"), "save", "Ctrl+S", ("edit",), 1),
    ActionInfo("save_as", "file", QT_TRANSLATE_NOOP("actions", "Save as…"), "", "Ctrl+Shift+S", ("deal",), 1),
    ActionInfo("versions", "file", QT_TRANSLATE_NOOP("actions", "Versions…"), "versions", "Ctrl+Shift+V", ("deal",), 1),
    ActionInfo("report", "file", QT_TRANSLATE_NOOP("actions", "Export PDF report…"), "report", "Ctrl+P", ("deal",), 2),
    ActionInfo(
        "export", "file", QT_TRANSLATE_NOOP("actions", "Export data and pictures…"), "export", "Ctrl+E", ("answer",), 2
    ),
    ActionInfo("clean", "file", QT_TRANSLATE_NOOP("actions", "Clean copy for the other side…"), "", "", ("deal",), 2),
    ActionInfo("close", "file", QT_TRANSLATE_NOOP("actions", "Close deal"), "", "Ctrl+W", ("deal",), 3),
    ActionInfo("quit", "file", QT_TRANSLATE_NOOP("actions", "Quit"), "quit", "Ctrl+Q", (), 3),
    ActionInfo("undo", "edit", QT_TRANSLATE_NOOP("actions", "Undo"), "undo", "Ctrl+Z", ("undo",)),
    ActionInfo("redo", "edit", QT_TRANSLATE_NOOP("actions", "Redo"), "redo", "Ctrl+Shift+Z", ("redo",)),
    ActionInfo(
        "copy_score", "edit", QT_TRANSLATE_NOOP("actions", "Copy score as text"), "copy", "Ctrl+Shift+C", ("answer",), 1
    ),
    ActionInfo("notes", "edit", QT_TRANSLATE_NOOP("actions", "Notes…"), "note", "Ctrl+Shift+M", ("deal",), 1),
    ActionInfo("rename", "edit", QT_TRANSLATE_NOOP("actions", "Rename deal…"), "rename", "F2", ("edit",), 1),
    ActionInfo("settings", "edit", QT_TRANSLATE_NOOP("actions", "Settings…"), "settings", "Ctrl+,", (), 2),
    ActionInfo("package_new", "package", QT_TRANSLATE_NOOP("actions", "New package"), "plus", "Ctrl+T", ("edit",)),
    ActionInfo(
        "package_duplicate",
        "package",
        QT_TRANSLATE_NOOP("actions", "Duplicate package"),
        "duplicate",
        "Ctrl+D",
        ("edit",),
    ),
    ActionInfo(
        "package_rename", "package", QT_TRANSLATE_NOOP("actions", "Rename package…"), "rename", "Shift+F2", ("edit",)
    ),
    ActionInfo(
        "package_next", "package", QT_TRANSLATE_NOOP("actions", "Next package"), "", "Ctrl+PgDown", ("deal",), 1
    ),
    ActionInfo(
        "package_previous", "package", QT_TRANSLATE_NOOP("actions", "Previous package"), "", "Ctrl+PgUp", ("deal",), 1
    ),
    ActionInfo(
        "package_baseline",
        "package",
        QT_TRANSLATE_NOOP("actions", "Use this package as baseline"),
        "",
        "",
        ("edit",),
        1,
    ),
    ActionInfo(
        "off_menu",
        "package",
        QT_TRANSLATE_NOOP("actions", "Clause off the menu…"),
        "plus",
        "Ctrl+Shift+O",
        ("deal",),
        2,
    ),
    ActionInfo("package_clear", "package", QT_TRANSLATE_NOOP("actions", "Remove all clauses"), "", "", ("edit",), 2),
    ActionInfo("package_remove", "package", QT_TRANSLATE_NOOP("actions", "Delete package"), "", "", ("edit",), 2),
    ActionInfo(
        "focus_catalogue", "view", QT_TRANSLATE_NOOP("actions", "Go to catalogue"), "search", "Ctrl+F", ("deal",)
    ),
    ActionInfo("focus_package", "view", QT_TRANSLATE_NOOP("actions", "Go to package"), "", "Ctrl+2", ("deal",)),
    ActionInfo("focus_scoreboard", "view", QT_TRANSLATE_NOOP("actions", "Go to scoreboard"), "", "Ctrl+3", ("deal",)),
    ActionInfo("focus_charts", "view", QT_TRANSLATE_NOOP("actions", "Go to charts"), "chart", "Ctrl+4", ("deal",)),
    ActionInfo(
        "compare",
        "view",
        QT_TRANSLATE_NOOP("actions", "Compare with baseline instead of last change"),
        "compare",
        "Ctrl+B",
        ("deal",),
        1,
        True,
    ),
    ActionInfo("charts", "view", QT_TRANSLATE_NOOP("actions", "Show charts"), "", "Ctrl+Shift+G", ("deal",), 1, True),
    ActionInfo(
        "assumptions",
        "view",
        QT_TRANSLATE_NOOP("actions", "Assumptions and sources…"),
        "assumptions",
        "Ctrl+Shift+A",
        ("deal",),
        1,
    ),
    ActionInfo("larger", "view", QT_TRANSLATE_NOOP("actions", "Larger text"), "", "Ctrl++", (), 2),
    ActionInfo("smaller", "view", QT_TRANSLATE_NOOP("actions", "Smaller text"), "", "Ctrl+-", (), 2),
    ActionInfo("normal", "view", QT_TRANSLATE_NOOP("actions", "Normal text size"), "", "Ctrl+0", (), 2),
    ActionInfo("theme", "view", QT_TRANSLATE_NOOP("actions", "Light or dark"), "theme", "Ctrl+Shift+L", (), 2),
    ActionInfo("language", "view", QT_TRANSLATE_NOOP("actions", "English / 中文"), "language", "Ctrl+Shift+K", (), 2),
    ActionInfo("full_screen", "view", QT_TRANSLATE_NOOP("actions", "Full screen"), "", "F11", (), 2, True),
    ActionInfo("study_why", "study", QT_TRANSLATE_NOOP("actions", "Who earned it…"), "why", "Ctrl+Shift+W", ("deal",)),
    ActionInfo("study_hangs", "study", QT_TRANSLATE_NOOP("actions", "What it hangs on…"), "", "", ("deal",)),
    ActionInfo("study_fails", "study", QT_TRANSLATE_NOOP("actions", "When it fails…"), "", "", ("deal",)),
    ActionInfo("study_accepts", "study", QT_TRANSLATE_NOOP("actions", "Who accepts it…"), "", "", ("deal",), 1),
    ActionInfo("study_holds", "study", QT_TRANSLATE_NOOP("actions", "Will it hold…"), "", "", ("deal",), 1),
    ActionInfo(
        "study_compare", "study", QT_TRANSLATE_NOOP("actions", "Compare packages…"), "compare", "", ("deal",), 2
    ),
    ActionInfo(
        "study_better", "study", QT_TRANSLATE_NOOP("actions", "Better deals…"), "better", "Ctrl+Shift+B", ("deal",), 2
    ),
    ActionInfo(
        "study_counterpart",
        "study",
        QT_TRANSLATE_NOOP("actions", "Rehearse against a counterpart…"),
        "",
        "",
        ("deal",),
        3,
    ),
    ActionInfo("present", "room", QT_TRANSLATE_NOOP("actions", "Present"), "", "F5", ("deal",)),
    ActionInfo("session", "room", QT_TRANSLATE_NOOP("actions", "Set up a session…"), "", "", ("deal",)),
    ActionInfo("seal", "room", QT_TRANSLATE_NOOP("actions", "Seal a party's own values…"), "", "", ("deal",)),
    ActionInfo("injects", "room", QT_TRANSLATE_NOOP("actions", "Injects…"), "", "", ("deal",), 1),
    ActionInfo("propose", "room", QT_TRANSLATE_NOOP("actions", "Write down a proposal…"), "", "", ("deal",), 1),
    ActionInfo("agree", "room", QT_TRANSLATE_NOOP("actions", "Write down the agreement…"), "", "", ("deal",), 1),
    ActionInfo("tables", "room", QT_TRANSLATE_NOOP("actions", "Tables…"), "", "", ("deal",), 2),
    ActionInfo("debrief", "room", QT_TRANSLATE_NOOP("actions", "Debrief…"), "", "", ("deal",), 2),
    ActionInfo("kit", "room", QT_TRANSLATE_NOOP("actions", "Print kit…"), "", "", ("deal",), 3),
    ActionInfo("rehearse", "room", QT_TRANSLATE_NOOP("actions", "Rehearsal check…"), "", "", (), 3),
    ActionInfo("help_here", "help", QT_TRANSLATE_NOOP("actions", "Help on this part"), "help", "F1"),
    ActionInfo("manual", "help", QT_TRANSLATE_NOOP("actions", "Manual"), "", "Shift+F1"),
    ActionInfo("keys", "help", QT_TRANSLATE_NOOP("actions", "Keyboard map"), "keys", "Ctrl+F1"),
    ActionInfo("tour", "help", QT_TRANSLATE_NOOP("actions", "Show me around"), "goal"),
    ActionInfo("computer", "help", QT_TRANSLATE_NOOP("actions", "About this computer…"), "", "", (), 1),
    ActionInfo("about", "help", QT_TRANSLATE_NOOP("actions", "About dealbuilder"), "info", "", (), 1),
)

MORE_KEYS = {"redo": ("Ctrl+Y",), "larger": ("Ctrl+=",)}


def translated(text: str) -> str:
    """Return a text of the table in the language on screen."""
    return QCoreApplication.translate("actions", text)


class Actions(QObject):
    """The QActions of the table and the menus they stand in; `asked` carries the id of what was chosen."""

    asked = Signal(object)

    def __init__(self, bar: QMenuBar) -> None:
        super().__init__(bar)
        self._bar = bar
        self._menus: dict[str, QMenu] = {id: bar.addMenu("") for id, _ in MENUS}
        self.recent = QMenu(self._menus["file"])
        self._by_id: dict[str, QAction] = {}
        groups: dict[str, int] = {}
        for info in ACTIONS:
            menu = self._menus[info.menu]
            if info.group != groups.setdefault(info.menu, info.group):
                if info.menu == "file" and groups["file"] == 0:
                    menu.addMenu(self.recent)
                menu.addSeparator()
                groups[info.menu] = info.group
            action = QAction(self)
            action.setData(info.id)
            action.setCheckable(info.checkable)
            action.setShortcuts([QKeySequence(key) for key in (info.shortcut, *MORE_KEYS.get(info.id, ())) if key])
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
            action.triggered.connect(self._ask)
            menu.addAction(action)
            self._by_id[info.id] = action
        self.retranslate()
        self.ink(shown())

    def __getitem__(self, id: str) -> QAction:
        return self._by_id[id]

    def _ask(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.asked.emit(action.data())

    def retranslate(self) -> None:
        """Write every text anew in the language on screen."""
        self._title()
        self.recent.setTitle(self.tr("Open recent"))
        for info in ACTIONS:
            action = self._by_id[info.id]
            action.setText(translated(info.text))
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(f"{translated(info.text)} ({keys})" if keys else translated(info.text))

    def _title(self) -> None:
        """Name the menus while their bar is hidden: a bar on screen moves menus into its overflow, and Qt crashes."""
        shown_bar = self._bar.isVisible()
        if shown_bar:
            self._bar.hide()
        for id, text in MENUS:
            self._menus[id].setTitle(translated(text))
        if shown_bar:
            self._bar.show()

    def ink(self, theme: Theme) -> None:
        """Draw every icon anew in the colours of a theme."""
        palette = icons.inks(theme)
        for info in ACTIONS:
            if info.icon:
                self._by_id[info.id].setIcon(icons.icon(info.icon, *palette))

    def show_only(self, ids: frozenset[str]) -> None:
        """Hide every action that nobody answers yet."""
        for info in ACTIONS:
            self._by_id[info.id].setVisible(info.id in ids)

    def enable(self, has: frozenset[str]) -> None:
        """Turn on what can be done now: `has` is any of deal, edit, undo, redo, path, answer."""
        for info in ACTIONS:
            self._by_id[info.id].setEnabled(has.issuperset(info.needs))
