"""The question panel: what the room was asked stays above its hands, and ranges are of the package on the desk."""

from dealbuilder.ui.stage.asking import words
from dealbuilder.ui.stage.panels.predict import PredictPanel
from dealbuilder.ui.stage.show import Show
from tests.ui.stage.desks import Desk


def _panel(qtbot, policy: str = "after_reveal") -> tuple[Desk, Show, PredictPanel]:
    desk, panel = Desk(policy), PredictPanel()
    qtbot.addWidget(panel)
    show = Show(lambda _: None, policy)
    show.see(desk.state)
    panel.show_show(show, desk.state)
    return desk, show, panel


def _labels(panel: PredictPanel) -> tuple[str, ...]:
    return tuple(answer.text() for answer in panel.answers)


def test_with_nothing_revealed_answers_are_words_and_the_selector_says_so(qtbot):
    desk, show, panel = _panel(qtbot)
    assert _labels(panel) == words()
    assert panel.kind.currentData() == "words"
    show.reveal()
    panel.show_show(show, desk.state)
    assert panel.kind.currentData() == "ranges"
    assert panel.draft.edges


def test_what_was_asked_stays_above_its_hands_after_the_reveal_until_it_is_taken_off(qtbot):
    desk, show, panel = _panel(qtbot)
    asked = panel.draft
    show.ask(asked)
    show.tally(1)
    show.reveal()
    panel.show_show(show, desk.state)
    assert _labels(panel) == asked.answers
    assert panel.counts[1].text() == "1"
    assert not panel.indicator.isEnabled()
    show.drop()
    panel.show_show(show, desk.state)
    assert _labels(panel) != asked.answers
    assert panel.indicator.isEnabled()


def test_another_package_of_which_nothing_was_revealed_is_asked_about_in_words(qtbot):
    desk, show, panel = _panel(qtbot)
    show.reveal()
    panel.show_show(show, desk.state)
    ranges = _labels(panel)
    for state in (desk.select("b"), desk.final()):
        show.see(state)
        panel.show_show(show, state)
        assert _labels(panel) == words()
        assert panel.kind.currentData() == "words"
    show.see(desk.select("a"))
    panel.show_show(show, desk.state)
    assert _labels(panel) == ranges


def test_a_chair_who_prefers_words_keeps_them(qtbot):
    desk, show, panel = _panel(qtbot, "public")
    assert panel.kind.currentData() == "ranges"
    panel.kind.setCurrentIndex(1)
    panel.kind.activated.emit(1)
    assert _labels(panel) == words()
    show.see(desk.level(2))
    show.see(desk.final())
    panel.show_show(show, desk.state)
    assert _labels(panel) == words()
