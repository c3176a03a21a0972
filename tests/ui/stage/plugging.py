"""A real window on a real X server while its screen is pulled and plugged in again: run by test_two_screens.py."""

import sys
import time

from PySide6.QtWidgets import QApplication, QWidget

from dealbuilder import paths
from dealbuilder.model.loading import load_catalogue
from dealbuilder.ui import fonts
from dealbuilder.ui.stage.audience import Audience
from tests.ui.stage.monitors import Monitors
from tests.ui.stage.stagings import stagings, state

DESK, HALL = (0, 0, 1280, 720), (1280, 0, 1024, 768)


def main() -> int:
    """Say on standard output what happened, a line a step."""
    monitors = Monitors()
    monitors.plug("DESK", DESK, first=True)
    monitors.plug("HALL", HALL)
    app = QApplication([])
    fonts.load()

    def settle() -> None:
        for _ in range(12):
            app.processEvents()
            time.sleep(0.03)

    def tell(step: str) -> None:
        settle()
        box = audience.geometry().getRect() if audience.isVisible() else None
        placed = audience.placement
        print(step, placed.how, placed.screen, box, desk.geometry().getRect(), flush=True)  # noqa: T201

    desk = QWidget()
    desk.setGeometry(100, 80, 900, 500)
    desk.show()
    settle()
    audience = Audience(desk)
    audience.present()
    shown = state(load_catalogue(paths.resources()))
    audience.show_staging(shown, stagings(shown)["score"])
    tell("presented")
    monitors.unplug("HALL")
    tell("unplugged")
    audience.show_staging(shown, stagings(shown)["package"])
    tell("worked on")
    monitors.plug("HALL", HALL)
    tell("plugged")
    monitors.unplug("HALL")
    settle()
    audience.present()
    tell("alone")
    monitors.plug("HALL", HALL)
    tell("second")
    audience.present()
    tell("again")
    spoken = audience.spoken
    print("says", "United States gives" in spoken, flush=True)  # noqa: T201
    audience.dismiss()
    audience.deleteLater()
    desk.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
