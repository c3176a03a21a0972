"""Pictures of each pane, offscreen: `python -m tests.ui.panes.demo FOLDER [light|dark] [en|zh] [SCALE]`."""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSize, QTranslator
from PySide6.QtWidgets import QApplication, QWidget

from dealbuilder import paths
from dealbuilder.errors import CatalogueProblems
from dealbuilder.model.loading import load_catalogue
from dealbuilder.report import theme as themes
from dealbuilder.ui import fonts, icons, theme
from dealbuilder.ui.panes.catalogue import CataloguePane
from dealbuilder.ui.panes.charts import ChartsPane
from dealbuilder.ui.panes.package import PackagePane
from dealbuilder.ui.panes.scoreboard import ScoreboardPane
from dealbuilder.ui.state import State
from tests.ui.panes.states import shipped, synthetic

SIZES = {"catalogue": QSize(403, 580), "package": QSize(518, 620), "scoreboard": QSize(518, 620), "charts": QSize(1440, 230)}
POINTS = 10.0


def state(language: str) -> State:
    """Return the shipped catalogue's state if it loads, else a synthetic one."""
    try:
        return shipped(load_catalogue(paths.resources()), language)
    except CatalogueProblems as problems:
        sys.stderr.write(f"{len(problems.problems)} problems in the catalogue: synthetic state\n")
        return synthetic(language)


def draw(pane: QWidget, shown: State, size: QSize, path: Path) -> None:
    """Show a state in a pane of a size and write its picture."""
    pane.resize(size)
    pane.show()
    pane.show_state(None, shown)
    for _ in range(4):
        QApplication.processEvents()
    pane.grab().save(str(path))


def main(folder: Path, look: str, language: str, scale: float) -> None:
    """Write one picture a pane."""
    app = QApplication.instance() or QApplication([])
    fonts_of = getattr(fonts, "register", None) or getattr(fonts, "load", None)
    if fonts_of is not None:
        fonts_of()
    font = app.font()
    font.setFamilies(["Inter", "Noto Sans SC"])
    font.setPointSizeF(POINTS * scale)
    app.setFont(font)
    icons.register()
    theme.apply(app, themes.load(look), scale, POINTS * scale)
    translator = QTranslator()
    if language == "zh" and translator.load(str(paths.resources() / "i18n" / "dealbuilder_zh.qm")):
        app.installTranslator(translator)
    shown = state(language)
    folder.mkdir(parents=True, exist_ok=True)
    for name, kind in (
        ("catalogue", CataloguePane), ("package", PackagePane), ("scoreboard", ScoreboardPane), ("charts", ChartsPane),
    ):  # fmt: skip
        pane = kind()
        draw(pane, shown, SIZES[name] * (scale if scale > 1.4 else 1), folder / f"{name}.png")
        if name == "charts":
            pane.show_chart("heat:civil")
            draw(pane, shown, QSize(1440, 300), folder / "heat.png")
        pane.close()


if __name__ == "__main__":
    given = sys.argv[1:] + ["light", "en", "1"][len(sys.argv) - 2 :]
    main(Path(given[0]), given[1], given[2], float(given[3]))
