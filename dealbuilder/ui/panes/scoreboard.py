"""The scoreboard pane: two headline scores, the worst cells, what moved, other worldviews, and all indicators."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QToolButton, QVBoxLayout, QWidget

from dealbuilder.report import wording
from dealbuilder.ui.intents import FocusClause, ShowAssumptions, ShowChart, ShowInjects, ShowSource, ToggleCompare
from dealbuilder.ui.language import between
from dealbuilder.ui.models import caveats, scores
from dealbuilder.ui.models.scores import ScoreLine
from dealbuilder.ui.models.sparks import series_name, trace
from dealbuilder.ui.state import State
from dealbuilder.ui.widgets.appearance import RESTYLING, Caption, em, redress
from dealbuilder.ui.widgets.elided import ElidedCaption
from dealbuilder.ui.widgets.fold import fold
from dealbuilder.ui.widgets.headline_card import HeadlineCard
from dealbuilder.ui.widgets.readings_table import ReadingsTable
from dealbuilder.ui.widgets.ribbon import LinkLines
from dealbuilder.ui.widgets.score_table import ScoreTable
from dealbuilder.ui.widgets.soon import FRAME, PATIENCE, soon
from dealbuilder.ui.widgets.spark import Gauge

BESIDE, STATUS = 22, 7
"""In lines of text: width from which the two scores stand side by side; room left to the words beside the head."""


class ScoreboardPane(QWidget):
    """Shows evaluations. Emits ShowSource, ShowAssumptions, ShowInjects, ShowChart, FocusClause, ToggleCompare."""

    intent = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("scoreboardPane")
        self._state: State | None = None
        self._waiting = False
        self._head = Caption(factor=1.08, bold=True)
        self._busy = ElidedCaption(factor=0.88)
        self._busy.set_role("muted")
        self.compare = QToolButton()
        self.compare.setProperty("chip", True)
        self.compare.clicked.connect(self._toggle)
        self.cards = (HeadlineCard(), HeadlineCard())
        for card in self.cards:
            card.chosen.connect(self._open)
            card.charted.connect(self._open_chart)
        self.worst, self.ribbon = LinkLines(), LinkLines()
        self.worst.chosen.connect(self._open_cell)
        self.ribbon.chosen.connect(self._open_move)
        self.beyond, self.differs, self.befell = (LinkLines(role="warn") for _ in range(3))
        self.differs.chosen.connect(self._open_assumption)
        self.befell.chosen.connect(self._open_inject)
        self.beyond.chosen.connect(self._open_clause)
        self.readings = ReadingsTable()
        self.readings.chosen.connect(self._open)
        self.table = ScoreTable()
        self.table.chosen.connect(self._open)
        self._patience = soon(self, PATIENCE, self._lose_patience)
        self._words_later = soon(self, FRAME, self._follow)
        self._rest = soon(self, 0, self._renew_rest)
        self._lay_out()
        self._retranslate()

    def _lay_out(self) -> None:
        said = QHBoxLayout()
        said.addWidget(self._head)
        said.addWidget(self._busy, 1)
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._top.addLayout(said, 1)
        self._top.addWidget(self.compare)
        self._top.setAlignment(self.compare, Qt.AlignmentFlag.AlignLeft)
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._pair.setSpacing(8)
        for card in self.cards:
            self._pair.addWidget(card, 1)
        inside = QWidget()
        inside.setObjectName("scoreboardInside")
        column = QVBoxLayout(inside)
        column.setContentsMargins(8, 6, 8, 6)
        column.setSpacing(6)
        column.addLayout(self._top)
        column.addLayout(self._pair)
        for part in (self.ribbon, self.worst, self.beyond, self.differs, self.befell, self.readings):
            column.addWidget(part)
        column.addWidget(self.table, 1)
        self._scroll = scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(scroll)
        self.table.setMinimumHeight(9 * em(self))

    def show_state(self, old: State | None, new: State) -> None:
        """Show a state; the numbers are renewed only if an answer, the preview, the comparison or the words changed."""
        self._state = new
        was_waiting = self._waiting
        if new.busy and (old is None or not old.busy):
            self._patience.start()
        elif not new.busy:
            self._patience.stop()
            self._waiting = False
        watched = ("evaluation", "before", "preview", "moves", "compare", "language", "catalogue")
        same = old is not None and all(getattr(old, name) is getattr(new, name) for name in watched)
        if same and old is not None and old.document.targets is new.document.targets and not was_waiting:
            self._busy.setText(self._status(new))
        elif new.evaluation is not None and not new.evaluation.final and self.table.lines():
            # A first answer shows what is waited for at once, the words a frame later, and then the long table.
            self._renew_cards(new)
            self._words_later.start()
        else:
            self._renew()

    def paint_now(self) -> None:
        """Paint the two scores at once, with all else that is due, and not when the queue of events comes to it."""
        for card in self.cards:
            card.settle()
        self.cards[0].repaint()

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language, or fit another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() in RESTYLING:
            redress(self)
            self.table.setMinimumHeight(9 * em(self))
            self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the width there is."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        """Set the scores, and the head and its button, side by side if they fit, else one below the other."""
        room, line = self._scroll.viewport().width() - 2 * em(self), em(self)
        fold(self._pair, room >= max(BESIDE * line, 2 * max(card.minimumSizeHint().width() for card in self.cards)))
        fold(self._top, room >= self._head.sizeHint().width() + self.compare.sizeHint().width() + STATUS * line)

    def _retranslate(self) -> None:
        self._head.setText(self.tr("Scoreboard"))
        self.compare.setToolTip(self.tr("Switch what changes are measured against"))
        self.table.setAccessibleName(self.tr("Indicators"))
        self.table.setAccessibleDescription(self.tr("Enter opens where a number comes from"))
        if self._state is not None:
            self._renew()

    def _since(self, state: State) -> str:
        return self.tr("against the baseline") if state.compare == "baseline" else self.tr("since the last change")

    def _lose_patience(self) -> None:
        self._waiting = True
        self._renew()

    def _renew(self) -> None:
        if self._state is not None:
            self._renew_cards(self._state)
            self._renew_words(self._state)
            self._renew_rest()

    def _follow(self) -> None:
        if self._state is not None:
            self._renew_words(self._state)
            self._rest.start()

    def _renew_cards(self, state: State) -> None:
        for card, line in zip(self.cards, scores.headlines(state), strict=False):
            self._show_headline(state, card, line)

    def _renew_words(self, state: State) -> None:
        self._words_later.stop()
        baseline = state.compare == "baseline"
        against = self.tr("Changes: against baseline") if baseline else self.tr("Changes: since last edit")
        self.compare.setText(against)
        self.compare.setAccessibleName(against)
        self._place()
        self._busy.setText(self._status(state))
        self._show_worst(state)
        moves = state.moves if state.evaluation is not None else ()
        texts = [(str(i), scores.move_words(state, move)) for i, move in enumerate(moves)]
        cause = scores.cause_words(state)
        self.ribbon.show_lines(
            self.tr("What moved: {0}").format(cause) if cause else self.tr("What moved"), tuple(texts)
        )
        answer, more = state.evaluation, self.tr("and {0} more")
        beyond = answer.beyond_evidence if answer is not None else ()
        names = tuple((id, scores.title_of(state.catalogue, id, state.language)) for id in beyond)
        outside = self.tr("Stronger than any precedent: outside the tested range")
        self.beyond.show_lines(outside, scores.briefly(names, more), between())
        for part, (counted, names) in ((self.differs, caveats.changed(state)), (self.befell, caveats.befell(state))):
            part.show_lines(counted, scores.briefly(names, more), between())

    def _renew_rest(self) -> None:
        self._rest.stop()
        if self._state is None:
            return
        self.readings.show_readings(self._state)
        heads = (self.tr("Indicator"), self.tr("Now"), self.tr("Change"))
        self.table.show_lines(scores.lines(self._state), self._groups(), heads)

    def _status(self, state: State) -> str:
        if state.evaluation is None:
            return self.tr("Computing the first score …") if state.busy else self.tr("No score yet")
        if self._waiting:
            return self.tr("Updating …")
        first = scores.found(state.evaluation, "supply_restored")
        if first is None:
            return ""
        draws = f"{state.evaluation.setting.draws:,}"
        words = wording.number(first.error, first.unit, state.language, 1)
        hint = self.tr("± {0} with {1} draws").format(words, draws)
        return hint if state.evaluation.final else self.tr("{0}, more to come").format(hint)

    def _groups(self) -> dict[str, str]:
        return {
            "supply": self.tr("Supply"),
            "source": self.tr("Where the supply comes from"),
            "leadership": self.tr("Technology leadership"),
            "derisking": self.tr("Derisking"),
            "firms": self.tr("US firms"),
            "industry": self.tr("Industry"),
            "durability": self.tr("Durability of the deal"),
            "china": self.tr("China's position"),
            "balance": self.tr("Balance of the deal"),
        }

    def _show_headline(self, state: State, card: HeadlineCard, line: ScoreLine) -> None:
        score = scores.found(state.evaluation, line.id)
        digits = state.catalogue.indicator_by_id[line.id].digits
        number = "–" if score is None else wording.plain(score.mean, digits)
        card.show_line(line, number, self._since(state), self._waiting)
        if score is None or state.evaluation is None:
            card.show_ranges(None, None, "", "", "")
            return
        band = self.tr("5–95 %: {0}").format(line.band)
        baseline = self.tr("baseline {0}").format(line.baseline)
        gauge, target = self._gauge(state, line)
        card.show_ranges(gauge, trace(state, line.id), band, baseline, target, series_name(state, line.id))

    def _gauge(self, state: State, line: ScoreLine) -> tuple[Gauge, str]:
        score, ghost = scores.found(state.evaluation, line.id), scores.found(state.preview, line.id)
        assert score is not None
        target = next((target for target in state.document.targets if target.indicator == line.id), None)
        low, high = (0.0, 100.0) if score.unit == "%" else (-20.0, 60.0)
        known = [value for value in (score.mean, score.p05, score.p95, score.baseline) if value == value]
        low, high = min([low, *known]), max([high, *known])
        band = (score.mean, score.p05, score.p95, score.baseline)
        if target is None:
            return Gauge(low, high, *band, ghost=ghost.mean if ghost else None), ""
        met = score.mean >= target.value if target.sense == "at_least" else score.mean <= target.value
        words = wording.number(target.value, score.unit, state.language, 0)
        wanted = self.tr("at least {0}") if target.sense == "at_least" else self.tr("at most {0}")
        said = (self.tr("✓ Target met: {0}") if met else self.tr("Target: {0}")).format(wanted.format(words))
        return Gauge(low, high, *band, target.value, met, ghost.mean if ghost else None), said

    def _show_worst(self, state: State) -> None:
        evaluation = state.evaluation
        if evaluation is None:
            self.worst.show_lines(self.tr("Worst cells"), ())
            return
        cells = {scores.cell_id(cell): cell for cell in evaluation.worst}
        texts = [(id, scores.cell_words(state.catalogue, cell, state.language)) for id, cell in cells.items()]
        movable = evaluation.worst_movable
        if movable is not None:
            words = scores.cell_words(state.catalogue, movable, state.language)
            texts.append((scores.cell_id(movable), self.tr("worst that can move: {0}").format(words)))
        self.worst.show_lines(self.tr("Worst cells, share of need met"), tuple(texts), between())

    def _toggle(self) -> None:
        self.intent.emit(ToggleCompare())

    def _open(self, id: str) -> None:
        self.intent.emit(ShowSource("indicator", id))

    def _open_chart(self, id: str) -> None:
        if id in scores.SPARKS:
            self.intent.emit(ShowChart(scores.SPARKS[id]))

    def _open_cell(self, id: str) -> None:
        self.intent.emit(ShowSource("cell", id))

    def _open_assumption(self, id: str) -> None:
        self.intent.emit(ShowAssumptions(id))

    def _open_inject(self, id: str) -> None:
        self.intent.emit(ShowInjects(id))

    def _open_clause(self, id: str) -> None:
        self.intent.emit(FocusClause(id))

    def _open_move(self, place: str) -> None:
        if self._state is None or int(place) >= len(self._state.moves):
            return
        move = self._state.moves[int(place)]
        self.intent.emit(ShowSource("cell" if move.kind == "cell" else "indicator", move.subject))
