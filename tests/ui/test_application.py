"""Files that the desktop wants open."""

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QFileOpenEvent

from dealbuilder.ui.application import asked, local


@pytest.mark.parametrize(
    ("word", "path"),
    [
        ("/home/a/My deal.deal", "/home/a/My deal.deal"),
        ("here.deal", "here.deal"),
        ("file:///home/a/My%20deal%20%E4%B8%AD.deal", "/home/a/My deal 中.deal"),
    ],
)
def test_a_file_manager_names_a_file_by_path_or_by_address(word, path):
    assert local(word) == path


def test_a_double_click_on_macos_names_the_file():
    assert asked(QFileOpenEvent("/tmp/a deal.deal")) == "/tmp/a deal.deal"
    assert asked(QFileOpenEvent(QUrl("https://example.org/x"))) == ""
