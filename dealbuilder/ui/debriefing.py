"""The debrief at work: a dialog on the record of the deal, scored in a thread, written where the user wants."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from dealbuilder.document.replacing import replace_file
from dealbuilder.errors import DealError
from dealbuilder.report.debrief import content
from dealbuilder.report.debrief.debrief import Debrief, debrief
from dealbuilder.ui.dialogs.debrief import DebriefDialog
from dealbuilder.ui.dialogs.files import ask_save
from dealbuilder.ui.jobs import Tick
from dealbuilder.ui.leaving import proposed
from dealbuilder.ui.studio import Studio

LANE = "debrief"
Heard = Callable[[], None] | None
"""What is called when the silence begins or ends."""


class Debriefing(QObject):
    """Lives as long as its dialog."""

    def __init__(self, studio: Studio, silenced: Heard = None, resumed: Heard = None) -> None:
        super().__init__(studio)
        self._studio = studio
        self._silenced, self._resumed = silenced, resumed
        self._told: Debrief | None = None
        self.dialog: DebriefDialog | None = None

    def open(self) -> None:
        """Open the dialog on the last session."""
        self._tell(None)

    def _tell(self, number: int | None) -> None:
        """Read a session of the record, in a thread: a long one takes a moment."""
        deal, bench = self._studio.workbench.deal, self._studio.workbench
        if deal is None:
            return
        catalogue = bench.catalogue

        def work(tick: Tick) -> Debrief:
            return debrief(catalogue, deal.document, deal.session, number)

        self._studio.around.runner.start(LANE, work, self._show, self._refused)

    def _show(self, told: object) -> None:
        if not isinstance(told, Debrief):
            return
        self._told = told
        if self.dialog is None:
            self.dialog = DebriefDialog(told, self._studio.workbench.language, self._studio.window)
            self.dialog.chosen.connect(self._tell)
            self.dialog.exported.connect(self._ask_where)
            self.dialog.silenced.connect(self._be_silent)
            self.dialog.resumed.connect(self._speak)
            self.dialog.finished.connect(self._close)
            self.dialog.open()
        else:
            self.dialog.show_debrief(told)
        around = self._studio.around
        around.runner.start(LANE, around.answerer.debrief(told), self._scored, self._refused, self._progress)

    def _be_silent(self) -> None:
        if self._silenced is not None:
            self._silenced()

    def _speak(self) -> None:
        if self._resumed is not None:
            self._resumed()

    def _progress(self, done: float) -> None:
        if self.dialog is not None:
            self.dialog.show_progress(done)

    def _scored(self, told: object) -> None:
        if self.dialog is not None and isinstance(told, Debrief):
            self._told = told
            self.dialog.show_debrief(told)

    def _refused(self, error: DealError) -> None:
        self._studio.refuse(error)
        if self.dialog is None:
            self.deleteLater()
        else:
            self.dialog.give_up()

    def _ask_where(self) -> None:
        told, dialog = self._told, self.dialog
        if told is None or dialog is None:
            return
        around, language = self._studio.around, self._studio.workbench.language
        paper = around.preferences.settings.paper

        def work_for(path: Path) -> None:
            def work(tick: Tick) -> Path:
                replace_file(path, content.exported(told, path.suffix.lower(), language, paper))
                return path

            around.runner.start("write", work, self._written, self._studio.refuse)

        name = Path(proposed(told.document)).stem + self.tr("-debrief") + ".pdf"
        kinds = ";;".join(
            (self.tr("PDF (*.pdf)"), self.tr("Text with tables, Markdown (*.md)"), self.tr("Data, JSON (*.json)"))
        )
        ask_save(dialog, around.preferences.settings.last_folder, name, kinds, work_for)

    def _written(self, path: object) -> None:
        self._studio.pass_message(self.tr("Written to {file}").format(file=path))

    def _close(self) -> None:
        self._speak()
        self._studio.around.runner.cancel(LANE)
        if self.dialog is not None:
            self.dialog.deleteLater()
        self.dialog = self._told = None
        self.deleteLater()


def open_debrief(studio: Studio, silenced: Heard = None, resumed: Heard = None) -> None:
    """Open the debrief of the deal on the desk; a deal without a session is refused in words.

    `silenced` is called when the sixty seconds begin, so that whatever the room looks at can go dark too, and
    `resumed` when they are over or the debrief is closed.
    """
    Debriefing(studio, silenced, resumed).open()
