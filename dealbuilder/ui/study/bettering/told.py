"""What the coach says: suggestions in a table, the chosen one with its reason, to be tried on or taken."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from dealbuilder.analysis.coaching import Advice, Suggestion
from dealbuilder.document.clause_edits import MoveClauses
from dealbuilder.report.study import better
from dealbuilder.ui.study.subject import Subject
from dealbuilder.ui.widgets.appearance import Caption, em
from dealbuilder.ui.widgets.plain_table import PlainTable

MOVES = 1
"""The column that takes what width is left."""
LINES = 18
"""Lines of text that the table is high, unless it needs fewer."""
NARROW = 48
"""Lines of text below which the width is too small for columns: numbers then stand below the moves."""


class ToldBox(QWidget):
    """Shows suggestions; `preview` carries an edit or None, `taken` the edit that somebody applies."""

    preview = Signal(object)
    taken = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.table = PlainTable("", (MOVES,))
        self.swap, self.heads = Caption(factor=1.1), Caption(role="muted")
        self.reason, self.silence = Caption(), Caption(role="muted")
        self.try_on, self.apply = QPushButton(), QPushButton()
        self._told: tuple[Suggestion, ...] = ()
        self._folded = False
        self._advice: Advice | None = None
        self._subject: Subject | None = None
        for caption in (self.swap, self.heads, self.reason, self.silence):
            caption.setWordWrap(True)
        self.try_on.setCheckable(True)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.try_on)
        buttons.addWidget(self.apply)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.swap)
        column.addWidget(self.heads)
        column.addWidget(self.table)
        column.addWidget(self.reason)
        column.addLayout(buttons)
        column.addWidget(self.silence)
        self.table.itemSelectionChanged.connect(self._chosen)
        self.try_on.toggled.connect(self._try)
        self.apply.clicked.connect(self._take)

    def show_advice(self, advice: Advice | None, subject: Subject | None) -> None:
        """Show what was found; None shows nothing."""
        self._end_preview()
        self._advice, self._subject = advice, subject
        self._told = ()
        if advice is not None and subject is not None:
            language = subject.language
            self._told = tuple(one for mode in better.modes(advice) for one in advice.found[mode])
            self._fill()
            self.swap.setText(better.swap_words(subject.catalogue, advice, language))
            self.heads.setText(better.heads_words(language))
            said = better.silences(advice, language)
            self.silence.setText("\n".join(said))
            self.silence.setVisible(bool(said))
        shown = bool(self._told)
        for widget in (self.heads, self.table, self.reason, self.try_on, self.apply):
            widget.setVisible(shown)
        self.swap.setVisible(advice is not None)
        if advice is None:
            self.silence.hide()
        if shown:
            self.table.selectRow(0)
        self._fit()
        self._chosen()

    def _fill(self) -> None:
        """Show the suggestions in columns, or in one column where there is no room."""
        if self._subject is None:
            return
        language, catalogue = self._subject.language, self._subject.catalogue
        heads = better.short_heads(language)
        self._folded = self.width() < NARROW * em(self)
        rows = []
        for number, one in enumerate(self._told, start=1):
            numbers = [better.delta_words(one, place, language) for place in range(4)]
            lines = [better.mode_words(one.mode, language), better.moves_words(catalogue, one.moves, language)]
            if self._folded:
                lines += [f"{head} {value}" for head, value in zip(heads[1:], numbers, strict=True)]
            rows.append((str(number), "\n".join(lines), *([] if self._folded else numbers)))
        chosen = self.table.currentRow()
        self.table.fill(("", *heads[: 1 if self._folded else None]), tuple(rows))
        self.table.selectRow(max(0, chosen))

    def follow(self, subject: Subject) -> None:
        """Let nothing be taken that was found for another package."""
        self._subject = subject
        self._chosen()

    def edit(self) -> MoveClauses | None:
        """Return the edit of the chosen suggestion, None if there is none or the package has changed since."""
        place = self.table.currentRow()
        advice, subject = self._advice, self._subject
        if advice is None or subject is None or not 0 <= place < len(self._told):
            return None
        return better.edit(advice.package, self._told[place]) if subject.package == advice.package else None

    def _chosen(self) -> None:
        self._end_preview()
        place, subject = self.table.currentRow(), self._subject
        if self._advice is not None and subject is not None and 0 <= place < len(self._told):
            one, language = self._told[place], subject.language
            self.reason.setText(f"{place + 1}. " + better.reason(subject.catalogue, self._advice, one, language))
        free = self.edit() is not None
        self.try_on.setEnabled(free)
        self.apply.setEnabled(free)

    def _try(self, on: bool) -> None:
        self.preview.emit(self.edit() if on else None)

    def _end_preview(self) -> None:
        if self.try_on.isChecked():
            self.try_on.setChecked(False)

    def _take(self) -> None:
        edit = self.edit()
        self._end_preview()
        if edit is not None:
            self.taken.emit(edit)

    def _fit(self) -> None:
        table = self.table
        whole = table.horizontalHeader().sizeHint().height() + table.verticalHeader().length() + 2 * table.frameWidth()
        table.setFixedHeight(min(whole, LINES * em(self)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the table be as high as its rows."""
        super().resizeEvent(event)
        if self._told and self._folded != (self.width() < NARROW * em(self)):
            self._fill()
        self._fit()

    def hideEvent(self, event: QHideEvent) -> None:
        """End the preview when nobody sees what it is of."""
        super().hideEvent(event)
        self._end_preview()

    def retranslate(self) -> None:
        """Write every text anew."""
        self.table.setAccessibleName(self.tr("Suggestions with what each changes, ± its standard error"))
        self.try_on.setText(self.tr("Preview"))
        self.try_on.setToolTip(self.tr("Shows the scores that the chosen moves would bring, without making them"))
        self.apply.setText(self.tr("Apply"))
        self.apply.setToolTip(self.tr("Makes the chosen moves; one undo takes all of them back"))
        self.show_advice(self._advice, self._subject)
