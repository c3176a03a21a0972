"""How the program looks: two explicit palettes under Fusion and the one style sheet, both made from resources/themes.

The colour scheme of the platform is only a wish: on offscreen and bare xcb Qt never learns it, so the palettes are ours.
"""

from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from dealbuilder.report import theme as themes
from dealbuilder.report.theme import Theme

PROPERTY = "dealbuilder_theme"

SHEET = Template("""
QMainWindow, QDialog { background: $surface; }
QMainWindow::separator { background: $border; width: 1px; height: 1px; }
QToolTip { background: $raised; color: $text; border: 1px solid $border; padding: ${s}px; }
QMenuBar { background: $surface; color: $text; padding: 0 ${s}px; }
QMenuBar::item { padding: ${s}px ${m}px; border-radius: ${s}px; background: transparent; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: $border; }
QMenu { background: $raised; color: $text; border: 1px solid $border; padding: ${s}px; }
QMenu::item { padding: ${s}px ${xl}px ${s}px ${l}px; border-radius: ${s}px; }
QMenu::item:selected { background: $accent; color: $on_accent; }
QMenu::item:disabled { color: $muted; background: transparent; }
QMenu::separator { height: 1px; background: $border; margin: ${s}px; }
QStatusBar { background: $surface; color: $muted; border-top: 1px solid $border; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: $muted; padding: 0 ${m}px; }

QPushButton { background: $raised; color: $text; border: 1px solid $border; border-radius: ${s}px; padding: ${s}px ${l}px; }
QPushButton:hover { border-color: $muted; }
QPushButton:pressed { background: $border; }
QPushButton:disabled { color: $muted; background: $surface; border-color: $grid; }
QPushButton:default, QPushButton[primary="true"] { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton[flat="true"] { background: transparent; border-color: transparent; }
QToolButton { background: transparent; color: $text; border: 1px solid transparent; border-radius: ${s}px; padding: ${s}px; }
QToolButton:hover { background: $grid; }
QToolButton:pressed, QToolButton:checked { background: $border; }
QToolButton:disabled { color: $muted; }
QPushButton:focus, QToolButton:focus, QComboBox:focus, QLineEdit:focus, QPlainTextEdit:focus, QTextBrowser:focus,
QSpinBox:focus, QDoubleSpinBox:focus, QListView:focus, QTreeView:focus, QTableView:focus { border: 2px solid $focus; }
QLineEdit, QPlainTextEdit, QSpinBox, QDoubleSpinBox, QComboBox {
  background: $raised; color: $text; border: 1px solid $border; border-radius: ${s}px; padding: ${s}px ${m}px;
  selection-background-color: $accent; selection-color: $on_accent; }
QComboBox::drop-down { border: none; width: ${l}px; }
QComboBox::down-arrow { image: url("icon:chevron-$tone.svg"); width: ${m2}px; height: ${m2}px; }
QComboBox QAbstractItemView { background: $raised; color: $text; border: 1px solid $border; selection-background-color: $accent;
  selection-color: $on_accent; outline: none; }
QTextBrowser, QListView, QTreeView, QTableView, QScrollArea { background: $background; color: $text; border: 1px solid $border; }
QListView, QTreeView, QTableView { alternate-background-color: $surface; selection-background-color: $accent;
  selection-color: $on_accent; gridline-color: $grid; }
QHeaderView::section { background: $surface; color: $muted; border: none; border-bottom: 1px solid $border; padding: ${s}px ${m}px; }
QCheckBox::indicator, QRadioButton::indicator { width: ${m3}px; height: ${m3}px; border: 1px solid $muted; background: $raised; }
QCheckBox::indicator { border-radius: ${xs}px; }
QRadioButton::indicator { border-radius: ${r}px; }
QCheckBox::indicator:checked, QRadioButton::indicator:checked { background: $accent; border-color: $accent; }
QCheckBox::indicator:checked { image: url("icon:tick-on-$tone.svg"); }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border: 2px solid $focus; }
QSplitter::handle { background: $border; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QSplitter::handle:hover { background: $focus; }
QTabBar { background: transparent; }
QTabBar::tab { background: transparent; color: $muted; padding: ${s}px ${l}px; border: none; border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: $text; border-bottom: 2px solid $accent; }
QTabBar::tab:hover { color: $text; }
QTabBar:focus { border: 1px solid $focus; }
QTabWidget::pane { border: 1px solid $border; }
QScrollBar:vertical { background: transparent; width: ${m2}px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: ${m2}px; margin: 0; }
QScrollBar::handle { background: $border; border-radius: ${s}px; min-height: ${xl}px; min-width: ${xl}px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar { background: $grid; border: none; border-radius: ${xs}px; max-height: ${s}px; }
QProgressBar::chunk { background: $accent; border-radius: ${xs}px; }

#header { background: $surface; border-bottom: 1px solid $border; }
#header QLabel[muted="true"], QLabel[muted="true"] { color: $muted; }
QLabel[title="true"] { font-weight: 700; font-size: ${pt_title}pt; }
QLabel[heading="true"] { font-weight: 700; font-size: ${pt_heading}pt; }
QLabel[strong="true"] { font-weight: 700; }
QLabel[warn="true"] { color: $warn; }
StartScreen { border: none; background: $surface; }
#start { background: $surface; }
#card { background: $raised; border: 1px solid $border; border-radius: ${m}px; padding: ${l}px; text-align: left; }
#card:hover { border-color: $accent; }
#card:focus { border: 2px solid $focus; }
#card:disabled { background: $surface; }
#notice { background: $warn_soft; color: $text; border-bottom: 1px solid $warn; }
#notice QLabel { color: $text; }
#note { background: $surface; border: 1px solid $border; border-radius: ${m}px; }
#rival { background: $warn_soft; border: 1px solid $warn; border-radius: ${m}px; }
""")


