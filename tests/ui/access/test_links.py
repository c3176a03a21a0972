"""Links keep to the colours of the theme that is worn: one written in light is not dark blue on dark."""

from PySide6.QtWidgets import QApplication

from dealbuilder.model.catalogue import Catalogue
from dealbuilder.report import theme as themes
from dealbuilder.ui import theme
from dealbuilder.ui.panes.package import PackagePane
from tests.ui.access.contrasts import picture
from tests.ui.panes.states import synthetic


def test_a_link_to_a_clause_takes_the_colour_of_another_theme(qapp: QApplication, catalogue: Catalogue):
    pane = PackagePane()
    pane.resize(700, 700)
    try:
        theme.apply(qapp, themes.load("light"), 1.0)
        pane.show()
        pane.show_state(None, synthetic())
        qapp.processEvents()
        assert "href" in pane.clashes.text()
        theme.apply(qapp, themes.load("dark"), 1.0)
        for _ in range(5):
            pane._fitting.setInterval(0)
            qapp.processEvents()
        wanted = themes.load("dark").colour("focus").lstrip("#")
        colours = {f"{r:02x}{g:02x}{b:02x}" for r, g, b in picture(pane.clashes).reshape(-1, 3)}
        assert wanted in colours
    finally:
        theme.apply(qapp, themes.load("light"), 1.0)
        pane.close()
        pane.deleteLater()
