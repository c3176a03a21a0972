"""Marks between parts of a sentence are those of the language on screen."""

import pytest
from PySide6.QtCore import QLocale

from dealbuilder.ui.language import LOCALES, headed, listed


@pytest.fixture
def speaks():
    before = QLocale()
    yield lambda language: QLocale.setDefault(QLocale(LOCALES[language]))
    QLocale.setDefault(before)


@pytest.mark.parametrize(("language", "told"), [("en", "Worst: one; two"), ("zh", "Worst：one；two")])
def test_parts_of_one_sentence_stand_between_the_marks_of_its_language(speaks, language, told):
    speaks(language)
    assert headed("Worst", listed(("one", "two"))) == told
    assert listed(["alone"]) == "alone"
