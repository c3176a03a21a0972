"""Pictures on a page: captions from their words, as wide as the page, sharp, from the page's folder and no other."""

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QColor, QImage, QTextDocument

from dealbuilder.ui.widgets.page_pictures import Pictures, captioned
from dealbuilder.ui.widgets.page_view import MARGIN, PageView

TEXT = "# A page\n\n![The words of it](pictures/wide.png)\n\nMore.\n"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "page" / "pictures").mkdir(parents=True)
    image = QImage(1200, 300, QImage.Format.Format_RGB32)
    image.fill(QColor("navy"))
    image.save(str(tmp_path / "page" / "pictures" / "wide.png"))
    image.save(str(tmp_path / "outside.png"))
    return tmp_path / "page"


def shown(view: PageView):
    """Return the format of the picture on a page."""
    block = view.document().begin()
    while block.isValid():
        for part in block:
            if part.fragment().charFormat().isImageFormat():
                return part.fragment().charFormat().toImageFormat()
        block = block.next()
    raise AssertionError("the page has no picture")


@pytest.fixture
def view(qtbot, folder):
    made = PageView()
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    made.read("A page", TEXT, folder)
    return made


def test_the_words_of_a_picture_stand_below_it_for_eyes_and_screen_readers(view):
    assert "The words of it" in view.toPlainText()
    assert captioned("a ![b](c.png) d") == "a ![b](c.png) d"


def test_a_picture_fills_the_width_and_keeps_its_proportions_when_the_page_changes(view):
    for width in (700, 500, 900):
        view.resize(width, 500)
        form = shown(view)
        assert form.width() == view.viewport().width() - 2 * MARGIN
        assert form.height() == pytest.approx(form.width() / 4, abs=1)


def test_a_small_picture_is_not_blown_up_to_fill_the_page(view):
    view.resize(2400, 500)
    assert shown(view).width() <= 1200 * view.fontMetrics().height() / 17 + 1


def test_a_picture_has_the_pixels_of_the_screen(folder):
    document = QTextDocument()
    document.setMarkdown(TEXT)
    Pictures(folder).fit(document, 600.0, 17.0, 2.0)
    image = document.resource(QTextDocument.ResourceType.ImageResource.value, QUrl("pictures/wide.png"))
    assert (image.width(), image.devicePixelRatio()) == (1200, 2.0)


@pytest.mark.parametrize("name", ["../outside.png", "pictures/none.png", "http://example.org/a.png", "pictures"])
def test_no_picture_comes_from_elsewhere(folder, name):
    assert Pictures(folder).original(name).isNull()
