"""Cards of the start screen: words that stay together."""

from PySide6.QtWidgets import QLabel

from dealbuilder.ui.widgets.card import Card


def test_a_number_and_its_per_cent_sign_stay_on_one_line(qtbot):
    card = Card()
    qtbot.addWidget(card)
    card.write("The 50 % rule", "Both sides press: a 50 % affiliates rule, and 90 % of need.")
    shown = [label.text() for label in card.findChildren(QLabel)]
    assert "The 50\u00a0% rule" in shown
    assert not any("0 %" in text for text in shown)
    assert card.accessibleName() == "The 50 % rule"
