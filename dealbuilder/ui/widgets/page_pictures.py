"""Pictures on a page of the manual: as wide as the page allows, as sharp as the screen."""

import re
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QImage, QTextCursor, QTextDocument, QTextFragment

ALONE = re.compile(r"^!\[([^\]\n]+)\]\(([^)\n]+)\)$", re.MULTILINE)
"""A picture that is a paragraph of its own."""
LINE = 17.0
"""Height of a line of text at 100 %, pixels: pictures grow with the text until they fill the page."""


def captioned(text: str) -> str:
    """Return Markdown in which every picture has its alternative text below it, for eyes and screen readers alike."""
    return ALONE.sub(r"![\1](\2)\n\n*\1*", text)


class Pictures:
    """The pictures of one page in their own size, read once from its folder and nowhere else."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._kept: dict[str, QImage] = {}

    def original(self, name: str) -> QImage:
        """Return a picture; an empty one for a name that leads out of the folder or to no picture."""
        if name not in self._kept:
            path = (self._folder / name).resolve()
            inside = path.is_relative_to(self._folder.resolve()) and path.suffix == ".png" and path.is_file()
            self._kept[name] = QImage(str(path)) if inside else QImage()
        return self._kept[name]

    def fit(self, document: QTextDocument, width: float, line: float, ratio: float) -> None:
        """Give every picture of a document its size: `width` and `line` in pixels, `ratio` those of the screen."""
        for fragment in _images(document):
            form = fragment.charFormat().toImageFormat()
            image = self.original(form.name())
            size = QSize(round(image.width() * line / LINE), round(image.height() * line / LINE))
            if size.width() > width:
                size = QSize(round(width), round(width * image.height() / image.width()))
            if image.isNull() or size.isEmpty() or round(form.width()) == size.width():
                continue
            smooth = Qt.TransformationMode.SmoothTransformation
            shown = image.scaled(size * ratio, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
            shown.setDevicePixelRatio(ratio)
            document.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(form.name()), shown)
            form.setWidth(size.width())
            form.setHeight(size.height())
            cursor = QTextCursor(document)
            cursor.setPosition(fragment.position())
            cursor.setPosition(fragment.position() + fragment.length(), QTextCursor.MoveMode.KeepAnchor)
            cursor.setCharFormat(form)


def _images(document: QTextDocument) -> list[QTextFragment]:
    found = []
    block = document.begin()
    while block.isValid():
        found += [part.fragment() for part in block if part.fragment().charFormat().isImageFormat()]  # pyright: ignore[reportGeneralTypeIssues]
        block = block.next()
    return found
