"""Pictures of each pane, offscreen: `python -m tests.ui.panes.demo FOLDER [light|dark] [en|zh] [SCALE]`."""

import os
import sys
from dataclasses import replace
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
from tests.report import fixtures
from tests.ui.panes.states import shipped, synthetic

SIZES = {
    "catalogue": QSize(403, 580),
    "package": QSize(518, 620),
    "scoreboard": QSize(518, 620),
    "charts": QSize(1440, 230),
}


def state(language: str) -> State:
    """Return the shipped catalogue's state if it loads, else a synthetic one."""
    try:
        return with_series(shipped(load_catalogue(paths.resources()), language))
    except CatalogueProblems as problems:
        sys.stderr.write(f"{len(problems.problems)} problems in the catalogue: synthetic state\n")
        return synthetic(language)


def with_series(shown: State) -> State:
    """Return a state whose catalogue has monthly series, while the shipped one lacks them."""
    if shown.catalogue.series:
        return shown
    filled = shown.catalogue.model_copy(update={"series": fixtures.catalogue().series})
    return replace(shown, catalogue=filled)


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
    fonts.load()
    fonts.apply(app, scale)
    icons.register()
    theme.apply(app, themes.load(look), scale)
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
        if name == "package":
            pane.desk.show_detail(True)
            pane.focus_clause("grant_pending")
            draw(pane, shown, SIZES[name] * 1.3, folder / "package_roomy.png")
        if name == "charts":
            pane.show_chart("heat:civil")
            draw(pane, shown, QSize(1440, 300), folder / "heat.png")
        pane.close()


if __name__ == "__main__":
    given = sys.argv[1:] + ["light", "en", "1"][len(sys.argv) - 2 :]
    main(Path(given[0]), given[1], given[2], float(given[3]))
