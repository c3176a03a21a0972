"""Every source card speaks Chinese on a Chinese screen, but for the names of sources and the places in them."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from dealbuilder import paths
from dealbuilder.document.new import new_document
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.ui.cards import card
from dealbuilder.ui.intents import ShowSource
from dealbuilder.ui.language import Interpreter
from dealbuilder.ui.state import State
from tests.ui.access import tongue
from tests.ui.access.survey import quoted


@pytest.fixture(scope="module")
def _chinese(qapp: QApplication) -> Iterator[None]:
    interpreter = Interpreter(qapp, paths.resources() / "i18n")
    interpreter.speak("zh")
    yield
    interpreter.speak("en")
    interpreter.deleteLater()


def subjects(catalogue: Catalogue) -> Iterator[ShowSource]:
    """Yield everything that has a card."""
    for measure in catalogue.measures:
        yield ShowSource("measure", measure.id)
        yield from (ShowSource("level", f"{measure.id}:{level.id}") for level in measure.levels)
    yield from (ShowSource("indicator", one.id) for one in catalogue.indicators)
    yield from (ShowSource("parameter", one.id) for one in catalogue.parameters)
    yield from (ShowSource("series", one.id) for one in catalogue.series)
    yield from (ShowSource("fact", one.id) for one in catalogue.facts)


@pytest.mark.usefixtures("_chinese")
def test_every_card_is_in_chinese_but_for_what_is_quoted(catalogue: Catalogue):
    proper, left, looked = quoted(catalogue), [], 0
    state = State(new_document(pack=catalogue.packs[0].id), catalogue, "zh")
    for subject in subjects(catalogue):
        made = card(subject, state)
        assert made is not None, subject
        for line in made.text().splitlines():
            looked += 1
            left += [f"{subject.kind} {subject.id}: {words} in {line}" for words in tongue.english(line, proper)]
    assert looked > 3000
    assert not left, "\n".join(left)


def test_a_place_in_a_source_passes_only_beside_the_name_of_the_source(catalogue: Catalogue):
    reference = next(one for fact in catalogue.facts for one in fact.references if tongue.english(one.locator))
    title = catalogue.source_by_id[reference.source].title
    assert tongue.english(reference.locator, quoted(catalogue))
    assert not tongue.english(f"{title}, {reference.locator}", quoted(catalogue))
