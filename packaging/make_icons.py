"""The icons of the program and of its files, in every size and kind a desktop asks for, from two SVG files.

`packaging/make_icons.py` renews packaging/linux/share/icons, packaging/windows/*.ico and packaging/macos/*.icns.
"""

import os
import struct
import sys
from collections.abc import Sequence
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = ROOT / "resources" / "icons" / "dealbuilder.svg"
DOCUMENT = ROOT / "packaging" / "linux" / "document.svg"
THEME = Path("linux") / "share" / "icons" / "hicolor"
MIME_ICON = "application-vnd.dealbuilder.deal"

SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
"""Widths of the PNG files, pixels."""
ICO_SIZES = (16, 20, 24, 32, 40, 48, 64, 256)
"""Widths Windows picks from, at 100 to 250 %, pixels."""
ICNS_KINDS = (
    (b"icp4", 16),
    (b"icp5", 32),
    (b"ic07", 128),
    (b"ic08", 256),
    (b"ic09", 512),
    (b"ic11", 32),
    (b"ic12", 64),
)
"""Kinds of PNG an .icns file holds and their widths, pixels; ic11 and ic12 are 16 and 32 points on a fine screen."""


def drawn(source: Path, size: int) -> QImage:
    """Return a drawing as a square image, `size` pixels wide."""
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(str(source)).render(painter)
    painter.end()
    return image


def png(source: Path, size: int) -> bytes:
    """Return a drawing as a PNG file, `size` pixels wide."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    drawn(source, size).convertToFormat(QImage.Format.Format_ARGB32).save(buffer, "PNG")
    return bytes(buffer.data().data())


def ico(pictures: dict[int, bytes]) -> bytes:
    """Return a Windows icon of PNG pictures by width, pixels."""
    head = struct.pack("<3H", 0, 1, len(pictures))
    place = len(head) + 16 * len(pictures)
    entries = b""
    for size, data in pictures.items():
        # A width of 256 is written as 0.
        entries += struct.pack("<4B2H2I", size % 256, size % 256, 0, 0, 1, 32, len(data), place)
        place += len(data)
    return head + entries + b"".join(pictures.values())


def icns(pictures: Sequence[tuple[bytes, bytes]]) -> bytes:
    """Return a macOS icon of PNG pictures by kind."""
    body = b"".join(kind + struct.pack(">I", len(data) + 8) + data for kind, data in pictures)
    return b"icns" + struct.pack(">I", len(body) + 8) + body


def files() -> dict[Path, bytes]:
    """Return every icon file below packaging/ and what belongs in it."""
    made: dict[Path, bytes] = {}
    for source, kind, name in ((PROGRAM, "apps", "dealbuilder"), (DOCUMENT, "mimetypes", MIME_ICON)):
        stem = "dealbuilder" if source is PROGRAM else "document"
        for size in SIZES:
            made[THEME / f"{size}x{size}" / kind / f"{name}.png"] = png(source, size)
        made[THEME / "scalable" / kind / f"{name}.svg"] = source.read_bytes()
        made[Path("windows") / f"{stem}.ico"] = ico({size: png(source, size) for size in ICO_SIZES})
        made[Path("macos") / f"{stem}.icns"] = icns([(tag, png(source, size)) for tag, size in ICNS_KINDS])
    return made


def main() -> int:
    """Write every icon file."""
    app = QGuiApplication.instance() or QGuiApplication([])
    for path, data in files().items():
        target = ROOT / "packaging" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    del app
    return 0


if __name__ == "__main__":
    sys.exit(main())
