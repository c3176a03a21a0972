"""One state of a session in full: when, who, what changed, both scores with their change, the clauses of each side."""

from html import escape

from PySide6.QtWidgets import QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from dealbuilder.analysis.evaluation import Score
from dealbuilder.document.film import Frame
from dealbuilder.model.text import Language
from dealbuilder.report import wording
from dealbuilder.report.debrief import words
from dealbuilder.report.debrief.debrief import Debrief
from dealbuilder.report.phrases import say
from dealbuilder.ui.widgets.appearance import Caption, theme_of


class FramePanel(QWidget):
    """Shows one frame of a debrief."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.when, self.change = Caption(role="muted"), Caption(factor=1.1, bold=True)
        self.supply, self.cost = Caption(factor=1.05), Caption(factor=1.05)
        self.clauses = QTextBrowser()
        self.clauses.setOpenLinks(False)
        for caption in (self.when, self.change, self.supply, self.cost):
            caption.setWordWrap(True)
        scores = QHBoxLayout()
        scores.addWidget(self.supply, 1)
        scores.addWidget(self.cost, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.when)
        column.addWidget(self.change)
        column.addLayout(scores)
        column.addWidget(self.clauses, 1)

    def show_frame(self, debrief: Debrief, frame: Frame, language: Language) -> None:
        """Show a state; its scores too, once there are any."""
        mover = words.mover(debrief, frame, language)
        when = [words.clock(frame.seconds), words.in_round(frame.round, language), *([mover] if mover else [])]
        self.when.setText(" · ".join(when))
        self.change.setText(words.state(debrief, frame, language))
        found, before = debrief.headlines.get(frame.number), debrief.before(frame.number)
        if found is None:
            self.supply.setText(say("debrief.unscored", language) if debrief.headlines else "")
            self.cost.setText("")
        else:
            earlier = debrief.headlines[before] if before is not None else None
            change = earlier and (found.supply.mean - earlier.supply.mean, found.cost.mean - earlier.cost.mean)
            self.supply.setText(
                _scored(debrief, found.supply, words.supply(change[0], language) if change else "", language)
            )
            self.cost.setText(_scored(debrief, found.cost, words.cost(change[1], language) if change else "", language))
        self.clauses.setHtml(self._html(debrief, frame, language))
        self.clauses.setAccessibleName(words.package_heading(language))

    def _html(self, debrief: Debrief, frame: Frame, language: Language) -> str:
        theme = theme_of(self)
        columns = []
        for side, ink in (("us", theme.us), ("china", theme.china), ("", theme.muted)):
            lines = words.clause_lines(debrief, frame.package, side, language)
            head = say(f"side.{side}", language) if side else say("debrief.beside", language)
            shape = words.SIGNS.get(side, wording.EN_DASH)
            items = "".join(f"<li>{escape(line)}</li>" for line in lines) or f"<li>{wording.EN_DASH}</li>"
            columns.append(
                f"<td width='33%'><p style='color:{ink}'><b>{shape} {escape(head)}</b></p>"
                f"<ul style='margin-left:-24px'>{items}</ul></td>"
            )
        injects = wording.listed([inject.title.get(language) for inject in frame.injects], language)
        bearing = say("debrief.state_inject", language, items=injects) if injects else ""
        note = f"<p style='color:{theme.warn}'>▲ {escape(bearing)}</p>" if bearing else ""
        return f"<table width='100%' cellspacing='6'><tr>{''.join(columns)}</tr></table>{note}"


def _scored(debrief: Debrief, score: Score, change: str, language: Language) -> str:
    return words.score(debrief, score, language) + (f"   Δ\u00a0{change}" if change else "")
