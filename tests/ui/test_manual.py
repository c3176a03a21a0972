"""The manual on screen: groups, links, search, and the way there from a card."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from dealbuilder import paths
from dealbuilder.report.manual import pages
from dealbuilder.ui.dialogs.manual import ManualDialog
from dealbuilder.ui.dialogs.source_card import SourceDialog
from dealbuilder.ui.intents import ShowSource
from dealbuilder.ui.widgets.manual_contents import PLACE_ROLE, Place
from dealbuilder.ui.widgets.page_view import PageView


@pytest.fixture
def manual(qtbot):
    dialog = ManualDialog(pages(paths.resources(), "en"))
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def rows(dialog, role=PLACE_ROLE) -> list:
    """Return every row in sight, whatever stands open."""
    found, stack = [], [dialog.contents.topLevelItem(place) for place in range(dialog.contents.topLevelItemCount())]
    while stack:
        item = stack.pop(0)
        if not item.isHidden():
            found.append(item)
            stack = [item.child(place) for place in range(item.childCount())] + stack
    return found


def shown(dialog) -> list[str]:
    places = [item.data(0, PLACE_ROLE) for item in rows(dialog)]
    return [place.page for place in places if place is not None and not place.heading and place.hit < 0]


def test_pages_stand_in_two_groups_whose_heads_cannot_be_chosen(manual):
    heads = [item for item in rows(manual) if item.data(0, PLACE_ROLE) is None]
    assert [head.text(0) for head in heads] == ["Using dealbuilder", "How the model works"]
    assert not any(head.flags() & Qt.ItemFlag.ItemIsSelectable for head in heads)
    assert manual.page() == "10-start"


def test_the_headings_of_a_page_stand_below_it_and_lead_to_them(manual):
    (row,) = [item for item in rows(manual) if item.data(0, PLACE_ROLE) == Place("30-scores", "Ranges")]
    assert row.text(0) == "Ranges"
    manual.contents.setCurrentItem(row)
    assert manual.page() == "30-scores"
    assert manual.browser.textCursor().selectedText() == "Ranges"


def test_the_arrow_keys_walk_from_the_last_page_on_use_to_the_first_on_the_model(manual, qtbot):
    manual.turn(shown(manual)[shown(manual).index("10-overview") - 1])
    for _ in range(2):
        qtbot.keyClick(manual.contents, Qt.Key.Key_Down)
    assert manual.page() == "10-overview"


def test_a_link_turns_to_its_page_and_back_returns(manual):
    manual.turn("10-overview")
    manual.browser.followed.emit("30-licensing.md")
    assert manual.page() == "30-licensing"
    manual.back.click()
    assert manual.page() == "10-overview"
    assert manual.contents.current() == Place("10-overview")
    manual.forward.click()
    assert manual.page() == "30-licensing"
    assert not manual.forward.isEnabled()


def test_a_link_to_elsewhere_opens_nothing(manual):
    manual.turn("30-licensing")
    manual.browser.followed.emit("https://example.org/")
    assert manual.page() == "30-licensing"
    assert not manual.browser.openLinks()


def test_a_place_on_a_page_is_selected(manual):
    manual.turn("30-licensing", "κ_rev")
    assert manual.browser.textCursor().selectedText() == "κ_rev"
    assert manual.browser.go_to("the-queue")
    assert not manual.browser.go_to("no such place")


def test_the_search_keeps_the_pages_that_hold_the_words(manual):
    manual.search.setText("linkage ties")
    assert shown(manual) == ["80-durability"]
    assert manual.page() == "80-durability"
    assert manual.found.text().startswith("1 place")
    manual.search.setText("no page says this")
    assert shown(manual) == []
    assert manual.found.text() == "Nothing on this page"
    manual.search.clear()
    assert len(shown(manual)) == len(pages(paths.resources(), "en"))
    assert not manual.found.isVisible()


def test_the_search_lists_places_in_their_context_and_each_leads_there(manual):
    manual.search.setText("hardliners")
    hits = [item for item in rows(manual) if (item.data(0, PLACE_ROLE) or Place("")).hit >= 0]
    assert len(hits) > 2
    assert all("hardliners" in item.text(0).casefold() for item in hits)
    for row in (hits[-1], hits[0]):
        manual.contents.setCurrentItem(row)
        assert manual.page() == row.data(0, PLACE_ROLE).page
        cursor = manual.browser.textCursor()
        assert cursor.selectedText().casefold() == "hardliners"
        around = cursor.block().text()
        assert row.text(0).strip("…").split()[1] in around


def test_enter_in_the_search_goes_to_the_next_place_and_round(manual, qtbot):
    manual.turn("80-durability")
    manual.search.setText("hardliners")
    first = manual.browser.textCursor().position()
    places = {first}
    for _ in range(20):
        qtbot.keyClick(manual.search, Qt.Key.Key_Return)
        places.add(manual.browser.textCursor().position())
    assert len(places) > 2
    assert manual.isVisible()
    assert manual.page() == "80-durability"


def test_turning_to_a_page_that_the_search_hides_ends_the_search(manual):
    manual.search.setText("linkage ties")
    manual.turn("10-start")
    assert (manual.page(), manual.search.text()) == ("10-start", "")


def test_the_controls_of_the_manual_have_names(manual):
    assert all(widget.accessibleName() for widget in (manual.search, manual.contents, manual.browser))


def cards(program, kind) -> list[QDialog]:
    return [dialog for dialog in program.window.findChildren(kind) if dialog.isVisible()]


@pytest.mark.parametrize(
    ("subject", "page", "place"),
    [
        (ShowSource("indicator", "days_to_cargo"), "30-licensing", "days_to_cargo"),
        (ShowSource("parameter", "hazard_truce"), "80-durability", "h_0"),
        (ShowSource("series", "lead_tools"), "60-technology", "lead_tools"),
    ],
)
def test_a_card_opens_the_manual_where_its_number_is_computed(program, subject, page, place):
    program.new()
    program.commands.studio.workbench.handle(subject)
    (card,) = cards(program, SourceDialog)
    card.explain.click()
    (manual,) = cards(program, ManualDialog)
    assert manual.page() == page
    assert manual.browser.textCursor().selectedText() == place
    card.explain.click()
    assert len(cards(program, ManualDialog)) == 1
    manual.reject()
    card.reject()


def test_the_card_of_a_fact_has_nothing_to_compute(program):
    program.new()
    program.commands.studio.workbench.handle(ShowSource("fact", program.state.catalogue.facts[0].id))
    (card,) = cards(program, SourceDialog)
    assert not card.explain.isVisible()
    card.reject()


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_line_of_a_page_is_laid_out(qtbot, language):
    view = PageView()
    qtbot.addWidget(view)
    view.resize(900, 600)
    view.show()
    for page in pages(paths.resources(), language):
        view.read(page.title, page.text)
        block = view.document().begin()
        while block.isValid():
            assert block.layout().lineCount() > 0 or not block.text(), (page.id, block.text())
            block = block.next()
        height = view.document().size().height()
        view.document().markContentsDirty(0, view.document().characterCount())
        assert view.document().size().height() == height, page.id
