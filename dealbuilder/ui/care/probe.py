"""Qt answers for itself, into a file, and ends: screens, letters, input methods, then OpenGL, which may break it."""

import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QLibraryInfo, qVersion
from PySide6.QtGui import QAccessible, QFont, QFontDatabase, QFontMetrics, QOffscreenSurface, QOpenGLContext
from PySide6.QtWidgets import QApplication

from dealbuilder.ui import fonts
from dealbuilder.ui.application import Application

LETTERS = "实体清单外国直接产品规则最终用户许可"
"""Chinese letters of the field's terms."""
GL_VENDOR, GL_RENDERER, GL_VERSION = 0x1F00, 0x1F01, 0x1F02


def main(words: Sequence[str]) -> int:
    """Write the answer into the file that follows the option; return the exit code."""
    file = Path(words[1])
    if not _display():
        return 1
    app = Application()
    answer = answers()
    _write(file, answer)
    renderer = _renderer()
    if renderer:
        _write(file, answer | {"renderer": renderer})
    del app
    return 0


def _display() -> bool:
    if os.environ.get("QT_QPA_PLATFORM") or sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _write(file: Path, answer: dict[str, Any]) -> None:
    # Whole or not at all: the one who asked may read after Qt has died.
    part = file.with_suffix(".part")
    part.write_text(json.dumps(answer), encoding="utf-8")
    part.replace(file)


def answers() -> dict[str, Any]:
    """Return what Qt says without risk."""
    fonts.load()
    families = [name for name in (fonts.LATIN, fonts.CHINESE) if name in QFontDatabase.families()]
    return {
        "qt": qVersion(),
        "platform": QApplication.platformName(),
        "screens": [
            {
                "name": screen.name(),
                "width": round(screen.size().width() * screen.devicePixelRatio()),
                "height": round(screen.size().height() * screen.devicePixelRatio()),
                "scale": round(100 * screen.devicePixelRatio()),
                "hertz": round(screen.refreshRate()),
            }
            for screen in QApplication.screens()
        ],
        "families": families,
        "chinese": _chinese(),
        "inputs": _inputs(),
        "accessible": QAccessible.isActive(),
    }


def _chinese() -> bool:
    metrics = QFontMetrics(QFont(fonts.CHINESE))
    return all(metrics.inFontUcs4(ord(letter)) for letter in LETTERS)


def _inputs() -> list[str]:
    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)) / "platforminputcontexts"
    try:
        names = sorted(path.stem for path in folder.iterdir())
    except OSError:
        return []
    return [name.removeprefix("lib").removesuffix("platforminputcontextplugin") for name in names]


def _renderer() -> str:
    """Return who draws OpenGL here, "" if nobody does."""
    surface, context = QOffscreenSurface(), QOpenGLContext()
    surface.create()
    if not context.create() or not context.makeCurrent(surface):
        return ""
    try:
        functions = context.functions()
        told = [functions.glGetString(name) for name in (GL_VENDOR, GL_RENDERER, GL_VERSION)]
        return ", ".join(str(word) for word in told if word)
    finally:
        context.doneCurrent()
