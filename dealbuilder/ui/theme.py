"""How the program looks: two explicit palettes under Fusion and the one style sheet, both made from resources/themes.

The platform's colour scheme is only a wish: on offscreen and bare xcb Qt never learns it, so the palettes are ours.
"""

from functools import lru_cache
from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from dealbuilder import paths
from dealbuilder.report import theme as themes
from dealbuilder.report.theme import Theme

PROPERTY = "dealbuilder_theme"

SHEET = "desk.qss"


@lru_cache(maxsize=1)
def _sheet() -> Template:
    return Template((paths.resources() / "themes" / SHEET).read_text(encoding="utf-8"))


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


def apply(app: QApplication, theme: Theme, scale: float) -> None:
    """Dress the whole program in a theme at a text scale."""
    steps = {"xs": 2, "s": 4, "m": 8, "l": 12, "xl": 24, "m2": 10, "m3": 14, "r": 8}
    colours = {role: theme.colour(role) for role in themes.ROLES}
    sizes = {name: round(step * scale) for name, step in steps.items()}
    app.setProperty(PROPERTY, theme.name)
    app.setPalette(palette(theme))
    app.setStyleSheet(
        _sheet().substitute(
            colours,
            **sizes,
            tone="dark" if theme.dark else "light",
        )
    )


def shown() -> Theme:
    """Return the theme the program wears now."""
    app = QApplication.instance()
    name = app.property(PROPERTY) if app is not None else None
    return themes.load(name if isinstance(name, str) else "light")