def by_name(name: str) -> Theme:
    """Return the theme of a preference; "system" follows the platform where it tells."""
    if name == "system":
        scheme = QApplication.styleHints().colorScheme()
        name = "dark" if scheme == Qt.ColorScheme.Dark else "light"
    return themes.load(name)


def palette(theme: Theme) -> QPalette:
    """Return the palette of a theme."""
    group, role = QPalette.ColorGroup, QPalette.ColorRole
    made = QPalette()
    for place, colour in {
        role.Window: theme.surface,
        role.WindowText: theme.text,
        role.Base: theme.background,
        role.AlternateBase: theme.surface,
        role.Text: theme.text,
        role.PlaceholderText: theme.muted,
        role.Button: theme.raised,
        role.ButtonText: theme.text,
        role.BrightText: theme.warn,
        role.ToolTipBase: theme.raised,
        role.ToolTipText: theme.text,
        role.Highlight: theme.accent,
        role.HighlightedText: theme.on_accent,
        role.Accent: theme.accent,
        role.Link: theme.focus,
        role.LinkVisited: theme.focus,
        role.Light: theme.raised,
        role.Midlight: theme.grid,
        role.Mid: theme.border,
        role.Dark: theme.muted,
        role.Shadow: theme.text,
    }.items():
        made.setColor(place, QColor(colour))
    for place in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(group.Disabled, place, QColor(theme.muted))
    return made


def apply(app: QApplication, theme: Theme, scale: float, points: float) -> None:
    """Dress the whole program in a theme at a text scale; `points` is the body text's size."""
    steps = {"xs": 2, "s": 4, "m": 8, "l": 12, "xl": 24, "m2": 10, "m3": 14, "r": 8}
    colours = {role: theme.colour(role) for role in themes.ROLES}
    sizes = {name: round(step * scale) for name, step in steps.items()}
    app.setProperty(PROPERTY, theme.name)
    app.setPalette(palette(theme))
    app.setStyleSheet(
        SHEET.substitute(
            colours,
            **sizes,
            tone="dark" if theme.dark else "light",
            pt_title=f"{points * 1.3:.1f}",
            pt_heading=f"{points * 1.8:.1f}",
        )
    )


def shown() -> Theme:
    """Return the theme the program wears now."""
    app = QApplication.instance()
    name = app.property(PROPERTY) if app is not None else None
    return themes.load(name if isinstance(name, str) else "light")
