"""The roles of both sides and the allies as cards: the United States left, China right, the allies below."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from dealbuilder.analysis.acceptance import Acceptance
from dealbuilder.model.lens import Circle
from dealbuilder.report.study import accepts
from dealbuilder.report.study.accepts_words import Words
from dealbuilder.ui.study.role_card import RoleCard
from dealbuilder.ui.widgets.appearance import Caption

PARTIES: tuple[Circle, ...] = ("us", "china")
SIDES: tuple[Circle, ...] = (*PARTIES, "allies")


class RoleBoard(QWidget):
    """Passes on what its cards emit: a Step that is applied or previewed, the id of a role to edit or to unseal."""

    applied = Signal(object)
    previewed = Signal(object)
    opened = Signal(object)
    unsealed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards: list[RoleCard] = []
        self.heads: dict[Circle, Caption] = {side: Caption(bold=True, factor=1.1) for side in SIDES}
        self._grid = QGridLayout()
        for column in range(len(PARTIES)):
            self._grid.setColumnStretch(column, 1)
        column = QVBoxLayout(self)
        column.addLayout(self._grid)
        column.addStretch(1)

    def show_answer(self, answer: Acceptance, words: Words) -> None:
        """Show every role's word, all on one axis."""
        axis = accepts.figure(answer, words, SIDES).x_range
        self._deal(len(answer.roles))
        for card, role in zip(self.cards, answer.roles, strict=True):
            card.show_role(role, answer, words, axis)
        self._place(answer, words)

    def show_sealed(self, sealed: Callable[[str], str | None], open: Callable[[str], bool], *, allowed: bool) -> None:
        """Say at each role what stands sealed in the deal, whether it is in use, and whether it may be."""
        for card in self.cards:
            card.show_sealed(sealed=sealed(card.id), open=open(card.id), allowed=allowed)

    def card(self, id: str) -> RoleCard | None:
        """Return the card of a role."""
        return next((card for card in self.cards if card.id == id), None)

    def _deal(self, count: int) -> None:
        while len(self.cards) > count:
            card = self.cards.pop()
            self._grid.removeWidget(card)
            card.hide()
            card.deleteLater()
        while len(self.cards) < count:
            card = RoleCard(self)
            card.applied.connect(self.applied)
            card.previewed.connect(self.previewed)
            card.opened.connect(self.opened)
            card.unsealed.connect(self.unsealed)
            self.cards.append(card)

    def _place(self, answer: Acceptance, words: Words) -> None:
        counts = {side: len(accepts.of_side(answer, side)) for side in SIDES}
        below = 1 + max(counts[side] for side in PARTIES)
        for column, side in enumerate(PARTIES):
            self._grid.addWidget(self.heads[side], 0, column)
        self._grid.addWidget(self.heads["allies"], below, 0, 1, len(PARTIES))
        for side, head in self.heads.items():
            head.setText(accepts.side_name(side, words))
            head.setVisible(counts[side] > 0)
        placed: dict[Circle, int] = dict.fromkeys(SIDES, 0)
        for card, role in zip(self.cards, answer.roles, strict=True):
            side = role.lens.side
            nth = placed[side]
            placed[side] += 1
            row, column = (1 + nth, PARTIES.index(side)) if side in PARTIES else (below + 1 + nth // 2, nth % 2)
            self._grid.addWidget(card, row, column)
            card.show()

    def retranslate(self) -> None:
        """Write the texts of the cards anew."""
        for card in self.cards:
            card.retranslate()
