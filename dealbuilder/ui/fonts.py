"""The fonts on screen: Inter and Noto Sans SC, taken from their packages so that no machine needs them installed."""

from importlib.util import find_spec
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

LATIN = "Inter"
CHINESE = "Noto Sans SC"
PACKAGES = {"fontpkg_inter": "files/Inter[[]opsz*.ttf", "pylopdf_fonts_zh_cn": "NotoSansSC-Regular.otf"}
POINTS = 10.0
"""Size of body text at 100 %, in points."""


def _file(package: str, pattern: str) -> Path | None:
    spec = find_spec(package)
    places = () if spec is None else tuple(spec.submodule_search_locations or ())
    return next((path for place in places for path in sorted(Path(place).glob(pattern))), None)


def load() -> tuple[str, ...]:
    """Register the fonts; return the names of packages whose font is missing (the system's fonts then stand in)."""
    missing = []
    for package, pattern in PACKAGES.items():
        path = _file(package, pattern)
        if path is None or QFontDatabase.addApplicationFont(str(path)) < 0:
            missing.append(package)
    return tuple(missing)


def apply(app: QApplication, scale: float) -> None:
    """Set the program's font at `scale` (1.0 to 2.0)."""
    font = QFont([LATIN, CHINESE])
    font.setPointSizeF(POINTS * scale)
    # Figures of one width, so that columns and changing scores do not jump.
    font.setFeature(QFont.Tag("tnum"), 1)
    app.setFont(font)
