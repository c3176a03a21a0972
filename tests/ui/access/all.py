"""The whole campaign: `python -m tests.ui.access.all [FOLDER] [DRESS …]` looks at every screen in every dress.

It prints a table of checks and findings and writes the same as campaign.json; a dress is named as
en-light-100-1440. With a folder it also writes a picture of every view, and every kind of chart as people with five
kinds of sight see it.
"""

import gc
import json
import os
import sys
import tempfile
from itertools import product
from pathlib import Path

from PySide6.QtCore import qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from dealbuilder import paths
from dealbuilder.analysis.evaluate import Evaluator
from dealbuilder.model.loading import load_catalogue
from dealbuilder.ui import fonts, icons
from dealbuilder.ui.question import Answerer
from tests.ui.access import sheets
from tests.ui.access.screens import SCREENS, views
from tests.ui.access.survey import CHECKS, RESULTS, Found, look
from tests.ui.access.world import Dress, World

SCREEN = {"screens": [{"name": "DESK", "x": 0, "y": 0, "width": 1440, "height": 900}]}
SIZES = ((1440, 900), (1280, 720))
DRESSES = tuple(
    Dress(language, theme, scale, size)
    for language, theme, scale, size in product(("en", "zh"), ("light", "dark"), (1.0, 2.0), SIZES)
    if size == SIZES[0] or scale > 1.0
)


def world() -> World:
    """Return the real program, its folders apart from those of whoever runs this."""
    place = Path(tempfile.mkdtemp(prefix="dealbuilder-access-"))
    (place / "screens.json").write_text(json.dumps(SCREEN), encoding="utf-8")
    os.environ.setdefault("QT_QPA_PLATFORM", f"offscreen:configfile={place / 'screens.json'}")
    paths.config_folder = lambda: place / "config"
    paths.state_folder = lambda: place / "state"
    qInstallMessageHandler(lambda *told: None)
    app = QApplication([])
    app.setStyle("Fusion")
    fonts.load()
    icons.register()
    return World(app, Answerer(Evaluator(load_catalogue(paths.resources()))), place)


def pictures(made: World, dress: Dress, folder: Path) -> None:
    """Write a picture of every view of every screen."""
    made.wear(dress)
    made.forget()
    for screen in SCREENS:
        made.open(screen.deal)
        shown = screen.open(made)
        for view in views(shown):
            made.settle(0)
            stem = f"{dress.name}-{screen.name} {view}".strip().replace(": ", "-").replace(", ", "-").replace(" ", "_")
            shown.grab().save(str(folder / f"{stem}.png"))
        made.tidy()


def keep(rows: list[dict], seen: set[str]) -> None:
    """Write what was found; dresses that were not looked at this time keep what was found in them before."""
    before = json.loads(RESULTS.read_text(encoding="utf-8"))
    known = {row["dress"]: row for row in (*before["looks"], *rows)}
    looks = [known[dress.name] for dress in DRESSES if dress.name in known]
    told = {"looks": looks, "seen": sorted(seen | (set(before["seen"]) if len(rows) < len(DRESSES) else set()))}
    RESULTS.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")


def main(words: list[str]) -> int:
    """Look, tell, write; return 1 if anything was found."""
    known = {dress.name: dress for dress in DRESSES}
    wanted = [known[word] for word in words if word in known] or list(DRESSES)
    folder = next((Path(word) for word in words if word not in known), None)
    # A window that is taken apart while Qt restyles takes the run with it (ui/tidy.py).
    gc.disable()
    made, rows, seen, bad = world(), [], set(), 0
    for dress in wanted:
        found = Found()
        look(made, dress, SCREENS, CHECKS, found, {screen.name for screen in SCREENS})
        counts = {check: len(found.lines(check)) for check in CHECKS}
        rows.append(
            {"dress": dress.name, "screens": len(found.screens), "views": found.views, "controls": found.controls}
        )
        rows[-1]["found"] = counts
        bad += sum(counts.values())
        seen |= {one.__name__ for one in found.seen if one.__module__.startswith("dealbuilder")}
        print(dress.name, found.views, "views", found.controls, "controls", counts, flush=True)  # noqa: T201
        for check in CHECKS:
            for line in found.lines(check):
                print(f"  [{check}] {line}", flush=True)  # noqa: T201
        keep(rows, seen)
        if folder is not None:
            folder.mkdir(parents=True, exist_ok=True)
            pictures(made, dress, folder)
    if folder is not None:
        sheets.sights(folder)
        sheets.contact(folder)
    made.close()
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
